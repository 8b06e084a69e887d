"""Up to ten fingers on one board at once, in any order, with everything that can come between them.

A state machine plays on a real view, real writing pages and a real workshop. After each step no note is
lost or doubled, what is on the screen is what is in the records, and each note is in at most one hand.
"""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as play
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTouchEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.given import HIGH, WIDE, glass
from tests.ui.board.many_hands import MOST_NOTES, BoardOfMany, Down
from tests.ui.board.test_pens import RELEASE
from ui.board import acts as view_acts
from ui.board.hands import Hands
from ui.board.pens import Pens
from ui.board.touching import Touching
from ui.board.writing import Pages
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note
from workshop.errors import WorkshopError

DETERMINISTIC = settings(
    max_examples=26,
    stateful_step_count=25,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)

fingers = st.integers(0, 9)
numbers = st.integers(0, 1000)
places = st.tuples(st.integers(-60, WIDE + 60), st.integers(-60, HIGH + 60))
near = st.tuples(st.integers(-90, 90), st.integers(-45, 45))
things = st.sampled_from(("note", "note", "group", "button", "page", "key", "done", "cloth"))
INTERRUPTIONS = ("cancel", "deactivate", "program", "resize", "hide", "cover")
what_comes_after = ("", "put away", *INTERRUPTIONS)
what_follows = st.sampled_from(what_comes_after)


class ManyHands(BoardOfMany):
    """What ten people, the facilitator and the computer can do to one board."""

    # Others, who are not at the screen

    @initialize(n=st.integers(2, 5))
    def begin(self, n: int) -> None:
        for number in range(n):
            self.write(f"Note {number}", (100 + 400 * (number % 4), 460 + 150 * (number // 4)))
        self.board.session.board.make_group("Garden", [next(iter(self.written))])

    @rule(
        what=st.sampled_from(("write", "write", "group", "away", "away", "lock", "undo")),
        n=numbers,
        text=st.text("abc d", min_size=1, max_size=90).filter(str.strip),
        at=places,
    )
    def somebody_else_acts(self, what: str, n: int, text: str, at: tuple[int, int]) -> None:
        if what == "write" and len(self.written) < MOST_NOTES:
            self.write(text, at)
        elif what == "group" and len(self.board.groups()) < 4:
            self.board.session.board.make_group(text[: n % 2])
        elif what == "away" and self.written:
            self._put_away_or_back(n)
        elif what == "lock" and self.board.groups():
            self._lock_or_unlock(n)
        elif what == "undo":
            self._undo()

    def _put_away_or_back(self, n: int) -> None:
        """Put a note out of sight, rather one in a hand; or bring one back."""
        notes = self.held or sorted(self.written)
        note = self.board.note(notes[n % len(notes)])
        if note.state is NoteState.WITHHELD:
            self.board.session.board.restore_note(note.id)
        else:
            self.happened("a note in a hand is put away" if note.id in self.held else "put away")
            self.board.session.board.withhold_note(note.id, "hurtful")

    def _lock_or_unlock(self, n: int) -> None:
        groups = self.board.groups()
        group = groups[n % len(groups)]
        self.board.session.board.lock_area(group.id, not group.locked)
        self.happened("a group is locked")

    def _undo(self) -> None:
        self.heard.clear()
        try:
            self.board.session.undo()
        except WorkshopError:
            return
        for each in (each for change in self.heard for each in change.diff):
            if each.table == "note" and each.after is None:
                del self.written[NoteId(each.id)]
            elif isinstance(each.after, Note):
                self.written[each.after.id] = each.after.text

    # Fingers

    @rule(finger=fingers, thing=things, n=numbers, beside=near, cloth=places)
    def land(self, finger: int, thing: str, n: int, beside: tuple[int, int], cloth: tuple[int, int]) -> None:
        if finger in self.down:
            self.lift(finger)
        at, before = self._point(thing, n, beside, cloth), self.seq
        self.board.hold(at, finger).__enter__()
        self.down[finger] = Down(at)
        assert self.seq == before, "something acted on press"
        self.happened(f"on {thing}")

    @rule(finger=fingers, n=numbers, beside=near, to=things, cloth=places, then=what_follows)
    def take_and(
        self, finger: int, n: int, beside: tuple[int, int], to: str, cloth: tuple[int, int], then: str
    ) -> None:
        """A finger takes a note somewhere, and something comes between."""
        self.take(finger, n, beside, to, cloth)
        if then == "put away":
            self._put_away_or_back(n)
        elif then:
            self.interrupt(then)

    def take(self, finger: int, n: int, beside: tuple[int, int], to: str, cloth: tuple[int, int]) -> None:
        """A finger takes a note somewhere."""
        self.land(finger, "note", n, beside, cloth)
        self._slide(finger, self._point(to, n // 7, (0, 0), cloth))

    @rule(to=st.lists(st.tuples(numbers, things, places), min_size=3, max_size=6))
    def take_many(self, to: list[tuple[int, str, tuple[int, int]]]) -> None:
        """Several fingers take notes at once, each its own where there are enough."""
        for finger, (n, thing, cloth) in enumerate(to):
            self.land(finger, "note", finger, (0, 0), cloth)
            self._slide(finger, self._point(thing, n, (0, 0), cloth))

    @precondition(lambda self: self.down)
    @rule(n=numbers, thing=things, to=numbers, cloth=places)
    def move(self, n: int, thing: str, to: int, cloth: tuple[int, int]) -> None:
        finger = sorted(self.down)[n % len(self.down)]
        self._slide(finger, self._point(thing, to, (0, 0), cloth))

    def _slide(self, finger: int, at: QPoint) -> None:
        before = self.seq
        self.board.slide(self.down[finger].at, at, finger)
        self.down[finger].at = at
        assert self.seq == before, "a move was saved before it ended"
        self.happened(f"{min(len(self.held), 3)} held")

    @precondition(lambda self: self.down)
    @rule(n=numbers)
    def lift_one(self, n: int) -> None:
        self.lift(sorted(self.down)[n % len(self.down)])

    def lift(self, finger: int) -> None:
        drags = self._drag_of(finger)
        before, pages, thrown = self._kept(drags), self.pages.open, self.thrown
        seq, locked, refused = self.seq, self._in_locked(), len(self.board.refused)
        seen = {note: self.view.shown.in_hand[note] for note in drags}
        self.board.lift(self.down.pop(finger).at, finger)
        self._expect_one_step_each(drags, before, seq)
        if len(self.board.refused) == refused:
            self._expect_where_seen(seen)
        self._expect_notes_of(pages, self.thrown - thrown)
        assert self._in_locked() == locked, "a finger moved a note into or out of a locked group"

    @rule(finger=fingers, on=things, beside=near, cloth=places, n=numbers)
    def touch_and_write(
        self, finger: int, on: str, beside: tuple[int, int], cloth: tuple[int, int], n: int
    ) -> None:
        """Somebody touches something; if it opened a page, they write there and are done. Others go on."""
        before = self.pages.open
        self.land(finger, on, n, beside, cloth)
        self.lift(finger)
        if self.pages.open != before:
            self.type("b")
            self.land(finger, "done", len(self.pages.open) - 1, (0, 0), cloth)
            self.lift(finger)

    # Pens

    @rule(pen=st.integers(0, 1), on=st.sampled_from(("note", "cloth")), n=numbers, way=near, cloth=places)
    def draw(self, pen: int, on: str, n: int, way: tuple[int, int], cloth: tuple[int, int]) -> None:
        """A pen draws a line: one act, where it does not touch a button; no finger loses its note."""
        at, held, pages, thrown = self._point(on, n, (0, 0), cloth), self.held, self.pages.open, self.thrown
        seq, kept = self.seq, self._all_places()
        self.pens[pen].land(at, at + QPoint(*way) / 3)
        drawn = list(self.view.touching.pens.live)
        self.pens[pen].tell(RELEASE, at + QPoint(*way) / 3)
        self.pens[pen].go()  # or the next fingers would be taken for its hand
        self._expect_notes_of(pages, self.thrown - thrown)
        for ink in drawn:
            self.happened("drawn on the cloth" if ink.note is None else "drawn on a note")
            assert self._all_places() == kept and self.held == held
            assert self.seq - seq == (ink.note is not None and ink.strokes != [])

    @rule(words=st.sampled_from(("b", "Home ", "گھر")))
    def type(self, words: str) -> None:
        if self.pages.open:
            self.pages.open[-1].type(words)

    # What comes between

    def interrupt(self, how: str) -> None:
        drags = list(self.held)
        before, seq, refused = self._kept(drags), self.seq, len(self.board.refused)
        last = {note: self.view.shown.in_hand[note] for note in drags}
        words = [page.text.words for page in self.pages.open]
        self._come_between(how)
        assert self.view.shown.in_hand == {} and self.held == []
        self._expect_one_step_each(drags, before, seq)
        if len(self.board.refused) == refused:
            self._expect_where_seen(last)
        assert [page.text.words for page in self.pages.open] == words
        self.happened(f"{how} with {min(len(drags), 2)} held")

    def _come_between(self, how: str) -> None:
        view = self.view
        match how:
            case "cancel":
                QApplication.sendEvent(view, QTouchEvent(QEvent.Type.TouchCancel, glass()))
            case "deactivate":
                QApplication.sendEvent(view, QEvent(QEvent.Type.WindowDeactivate))
            case "program":
                self._other_program()
            case "resize":
                view.resize(WIDE - 40 if view.width() == WIDE else WIDE, HIGH)
            case "hide":
                view.hide()
                view.show()
            case "cover":
                view.setEnabled(False)
                view.setEnabled(True)

    def _other_program(self) -> None:
        state = QGuiApplication.instance().applicationStateChanged  # type: ignore[union-attr]
        state.emit(Qt.ApplicationState.ApplicationInactive)


def test_no_order_of_many_hands_loses_or_doubles_a_note(qtbot: QtBot) -> None:
    play(ManyHands, settings=DETERMINISTIC)


def one_of_each(machine: ManyHands) -> None:
    """Each thing that is drawn by chance above, done once."""
    here, cloth = (0, 0), (1500, 700)
    machine.begin(4)
    for thing in ("group", "page", "key", "done", "button"):
        machine.touch_and_write(0, "cloth", here, cloth, 0)
        machine.touch_and_write(1, thing, here, cloth, 0)
    machine.take_many([(n, "cloth", (600 + 300 * n, 650)) for n in range(4)])
    for finger in list(machine.down):
        machine.lift(finger)
    for finger in (8, 9):  # both on the same note
        machine.land(finger, "note", 3, here, cloth)
    for finger in (8, 9):
        machine._slide(finger, QPoint(700 + 300 * (finger - 8), 300))
        machine.a_held_note_has_one_holder()
    for n, then in enumerate(what_comes_after):
        for finger in list(machine.down):
            machine.lift(finger)
        machine.take_and(5, 3, here, "cloth", (1200 + 80 * n, 300), then)
    machine.draw(0, "note", 2, (9, 9), cloth)
    machine.draw(1, "cloth", 0, (60, 30), (1800, 60))
    machine.somebody_else_acts("lock", 0, "", cloth)
    machine.no_note_is_lost_or_doubled()


@pytest.fixture
def machine(qtbot: QtBot) -> Iterator[ManyHands]:
    """Ten people at a board, whatever becomes of it."""
    ManyHands.seen_so_far.clear()
    made = ManyHands()
    yield made
    made.teardown()


def test_each_thing_that_hands_do_and_that_comes_between_is_played(machine: ManyHands) -> None:
    """What is drawn by chance must be there to be drawn."""
    one_of_each(machine)
    wanted = {"on note", "on group", "on button", "on page", "on key", "on done", "on cloth"}
    wanted |= {"1 moved", "3 held", "written on a page", "a note in a hand is put away"}
    wanted |= {"a group is locked", "drawn on a note", "drawn on the cloth"}
    wanted |= {f"{how} with 1 held" for how in INTERRUPTIONS}
    assert wanted <= ManyHands.seen_so_far, sorted(wanted - ManyHands.seen_so_far)


def nothing(*_: object) -> None:
    """What is left of a rule that was taken away."""


@pytest.mark.parametrize(
    ("whose", "rule_", "instead"),
    [
        (Hands, "_is_held", lambda hands, thing: False),  # a hand takes what another holds
        (Touching, "cancel_all", nothing),  # a lost finger keeps its note
        (view_acts.Acts, "put_down", nothing),  # where a note was put down is not saved
        (Pens, "_keep", nothing),  # what a pen drew is not kept
        (Pages, "add", lambda pages, page, sheet: True),  # what was written is not kept
    ],
)
def test_without_one_of_its_rules_a_note_or_a_line_is_missed(
    machine: ManyHands,
    monkeypatch: pytest.MonkeyPatch,
    whose: object,
    rule_: str,
    instead: Callable[..., object],
) -> None:
    with monkeypatch.context() as planted, pytest.raises(AssertionError):
        planted.setattr(whose, rule_, instead)
        one_of_each(machine)
