"""The button a finger can use: beside a touched board, two at once, sliding off, trembling, locked."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.playing.fingers import settle, touch_screen
from ui.widgets.button import ANSWER, MAIN, Button
from ui.widgets.choice import Tick
from ui.widgets.touch import Touchable


class Board(QWidget):
    """Takes every touch that lands on it, as the board does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            event.accept()
            return True
        return super().event(event)


class Room:
    """A board with two buttons below."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.window.resize(800, 600)
        self.board = Board(self.window)
        self.board.setGeometry(0, 0, 800, 400)
        self.one, self.two = Button(Look(), "One"), Button(Look(), "Two")
        self.acts: list[str] = []
        for button, x in ((self.one, 0), (self.two, 400)):
            button.setParent(self.window)
            button.setGeometry(x, 450, 300, 64)
            button.clicked.connect(partial(self._acted, button.text()))
        self.window.show()

    def _acted(self, name: str) -> None:
        self.acts.append(name)

    def press(self, finger: int, x: int, y: int) -> None:
        QTest.touchEvent(self.window, touch_screen()).press(finger, QPoint(x, y), self.window).commit()

    def move(self, finger: int, x: int, y: int) -> None:
        QTest.touchEvent(self.window, touch_screen()).move(finger, QPoint(x, y), self.window).commit()

    def lift(self, finger: int, x: int, y: int) -> None:
        QTest.touchEvent(self.window, touch_screen()).release(finger, QPoint(x, y), self.window).commit()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room()
    yield made
    made.window.close()
    settle()


def test_it_acts_when_the_finger_is_lifted_and_not_before(room: Room) -> None:
    room.press(0, 50, 470)
    assert room.acts == [] and room.one.is_held
    room.lift(0, 60, 475)
    assert room.acts == ["One"] and not room.one.is_held


def test_it_lives_while_somebody_holds_the_board(room: Room) -> None:
    room.press(0, 100, 100)
    room.press(1, 50, 470)
    room.lift(1, 50, 470)
    assert room.acts == ["One"]
    room.lift(0, 100, 100)


def test_of_two_ordinary_buttons_only_one_hears(room: Room) -> None:
    """Why we have our own: Qt turns one finger into a mouse, and there is only one mouse."""
    acts: list[str] = []
    for name, x in (("Left", 0), ("Right", 400)):
        plain = QPushButton(name, room.window)
        plain.setGeometry(x, 530, 200, 60)
        plain.clicked.connect(lambda _=False, name=name: acts.append(name))
        plain.show()
    room.press(0, 50, 550)
    room.press(1, 450, 550)
    room.lift(1, 450, 550)
    room.lift(0, 50, 550)
    assert len(acts) < 2


def test_two_people_press_two_buttons_at_once(room: Room) -> None:
    room.press(0, 50, 470)
    room.press(1, 450, 470)
    room.lift(1, 450, 470)
    room.lift(0, 50, 470)
    assert room.acts == ["Two", "One"]


def test_a_finger_that_slides_off_changes_its_mind(room: Room) -> None:
    room.press(0, 50, 470)
    room.move(0, 50, 300)
    room.lift(0, 50, 300)
    assert room.acts == []


def test_a_trembling_touch_acts_once(room: Room) -> None:
    for _ in range(5):
        room.press(0, 50, 470)
        room.lift(0, 50, 470)
    assert room.acts == ["One"]
    QTest.qWait(170)
    room.press(0, 50, 470)
    room.lift(0, 50, 470)
    assert room.acts == ["One", "One"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_act(room: Room, key: Qt.Key) -> None:
    room.one.setFocus()
    QTest.keyClick(room.one, key)
    assert room.acts == ["One"]


def test_a_mouse_acts_where_it_is_let_go(room: Room) -> None:
    QTest.mousePress(room.one, Qt.MouseButton.LeftButton)
    assert room.acts == []
    QTest.mouseRelease(room.one, Qt.MouseButton.LeftButton, pos=QPoint(5, -50))
    assert room.acts == []
    QTest.mouseClick(room.one, Qt.MouseButton.LeftButton)
    assert room.acts == ["One"]


def test_a_locked_button_says_why(room: Room) -> None:
    why: list[str] = []
    room.one.asked_why.connect(why.append)
    room.one.lock("After the ideas, step 6")
    room.press(0, 50, 470)
    room.lift(0, 50, 470)
    assert (room.acts, why) == ([], ["After the ideas, step 6"])
    assert room.one.accessibleDescription() == "After the ideas, step 6"


def press_like_a_screen_reader(thing: QWidget) -> None:
    """The press that Qt offers to screen readers, and the moment it takes."""
    reader = QAccessible.queryAccessibleInterface(thing).actionInterface()
    reader.doAction(reader.pressAction())
    QTest.qWait(150)


@pytest.mark.parametrize("checkable", [False, True])
def test_a_screen_reader_presses_a_button_and_a_locked_one_says_why(room: Room, checkable: bool) -> None:
    why: list[str] = []
    room.one.setCheckable(checkable)
    room.one.asked_why.connect(why.append)
    press_like_a_screen_reader(room.one)
    assert (room.acts, why, room.one.isChecked()) == (["One"], [], checkable)
    room.one.lock("After the ideas, step 6")
    press_like_a_screen_reader(room.one)
    assert (room.acts, why, room.one.isChecked()) == (["One"], ["After the ideas, step 6"], checkable)
    room.one.lock("")
    press_like_a_screen_reader(room.one)
    assert (len(room.acts), len(why)) == (2, 1)


def tick_like_a_screen_reader(thing: QWidget) -> None:
    """What Qt offers to screen readers for something that can be chosen: it is no click."""
    reader = QAccessible.queryAccessibleInterface(thing).actionInterface()
    assert reader.toggleAction() in reader.actionNames()
    reader.doAction(reader.toggleAction())
    QTest.qWait(20)


def test_a_screen_reader_ticks_and_that_does_what_a_touch_does(room: Room) -> None:
    room.one.setCheckable(True)
    tick_like_a_screen_reader(room.one)
    assert (room.acts, room.one.isChecked()) == (["One"], True)
    room.one.chooses_itself = False  # the page says what is chosen
    QTest.qWait(200)
    tick_like_a_screen_reader(room.one)
    assert (room.acts, room.one.isChecked()) == (["One", "One"], True)


def test_a_screen_reader_that_ticks_something_locked_is_told_why(room: Room) -> None:
    why: list[str] = []
    room.one.setCheckable(True)
    room.one.asked_why.connect(why.append)
    room.one.lock("After the ideas, step 6")
    tick_like_a_screen_reader(room.one)
    assert (room.acts, why, room.one.isChecked()) == ([], ["After the ideas, step 6"], False)


def test_what_a_page_says_is_chosen_is_no_act(room: Room) -> None:
    room.one.setCheckable(True)
    room.one.setChecked(True)
    room.one.chooses_itself = False
    room.one.setChecked(False)
    QTest.qWait(20)
    assert room.acts == []


def test_without_its_guard_a_tick_would_do_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.one.setCheckable(True)
    monkeypatch.setattr(room.one, "_said", True)
    tick_like_a_screen_reader(room.one)
    assert (room.acts, room.one.isChecked()) == ([], True)


def test_without_its_guard_a_screen_reader_would_act_on_a_locked_button(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Touchable, "nextCheckState", QAbstractButton.nextCheckState)
    room.one.lock("After the ideas, step 6")
    press_like_a_screen_reader(room.one)
    assert room.acts == ["One"]


def test_where_hands_shake_a_touch_counts_again_only_after_a_while(room: Room) -> None:
    room.one.look = Look(shaking=True)
    for wait in (250, 300, 0):
        room.press(0, 50, 470)
        room.lift(0, 50, 470)
        QTest.qWait(wait)
    assert room.acts == ["One", "One"]  # the second touch was the first one again


def test_a_touch_that_is_cancelled_does_nothing(room: Room) -> None:
    room.press(0, 50, 470)
    room.one.event(QTouchEvent(QEvent.Type.TouchCancel, touch_screen()))
    assert not room.one.is_held
    room.lift(0, 50, 470)
    assert room.acts == []


def test_words_wrap_and_the_button_grows(qtbot: QtBot) -> None:
    button = Button(Look(), "A rather long name for one button", "check", MAIN)
    wide, narrow = button.sizeHint().width(), button.minimumSizeHint().width()
    assert narrow < wide
    assert button.heightForWidth(narrow) > button.heightForWidth(wide)


def test_an_answer_is_large_enough_for_every_finger(qtbot: QtBot) -> None:
    look = Look()
    hint = Button(look, "Yes", "check", ANSWER).sizeHint()
    assert min(hint.width(), hint.height()) * look.screen.mm_per_px >= 14.0


def test_everything_to_touch_has_a_name(qtbot: QtBot) -> None:
    made: list[Touchable] = [Button(Look(), "Done"), Tick(Look(), "I have the paper here")]
    assert [thing.accessibleName() for thing in made] == ["Done", "I have the paper here"]
