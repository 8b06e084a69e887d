"""The undo and redo stacks, folded from acts."""

import time

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.history import Entry, History


def stacks(history: History) -> tuple[list[int], list[int]]:
    return [e.seq for e in history.done], [e.seq for e in history.undone]


def test_nothing_has_happened_yet() -> None:
    assert History.of([]) == History([], [])


def test_undo_moves_an_act_and_keeps_its_label() -> None:
    history = History.of([Entry(1, "add note"), Entry(2, "move note"), Entry(3, "move note", reverts=2)])
    assert history == History([Entry(1, "add note")], [Entry(3, "move note")])


def test_redo_moves_it_back_under_its_new_number() -> None:
    history = History.of([Entry(1, "add note"), Entry(2, "add note", 1), Entry(3, "add note", 2)])
    assert history == History([Entry(3, "add note")], [])
    assert history.find(3) == Entry(3, "add note")
    assert history.find(1) is None
    assert history.find(2) is None


def test_an_older_act_is_taken_out_of_the_middle() -> None:
    history = History.of([Entry(1, "a"), Entry(2, "b"), Entry(3, "c"), Entry(4, "b", 2)])
    assert stacks(history) == ([1, 3], [4])


def test_a_new_act_clears_what_could_be_redone() -> None:
    assert stacks(History.of([Entry(1, "a"), Entry(2, "a", 1), Entry(3, "b")])) == ([3], [])


def test_an_act_that_cannot_be_undone_neither_joins_nor_clears() -> None:
    history = History.of([Entry(1, "a"), Entry(2, "a", 1), Entry(3, "arrive", undoable=False)])
    assert stacks(history) == ([], [2])


def test_a_barrier_clears_both() -> None:
    acts = [Entry(1, "a"), Entry(2, "b"), Entry(3, "b", 2), Entry(4, "open the vote", barrier=True)]
    assert stacks(History.of(acts)) == ([], [])


def test_reversing_what_lies_before_a_barrier_changes_nothing() -> None:
    acts = [Entry(1, "a"), Entry(2, "open the vote", barrier=True), Entry(3, "a", reverts=1)]
    assert stacks(History.of(acts)) == ([], [])


@given(st.lists(st.sampled_from("act undo redo older barrier person".split()), max_size=60))
def test_stacks_stay_in_order_and_apart(steps: list[str]) -> None:
    """What `find` relies on: each stack is in order of seq, and no act stands in both."""
    history, acts = History(), []
    for seq, step in enumerate(steps, start=1):
        entry = _entry(history, seq, step)
        acts.append(entry)
        history.add(entry)
        done, undone = stacks(history)
        assert (done, undone) == (sorted(done), sorted(undone))
        assert not set(done) & set(undone)
        assert all(history.find(s) == e for s, e in zip(done, history.done, strict=True))
    assert history == History.of(acts)


def _entry(history: History, seq: int, step: str) -> Entry:
    if step == "undo" and history.done:
        return Entry(seq, step, reverts=history.done[-1].seq)
    if step == "older" and history.done:
        return Entry(seq, step, reverts=history.done[len(history.done) // 2].seq)
    if step == "redo" and history.undone:
        return Entry(seq, step, reverts=history.undone[-1].seq)
    return Entry(seq, step, barrier=step == "barrier", undoable=step not in ("person", "barrier"))


def test_a_long_day_folds_in_linear_time() -> None:
    """20,000 acts, all undone and all redone: a scan of the stacks for each would take a minute."""
    many = 20_000
    acts = [Entry(n, "a") for n in range(1, many + 1)]
    acts += [Entry(many + n, "a", reverts=many + 1 - n) for n in range(1, many + 1)]
    acts += [Entry(2 * many + n, "a", reverts=2 * many + 1 - n) for n in range(1, many + 1)]
    start = time.perf_counter()
    history = History.of(acts)
    assert time.perf_counter() - start < 5
    assert (len(history.done), history.undone) == (many, [])
