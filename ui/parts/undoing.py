"""Undo at the board: the last acts of people in words, above the dock; one touch takes one of them back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt

from ui.page import Page
from ui.stage import Message
from ui.widgets.undo_list import UndoList
from workshop.session.looking_back import Recent

WIDEST = 1000  # design pixels


class Undoing:
    """The list of one page; `room` is where it may lie, in pixels of the page."""

    def __init__(self, page: Page, room: Callable[[], QRect]) -> None:
        self._page, self._room = page, room
        self.list: UndoList | None = None

    @property
    def is_open(self) -> bool:
        """Whether the list is there."""
        return self.list is not None

    def open(self) -> None:
        """Offer what can be taken back, the latest first. A second time it is put away."""
        page = self._page
        if self.list is not None:
            self.close()
            return
        recents = page.room.session.recent()
        if not recents:
            page.tell(page.words("There is nothing to undo here."))
            return
        known = {recent.seq: recent for recent in recents}
        self.list = UndoList(
            page.look, page.words, recents, lambda seq: self._take_back(known[seq]), self.close, parent=page
        )
        self.place()
        self.list.show()
        self.list.raise_()
        self.list.take_focus()

    def close(self) -> None:
        """Put it away."""
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
            self.list = None
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Lie low on the page, above the dock."""
        if self.list is None:
            return
        room, px = self._room(), self._page.look.px
        width = min(room.width() - px(40), px(WIDEST))
        layout = self.list.layout()
        high = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else 0
        height = min(max(high, self.list.sizeHint().height()), room.height())
        # Where reading begins: there is the button that opened it.
        left = room.left() + px(20)
        if self._page.words.right_to_left:
            left = room.right() - width - px(20)
        self.list.setGeometry(left, room.bottom() - height - px(8), width, height)

    def _take_back(self, recent: Recent) -> None:
        """Take one act back, say which, and offer to do it again."""
        page, session = self._page, self._page.room.session
        self.close()
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
        page, last = self._page, self._page.room.session.last_undone()
        if last is None or last.seq != undoing:
            page.tell(page.words("There is nothing to do again."))
        else:
            page.did(page.room.session.redo)
