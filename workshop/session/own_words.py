"""Notes whose writer is known, and took back that their words are used: they leave every screen.

They are put out of sight as a hidden note is, so that board, search, lists and reading aloud know
nothing of them, and nobody but the writer can bring them back: by a new yes.
"""

from collections.abc import Iterable
from dataclasses import replace

from workshop.domain import board, consent
from workshop.domain.consent import Consents
from workshop.domain.forms import FormWords
from workshop.domain.grouping import keep_tops
from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import Item, NoteState
from workshop.domain.persons import Answer, Person, Wording
from workshop.domain.records import Note
from workshop.errors import RuleBroken
from workshop.session.context import Context

ABOUT_WORDS = frozenset({Item.TAKE_PART, Item.NOTES_USED})


def consents_in(context: Context) -> Consents:
    """How everybody stands to every question."""
    store = context.store
    return Consents.of(store.all(Person), store.all(Answer), store.all(Wording), store.all(FormWords))


def taken_back(context: Context, notes: Iterable[Note]) -> frozenset[NoteId]:
    """Those of the notes whose writer does not want their words used any more."""
    return consent.words_taken_back(notes, consents_in(context), context.today())


def refuse_when_taken_back(context: Context, note: Note) -> None:
    """RuleBroken for a note that only its writer can give back."""
    if taken_back(context, [note]):
        raise RuleBroken("The writer took these words back. Nothing was changed.")


def put_away(context: Context, person: PersonId, changed: Iterable[Note] = ()) -> list[Note]:
    """The notes of somebody, out of sight, with what that changes in their stacks.

    `changed` are notes as the same act leaves them.
    """
    now = {note.id: note for note in changed}
    notes = [now.get(note.id, note) for note in context.store.all(Note)]
    mine = [board.take_words_back(note) for note in notes if note.author == person and note.text]
    return keep_tops(mine, notes)


def given_back(context: Context, person: PersonId) -> list[Note]:
    """The notes that were put away when their writer took them back, as they were before."""
    store, workshop = context.store, context.workshop
    notes = store.all(Note)
    away = [note for note in notes if note.author == person and board.is_taken_back(note)]
    still = taken_back(context, away)
    number = store.next_number(Note)
    back: list[Note] = []
    for note in away:
        if note.id not in still:
            now = board.give_words_back(note, workshop)
            if now.number < 0 and now.state is NoteState.SHOWN:  # it was put away while face down
                now, number = replace(now, number=number), number + 1
            back.append(now)
    return keep_tops(back, notes)
