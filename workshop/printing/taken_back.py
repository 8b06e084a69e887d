"""What was taken back, and the documents that have to be called back because of it."""

from workshop.domain.paper_facts import IssuedFacts, Paper, PaperFacts, TakenBackFacts
from workshop.domain.retention import COPY
from workshop.printing import words
from workshop.printing.content import Block, Document, Field, Heading, Section, Tone, plain
from workshop.printing.form_blocks import Table, WriteOn
from workshop.printing.paper import paper
from workshop.printing.words import _

RECALL_SHARES = (0.09, 0.25, 0.14, 0.19, 0.33)


def taken_back(facts: PaperFacts) -> Document:
    """The slip for the team's safe; it has a number and no name."""
    about = next(about for about in facts.about if isinstance(about, TakenBackFacts))
    blocks: tuple[Block, ...] = (
        Heading(1, _("Taken back")),
        WriteOn(
            (
                Field(_("Number on the slip"), about.ref),
                Field(_("Received on"), words.date_only(about.received) if about.received else ""),
                Field(_("Received by"), about.wrote_down),
            ),
            across=2,
        ),
        Heading(2, _("What is taken back")),
        *(plain(item) for item in about.items or (_("Nothing is taken back under this number."),)),
        *recall_list(about.recall),
        WriteOn((Field(_("All of it was done on"), ""), Field(_("Done by"), "")), across=2),
    )
    return paper(facts, "taken-back", _("Taken back"), (Section(blocks),))


def recall_list(recall: tuple[IssuedFacts, ...]) -> tuple[Block, ...]:
    """Every document that was handed out and shows what may not be shown any more, with room to write."""
    title = Heading(2, _("Documents to call back"))
    if not recall:
        return (title, plain(_("No document has to be called back.")))
    headings = (_("No."), _("Document and version"), _("Made on"), _("Given to"), _("What was done"))
    rows = tuple(_row(document) for document in recall)
    return (
        title,
        plain(_("Ask for each one back, or cross out what it shows."), tone=Tone.SMALL),
        Table(headings, rows, RECALL_SHARES, to_write=True),
    )


def _row(document: IssuedFacts) -> tuple[str, ...]:
    made = words.date_only(document.made_on) if document.made_on else ""
    kind = kind_words().get(document.kind, document.kind)
    done = _("Came back {day}").format(day=words.date_only(document.back_on)) if document.back_on else ""
    return (str(document.number), f"{kind} {document.version}".strip(), made, document.given_to, done)


def kind_words() -> dict[str, str]:
    """What each kind of document is called."""
    return {
        "one-sheet": _("One sheet to take home"),
        "pack": _("The whole pack"),
        "consent-register": _("Consent register"),
        Paper.CONSENT: _("Your choices"),
        Paper.SIGN_IN: _("Who is here"),
        Paper.BADGES: _("Badges"),
        Paper.CLAIM: _("Money back"),
        COPY: _("A copy of this workshop"),
    }
