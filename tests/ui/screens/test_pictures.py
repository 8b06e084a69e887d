"""Pictures on notes: chosen from files or dropped, said in words, seen wherever the note is read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.board_given import rows, with_list
from tests.ui.screens.test_desk import begun
from ui.look import Side, TextSize
from ui.page import Page
from workshop.domain.persons import Picture
from workshop.domain.records import Note

RED = QColor("#ff0000")


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """A picture file: red all over."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(RED)
    path = tmp_path / "garden.png"
    assert image.save(str(path))
    return path


def drop(page: Page, *paths: Path) -> bool:
    """Drag files onto a page and let go; whether the page would take them."""
    mime, copy = QMimeData(), Qt.DropAction.CopyAction
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    comes = QDragEnterEvent(QPoint(40, 40), copy, mime, *held)
    comes.setAccepted(False)
    QApplication.sendEvent(page, comes)
    if comes.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(40, 40), copy, mime, *held))
        settle()
    return comes.isAccepted()


def choose(page: Page, *paths: Path) -> None:
    """Choose these files in the chooser that is open."""
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.isVisible()
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.close()
    page.window().activateWindow()
    settle()


def red_in(widget: QWidget) -> int:
    """How many red pixels it shows."""
    image = widget.grab().toImage()
    across, down = range(0, image.width(), 4), range(0, image.height(), 4)
    return sum(image.pixelColor(x, y) == RED for x in across for y in down)


def test_files_become_notes_and_are_said_in_words(two_screens: Table, garden: Path) -> None:
    begun(two_screens, "welcome")
    page = two_screens.show_desk("board_settings", part="pictures")
    touch(page, "Add pictures")
    choose(page, garden)
    (note,) = two_screens.session.all(Note)
    assert [p.note for p in two_screens.session.all(Picture)] == [note.id]
    assert "The picture is on the board." in words_on(two_screens.desk)
    line = find(page, f"What note {note.number} says")
    assert isinstance(line, QLineEdit) and line.text() == "A picture"
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "The garden behind ward 4")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    settle()
    assert two_screens.session.all(Note)[0].text == "The garden behind ward 4"


def test_what_is_no_picture_is_not_taken(two_screens: Table, tmp_path: Path, garden: Path) -> None:
    begun(two_screens, "welcome")
    page = two_screens.show_desk("board_settings", part="pictures")
    letter, broken = tmp_path / "letter.txt", tmp_path / "broken.png"
    letter.write_text("no picture")
    broken.write_text("no picture")
    assert not drop(page, letter)
    assert drop(page, broken) and two_screens.session.all(Note) == ()
    assert two_screens.desk.message is not None
    assert drop(page, garden) and len(two_screens.session.all(Picture)) == 1


def test_a_picture_is_put_on_the_note_that_was_touched_at_the_desk(two_screens: Table, garden: Path) -> None:
    note = two_screens.session.board.add_note("The garden").note
    begun(two_screens, "writing")
    page = two_screens.show_desk("desk")
    page.choose(note)  # type: ignore[attr-defined]
    touch(page, "Add a picture")
    choose(page, garden)
    assert [p.note for p in two_screens.session.all(Picture)] == [note]
    assert "Add a picture" not in names(page)
    assert len([label for label in page.findChildren(QLabel) if not label.pixmap().isNull()]) == 1
    page.choose(None)  # type: ignore[attr-defined]
    assert drop(page, garden) and len(two_screens.session.all(Note)) == 2


def test_it_is_taken_off_for_good_after_a_question(table: Table, garden: Path) -> None:
    begun(table, "welcome")
    note = table.session.board.add_note("The garden").note
    table.session.board.add_picture(garden, note)
    page = table.show_desk("board_settings", part="pictures")
    touch(page, "Take the picture off: The garden")
    touch(page, "Keep it")
    assert len(table.session.all(Picture)) == 1
    QTest.qWait(160)  # sooner a second touch is only a trembling finger
    touch(page, "Take the picture off: The garden")
    touch(page, "Yes, take it off")
    assert table.session.all(Picture) == () and len(table.session.all(Note)) == 1


def test_it_is_seen_on_the_board_in_the_list_in_the_group_and_at_the_desk(
    two_screens: Table, garden: Path
) -> None:
    board = two_screens.session.board
    begun(two_screens, "writing")
    note = board.add_note("The garden").note
    group = board.make_group("Outside", [note]).group
    board.add_picture(garden, note)
    page = with_list(two_screens)
    assert "What matters. The garden. A picture" in rows(page)
    page.view.pictures.load_all()
    assert red_in(page.view) > 100
    assert red_in(two_screens.show_people("read_group", group=group)) > 100
    two_screens.show_people("board")
    preview = two_screens.show_desk("desk").preview  # type: ignore[attr-defined]
    red_in(preview)  # the first look asks for it
    preview.pictures.load_all()
    assert red_in(preview) > 5


def test_a_hidden_picture_is_nowhere(two_screens: Table, garden: Path) -> None:
    board = two_screens.session.board
    begun(two_screens, "writing")
    board.hide_writing()
    board.add_picture(garden)
    page = two_screens.show_desk("board_settings", part="pictures")
    assert "There are no pictures yet." in words_on(page)


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGEST])
def test_the_part_holds_on_a_small_laptop(table: Table, garden: Path, size: TextSize) -> None:
    begun(table, "welcome")
    table.session.board.add_picture(garden)
    table.desk.mm_per_px = 0.253
    table.desk.resize(1366, 768)
    table.stage.taste(Side.FACILITATOR, text_size=size)
    page = table.show_desk("board_settings", part="pictures")
    touch(page, "Take the picture off: A picture")
    assert wrong_with(page) == []
