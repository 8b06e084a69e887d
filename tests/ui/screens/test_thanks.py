"""Thank you: seats by count only, and the page goes away by itself."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import Table, names, settle, touch, touch_at, words_on
from tests.ui.voting import give_dots, open_vote, quick
from ui.screens.cover import CoverPage
from ui.screens.thanks import ThanksPage


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


def cast(table: Table) -> None:
    open_vote(table)
    touch(table.people, "Touch here when you are ready")
    give_dots(table, "Ask the carer")
    touch(table.people, "Done")
    touch(table.people, "Cast it")


def test_it_says_thanks_and_how_many(table: Table) -> None:
    cast(table)
    assert "Thank you. Your vote is in." in words_on(table.people)
    assert "1 of 6 have voted" in names(table.people)
    assert "Ask the carer" not in words_on(table.people)


def test_it_goes_away_by_itself(table: Table, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ThanksPage, "stays_ms", 30)
    cast(table)
    qtbot.waitUntil(lambda: isinstance(table.people.page, CoverPage), timeout=2000)


def test_a_touch_anywhere_ends_it_once(table: Table) -> None:
    cast(table)
    turn = table.stage.turn
    touch_at(table.people, table.people.rect().center() * 0.1)
    settle()
    assert isinstance(table.people.page, CoverPage)
    assert table.stage.turn == turn + 1


def test_its_clock_does_nothing_after_it_has_gone(
    table: Table, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ThanksPage, "stays_ms", 900)
    cast(table)
    touch(table.people, "I am finished")
    touch(table.people, "Touch here when you are ready")
    give_dots(table, "Ask the carer")
    page = table.people.page
    qtbot.wait(1000)
    assert table.people.page is page
