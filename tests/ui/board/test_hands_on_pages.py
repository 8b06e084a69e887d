"""Fingers on writing pages of a real board: interrupted, and shaking."""

import gc
import weakref

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtTest import QTest

from tests.ui.board.given import Board
from tests.ui.board.test_touching import LOST, at_time
from tests.ui.board.writing_room import middle, on_page
from ui.board.hands import SHAKING_HANDS
from ui.board.writing import Page, Pages
from workshop.domain.records import Note


def key(page: Page, letter: str) -> QPoint:
    """The middle of the key of a letter, large or small."""
    found = next(key for key in page.panel.keys if key.label.lower() == letter)
    return QPoint(*(round(v) for v in middle(page, on_page(page, found))))


def test_words_on_an_open_page_outlive_every_interruption(board: Board) -> None:
    view = board.view
    pages = Pages(parent=view)
    assert pages.open_at(view, board.bridge, view.look, view.words, 300, 200) == ""
    page = pages.open[0]
    page.type("Half a sent")
    for interrupt in LOST[:-1]:
        at = key(page, "e")
        view.setEnabled(True)
        view.show()
        with board.hold(at):
            interrupt(board)
            board.lift(at)
        assert (page.text.words, pages.open) == ("Half a sent", (page,))
    view.setEnabled(True)
    board.tap(at)
    assert page.text.words == "Half a sente"
    pages.stop()


def test_keys_that_shaking_hands_touch_twice_write_once(board: Board) -> None:
    view = board.view
    clock = iter(range(10**6))
    pages = Pages(parent=view, clock=lambda: float(next(clock)))
    assert pages.open_at(view, board.bridge, view.look, view.words, 300, 200) == ""
    page = pages.open[0]
    at = key(page, "e")

    def touch_twice(start: float, between: float) -> str:
        before = len(page.text.words)
        at_time(board, start)
        board.tap(at)
        at_time(board, start + between)
        board.tap(at)
        return page.text.words[before:].lower()

    assert touch_twice(1e6, 120) == "ee"
    view.hold_steady(SHAKING_HANDS)
    assert touch_twice(2e6, 390) == "e"
    assert touch_twice(3e6, 410) == "ee"
    pages.stop()


def test_a_finger_that_stays_on_a_key_of_a_page_that_closes_holds_nothing(board: Board) -> None:
    """Another finger presses "Done": a key that is held then would go on, on a board that may be gone."""
    view = board.view
    pages = Pages(parent=view)
    assert pages.open_at(view, board.bridge, view.look, view.words, 300, 200) == ""
    page = pages.open[0]
    page.type("Home")
    at, done = key(page, "e"), page.turned.transform.map(page.parts.boxes["done"].center()).toPoint()
    ticking = page.panel.findChildren(QTimer)[0]
    with board.hold(at, 0):
        assert ticking.isActive()
        board.tap(done, 1)
        assert (pages.open, ticking.isActive()) == ((), False)
        board.lift(at, 0)
    assert [note.text for note in board.session.all(Note)] == ["Home"]


def test_a_page_that_has_closed_is_forgotten(board: Board) -> None:
    """Each page that stayed would keep its whole board."""
    view = board.view
    pages = Pages(parent=view)
    assert pages.open_at(view, board.bridge, view.look, view.words, 300, 200) == ""
    page = pages.open[0]
    page.type("Home")
    page.finish()
    gone = weakref.ref(page)
    del page
    QTest.qWait(1)
    gc.collect()
    assert gone() is None


def test_a_page_that_has_fewer_sheets_of_acts_by_now_shows_the_last(board: Board) -> None:
    """Larger words or another way round may leave room for all acts on one sheet."""
    view = board.view
    pages = Pages(parent=view)
    assert pages.open_at(view, board.bridge, view.look, view.words, 300, 200) == ""
    page = pages.open[0]
    page.act("more")
    page.sheet_of_more = 7  # as on a screen so small that each act had a sheet of its own
    assert pages.lay_out(page, 0)
    assert page.boxes.keys() >= page.parts.sheets[-1].keys()
    board.picture()
