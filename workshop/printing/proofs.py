"""Proofs on paper: that somebody was erased, and that all people of a workshop were. They name nobody."""

from workshop.domain.paper_facts import ErasedFacts, PaperFacts, ShreddedFacts
from workshop.printing import words
from workshop.printing.content import Block, Document, Field, Heading, Section, plain
from workshop.printing.form_blocks import Table, WriteOn
from workshop.printing.paper import paper
from workshop.printing.taken_back import recall_list
from workshop.printing.words import _, n_


def erased(facts: PaperFacts) -> Document:
    """The certificate of an erasure."""
    about = next(about for about in facts.about if isinstance(about, ErasedFacts))
    day = words.date_only(about.erased_on)
    notes = n_(
        "The words of {n} note were erased.", "The words of {n} notes were erased.", about.notes_erased
    )
    pictures = n_("{n} picture was erased.", "{n} pictures were erased.", about.pictures_erased)
    blocks: tuple[Block, ...] = (
        Heading(1, _("Erased")),
        plain(_("On {day} everything about one person was erased from this workshop.").format(day=day)),
        plain(_("Their answers, signature and needs are gone from the file and its snapshots.")),
        *((plain(notes),) if about.notes_erased else ()),
        *((plain(pictures),) if about.pictures_erased else ()),
        *recall_list(about.recall),
        *_signed(),
    )
    return paper(facts, "erased", _("Erased"), (Section(blocks),))


def shredded(facts: PaperFacts) -> Document:
    """The proof that nobody is in the file any more."""
    about = next(about for about in facts.about if isinstance(about, ShreddedFacts))
    day = words.date_only(about.shredded_on)
    blocks: tuple[Block, ...] = (
        Heading(1, _("All people were erased")),
        plain(_("On {day} all people were erased from this workshop.").format(day=day)),
        plain(_("The old key was destroyed first, then the old files and snapshots.")),
        _counts(about),
        plain(_("The board, the results and the promises remain.")),
        *recall_list(about.recall),
        *_signed(),
    )
    return paper(facts, "shredded", _("All people were erased"), (Section(blocks),))


def _counts(about: ShreddedFacts) -> Table:
    rows = (
        (_("People"), about.people),
        (_("Answers about consent"), about.answers),
        (_("Signatures"), about.signatures),
        (_("Pictures"), about.pictures),
        (_("Claims"), about.claims),
        (_("Notes that lost their words"), about.notes_without_words),
    )
    return Table(
        (_("What was erased"), _("How many")), tuple((what, str(n)) for what, n in rows), (0.75, 0.25)
    )


def _signed() -> tuple[Block, ...]:
    fields = (Field(_("Done by"), ""), Field(_("Date"), ""))
    return (WriteOn(fields, across=2, tall=True),)
