"""Equality questions on paper, with how the sealed envelope works."""

from workshop.domain.paper_facts import AskedFacts, EqualityFacts, PaperFacts
from workshop.printing.content import Block, Document, Heading, Section, Tone, lead_in, plain
from workshop.printing.form_blocks import Choices, Together
from workshop.printing.paper import paper
from workshop.printing.words import _


def equality_form(facts: PaperFacts) -> Document:
    """The sheet: no name, no number, an envelope."""
    about = equality_of(facts)
    blocks: tuple[Block, ...] = (
        Heading(1, about.title),
        *(plain(sentence) for sentence in about.why),
        *(plain(sentence, tone=Tone.CLEAR) for sentence in about.how),
        *(_question(asked) for asked in about.asked),
    )
    foot = _("No name on this paper. {version}").format(version=about.place)
    return paper(facts, "equality-form", about.title, (Section(blocks),), foot=foot)


def _question(asked: AskedFacts) -> Together:
    several = (plain(_("You can tick more than one."), tone=Tone.SMALL),) if asked.several else ()
    more = (plain(asked.more, tone=Tone.SMALL),) if asked.more else ()
    blocks: list[Block] = [Heading(2, asked.question), *more, *several]
    for name, answers in asked.groups:
        blocks += [lead_in(name, "")] if name else []
        blocks.append(Choices(answers, across=2))
    return Together(tuple(blocks))


def equality_of(facts: PaperFacts) -> EqualityFacts:
    """The sheet, and what may be shown of the answers."""
    return next((about for about in facts.about if isinstance(about, EqualityFacts)), EqualityFacts())
