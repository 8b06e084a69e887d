"""Looking for notes that seem to say the same, while nobody does anything.

Only notes in view are compared, one at a time between two frames, so that no finger waits; a note that
is picked is compared with all. What is found becomes a small mark on both notes; nothing is ever laid
together by itself. "Keep both" is remembered as long as this window is open.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.board.faces import BACK
from ui.board.model import BoardModel
from workshop.domain.alike import Alike, alike_to
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.board.view import BoardView

QUIET_MS = 900  # nothing was painted for so long
MOST_COMPARED = 150  # notes in view; with more of them words cannot be read anyway
MOST_SEARCHED = 500  # notes on the board; with more of them whoever picks a note would wait
MOST_MARKED = 12  # notes with a mark: a board full of marks says nothing


class Likeness(QObject):
    """What one view has found out about notes that look alike."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._found: dict[frozenset[NoteId], Alike] = {}
        self._kept: set[frozenset[NoteId]] = set()
        self._looked_at: set[NoteId] = set()
        self._in_view: list[Note] = []
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._begin)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._go_on)

    def wait(self) -> None:
        """Something is happening: look later."""
        self._next.stop()
        self._quiet.start()

    def forget(self, change: Change) -> None:
        """Notes that say something else now, or lie elsewhere, are looked at again."""
        notes = {NoteId(each.id) for each in change.diff if each.table == "note"}
        if notes:
            self._looked_at -= notes
            gone = [pair for pair in self._found if pair & notes]
            for pair in gone:
                del self._found[pair]
            if gone:
                self._show()

    def keep_both(self, one: NoteId, other: NoteId) -> None:
        """Never offer these two again in this window."""
        self._kept.add(frozenset((one, other)))
        self._show()

    def look_for(self, note: NoteId) -> None:
        """Look on the whole board for notes like this one, which is picked."""
        model = self._view.model
        if len(model) > MOST_SEARCHED or model.faces.get(note, BACK) is BACK:
            return
        every = [_note(model, id_) for id_, face in model.faces.items() if face is not BACK]
        for pair in alike_to(_note(model, note), every):
            self._found[frozenset((pair.first, pair.second))] = pair
        self._show(note)

    def look(self) -> None:
        """Look at all notes in view now, however long it takes: for pictures of the board, and tests."""
        self._begin()
        while self._next.isActive():
            self._go_on()

    def _begin(self) -> None:
        view, model = self._view, self._view.model
        lying = model.notes_in(view.camera.in_view)
        ids = dict.fromkeys(note for note, _, _ in lying if model.faces[note] is not BACK)
        if len(ids) > MOST_COMPARED or ids.keys() <= self._looked_at:
            return
        self._in_view = [_note(model, id_) for id_ in ids]
        self._next.start()

    def _go_on(self) -> None:
        self._next.stop()
        note = next((n for n in self._in_view if n.id not in self._looked_at), None)
        if note is None:
            self._show()
            return
        self._looked_at.add(note.id)
        for pair in alike_to(note, self._in_view):
            self._found[frozenset((pair.first, pair.second))] = pair
        self._next.start()

    def _show(self, picked: NoteId | None = None) -> None:
        """Mark the likest ones, unless they are marked so already."""
        hints, marks = self._view.scene.overlays.hints, self._marks(picked or self._view.shown.picked.note)
        if (hints.looks_like or {}) != marks:
            hints.looks_like = marks
            hints.version += 1
            self._view.update()

    def _marks(self, picked: NoteId | None) -> dict[NoteId, NoteId]:
        """For each note to be marked, the one it looks like; those of the picked one before all others."""
        marks: dict[NoteId, NoteId] = {}
        likest = sorted(self._found.items(), key=lambda found: (picked not in found[0], -found[1].how_much))
        for key, pair in likest:
            for note, other in ((pair.first, pair.second), (pair.second, pair.first)):
                if key not in self._kept and other in self._view.model.faces:
                    marks.setdefault(note, other)
            if len(marks) >= MOST_MARKED:
                break
        return marks


def _note(model: BoardModel, note: NoteId) -> Note:
    """What is compared of a note."""
    return Note(note, model.number_of(note), model.faces[note].text)
