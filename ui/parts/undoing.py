"""Undo: the last acts in words, low on the page; one touch takes one of them back.

People are offered their own last three while they are fresh, the facilitator all that can be undone.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt

from ui.look import Side
from ui.page import Page
from ui.stage import Message
from ui.widgets.undo_list import ROWS, UndoList
from workshop.domain.taking_back import LOOKED_AT
from workshop.session.looking_back import Recent

WIDEST = 1000  # design pixels


def half_at_end(page: Page) -> QRect:
    """The half of a page where reading ends."""
    half = page.width() // 2
    return QRect(0 if page.words.right_to_left else page.width() - half, 0, half, page.height())


class Undoing(QObject):
    """The list of one page; `room` is where it may lie, in pixels of the page."""

    def __init__(self, page: Page, room: Callable[[], QRect]) -> None:
        super().__init__(page)
        self._page, self._room = page, room
        self._of_people = page.side is not Side.FACILITATOR
        self.list: UndoList | None = None

    @property
    def is_open(self) -> bool:
        """Whether the list is there."""
        return self.list is not None

    def open(self) -> None:
        """Offer what can be taken back, the latest first. A second time it is put away."""
        page, session = self._page, self._page.room.session
        if self.list is not None:
            self.close()
            return
        recents = session.recent(ROWS if self._of_people else LOOKED_AT, of_people=self._of_people)
        undone = None if self._of_people else session.again()
        if not recents and undone is None:
            page.tell(page.words("There is nothing to undo here."))
            return
        listed = self._fitting(recents, undone)
        page.room.changed.connect(listed.look_again)
        page.installEventFilter(self)
        listed.show()
        listed.raise_()
        listed.take_focus()

    def _fitting(self, recents: Sequence[Recent], undone: Recent | None) -> UndoList:
        """The list in its place; where not all rows fit, there are pages of them."""
        for rows in range(ROWS, 1, -1):
            listed = self.list = self._listed(recents, undone, rows)
            if self.place():
                return listed
            listed.deleteLater()
        listed = self.list = self._listed(recents, undone, 1)
        self.place()
        return listed

    def _listed(self, recents: Sequence[Recent], undone: Recent | None, rows: int) -> UndoList:
        page, known = self._page, {recent.seq: recent for recent in recents}
        return UndoList(
            page.look,
            page.words,
            recents,
            lambda seq: self._take_back(known[seq]),
            self.close,
            self._may,
            rows=rows,
            again=None if undone is None else (undone, partial(self._do_again, undone.seq)),
            parent=page,
        )

    def close(self) -> None:
        """Put it away."""
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
            self.list = None
            self._page.removeEventFilter(self)
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has another size, or was built anew below the list."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        elif event.type() == QEvent.Type.ChildAdded:
            self._stay_above()
        return False

    def _stay_above(self) -> None:
        """Above all that is new; in another language or size of words the list goes."""
        if self.list is None:
            return
        if (self.list.look, self.list.words) == (self._page.look, self._page.words):
            self.list.raise_()
        else:
            self.close()

    def _may(self, seq: int) -> bool:
        return self._page.room.session.may_take_back(seq, of_people=self._of_people)

    def place(self) -> bool:
        """Lie low on the page, above the dock; whether all of it fits there."""
        if self.list is None:
            return True
        room, px = self._room(), self._page.look.px
        width = min(room.width() - px(40), px(WIDEST))
        layout = self.list.layout()
        high = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else 0
        wanted = max(high, self.list.sizeHint().height())
        height = min(wanted, room.height() - px(8))
        # Where reading begins: there is the button that opened it.
        left = room.left() + px(20)
        if self._page.words.right_to_left:
            left = room.right() - width - px(20)
        self.list.setGeometry(left, room.bottom() - height - px(8), width, height)
        return wanted == height

    def _take_back(self, recent: Recent) -> None:
        """Take one act back, say which, and offer to do it again."""
        page, session = self._page, self._page.room.session
        self.close()
        if not self._may(recent.seq):  # the list has lain there for long
            page.tell(page.words("There is nothing to undo here."))
            return
        if not page.did(session.undo, recent.seq):
            return
        undone = session.last_undone()
        said = page.words("Undone: {act}.", act=page.words(recent.label))
        if undone is None:
            page.tell(said)
            return
        # It stays until it is put away: what goes may be somebody else's words.
        again = partial(self._do_again, undone.seq)
        page.stage.tell(page.side, Message(said, "info", page.words("Do it again"), again))

    def _do_again(self, undoing: int) -> None:
        """Do again what this act has undone, unless something came between."""
        self.close()
        page, last = self._page, self._page.room.session.last_undone()
        if last is None or last.seq != undoing:
            page.tell(page.words("There is nothing to do again."))
        else:
            page.did(page.room.session.redo)
