"""What people may take back or change themselves: their own doing, for two minutes."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests import given
from workshop.domain.history import Entry
from workshop.domain.kinds import NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.taking_back import FRESH, OF_PEOPLE, fresh_acts, may_change

NOW = datetime(2026, 3, 5, 13, 10)


def acted(**ago: int) -> Callable[[int], datetime | None]:
    """A record of what happened in which every act is this old."""
    return lambda seq: NOW - timedelta(**ago)


def acts(*labels: Label) -> tuple[Entry, ...]:
    """Acts in the order they were done; the latest comes first."""
    return tuple(Entry(seq, label) for seq, label in enumerate(labels, start=1))[::-1]


@pytest.mark.parametrize("label", Label)
def test_only_what_people_do_at_the_board_is_theirs(label: Label) -> None:
    found = list(fresh_acts(acts(label), acted(seconds=1), NOW))
    assert found == ([(Entry(1, label), NOW - timedelta(seconds=1))] if label in OF_PEOPLE else [])


def test_neither_hiding_nor_the_plan_nor_the_vote_is_among_them() -> None:
    desk = {Label.WITHHOLD_NOTE, Label.RESTORE_NOTE, Label.BRING_BACK, Label.HIDE_WRITING, Label.REVEAL}
    desk |= {Label.START_STEP, Label.SET_SCOPE, Label.PROMISE, Label.REVIEW_NAMES, Label.OPEN_ROUND}
    desk |= {Label.DECIDE, Label.LOCK_AREA, Label.SET_LAYOUT, Label.PLACE_NOTE, Label.IMPORT_NOTES}
    assert not desk & OF_PEOPLE


def test_the_latest_come_first_and_two_minutes_are_the_end() -> None:
    times = {1: NOW - FRESH - timedelta(seconds=1), 2: NOW - FRESH, 3: NOW, 4: None}
    done = acts(Label.ADD_NOTE, Label.ADD_NOTE, Label.MOVE_NOTES, Label.ADD_NOTE)
    assert [entry.seq for entry, _ in fresh_acts(done, times.get, NOW)] == [3, 2]


@pytest.mark.parametrize(
    ("source", "state", "ago", "expected"),
    [
        (NoteSource.TYPED, NoteState.SHOWN, 120, True),
        (NoteSource.SPOKEN, NoteState.SHOWN, 0, True),
        (NoteSource.TYPED, NoteState.HIDDEN, 0, False),
        (NoteSource.TYPED, NoteState.SHOWN, 121, False),
        (NoteSource.TYPED, NoteState.WITHHELD, 0, False),
        (NoteSource.PAPER, NoteState.SHOWN, 0, False),
        (NoteSource.ABSENT, NoteState.SHOWN, 0, False),
        (NoteSource.PREPARED, NoteState.SHOWN, 0, False),
    ],
)
def test_words_may_be_changed_for_two_minutes(
    source: NoteSource, state: NoteState, ago: int, expected: bool
) -> None:
    note = given.note(1, source=source, state=state)
    assert may_change(note, NOW - timedelta(seconds=ago), NOW) is expected
    assert may_change(note, None, NOW) is False
