"""The checks of the walk notice what they are for: each is shown something broken on purpose."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import checks
from tests.ui.given import settle
from ui.look import Look, load_fonts
from ui.page import Page
from ui.stage import Stage
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.touch import HAS_OTHER_WAYS

Break = Callable[["Two"], None]


class Two(Page):
    """A page with two buttons and a sentence: nothing is wrong with it."""

    needs_workshop = False

    def build(self) -> None:
        self.one = self.button("One", "check")
        self.two = self.button("Two", "x")
        self.said = self.text("A sentence that everybody can read")
        self.body.setLayout(self.column(self.said, self.row(self.one, self.two, 1), 1))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Two]:
    load_fonts()
    made = Two(Stage(), Look())
    made.resize(800, 600)
    made.show()
    settle()
    yield made
    made.close()


def test_nothing_is_wrong_with_a_good_page(page: Two) -> None:
    assert checks.wrong_with(page) == []


def no_name(page: Two) -> None:
    page.one.setAccessibleName(" ")


def small(page: Two) -> None:
    page.one.setMinimumSize(1, 1)
    page.one.setMaximumSize(20, 20)
    page.one.resize(20, 20)


def covered(page: Two) -> None:
    page.two.move(page.one.pos())


def sticking_out(page: Two) -> None:
    page.two.move(780, 100)


def cut(page: Two) -> None:
    page.said.setWordWrap(False)
    page.said.setMaximumWidth(60)
    page.said.resize(60, 30)


def squeezed(page: Two) -> None:
    page.one.setMaximumWidth(50)
    page.one.resize(50, 64)


def off_the_path(page: Two) -> None:
    page.two.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


@pytest.mark.parametrize(
    ("broken", "noticed"),
    [
        (no_name, "without_a_name"),
        (small, "too_small"),
        (covered, "on_top_of_each_other"),
        (sticking_out, "outside"),
        (cut, "cut_off"),
        (squeezed, "cut_off"),
        (off_the_path, "unreachable"),
    ],
)
def test_what_is_broken_on_purpose_is_noticed(page: Two, broken: Break, noticed: str) -> None:
    broken(page)
    assert any(said.startswith(noticed) for said in checks.wrong_with(page)), checks.wrong_with(page)


def test_a_part_whose_act_has_other_ways_may_be_off_the_path(page: Two) -> None:
    off_the_path(page)
    page.two.setProperty(HAS_OTHER_WAYS, True)
    assert checks.wrong_with(page) == []


def test_a_button_and_a_text_are_what_the_checks_look_at(page: Two) -> None:
    assert [type(c) for c in checks.controls(page)] == [Button, Button]
    assert [t.text() for t in page.findChildren(Text)] == ["A sentence that everybody can read"]
