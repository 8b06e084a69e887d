"""The invented day, played through the real windows from the first start to the printed sheet.

Each part of the day is a function that touches what people and the facilitator would touch. `see` is
called at each thing worth a picture, with its name and the window it is in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.board.overlays import Does
from ui.playing import board_fingers
from ui.playing.fingers import drag, find, names, settle, touch
from ui.playing.table import Table, put_words
from ui.screens.board import BoardPage
from ui.screens.paper_notes import PaperNotesPage
from ui.widgets.signature import Signature
from ui.windows import Window
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Group, Membership, Note, Step

See = Callable[[str, Window], None]
PASSPHRASE = "teapot gravel seven lighthouse"
SAME = "Yes, the same person"
SIGNATURE = ((0.2, 0.6), (0.3, 0.3), (0.4, 0.6), (0.5, 0.45), (0.6, 0.6), (0.75, 0.5))


@dataclass(frozen=True)
class Person:
    """Somebody who comes: as whom, and what they say yes to (by the short names of the questions)."""

    called: str
    voice: str
    yes: tuple[str, ...]


@dataclass
class Day:
    """A day being played."""

    table: Table
    see: See
    story: dict[str, Any]

    # Before the day

    def first_start(self) -> None:
        """Choose a passphrase, and start a workshop from a template."""
        table = self.table
        table.write(table.desk, "Passphrase", PASSPHRASE)
        self.see("first-run", table.desk)
        table.write(table.desk, "The same again", PASSPHRASE)
        table.at_desk("Only this laptop", "Next")
        self.see("home-empty", table.desk)

    def make_workshop(self) -> None:
        """Start from the template, and keep the recovery key."""
        table = self.table
        table.at_desk("What matters to you?")
        table.wait_until(table.desk, "I wrote it by hand")
        self.see("recovery-key", table.desk)
        table.at_desk("I wrote it by hand", "Next")

    def plan(self) -> None:
        """Say what the day is about, what is open, and who answers."""
        told, details, scope = self.story["workshop"], self.story["details"], self.story["scope"]
        table = self.table
        self._fill(
            "Change the details",
            {
                "What the day is called": told["title"],
                "The question of the day": told["question"],
                "Which day": "14 May 2026",
                "Starts at": details["starts"],
                "Ends at": details["ends"],
                "Place": told["place"],
                "Led by, one name a line": "\n".join(details["led_by"]),
                "Whom to ring, one line each: what about, who, the number": _ring(details["ring"]),
                "Where the toilets are": "Door on the left",
                "Where the quiet room is": "Room 2",
                "People can change their mind until": "14 August 2026",
            },
        )
        self._fill(
            "Change what is open",
            {
                "What is decided already": scope["decided"],
                "What is open": scope["open"],
                "What is not open": scope["not_open"],
                "Who will answer": scope["sponsor"],
                "By when they answer": "9 July 2026",
            },
        )
        self.see("plan", table.desk)

    def _fill(self, way_in: str, fields: dict[str, str]) -> None:
        self.table.at_desk(way_in)
        for name, words in fields.items():
            self.table.write(self.table.desk, name, words)
        self.table.at_desk("Done")

    def get_ready(self) -> None:
        """Look whether all is ready, and start the day."""
        table = self.table
        table.clock.at(13, 5)
        table.at_desk("Ready?")
        for _ in range(14):
            table.at_desk("More people")
        self.see("ready", table.desk)
        table.clock.at(13, 10)
        table.at_desk("Start the day")

    # Arrivals

    def arrive_on_the_screen(self, person: Person) -> None:
        """One person comes to the screen: name, here as, each question, the signature."""
        table = self.table
        table.at_desk("Next person on the screen")
        put_words(self._name_field(), person.called)
        self.see("name", table.people)
        table.at_screen("Next", person.voice)
        self.see("here-as", table.people)
        table.at_screen("Next")
        for question in ("take part", "words", "photo", "web", "name", "contact"):
            if question == "web" and "photo" not in person.yes:
                continue
            if question == "photo":
                self.see("consent-question", table.people)
            table.at_screen("Yes" if question in person.yes else "No")
            if question == "take part" and "take part" not in person.yes:
                self.see("no-is-fine", table.people)
                table.at_screen("I am finished")
                return
        if "Go on to sign" in names(table.people):  # on a private page answers and signature are two pages
            table.at_screen("Go on to sign")
        self._sign()
        self.see("consent-signature", table.people)
        table.at_screen("Finish")
        self.see("thank-you-for-coming", table.people)
        table.at_screen("Done")

    def _name_field(self) -> QWidget:
        return find(self.table.people, "What shall we call you?")

    def _sign(self) -> None:
        field = self.table.people.findChild(Signature)
        assert field is not None
        places = [
            field.mapTo(self.table.people, QPoint(round(x * field.width()), round(y * field.height())))
            for x, y in SIGNATURE
        ]
        for start, end in zip(places, places[1:], strict=False):
            drag(self.table.people, start, end)

    def type_forms(self, people: list[Person]) -> None:
        """The others filled in paper; their forms are typed at the desk."""
        table = self.table
        table.at_desk("Who is here", "Type in paper forms")
        for person in people:
            table.write(table.desk, "What shall we call them?", person.called)
            table.at_desk(person.voice)
            for question, name in QUESTIONS.items():
                table.at_desk(f"{name}: {'Yes' if question in person.yes else 'No'}")
            table.at_desk("The paper is signed", "Keep, and the next one")
            if SAME in names(table.desk):  # who stopped half way at the screen, and filled in paper
                table.at_desk(SAME)
        self.see("paper-forms", table.desk)
        table.at_desk("Back to the list")
        self.see("arrivals", table.desk)
        table.at_desk("Back to the desk")

    # Writing and grouping

    def step(self, kind: str) -> None:
        """Go on, step by step, to the step of this kind."""
        table = self.table
        while self._running() != kind:
            place = self._places().index(self._running())
            following = self._places()[place + 1]
            title = table.session.all(Step)[place + 1].title
            table.at_desk(_way_on(table, place + 1, title))
            table.clock.go_on(2)
            assert self._running() == following, (self._running(), following)
        table.stage.tick()
        settle()

    def _places(self) -> list[str]:
        return [step.kind for step in self.table.session.all(Step)]

    def _running(self) -> str:
        steps = self.table.session.all(Step)
        return next((s.kind for s in steps if s.state.value == "started"), "")

    @property
    def board(self) -> BoardPage:
        """The board on the people's screen."""
        page = self.table.page(self.table.people)
        assert isinstance(page, BoardPage), type(page)
        return page

    def write_face_down(self, words: list[str]) -> None:
        """Some write on the screen while the notes lie face down; then all turn over."""
        table = self.table
        self.step("writing")
        table.at_desk("Begin quiet writing")
        for text in words:
            self.write_note(text, NoteKind.MATTERS)
            table.at_screen("Finished")
        self.see("hidden-writing", table.people)
        self.see("desk-quiet-writing", table.desk)
        table.at_desk("Turn the notes over")

    def write_note(self, words: str, kind: NoteKind) -> NoteId:
        """Write one note on the screen."""
        before = {note.id for note in self.table.session.all(Note)}
        self.table.at_screen("Write a note")
        view, page = self.board.view, self.board.pages.open[-1]
        board_fingers.touch_part(view, page, kind)
        put_words(view, words)
        board_fingers.touch_part(view, page, "done")
        return next(note.id for note in self.table.session.all(Note) if note.id not in before)

    def type_notes(self, groups: list[dict[str, Any]], loose: list[dict[str, Any]]) -> None:
        """The paper notes are typed at the desk, each into its group."""
        table = self.table
        table.at_desk("Type paper notes")
        for group in groups:
            table.at_desk(group["name"])
            for note in group["notes"]:
                self._type_note(note)
        table.at_desk("In no group")
        for note in loose:
            self._type_note(note)
        self.see("paper-notes", table.desk)
        table.at_desk("Back to the desk")

    def _type_note(self, note: dict[str, Any]) -> None:
        page = self.table.page(self.table.desk)
        assert isinstance(page, PaperNotesPage)
        page.choose(NoteKind(note["kind"]))
        put_words(page.field, note["text"])
        QTest.keyClick(page.field, Qt.Key.Key_Return)

    def make_groups(self, names: list[str]) -> None:
        """New groups, each named on the people's screen."""
        table = self.table
        table.at_screen("More")
        for name in names:
            table.at_screen("New group")
            group = table.session.all(Group)[-1]
            self._name(group.id, name)
        table.at_screen("Fewer")

    def _name(self, group: GroupId, name: str) -> None:
        self.board.view.fit()
        settle()
        board_fingers.touch_button(self.board.view, Does.NAME, group)
        writer = self.board.writer
        assert writer is not None
        put_words(writer.field, name)
        touch(writer, "Done")

    def put_together(self, notes: list[NoteId], group: str) -> None:
        """Put notes into a group, each by two touches."""
        view = self.board.view
        id_ = next(g.id for g in self.table.session.all(Group) if g.name == group)
        for note in notes:
            QTest.qWait(board_fingers.AGAIN_MS)  # the button is the same one for every note
            view.fit()
            settle()
            board_fingers.touch_note(view, note)
            self.see("group-controls", self.table.people)
            board_fingers.touch_button(view, Does.PUT, id_)
            assert any(m.note == note and m.group == id_ for m in self.table.session.all(Membership))

    # Ideas, the vote, promises: in day_end.py


QUESTIONS = {
    "take part": "Take part today",
    "words": "Use my words, no name",
    "photo": "Take my photo",
    "name": "Put my first name in the pack",
    "contact": "Tell me what happened next",
}


def _ring(contacts: list[dict[str, str]]) -> str:
    return "\n".join(f"{c['about']}, {c['name']}, {c['number']}" for c in contacts)


def _way_on(table: Table, number: int, title: str) -> str:
    there = names(table.desk)
    for name in (f"Go to step {number}", f"Go to {title}", "Go to the sheets"):
        if name in there:
            return name
    raise LookupError(f"there is no way on to {title!r}; there is {sorted(there)}")
