"""A day that has voted, for the tests of promises and printing: three people, four ideas, seven ballots."""

from dataclasses import dataclass, field
from datetime import timedelta

from tests.given import TODAY
from tests.ui.given import Table
from workshop.domain.ids import NoteId, OptionId, PersonId
from workshop.domain.kinds import Item, Said
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Person
from workshop.domain.records import Note, Round
from workshop.session.session import Session

SOON = TODAY + timedelta(days=30)
WHY = "There is no money this year."
IDEAS = ("One person to ring", "Medicines ready", "A plan on one page", "A leaflet about parking")


def vote(session: Session) -> None:
    """The day up to the end of its vote."""
    session.plan.set_scope("a", "b", "c", "Ruth", SOON)
    session.plan.open_day()
    femi, josh = (session.people.arrive(called, []).person for called in ("Femi", "Josh"))
    for person in (femi, josh):
        session.people.consent(person, Item.TAKE_PART, Said.YES)
    session.people.consent(femi, Item.QUOTE_FIRST_NAME, Said.YES)
    notes = [session.board.add_note(text).note for text in ("Nobody rang me", "I rang and rang")]
    group = session.board.make_group("The first week", notes).group
    ideas = [session.board.add_idea(title, origin=[group]).idea for title in IDEAS]
    opened = session.voting.open_round("What first?", "What helps most", list(ideas))
    for dots in ((2, 1), (2, 1), (1, 1, 1), (2, 0, 1), (1, 2), (2, 1)):
        choices = {option.id: n for option, n in zip(opened.options, dots, strict=False) if n}
        session.voting.cast(opened.round, choices)
    session.voting.close_round(opened.round)


@dataclass
class Voted:
    """The room after the vote. Femi agreed to a printed name, Josh did not; the last idea has no dot."""

    table: Table
    people: dict[str, PersonId] = field(default_factory=dict)
    options: tuple[OptionId, ...] = ()
    notes: list[NoteId] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = self.table.session
        if not session.all(Round):
            vote(session)
        (round_,) = session.all(Round)
        self.people = {person.called: PersonId(person.id) for person in session.all(Person)}
        self.notes = [NoteId(note.id) for note in session.all(Note)]
        self.options = tuple(option.id for option in round_.options)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """All promises, now."""
        return self.table.session.all(Promise)
