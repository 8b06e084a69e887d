"""Words with marks: they wrap, their marks stand below the right letters, in any direction."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.given import settle
from ui.look import Look, load_fonts
from ui.widgets.marked_words import MarkedWords, Marks


@pytest.fixture
def look() -> Look:
    load_fonts()
    return Look()


def shown(qtbot: QtBot, look: Look, text: str, marks: Marks, width: int = 900) -> MarkedWords:
    words = MarkedWords(look, text, marks)
    qtbot.addWidget(words)
    words.resize(width, words.heightForWidth(width))
    words.show()
    settle()
    return words


def marked_at(words: MarkedWords) -> list[int]:
    """Where across there is a mark anywhere below letters."""
    image, amber = words.grab().toImage(), QColor(words.look.colours.amber)
    return [x for x in range(image.width()) if _has(image, x, amber)]


def _has(image: QImage, x: int, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for y in range(image.height()))


def test_a_mark_stands_below_its_letters_only(qtbot: QtBot, look: Look) -> None:
    words = shown(qtbot, look, "Ask Amina first", [(4, 9)])
    at, metrics = marked_at(words), words.fontMetrics()
    assert abs(at[0] - metrics.horizontalAdvance("Ask ")) <= 2
    assert abs(at[-1] - metrics.horizontalAdvance("Ask Amina")) <= 3
    assert marked_at(shown(qtbot, look, "Ask Amina first", [])) == []


def test_letters_of_two_units_do_not_shift_a_mark(qtbot: QtBot, look: Look) -> None:
    words = shown(qtbot, look, "🙂🙂 Amina", [(3, 8)])
    assert words.marks == [(5, 10)]


def test_from_right_to_left_the_words_begin_at_the_right(qtbot: QtBot, look: Look) -> None:
    words = shown(qtbot, look, "آمنہ نے کہا", [(0, 4)])
    assert min(marked_at(words)) > words.width() / 2


def test_less_width_is_more_height(qtbot: QtBot, look: Look) -> None:
    words = shown(qtbot, look, "I waited for a very long time " * 3, [])
    assert words.heightForWidth(300) > 2 * words.heightForWidth(900)
    assert words.accessibleName() == words.text
