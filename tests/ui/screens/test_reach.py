"""On a screen so large that not everybody reaches its top, all that is main is in the lower 60 %."""

import pytest

from tests.ui.checks import controls, wrong_with
from tests.ui.given import Table, find
from tests.ui.screens.board_given import with_list
from ui.page import Page
from ui.parts.reach import LOW_SHARE
from ui.widgets.button import Button, Kind
from workshop.domain.records import Group, Note

PAGES = ("board", "ideas", "display", "read_group", "today", "room_result", "room_promises")


def out_of_reach(page: Page) -> list[str]:
    """The main acts of a page that are too high up, by their names."""
    window = page.window()
    highest = window.height() * (1 - LOW_SHARE)
    main = [c for c in controls(page) if isinstance(c, Button) and c.face.kind in (Kind.MAIN, Kind.STRONG)]
    above = [b for b in main if b.mapTo(window, b.rect().center()).y() < highest]
    return [b.accessibleName() for b in above]


@pytest.fixture
def large(written: Table) -> Table:
    """A screen of 43 inches, and the board of the invented day."""
    written.people.mm_per_px = 0.248
    written.people.resize(3840, 2160)
    return written


def test_what_is_main_is_low_on_a_large_screen(large: Table) -> None:
    group = large.session.all(Group)[0].id
    for name in PAGES:
        page = large.show_people(name, **({"group": group} if name == "read_group" else {}))
        assert (name, out_of_reach(page), wrong_with(page)) == (name, [], [])
    board = with_list(large)
    board.view.pick(large.session.all(Note)[0].id)
    find_y = find(board, "Find").mapTo(board.window(), find(board, "Find").rect().center()).y()
    assert find_y > board.window().height() * (1 - LOW_SHARE)  # what one looks for is asked below the rows
    assert wrong_with(board) == []


def test_a_button_that_is_too_high_is_found(table: Table) -> None:
    page = table.show_people("display")
    done = find(page, "Done")
    done.setParent(page)
    done.setGeometry(200, 100, 400, 200)
    done.show()
    assert out_of_reach(page) == ["Done"]
