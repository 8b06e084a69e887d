"""The top of a facilitator's page: whose day, the six stages, when it was saved, the way to the desk."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD
from ui.page import Page
from ui.parts.desk_cards import is_low
from ui.widgets.bars import STAGES, Chain, TopBar
from ui.widgets.boxes import within
from ui.widgets.card import Ground
from ui.widgets.promise_row import is_stacked

BOARD, PROMISES, PRINT = 2, 4, 5


def saved_at(page: Page) -> str:
    """Such as "Saved 15:21"."""
    at = page.room.session.saved_at()
    return (
        page.words("Saved {time}", time=f"{datetime.fromisoformat(at):%H:%M}") if at else page.words("Saved")
    )


def top_bar(page: Page, now: int, others: Sequence[QWidget] = ()) -> TopBar:
    """The bar of this page, at stage `now` of the six."""
    day = page.room.workshop
    when = page.words.short_day(day.day) if day.day else ""
    where = " · ".join(part for part in (when, day.place) if part)
    stages = [page.words(stage) for stage in STAGES]
    back = page.words("Back to the desk")
    short = page.words("Desk") if is_stacked(page.look) else back
    desk = page.button(short, "laptop", lambda: page.stage.show_desk("desk"))
    desk.setAccessibleName(back)
    bar = TopBar(page.look, day.title, where, stages, now, saved_at(page), *others, desk)
    for chain in bar.findChildren(Chain):  # it can name the present stage alone, so it is what gives way
        chain.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return bar


def way_back(page: Page, back: Callable[[], object], *more: QWidget, to: str = "") -> Ground:
    """The bar of a page that belongs to the desk: the way back, the page's name, more buttons.

    `to` are the words of the way back where it does not lead to the desk itself.
    """
    side = 24 if is_low(page.look) else 48
    button = page.button(to or page.words("Back to the desk"), "arrow-left", back)
    title = page.text(page.name(), 34, BOLD)
    parts = page.row(button, title, *more, gap=20, margins=(side, 12, side, 12))
    parts.setStretch(1, 1)
    bar = Ground(page.look, "paper", "bottom")
    within(bar, parts)
    bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return bar
