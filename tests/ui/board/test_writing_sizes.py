"""How large writing pages are, in millimetres of real screens: four where they fit, two everywhere."""

import math
from functools import cache
from itertools import combinations
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRectF

from ui.board.writing_layout import Parts, Wanted
from ui.board.writing_opening import KINDS
from ui.board.writing_places import Turned, find_place
from ui.board.writing_sizes import parts_for
from ui.keys.layouts import LANGUAGES
from ui.keys.panel import KeyPanel, offered_to
from ui.keys.plan import Key, Setting
from ui.look import CAPITAL, GAP_MM, Look, ScreenSize, TextSize, load_fonts
from ui.words import LANGUAGES as SPOKEN
from ui.words import Words

FINGER = 12.7


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    """Words are measured in our own fonts."""
    load_fonts()


class Screen(NamedTuple):
    """A screen, and how high the board on it is with each text size: what the bars leave of it."""

    inches: float
    width: int
    height: int
    board: tuple[int, int, int, int]
    most: tuple[int, int, int, int] = (4, 4, 4, 4)

    @property
    def mm(self) -> float:
        return self.inches * 25.4 / math.hypot(self.width, self.height)

    def view(self, size: TextSize) -> QRectF:
        return QRectF(0, 0, self.width, self.board[list(TextSize).index(size)])

    def look(self, size: TextSize) -> Look:
        return Look(screen=ScreenSize(self.width, self.height, self.mm), text_size=size)


TWO = (2, 2, 2, 2)
SCREENS = {
    "11.6 inch": Screen(11.6, 1366, 768, (528, 477, 477, 477), TWO),
    "13.3 inch": Screen(13.3, 1366, 768, (546, 499, 498, 498), TWO),
    "15.6 inch, few pixels": Screen(15.6, 1366, 768, (564, 519, 501, 501), TWO),
    "15.6 inch": Screen(15.6, 1920, 1080, (806, 750, 727, 727), TWO),
    "24 inch": Screen(24, 1920, 1080, (839, 826, 773, 734), (4, 4, 3, 3)),
    "32 inch": Screen(32, 1920, 1080, (839, 839, 826, 773)),
    "43 inch": Screen(43, 1920, 1080, (839, 839, 839, 826)),
    "43 inch 4K": Screen(43, 3840, 2160, (1680, 1680, 1680, 1654)),
    "55 inch 4K": Screen(55, 3840, 2160, (1680, 1680, 1680, 1680)),
    "65 inch 4K": Screen(65, 3840, 2160, (1680, 1680, 1680, 1680)),
    "86 inch 4K": Screen(86, 3840, 2160, (1680, 1680, 1680, 1680)),
}


def page(screen: Screen, size: TextSize, language: str, sideways: bool = False) -> Parts:
    """The parts of a page of somebody with these keys; its buttons speak the same language if they can."""
    words = Words(language if language in SPOKEN else "en")
    wanted = Wanted(words, Setting(offered_to(language, LANGUAGES)), KINDS, language)
    return parts_for(screen.look(size), wanted, screen.view(size), sideways)


def keys(parts: Parts, language: str) -> tuple[Key, ...]:
    """The keys on a page."""
    panel = KeyPanel(parts.look, language)
    panel.fit(parts.look, parts.sizes, parts.fold, parts.below.width())
    return panel.keys


def least_mm(boxes: list[QRectF], mm: float) -> float:
    """The least width or height of some boxes, in millimetres."""
    return min(min(box.width(), box.height()) for box in boxes) * mm


def pages_that_fit(parts: Parts, view: QRectF) -> int:
    """How many such pages lie beside each other without covering one."""
    return _fit(parts.width, parts.height, view.getRect())


@cache  # pages with the keys of most languages have one size
def _fit(width: float, height: float, seen: tuple[float, float, float, float]) -> int:
    boxes: list[QRectF] = []
    view = QRectF(*seen)
    while len(boxes) < 4:
        found = find_place(Turned(width, height, *view.center().toTuple()), boxes, view, 3)
        if any(found.box.intersects(box) for box in boxes) or not view.contains(found.box):
            break
        boxes.append(found.box)
    return len(boxes)


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_people_write_on_every_screen_and_four_on_large_ones(
    language: str, name: str, size: TextSize
) -> None:
    screen = SCREENS[name]
    parts = page(screen, size, language)
    most = screen.most[list(TextSize).index(size)]
    assert pages_that_fit(parts, screen.view(size)) >= most
    assert too_small(parts, language, screen.mm) == []
    assert too_near(parts, language, screen.mm) == []


def everything(parts: Parts, language: str) -> list[tuple[str, QRectF]]:
    """All that can be touched while the keys are seen, in the page's own pixels."""
    x, y = parts.below.x(), parts.below.y()
    on_keys = [
        (k.text or k.act.name, QRectF(k.x + x, k.y + y, k.width, k.height)) for k in keys(parts, language)
    ]
    kinds = [(str(kind), box) for kind, box in parts.kinds.items()]
    return [("field", parts.field), *parts.boxes.items(), *kinds, *on_keys]


def too_small(parts: Parts, language: str, mm: float) -> list[str]:
    """What is narrower or lower than a finger needs."""
    boxes = [*everything(parts, language), *parts.drawing.items(), *parts.asking.items()]
    boxes += [pair for sheet in parts.sheets for pair in sheet.items()]
    return [name for name, box in boxes if least_mm([box], mm) < FINGER - 0.01]


def too_near(parts: Parts, language: str, mm: float) -> list[tuple[str, str]]:
    """What lies nearer to something else than a finger may miss."""
    sheets = [everything(parts, language), *(list(sheet.items()) for sheet in parts.sheets)]
    return [
        (one, other)
        for sheet in sheets
        for (one, a), (other, b) in combinations(sheet, 2)
        if apart(a, b) * mm < GAP_MM - 0.01
    ]


def apart(a: QRectF, b: QRectF) -> float:
    """How far two boxes are apart, across or down."""
    across = max(b.left() - a.right(), a.left() - b.right())
    return max(across, b.top() - a.bottom(), a.top() - b.bottom())


def test_a_small_or_crowded_page_is_noticed() -> None:
    parts = page(SCREENS["43 inch"], TextSize.STANDARD, "en")
    assert too_small(parts, "en", 0.2) != []
    assert too_near(parts, "en", 0.2) != []
    assert pages_that_fit(parts, QRectF(0, 0, parts.width, parts.height + 1)) == 1


@pytest.mark.parametrize("name", ["43 inch", "43 inch 4K", "55 inch 4K", "65 inch 4K", "86 inch 4K"])
def test_keys_are_about_20_mm_and_no_larger_on_the_largest_screens(name: str) -> None:
    screen = SCREENS[name]
    q = keys(page(screen, TextSize.STANDARD, "en"), "en")[0]
    assert q.width * screen.mm == pytest.approx(20.3, abs=0.4)
    assert q.height * screen.mm == pytest.approx(18.8, abs=0.2)


def test_a_page_on_a_32_inch_screen_is_nearly_as_drawn() -> None:
    parts = page(SCREENS["32 inch"], TextSize.STANDARD, "en")
    assert (parts.width, parts.height) == (589, 402)  # 620 x 420 would leave no room for four


@pytest.mark.parametrize("name", SCREENS)
def test_letters_stay_as_large_as_people_chose(name: str) -> None:
    screen = SCREENS[name]
    for size in TextSize:
        look = screen.look(size)
        wanted = min(size.capital_mm, look.text(20) * CAPITAL * screen.mm)
        parts = page(screen, size, "en")
        assert parts.look.text(20) * CAPITAL * screen.mm >= wanted - 0.2


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("name", [name for name in SCREENS if name != "11.6 inch"])
def test_a_page_turned_by_a_quarter_is_wholly_in_view(name: str, size: TextSize) -> None:
    screen, view = SCREENS[name], SCREENS[name].view(size)
    for language in ("en", "cy", "ur", "pa"):
        parts = page(screen, size, language, sideways=True)
        assert parts.width <= view.height() and parts.height <= view.width()
        assert too_small(parts, language, screen.mm) == []


def test_folded_keys_begin_in_the_order_of_the_alphabet() -> None:
    parts = page(SCREENS["13.3 inch"], TextSize.STANDARD, "en")
    assert parts.fold is not None
    assert [key.text for key in keys(parts, "en")[:4]] == ["a", "b", "c", "d"]
