"""The board, as people see it: the step above, the notes, and at one side what can be done.

The notes are one painted widget that lives as long as the page: a page somebody is writing stays
open when the text size, the language or the step changes.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.board.hands import SHAKING_HANDS
from ui.board.ink_painting import Points
from ui.board.view import BoardView
from ui.look import Look
from ui.page import Page
from ui.parts import board_keys, step
from ui.parts.board_dock import BoardDock
from ui.parts.board_list import BoardList, Listed
from ui.parts.board_writing import BoardWriting
from ui.parts.kinds import is_felt_used, legend
from ui.parts.line_below import LineBelow
from ui.parts.step_bar import step_bar
from ui.parts.undoing import Undoing
from ui.stage import Taste
from ui.widgets.dock import ACROSS
from ui.widgets.face_down import FaceDown
from ui.widgets.writer import Writer
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Group, Note, Step

ROOM_TO_WRITE = 1000  # design pixels that a panel with keys needs
OF_THE_LIST = frozenset({"note", "note_group", "membership", "tag", "picture", "workshop"})


class BoardPage(Page):
    """Notes and groups, for as many hands as there are."""

    def setup(self, **given: object) -> None:
        """The board itself, kept over every rebuilding."""
        self.listed = Listed()
        self.all_acts = self.reopened = False
        self.line = LineBelow(self, self._room_to_write)
        self.undoing = Undoing(self, self._room_to_write)
        self.face_down: FaceDown | None = None
        self.picked: NoteId | None = None
        self.view = BoardView(self.room, self.look, self.words)
        self.usual_hands = self.view.touching.hands.steadiness
        self.writing = BoardWriting(self)
        self.pages = self.writing.pages
        self._listen()
        self.stage.moved.connect(self._moved)

    def _listen(self) -> None:
        view = self.view
        view.wants_page.connect(self.write_at)
        view.touching.wants_drawing.connect(self.draw_at)
        view.wants_text.connect(self.change_words)
        view.wants_name.connect(self.name_group)
        view.wants_undo.connect(self.undo)
        view.read_group.connect(self.read_group)
        view.asked_to_hear.connect(self.hear)
        view.announced.connect(self.announce)
        view.picked.connect(self._show_picked)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The board")

    @property
    def listing(self) -> bool:
        """Whether the list stands beside the board."""
        return self.listed.shown

    @property
    def crowded(self) -> bool:
        """Whether the list leaves room for few buttons only."""
        return self.listing and not self.look.roomy

    @property
    def writer(self) -> Writer | None:
        """The panel for a name or for words to look for."""
        return self.line.writer

    @property
    def table(self) -> Taste:
        """How this screen is to be: where the dock stands, a flat table, hands that shake."""
        return self.stage.tastes[self.side]

    @property
    def saved(self) -> str:
        """When it was saved, in words."""
        return self.words("Saved {time}", time=self.words.clock(self.room.now()))

    # Laying out

    def build(self) -> None:
        """The step, the notes with or without the list beside them, and the dock at its side."""
        self.hidden, self.why_not = self.room.workshop.writing_hidden, self.why_closed
        self.simple = self.stage.simple_dock
        self.bar = step_bar(self, self._step(), self.hear_question)
        self.middle = QWidget()
        self.view.setParent(self.middle)
        self.beside = BoardList(self, self.listed)
        self.list = self.beside.list
        across = self.row(self.beside, self.view, gap=0)
        across.setStretch(1, 1)
        self.middle.setLayout(across)
        self.beside.setVisible(self.listing)
        if self.face_down is not None:
            self.face_down.setParent(None)
            self.face_down.deleteLater()
        self.face_down = FaceDown(self.look, self.words, self.view)
        self.foot = BoardDock(self)
        self.dock = self.foot.widget
        self._put_together()
        self._set_the_table()
        self.show_counts()

    def _put_together(self) -> None:
        """The dock at the side of the table that was chosen, whatever the direction of reading."""
        side, mirrored = self.table.dock, self.words.right_to_left
        parts: list[QWidget | QBoxLayout] = [self.bar, self.middle, self.dock]
        if side is Qt.Edge.TopEdge:
            parts = [self.dock, self.bar, self.middle]
        elif side not in ACROSS:
            at_start = (side is Qt.Edge.LeftEdge) is not mirrored
            both = [self.dock, self.middle] if at_start else [self.middle, self.dock]
            beside = self.row(*both, gap=0)
            beside.setStretchFactor(self.middle, 1)
            parts = [self.bar, beside]
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in parts:
            whole.addWidget(part) if isinstance(part, QWidget) else whole.addLayout(part, 1)
        whole.setStretchFactor(self.middle, 1)

    def _set_the_table(self) -> None:
        self.view.flat_table = self.table.flat
        self.view.hold_steady(SHAKING_HANDS if self.table.shaking else self.usual_hands)

    def look_at(self, look: Look) -> None:
        """Another look: the notes stay, the rest is built anew."""
        self.view.look_at(look, self.words)
        super().look_at(look)

    def rebuild(self) -> None:
        """Keep the board itself, and the fingers on it, while everything round it is thrown away."""
        self.view.rest_in(self)
        super().rebuild()
        self.view.show()
        self.undoing.close()
        self.line.stay_above()

    def _step(self) -> step.StepShown:
        return step.shown(self.room.workshop_for_the_room, self.room.all(Step), self.room.now(), self.words)

    def _room_to_write(self) -> QRect:
        """Where the panel for a line may lie: beside the list, so that what is found can be seen."""
        board = QRect(self.view.mapTo(self, QPoint(0, 0)), self.view.size())
        wide = self.look.px(ROOM_TO_WRITE)
        middle = QRect(self.middle.mapTo(self, QPoint(0, 0)), self.middle.size())
        room = board if board.width() >= wide else middle
        return QRect(room.left(), 0, room.width(), room.bottom())

    # What has changed

    def on_change(self, change: Change) -> None:
        """The board repaints itself; a new step, quiet writing or the end changes what is round it."""
        tables = {c.table for c in change.diff}
        shown, now = (self.hidden, self.why_not), (self.room.workshop.writing_hidden, self.why_closed)
        if "step" in tables or shown != now or self._has_other_kinds(change):
            self.rebuild()
            return
        self.dock.saved.say(self.saved)
        self.show_counts()
        if self.listing and tables & OF_THE_LIST:
            self.beside.refill_soon()

    def _has_other_kinds(self, change: Change) -> bool:
        """Whether the legend has to say something else: a kind has another name, or is used at last."""
        records = [c.after for c in change.diff]
        if any(c.table == "workshop" for c in change.diff):
            return self.foot.labels != legend(self.room.workshop, self.room.all(Note), self.words)
        felt = [r for r in records if isinstance(r, Note) and r.kind is NoteKind.FELT]
        known = NoteKind.FELT in dict(self.foot.labels)
        return not known and is_felt_used(self.room.workshop, felt)

    def on_tick(self) -> None:
        """Time has gone on."""
        now = self._step()
        self.bar.show_time(now.time_left, now.share_left, now.next_time)

    def _moved(self) -> None:
        """The facilitator wants few buttons here, or all."""
        if self.stage.bridge is not None and self.simple != self.stage.simple_dock:
            self.rebuild()

    def show_counts(self) -> None:
        """Seats for those who have finished, while the notes lie face down."""
        if self.face_down is not None:
            self.face_down.show_for(self.room.workshop, self.hidden and not self.pages.open)

    def _show_picked(self, note: NoteId | None) -> None:
        self.picked = note
        if self.listing:
            self.beside.note_picked(note)

    def announce(self, sentence: str) -> None:
        """Let a screen reader say a sentence; it interrupts nothing."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, sentence))

    # Acts

    def write(self) -> None:
        """Write a note at a free place."""
        x, y = self.view.free_place()
        self.write_at(x, y)

    def write_at(self, x: float, y: float, note: NoteId | None = None) -> None:
        """Open a page to write on, at a place of the board."""
        if not self.is_over():
            self.writing.open_at(x, y, note)

    def draw_at(self, x: float, y: float, strokes: Sequence[Points]) -> None:
        """A pen has drawn where nothing lies: a page opens there with what it drew."""
        if not self.is_over():
            self.writing.open_at(x, y, strokes=strokes)

    def is_over(self) -> bool:
        """Whether the day is closed; then that is said."""
        if self.why_closed:
            self.tell(self.why_closed)
        return bool(self.why_closed)

    def change_words(self, note: NoteId) -> None:
        """Open the words of a note again."""
        record = self.room.get(Note, note)
        if record is not None and not self.may_change(note):
            self.tell(self.words("Ask the facilitator to change this note."))
        elif record is not None:
            self.write_at(record.x, record.y, note)

    def may_change(self, note: NoteId) -> bool:
        """For two minutes whoever wrote a note can change it; after that, the facilitator."""
        return note in self.room.session.fresh_notes()

    def new_group(self) -> None:
        """Place an empty group, where it can be seen."""
        made = self.do(self.room.session.board.make_group)
        if made is not None:
            self.view.offer_name(made.group)

    def name_group(self, group: GroupId) -> None:
        """Write the name of a group, low on the page; everybody else goes on."""
        found = self.room.get(Group, group)
        if found is None or self.line.is_open or self.is_over():
            return
        question = self.words("What shall this group be called?")
        named = partial(self._named, group)
        self.line.open(question, found.name, named, keep=named)

    def _named(self, group: GroupId, name: str) -> bool:
        """Give the group its name, while there is such a group."""
        there_is = self.room.get(Group, group) is not None
        return there_is and self.did(self.room.session.board.name_group, group, name)

    def look_for_words(self) -> None:
        """Look for notes by their words, in the list."""
        if not self.listing:
            self.show_list()
        if not self.line.is_open:
            question = self.words("Which words do you look for?")
            self.line.open(question, self.listed.text, self._found, typed=self._look_for)

    def _look_for(self, text: str) -> None:
        self.beside.look_for(text)

    def _found(self, text: str) -> bool:
        self.beside.look_for(text)
        return True

    def read_group(self, group: GroupId) -> None:
        """Read one group, full screen."""
        self.stage.show_people("read_group", group=group)

    def undo(self) -> None:
        """Bring back what was thrown away last; or offer the last acts, so that nobody undoes another's."""
        if self.is_over():
            return
        if self.pages.can_bring_back:
            self.pages.bring_back()
            return
        self.undoing.open()

    def finished(self) -> None:
        """One more person has finished writing."""
        self.did(self.room.session.board.finished)

    def more(self) -> None:
        """Show all acts, or few; where there is little room they stand instead of the list."""
        if self.crowded:
            self.listed.shown = False
        else:
            self.all_acts = not self.all_acts
        self.rebuild()

    def show_list(self) -> None:
        """Show the list beside the board, or put it away."""
        self.listed.shown = not self.listing
        if self.listing and self.picked is not None:
            self.listed.chosen = self.picked, self.view.shown.picked.group
        if not self.look.roomy:
            self.rebuild()  # other buttons below
            return
        self.beside.setVisible(self.listing)
        self.beside.refill()

    def show_display(self) -> None:
        """Size of the words, sound, and how the table stands."""
        self.stage.show_people("display")

    def hear_question(self) -> None:
        """Read the question aloud."""
        now = self._step()
        self.hear(f"{now.question}\n{now.how}", self.words.language)

    def hear_picked(self) -> None:
        """Read the note that was touched, or the question."""
        note = self.room.get(Note, self.picked) if self.picked else None
        if note is None:
            self.hear_question()
        else:
            self.hear(note.text, note.language)

    def close_panels(self) -> None:
        """Put away the panel for a line, and what can be taken back."""
        self.line.close()
        self.undoing.close()

    # The page itself

    def showEvent(self, event: QShowEvent) -> None:
        """Half-written words are there again once the board has its size."""
        super().showEvent(event)
        if not self.reopened:
            self.reopened = True
            QTimer.singleShot(0, self, self.writing.reopen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel for a name and the pages people write on stay in sight."""
        super().resizeEvent(event)
        self.line.place()
        self.undoing.place()
        QTimer.singleShot(0, self.pages, self.pages.fit)
        if self.face_down is not None:
            self.face_down.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that means the same everywhere here."""
        act = board_keys.act_of(self, event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """What somebody is in the middle of writing becomes a note, or a name: no word is lost."""
        self.stage.moved.disconnect(self._moved)
        self.stage.speech.stop()
        self.line.keep()
        self.writing.finish()

    def touch_place(self) -> QPoint:
        """The middle of the board in this page, for whoever shows where to touch."""
        return self.view.mapTo(self, self.view.rect().center())


PAGE = BoardPage
