"""The writing pages on a board: who writes now, where the pages lie, and what was thrown away.

`Pages` belongs to one board. It opens a page where somebody touched, finds it a place that covers no
other page, and lets two to four people write at once. What is on a page is kept each second.
"""

import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible

from ui.board import writing_saving
from ui.board.ink_painting import Points
from ui.board.writing_layout import Parts
from ui.board.writing_opening import KINDS, Opening, View
from ui.board.writing_page import Page
from ui.board.writing_places import MOST, Turned, find_place, how_many, quarters_towards
from ui.board.writing_reading import said_of, tell_words
from ui.board.writing_saving import Sheet
from ui.board.writing_told import PAGE, part_of, tell, tell_parts
from ui.bridge import Bridge
from ui.keys.editing import Text
from ui.keys.layouts import LANGUAGES
from ui.look import Look
from ui.words import Words
from workshop.domain.drafts import Draft
from workshop.domain.ids import NoteId
from workshop.domain.ink import unpack
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note
from workshop.errors import RuleBroken, WorkshopError

__all__ = ["Page", "Pages", "quarters_towards"]

AIR = 8  # design pixels between pages, and to the edge of the board, where there is room for it
DRAFT_MS = 900  # a little less than a second, so that a slow moment costs no more than one
FULL = {
    1: "One person is writing. Please wait a moment.",
    2: "Two people are writing. Please wait a moment.",
    3: "Three people are writing. Please wait a moment.",
    4: "Four people are writing. Please wait a moment.",
}
SAME_NOTE = "Somebody is changing this note now. Please wait a moment."
MANY, MINUTE = 10, 60.0  # notes from one place at the screen, and the seconds in which they were written
WAITING = "Many notes came from here. The facilitator will place the next ones."


class Pages(QObject):
    """All writing pages of one board."""

    hear = Signal(str, str)  # words to read aloud, and their language ("" for the workshop's)
    tells = Signal(str)  # a sentence for the person whose page has closed
    announces = Signal(str)  # for a screen reader: what a key has written
    saved = Signal()  # a page has become a note
    thrown = Signal()  # words were thrown away; `bring_back` brings them back
    closed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
        new_page: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        super().__init__(parent)
        self.clock = clock  # seconds, to tell a bouncing finger from two touches
        self.open: tuple[Page, ...] = ()
        self._new_page = new_page
        self._thrown: Opening | None = None
        self._places: dict[Page, int] = {}  # at the screen, from 0 to 3
        self._written: dict[int, deque[float]] = {place: deque(maxlen=MANY) for place in range(MOST)}
        self._to_reopen: list[Opening] = []
        self._kept: dict[Page, Sheet] = {}
        self._not_kept: set[Page] = set()  # that was said
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
        quarters: int | None = None,
        strokes: Sequence[Points] = (),
    ) -> str:
        """Open a page at (x, y), in board units: there the new note will lie. With `note`, change that one.

        On a table that lies flat it is turned to the nearest edge, unless `quarters` says how.
        Gives "" when the page is open, else the sentence that says why it is not.
        """
        opening = _opening(view, bridge, look, words, x, y)
        opening = replace(opening, note=note, kinds=kinds, languages=languages, page=self._new_page())
        if quarters is not None:
            opening = replace(opening, quarters=quarters)
        opening = replace(opening, strokes=strokes)
        return self._open(opening if note is None else _with(opening, note))

    def reopen(self, drafts: Iterable[Draft], view: View, bridge: Bridge, look: Look, words: Words) -> None:
        """Open the pages that were open when the workshop stopped; more than have room come later."""
        taken = {page.opening.page for page in self.open} | {waits.page for waits in self._to_reopen}
        self._to_reopen += [
            _from(draft, _opening(view, bridge, look, words, draft.x, draft.y))
            for draft in drafts
            if draft.page not in taken
        ]
        self._reopen_waiting()

    def _reopen_waiting(self) -> None:
        while self._to_reopen and not self._open(self._to_reopen[0]):
            del self._to_reopen[0]

    def _open(self, opening: Opening) -> str:
        if opening.note is not None and any(_changes(page, opening.note.id) for page in self.open):
            return opening.words(SAME_NOTE)
        page = Page(opening, self)
        most = how_many(_area(opening.view), page.turned.box.width(), page.turned.box.height())
        if len(self.open) >= most:
            return opening.words(FULL[most])
        after = most - len(self.open) - 1
        page.lie(page.parts, self._place_for(page, page.turned, after))
        self._places[page] = min(set(range(MOST)) - set(self._places.values()))
        page.place_at_screen = self._places[page]
        self.open = (*self.open, page)
        opening.view.add_page(page)
        page.walk.take(asked=False)
        tell(page, PAGE, QAccessible.Event.ObjectCreated)
        self.tell_focus(page)
        if opening.note is None and self._is_waiting(page):
            page.say(opening.words(WAITING))
        page.repaint()
        self._timer.start()
        return ""

    def _place_for(self, page: Page, wished: Turned, after: int = 0) -> Turned:
        others = [other.turned.box for other in self.open if other is not page and other.view is page.view]
        return find_place(wished, others, _area(page.view), after, air=page.look.px(AIR))

    def close(self, page: Page) -> None:
        """Take a page away; its words are a note by now, or nothing."""
        if page not in self.open:
            return
        self.open = tuple(other for other in self.open if other is not page)
        if page.view.key_target is page:
            page.view.key_target = None
            page.view.updateMicroFocus(Qt.InputMethodQuery.ImQueryAll)
        tell(page, PAGE, QAccessible.Event.ObjectDestroyed)
        page.view.remove_page(page)
        page.repaint()
        del self._places[page]
        self._forget_draft(page)
        if not self.open:
            self._timer.stop()
        self._reopen_waiting()
        self.closed.emit()

    def throw_away(self, page: Page) -> None:
        """Close a page without keeping its words; the last one can be brought back."""
        had_words = not page.sheet().is_empty
        if had_words:
            self._thrown = _again(page)
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

    # What a screen reader is told

    def tell_parts(self, page: Page) -> None:
        """There are other parts on a page now."""
        if page in self.open:
            tell_parts(page)

    def tell_focus(self, page: Page) -> None:
        """A real keyboard is at another part of a page, or at another page."""
        if page in self.open and page.view.key_target is page:
            tell(page, page.walk.at, QAccessible.Event.Focus)

    def tell_words(self, page: Page, before: Text) -> None:
        """The words of a page, or its caret, are other ones now."""
        if page in self.open and QAccessible.isActive():
            tell_words(part_of(page, "field"), before, page.text)

    def say_typed(self, page: Page, before: Text) -> None:
        """Say what a key on a page has written or taken away, to who writes there with a screen reader."""
        said = page.said or said_of(before, page.text, page.words)
        if said and page.view.key_target is page:
            self.announces.emit(said)

    # Places

    def turn(self, page: Page) -> None:
        """Turn a page a quarter round, or two where it is too wide; it steps aside for the other pages."""
        for quarters in (1, 2, 3):
            if self.lay_out(page, (page.turned.quarters + quarters) % 4):
                return

    def lay_out(self, page: Page, quarters: int) -> bool:
        """Fit a page to the board, lying this way round; whether it is wholly in view like that."""
        parts = page.parts_at(quarters)
        turned = _lying(page.turned, parts, quarters)
        box, area = turned.box, _area(page.view)
        if box.width() > area.width() or box.height() > area.height():
            return False
        page.lie(parts, self._place_for(page, turned))
        return True

    def fit(self) -> None:
        """The board has another size: all pages move into view, one after the other."""
        pages, self.open = self.open, ()
        for page in pages:
            if not self.lay_out(page, page.turned.quarters) and not self.lay_out(page, 0):
                page.lie(page.parts, page.turned.within(_area(page.view)))
            self.open = (*self.open, page)

    # Notes

    def add(self, page: Page, sheet: Sheet) -> bool:
        """Make a note of a page. Where very many come from one place, the facilitator places the rest."""
        waiting = self._is_waiting(page)
        if not writing_saving.add(page.opening.bridge, sheet, waiting):
            return False
        self._written[self._places[page]].append(self.clock())
        self._kept.pop(page, None)  # its draft ended with it
        self.saved.emit()
        if waiting:
            self.tells.emit(page.words(WAITING))
        return True

    def _is_waiting(self, page: Page) -> bool:
        times = self._written[self._places[page]]
        return len(times) == MANY and self.clock() - times[0] < MINUTE

    def leave(self) -> None:
        """Nobody writes on this board any more: all becomes notes; what is refused stays as a draft."""
        self._to_reopen.clear()
        for page in self.open:
            page.finish(going=True)
        self.stop()

    # Drafts

    def stop(self) -> None:
        """Keep what is on the pages a last time."""
        if self.open:
            self.keep_drafts()
        self._timer.stop()

    def keep_drafts(self) -> None:
        """Keep what is on every page that has changed; called each second."""
        for page in self.open:
            sheet = page.sheet()
            if sheet != self._kept.get(page, page.as_opened):
                self._keep(page, sheet)

    def _keep(self, page: Page, sheet: Sheet) -> None:
        note = page.opening.note.id if page.opening.note else None
        try:
            writing_saving.keep_draft(page.opening.bridge, sheet, note)
        except WorkshopError as refusal:
            if page not in self._not_kept:  # once: it is tried again each second
                self._not_kept.add(page)
                page.say(page.words(refusal.message))
            return
        self._kept[page] = sheet
        self._not_kept.discard(page)

    def _forget_draft(self, page: Page) -> None:
        self._not_kept.discard(page)
        if self._kept.pop(page, None) is not None or page.opening.was_kept:
            bridge = page.opening.bridge
            bridge.did(bridge.session.board.forget_draft, page.opening.page)


def _area(view: View) -> QRectF:
    return QRectF(0, 0, view.width(), view.height())


def _opening(view: View, bridge: Bridge, look: Look, words: Words, x: float, y: float) -> Opening:
    """A page at a place of the board; on a table that lies flat it is turned to the nearest edge."""
    at, flat = view.camera.to_screen(x, y), bool(getattr(view, "flat_table", False))
    quarters = quarters_towards(*at, _area(view)) if flat else 0
    return Opening(view, bridge, look, words, *at, (x, y), quarters=quarters, flat=flat)


def _changes(page: Page, note: NoteId) -> bool:
    return page.opening.note is not None and page.opening.note.id == note


def _lying(turned: Turned, parts: Parts, quarters: int) -> Turned:
    return replace(turned, width=parts.width, height=parts.height, quarters=quarters)


def _with(opening: Opening, note: Note) -> Opening:
    """What a page is opened with that changes a note."""
    drawing = opening.bridge.session.board.drawing_of(note.id)
    return replace(
        opening,
        note=note,
        text=note.text,
        kind=note.kind,
        helper=note.helper,
        emotion=note.emotion,
        strokes=opening.strokes or _drawn(drawing.ink if drawing else ""),
    )


def _from(draft: Draft, opening: Opening) -> Opening:
    """What a page is opened with that goes on from a draft; its note may be gone by now."""
    note = opening.bridge.get(Note, draft.note) if draft.note else None
    made = opening if note is None else _with(opening, note)
    return replace(
        made,
        text=draft.words,
        kind=draft.kind,
        helper=draft.helper,
        language=draft.language,
        strokes=_drawn(draft.ink),
        page=draft.page,
        was_kept=True,
    )


def _drawn(ink: str) -> Sequence[Points]:
    """The strokes of a drawing; none when it is damaged: the words are there all the same."""
    try:
        return unpack(ink)
    except RuleBroken:
        return ()


def _again(page: Page) -> Opening:
    """What a new page would be opened with to go on from here."""
    sheet = page.sheet()
    return replace(
        page.opening,
        text=sheet.words,
        kind=sheet.kind,
        helper=sheet.helper,
        emotion=sheet.emotion,
        strokes=sheet.strokes,
        language=page.panel.layout.language,
        quarters=page.turned.quarters,
        x=page.turned.x,
        y=page.turned.y,
        was_kept=False,
    )
