"""All workshops on this computer in one long list."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.library import about, state_of, title_of
from ui.parts.library_rows import WorkshopRow
from ui.parts.start import Start
from ui.widgets.boxes import within
from ui.widgets.card import Card
from ui.widgets.scroll import Place, Scroll
from workshop.session.library import Seen

MOST = 200


class AllWorkshopsPage(Page):
    """A long list; each row opens the workshop that it names."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, **given: Any) -> None:
        """Look into every workshop, one at a time."""
        self.start = Start.of(self.stage)
        self.place = Place()
        self.start.changed.connect(self._changed)
        self.start.look_around(MOST)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("All workshops")

    def build(self) -> None:
        """The title with the way back, and the list."""
        back = self.button(self.words("Back"), "arrow-left", lambda: self.stage.show_desk("home"))
        top = self.row(back, self.text(self.start.busy or self.name(), 40, BOLD), gap=24)
        top.setStretch(1, 1)
        rows: list[QWidget] = [self._row_of(seen) for seen in self.start.seen.values()]
        if not rows:
            rows = [self.text(self.words("There is no workshop on this laptop yet."), 26)]
        content = within(QWidget(), self.column(*rows, 1, gap=0))
        area = Scroll(self.look, content, self.words("More"), self.words("Back up"), self.place)
        card = within(Card(self.look), self.row(area, margins=(16, 16, 16, 16)))
        whole = self.column(top, card, gap=24, margins=(48, 32, 48, 32))
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _row_of(self, seen: Seen) -> WorkshopRow:
        row = WorkshopRow(self.look, title_of(seen), about(self.words, seen), state_of(self.words, seen))
        row.clicked.connect(lambda: self.start.open(seen.folder))
        return row

    def _changed(self) -> None:
        if self.isVisible():
            self.rebuild()


PAGE = AllWorkshopsPage
