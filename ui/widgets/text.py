"""Words on a page: a label in the right font, direction and colour, that wraps."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look import REGULAR, Look, load_for

LINE_HEIGHT = 1.36


class Text(QLabel):
    """Words that people read. `token` is a size of type in design pixels."""

    def __init__(
        self,
        look: Look,
        text: str,
        token: int = 22,
        weight: int = REGULAR,
        colour: str = "ink",
        *,
        language: str = "",
        wrap: bool = True,
        centre: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_for(text)
        self.look = look
        self.setTextFormat(Qt.TextFormat.PlainText)  # people's words are never markup
        self.setFont(look.font(token, weight, language))
        self.setWordWrap(wrap)
        self.colour(colour)
        across = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)
        vertical = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum, vertical)
        self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """On a page from right to left also English words and numbers start at the right."""
        super().changeEvent(event)
        if (
            event.type() != QEvent.Type.LayoutDirectionChange
            or self.alignment() & Qt.AlignmentFlag.AlignHCenter
        ):
            return
        across = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(across | self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask)

    def colour(self, name: str) -> None:
        """Write in another colour of the look."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(self.look.colours, name)))
        self.setPalette(palette)

    def say(self, text: str) -> None:
        """Say something else."""
        load_for(text)
        self.setText(text)
