"""What a ballot is made of: dots, and a card for each idea.

A card is one thing to touch: it gives the idea one dot. Its two buttons take a dot back, and say that
the idea is not clear. What a card shows is changed in place, so that a trembling touch counts once.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, REGULAR, Look, load_for
from ui.widgets.button import Button, Style
from ui.widgets.paint import write_in
from ui.widgets.touch import Touchable

MOST_CIRCLES = 6  # more dots than this are a number
VOTE_MM = 14.0
_ACT = Style(height=68, text=22, icon=28, padding=14, at_least_mm=VOTE_MM)
_ACT_SMALL = Style(height=54, text=20, icon=24, padding=10, at_least_mm=VOTE_MM)


def draw_dots(painter: QPainter, look: Look, at: QPointF, size: float, filled: int, of: int) -> None:
    """Circles from `at` (the top left of the first) on: filled ones, then dashed ones."""
    c = look.colours
    for i in range(of):
        box = QRectF(at.x() + i * size * 1.22, at.y(), size, size).adjusted(2, 2, -2, -2)
        if i < filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.damson))
        else:
            pen = QPen(QColor(c.edge), max(2, look.px(2)))
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.setBrush(QColor(c.paper))
        painter.drawEllipse(box)


def dots_width(size: float, of: int) -> float:
    """The width of so many circles."""
    return size * (1.22 * of - 0.22)


class Dots(QWidget):
    """The dots of one person: those used and those left. The words beside them say it, too."""

    def __init__(self, look: Look, each: int, size: int = 66, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.each, self.used, self.design = look, min(each, MOST_CIRCLES), 0, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_used(self, used: int, each: int) -> None:
        """So many are used. Of many dots only some circles are shown."""
        self.used = used if each <= MOST_CIRCLES else round(self.each * used / each)
        self.update()

    def sizeHint(self) -> QSize:
        """Circles in a row."""
        size = self.look.px(self.design)
        return QSize(round(dots_width(size, self.each)), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circles; from the right where people read from there."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            draw_dots(painter, self.look, QPointF(0, 0), self.height(), self.used, self.each)
        finally:
            painter.end()


@dataclass(frozen=True)
class CardWords:
    """What a card says: the idea, and the words of its buttons."""

    number: int
    title: str
    what: str
    take_back: str
    not_clear: str


class BallotCard(Touchable):
    """One idea. `as_row` puts dots and buttons beside the words, for small pages."""

    def __init__(
        self, look: Look, words: CardWords, most: int, *, as_row: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, words.title, parent)
        load_for(words.title + words.what)
        self.said, self.most, self.as_row, self.dots = words, most, as_row, 0
        style = act_style(look)
        self.back = Button(look, words.take_back, "" if as_row else "minus", style, parent=self)
        self.unclear = Button(look, words.not_clear, "" if as_row else "circle-help", style, parent=self)
        self.unclear.setCheckable(True)
        self.back.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_marks(self, dots: int, not_clear: bool, name: str) -> None:
        """Show the dots of this person on it; `name` is what a screen reader says."""
        self.dots = dots
        self.setAccessibleName(name)
        if not dots and self.back.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.back.setVisible(dots > 0)
        self.unclear.setChecked(not_clear)
        self.unclear.say(self.said.not_clear, icon=self._unclear_icon(not_clear))
        self.back.setAccessibleName(f"{self.said.take_back}: {self.said.number}")
        self.unclear.setAccessibleName(f"{self.said.not_clear}: {self.said.number}")
        self._put()
        self.update()

    def _unclear_icon(self, not_clear: bool) -> str:
        if not_clear:
            return "check"
        return "" if self.as_row else "circle-help"

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, other places."""
        self._put()

    def _put(self) -> None:
        """Put the buttons at the end of the card, from right to left or the other way."""
        places = Places(self.look, self.size(), self.as_row, self.most)
        right = self.width() - places.pad
        for button in (self.unclear, self.back):
            width = places.button_width(button)
            height = min(places.button_height(button, width), self.height())
            box = QRect(right - width, places.middle_of_foot(height), width, height)
            button.setGeometry(self._mirrored(box))
            right -= width + self.look.gap

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())
        return box

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number, words and dots."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_words(painter)
            self._paint_dots(painter)
            self.paint_ring(painter, self.look.px(20))
        finally:
            painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        c, chosen = self.look.colours, self.dots > 0
        pen = max(2.0, (4 if chosen else 2) * self.look.scale)
        tint = self.is_held or (chosen and not self.look.contrast)
        painter.setPen(QPen(QColor(c.damson if chosen else c.edge), pen))
        painter.setBrush(
            QColor("#FBF7FB" if tint and not self.is_held else c.damson_tint if tint else c.paper)
        )
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(box, self.look.px(20), self.look.px(20))

    def _paint_words(self, painter: QPainter) -> None:
        c, places = self.look.colours, Places(self.look, self.size(), self.as_row, self.most)
        painter.setPen(QPen(QColor(c.ink), max(2, self.look.px(2))))
        if not self.as_row:
            circle = QRectF(self._mirrored(places.number()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            painter.setFont(self.look.font(24, BOLD))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter.value, str(self.said.number))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = across.value | Qt.TextFlag.TextWordWrap.value
        room = self._mirrored(places.words(self.back, self.unclear))
        title = self.said.title if not self.as_row else f"{self.said.number}. {self.said.title}"
        height = title_height(self.look, title, room.width())
        whole = height + what_height(self.look, self.said.what, room.width())
        top = max(room.top(), (self.height() - whole) // 2) if self.as_row else room.top()
        painter.setFont(title_font(self.look))
        write_in(painter, QRect(room.left(), top, room.width(), height), flags, title)
        painter.setFont(what_font(self.look))
        below = QRect(room.left(), top + height, room.width(), self.height() - top - height)
        write_in(painter, below, flags, self.said.what)

    def _paint_dots(self, painter: QPainter) -> None:
        c, places = self.look.colours, Places(self.look, self.size(), self.as_row, self.most)
        box = self._mirrored(places.dots(self.back, self.unclear))
        if self.most > MOST_CIRCLES:
            painter.setPen(QColor(c.ink))
            painter.setFont(self.look.font(30, BOLD))
            across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(box, across.value, f"{self.dots}")
            return
        painter.save()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            box = self._mirrored(box)
        draw_dots(painter, self.look, QPointF(box.topLeft()), places.dot, self.dots, self.most)
        painter.restore()


class Places:
    """Where things are in a card of a size, read from the left; all in screen pixels."""

    def __init__(self, look: Look, size: QSize, as_row: bool, most: int) -> None:
        self.look, self.size, self.as_row, self.most = look, size, as_row, most
        self.pad = look.px(20 if not as_row else 14)
        self.circle = max(look.px(42), round(look.text(24) * 1.5))
        self.dot = look.px(58 if not as_row else 40)

    def button_width(self, button: Button) -> int:
        """As wide as its words; beside the words of a row they stand below each other."""
        return button.minimumSizeHint().width() if self.as_row else button.sizeHint().width()

    def button_height(self, button: Button, width: int) -> int:
        """As high as a finger and its words need."""
        return button.heightForWidth(width)

    def middle_of_foot(self, height: int) -> int:
        """The top of a button of a height: at the foot of a card, in the middle of a row."""
        if self.as_row:
            return (self.size.height() - height) // 2
        return self.size.height() - self.pad // 2 - self.look.px(6) - height

    def number(self) -> QRect:
        """The circle of the number."""
        return QRect(self.pad, self.pad - self.look.px(4), self.circle, self.circle)

    def _acts(self, back: Button, unclear: Button) -> int:
        return self.button_width(back) + self.button_width(unclear) + self.look.gap

    def _dots_width(self) -> int:
        if self.most > MOST_CIRCLES:
            return round(self.look.text(30) * 1.4)
        return round(dots_width(self.dot, self.most))

    def words(self, back: Button, unclear: Button) -> QRect:
        """The place of title and second line."""
        left = self.pad if self.as_row else self.pad + self.circle + self.look.px(14)
        right = self.size.width() - self.pad
        if self.as_row:
            right -= self._acts(back, unclear) + self._dots_width() + 2 * self.look.px(12)
        return QRect(left, self.pad - self.look.px(4), max(1, right - left), self.size.height())

    def dots(self, back: Button, unclear: Button) -> QRect:
        """The place of the dots."""
        width = self._dots_width()
        if self.as_row:
            left = self.size.width() - self.pad - self._acts(back, unclear) - self.look.px(12) - width
            return QRect(left, round((self.size.height() - self.dot) / 2), width, self.dot)
        height = self.button_height(unclear, self.button_width(unclear))
        top = self.middle_of_foot(height) + (height - self.dot) // 2
        return QRect(self.pad, top, width, self.dot)

    def narrowest(self, back: Button, unclear: Button) -> int:
        """The least width of a card."""
        beside = 2 * self.pad + self._acts(back, unclear) + self._dots_width() + self.look.px(12)
        if not self.as_row:
            return beside
        return beside + self.look.px(26) + 8 * self.look.text(31)


def act_style(look: Look) -> Style:
    """The style of the two buttons of a card."""
    return _ACT_SMALL if look.private or not look.roomy else _ACT


def title_font(look: Look) -> QFont:
    """The font of the idea."""
    return look.font(22 if look.private else 31 if look.roomy else 24, BOLD)


def what_font(look: Look) -> QFont:
    """The font of its second line."""
    return look.font(24 if look.roomy else 20, REGULAR)


def title_height(look: Look, title: str, width: int) -> int:
    """The height of an idea at a width."""
    return words_height(title_font(look), title, width)


def what_height(look: Look, what: str, width: int) -> int:
    """The height of its second line at a width."""
    return words_height(what_font(look), what, width) if what else 0


def words_height(font: QFont, text: str, width: int) -> int:
    """The height of words at a width, in screen pixels."""
    flags = Qt.TextFlag.TextWordWrap.value
    return QFontMetrics(font).boundingRect(0, 0, max(1, width), 100_000, flags, text).height()
