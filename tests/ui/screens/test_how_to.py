"""Help is one touch from the start and from the board's settings, and leads back."""

import pytest

from tests.ui.checks import wrong_with
from tests.ui.given import Table, touch, words_on
from ui.look import Side, TextSize
from ui.stage import Shown


def test_help_is_reached_read_and_left(table: Table) -> None:
    touch(table.show_desk("board_settings"), "How to")
    page = table.desk.page
    assert page is not None and "Hidden writing" in words_on(page)
    touch(page, "What is new")
    assert "0.1.0" in words_on(page)
    touch(page, "Back")
    assert table.stage.desk == Shown("board_settings")


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGEST])
def test_help_holds_on_a_small_laptop(table: Table, size: TextSize) -> None:
    table.desk.mm_per_px = 0.253
    table.desk.resize(1366, 768)
    table.stage.taste(Side.FACILITATOR, text_size=size)
    assert wrong_with(table.show_desk("how_to")) == []
