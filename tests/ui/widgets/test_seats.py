"""The table with its seats: words in every language have room on it."""

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from ui.look import Look, ScreenSize, TextSize, load_fonts
from ui.widgets.paint import ink_of
from ui.widgets.seats import AROUND, Seats
from ui.words import LANGUAGES, words_in

LOOKS = [Look(), Look(screen=ScreenSize(1366, 768, 0.253), text_size=TextSize.LARGEST)]


def made(qtbot: QtBot, look: Look, language: str, *, big: bool) -> Seats:
    """The seats of a vote, as large as they wish to be."""
    load_fonts()
    words = words_in(language)
    seats = Seats(look, words("have voted"), 1120 if big else 440, big=big)
    qtbot.addWidget(seats)
    seats.show_count(6, 14, words("{n} of {m} have voted", n=6, m=14))
    seats.resize(seats.sizeHint())
    return seats


@pytest.mark.parametrize("big", [True, False])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_have_room_on_the_table(qtbot: QtBot, language: str, look: Look, big: bool) -> None:
    seats = made(qtbot, look, language, big=big)
    edge = AROUND * seats.unit_of(seats.width())
    table = QRectF(seats.rect()).adjusted(edge, edge, -edge, -edge)
    inks = [ink_of(font, words) for words, font in seats.lines_on(table)]
    assert sum(ink.height() for ink in inks) <= table.height()
    assert max(ink.width() for ink in inks) <= table.width()


def test_words_that_need_more_make_it_larger(qtbot: QtBot) -> None:
    english, urdu = (made(qtbot, LOOKS[1], language, big=False) for language in ("en", "ur"))
    assert urdu.sizeHint().height() > english.sizeHint().height()
    assert urdu.sizeHint().width() > english.sizeHint().width()
