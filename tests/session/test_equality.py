"""Equality questions: a box that takes sheets in, is counted once, and tells nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import given
from tests.session.given import Room, opened_again, refused, session
from workshop.domain.kinds import SmallNumbers
from workshop.domain.labels import Label
from workshop.domain.small_numbers import Rule
from workshop.errors import RuleBroken, WorkshopDamaged
from workshop.session import equality as session_equality
from workshop.session.equality import SheetsIn, equality_form, equality_lists
from workshop.session.keeping import copy_workshop
from workshop.session.resources import TEMPLATES
from workshop.session.session import Session
from workshop.storage.equality import FOLDER, EqualityBox, is_open
from workshop.storage.log import diff_of

SHEET = {"sex": "female", "ethnic_group": "asian_pakistani", "carer": "50_over"}
OTHER = {"sex": "male", "impairment": ["vision", "mobility"], "limited": "a_lot", "orientation": "prefer_not"}


def counts(session_: Session) -> dict[tuple[str, str], int]:
    return session_.place.store.equality_counts()


def handed_in(room: Room, many: int = 6) -> None:
    """The box is open, and so many sheets are in: one like OTHER, the rest like SHEET."""
    room.do("people.open_equality")
    room.do("people.equality", answers=OTHER)
    for _ in range(many - 1):
        room.do("people.equality", answers=SHEET)


# Handing in and counting


def test_sheets_are_handed_in_and_counted_once(room: Room) -> None:
    handed_in(room)
    assert room.session.people.equality_sheets() == 6
    assert room.do("people.close_equality") == {"sheets": 6}
    assert counts(room.session) == {
        ("carer", "50_over"): 5,
        ("ethnic_group", "asian_pakistani"): 5,
        ("impairment", "answered"): 1,
        ("impairment", "mobility"): 1,
        ("impairment", "vision"): 1,
        ("limited", "a_lot"): 1,
        ("orientation", "prefer_not"): 1,
        ("sex", "female"): 5,
        ("sex", "male"): 1,
        ("sheets", "england_wales_2021_1"): 6,
    }
    assert (room.day.equality_sheets, room.session.people.equality_sheets()) == (6, 6)


def test_while_it_is_open_nothing_but_the_number_of_sheets_is_known(room: Room) -> None:
    room.do("people.open_equality")
    assert room.do("people.equality", answers=SHEET) == {"sheets": 1}
    assert room.session.people.equality(OTHER) == SheetsIn(2)
    assert counts(room.session) == {}
    assert room.session.people.equality_summary() == ()
    assert room.day.equality_sheets == 0


def test_closing_the_day_closes_the_box(room: Room) -> None:
    handed_in(room)
    room.close_day()
    assert room.day.equality_sheets == 6
    assert counts(room.session)["sex", "female"] == 5
    assert not is_open(room.session.place.folder)


def test_a_day_that_may_not_close_leaves_the_box_open(room: Room) -> None:
    handed_in(room)
    with pytest.raises(RuleBroken):
        room.session.plan.close_day()
    assert room.session.people.equality_sheets() == 6 and is_open(room.session.place.folder)


def test_of_fewer_than_five_sheets_nothing_but_their_number_stays(room: Room) -> None:
    handed_in(room, 4)
    room.do("people.close_equality")
    assert counts(room.session) == {("sheets", "england_wales_2021_1"): 4}
    assert room.session.people.equality_summary() == ()


def test_an_empty_box_can_be_closed_and_opened_again(room: Room) -> None:
    room.do("people.open_equality")
    assert room.do("people.close_equality") == {"sheets": 0}
    assert counts(room.session) == {}
    room.do("people.open_equality")


def test_sheets_can_be_thrown_away_unread(room: Room) -> None:
    handed_in(room)
    room.do("people.throw_away_equality")
    assert not is_open(room.session.place.folder) and counts(room.session) == {}
    room.do("people.open_equality")
    assert room.session.people.equality_sheets() == 0


# What is refused


@pytest.mark.parametrize("act", ["people.equality", "people.close_equality", "people.throw_away_equality"])
def test_nothing_goes_into_a_box_that_is_not_open(room: Room, act: str) -> None:
    answers: dict[str, Any] = {"answers": SHEET} if act == "people.equality" else {}
    with refused(room, "No box for equality answers is open"):
        room.do(act, **answers)


def test_nothing_goes_into_a_box_that_was_counted_and_there_is_no_second(room: Room) -> None:
    handed_in(room)
    room.do("people.close_equality")
    with refused(room, "No box for equality answers is open"):
        room.do("people.equality", answers=SHEET)
    with refused(room, "are counted"):
        room.do("people.open_equality")


def test_no_box_is_opened_twice_or_after_the_day_or_for_an_unknown_list(room: Room) -> None:
    with refused(room, "no such list"):
        room.do("people.open_equality", list="atlantis_2021")
    room.do("people.open_equality")
    with refused(room, "is open already"):
        room.do("people.open_equality")
    room.close_day()
    with refused(room, "This day is closed"):
        room.do("people.open_equality")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"hair": "red"}, "There is no such question"),
        ({"sex": "other words"}, "That answer is not on this sheet"),
        ({"sex": ["female", "male"]}, "takes one answer"),
        ({"sex": 3}, "cannot be"),
        ("female", "cannot be"),
    ],
)
def test_a_sheet_that_is_wrong_is_not_in_the_box(room: Room, answers: Any, words: str) -> None:
    room.do("people.open_equality")
    with refused(room, words):
        room.do("people.equality", answers=answers)
    assert room.session.people.equality_sheets() == 0


# The rule for small numbers


def test_the_rule_for_small_numbers_is_kept_with_the_workshop(room: Room) -> None:
    assert room.session.people.equality_rule() == Rule(5)
    room.do("people.set_small_numbers", rule="strict")
    assert room.session.people.equality_rule() == Rule(8, rounds=True)
    room.do("people.set_small_numbers", rule="custom", smallest=10)
    assert (room.day.small_numbers, room.day.smallest) == (SmallNumbers.CUSTOM, 10)
    for smallest in (4, 51):
        with refused(room, "between 5 and 50"):
            room.do("people.set_small_numbers", rule="custom", smallest=smallest)


def test_the_summary_counts_everybody_who_was_there(room: Room) -> None:
    handed_in(room, 22)
    room.do("people.close_equality")
    tables = {t.question: t for t in room.session.people.equality_summary()}
    assert tables["sex"].answered == "22 of 22 people answered"
    assert [text for _, text in tables["sex"].rows] == ["not shown", "fewer than 5", "0"]
    room.do("people.set_small_numbers", rule="strict")
    assert {t.rule for t in room.session.people.equality_summary()} == {
        "Counts of 1 to 7 people are shown as *. All others are rounded to the nearest 5."
    }


# Lists


def test_a_list_in_a_language_that_is_not_there_is_in_english() -> None:
    assert equality_lists()[0] is equality_form() is equality_form(language="tlh")
    with pytest.raises(RuleBroken, match="no such list"):
        equality_form("atlantis_2021", "en")


@pytest.fixture
def another_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A second list beside the one that ships: of another version, with one question of its own."""
    data = json.loads((TEMPLATES / "equality_en.json").read_text(encoding="utf-8"))
    own = {"question": "island", "asks": "Which island?", "title": "Island", "codes": [["one", "The first"]]}
    other = {**data, "version": "atlantis_2022_1", "place": "Atlantis", "questions": [own]}
    for name, content in (("equality_en", data), ("equality_atlantis_en", other)):
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setattr("workshop.session.equality.TEMPLATES", tmp_path)
    session_equality._forms.cache_clear()
    yield "atlantis_2022_1"
    session_equality._forms.cache_clear()


def test_another_list_is_a_file_and_is_chosen_by_its_version(room: Room, another_list: str) -> None:
    assert [form.place for form in equality_lists()] == ["England and Wales", "Atlantis"]
    room.do("people.open_equality", list=another_list)
    with refused(room, "no such question"):
        room.do("people.equality", answers={"sex": "female"})
    for _ in range(5):
        room.do("people.equality", answers={"island": "one"})
    room.do("people.close_equality")
    assert counts(room.session) == {("island", "one"): 5, ("sheets", another_list): 5}
    assert [t.title for t in room.session.people.equality_summary()] == ["Island"]


# After a stop


def test_an_open_box_goes_on_after_a_stop(tmp_path: Path) -> None:
    room = Room(session(tmp_path / "day"))
    handed_in(room)
    room.session.close()
    again = opened_again(tmp_path / "day")
    assert again.people.equality_sheets() == 6
    assert again.people.close_equality() == SheetsIn(6)
    again.close()


def test_a_box_that_was_counted_is_destroyed_at_the_next_open(tmp_path: Path) -> None:
    """The power went after the counts were kept and before the box was destroyed."""
    room = Room(session(tmp_path / "day"))
    handed_in(room)
    box = tmp_path / "day" / FOLDER
    aside = {path.name: path.read_bytes() for path in box.iterdir()}
    room.do("people.close_equality")
    before = counts(room.session)
    room.session.close()
    assert not box.exists()
    box.mkdir()
    for name, data in aside.items():
        (box / name).write_bytes(data)
    again = opened_again(tmp_path / "day")
    assert not box.exists() and counts(again) == before
    again.close()


def test_when_the_counts_cannot_be_kept_the_sheets_stay(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_in(room)

    def full(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stop:
        stop.setattr("workshop.session.equality.keep_counts", full)
        with pytest.raises(KeyboardInterrupt):
            room.session.people.close_equality()
    assert (counts(room.session), room.day.equality_sheets) == ({}, 0)
    assert room.session.people.close_equality() == SheetsIn(6)


@pytest.mark.parametrize("lost", [".box", ".key"])
def test_half_a_box_is_cleared_away_at_the_next_open(tmp_path: Path, lost: str) -> None:
    room = Room(session(tmp_path / "day"))
    handed_in(room)
    room.session.close()
    (tmp_path / "day" / FOLDER / f"england_wales_2021_1{lost}").unlink()
    again = opened_again(tmp_path / "day")
    assert again.people.equality_list() == ""
    again.people.open_equality()
    again.close()


def test_a_spoilt_box_is_said_plainly_and_can_be_thrown_away(room: Room) -> None:
    handed_in(room)
    (room.session.place.folder / FOLDER / "england_wales_2021_1.key").write_bytes(bytes(72))
    with pytest.raises(WorkshopDamaged, match="The equality answers cannot be read"):
        room.session.people.close_equality()
    room.do("people.throw_away_equality")
    room.do("people.open_equality")


# What nothing tells


def test_no_copy_no_snapshot_and_no_log_holds_an_answer(tmp_path: Path) -> None:
    room = Room(session(tmp_path / "day"))
    handed_in(room)
    folder = tmp_path / "day"
    room.do("snapshot")
    names = {p.name for p in folder.rglob("*") if p.is_file() and p.parent.name != FOLDER}
    assert not [name for name in names if name.endswith((".box", ".key"))]
    (box,) = folder.glob(f"{FOLDER}/*.box")
    pieces = [box.read_bytes()[i : i + 32] for i in range(0, box.stat().st_size, 4096)]
    kept = b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.parent.name != FOLDER)
    assert not [piece for piece in pieces if piece in kept]
    assert [piece for piece in pieces if piece in box.read_bytes()] == pieces, "negative control"
    room.session.close()


def test_a_copy_made_while_the_box_is_open_says_that_it_is_not_in_it(room: Room, tmp_path: Path) -> None:
    handed_in(room)
    said = "The equality answers that are not counted yet are not in this copy."
    assert said in copy_workshop(room.session, tmp_path / "open.sametable")
    room.do("people.close_equality")
    assert said not in copy_workshop(room.session, tmp_path / "counted.sametable")


def test_the_log_says_that_it_was_counted_and_how_many_and_no_more(room: Room) -> None:
    handed_in(room)
    before = room.last_seq()
    room.do("people.close_equality")
    database = room.session.place.store.database
    rows = database.execute("SELECT seq, label FROM change WHERE seq > ?", [before]).fetchall()
    assert rows == [(before + 1, Label.COUNT_EQUALITY)]
    (line,) = diff_of(database, before + 1)
    assert (line.table, line.before, line.after) == (
        "workshop",
        {"equality_sheets": 0},
        {"equality_sheets": 6},
    )
    said = "".join(repr(diff_of(database, seq)) for seq in range(1, before + 2))
    assert not [word for word in ("pakistani", "50_over", "prefer_not", "impairment") if word in said]
    assert "Words of note 1" in said, "negative control: this is how a word of the log looks"


def test_handing_in_is_no_act_and_has_no_time(room: Room) -> None:
    room.do("people.open_equality")
    before = (room.last_seq(), room.session.saved_at())
    room.do("people.equality", answers=SHEET)
    assert (room.last_seq(), room.session.saved_at()) == before
    assert "seq" not in room.session.perform({"do": "people.equality", "answers": SHEET})
    times = {p.stat().st_mtime for p in (room.session.place.folder / FOLDER).iterdir()}
    assert times == {315532800.0}


def test_counting_cannot_be_undone_and_what_was_before_still_can(room: Room) -> None:
    room.session.board.edit_note(room.notes[0], "Other words")
    handed_in(room)
    room.do("people.close_equality")
    before = counts(room.session)
    room.do("undo")
    assert room.snapshot.notes[0].text == "Words of note 1"
    assert (counts(room.session), room.day.equality_sheets) == (before, 6)


def test_taking_people_out_keeps_the_counts(room: Room) -> None:
    handed_in(room)
    room.do("people.close_equality")
    before = counts(room.session)
    room.session.people.erase(room.amina)
    assert counts(room.session) == before


def test_a_sheet_of_the_key_of_another_workshop_opens_nothing(tmp_path: Path) -> None:
    EqualityBox.make(tmp_path, "a_list", given.KEY).close()
    with pytest.raises(WorkshopDamaged):
        EqualityBox.open(tmp_path, "a_list", bytes(32))
