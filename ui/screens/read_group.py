"""One group, full screen: read back to the room, corrected, and checked by everybody.

Its words can be read from the chairs: capitals are at least 13 mm high, which is enough for 3 metres.
"""

import math
from dataclasses import replace

from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.board.faces import script_of
from ui.look import BOLD, CAPITAL, MEDIUM, Look
from ui.page import Page
from ui.parts.groups import also, next_group, notes_in
from ui.parts.kinds import kind_name
from ui.parts.listing import name_of
from ui.parts.on_note import images_on
from ui.parts.reach import needs_low
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, PLAIN, STRONG, Style
from ui.widgets.card import Ground
from ui.widgets.choice import Tick
from ui.widgets.large_note import LargeNote
from ui.widgets.scroll import Place, Scroll
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.records import Group, Note

TOKEN = 44
CAPITALS_MM = 13.0
LOWER = frozenset(
    {"bn", "gu", "pa", "hi"}
)  # scripts whose letters are as high as capitals in larger type only
LARGER = 1.09
IMAGE, BOX = 280, 64  # design pixels
LETTERS = 16  # fewer in a line are hard to read
_FOOT = Style(STRONG.kind, 96, 26, 30, padding=32, radius=16)


def token_for(look: Look) -> int:
    """The design size whose capitals are high enough on this screen, and never smaller than the usual."""
    least = CAPITALS_MM / (CAPITAL * look.screen.mm_per_px)
    return next(token for token in range(TOKEN, 1000) if look.text(token) >= least)


def token_of(note: Note, token: int) -> int:
    """The size for one note: its letters are as high as the capitals of the others."""
    return math.ceil(token * LARGER) if script_of(note.text, note.language) in LOWER else token


class ReadGroupPage(Page):
    """The notes of one group, six a page or as many as fit; never smaller."""

    def setup(self, **given: object) -> None:
        """Which group, and from which of its notes on."""
        self.group = GroupId(str(given["group"]))
        self.first = 0
        self.place = Place()

    def name(self) -> str:
        """The group's own name."""
        group = self.room.get(Group, self.group)
        return name_of(group, self.words) if group else self.words("The group is gone")

    def build(self) -> None:
        """Name, notes, the tick, and the way on."""
        self.token = token_for(self.look)
        self.images: dict[NoteId, tuple[QPixmap, ...]] = {}
        notes = self._shown_notes()
        self.first = min(self.first, max(0, len(notes) - 1))
        self.shown = self._fitting(notes[self.first :])
        last = self.first + self.shown
        white = self._head(notes, last)
        foot = self._foot(len(notes), last)
        inside = within(
            QWidget(), self.column(self._notes(notes[self.first : last]), self._checked(), 1, gap=20)
        )
        scroll = Scroll(self.look, inside, self.words("More"), self.words("Back"), self.place)
        column = self.column(white, scroll, foot, gap=20)
        column.setStretch(1, 1)
        self.body.setLayout(column)

    def _head(self, notes: tuple[Note, ...], last: int) -> Ground:
        hear = [] if needs_low(self.look) else [self._hear()]
        head = self.row(self._title(notes, last), *hear, margins=(60, 20, 60, 20))
        head.setStretch(0, 1)
        white = Ground(self.look, "paper")
        white.setLayout(head)
        return white

    def _shown_notes(self) -> tuple[Note, ...]:
        """The notes of the group; what says the same in other words stands below, once."""
        others = also(self.room.all(Note))
        found = []
        for note in notes_in(self.room, self.group):
            said = "; ".join(others.get(note.id, ()))
            text = "\n".join((note.text, self.words("also: {what}", what=said))) if said else note.text
            found.append(replace(note, text=text))
        return tuple(found)

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
        """Three notes side by side, or fewer where letters are large for the screen."""
        letter = self.look.text(self.token) * 0.5
        room = self.look.screen.width - self.look.px(120)
        return max(1, min(3, int(room / (LETTERS * letter + self.look.px(58 + 20)))))

    def _column_width(self) -> int:
        between = (self.columns - 1) * self.look.px(20)
        return (self.look.screen.width - self.look.px(120) - between) // self.columns

    def _fitting(self, notes: tuple[Note, ...]) -> int:
        """How many notes fit on this page; always one row."""
        others = (self._head(notes, len(notes)), self._foot(len(notes) + 1, len(notes)), self._checked())
        between = self.look.px(20) * len(others)
        room = self.look.screen.height - between - sum(self._high(part) for part in others)
        fitting = 0
        while fitting < min(len(notes), 2 * self.columns):
            row = notes[fitting : fitting + self.columns]
            room -= max(self._height_of(note) for note in row) + self.look.px(20)
            if room < 0 and fitting:
                break
            fitting += len(row)
        return fitting

    def _high(self, part: QWidget) -> int:
        """How high a part across the whole page is."""
        layout = part.layout()
        wide = layout is not None and layout.hasHeightForWidth()
        return (
            layout.totalHeightForWidth(self.look.screen.width)
            if layout and wide
            else part.sizeHint().height()
        )

    def _height_of(self, note: Note) -> int:
        token = token_of(note, self.token)
        font = self.look.font(token, MEDIUM, script_of(note.text, note.language))
        inside = self._column_width() - self.look.px(44 + 14) - self.look.text(token)
        box = QFontMetrics(font).boundingRect(0, 0, max(1, inside), 100_000, 0x1000, note.text)
        above = max((image.height() + self.look.px(8) for image in self._images(note)), default=0)
        return max(self.look.px(236), above + box.height() + self.look.px(44))

    def _images(self, note: Note) -> tuple[QPixmap, ...]:
        """Its picture and what is drawn on it, once made for this page."""
        if note.id not in self.images:
            high = min(self.look.px(IMAGE), self._column_width() // 5)  # two fit side by side
            self.images[note.id] = images_on(self.room, note.id, self.look, high)
        return self.images[note.id]

    def _notes(self, notes: tuple[Note, ...]) -> QWidget:
        grid = QGridLayout()
        grid.setSpacing(self.look.px(20))
        edge = self.look.px(60)
        grid.setContentsMargins(edge, 0, edge, 0)
        for i, note in enumerate(notes):
            kind = kind_name(self.room.workshop, note.kind, self.words)
            token = token_of(note, self.token)
            large = LargeNote(self.look, self.words, note, token, kind, self._images(note))
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
        tick = Tick(self.look, said, bool(group and group.checked), second=asked, token=30, box=BOX)
        tick.clicked.connect(lambda on: self.did(self.room.session.board.mark_checked, self.group, on))
        whole = QWidget()
        whole.setLayout(self.row(tick, 1, margins=(60, 0, 60, 0)))
        return whole

    def _foot(self, count: int, last: int) -> Ground:
        back = self.button(
            self.words("Back to the board"), "arrow-left", lambda: self.stage.show_people("board"), _FOOT
        )
        hear = [self._hear()] if needs_low(self.look) else []
        parts: list[QWidget | int] = [back, *hear, 1]
        if last < count:
            parts.append(self.button(self.words("More notes"), "arrow-right", self.more, _FOOT))
        elif self.first:
            parts.append(self.button(self.words("First notes"), "arrow-left", self.again, _FOOT))
        if next_group(self.room.all(Group), self.group) is not None:
            parts.append(self.button(self.words("Next group"), "arrow-right", self.next, MAIN))
        parts.append(self.button(self.words("Facilitator"), "lock", self.stage.ask_number, PLAIN))
        foot = Ground(self.look, "paper", "top")
        foot.setLayout(self.row(*parts, gap=20, margins=(60, 20, 60, 20)))
        return foot

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
        notes = self._shown_notes()[self.first : self.first + self.shown]
        self.hear("\n".join(note.text for note in notes))


PAGE = ReadGroupPage
