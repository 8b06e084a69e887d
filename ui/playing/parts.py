"""One sheet with the parts that all screens are made of, each in the states it can have.

For whoever carries the app on: made with the pictures, never shown to people, so it is in English only.
Each part is the one that the screens use. Nothing here is drawn for the sheet; what looks wrong here
looks wrong on a screen.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from ui.board.cache import note_pictures, room_around
from ui.board.faces import Face
from ui.board.painting import style_of
from ui.look import BOLD, NOTES, SEMIBOLD, Look
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.button import MAIN, PLAIN, Button, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.message import MessageBar
from ui.widgets.page_preview import Busy
from ui.widgets.seats import Seats
from ui.widgets.text import Text
from workshop.domain.kinds import NoteKind

WIDE, HIGH = 1920, 1080
EDGE, BETWEEN = 32, 16
SEATS, HAVE_FINISHED = 14, 9
SHEETS, PRINTED = 14, 6
_WRITE = Style(Kind.MAIN, 64, 22, 28)
_HOW_EACH_IS_SAID = (
    ("done", "Copied to USB at 15:31. You can take the stick out."),
    ("info", "The last copy was at 13:30. Put in a USB stick when you can."),
    ("look", "Battery 12%. Everything is saved. Please plug in the laptop."),
)


class PartsSheet(Ground):
    """The parts and their states on a page of 1920 × 1080 pixels; the focus shows in an active window."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName("Parts and their states")
        self.setFixedSize(WIDE, HIGH)
        self.notes = {kind: _note(look, kind) for kind in NoteKind}
        self.buttons = _buttons(look)
        self.seats = [_seats(look, finished) for finished in (0, HAVE_FINISHED)]
        self.busy = _busy(look)
        self.messages = _messages(look)
        self._lay_out()
        self.buttons["Keyboard focus"].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        edge = self.look.px(EDGE)
        grid.setContentsMargins(edge, self.look.px(14), edge, self.look.px(14))
        grid.setSpacing(self.look.px(BETWEEN))
        grid.addWidget(self._notes_panel(), 0, 0, 1, 2)
        grid.addWidget(self._buttons_panel(), 1, 0)
        grid.addWidget(self._seats_panel(), 1, 1)
        grid.addWidget(self._empty_panel(), 2, 0)
        grid.addWidget(self._busy_panel(), 2, 1)
        grid.addWidget(self._messages_panel(), 3, 0, 1, 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)

    def _panel(self, title: str, *parts: Part, shadow: int = 0) -> QWidget:
        """A card with a title. Where parts have a shadow round them, their edges stand below the title's."""
        head = Text(self.look, title, 24, BOLD)
        head.setContentsMargins(shadow, 0, 0, 0)
        laid_out = column(
            self.look, head, *parts, gap=14 - shadow, margins=(24 - shadow, 15, 24, 15 - shadow)
        )
        return within(Card(self.look, edge="line"), laid_out)

    def _quietly(self, text: str) -> Text:
        return Text(self.look, text, 22, colour="ink2")

    def _notes_panel(self) -> QWidget:
        shadow = room_around(self.look.scale)
        notes = row(self.look, *self.notes.values(), 1, gap=38 - 2 * shadow)
        return self._panel("Notes: colour, symbol and words always go together", notes, shadow=shadow)

    def _buttons_panel(self) -> QWidget:
        look = self.look
        states = [
            column(look, 1, Text(look, state, 20, SEMIBOLD, "ink2", wrap=False), button, gap=8)
            for state, button in self.buttons.items()
        ]
        why = self._quietly("A button that cannot be used stays readable. Touch it and it says why.")
        return self._panel("Buttons", row(look, *states, 1, gap=17), why, 1)

    def _seats_panel(self) -> QWidget:
        never = self._quietly("Filled clockwise from the top left. A seat is never a person.")
        tables = row(self.look, *self.seats, never, gap=24)
        tables.setStretch(len(self.seats), 1)
        return self._panel("Seats: the only progress people see", tables, 1)

    def _empty_panel(self) -> QWidget:
        return self._panel("Empty: a dashed line always means “empty, to be filled”", _empty(self.look))

    def _busy_panel(self) -> QWidget:
        return self._panel("Busy", self.busy, 1)

    def _messages_panel(self) -> QWidget:
        return self._panel("Messages: what happened, is it safe, what to do", self._messages_in_pairs())

    def _messages_in_pairs(self) -> QLayout:
        pairs = QGridLayout()
        pairs.setSpacing(self.look.px(14))
        for i, message in enumerate(self.messages):
            pairs.addWidget(message, i // 2, i % 2)
            pairs.setColumnStretch(i % 2, 1)
        return pairs


def _note(look: Look, kind: NoteKind) -> QLabel:
    """A note as the board paints it, with the name of its kind as its words."""
    label = NOTES[kind].label
    note = QLabel()
    pictures = note_pictures(style_of(look, "read"), look.colours)
    note.setPixmap(pictures.make(Face(label, kind), look.scale, note.devicePixelRatioF()))
    note.setAccessibleName(label)
    return note


def _buttons(look: Look) -> dict[str, Button]:
    """A button in each of its states, by the name of the state."""
    buttons = {
        "Main, 96 px": Button(look, "Done", "check", MAIN),
        "Normal, 64 px": Button(look, "Find", "search", PLAIN),
        "Pressed": Button(look, "Find", "search", PLAIN),
        "Keyboard focus": Button(look, "Find", "search", PLAIN),
        "Not now": Button(look, "Vote", "vote", PLAIN),
    }
    buttons["Pressed"].setDown(True)
    buttons["Not now"].lock("After the ideas, step 6")
    return buttons


def _seats(look: Look, finished: int) -> Seats:
    seats = Seats(look, "", 330)
    seats.show_count(finished, SEATS, "")
    seats.setAccessibleName(f"{finished} of {SEATS}")
    return seats


def _empty(look: Look) -> Card:
    """What a page shows where nothing is yet: what is missing, and the way to the first one."""
    first = Button(look, "Write a note", "pencil-line", _WRITE)
    said = Text(look, "No notes yet", 30, BOLD, centre=True)
    how = Text(look, "Touch “Write a note” to put the first one here.", 22, centre=True)
    card = Card(look, "", "edge", radius=16, line=2, dashed=True)
    within(card, column(look, 1, said, how, row(look, 1, first, 1), 1, gap=10, margins=(22, 12, 22, 12)))
    return card


def _busy(look: Look) -> Busy:
    calm = "You can carry on working. We tell you when it is done."
    busy = Busy(look, "printer", calm, "Stop", lambda: None)
    busy.say(f"Printing {PRINTED} of {SHEETS}", PRINTED / SHEETS)
    return busy


def _messages(look: Look) -> list[MessageBar]:
    """One message of each kind; the last offers a way on."""
    messages = [MessageBar(look, text, kind, "Close") for kind, text in _HOW_EACH_IS_SAID]
    refused = "The printer is out of paper. Nothing is lost. Add paper, then touch “Try again”."
    way_on = MessageBar(look, refused, "stop", "Close", button="Try again", act=lambda: None)
    return [*messages, way_on]
