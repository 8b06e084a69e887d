"""Pictures are kept up to so many bytes, and never shown for something else."""

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from ui.board.cache import Pictures, SizedPictures, bytes_of, note_pictures
from ui.board.faces import Face
from ui.board.painting import Style
from ui.look import STANDARD, load_fonts
from workshop.domain.kinds import NoteKind


def picture(side: int) -> QPixmap:
    return QPixmap(side, side)


def test_the_longest_unused_pictures_go_first(qtbot: QtBot) -> None:
    kept: Pictures[str] = Pictures(3 * bytes_of(picture(10)))
    for key in "abc":
        kept.put(key, picture(10))
    kept.get("a")
    kept.put("d", picture(10))
    assert [kept.get(key) is not None for key in "abcd"] == [True, False, True, True]
    assert (len(kept), kept.bytes) == (3, 3 * bytes_of(picture(10)))
    kept.put("a", picture(5))
    assert kept.bytes == 2 * bytes_of(picture(10)) + bytes_of(picture(5))
    kept.clear()
    assert (len(kept), kept.bytes) == (0, 0)


def test_one_picture_larger_than_all_room_is_still_shown(qtbot: QtBot) -> None:
    kept: Pictures[str] = Pictures(10)
    kept.put("a", picture(10))
    assert kept.get("a") is not None


def test_a_picture_of_another_size_stays_until_the_right_one_is_made(qtbot: QtBot) -> None:
    sizes: list[float] = []

    def paint(key: str, scale: float, dpr: float) -> QPixmap:
        sizes.append(scale)
        return picture(round(10 * scale))

    kept = SizedPictures(paint, 10_000)
    kept.make("a", 1.0, 1.0)
    assert kept.get("a", 2.0, 1.0) is None
    found = kept.any_size("a")
    assert found is not None and found[1] == 1.0
    kept.make("a", 2.0, 1.0)
    assert (kept.get("a", 1.0, 1.0), sizes) == (None, [1.0, 2.0])
    assert kept.bytes == bytes_of(picture(20))
    assert kept.any_size("b") is None


def test_notes_on_a_sharper_screen_have_sharper_pictures(qtbot: QtBot) -> None:
    load_fonts()
    notes = note_pictures(Style(), STANDARD)
    face = Face("Words", NoteKind.IDEA)
    plain, sharp = notes.make(face, 1.0, 1.0), notes.make(face, 1.0, 1.5)
    assert sharp.width() == 1.5 * plain.width()
    assert sharp.devicePixelRatio() == 1.5
