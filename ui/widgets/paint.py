"""Small things that many parts paint."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import icons


def icon_in(painter: QPainter, name: str, box: QRectF, size: int, colour: str) -> None:
    """Paint an icon in the middle of a box."""
    middle = box.center()
    icons.draw(painter, name, middle.x() - size / 2, middle.y() - size / 2, size, colour)
