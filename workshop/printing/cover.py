"""The cover of the pack: what day it was, how much was said, when we meet again.

It never counts people by voice, and says no number of people where there are too few (I60).
"""

from workshop.domain.facts import Facts
from workshop.printing import words
from workshop.printing.content import (
    Block,
    Counts,
    Document,
    Heading,
    Mark,
    Paragraph,
    Rule,
    Section,
    Tone,
    plain,
)
from workshop.printing.family import day_of, document, first_contact, in_a_row, next_day, practice_note
from workshop.printing.text import Span
from workshop.printing.words import _, n_


def cover(facts: Facts) -> Document:
    """The first page of a pack."""
    title = _("What we said and what we will do")
    when_and_where = (plain(line, tone=Tone.DATE) for line in (_when(facts), facts.place) if line)
    blocks: tuple[Block, ...] = (
        Mark(),
        *practice_note(facts),
        plain(title, tone=Tone.KICKER),
        Heading(1, facts.title, cover=True),
        *when_and_where,
        Rule(),
        plain(_who(facts), tone=Tone.LOUD),
        *(plain(line, tone=Tone.CLEAR) for line in _voices(facts)),
        Counts(_counts(facts)),
        *_next_time(facts),
    )
    return document(facts, "cover", title, (Section(blocks, _foot(facts), cover=True, fits_from=12),))


def _when(facts: Facts) -> str:
    times = [words.clock(time) for time in (facts.starts, facts.ends) if time]
    return ", ".join(part for part in (day_of(facts), _(" to ").join(times)) if part)


def _who(facts: Facts) -> str:
    if facts.people is None:
        return _("A small group sat at the same table")
    return n_("{n} person sat at the same table", "{n} people sat at the same table", facts.people)


def _voices(facts: Facts) -> tuple[str, ...]:
    everybody = _("People who use services, carers, staff and others.")
    return (everybody, _("Every dot counted the same.")) if facts.rounds else (everybody,)


def _counts(facts: Facts) -> tuple[tuple[str, str], ...]:
    promises = sum(not promise.missing for promise in facts.promises)
    ideas = n_("idea we voted on", "ideas we voted on", facts.ideas)
    return (
        (str(facts.notes_written), n_("note we wrote", "notes we wrote", facts.notes_written)),
        (str(facts.ideas), ideas if facts.rounds else n_("idea we had", "ideas we had", facts.ideas)),
        (str(promises), n_("promise, with a name and a date", "promises, with a name and a date", promises)),
    )


def _next_time(facts: Facts) -> tuple[Paragraph, ...]:
    if facts.next_date is None:
        return tuple(plain(line, tone=Tone.CLEAR) for line in no_next_day(facts))
    meet = _("We meet again: {day}.").format(day=next_day(facts))
    bring = _("Bring this pack. We will check every promise together.")
    return (Paragraph((Span(meet, bold=True),), Tone.CLEAR), plain(bring, tone=Tone.CLEAR))


def no_next_day(facts: Facts) -> tuple[str, ...]:
    """What is said where there is no day to meet again."""
    why = (_("Why: {reason}").format(reason=facts.no_next_reason),) if facts.no_next_reason else ()
    return (_("We have no day to meet again yet."), *why)


def _foot(facts: Facts) -> tuple[Paragraph, ...]:
    lines = []
    if facts.led_by:
        lines.append(_("Led together by {names}.").format(names=in_a_row(facts.led_by)))
    if contact := first_contact(facts):
        ring = _("Questions: ring {name} on {number}.").format(name=contact.name, number=contact.number)
        lines.append(ring)
    ask = _("You can have this in large print or as plain text. Please ask.")
    together = (" ".join(lines),) if lines else ()
    return tuple(plain(line, tone=Tone.QUIET) for line in (*together, ask))
