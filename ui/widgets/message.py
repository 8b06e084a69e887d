"""A calm message at the foot of a screen: what happened, what is safe, what to do."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import MEDIUM, Look
from ui.widgets.boxes import row, within
from ui.widgets.button import SMALL, Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.text import Text

# Ground, words and icon of each kind of message.
_KINDS = {
    "done": ("leaf_tint", "leaf", "check"),
    "info": ("harbour_tint", "harbour", "info"),
    "look": ("amber_tint", "amber", "info"),
    "stop": ("brick_tint", "brick", "info"),
}
DONE_STAYS_MS = 6000


class MessageBar(Card):
    """One message with its way on, and a button that puts it away. It never takes the keyboard."""

    gone = Signal()
    put_away = Signal()  # by somebody; one that goes by itself moves nothing under a finger

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str,
        close: str,
        *,
        button: str = "",
        act: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        ground, words, icon = _KINDS[kind]
        self._told_at = monotonic()
        super().__init__(look, ground, words, radius=12, line=2, parent=parent)
        self.words = Text(look, text, 22, MEDIUM, words)
        self.words.setAccessibleName(text)
        parts: list[QWidget] = [Icon(look, icon, 28, words), self.words]
        if button and act is not None:
            way_on = Button(look, button, "", SMALL)
            way_on.clicked.connect(self.hide)
            way_on.clicked.connect(lambda: act())
            parts.append(way_on)
        closing = Button(look, close, "x", SMALL)
        closing.clicked.connect(self.close_by_hand)
        laid_out = row(look, *parts, closing, gap=16, margins=(20, 10, 14, 10))
        laid_out.setStretch(1, 1)
        within(self, laid_out)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if kind == "done":
            QTimer.singleShot(DONE_STAYS_MS, self, self.hide)

    @property
    def age_s(self) -> float:
        """How long ago it was said, in seconds."""
        return monotonic() - self._told_at

    def close_by_hand(self) -> None:
        """Somebody has read it: it goes, and the page has its room again."""
        self.hide()
        self.put_away.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away, by a finger or by time: the page may have its room again."""
        self.gone.emit()

    def height_at(self, width: int) -> int:
        """The height it needs at a width, both in screen pixels."""
        return max(self.heightForWidth(width), self.sizeHint().height())
