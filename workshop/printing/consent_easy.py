"""The consent form in Easy Read: one question a page, a picture for each sentence, two equal boxes."""

from workshop.domain.kinds import Item
from workshop.domain.paper_facts import ConsentFacts, PaperFacts, QuestionFacts
from workshop.printing.consent_form import foot_of, help_words, under_16
from workshop.printing.content import Block, Document, Field, Heading, Section, Tone, plain
from workshop.printing.form_blocks import BigAnswers, Choices, Pictured, WriteOn
from workshop.printing.paper import ask, bold_in, change_mind, paper, ring
from workshop.printing.text import Span
from workshop.printing.words import _

SMALLEST = 15.0
# The drawing of each sentence that is not about the thing itself.
SECOND: dict[Item, str] = {
    Item.TAKE_PART: "door-open",
    Item.NOTES_USED: "eye-off",
    Item.QUOTE_FIRST_NAME: "user-round",
    Item.QUOTE_FULL_NAME: "equal",
    Item.PHOTO_REPORT: "message-circle-question",
    Item.PHOTO_WEB: "globe",
    Item.RECORDING: "trash-2",
    Item.CONTACT_RESULTS: "calendar",
    Item.INVITE_AGAIN: "calendar",
    Item.SHARE_CONTACT: "lock",
    Item.CREDIT: "file-text",
}
ABOUT = ("users", "lock", "hourglass")

Row = tuple[str, tuple[Span, ...]]


def consent_easy(facts: PaperFacts) -> Document:
    """The cover, a page for each question, the page to sign, and the page to keep."""
    form = next(about for about in facts.about if isinstance(about, ConsentFacts))
    count = len(form.questions)
    questions = (
        Section(_question(facts, form, asked), fits_from=SMALLEST, head=_head(facts, at, count))
        for at, asked in enumerate(form.questions, start=1)
    )
    sections = (
        Section(_first(facts, form), fits_from=SMALLEST),
        *questions,
        Section(_signing(form), fits_from=SMALLEST, head=facts.day.title or _("Your choices")),
        *((Section(under_16(form), fits_from=SMALLEST),) if form.young else ()),
        Section(_keep(facts, form), fits_from=SMALLEST),
    )
    return paper(facts, "consent-form-easy-read", _("Your choices"), sections, foot=foot_of(form))


def _head(facts: PaperFacts, at: int, count: int) -> str:
    which = _("Your choice {n} of {all}").format(n=at, all=count)
    return " · ".join(part for part in (facts.day.title, which) if part)


def _first(facts: PaperFacts, form: ConsentFacts) -> tuple[Block, ...]:
    rows: list[Row] = [
        (ABOUT[min(at, len(ABOUT) - 1)], (Span(sentence),)) for at, sentence in enumerate(form.about)
    ]
    rows.append(("x", bold_in(_("You can say {no} to anything."), "{no}", _("No")).spans))
    return (
        Heading(1, _("Your choices")),
        *((plain(facts.day.title, tone=Tone.LEAD),) if facts.day.title else ()),
        Pictured(tuple(rows)),
        WriteOn((Field(_("The name I want you to use"), form.name),)),
    )


def _question(facts: PaperFacts, form: ConsentFacts, asked: QuestionFacts) -> tuple[Block, ...]:
    drawings = (asked.item.value, SECOND[asked.item], "info")
    rows: list[Row] = [
        (drawings[min(at, 2)], (Span(sentence),)) for at, sentence in enumerate(asked.sentences)
    ]
    rows.append(("x", _say_no(asked.item)))
    rows.append(("calendar", change_mind(form.until, facts.day).spans))
    left_empty = _("If you leave both boxes empty, we count it as No.")
    mind = ring(facts.day)
    return (
        Heading(1, asked.question),
        Pictured(tuple(rows)),
        BigAnswers(_("Yes"), _("No")),
        plain(" ".join(part for part in (left_empty, mind) if part), tone=Tone.QUIET),
    )


def _say_no(item: Item) -> tuple[Span, ...]:
    if item is Item.TAKE_PART:
        sentence = _("You can say {no}. You are still welcome.")
    else:
        sentence = _("You can say {no}. You can still take part.")
    return bold_in(sentence, "{no}", _("No")).spans


def _signing(form: ConsentFacts) -> tuple[Block, ...]:
    return (
        Heading(1, _("My signature, or any mark")),
        WriteOn((Field(_("Sign here"), ""),), tall=True),
        WriteOn((Field(_("Date"), ""),)),
        Choices((_("I said my choices out loud."),)),
        WriteOn((Field(_("Who heard it"), ""),)),
        Heading(2, _("What helped me to decide")),
        Choices(help_words()),
        WriteOn((Field(_("Who supported me"), ""),)),
        Heading(2, _("For the team")),
        WriteOn((Field(_("Taken by"), ""), Field(_("Number on the slip"), form.ref))),
    )


def _keep(facts: PaperFacts, form: ConsentFacts) -> tuple[Block, ...]:
    rows: tuple[Row, ...] = (
        ("calendar", change_mind(form.until, facts.day).spans),
        ("phone", (Span(ring(facts.day) or _("Ask the people who led the day.")),)),
        ("message-circle-question", (Span(_("You do not have to say why.")),)),
        ("file-text", (Span(_("Say your number.")),)),
    )
    number = WriteOn((Field(_("Your number"), form.ref),))
    phone = () if facts.day.ring else ask(facts.day)
    return (
        Heading(1, _("You can change your mind")),
        plain(_("Keep this page.")),
        Pictured(rows),
        *phone,
        number,
    )
