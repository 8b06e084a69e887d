"""One group, full screen: read back to the room, corrected, and checked by everybody."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.board.faces import script_of
from ui.look import BOLD, MEDIUM
from ui.page import Page
from ui.parts.groups import next_group, notes_in
from ui.parts.listing import name_of
from ui.widgets.button import MAIN, PLAIN, STRONG, Style
from ui.widgets.card import Ground
from ui.widgets.choice import Tick
from ui.widgets.large_note import LargeNote
from workshop.domain.ids import GroupId
from workshop.domain.records import Group, Note

TOKEN = 44
_FOOT = Style(STRONG.kind, 96, 26, 30, padding=32, radius=16)


class ReadGroupPage(Page):
    """The notes of one group, six a page or as many as fit; never smaller."""

    def setup(self, **given: object) -> None:
        """Which group, and from which of its notes on."""
        self.group = GroupId(str(given["group"]))
        self.first = 0

    def name(self) -> str:
        """The group's own name."""
        group = self.room.get(Group, self.group)
        return name_of(group, self.words) if group else self.words("The group is gone")

    def build(self) -> None:
        """Name, notes, the tick, and the way on."""
        notes = notes_in(self.room, self.group)
        self.first = min(self.first, max(0, len(notes) - 1))
        self.shown = self._fitting(notes[self.first :])
        last = self.first + self.shown
        head = self.row(self._title(notes, last), self._hear(), margins=(60, 20, 60, 20))
        head.setStretch(0, 1)
        white = Ground(self.look, "paper")
        white.setLayout(head)
        foot = Ground(self.look, "paper", "top")
        foot.setLayout(self._foot(len(notes), last))
        column = self.column(white, self._notes(notes[self.first : last]), self._checked(), 1, foot, gap=20)
        self.body.setLayout(column)

    def _title(self, notes: tuple[Note, ...], last: int) -> QWidget:
        said = self.words("No notes in this group yet.")
        if notes:
            said = self.words("Notes {a} to {b} of {n}", a=self.first + 1, b=last, n=len(notes))
        title = QWidget()
        title.setLayout(
            self.column(self.text(self.name(), self._title_token, BOLD), self.text(said, 26), gap=4)
        )
        return title

    def _hear(self) -> QWidget:
        return self.button(
            self.words("Hear this group"), "volume-2", self.hear_notes, Style(height=96, text=26, icon=30)
        )

    @property
    def _title_token(self) -> int:
        return 60 if self.look.roomy else 40

    @property
    def columns(self) -> int:
        """Three notes side by side, or two where letters are large for the screen."""
        return 3 if self.look.roomy else 2

    def _column_width(self) -> int:
        between = (self.columns - 1) * self.look.px(20)
        return (self.look.screen.width - self.look.px(120) - between) // self.columns

    def _fitting(self, notes: tuple[Note, ...]) -> int:
        """How many notes fit on this page; always one row."""
        head = self.look.text(self._title_token) * 1.3 + self.look.text(26) * 1.4 + self.look.px(64)
        tick, foot = self.look.target(64), self.look.text(26) * 2.6 + self.look.px(64)
        room = self.look.screen.height - head - tick - foot - self.look.px(100)
        fitting = 0
        while fitting < min(len(notes), 2 * self.columns):
            row = notes[fitting : fitting + self.columns]
            room -= max(self._height_of(note) for note in row) + self.look.px(20)
            if room < 0 and fitting:
                break
            fitting += len(row)
        return fitting

    def _height_of(self, note: Note) -> int:
        font = self.look.font(TOKEN, MEDIUM, script_of(note.text, note.language))
        inside = self._column_width() - self.look.px(44 + 14) - self.look.text(TOKEN)
        box = QFontMetrics(font).boundingRect(0, 0, max(1, inside), 100_000, 0x1000, note.text)
        return max(self.look.px(236), box.height() + self.look.px(44))

    def _notes(self, notes: tuple[Note, ...]) -> QWidget:
        grid = QGridLayout()
        grid.setSpacing(self.look.px(20))
        edge = self.look.px(60)
        grid.setContentsMargins(edge, 0, edge, 0)
        for i, note in enumerate(notes):
            large = LargeNote(self.look, self.words, note, TOKEN)
            large.setMinimumHeight(self._height_of(note))
            grid.addWidget(large, i // self.columns, i % self.columns)
        for column in range(self.columns):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, self._column_width())
        whole = QWidget()
        whole.setLayout(grid)
        return whole

    def _checked(self) -> QWidget:
        group = self.room.get(Group, self.group)
        said = self.words("Checked by the group")
        asked = self.words("Did we get it right? Is anything missing?")
        tick = Tick(self.look, said, bool(group and group.checked), second=asked, token=30)
        tick.clicked.connect(lambda on: self.did(self.room.session.board.mark_checked, self.group, on))
        whole = QWidget()
        whole.setLayout(self.row(tick, 1, margins=(60, 0, 60, 0)))
        return whole

    def _foot(self, count: int, last: int) -> QHBoxLayout:
        back = self.button(
            self.words("Back to the board"), "arrow-left", lambda: self.stage.show_people("board"), _FOOT
        )
        parts: list[QWidget | int] = [back, 1]
        if last < count:
            parts.append(self.button(self.words("More notes"), "arrow-right", self.more, _FOOT))
        elif self.first:
            parts.append(self.button(self.words("First notes"), "arrow-left", self.again, _FOOT))
        if next_group(self.room.all(Group), self.group) is not None:
            parts.append(self.button(self.words("Next group"), "arrow-right", self.next, MAIN))
        parts.append(self.button(self.words("Facilitator"), "lock", self.stage.ask_number, PLAIN))
        return self.row(*parts, gap=20, margins=(60, 20, 60, 20))

    # Acts

    def more(self) -> None:
        """The notes that follow."""
        self.first += self.shown
        self.rebuild()

    def again(self) -> None:
        """The first notes again."""
        self.first = 0
        self.rebuild()

    def next(self) -> None:
        """The next group."""
        following = next_group(self.room.all(Group), self.group)
        if following is not None:
            self.stage.show_people("read_group", group=following.id)

    def hear_notes(self) -> None:
        """Read the notes of this page aloud."""
        notes = notes_in(self.room, self.group)[self.first : self.first + self.shown]
        self.hear("\n".join(note.text for note in notes))


PAGE = ReadGroupPage
