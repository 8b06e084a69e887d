"""What a touch means for the workshop: which act of the session follows a tap or a note put down.

It asks the session and waits: the board looks different only when the change comes back. Where the
session refuses, the note is shown again where it lies.
"""

from typing import TYPE_CHECKING

from ui.board.faces import BACK
from ui.board.layout import NOTE_W, Rect
from ui.board.overlays import GOES, NOTHING, Does, Picked
from ui.board.scene import InHand
from ui.board.things import OnButton, OnName, OnNote, Touched
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.board.view import BoardView


class Acts:
    """The acts of one view."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view

    def tap(self, thing: Touched, x: float, y: float) -> None:
        """A touch on a thing at a place, in pixels."""
        match thing:
            case OnButton(does, on):
                self.press(does, on)
            case OnNote(note) if not self._is_moving(note):
                self._pick_or_let_go(note, x, y)
            case OnName(group) if not self._view.shown.picked.moving:
                self._view.read_group.emit(group)
            case _ if self._view.shown.picked.moving:
                self._put_at(*self._view.camera.to_board(x, y))
            case None:
                touched = self._view.camera.to_board(x, y)
                self._view.wants_page.emit(*self._view.model.place_near(*touched))

    def _is_moving(self, touched: NoteId) -> bool:
        """Whether the touch on this note says where another one goes."""
        picked = self._view.shown.picked
        return picked.moving and picked.note != touched

    def _pick_or_let_go(self, note: NoteId, x: float, y: float) -> None:
        if self._view.model.faces.get(note, BACK) is BACK:
            return  # nobody reads or changes what lies face down
        if self._view.shown.picked.note == note:
            self._view.pick(None)
            return
        lying = self._view.model.note_at(*self._view.camera.to_board(x, y))
        self._view.choose(Picked(note, lying.group if lying else None))

    def press(self, does: Does, on: NoteId | GroupId) -> None:
        """A painted button was touched, or chosen with a key."""
        view = self._view
        match does:
            case Does.PUT:
                self.put_in(GroupId(on))
            case Does.NAME:
                view.wants_name.emit(on)
            case Does.MOVE:
                view.start_moving()
            case Does.LEFT | Does.RIGHT | Does.UP | Does.DOWN:
                view.go(*GOES[does])
            case Does.CHANGE:
                view.wants_text.emit(on)
            case Does.HEAR:
                note = view.bridge.get(Note, on)
                if note is not None and NoteId(on) in view.model.faces:
                    view.asked_to_hear.emit(note.text, note.language)

    # Where the picked note goes

    def put_in(self, group: GroupId) -> None:
        """Put the picked note into a group, out of the one it was touched in."""
        view, picked = self._view, self._view.shown.picked
        if picked.note is None:
            return
        out_of = picked.group if picked.group in view.model.groups_of(picked.note) else None
        board = view.bridge.session.board
        if view.bridge.did(board.drop_note, picked.note, group=group, out_of=out_of):
            view.pick(None)

    def _put_at(self, x: float, y: float) -> None:
        """Put the picked note where the board was touched: into the group there, or loose."""
        view, picked = self._view, self._view.shown.picked
        group = view.model.group_at(x, y)
        if group is not None:
            self.put_in(group)
        elif picked.note is not None:
            held = InHand(picked.note, picked.group, x - NOTE_W / 2, y - 20)
            if self._put_loose(held, (x, y)):
                view.pick(None)

    # A note that was carried

    def put_down(self, held: InHand, area: Rect) -> None:
        """A note was put down; `area` is its rectangle now, in board units. It counts where its middle is."""
        view, middle = self._view, area.middle
        group = view.model.group_at(*middle)
        if group is not None and group == held.group:
            return
        if group is None:
            self._put_loose(held, middle)
            return
        board = view.bridge.session.board
        view.bridge.did(board.drop_note, held.note, group=group, out_of=held.group)

    def _put_loose(self, held: InHand, middle: tuple[float, float]) -> bool:
        """Put a note on the cloth, or together with the loose note that lies there."""
        view = self._view
        board = view.bridge.session.board
        below = self._loose_below(held.note, *middle)
        if below is not None and held.group is None:
            return view.bridge.do(board.make_group, "", [below, held.note]) is not None
        return view.bridge.did(board.drop_note, held.note, held.x, held.y, None, held.group)

    def _loose_below(self, note: NoteId, x: float, y: float) -> NoteId | None:
        """The loose note in sight under a place, other than this one; only of two readable ones."""
        model = self._view.model
        if model.faces.get(note, BACK) is BACK:
            return None
        for lying in reversed(model.notes_in(Rect(x, y, 0.01, 0.01))):
            if lying.note != note and lying.group is None and model.faces[lying.note] is not BACK:
                return lying.note
        return None

    # Keys

    def new_group(self) -> None:
        """Place an empty group, and ask for its name."""
        made = self._view.bridge.do(self._view.bridge.session.board.make_group)
        if made is not None:
            self._view.wants_name.emit(made.group)

    def undo(self) -> None:
        """Ask for the last act to be taken back: which one that is, the page knows."""
        self._view.wants_undo.emit()

    def let_go(self) -> bool:
        """Let go of what is picked; whether anything was."""
        was = self._view.shown.picked != NOTHING
        self._view.pick(None)
        return was
