"""Long content is drawn by fingers, wheel, keys and buttons; fields and buttons in it still work."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.given import fingers, settle, touch, touch_at
from ui.look import Look, load_fonts
from ui.widgets.button import Button
from ui.widgets.field import Line
from ui.widgets.scroll import Place, Scroll
from ui.widgets.text import Text

LONG = "A sentence that is long enough to need two lines in a narrow place, and then a little more."


class Long(QWidget):
    """A window with a scroll: ten texts, ten buttons, a field at the end."""

    def __init__(self, rows: int = 10, place: Place | None = None) -> None:
        super().__init__()
        self.look = Look()
        self.pressed: list[int] = []
        content = QWidget()
        inside = QVBoxLayout(content)
        self.buttons = []
        for index in range(rows):
            inside.addWidget(Text(self.look, LONG))
            button = Button(self.look, f"Button {index}")
            button.clicked.connect(lambda _=False, index=index: self.pressed.append(index))
            inside.addWidget(button)
            self.buttons.append(button)
        self.field = Line(self.look, "Field")
        inside.addWidget(self.field)
        self.area = Scroll(self.look, content, place=place)
        self.area.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.area.setGeometry(self.rect())


@pytest.fixture
def long(qtbot: QtBot) -> Iterator[Long]:
    """A window of 600 x 700 with content that is longer."""
    load_fonts()
    made = Long()
    qtbot.addWidget(made)
    yield shown(made)


def shown(window: Long) -> Long:
    """The window, on the screen and in front."""
    window.resize(600, 700)
    window.show()
    window.activateWindow()
    settle()
    return window


def draw(window: QWidget, start: QPoint, by: int) -> None:
    """Put a finger down, draw it up or down, lift it."""
    QTest.touchEvent(window, fingers()).press(0, start, window).commit()
    for part in (0.3, 0.7, 1.0):
        QTest.touchEvent(window, fingers()).move(0, start + QPoint(0, round(by * part)), window).commit()
    QTest.touchEvent(window, fingers()).release(0, start + QPoint(0, by), window).commit()
    settle()


def middle_of(window: QWidget, part: QWidget) -> QPoint:
    """The middle of a part, in the window's pixels."""
    return part.mapTo(window, part.rect().center())


def test_the_content_is_as_wide_as_its_place_and_nothing_is_cut(long: Long) -> None:
    assert long.area.content.width() == long.area.view.width() == 600
    assert long.area.content.height() >= long.area.content.heightForWidth(600)


def test_short_content_fills_its_place_without_buttons(qtbot: QtBot) -> None:
    window = Long(rows=1)
    qtbot.addWidget(window)
    shown(window)
    assert window.area.content.height() == window.area.view.height() == 700
    assert not window.area.more.isVisible() and not window.area.back.isVisible()


def test_more_and_back_go_through_all_and_show_only_where_there_is_more(long: Long) -> None:
    assert long.area.more.isVisible() and not long.area.back.isVisible()
    assert long.area.more.height() >= long.look.target()
    while long.area.more.isVisible():
        long.area.more.click()
    assert long.area.top == long.area.furthest and long.area.back.isVisible()
    while long.area.back.isVisible():
        long.area.back.click()
    assert long.area.top == 0


def test_a_finger_on_more_turns_a_page(long: Long) -> None:
    touch(long, "More")
    assert 0 < long.area.top <= long.area.view.height()


def test_a_finger_draws_the_content(long: Long) -> None:
    draw(long, QPoint(300, 20), 150)
    assert long.area.top == 0
    draw(long, QPoint(300, 400), -150)
    assert long.area.top == 150
    assert long.pressed == []


def test_a_button_in_it_can_be_touched(long: Long) -> None:
    touch_at(long, middle_of(long, long.buttons[1]))
    assert long.pressed == [1] and long.area.top == 0


def test_a_finger_that_draws_from_a_button_does_not_press_it(long: Long) -> None:
    draw(long, middle_of(long, long.buttons[2]), -120)
    assert long.pressed == [] and long.area.top == 120
    assert not long.buttons[2].is_held
    touch_at(long, middle_of(long, long.buttons[2]))
    assert long.pressed == [2]


def test_a_trembling_finger_presses_and_does_not_draw(long: Long) -> None:
    draw(long, middle_of(long, long.buttons[0]), 9)
    assert long.pressed == [0] and long.area.top == 0


def test_a_finger_in_a_field_writes_there(long: Long) -> None:
    long.area.draw_to(long.area.furthest)
    touch_at(long, middle_of(long, long.field))
    assert QApplication.focusWidget() is long.field


def test_tab_brings_into_view_what_it_reaches(long: Long) -> None:
    long.buttons[0].setFocus()
    for _ in range(7):
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
    settle()
    reached = long.buttons[7]
    assert QApplication.focusWidget() is reached
    above = reached.mapTo(long.area.view, QPoint(0, 0)).y()
    assert 0 <= above and above + reached.height() <= long.area.view.height()


def test_the_page_keys_and_the_wheel_draw(long: Long) -> None:
    long.buttons[0].setFocus()
    QTest.keyClick(long.buttons[0], Qt.Key.Key_PageDown)
    page = long.area.top
    assert page > 200
    turn_wheel(long, 120)
    assert 0 < long.area.top < page
    QTest.keyClick(long.buttons[0], Qt.Key.Key_PageUp)
    assert long.area.top == 0


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def turn_wheel(window: QWidget, notch: int) -> None:
    """Turn the wheel by one notch over the middle."""
    QTest.wheelEvent(window.windowHandle(), QPointF(300, 300), QPoint(0, notch))
    settle()


def test_a_mouse_draws_what_lies_between_the_buttons(long: Long) -> None:
    QTest.mousePress(long.area, Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    QTest.mouseMove(long.area, QPoint(300, 330))
    QTest.mouseRelease(long.area, Qt.MouseButton.LeftButton, pos=QPoint(300, 330))
    assert long.area.top == 70


def test_a_place_that_is_kept_stays_when_all_is_built_anew(qtbot: QtBot) -> None:
    place = Place()
    for _ in range(2):
        window = Long(place=place)
        qtbot.addWidget(window)
        shown(window)
        assert window.area.top == place.top
        window.area.draw_to(222)
        window.hide()
    assert place.top == 222


def test_what_grows_is_laid_out_again(long: Long) -> None:
    before = long.area.furthest
    long.buttons[0].setMinimumHeight(400)
    settle()
    assert long.area.furthest > before


def half_hidden(window: Long) -> tuple[int, QPoint]:
    """The button of which only the upper part is in view, and a place on that part."""
    edge = window.area.view.height()
    for index, button in enumerate(window.buttons):
        above = button.mapTo(window, QPoint(0, 0)).y()
        if above < edge < above + button.height():
            return index, QPoint(window.width() // 2, (above + edge) // 2)
    window.area.draw_to(window.area.top + 20)
    return half_hidden(window)


def test_a_button_that_is_half_hidden_is_pressed_by_the_first_touch(long: Long) -> None:
    index, where = half_hidden(long)
    touch_at(long, where)
    assert long.pressed == [index]


def test_a_button_that_is_half_hidden_is_pressed_by_the_first_click(long: Long) -> None:
    index, where = half_hidden(long)
    there = long.childAt(where)
    assert there is long.buttons[index]
    QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=there.mapFrom(long, where))
    assert long.pressed == [index]
