"""The quiet ways of the desk: who is here, the board, the day so far, undo, notes that wait, hidden ones."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.page import Page
from ui.parts.waiting import said_of_put_away, said_of_waiting
from ui.widgets.boxes import within
from ui.widgets.button import SMALL
from ui.widgets.wrapping import Wrapping
from workshop.domain.records import Note


class QuietWays(QWidget):
    """Buttons that are there at any time; how many wait and how many are hidden stands on two of them."""

    def __init__(self, page: Page, undo: Callable[[], object], *, waiting: bool, hidden: bool) -> None:
        super().__init__()
        words, show = page.words, page.stage.show_desk
        self._words = words
        self.waiting = page.button("", "hourglass", partial(show, "inbox"))
        self.hidden = page.button("", "eye-off", partial(show, "hide_note"))
        people = page.button(words("Who is here"), "users", partial(show, "arrivals"), SMALL)
        board = page.button(words("The board"), "layout-grid", partial(show, "board_settings"), SMALL)
        past = page.button(words("The day so far"), "history", partial(show, "history"), SMALL)
        back = page.button(words("Undo"), "undo-2", undo, SMALL)
        back.lock(page.why_closed)
        more = [*([self.waiting] if waiting else []), *([self.hidden] if hidden else [])]
        within(self, Wrapping(page.look, people, board, past, back, *more))

    def show_counts(self, notes: Iterable[Note]) -> None:
        """Say how many notes wait, and how many are hidden."""
        notes = tuple(notes)
        self.waiting.say(said_of_waiting(notes, self._words))
        self.hidden.say(*said_of_put_away(notes, self._words))
