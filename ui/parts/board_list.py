"""The list beside the board: what is looked for, the rows, and every act of the board for the chosen one.

What somebody has folded, looked for or begun stays in `Listed` while the page is built anew.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import BOLD
from ui.parts import list_asking, listing
from ui.parts.kinds import ALWAYS, kind_name
from ui.parts.list_acts import Acts
from ui.parts.listing import GroupRow, Key, NoteRow, Sought
from ui.parts.reach import needs_low
from ui.widgets.boxes import within
from ui.widgets.button import SMALL, Button
from ui.widgets.card import Ground
from ui.widgets.note_list import MANY, NoteList
from ui.widgets.touch import Touchable
from ui.widgets.touch_field import TouchField
from ui.widgets.wrapping import Wrapping
from workshop.domain.ids import GroupId, NoteId, TagId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.screens.board import BoardPage

SOON_MS = 150  # with very many rows a change is shown a moment later, together with the next


@dataclass
class Listed:
    """What somebody has begun in the list; it outlives the widgets."""

    shown: bool = False
    closed: set[GroupId | None] = field(default_factory=set)
    text: str = ""
    kinds: set[NoteKind] = field(default_factory=set)
    tags: set[TagId] = field(default_factory=set)
    chosen: Key = listing.NO_ROW
    ticked: set[NoteId] = field(default_factory=set)  # for a group of their own
    asking: str = ""  # the question that stands in the place of the rows


class BoardList(Ground):
    """The list of one board page."""

    def __init__(self, page: "BoardPage", listed: Listed) -> None:
        super().__init__(page.look, "paper", "end")
        self.page, self.listed = page, listed
        self.acts = Acts(self)
        words = page.words
        kinds = {kind: kind_name(page.room.workshop, kind, words) for kind in NoteKind}
        self.list = NoteList(page.look, words, kinds)
        self.list.chose.connect(self.choose)
        self.list.wants_move.connect(partial(self.ask, "move"))
        self.head, self.middle, self.rows = QWidget(), QWidget(), self._turning()
        parts = [self.head, self.middle]
        if needs_low(page.look):
            parts.reverse()  # nobody has to reach up to look for something
        whole = page.column(self._title(), *parts, gap=8, margins=(16, 12, 16, 8))
        whole.setStretch(1 + parts.index(self.middle), 1)
        within(self, whole)
        wide = page.look.screen.width
        self.setFixedWidth(wide * 5 // 8 if self._tight else min(page.look.px(700), wide // 2))
        self._later = QTimer(self, interval=SOON_MS, singleShot=True)
        self._later.timeout.connect(self.refill)
        self._lay_out()

    @property
    def _tight(self) -> bool:
        """Where there is little room, the rows need it more than a title and their number."""
        return not self.page.look.roomy

    def _close(self) -> QWidget:
        return self.page.button(self.page.words("Close list"), "x", self.page.show_list, SMALL)

    def _title(self) -> QWidget:
        page = self.page
        self.many = page.text("", 20)
        if self._tight:
            return self.many
        said = page.column(page.text(page.words("The board as a list"), 28, BOLD), self.many, gap=0)
        title = page.row(said, self._close())
        title.setStretch(0, 1)
        return within(QWidget(), title)

    def _turning(self) -> QWidget:
        """The list, and below it the two ways; where there is little room they are in the line above."""
        ways: list[QBoxLayout] = [] if self._tight else [self.page.row(1, *self._ways(), 1)]
        whole = self.page.column(self.list, *ways, gap=6)
        whole.setStretch(0, 1)
        rows = within(QWidget(self), whole)
        rows.hide()  # it may be that a question comes first
        return rows

    def _ways(self) -> tuple[Button, Button]:
        """Two buttons for who cannot draw the list up with a finger."""
        page, words = self.page, self.page.words
        back = page.button(words("Back"), "chevron-up", partial(self.list.turn, -1), SMALL)
        more = page.button(words("More"), "chevron-down", partial(self.list.turn, 1), SMALL)
        self.list.ways = (back, more)
        return back, more

    # What it shows

    def _lay_out(self) -> None:
        """The rows, or the question in their place."""
        asked = list_asking.question(self, self.listed.asking)
        self.head = self._instead(self.head, self._head() if asked is None else QWidget())
        self.head.setVisible(asked is None)
        self.middle = self._instead(self.middle, asked or self.rows)
        self.refill()
        if asked is not None and asked.isVisible():
            list_asking.begin(asked)

    def _instead(self, old: QWidget, new: QWidget) -> QWidget:
        layout = self.layout()
        if layout is not None and old is not new:
            layout.replaceWidget(old, new)
            old.hide()
            if old is not self.rows:  # the rows stay, or they would outlive a list that goes meanwhile
                old.setParent(None)
                old.deleteLater()
        new.show()
        return new

    def _head(self) -> QWidget:
        """What is looked for, and only what; or which note is to be touched."""
        page, words = self.page, self.page.words
        if self.listed.asking == "same":
            said = page.text(words("Now touch the note that says the same."), 22, BOLD, "damson")
            stop = page.button(words("Stop"), "x", partial(self.ask, ""), SMALL)
            hint = page.row(said, stop)
            hint.setStretch(0, 1)
            return within(QWidget(), hint)
        find: Touchable = page.button(words("Find"), "search", None, SMALL)
        if self.listed.text:
            find = TouchField(page.look, words("Find"), self.listed.text, 22)
        find.clicked.connect(lambda: page.look_for_words())
        parts: list[QWidget] = [find, page.button(words("Only…"), "", partial(self.ask, "only"), SMALL)]
        if self.sought_for:
            parts.append(page.button(words("Show all"), "x", self.show_all, SMALL))
        at_start = len(parts)
        parts += [*self._ways(), self._close()] if self._tight else []
        line = Wrapping(page.look, *parts, at_start=at_start)
        only_what = self._only_what()
        only = [page.text(only_what, 20)] if only_what else []
        return within(QWidget(), page.column(line, *only, gap=6))

    def _only_what(self) -> str:
        """The kinds and tags that are looked for, in words."""
        page, listed = self.page, self.listed
        said = [kind_name(page.room.workshop, k, page.words) for k in NoteKind if k in listed.kinds]
        said += [tag.name for tag in listing.read(page.room).tags if tag.id in listed.tags]
        return page.words("Only: {what}", what=", ".join(said)) if said else ""

    @property
    def sought_for(self) -> bool:
        """Whether something is looked for."""
        return bool(self.listed.text or self.listed.kinds or self.listed.tags)

    def _sought(self) -> Sought:
        listed, session = self.listed, self.page.room.session
        kinds, tags = frozenset(listed.kinds), frozenset(listed.tags)
        if not listed.text:
            return Sought(None, kinds, tags)
        found = frozenset(hit.note for hit in session.search(listed.text))
        return Sought(found, kinds, tags, frozenset(session.search_groups(listed.text)))

    def refill(self) -> None:
        """Show the rows as they are now. While the notes lie face down there is only their count."""
        self._later.stop()
        if not self.listed.shown:
            return  # it is filled when it is called up
        words, board = self.page.words, listing.read(self.page.room)
        if self.page.room.workshop.writing_hidden:
            self.many.say(words("The notes lie face down. Nobody can read them yet."))
            self.many.show()
            self.list.show_rows([])
            return
        self.many.setVisible(self.page.look.roomy)
        notes, groups, loose = listing.counts(board)
        self.many.say(
            " · ".join(
                (
                    words.many("1 note", "{n} notes", notes),
                    words.many("1 group", "{n} groups", groups),
                    words("{n} loose", n=loose),
                )
            )
        )
        rows = listing.rows(board, words, self._sought(), self.listed.closed)
        if not rows and self.sought_for:
            self.many.say(words("No note fits."))
            self.many.show()
        self.list.show_rows(rows, self.listed.chosen, self.acts.buttons)

    def refill_soon(self) -> None:
        """Something has changed: show it, at once where that costs little."""
        if self.list.rows.rowCount() > MANY:
            self._later.start()
        else:
            self.refill()

    # Choosing

    def choose(self, row: GroupRow | NoteRow) -> None:
        """A row was touched: a note is picked or let go, a group opens or closes."""
        if isinstance(row, GroupRow):
            self._choose_group(row)
        elif self.listed.asking == "same":
            self.acts.put_together(row.note)
        else:
            again = self.listed.chosen == listing.key_of(row)
            self.listed.chosen = listing.NO_ROW if again else listing.key_of(row)
            self.page.view.pick(None if again else row.note)
            self.refill()

    def _choose_group(self, row: GroupRow) -> None:
        """An open group that is not chosen is only chosen; the next touch closes it."""
        key = listing.key_of(row)
        was_chosen = self.listed.chosen == key or row.group is None
        if row.open and was_chosen:
            self.listed.closed.add(row.group)
        else:
            self.listed.closed.discard(row.group)
        self.listed.chosen = listing.NO_ROW if row.open and was_chosen else key
        self.page.view.pick(None)
        self.refill()

    def note_picked(self, note: NoteId | None) -> None:
        """A note was picked on the board, or let go there."""
        if note is not None and self.listed.asking == "same":
            self.acts.put_together(note)
        elif note != self.listed.chosen[0]:
            chosen = listing.NO_ROW if note is None else (note, self.page.view.shown.picked.group)
            self.listed.chosen, self.listed.asking = chosen, ""
            self._lay_out()

    @property
    def note(self) -> Note | None:
        """The chosen note."""
        id_ = self.listed.chosen[0]
        return None if id_ is None else self.page.room.get(Note, id_)

    # Questions

    def ask(self, question: str) -> None:
        """Ask in the place of the rows; "" shows the rows again."""
        if question in ("move", "copy", "same", "tag", "felt") and self.note is None:
            return
        self.listed.asking = question
        self.listed.ticked.clear()
        self._lay_out()
        if question == "":
            self.list.setFocus()

    def look_for(self, text: str) -> None:
        """Show only the notes with these words; typed letter by letter."""
        self.listed.text = text.strip()
        self._lay_out()

    def show_all(self) -> None:
        """Look for nothing any more."""
        self.listed.text = ""
        self.listed.kinds.clear()
        self.listed.tags.clear()
        self._lay_out()

    def show_only(self, kind: NoteKind, on: bool) -> None:
        """Show notes of this kind, or all kinds again."""
        (self.listed.kinds.add if on else self.listed.kinds.discard)(kind)

    def show_tagged(self, tag: TagId, on: bool) -> None:
        """Show notes with this tag, or any again."""
        (self.listed.tags.add if on else self.listed.tags.discard)(tag)

    def tick(self, note: NoteId, on: bool) -> None:
        """This note goes into the new group, or not."""
        (self.listed.ticked.add if on else self.listed.ticked.discard)(note)

    def kinds(self) -> list[tuple[NoteKind, str]]:
        """The kinds that can be looked for, by their names here."""
        named = (*ALWAYS, NoteKind.FELT, NoteKind.BEFORE)
        return [(kind, kind_name(self.page.room.workshop, kind, self.page.words)) for kind in named]

    def doing(self, act: Callable[[], object]) -> None:
        """Do an act of the session; the rows come back, changed."""
        self.listed.asking = ""
        self.page.did(act)
        self._lay_out()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
