"""Many days of random acts, sensible and senseless: refused acts change nothing, undo brings back all.

Anything but a `WorkshopError` is a bug and ends the run.
"""

import itertools
import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.given import TODAY, rows_in
from tests.printing.given import picture_file
from tests.session import given
from tests.session.given import Room, boxes_of
from workshop.domain.gate import facts_for
from workshop.domain.grouping import arrange
from workshop.domain.kinds import Audience, NoteState, RoundState
from workshop.errors import RuleBroken, WorkshopError
from workshop.session.actions import action
from workshop.session.board import Board
from workshop.storage import log

WORDS = ["Benches", "Siân’s bench", "اردو", "👍", "two\nlines", "no reason at all", "A kettle for everybody"]
WORDS += [*WORDS, " ", "x" * 2001]
# What happens more often in a room than the rest.
OFTEN = [
    "board.add_note",
    "voting.cast",
    "voting.cast",
    "voting.close_round",
    "people.arrive",
    "people.consent",
]
JUNK: list[Any] = [
    None,
    True,
    3,
    -1,
    2.5,
    "",
    "nothing",
    [],
    {},
    ["nothing"],
    {"nothing": 1},
    [[]],
    "2026-02-30",
]
DATES = ["2026-03-05", "2026-03-04", "2026-09-01", "2029-01-01", None]
words, dates = st.sampled_from(WORDS), st.sampled_from(DATES)


def an_id(records: Iterable[Any]) -> st.SearchStrategy[str]:
    """The id of one of these, or now and then one that is none."""
    known = [str(record.id) for record in records]
    return st.sampled_from([*known, *known, *known, "nothing"])


class Days(RuleBasedStateMachine):
    """One practice workshop and whatever anybody does to it."""

    def __init__(self) -> None:
        super().__init__()
        # In memory where there is such a place: a day is thousands of waits for the disk.
        memory = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
        self.pictures = [str(self.folder / name) for name in ("seen.png", "torn.jpg", "missing.png")]
        Path(self.pictures[0]).write_bytes(picture_file("PNG", (40, 30)))
        Path(self.pictures[1]).write_bytes(picture_file("JPEG")[:99])
        self.seeds = itertools.count(2)
        self.room = Room(given.session(self.folder / "workshop"))

    def teardown(self) -> None:
        self.room.session.close()
        shutil.rmtree(self.folder)

    def lines(self) -> st.SearchStrategy[dict[str, Any]]:
        """Lines that make sense, most of them."""
        now = self.room.snapshot
        note, group, person = an_id(now.notes), an_id(now.groups), an_id(now.people)
        step, round_, promise = an_id(now.steps), an_id(now.rounds), an_id(now.promises)
        option = an_id(option for r in now.rounds for option in r.options)
        anything = st.one_of(note, group, an_id(now.ideas), option)
        picture, stroke = an_id(now.pictures), st.lists(st.just([9.0, 9.0, 0.5]), max_size=2)
        place = st.lists(st.floats(-1e7, 1e7, width=32), min_size=1, max_size=3)
        some_notes = st.lists(note, max_size=3)
        kinds = st.sampled_from(["matters", "idea", "question", "felt", "works_well", "before"])
        dots = st.dictionaries(option, st.sampled_from([0, 1, 1, 2, 3, -1]), max_size=2)
        acts: dict[str, dict[str, st.SearchStrategy[Any]]] = {
            "board.add_note": {
                "text": words,
                "kind": kinds,
                "author": st.none() | person,
                "group": st.none() | group,
                "waiting": st.booleans(),
            },
            "board.edit_note": {"note": note, "text": words},
            "board.recolour_note": {"note": note, "kind": kinds},
            "board.move_notes": {"notes": st.dictionaries(note, place, max_size=3)},
            "board.withhold_note": {"note": note, "reason": words},
            "board.restore_note": {"note": note},
            "board.bring_back": {"note": note, "seq": st.integers(-1, self.room.last_seq() + 1)},
            "board.hide_writing": {},
            "board.reveal": {},
            "board.finished": {},
            "board.make_group": {"name": words, "notes": some_notes},
            "board.name_group": {"group": group, "name": words},
            "board.put_in_group": {"notes": some_notes, "group": group},
            "board.take_from_group": {"notes": some_notes, "group": group},
            "board.mark_checked": {"group": group, "checked": st.booleans()},
            "board.drop_note": {
                "note": note,
                "group": st.none() | group,
                "out_of": st.none() | group,
                "turned": st.none() | st.integers(-5, 5),
            },
            "board.place_note": {"note": note, "group": st.none() | group},
            "board.merge_notes": {"notes": some_notes},
            "board.split_notes": {"note": note},
            "board.merge_groups": {"groups": st.lists(group, max_size=3)},
            "board.unmerge_groups": {"group": group},
            "board.split_group": {"group": group, "notes": some_notes, "name": words},
            "board.lock_area": {"group": group, "locked": st.sampled_from([True, False, False])},
            "board.mark_feeling": {"group": group, "feeling": st.integers(-3, 3)},
            "board.mark_emotion": {"note": note, "emotion": st.sampled_from([None, "glad", "sad"])},
            "board.name_kind": {"kind": kinds, "name": words},
            "board.set_layout": {
                "layout": st.sampled_from(["free", "columns", "journey", "grid"]),
                "axes": st.none() | st.lists(words, min_size=3, max_size=4),
            },
            "board.set_inbox": {"on": st.booleans()},
            "board.make_tag": {"name": words},
            "board.name_tag": {"tag": an_id(now.tags), "name": words},
            "board.remove_tag": {"tag": an_id(now.tags)},
            "board.tag_notes": {"notes": some_notes, "tag": an_id(now.tags), "on": st.booleans()},
            "board.draw": {"note": note, "strokes": st.lists(stroke, max_size=2)},
            "board.add_picture": {"path": st.sampled_from(self.pictures), "note": st.none() | note},
            "board.remove_picture": {"picture": picture},
            "board.keep_draft": {"page": words, "words": words, "note": st.none() | note},
            "board.forget_draft": {"page": words},
            "board.add_idea": {"title": words, "origin": st.lists(anything, max_size=2)},
            "board.edit_idea": {"idea": an_id(now.ideas), "title": st.none() | words},
            "board.remove_idea": {"idea": an_id(now.ideas)},
            "people.tag_picture": {
                "picture": picture,
                "people": st.lists(person, max_size=2),
                "no_faces": st.booleans(),
            },
            "people.arrive": {
                "called": words,
                "voices": st.just(["carer"]),
                "needs": st.lists(words, max_size=2),
            },
            "people.consent": {
                "person": person,
                "item": st.sampled_from(["take_part", "notes_used", "credit"]),
                "answer": st.sampled_from(["yes", "no", "unsure", "taken_back"]),
            },
            "people.sign": {"person": person, "on_paper": st.booleans()},
            "people.withdraw": {"person": person},
            "people.erase": {"person": person},
            "people.expect": {"count": st.integers(-1, 501)},
            "people.review_names": {
                "decisions": st.lists(
                    st.fixed_dictionaries({"note": note, "decision": st.sampled_from(["keep", "leave_out"])}),
                    max_size=2,
                )
            },
            "plan.create": {
                "title": words,
                "date": dates,
                "template": st.sampled_from(["", "half-day", "x"]),
            },
            "plan.set_scope": {k: words for k in ("decided", "open", "not_open", "sponsor")}
            | {"report_back_by": dates},
            "plan.add_step": {"kind": words, "title": words, "minutes": st.integers(-1, 1441)},
            "plan.edit_step": {"step": step, "title": words},
            "plan.move_step": {"step": step, "position": st.integers(-9, 9)},
            "plan.remove_step": {"step": step},
            "plan.start_step": {"step": step},
            "plan.finish_step": {},
            "plan.open_day": {},
            "voting.open_round": {
                "question": words,
                "criterion": words,
                "options": st.lists(anything, min_size=2, max_size=4, unique=True),
                "dots": st.integers(0, 21),
                "by_voice": st.booleans(),
            },
            "voting.cast": {
                "round": round_,
                "choices": dots,
                "voice": st.sampled_from([None, "carer", "staff"]),
            },
            "voting.close_round": {"round": round_},
            "voting.cancel_round": {"round": round_, "reason": words},
            "voting.result": {"round": round_},
            "promises.decide": {
                "option": anything,
                "answer": st.sampled_from(["yes", "not_now"]),
                "why": words,
            },
            "promises.promise": {"theme": words, "we_will": words, "owner": words, "by_when": dates},
            "promises.update": {
                "promise": promise,
                "status": st.sampled_from(["done", "declined"]),
            },
            "promises.cannot": {"theme": words, "reason": words},
            "promises.respond": {
                "theme": words,
                "answer": st.sampled_from(["accepted", "no"]),
                "reason": words,
            },
            "pack.issued": {},
            "undo": {"seq": st.none() | st.integers(0, self.room.last_seq() + 1)},
            "redo": {},
            "search": {"text": words, "kinds": st.lists(kinds, max_size=2), "waiting": st.booleans()},
        }
        return st.sampled_from([*sorted(acts), *OFTEN]).flatmap(
            lambda name: st.fixed_dictionaries(acts[name]).map(lambda given_: {"do": name, **given_})
        )

    def perform(self, line: dict[str, Any]) -> None:
        """Do it; where it is refused, nothing at all may have changed."""
        room = self.room
        before, seq, boxes = room.snapshot, room.last_seq(), boxes_of(room)
        try:
            answer = room.session.perform(json.loads(json.dumps(line)))
        except WorkshopError as refusal:
            given.assert_plain(refusal.message)
            assert (room.snapshot, room.last_seq(), boxes_of(room)) == (before, seq, boxes)
        else:
            assert json.loads(json.dumps(answer)) == answer
            assert ("seq" in answer) == (line["do"] not in ("voting.cast", "help"))

    @initialize(vote=st.sampled_from([True, True, False]))
    def begin(self, vote: bool) -> None:
        """A day with a plan; most of the days with an open vote."""
        for title in ("Write", "Talk"):
            self.room.do("plan.add_step", kind="talk", title=title)
        self.room.do(
            "plan.set_scope", decided="a", open="b", not_open="c", sponsor="d", report_back_by="2026-04-01"
        )
        if vote:
            self.room.vote(self.room.open_vote(by_voice=True), (2, 1), (1,))

    @rule(data=st.data(), nonsense=st.integers(0, 4))
    def somebody_does_something(self, data: st.DataObject, nonsense: int) -> None:
        """An act; one in five holds a value that is anything."""
        line = data.draw(self.lines())
        if nonsense == 0:
            line[data.draw(st.sampled_from([*line, "surprise"]))] = data.draw(st.sampled_from(JUNK))
        self.perform(line)

    @rule(data=st.data())
    def somebody_thinks_better_of_it(self, data: st.DataObject) -> None:
        """An act of the board is undone, done again and undone."""
        seq, before = self.room.last_seq(), self.room.snapshot
        self.perform(data.draw(self.lines()))
        after, done = self.room.snapshot, self.room.session.place.store.history.done
        if done and done[-1].seq > seq and after != before:
            for wanted, act in ((before, "undo"), (after, "redo"), (before, "undo")):
                self.room.do(act)
                assert self.room.snapshot == wanted

    @precondition(lambda self: self.room.last_seq() % 5 == 0)
    @rule()
    def the_power_fails(self) -> None:
        """The workshop is closed and opened again: all of it is there."""
        before = self.room.snapshot
        self.room.session.close()
        self.room.session = given.opened_again(self.folder / "workshop", next(self.seeds))
        assert self.room.snapshot == before

    @invariant()
    def the_record_of_what_happened_tells_the_tables(self) -> None:
        """The log folds into the rows; numbers are used once; one vote is open at most."""
        snapshot, store = self.room.snapshot, self.room.session.place.store
        assert log.fold(store.database) == rows_in(store)
        assert len({n.number for n in snapshot.notes}) == len(snapshot.notes)
        assert sum(r.state is RoundState.OPEN for r in snapshot.rounds) <= 1
        assert all(n.text or n.state is NoteState.WITHHELD for n in snapshot.notes)
        assert {p.note for p in snapshot.pictures} <= {n.id for n in snapshot.notes}
        known = {tag.id for tag in snapshot.tags}
        assert all(known.issuperset(n.tags) for n in snapshot.notes)

    @invariant()
    def every_note_has_its_place_and_leaves_the_room_or_is_counted(self) -> None:
        """In no group twice; in a group or loose, never both; printed, or counted as not printed."""
        snapshot = self.room.snapshot
        inside, loose = arrange(snapshot.notes, snapshot.groups, snapshot.memberships)
        placed = [note for notes in inside.values() for note in notes]
        assert {*loose, *placed} == {n.id for n in snapshot.notes}  # I21
        assert {*loose}.isdisjoint(placed) and len({*loose}) == len(loose)
        assert all(len({*notes}) == len(notes) for notes in inside.values())
        assert inside.keys() == {g.id for g in snapshot.groups if g.merged_into is None}
        facts = facts_for(snapshot, Audience.ARCHIVE, TODAY)
        printed = {n.number for g in facts.groups for n in g.notes} | {n.number for n in facts.loose}
        assert len(printed) + facts.not_printed == facts.notes_written == len(snapshot.notes)  # I22


Days.TestCase.settings = settings(
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
TestDays = Days.TestCase


def test_an_act_that_is_refused_after_it_wrote_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    finished = Board.finished

    @action
    def too_late(self: Board) -> None:
        """Write first and refuse afterwards."""
        finished(self)
        raise RuleBroken("Too late. Nothing was changed.")

    monkeypatch.setattr(Board, "finished", too_late)
    monkeypatch.setattr(f"{__name__}.OFTEN", ["board.hide_writing", "board.finished"] * 9)
    quick = settings(Days.TestCase.settings, phases=[Phase.generate], derandomize=True, database=None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Days, settings=quick)
