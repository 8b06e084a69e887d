"""The information sheet, to read before the day: who asks, what is open, what is written down, and rights."""

from workshop.domain.kinds import Form
from workshop.domain.paper_facts import DayFacts, PaperFacts
from workshop.printing import words
from workshop.printing.content import (
    Block,
    Document,
    Field,
    Heading,
    Paragraph,
    Section,
    Tone,
    lead_in,
    plain,
)
from workshop.printing.family import in_a_row
from workshop.printing.form_blocks import Pictured, WriteOn
from workshop.printing.paper import ask, change_mind, paper, ring, when_and_where
from workshop.printing.text import Span
from workshop.printing.words import _

UNTIL = "{date}"


def information(facts: PaperFacts) -> Document:
    """The sheet, in the shape that was asked for."""
    title = _("About the day")
    if facts.shape is Form.EASY_READ:
        sections = tuple(Section(page, fits_from=15) for page in _easy_pages(facts.day))
    else:
        sections = (Section(_day(facts.day), fits_from=12), Section(_rights(facts.day), fits_from=12))
    return paper(facts, "information", title, sections)


def _day(day: DayFacts) -> tuple[Block, ...]:
    return (
        Heading(1, day.title or _("About the day")),
        *((plain(day.question, tone=Tone.LOUD),) if day.question else ()),
        Heading(2, _("When and where")),
        WriteOn(
            (
                Field(_("When"), when_and_where(day)),
                Field(_("Where"), day.place),
                Field(_("Who asks you"), day.host or in_a_row(day.led_by)),
                Field(_("Who decides in the end"), day.sponsor),
            ),
            across=2,
        ),
        *_scope(day),
        *_what_happens(day),
        Heading(2, _("You choose")),
        plain(f"{_('You can stop or leave at any time.')} {_('You do not have to say why.')}"),
        plain(_("Saying no changes nothing about your care.")),
        plain(_("You can bring somebody to support you.")),
        Heading(2, _("Getting there, food and access")),
        WriteOn((Field(_("Travel"), ""), Field(_("Food and drink"), "")), across=2),
        WriteOn((Field(_("Access: steps, loop, quiet room, parking"), ""),)),
    )


def _scope(day: DayFacts) -> tuple[Block, ...]:
    said = (
        (_("Decided already:"), day.decided),
        (_("Open, for you to shape:"), day.still_open),
        (_("Not open:"), day.not_open),
    )
    lines = tuple(lead_in(label, text) for label, text in said if text)
    return (Heading(2, _("What is open")), *lines) if lines else ()


def _what_happens(day: DayFacts) -> tuple[Block, ...]:
    steps = (plain(", ".join(day.steps) + "."),) if day.steps else ()
    return (
        Heading(2, _("What will happen")),
        *(steps or (plain(_("We talk, write notes and choose together.")),)),
    )


def _rights(day: DayFacts) -> tuple[Block, ...]:
    return (
        Heading(1, _("What we write down, and your rights")),
        Heading(2, _("What we write down")),
        plain(f"{_('We write down notes, votes and promises.')} {_('Your name is not on your notes.')}"),
        plain(_("We ask before we use a name, a photo or a recording. You can say no to each.")),
        change_mind(_("You can change your mind until {date}."), day),
        Heading(2, _("Money")),
        plain(_("We pay back what it costs you to come.")),
        plain(_("Money back for costs does not change benefits. A payment or voucher can.")),
        Heading(2, _("What happens after")),
        plain(_after(day)),
        Heading(2, _("Who to ask")),
        *ask(day),
        *_privacy(day),
    )


def _after(day: DayFacts) -> str:
    if day.report_back_by is None:
        return _("We tell you what was decided, and why.")
    until = words.date_only(day.report_back_by)
    return _("We tell you what was decided, and why, by {day}.").format(day=until)


def _privacy(day: DayFacts) -> tuple[Block, ...]:
    kept = tuple(
        lead_in(label, words.date_only(until))
        for label, until in (
            (_("Names on notes are kept until:"), day.names_until),
            (_("Your answers about consent are kept until:"), day.consent_until),
            (_("Papers about money are kept until:"), day.money_until),
        )
        if until
    )
    return (
        Heading(2, _("Your data")),
        plain(_("We keep what you tell us locked, on one computer, not on the internet.")),
        *kept,
        plain(_("You can ask to see it, to have it put right, or to have it erased.")),
        WriteOn(
            (
                Field(_("Who is responsible for the data"), day.host),
                Field(_("Why the law allows it"), ""),
                Field(_("Data protection contact"), ""),
                Field(_("To complain"), ""),
            ),
            across=2,
        ),
        plain(_("You can also complain to the Information Commissioner: 0303 123 1113."), tone=Tone.SMALL),
    )


def _easy_pages(day: DayFacts) -> tuple[tuple[Block, ...], ...]:
    """A picture and a sentence for each thing, on two pages."""
    when, place = when_and_where(day), day.place
    first = [
        ("users", plain(day.question or _("We talk, write notes and choose together."))),
        *((("calendar", plain(when)),) if when else ()),
        *((("map-pin", plain(place)),) if place else ()),
        ("door-open", plain(_("You can stop or leave at any time."))),
        ("ear", plain(_("You can bring somebody to support you."))),
    ]
    second = [
        ("notes_used", plain(_("We write down notes, votes and promises."))),
        ("camera", plain(_("We ask before we take a photo. You can say no."))),
        ("calendar", change_mind(_("You can change your mind until {date}."), day)),
        ("pound-sterling", plain(_("We pay back what it costs you to come."))),
        ("phone", plain(ring(day) or _("Ask the people who led the day."))),
    ]
    heading = Heading(1, day.title or _("About the day"))
    rights = Heading(1, _("What we write down, and your rights"))
    lock = plain(_("We keep what you tell us locked, on one computer, not on the internet."), tone=Tone.SMALL)
    return (heading, _pictured(first)), (rights, _pictured(second), lock)


def _pictured(rows: list[tuple[str, Paragraph]]) -> Pictured:
    return Pictured(tuple((name, _spans(words_)) for name, words_ in rows))


def _spans(paragraph: Paragraph) -> tuple[Span, ...]:
    return paragraph.spans
