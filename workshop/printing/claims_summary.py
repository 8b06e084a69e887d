"""What all claims of a workshop come to, for the team. It names nobody, and keeps two sums apart (I70)."""

from decimal import Decimal

from workshop.domain.kinds import Money
from workshop.domain.paper_facts import ClaimsFacts, PaperFacts
from workshop.printing.claim import category_words, pounds
from workshop.printing.content import Block, Box, Document, Heading, Section, Tone, plain
from workshop.printing.form_blocks import Table
from workshop.printing.paper import paper
from workshop.printing.words import _


def claims_summary(facts: PaperFacts) -> Document:
    """What all claims come to; no names."""
    about = next(about for about in facts.about if isinstance(about, ClaimsFacts))
    sums = (
        (Money.EXPENSE, _("Costs"), _("Total of costs"), about.expenses),
        (Money.PAYMENT, _("Payments"), _("Total of payments"), about.payments),
    )
    tables = (block for one in sums for block in _by_category(about, *one))
    blocks: tuple[Block, ...] = (
        Heading(1, _("Claims in numbers")),
        Box(
            (
                plain(_("Claims: {n}").format(n=about.claims)),
                plain(_("Paid: {n}").format(n=about.paid)),
                plain(_("Not paid yet: {n}").format(n=about.waiting)),
                plain(_("Not paid for more than 10 days: {n}").format(n=about.late)),
            )
        ),
        *tables,
        plain(_("We paid beforehand: {amount}").format(amount=pounds(about.prepaid))),
        plain(_("Costs and payments are never added together."), tone=Tone.SMALL),
    )
    return paper(facts, "claims-summary", _("Claims in numbers"), (Section(blocks),))


def _by_category(
    about: ClaimsFacts, money: Money, title: str, total: str, amount: Decimal
) -> tuple[Block, ...]:
    rows = tuple((category_words()[c], pounds(a)) for m, c, a in about.categories if m is money)
    if not rows:
        return ()
    return (
        Heading(2, title),
        Table((_("What for"), _("Amount")), rows, (0.7, 0.3), totals=(total, pounds(amount))),
    )
