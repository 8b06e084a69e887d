"""Words on a page start where its reading starts, whatever they are written in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.boxes import column, within
from ui.widgets.text import Text

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def starts(text: Text) -> Qt.AlignmentFlag:
    """Where its lines start, without how it stands in its height."""
    return text.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask


@pytest.mark.parametrize("words", ["Which ideas?", "14", "آج"])
def test_on_a_page_from_right_to_left_all_words_start_at_the_right(qtbot: QtBot, words: str) -> None:
    page, text = QWidget(), Text(Look(), words)
    qtbot.addWidget(page)
    within(page, column(Look(), text))
    page.setLayoutDirection(RIGHT)
    assert starts(text) == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    page.setLayoutDirection(LEFT)
    assert starts(text) == Qt.AlignmentFlag.AlignLeft
    assert text.alignment() & MIDDLE


def test_what_stands_in_the_middle_stays_there(qtbot: QtBot) -> None:
    text = Text(Look(), "In the middle", centre=True)
    qtbot.addWidget(text)
    text.setLayoutDirection(RIGHT)
    assert starts(text) == Qt.AlignmentFlag.AlignHCenter
