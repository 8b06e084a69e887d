"""The small icons of buttons and the drawings of whole pages, from `resources`, in any colour and size.

Both are drawn from SVG files once for each size, and kept: a screen may ask for them at every paint.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workshop.session.resources import RESOURCES

ICONS = RESOURCES / "icons"
PICTURES = RESOURCES / "pictures"

# In languages that read from right to left, "back" points the other way.
_MIRRORS = {"arrow-left": "arrow-right", "chevron-left": "chevron-right", "undo-2": "redo-2"}
_MIRRORS |= {right: left for left, right in _MIRRORS.items()}


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """The icons that exist."""
    return frozenset(file.stem for file in ICONS.glob("*.svg"))


@lru_cache(maxsize=1)
def picture_names() -> frozenset[str]:
    """The drawings that exist."""
    return frozenset(file.stem for file in PICTURES.glob("*.svg"))


def mirrored(name: str) -> str:
    """The icon that means the same where people read from right to left; most are their own mirror."""
    other = _MIRRORS.get(name, name)
    return other if other in names() else name


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, colour: str, dpr: float = 1.0) -> QPixmap:
    """The icon `name`, `size` × `size` logical pixels, its strokes in `colour` ("#RRGGBB").

    `dpr` is the device pixel ratio of the screen it goes to. KeyError when there is no such icon.
    """
    if name not in names():
        raise KeyError(f"there is no icon named {name!r}")
    svg = (ICONS / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode("ascii"))
    return _drawn(svg, size, size, dpr)


def draw(painter: QPainter, name: str, x: float, y: float, size: int, colour: str) -> None:
    """Paint the icon with its top left corner at (x, y), in the painter's own units."""
    painter.drawPixmap(QPointF(x, y), pixmap(name, size, colour, painter.device().devicePixelRatioF()))


@lru_cache(maxsize=32)
def picture(name: str, width: int, height: int, dpr: float = 1.0) -> QPixmap:
    """The drawing `name`, as large as fits into width × height logical pixels, in their middle.

    It keeps its proportions; the ground is transparent. KeyError when there is no such drawing.
    """
    if name not in picture_names():
        raise KeyError(f"there is no picture named {name!r}")
    return _drawn((PICTURES / f"{name}.svg").read_bytes(), width, height, dpr)


def _drawn(svg: bytes, width: int, height: int, dpr: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(svg))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    drawn = QPixmap(round(width * dpr), round(height * dpr))
    drawn.setDevicePixelRatio(dpr)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    try:
        renderer.render(painter, QRectF(0, 0, width, height))
    finally:
        painter.end()
    return drawn
