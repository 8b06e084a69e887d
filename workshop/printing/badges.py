"""Who is here: the list to sign with a first name and any mark, and badges or cards for the table."""

from workshop.domain.paper_facts import NameFacts, NamesFacts, PaperFacts
from workshop.printing import words
from workshop.printing.content import Block, Document, Field, Heading, Section, Tone, plain
from workshop.printing.form_blocks import BigWords, Cards, Shade, Strip, Table, WriteOn
from workshop.printing.paper import paper
from workshop.printing.words import _

SIGN_IN_SHARES = (0.355, 0.445, 0.2)
BADGE_HEIGHT = 60  # millimetres: four rows of two on a page


def sign_in(facts: PaperFacts) -> Document:
    """First names, room for a mark, and empty rows for whoever is not on the list."""
    about = _names(facts)
    rows = tuple((name.name, "", "") for name in about.names) + (("", "", ""),) * about.empty
    blocks: tuple[Block, ...] = (
        Heading(1, _("Who is here")),
        plain(_("Only a first name and any mark. Nothing else on this page."), tone=Tone.LEAD),
        Table((_("First name"), _("Any mark is fine"), _("Left at")), rows, SIGN_IN_SHARES, to_write=True),
    )
    until = facts.day.names_until or facts.day.change_until
    destroy = [_("Destroy by {day}.").format(day=words.date_only(until))] if until else []
    foot = " ".join([_("The leaders keep this."), *destroy])
    return paper(facts, "sign-in", _("Who is here"), (Section(blocks),), foot=foot)


def badges(facts: PaperFacts) -> Document:
    """A card each: the name as it is wished, and whether a photo may be taken. No titles."""
    about = _names(facts)
    cards = (*(_badge(name) for name in about.names), *(_empty_badge() for _at in range(about.empty)))
    if not cards:
        blocks: tuple[Block, ...] = (
            Heading(1, _("Badges")),
            plain(_("Nobody has said yes to taking part so far.")),
        )
    else:
        blocks = (Cards(cards, 2, BADGE_HEIGHT, centred=True),)
    return paper(facts, "badges", _("Badges"), (Section(blocks),), foot=_("Cut along the lines."))


def _badge(name: NameFacts) -> tuple[Block, ...]:
    strip = (
        Strip(Shade.YES, ("camera", "check"), _("Photo: yes"))
        if name.photo
        else Strip(Shade.NO, ("camera", "x"), _("Photo: no"))
    )
    return (BigWords(name.name), strip)


def _empty_badge() -> tuple[Block, ...]:
    return (
        WriteOn((Field(_("My name"), ""),), tall=True),
        Strip(Shade.NO, ("camera", "x"), _("Photo: no")),
    )


def _names(facts: PaperFacts) -> NamesFacts:
    return next((about for about in facts.about if isinstance(about, NamesFacts)), NamesFacts())
