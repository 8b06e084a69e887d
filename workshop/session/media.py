"""Drawings and pictures on notes, and words that are still being written."""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from workshop.domain import board, ink
from workshop.domain.consent import may_show
from workshop.domain.drafts import Draft
from workshop.domain.ids import DrawingId, NoteId, PictureId
from workshop.domain.kinds import Item, NoteKind, NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing, Note
from workshop.domain.words import check_language, tidy
from workshop.errors import ExchangeError, RuleBroken
from workshop.session import own_words
from workshop.session.actions import action
from workshop.session.board_part import BoardPart
from workshop.storage import drafts, pictures

if TYPE_CHECKING:
    from workshop.exchange.images import ReadPicture

MADE_SMALLER = "We made it smaller. The first copy is kept."
LONGEST_PAGE = 80  # letters of the name of a writing page
LONGEST_DRAFT = 20_000  # letters; more than a note takes, so that nobody loses what they paste
Strokes = Sequence[Sequence[Sequence[float]]]


@dataclass(frozen=True)
class PictureAdded:
    """A new picture and the note it is on; `said` is what people should know about it, or ""."""

    picture: PictureId
    note: NoteId
    said: str = ""


class Media(BoardPart):
    """What is on a note besides its words, and what becomes a note later."""

    # Drawings

    @action
    def draw(self, note: NoteId, strokes: list[list[list[float]]]) -> None:
        """Draw on a note: all strokes on it, as lists of [x, y, pressure]; none takes the drawing away."""
        self._context.need_open_day()
        self._not_put_away(note)
        drawn = self._drawing(note, strokes)
        there = self.drawing_of(note)
        gone = [there] if there and not drawn else []
        self._context.store.apply(Label.DRAW, drawn, gone)

    def drawing_of(self, note: NoteId) -> Drawing | None:
        """What is drawn on a note, None for nothing."""
        return self._context.store.get(Drawing, note)

    def _drawing(self, note: NoteId, strokes: Strokes | None) -> list[Drawing]:
        """The records to put for what was drawn on a note.

        A drawing goes by its note's id: so there is one at most, whatever is taken back and done again.
        """
        packed = ink.pack(strokes or [])
        return [Drawing(DrawingId(note), note, packed)] if packed else []

    # Pictures

    @action
    def add_picture(
        self, path: Path, note: NoteId | None = None, x: float = 0.0, y: float = 0.0
    ) -> PictureAdded:
        """Put a picture from a file on a note, or on a new one at [x, y]; it can be taken off, not undone."""
        on = self._note_for_a_picture(note, x, y)
        read = _read_picture(path)
        picture = self._picture(on.id, read)
        files = pictures.Bytes(read.shown, read.brought)
        self._context.store.apply(
            Label.ADD_PICTURE,
            [on, picture],
            lasting=True,
            also=lambda _: pictures.put(self._context.store.database, picture.id, files),
        )
        return PictureAdded(picture.id, on.id, MADE_SMALLER if read.made_smaller else "")

    def _note_for_a_picture(self, note: NoteId | None, x: float, y: float) -> Note:
        workshop = self._context.need_open_day()
        if note is not None:
            return self._without_a_picture(note)
        hidden = board.lies_face_down(NoteSource.TYPED, workshop)
        store, chance = self._context.store, self._context.chance
        number = board.stand_in(chance) if hidden else store.next_number(Note)
        made = Note(NoteId(self._context.new_id()), number, board.A_PICTURE, x=x, y=y)
        return board.write_note(made, workshop)

    def _without_a_picture(self, note: NoteId) -> Note:
        if self.picture_of(note) is not None:
            raise RuleBroken(
                "There is a picture on this note already. Nothing was changed. "
                "Please take that one off first, or use another note."
            )
        return self._not_put_away(note)

    def _picture(self, note: NoteId, read: "ReadPicture") -> Picture:
        sha256 = hashlib.sha256(read.brought).hexdigest()
        return Picture(PictureId(self._context.new_id()), note, read.width, read.height, sha256)

    @action
    def remove_picture(self, picture: PictureId) -> None:
        """Take a picture off its note for good; the note and its words stay."""
        gone = self._context.store.need(Picture, picture)
        self._context.store.apply(
            Label.REMOVE_PICTURE,
            [],
            [gone],
            also=lambda _: pictures.drop(self._context.store.database, picture),
        )

    def picture_of(self, note: NoteId) -> Picture | None:
        """The picture on a note, None for none."""
        return next(iter(self._context.store.where(Picture, "note", note)), None)

    def picture_file(self, picture: PictureId) -> bytes:
        """The picture to show, as a PNG or JPEG file.

        RuleBroken while its note is not in sight, and where somebody on it did not say yes to photos.
        """
        found = self._context.store.need(Picture, picture)
        if found.people and not self._may_be_seen(found):
            raise RuleBroken("Somebody on this picture did not say yes to photos. It is not shown.")
        return self.picture_to_look_at(picture)

    def _may_be_seen(self, picture: Picture) -> bool:
        """Whether all who are on a picture said yes to photos."""
        consents, today = own_words.consents_in(self._context), self._context.today()
        return all(may_show(consents, person, Item.PHOTO_REPORT, today) for person in picture.people)

    def picture_to_look_at(self, picture: PictureId) -> bytes:
        """The picture for who says who can be seen on it; RuleBroken while its note is not in sight."""
        store = self._context.store
        board.words_in_sight(self._note(store.need(Picture, picture).note))
        files = pictures.read(store.database, picture)
        if files is None:
            raise RuleBroken(
                "This picture is missing. The note and its words are safe. Please bring the picture again."
            )
        return files.shown

    # Words that are still being written

    @action
    def keep_draft(
        self,
        page: str,
        words: str,
        kind: NoteKind = NoteKind.MATTERS,
        x: float = 0.0,
        y: float = 0.0,
        note: NoteId | None = None,
        helper: bool = False,
        language: str = "",
        strokes: list[list[list[float]]] | None = None,
    ) -> None:
        """Keep what stands on a writing page now, in case the power goes; an empty page is forgotten."""
        workshop = self._context.need_open_day()
        language = check_language(language) if language else ""
        if note is not None:
            self._note(note)
        words, packed = _as_typed(words), ink.pack(strokes or [])
        # In quiet writing nothing may tell who sat where (I20).
        place = (0.0, 0.0) if workshop.writing_hidden else _place(x, y)
        draft = Draft(_page(page), words, kind, *place, note, helper, language, packed)
        if words or packed:
            drafts.keep(self._context.store.database, draft)
        else:
            drafts.forget(self._context.store.database, draft.page)

    @action
    def forget_draft(self, page: str) -> None:
        """Throw away what stands on a writing page."""
        drafts.forget(self._context.store.database, page)

    def drafts(self) -> tuple[Draft, ...]:
        """All that was being written when the workshop was open last, and is being written now."""
        return drafts.kept(self._context.store.database)

    def _ending_draft(self, page: str) -> Callable[[int], None] | None:
        """What ends the draft of this page, in the transaction of the act that makes a note of it."""
        if not page:
            return None
        return lambda _: drafts.forget(self._context.store.database, page)

    # What the methods above share

    def _not_put_away(self, note: NoteId) -> Note:
        found = self._note(note)
        if found.state is NoteState.WITHHELD:
            raise RuleBroken("This note was put away. Nothing was changed. Show it again first.")
        return found


def _images() -> ModuleType:
    """The reader of pictures, asked for with the first of them: it would make each start longer."""
    from workshop.exchange import images

    return images


def _read_picture(path: Path) -> "ReadPicture":
    """The picture in a file, of which not much more is read than a picture may have."""
    images = _images()
    try:
        if not path.is_file():  # a pipe or a folder would keep us waiting
            raise FileNotFoundError
        with path.open("rb") as file:
            data = file.read(images.LARGEST_FILE + 1)  # one more is enough to know that it is too large
    except OSError as error:
        raise ExchangeError(
            f"“{path.name}” cannot be read. Nothing was changed. Please check that the picture is there."
        ) from error
    read: ReadPicture = images.read_picture(data)
    return read


def _page(name: str) -> str:
    if not 0 < len(name) <= LONGEST_PAGE:
        raise RuleBroken("A writing page needs a short name. Nothing was changed.")
    return name


def _as_typed(words: str) -> str:
    """The words with all their spaces; only what cannot be kept goes, and "" when there is nothing."""
    if not tidy(words, LONGEST_DRAFT):
        return ""
    return words.encode(errors="ignore").decode()  # half a character cannot be kept


def _place(x: float, y: float) -> tuple[float, float]:
    if not (math.isfinite(x) and math.isfinite(y)):
        raise RuleBroken("That place is not on the board. Nothing was changed.")
    return x, y
