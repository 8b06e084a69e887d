"""The acts that can be taken back, as rows: a finger chooses one, and pages lead to the others."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.given import names, touch
from ui.look import Look, load_fonts
from ui.widgets.row_button import RowButton
from ui.widgets.undo_list import UndoList
from ui.words import words_in
from workshop.domain.labels import Label
from workshop.session.looking_back import Recent

RECENTS = tuple(Recent(9 - n, Label.MOVE_NOTES, f"Note {n}") for n in range(1, 8))


class Chosen:
    """What was chosen and closed."""

    def __init__(self) -> None:
        self.acts: list[int] = []
        self.closed = 0

    def close(self) -> None:
        """Count it."""
        self.closed += 1


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


def shown(qtbot: QtBot, recents: tuple[Recent, ...], chosen: Chosen, rows: int = 3) -> UndoList:
    """The list in a window."""
    load_fonts()
    listed = UndoList(Look(), words_in("en"), recents, chosen.acts.append, chosen.close, rows)
    qtbot.addWidget(listed)
    listed.resize(800, listed.heightForWidth(800))
    listed.show()
    return listed


def rows_of(part: QWidget) -> list[str]:
    """The rows in sight, by their words."""
    return [button.text() for button in part.findChildren(RowButton) if button.isVisibleTo(part)]


def test_three_acts_are_rows_and_a_touch_chooses_one(qtbot: QtBot, chosen: Chosen) -> None:
    listed = shown(qtbot, RECENTS[:3], chosen)
    assert rows_of(listed) == ["Moved: Note 1", "Moved: Note 2", "Moved: Note 3"]
    assert not {"Earlier", "Later"} & set(names(listed))
    touch(listed, "Moved: Note 2")
    touch(listed, "Close")
    assert (chosen.acts, chosen.closed) == ([7], 1)


def test_more_acts_are_on_further_pages(qtbot: QtBot, chosen: Chosen) -> None:
    listed = shown(qtbot, RECENTS, chosen)
    touch(listed, "Earlier")
    assert rows_of(listed) == ["Moved: Note 4", "Moved: Note 5", "Moved: Note 6"]
    listed.turn(1)  # a second touch so soon would be the same touch
    assert rows_of(listed) == ["Moved: Note 7"]
    assert "Earlier" not in names(listed)
    touch(listed, "Later")
    touch(listed, "Moved: Note 4")
    assert chosen.acts == [5]


def test_where_nothing_can_be_undone_it_says_so(qtbot: QtBot, chosen: Chosen) -> None:
    listed = shown(qtbot, (), chosen)
    assert rows_of(listed) == []
    listed.take_focus()
    touch(listed, "Close")
    assert chosen.closed == 1


def test_the_keyboard_begins_at_the_first_row(qtbot: QtBot, chosen: Chosen) -> None:
    listed = shown(qtbot, RECENTS, chosen)
    listed.activateWindow()
    listed.take_focus()
    focused = listed.focusWidget()
    assert isinstance(focused, RowButton) and focused.text() == "Moved: Note 1"
