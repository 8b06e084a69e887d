"""The day in moments: by minute and step, quiet writing without a time, nothing about people."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given as any_
from hypothesis import strategies as st

from workshop.domain.labels import Label
from workshop.domain.moments import TOLD, Act, Done, Moment, moments

NOON = datetime(2026, 3, 5, 12, 0)


def act(seq: int, label: Label = Label.ADD_NOTE, after: int = 0, **more: object) -> Act:
    """An act so many seconds after noon."""
    return Act(seq, NOON + timedelta(seconds=after), label, **more)  # type: ignore[arg-type]


def test_one_minute_of_one_step_is_one_moment() -> None:
    day = [
        act(1, Label.START_STEP, 0, step="Write"),
        act(2, after=10, step="Write"),
        act(3, Label.MOVE_NOTES, 20, step="Write"),
        act(4, after=59, step="Write"),
        act(5, after=60, step="Write"),
        act(6, Label.START_STEP, 70, step="Share"),
    ]
    minute = NOON + timedelta(minutes=1)
    written, moved = Done("add note", 2), Done("move note", 1)
    assert moments(day) == (
        Moment(4, NOON, "Write", (Done("start step", 1), written, moved)),
        Moment(5, minute, "Write", (Done("add note", 1),)),
        Moment(6, minute, "Share", (Done("start step", 1),)),
    )


def test_what_was_taken_back_is_told_apart() -> None:
    moved = Label.MOVE_NOTES
    assert moments([act(1, moved), act(2, moved, undoing=True)]) == (
        Moment(2, NOON, "", (Done("move note", 1), Done("move note", 1, undone=True))),
    )


def test_before_words_go_a_moment_ends_so_that_they_can_be_reached() -> None:
    day = [
        act(1),
        act(2, Label.EDIT_NOTE),
        act(3, Label.EDIT_NOTE),
        act(4),
        act(5, undoing=True),
        act(6, Label.WITHHOLD_NOTE),
    ]
    assert [moment.seq for moment in moments(day)] == [1, 2, 4, 5, 6]
    quiet = [act(seq, Label.EDIT_NOTE, quiet=True) for seq in (1, 2, 3)]
    assert [moment.seq for moment in moments(quiet)] == [3]  # there it would tell in which order


def test_quiet_writing_is_one_moment_without_a_time() -> None:
    day = [
        act(1, Label.HIDE_WRITING),
        *(act(n, after=60 * n, quiet=True) for n in (2, 3, 4)),
        act(5, Label.REVEAL, 600),
    ]
    assert moments(day) == (
        Moment(1, NOON, "", (Done("hide writing", 1),)),
        Moment(4, None, "", (Done("add note", 3),)),
        Moment(5, NOON + timedelta(minutes=10), "", (Done("turn the notes over", 1),)),
    )


@pytest.mark.parametrize(
    "label",
    [
        Label.ARRIVE,
        Label.CHANGE_PERSON,
        Label.ANSWER_CONSENT,
        Label.SIGN,
        Label.TAKE_BACK,
        Label.ERASE_PERSON,
        Label.EXPECT_PEOPLE,
        Label.REVIEW_NAMES,
        Label.MAKE_PACK,
    ],
)
def test_nothing_is_told_about_people(label: Label) -> None:
    assert label not in TOLD
    assert moments([act(1, label)]) == ()


@any_(st.lists(st.tuples(st.sampled_from(Label), st.integers(0, 300), st.booleans()), max_size=20))
def test_every_told_act_is_in_one_moment(day: list[tuple[Label, int, bool]]) -> None:
    acts = [act(seq, label, after, quiet=quiet) for seq, (label, after, quiet) in enumerate(day, start=1)]
    found = moments(acts)
    told = [a for a in acts if a.label in TOLD]
    assert sum(done.times for moment in found for done in moment.done) == len(told)
    assert [m.seq for m in found] == sorted(m.seq for m in found)
    assert all(m.at is None or m.at.second == 0 for m in found)
