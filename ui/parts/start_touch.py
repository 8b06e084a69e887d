"""What other screens show while we look for the one that people touch."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Ground
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.words import Words


class TouchHere(Ground):
    """A whole screen that asks to be touched."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(look, "linen")
        text = words("Do people touch this screen? Touch it now.")
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        icon: QWidget = Icon(look, "pointer", 160, "damson")
        middle = row(look, 1, icon, 1)
        within(self, column(look, 1, middle, Text(look, text, 66, BOLD, centre=True), 1, gap=48))

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
