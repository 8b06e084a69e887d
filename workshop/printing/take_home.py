"""One sheet to take home: the promises on the front, "Keep this page" on the back.

It is the first thing printed, one for each person.
"""

from workshop.domain.facts import Facts
from workshop.printing import words
from workshop.printing.content import (
    Block,
    Box,
    Document,
    Heading,
    Paragraph,
    Section,
    TickBoxes,
    Tone,
    WriteLines,
    plain,
)
from workshop.printing.cover import no_next_day
from workshop.printing.family import document, first_contact, next_day, practice_note
from workshop.printing.text import Span
from workshop.printing.will_do import promises_and_why_not
from workshop.printing.words import _


def take_home(facts: Facts) -> Document:
    """The sheet that everybody takes home."""
    front = Section(promises_and_why_not(facts), fits_from=12)
    back = Section(_keep_this_page(facts), fits_from=12)
    return document(facts, "one-sheet", _("What we will do"), (front, back))


def _keep_this_page(facts: Facts) -> tuple[Block, ...]:
    return (
        Heading(1, _("Keep this page")),
        *practice_note(facts),
        _meet_again(facts),
        Heading(2, _("Who to ring")),
        *_ring(facts),
        Heading(2, _("You can change your mind")),
        _change_your_mind(facts),
        Heading(2, _("One thing I will do")),
        WriteLines(2),
        TickBoxes((_("I want to come again"), _("I want the whole pack"))),
        plain(_thanks(facts), tone=Tone.LEAD),
    )


def _meet_again(facts: Facts) -> Box:
    heading = Heading(2, _("We meet again"))
    if facts.next_date is None:
        return Box((heading, *(plain(line) for line in no_next_day(facts))))
    place = (plain(facts.place, tone=Tone.DATE),) if facts.place else ()
    return Box(
        (
            heading,
            Paragraph((Span(next_day(facts), bold=True),), Tone.DATE),
            *place,
            plain(_("We will check every promise together. Bring this page.")),
        )
    )


def _ring(facts: Facts) -> tuple[Paragraph, ...]:
    return (
        *(_line(f"{contact.about}: {contact.name}, ", contact.number) for contact in facts.ring),
        Paragraph(
            (
                Span(_("Not well: ")),
                Span(_("111"), bold=True),
                Span(_(". In danger: ")),
                Span(_("999"), bold=True),
            ),
            Tone.CLEAR,
        ),
    )


def _line(before: str, number: str) -> Paragraph:
    return Paragraph((Span(before), Span(number, bold=True)), Tone.CLEAR)


def _change_your_mind(facts: Facts) -> Paragraph:
    contact = first_contact(facts)
    how = _("Ring {name}.").format(name=contact.name) if contact else _("Ask the people who led the day.")
    rest = f"{how} {_('Say the number on your slip. You do not have to say why.')}"
    if facts.change_until is None:
        sentence = _("You can take back your words, your name or your photo.")
        return plain(f"{sentence} {rest}", tone=Tone.CLEAR)
    until, after = _("Until {day} you can take back your words, your name or your photo.").split("{day}")
    spans = (Span(until), Span(words.date_only(facts.change_until), bold=True), Span(f"{after} {rest}"))
    return Paragraph(tuple(span for span in spans if span.text), Tone.CLEAR)


def _thanks(facts: Facts) -> str:
    thanks = _("Thank you for today.")
    return f"{thanks} {_('Your vote counted as much as anyone’s.')}" if facts.rounds else thanks
