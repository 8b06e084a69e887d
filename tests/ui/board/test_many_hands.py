"""Up to ten fingers on one board at once, in any order, with everything that can come between them.

A state machine plays on a real view, real writing pages and a real workshop. After each step no note is
lost or doubled, what is on the screen is what is in the records, and each note is in at most one hand.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as play
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QTouchEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.given import HIGH, WIDE, Board, glass
from tests.ui.board.writing_room import middle, on_page
from ui.board.fitting import is_tall
from ui.board.hands import MOUSE, Carry, Hands
from ui.board.model import BoardModel
from ui.board.things import OnNote
from ui.board.writing import Page, Pages
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.labels import Label
from workshop.domain.records import Membership, Note
from workshop.errors import WorkshopError

DETERMINISTIC = settings(
    max_examples=30,
    stateful_step_count=40,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
OF_A_DRAG = {Label.MOVE_NOTES, Label.PUT_IN_GROUP, Label.MAKE_GROUP}
MOST_NOTES, FAR = 14, 3.0  # pixels that a QPoint may be beside the real place

fingers = st.integers(0, 9)
numbers = st.integers(0, 1000)
places = st.tuples(st.integers(-60, WIDE + 60), st.integers(-60, HIGH + 60))
near = st.tuples(st.integers(-90, 90), st.integers(-45, 45))
things = st.sampled_from(("note", "note", "note", "group", "button", "page", "key", "done", "cloth"))


@dataclass
class Down:
    """A finger that is down, and where."""

    at: QPoint


class ManyHands(RuleBasedStateMachine):
    """What ten people, the facilitator and the computer can do to one board."""

    seen_so_far: ClassVar[set[str]] = set()  # kinds of things that happened in any run

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.board = Board(Path(self.folder.name) / "day")
        self.view = self.board.view
        self.pages = Pages(parent=self.view)
        self.view.wants_page.connect(self.open_page)
        self.view.touching.interrupted.connect(self.pages.keep_drafts)
        self.board.session.listen(self._hear)
        self.pages.thrown.connect(self._throw)
        self.down: dict[int, Down] = {}
        self.written: dict[NoteId, str] = {}
        self.heard: list[Change] = []
        self.thrown = 0

    def _hear(self, change: Change) -> None:
        self.heard.append(change)

    def _throw(self) -> None:
        self.thrown += 1

    @property
    def seq(self) -> int:
        return self.board.session.place.store.last_seq()

    @property
    def held(self) -> list[NoteId]:
        carried = self.view.touching.hands.carried()
        return [c.thing.note for c in carried if isinstance(c, Carry) and isinstance(c.thing, OnNote)]

    def happened(self, what: str) -> None:
        self.seen_so_far.add(what)

    # Others, who are not at the screen

    @initialize(n=st.integers(2, 5))
    def begin(self, n: int) -> None:
        for number in range(n):
            self.write(f"Note {number}", (100 + 400 * (number % 4), 460 + 150 * (number // 4)))
        self.board.session.board.make_group("Garden", [next(iter(self.written))])

    def write(self, text: str, at: tuple[int, int]) -> None:
        note = self.board.session.board.add_note(text, x=float(at[0]), y=float(at[1])).note
        self.written[note] = text.strip()

    @rule(
        what=st.sampled_from(("write", "write", "group", "away", "away", "undo")),
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

    def _point(self, thing: str, n: int, beside: tuple[int, int], cloth: tuple[int, int]) -> QPoint:
        """A place on something of this kind, if there is one; else anywhere."""
        point = {"note": self._note, "group": self._group, "button": self._button}.get(thing)
        found = point(n) if point else self._part_of_page(thing, n)
        away = QPoint(*beside) if thing == "note" else QPoint(0, 0)
        return QPoint(*cloth) if found is None else found + away

    def _note(self, n: int) -> QPoint | None:
        held, notes = self.view.shown.in_hand, sorted(self.view.model.faces)
        if not notes:
            return None
        note = notes[n % len(notes)]
        if note in held:
            return self.view.to_screen(held[note].x + 106, held[note].y + 55).toPoint()
        return self.board.middle(note) if self.view.model.rect_of(note) else None

    def _group(self, n: int) -> QPoint | None:
        groups = sorted(self.view.model.groups)
        return self.board.in_group(GroupId(groups[n % len(groups)])) if groups else None

    def _button(self, n: int) -> QPoint | None:
        buttons = self.view.scene.overlays.buttons(self.view.camera, self.view.shown.picked)
        return QPoint(*(round(v) for v in buttons[n % len(buttons)].rect.middle)) if buttons else None

    def _part_of_page(self, thing: str, n: int) -> QPoint | None:
        if not self.pages.open or thing == "cloth":
            return None
        page = self.pages.open[n % len(self.pages.open)]
        keys = page.panel.keys
        box = on_page(page, keys[n % len(keys)])
        if thing == "page":
            boxes = list(page.parts.boxes.values())
            box = boxes[n % len(boxes)]
        elif thing == "done":
            box = page.parts.boxes["done"]
        return QPoint(*(round(v) for v in middle(page, box)))

    @rule(finger=fingers, thing=things, n=numbers, beside=near, cloth=places)
    def land(self, finger: int, thing: str, n: int, beside: tuple[int, int], cloth: tuple[int, int]) -> None:
        if finger in self.down:
            self.lift(finger)
        at, before = self._point(thing, n, beside, cloth), self.seq
        self.board.hold(at, finger).__enter__()
        self.down[finger] = Down(at)
        assert self.seq == before, "something acted on press"
        self.happened(f"on {thing}")

    @rule(finger=fingers, n=numbers, beside=near, to=things, cloth=places)
    def take(self, finger: int, n: int, beside: tuple[int, int], to: str, cloth: tuple[int, int]) -> None:
        """A finger takes a note somewhere."""
        self.land(finger, "note", n, beside, cloth)
        self._slide(finger, self._point(to, n // 7, (0, 0), cloth))

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
        seq = self.seq
        self.board.lift(self.down.pop(finger).at, finger)
        self._expect_one_step_each(drags, before, seq)
        self._expect_notes_of(pages, self.thrown - thrown)

    def _drag_of(self, finger: int) -> list[NoteId]:
        thing = self.view.touching.hands.held_by(finger)
        return [thing.note] if isinstance(thing, OnNote) and thing.note in self.held else []

    def _kept(self, notes: list[NoteId]) -> dict[NoteId, object]:
        """Where notes are kept: their places, and the groups they are in."""
        inside = self.board.session.all(Membership)
        return {
            note: (
                self.board.note(note).x,
                self.board.note(note).y,
                {m.group for m in inside if m.note == note},
            )
            for note in notes
        }

    def _expect_one_step_each(self, drags: list[NoteId], before: dict[NoteId, object], seq: int) -> None:
        """Every drag that ended is one step to take back, or none where the note lies as before."""
        moved = [note for note in drags if self._kept([note])[note] != before[note]]
        if drags:
            assert self.seq - seq == len(moved)
            labels = [Label(entry.label) for entry in self.board.session.last_acts(max(1, len(moved)))]
            assert not moved or set(labels) <= OF_A_DRAG
            self.happened(f"{len(moved)} moved")

    def _expect_notes_of(self, pages: tuple[Page, ...], thrown: int) -> None:
        """Pages that were finished are notes now, those that were thrown away are not."""
        gone = [page for page in pages if page not in self.pages.open and page.text.words.strip()]
        new = [note for note in self.board.session.all(Note) if note.id not in self.written]
        assert len(new) == len(gone) - thrown
        self.written |= {note.id: note.text for note in new}
        if new:
            self.happened("written on a page")

    def open_page(self, x: float, y: float) -> None:
        view = self.view
        if len(self.written) < MOST_NOTES and len(self.pages.open) < 2:
            self.pages.open_at(view, self.board.bridge, view.look, view.words, x, y)

    @rule(words=st.sampled_from(("b", "Home ", "گھر")))
    def type(self, words: str) -> None:
        if self.pages.open:
            self.pages.open[-1].type(words)

    # What comes between

    @rule(how=st.sampled_from(("cancel", "deactivate", "program", "resize", "hide", "cover")))
    def interrupt(self, how: str) -> None:
        drags = list(self.held)
        before, seq = self._kept(drags), self.seq
        last = {note: self.view.shown.in_hand[note] for note in drags}
        words = [page.text.words for page in self.pages.open]
        {
            "cancel": lambda: self._tell(QTouchEvent(QEvent.Type.TouchCancel, glass())),
            "deactivate": lambda: self._tell(QEvent(QEvent.Type.WindowDeactivate)),
            "program": self._other_program,
            "resize": lambda: self.view.resize(WIDE - 40 if self.view.width() == WIDE else WIDE, HIGH),
            "hide": lambda: (self.view.hide(), self.view.show()),
            "cover": lambda: (self.view.setEnabled(False), self.view.setEnabled(True)),
        }[how]()
        assert self.view.shown.in_hand == {} and self.held == []
        self._expect_one_step_each(drags, before, seq)
        for note, seen in last.items():
            kept = self.board.note(note)
            grouped = any(m.note == note for m in self.board.session.all(Membership))
            assert grouped or (kept.x, kept.y) in ((seen.x, seen.y), before[note][:2])  # type: ignore[index]
        assert [page.text.words for page in self.pages.open] == words
        self.happened(f"{how} with {min(len(drags), 2)} held")

    def _tell(self, event: QEvent) -> None:
        QApplication.sendEvent(self.view, event)

    def _other_program(self) -> None:
        from PySide6.QtCore import Qt

        state = QGuiApplication.instance().applicationStateChanged  # type: ignore[union-attr]
        state.emit(Qt.ApplicationState.ApplicationInactive)

    # What is always so

    @invariant()
    def no_note_is_lost_or_doubled(self) -> None:
        assert {note.id: note.text for note in self.board.session.all(Note)} == self.written

    @invariant()
    def every_note_is_in_a_group_once(self) -> None:
        inside = [(m.note, m.group) for m in self.board.session.all(Membership)]
        assert len(set(inside)) == len(inside)
        model = self.view.model
        shown = {(note, group) for group, area in model.groups.items() for note in area.shown}
        assert shown <= set(inside)
        sights = [(lying.note, lying.group) for lying in model.notes_in(self._everywhere())]
        assert len(set(sights)) == len(sights)

    def _everywhere(self) -> object:
        from ui.board.layout import Rect

        return Rect(-1e5, -1e5, 2e5, 2e5)

    @invariant()
    def the_screen_shows_the_records(self) -> None:
        kept, fresh = self.view.model, BoardModel(is_tall)
        fresh.fill_from(self.board.bridge)
        assert kept.faces == fresh.faces
        assert kept.groups == fresh.groups
        assert set(kept.loose) == set(fresh.loose)
        for note in kept.loose:
            record = self.board.note(note)
            if (fresh.loose[note].x, fresh.loose[note].y) == (record.x, record.y) != (0, 0):
                assert kept.loose[note] == fresh.loose[note]

    @invariant()
    def a_held_note_has_one_holder(self) -> None:
        held = self.held
        assert len(set(held)) == len(held)
        assert set(self.view.shown.in_hand) == set(held)
        assert MOUSE not in self.view.touching.hands.down
        assert set(self.view.touching.hands.down) <= set(self.down)

    def teardown(self) -> None:
        for finger in list(self.down):
            self.board.lift(self.down.pop(finger).at, finger)
        assert len(self.view.touching.hands) == 0
        for page in self.pages.open:
            self.pages.close(page)
        self.view.close()
        self.view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.board.close()
        self.folder.cleanup()


def test_no_order_of_many_hands_loses_or_doubles_a_note(qtbot: QtBot) -> None:
    ManyHands.seen_so_far.clear()
    play(ManyHands, settings=DETERMINISTIC)
    wanted = {"on note", "on group", "on button", "on page", "on key", "on done", "on cloth"}
    wanted |= {"1 moved", "3 held", "written on a page", "a note in a hand is put away"}
    wanted |= {f"{how} with 1 held" for how in ("cancel", "deactivate", "program", "resize", "hide", "cover")}
    assert wanted <= ManyHands.seen_so_far, sorted(wanted - ManyHands.seen_so_far)


def test_a_hand_that_takes_what_another_holds_is_caught(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hands, "_is_held", lambda hands, thing: False)
    with pytest.raises((AssertionError, ExceptionGroup)):
        play(ManyHands, settings=DETERMINISTIC)
