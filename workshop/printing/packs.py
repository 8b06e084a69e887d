"""Which documents are made for whom.

Audience   One sheet   Pack                              Besides
people     yes         cover, said, voted, will do
team       yes         cover, said, voted, will do
wall       -           will do
committee  -           cover, will do, voted
archive    yes         cover, said, voted, will do       consent register (CONFIDENTIAL, its own file)
"""

from collections.abc import Callable

from workshop.domain.facts import Facts
from workshop.domain.kinds import Audience
from workshop.printing.content import Document, join_pack
from workshop.printing.cover import cover
from workshop.printing.register import register
from workshop.printing.said import said
from workshop.printing.take_home import take_home
from workshop.printing.voted import voted
from workshop.printing.will_do import will_do
from workshop.printing.words import _, speaking

Family = Callable[[Facts], Document]

WHOLE: tuple[Family, ...] = (cover, said, voted, will_do)
PACKS: dict[Audience, tuple[Family, ...]] = {
    Audience.PEOPLE: WHOLE,
    Audience.TEAM: WHOLE,
    Audience.WALL: (will_do,),
    Audience.COMMITTEE: (cover, will_do, voted),
    Audience.ARCHIVE: WHOLE,
}
SHEET_FOR = (Audience.PEOPLE, Audience.TEAM, Audience.ARCHIVE)


def documents_for(facts: Facts) -> tuple[Document, ...]:
    """Every document for the audience of these facts, in the order they are printed.

    Raises RuleBroken when a confidential paper would go into a pack for others (I12).
    """
    with speaking(facts.language):
        parts = [make(facts) for make in PACKS[facts.audience]]
        title = _("What we said and what we will do")
        locked_up = facts.audience is Audience.ARCHIVE
        pack = join_pack("pack", f"{title}. {facts.title}", parts, confidential=locked_up)
        sheet = (take_home(facts),) if facts.audience in SHEET_FOR else ()
        locked = (register(facts),) if facts.audience is Audience.ARCHIVE else ()
    return (*sheet, pack, *locked)
