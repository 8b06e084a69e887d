"""Why a note was hidden: asked later, and only if the facilitator wants to say. The note itself is kept."""

from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.desk_cards import grid
from ui.widgets.boxes import within
from ui.widgets.button import Button, Style
from ui.widgets.card import Card
from ui.widgets.field import Line, placeholder
from ui.widgets.large_note import LargeNote
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
        """Keep which note it is about, and another reason while it is typed."""
        self.note = NoteId(str(given["note"]))
        self.draft = ""
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Why is this note hidden?")

    def build(self) -> None:
        """The note, the reasons, another reason, and the ways back."""
        note, words = self.room.get(Note, self.note), self.words
        title = self.text(words("Why is this note hidden?"), 36, BOLD)
        why = self.text(words("Nobody in the room sees this. The note is kept, and counted."), 24)
        back = self.button(words("Back without a reason"), "arrow-left", self.back)
        parts: list[QWidget] = [title, why]
        if note is not None and note.text:
            parts.append(LargeNote(self.look, words, note, 26))
        parts.append(self._reasons(note))
        parts.append(self._another())
        again = self.button(words("Show the note again"), "undo-2", self.show_again)
        parts.append(within(QWidget(), self.row(back, again, 1, gap=20)))
        card = Card(self.look)
        within(card, self.column(*parts, gap=20, margins=(48, 36, 48, 36)))
        content = within(QWidget(), self.column(card, 1))
        scroll = Scroll(self.look, content, words("More"), words("Back"), self.place)
        self.body.setLayout(self.column(scroll, margins=(160, 48, 160, 48)))

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
        words = self.words
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
        if any(c.table == "note" and c.id == self.note for c in change.diff) and not self.field.hasFocus():
            self.rebuild()

    # Acts

    def say_why(self, reason: str) -> None:
        """Keep a reason, and go back."""
        if self.did(self.room.session.board.withhold_note, self.note, reason):
            self.back()

    def keep_typed(self) -> None:
        """Keep the reason that was typed."""
        self.say_why(self.draft)

    def show_again(self) -> None:
        """Put the note back in its place."""
        note = self.room.get(Note, self.note)
        if note is not None and note.state is not NoteState.WITHHELD:
            self.back()
        elif self.did(self.room.session.board.restore_note, self.note):
            self.back()

    def back(self) -> None:
        """Back to the desk."""
        self.stage.show_desk("desk")


PAGE = HideNotePage
