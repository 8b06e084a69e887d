"""The end of an arrival: thank you, the number of the slip, and then the screen is free again."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout

from ui.look import BOLD
from ui.parts.arrival import arriving, hand_over
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import within
from ui.widgets.button import ON_DAMSON
from ui.widgets.card import Card
from workshop.domain.kinds import Item

FREE_AGAIN_MS = 8000


class ArriveDonePage(ArrivalPage):
    """Thank you. Everything is cleared after a touch, or soon by itself."""

    ground = "damson"

    def setup(self, **given: Any) -> None:
        """The screen does not stay with one person's name for long."""
        super().setup(**given)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._free)
        self.timer.start(FREE_AGAIN_MS)

    def leave(self) -> None:
        """The screen is free already."""
        super().leave()
        self.timer.stop()

    def spoken(self) -> list[str]:
        """Thank you, the number, and until when."""
        called = self.visit.called
        thanks = self.words("Thank you, {name}.", name=called) if called else self.words("Thank you.")
        return [thanks, self.words("Your slip has the number {ref}.", ref=self.visit.ref), self._until()]

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.spoken()[0]

    def _until(self) -> str:
        until = self.room.workshop.change_until
        return self.form.sentences(Item.TAKE_PART, self.words.date(until) if until else "")[-1]

    def build(self) -> None:
        """Large words on damson, and a slip of paper with its number."""
        self.body.setLayout(self.content())

    def content(self) -> QLayout:
        """The words in the middle, the button below."""
        thanks, _, until = self.spoken()
        token = 44 if self.is_close else 84
        title = self.text(thanks, token, BOLD, "on_damson", centre=True)
        said = self.text(until, 26 if self.is_close else 36, colour="on_damson", centre=True)
        done = self.button(self.words("Done"), "check", self._free, ON_DAMSON)
        middle = self.scrolling(self.column(1, title, self._slip(), said, 1, gap=16 if self.is_close else 32))
        return self.column(middle, self.row(1, done, 1), gap=16, margins=self.margins())

    def _slip(self) -> QHBoxLayout:
        slip = Card(self.look, "paper", "", 16)
        words = self.text(self.words("Number on your slip"), 24, wrap=False, centre=True)
        number = self.text(arriving(self.stage).ref, 66, BOLD, wrap=False, centre=True)
        return self.row(1, within(slip, self.column(words, number, gap=4, margins=(48, 16, 48, 16))), 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch anywhere frees the screen."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._free()
        event.accept()

    def _free(self) -> None:
        hand_over(self.stage)

    def go_back(self) -> None:
        """There is no way back from here; the helpers can change an answer."""
        self._free()


PAGE = ArriveDonePage
