"""All plans: each shows its steps before it is chosen; one fills the open day or starts a new one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, names, touch, words_on
from ui.look import Side, TextSize
from ui.screens.templates import TemplatesPage
from workshop.domain.records import Step


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and workshops of this test only."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))


def shown(table: Table, **given: object) -> QWidget:
    """The page of the plans."""
    page = table.show_desk("templates", **given)
    assert isinstance(page, TemplatesPage)
    return page


def test_each_plan_is_a_card_with_what_it_is_for(table: Table) -> None:
    page = shown(table)
    assert {
        "What matters to you?",
        "What matters, in a short time",
        "Walk through a journey",
        "Things that should happen every time",
        "Coming back: we said, we did",
    } <= names(page)


def test_a_touched_plan_shows_its_steps(table: Table) -> None:
    page = shown(table)
    touch(page, "Walk through a journey")
    said = words_on(page)
    assert "2 hours 50 minutes" in said and "Listen in twos" in said and "How did it feel?" in said


def test_a_plan_fills_the_open_day_and_keeps_its_title(table: Table) -> None:
    table.session.plan.create("Our day", "What is hard?")
    page = shown(table, back="plan", chosen="coming-back")
    touch(page, "Start with this plan")
    day = table.session.day()
    assert (day.title, day.question, day.template) == ("Our day", "What is hard?", "coming-back")
    assert len(table.session.all(Step)) == 9
    assert table.stage.desk.page == "plan"


def test_back_leads_back(table: Table) -> None:
    touch(shown(table, back="plan"), "Back")
    assert table.stage.desk.page == "plan"


def test_with_large_letters_the_start_stays_in_view(table: Table) -> None:
    table.people.mm_per_px = 0.253
    table.stage.taste(Side.FACILITATOR, text_size=TextSize.LARGEST)
    table.people.resize(1366, 768)
    page = shown(table)
    assert {"Start with this plan", "More"} <= names(page)
