"""Type paper notes: choose a kind once, type the words, Enter. The words of a refused note stay."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import MEDIUM, SEMIBOLD, Side
from ui.page import Page
from ui.parts.desk_cards import Slot, grid, is_low
from ui.parts.desk_memory import DeskMemory, Typed, memory_of
from ui.parts.desk_paper import KINDS, KindButton, PaperLine, TypedRow, rows_of
from ui.parts.kinds import kind_name
from ui.parts.listing import board_of, name_of
from ui.parts.top_bar import way_back
from ui.widgets.boxes import within
from ui.widgets.button import SMALL, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.field import placeholder
from ui.widgets.keypad import KeyPad
from ui.widgets.large_note import Symbol
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId
from workshop.domain.kinds import NoteKind, NoteSource
from workshop.domain.records import Group

SAVE = Style(Kind.MAIN, 72, 24, 28, padding=28)
MOST_ROWS = 8


class PaperNotesPage(Page):
    """One key a note besides its words."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Keep the places of the two lists; the draft is kept for as long as the workshop is open."""
        self.groups_place, self.place = Place(), Place()
        self.keys_open = self.stage.one_screen  # a laptop has keys of its own

    @property
    def memory(self) -> DeskMemory:
        """The half-typed note, its kind and group, and what was typed."""
        return memory_of(self.room)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Type paper notes")

    # Laying out

    def build(self) -> None:
        """The bar, the kinds and the line to type in, the groups and what was typed."""
        low = is_low(self.look)
        self.hidden = self.room.workshop.writing_hidden
        whole = self.column(self._bar(), gap=0)
        side, edge = (24, 12) if low else (48, 24)
        parts: list[QWidget] = [self._card(), *([] if self.keys_open else [self._typed_card()])]
        content = within(QWidget(), self.column(*parts, 1, gap=16))
        words = self.words
        scroll = Scroll(self.look, content, words("More"), words("Back"), self.place)
        middle = self.row(gap=20 if low else 28, margins=(side, edge, side, edge))
        middle.addWidget(scroll, 3)
        if not self.keys_open and not self.hidden and self.room.all(Group):
            middle.addWidget(self._groups(), 1)
        whole.addLayout(middle, 1)
        if self.keys_open:
            keys = KeyPad(self.look, self.words)
            keys.attach(self.field)
            whole.addWidget(keys)
        self.body.setLayout(whole)
        self._show_typed()
        self.setFocusProxy(self.field)  # whoever comes to this page can type at once

    def _bar(self) -> Ground:
        more = []
        if self.stage.one_screen:
            words = self.words
            text = words("Put the keys away") if self.keys_open else words("Keys on the screen")
            more.append(self.button(text, "keyboard", self.switch_keys))
        return way_back(self, self.back, *more)

    def _card(self) -> Card:
        words = self.words
        self.field = PaperLine(self.look, words("The words of the note"), self.memory.draft, 32)
        placeholder(self.field, self.look, words("The words of the note, then Enter"))
        self.field.textChanged.connect(self._keep)
        self.field.returnPressed.connect(self.save)
        self.field.chose.connect(lambda place: self.choose(KINDS[place]))
        self.field.group_moved.connect(self.move_group)
        keep = self.button(words("Keep this note"), "check", self.save, SAVE)
        line = self.row(self.field, keep, gap=16)
        line.setStretch(0, 1)
        asked = self.text(words("What kind of note is it?"), 24, SEMIBOLD)
        inside = self.column(asked, self._kinds(), line, self._below(), gap=14)
        card = Card(self.look)
        edge = self.look.px(16 if is_low(self.look) else 26)
        inside.setContentsMargins(edge, edge, edge, edge)
        within(card, inside)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return card

    def _below(self) -> QWidget:
        """How it is done with keys, how many were typed, and the way back."""
        words = self.words
        how = words(
            "1 to 6 choose the kind in an empty line. Later Alt and the number. Enter keeps the note."
        )
        self.count = self.text("", 22, SEMIBOLD, wrap=False)
        self.undo_button = self.button(words("Undo the last note"), "undo-2", self.undo_typed, SMALL)
        parts = self.row(gap=20)
        parts.addWidget(self.text(how, 20, colour="ink2"), 1)
        parts.addWidget(self.count)
        parts.addWidget(self.undo_button)
        return within(QWidget(), parts)

    def _typed_card(self) -> Card:
        """The last notes that were typed."""
        self.rows = Slot()
        card = Card(self.look)
        title = self.text(self.words("What you have typed"), 20, SEMIBOLD, "ink2")
        within(card, self.column(title, self.rows, gap=8, margins=(26, 16, 26, 16)))
        return card

    def _kinds(self) -> QWidget:
        self.kind_buttons = {
            kind: KindButton(
                self.look,
                kind,
                kind_name(self.room.workshop, kind, self.words),
                place,
                kind is self.memory.kind,
                partial(self.choose, kind),
            )
            for place, kind in enumerate(KINDS, start=1)
        }
        return grid(self.look, list(self.kind_buttons.values()))

    def _groups(self) -> Card:
        words = self.words
        choices: list[tuple[GroupId | None, str]] = [(None, words("In no group"))]
        choices += [(group.id, name_of(group, words)) for group in board_of(self.room.all(Group))]
        self.group_buttons: dict[GroupId | None, RowButton] = {}
        for id_, name in choices:
            button = RowButton(self.look, name, "group" if id_ else "", chosen=id_ == self.memory.group)
            button.clicked.connect(lambda _=False, id_=id_: self.choose_group(id_))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self.group_buttons[id_] = button
        content = within(QWidget(), self.column(*self.group_buttons.values(), 1, gap=4))
        scroll = Scroll(self.look, content, words("More"), words("Back"), self.groups_place)
        card = Card(self.look)
        title = self.text(words("Put it in a group, if you like"), 20, SEMIBOLD, "ink2")
        within(card, self.column(title, scroll, gap=8, margins=(16, 16, 16, 16)))
        return card

    # What was typed

    def _show_typed(self) -> None:
        """The count, the undo button and the last notes."""
        many = len(self.memory.typed)
        self.count.say(self.words.many("1 note typed", "{n} notes typed", many))
        self.undo_button.lock("" if many else self.words("Nothing is typed yet"))
        if self.keys_open:
            return
        rows = rows_of(self.room, self.memory.typed, self.words, MOST_ROWS)
        nothing = [self.text(self.words("No notes yet."), 22)] if not rows else []
        parts: list[QWidget] = [*nothing, *(self._row(row) for row in rows)]
        self.rows.fill(self.column(*parts, gap=0))

    def _row(self, row: TypedRow) -> QWidget:
        # One that lies face down has no number yet.
        said = self.words("Note {n}", n=row.number) if row.number > 0 else self.words("A note")
        number = self.text(said, 20, SEMIBOLD, "ink2", wrap=False)
        number.setMinimumWidth(self.look.px(110))
        parts = self.row(number, gap=14, margins=(0, 8, 0, 8))
        if row.kind is not None:
            parts.addWidget(Symbol(self.look, row.kind, 22))
        parts.addWidget(self.text(row.text, 22, MEDIUM), 1)
        ground = Ground(self.look, "paper", "bottom")
        within(ground, parts)
        return ground

    def on_change(self, change: Change) -> None:
        """Somebody is typing: only new groups, or the end of quiet writing, lay the page out anew."""
        tables = {c.table for c in change.diff}
        if "note_group" in tables or self.hidden != self.room.workshop.writing_hidden:
            self.rebuild()
        elif "note" in tables:
            self._show_typed()

    # Acts

    def switch_keys(self) -> None:
        """Show keys on the screen instead of the lists, or the lists again."""
        self.keys_open = not self.keys_open
        self.rebuild()

    def _keep(self, text: str) -> None:
        self.memory.draft = text

    def choose(self, kind: NoteKind) -> None:
        """Choose the kind of this note and of those that follow."""
        self.memory.kind = kind
        for each, button in self.kind_buttons.items():
            button.setChecked(each is kind)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_group(self, group: GroupId | None) -> None:
        """Choose the group of this note and of those that follow."""
        self.memory.group = group
        for id_, button in self.group_buttons.items():
            button.setChecked(id_ == group)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_group(self, way: int) -> None:
        """Choose the next group in the list, or the one before."""
        if self.keys_open or self.hidden or not self.room.all(Group):
            return
        ids = list(self.group_buttons)
        at = ids.index(self.memory.group) if self.memory.group in ids else 0
        self.choose_group(ids[max(0, min(at + way, len(ids) - 1))])

    def save(self) -> None:
        """Keep the note. Where it is refused, its words stay in the line."""
        memory, session = self.memory, self.room.session
        group = memory.group if memory.group and self.room.get(Group, memory.group) else None
        made = self.do(
            session.board.add_note,
            memory.draft,
            memory.kind,
            None if self.hidden else group,
            source=NoteSource.PAPER,
        )
        if made is None:
            return
        act = next(iter(session.last_acts(1)), None)
        memory.typed.append(Typed(made.note, act.seq if act else 0))
        self.field.clear()
        self._show_typed()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo_typed(self) -> None:
        """Take the last note back that was typed here."""
        if not self.memory.typed:
            return
        last = self.memory.typed[-1]
        if self.did(self.room.session.undo, last.act):
            self.memory.typed.pop()
            self._show_typed()
            self.tell(self.words("The last note is gone."), "done")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """Back to the desk. A half-typed note waits here."""
        self.stage.show_desk("desk")


PAGE = PaperNotesPage
