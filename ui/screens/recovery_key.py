"""The key of a new workshop: shown once, printed or written by hand, then forgotten."""

from typing import Any

from PySide6.QtWidgets import QLayout

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import start_print
from ui.parts.start import Start
from ui.parts.start_sheet import BESIDE_NEXT, GO_ON, NEXT, heading, sheet_page
from ui.widgets.boxes import within
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.icon import Icon
from workshop.domain.changes import Change

IN_A_LINE = 4


class RecoveryKeyPage(Page):
    """Shows the key of the open workshop until it is on paper."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """Nothing is ticked yet."""
        self.start = Start.of(self.stage)
        self.ticked = {"paper": False, "hand": False}
        self.print_page = start_print.print_page
        self.made_on = self.room.now().date()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Keep the recovery key")

    def build(self) -> None:
        """The key, the two ticks, and the way on."""
        about = self.words(
            "If you forget the passphrase, this paper is the only other way in. "
            "Keep it locked away, not with the laptop."
        )
        both = self.row(self._key_card(), self._ticks(), gap=48)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        content = self.column(
            heading(self, self.words("Same Table · A new workshop")),
            self.text(self.words("Keep the recovery key on paper"), 58, BOLD),
            self.text(about, 28),
            both,
            1,
            gap=24,
        )
        sheet_page(self, content, self._foot())

    def _key_card(self) -> Card:
        groups = self.room.session.recovery_key.split("-")
        lines = [groups[i : i + IN_A_LINE] for i in range(0, len(groups), IN_A_LINE)]
        made = self.words("Recovery key · made {date}", date=self.words.date(self.made_on, year=True))
        title = self.row(Icon(self.look, "key-round", 34), self.text(made, 26, BOLD), gap=14)
        title.setStretch(1, 1)
        card = Card(self.look, "paper", "ink", radius=16, line=2)
        key = [self.text("  ·  ".join(line), 33, SEMIBOLD) for line in lines]
        note = self.text(self.words("No letter here is I, L, O or U. This page has no name on it."), 20)
        within(card, self.column(title, *key, note, gap=20, margins=(36, 30, 36, 30)))
        return card

    def _ticks(self) -> QLayout:
        words = {
            "paper": self.words("I have the paper here"),
            "hand": self.words("I wrote it by hand"),
        }
        after = self.words("After this page nobody sees it again.")
        return self.column(*(self._tick(key, text) for key, text in words.items()), self.text(after, 22), 1)

    def _tick(self, key: str, text: str) -> Tick:
        tick = Tick(self.look, text, self.ticked[key], token=24, framed=True)
        tick.toggled.connect(lambda on: self._turn(key, on))
        return tick

    def _foot(self) -> QLayout:
        kept = any(self.ticked.values())
        print_ = self.button(
            self.words("Print the key"), "printer", self._print, BESIDE_NEXT if kept else NEXT
        )
        on = self.button(self.words("Next"), "arrow-right", self.start.key_is_kept, GO_ON)
        on.lock("" if kept else self.words("First print it, or write it by hand."))
        return self.row(1, print_, on, gap=20)

    def _turn(self, key: str, on: bool) -> None:
        self.ticked[key] = on
        self.rebuild()

    def _print(self) -> None:
        page = start_print.key_page(self.words, self.room.session.recovery_key, self.made_on)
        if self.print_page(page, self):
            self.tell(self.words("The key is on its way to the printer."), "done")
        else:
            self.tell(self.words("Nothing was printed. You can write it by hand."), "look")

    def on_change(self, change: Change) -> None:
        """Nothing here changes with the workshop."""


PAGE = RecoveryKeyPage
