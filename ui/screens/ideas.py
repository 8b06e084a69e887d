"""From a group to an idea that goes to the vote: read the group, say it as one idea, in plain words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.look import BOLD, MEDIUM
from ui.page import Page
from ui.parts import step
from ui.parts.groups import ideas_from, notes_in
from ui.parts.idea_draft import draft_of
from ui.parts.kinds import kind_name, legend
from ui.parts.line_below import LineBelow
from ui.parts.listing import board_of, name_of
from ui.parts.on_note import images_on
from ui.parts.step_bar import step_bar
from ui.parts.undoing import Undoing
from ui.widgets.button import DOCK, DOCK_MAIN, MAIN, PLAIN, Button, Style
from ui.widgets.card import Card
from ui.widgets.choice import Tick, one_of
from ui.widgets.dock import Dock
from ui.widgets.field import labelled
from ui.widgets.large_note import LargeNote, Symbol
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Scroll
from ui.widgets.touch_field import TouchField
from ui.widgets.writer import Writer
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId
from workshop.domain.kinds import GroupKind, NoteKind
from workshop.domain.records import Group, Idea, Note, Step

_TO_VOTE = Style(MAIN.kind, 80, 22, 26, padding=24)


class IdeasPage(Page):
    """Groups at the start, the notes of one, the idea card, and below all ideas with their numbers."""

    def setup(self, **given: object) -> None:
        """The idea that is being written; kept here until it goes to the vote."""
        self.draft = draft_of(self.room)
        self.line = LineBelow(self, self.rect, self.rebuild)
        self.part = "groups"
        self.undoing = Undoing(self, lambda: QRect(0, 0, self.width(), self.dock.y()))

    @property
    def writer(self) -> Writer | None:
        """The panel that somebody writes in, if it is open."""
        return self.line.writer

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("What could be different?")

    # Laying out

    def build(self) -> None:
        """The step, three columns, the numbered list, and the dock."""
        self._choose_first()
        now = self._step()
        self.bar = step_bar(self, now, lambda: self.hear(f"{now.question}. {now.how}"))
        middle = QWidget()
        middle.setLayout(self._all_parts() if self.look.roomy else self._one_part())
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.bar, middle, self._dock()):
            whole.addWidget(part)
        whole.setStretch(1, 1)

    def _all_parts(self) -> QVBoxLayout:
        three = self.row(self._groups(), self._notes(), self._card(), gap=20)
        for place, share in enumerate((30, 32, 62)):
            three.setStretch(place, share)
        column = self.column(three, self._numbered(), gap=16, margins=(20, 16, 20, 12))
        column.setStretch(0, 3)
        column.setStretch(1, 2)
        return column

    def _one_part(self) -> QVBoxLayout:
        """Where there is little room: one part at a time, and a row to choose which."""
        parts = {
            "groups": (self.words("Groups"), self._groups),
            "notes": (self.words("Notes"), self._notes),
            "idea": (self.words("The idea"), self._card),
            "all": (self.words("To the vote"), self._numbered),
        }
        choices = [(key, words, "") for key, (words, _) in parts.items()]
        chosen = one_of(self.look, choices, self.part, self.show_part)
        column = self.column(self.row(chosen, 1), parts[self.part][1](), gap=12, margins=(16, 12, 16, 12))
        column.setStretch(1, 1)
        return column

    def show_part(self, part: str) -> None:
        """Show another part of the page."""
        self.part = part
        self.rebuild()

    def _own_groups(self) -> list[Group]:
        return [g for g in board_of(self.room.all(Group)) if g.kind is GroupKind.OWN]

    def _choose_first(self) -> None:
        groups, draft = self._own_groups(), self.draft
        gone = draft.group is not None and self.room.get(Group, draft.group) is None
        if groups and (gone or not (draft.chosen or draft.begun)):
            ideas = self.room.all(Idea)
            waiting = (g for g in groups if not ideas_from(ideas, g, ()))
            draft.group = next(waiting, groups[0]).id

    def _groups(self) -> Card:
        ideas = self.room.all(Idea)
        rows: list[QWidget] = []
        for group in self._own_groups():
            rows.append(self._group_row(group, name_of(group, self.words), ideas_from(ideas, group, ())))
        loose = notes_in(self.room, None)
        if loose:
            rows.append(self._group_row(None, self.words("Loose notes"), ideas_from(ideas, None, loose)))
        inside = QWidget()
        inside.setLayout(self.column(*rows, 1, gap=0))
        card = Card(self.look)
        scroll = Scroll(self.look, inside, self.words("More"), self.words("Back"))
        # Where one part is shown at a time, the row above it says which.
        above = [self.text(self.words("Groups"), 24, BOLD)] if self.look.roomy else []
        laid_out = self.column(*above, scroll, margins=(24, 16, 24, 16))
        laid_out.setStretch(len(above), 1)
        card.setLayout(laid_out)
        return card

    def _group_row(self, group: Group | None, name: str, ideas: int) -> RowButton:
        here = (group.id if group else None) == self.draft.group
        said = self.words.many("1 idea", "{n} ideas", ideas) if ideas else self.words("no idea yet")
        icon = "arrow-right" if here else "check" if ideas else ""
        row = RowButton(self.look, name, icon, said, here)
        row.clicked.connect(lambda: self.take_group(group.id if group else None))
        return row

    def _notes(self) -> Card:
        notes = notes_in(self.room, self.draft.group)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setSpacing(self.look.px(12))
        grid.setContentsMargins(0, 0, 0, 0)
        for i, note in enumerate(notes):
            images = images_on(self.room, note.id, self.look, self.look.px(120))
            shown = LargeNote(self.look, self.words, note, 20, self._kind(note), images)
            grid.addWidget(shown, i // 2, i % 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, self.look.px(120))
        grid.setRowStretch(len(notes) // 2 + 1, 1)
        card = Card(self.look, "linen", "group_edge", radius=16, line=2)
        title = self.text(self._group_name(), 24, BOLD)
        hear = self.button(self.words("Hear this group"), "volume-2", lambda: self._say_notes(notes))
        scroll = Scroll(self.look, inside, self.words("More"), self.words("Back"))
        laid_out = self.column(title, scroll, hear, margins=(20, 16, 20, 16))
        laid_out.setStretch(1, 1)
        card.setLayout(laid_out)
        return card

    def _kind(self, note: Note) -> str:
        return kind_name(self.room.workshop, note.kind, self.words)

    def _group_name(self) -> str:
        group = self.room.get(Group, self.draft.group) if self.draft.group else None
        return name_of(group, self.words) if group else self.words("Loose notes")

    def _card(self) -> Card:
        card = Card(self.look, "paper", "damson", radius=20, line=3)
        draft = self.draft
        count = len(notes_in(self.room, draft.group))
        head = self.row(
            Symbol(self.look, NoteKind.IDEA, 30),
            self.text(self.words("The idea"), 30, BOLD, wrap=False),
            1,
            self.text(self.words.many("made from 1 note", "made from {n} notes", count), 20, wrap=False),
        )
        agreed = Tick(
            self.look, self.words("The people who wrote the notes agree"), draft.agreed, framed=True
        )
        agreed.clicked.connect(self._set_agreed)
        hear = self.button(
            self.words("Hear it"), "volume-2", lambda: self.hear(f"{draft.title}. {draft.what}")
        )
        ticks = self.row(agreed, hear)
        ticks.setStretch(0, 1)
        goes = self.button(self.words("This goes to the vote"), "check", self.add, _TO_VOTE)
        missing = "" if draft.title else self.words("Write the idea in a few words first.")
        goes.lock(self.why_closed or missing)
        inside = QWidget()
        inside.setLayout(
            self.column(
                head,
                self._field(self.words("In a few words"), draft.title, 28, BOLD, self._set_title),
                self._field(self.words("One line more"), draft.what, 24, MEDIUM, self._set_what),
                ticks,
                1,
                gap=14,
            )
        )
        scroll = Scroll(self.look, inside, self.words("More"), self.words("Back"))
        laid_out = self.column(scroll, self.row(1, goes), margins=(28, 20, 28, 20))
        laid_out.setStretch(0, 1)
        card.setLayout(laid_out)
        return card

    def _field(self, label: str, text: str, token: int, weight: int, keep: Callable[[str], None]) -> QWidget:
        """A text of the idea, to touch; `keep` gets what is written then."""
        field = TouchField(self.look, label, text, token, weight)
        field.clicked.connect(lambda: self._write(label, text, keep))
        return labelled(self.look, label, field)

    def _numbered(self) -> Card:
        ideas = self.room.all(Idea)
        grid = QGridLayout()
        grid.setSpacing(self.look.px(10))
        grid.setContentsMargins(0, 0, 0, 0)
        for i, idea in enumerate(ideas):
            grid.addWidget(self._one(idea), i // 3, i % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        inside = QWidget()
        inside.setLayout(grid)
        said = self.words.many("This goes to the vote: 1 idea", "These go to the vote: {n} ideas", len(ideas))
        if not ideas:
            said = self.words("No idea goes to the vote yet")
        kept = self.words("Each idea gets a number. The words stay the same on screen and on paper.")
        head = self.row(self.text(said, 24, BOLD, wrap=False), self.text(kept, 20), gap=40)
        head.setStretch(1, 1)
        card = Card(self.look)
        scroll = Scroll(self.look, inside, self.words("More"), self.words("Back"))
        laid_out = self.column(head, scroll, gap=10, margins=(24, 14, 24, 14))
        laid_out.setStretch(1, 1)
        card.setLayout(laid_out)
        return card

    def _one(self, idea: Idea) -> Card:
        card = Card(self.look, "paper", "line", radius=12)
        card.setAccessibleName(f"{idea.number}. {idea.title}")
        number = self.text(str(idea.number), 22, BOLD, wrap=False)
        title = self.text(idea.title, 20, 600)
        laid_out = self.row(number, title, gap=16, margins=(18, 10, 18, 10))
        laid_out.setStretch(1, 1)
        card.setLayout(laid_out)
        return card

    def _dock(self) -> Dock:
        facilitator = self.button(self.words("Facilitator"), "lock", self.stage.ask_number, PLAIN)
        board = self.button(
            self.words("The board"), "arrow-left", lambda: self.stage.show_people("board"), DOCK_MAIN
        )
        undo = self.button(self.words("Undo"), "undo-2", self.undoing.open, DOCK)
        undo.lock(self.why_closed)
        buttons: list[Button] = [
            board,
            undo,
            self.button(self.words("Help"), "concierge-bell", self.ask_for_help, DOCK),
        ]
        saved = self.words("Saved {time}", time=self.words.clock(self.room.now()))
        labels = legend(self.room.workshop, self.room.all(Note), self.words)
        self.dock = Dock(self.look, self.words, buttons, facilitator, saved, labels)
        self.dock.fit_into(self.look.screen.width)
        return self.dock

    # Acts

    def on_change(self, change: Change) -> None:
        """While somebody writes an idea the page waits; it is built anew when they are done."""
        if not self.line.is_open:
            self.rebuild()

    def _step(self) -> step.StepShown:
        return step.shown(self.room.workshop_for_the_room, self.room.all(Step), self.room.now(), self.words)

    def on_tick(self) -> None:
        """Time has gone on."""
        now = self._step()
        self.bar.show_time(now.time_left, now.share_left, now.next_time)

    def take_group(self, group: GroupId | None) -> None:
        """Make an idea from another group."""
        self.draft.group, self.draft.chosen = group, True
        self.part = "notes"
        self.rebuild()

    def _write(self, question: str, text: str, keep: Callable[[str], None]) -> None:
        """Write one line of the idea in a panel; `keep` puts it into the draft."""
        self.line.open(question, text, partial(self._written, keep), keep=keep)

    def _written(self, keep: Callable[[str], None], words: str) -> bool:
        keep(words)
        return True

    def _set_title(self, words: str) -> None:
        self.draft.title = words.strip()

    def _set_what(self, words: str) -> None:
        self.draft.what = words.strip()

    def _set_agreed(self, agreed: bool) -> None:
        self.draft.agreed = agreed

    def add(self) -> None:
        """The idea gets its number and goes to the vote."""
        draft = self.draft
        origin = [str(draft.group)] if draft.group else [str(n.id) for n in notes_in(self.room, None)]
        title, what, agreed = draft.title, draft.what, draft.agreed
        draft.title, draft.what, draft.agreed = "", "", False
        if not self.did(self.room.session.board.add_idea, title, what, origin=origin, agreed=agreed):
            draft.title, draft.what, draft.agreed = title, what, agreed
            self.rebuild()

    def _say_notes(self, notes: tuple[Note, ...]) -> None:
        self.hear("\n".join(note.text for note in notes))

    # The page itself

    def rebuild(self) -> None:
        """The panel somebody writes in stays above all that is built anew."""
        super().rebuild()
        self.line.stay_above()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel somebody writes in stays in sight."""
        super().resizeEvent(event)
        self.line.place()

    def leave(self) -> None:
        """Words that are half written are in the draft when people come back."""
        self.line.keep()


PAGE = IdeasPage
