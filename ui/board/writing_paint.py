"""How a writing page is painted: its shadow, its field, its buttons, and its keys."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui import icons
from ui.board import symbols
from ui.board.faces import script_of
from ui.board.writing_layout import BUTTON_TEXT, DONE_TEXT, ICONS, LINE, MORE, NAMES, SHADOW, icon_size
from ui.keys.painting import drop
from ui.look import MEDIUM, NOTES, SEMIBOLD, Look
from workshop.domain.kinds import NoteKind

if TYPE_CHECKING:
    from ui.board.writing_page import Page

RADIUS, FIELD_RADIUS, BUTTON_RADIUS, SWATCH_RADIUS = 20, 8, 12, 10
SWATCH, SYMBOL, FIELD_SYMBOL = 38, 21, 22
CARET = 4
DARKEST = 40  # of the shadow, out of 255


def paint_page(painter: QPainter, page: "Page") -> None:
    """Paint the whole page where it lies on the screen."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _paint_shadow(painter, page)
    painter.setTransform(page.turned.transform, True)
    _box(painter, page.look, QRectF(0, 0, page.parts.width, page.height), "paper", "damson", LINE, RADIUS)
    _paint_field(painter, page)
    _paint_row(painter, page)
    _paint_button(painter, page, "done", page.parts.boxes["done"])
    _paint_below(painter, page)
    painter.restore()


def _paint_shadow(painter: QPainter, page: "Page") -> None:
    look = page.look
    if look.contrast or look.calm:
        return
    box, soft = page.box, look.px(SHADOW)
    ratio = painter.device().devicePixelRatioF()
    made = _shadow(round(box.width()), round(box.height()), look.px(RADIUS), soft, ratio)
    painter.drawPixmap(QPointF(box.x() - soft, box.y() - soft + look.px(3)), made)


@lru_cache(maxsize=8)
def _shadow(width: int, height: int, radius: int, soft: int, dpr: float) -> QPixmap:
    """A soft shadow with `soft` pixels around the box, made once for each size of page."""
    made = QPixmap(round((width + 2 * soft) * dpr), round((height + 2 * soft) * dpr))
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(32, 26, 36, max(1, DARKEST // max(1, soft))))
        for inset in range(soft):
            box = QRectF(inset, inset, width + 2 * (soft - inset), height + 2 * (soft - inset))
            corner = radius + soft - inset
            painter.drawRoundedRect(box, corner, corner)
    finally:
        painter.end()
    return made


def _box(
    painter: QPainter, look: Look, box: QRectF, fill: str, edge: str, line: float, radius: float
) -> None:
    """A rounded box; colours are names of the look or "#RRGGBB", line and radius design pixels."""
    pen = max(1, look.px(line))
    painter.setPen(QPen(_colour(look, edge), pen))
    painter.setBrush(_colour(look, fill))
    inner = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
    painter.drawRoundedRect(inner, look.px(radius) - pen / 2, look.px(radius) - pen / 2)


def _colour(look: Look, name: str) -> QColor:
    return QColor(name) if name.startswith("#") else look.colour(name)


def _kind_colours(look: Look, kind: NoteKind) -> tuple[str, str, str]:
    """Fill, edge and symbol of a kind of note; without colour in the black-and-white look."""
    note = NOTES[kind]
    if look.contrast:
        return look.colours.paper, look.colours.ink, look.colours.ink
    return note.fill, note.edge, note.symbol_colour


def _paint_field(painter: QPainter, page: "Page") -> None:
    look, box = page.look, page.parts.field
    fill, edge, ink = _kind_colours(look, page.kind)
    _box(painter, look, box, fill, edge, 2, FIELD_RADIUS)
    inner = page.field_inside
    size = look.px(FIELD_SYMBOL)
    field = page.field
    rtl = field.written.runs_right_to_left
    x = inner.right() - size if rtl else inner.x()
    up = field.moved_up(inner.height())
    # The symbol belongs to the first line and leaves with it.
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    middle = QFontMetricsF(field.font).height() / 2 if not field.layout.lineCount() else _first_middle(page)
    symbols.draw(painter, NOTES[page.kind].symbol, x, inner.y() + middle - size / 2 - up, size, ink)
    painter.translate(inner.topLeft())
    field.paint(painter, inner.height(), look.colour("ink"), look.colour("damson"), look.px(CARET))
    painter.restore()


def _first_middle(page: "Page") -> float:
    return page.field.layout.lineAt(0).height() / 2


def _paint_row(painter: QPainter, page: "Page") -> None:
    """The kinds, Turn and More; or, for a moment, what there is to say."""
    if page.said:
        _paint_said(painter, page)
        return
    for kind, box in page.parts.kinds.items():
        _paint_swatch(painter, page, kind, box)
    for name in ("turn", "more"):
        _paint_button(painter, page, name, page.parts.boxes[name])


def _paint_said(painter: QPainter, page: "Page") -> None:
    look, row = page.look, page.parts.boxes["more"]
    box = QRectF(page.parts.below.x(), row.y(), page.parts.below.width(), row.height())
    _box(painter, look, box, "amber_tint", "amber", 2, BUTTON_RADIUS)
    painter.setPen(look.colour("ink"))
    painter.setFont(fitted(look, page.said, box.width() - look.px(28), MEDIUM))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, page.said)


def fitted(look: Look, text: str, room: float, weight: int, design: float = BUTTON_TEXT) -> QFont:
    """The font of one line of words, made smaller only when the line would be cut."""
    font = look.font(design, weight, script_of(text, ""))
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > room:
        font.setPixelSize(max(1, int(font.pixelSize() * room / wide)))
    return font


def _paint_swatch(painter: QPainter, page: "Page", kind: NoteKind, box: QRectF) -> None:
    look = page.look
    chosen = kind is page.kind
    held = page.is_held(kind)
    _box(
        painter,
        look,
        box,
        "damson_tint" if held else "paper",
        "damson" if chosen or held else "edge",
        4 if chosen else 2,
        SWATCH_RADIUS,
    )
    fill, edge, ink = _kind_colours(look, kind)
    size, symbol = look.px(SWATCH), look.px(SYMBOL)
    middle = box.center()
    inner = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    _box(painter, look, inner, fill, edge, 1, 5)
    symbols.draw(painter, NOTES[kind].symbol, middle.x() - symbol / 2, middle.y() - symbol / 2, symbol, ink)


def _paint_below(painter: QPainter, page: "Page") -> None:
    if page.keys_hidden:
        return
    if page.shows_more:
        for name in MORE:
            _paint_button(painter, page, name, page.parts.more[name])
        return
    painter.save()
    painter.translate(page.parts.below.topLeft())
    page.panel.paint(painter)
    painter.restore()


def _paint_button(painter: QPainter, page: "Page", name: str, box: QRectF) -> None:
    look, main, on = page.look, name == "done", name == "helper" and page.helper
    held = page.is_held(name)
    # Black cannot get darker: in the black-and-white look a held Done turns white.
    dark = main and not (held and look.contrast)
    if dark:
        fill = "damson_deep" if held else "damson"
    else:
        fill = "damson_tint" if held or on else "paper"
    edge = "damson" if main or held or on else "edge"
    _box(painter, look, box, fill, edge, 3 if on else 2, BUTTON_RADIUS)
    ink = look.colours.on_damson if dark else look.colours.ink
    _paint_words(painter, page, name, box, "check" if on else ICONS[name], ink)


def _paint_words(painter: QPainter, page: "Page", name: str, box: QRectF, icon: str, ink: str) -> None:
    """An icon and words in the middle of a button; where words run leftwards the icon is on the right."""
    look, said = page.look, page.words(NAMES[name])
    design = DONE_TEXT if name == "done" else BUTTON_TEXT
    size, between = icon_size(look, design), look.px(8)
    font = fitted(look, said, box.width() - size - between - look.px(8), SEMIBOLD, design)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(said)
    x, y = box.center().x() - (size + between + wide) / 2, box.center().y()
    rtl = page.words.right_to_left
    icon_x, words_x = (x + wide + between, x) if rtl else (x, x + size + between)
    icons.draw(painter, icon, round(icon_x), round(y - size / 2), size, ink)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(words_x, y + drop(metrics, said)), said)
