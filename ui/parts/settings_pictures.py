"""The pictures on the board, as the facilitator brings them, says what they show, and takes them off."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import SEMIBOLD
from ui.parts.kinds import kind_name
from ui.parts.on_note import images_on
from ui.parts.pictures import choose_pictures
from ui.parts.waiting import was_in_sight
from ui.widgets.boxes import Part, within
from ui.widgets.button import PLAIN, SMALL
from ui.widgets.card import Ground
from ui.widgets.large_note import LargeNote
from workshop.domain.ids import NoteId, PictureId
from workshop.domain.kinds import NoteState
from workshop.domain.persons import Picture
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.screens.board_settings import BoardSettingsPage

IMAGE = 120  # design pixels


def pictures_part(page: "BoardSettingsPage") -> QWidget:
    """How pictures come in, and each that is there with its words."""
    words = page.words
    about = page.text(words("Show things and places. A picture of a person needs their yes."), 22)
    add = page.button(
        words("Add pictures"), "plus", partial(choose_pictures, page, page.bring_pictures), PLAIN
    )
    drop = page.text(words("Or drop files here."), 22)
    first = page.row(add, drop, gap=20)
    first.setStretch(1, 1)
    notes = {note.id: note for note in page.room.all(Note) if note.state is NoteState.SHOWN}
    rows: list[Part] = [
        _picture(page, picture, notes[picture.note])
        for picture in page.room.all(Picture)
        if picture.note in notes and was_in_sight(notes[picture.note])
    ]
    rows = rows or [page.text(words("There are no pictures yet."), 24)]
    return within(QWidget(), page.column(about, first, *rows, 1, gap=16))


def _picture(page: "BoardSettingsPage", picture: Picture, note: Note) -> QWidget:
    """One picture: what is to be seen, its words, and the way off the note."""
    words = page.words
    images = images_on(page.room, note.id, page.look, page.look.px(IMAGE))
    shown = LargeNote(page.look, words, note, 20, kind_name(page.room.workshop, note.kind, words), images)
    shown.setFixedWidth(page.look.px(2 * IMAGE + 120))
    said = page.field(f"picture:{note.id}", words("What note {n} says", n=note.number), note.text)
    if page.taking_off == picture.id:
        asked = page.text(words("It goes for good. The words stay."), 22, SEMIBOLD)
        yes = page.button(words("Yes, take it off"), "check", partial(_take_off, page, picture.id), SMALL)
        no = page.button(words("Keep it"), "arrow-left", partial(_ask, page, None), SMALL)
        beside = page.column(said, asked, page.row(yes, no, 1), 1, gap=10)
    else:
        off = page.button(words("Take the picture off"), "x", partial(_ask, page, picture.id), SMALL)
        off.setAccessibleName(f"{off.text()}: {note.text}")
        beside = page.column(said, page.row(off, 1), 1, gap=10)
    line = page.row(shown, beside, gap=24, margins=(0, 8, 0, 12))
    line.setStretch(1, 1)
    row = within(Ground(page.look, "paper", "bottom"), line)
    row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return row


def say_what(page: "BoardSettingsPage", note: NoteId, text: str) -> bool:
    """Write what a picture shows: it is read aloud, printed and found by these words."""
    return bool(text.strip()) and page.did(page.room.session.board.edit_note, note, text)


def _ask(page: "BoardSettingsPage", picture: PictureId | None) -> None:
    page.taking_off = picture
    page.rebuild()


def _take_off(page: "BoardSettingsPage", picture: PictureId) -> None:
    page.taking_off = None
    if not page.did(page.room.session.board.remove_picture, picture):
        page.rebuild()
