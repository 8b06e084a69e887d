"""A line about something that goes, stays or has to be called back, with its state on a chip."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import SEMIBOLD
from ui.page import Page
from ui.parts.register_back import Line
from ui.widgets.boxes import within
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_CHIPS = {
    "Stays": ("leaf_tint", "leaf"),
    "To call back": ("amber_tint", "amber"),
    "Erased": ("brick_tint", "brick"),
    "Still needed": ("amber_tint", "amber"),
}


def line_of(page: Page, line: Line) -> QWidget:
    """The line as people see it."""
    how = [page.text(line.how, 20, colour="ink2")] if line.how else []
    said = page.column(page.text(line.what, 22, SEMIBOLD), *how, gap=0)
    parts: list[Any] = [Icon(page.look, line.icon, 28), said]
    if line.state:
        parts.append(_chip(page, line.state))
    laid_out = page.row(*parts, gap=16, margins=(0, 8, 0, 8))
    laid_out.setStretch(1, 1)
    return within(Ground(page.look, "paper", "top"), laid_out)


def _chip(page: Page, state: str) -> QWidget:
    kinds = {page.words(text): look for text, look in _CHIPS.items()}
    ground, ink = kinds[state]
    chip = Card(page.look, ground, ink, 22, 1)
    word = Text(page.look, state, 20, SEMIBOLD, ink, wrap=False)
    within(chip, page.row(word, margins=(14, 4, 14, 4)))
    return within(QWidget(), page.column(1, chip, 1, gap=0))
