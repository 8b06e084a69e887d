"""The board, as people see it: the step above, the notes, and below what can be done.

The notes are one painted widget that lives as long as the page: a page somebody is writing stays
open when the text size, the language or the step changes.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.board.view import BoardView
from ui.board.writing import Pages
from ui.look import Look
from ui.page import Page
from ui.parts import listing, step
from ui.widgets.bars import StepBar
from ui.widgets.button import DOCK, DOCK_MAIN, PLAIN, SMALL, Button, Style
from ui.widgets.dock import Dock
from ui.widgets.face_down import FaceDown
from ui.widgets.note_list import NoteList
from ui.widgets.writer import Writer
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.records import Group, Membership, Note, Step

# With few buttons each has its icon beside its words.
SIMPLE = Style(height=96, text=26, icon=30, padding=32)
# Where there is little room they are all as low as a finger allows.
LOW = Style(height=64, text=22, icon=26, padding=14)
LOW_MAIN = replace(LOW, kind=DOCK_MAIN.kind)


class BoardPage(Page):
    """Notes and groups, for as many hands as there are."""

    def setup(self, **given: object) -> None:
        """The board itself, kept over every rebuilding."""
        self.listing = False
        self.all_acts = False
        self.writer: Writer | None = None
        self.naming: GroupId | None = None  # the group whose name is being written
        self.face_down: FaceDown | None = None
        self.view = BoardView(self.room, self.look, self.words)
        self.pages = Pages(parent=self)
        self.pages.hear.connect(self.hear)
        self.view.wants_page.connect(self.write_at)
        self.view.wants_text.connect(self.change_words)
        self.view.wants_name.connect(self.name_group)
        self.view.wants_undo.connect(self.undo)
        self.view.read_group.connect(self.read_group)
        self.view.asked_to_hear.connect(self.hear)
        self.view.picked.connect(self._show_picked)
        self.picked: NoteId | None = None

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The board")

    # Laying out

    def build(self) -> None:
        """The step, the notes with or without the list beside them, and the dock."""
        self.hidden, self.why_not = self.room.workshop.writing_hidden, self.why_closed
        now = self._step()
        hear = self.button(self.words("Hear this"), "volume-2", self.hear_question)
        self.bar = StepBar(
            self.look,
            now.where,
            now.count,
            max(0, now.number - 1),
            now.question,
            now.how,
            hear,
            now.time_left,
            now.share_left,
            now.next_time,
            self.words.language,
        )
        self.middle = QWidget()
        self.view.setParent(self.middle)
        self.list = NoteList(self.look, self.words)
        self.list.picked.connect(self.view.pick)
        self.beside = self._beside()
        across = self.row(self.beside, self.view, gap=0)
        across.setStretch(1, 1)
        self.middle.setLayout(across)
        self.beside.setVisible(self.listing)
        if self.face_down is not None:
            self.face_down.setParent(None)
            self.face_down.deleteLater()
        self.face_down = FaceDown(self.look, self.words, self.view)
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.bar, self.middle, self._dock()):
            whole.addWidget(part)
        whole.setStretch(1, 1)
        self._show_counts()
        self._fill_list()

    def look_at(self, look: Look) -> None:
        """Another look: the notes stay, the rest is built anew."""
        self.view.look_at(look, self.words)
        super().look_at(look)

    def rebuild(self) -> None:
        """Keep the board itself while everything round it is thrown away."""
        self.view.setParent(self)
        super().rebuild()
        self.view.show()
        if self.writer is not None:
            self.writer.raise_()
            self.writer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self) -> step.StepShown:
        return step.shown(self.room.workshop, self.room.all(Step), self.room.now(), self.words)

    def _beside(self) -> QWidget:
        close = self.button(self.words("Close list"), "x", self.show_list, SMALL)
        title = self.text(self.words("The board as a list"), 26, 700)
        column = self.column(self.row(title, close, margins=(16, 12, 16, 8)), self.list, gap=0)
        column.setStretch(1, 1)
        beside = QWidget()
        beside.setLayout(column)
        beside.setFixedWidth(min(self.look.px(700), self.look.screen.width // 2))
        return beside

    def _dock(self) -> Dock:
        facilitator = self.button(self.words("Facilitator"), "lock", self.stage.ask_number, PLAIN)
        self.undo_button = self._locked(self._act("Undo", "undo-2", self.undo))
        self.dock = Dock(self.look, self.words, [self._write(), *self._acts()], facilitator, self._saved())
        self.dock.fit_into(self.look.screen.width)
        return self.dock

    def _write(self) -> Button:
        style = DOCK_MAIN if self.look.roomy else LOW_MAIN
        # Beside many acts it is short, so that the legend of the colours still has room.
        words = self.words("Write a note") if self._few() else self.words("Write")
        button = self.button(words, "pencil-line", self.write, style)
        button.setAccessibleName(self.words("Write a note"))
        return self._locked(button)

    def _locked(self, button: Button) -> Button:
        """A button that is for as long as the day goes on."""
        button.lock(self.why_not)
        return button

    def _act(self, words: str, icon: str, act: Callable[[], object]) -> Button:
        """A button of the dock; with few of them there is room for large ones."""
        style = LOW if not self.look.roomy else SIMPLE if self._few() else DOCK
        return self.button(self.words(words), icon, act, style)

    def _few(self) -> bool:
        return self.hidden or (self.stage.simple_dock and not self.all_acts)

    def _acts(self) -> list[QWidget]:
        """What can be done here. While writing is quiet only what writing needs."""
        help_ = self._act("Help", "concierge-bell", self.ask_for_help)
        if self.hidden:
            finished = self._locked(self._act("Finished", "check", self.finished))
            return [self.undo_button, finished, help_]
        if self._few():
            return [self.undo_button, help_, self._act("More", "ellipsis", self.more)]
        acts = [
            self.undo_button,
            self._locked(self._act("New group", "group", self.new_group)),
            self._act("Bigger", "zoom-in", self.view.bigger),
            self._act("Smaller", "zoom-out", self.view.smaller),
            self._act("Hear", "volume-2", self.hear_picked),
            self._act("List", "list", self.show_list),
            help_,
        ]
        if self.stage.simple_dock:
            acts.append(self._act("Display", "type", lambda: self.stage.show_people("display")))
            acts.append(self._act("Fewer", "ellipsis", self.more))
        return [*acts]

    # What has changed

    def on_change(self, change: Change) -> None:
        """The board repaints itself; a new step, quiet writing or the end changes what is round it."""
        tables = {c.table for c in change.diff}
        shown, now = (self.hidden, self.why_not), (self.room.workshop.writing_hidden, self.why_closed)
        if "step" in tables or shown != now:
            self.rebuild()
            return
        self.dock.saved.say(self._saved())
        self._show_counts()
        if self.listing and tables & {"note", "note_group", "membership"}:
            self._fill_list()

    def on_tick(self) -> None:
        """Time has gone on."""
        now = self._step()
        self.bar.show_time(now.time_left, now.share_left, now.next_time)

    def _saved(self) -> str:
        return self.words("Saved {time}", time=self.words.clock(self.room.now()))

    def _show_counts(self) -> None:
        """Seats for those who have finished, while the notes lie face down."""
        if self.face_down is not None:
            self.face_down.show_for(self.room.workshop, self.hidden and not self.pages.open)

    def _fill_list(self) -> None:
        if not self.listing:  # a list that is put away costs nothing
            self.list.rows.show(())
            return
        kinds = (self.room.all(Note), self.room.all(Group), self.room.all(Membership))
        self.list.rows.show(listing.rows(*kinds, self.words))
        self.list.pick(self.picked)

    def _show_picked(self, note: NoteId | None) -> None:
        self.picked = note
        if self.listing:
            self.list.pick(note)

    # Acts

    def write(self) -> None:
        """Write a note at a free place."""
        x, y = self.view.free_place()
        self.write_at(x, y)

    def write_at(self, x: float, y: float, note: NoteId | None = None) -> None:
        """Open a page to write on, at a place of the board."""
        if self._is_over():
            return
        record = None if note is None else self.room.get(Note, note)
        said = self.pages.open_at(self.view, self.room, self.look, self.words, x, y, record)
        if said:
            self.tell(said)
        self._show_counts()

    def _is_over(self) -> bool:
        """Whether the day is closed; then that is said."""
        if self.why_closed:
            self.tell(self.why_closed)
        return bool(self.why_closed)

    def change_words(self, note: NoteId) -> None:
        """Open the words of a note again."""
        record = self.room.get(Note, note)
        if record is not None:
            self.write_at(record.x, record.y, note)

    def new_group(self) -> None:
        """Place an empty group."""
        self.do(self.room.session.board.make_group)

    def name_group(self, group: GroupId) -> None:
        """Write the name of a group, below the board; everybody else goes on."""
        found = self.room.get(Group, group)
        if found is None or self.writer is not None or self._is_over():
            return
        self.naming = group
        question = self.words("What shall this group be called?")
        self.writer = Writer(
            self.look,
            self.words,
            question,
            found.name,
            lambda name: self._named(group, name),
            self._close_writer,
            parent=self,
        )
        self._place_writer()
        self.writer.show()
        self.writer.raise_()

    def _named(self, group: GroupId, name: str) -> None:
        if self.did(self.room.session.board.name_group, group, name):
            self._close_writer()

    def _close_writer(self) -> None:
        if self.writer is not None:
            self.writer.hide()
            self.writer.deleteLater()
        self.writer = self.naming = None

    def _keep_name(self) -> None:
        """A name that is half written is the group's name, while there is such a group."""
        name = self.writer.field.text().strip() if self.writer is not None else ""
        if name and self.naming is not None and self.room.get(Group, self.naming) is not None:
            self.did(self.room.session.board.name_group, self.naming, name)

    def _place_writer(self) -> None:
        if self.writer is not None:
            width = min(self.width() - self.look.px(40), self.look.px(1500))
            height = max(self.writer.sizeHint().height(), self.writer.minimumSizeHint().height())
            left = (self.width() - width) // 2
            bottom = self.height() - self.dock.height() - self.look.px(8)
            self.writer.setGeometry(left, max(0, bottom - height), width, height)

    def read_group(self, group: GroupId) -> None:
        """Read one group, full screen."""
        self.stage.show_people("read_group", group=group)

    def undo(self) -> None:
        """Take back what was thrown away last, or the last act, and say which it was."""
        if self._is_over():
            return
        if self.pages.can_bring_back:
            self.pages.bring_back()
            return
        self.undo_last()

    def finished(self) -> None:
        """One more person has finished writing."""
        self.did(self.room.session.board.finished)

    def more(self) -> None:
        """Show all acts, or few."""
        self.all_acts = not self.all_acts
        self.rebuild()

    def show_list(self) -> None:
        """Show the list beside the board, or put it away."""
        self.listing = not self.listing
        self.beside.setVisible(self.listing)
        self._fill_list()

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

    # The page itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel for a name and the pages people write on stay in sight."""
        super().resizeEvent(event)
        self._place_writer()
        QTimer.singleShot(0, self.pages, self.pages.fit)
        if self.face_down is not None:
            self.face_down.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L is the list, F1 help, Escape closes the panel for a name."""
        if event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.show_list()
        elif event.key() == Qt.Key.Key_F1:
            self.ask_for_help()
        elif event.key() == Qt.Key.Key_Escape and self.writer is not None:
            self._close_writer()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """What somebody is in the middle of writing becomes a note, or a name: no word is lost."""
        self.stage.speech.stop()
        self._keep_name()
        for page in self.pages.open:
            page.finish(going=True)

    def touch_place(self) -> QPoint:
        """The middle of the board in this page, for whoever shows where to touch."""
        return self.view.mapTo(self, self.view.rect().center())


PAGE = BoardPage
