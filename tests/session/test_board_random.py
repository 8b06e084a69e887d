"""Some hundred random acts of the board, most of them sensible: every note keeps its one place.

The days of `test_machine` hold all acts of a workshop; here it is only what lays notes and groups
together, takes them apart, hides them and brings them back, again and again on the same few.
"""

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.given import TODAY, rows_in
from tests.session.given import Room, refused
from workshop.domain import grouping
from workshop.domain.gate import facts_for
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import Audience, NoteState
from workshop.domain.snapshot import Snapshot
from workshop.errors import WorkshopError
from workshop.storage import log

ACTS = 150
INK = [[[1.0, 2.0, 0.5], [9.0, 9.0, 1.0]]]


def acts(room: Room, now: Snapshot, chance: random.Random) -> dict[str, Callable[[], Any]]:
    """What could be done next, each with ids that fit most of the time."""
    board, pick = room.session.board, chance.choice
    ids = [n.id for n in now.notes] or [NoteId("nothing")]
    shown = [n.id for n in now.notes if n.state is NoteState.SHOWN and not n.waiting] or ids
    waiting = [n.id for n in now.notes if n.waiting] or ids
    away = [n.id for n in now.notes if n.state is NoteState.WITHHELD] or ids
    under = [n.id for n in now.notes if n.same_as] or ids
    seen = [g.id for g in now.groups if g.merged_into is None] or [GroupId("nothing")]
    merged = [g.merged_into for g in now.groups if g.merged_into] or seen
    lying = pick(now.memberships) if now.memberships else None
    group, note = pick(seen), pick(shown)
    inside = [m.note for m in now.memberships if m.group == group][:2]
    place = (chance.uniform(0, 1800), chance.uniform(0, 800))
    last = room.last_seq()
    return {
        "add": lambda: board.add_note(
            "Words", author=pick([None, room.amina]), group=group, waiting=chance.random() < 0.3, strokes=INK
        ),
        "lay together": lambda: board.merge_notes([note, pick(shown)]),
        "take apart": lambda: board.split_notes(pick(under)),
        "merge": lambda: board.merge_groups([group, pick(seen)]),
        "unmerge": lambda: board.unmerge_groups(pick(merged)),
        "split": lambda: board.split_group(group, inside or [note]),
        "put": lambda: board.put_in_group([note, pick(shown)], group),
        "take out": lambda: lying and board.take_from_group([lying.note], lying.group),
        "drop": lambda: lying and board.drop_note(lying.note, *place, pick([None, group]), lying.group),
        "place": lambda: board.place_note(pick(waiting), *place),
        "lock": lambda: board.lock_area(group, chance.random() < 0.3),
        "hide": lambda: board.withhold_note(pick(ids), "a reason"),
        "show": lambda: board.restore_note(pick(away)),
        "quiet": lambda: board.hide_writing(),
        "reveal": lambda: board.reveal(),
        "inbox": lambda: board.set_inbox(chance.random() < 0.3),
        "bring back": lambda: board.bring_back(pick(ids), chance.randint(1, last)),
        "undo": lambda: room.session.undo(),
        "undo alone": lambda: room.session.undo(chance.randint(max(1, last - 8), last)),
        "redo": lambda: room.session.redo(),
        "erase": lambda: chance.random() < 0.1 and room.session.people.erase(room.amina),
    }


def check(now: Snapshot) -> None:
    """Every note is somewhere, and in one way only."""
    inside, loose = grouping.arrange(now.notes, now.groups, now.memberships)
    placed = [note for notes in inside.values() for note in notes]
    assert {*placed, *loose} == {n.id for n in now.notes}
    assert {*loose}.isdisjoint(placed)
    assert len({(m.note, m.group) for m in now.memberships}) == len(now.memberships)
    lying_under = {n.same_as for n in now.notes if n.same_as}
    assert not any(n.same_as for n in now.notes if n.id in lying_under)  # no stack under a stack
    assert {n.number > 0 for n in now.notes if n.state is NoteState.SHOWN} <= {True}
    facts = facts_for(now, Audience.ARCHIVE, TODAY)
    printed = {n.number for g in facts.groups for n in g.notes} | {n.number for n in facts.loose}
    assert len(printed) + facts.not_printed == len(now.notes)


@pytest.mark.parametrize("seed", range(3))
def test_no_note_is_lost_whatever_is_laid_together_hidden_and_taken_back(seed: int, room: Room) -> None:
    chance, done = random.Random(seed), set()
    for name in ("Bus", "Door"):
        room.session.board.make_group(
            name, [room.session.board.add_note(f"{name} {n}").note for n in range(3)]
        )
    for _act in range(ACTS):
        before, seq = room.snapshot, room.last_seq()
        name, act = chance.choice(list(acts(room, before, chance).items()))
        try:
            act()
        except WorkshopError:
            assert (room.snapshot, room.last_seq()) == (before, seq), name
            continue
        done.add(name)
        check(room.snapshot)
        if "undo" not in name and name != "redo":
            assert {n.id for n in before.notes} <= {n.id for n in room.snapshot.notes}, name
    store = room.session.place.store
    assert log.fold(store.database) == rows_in(store)
    assert len(done) > 14  # the acts were sensible enough to say something


def test_what_would_lay_a_stack_under_another_note_is_not_undone_alone(room: Room) -> None:
    """Otherwise the one at the bottom would be on no list."""
    board, (one, two, three) = room.session.board, room.notes
    board.merge_notes([one, two])
    board.split_notes(two)
    apart = room.last_seq()
    board.merge_notes([three, one])
    with refused(room, "changed or used the same thing later"):
        room.session.undo(apart)
    room.session.undo()
    room.session.undo(apart)
    assert [n.same_as for n in room.snapshot.notes] == [None, one, None]
