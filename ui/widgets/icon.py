"""An icon or a picture as a part of a page; always with words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import Look


class Icon(QWidget):
    """A line icon. With `ground` it stands on a circle or a rounded square of that colour."""

    def __init__(
        self,
        look: Look,
        name: str,
        size: int = 26,
        colour: str = "ink",
        *,
        ground: str = "",
        round_: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.name, self.design, self.colour_name = look, name, size, colour
        self.ground, self.round = ground, round_
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, larger than the icon where there is a ground."""
        side = round(self.look.icon(self.design) * (1.7 if self.ground else 1))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.ground:
                painter.setPen(
                    QPen(QColor(self.look.colours.ink), 2) if self.look.contrast else Qt.PenStyle.NoPen
                )
                painter.setBrush(self.look.colour(self.ground))
                radius = self.width() / 2 if self.round else self.look.px(12)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            name = icons.mirrored(self.name) if mirrored else self.name
            size = self.look.icon(self.design)
            x, y = (self.width() - size) / 2, (self.height() - size) / 2
            icons.draw(painter, name, x, y, size, getattr(self.look.colours, self.colour_name))
        finally:
            painter.end()


class Picture(QWidget):
    """A drawing on a coloured ground, beside the words it stands for."""

    def __init__(
        self,
        look: Look,
        name: str,
        size: int = 496,
        ground: str = "harbour_tint",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.name, self.design, self.ground = look, name, size, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of the size asked for."""
        return QSize(self.look.px(self.design), self.look.px(self.design))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the drawing."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.colour("edge"), 1))
            painter.setBrush(self.look.colour(self.ground))
            radius = self.look.px(24)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            inside = round(min(self.width(), self.height()) * 0.9)
            drawn = icons.picture(self.name, inside, inside, self.devicePixelRatioF())
            size = drawn.deviceIndependentSize()
            x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawPixmap(round(x), round(y), drawn)
        finally:
            painter.end()
