"""Notes that may show who somebody is: looked at one after the other before anything is printed."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLayout, QWidget

from ui.board.faces import script_of
from ui.look import BOLD, MEDIUM, Side
from ui.page import Page
from ui.parts.desk_cards import is_low
from ui.parts.looking import in_words, outermost
from ui.parts.promises_sheets import sheet
from ui.parts.top_bar import PRINT, top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, STRONG, Button, Style
from ui.widgets.card import Card
from ui.widgets.field import Lines
from ui.widgets.keypad import KeyPad
from ui.widgets.marked_words import MarkedWords
from ui.widgets.progress import Segments
from ui.widgets.scroll import Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.records import Note
from workshop.session.people import Look, NameDecision

_CHOICE = Style(STRONG.kind, 88, 26, 30, padding=24, radius=16)  # the three are equal
MOST_SEGMENTS = 24


class NamesCheckPage(Page):
    """One note at a time with what was found in it: keep it, change it with the writer, leave it out."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """The first note; it goes back to the page that led here."""
        self.back_to = str(given.get("back_to", "print_out"))
        self.decided = 0
        self.skipped = 0
        self.changing: NoteId | None = None
        self.draft = ""

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Notes that may show somebody")

    def build(self) -> None:
        """The note to look at, or that all are looked at."""
        waiting = self.room.session.pack.waiting_for_a_look()
        changing = self.room.get(Note, self.changing) if self.changing is not None else None
        if changing is not None:
            parts = self._changing(changing)
        else:
            parts = [top_bar(self, PRINT), within(QWidget(), self._looking(waiting))]
        whole = self.column(*parts, gap=0)
        whole.setStretch(min(1, len(parts) - 1) if changing is None or not self._is_tight else 0, 1)
        self.body.setLayout(whole)

    def _looking(self, waiting: Sequence[Note]) -> QLayout:
        if not waiting:
            return sheet(self, self.name(), "", self._none(), self._back)
        under = self.words("Ask the writer if you can. A name is printed only with a yes.")
        asked = self._asked(waiting[self.skipped % len(waiting)], len(waiting))
        return sheet(self, self.name(), under, asked, self._back, *self._next_button(len(waiting)))

    def _none(self) -> QLayout:
        said = self.text(self.words("All notes are looked at. You can print."), 26, MEDIUM)
        to_print = self.button(self.words("Back to printing"), "printer", self._to_print, MAIN)
        return self.column(said, self.row(to_print, 1), 1, gap=24)

    def _next_button(self, count: int) -> list[Button]:
        return [self.button(self.words("Next note"), "arrow-right", self._next, PLAIN)] if count > 1 else []

    # One note

    def _asked(self, note: Note, count: int) -> QLayout:
        number = self.words("Note {n}", n=note.number)
        choices = self.row(*(self._choice(note.id, number, look) for look in Look), gap=16)
        for i in range(len(Look)):
            choices.setStretch(i, 1)
        return self.column(self._how_far(count), self._shown(note, number), choices, 1, gap=20)

    def _how_far(self, count: int) -> QWidget:
        total = self.decided + count
        far = self.words("{n} of {total} notes are looked at.", n=self.decided, total=total)
        said = self.text(far, 22, MEDIUM, wrap=total > MOST_SEGMENTS)
        parts: list[Part] = [said]
        if total <= MOST_SEGMENTS:
            parts.append(Segments(self.look, total, self.decided, width=max(172, 22 * total)))
        return within(QWidget(), self.row(*parts, 1, gap=20))

    def _shown(self, note: Note, number: str) -> QWidget:
        parts = [self.text(number, 20, colour="ink2"), *self._marked(note.text, note.language)]
        if note.translation:
            parts.append(self.text(self.words("What it means"), 20, colour="ink2"))
            parts += self._marked(note.translation, self.room.workshop.language)
        return within(
            Card(self.look, "linen", "card_edge", radius=12),
            self.column(*parts, gap=10, margins=(28, 20, 28, 22)),
        )

    def _marked(self, text: str, language: str) -> list[QWidget]:
        """The words with what was found underlined, and below in words what each of it tells."""
        found = outermost(self.room.session.people.tells(text, language))
        marks = [(passage.start, passage.end) for passage in found]
        shown = MarkedWords(self.look, text, marks, 36, language=script_of(text, language))
        told = [self.text(line, 22, BOLD, "amber", wrap=False) for line in in_words(text, found, self.words)]
        return [shown, within(QWidget(), Wrapping(self.look, *told, gap=32))]

    def _choice(self, note: NoteId, number: str, look: Look) -> Button:
        says, icon = {
            Look.KEEP: (self.words("Keep"), "check"),
            Look.CHANGE: (self.words("Change with the writer"), "pen-line"),
            Look.LEAVE_OUT: (self.words("Leave out"), "eye-off"),
        }[look]
        button = self.button(says, icon, lambda: self._choose(note, look), _CHOICE)
        button.setAccessibleName(f"{says}: {number}")
        return button

    # Other words

    @property
    def _is_tight(self) -> bool:
        """Whether the keys leave room for no more than the field."""
        return self.stage.one_screen and is_low(self.look)

    def _changing(self, note: Note) -> list[Part]:
        """The bar, the field with what was found, and the keys where there is one screen."""
        number, tight = self.words("Note {n}", n=note.number), self._is_tight
        self.field = Lines(self.look, number, self.draft, 2 if tight else 4, 28)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.textChanged.connect(self._keep_typed)
        self.setFocusProxy(self.field)
        save = self.button(self.words("Keep the new words"), "check", lambda: self.save(note.id), PLAIN)
        back = self.button(self.words("Back to the note"), "arrow-left", lambda: self.change(None), PLAIN)
        found = [] if tight else self._marked(note.text, note.language)
        card = within(
            Card(self.look),
            self.column(
                *found, self.field, self.row(back, save, 1, gap=16), gap=16, margins=(30, 16, 30, 16)
            ),
        )
        area = Scroll(
            self.look, within(QWidget(), self.column(card, 1)), self.words("More"), self.words("Back up")
        )
        middle = within(QWidget(), self.row(area, margins=(32, 12, 32, 12)))
        bar: list[Part] = [] if tight else [top_bar(self, PRINT)]
        return [*bar, middle, *([self._keys()] if self.stage.one_screen else [])]

    def _keys(self) -> KeyPad:
        keys = KeyPad(self.look, self.words)
        keys.attach(self.field)
        return keys

    def _keep_typed(self) -> None:
        self.draft = self.field.toPlainText()

    def on_change(self, change: Change) -> None:
        """While somebody types, only what happens to this note counts."""
        if self.changing is None or any(one.id == self.changing for one in change.diff):
            self.rebuild()

    # Acts

    def _choose(self, note: NoteId, look: Look) -> None:
        if look is Look.CHANGE:
            self.change(note)
        else:
            self.decided += 1
            if not self.did(self.room.session.people.review_names, [NameDecision(note, look)]):
                self.decided -= 1

    def change(self, note: NoteId | None) -> None:
        """Change the words of a note with its writer, or go back to it."""
        found = self.room.get(Note, note) if note is not None else None
        self.changing, self.draft = note, found.text if found is not None else ""
        self.rebuild()

    def save(self, note: NoteId) -> None:
        """Keep the new words; where they still may show somebody, the note is asked about again."""
        self.changing = None
        decision = NameDecision(note, Look.CHANGE, self.draft)
        if not self.did(self.room.session.people.review_names, [decision]):
            self.changing = note
        elif any(waiting.id == note for waiting in self.room.session.pack.waiting_for_a_look()):
            self.tell(self.words("These words may still show somebody. Look once more."), "look")
            self.rebuild()
        else:
            self.decided += 1
            self.rebuild()

    def _next(self) -> None:
        self.skipped += 1
        self.rebuild()

    def _to_print(self) -> None:
        self.stage.show_desk("print_out")

    def _back(self) -> None:
        self.stage.show_desk(self.back_to)


PAGE = NamesCheckPage
