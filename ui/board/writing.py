"""The writing pages on a board: who writes now, where the pages lie, and what was thrown away.

`Pages` belongs to one board. It opens a page where somebody touched, finds it a place that covers no
other page, and lets two to four people write at once.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from ui.board.writing_layout import Turned, find_place, how_many
from ui.board.writing_opening import KINDS, Opening, View
from ui.board.writing_page import Page
from ui.bridge import Bridge
from ui.keys.layouts import LANGUAGES
from ui.look import Look
from ui.words import Words
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

__all__ = ["Draft", "Page", "Pages"]

DRAFT_MS = 1000
FULL = {
    2: "Two people are writing. Please wait a moment.",
    3: "Three people are writing. Please wait a moment.",
    4: "Four people are writing. Please wait a moment.",
}
SAME_NOTE = "Somebody is changing this note now. Please wait a moment."


@dataclass(frozen=True)
class Draft:
    """Words that are not yet a note. `page` tells open pages apart; without words the draft is over."""

    page: int
    words: str
    kind: NoteKind
    place: tuple[float, float]
    note: NoteId | None = None
    helper: bool = False


class Pages(QObject):
    """All writing pages of one board."""

    hear = Signal(str, str)  # words to read aloud, and their language ("" for the workshop's)
    thrown = Signal()  # words were thrown away; `bring_back` brings them back
    closed = Signal()

    def __init__(
        self,
        keep_draft: Callable[[Draft], None] | None = None,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.clock = clock  # seconds, to tell a bouncing finger from two touches
        self.open: tuple[Page, ...] = ()
        self.keep_draft = keep_draft
        self._thrown: Opening | None = None
        self._numbers: dict[int, int] = {}
        self._next = 1
        self._kept: dict[int, Draft] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_drafts)

    # Opening and closing

    def open_at(
        self,
        view: View,
        bridge: Bridge,
        look: Look,
        words: Words,
        x: float,
        y: float,
        note: Note | None = None,
        *,
        kinds: tuple[NoteKind, ...] = KINDS,
        languages: Sequence[str] = LANGUAGES,
        quarters: int = 0,
    ) -> str:
        """Open a page at (x, y), in board units: there the new note will lie. With `note`, change that one.

        Gives "" when the page is open, else the sentence that says why it is not.
        """
        on_screen = view.camera.to_screen(x, y)
        opening = Opening(view, bridge, look, words, *on_screen, (x, y), note, kinds, languages)
        if note is not None:
            opening = replace(opening, text=note.text, kind=note.kind, helper=note.helper)
        return self._open(replace(opening, quarters=quarters))

    def _open(self, opening: Opening) -> str:
        if opening.note is not None and any(_changes(page, opening.note) for page in self.open):
            return opening.words(SAME_NOTE)
        page = Page(opening, self)
        most = how_many(_area(opening.view), page.parts.width, page.parts.height)
        if len(self.open) >= most:
            return opening.words(FULL[most])
        page.turned = self._place_for(page, page.turned)
        self._numbers[id(page)], self._next = self._next, self._next + 1
        self.open = (*self.open, page)
        opening.view.add_page(page)
        opening.view.key_target = page
        page.repaint()
        self._timer.start()
        return ""

    def _place_for(self, page: Page, wished: Turned) -> Turned:
        others = [other.turned.box for other in self.open if other is not page and other.view is page.view]
        return find_place(wished, others, _area(page.view))

    def close(self, page: Page) -> None:
        """Take a page away; its words are a note by now, or nothing."""
        if page not in self.open:
            return
        self.open = tuple(other for other in self.open if other is not page)
        if page.view.key_target is page:
            page.view.key_target = None
        page.view.remove_page(page)
        page.repaint()
        self._end_draft(page)
        if not self.open:
            self._timer.stop()
        self.closed.emit()

    def throw_away(self, page: Page) -> None:
        """Close a page without keeping its words; the last one can be brought back."""
        had_words = bool(page.text.words.strip())
        if had_words:
            self._thrown = page.opening_again()
        self.close(page)
        if had_words:
            self.thrown.emit()

    @property
    def can_bring_back(self) -> bool:
        """Whether words were thrown away that can still come back."""
        return self._thrown is not None

    def bring_back(self) -> str:
        """Open the page that was thrown away last; "" when it is open, else why it is not."""
        if self._thrown is None:
            return ""
        refused = self._open(self._thrown)
        if not refused:
            self._thrown = None
        return refused

    # Places

    def turn(self, page: Page) -> None:
        """Turn a page a quarter round; it steps aside where it would cover another one."""
        page.move_to(self._place_for(page, page.turned.turned()))

    def fit(self) -> None:
        """The board has another size: all pages move into view."""
        for page in self.open:
            page.move_to(page.turned.within(_area(page.view)))

    # Drafts

    def keep_drafts(self) -> None:
        """Hand on the words of every page that changed since the last time; called each second."""
        for page in self.open:
            number = self._numbers[id(page)]
            draft = _draft(page, number)
            if self.keep_draft is not None and draft != self._kept.get(number) and draft.words:
                self._kept[number] = draft
                self.keep_draft(draft)

    def _end_draft(self, page: Page) -> None:
        number = self._numbers.pop(id(page))
        if self.keep_draft is not None and self._kept.pop(number, None) is not None:
            self.keep_draft(replace(_draft(page, number), words=""))


def _area(view: View) -> QRectF:
    return QRectF(0, 0, view.width(), view.height())


def _changes(page: Page, note: Note) -> bool:
    return page.opening.note is not None and page.opening.note.id == note.id


def _draft(page: Page, number: int) -> Draft:
    opening = page.opening
    note = opening.note.id if opening.note else None
    return Draft(number, page.text.words, page.kind, opening.place, note, page.helper)
