"""The grid for typing paper ballots: a row a sheet, a cell an idea. Each row has its own sum only."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.look import BOLD, MEDIUM, SEMIBOLD, Look
from ui.parts.vote_paper import LEFT_OUT, Batch, letter_of
from ui.widgets.paint import write_in

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_VOICES = {Qt.Key.Key_P: "P", Qt.Key.Key_C: "C", Qt.Key.Key_S: "S", Qt.Key.Key_O: "O", Qt.Key.Key_Minus: "-"}


class Cells:
    """Where the cells of a sheet are, for a width; they go on in further lines where there are many."""

    def __init__(self, look: Look, width: int, batch: Batch, label: str) -> None:
        self.look, self.width, self.batch = look, width, batch
        letter = look.text(22)
        self.label = round(letter * (len(label) * 0.62 + 1))
        self.total = round(letter * 6.2)
        self.gap = look.px(8)
        self.side = max(look.target(60), round(letter * 1.9))
        room = max(self.side, width - self.label - self.total)
        self.across = max(1, (room + self.gap) // (self.side + self.gap))
        columns = len(batch.options) + 1 - batch.first
        self.lines = -(-columns // self.across)
        widest = (room + self.gap) // min(columns, self.across) - self.gap
        self.wide = max(self.side, min(widest, look.px(84)))

    @property
    def end(self) -> int:
        """Where the sum of a row begins."""
        across = self.across if self.lines > 1 else len(self.batch.options) + 1 - self.batch.first
        return min(self.width - self.total, self.label + across * (self.wide + self.gap))

    @property
    def height(self) -> int:
        """The height of a row."""
        return self.lines * (self.side + self.gap)

    def box(self, column: int) -> QRect:
        """The cell of a column, 0 for the voice."""
        place = column - self.batch.first
        line, across = divmod(place, self.across)
        down = line * (self.side + self.gap)
        return QRect(self.label + across * (self.wide + self.gap), down, self.wide, self.side)

    def column_at(self, x: int, y: int) -> int | None:
        """The column of the cell at a place."""
        for column in range(self.batch.first, len(self.batch.options) + 1):
            if self.box(column).contains(x, y):
                return column
        return None


class PaperHead(QWidget):
    """The numbers of the ideas above their columns."""

    def __init__(self, look: Look, batch: Batch, label: str, votes_as: str, dots: str) -> None:
        super().__init__()
        self.look, self.batch, self.label, self.votes_as, self.dots = look, batch, label, votes_as, dots
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two short lines."""
        return QSize(self.look.px(600), round(self.look.text(20) * 2.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers; where cells go on in further lines, each has its own instead."""
        cells = Cells(self.look, self.width(), self.batch, self.label)
        painter = QPainter(self)
        try:
            painter.setPen(self.look.colour("ink"))
            middle = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            for column in range(self.batch.first, len(self.batch.options) + 1) if cells.lines == 1 else ():
                box = cells.box(column)
                across = QRect(box.left() - cells.gap, 0, box.width() + 2 * cells.gap, self.height())
                painter.setFont(self.look.font(22 if column else 18, BOLD if column else SEMIBOLD))
                words = str(self.batch.options[column - 1].number) if column else self.votes_as
                write_in(painter, across, middle, words)
            painter.setFont(self.look.font(22, BOLD))
            end = QRect(cells.end, 0, cells.total, self.height())
            write_in(painter, end, middle, self.dots)
        finally:
            painter.end()


class SheetRow(QWidget):
    """One sheet. It has no name for a screen reader: the grid says the cell at which somebody is."""

    touched = Signal(int)  # the column of the cell

    def __init__(self, look: Look, batch: Batch, row: int, label: str, of: str) -> None:
        super().__init__()
        self.look, self.batch, self.row_number, self.label, self.of = look, batch, row, label, of
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        """Many ideas need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        return Cells(self.look, width, self.batch, self.label).height

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self.look.px(600), self.heightForWidth(self.width() or self.look.px(600)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch goes to the cell, when it is lifted."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the cell that was touched."""
        cells = Cells(self.look, self.width(), self.batch, self.label)
        where = event.position().toPoint()
        column = cells.column_at(where.x(), where.y())
        if column is not None:
            self.touched.emit(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number of the sheet, its cells and its sum."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, Cells(self.look, self.width(), self.batch, self.label))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, cells: Cells) -> None:
        sheet, here = self.batch.sheets[self.row_number], self.row_number == self.batch.row
        painter.setPen(self.look.colour("damson" if here else "ink"))
        painter.setFont(self.look.font(22, SEMIBOLD))
        first = QRect(0, 0, cells.label, cells.side)
        middle = Qt.AlignmentFlag.AlignVCenter.value
        write_in(painter, first, middle, self.label)
        for column in range(self.batch.first, len(self.batch.options) + 1):
            self._paint_cell(painter, cells, column, here and column == self.batch.column)
        end = QRect(cells.end, 0, cells.total, cells.side)
        painter.setPen(self.look.colour("ink"))
        painter.setFont(self.look.font(22, SEMIBOLD))
        words = self.of.format(n="–" if sheet.spoiled else sheet.total, m=self.batch.each)
        write_in(painter, end, Qt.AlignmentFlag.AlignCenter.value, words)
        if sheet.is_begun and sheet.is_whole:
            icon = round(self.look.text(22))
            name, colour = ("ban", "brick") if sheet.spoiled else ("check", "leaf")
            if sheet.total > self.batch.each:
                name, colour = "x", "brick"
            x, y = cells.end + cells.total - icon, (cells.side - icon) / 2
            icons.draw(painter, name, x, y, icon, getattr(self.look.colours, colour))

    def _paint_cell(self, painter: QPainter, cells: Cells, column: int, here: bool) -> None:
        sheet, c = self.batch.sheets[self.row_number], self.look.colours
        dots = sheet.dots[column - 1] if column else None
        empty = column > 0 and dots is None
        box = QRectF(cells.box(column)).adjusted(2, 2, -2, -2)
        pen = QPen(QColor(c.edge), max(2, self.look.px(2)))
        if empty and not sheet.spoiled:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(QColor(c.linen if not column or sheet.spoiled else c.paper))
        radius = self.look.px(10)
        painter.drawRoundedRect(box, radius, radius)
        if here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset, width, colour in ((-1.0, 4, c.marigold), (2.0, 3, c.ink)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.setPen(QColor(c.ink))
        painter.setFont(self.look.font(24, BOLD))
        words = "" if empty else str(dots) if column else letter_of(sheet.voice)
        if not column and not sheet.is_begun and sheet.voice is None:
            words = LEFT_OUT
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, words)
        painter.setFont(self.look.font(18, MEDIUM))
        corner = Qt.AlignmentFlag.AlignTop
        inside = box.adjusted(5, 1, -5, 0)
        if column and cells.lines > 1:
            number = str(self.batch.options[column - 1].number)
            painter.drawText(inside, (corner | Qt.AlignmentFlag.AlignLeft).value, number)
        if column and sheet.not_clear[column - 1]:
            painter.drawText(inside, (corner | Qt.AlignmentFlag.AlignRight).value, "?")


class PaperGrid(QWidget):
    """All rows, and the keys that write in them. `changed` is sent after each key."""

    changed = Signal()

    def __init__(self, look: Look, batch: Batch, label: str, of: str, name: Callable[[], str]) -> None:
        super().__init__()
        self.look, self.batch, self.label, self.of, self._name = look, batch, label, of, name
        self.rows: list[SheetRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_rows()

    def show_rows(self) -> None:
        """As many rows as there are sheets."""
        while len(self.rows) > len(self.batch.sheets):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()  # it has no sheet to paint any more
            gone.deleteLater()
        while len(self.rows) < len(self.batch.sheets):
            number = len(self.rows)
            row = SheetRow(self.look, self.batch, number, self.label.format(n=number + 1), self.of)
            row.touched.connect(lambda column, number=number: self._go_to(number, column))
            self._column.addWidget(row)
            self.rows.append(row)
        self.refresh()

    def refresh(self) -> None:
        """Paint all rows anew, and say the cell."""
        self.setAccessibleName(self._name())
        for row in self.rows:
            row.update()

    @property
    def row(self) -> SheetRow:
        """The row of the sheet at which somebody is."""
        return self.rows[self.batch.row]

    def _go_to(self, row: int, column: int) -> None:
        self.batch.go_to(row, column)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._done()

    def _done(self) -> None:
        if len(self.rows) != len(self.batch.sheets):
            self.show_rows()
        self.refresh()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go on, arrows move, Enter begins the next sheet, N marks what was not clear."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.batch.move(*_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.batch.enter()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.batch.rub_out()
        elif key == Qt.Key.Key_N:
            self.batch.turn_not_clear()
        elif key in _VOICES:
            self.batch.type_voice(_VOICES[key])
        elif event.text().isdecimal() and event.text().isascii():
            self.batch.type_digit(int(event.text()))
        else:
            super().keyPressEvent(event)
            return
        event.accept()
        self._done()
