"""Somebody asks for help: a calm row with one button for whoever goes."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.look import SEMIBOLD, Look
from ui.widgets.boxes import row, within
from ui.widgets.button import SMALL, Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.words import Words


class HelpRow(Card):
    """One row for each who asks. `going` is called when somebody goes."""

    def __init__(
        self,
        look: Look,
        words: Words,
        who: str,
        going: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "harbour_tint", "harbour", radius=14, parent=parent)
        said = words("{who} asks for help", who=who)
        text = Text(look, said, 23, SEMIBOLD)
        text.setAccessibleName(said)
        button = Button(look, words("I am going"), "check", SMALL)
        button.clicked.connect(lambda: going())
        laid_out = row(
            look, Icon(look, "concierge-bell", 32, "harbour"), text, button, gap=16, margins=(20, 12, 16, 12)
        )
        laid_out.setStretch(1, 1)
        within(self, laid_out)
