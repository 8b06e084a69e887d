"""The board as a list beside it: the same notes, the same choice, the same acts.

A list of Qt's own, so that a screen reader and the keyboard know it; fingers are taken as touches,
because a turned-into-mouse finger is dead while somebody else touches the board. The acts of the
chosen row stand below it.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.look import Look
from ui.parts.listing import NO_ROW, GroupRow, Key, NoteRow, Row, place_of
from ui.widgets.list_rows import ROW, ActsRow, Index, RowPainter, RowsModel, Shown
from ui.words import Words
from workshop.domain.kinds import NoteKind

MANY = 500  # rows; more are laid out a part at a time
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class NoteList(QListView):
    """The list. `chose` is sent with the row that was touched; `wants_move` when M is pressed."""

    chose = Signal(object)  # GroupRow or NoteRow
    wants_move = Signal()

    def __init__(
        self, look: Look, words: Words, kinds: Mapping[NoteKind, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.rows = RowsModel(words, kinds)
        self.setModel(self.rows)
        self.painter = RowPainter(look, words, self)
        self.setItemDelegate(self.painter)
        self.acts: QWidget | None = None
        self.ways: tuple[QWidget, ...] = ()  # the buttons up and down
        self.setAccessibleName(words("The board as a list"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._show_ways)
        self.setStyleSheet(f"background: {look.colours.paper};")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._finger: tuple[int, QPointF, int] | None = None
        self.clicked.connect(self._choose)

    # What to show

    def show_rows(
        self, rows: Sequence[Row], chosen: Key = NO_ROW, acts: Callable[[], QWidget] | None = None
    ) -> None:
        """Show other rows, of which one is chosen: its acts stand below it. The place stays."""
        drawn, at = self.verticalScrollBar().value(), place_of(rows, chosen)
        shown: list[Shown] = [*rows]
        if at is not None and acts is not None:
            shown.insert(at + 1, ActsRow())
        batched = QListView.LayoutMode.Batched if len(rows) > MANY else QListView.LayoutMode.SinglePass
        self.setLayoutMode(batched)
        self.acts = acts() if at is not None and acts is not None else None
        self._measure()
        self.rows.show(shown)
        if at is not None:
            self.setCurrentIndex(self.rows.index(at))
            if self.acts is not None:
                self.setIndexWidget(self.rows.index(at + 1), self.acts)
        self.verticalScrollBar().setValue(drawn)
        self._show_chosen()
        self._show_ways()

    def _show_chosen(self) -> None:
        """The chosen row is in sight, and as much of its acts as there is room for."""
        at = self.currentIndex()
        if self.acts is not None:
            self.scrollTo(self.rows.index(at.row() + 1))
        if at.isValid():
            self.scrollTo(at)

    def turn(self, way: int) -> None:
        """Go on by most of what is seen: 1 down, -1 up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * round(0.8 * self.viewport().height()))

    def _show_ways(self) -> None:
        """The two buttons are there as long as there is more than fits."""
        for way in self.ways:
            way.setVisible(self.verticalScrollBar().maximum() > 0)

    def _measure(self) -> None:
        """How high the acts are at this width."""
        if self.acts is None:
            return
        wide, layout = max(1, self.viewport().width()), self.acts.layout()
        high = layout.totalHeightForWidth(wide) if layout and layout.hasHeightForWidth() else 0
        self.painter.acts_high = max(high, 0 if high else self.acts.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines of acts."""
        super().resizeEvent(event)
        before = self.painter.acts_high
        self._measure()
        if before != self.painter.acts_high:
            self.doItemsLayout()
        if self.acts is not None:
            self._show_chosen()

    # Choosing

    def _choose(self, index: Index) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, GroupRow | NoteRow):
            self.chose.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, M asks where the note goes; arrows walk as in any list."""
        if event.key() in _CHOOSE:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_M and not event.modifiers():
            self.wants_move.emit()
        elif event.text().strip():
            event.ignore()  # letters are keys of the page, not a search in this list
        else:
            super().keyPressEvent(event)

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
        drawn = abs(moved) > self.look.px(14) or self.verticalScrollBar().value() != scrolled
        if drawn:
            self.verticalScrollBar().setValue(round(scrolled + moved))
        if lifted:
            self._finger = None
        if lifted and not drawn:
            index = self.indexAt(where.toPoint())
            if index.isValid():
                self.setCurrentIndex(index)
                self._choose(index)
