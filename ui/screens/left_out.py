"""What is left out of the pack by choice, and why: by count, never by whom."""

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.print import what_and_why
from ui.parts.promises_sheets import sheet
from ui.parts.top_bar import PRINT, top_bar
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Button
from workshop.domain.facts import LeftOut
from workshop.domain.gate import NAMES_IN_NOTES
from workshop.domain.kinds import Audience
from workshop.domain.seen import PICTURES_NOT_LOOKED_AT

# What can still be looked at, and where.
_LOOK_AT = {
    NAMES_IN_NOTES: ("Look at them", "names_check"),
    PICTURES_NOT_LOOKED_AT: ("See pictures", "pictures_check"),
}


class LeftOutPage(Page):
    """Each reason with its count."""

    side = Side.FACILITATOR

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Left out by choice")

    def build(self) -> None:
        """The reasons, and the way back."""
        left = self.room.session.pack.facts(Audience.PEOPLE).left_out
        rows = [self._row(one) for one in left] or [self.text(self.words("Nothing is left out."), 24)]
        under = self.words("The pack for people has none of this. It is said by count, never by whom.")
        look = [self._look(*_LOOK_AT[one.what]) for one in left if one.what in _LOOK_AT]
        content = sheet(self, self.name(), under, self.column(*rows, 1, gap=24), self._back, *look)
        layout = self.column(top_bar(self, PRINT), within(QWidget(), content), gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _row(self, left: LeftOut) -> QWidget:
        what, why = what_and_why(left, self.words)
        count = self.text(str(left.count), 44, BOLD, "damson", wrap=False)
        count.setMinimumWidth(self.look.px(80))
        said = self.column(self.text(what, 24, BOLD), self.text(why, 22), gap=2)
        laid_out = self.row(count, said, gap=24)
        laid_out.setStretch(1, 1)
        whole = within(QWidget(), laid_out)
        whole.setAccessibleName(f"{left.count}. {what}. {why}")
        return whole

    def _look(self, says: str, leads_to: str) -> Button:
        return self.button(self.words(says), "eye", lambda: self.stage.show_desk(leads_to), PLAIN)

    def _back(self) -> None:
        self.stage.show_desk("print_out")


PAGE = LeftOutPage
