"""Fifty times the power goes: no act that was acknowledged is lost, and the file is whole.

A child process writes, and says through a pipe how far it came each time an act is kept. It is killed
(SIGKILL) at a moment of chance. What it said is then held against the file. Killing a process does
not lose what the system had not yet put on the disk: that the file asks the disk to keep each act
is the pragma `synchronous`, which `test_engine` reads back.
"""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests import given
from tests.storage.killed import Say, killed_after
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership, Note
from workshop.errors import RuleBroken
from workshop.storage import log
from workshop.storage.store import Store

KILLS = 50


def write_for_ever(say: Say, path: Path, seed: int) -> None:
    """The child: acts of every kind, each said only after it is kept."""
    store, chance = Store.at(path, given.KEY, given.clock), random.Random(seed)
    while True:
        try:
            act(store, chance)
        except RuleBroken:
            continue
        say(store.last_seq())


def act(store: Store, chance: random.Random) -> None:
    """One act of chance. A long text spreads over many pages, so that a kill can hit between them."""
    notes, groups = store.all(Note), store.all(Group)
    number, step = store.next_number(Note), chance.random()
    if step < 0.4 or not notes:
        group = given.group(f"{number}", number)
        note = given.note(number, "word " * chance.choice([1, 10, 4000]))
        store.apply(Label.ADD_NOTE, [note, group, given.membership(note, group)])
    elif step < 0.6:
        store.apply(Label.MOVE_NOTES, [replace(n, x=chance.random()) for n in notes])
    elif step < 0.7:
        store.apply(Label.PUT_IN_GROUP, [given.membership(chance.choice(notes), chance.choice(groups))])
    elif step < 0.8:
        store.apply(Label.ARRIVE, [given.person(f"{store.last_seq()}")])
    elif step < 0.9:
        store.undo()
    else:
        store.redo()


def damage_of(path: Path) -> list[str]:
    """What is wrong with the file; empty when it is whole and its log tells the same as its tables."""
    store = Store.at(path, given.KEY, given.clock)
    ask = store.database.execute
    wrong = [row[0] for row in ask("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
    wrong += [str(row) for row in ask("PRAGMA foreign_key_check").fetchall()]
    wrong += [row[0] for row in ask("PRAGMA cipher_integrity_check").fetchall()]
    if log.fold(store.database) != given.rows_in(store):
        wrong.append("the log tells another story than the tables")
    if [seq for (seq,) in ask("SELECT seq FROM change ORDER BY seq")] != list(range(1, store.last_seq() + 1)):
        wrong.append("an act is missing in the middle")
    if any(note.id not in {m.note for m in store.all(Membership)} for note in store.all(Note)):
        wrong.append("half an act: a note without the group it was made in")
    store.close()
    return wrong


def last_act_in(path: Path) -> int:
    store = Store.at(path, given.KEY, given.clock)
    last = store.last_seq()
    store.close()
    return last


@pytest.mark.slow
def test_no_acknowledged_act_is_lost_in_fifty_kills(tmp_path: Path) -> None:
    chance = random.Random(20260305)
    path = tmp_path / "workshop.db"
    lost, in_the_middle = [], 0
    for kill in range(KILLS):
        if kill % 10 == 0:
            path = tmp_path / f"workshop-{kill}.db"  # young files, and files that lived through kills
        said = killed_after(chance.uniform(0, 0.08), write_for_ever, path, kill)[-1]
        in_the_middle += path.with_name(path.name + "-wal").exists()
        kept = last_act_in(path)
        assert kept <= said + 1, "the child was one act ahead of what it said, at most"
        if kept < said:
            lost.append((kill, said, kept))
        assert damage_of(path) == []
    assert lost == []
    assert in_the_middle > KILLS / 2, "negative control: the kills did hit files that were being written to"


def test_the_check_sees_a_lost_act_and_half_an_act(tmp_path: Path) -> None:
    """Negative control of `damage_of`, on files that were spoilt on purpose."""
    for sql, wrong in [
        ("DELETE FROM change WHERE seq = 2", ["the log tells", "an act is missing"]),
        ("DELETE FROM membership", ["the log tells", "half an act"]),
        ("UPDATE note SET x = 77", ["the log tells"]),
    ]:
        path = tmp_path / f"{len(sql)}.db"
        store = Store.at(path, given.KEY, given.clock)
        for number in (1, 2, 3):
            note, group = given.note(number), given.group(f"{number}")
            store.apply(Label.ADD_NOTE, [note, group, given.membership(note, group)])
        store.close()
        assert damage_of(path) == []
        store = Store.at(path, given.KEY, given.clock)
        store.database.execute(sql)
        store.close()
        found = damage_of(path)
        assert len(found) == len(wrong)
        assert all(said.startswith(begins) for said, begins in zip(found, wrong, strict=True))
