"""How a writing page is painted: its shadow, its field, its buttons, and its keys."""

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui import icons
from ui.board import symbols
from ui.board.faces import script_of
from ui.board.layout import Rect
from ui.board.overlays import paint_focus
from ui.board.writing_drawing import paint_part
from ui.board.writing_layout import (
    BUTTON_TEXT,
    DONE_TEXT,
    ICONS,
    LINE,
    NAMES,
    SHADOW,
    TEXT,
    Target,
    icon_size,
    text_of,
)
from ui.board.writing_opening import Showing
from ui.keys.painting import drop
from ui.look import MEDIUM, NOTES, SEMIBOLD, Look, NoteLook
from workshop.domain.kinds import Emotion, NoteKind

if TYPE_CHECKING:
    from ui.board.writing_page import Page

RADIUS, FIELD_RADIUS, BUTTON_RADIUS, SWATCH_RADIUS = 20, 8, 12, 10
SWATCH, SYMBOL, FIELD_SYMBOL = 38, 21, 22
CARET = 4
DARKEST = 40  # of the shadow, out of 255


def paint_page(painter: QPainter, page: "Page") -> None:
    """Paint the whole page where it lies on the screen; while somebody draws, only a part of its paper."""
    if page.showing is Showing.PAPER and painter.hasClipping():
        part = painter.clipBoundingRect()
        if page.lie_of_paper().box.contains(part):
            _paint_paper(painter, page, part)
            return
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _paint_shadow(painter, page)
    painter.setTransform(page.turned.transform, True)
    _box(painter, page.look, QRectF(0, 0, page.parts.width, page.height), "paper", "damson", LINE, RADIUS)
    _PAINTED[page.showing](painter, page)
    _paint_ring(painter, page)
    painter.restore()
    if page.showing is Showing.PAPER:
        _paint_paper(painter, page, page.lie_of_paper().box)


def _paint_ring(painter: QPainter, page: "Page") -> None:
    """Where a real keyboard is, when it is at a button: in the field the caret says it."""
    if page.view.key_target is page and page.walk.at != "field":
        box = page.boxes[page.walk.at]
        paint_focus(painter, Rect(box.x(), box.y(), box.width(), box.height()), page.look, BUTTON_RADIUS)


def _paint_paper(painter: QPainter, page: "Page", part: QRectF) -> None:
    lie = page.lie_of_paper()
    paint_part(painter, page.paper.picture(lie), lie.box, part)


def _paint_writing(painter: QPainter, page: "Page") -> None:
    _paint_field(painter, page)
    for name, box in page.parts.boxes.items():
        _paint_button(painter, page, name, box)
    for kind, box in page.parts.kinds.items():
        _paint_swatch(painter, page, kind, box)
    if page.said:
        _paint_said(painter, page)


def _paint_with_keys(painter: QPainter, page: "Page") -> None:
    _paint_writing(painter, page)
    if page.keys_hidden:
        return
    painter.save()
    painter.translate(page.parts.below.topLeft())
    page.panel.paint(painter)
    painter.restore()


def _paint_with_more(painter: QPainter, page: "Page") -> None:
    _paint_writing(painter, page)
    for name, box in page.parts.sheets[page.sheet_of_more].items():
        if isinstance(name, NoteKind):
            _paint_swatch(painter, page, name, box)
        else:
            _paint_button(painter, page, name, box)


def _paint_drawing(painter: QPainter, page: "Page") -> None:
    for name, box in page.parts.drawing.items():
        if name != "paper":
            _paint_button(painter, page, name, box)


def _paint_question(painter: QPainter, page: "Page") -> None:
    """What somebody else wrote, and the question to its writer."""
    _paint_field(painter, page)
    for name, box in page.parts.asking.items():
        _paint_button(painter, page, name, box)
    look, box = page.look, page.question_box
    said = page.words("Read it back. Is it right?")
    painter.setPen(look.colour("ink"))
    painter.setFont(fitted(look, said, box.width(), SEMIBOLD, DONE_TEXT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)


_PAINTED = {
    Showing.KEYS: _paint_with_keys,
    Showing.MORE: _paint_with_more,
    Showing.PAPER: _paint_drawing,
    Showing.QUESTION: _paint_question,
}


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


def note_look(look: Look, kind: NoteKind) -> NoteLook:
    """How a kind of note looks; without colour in the black-and-white look."""
    note, colours = NOTES[kind], look.colours
    if look.contrast:
        return replace(note, fill=colours.paper, edge=colours.ink, symbol_colour=colours.ink)
    return note


def _kind_colours(look: Look, kind: NoteKind) -> tuple[str, str, str]:
    """Fill, edge and symbol of a kind of note."""
    note = note_look(look, kind)
    return note.fill, note.edge, note.symbol_colour


def _paint_field(painter: QPainter, page: "Page") -> None:
    look, box = page.look, page.parts.field
    fill, edge, ink = _kind_colours(look, page.kind)
    _box(painter, look, box, fill, edge, 2, FIELD_RADIUS)
    inner = page.field_inside
    size = symbol_size(look)
    field = page.field
    rtl = field.written.runs_right_to_left
    x = inner.right() - size if rtl else inner.x()
    up = field.moved_up(inner.height())
    # The symbol belongs to the first line and leaves with it, unless only one line is seen.
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    middle = inner.center().y() if field.hanging else inner.y() + _first_middle(page) - up
    symbols.draw(painter, NOTES[page.kind].symbol, x, middle - size / 2, size, ink)
    painter.translate(inner.topLeft())
    field.paint(painter, inner.height(), look.colour("ink"), look.colour("damson"), look.px(CARET))
    painter.restore()


def symbol_size(look: Look) -> int:
    """The size of the symbol beside the words."""
    return max(look.px(FIELD_SYMBOL), round(look.text(TEXT) * 0.7))


def _first_middle(page: "Page") -> float:
    field = page.field
    return (field.layout.lineAt(0).height() if field.layout.lineCount() else field.height) / 2


def _paint_said(painter: QPainter, page: "Page") -> None:
    look, box = page.look, page.parts.told
    painter.fillRect(box, look.colour("paper"))
    _box(painter, look, box, "amber_tint", "amber", 2, BUTTON_RADIUS)
    painter.setPen(look.colour("ink"))
    painter.setFont(fitted(look, page.said, box.width() - look.px(28), MEDIUM))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, page.said)


def fitted(
    look: Look, text: str, room: float, weight: int, design: float = BUTTON_TEXT, high: float = math.inf
) -> QFont:
    """The font of one line of words, made smaller only when the line would be cut."""
    font = look.font(design, weight, script_of(text, ""))
    metrics = QFontMetricsF(font)
    wide, tall = metrics.horizontalAdvance(text), metrics.tightBoundingRect(text).height()
    share = min(1.0, room / max(wide, 1.0), high / max(tall, 1.0))
    if share < 1.0:
        font.setPixelSize(max(1, int(font.pixelSize() * share)))
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


def _paint_button(painter: QPainter, page: "Page", name: Target, box: QRectF) -> None:
    look, main = page.look, name == "done"
    on = (name == "helper" and page.helper) or name is page.emotion
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
    icon = "check" if name == "helper" and on else ICONS.get(name, "")
    _paint_words(painter, page, name, box, icon, ink)


def _paint_words(painter: QPainter, page: "Page", name: Target, box: QRectF, icon: str, ink: str) -> None:
    """An icon and words in the middle of a button; where words run leftwards the icon is on the right."""
    look, said = page.look, page.words(NAMES[name])
    design = text_of(name, page.parts.shape.tight)
    has_icon = bool(icon) or isinstance(name, Emotion)
    size = icon_size(look, design) if has_icon else 0
    between = look.px(8) if has_icon else 0
    room, high = box.width() - size - between - look.px(8), box.height() - look.px(8)
    font = fitted(look, said, room, SEMIBOLD, design, high)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(said)
    x, y = box.center().x() - (size + between + wide) / 2, box.center().y()
    rtl = page.words.right_to_left
    icon_x, words_x = (x + wide + between, x) if rtl else (x, x + size + between)
    if isinstance(name, Emotion):
        symbols.draw_emotion(painter, name, icon_x, y - size / 2, size, ink)
    elif icon:
        mirrored = icons.mirrored(icon) if rtl else icon
        icons.draw(painter, mirrored, round(icon_x), round(y - size / 2), size, ink)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(words_x, y + drop(metrics, said)), said)
