"""How many panes stand beside each other: it depends on the letters, not on the pixels, of a screen."""

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import Look
from ui.widgets.boxes import within

TWO_PANES, THREE_PANES = 62, 92  # letters across from which there is room for so many
_SMALLEST = 18  # the size of type that is counted, in design pixels


def letters_across(look: Look) -> float:
    """How many wide letters of the smallest size stand side by side on the screen."""
    return look.screen.width / (look.text(_SMALLEST) * 0.95)


def panes(look: Look) -> int:
    """For how many panes there is room: 1, 2 or 3."""
    letters = letters_across(look)
    return 3 if letters >= THREE_PANES else 2 if letters >= TWO_PANES else 1


def filling(layout: QLayout) -> QWidget:
    """The parts of a page that take all the height that is left."""
    whole = within(QWidget(), layout)
    policy = whole.sizePolicy()
    policy.setVerticalStretch(1)
    whole.setSizePolicy(policy)
    return whole
