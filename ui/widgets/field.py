"""Fields to write in: one line or several, with a label above that a screen reader knows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.look import MEDIUM, SEMIBOLD, Look
from ui.widgets.boxes import column, within
from ui.widgets.text import Text


def _styled(look: Look, dashed: bool, radius: int = 12) -> str:
    c = look.colours
    line = "dashed" if dashed else "solid"
    return (
        f"border: {max(2, look.px(2))}px {line} {c.edge}; border-radius: {look.px(radius)}px;"
        f"background: {c.paper}; color: {c.ink}; padding: {look.px(8)}px {look.px(14)}px;"
        f"selection-background-color: {c.damson}; selection-color: {c.on_damson};"
        f"placeholder-text-color: {c.ink2};"
    )


def _focused(look: Look) -> str:
    return f"border: {max(3, look.px(3))}px solid {look.colours.damson};"


class Line(QLineEdit):
    """One line. An empty one that has to be filled is dashed."""

    def __init__(
        self,
        look: Look,
        name: str,
        text: str = "",
        token: int = 26,
        *,
        secret: bool = False,
        language: str = "",
    ) -> None:
        super().__init__(text)
        self.look = look
        self.setAccessibleName(name)
        self.setFont(look.font(token, MEDIUM, language))
        self.setMinimumHeight(look.target(64))
        self.setMaxLength(2000)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textChanged.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        dashed = not self.text()
        self.setStyleSheet(
            f"QLineEdit {{{_styled(self.look, dashed)}}} QLineEdit:focus {{{_focused(self.look)}}}"
        )


class Lines(QPlainTextEdit):
    """Several lines. Tab goes on to the next field."""

    def __init__(
        self, look: Look, name: str, text: str = "", rows: int = 2, token: int = 22, *, language: str = ""
    ) -> None:
        super().__init__(text)
        self.look = look
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(look.font(token, 400, language))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * rows) + look.px(32))
        self.setStyleSheet(
            f"QPlainTextEdit {{{_styled(look, False)}}} QPlainTextEdit:focus {{{_focused(look)}}}"
        )
        self.left: Callable[[], object] | None = None

    def focusOutEvent(self, event: QEvent) -> None:
        """Leaving the field keeps what was written."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        if self.left is not None:
            self.left()


def labelled(look: Look, label: str, field: QWidget, below: QWidget | None = None) -> QWidget:
    """A field with its label above, and perhaps a line below."""
    whole = QWidget()
    parts = [Text(look, label, 20, SEMIBOLD, "ink2"), field, *([below] if below else [])]
    return within(whole, column(look, *parts, gap=6))


def placeholder(field: QLineEdit, look: Look, words: str) -> None:
    """Pale words in an empty field; never the only label."""
    field.setPlaceholderText(words)
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(look.colours.ink2))
    field.setPalette(palette)
