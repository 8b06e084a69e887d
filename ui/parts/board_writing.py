"""Writing on the people's board: pages open where somebody touches, and open again after a stop."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ui.board.ink_painting import Points
from ui.board.writing import Pages
from ui.parts.kinds import legend
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.screens.board import BoardPage


class BoardWriting:
    """The writing pages of one board page."""

    def __init__(self, page: "BoardPage") -> None:
        self._page = page
        self.pages = Pages(parent=page)
        self.pages.hear.connect(page.hear)
        self.pages.tells.connect(page.tell)
        self.pages.announces.connect(page.announce)
        self.pages.saved.connect(self._say_saved)

    def _say_saved(self) -> None:
        """A page became a note. Where it waits, whoever wrote it is told: it is not lost."""
        page, day = self._page, self._page.room.workshop
        page.announce(page.saved)
        if day.inbox and not day.writing_hidden:
            page.tell(page.words("Your note is kept. The facilitator puts it on the board."), "done")

    def open_at(self, x: float, y: float, note: NoteId | None = None, strokes: Sequence[Points] = ()) -> None:
        """Open a page for a new note, or for the words of this one; where that cannot be, say why."""
        page = self._page
        record = None if note is None else page.room.get(Note, note)
        here = (page.view, page.room, page.look, page.words, x, y)
        why_not = self.pages.open_at(*here, record, strokes=strokes, kinds=self._kinds())
        if why_not:
            page.tell(why_not)
        elif not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            page.view.setFocus(Qt.FocusReason.OtherFocusReason)  # a real keyboard writes there
            self.pages.tell_focus(self.pages.open[-1])
        page.show_counts()

    def _kinds(self) -> tuple[NoteKind, ...]:
        """The kinds that people write here, in the order of the legend."""
        known = legend(self._page.room.workshop, self._page.room.all(Note), self._page.words)
        return tuple(kind for kind, _ in known if kind is not NoteKind.BEFORE)

    def next_page(self) -> None:
        """Bring a real keyboard to the next writing page; after the last one, back to the board."""
        view, open_ = self._page.view, self.pages.open
        here = next((number for number, page in enumerate(open_) if page is view.key_target), -1)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        if here + 1 < len(open_):
            open_[here + 1].walk.take()
        else:
            view.key_target = None
            view.walking.arrive()
        view.update()

    def reopen(self) -> None:
        """The pages that were open when the program stopped, with all but the last second."""
        page = self._page
        drafts = page.room.session.board.drafts()
        if drafts and not page.why_closed:
            self.pages.reopen(drafts, page.view, page.room, page.look, page.words)
            page.show_counts()

    def finish(self) -> None:
        """The board goes: what somebody is in the middle of becomes a note."""
        self.pages.leave()
