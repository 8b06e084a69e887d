"""The painted buttons: there when they are needed, large enough for a finger, and in view."""

from itertools import combinations

import pytest

from tests.ui.board.given import Board
from ui.board.layout import Rect
from ui.board.overlays import Button, Does, Picked
from ui.look import SEMIBOLD, Look, ScreenSize, TextSize
from ui.widgets.paint import width_of
from ui.words import LANGUAGES, words_in
from workshop.domain.kinds import GroupKind

LOOKS = [
    Look(),
    Look(contrast=True, text_size=TextSize.LARGEST),
    Look(screen=ScreenSize(1366, 768, 0.253)),
    Look(screen=ScreenSize(3840, 2160, 0.1845)),
]


def buttons(board: Board) -> list[Button]:
    return board.view.scene.overlays.buttons(board.view.camera, board.view.shown.picked)


def test_nothing_is_painted_on_a_board_that_is_named_and_in_view(board: Board) -> None:
    board.group("Bus", "Stop")
    assert buttons(board) == []


@pytest.mark.parametrize("look", LOOKS)
def test_every_button_is_large_enough_for_a_finger_and_apart_from_the_next(board: Board, look: Look) -> None:
    board.group("", "Stop")
    board.group("Garden", "Bench")
    board.session.board.make_group("", [], GroupKind.LATER)
    note = board.add("Loose", 600, 500)
    board.view.look_at(look)
    board.view.pick(note)
    smallest = 12.7 / look.screen.mm_per_px - 1
    found = buttons(board)
    assert {b.does for b in found} >= {Does.NAME, Does.PUT, Does.MOVE, Does.HEAR, Does.CHANGE}
    for button in found:
        assert button.rect.h >= smallest and button.rect.w >= smallest
    for one, two in combinations([b for b in found if b.does in (Does.PUT, Does.NAME)], 2):
        assert not one.rect.meets(two.rect)
    acts = [b for b in found if b.does in (Does.MOVE, Does.HEAR, Does.CHANGE)]
    for one, two in zip(acts, acts[1:], strict=False):
        assert two.rect.x - one.rect.right >= 2.54 / look.screen.mm_per_px - 1


@pytest.mark.parametrize("x", [20, 900, 1690])
@pytest.mark.parametrize("y", [10, 400, 750])
def test_the_acts_of_a_note_are_in_view_and_beside_it(board: Board, x: float, y: float) -> None:
    note = board.add("Note", x, y)
    board.view.pick(note)
    glass = Rect(0, 0, board.view.width(), board.view.height())
    rect = board.view.model.rect_of(note)
    assert rect is not None
    for button in buttons(board):
        if button.does in (Does.MOVE, Does.HEAR, Does.CHANGE):
            assert glass.covers(button.rect)
            assert not button.rect.meets(rect)


def test_while_a_note_is_moved_only_the_places_are_offered(board: Board) -> None:
    group, note = board.group("Bus"), board.add("Note", 900, 500)
    board.view.choose(Picked(note))
    board.view.start_moving()
    assert [(b.does, b.on) for b in buttons(board)] == [(Does.PUT, group)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ways_on_have_room_for_their_words(board: Board, language: str) -> None:
    board.add("Here", 20, 20)
    board.add("Far away", 9000, 9000)
    words = words_in(language)
    board.view.look_at(LOOKS[1], words)
    ways = [b for b in buttons(board) if b.does in (Does.RIGHT, Does.DOWN)]
    assert [b.says for b in ways] == [words("More")] * 2
    assert all(b.rect.w > width_of(LOOKS[1].font(20, SEMIBOLD), b.says) for b in ways)


def test_where_a_note_can_be_put_is_in_view_though_the_area_is_cut_off(board: Board) -> None:
    for kind in (GroupKind.LATER, GroupKind.UNKNOWN):
        board.session.board.make_group("", [], kind)
    board.view.resize(1920, 700)
    board.view.pick(board.add("Note", 600, 300))
    puts = [b for b in buttons(board) if b.does is Does.PUT]
    assert len(puts) == 2 and all(b.rect.bottom <= 700 for b in puts)


def test_the_name_of_a_group_can_be_asked_for_without_covering_its_notes(board: Board) -> None:
    group = board.group("", "Stop")
    (name,) = (b for b in buttons(board) if b.does is Does.NAME)
    first = board.view.camera.rect_to_screen(board.view.model.groups[group].shown[board.inside(group)[0]])
    assert name.rect.bottom <= first.y


def test_a_name_is_asked_for_only_where_a_finger_has_room_beside_what_takes_a_note(board: Board) -> None:
    board.group("", "One")
    note, view = board.add("Picked", 900, 500), board.view
    view.look_at(Look(screen=ScreenSize(1366, 768, 0.25), text_size=TextSize.LARGEST), words_in("pl"))
    while view.camera.scale > 0.3:
        view.pick(note)
        buttons = view.scene.overlays.buttons(view.camera, view.shown.picked)
        names = [button.rect.w for button in buttons if button.does is Does.NAME]
        assert all(wide >= view.look.target(44) for wide in names)
        view.smaller()


def test_the_acts_of_a_note_cover_no_place_where_it_could_be_put(board: Board) -> None:
    for n in range(6):
        board.group(f"Group {n}", "Note")
    note = board.add("Note", 1500, 300)
    board.view.pick(note)
    strip = board.view.scene.overlays.strip(board.view.camera, board.view.shown.picked)
    puts = [b.rect for b in buttons(board) if b.does is Does.PUT]
    assert strip is not None and len(puts) == 6
    assert not any(strip.rect.meets(put) for put in puts)
    rect = board.view.model.rect_of(note)
    assert rect is not None and strip.rect.bottom <= rect.y  # below it, it would cover one
