"""Paper ballots are typed in: counted by hand first, sealed only when both counts agree, then gone."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, MEDIUM, Side
from ui.page import Page
from ui.parts.top_bar import top_bar
from ui.parts.vote_paper import Batch, ByHand, read_count, what_is_missing
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, PLAIN
from ui.widgets.card import Card
from ui.widgets.field import Line, labelled
from ui.widgets.icon import Icon
from ui.widgets.paper_grid import PaperGrid, PaperHead
from ui.widgets.scroll import Place, Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.changes import Change
from workshop.domain.disclosure import VOICE_NAMES
from workshop.domain.records import Round
from workshop.domain.voting import MOST_SHEETS
from workshop.errors import RuleBroken

MOST_DIGITS = len(str(MOST_SHEETS * 20))
VOTE = 3  # its place in the chain of stages


class PaperVotesPage(Page):
    """The grid at the start, the counts beside it. Never on the people's screen."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """An empty batch. What is typed is here only, and wiped when the page goes away."""
        round_ = self._round
        self.batch = Batch(round_) if round_ is not None else None
        self.by_hand = ByHand()
        self.written: dict[str, str] = {}  # both counts as they were typed
        self.unread: dict[str, str] = {}  # why one of them is no number
        self.number = 1
        self.places = [Place(), Place()]

    @property
    def _round(self) -> Round | None:
        return self.stage.open_round()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Type paper votes")

    # Laying out

    def build(self) -> None:
        """The bar, two columns, and below them what is still missing and the seal."""
        bar = top_bar(self, VOTE)
        if self.batch is None or self._round is None:
            none = self.text(self.words("No vote is open. Open the vote first."), 30)
            self.body.setLayout(self.column(bar, self.column(1, none, 1, margins=(32, 20, 32, 20)), gap=0))
            return
        how = self.words("One person reads a sheet aloud in a quiet place. One person types.")
        never = self.words("Never on the people’s screen.")
        head = self.column(self.text(self.name(), 36, BOLD), self.text(f"{how} {never}", 20, MEDIUM), gap=0)
        self.foot = self.text("", 22, MEDIUM, "harbour")
        self.seal_button = self.button("", "lock", self.seal, MAIN)
        middle = self._middle(self.batch)
        content = self.column(head, middle, self._last(), gap=12, margins=(32, 16, 32, 20))
        content.setStretch(1, 1)
        whole = self.column(bar, content, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self._say()

    def _middle(self, batch: Batch) -> QLayout:
        """Grid and counts beside each other; on a narrow screen below each other, and drawn up as one."""
        if self.look.screen.width < 64 * self.look.text(20):
            rows, side = self._rows(batch), within(QWidget(), self._side())
            self.area = self._scroll_over(self.column(side, self._grid(batch, rows), 1, gap=12), 0)
            return self.column(self.area)
        self.area = self._scroll_over(self.column(self._rows(batch), 1), 0)
        beside = self.row(self._grid(batch, self.area), self._scroll_over(self._side(), 1), gap=24)
        beside.setStretch(0, 70)
        beside.setStretch(1, 30)
        return beside

    def _scroll_over(self, inside: QLayout, place: int) -> Scroll:
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.places[place])

    def _rows(self, batch: Batch) -> PaperGrid:
        label, of = self.words("Sheet {n}"), self.words("{n} of {m}")
        self.grid = PaperGrid(self.look, batch, label, of, self._cell)
        self.grid.changed.connect(self._typed)
        return self.grid

    def _grid(self, batch: Batch, rows: QWidget) -> Card:
        self.title = self.text("", 26, BOLD)
        how = self.words("Number of dots under each idea number. Enter goes on. Arrows go back.")
        sheet = self.words("Sheet {n}", n=1)
        top = PaperHead(self.look, batch, sheet, self.words("Votes as"), self.words("Dots"))
        card = Card(self.look)
        parts = (self.title, self.text(how, 18), top, rows, self._legend(batch))
        laid_out = self.column(*parts, gap=6, margins=(28, 16, 28, 16))
        laid_out.setStretch(3, 1)
        within(card, laid_out)
        return card

    def _legend(self, batch: Batch) -> QWidget:
        lines = [self.words("No totals by idea here. They come when the vote is closed.")]
        if batch.by_voice:
            names = {key: self.words(name) for key, name in VOICE_NAMES.items()}
            lines.append(
                self.words(
                    "C {carers}, P {users}, S {staff}, O {others}, – left out.",
                    carers=names["carer"],
                    users=names["uses_services"],
                    staff=names["staff"],
                    others=names["other"],
                )
            )
        lines.append(self.words("N marks an idea that was not clear."))
        legend = self.row(Icon(self.look, "eye-off", 24, "ink"), self.text(" ".join(lines), 18), gap=14)
        legend.setStretch(1, 1)
        return within(QWidget(), legend)

    def _side(self) -> QLayout:
        self.sheets_said = self.text("", 24, BOLD, wrap=False)
        self.dots_said = self.text("", 24, BOLD, wrap=False)
        card = Card(self.look)
        counts = self.column(
            self.text(self.words("Count by hand first"), 24, BOLD),
            self._count("sheets", self.words("Sheets in your hand")),
            self._count("dots", self.words("All dots on those that can be counted")),
            self.text(self.words("Typed so far"), 24, BOLD),
            self._line(self.words("Sheets"), self.sheets_said),
            self._line(self.words("Dots"), self.dots_said),
            gap=8,
            margins=(24, 14, 24, 14),
        )
        within(card, counts)
        who = Card(self.look)
        names = self.row(
            self._who("read_by", self.words("Read by")), self._who("typed_by", self.words("Typed by"))
        )
        within(who, self.column(names, margins=(24, 12, 24, 12)))
        self.cannot = self.button(self.words("Cannot be counted"), "ban", self.cannot_be_counted, PLAIN)
        acts = Wrapping(
            self.look, self.cannot, self.button(self.words("Sheet again"), "rotate-ccw", self.again)
        )
        return self.column(card, who, acts, 1, gap=12)

    def _count(self, field: str, label: str) -> QWidget:
        line = Line(self.look, label, self.written.get(field, ""), 24)
        line.setMaxLength(MOST_DIGITS)
        line.setMaximumWidth(self.look.text(24) * 5)
        line.textChanged.connect(lambda text: self._counted(field, text))
        return self._line(label, line)

    def _line(self, label: str, end: QWidget) -> QWidget:
        line = self.row(self.text(label, 20), end, gap=12)
        line.setStretch(0, 1)
        return within(QWidget(), line)

    def _who(self, field: str, label: str) -> QWidget:
        line = Line(self.look, label, getattr(self.by_hand, field), 20)
        line.textChanged.connect(lambda text: self._named(field, text))
        return labelled(self.look, label, line)

    def _last(self) -> QLayout:
        card = Card(self.look, "harbour_tint", "harbour", radius=12)
        said = self.row(Icon(self.look, "info", 26, "harbour"), self.foot, gap=14, margins=(20, 12, 20, 12))
        said.setStretch(1, 1)
        within(card, said)
        both = self.row(card, self.seal_button, gap=24)
        both.setStretch(0, 70)
        both.setStretch(1, 30)
        return both

    # What is said while somebody types

    def _cell(self) -> str:
        """The cell at which somebody is, for a screen reader on this computer."""
        assert self.batch is not None
        sheet, column = self.batch.sheet, self.batch.column
        where = self.words("Sheet {n}", n=self.batch.row + 1)
        if not column:
            return f"{where}. {self.words('Votes as')}"
        dots = sheet.dots[column - 1]
        said = self.words("empty") if dots is None else self.words.many("1 dot", "{n} dots", dots)
        number = self.batch.options[column - 1].number
        return f"{where}. {self.words('Idea {n}', n=number)}. {said}"

    def _say(self) -> None:
        batch, hand = self.batch, self.by_hand
        assert batch is not None
        sheets, dots = hand.sheets or 0, hand.dots or 0
        self.title.say(
            self.words("Batch {n}: {m} sheets", n=self.number, m=sheets)
            if sheets
            else self.words("Batch {n}", n=self.number)
        )
        of = self.words("{n} of {m}")
        self.sheets_said.say(of.format(n=batch.whole, m=sheets))
        self.dots_said.say(of.format(n=batch.dots, m=dots))
        missing = next(iter(self.unread.values()), "") or what_is_missing(batch, hand, self.words)
        self.foot.say(missing or self.words("Both counts agree. You can seal the batch."))
        self.seal_button.say(self.words.many("Seal 1 paper vote", "Seal {n} paper votes", max(1, sheets)))
        self.seal_button.lock(missing)

    def _typed(self) -> None:
        self._say()
        self.area.show_part(self.grid.row)

    # Acts

    def on_change(self, change: Change) -> None:
        """Nobody loses what they are typing; when the vote ends, all of it goes."""
        if self._round is None:
            self._wipe()
            self.batch = None
            self.rebuild()

    def _counted(self, field: str, text: str) -> None:
        """A count was typed. What is no number is said, and the count stays as it was."""
        self.written[field] = text
        self.unread.pop(field, None)
        try:
            number = read_count(text, self.words)
        except RuleBroken as unreadable:
            self.unread[field] = unreadable.message
        else:
            self._count_is(field, number)
        self._say()

    def _count_is(self, field: str, number: int | None) -> None:
        self.by_hand = replace(self.by_hand, **{field: number})  # type: ignore[arg-type]
        if self.batch is not None and field == "sheets":
            self.batch.make_room(min(self.by_hand.sheets or 0, MOST_SHEETS))
            self.grid.show_rows()

    def _named(self, field: str, text: str) -> None:
        self.by_hand = replace(self.by_hand, **{field: text})  # type: ignore[arg-type]
        self._say()

    def cannot_be_counted(self) -> None:
        """This sheet stays in the count of sheets; none of its dots are counted."""
        if self.batch is not None:
            self.batch.cannot_be_counted()
            self.grid.refresh()
            self._typed()

    def again(self) -> None:
        """Type this sheet once more."""
        if self.batch is not None:
            self.batch.again()
            self.grid.refresh()
            self._typed()

    def seal(self) -> None:
        """Cast the batch. Then the sheets are off the screen for good."""
        batch, round_, hand = self.batch, self._round, self.by_hand
        if batch is None or round_ is None or hand.sheets is None or hand.dots is None:
            return
        cast = self.room.session.voting.cast_paper
        given = (round_.id, batch.ballots(), hand.sheets, hand.dots, batch.spoiled)
        if self.did(cast, *given, counted_by=hand.read_by, checked_by=hand.typed_by):
            self._wipe()
            self.tell(
                self.words.many("1 paper vote is sealed.", "{n} paper votes are sealed.", hand.sheets), "done"
            )
            self.by_hand = ByHand(read_by=hand.read_by, typed_by=hand.typed_by)
            self.written.clear()
            self.number += 1
            self.room.cast.emit()
            self.rebuild()

    def _wipe(self) -> None:
        if self.batch is not None:
            self.batch.wipe()

    def leave(self) -> None:
        """Nothing of a sheet stays behind."""
        self._wipe()


PAGE = PaperVotesPage
