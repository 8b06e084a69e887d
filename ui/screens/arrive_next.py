"""Between two people who arrive: nothing of anybody is left, and the next one touches when ready."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.look import BOLD
from ui.page import Page
from ui.parts.arrival import begin_arrival
from ui.widgets.boxes import Part, within
from ui.widgets.button import ON_DAMSON, Kind, Style
from ui.widgets.scroll import Place, Scroll

_READY = Style(Kind.PLAIN, 240, 40, 72, padding=48, radius=32, above=True, at_least_mm=14.0)
_READY_CLOSE = Style(Kind.PLAIN, 150, 32, 44, padding=36, radius=24, above=True, at_least_mm=14.0)
BACK_TO_THE_DAY_MS = 120_000  # where nobody comes, people see the day again


class ArriveNextPage(Page):
    """Damson: private. One large thing to touch."""

    ground = "damson"

    def setup(self, **given: Any) -> None:
        """Where nobody else arrives, the day comes back by itself."""
        self.drawn = Place()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.stage.back_to_the_day)
        self.timer.start(BACK_TO_THE_DAY_MS)

    def leave(self) -> None:
        """Somebody has come, or the day is back."""
        self.timer.stop()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Next person")

    def build(self) -> None:
        """The words, the large target, and two small ways below."""
        roomy = self.look.roomy
        title = self.text(self.words("Next person"), 84 if roomy else 48, BOLD, "on_damson", centre=True)
        lines = (
            self.words("You may bring your helper. They may touch for you."),
            self.words("Everyone else, please look away."),
        )
        texts = [self.text(line, 36 if roomy else 26, colour="on_damson", centre=True) for line in lines]
        style = _READY if roomy else _READY_CLOSE
        ready = self.button(self.words("Touch here when you are ready"), "pointer", self._begin, style)
        target = self.row(1, ready, 1)
        below: list[Part] = (
            [*texts, target] if roomy else [target, *texts]
        )  # the target is never out of sight
        middle = self.column(1, title, *below, 1, gap=32 if roomy else 12)
        content = within(QWidget(), middle)
        scroll = Scroll(self.look, content, self.words("More"), self.words("Up"), self.drawn)
        lock = self.button(self.words("Facilitator"), "lock", self.stage.ask_number, ON_DAMSON)
        today = self.button(self.words("Today"), "info", self.stage.back_to_the_day, ON_DAMSON)
        whole = self.column(scroll, self.row(lock, 1, today), gap=16, margins=(48, 24, 48, 24))
        self.body.setLayout(whole)
        self.setFocusProxy(ready)

    def _begin(self) -> None:
        begin_arrival(self.stage)


PAGE = ArriveNextPage
