"""The day so far: its moments, the board as it was at each of them, and a note brought back from there."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import history
from ui.parts.desk_cards import Slot, is_crowded, is_low
from ui.parts.history import MomentRow, ThenAndNow
from ui.parts.top_bar import way_back
from ui.widgets.board_then import BoardThenPicture
from ui.widgets.boxes import within
from ui.widgets.button import MAIN
from ui.widgets.card import Card
from ui.widgets.large_note import LargeNote
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.labels import Label
from workshop.domain.moments import Moment
from workshop.domain.records import Note
from workshop.session.looking_back import BoardThen


class HistoryPage(Page):
    """A list of moments beside the board as it was. It looks back; only "Bring it back" changes anything."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Begin at the last moment, with the note that is given or with none."""
        self.list_place, self.place = Place(), Place()
        note = given.get("note")
        self.chosen = NoteId(str(note)) if note else None
        self.seq = -1
        self.then: BoardThen | None = None
        self._read()
        self.go_to(len(self.moments) - 1)

    def _read(self) -> None:
        self.moments: tuple[Moment, ...] = self.room.session.moments()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The day so far")

    # Where in the day

    @property
    def at(self) -> int:
        """Which moment is shown; -1 while nothing has happened."""
        return history.nearest(self.moments, self.seq)

    def go_to(self, index: int) -> None:
        """Show another moment, or the same one with what was added to it."""
        if self.moments:
            self.seq = self.moments[max(0, min(index, len(self.moments) - 1))].seq
            self.then = self.room.session.board_at(self.seq)

    def turn(self, way: int) -> None:
        """A moment earlier or later. What happened since this page was opened is there then, too."""
        at = self.at
        self._read()
        self.go_to(at + way)
        self.rebuild()

    def choose_moment(self, seq: int) -> None:
        """A moment was touched in the list."""
        self._read()
        self.go_to(history.nearest(self.moments, seq))
        self.rebuild()

    # Laying out

    def build(self) -> None:
        """The bar; the moments; the board as it was, and the note that was touched in it."""
        crowded = is_crowded(self.look)
        side, edge = (24, 12) if is_low(self.look) else (48, 24)
        whole = self.column(way_back(self, self.back), gap=0)
        middle = self.row(gap=20 if is_low(self.look) else 28, margins=(side, edge, side, edge))
        if not self.moments:
            middle.addWidget(self.text(self.words("Nothing has happened yet."), 26, centre=True))
        else:
            if not crowded:
                middle.addWidget(self._list(), 5)
            middle.addWidget(self._board(), 8)
        whole.addLayout(middle, 1)
        self.body.setLayout(whole)

    def _list(self) -> Card:
        parts: list[QWidget] = []
        for row in history.rows(self.moments, self.words):
            if row.step:
                parts.append(self.text(row.step, 20, BOLD, "damson"))
            parts.append(self._row(row))
        content = within(QWidget(), self.column(*parts, 1, gap=4))
        scroll = Scroll(self.look, content, self.words("More"), self.words("Back"), self.list_place)
        chosen = next((p for p in parts if isinstance(p, RowButton) and p.isChecked()), None)
        if chosen is not None:
            QTimer.singleShot(0, chosen, partial(scroll.show_part, chosen))
        card = Card(self.look)
        within(card, self.column(scroll, margins=(16, 16, 16, 16)))
        return card

    def _row(self, row: MomentRow) -> RowButton:
        chosen = row.seq == self.seq
        button = RowButton(self.look, row.text, "eye-off" if not row.at else "", row.at, chosen)
        button.clicked.connect(lambda: self.choose_moment(row.seq))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return button

    def _board(self) -> QWidget:
        """The board as it was, the ways to other moments, and the note that was touched."""
        moment, words = self.moments[self.at], self.words
        assert self.then is not None
        title = history.title_of(moment, words)
        self.picture = BoardThenPicture(self.room, self.look, words, self.then, title)
        self.picture.choose(self.chosen)
        self.picture.picked.connect(self._pick)
        self.note_place = Slot(self.body)
        self._fill_note()
        content = within(QWidget(), self.column(self._turning(), self.picture, self.note_place, 1, gap=14))
        return Scroll(self.look, content, words("More"), words("Back"), self.place)

    def _turning(self) -> QLayout:
        words = self.words
        self.earlier = self.button(words("Earlier"), "arrow-left", partial(self.turn, -1))
        self.earlier.lock("" if self.at > 0 else words("This is the first moment."))
        self.later = self.button(words("Later"), "arrow-right", partial(self.turn, 1))
        last = self.at == len(self.moments) - 1
        self.later.lock(words("This is the last moment.") if last else "")
        moment = self.moments[self.at]
        where = "  ".join(part for part in (history.time_of(moment, words), moment.step) if part)
        said = self.text(history.text_of(moment, words), 20)
        told = self.column(*([self.text(where, 22, SEMIBOLD)] if where else []), said, gap=0)
        if is_crowded(self.look):
            return self.column(self.row(self.earlier, self.later, 1), told, gap=8)
        turning = self.row(self.earlier, told, self.later, gap=20)
        turning.setStretch(1, 1)
        return turning

    def _fill_note(self) -> None:
        """The note that was touched, then and now; or how to touch one."""
        words = self.words
        then = next((n for n in self.then.notes if n.id == self.chosen), None) if self.then else None
        if then is None:
            part: QWidget = self.text(words("Touch a note to see what became of it."), 22)
        else:
            part = self._note_card(history.then_and_now(then, self.room.get(Note, then.id), words))
        self.note_place.fill(self.column(part))

    def _note_card(self, shown: ThenAndNow) -> Card:
        words = self.words
        bring = self.button(words("Bring it back"), "history", partial(self.bring_back, shown), MAIN)
        bring.lock(self.why_closed or shown.why_not)
        number = words("Note {n}, as it was then", n=shown.then.number)
        card = Card(self.look)
        parts: list[QWidget | QLayout | int] = [self.text(number, 20, BOLD, "damson")]
        if shown.then.text:
            parts.append(LargeNote(self.look, words, shown.then, 24))
        parts += [self.text(shown.now, 22), self.row(bring, 1)]
        within(card, self.column(*parts, gap=12, margins=(24, 18, 24, 18)))
        return card

    # Acts

    def _pick(self, note: object) -> None:
        self.chosen = NoteId(note) if isinstance(note, str) else None
        self._fill_note()

    def bring_back(self, shown: ThenAndNow) -> None:
        """Give the note the words that it had then, and show it again."""
        if self.did(self.room.session.board.bring_back, shown.then.id, self.seq):
            self.tell(self.words("Note {n} is back.", n=shown.then.number), "done")

    def on_change(self, change: Change) -> None:
        """The past stays, whatever people do; only the note that is looked at and erased words change it."""
        erased = change.label == Label.ERASE_PERSON
        if erased:
            self.go_to(self.at)
            self.rebuild()
        elif self.moments and any(c.table == "note" and c.id == self.chosen for c in change.diff):
            self._fill_note()

    def back(self) -> None:
        """Back to the desk."""
        self.stage.show_desk("desk")


PAGE = HistoryPage
