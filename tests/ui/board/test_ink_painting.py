"""Drawn lines: soft, as wide as the hand pressed, and the same piece by piece as all at once."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from ui.board.ink_painting import paint_ink, paint_piece, pen_of, piece, tail

Stroke = list[list[float]]

STROKES = st.lists(
    st.lists(
        st.tuples(st.floats(0, 212), st.floats(0, 110), st.floats(0, 1)).map(list), min_size=1, max_size=12
    ),
    max_size=4,
)


@pytest.fixture(autouse=True)
def _app(qapp: object) -> None:
    """Painting needs an application."""


def blank() -> QImage:
    image = QImage(212, 110, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    return image


def painted(strokes: list[Stroke], scale: float = 1.0) -> QImage:
    """A picture of strokes."""
    image = blank()
    painter = QPainter(image)
    try:
        paint_ink(painter, strokes, "#000000", scale)
    finally:
        painter.end()
    return image


def dark(image: QImage) -> int:
    """How many pixels are more black than white."""
    return sum(image.pixelColor(x, y).value() < 128 for x in range(212) for y in range(110))


def wave(points: int, pressure: float = 0.5) -> Stroke:
    """A soft line across a note."""
    return [
        [10 + 190 * i / (points - 1), 55 + 40 * math.sin(6.28 * i / (points - 1)), pressure]
        for i in range(points)
    ]


@settings(max_examples=40, deadline=None)
@given(STROKES)
def test_piece_by_piece_is_the_same_as_all_at_once(strokes: list[Stroke]) -> None:
    image = blank()
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in strokes:
            for number in range(len(stroke)):
                paint_piece(painter, piece(stroke[: number + 1], number), pen_of("#000000"))
            paint_piece(painter, tail(stroke), pen_of("#000000"))
    finally:
        painter.end()
    assert image == painted(strokes)


def test_a_hand_that_presses_more_draws_a_wider_line() -> None:
    assert dark(painted([wave(40, 0.0)])) < dark(painted([wave(40, 0.5)])) < dark(painted([wave(40, 1.0)]))


def test_a_touch_is_a_dot_and_nothing_is_nothing() -> None:
    assert dark(painted([[[50, 50, 1.0]]])) in range(8, 20)
    assert painted([]) == painted([[]]) == blank()


def test_few_points_make_a_soft_line_too() -> None:
    corner = painted([[[20, 90, 0.5], [106, 10, 0.5], [192, 90, 0.5]]])
    assert corner.pixelColor(106, 11).value() == 255  # the line goes round the corner
    assert dark(corner) > 100


def test_a_line_is_as_large_as_its_scale() -> None:
    assert dark(painted([wave(40)])) > 2 * dark(painted([wave(40)], 0.5))


def test_every_piece_stays_in_its_reach() -> None:
    stroke = wave(12, 1.0)
    for number in range(len(stroke)):
        one = piece(stroke, number)
        image = blank()
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_piece(painter, one, pen_of("#000000"))
            painter.fillRect(one.reach, QColor("#FFFFFF"))
        finally:
            painter.end()
        assert image == blank()
