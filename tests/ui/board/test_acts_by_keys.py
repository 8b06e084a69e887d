"""Every act of the board with keys alone: which keys do it, and that the records say so.

`BY_KEYS` is the whole list: each painted button and each thing a finger does otherwise stands in it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board
from ui.board.picking import EMOTIONS, FEELINGS, GOES, Asks, Does
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, Emotion, NoteKind
from workshop.domain.records import Group, Membership, Note

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LETTERS = {letter: getattr(Key, f"Key_{letter}") for letter in "MNG0"}
NAMED = {
    "Enter": Key.Key_Return,
    "Esc": Key.Key_Escape,
    "Right": Key.Key_Right,
    "Down": Key.Key_Down,
    "Page up": Key.Key_PageUp,
    "Tab": Key.Key_Tab,
    "+": Key.Key_Plus,
    "-": Key.Key_Minus,
} | LETTERS


@dataclass
class Day:
    """A board with what each act needs, the keyboard at its first note."""

    board: Board
    bus: GroupId
    garden: GroupId
    stop: NoteId
    shelter: NoteId
    bench: NoteId
    loose: NoteId

    def keys(self, said: str) -> None:
        """Type keys: "Right" twice is "Right Right"; "do:hear" walks the buttons to that one; Enter."""
        for key in said.replace("Page up", "Page_up").split():
            if key.startswith("do:"):
                self.walk_to(Does(key[3:].replace("_", " ")))
            elif key.startswith("Shift+"):
                self.board.key(NAMED[key[6:]], SHIFT)
            elif key == "Ctrl+Z":
                self.board.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            elif key == "Tab":
                assert self.board.view.walking.tab(True)
            else:
                self.board.key(NAMED[key.replace("_", " ")])

    def walk_to(self, does: Does) -> None:
        """Walk the buttons with Tab until this one has the ring, and press Enter."""
        seen: list[object] = []
        while (here := self.board.view.walking._button) is None or here.does is not does:
            assert here not in seen, f"no key comes to {does}; only to {seen}"
            seen.append(here)
            assert self.board.view.walking.tab(True), f"nothing is asked; {does} is not there"
        self.board.key(Key.Key_Return)

    def note(self, id_: NoteId) -> Note:
        return self.board.note(id_)

    def group(self, id_: GroupId) -> Group:
        return next(group for group in self.board.groups() if group.id == id_)

    def groups_of(self, note: NoteId) -> set[GroupId]:
        return {m.group for m in self.board.session.all(Membership) if m.note == note}

    def inside(self, group: GroupId) -> set[NoteId]:
        return set(self.board.inside(group))


@pytest.fixture
def day(board: Board) -> Day:
    bus, garden = board.group("Bus", "The stop is far", "A shelter"), board.group("Garden", "A bench")
    loose = board.add("A bench!", 1100, 600, NoteKind.IDEA)
    stop, shelter = board.inside(bus)
    made = Day(board, bus, garden, stop, shelter, board.inside(garden)[0], loose)
    board.session.board.mark_emotion(shelter, Emotion.SAD)
    board.view.setFocus()
    board.view.likeness.look()
    board.key(Key.Key_Right)
    assert board.view.walking.here == (stop, bus)
    return made


Check = Callable[[Day], bool]
# What is done, the keys from the first note of the first group on, and what is so afterwards.
BY_KEYS: dict[str, tuple[str, Check]] = {
    "pick a note": ("Enter", lambda d: d.board.view.shown.picked.note == d.stop),
    "let go": ("Enter Esc", lambda d: d.board.view.shown.picked.note is None),
    "put it here": ("M Enter", lambda d: d.groups_of(d.stop) == {d.garden}),
    "move to": ("Enter do:move Enter", lambda d: d.groups_of(d.stop) == {d.garden}),
    "out of the group": (
        "Shift+Right Shift+Right Shift+Right Shift+Down Shift+Down Shift+Down Shift+Down"
        " Shift+Down Shift+Down Shift+Down Shift+Down Enter",
        lambda d: d.groups_of(d.stop) == set() and d.note(d.stop).y > 400,
    ),
    "not moved after all": ("Shift+Down Shift+Down Esc", lambda d: d.groups_of(d.stop) == {d.bus}),
    "hear": ("Enter do:hear", lambda d: True),
    "change": ("Enter do:change", lambda d: True),
    "more, and back": ("Enter do:more do:back", lambda d: d.board.view.shown.picked.asks is Asks.ACT),
    "say it is the same": (
        "Enter do:more do:same Right Enter",
        lambda d: d.note(d.stop).same_as == d.shelter,
    ),
    "stand in two groups": ("Enter do:more do:copy Enter", lambda d: len(d.groups_of(d.stop)) == 2),
    "put together": ("Right Right Enter do:together", lambda d: d.note(d.bench).same_as == d.loose),
    "keep both": (
        "Right Right Enter do:keep_both",
        lambda d: not d.board.view.scene.overlays.hints.looks_like,
    ),
    "see what lies under": (
        "Right Right Enter do:together Enter do:under do:hear",
        lambda d: d.board.view.shown.picked.asks is Asks.UNDER,
    ),
    "apart again": (
        "Right Right Enter do:together Enter do:under do:apart",
        lambda d: d.note(d.bench).same_as is None,
    ),
    "take the mark away": (
        "Right Enter do:more do:felt do:no_mark",
        lambda d: d.note(d.shelter).emotion is None,
    ),
    "new group": ("G", lambda d: len(d.board.groups()) == 3),
    "new note": ("N", lambda d: True),
    "read a group": ("Page_up Enter do:read", lambda d: True),
    "name a group": ("Page_up Enter do:rename", lambda d: True),
    "merge": ("Page_up Enter do:merge Enter", lambda d: d.group(d.garden).merged_into == d.bus),
    "part again": (
        "Page_up Enter do:merge Enter Page_up Enter do:part",
        lambda d: d.group(d.garden).merged_into is None,
    ),
    "split": (
        "Page_up Enter do:split Right Enter do:make",
        lambda d: len(d.board.groups()) == 3 and len(d.inside(d.bus)) == 1,
    ),
    "stop": ("Page_up Enter do:merge do:stop", lambda d: d.board.view.shown.picked.area is None),
    "bigger": ("+", lambda d: d.board.view.zoom == 1.25),
    "smaller": ("-", lambda d: d.board.view.zoom == 0.8),
    "all": ("+ + 0", lambda d: d.board.view.zoom == 1.0),
}
# Buttons that only say in another place what is in the list above, or that arrows do without them.
THE_SAME = {Does.PUT, Does.JOIN, Does.NAME, Does.OPEN, *GOES}


@pytest.mark.parametrize("act", BY_KEYS)
def test_an_act_is_done_with_keys_alone(day: Day, act: str) -> None:
    keys, is_done = BY_KEYS[act]
    day.keys(keys)
    assert is_done(day), act


def test_how_a_note_and_how_a_step_felt_is_said_with_keys(day: Day) -> None:
    for does, emotion in EMOTIONS.items():
        day.keys(f"Enter do:more do:felt do:{does.replace(' ', '_')} Esc")
        assert day.note(day.stop).emotion is emotion
    day.board.session.board.set_layout(BoardLayout.JOURNEY)
    for does, feeling in FEELINGS.items():
        day.keys(f"Page_up Enter do:how do:{does.replace(' ', '_')}")
        assert day.group(day.bus).feeling == feeling
        day.board.view.walking.go_to(day.board.view.model.reading_order()[0])


def test_what_the_page_has_to_do_is_asked_for_with_keys(day: Day, qtbot: QtBot) -> None:
    view = day.board.view
    asked = {
        "N": view.wants_page,
        "Enter do:change": view.wants_text,
        "Enter do:hear": view.asked_to_hear,
        "Page_up Enter do:rename": view.wants_name,
        "Page_up Enter do:read": view.read_group,
        "Ctrl+Z": view.wants_undo,
    }
    for keys, signal in asked.items():
        day.keys("Esc")
        view.walking.go_to(view.model.reading_order()[0])
        with qtbot.waitSignal(signal, timeout=1000):
            day.keys(keys)


def test_no_act_is_left_out() -> None:
    done = " ".join(keys for keys, _ in BY_KEYS.values())
    reached = {Does(key[3:].replace("_", " ")) for key in done.split() if key.startswith("do:")}
    assert reached | EMOTIONS.keys() | FEELINGS.keys() | THE_SAME | {Does.HOW, Does.FEELING} == set(Does)
