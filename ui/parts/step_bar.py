"""The top of a people's page that belongs to a step: the step, its question, how long there is."""

from collections.abc import Callable

from ui.page import Page
from ui.parts.step import StepShown
from ui.widgets.bars import StepBar


def step_bar(page: Page, now: StepShown, hear: Callable[[], object]) -> StepBar:
    """The bar of a people's page that belongs to a step; `hear` reads its question aloud."""
    return StepBar(
        page.look,
        now.where,
        now.count,
        max(0, now.number - 1),
        now.question,
        now.how,
        page.button(page.words("Hear this"), "volume-2", hear),
        now.time_left,
        now.share_left,
        now.next_time,
        page.words.language,
    )
