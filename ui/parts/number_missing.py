"""What lies over the people's page where no number was chosen: it says so, and who can go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, SEMIBOLD
from ui.page import Page
from ui.parts.number import Way, passphrase_line, try_passphrase
from ui.parts.start import Start
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN
from ui.widgets.card import Card
from ui.widgets.field import Line, labelled
from ui.widgets.icon import Icon

WIDE = 760


class NumberMissing(Card):
    """A sheet with one sentence and the way on: none, the passphrase on real keys, or free in practice."""

    def __init__(self, page: Page, way: Way, go_in: Callable[[], None], close: Callable[[], None]) -> None:
        super().__init__(page.look, "paper", "", radius=28)
        self.page, self.go_in = page, go_in
        self.close_button = page.button(page.words("Close"), "x", close)
        self.first: QWidget = self.close_button
        said = page.words("Use the laptop.")
        if way is not Way.LAPTOP:
            said = page.words("No number was chosen. Ask the facilitator.")
        self.setFixedWidth(min(page.look.px(WIDE), page.look.screen.width))
        parts: list[Part] = [
            page.row(1, Icon(page.look, "lock", 60, "damson"), 1),
            page.text(said, 34, BOLD, centre=True),
            *self._way_on(way),
        ]
        within(self, page.column(*parts, gap=20, margins=(48, 40, 48, 40)))

    def _way_on(self, way: Way) -> list[Part]:
        page = self.page
        if way is Way.PASSPHRASE:
            return self._passphrase()
        if way is Way.FREE:
            in_ = page.button(page.words("Facilitator"), "lock", self.go_in, MAIN)
            return [in_, self.close_button]
        return [page.row(1, self.close_button, 1)]

    def _passphrase(self) -> list[Part]:
        """Typed on real keys: a passphrase touched on this screen could be read from across the room."""
        page = self.page
        self.field = Line(page.look, page.words("Passphrase"), secret=True)
        self.field.returnPressed.connect(self._try)
        self.first = self.field
        self.wrong = page.text(self._was_wrong(), 24, SEMIBOLD, "amber")
        ok = page.button(page.words("OK"), "check", self._try, MAIN)
        return [
            labelled(page.look, page.words("Passphrase"), self.field),
            self.wrong,
            page.row(1, self.close_button, ok, 1, gap=20),
        ]

    def _was_wrong(self) -> str:
        page = self.page
        return passphrase_line(page.words, Start.of(page.stage).settings, page.stage.clock())

    def _try(self) -> None:
        typed = self.field.text()
        self.field.clear()
        if not typed:
            return
        if try_passphrase(self.page.stage, typed):
            self.go_in()
        else:
            self.wrong.say(self._was_wrong())
