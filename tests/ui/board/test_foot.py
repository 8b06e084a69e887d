"""The foot of a note: tags stand beside each other inside the note, in every script; the rest is counted."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.board.faces import Face
from ui.board.fitting import RIGHT, size_of, words_between
from ui.board.foot import BETWEEN, CORNER, foot_of, paint_foot
from ui.board.layout import NOTE_W
from ui.look import load_fonts
from workshop.domain.kinds import NoteKind

LONG = "Money at the end of the month"
NAMES = ("Bus", "گھر", "ਘਰ", "Night", LONG, "বাড়ি", "موعد")


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts()


def face(*tags: str, below: int = 0, text: str = "Words") -> Face:
    return Face(text, NoteKind.IDEA, tags=tags, below=below)


@pytest.mark.parametrize(
    ("tags", "says"),
    [
        ((), []),
        (("Bus", "Night"), ["Bus", "Night"]),
        (("Bus", "Night", "Money", "Home"), ["Bus", "Night", "+2"]),
        ((LONG,), ["Money at the end…"]),
        ((LONG, "Bus"), ["Money at the…", "+1"]),
    ],
)
def test_what_does_not_fit_is_counted_or_ends_with_dots(tags: tuple[str, ...], says: list[str]) -> None:
    assert [piece.says for piece in foot_of(face(*tags))] == says


def test_without_room_for_a_few_letters_tags_are_only_counted() -> None:
    assert [piece.says for piece in foot_of(face(LONG, "Bus"), kept_free=130.0)] == ["2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.sampled_from(NAMES), max_size=6, unique=True),
    st.integers(0, 120),
    st.booleans(),
    st.sampled_from(["Words", "گھر"]),
    st.sampled_from([0.0, 55.0, 90.0]),
)
def test_nothing_overlaps_and_nothing_leaves_the_note(
    tags: list[str], below: int, calm: bool, text: str, kept_free: float
) -> None:
    pieces = sorted(foot_of(face(*tags, below=below, text=text), calm, kept_free), key=lambda p: p.left)
    left, wide = words_between(calm, text != "Words")
    assert all(one.left + one.wide + BETWEEN - 0.01 <= other.left for one, other in pairwise(pieces))
    free_left = left + (kept_free if text != "Words" else 0.0)
    free_right = left + wide - (0.0 if text != "Words" else kept_free)
    assert all(free_left - 0.01 <= p.left and p.left + p.wide <= free_right + 0.01 for p in pieces)
    assert left + wide <= NOTE_W - RIGHT + 0.01


@pytest.mark.parametrize("name", NAMES)
def test_a_tag_is_inside_its_outline_in_every_script(name: str) -> None:
    shown, scale = face(name), 4
    wide, high = (round(side * scale) for side in size_of(shown))
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_foot(painter, shown, high / scale, False, 0.0, "#000000", "#ffffff")
    painter.end()
    (piece,) = foot_of(shown)
    inside = QRectF(piece.left, 0, piece.wide, high / scale)
    for y in range(high):
        outside = [x for x in range(wide) if not inside.contains(x / scale, y / scale)]
        assert not any(image.pixelColor(x, y).alpha() > 40 for x in outside), (name, y)
    # The corners are round: what is painted in them would be a letter that is too wide for its outline.
    top = next(
        y for y in range(high) if image.pixelColor(round((piece.left + piece.wide / 2) * scale), y).alpha()
    )
    corner = range(round(CORNER * scale * 0.2))
    right = round((piece.left + piece.wide) * scale) - 1
    assert not any(image.pixelColor(right - x, top + y).alpha() > 40 for x in corner for y in corner)
