"""The sheet of parts shows the parts that screens use, truly in the states that it names."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.board.cache import note_pictures
from ui.board.faces import Face
from ui.board.painting import style_of
from ui.look import Look, load_fonts
from ui.playing.fingers import names, settle, touch, words_on
from ui.playing.parts import PartsSheet
from ui.playing.pictures import Album, parts
from ui.widgets.button import Button
from workshop.domain.kinds import NoteKind

LOOKS = [Look(), Look(calm=True), Look(contrast=True)]
LOOKS_BY_NAME = pytest.mark.parametrize("look", LOOKS, ids=["standard", "calm", "black-and-white"])
Shown = Callable[[Look], AbstractContextManager[PartsSheet]]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """The sheet in an active window, in a look."""

    @contextmanager
    def show(look: Look) -> Iterator[PartsSheet]:
        load_fonts()
        sheet = PartsSheet(look)
        sheet.show()
        sheet.activateWindow()
        settle()
        yield sheet
        sheet.close()
        sheet.deleteLater()
        settle()

    return show


def beyond(sheet: QWidget) -> list[str]:
    """What reaches over the edge of what holds it, or has less height than its words need."""
    found = []
    for part in sheet.findChildren(QWidget):
        within = part.parentWidget()
        needed = part.heightForWidth(part.width()) if isinstance(part, QLabel | Button) else 0
        if within is not None and not within.rect().contains(part.geometry()) or part.height() < needed:
            found.append(f"{type(part).__name__} {part.accessibleName()}")
    return found


def overlaps(parts_: list[QWidget], sheet: QWidget) -> bool:
    """Whether two of these parts lie over each other."""
    places = [QRect(part.mapTo(sheet, part.rect().topLeft()), part.size()) for part in parts_]
    return any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])


def every_part(sheet: PartsSheet) -> list[QWidget]:
    """All parts that the sheet is there to show."""
    shown: list[QWidget] = [*sheet.notes.values(), *sheet.buttons.values(), *sheet.seats, sheet.busy]
    return [*shown, *sheet.messages]


@LOOKS_BY_NAME
def test_all_parts_are_there_and_whole_in_every_look(shown: Shown, look: Look) -> None:
    with shown(look) as sheet:
        assert (sheet.width(), sheet.height()) == (1920, 1080)
        assert beyond(sheet) == []
        assert not overlaps(every_part(sheet), sheet)
        assert {"Done", "Find", "Vote", "Write a note", "Stop", "Try again", "Close"} <= names(sheet)


def test_a_part_that_is_cut_or_covered_is_noticed(shown: Shown) -> None:
    with shown(Look()) as sheet:
        sheet.busy.words.setFixedHeight(8)
        main = sheet.buttons["Main, 96 px"]
        main.move(sheet.width(), main.y())
        assert len(beyond(sheet)) == 2
        main.move(sheet.buttons["Pressed"].pos())
        assert overlaps(every_part(sheet), sheet)


@LOOKS_BY_NAME
def test_notes_are_what_the_board_paints(shown: Shown, look: Look) -> None:
    with shown(look) as sheet:
        assert list(sheet.notes) == list(NoteKind)
        board = note_pictures(style_of(look, "read"), look.colours)
        for kind, note in sheet.notes.items():
            painted = board.make(Face(note.accessibleName(), kind), 1.0, 1.0).toImage()
            assert note.pixmap().toImage() == painted, kind


def test_buttons_are_truly_in_the_state_that_stands_over_them(shown: Shown) -> None:
    with shown(Look()) as sheet:
        states = {
            state: (button.is_held, button.hasFocus(), bool(button.why_not))
            for state, button in sheet.buttons.items()
        }
        assert states == {
            "Main, 96 px": (False, False, False),
            "Normal, 64 px": (False, False, False),
            "Pressed": (True, False, False),
            "Keyboard focus": (False, True, False),
            "Not now": (False, False, True),
        }
        heights = [sheet.buttons[state].height() for state in ("Main, 96 px", "Normal, 64 px")]
        assert heights == [96, 64]


def test_a_button_in_each_state_looks_unlike_the_others(shown: Shown) -> None:
    with shown(Look()) as sheet:
        looks = {state: button.grab().toImage() for state, button in sheet.buttons.items()}
        normal = looks.pop("Normal, 64 px")
        assert all(other != normal for other in looks.values())
        sheet.buttons["Pressed"].setDown(False)
        assert sheet.buttons["Pressed"].grab().toImage() == normal  # so it was the state, and nothing else


def test_seats_busy_and_messages_show_what_they_say(shown: Shown) -> None:
    with shown(Look()) as sheet:
        assert [(seats.filled, seats.expected) for seats in sheet.seats] == [(0, 14), (9, 14)]
        assert (sheet.busy.words.text(), sheet.busy.bar.left) == ("Printing 6 of 14", 6 / 14)
        grounds = [message.fill for message in sheet.messages]
        assert grounds == ["leaf_tint", "harbour_tint", "amber_tint", "brick_tint"]
        assert "No notes yet" in words_on(sheet)


def test_a_message_on_the_sheet_can_be_put_away(shown: Shown) -> None:
    with shown(Look()) as sheet:
        touch(sheet.messages[3], "Try again")
        assert [message.isVisible() for message in sheet.messages] == [True, True, True, False]


def test_the_album_keeps_it_as_its_next_picture(qtbot: QtBot, tmp_path: Path) -> None:
    load_fonts()
    before = tmp_path / "01-resting.png"
    album = Album(tmp_path, [before])
    parts(album)
    assert album.pictures == [before, tmp_path / "02-parts-and-states.png"]
    picture = QImage(str(album.pictures[1]))
    assert (picture.width(), picture.height()) == (1920, 1080)
