"""A board that many hands play on: where its things are, and what must be true whatever hands do."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis.stateful import RuleBasedStateMachine, invariant
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication

from tests.ui.board.given import Board
from tests.ui.board.test_pens import Pen
from tests.ui.board.writing_room import middle, on_page
from ui.board.fitting import is_tall
from ui.board.hands import MOUSE, Carry
from ui.board.ink_painting import Points
from ui.board.layout import Rect
from ui.board.model import BoardModel
from ui.board.scene import InHand
from ui.board.things import OnNote
from ui.board.writing import Page, Pages
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.labels import Label
from workshop.domain.records import Membership, Note

OF_A_DRAG = {Label.MOVE_NOTES, Label.PUT_IN_GROUP, Label.MAKE_GROUP}
MOST_NOTES = 14
Kept = tuple[float, float, set[GroupId]]  # where a note lies, and the groups it is in


@dataclass
class Down:
    """A finger that is down, and where."""

    at: QPoint


class BoardOfMany(RuleBasedStateMachine):
    """A real view, real writing pages and a real workshop; after each step its invariants are asked."""

    seen_so_far: ClassVar[set[str]] = set()  # kinds of things that happened in any run

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.board = Board(Path(self.folder.name) / "day")
        self.view = self.board.view
        self.pages = Pages(parent=self.view, clock=lambda: self.board.now() / 1000)
        self.pens = [Pen(self.board, number) for number in (1, 2)]
        self.view.wants_page.connect(self.open_page)
        self.view.touching.wants_drawing.connect(self.open_page)
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

    def write(self, text: str, at: tuple[int, int]) -> None:
        note = self.board.session.board.add_note(text, x=float(at[0]), y=float(at[1])).note
        self.written[note] = text.strip()

    def open_page(self, x: float, y: float, strokes: Sequence[Points] = ()) -> None:
        """Open a page to write on, as the board page does."""
        view = self.view
        if len(self.written) < MOST_NOTES and len(self.pages.open) < 2:
            here = (view, self.board.bridge, view.look, view.words, x, y)
            self.pages.open_at(*here, strokes=strokes)

    # Where things are

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

    # What is expected

    def _drag_of(self, finger: int) -> list[NoteId]:
        thing = self.view.touching.hands.held_by(finger)
        return [thing.note] if isinstance(thing, OnNote) and thing.note in self.held else []

    def _kept(self, notes: list[NoteId]) -> dict[NoteId, Kept]:
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

    def _all_places(self) -> dict[NoteId, Kept]:
        return self._kept(list(self.written))

    def _in_locked(self) -> set[tuple[NoteId, GroupId]]:
        """What lies in groups that are locked."""
        locked = {group.id for group in self.board.groups() if group.locked}
        return {(m.note, m.group) for m in self.board.session.all(Membership) if m.group in locked}

    def _expect_one_step_each(self, drags: list[NoteId], before: dict[NoteId, Kept], seq: int) -> None:
        """Every drag that ended is one step to take back, or none where the note lies as before."""
        moved = [note for note in drags if self._kept([note])[note] != before[note]]
        if drags:
            steps = self.seq - seq
            labels = {Label(entry.label) for entry in self.board.session.last_acts(steps)} if steps else set()
            assert labels <= OF_A_DRAG
            # One laid on another that was put down where it lay before: both are in a new group, by one step.
            joined = Label.MAKE_GROUP in labels and 0 < steps < len(moved)
            assert steps == len(moved) or joined
            self.happened(f"{len(moved)} moved")

    def _expect_where_seen(self, hands: dict[NoteId, InHand]) -> None:
        """What was in a hand lies where it was last seen, or in a group."""
        for note, seen in hands.items():
            if note in self.held:
                continue  # it was put down under one finger before, and another has it by now
            kept, grouped = self._kept([note])[note], self.board.note(note).same_as is not None
            x, y, groups = kept
            assert grouped or groups or (x, y) == pytest.approx((seen.x, seen.y), abs=0.1)

    def _expect_notes_of(self, pages: tuple[Page, ...], thrown: int) -> None:
        """Pages that were finished are notes now, those that were thrown away are not."""
        gone = [page for page in pages if page not in self.pages.open and not page.sheet().is_empty]
        new = [note for note in self.board.session.all(Note) if note.id not in self.written]
        assert len(new) == len(gone) - thrown
        self.written |= {note.id: note.text for note in new}
        if new:
            self.happened("written on a page")

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
        sights = [(lying.note, lying.group) for lying in model.notes_in(Rect(-1e5, -1e5, 2e5, 2e5))]
        assert len(set(sights)) == len(sights)

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
