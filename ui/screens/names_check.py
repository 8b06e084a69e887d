"""Notes that may show who wrote them: looked at one by one before anything is printed."""

from PySide6.QtWidgets import QLayout, QWidget

from ui.board.faces import script_of
from ui.look import MEDIUM, Side
from ui.page import Page
from ui.parts.promises_sheets import sheet
from ui.parts.promises_typed import type_again, typed_in
from ui.parts.top_bar import PRINT, top_bar
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, Style
from ui.widgets.card import Card
from ui.widgets.field import Lines
from ui.widgets.scroll import Place
from workshop.domain.ids import NoteId
from workshop.domain.records import Note
from workshop.session.people import Look, NameDecision

_CHOICE = Style(height=64, text=20, icon=24, padding=18)


class NamesCheckPage(Page):
    """Each note that waits, with three ways on: keep it, change it with the writer, leave it out."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """No note is being changed."""
        self.changing: NoteId | None = None
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Notes with a name in them")

    def build(self) -> None:
        """The notes, or that all are looked at."""
        waiting = self.room.session.pack.waiting_for_a_look()
        rows = [self._note(note) for note in waiting] or [self._none()]
        under = self.words("A name, an age or a ward can show who wrote it. Ask the writer if you can.")
        content = sheet(self, self.name(), under, self.column(*rows, 1, gap=16), self._back)
        layout = self.column(top_bar(self, PRINT), within(QWidget(), content), gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def rebuild(self) -> None:
        """Lay out again; what somebody is typing stays in its field."""
        typed = typed_in(self.body)
        super().rebuild()
        type_again(self.body, typed)

    def _none(self) -> QWidget:
        said = self.text(self.words("All notes are looked at. You can print."), 26, MEDIUM)
        to_print = self.button(self.words("Back to printing"), "printer", self._back, MAIN)
        return within(QWidget(), self.column(said, self.row(to_print, 1), gap=24))

    def _note(self, note: Note) -> QWidget:
        card = Card(self.look, "linen", "card_edge", radius=12)
        number = self.words("Note {n}", n=note.number)
        if note.id == self.changing:
            return within(card, self._changing(note, number))
        words = self.text(note.text, 26, MEDIUM, language=script_of(note.text, note.language))
        keep = self.button(self.words("Keep"), "check", lambda: self.decide(note.id, Look.KEEP), _CHOICE)
        change = self.button(self.words("Change"), "pen-line", lambda: self.change(note.id), _CHOICE)
        leave = self.button(
            self.words("Leave out"), "eye-off", lambda: self.decide(note.id, Look.LEAVE_OUT), _CHOICE
        )
        for button in (keep, change, leave):
            button.setAccessibleName(f"{button.text()}: {number}")
        said = self.column(self.text(number, 20, colour="ink2"), words, gap=2)
        laid_out = self.row(said, keep, change, leave, gap=12, margins=(20, 12, 16, 12))
        laid_out.setStretch(0, 1)
        return within(card, laid_out)

    def _changing(self, note: Note, number: str) -> QLayout:
        field = Lines(self.look, number, note.text, 3, 26)
        save = self.button(self.words("Keep the new words"), "check", lambda: self.save(note.id, field), MAIN)
        not_now = self.button(self.words("Back to the note"), "x", lambda: self.change(None), _CHOICE)
        return self.column(field, self.row(save, not_now, 1), gap=12, margins=(20, 12, 16, 12))

    # Acts

    def decide(self, note: NoteId, look: Look) -> None:
        """Keep a note as it is, or leave it out."""
        self.did(self.room.session.people.review_names, [NameDecision(note, look)])

    def change(self, note: NoteId | None) -> None:
        """Change the words of a note with its writer."""
        self.changing = note
        self.rebuild()

    def save(self, note: NoteId, field: Lines) -> None:
        """Keep the new words; a name that is still in them waits on."""
        text = field.toPlainText()
        self.changing = None
        if not self.did(self.room.session.board.edit_note, note, text, at_desk=True):
            self.changing = note

    def _back(self) -> None:
        self.stage.show_desk("print_out")


PAGE = NamesCheckPage
