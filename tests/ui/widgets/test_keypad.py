"""The pad of keys for names and forms: fingers, mouse, screen reader, and the field it writes into."""

import itertools
from collections.abc import Callable
from functools import lru_cache

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.keys.plan import Key
from ui.look import Look, ScreenSize, load_fonts
from ui.widgets.keypad import KeyPad
from ui.words import Words

Field = QLineEdit | QPlainTextEdit


class Form(QWidget):
    """A field with a pad below it."""

    def __init__(self, field: Field | None = None, language: str = "en", **more: bool) -> None:
        super().__init__()
        load_fonts()
        self.field: Field = field or QLineEdit()
        seconds = itertools.count()
        self.pad = KeyPad(Look(), Words(language), clock=lambda: float(next(seconds)), **more)
        self.pad.attach(self.field)
        rows = QVBoxLayout(self)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        rows.addWidget(self.field)
        rows.addWidget(self.pad)
        self.resize(780, 640)  # Qt's invented screen is 800 wide, and touches beyond it get lost

    @property
    def words(self) -> str:
        """What is in the field."""
        return self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()

    def place(self, wanted: str) -> QPoint:
        """The middle of a key: by its label or its act."""
        key = find(self.pad, wanted)
        return QPoint(round(key.x + key.width / 2), round(key.y + key.height / 2))

    def touch(self, *wanted: str) -> None:
        """Touch keys with one finger, one after the other."""
        for one in wanted:
            at = self.place(one)
            glass(self.pad).press(0, at, self.pad).commit()
            glass(self.pad).release(0, at, self.pad).commit()


@lru_cache(maxsize=1)
def device() -> QPointingDevice:
    """One touch screen for all tests."""
    return QTest.createTouchDevice()


def glass(widget: QWidget) -> QTest.QTouchEventSequence:
    """A touch event to be filled in; it is sent by `commit` only."""
    return QTest.touchEvent(widget, device(), False)


def find(pad: KeyPad, wanted: str) -> Key:
    """A key by its label or its act."""
    return next(k for k in pad.panel.keys if wanted in (k.label, k.act.name))


@pytest.fixture
def form(qtbot: QtBot) -> Callable[..., Form]:
    def make(field: Field | None = None, **more: object) -> Form:
        made = Form(field, **more)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def test_fingers_write_a_name_with_its_capitals(form: Callable[..., Form]) -> None:
    made = form(for_names=True)
    made.touch("M", "a", "r", "y", "-", "A", "n", "n", "SPACE", "O", "’")
    assert made.words == "Mary-Ann O’"
    made.touch("DELETE", "DELETE")
    assert made.words == "Mary-Ann "


def test_two_fingers_at_once_both_write(form: Callable[..., Form]) -> None:
    made = form()
    made.touch("X")
    one, other = made.place("h"), made.place("i")
    glass(made.pad).press(0, one, made.pad).press(1, other, made.pad).commit()
    glass(made.pad).release(0, one, made.pad).stationary(1).commit()
    glass(made.pad).release(1, other, made.pad).commit()
    assert made.words == "Xhi"


def test_the_mouse_is_one_more_finger_and_may_slide_off(form: Callable[..., Form]) -> None:
    made = form()
    QTest.mouseClick(made.pad, Qt.MouseButton.LeftButton, pos=made.place("A"))
    QTest.mouseClick(made.pad, Qt.MouseButton.RightButton, pos=made.place("b"))
    QTest.mousePress(made.pad, Qt.MouseButton.LeftButton, pos=made.place("c"))
    QTest.mouseMove(made.pad, made.place("m"))
    QTest.mouseRelease(made.pad, Qt.MouseButton.LeftButton, pos=made.place("m"))
    assert made.words == "A"


def test_a_cancelled_touch_writes_nothing(form: Callable[..., Form]) -> None:
    made = form()
    at = made.place("Q")
    made.pad.panel.press(0, at.x(), at.y())
    made.pad.panel.cancel(0)
    assert made.words == ""


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_delete_takes_one_character_as_its_reader_sees_it(
    make: Callable[[], Field], form: Callable[..., Form]
) -> None:
    made = form(make())
    made.pad.typed.emit("ab ਸ਼ੀ👨‍👩‍👧🇬🇧")
    left = []
    for _ in range(4):
        made.touch("DELETE")
        left.append(made.words)
    assert left == ["ab ਸ਼ੀ👨‍👩‍👧", "ab ਸ਼ੀ", "ab ", "ab"]


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_delete_in_the_middle_and_of_what_is_chosen(
    make: Callable[[], Field], form: Callable[..., Form]
) -> None:
    made = form(make())
    made.pad.typed.emit("🇬🇧bc")
    QTest.keyClick(made.field, Qt.Key.Key_Left)
    made.pad.show()
    made.touch("DELETE")
    assert made.words == "🇬🇧c"
    made.field.selectAll()
    made.touch("DELETE", "DELETE")
    assert made.words == ""


def test_rarer_letters_replace_the_one_before(form: Callable[..., Form]) -> None:
    made = form(language="pl")
    made.touch("Z", "EXTRAS", "Ż", "y")
    assert made.words == "Ży"


def test_a_caret_that_was_moved_is_not_after_the_last_letter(form: Callable[..., Form]) -> None:
    made = form()
    made.touch("A", "e")
    assert isinstance(made.field, QLineEdit)
    made.field.setCursorPosition(1)
    made.touch("EXTRAS", "é")
    assert made.words == "Aée"


def test_enter_sends_a_line_and_breaks_a_text(form: Callable[..., Form], qtbot: QtBot) -> None:
    line = form(multi_line=True)
    assert isinstance(line.field, QLineEdit)
    with qtbot.waitSignal(line.field.returnPressed):
        line.touch("ENTER")
    text = form(QPlainTextEdit(), multi_line=True)
    text.touch("A", "ENTER", "B")
    assert text.words == "A\nB"


def test_another_field_may_take_over(form: Callable[..., Form]) -> None:
    made = form()
    made.touch("A")
    other = QLineEdit(made)
    made.pad.attach(other)
    made.touch("B")
    assert (made.words, other.text()) == ("A", "B")


def test_the_pad_gives_way_to_a_real_keyboard_and_keeps_its_place(form: Callable[..., Form]) -> None:
    made = form()
    top = made.field.geometry()
    QTest.keyClicks(made.field, "hi")
    assert not made.pad.isVisible()
    assert made.field.geometry() == top
    QTest.mouseClick(made.field, Qt.MouseButton.LeftButton)
    assert made.pad.isVisible()
    made.touch("s")
    assert made.words == "his"


def test_the_field_keeps_the_focus(form: Callable[..., Form]) -> None:
    assert form().pad.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_language_change_is_told(form: Callable[..., Form], qtbot: QtBot) -> None:
    made = form()
    made.touch("LANGUAGE")
    with qtbot.waitSignal(made.pad.language_changed) as told:
        made.touch("ਪੰਜਾਬੀ")
    assert told.args == ["pa"]


def test_a_screen_reader_finds_every_key_by_its_name_and_place(form: Callable[..., Form]) -> None:
    made = form(for_names=True)
    pad = QAccessible.queryAccessibleInterface(made.pad)
    keys = [pad.child(index) for index in range(pad.childCount())]
    names = [key.text(QAccessible.Text.Name) for key in keys]
    assert names[:10] == list("QWERTYUIOP")
    assert names[20:] == [
        "Capital letter",
        *"ZXCVBNM-",
        "Delete",
        "Language: English",
        "A B C in order",
        "More letters",
        "Space",
    ]
    assert {key.role() for key in keys} == {QAccessible.Role.Button}
    assert all(key.isValid() and pad.rect().contains(key.rect()) for key in keys)
    assert [pad.indexOfChild(key) for key in keys] == list(range(len(keys)))
    assert pad.child(len(keys)) is None
    assert keys[0].parent().object() is made.pad
    made.touch("LANGUAGE")
    assert keys[0].text(QAccessible.Text.Name) == "English"
    assert not keys[-1].isValid()
    assert (keys[-1].text(QAccessible.Text.Name), keys[-1].rect().isEmpty()) == ("", True)


def test_a_key_that_is_held_is_said_to_be_pressed(form: Callable[..., Form]) -> None:
    made = form()
    q = QAccessible.queryAccessibleInterface(made.pad).child(0)
    at = made.place("Q")
    made.pad.panel.press(3, at.x(), at.y())
    assert q.state().pressed
    made.pad.panel.cancel(3)
    assert not q.state().pressed


def test_a_screen_reader_writes_with_the_keys(form: Callable[..., Form]) -> None:
    made = form()
    pad = QAccessible.queryAccessibleInterface(made.pad)
    keys = {key.text(QAccessible.Text.Name): key for key in map(pad.child, range(pad.childCount()))}
    for name in ("H", "Space"):
        keys[name].actionInterface().doAction("Press")
    assert (made.words, keys["H"].textInterface()) == ("H ", None)


@pytest.mark.parametrize(
    "screen", [ScreenSize(), ScreenSize(1920, 1080, 0.496), ScreenSize(1366, 768, 0.2529)]
)
def test_keys_stay_large_enough_in_the_narrowest_pad(qtbot: QtBot, screen: ScreenSize) -> None:
    pad = KeyPad(Look(screen=screen), Words("en"))
    qtbot.addWidget(pad)
    assert pad.minimumSizeHint().width() <= screen.width
    pad.resize(pad.minimumSizeHint())
    pad.grab()
    small = [k.label for k in pad.panel.keys if min(k.width, k.height) * screen.mm_per_px < 12.69]
    assert small == []
