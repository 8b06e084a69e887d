"""Other words for a note that is older than two minutes: changed at the desk, with whoever wrote it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.desk_cards import is_low
from ui.parts.kinds import kind_name
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, PLAIN
from ui.widgets.card import Card
from ui.widgets.field import Lines
from ui.widgets.keypad import KeyPad
from ui.widgets.large_note import LargeNote
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.records import Note


class ChangeNotePage(Page):
    """The note as it is now, its words to change, and the keys for them where there is one screen."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Keep which note it is about, and its new words while they are typed."""
        self.note = NoteId(str(given["note"]))
        note = self.room.get(Note, self.note)
        self.draft = "" if note is None else note.text
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Change the words of this note")

    def build(self) -> None:
        """The note and its words; below them the keys."""
        words, side = self.words, 24 if is_low(self.look) else 160
        card = Card(self.look)
        within(card, self._parts())
        content = within(QWidget(), self.column(card, 1))
        scroll = Scroll(self.look, content, words("More"), words("Back up"), self.place)
        parts: list[QWidget] = [within(QWidget(), self.column(scroll, margins=(side, 24, side, 24)))]
        if self.stage.one_screen:
            keys = KeyPad(self.look, words)
            keys.attach(self.field)
            parts.append(keys)
        whole = self.column(*parts, gap=0)
        whole.setStretch(0, 1)
        self.body.setLayout(whole)
        self.setFocusProxy(self.field)

    def _parts(self) -> QLayout:
        note, words = self.room.get(Note, self.note), self.words
        title = self.text(self.name(), 30 if is_low(self.look) else 36, BOLD)
        above = [] if note is None or self._is_tight else self._as_it_is(note)
        self.field = Lines(self.look, words("The new words"), self.draft, 2 if self._is_tight else 3, 26)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.textChanged.connect(self._keep_typed)
        style = PLAIN if self._is_tight else MAIN
        save = self.button(words("Keep the new words"), "check", self.save, style)
        save.lock(self.why_closed)
        back = self.button(words("Back to the desk"), "arrow-left", self.back, PLAIN)
        acts = within(QWidget(), self.row(back, save, 1, gap=20))
        edge = 12 if self._is_tight else 28
        return self.column(title, *above, self.field, acts, gap=16, margins=(40, edge, 40, edge))

    @property
    def _is_tight(self) -> bool:
        """Whether the keys leave room for no more than the field."""
        return self.stage.one_screen and is_low(self.look)

    def _as_it_is(self, note: Note) -> list[QWidget]:
        words = self.words
        return [
            self.text(words("Do it together with the person who wrote it."), 24),
            self.text(words("As it is now"), 20, SEMIBOLD, "ink2"),
            LargeNote(self.look, words, note, 24, kind_name(self.room.workshop, note.kind, words)),
            self.text(words("The new words"), 20, SEMIBOLD, "ink2"),
        ]

    def _keep_typed(self) -> None:
        self.draft = self.field.toPlainText()

    def on_change(self, change: Change) -> None:
        """The note was changed elsewhere: it is shown as it is now; what is being typed stays."""
        if any(c.table == Note.table and c.id == self.note for c in change.diff):
            self.rebuild()

    # Acts

    def save(self) -> None:
        """Keep the new words, and go back."""
        if self.did(self.room.session.board.edit_note, self.note, self.draft, at_desk=True):
            self.back()

    def back(self) -> None:
        """Back to the desk; the note stays as it is."""
        self.stage.show_desk("desk")


PAGE = ChangeNotePage
