"""Pages as they will be printed, and how far printing is."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, MEDIUM, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.button import PLAIN, Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.progress import TimeBar
from ui.widgets.text import Text

A4 = 297 / 210


class PagePreview(QWidget):
    """One page, `width` design pixels wide; dashed until there is a picture of it."""

    def __init__(self, look: Look, name: str, width: int = 228) -> None:
        super().__init__()
        self.look, self.image = look, QImage()
        self.setAccessibleName(name)
        self.setFixedSize(look.px(width), round(look.px(width) * A4))

    def show_page(self, image: QImage) -> None:
        """Show this picture of the page."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page inside its edge."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            line = max(2, self.look.px(2))
            box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            painter.fillRect(box, Qt.GlobalColor.white)
            if not self.image.isNull():
                painter.drawImage(box, self.image)
            pen = QPen(self.look.colour("edge"), line)
            pen.setStyle(Qt.PenStyle.DashLine if self.image.isNull() else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawRect(box)
        finally:
            painter.end()


class Busy(Card):
    """Something that takes a while: what it is, how far it is, and a way to stop it."""

    def __init__(self, look: Look, icon: str, calm: str, stop: str, stopped: Callable[[], object]) -> None:
        super().__init__(look, "linen", "edge", radius=16)
        self.words = Text(look, "", 26, BOLD)
        self.bar = TimeBar(look, 0.0)
        button = Button(look, stop, "x", PLAIN)
        button.clicked.connect(lambda: stopped())
        said = column(look, self.words, self.bar, Text(look, calm, 20, MEDIUM, "ink2"), gap=6)
        laid_out = row(look, Icon(look, icon, 34), said, button, gap=18, margins=(22, 12, 18, 12))
        laid_out.setStretch(1, 1)
        within(self, laid_out)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def say(self, words: str, share: float) -> None:
        """Say how far it is; `share` is 0 to 1."""
        self.words.say(words)
        self.setAccessibleName(words)
        self.bar.show_left(share)


class Counted(Card):
    """A row of a count: an icon, two lines, and what changes the number."""

    def __init__(self, look: Look, icon: str, text: str, second: str, counter: QWidget) -> None:
        super().__init__(look, "paper", "edge", radius=12, line=2)
        self.second = Text(look, second, 20)
        words = column(look, 1, Text(look, text, 22, BOLD), *([self.second] if second else []), 1, gap=0)
        laid_out = row(look, Icon(look, icon, 34, "damson"), words, counter, gap=18, margins=(18, 6, 12, 6))
        laid_out.setStretch(1, 1)
        within(self, laid_out)
