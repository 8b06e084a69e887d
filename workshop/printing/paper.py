"""What all papers about people have in common: their head, their foot, their words for days and people."""

from workshop.domain.paper_facts import DayFacts, PaperFacts
from workshop.printing import words
from workshop.printing.content import Block, Document, Field, Paragraph, Section, Tone, plain
from workshop.printing.form_blocks import WriteOn
from workshop.printing.text import Span
from workshop.printing.words import _


def paper(
    facts: PaperFacts, kind: str, title: str, sections: tuple[Section, ...], *, foot: str = ""
) -> Document:
    """A paper of this workshop. Its foot says who keeps it."""
    day = facts.day
    whole = f"{title}. {day.title}" if day.title else title
    when = words.day(day.day) if day.day else ""
    name = day.title if day.host else ""
    return Document(
        kind=kind,
        title=f"{_('Practice')}. {whole}" if day.practice else whole,
        host=day.host or day.title or _("Same Table"),
        days=(" · ".join(part for part in (name, when) if part), when or name),
        language=facts.language,
        sections=sections,
        foot=foot or (_("Confidential: for the team only") if facts.confidential else ""),
        practice=day.practice,
        confidential=facts.confidential,
    )


def when_and_where(day: DayFacts) -> str:
    """ "Thursday 14 May 2026, 1:10pm – 3:40pm", as far as it is known."""
    times = " – ".join(words.clock(time) for time in (day.starts, day.ends) if time)
    return ", ".join(part for part in (words.day(day.day) if day.day else "", times) if part)


def ring(day: DayFacts) -> str:
    """Whom to ring about the day; empty where nobody was named."""
    if not day.ring:
        return ""
    first = day.ring[0]
    return _("Ring {name}: {number}.").format(name=first.name, number=unbroken(first.number))


def unbroken(number: str) -> str:
    """A number as people dial it, that never stands on two lines."""
    return number.replace(" ", "\u00a0")


def ask(day: DayFacts) -> tuple[Block, ...]:
    """Whom to ring, or lines to write it on."""
    said = ring(day)
    if said:
        return (plain(said, tone=Tone.CLEAR),)
    return (WriteOn((Field(_("Who to ask"), ""), Field(_("Phone"), "")), across=2),)


def bold_in(sentence: str, place: str, words_: str, tone: Tone = Tone.BODY) -> Paragraph:
    """The sentence with `words_` in bold at its `place` ("{date}")."""
    before, after = sentence.split(place)
    spans = (Span(before), Span(words_, bold=True), Span(after))
    return Paragraph(tuple(span for span in spans if span.text), tone)


def change_mind(until: str, day: DayFacts, tone: Tone = Tone.BODY) -> Paragraph:
    """ "You can change your mind until …", with the day, or without one where none is known."""
    if day.change_until is None or "{date}" not in until:
        return plain(_("You can change your mind at any time."), tone=tone)
    return bold_in(until, "{date}", words.date_only(day.change_until), tone)
