"""The board in small, to say where a note goes: a touch on it is a place, or the group that lies there."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.board.layout import NOTE_H, NOTE_W
from ui.bridge import Bridge
from ui.look import Look
from ui.parts.desk_picture import Kind, PeoplePicture
from ui.widgets.people_preview import Above, PeoplePreview
from ui.widgets.touch import HAS_OTHER_WAYS
from ui.words import Words


class PlacePicture(PeoplePreview):
    """`placed` is sent with the corner of a note that lies about the touched place, and the group there."""

    placed = Signal(float, float, object)  # board units, GroupId or None

    def __init__(
        self, room: Bridge, look: Look, theirs: Look, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(room, look, theirs, words, parent)
        title = words("Or touch where it goes")
        self.setText(title)
        self.setAccessibleName(title)
        self.setProperty(HAS_OTHER_WAYS, True)  # the groups stand beside it as buttons, for the keyboard too
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_picture(PeoplePicture(Kind.BOARD, "monitor", title), Above(title))

    def _pick_at(self, where: QPointF) -> None:
        place = self.board_place(where)
        if place is not None:
            x, y = place
            group = self.model.group_at(x, y)
            self.placed.emit(max(0.0, x - NOTE_W / 2), max(0.0, y - NOTE_H / 2), group)
