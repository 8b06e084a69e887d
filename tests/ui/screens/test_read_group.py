"""Reading one group back to the room."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QImage

from tests.ui.checks import wrong_with
from tests.ui.given import Table, names, settle, touch, words_on
from ui.board.faces import script_of
from ui.look import Side, TextSize
from ui.page import Page
from ui.widgets.large_note import LargeNote
from ui.widgets.text import Text
from workshop.domain.records import Group

FROM_THE_CHAIRS_MM = 13.0  # capitals of this height can be read from 3 metres
SCREENS = {
    "laptop": ((1366, 768), 0.253),
    "32 inches": ((1920, 1080), 0.369),
    "43 inches": ((3840, 2160), 0.248),
}


def letters_mm(page: Page) -> list[float]:
    """How high the letters of each note of the page are, as its font says it, in millimetres."""
    texts = [text for note in page.findChildren(LargeNote) for text in note.findChildren(Text)]
    return [_letter(text) * page.look.screen.mm_per_px for text in texts]


def _letter(text: Text) -> float:
    """The height of a capital, or of a plain letter where a script has no capitals, in pixels."""
    plain = {"bn": "ক", "gu": "ક", "pa": "ਕ", "ar": "ا", "ur": "ا"}
    metrics, letter = QFontMetricsF(text.font()), plain.get(script_of(text.text(), ""))
    return metrics.tightBoundingRect(letter).height() if letter else metrics.capHeight()


def painted_mm(page: Page, note: LargeNote) -> float:
    """The height of what is painted of the words of a note of one line, in millimetres."""
    (text,) = note.findChildren(Text)
    image = text.grab(QRect(0, 0, text.width(), text.height())).toImage()
    dark = [y for y in range(image.height()) if _has_ink(image, y)]
    return (dark[-1] - dark[0] + 1) * page.look.screen.mm_per_px


def _has_ink(image: QImage, y: int) -> bool:
    return any(image.pixelColor(x, y).lightness() < 170 for x in range(image.width()))


def test_the_notes_come_page_by_page_and_the_group_is_checked(table: Table) -> None:
    board = table.session.board
    notes = [board.add_note(f"Note number {n}").note for n in range(1, 9)]
    group = board.make_group("Medicines", notes).group
    board.make_group("Getting home", [board.add_note("Parking").note])
    page = table.show_people("read_group", group=group)
    assert "Notes 1 to 6 of 8" in words_on(page)
    touch(page, "More notes")
    assert "Notes 7 to 8 of 8" in words_on(page)
    assert "What matters. Note number 8" in names(page)
    touch(page, "Checked by the group")
    assert table.session.all(Group)[0].checked
    touch(page, "Next group")
    assert table.people.page is not None
    assert "Getting home" in words_on(table.people.page)


def test_a_note_that_was_put_away_is_not_read(table: Table) -> None:
    board = table.session.board
    kept, hidden = board.add_note("Read me").note, board.add_note("Not me").note
    group = board.make_group("Medicines", [kept, hidden]).group
    board.withhold_note(hidden, "holds a name")
    page = table.show_people("read_group", group=group)
    assert "Not me" not in words_on(page) and "Read me" in words_on(page)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", [TextSize.SMALL, TextSize.LARGEST])
def test_it_can_be_read_from_the_chairs(written: Table, screen: str, size: TextSize) -> None:
    (wide, high), written.people.mm_per_px = SCREENS[screen]
    written.people.resize(wide, high)
    written.stage.taste(Side.PEOPLE, text_size=size)
    for group in written.session.all(Group):
        page = written.show_people("read_group", group=group.id)
        assert wrong_with(page) == []
        assert all(mm >= FROM_THE_CHAIRS_MM for mm in letters_mm(page))


def test_what_is_painted_is_as_high_as_it_is_said_to_be(table: Table) -> None:
    group = table.session.board.make_group("Letters", [table.session.board.add_note("HEIL").note]).group
    page = table.show_people("read_group", group=group)
    (note,) = page.findChildren(LargeNote)
    assert painted_mm(page, note) >= FROM_THE_CHAIRS_MM
    (text,) = note.findChildren(Text)
    text.setFont(page.look.font(26))  # smaller letters are found out
    settle()
    assert painted_mm(page, note) < FROM_THE_CHAIRS_MM
    assert letters_mm(page)[0] < FROM_THE_CHAIRS_MM
