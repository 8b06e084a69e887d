"""Whatever way a page leaves the room: who is on it is known, so that it can be called back (I04)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.session.given import Room
from workshop.domain.kinds import Audience, Item, Said
from workshop.domain.persons import Issued
from workshop.session import keeping
from workshop.session.people import Look, NameDecision


def made(room: Room, out: Path) -> None:
    room.session.pack.make(Audience.PEOPLE, out, given_to="The ward")


def printed(room: Room, out: Path) -> None:
    making = room.session.pack.begin(Audience.PEOPLE)
    for kind in ("one-sheet", "pack"):
        making.hand_out(kind, "14 printed here")


def saved(room: Room, out: Path) -> None:
    room.session.pack.begin(Audience.PEOPLE).finish(out, "one-sheet")


def copied(room: Room, out: Path) -> None:
    out.mkdir()
    keeping.copy_workshop(room.session, out)


WAYS: dict[str, tuple[Callable[[Room, Path], None], set[tuple[str, str]]]] = {
    "made": (made, {("one-sheet", "The ward"), ("pack", "The ward")}),
    "printed": (printed, {("one-sheet", "14 printed here"), ("pack", "14 printed here")}),
    "saved": (saved, {("one-sheet", "out")}),
    "copied": (copied, {("copy", "out")}),
}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_each_way_out_is_known_with_who_is_on_it(way: str, room: Room, tmp_path: Path) -> None:
    people, board = room.session.people, room.session.board
    for item in (Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME):
        people.consent(room.amina, item, Said.YES)
    board.add_note("A bench", author=room.amina)
    people.review_names([NameDecision(board.add_note("Ask Amina").note, Look.KEEP)])
    room.session.promises.promise("Benches", owner="Amina")
    act, listed = WAYS[way]

    act(room, tmp_path / "out")

    assert {(document.kind, document.given_to) for document in room.session.all(Issued)} == listed
    recall = people.withdraw(room.amina, [Item.QUOTE_FIRST_NAME]).recall
    assert {(r.kind, r.given_to) for r in recall} == listed
    assert {r.number for r in recall} == {document.number for document in room.session.all(Issued)}
