"""The board as a list beside it: the same notes, the same choice, the same acts.

A list of Qt's own, so that a screen reader and the keyboard know it; fingers are taken as touches,
because a turned-into-mouse finger is dead while somebody else touches the board.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QTouchEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.board import symbols
from ui.board.faces import reads_right_to_left, script_of
from ui.look import BOLD, NOTES, Look, load_for
from ui.parts.listing import GroupRow, NoteRow, Row
from ui.words import Words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class RowsModel(QAbstractListModel):
    """The rows of `ui.parts.listing`, as Qt's lists want them."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.words = words

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own way
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader hears of a row, and the row itself."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        return None

    def _said(self, row: Row) -> str:
        if isinstance(row, GroupRow):
            count = self.words.many("1 note", "{n} notes", row.notes)
            return f"{row.name}. {count}"
        return f"{self.words(NOTES[row.record.kind].label)}. {row.text}"


class RowPainter(QStyledItemDelegate):
    """Paints a row: a group's name and count, or a note's symbol and words."""

    def __init__(self, look: Look, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self.words = look, words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a finger needs."""
        return QSize(self.look.px(200), self.look.target(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, box = index.data(ROW), QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_choice(painter, box)
        if isinstance(row, GroupRow):
            self._paint_group(painter, row, box)
        else:
            self._paint_note(painter, row, box)
        painter.restore()

    def _paint_choice(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(self.look.colour("damson"), 3))
        painter.setBrush(self.look.colour("damson_tint"))
        painter.drawRoundedRect(box.adjusted(2, 3, -2, -3), self.look.px(10), self.look.px(10))

    def _paint_group(self, painter: QPainter, row: GroupRow, box: QRect) -> None:
        load_for(row.name)
        inside = box.adjusted(self.look.px(16), 0, -self.look.px(16), 0)
        painter.setPen(self.look.colour("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.setPen(self.look.colour("ink"))
        count = self.words.many("1 note", "{n} notes", row.notes)
        painter.setFont(self.look.font(20))
        across = painter.fontMetrics().horizontalAdvance(count) + self.look.px(12)
        mirrored = self.words.right_to_left
        start, end = (
            (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
            if mirrored
            else (
                Qt.AlignmentFlag.AlignLeft,
                Qt.AlignmentFlag.AlignRight,
            )
        )
        painter.drawText(inside, (end | Qt.AlignmentFlag.AlignVCenter).value, count)
        painter.setFont(self.look.font(22, BOLD))
        room = inside.adjusted(across, 0, 0, 0) if mirrored else inside.adjusted(0, 0, -across, 0)
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, (start | Qt.AlignmentFlag.AlignVCenter).value, name)

    def _paint_note(self, painter: QPainter, row: NoteRow, box: QRect) -> None:
        load_for(row.text)
        note, px = NOTES[row.record.kind], self.look.px
        mirrored = reads_right_to_left(row.text)
        side, inset = px(22), px(40)
        x = box.right() - inset - side if mirrored else box.left() + inset
        colour = "#000000" if self.look.contrast else note.symbol_colour
        symbols.draw(painter, note.symbol, x, box.center().y() - side / 2, side, colour)
        room = box.adjusted(inset, 0, -inset - side - px(12), 0)
        if not mirrored:
            room = box.adjusted(inset + side + px(12), 0, -px(16), 0)
        painter.setPen(QColor(self.look.colours.ink))
        painter.setFont(self.look.font(20, 500, script_of(row.text, row.record.language)))
        one_line = " ".join(row.text.split())
        words = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, room.width())
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, (across | Qt.AlignmentFlag.AlignVCenter).value, words)


class NoteList(QListView):
    """The list. `picked` is sent with the id of a note, or None when a group's row was touched."""

    picked = Signal(object)

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.rows = RowsModel(words)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(look, words, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(words("The board as a list"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"background: {look.colours.linen};")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._finger: tuple[int, QPointF, int] | None = None
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def pick(self, note: object) -> None:
        """Choose the row of a note that was chosen on the board."""
        for number, row in enumerate(self.rows.rows):
            if isinstance(row, NoteRow) and row.note == note:
                self.setCurrentIndex(self.rows.index(number))
                return
        self.clearSelection()

    def _choose(self, index: Index) -> None:
        row = index.data(ROW)
        self.picked.emit(row.note if isinstance(row, NoteRow) else None)

    def viewportEvent(self, event: QEvent) -> bool:
        """A finger drags the list, or touches a row."""
        if not isinstance(event, QTouchEvent):
            return super().viewportEvent(event)
        for point in event.points():
            state, where = point.state(), point.position()
            if state == point.State.Pressed and self._finger is None:
                self._finger = (point.id(), where, self.verticalScrollBar().value())
            elif self._finger is not None and point.id() == self._finger[0]:
                self._follow(point.id(), where, lifted=state == point.State.Released)
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
        event.accept()
        return True

    def _follow(self, finger: int, where: QPointF, *, lifted: bool) -> None:
        assert self._finger is not None
        start, scrolled = self._finger[1], self._finger[2]
        moved = start.y() - where.y()
        if abs(moved) > self.look.px(14) or self.verticalScrollBar().value() != scrolled:
            self.verticalScrollBar().setValue(round(scrolled + moved))
        elif lifted:
            index = self.indexAt(where.toPoint())
            if index.isValid():
                self.setCurrentIndex(index)
                self._choose(index)
        if lifted:
            self._finger = None
