"""The day in words, and what became of a note."""

from datetime import datetime

import pytest

from tests import given
from ui.parts import history
from ui.parts.history import MomentRow, ThenAndNow
from ui.words import words_in
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind, NoteState
from workshop.domain.labels import Label
from workshop.domain.moments import TOLD, Done, Moment
from workshop.domain.records import Note

EN = words_in("en")
ONE, TWO = datetime(2026, 3, 5, 13, 10), datetime(2026, 3, 5, 13, 11)
DAY = (
    Moment(2, ONE, "", (Done(Label.OPEN_DAY, 1),)),
    Moment(7, ONE, "Write", (Done(Label.ADD_NOTE, 3), Done(Label.MOVE_NOTES, 1))),
    Moment(9, None, "Write", (Done(Label.ADD_NOTE, 2),)),
    Moment(20, TWO, "", (Done(Label.ADD_NOTE, 1, undone=True),)),
)


def test_the_day_is_told_from_the_last_moment_back() -> None:
    assert history.rows(DAY, EN) == [
        MomentRow(20, "Undone: 1 note written", "13:11", "Between two steps"),
        MomentRow(9, "2 notes written", "", "Write"),
        MomentRow(7, "3 notes written. Notes moved once", "13:10"),
        MomentRow(2, "The day began", "13:10", "Before the first step"),
    ]
    assert history.rows((), EN) == []


def test_a_busy_moment_names_three_acts() -> None:
    labels = (Label.ADD_NOTE, Label.MAKE_GROUP, Label.NAME_GROUP, Label.ADD_IDEA, Label.OPEN_ROUND)
    busy = Moment(9, ONE, "", tuple(Done(label, 1) for label in labels))
    assert history.text_of(busy, EN) == "1 note written. 1 new group. 1 group named. 2 more"


@pytest.mark.parametrize("label", sorted(TOLD))
def test_everything_that_is_told_has_its_own_words(label: Label) -> None:
    said = history.text_of(Moment(1, ONE, "", (Done(label, 2),)), EN)
    assert said != label.capitalize()
    assert len(said.split()) <= 12


def test_what_stands_above_the_board() -> None:
    assert [history.title_of(moment, EN) for moment in (DAY[0], DAY[2])] == [
        "The board at 13:10",
        "The board during quiet writing",
    ]


def test_an_act_belongs_to_the_moment_that_ends_after_it() -> None:
    assert [history.nearest(DAY, seq) for seq in (1, 2, 3, 9, 10, 99)] == [0, 0, 1, 2, 3, 3]
    assert history.nearest((), 4) == -1


THEN = given.note(1, "Parking cost £14")


@pytest.mark.parametrize(
    ("now", "said", "can"),
    [
        (None, "Now it is not there any more.", True),
        (given.note(1, "Parking cost £14", state=NoteState.WITHHELD), "Now it is hidden.", True),
        (given.note(1, "Parking"), "Now it says: Parking", True),
        (given.note(1, "Parking cost £14", kind=NoteKind.IDEA), "Now it says: Parking cost £14", True),
        (given.note(1, "x", same_as=NoteId("note-2")), "Now it lies under another note.", True),
        (given.note(1, "x", waiting=True), "Now it waits for its place.", True),
        (given.note(1, "x", state=NoteState.HIDDEN), "It lies face down now.", False),
        (THEN, "It is the same now.", False),
    ],
)
def test_what_became_of_a_note(now: Note | None, said: str, can: bool) -> None:
    assert history.then_and_now(THEN, now, EN) == ThenAndNow(THEN, said, "" if can else said)


def test_erased_words_cannot_come_back() -> None:
    erased = Note(NoteId("note-1"), 1, "")
    said = "The words of this note were erased."
    assert history.then_and_now(erased, None, EN) == ThenAndNow(erased, said, said)


def test_words_that_their_writer_took_back_cannot_come_back() -> None:
    silent, said = Note(NoteId("note-1"), 1, ""), "The writer took these words back."
    assert history.then_and_now(silent, THEN, EN) == ThenAndNow(silent, said, said)
