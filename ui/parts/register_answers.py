"""One consent question of a paper form: Yes, No, or nothing, by touch or with the keys Y and N."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.boxes import row, within
from ui.widgets.choice import Segment
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from workshop.domain.kinds import Said

_KEYS = {Qt.Key.Key_Y: Said.YES, Qt.Key.Key_N: Said.NO}
_TAKE_AWAY = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class PaperAnswer(QWidget):
    """What a paper says to one question. No box ticked is no answer, and counts as No."""

    def __init__(
        self,
        look: Look,
        what: str,
        icon: str,
        words: tuple[str, str],
        said: Said | None,
        answered: Callable[[Said | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.said, self._answered = said, answered
        self.setAccessibleName(what)
        self._parts: dict[Said, Segment] = {}
        for answer, word, sign in zip((Said.YES, Said.NO), words, ("check", "x"), strict=True):
            segment = Segment(look, word, said is answer, icon=sign, fill="ink")
            segment.setAccessibleName(f"{what}: {word}")
            segment.clicked.connect(lambda _=False, answer=answer: self.answer(answer))
            self._parts[answer] = segment
        text = Text(look, what, 22)
        laid_out = row(look, Icon(look, icon, 26), text, *self._parts.values(), gap=12)
        laid_out.setStretch(1, 1)
        within(self, laid_out)

    def answer(self, said: Said | None) -> None:
        """Choose an answer; the same one again takes it away."""
        self.said = None if said is self.said else said
        for answer, segment in self._parts.items():
            segment.setChecked(answer is self.said)
        self._answered(self.said)

    def begin(self) -> None:
        """Give this question the keyboard."""
        self._parts[Said.YES].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y and N answer and go on to the next question; Backspace takes an answer away."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            if self.said is not _KEYS[key]:
                self.answer(_KEYS[key])
            self._parts[Said.NO].setFocus(Qt.FocusReason.TabFocusReason)
            self.focusNextChild()
        elif key in _TAKE_AWAY and self.said is not None:
            self.answer(None)
        else:
            super().keyPressEvent(event)
