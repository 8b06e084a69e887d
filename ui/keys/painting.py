"""How a panel of keys is painted."""

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui import icons
from ui.keys.plan import Act, Key, weight
from ui.look import font_of

if TYPE_CHECKING:
    from ui.keys.panel import KeyPanel

DOTTED = "\u25cc"  # a sign that stands on a letter is shown on this
SMALLEST = 0.45  # of a label's size, before it is cut


def paint_panel(painter: QPainter, panel: "KeyPanel") -> None:
    """Paint all keys on their ground."""
    width, height = panel.extent
    radius = panel.sizes.radius
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(panel.look.colour("track"))
    painter.drawRoundedRect(QRectF(0, 0, width, height), radius, radius)
    for key in panel.keys:
        _paint_key(painter, panel, key)


def _paint_key(painter: QPainter, panel: "KeyPanel", key: Key) -> None:
    fill, edge, ink, line = _colours(panel, key)
    box = QRectF(key.x, key.y, key.width, key.height)
    inset = line / 2
    painter.setPen(QPen(QColor(edge), line))
    painter.setBrush(QColor(fill))
    radius = panel.sizes.key_radius
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    _paint_face(painter, panel, key, box, ink)
    if key.act is Act.SHIFT and panel.shift.name == "LOCKED":
        _underline(painter, panel, box, ink)


def _colours(panel: "KeyPanel", key: Key) -> tuple[str, str, str, float]:
    """Fill, edge, ink and the width of the edge."""
    colours = panel.look.colours
    if panel.is_held(key):
        return colours.damson_tint, colours.damson, colours.ink, panel.look.px(3)
    if key.act is Act.SHIFT and panel.shift.is_on:
        return colours.damson, colours.damson, colours.on_damson, 1
    if key.act is Act.CHOOSE and key.text == panel.layout.id:
        return colours.damson_tint, colours.damson, colours.ink, panel.look.px(3)
    return colours.paper if key.is_letter else colours.linen, colours.edge, colours.ink, 1


def _paint_face(painter: QPainter, panel: "KeyPanel", key: Key, box: QRectF, ink: str) -> None:
    """The letter, the icon, or both side by side."""
    look, label = panel.look, shown(key.label)
    size = panel.sizes.icon if key.icon else 0
    between = look.px(6) if key.icon and label else 0
    room = round(box.width()) - size - between - 2 * look.px(4)
    wanted = look.text(panel.sizes.letter if key.act is Act.LETTER else panel.sizes.label)
    face = _face(label, wanted, weight(key), _language(panel, key), room, round(box.height()) - 4)
    x = box.center().x() - (size + between + face.width) / 2
    if key.icon:
        icons.draw(painter, key.icon, round(x), round(box.center().y() - size / 2), size, ink)
    if label:
        painter.setFont(face.font)
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(x + size + between, box.center().y() + face.drop), label)


def shown(label: str) -> str:
    """A label as it is painted: signs that need a letter get a dotted ring to stand on."""
    needs = bool(label) and unicodedata.category(label[0]).startswith("M")
    return DOTTED + label if needs else label


def _language(panel: "KeyPanel", key: Key) -> str:
    if key.label.isascii():
        return ""
    if key.act is not Act.CHOOSE:
        return panel.layout.language
    return next(one.language for one in panel.setting.layouts if one.id == key.text)


class Face(NamedTuple):
    """The writing on a key: its font, its width, and how far its line lies below the middle."""

    font: QFont
    width: float
    drop: float


@lru_cache(maxsize=2048)
def _face(label: str, size: int, weight: int, language: str, room: int, height: int) -> Face:
    """A label that fits into room × height; measuring takes long, and panels are painted at each touch."""
    font = font_of(size, weight, language)
    seen = QFontMetricsF(font).tightBoundingRect(label)
    fit = min(1.0, room / max(1.0, seen.width()), height / max(1.0, seen.height()))
    if fit < 1.0:
        font = font_of(max(1, int(size * max(SMALLEST, fit))), weight, language)
    metrics = QFontMetricsF(font)
    return Face(font, metrics.horizontalAdvance(label), drop(metrics, label))


def drop(metrics: QFontMetricsF, label: str) -> float:
    """How far a label's line lies below the middle of its box.

    Latin letters share a line, signs stand on their ring; other letters are centred by what is seen.
    """
    if not label or label.isascii() or (label[0].isalpha() and label[0] < "\u0250"):
        return metrics.xHeight() / 2 + (metrics.capHeight() - metrics.xHeight()) / 4
    middle = DOTTED if label[0] == DOTTED else label
    return -metrics.tightBoundingRect(middle).center().y()


def _underline(painter: QPainter, panel: "KeyPanel", box: QRectF, ink: str) -> None:
    """The bar under the arrow: capitals are locked."""
    half = panel.sizes.icon / 2
    y = box.center().y() + half + panel.look.px(2)
    painter.setPen(QPen(QColor(ink), panel.look.px(3)))
    painter.drawLine(QPointF(box.center().x() - half, y), QPointF(box.center().x() + half, y))
