"""A note carried with the arrow keys: it follows them as it follows a finger, and is saved when put down."""

from typing import TYPE_CHECKING

from ui.board.areas import Lying
from ui.board.faces import BACK
from ui.board.fitting import size_of
from ui.board.groups import name_of
from ui.board.layout import NOTE_H, NOTE_W, STEP_X, STEP_Y, Rect, field_of
from ui.board.scene import InHand
from workshop.domain.ids import NoteId
from workshop.domain.kinds import BoardLayout

if TYPE_CHECKING:
    from ui.board.view import BoardView

STEP = STEP_X / 2, STEP_Y / 2  # board units that one key goes


class Carrying:
    """The note in the keyboard's hand on one board, if there is one."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._note: NoteId | None = None
        self._over = ""

    @property
    def _held(self) -> InHand | None:
        return None if self._note is None else self._view.shown.in_hand.get(self._note)

    @property
    def rect(self) -> Rect | None:
        """Where the note is seen now, in board units; None where none is carried."""
        held = self._held
        face = None if held is None else self._view.model.faces.get(held.note)
        return None if held is None or face is None else Rect(held.x, held.y, *size_of(face))

    def carry(self, lying: Lying, right: int, down: int) -> None:
        """Take this note up, and one step on. What lies face down, or is in a hand already, stays."""
        view = self._view
        if self._held is None:
            if lying.note in view.shown.in_hand or view.model.faces.get(lying.note, BACK) is BACK:
                return
            self._note, self._over = lying.note, ""
        held = self._held or InHand(lying.note, lying.group, lying.rect.x, lying.rect.y)
        x, y = held.x + right * STEP[0], held.y + down * STEP[1]
        view.shown.in_hand[held.note] = InHand(held.note, held.group, x, y)
        if (rect := self.rect) is not None:
            view.look_to(rect)
            self._say_where(rect)
        view.update()

    def _say_where(self, rect: Rect) -> None:
        """Over which group the note is, or over which field of the grid, whenever that is another one."""
        model, words = self._view.model, self._view.words
        group, over = model.group_at(*rect.middle), ""
        if group is not None:
            over = name_of(model.groups[group], words) or words("Group without a name")
        elif model.arranged is BoardLayout.GRID and len(model.axes) > 3:
            middle_x, middle_y = rect.middle
            field = field_of(middle_x - NOTE_W / 2, middle_y - NOTE_H / 2)
            ends = () if field is None else tuple(model.axes[end] for end in field)
            over = words("{one} and {other}", one=ends[0], other=ends[1]) if ends else ""
        if over != self._over and over:
            self._view.announced.emit(over)
        self._over = over

    def put_down(self) -> NoteId | None:
        """Put the note down where it is seen, and save it there; which one it was."""
        note, held, rect = self._note, self._held, self.rect
        self.let_go()
        if held is not None and rect is not None:
            self._view.acts.put_down(held, rect)
        return None if held is None else note

    def let_go(self) -> bool:
        """The note is where it lay before; whether one was carried."""
        held, self._note = self._held, None
        if held is not None:
            del self._view.shown.in_hand[held.note]
            self._view.update()
        return held is not None

    def forget_missing(self) -> None:
        """A note that is not on the board any more is in no hand."""
        if self._note is not None and self._note not in self._view.model.faces:
            self.let_go()
