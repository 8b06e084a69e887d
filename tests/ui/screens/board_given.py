"""The board's page for the tests: its list, touched row by row."""

from PySide6.QtCore import QPoint

from tests.ui.given import Table, settle, touch, touch_at
from ui.parts.listing import GroupRow, NoteRow
from ui.screens.board import BoardPage
from ui.widgets.list_rows import ROW


def board(table: Table) -> BoardPage:
    """The people's board."""
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    return page


def with_list(table: Table) -> BoardPage:
    """The people's board with its list, opened by touch."""
    page = board(table)
    touch(page, "More")
    touch(page, "List")
    return page


def rows(page: BoardPage) -> list[str]:
    """What a screen reader hears of the rows; the place of the acts says nothing."""
    model = page.list.rows
    said = [str(model.data(model.index(i))) for i in range(model.rowCount())]
    return [text for text in said if text]


def place_of_row(page: BoardPage, text: str) -> int:
    """Which row shows this note, or this group."""
    model = page.list.rows
    for place in range(model.rowCount()):
        row = model.data(model.index(place), ROW)
        if isinstance(row, NoteRow) and row.text == text or isinstance(row, GroupRow) and row.name == text:
            return place
    raise AssertionError(f"no row {text!r} in {rows(page)}")


def touch_row(page: BoardPage, text: str) -> None:
    """Touch the row of a note, or of a group."""
    index = page.list.rows.index(place_of_row(page, text))
    page.list.scrollTo(index)
    settle()
    box = page.list.visualRect(index)
    middle = QPoint(box.left() + box.width() // 3, box.center().y())
    touch_at(page.window(), page.list.viewport().mapTo(page.window(), middle))
