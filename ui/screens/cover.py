"""Between two people at the vote: everybody else looks away, the next person touches when ready."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, Look
from ui.page import Page
from ui.parts.vote import Where, count_of, may_vote, rule_lines, rules_of, settings_of
from ui.parts.vote_page import SIZES
from ui.widgets.boxes import within
from ui.widgets.button import Button, Kind, Style
from ui.widgets.paint import write_in
from ui.widgets.rule_card import rule_card
from ui.widgets.scroll import Place, Scroll
from ui.widgets.seats import Seats
from ui.widgets.touch import Touchable
from ui.widgets.wrapping import Wrapping
from ui.words import LANGUAGES
from workshop.domain.records import Round

LARGEST = 500  # of the round target, in design pixels
SHARES = (48, 52)  # of the width: the target, and the rules
TOKENS = (44, 36, 30, 24)  # sizes of its words
WORDS_ACROSS, WORDS_DOWN = 0.74, 0.38  # the place of its words, as shares of its size
FOOT = Style(Kind.ON_DAMSON, 80, 22, 28, 18, at_least_mm=14.0)


class RoundTarget(Touchable):
    """The one large thing to touch, `room` pixels high. While it waits it is only an outline."""

    def __init__(self, look: Look, text: str, waits: bool, room: int, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self.waits, self.room = waits, room
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words_font(self, side: int) -> QFont | None:
        """The largest font in which the words have room in a circle of this size."""
        width, wraps = round(side * WORDS_ACROSS), Qt.TextFlag.TextWordWrap.value
        for token in TOKENS if self.look.roomy and not self.waits else TOKENS[-1:]:
            font = self.look.font(token, BOLD)
            words = QFontMetrics(font).boundingRect(0, 0, width, 10_000, wraps, self.text())
            if words.width() <= width and words.height() <= side * WORDS_DOWN:
                return font
        return None

    def sizeHint(self) -> QSize:
        """As large as there is height for, and as its words need; always a square."""
        side = min(self.look.px(LARGEST), self.room)
        while self.words_font(side) is None and side < self.look.px(2 * LARGEST):
            side += 8
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle, the hand and the words."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        c, px = self.look.colours, self.look.px
        line = px(10)
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        pen = QPen(QColor(c.paper if self.waits else c.marigold), max(2, px(3 if self.waits else 10)))
        if self.waits:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        fill = c.damson_deep if self.waits else c.damson_tint if self.is_held else c.paper
        painter.setBrush(QColor(fill))
        painter.drawEllipse(box)
        colour = c.on_damson if self.waits else c.damson
        icon = round(box.height() * 0.24)
        name = "hourglass" if self.waits else "pointer"
        top = box.top() + box.height() * 0.16
        icons.draw(painter, name, box.center().x() - icon / 2, top, icon, colour)
        painter.setPen(QColor(colour))
        painter.setFont(self.words_font(self.width()) or self.look.font(TOKENS[-1], BOLD))
        inside = self.width() * WORDS_ACROSS
        words = QRectF(box.center().x() - inside / 2, top + icon, inside, self.height() * WORDS_DOWN)
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        write_in(painter, words, flags, self.text())
        self.paint_ring(painter, self.width() / 2)


class CoverPage(Page):
    """Damson: private. The rules are in view, and how many have voted."""

    ground = "damson"

    def setup(self, **given: Any) -> None:
        """Whether the next person may begin is read when the page is built."""
        self.choosing = False
        self.drawn = Place()
        self._built_for: object = None

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Next person")

    @property
    def _round(self) -> Round | None:
        return self.stage.open_round()

    # Laying out

    def build(self) -> None:
        """The target at the start, the rules beside it, four small buttons below."""
        round_ = self._round
        if round_ is None:
            self.body.setLayout(self.column(1))
            return
        self._built_for = may_vote(self.stage)
        if self.choosing:
            self.body.setLayout(self._choices())
            return
        rules = self._scrolling(self.column(self._card(round_)), self.drawn)
        foot = within(QWidget(), self._foot())
        if self.look.roomy:
            across = round((self.look.screen.width - self.look.px(2 * 80 + 36)) * SHARES[0] / sum(SHARES))
            high = self.look.screen.height - self.look.px(2 * 40 + 20) - foot.heightForWidth(across)
            inside = within(QWidget(), self.column(self._left(across, high), foot, gap=20))
            both = self.row(inside, rules, gap=36)
            whole = self.column(both)
        else:
            left = self._scrolling(self._left(), Place())
            both = self.row(left, rules, gap=20)
            whole = self.column(both, foot, gap=16)
        for place, share in enumerate(SHARES):
            both.setStretch(place, share)
        whole.setStretch(0, 1)
        side, above = (80, 40) if self.look.roomy else (24, 20)
        whole.setContentsMargins(*(self.look.px(m) for m in (side, above, side, above)))
        self.body.setLayout(whole)

    def _scrolling(self, inside: QLayout, place: Place) -> Scroll:
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), place)

    def _left(self, across: int = 0, high: int = 0) -> QLayout:
        """The target with its words; where it cannot scroll, as large as `across` x `high` pixels allow."""
        roomy = self.look.roomy
        title = self.text(self.words("Next person"), 72 if roomy else 40, BOLD, "on_damson", centre=True)
        lines = [
            self.words("Stand close. Your body hides the page."),
            self.words("You may bring your helper. They may touch for you."),
            self.words("Everyone else, please look away."),
        ]
        texts = [self.text(line, 32 if roomy else 22, colour="on_damson", centre=True) for line in lines]
        waits = not may_vote(self.stage)
        words = self.words("Touch here when you are ready")
        if waits:
            words = self.words("Please wait. Somebody lets you begin.")
        room = round(self.look.screen.height * (0.46 if roomy else 0.34))
        if roomy:
            above = sum(part.heightForWidth(across) + self.look.px(4) for part in (title, *texts))
            room = min(room, high - above - self.look.px(20))
        self.target = RoundTarget(self.look, words, waits, room)
        self.target.clicked.connect(self.begin)
        target = self.row(1, self.target, 1)
        if roomy:
            return self.column(1, title, *texts, 1, target, 1, gap=4)
        return self.column(title, target, *texts, 1, gap=8)

    def _card(self, round_: Round) -> QWidget:
        token = 40 if self.look.roomy else 32
        head = within(
            QWidget(),
            self.column(
                self.text(self.words("How this vote works"), 20, 600),
                self.text(round_.question, token, BOLD),
                gap=2,
            ),
        )
        self.seats = Seats(self.look, self.words("have voted"), 600 if self.look.roomy else 440)
        self._show_count(round_)
        foot = within(QWidget(), self.row(1, self.seats, 1))
        paper = Where.PAPER in settings_of(self.room).places
        return rule_card(self.look, head, rule_lines(rules_of(round_, paper), self.words), foot)

    def _show_count(self, round_: Round) -> None:
        count = count_of(self.room, round_)
        self.seats.show_count(count.voted, count.expected, count.said(self.words))

    def _foot(self) -> QLayout:
        mine = LANGUAGES.get(self.words.language, self.words.language)
        language = self._small(mine, "globe", self.choose)
        language.setAccessibleName(self.words("{language}. Language and text size", language=mine))
        return Wrapping(
            self.look,
            self._small(self.words("Hear the rules"), "volume-2", self.say),
            language,
            self._small(self.words("Ask for help"), "concierge-bell", self._help),
            self._small(self.words("Facilitator"), "lock", self.stage.ask_number),
            gap=12,
        )

    def _small(self, words: str, icon: str, act: Any) -> Button:
        return self.button(words, icon, act, FOOT)

    def _choices(self) -> QLayout:
        languages = [
            self._small(name, "", lambda code=code: self._speak(language=code))
            for code, name in LANGUAGES.items()
        ]
        sizes = [
            self._small(self.words(words), "", lambda size=size: self._speak(text_size=size))
            for size, words in SIZES.items()
        ]
        inside = self.column(
            self.text(self.words("Language"), 36, BOLD, "on_damson"),
            Wrapping(self.look, *languages),
            self.text(self.words("Text size"), 36, BOLD, "on_damson"),
            Wrapping(self.look, *sizes),
            1,
            gap=20,
        )
        scroll = self._scrolling(inside, Place())
        back = self._small(self.words("Back"), "arrow-left", self.choose)
        return self.column(scroll, self.row(back, 1), margins=(60, 40, 60, 40))

    # Acts

    def on_tick(self) -> None:
        """Somebody was let in, or a ballot was sealed."""
        round_ = self._round
        if round_ is None:
            return
        if self._built_for is not may_vote(self.stage):
            self.rebuild()
        elif not self.choosing:
            self._show_count(round_)

    def begin(self) -> None:
        """The next person is ready: as whom they vote, or at once the ballot."""
        round_ = self._round
        if round_ is None:
            return
        if not may_vote(self.stage):
            self.tell(self.words("The facilitator lets the next person begin."), "done")
            return
        self.stage.show_people("voice" if round_.by_voice else "ballot")

    def choose(self) -> None:
        """Choose a language and a text size, or go back to the page."""
        self.choosing = not self.choosing
        self.rebuild()

    def _speak(self, **changes: Any) -> None:
        self.choosing = False
        self.stage.taste(self.side, **changes)
        self.rebuild()

    def say(self) -> None:
        """Read the rules aloud."""
        round_ = self._round
        if round_ is not None:
            lines = [words for _, words in rule_lines(rules_of(round_), self.words)]
            self.hear("\n".join((round_.question, *lines)))

    def _help(self) -> None:
        self.stage.ask_for_help(self.words("Somebody at the vote"))
        self.tell(self.words("We have told the facilitator. Somebody is coming."), "done")


PAGE = CoverPage
