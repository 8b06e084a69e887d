"""A pen beside fingers, on a real board: it writes, they move notes, and its hand means nothing."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board, colour_at
from tests.ui.board.test_pages import Page
from tests.ui.board.test_touching import LOST, PRESSED, RELEASED, UPDATED, WAY, Contact, acts, at_time, place
from ui.app import make_application
from ui.board.hands import SHAKING_HANDS
from ui.board.pen_signs import Application
from ui.board.pens import HAND_MM, NEAR_MS
from ui.board.view import BoardView
from ui.look import Look
from workshop.domain.ids import NoteId
from workshop.domain.ink import unpack
from workshop.domain.labels import Label

PRESS, MOVE, RELEASE = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease
HAND_PX = HAND_MM / Look().screen.mm_per_px
TIP, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
Lines = list[list[tuple[float, float, float]]]


class OnAView(Protocol):
    """What a pen writes on."""

    @property
    def view(self) -> BoardView: ...


class Pen:
    """A pen over a board. `tip` False: its other end."""

    def __init__(self, board: OnAView, number: int = 1, *, tip: bool = True) -> None:
        self.board, self.number = board, number
        kind = QPointingDevice.PointerType.Pen if tip else QPointingDevice.PointerType.Eraser
        can = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
        self.device = QPointingDevice(
            f"pen {number}",
            number,
            QInputDevice.DeviceType.Stylus,
            kind,
            can,
            1,
            2,
            "",
            QPointingDeviceUniqueId.fromNumericId(number),
        )

    def tell(
        self, kind: QEvent.Type, at: QPoint, pressure: float = 0.0, button: Qt.MouseButton = TIP
    ) -> None:
        """What Qt tells the board of a pen."""
        held = button if kind in (PRESS, MOVE) and pressure else NO_BUTTON
        changed = button if kind in (PRESS, RELEASE) else NO_BUTTON
        spot, none = QPointF(at), Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, self.device, spot, spot, pressure, 0, 0, 0, 0, 0, none, changed, held)
        QApplication.sendEvent(self.board.view, event)

    def come(self) -> None:
        """Come near, as the application is told."""
        self._tell_application(QEvent.Type.TabletEnterProximity)

    def go(self) -> None:
        """Go."""
        self._tell_application(QEvent.Type.TabletLeaveProximity)

    def _tell_application(self, kind: QEvent.Type) -> None:
        nowhere, none = QPointF(0, 0), Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(
            kind, self.device, nowhere, nowhere, 0, 0, 0, 0, 0, 0, none, NO_BUTTON, NO_BUTTON
        )
        application = QApplication.instance()
        assert isinstance(application, Application)
        QApplication.sendEvent(application, event)

    def draw(self, *places: QPoint, pressure: float = 0.5) -> None:
        """Land, move and lift."""
        self.land(*places, pressure=pressure)
        self.tell(RELEASE, places[-1])

    def land(self, *places: QPoint, pressure: float = 0.5) -> None:
        """Land and move, and stay on the glass."""
        self.tell(PRESS, places[0], pressure)
        for place_ in places[1:]:
            self.tell(MOVE, place_, pressure)

    def hover(self, at: QPoint) -> None:
        """Be near, and touch nothing."""
        self.tell(MOVE, at)


@pytest.fixture
def pen(board: Board) -> Iterator[Pen]:
    """A pen that has not been near yet."""
    yield Pen(board)


def drawn_on(board: Board, note: NoteId) -> Lines:
    """The lines kept on a note, rounded as people see them."""
    drawing = board.session.board.drawing_of(note)
    return [
        [(round(x), round(y), round(p, 1)) for x, y, p in line]
        for line in unpack(drawing.ink if drawing else "")
    ]


def at(x: float, y: float) -> QPoint:
    return QPoint(round(x), round(y))


# On a note


def test_a_pen_draws_on_a_note_and_what_it_drew_is_one_act(board: Board, pen: Pen) -> None:
    note, before = board.add("Home", 100, 100), 2
    pen.draw(at(120, 120), at(160, 150), at(200, 130), pressure=0.8)
    assert drawn_on(board, note) == [[(20, 20, 0.8), (60, 50, 0.8), (100, 30, 0.8)]]
    assert (acts(board), board.session.last_acts(1)[0].label) == (before + 1, Label.DRAW)
    assert (place(board, note), board.note(note).text) == ((100, 100), "Home")


def test_each_line_is_added_to_those_that_are_there_and_taken_back_alone(board: Board, pen: Pen) -> None:
    note = board.add("Home", 100, 100)
    pen.draw(at(120, 120), at(160, 150))
    pen.draw(at(110, 110), at(130, 140))
    both = drawn_on(board, note)
    assert both == [[(20, 20, 0.5), (60, 50, 0.5)], [(10, 10, 0.5), (30, 40, 0.5)]]
    board.session.undo()
    assert drawn_on(board, note) == both[:1]


def test_what_is_drawn_is_seen_before_it_is_kept(board: Board, pen: Pen) -> None:
    board.add("Home", 100, 100)
    plain = board.picture()
    pen.land(at(280, 190), at(300, 190), at(305, 195))
    live = board.picture()
    assert colour_at(plain, 290, 190) != colour_at(live, 290, 190) == board.view.look.colours.ink.lower()
    assert acts(board) == 2
    pen.tell(RELEASE, at(305, 195))
    assert board.view.touching.pens.live == []


def test_only_the_last_piece_of_a_line_is_painted_anew(board: Board, pen: Pen) -> None:
    board.add("Home", 100, 100)
    pen.land(at(105, 105), *(at(105 + x, 105) for x in range(10, 150, 10)))
    QApplication.processEvents()
    asked: list[float] = []
    stale = board.view.stale
    board.view.stale = lambda area: (asked.append(area.w * area.h), stale(area))[1]  # type: ignore[method-assign]
    pen.tell(MOVE, at(260, 108), 0.5)
    assert len(asked) == 1 and asked[0] < 40 * 30
    pen.tell(RELEASE, at(260, 108))


def test_lines_that_leave_the_note_go_on_where_they_come_back(board: Board, pen: Pen) -> None:
    note = board.add("Home", 100, 100)
    pen.draw(at(120, 120), at(120, 160), at(120, 300), at(200, 300), at(200, 160), at(200, 120))
    assert [[(x, y) for x, y, _ in line] for line in drawn_on(board, note)] == [
        [(20, 20), (20, 60)],
        [(100, 60), (100, 20)],
    ]


@pytest.mark.parametrize(
    ("turned", "on_screen"), [(0, (10, 20)), (1, (90, 10)), (2, (202, 90)), (3, (20, 202))]
)
def test_on_a_turned_note_a_line_is_where_its_reader_sees_it(
    board: Board, pen: Pen, turned: int, on_screen: tuple[int, int]
) -> None:
    """However a note is turned, a pen at the same place of its paper draws the same."""
    note = board.add("Home", 600, 300)
    board.session.board.drop_note(note, 600, 300, turned=turned)
    rect = board.view.model.rect_of(note)
    assert rect is not None
    pen.draw(at(rect.x + on_screen[0], rect.y + on_screen[1]))
    assert drawn_on(board, note) == [[(10, 20, 0.5)]]


def test_a_dot_is_a_line_too(board: Board, pen: Pen) -> None:
    note = board.add("Home", 100, 100)
    pen.draw(at(120, 120))
    assert (drawn_on(board, note), board.view.shown.picked.note) == ([[(20, 20, 0.5)]], None)


def test_dots_that_shaking_hands_draw_close_together_are_all_kept(board: Board, pen: Pen) -> None:
    board.view.hold_steady(SHAKING_HANDS)
    note = board.add("Home", 100, 100)
    at_time(board, 1e6)
    for x in (120, 125, 130):
        pen.draw(at(x, 120))
    assert len(drawn_on(board, note)) == 3


def test_no_pen_writes_on_the_back_of_a_note(board: Board, pen: Pen) -> None:
    board.session.board.hide_writing()
    note = board.add("Secret", 100, 100)
    before = acts(board)
    pen.draw(board.middle(note), board.middle(note) + QPoint(20, 10))
    assert (acts(board), board.view.touching.pens.live) == (before, [])


def test_a_refused_drawing_is_said_and_leaves_the_note_as_it_was(board: Board, pen: Pen) -> None:
    note = board.add("Home", 100, 100)
    before = board.picture()
    board.session.plan.close_day(reason="We do not know it yet")
    pen.draw(at(120, 120), at(160, 150))
    assert (len(board.refused), drawn_on(board, note)) == (1, [])
    assert board.picture() == before


# A pen and fingers


def test_fingers_move_notes_while_pens_write_on_others(board: Board, pen: Pen) -> None:
    carried, first, second = (
        board.add("Carried", 100, 100),
        board.add("One", 800, 500),
        board.add("Two", 1300, 100),
    )
    other = Pen(board, 2)
    start = board.middle(carried)
    pen.land(at(820, 520))
    other.land(at(1320, 120))
    with board.hold(start):
        for step in (1, 2, 3):
            board.slide(start, start + WAY)
            pen.tell(MOVE, at(820 + 20 * step, 520), 0.5)
            other.tell(MOVE, at(1320, 120 + 10 * step), 0.5)
        board.lift(start + WAY)
    pen.tell(RELEASE, at(880, 520))
    other.tell(RELEASE, at(1320, 150))
    assert place(board, carried) == (190, 160)
    assert drawn_on(board, first) == [[(20 + 20 * n, 20, 0.5) for n in range(4)]]
    assert drawn_on(board, second) == [[(20, 20 + 10 * n, 0.5) for n in range(4)]]


def test_a_note_that_is_written_on_stays_and_one_in_a_hand_is_not_written_on(board: Board, pen: Pen) -> None:
    note = board.add("Mine", 100, 100)
    middle = board.middle(note)
    pen.land(at(300, 200))
    at_time(board, 1e9)  # a finger that is far from the pen in time, on the same note
    board.drag(middle, middle + QPoint(500, 300))
    assert place(board, note) == (100, 100)
    pen.tell(RELEASE, at(300, 200))
    pen.go()  # or the finger would be taken for its hand
    with board.hold(middle):
        board.slide(middle, middle + QPoint(900, 500))
        pen.draw(middle + QPoint(900, 500), middle + QPoint(930, 500))
        board.lift(middle + QPoint(900, 500))
    assert (place(board, note), len(drawn_on(board, note))) == ((1000, 600), 1)


def test_the_hand_that_holds_a_pen_moves_nothing(board: Board, pen: Pen) -> None:
    note, far = board.add("Under the hand", 400, 300), board.add("Far away", 1500, 600)
    at_time(board, 1e6)
    pen.hover(at(380, 260))
    hand = board.middle(note)
    board.drag(hand, hand + WAY)
    board.tap(hand)
    assert (place(board, note), board.view.shown.picked.note) == ((400, 300), None)
    start = board.middle(far)
    board.drag(start, start - WAY, 1)
    assert place(board, far) == (1410, 540)


def test_a_wide_contact_anywhere_is_a_hand_while_a_pen_is_near(board: Board, pen: Pen) -> None:
    far = board.add("Far away", 1500, 600)
    start, touching = board.middle(far), board.view.touching
    for when, kept in ((1e6, (1500, 600)), (1e6 + NEAR_MS, (1590, 660))):
        at_time(board, 1e6)
        pen.hover(at(380, 260))
        at_time(board, when)
        for state, way in ((PRESSED, 0), (UPDATED, 1), (RELEASED, 1)):
            touching.point(Contact(0, state, start + way * WAY, 20))
        assert place(board, far) == kept


def test_a_hand_that_lies_there_before_its_pen_comes_means_nothing(board: Board, pen: Pen) -> None:
    note = board.add("Under the hand", 400, 300)
    hand = board.middle(note)
    at_time(board, 1e6)
    with board.hold(hand):
        pen.draw(at(380, 260), at(390, 265))
        board.slide(hand, hand + WAY)
        board.lift(hand + WAY)
    assert (place(board, note), board.view.shown.picked.note) == ((400, 300), None)


@pytest.mark.parametrize("goes", [True, False])
def test_a_pen_is_near_until_it_goes_or_for_two_seconds(board: Board, pen: Pen, goes: bool) -> None:
    note = board.add("Here", 400, 300)
    start = board.middle(note)
    at_time(board, 1e6)
    pen.hover(start)
    if goes:
        pen.go()
    else:
        at_time(board, 1e6 + NEAR_MS)
    board.drag(start, start + WAY)
    assert place(board, note) == (490, 360)
    pen.come()
    pen.hover(start)
    board.drag(start + WAY, start)
    assert place(board, note) == (490, 360)


# On buttons, names and pages


def test_a_pen_touches_buttons_like_a_finger(board: Board, pen: Pen) -> None:
    note = board.add("Here", 600, 300)
    board.tap(board.middle(note))
    pen.draw(board.button("move"))
    assert board.view.shown.picked.moving
    pen.draw(at(1200, 600))
    assert place(board, note) == (1200 - 106, 580)


def test_a_pen_touches_the_name_of_a_group_like_a_finger(board: Board, pen: Pen) -> None:
    group = board.group("Bus", "Stop")
    pen.draw(at(100, 30))
    assert board.view.shown.picked.area == group


def test_the_other_end_of_a_pen_moves_notes(board: Board) -> None:
    note = board.add("Here", 100, 100)
    start = board.middle(note)
    Pen(board, tip=False).draw(start, start + WAY)
    assert (place(board, note), drawn_on(board, note)) == ((190, 160), [])


def test_on_a_page_a_pen_is_the_pages(board: Board, pen: Pen) -> None:
    board.add("Below", 600, 200)
    page = Page()
    board.view.add_page(page)
    pen.draw(at(610, 210), at(620, 220))
    told = [t for t in page.told if t != "paint"]
    assert (told[0], told[-1], {t[0] for t in told}) == (  # type: ignore[index]
        ("press", -2),
        ("release", -2),
        {"press", "move", "release"},
    )
    assert acts(board) == 2


# On the empty board


def test_lines_on_the_empty_board_ask_for_a_page_that_has_them(board: Board, pen: Pen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.view.touching.wants_drawing) as asked:
        pen.draw(at(700, 300), at(740, 330), at(780, 310))
    assert asked.args == [692, 292, [[[8, 8, 0.5], [48, 38, 0.5], [88, 18, 0.5]]]]


def test_lines_larger_than_a_note_become_small_enough_for_one(board: Board, pen: Pen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.view.touching.wants_drawing) as asked:
        pen.draw(at(400, 100), at(1300, 700))
    [[first, last]] = asked.args[2]
    assert first == [8, 8, 0.5]
    assert last == pytest.approx([8 + 900 * 94 / 600, 8 + 94, 0.5])


def test_a_dot_on_the_empty_board_asks_for_an_empty_page(board: Board, pen: Pen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.view.touching.wants_drawing) as asked:
        pen.draw(at(700, 300))
    assert asked.args == [692, 292, []]


# Interrupted


@pytest.mark.parametrize("interrupt", LOST)
def test_what_was_drawn_when_a_pen_is_lost_is_kept(board: Board, pen: Pen, interrupt: object) -> None:
    note = board.add("Home", 100, 100)
    pen.land(at(120, 120), at(160, 150))
    interrupt(board)  # type: ignore[operator]
    assert drawn_on(board, note) == [[(20, 20, 0.5), (60, 50, 0.5)]]
    pen.tell(MOVE, at(200, 180), 0.5)
    pen.tell(RELEASE, at(200, 180))
    assert len(drawn_on(board, note)) == 1


@pytest.mark.parametrize("goes", [True, False])
def test_a_pen_whose_lifting_was_lost_is_lifted_when_it_goes_or_hovers(
    board: Board, pen: Pen, goes: bool
) -> None:
    note = board.add("Home", 100, 100)
    pen.land(at(120, 120), at(160, 150))
    if goes:
        pen.go()
    else:
        pen.hover(at(200, 180))
    assert drawn_on(board, note) == [[(20, 20, 0.5), (60, 50, 0.5)]]


def test_the_button_of_a_pen_does_nothing(board: Board, pen: Pen) -> None:
    note = board.add("Home", 100, 100)
    pen.tell(PRESS, at(120, 120), 0.5, Qt.MouseButton.RightButton)
    pen.tell(RELEASE, at(120, 120), 0, Qt.MouseButton.RightButton)
    assert (drawn_on(board, note), board.view.touching.pens.live) == ([], [])


def test_the_program_hears_pens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "instance", lambda: None)
    made: list[list[str]] = []
    monkeypatch.setattr("ui.app.Application", made.append)
    with pytest.raises(AssertionError):  # there is one already: Qt makes no second
        make_application()
    assert made == [["same-table"]]
