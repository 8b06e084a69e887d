"""The board, as the facilitator sets it up: layout, kinds, tags, groups, pictures, the people's screen.

Fields are kept when they are left. With one screen they are written in a panel with keys.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.parts import settings_board
from ui.parts.line_below import LineBelow
from ui.parts.pictures import TakesPictures
from ui.parts.settings_board import ENDS, NEW_TAG
from ui.parts.settings_pictures import say_what
from ui.parts.top_bar import BOARD, top_bar
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN
from ui.widgets.card import Card
from ui.widgets.choice import Segment
from ui.widgets.field import Line, labelled, placeholder
from ui.widgets.scroll import Place, Scroll
from ui.widgets.touch_field import TouchField
from ui.widgets.wrapping import Wrapping
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId, PictureId, TagId
from workshop.domain.kinds import BoardLayout, GroupKind, NoteKind
from workshop.domain.records import Group

PARTS = ("layout", "kinds", "tags", "groups", "pictures", "screen")
SHOWN = frozenset({"workshop", "tag", "note_group", "membership", "note", "picture"})


class BoardSettingsPage(TakesPictures):
    """One part at a time; what is typed stays while everything round it changes."""

    side = Side.FACILITATOR

    def setup(self, part: str = "layout", back: str = "desk", **given: Any) -> None:
        """`part` is what is shown, `back` the page that this one leads back to."""
        self.part, self.back = part, back
        self.typed: dict[str, str] = {}
        self.putting_with: GroupId | None = None
        self.taking_off: PictureId | None = None
        self.places = {key: Place() for key in PARTS}
        self.line = LineBelow(self, self._room_to_write)
        self._keeping = False
        self.take_drops()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The board")

    # Laying out

    def build(self) -> None:
        """The bar, the choice of parts, and the part."""
        words, parts = self.words, settings_board.parts(self)
        way_back = [self.button(words("Back to the plan"), "arrow-left", self.go_back, PLAIN)]
        title = self.text(words("How the board is set up"), 30, BOLD)
        how = self.button(words("How to"), "book-open", self.how_to, PLAIN)
        head = self.row(*(way_back if self.back == "plan" else []), title, how, gap=24)
        head.setStretchFactor(title, 1)
        choices = within(
            QWidget(), Wrapping(self.look, *self._choices({k: n for k, (n, _) in parts.items()}))
        )
        content = parts[self.part][1]()
        area = Scroll(self.look, content, words("More"), words("Back up"), self.places[self.part])
        card = within(Card(self.look), self.row(area, margins=(30, 22, 30, 22)))
        whole = self.column(head, choices, card, gap=16, margins=(32, 20, 32, 24))
        whole.setStretch(2, 1)
        layout = self.column(top_bar(self, BOARD), whole, gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _choices(self, names: dict[str, str]) -> list[QWidget]:
        found: list[QWidget] = []
        for key, name in names.items():
            segment = Segment(self.look, name, key == self.part)
            segment.clicked.connect(partial(self.show_part, key))
            found.append(segment)
        return found

    def rebuild(self) -> None:
        """What somebody writes in the panel stays above."""
        super().rebuild()
        self.line.stay_above()

    def field(self, key: str, label: str, text: str, hint: str = "") -> QWidget:
        """A field below its label. It is kept when it is left, or when its panel says Done."""
        text = self.typed.get(key, text)
        if self.stage.one_screen:
            touch = TouchField(self.look, label, text)
            touch.clicked.connect(lambda: self._write(key, label, text))
            return labelled(self.look, label, touch)
        line = Line(self.look, label, text, 24)
        if hint:
            placeholder(line, self.look, hint)
        line.textChanged.connect(partial(self._note, key))
        line.editingFinished.connect(partial(self.keep, key))
        if key == NEW_TAG:
            line.returnPressed.connect(self.add_tag)
        return labelled(self.look, label, line)

    def _write(self, key: str, label: str, text: str) -> None:
        self.line.open(label, text, partial(self._written, key))

    def _written(self, key: str, text: str) -> bool:
        self._note(key, text)
        self.keep(key)
        self.line.close()
        self.rebuild()
        return True

    def _note(self, key: str, text: str) -> None:
        self.typed[key] = text

    def _room_to_write(self) -> QRect:
        return self.rect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel stays in sight."""
        super().resizeEvent(event)
        self.line.place()

    # Keeping what is typed

    def keep(self, key: str) -> None:
        """Keep what was typed in a field; what cannot be kept stays in the field."""
        if key not in self.typed:
            return
        self._keeping = True  # no widget may go while somebody writes in it
        try:
            kept = self._save(key, self.typed[key])
        finally:
            self._keeping = False
        if kept:
            self.typed.pop(key, None)

    def _save(self, key: str, text: str) -> bool:
        board, (what, _, which) = self.room.session.board, key.partition(":")
        if what == "kind":
            return self.did(board.name_kind, NoteKind(which), text)
        if what == "tag":
            return self.did(board.name_tag, TagId(which), text)
        if what == "picture":
            return say_what(self, NoteId(which), text)
        return what == "end" and self._keep_ends()

    def _ends(self) -> list[str]:
        """The names of the four ends, as they are kept or typed."""
        kept = dict(zip(ENDS, self.room.workshop.axes, strict=False))
        return [self.typed.get(f"end:{end}", kept.get(end, "")).strip() for end in ENDS]

    def _keep_ends(self) -> bool:
        """All four are kept at once; one alone waits for the others."""
        ends = self._ends()
        if not all(ends):
            return False
        if not self.did(self.room.session.board.set_layout, self.room.workshop.layout, ends):
            return False
        for end in ENDS:
            self.typed.pop(f"end:{end}", None)
        return True

    def on_change(self, change: Change) -> None:
        """What is shown has changed; a field that is just being kept stays as it is."""
        if not self._keeping and any(c.table in SHOWN for c in change.diff):
            self.rebuild()

    def leave(self) -> None:
        """Nothing that was written is lost."""
        for key in [k for k in self.typed if k != NEW_TAG]:
            self.keep(key)

    # Acts

    def show_part(self, part: str) -> None:
        """Show another part."""
        self.part, self.putting_with, self.taking_off = part, None, None
        self.rebuild()

    def go_back(self) -> None:
        """Back to where this page was called from."""
        self.stage.show_desk(self.back)

    def how_to(self) -> None:
        """Read what can be done with the board."""
        self.stage.show_desk("how_to", back="board_settings")

    def set_layout(self, layout: BoardLayout) -> None:
        """Lay the board out; a grid needs its four names first."""
        ends = self._ends()
        if layout is BoardLayout.GRID and not all(ends):
            self.tell(self.words("Name the four ends first. Then choose the grid."))
            return
        names = ends if all(ends) else None
        if self.did(self.room.session.board.set_layout, layout, names):
            for end in ENDS if names else ():
                self.typed.pop(f"end:{end}", None)

    def add_tag(self) -> None:
        """Make the tag that was typed."""
        name = self.typed.get(NEW_TAG, "").strip()
        if name and self.did(self.room.session.board.make_tag, name):
            self.typed.pop(NEW_TAG, None)
            self.rebuild()

    def remove_tag(self, tag: TagId) -> None:
        """Take a tag away, from all notes."""
        self.typed.pop(f"tag:{tag}", None)
        self.did(self.room.session.board.remove_tag, tag)

    def lock(self, group: Group) -> None:
        """Lock a group, or unlock it."""
        self.did(self.room.session.board.lock_area, group.id, not group.locked)

    def put_with(self, group: GroupId | None) -> None:
        """Ask which group comes into this one; None goes on as before."""
        self.putting_with = group
        self.rebuild()

    def put_together(self, other: GroupId) -> None:
        """The other group comes into the chosen one."""
        group, self.putting_with = self.putting_with, None
        if group is not None and not self.did(self.room.session.board.merge_groups, [group, other]):
            self.rebuild()

    def part_again(self, group: GroupId) -> None:
        """All groups that came into this one come back."""
        self.did(self.room.session.board.unmerge_groups, group)

    def add_lane(self, kind: GroupKind) -> None:
        """Make an area to set something aside in."""
        self.did(self.room.session.board.make_group, kind=kind)

    def keep_simple(self, simple: bool) -> None:
        """Few buttons below the people's board, or all."""
        self.stage.keep_simple(simple)

    def set_inbox(self, on: bool) -> None:
        """New notes wait until they are placed, or not."""
        self.did(self.room.session.board.set_inbox, on)


PAGE = BoardSettingsPage
