"""Shredding people: the rest goes on in a new file under a new key, wherever it is stopped (I80)."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import given
from tests.given import TODAY
from tests.storage import places
from tests.storage.encrypted_pages import pages_of
from tests.storage.erasing import ADA, BO, CANARIES, all_pages, canaries_in, fill, remains
from workshop.domain.changes import Change
from workshop.domain.ids import OptionId, PromiseId, RoundId
from workshop.domain.kinds import Item, NoteState, OwnerKind, Scope
from workshop.domain.labels import Label
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Answer, Person, Picture, Wording
from workshop.domain.records import RECORD_CLASSES, Note, Option, Result, Round
from workshop.errors import CannotWrite, RuleBroken, WorkshopDamaged, WrongPassphrase
from workshop.storage import destroy, log, shred, snapshots, vault
from workshop.storage.checks import check
from workshop.storage.place import Place
from workshop.storage.shred import Shredded, shred_people

NOT_THEIRS = {"Induction loop near the window"}


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Place]:
    made = filled(tmp_path / "day")
    yield made
    made.close()


def filled(folder: Path) -> Place:
    """The day with Ada and Bo, in an encrypted file with a snapshot; Bo's words may be used."""
    made = places.make(folder)
    made.store.database.execute("DELETE FROM workshop")
    fill(made.store)
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        words = Wording(f"words of {item}", item, "1", "en", "May we?")
        made.store.apply(Label.ANSWER_CONSENT, [words, agreed(item)])
    made.store.apply(Label.OPEN_ROUND, [vote()])
    made.store.apply(Label.CLOSE_ROUND, [Result("r", RoundId("vote"), True, 12, totals=(7,))])
    made.store.database.execute("INSERT INTO equality_count VALUES ('age', '25-34', 6)")
    snapshots.take(made)
    return made


def agreed(item: Item) -> Answer:
    return replace(given.answer(BO, item, order=5), text_hash=f"words of {item}")


def vote() -> Round:
    return Round(RoundId("vote"), 1, "What first?", "Most people", (Option(OptionId("o"), 1, "Benches"),))


# What goes and what stays


def test_nobody_is_left_and_the_board_the_results_and_the_promises_are(day: Place) -> None:
    before = day.store.snapshot()

    shredded = shred_people(day, TODAY)

    after = day.store.snapshot()
    assert shredded == Shredded(2, 5, 1, 3, 0, 1, before.issued)
    assert [cls for cls in RECORD_CLASSES if cls.scope is Scope.PERSON and day.store.all(cls)] == []
    assert [(note.number, note.author) for note in after.notes] == [(1, None), (2, None), (3, None)]
    assert [note.text for note in after.notes] == [
        "",
        "Bo's own words".replace("Bo", "[name]"),
        after.notes[2].text,
    ]
    assert (after.results, after.rounds) == (before.results, before.rounds)
    assert [promise.theme for promise in after.promises] == ["Benches"]
    assert after.workshop == replace(before.workshop, came=2)
    assert day.store.database.execute("SELECT * FROM equality_count").fetchall() == [("age", "25-34", 6)]


def test_what_may_not_be_printed_loses_its_words_as_nobody_could_tell_later(day: Place) -> None:
    refused = given.note(7, "Nobody asked her for this", author=ADA.id)
    day.store.apply(Label.ADD_NOTE, [refused, given.note(8, "Bo wrote it, and it may be used", author=BO.id)])

    shred_people(day, TODAY)

    notes = {note.number: note for note in day.store.all(Note)}
    blank = replace(refused, text="", author=None, state=NoteState.WITHHELD, withheld_reason="taken back")
    assert notes[7] == blank
    assert notes[8].text == "[name] wrote it, and it may be used"


@pytest.mark.parametrize(
    ("promise", "owner", "role"),
    [
        (Promise(PromiseId("q"), 2, "Tea", owner="Sue from the ward"), "", "Somebody from staff"),
        (Promise(PromiseId("q"), 2, "Tea", owner="Sue", owner_role="the ward"), "", "the ward"),
        (Promise(PromiseId("q"), 2, "Tea", owner_person=BO.id, owner_kind=OwnerKind.LIVED), "", "One of us"),
        (
            Promise(PromiseId("q"), 2, "Tea", owner="The trust", owner_kind=OwnerKind.ORGANISATION),
            "The trust",
            "",
        ),
        (Promise(PromiseId("q"), 2, "Tea"), "", ""),
    ],
)
def test_a_promise_is_kept_by_a_role(promise: Promise, owner: str, role: str, day: Place) -> None:
    day.store.apply(Label.PROMISE, [promise])

    shred_people(day, TODAY)

    assert day.store.all(Promise)[-1] == replace(promise, owner=owner, owner_role=role, owner_person=None)


def test_numbers_are_never_given_twice(day: Place) -> None:
    day.store.apply(Label.ADD_NOTE, [given.note(9)])
    day.store.undo()

    shred_people(day, TODAY)

    assert day.store.next_number(Note) == 10


def test_the_record_of_what_happened_begins_anew_and_fits_the_rows(day: Place) -> None:
    shred_people(day, TODAY)

    assert log.fold(day.store.database) == given.rows_in(day.store)
    assert day.store.database.execute("SELECT seq, label FROM change").fetchall() == [(1, "shred people")]
    with pytest.raises(RuleBroken):
        day.store.undo()
    day.close()
    assert check(day.folder, places.PASSPHRASE).whole


def test_who_listens_hears_what_is_gone_and_the_workshop_goes_on(day: Place) -> None:
    told: list[Change] = []
    day.store.listeners.append(told.append)

    shred_people(day, TODAY)
    day.store.apply(Label.ADD_NOTE, [given.note(12, "Afterwards")])

    assert [change.label for change in told] == ["shred people", "add note"]
    gone = {(line.table, line.id) for line in told[0].diff if line.after is None}
    assert {("person", ADA.id), ("person", BO.id), ("picture", "picture-1")} <= gone
    assert told[0].diff[0].before is not None
    assert day.store.all(Note)[-1].text == "Afterwards"
    assert day.store.count(Person) == day.store.count(Picture) == 0


# Keys


def test_the_passphrase_stays_and_the_recovery_key_is_new(day: Place) -> None:
    old_key, old_recovery = day.data_key, day.recovery_key
    shred_people(day, TODAY)
    new_recovery = day.recovery_key
    day.close()

    assert vault.unlock(day.folder, places.PASSPHRASE) == vault.unlock(day.folder, new_recovery)
    assert vault.unlock(day.folder, places.PASSPHRASE) != old_key
    with pytest.raises(WrongPassphrase):
        vault.unlock(day.folder, old_recovery)
    with pytest.raises(ValueError):
        pages_of(day.folder / "workshop.db", old_key)
    places.open_(day.folder).close()


def test_opened_by_the_recovery_key_it_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    made = filled(tmp_path / "day")
    made.close()
    before = places.picture_of(tmp_path / "day")
    opened = places.open_(tmp_path / "day", made.recovery_key)

    with pytest.raises(RuleBroken, match="needs the passphrase"):
        shred_people(opened, TODAY)

    opened.close()
    assert places.picture_of(tmp_path / "day").keys() == before.keys()
    assert opened.data_key == vault.unlock(tmp_path / "day", places.PASSPHRASE)


# No byte is left


def test_no_page_and_no_file_holds_anything_of_anybody(day: Place) -> None:
    day.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = pages_of(day.folder / "workshop.db", day.data_key)
    assert canaries_in(before) == set(CANARIES), "negative control: everything is there, and is found"

    shred_people(day, TODAY)

    assert canaries_in(all_pages(day)) == set()
    assert remains(day.folder) == set()
    assert sorted(path.name for path in day.folder.iterdir()) == [
        *("keys.json", "lock", "snapshots", "workshop.db", "workshop.db-shm", "workshop.db-wal")
    ]


def test_a_name_or_an_address_in_what_others_typed_is_taken_out(day: Place) -> None:
    words = "Ask ZEBEDINA or Mrs Quillfeather, zq@canary.example, about Bo"
    day.store.apply(Label.ADD_NOTE, [given.note(20, words)])
    day.store.apply(Label.MAKE_GROUP, [replace(given.group("said"), name="What Zebedina said")])

    shred_people(day, TODAY)

    note = next(n for n in day.store.all(Note) if n.number == 20)
    assert note.text == "Ask [name] or Mrs [name], [name], about [name]"
    assert not re.search("zebedina|quillfeather|canary", str(day.store.snapshot()), re.IGNORECASE)


@pytest.mark.parametrize("guard", ["old snapshots", "names", "the writers"])
def test_without_one_of_its_steps_something_is_left(
    day: Place, monkeypatch: pytest.MonkeyPatch, guard: str
) -> None:
    """Negative controls: each step is taken away, and the search finds what it should have cleaned."""
    day.store.apply(Label.ADD_NOTE, [given.note(20, "Zebedina again")])
    if guard == "old snapshots":
        monkeypatch.setattr(snapshots, "forget_all", lambda folder: None)
        shred_people(day, TODAY)
        assert len(snapshots.list_(day.folder)) == 2
        return
    if guard == "names":
        monkeypatch.setattr(shred, "renamed", lambda record, _: record)
        wanted = "Zebedina"
    else:
        plain = shred.without_people
        monkeypatch.setattr(shred, "without_people", lambda *given_: _with_writers(plain(*given_), day))
        wanted = ADA.id
    shred_people(day, TODAY)
    assert wanted in canaries_in(repr(day.store.snapshot()).encode())


def _with_writers(left: Any, day: Place) -> Any:
    notes = {note.id: note for note in day.store.all(Note)}
    return replace(left, records=tuple(notes.get(r.id, r) for r in left.records))


# Stops


def test_a_stop_at_any_step_leaves_all_or_nobody(tmp_path: Path) -> None:
    """Killed before each act on the disk: the workshop opens, either as it was or without anybody."""
    made = filled(tmp_path / "day")
    made.close()

    said = places.run("from tests.storage import shred_stops; shred_stops.tell(folder)", tmp_path / "day")

    told = json.loads(said)
    assert len(told) > 20  # so many acts are there to be stopped at
    assert all(stop["people"] == stop["looked"] and stop["same key"] and stop["tidy"] for stop in told)
    assert {stop["notes"] for stop in told} == {3}
    counts = [stop["people"] for stop in told]
    assert counts == sorted(counts, reverse=True) and {*counts} == {0, 2}
    for stop in told:
        assert (stop["key"] == made.data_key.hex()) == (stop["people"] == 2)
        assert (stop["remains"] == []) == (stop["people"] == 0)


def test_without_the_order_of_its_steps_a_stop_would_lose_the_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: were the old keys destroyed before the new file has its place, nothing would open."""
    made = filled(tmp_path / "day")
    monkeypatch.setattr(shred.os, "rename", lambda *_: destroy.destroy_keys(made.folder))
    monkeypatch.setattr(shred, "finish", lambda folder: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        shred_people(made, TODAY)
    made.close()
    with pytest.raises(WorkshopDamaged):
        places.open_(tmp_path / "day")


def test_where_the_disk_is_full_before_anything_is_done_the_workshop_is_as_it_was(
    day: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shred.os, "rename", full)
    with pytest.raises(CannotWrite):
        shred_people(day, TODAY)
    assert day.store.count(Person) == 2
    day.store.apply(Label.ADD_NOTE, [given.note(30)])


def test_where_the_disk_fails_later_it_is_said_and_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = filled(tmp_path / "day")

    def failing(*_: object) -> None:
        raise CannotWrite("The disk did not take it.")

    with monkeypatch.context() as patched:
        patched.setattr(shred, "finish", failing)
        with pytest.raises(CannotWrite, match="open this workshop again"):
            shred_people(made, TODAY)
    made.close()
    assert check(tmp_path / "day", places.PASSPHRASE).whole  # also before it is finished
    opened = places.open_(tmp_path / "day")
    assert opened.store.count(Person) == 0
    opened.close()


def test_a_passphrase_changed_between_two_starts_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = filled(tmp_path / "day")
    with monkeypatch.context() as patched:
        patched.setattr(shred, "finish", lambda folder: (_ for _ in ()).throw(CannotWrite("Full.")))
        with pytest.raises(CannotWrite):
            shred_people(made, TODAY)
    made.close()
    vault.change_passphrase(tmp_path / "day", places.PASSPHRASE, "six new garden gates", places.FAST)
    places.open_(tmp_path / "day", "six new garden gates").close()
    assert json.loads((tmp_path / "day" / "keys.json").read_text())["practice"] is False
