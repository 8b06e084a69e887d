"""Parts side by side that go on in the next line where there is no room, as words do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.look import Look


class Wrapping(QLayout):
    """Parts side by side. The first `at_start` of them stand at the start, all others at the end.

    Where all do not fit into one line, they fill line after line from the start.
    """

    def __init__(self, look: Look, *parts: QWidget, at_start: int = 0, gap: int = 12) -> None:
        super().__init__()
        self.at_start, self.apart = at_start or len(parts), max(look.gap, look.px(gap))
        self._parts: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """One part more."""
        self._parts.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at a place."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take out the part at a place."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It is as high as it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width, more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, in screen pixels."""
        lines = self._lines(width)
        return sum(self._height(line, width) for line in lines) + self.apart * (len(lines) - 1)

    def sizeHint(self) -> QSize:
        """One line."""
        hints = [part.sizeHint() for part in self._shown()]
        wide = sum(hint.width() for hint in hints) + self.apart * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest part has to fit."""
        hints = [part.minimumSize() for part in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put the parts where they belong."""
        super().setGeometry(rect)
        lines, top = self._lines(rect.width()), rect.top()
        for line in lines:
            height = self._height(line, rect.width())
            self._put(line, QRect(rect.left(), top, rect.width(), height), whole=len(lines) == 1)
            top += height + self.apart

    # Lines

    def _shown(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _width(self, part: QLayoutItem, room: int) -> int:
        return min(part.sizeHint().width(), room)

    def _height(self, line: list[QLayoutItem], room: int) -> int:
        return max((self._height_of(part, self._width(part, room)) for part in line), default=0)

    @staticmethod
    def _height_of(part: QLayoutItem, width: int) -> int:
        if part.hasHeightForWidth():
            return max(part.heightForWidth(width), part.minimumSize().height())
        return part.sizeHint().height()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for part in self._shown():
            width = self._width(part, room)
            if lines[-1] and used + width > room:
                lines.append([])
                used = 0
            lines[-1].append(part)
            used += width + self.apart
        return lines

    def _put(self, line: list[QLayoutItem], place: QRect, *, whole: bool) -> None:
        widths = [self._width(part, place.width()) for part in line]
        spare = place.width() - sum(widths) - self.apart * (len(line) - 1)
        left = place.left()
        for i, (part, width) in enumerate(zip(line, widths, strict=True)):
            if whole and i == min(self.at_start, len(line)) and i:
                left += spare
            height = self._height_of(part, width)
            box = QRect(left, place.top() + (place.height() - height) // 2, width, height)
            parent = self.parentWidget()
            if parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                box.moveLeft(place.left() + place.right() + 1 - box.left() - width)
            part.setGeometry(box)
            left += width + self.apart
