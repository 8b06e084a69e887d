"""Writing on the people's board: pages open where somebody touches, and open again after a stop."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.board.ink_painting import Points
from ui.board.writing import Pages
from workshop.domain.ids import NoteId
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

    def open_at(self, x: float, y: float, note: NoteId | None = None, strokes: Sequence[Points] = ()) -> None:
        """Open a page for a new note, or for the words of this one; where that cannot be, say why."""
        page = self._page
        record = None if note is None else page.room.get(Note, note)
        here = (page.view, page.room, page.look, page.words, x, y)
        why_not = self.pages.open_at(*here, record, strokes=strokes)
        if why_not:
            page.tell(why_not)
        page.show_counts()

    def reopen(self) -> None:
        """The pages that were open when the program stopped, with all but the last second."""
        page = self._page
        drafts = page.room.session.board.drafts()
        if drafts and not page.why_closed:
            self.pages.reopen(drafts, page.view, page.room, page.look, page.words)
            page.show_counts()

    def finish(self) -> None:
        """The board goes: what somebody is in the middle of becomes a note."""
        for open_ in self.pages.open:
            open_.finish(going=True)
