"""What must be true of a day of restless hands, whatever they do: the book that is kept beside it.

It hears every act and sees every writing page. A page that has gone is one note, a draft, or words that
were thrown away and can come back; nothing else makes a note, and nothing but taking back removes one.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.ui.given import Table
from ui.board.fitting import is_tall
from ui.board.layout import Rect
from ui.board.model import BoardModel
from ui.board.writing import Pages
from ui.board.writing_saving import Sheet
from ui.look import Side
from ui.screens.board import BoardPage
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.labels import Label
from workshop.domain.records import Note

EVERYWHERE = Rect(-1e6, -1e6, 2e6, 2e6)


class Escaped(AssertionError):
    """People came to the facilitator's side."""


class Lost(AssertionError):
    """A note or the words on a page are gone, or are there twice, and nobody took anything back."""


@dataclass
class Book:
    """What there should be, kept beside what is there."""

    table: Table
    notes: set[NoteId] = field(default_factory=set)
    new: list[NoteId] = field(default_factory=list)  # since the last event
    written: int = 0
    taken_back: int = 0
    thrown: int = 0
    _taken: set[str] = field(default_factory=set)  # notes that were taken back, some of them for a while
    _sheets: dict[object, Sheet] = field(default_factory=dict)  # pages with something on them
    _pages: Pages | None = None
    _thrown_now: int = 0

    def __post_init__(self) -> None:
        self.notes = {note.id for note in self.table.session.all(Note)}
        self.table.session.listen(self._hear)

    def _hear(self, change: Change) -> None:
        for each in change.diff:
            if each.table == "note" and each.before is None:
                self.notes.add(NoteId(each.id))
                if each.id not in self._taken:  # or it has only come back
                    self.new.append(NoteId(each.id))
                    self.written += 1
            elif each.table == "note" and each.after is None:
                if change.label != Label.ADD_NOTE:  # taken back, an act keeps its name
                    raise Lost(f"{change.label} took a note away")
                self.notes.discard(NoteId(each.id))
                self._taken.add(each.id)
                self.taken_back += 1

    def before_event(self) -> None:
        """Remember which pages are open, and what is on them."""
        page = self.table.people.page
        self.new.clear()
        self._thrown_now = 0
        pages = page.pages if isinstance(page, BoardPage) else None
        if pages is not None and pages is not self._pages:
            pages.thrown.connect(self._throw)
        self._pages = pages
        open_ = pages.open if pages is not None else ()
        sheets = {each: each.sheet() for each in open_ if each.opening.note is None}
        self._sheets = {each: sheet for each, sheet in sheets.items() if not sheet.is_empty}

    def _throw(self) -> None:
        self.thrown += 1
        self._thrown_now += 1

    def after_event(self) -> None:
        """Whether people are on their side, and each page that has gone was kept once."""
        if self.table.people.side is not Side.PEOPLE or self.table.stage.front is not Side.PEOPLE:
            raise Escaped(f"by way of {self.table.stage.people.page}")
        if not self._sheets and not self.new:
            return
        page = self.table.people.page
        open_ = page.pages.open if isinstance(page, BoardPage) and page.pages is self._pages else ()
        gone = [sheet for each, sheet in self._sheets.items() if each not in open_]
        texts = [_bare(note.text) for note in self.table.session.all(Note) if note.id in self.new]
        if len(self.new) > len(gone):
            raise Lost(f"{len(gone)} pages became {len(self.new)} notes: {texts}")
        for sheet in gone:
            self._expect_kept(sheet, texts)

    def _expect_kept(self, sheet: Sheet, texts: list[str]) -> None:
        """What was on a page is a new note, thrown away so that it can come back, or still a draft."""
        words = _bare(sheet.words)
        found = next((text for text in texts if text == words or not words), None)
        if found is not None:
            texts.remove(found)
        elif self._thrown_now:
            self._thrown_now -= 1
        elif words not in map(_bare, self._drafts()):
            raise Lost(f"“{sheet.words}” was on a page and is nowhere")

    def _drafts(self) -> Iterable[str]:
        return (draft.words for draft in self.table.session.board.drafts())

    def compare(self) -> None:
        """Whether the records are those of the book, and the board shows them, each once in each place."""
        there = [note.id for note in self.table.session.all(Note)]
        if len(there) != len(set(there)) or set(there) != self.notes:
            raise Lost(f"{len(there)} notes instead of {len(self.notes)}")
        page = self.table.people.page
        if not isinstance(page, BoardPage):
            return
        shown, fresh = page.view.model, BoardModel(is_tall)
        fresh.fill_from(self.table.stage.room)
        if (shown.faces, shown.groups, set(shown.loose)) != (fresh.faces, fresh.groups, set(fresh.loose)):
            raise Lost("the board shows other notes than are kept")
        sights = [(lying.note, lying.group) for lying in shown.notes_in(EVERYWHERE)]
        if len(sights) != len(set(sights)):
            raise Lost("a note lies on the board twice")


def _bare(words: str) -> str:
    """Words without what tidying changes."""
    return "".join(unicodedata.normalize("NFC", words).split())
