"""What may be shown of the answers to the equality questions, each question by itself."""

from workshop.domain.paper_facts import PaperFacts
from workshop.printing.content import Block, Document, Heading, Section, Tone, plain
from workshop.printing.equality_paper import equality_of
from workshop.printing.form_blocks import Table
from workshop.printing.paper import paper
from workshop.printing.words import _

SHARES = (0.7, 0.3)


def equality_summary(facts: PaperFacts) -> Document:
    """Each question by itself, small counts kept back, and the rule that kept them."""
    about = equality_of(facts)
    title = _("Who took part, in numbers")
    rules = dict.fromkeys(table.rule for table in about.tables)
    blocks: tuple[Block, ...] = (
        Heading(1, title),
        *(
            block
            for table in about.tables
            for block in (Heading(2, table.title), *_table(table.answered, table.rows))
        ),
        *(plain(rule, tone=Tone.SMALL) for rule in rules),
    )
    if not about.tables:
        blocks = (Heading(1, title), plain(_("Too few people answered. Nothing can be shown.")))
    return paper(facts, "equality-summary", title, (Section(blocks),))


def _table(answered: str, rows: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    said = (plain(answered, tone=Tone.SMALL),)
    return (*said, Table((_("Answer"), _("People")), rows, SHARES)) if rows else said
