"""What was handed out: each page and table that shows somebody, who has it, and whether it came back."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.register_back import called
from ui.parts.top_bar import way_back
from ui.widgets.boxes import within
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Tick
from ui.widgets.field import Line
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.persons import Issued
from workshop.session.people import Recall
from workshop.session.withdrawing import recalls


class HandedOutPage(Page):
    """The latest first. Who has it can be written, and that it came back is one touch."""

    side = Side.FACILITATOR

    def setup(self, back: str = "desk", **given: Any) -> None:
        """`back` is the page that this one leads back to."""
        self.back_to = back
        self.place = Place()
        self.fields: dict[str, Line] = {}

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("What was handed out")

    def on_change(self, change: Change) -> None:
        """Another page went out, or one came back; what is being typed is kept first."""
        if any(line.table == Issued.table for line in change.diff):
            self.rebuild()

    # Building

    def build(self) -> None:
        """The bar, and a row for each document."""
        words = self.words
        listed = sorted(recalls(self._issued()), key=lambda document: -document.number)
        said = words("Every page and table that shows somebody. Write down who has it.")
        empty = [] if listed else [self.text(words("Nothing was handed out yet."), 24)]
        self.fields = {}
        rows = [self._row(document) for document in listed]
        inside = self.column(self.text(said, 24), *empty, *rows, 1, gap=12)
        scroll = Scroll(self.look, within(QWidget(), inside), place=self.place)
        card = within(Card(self.look), self.column(scroll, margins=(30, 22, 30, 22)))
        to = words("Back") if self.back_to != "desk" else ""
        bar = way_back(self, lambda: self.stage.show_desk(self.back_to), to=to)
        layout = self.column(bar, self.row(card, margins=(32, 20, 32, 24)), gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _issued(self) -> list[Issued]:
        """What shows somebody; a page without a name or a note has nothing to be called back for."""
        return [document for document in self.room.all(Issued) if document.people or document.notes]

    def _row(self, document: Recall) -> QWidget:
        words = self.words
        what, how = called(document, words)
        told = self.column(self.text(what, 22, BOLD), self.text(how, 20, colour="ink2"), gap=0)
        who = Line(self.look, words("Who has {what}", what=what), document.given_to, 22)
        who.setPlaceholderText(words("Who has it"))
        who.editingFinished.connect(lambda: self._say_who(document, who.text()))
        self.fields[document.document] = who
        back = Tick(self.look, words("It is back, or destroyed"), document.back_on is not None)
        back.setAccessibleName(words("It is back, or destroyed: {what}", what=what))
        back.toggled.connect(lambda on: self._say_back(document, on))
        laid_out = self.row(told, who, back, gap=24, margins=(0, 8, 0, 8))
        laid_out.setStretch(0, 3)
        laid_out.setStretch(1, 2)
        return within(Ground(self.look, "paper", "bottom"), laid_out)

    # Acts

    def _say_who(self, document: Recall, who: str) -> None:
        if who.strip() != document.given_to:
            self.did(self.room.session.pack.hand_to, document.document, who)

    def _say_back(self, document: Recall, back: bool) -> None:
        self.did(self.room.session.pack.call_back, document.document, back)


PAGE = HandedOutPage
