"""The buttons below the board: few in the simple dock, all behind "More", only those of quiet writing."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.parts.kinds import legend
from ui.widgets.button import DOCK, DOCK_MAIN, PLAIN, Button, Style
from ui.widgets.dock import Dock
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.screens.board import BoardPage

# With few buttons each has its icon beside its words.
SIMPLE = Style(height=96, text=26, icon=30, padding=32)
# Where there is little room they are all as low as a finger allows.
LOW = Style(height=64, text=22, icon=26, padding=14)
LOW_MAIN = Style(DOCK_MAIN.kind, 64, 22, 26, padding=14)


class BoardDock:
    """The dock of one board page."""

    def __init__(self, page: "BoardPage") -> None:
        self._page = page
        self.few = page.hidden or page.crowded or (page.stage.simple_dock and not page.all_acts)
        words = page.words
        facilitator = page.button(words("Facilitator"), "lock", page.stage.ask_number, PLAIN)
        self.undo = self._locked(self._button(words("Undo"), "undo-2"))
        self.undo.clicked.connect(page.undo)
        self.labels = legend(page.room.workshop, page.room.all(Note), words)
        buttons = [self._write(), *self._acts()]
        side = page.table.dock
        self.widget = Dock(page.look, words, buttons, facilitator, page.saved, self.labels, side)
        self.widget.fit_into(page.look.screen.width)

    def _write(self) -> Button:
        page, words = self._page, self._page.words
        style = DOCK_MAIN if page.look.roomy else LOW_MAIN
        # Beside many acts it is short, so that the legend of the colours still has room.
        said = words("Write a note") if self.few else words("Write")
        button = page.button(said, "pencil-line", page.write, style)
        button.setAccessibleName(words("Write a note"))
        return self._locked(button)

    def _locked(self, button: Button) -> Button:
        """A button that is for as long as the day goes on."""
        button.lock(self._page.why_not)
        return button

    def _button(self, words: str, icon: str) -> Button:
        """A button of the dock; with few of them there is room for large ones."""
        style = LOW if not self._page.look.roomy else SIMPLE if self.few else DOCK
        return self._page.button(words, icon, None, style)

    def _acts(self) -> list[QWidget]:
        """What can be done here. While writing is quiet only what writing needs."""
        page, words = self._page, self._page.words
        help_ = self._button(words("Help"), "concierge-bell")
        help_.clicked.connect(lambda: page.ask_for_help())
        if page.hidden:
            finished = self._locked(self._button(words("Finished"), "check"))
            finished.clicked.connect(page.finished)
            return [self.undo, finished, help_]
        if self.few:
            more = self._button(words("More"), "ellipsis")
            more.clicked.connect(page.more)
            return [self.undo, help_, more]
        return [self.undo, *self._all(help_)]

    def _all(self, help_: Button) -> list[QWidget]:
        page, words = self._page, self._page.words
        acts = [
            (words("New group"), "group", page.new_group),
            (words("Bigger"), "zoom-in", page.view.bigger),
            (words("Smaller"), "zoom-out", page.view.smaller),
            (words("Hear"), "volume-2", page.hear_picked),
            (words("List"), "list", page.show_list),
            (words("Display"), "type", page.show_display),
        ]
        found: list[QWidget] = []
        for said, icon, act in acts:
            button = self._button(said, icon)
            button.clicked.connect(lambda _=False, act=act: act())
            found.append(self._locked(button) if icon == "group" else button)
        found.append(help_)
        if page.stage.simple_dock:
            fewer = self._button(words("Fewer"), "ellipsis")
            fewer.clicked.connect(page.more)
            found.append(fewer)
        return found
