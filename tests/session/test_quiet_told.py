"""Whatever happens in quiet writing: undo, the day so far and search tell nothing of what lies face down."""

import contextlib
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as any_
from hypothesis import strategies as st

from tests import given
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note
from workshop.errors import RuleBroken
from workshop.session import looking_back
from workshop.session.context import repeatable
from workshop.session.session import Session

ACTS = ("write", "write", "write", "hide", "hide", "reveal", "undo", "redo", "put away", "show", "edit")


def do(session: Session, act: str, which: int, words: str) -> None:
    """Do something to some note; what is refused is not done."""
    board, notes = session.board, session.all(Note)
    acts: dict[str, Callable[[], object]] = {
        "write": partial(board.add_note, words),
        "hide": board.hide_writing,
        "reveal": board.reveal,
        "undo": session.undo,
        "redo": session.redo,
    }
    if notes:
        note = notes[which % len(notes)].id
        acts["put away"] = partial(board.withhold_note, note, "said twice")
        acts["show"] = partial(board.restore_note, note)
        acts["edit"] = partial(board.edit_note, note, words)
    with contextlib.suppress(RuleBroken):
        acts.get(act, session.redo)()


def told(session: Session, seqs: range) -> str:
    """All that can be read of what happened, on either side."""
    lists = (session.recent(99), session.recent(99, of_people=False), session.again(), session.moments())
    return str((lists, session.search(""), [session.board_at(seq) for seq in seqs]))


def play(folder: object, acts: list[tuple[str, int]]) -> None:
    """Do all this; after each act nothing is told of what nobody has turned over."""
    session = Session.make(folder, "A day", None, given.clock, *repeatable("1"))  # type: ignore[arg-type]
    in_order: list[str] = []
    with contextlib.closing(session):
        for place, (act, which) in enumerate(acts):
            words = f"word{place}x"
            if act == "write" and session.day().writing_hidden:
                in_order.append(words)
            do(session, act, which, words)
            last = session._context.store.last_seq()
            said = told(session, range(1, last + 1))
            down = [note.text for note in session.all(Note) if note.number < 0]
            assert [text for text in down if text in said] == []
            fresh = [r.what for r in session.recent(99, of_people=False) if r.label == "add note"]
            assert [what for what in fresh if what in in_order] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@any_(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=14))
def test_nothing_is_told_of_what_lies_face_down(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    play(tmp_path_factory.mktemp("quiet") / "day", acts)


PUT_AWAY = [("hide", 0), ("write", 0), ("put away", 0)]


def test_nor_of_what_was_put_away_face_down(tmp_path_factory: pytest.TempPathFactory) -> None:
    play(tmp_path_factory.mktemp("quiet") / "day", PUT_AWAY)


def test_a_list_that_asks_only_who_is_in_sight_now_would_be_noticed(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_back, "_never_seen", lambda note: note.state is NoteState.HIDDEN)
    with pytest.raises(AssertionError):
        play(tmp_path_factory.mktemp("quiet") / "day", PUT_AWAY)
