"""The card for when somebody tells of harm. It is always blank: nothing about it is ever kept anywhere."""

from workshop.domain.paper_facts import PaperFacts
from workshop.printing.content import (
    Block,
    Document,
    Field,
    Heading,
    Numbered,
    Section,
    Tone,
    WriteLines,
    plain,
)
from workshop.printing.form_blocks import WriteOn
from workshop.printing.paper import paper
from workshop.printing.words import _


def safeguarding_card(facts: PaperFacts) -> Document:
    """What to do, whom to tell, and room for what was said in their words."""
    blocks: tuple[Block, ...] = (
        Heading(1, _("If somebody tells you of harm")),
        plain(_("On paper only. Write nothing about it in the app."), tone=Tone.LEAD),
        Numbered(
            (
                (1, _("Listen. Stay calm."), _("Let them use their own words. Do not ask for more.")),
                (2, _("Is somebody in danger now? Ring 999."), _("Do that first. The day can wait.")),
                (3, _("Tell one person:"), _("the lead below. Do not tell the room.")),
            )
        ),
        WriteOn((Field(_("Who to tell"), ""), Field(_("Phone"), "")), across=2),
        WriteOn((Field(_("Date and time"), ""), Field(_("Where"), "")), across=2),
        Heading(2, _("What was said, in their words")),
        WriteLines(5),
        WriteOn((Field(_("Told to, and when"), ""), Field(_("Written by"), "")), across=2),
        plain(_("Give this card to the lead today. Keep no copy."), tone=Tone.CLEAR),
    )
    title = _("If somebody tells you of harm")
    foot = _("Confidential: for the lead only")
    return paper(facts, "safeguarding-card", title, (Section(blocks, fits_from=11),), foot=foot)
