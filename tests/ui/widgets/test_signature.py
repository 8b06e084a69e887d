"""Signing with fingers, a pen and the mouse: strokes, their size, and starting again."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.given import fingers, settle
from ui.look import Look, ScreenSize, load_fonts
from ui.widgets.signature import MOST_POINTS, Signature

SMALL = ScreenSize(1366, 768, 0.253)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[Signature]:
    """A field of 600 × 300 pixels on a screen where a design pixel is a pixel."""
    load_fonts()
    made = Signature(Look(), "Sign here")
    made.resize(600, 300)
    made.show()
    yield made
    made.close()


def draw(field: Signature, *points: tuple[int, int], finger: int = 0) -> None:
    first, *rest = [QPoint(*p) for p in points]
    QTest.touchEvent(field, fingers()).press(finger, first, field).commit()
    for point in rest:
        QTest.touchEvent(field, fingers()).move(finger, point, field).commit()
    QTest.touchEvent(field, fingers()).release(finger, rest[-1] if rest else first, field).commit()
    settle()


def test_a_finger_draws_one_stroke_and_says_so(field: Signature, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.signed, timeout=0):
        draw(field, (10, 20), (40, 60), (90, 60))
    assert field.strokes == ((10.0, 20.0, 40.0, 60.0, 90.0, 60.0),)


def test_any_mark_is_fine_even_a_dot(field: Signature) -> None:
    draw(field, (50, 50))
    assert field.strokes == ((50.0, 50.0),)
    assert field.grab().toImage().pixelColor(50, 50).lightness() < 120


def test_two_fingers_draw_two_strokes(field: Signature) -> None:
    QTest.touchEvent(field, fingers()).press(0, QPoint(10, 10), field).press(
        1, QPoint(200, 10), field
    ).commit()
    QTest.touchEvent(field, fingers()).move(0, QPoint(30, 10), field).move(1, QPoint(250, 10), field).commit()
    QTest.touchEvent(field, fingers()).release(0, QPoint(30, 10), field).release(
        1, QPoint(250, 10), field
    ).commit()
    assert field.strokes == ((10.0, 10.0, 30.0, 10.0), (200.0, 10.0, 250.0, 10.0))


def test_the_mouse_draws_with_its_left_button(field: Signature) -> None:
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(field, QPoint(25, 5))
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=QPoint(25, 5))
    assert field.strokes == ((5.0, 5.0, 25.0, 5.0),)
    QTest.mouseClick(field, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert len(field.strokes) == 1


def test_the_palm_beside_a_pen_draws_nothing(field: Signature) -> None:
    pen = QPointingDevice.primaryPointingDevice()
    for kind, at in (
        (QEvent.Type.TabletPress, (10, 10)),
        (QEvent.Type.TabletMove, (60, 10)),
        (QEvent.Type.TabletRelease, (60, 10)),
    ):
        if kind is QEvent.Type.TabletRelease:
            draw(field, (300, 200), (350, 250))
        QApplication.sendEvent(field, _tablet(pen, kind, QPointF(*at)))
    assert field.strokes == ((10.0, 10.0, 60.0, 10.0),)
    draw(field, (300, 200), (350, 250))  # once the pen is gone, a finger draws again
    assert len(field.strokes) == 2


def _tablet(pen: QPointingDevice, kind: QEvent.Type, at: QPointF) -> QTabletEvent:
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QTabletEvent(kind, pen, at, at, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, nothing, left, left)


def test_starting_again_takes_everything_away(field: Signature, qtbot: QtBot) -> None:
    draw(field, (10, 20), (40, 60))
    with qtbot.waitSignal(field.signed, timeout=0):
        field.start_again()
    assert field.strokes == ()


def test_a_stroke_is_the_same_on_a_smaller_screen(qtbot: QtBot) -> None:
    small = Signature(Look(screen=SMALL), "Sign here", ((100.0, 100.0, 200.0, 100.0),))
    small.resize(600, 300)
    small.show()
    assert small.grab().toImage().pixelColor(round(150 * small.look.scale), 75).lightness() < 120
    draw(small, (75, 150), (150, 150))
    assert small.strokes[1] == (100.0, 200.0, 200.0, 200.0)
    small.deleteLater()


def test_a_hand_that_rests_is_not_kept_for_ever(field: Signature) -> None:
    field.begin(0, QPointF(0, 0))
    for i in range(MOST_POINTS + 50):
        field.draw_on(0, QPointF(10 if i % 2 else 300, 10))
    field.lift(0)
    assert len(field.strokes[0]) == 2 * MOST_POINTS


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=1, max_size=20))
def test_every_point_lies_in_the_field(points: list[tuple[float, float]]) -> None:
    field = Signature(Look(), "Sign here")
    field.resize(600, 300)
    field.begin(0, QPointF(*points[0]))
    for point in points[1:]:
        field.draw_on(0, QPointF(*point))
    field.lift(0)
    (stroke,) = field.strokes
    assert all(0 <= x <= 600 for x in stroke[::2]) and all(0 <= y <= 300 for y in stroke[1::2])
