"""The top of a facilitator's page: whose day, the six stages, when it was saved, the way to the desk."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.page import Page
from ui.widgets.bars import STAGES, Chain, TopBar
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
