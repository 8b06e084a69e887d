"""The bars: six stages above a facilitator's page, the step above the board, the foot of the board."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.board.faces import apart, reads_right_to_left
from ui.look import BOLD, MEDIUM, SEMIBOLD, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Ground
from ui.widgets.choice import Segment
from ui.widgets.icon import Icon
from ui.widgets.mark import Mark
from ui.widgets.paint import icon_in, write_in
from ui.widgets.progress import Segments, TimeBar
from ui.widgets.text import Text

STAGES = ("Prepare", "Arrivals", "Board", "Vote", "Promises", "Print")


class Chain(QWidget):
    """The six stages of a workshop: those done, the one we are at, those to come."""

    def __init__(self, look: Look, names: list[str], now: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.names, self.now = look, names, now
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(names[now])

    def _width_of(self, index: int) -> int:
        weight = BOLD if index == self.now else MEDIUM
        words = QFontMetrics(self.look.font(21, weight)).horizontalAdvance(self.names[index])
        return words + self._circle() + self.look.px(12 + 40)

    def _circle(self) -> int:
        """The circle round a number grows with the letters beside it."""
        return round(32 * self.look.text(21) / 21)

    def sizeHint(self) -> QSize:
        """As wide as the words of all stages."""
        return QSize(sum(self._width_of(i) for i in range(len(self.names))), self.look.px(88))

    def minimumSizeHint(self) -> QSize:
        """On a narrow screen only the present stage is named."""
        return QSize(self._width_of(self.now), self.look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stages, or only the present one where there is no room for all."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            narrow = self.width() < self.sizeHint().width()
            shown = [self.now] if narrow else list(range(len(self.names)))
            across = (self.width() - sum(map(self._width_of, shown))) / 2
            for index in shown:
                width = self._width_of(index)
                left = across
                if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                    left = self.width() - across - width
                self._paint_stage(painter, index, QRectF(left, 0, width, self.height()))
                across += width
        finally:
            painter.end()

    def _paint_stage(self, painter: QPainter, index: int, box: QRectF) -> None:
        c, px = self.look.colours, self.look.px
        done, here = index < self.now, index == self.now
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.right() - px(20) - self._circle() if mirrored else box.left() + px(20)
        side = self._circle()
        circle = QRectF(x, box.center().y() - side / 2, side, side)
        fill = c.ink if done else c.damson if here else c.paper
        painter.setPen(QPen(QColor(fill if done or here else c.edge), 2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(circle)
        if done:
            icon_in(painter, "check", circle, round(side * 0.62), c.paper)
        else:
            painter.setPen(QColor(c.paper if here else c.ink2))
            painter.setFont(self.look.font(18, BOLD))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter.value, str(index + 1))
        painter.setPen(QColor(c.damson if here else c.ink if done else c.ink2))
        painter.setFont(self.look.font(21, BOLD if here else MEDIUM))
        inset = px(20 + 12) + side
        words = box.adjusted(0, 0, -inset, 0) if mirrored else box.adjusted(inset, 0, 0, 0)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        write_in(painter, words, (across | Qt.AlignmentFlag.AlignVCenter).value, self.names[index])
        if here:
            line = QRectF(box.left() + px(14), box.bottom() - px(6), box.width() - px(28), px(6))
            painter.fillRect(line, QColor(c.damson))


class TopBar(Ground):
    """Above a facilitator's page: whose day it is, the six stages, when it was saved, one button."""

    def __init__(
        self,
        look: Look,
        title: str,
        when_and_where: str,
        stages: list[str],
        now: int,
        saved: str,
        *buttons: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", "bottom", parent)
        lines = [Text(look, title, 24, BOLD, "damson", wrap=False)]
        if when_and_where and look.roomy:
            lines.append(Text(look, when_and_where, 20, 400, "ink2", wrap=False))
        day = column(look, 1, *lines, 1, gap=0)
        self.saved = Text(look, saved, 20, 400, "ink2", wrap=False)
        chain, self.tick = Chain(look, stages, now), Icon(look, "check", 22, "leaf")
        if not saved:
            self.tick.hide()
        parts: list[QWidget | QVBoxLayout] = [Mark(look, 44), day, chain, self.tick, self.saved, *buttons]
        laid_out = row(look, *parts, gap=14, margins=(32, 0, 32, 0))
        laid_out.setStretch(2, 1)
        within(self, laid_out)
        self.setMinimumHeight(look.px(88))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say_saved(self, saved: str) -> None:
        """Say when it was saved; "" before anything was."""
        self.saved.say(saved)
        self.tick.setVisible(bool(saved))


class StepBar(Ground):
    """Above the board: which step, the question, how it is done, and how long there is in words."""

    def __init__(
        self,
        look: Look,
        step: str,
        count: int,
        now: int,
        question: str,
        how: str,
        hear: QWidget,
        time_left: str,
        share_left: float,
        next_time: str,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", "bottom", parent)
        self.question = Text(look, question, 36, BOLD, language=language)
        self.time_left = Text(look, time_left, 24, BOLD, wrap=not look.roomy)
        self.bar = TimeBar(look, share_left)
        self.next_time = Text(look, next_time, 20, MEDIUM, wrap=False)
        if look.roomy:
            where = [column(look, Text(look, step, 22, BOLD, wrap=False), Segments(look, count, now), gap=6)]
            said = how
        else:
            first = f"{step}." if step else ""
            where, said = [], f"{first} {apart(how, reads_right_to_left(first or how))}".strip()
        self.how = Text(look, said, 22, language=language)
        words = column(look, 1, self.question, *([self.how] if said else []), 1, gap=3)
        parts = row(look, *where, words, hear, gap=32, margins=(28, 6, 28, 6))
        parts.setStretchFactor(words, 1)
        if time_left:
            parts.addLayout(self._time())
        within(self, parts)
        self.setMinimumHeight(look.px(100))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _time(self) -> QVBoxLayout:
        """Time left in words, a bar that empties, and the next fixed time where there is room for it."""
        hourglass = row(self.look, Icon(self.look, "hourglass", 28), self.time_left, gap=10)
        hourglass.setStretch(1, 1)
        if not self.look.roomy:
            self.next_time.hide()
            self.time_left.setMinimumWidth(self.look.text(24) * 7)
            return column(self.look, 1, hourglass, self.bar, 1, gap=5)
        return column(self.look, 1, hourglass, self.bar, self.next_time, 1, gap=5)

    def show_time(self, time_left: str, share_left: float, next_time: str) -> None:
        """Time has gone on."""
        self.time_left.say(time_left)
        self.bar.show_left(share_left)
        self.next_time.say(next_time)


class PersonBar(Ground):
    """Above one person's page: back, how far, languages, text size, help."""

    def __init__(
        self,
        look: Look,
        *,
        before: list[QWidget],
        page: str = "",
        count: int = 0,
        now: int = 0,
        after: list[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", "bottom", parent)
        far = []
        if page:
            far = [
                column(
                    look, 1, Text(look, page, 24, SEMIBOLD, wrap=False), Segments(look, count, now, 400), 1
                )
            ]
        margins = (16, 8, 16, 8) if look.private else (48, 12, 48, 12)
        within(self, row(look, *before, *far, 1, *after, gap=20, margins=margins))
        self.setMinimumHeight(look.px(64 if look.private else 112))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Languages(QWidget):
    """One button a language, each by its own name in its own script; the chosen one is filled."""

    def __init__(
        self,
        look: Look,
        names: dict[str, str],
        chosen: str,
        choose: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        parts = []
        for code, name in names.items():
            segment = Segment(look, name, code == chosen, language=code)
            segment.clicked.connect(lambda _=False, code=code: choose(code))
            parts.append(segment)
        within(self, row(look, *parts, gap=0))
