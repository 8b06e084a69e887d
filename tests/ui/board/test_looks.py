"""What people see: colours, symbols, backs, the calm look and black and white, near and far."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board, colour_at, part_of, picture_of
from ui.board.layout import Rect
from ui.look import NOTES, Look, ScreenSize, TextSize
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind, NoteSource

KINDS = [kind for kind in NoteKind if kind is not NoteKind.BEFORE]


def on_screen(board: Board, note: NoteId) -> Rect:
    rect = board.view.model.rect_of(note)
    assert rect is not None
    return board.view.camera.rect_to_screen(rect)


def colours_in(image: QImage) -> set[str]:
    return {colour_at(image, x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_colour_and_its_symbol(board: Board, kind: NoteKind) -> None:
    note = board.add("Words", 600, 300, kind)
    image = part_of(board.picture(), on_screen(board, note))
    assert colour_at(image, 200, 100) == NOTES[kind].fill.lower()
    assert NOTES[kind].symbol_colour.lower() in colours_in(image.copy(8, 8, 30, 30))


def test_what_was_written_before_today_has_a_double_line(board: Board) -> None:
    board.session.board.add_note("Brought in", x=600, y=300, source=NoteSource.PREPARED)
    image = board.picture()
    dark = [QColor(image.pixel(x, 380)).lightness() < 180 for x in range(600, 612)]
    assert dark.count(True) >= 2 and dark != sorted(dark, reverse=True)


def test_in_the_calm_look_notes_are_white_with_a_band_where_reading_starts(board: Board) -> None:
    left, right = board.add("Words", 600, 300), board.add("گھر جانے", 900, 300, lang="ur")
    board.view.look_at(Look(calm=True))
    image = board.picture()
    band = "#b5952f"
    for note, band_x, other_x in ((left, 4, 208), (right, 208, 4)):
        place = on_screen(board, note)
        assert colour_at(image, place.x + band_x, place.y + 60) == band
        assert colour_at(image, place.x + other_x, place.y + 60) == "#ffffff"


def test_black_and_white_is_black_and_white(board: Board) -> None:
    board.group("Bus", "Stop")
    for n, kind in enumerate(KINDS):
        board.add("Words", 100 + n * 230, 600, kind)
    board.view.look_at(Look(contrast=True))
    for colour in map(QColor, colours_in(part_of(board.picture(), Rect(0, 0, 1000, 760)))):
        assert (
            max(colour.red(), colour.green(), colour.blue())
            - min(colour.red(), colour.green(), colour.blue())
            <= 2
        )


def test_the_symbol_of_a_right_to_left_note_is_at_the_right(board: Board) -> None:
    note = board.add("گھر جانے سے پہلے", 600, 300, NoteKind.IDEA, "ur")
    image = part_of(board.picture(), on_screen(board, note))
    mark = NOTES[NoteKind.IDEA].symbol_colour.lower()
    assert mark in colours_in(image.copy(175, 5, 35, 35))
    assert mark not in colours_in(image.copy(2, 5, 35, 35))


def test_all_hidden_notes_look_alike(board: Board) -> None:
    board.session.board.hide_writing()
    one = board.add("A short secret", 200, 300, NoteKind.FELT)
    two = board.add("گھر " * 60, 600, 300, NoteKind.QUESTION, "ur")
    image = board.picture()
    assert part_of(image, on_screen(board, one)) == part_of(image, on_screen(board, two))
    assert on_screen(board, two).h == 110
    before = image
    board.session.board.edit_note(one, "Something quite different and much longer than it was before")
    assert board.picture() == before  # not even a change of words shows


def test_a_hidden_note_can_be_moved_and_is_never_picked(board: Board) -> None:
    board.session.board.hide_writing()
    note = board.add("Secret", 200, 300)
    board.tap(board.middle(note))
    assert board.view.shown.picked.note is None
    at = board.middle(note)
    board.drag(at, at + (board.middle(note) - at) + at * 0.5)
    assert board.note(note).x != 200


def test_turning_over_shows_all_at_once(board: Board) -> None:
    board.session.board.hide_writing()
    notes = [board.add(f"Secret {n}", 200 + 300 * n, 300) for n in range(4)]
    hidden = board.picture()
    board.session.board.reveal()
    shown = board.picture()
    for note in notes:
        place = on_screen(board, note)
        assert part_of(hidden, place) != part_of(shown, place)


def test_an_empty_board_says_what_to_do(board: Board) -> None:
    assert len(colours_in(part_of(board.picture(), Rect(600, 380, 720, 110)))) > 5
    board.add("First", 900, 380)
    image = part_of(board.picture(), Rect(300, 380, 500, 110))
    assert colours_in(image) == {Look().colours.cloth.lower()}


def test_from_far_away_notes_are_pieces_of_colour(board: Board) -> None:
    notes = [board.add(f"Note {n}", 20 + n % 60 * 224, 20 + n // 60 * 122, NoteKind.IDEA) for n in range(300)]
    board.view.fit()
    assert board.view.camera.scale < 0.35
    image = board.picture()
    place = on_screen(board, notes[130])
    assert colour_at(image, *place.middle) == NOTES[NoteKind.IDEA].fill.lower()
    assert board.view.grab().toImage().size() == image.size()


def test_from_far_away_a_change_is_seen_too(board: Board) -> None:
    notes = [board.add(f"Note {n}", 20 + n % 60 * 224, 20 + n // 60 * 122) for n in range(200)]
    board.view.fit()
    before = board.picture()
    place = on_screen(board, notes[70])
    board.session.board.recolour_note(notes[70], NoteKind.QUESTION)
    after = board.picture()
    assert colour_at(after, *place.middle) == NOTES[NoteKind.QUESTION].fill.lower()
    board.session.undo()
    assert board.picture() == before


def test_during_a_zoom_nothing_is_set_anew_and_afterwards_all_is(board: Board, qtbot: QtBot) -> None:
    for n in range(40):
        board.add(f"Note {n} of many words", 20 + n % 8 * 224, 20 + n // 8 * 122)
    board.picture()
    made = board.view.scene.notes.bytes
    board.view.bigger()
    board.view.repaint()
    assert board.view.scene.notes.bytes == made
    assert board.view.scene.unfinished
    qtbot.waitUntil(lambda: not board.view.scene.unfinished and board.view.shown.making_ms > 1000)
    assert board.view.grab().toImage() == board.picture().convertToFormat(
        board.view.grab().toImage().format()
    )


def test_larger_text_makes_larger_notes(board: Board) -> None:
    board.view.look_at(Look(text_size=TextSize.LARGEST))
    note = board.add("Words", 20, 20)
    assert on_screen(board, note).w > 1.7 * 212
    board.view.look_at(Look(screen=ScreenSize(1366, 768, 0.253)))
    assert on_screen(board, note).w > 1.4 * 212


def test_a_view_that_comes_later_looks_the_same(board: Board, qtbot: QtBot) -> None:
    board.group("Bus", "Stop", "Shelter")
    board.session.board.add_note("From paper", source=NoteSource.PAPER)
    board.add("Loose", 900, 500)
    second = board.look_in()
    qtbot.addWidget(second)
    assert picture_of(second) == board.picture()
