"""Where writing pages lie, how large their parts are, and what they look like."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QPainter

from tests.ui.board.writing_room import (
    SMALL,
    Room,
    middle,
    press_key,
    touch_button,
    touch_keys,
)
from ui.board.writing import Page
from ui.board.writing_places import Turned, find_place, how_many
from ui.keys.editing import FULL
from ui.look import Look, ScreenSize, TextSize
from workshop.domain.kinds import NoteKind
from workshop.session.session import Session


def test_pages_lie_in_view_and_beside_each_other(room: Room) -> None:
    for x, y, quarters in ((0, 0, 0), (1919, 0, 2), (0, 867, 0), (960, 867, 0)):
        room.open(x, y, quarters=quarters)
    boxes = [page.box for page in room.pages.open]
    assert all(QRectF(0, 0, 1920, 868).contains(box) for box in boxes)
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))
    assert [(b.width(), b.height()) for b in boxes] == [(620, 420)] * 4


def test_a_fifth_person_is_asked_to_wait(room: Room) -> None:
    for x in (100, 700, 1300, 1900):
        room.open(x, 600)
    assert room.ask() == "Four people are writing. Please wait a moment."
    touch_button(room.pages.open[0], "done")
    assert room.ask() == ""


def test_two_people_always_fit(session: Session) -> None:
    room = Room(session, Look(screen=SMALL), (1366, 609))
    boxes = [room.open(100, 100).box, room.open(100, 100).box]
    assert not boxes[0].intersects(boxes[1])
    assert all(QRectF(0, 0, 1366, 609).contains(box) for box in boxes)
    assert room.ask() == "Two people are writing. Please wait a moment."


@pytest.mark.parametrize(
    ("screen", "board", "most"),
    [
        (ScreenSize(), (1920, 868), 4),
        (ScreenSize(1920, 1080, 0.496), (1920, 868), 4),
        (ScreenSize(3840, 2160, 0.248), (3840, 1736), 4),
        (SMALL, (1366, 609), 2),
    ],
)
def test_pages_have_parts_for_fingers_on_every_screen(
    session: Session, screen: ScreenSize, board: tuple[int, int], most: int
) -> None:
    room = Room(session, Look(screen=screen), board)
    parts = room.open().parts
    boxes = [*parts.boxes.values(), *parts.kinds.values(), *parts.more.values()]
    least = min(min(box.width(), box.height()) for box in boxes) * screen.mm_per_px
    assert least >= 12.7
    shown = [*parts.boxes.values(), *parts.kinds.values(), parts.field]
    assert not any(a.intersects(b) for a, b in itertools.combinations(shown, 2))
    assert how_many(QRectF(0, 0, *board), parts.width, parts.height) == most


@pytest.mark.parametrize("text_size", TextSize)
def test_larger_text_makes_larger_pages_that_still_fit_twice(session: Session, text_size: TextSize) -> None:
    room = Room(session, Look(text_size=text_size))
    boxes = [room.open(0, 0).box, room.open(1900, 0).box]
    assert not boxes[0].intersects(boxes[1])


def test_a_place_with_no_room_covers_as_little_as_it_can() -> None:
    view = QRectF(0, 0, 1000, 400)
    page = Turned(600, 400, 300, 200)
    found = find_place(page, [QRectF(0, 0, 500, 400)], view)
    assert found.box == QRectF(400, 0, 600, 400)


def test_a_smaller_board_moves_its_pages_into_view(room: Room) -> None:
    page = room.open(1900, 800)
    room.ground.resize(1200, 700)
    room.pages.fit()
    assert QRectF(0, 0, 1200, 700).contains(page.box)


def test_a_page_asks_to_be_painted_where_it_is_and_where_it_was(room: Room) -> None:
    page = room.open()
    before = page.rect().toAlignedRect()
    room.ground.asked.clear()
    touch_button(page, "turn")
    whole = room.ground.asked[-1] if len(room.ground.asked) == 1 else _around(room.ground.asked)
    assert whole.contains(before) and whole.contains(page.rect().toAlignedRect())
    room.ground.asked.clear()
    touch_keys(page, "Q")
    assert all(page.rect().toAlignedRect().contains(area) for area in room.ground.asked)


def _around(areas: list[QRect]) -> QRect:
    whole = areas[0]
    for area in areas[1:]:
        whole = whole.united(area)
    return whole


# Pictures


def painted(room: Room) -> QImage:
    """A picture of the board with its pages."""
    image = QImage(room.ground.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ECE8E0"))
    painter = QPainter(image)
    try:
        for page in room.pages.open:
            page.paint(painter)
    finally:
        painter.end()
    return image


def changed_outside(before: QImage, after: QImage, inside: QRect) -> int:
    """How many of some pixels outside a part differ between two pictures."""
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(0, before.width(), 3)
        for y in range(0, before.height(), 3)
        if not inside.contains(x, y)
    )


@pytest.mark.parametrize("quarters", [0, 1])
def test_a_page_paints_inside_the_part_it_asks_for(room: Room, quarters: int) -> None:
    empty = painted(room)
    page = room.open(900, 430, quarters=quarters)
    page.type("Hello 👋 " * 30)
    area = page.rect().toAlignedRect()
    assert changed_outside(empty, painted(room), area) == 0
    assert changed_outside(empty, painted(room), area.adjusted(200, 0, 0, 0)) > 0


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.type("a"),
        lambda page: setattr(page, "kind", NoteKind.IDEA),
        lambda page: page.act("more"),
        lambda page: page.say(FULL),
        lambda page: setattr(page, "keys_hidden", True),
        lambda page: page.press(1, *middle(page, page.parts.boxes["done"])),
        lambda page: page.input_method(QInputMethodEvent("x", [])),
    ],
)
@pytest.mark.parametrize(
    "look", [Look(), Look(contrast=True), Look(calm=True)], ids=["usual", "contrast", "calm"]
)
def test_what_changes_is_seen(session: Session, look: Look, change: Callable[[Page], None]) -> None:
    room = Room(session, look)
    page = room.open()
    before = painted(room)
    assert painted(room) == before
    change(page)
    assert painted(room) != before


def test_what_is_chosen_is_seen(room: Room) -> None:
    page = room.open()
    page.type("Hello")
    before = painted(room)
    press_key(page, Qt.Key.Key_Home, held=Qt.KeyboardModifier.ShiftModifier)
    page.keys_hidden = False
    assert painted(room) != before
