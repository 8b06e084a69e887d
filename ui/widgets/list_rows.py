"""The rows of the board's list: what a screen reader hears of each, and how each is painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons
from ui.board import symbols
from ui.board.faces import script_of
from ui.look import BOLD, MEDIUM, NOTES, Look, load_for
from ui.parts.listing import AreaRow, GroupRow, NoteRow, Row
from ui.widgets.paint import ink_of, width_of, write_in
from ui.words import Words
from workshop.domain.kinds import NoteKind

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
INSET, STEP, SYMBOL, ICON = 40, 34, 22, 26  # design pixels


@dataclass(frozen=True)
class ActsRow:
    """The place below the chosen row, where its acts are."""


Shown = Row | ActsRow


class RowsModel(QAbstractListModel):
    """The rows of `ui.parts.listing`, as Qt's lists want them; `kinds` are the names of the kinds."""

    def __init__(self, words: Words, kinds: Mapping[NoteKind, str]) -> None:
        super().__init__()
        self.rows: Sequence[Shown] = ()
        self.words, self.kinds = words, kinds

    def show(self, rows: Sequence[Shown]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own way
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def _row(self, index: Index) -> Shown | None:
        """None for a place outside the list: Qt asks about that, too."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only groups and notes can be chosen."""
        if isinstance(self._row(index), GroupRow | NoteRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader hears of a row, and the row itself."""
        row = self._row(index)
        if role == ROW:
            return row
        if row is not None and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        return None

    def _said(self, row: Shown) -> str:
        words = self.words
        match row:
            case AreaRow(name):
                return name
            case GroupRow(_, name, notes, _, locked):
                said = [name, words.many("1 note", "{n} notes", notes), words("Locked") if locked else ""]
            case NoteRow(_, _, text, record, end, under):
                same = words("It says the same") if under is not None else ""
                said = [same, self.kinds[record.kind], text, end]
            case _:
                return ""
        return ". ".join(part for part in said if part)


class RowPainter(QStyledItemDelegate):
    """Paints a row: an area's name, a group's name and count, or a note's symbol and words."""

    def __init__(self, look: Look, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self.words = look, words
        self.acts_high = 0  # the height of the acts below the chosen row, in screen pixels

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a finger needs; the name of an area is not for fingers."""
        row = index.data(ROW)
        if isinstance(row, ActsRow):
            return QSize(self.look.px(200), self.acts_high)
        high = self._area_high(row.name) if isinstance(row, AreaRow) else self.look.target(64)
        return QSize(self.look.px(200), high)

    def _area_high(self, name: str) -> int:
        """Room for the strokes of any script, and air above them."""
        strokes = ink_of(self.look.font(20, BOLD), name).height()
        return max(round(self.look.text(20) * 1.9), ceil(strokes) + self.look.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, box = index.data(ROW), QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_choice(painter, box)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, box)
        if isinstance(row, AreaRow):
            self._paint_area(painter, row, box)
        elif isinstance(row, GroupRow):
            self._paint_group(painter, row, box)
        elif isinstance(row, NoteRow):
            self._paint_note(painter, row, box)
        painter.restore()

    def _paint_choice(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(self.look.colour("damson"), 3))
        painter.setBrush(self.look.colour("damson_tint"))
        painter.drawRoundedRect(box.adjusted(2, 3, -2, -3), self.look.px(10), self.look.px(10))

    def _paint_focus(self, painter: QPainter, box: QRect) -> None:
        """The ring of the keyboard, inside the row."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset, wide, colour in ((3, 4, "marigold"), (6, 3, "ink")):
            painter.setPen(QPen(self.look.colour(colour), wide))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 8, 8)

    def _paint_area(self, painter: QPainter, row: AreaRow, box: QRect) -> None:
        font, edge = self.look.font(20, BOLD), self.look.px(16)
        painter.setPen(self.look.colour("ink2"))
        painter.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(row.name)
        left = box.right() - edge - wide if self.words.right_to_left else box.left() + edge
        below = ink_of(font, row.name).bottom()
        painter.drawText(QPointF(left, box.bottom() - self.look.px(4) - max(0.0, below)), row.name)

    @property
    def _start(self) -> Qt.AlignmentFlag:
        mirrored = self.words.right_to_left
        return Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft

    @property
    def _end(self) -> Qt.AlignmentFlag:
        mirrored = self.words.right_to_left
        return Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight

    def _cut(self, box: QRect, start: int, end: int) -> QRect:
        """The box without so many pixels at its start and its end."""
        if self.words.right_to_left:
            start, end = end, start
        return box.adjusted(start, 0, -end, 0)

    def _icon(self, painter: QPainter, name: str, box: QRect, inset: int) -> None:
        """An icon so many pixels from the start."""
        mirrored, size = self.words.right_to_left, self.look.icon(ICON)
        left = box.right() - inset - size if mirrored else box.left() + inset
        shown = icons.mirrored(name) if mirrored else name
        icons.draw(painter, shown, left, box.center().y() - size / 2, size, self.look.colours.ink)

    def _at_end(self, painter: QPainter, text: str, box: QRect) -> int:
        """Words at the end of a row; how much room they take, in pixels."""
        if not text:
            return 0
        font = self.look.font(20)
        painter.setFont(font)
        painter.setPen(self.look.colour("ink"))
        write_in(painter, box, (self._end | Qt.AlignmentFlag.AlignVCenter).value, text)
        return width_of(font, text) + self.look.px(12)

    def _paint_group(self, painter: QPainter, row: GroupRow, box: QRect) -> None:
        load_for(row.name)
        px, icon = self.look.px, self.look.icon(ICON)
        painter.setPen(self.look.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._icon(painter, "chevron-down" if row.open else "chevron-right", box, px(10))
        start = px(10) + icon + px(10)
        if row.locked:
            self._icon(painter, "lock", box, start)
            start += icon + px(10)
        inside = box.adjusted(px(16), 0, -px(16), 0)
        count = self.words.many("1 note", "{n} notes", row.notes)
        used = self._at_end(painter, count, inside)
        painter.setPen(self.look.colour("ink"))
        painter.setFont(self.look.font(24, BOLD, script_of(row.name, "")))
        room = self._cut(box, start, used + px(16))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        write_in(painter, room, (self._start | Qt.AlignmentFlag.AlignVCenter).value, name)

    def _paint_note(self, painter: QPainter, row: NoteRow, box: QRect) -> None:
        load_for(row.text)
        note, px = NOTES[row.record.kind], self.look.px
        side, inset = self.look.icon(SYMBOL), px(INSET)
        if row.under is not None:
            self._icon(painter, "merge", box, inset)
            inset += px(STEP)
        left = box.right() - inset - side if self.words.right_to_left else box.left() + inset
        colour = "#000000" if self.look.contrast else note.symbol_colour
        symbols.draw(painter, note.symbol, left, box.center().y() - side / 2, side, colour)
        used = self._at_end(painter, row.end, box.adjusted(px(16), 0, -px(16), 0))
        room = self._cut(box, inset + side + px(12), used + px(16))
        painter.setPen(QColor(self.look.colours.ink))
        painter.setFont(self.look.font(20, MEDIUM, script_of(row.text, row.record.language)))
        one_line = " ".join(row.text.split())
        words = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, room.width())
        # Beside their symbol, in whatever direction they are read.
        flags = self._start | Qt.AlignmentFlag.AlignVCenter
        write_in(painter, room, flags.value, words)
