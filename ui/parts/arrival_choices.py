"""Large choices side by side, for the pages of an arrival that offer a few."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy

from ui.widgets.button import Button, Kind, Style

if TYPE_CHECKING:
    from ui.parts.arrival_page import ArrivalPage

_LARGE = Style(Kind.PLAIN, 280, 36, 64, padding=20, radius=24, above=True)
_LOWER = Style(Kind.PLAIN, 190, 30, 48, padding=20, radius=24, above=True)
_SMALL = Style(Kind.PLAIN, 76, 26, 36, padding=14, radius=16)
_CHOSEN = "circle-check"  # takes the place of the picture: a colour alone tells not everybody
FEW = 4  # more choices than these stand in two rows, and are lower


def choice(
    page: "ArrivalPage",
    label: str,
    icon: str,
    chosen: bool,
    act: Callable[[], object] | None = None,
    *,
    low: bool = False,
) -> Button:
    """One choice. With an `act` a touch is the answer; without, a touch only chooses it, or not any more."""
    style = _SMALL if page.is_close else _LOWER if low else _LARGE
    shown = _CHOSEN if chosen else icon
    if act is not None:
        button = page.answer(label, shown, act, style, given=chosen)
    else:
        button = page.button(label, shown, None, style)
        button.setCheckable(True)
        button.setChecked(chosen)
        button.toggled.connect(lambda on: button.say(label, icon=_CHOSEN if on else icon))
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return button


def grid_of(page: "ArrivalPage", choices: Sequence[Button]) -> QGridLayout:
    """All of one width: in one row where there is room, else in rows of two or three."""
    grid = QGridLayout()
    grid.setSpacing(max(page.look.gap, page.look.px(20)))
    few = len(choices) <= FEW
    across = min(2, len(choices)) if page.is_close else len(choices) if few else (len(choices) + 1) // 2
    for i, button in enumerate(choices):
        grid.addWidget(button, i // across, i % across)
    for column in range(across):
        grid.setColumnStretch(column, 1)
    return grid
