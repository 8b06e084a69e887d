"""A day that has voted, for the tests of promises and printing: three people, four ideas, seven ballots."""

from dataclasses import dataclass, field
from datetime import timedelta

from tests.given import TODAY
from tests.ui.given import Table
from workshop.domain.ids import NoteId, OptionId, PersonId
from workshop.domain.kinds import Item, Said
from workshop.domain.outcomes import Promise

SOON = TODAY + timedelta(days=30)
WHY = "There is no money this year."
IDEAS = ("One person to ring", "Medicines ready", "A plan on one page", "A leaflet about parking")


@dataclass
class Voted:
    """The room after the vote. Femi agreed to a printed name, Josh did not; the last idea has no dot."""

    table: Table
    people: dict[str, PersonId] = field(default_factory=dict)
    options: tuple[OptionId, ...] = ()
    notes: list[NoteId] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = self.table.session
        session.plan.set_scope("a", "b", "c", "Ruth", SOON)
        session.plan.open_day()
        for called in ("Femi", "Josh"):
            self.people[called] = session.people.arrive(called, []).person
            session.people.consent(self.people[called], Item.TAKE_PART, Said.YES)
        session.people.consent(self.people["Femi"], Item.QUOTE_FIRST_NAME, Said.YES)
        self.notes = [session.board.add_note(text).note for text in ("Nobody rang me", "I rang and rang")]
        group = session.board.make_group("The first week", self.notes).group
        ideas = [session.board.add_idea(title, origin=[group]).idea for title in IDEAS]
        opened = session.voting.open_round("What first?", "What helps most", list(ideas))
        self.options = tuple(option.id for option in opened.options)
        for dots in ((2, 1), (2, 1), (1, 1, 1), (2, 0, 1), (1, 2), (2, 1)):
            choices = {id_: n for id_, n in zip(self.options, dots, strict=False) if n}
            session.voting.cast(opened.round, choices)
        session.voting.close_round(opened.round)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """All promises, now."""
        return self.table.session.all(Promise)
