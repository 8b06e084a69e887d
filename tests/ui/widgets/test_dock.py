"""The foot of the people's screen: the legend is whole in every language, or not there."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look, ScreenSize, TextSize, load_fonts
from ui.widgets.button import DOCK, PLAIN, Button
from ui.widgets.dock import Dock, Legend
from ui.words import LANGUAGES, words_in

SMALL = ScreenSize(1366, 768, 0.253)


def dock_of(qtbot: QtBot, look: Look, words: list[str]) -> Dock:
    """A dock with these buttons, as wide as its screen and as high as it needs."""
    load_fonts()
    buttons: list[QWidget] = [Button(look, word, "check", DOCK) for word in words]
    dock = Dock(look, words_in("en"), buttons, Button(look, "Facilitator", "lock", PLAIN), "Saved 14:03")
    qtbot.addWidget(dock)
    dock.fit_into(look.screen.width)
    dock.resize(look.screen.width, dock.heightForWidth(look.screen.width))
    dock.show()
    return dock


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_of_the_legend_is_as_high_as_its_words(qtbot: QtBot, language: str) -> None:
    load_fonts()
    legend = Legend(Look(), words_in(language))
    qtbot.addWidget(legend)
    metrics = QFontMetrics(Look().font(20))
    tallest = max(metrics.boundingRect(0, 0, 9999, 999, 0, label).height() for _, label in legend.labels)
    assert legend.sizeHint().height() >= 2 * tallest


def test_buttons_without_room_go_on_in_a_second_line(qtbot: QtBot) -> None:
    few, many = (dock_of(qtbot, Look(screen=SMALL), ["Write a note"] * n) for n in (2, 9))
    assert many.height() > few.height()
    for dock in (few, many):
        buttons = dock.findChildren(Button)
        assert all(b.height() >= b.heightForWidth(b.width()) - 2 for b in buttons)
        assert all(b.width() >= b.sizeHint().width() - 2 for b in buttons)
        assert all(dock.rect().contains(QRect(b.mapTo(dock, QPoint()), b.size())) for b in buttons)


def test_the_legend_is_left_away_where_the_buttons_need_its_room(qtbot: QtBot) -> None:
    wide, narrow = dock_of(qtbot, Look(), ["Undo"]), dock_of(qtbot, Look(screen=SMALL), ["Undo"] * 9)
    assert not wide.legend.isHidden() and narrow.legend.isHidden()
    largest = Look(text_size=TextSize.LARGEST)
    urdu = Dock(largest, words_in("ur"), [], Button(largest, "x"), "")
    qtbot.addWidget(urdu)
    urdu.fit_into(9999)
    assert urdu.legend.isHidden()
