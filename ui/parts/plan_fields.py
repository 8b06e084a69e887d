"""Fields that keep what is written when they are left, and say whether people can read it."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import SEMIBOLD, Look
from ui.parts.plan_reading import reading_line
from ui.parts.plan_saving import Save
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Ground
from ui.widgets.field import Line, Lines, placeholder
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.words import Words


@dataclass
class Typed:
    """What is written and not yet kept, by the key of its field. It outlives the widgets."""

    texts: dict[str, str] = field(default_factory=dict)


class Paper(Lines):
    """Lines that are as many as are written: all of them can be seen without drawing inside the field."""

    def __init__(self, look: Look, name: str, text: str, rows: int) -> None:
        super().__init__(look, name, text, rows)
        self.rows = rows
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(self.rows, round(self.document().size().height()))
        height = self.fontMetrics().lineSpacing() * lines + self.look.px(32)
        if height != self.height():
            self.setFixedHeight(height)


class Reading(QWidget):
    """A line below a text: easy to read, or what to change."""

    def __init__(self, look: Look, words: Words, language: str) -> None:
        super().__init__()
        self.words, self.language = words, language
        self.good, self.hard = Icon(look, "circle-check", 24, "leaf"), Icon(look, "info", 24, "amber")
        self.line = Text(look, "", 20, SEMIBOLD)
        laid_out = row(look, self.good, self.hard, self.line, gap=8)
        laid_out.setStretch(2, 1)
        within(self, laid_out)

    def look_at(self, text: str) -> None:
        """Read the text anew."""
        said, easy = reading_line(text, self.language, self.words)
        self.line.say(said)
        self.line.colour("leaf" if easy else "amber")
        self.good.setVisible(bool(said) and easy)
        self.hard.setVisible(bool(said) and not easy)


class Fields:
    """Makes fields that share what is typed, and one way to keep it. `save` says whether it was kept."""

    def __init__(self, look: Look, words: Words, language: str, typed: Typed, save: Save) -> None:
        self.look, self.words, self.language = look, words, language
        self._typed, self._save = typed, save

    def line(self, key: str, label: str, text: str, hint: str = "", token: int = 24) -> QWidget:
        """A field of one line below its label."""
        made = Line(self.look, label, self._typed.texts.get(key, text), token)
        if hint:
            placeholder(made, self.look, hint)
        made.textChanged.connect(lambda new: self._note(key, new))
        made.editingFinished.connect(lambda: self.keep(key))
        return self._labelled(label, made)

    def lines(
        self,
        key: str,
        label: str,
        text: str,
        rows: int = 2,
        *,
        reading: bool = False,
        said: bool = False,
        hint: str = "",
    ) -> QWidget:
        """A field of several lines. `reading` says below whether it is easy; `said` has the left bar."""
        made = Paper(self.look, label, self._typed.texts.get(key, text), rows)
        made.setPlaceholderText(hint)
        made.left = lambda: self.keep(key)
        made.textChanged.connect(lambda: self._note(key, made.toPlainText()))
        parts = [self._barred(made) if said else made]
        if reading:
            below = Reading(self.look, self.words, self.language)
            below.look_at(made.toPlainText())
            made.textChanged.connect(lambda: below.look_at(made.toPlainText()))
            parts.append(below)
        return self._labelled(label, *parts)

    def read(self, key: str, label: str, text: str, hint: str = "") -> QWidget:
        """A field of one line, with a line below that says whether it is easy to read."""
        whole = self.line(key, label, text, hint, 26)
        below = Reading(self.look, self.words, self.language)
        below.look_at(self._typed.texts.get(key, text))
        made = whole.findChild(Line)
        assert made is not None
        made.textChanged.connect(below.look_at)
        layout = whole.layout()
        assert layout is not None
        layout.addWidget(below)
        return whole

    def keep(self, key: str) -> None:
        """Keep what was typed in this field; where it cannot be kept it stays in the field."""
        if key in self._typed.texts and self._save(key, self._typed.texts[key]):
            self._typed.texts.pop(key, None)

    def _note(self, key: str, new: str) -> None:
        self._typed.texts[key] = new

    def _barred(self, made: QWidget) -> QWidget:
        bar = Ground(self.look, "damson")
        bar.setFixedWidth(self.look.px(8))
        laid_out = row(self.look, bar, made, gap=6)
        laid_out.setStretch(1, 1)
        return within(QWidget(), laid_out)

    def _labelled(self, label: str, *parts: QWidget) -> QWidget:
        above = Text(self.look, label, 20, SEMIBOLD, "ink2")
        return within(QWidget(), column(self.look, above, *parts, gap=6))
