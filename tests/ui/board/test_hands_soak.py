"""A minute of restless hands at the real window, and each thing the watch over them is there to see.

The whole day of them is a benchmark: `./run bench soak`.
"""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from tests.bench.soak import QtWarns, Soak, in_a_room
from tests.bench.soak_book import Escaped, Lost
from tests.ui.given import Table
from ui.board import writing_saving
from ui.board.writing import Pages
from ui.playing.board_fingers import touch_part
from ui.playing.fingers import touch
from ui.screens.board import BoardPage
from workshop.domain.records import Note

EVENTS = 400


@pytest.fixture
def soak(table: Table) -> Soak:
    """The watch over an almost empty board."""
    table.session.board.add_note("Here", x=900, y=300)
    table.show_people("board")
    return Soak(table)


def page_of(soak: Soak) -> BoardPage:
    page = soak.table.people.page
    assert isinstance(page, BoardPage)
    return page


def test_random_touches_and_keys_lose_nothing_and_never_reach_the_facilitators_side(qtbot: QtBot) -> None:
    with in_a_room() as table:
        soak = Soak(table)
        soak.run(EVENTS)
        assert soak.events >= EVENTS and soak.bugs == []


def write(soak: Soak) -> Callable[[], None]:
    """A page with words on it; what is given presses "Done"."""
    page = page_of(soak)
    touch(page, "Write a note")
    page.pages.open[0].type("Home before tea")
    return lambda: touch_part(page.view, page.pages.open[0], "done")


def test_a_page_becomes_one_note(soak: Soak) -> None:
    soak.watched(write(soak))
    soak.book.compare()
    assert [note.text for note in soak.table.session.all(Note)][-1] == "Home before tea"


def test_people_on_the_facilitators_side_are_noticed(soak: Soak) -> None:
    with pytest.raises(Escaped):
        soak.watched(soak.table.stage.to_desk)


def test_an_exception_in_a_button_is_noticed(soak: Soak, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(soak)
    monkeypatch.setattr(BoardPage, "more", lambda page: 1 // 0)
    with pytest.raises(ZeroDivisionError), soak.bugs_caught():
        soak.watched(lambda: touch(page, "More"))


def test_a_warning_of_qt_is_noticed(soak: Soak) -> None:
    with pytest.raises(QtWarns, match="QPainter"), soak.bugs_caught():
        soak.watched(lambda: QPainter(QPixmap()).end())


def test_words_that_are_lost_with_their_page_are_noticed(soak: Soak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pages, "add", lambda pages, page, sheet: True)
    with pytest.raises(Lost, match="Home before tea"):
        soak.watched(write(soak))


def test_a_page_that_becomes_two_notes_is_noticed(soak: Soak, monkeypatch: pytest.MonkeyPatch) -> None:
    add = writing_saving.add
    monkeypatch.setattr(writing_saving, "add", lambda *given: add(*given) and add(*given))
    with pytest.raises(Lost, match="1 pages became 2 notes"):
        soak.watched(write(soak))


def test_a_note_that_is_not_on_the_board_is_noticed(soak: Soak) -> None:
    model = page_of(soak).view.model
    del model.faces[next(iter(model.loose))]
    with pytest.raises(Lost, match="the board shows other notes"):
        soak.book.compare()


def test_a_note_that_goes_without_being_taken_back_is_noticed(soak: Soak) -> None:
    soak.book.notes.add(next(iter(soak.book.notes)) + "x")  # type: ignore[arg-type]
    with pytest.raises(Lost, match="instead of"):
        soak.book.compare()


def test_ten_fingers_are_down_at_once(soak: Soak) -> None:
    most = 0
    with soak.bugs_caught():
        for _ in range(60):
            soak.watched(soak.land)
            most = max(most, len(soak.down))
    soak.watched(soak.lift_all)
    assert most == 10
