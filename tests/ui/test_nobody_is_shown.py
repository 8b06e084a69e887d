"""Whoever said no is on no screen of the room: not by name, and not with words they took back.

One person says no to their name and takes their words back. Then every page that all can see is
opened and read, as eyes and as a screen reader read it. The same reading finds them where the gate
is broken on purpose.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, names, settle, words_on
from ui.look import Side
from ui.screens import NAMES, page_class
from workshop.domain.gate import Gate
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import Item, OwnerKind, Said
from workshop.session import own_words
from workshop.session.voting import NewOption

NAME, WORDS = "Zebedina", "a marzipan secret"
FRESH = date(2026, 4, 1)
# Pages of people that need something of a vote or of one person at the screen, which others test.
OF_ONE_PERSON = frozenset({"ballot", "review", "voice", "thanks", "cover", "number", "equality_ask"})


@dataclass(frozen=True)
class Day:
    """What happened."""

    table: Table
    group: GroupId
    note: NoteId


@pytest.fixture
def day(two_screens: Table) -> Day:
    """A day on which one person is in everything, and said no to being named."""
    session = two_screens.session
    people, board, voting = session.people, session.board, session.voting
    session.plan.create(f"The day of {NAME}", f"What helps {NAME}?")
    who = people.arrive(NAME, []).person
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        people.consent(who, item, Said.YES)
    note = board.add_note(WORDS, author=who).note
    group = board.make_group("Sweets", [note, board.add_note("Tea").note]).group
    ideas: list[NewOption | str] = [NewOption(f"Ask {NAME}"), note]
    opened = voting.open_round(f"What does {NAME} need?", "What helps", ideas)
    for _ in range(4):
        voting.cast(opened.round, {option.id: 1 for option in opened.options})
    voting.close_round(opened.round)
    session.promises.promise(
        f"A bench for {NAME}",
        we_will=f"{NAME} gets a bench",
        owner=NAME,
        owner_kind=OwnerKind.STAFF,
        by_when=FRESH,
        how_known="We see it",
    )
    people.withdraw(who, [Item.NOTES_USED])
    return Day(two_screens, group, note)


def pages_of_the_room() -> list[str]:
    """The pages that everybody may see, by name."""
    found = (name for name in NAMES if page_class(name).side is Side.PEOPLE and not page_class(name).private)
    return sorted(name for name in found if name not in OF_ONE_PERSON and not name.startswith("arrive_"))


def read(page: QWidget) -> str:
    """All that can be read on a page, or heard of it."""
    settle()
    described = "\n".join(w.accessibleDescription() for w in page.findChildren(QWidget))
    return "\n".join((words_on(page), *names(page), described))


def seen(day: Day) -> Iterator[str]:
    """Where one of the two can be read, and what it is."""
    for name in pages_of_the_room():
        given = {"read_group": {"group": day.group}, "change_note": {"note": day.note}}.get(name, {})
        said = read(day.table.show_people(name, **given))
        yield from (f"{secret} on {name}" for secret in (NAME, WORDS) if secret in said)
    said = read(day.table.show_public())
    yield from (f"{secret} on the public screen" for secret in (NAME, WORDS) if secret in said)


def test_whoever_said_no_is_on_no_screen_of_the_room(day: Day) -> None:
    assert {"board", "read_group", "room_promises", "room_result"} <= {*pages_of_the_room()}
    assert list(seen(day)) == []
    assert day.table.session.search("marzipan") == ()


def test_a_name_that_gets_past_the_gate_is_found(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "text", lambda _, words, *more: words)
    assert {f"{NAME} on room_promises", f"{NAME} on room_result"} <= {*seen(day)}


def test_words_that_stay_in_sight_are_found(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    session = day.table.session
    monkeypatch.setattr(own_words, "taken_back", lambda *_: frozenset())
    session.board.restore_note(day.note)
    assert f"{WORDS} on read_group" in {*seen(day)}
