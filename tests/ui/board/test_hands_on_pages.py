"""Fingers on writing pages of a real board: interrupted, and shaking."""

from PySide6.QtCore import QPoint

from tests.ui.board.given import Board
from tests.ui.board.test_touching import LOST, at_time
from tests.ui.board.writing_room import middle, on_page
from ui.board.hands import SHAKING_HANDS
from ui.board.writing import Page, Pages


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
