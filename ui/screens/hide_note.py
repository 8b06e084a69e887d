"""Why a note was hidden: said after it is out of sight. The note itself is kept, and counted.

Without a note the page lists all that are hidden, those without a reason first.
"""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.desk_cards import grid, is_low
from ui.parts.kinds import kind_name
from ui.parts.line_below import LineBelow
from ui.parts.on_note import images_on
from ui.parts.waiting import has_no_reason, put_away, was_in_sight
from ui.widgets.boxes import within
from ui.widgets.button import Button, Style
from ui.widgets.card import Card
from ui.widgets.field import Line, placeholder
from ui.widgets.large_note import LargeNote
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note

REASON = Style(height=80, text=24, padding=24, at_start=True)


class HideNotePage(Page):
    """A few reasons to choose from, a line for another one, and the note back in its place."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Keep which note it is about, and another reason while it is typed; `back` is where it leads."""
        self.note = NoteId(str(given["note"])) if "note" in given else None
        self.back_to = str(given.get("back", "desk"))
        self.draft = ""
        self.line = LineBelow(self, self.rect)
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Hidden notes") if self.note is None else self.words("Why is this note hidden?")

    def build(self) -> None:
        """The note with its reasons, or all hidden notes."""
        inside = self._all_hidden() if self.note is None else self._one(self.note)
        card = Card(self.look)
        within(card, inside)
        content = within(QWidget(), self.column(card, 1))
        scroll = Scroll(self.look, content, self.words("More"), self.words("Back"), self.place)
        side, edge = (24, 16) if is_low(self.look) else (160, 48)
        self.body.setLayout(self.column(scroll, margins=(side, edge, side, edge)))

    def _all_hidden(self) -> QLayout:
        words = self.words
        title = self.text(words("Hidden notes"), 36, BOLD)
        why = self.text(words("Nobody in the room sees them. Each one is kept, with its reason."), 24)
        rows: list[QWidget] = []
        for note in put_away(self.room.all(Note)):
            reason = words("No reason yet") if has_no_reason(note) else note.withheld_reason
            said = note.text if was_in_sight(note) else words("Written face down. Nobody has read it.")
            row = RowButton(self.look, said, "circle-dashed" if has_no_reason(note) else "check", reason)
            row.clicked.connect(lambda _=False, id_=note.id: self.show_note(id_))
            rows.append(row)
        rows = rows or [self.text(words("No note is hidden."), 24)]
        back = self.button(words("Back to the desk"), "arrow-left", self.back)
        return self.column(title, why, *rows, self.row(back, 1), gap=20, margins=(48, 36, 48, 36))

    def _one(self, id_: NoteId) -> QLayout:
        """The note, the reasons, another reason, and the ways back."""
        note, words = self.room.get(Note, id_), self.words
        title = self.text(words("Why is this note hidden?"), 36, BOLD)
        why = self.text(words("Nobody in the room sees this. The note is kept, and counted."), 24)
        back = self.button(words("Back without a reason"), "arrow-left", self.back)
        parts: list[QWidget] = [title, why]
        if note is not None and was_in_sight(note):
            kind = kind_name(self.room.workshop, note.kind, words)
            images = images_on(self.room, note.id, self.look, self.look.px(160))
            parts.append(LargeNote(self.look, words, note, 26, kind, images))
        parts.append(self._reasons(note))
        parts.append(self._another())
        again = self.button(words("Show the note again"), "undo-2", self.show_again)
        parts.append(within(QWidget(), self.row(back, again, 1, gap=20)))
        return self.column(*parts, gap=20, margins=(48, 36, 48, 36))

    def _reasons(self, note: Note | None) -> QWidget:
        words = self.words
        said = note.withheld_reason if note is not None else ""
        reasons = (
            words("It names somebody"),
            words("It tells of somebody’s health"),
            words("It may hurt somebody"),
            words("The writer asked for it"),
            words("It is here twice"),
            words("It is about something else"),
        )
        return grid(self.look, [self._reason(text, text == said) for text in reasons], 2)

    def _reason(self, text: str, chosen: bool) -> Button:
        button = self.button(text, "check" if chosen else "", partial(self.say_why, text), REASON)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return button

    def _another(self) -> QWidget:
        """A line for another reason; with one screen, a button that brings the line and its keys."""
        words = self.words
        if self.stage.one_screen:
            ask = partial(self.line.open, words("Another reason"), "", self.say_why)
            return within(QWidget(), self.row(self.button(words("Another reason"), "pen-line", ask), 1))
        self.field = Line(self.look, words("Another reason"), self.draft, 24, language=words.language)
        placeholder(self.field, self.look, words("Another reason"))
        self.field.textChanged.connect(self._keep)
        self.field.returnPressed.connect(self.keep_typed)
        keep = self.button(words("Keep this reason"), "check", self.keep_typed)
        row = self.row(self.field, keep, gap=16)
        row.setStretch(0, 1)
        return within(QWidget(), row)

    def _keep(self, text: str) -> None:
        self.draft = text

    def on_change(self, change: Change) -> None:
        """Somebody may be typing: only this note itself matters here."""
        mine = any(c.table == "note" and self.note in (None, c.id) for c in change.diff)
        if mine and not (self.line.is_open or isinstance(self.focusWidget(), Line)):
            self.rebuild()

    def rebuild(self) -> None:
        """What somebody writes in the panel stays above."""
        super().rebuild()
        self.line.stay_above()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel stays in sight."""
        super().resizeEvent(event)
        self.line.place()

    # Acts

    def say_why(self, reason: str) -> bool:
        """Keep a reason, and go back; whether it was taken."""
        note = self.note
        taken = note is not None and self.did(self.room.session.board.withhold_note, note, reason)
        if taken:
            self.back()
        return taken

    def keep_typed(self) -> None:
        """Keep the reason that was typed."""
        self.say_why(self.draft)

    def show_again(self) -> None:
        """Put the note back in its place."""
        note = self.room.get(Note, self.note) if self.note is not None else None
        if note is not None and note.state is NoteState.WITHHELD:
            if not self.did(self.room.session.board.restore_note, note.id):
                return
        self.back()

    def show_note(self, note: NoteId) -> None:
        """Say why this one is hidden; the list comes again after."""
        self.stage.show_desk("hide_note", note=note, back="hide_note")

    def back(self) -> None:
        """Back to where this page was called from."""
        self.stage.show_desk("desk" if self.note is None else self.back_to)


PAGE = HideNotePage
