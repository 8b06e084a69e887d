"""Parts that go on in the next line: none is cut, none lies on another, and they can be mirrored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.given import settle
from ui.look import Look, load_fonts
from ui.widgets.button import Button
from ui.widgets.wrapping import Wrapping

WORDS = ("Back", "Stop without voting", "English", "Text size", "Ask for help")


@pytest.fixture
def line(qtbot: QtBot) -> QWidget:
    """Five buttons; the first two belong to the start."""
    load_fonts()
    widget, look = QWidget(), Look()
    widget.setLayout(Wrapping(look, *(Button(look, words) for words in WORDS), at_start=2))
    qtbot.addWidget(widget)
    return widget


def boxes(line: QWidget, width: int) -> list[tuple[int, int, int]]:
    """Left, top and width of each part."""
    laid_out = line.layout()
    assert laid_out is not None
    line.resize(width, laid_out.heightForWidth(width))
    line.show()
    settle()
    return [(b.x(), b.y(), b.width()) for b in line.findChildren(Button)]


def test_in_one_line_the_last_ones_stand_at_the_end(line: QWidget) -> None:
    found = boxes(line, 1900)
    assert {top for _, top, _ in found} == {0}
    assert found[0][0] == 0
    assert found[-1][0] + found[-1][2] == 1900
    assert found[2][0] - (found[1][0] + found[1][2]) > 200


@pytest.mark.parametrize("width", [300, 450, 700])
def test_nothing_is_cut_and_nothing_lies_on_another(line: QWidget, width: int) -> None:
    boxes(line, width)
    buttons = line.findChildren(Button)
    whole = line.rect()
    assert all(whole.contains(button.geometry()) for button in buttons)
    for i, one in enumerate(buttons):
        assert not any(one.geometry().intersects(other.geometry()) for other in buttons[i + 1 :])
    assert len({button.y() for button in buttons}) > 1


def test_from_right_to_left_it_is_mirrored(line: QWidget) -> None:
    usual = boxes(line, 1900)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = line.layout()
    assert layout is not None
    layout.invalidate()
    layout.activate()
    mirrored = boxes(line, 1900)
    assert mirrored == [(1900 - left - width, top, width) for left, top, width in usual]
