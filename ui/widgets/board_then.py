"""The board as it was at a moment of the day, in small: the picture of the desk, filled from the past."""

from dataclasses import replace
from functools import cached_property

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.board.fitting import is_tall
from ui.board.model import BoardModel
from ui.bridge import Bridge
from ui.look import Look, TextSize
from ui.parts.desk_picture import Kind, PeoplePicture
from ui.widgets.people_preview import Above, PeoplePreview
from ui.words import Words
from workshop.session.looking_back import BoardThen

HIGHEST = 0.44  # of the screen


class BoardThenPicture(PeoplePreview):
    """A picture that is only looked at; `picked` says which note was touched, or None."""

    def __init__(
        self,
        room: Bridge,
        look: Look,
        words: Words,
        then: BoardThen,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        # Large letters would leave only colours in so small a picture; who touches a note reads it beside.
        super().__init__(room, look, replace(look, text_size=TextSize.STANDARD), words, parent)
        self.then = then
        self.setText(title)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_picture(PeoplePicture(Kind.BOARD, "monitor", title), Above(title))

    @cached_property
    def model(self) -> BoardModel:
        """The board as it was."""
        model = BoardModel(is_tall)
        model.fill(self.then.notes, self.then.groups, self.then.memberships)
        return model

    def heightForWidth(self, width: int) -> int:
        """The shape of a screen, but never so high that the note below it is out of sight."""
        return min(super().heightForWidth(width), round(self.look.screen.height * HIGHEST))
