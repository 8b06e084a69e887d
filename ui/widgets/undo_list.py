"""The acts that can be taken back, each a row to touch: nobody undoes somebody else's by accident."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, Look, load_for
from ui.parts.undo import sentence
from ui.widgets.boxes import column, row, within
from ui.widgets.button import SMALL, Button
from ui.widgets.card import Card
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text
from ui.words import Words
from workshop.session.looking_back import Recent

ROWS = 3


class UndoList(Card):
    """Some rows of acts, the latest first; with more than `rows` of them, a page at a time.

    `on_choose` is called with the number of the act that was touched; nothing is undone here. `may`
    says whether an act may still be taken back; `again` is what was undone last, and what does it again.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        recents: Sequence[Recent],
        on_choose: Callable[[int], object],
        on_close: Callable[[], object],
        may: Callable[[int], bool] = lambda seq: True,
        rows: int = ROWS,
        again: tuple[Recent, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", "damson", line=3, parent=parent)
        self.words, self.recents, self.rows = words, recents, rows
        self.page = 0
        self._on_choose, self._on_close, self._may = on_choose, on_close, may
        title = Text(look, words("What shall be undone?"), 26, BOLD, language=words.language)
        close = Button(look, words("Close"), "x", SMALL)
        close.clicked.connect(lambda: on_close())
        head = row(look, title, close, gap=16)
        head.setStretch(0, 1)
        self._list = QWidget()
        self._place = column(look, self._list)
        self.later, self.earlier = self._turning(words("Later"), -1), self._turning(words("Earlier"), 1)
        turning = row(look, self.later, self.earlier, 1, gap=12)
        last = [] if again is None else [self._again(*again)]
        within(self, column(look, head, self._place, turning, *last, gap=8, margins=(24, 16, 24, 18)))
        self.setAccessibleName(words("What shall be undone?"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._show()

    def _turning(self, text: str, way: int) -> Button:
        button = Button(self.look, text, "chevron-up" if way < 0 else "chevron-down", SMALL)
        button.clicked.connect(lambda: self.turn(way))
        return button

    def _again(self, undone: Recent, act: Callable[[], object]) -> RowButton:
        what = sentence(undone, self.words)
        said = self.words("{act}: {what}", act=self.words("Do it again"), what=what)
        load_for(said)
        button = RowButton(self.look, said, "history")
        button.setCheckable(False)
        button.clicked.connect(lambda: act())
        return button

    def look_again(self) -> None:
        """Something has happened. What is not offered any more does not stay in sight.

        It may be words that were hidden since. Rows never move below a finger: the whole list goes.
        """
        if not self.isHidden() and not all(self._may(recent.seq) for recent in self.recents):
            self._on_close()

    @property
    def last_page(self) -> int:
        """The number of the last page, from 0."""
        return max(0, (len(self.recents) - 1) // self.rows)

    def turn(self, way: int) -> None:
        """Show the acts before these, or after them; the keyboard stays where it can go on."""
        self.page = max(0, min(self.page + way, self.last_page))
        self._show()
        (self.earlier if self.earlier.isVisibleTo(self) else self.later).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def take_focus(self) -> None:
        """Give the keyboard to the first row, or to the way back where there is none."""
        parts: list[QWidget] = [*self._list.findChildren(RowButton), *self.findChildren(Button)]
        parts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the list away."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        shown = self.recents[self.page * self.rows : (self.page + 1) * self.rows]
        parts: list[QWidget] = [self._row(recent) for recent in shown]
        if not parts:
            parts.append(Text(self.look, self.words("There is nothing to undo here."), 22))
        old, self._list = self._list, within(QWidget(), column(self.look, *parts, gap=0))
        self._place.replaceWidget(old, self._list)
        self._list.show()
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self.later.setVisible(self.page > 0)
        self.earlier.setVisible(self.page < self.last_page)

    def _row(self, recent: Recent) -> RowButton:
        said = sentence(recent, self.words)
        load_for(said)
        button = RowButton(self.look, said, "undo-2")
        button.setCheckable(False)
        button.clicked.connect(lambda: self._on_choose(recent.seq))
        return button
