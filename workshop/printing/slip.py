"""The slip to keep: a number, until when to change one's mind, and what was answered. It names nobody."""

from workshop.domain.kinds import Form
from workshop.domain.paper_facts import PaperFacts, SlipFacts
from workshop.printing import words
from workshop.printing.content import Block, Document, Heading, Section, Tone, lead_in, plain
from workshop.printing.form_blocks import BigWords, Cards, Framed
from workshop.printing.paper import bold_in, paper, ring
from workshop.printing.words import _

HEIGHT = 120  # millimetres; two beside each other and two below are a page


def slip(facts: PaperFacts) -> Document:
    """The slips, to cut out."""
    cards = tuple(_card(facts, about) for about in facts.about if isinstance(about, SlipFacts))
    title = _("You can change your mind")
    across = 2 if facts.shape in (Form.PLAIN, Form.SCREEN) else 1
    return paper(facts, "slip", title, (Section((Cards(cards, across, HEIGHT),)),))


def _card(facts: PaperFacts, about: SlipFacts) -> tuple[Block, ...]:
    day = facts.day
    until = (
        (bold_in(_("Until {date}."), "{date}", words.date_only(day.change_until)),)
        if day.change_until
        else (plain(_("You can change your mind at any time.")),)
    )
    return (
        Heading(1, _("You can change your mind")),
        *until,
        plain(ring(day) or _("Ask the people who led the day.")),
        plain(_("You do not have to say why.")),
        Framed((plain(_("Your number"), tone=Tone.SMALL), BigWords(about.ref, 30))),
        *((lead_in(_("You said Yes to:"), _said(about.yes), Tone.SMALL),) if about.yes else ()),
        *((lead_in(_("You said No to:"), _said(about.no), Tone.SMALL),) if about.no else ()),
    )


def _said(things: tuple[str, ...]) -> str:
    return " · ".join(things)
