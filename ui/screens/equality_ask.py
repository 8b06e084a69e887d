"""One person's equality questions, one a page. Nothing is kept until it is handed in, and then in pieces."""

from dataclasses import replace
from math import ceil
from typing import Any, ClassVar

from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from ui.look import BOLD, SEMIBOLD
from ui.parts.equality import ASK, NEXT, SHEET, form_in, keep, next_turn, sheet_of
from ui.parts.own_page import OwnPage
from ui.stage import Shown
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, Button, Kind, Style
from ui.widgets.icon import Icon
from ui.widgets.progress import Segments
from ui.widgets.wrapping import Wrapping
from workshop.domain.changes import Change
from workshop.domain.equality_form import Code, EqualityForm, Question

MOST_COLUMNS = 3
_ANSWER = Style(Kind.STRONG, 92, 28, 34, 28, 16, at_start=True, at_least_mm=14.0)
_ANSWER_SMALL = Style(Kind.STRONG, 64, 20, 24, 14, 12, at_start=True, at_least_mm=14.0)
_GO = Style(MAIN.kind, 96, 32, 38, 48, 16, icon_last=True, at_least_mm=14.0)
_GO_SMALL = Style(MAIN.kind, 64, 22, 26, 22, 12, icon_last=True, at_least_mm=14.0)
_SKIP = Style(height=96, text=26, icon=30, padding=32, radius=16, at_least_mm=14.0)
_SKIP_SMALL = Style(height=64, text=20, padding=16, at_least_mm=14.0)


class EqualityAskPage(OwnPage):
    """Page 0 says why we ask; then a page a question; then the page that hands it in.

    Of a question in broad groups the groups are asked first, then what is inside the one that was chosen.
    """

    ground = "paper"
    hear_words: ClassVar[str] = "Hear this page"

    def setup(self, at: int = 0, group: str = "", **given: Any) -> None:
        """Which page; `group` is the broad group whose answers are shown."""
        self.at, self.group = at, group
        super().setup(**given)

    # Which page this is

    @property
    def form(self) -> EqualityForm | None:
        """The list in the language of this page; None once the box is closed."""
        return form_in(self.stage, self.words.language)

    @property
    def asked(self) -> list[Question]:
        """The questions of this person."""
        form = self.form
        return sheet_of(self.stage).asked(form) if form else []

    @property
    def question(self) -> Question | None:
        """The question of this page; None before the first and after the last."""
        asked = self.asked
        return asked[self.at - 1] if 1 <= self.at <= len(asked) else None

    def name(self) -> str:
        """What a screen reader calls this page."""
        form = self.form
        if form is None:
            return self.words("Same Table")
        return self.question.asks if self.question else form.title

    def read_out(self) -> str:
        """The question and all its answers; never what somebody chose."""
        form, question = self.form, self.question
        if form is None:
            return ""
        if question is None:
            return "\n".join((form.title, *(form.last if self.at else form.why)))
        answers = [words for _, words, _ in self._offered(question)]
        return "\n".join((question.asks, *([question.more] if question.more else []), *answers))

    # Laying out

    def inside(self) -> QLayout | None:
        """The beginning, a question, or the end."""
        form, question = self.form, self.question
        if form is None:
            return None
        whole = self._asking(form, question) if question else self._saying(form)
        whole.setContentsMargins(*(self.look.px(m) for m in self.edges()))
        return whole

    def _saying(self, form: EqualityForm) -> QLayout:
        """Why we ask, and the way on; or that nobody can see it, and the way to hand it in."""
        small = self.compact
        lines = form.last if self.at else form.why
        texts = [self.text(line, 24 if small else 34) for line in lines]
        note = self.row(Icon(self.look, "lock", 30, "damson"), self.column(*texts, gap=14), gap=20)
        note.setStretch(1, 1)
        title = self.text(form.title, 34 if small else 60, BOLD)
        if self.at:
            go = self._go(form.words["hand_in"], "check", self.hand_in)
        else:
            go = self._go(self.words("Next"), "arrow-right", self._on)
        whole = self.column(
            self.scrolling(self.column(title, note, 1, gap=18 if small else 32)), self.row(1, go), gap=12
        )
        whole.setStretch(0, 1)
        return whole

    def _go(self, words: str, icon: str, act: Any) -> Button:
        return self.button(words, icon, act, _GO_SMALL if self.compact else _GO)

    def _asking(self, form: EqualityForm, question: Question) -> QLayout:
        """How far it is, the question, the answers alike, and the ways to leave it."""
        small = self.compact
        head: list[Part] = [self._progress(), self.text(question.asks, 30 if small else 48, BOLD)]
        more = [question.more] if question.more else []
        more += [form.words["several"]] if question.several else []
        head += [self.text(line, 20 if small else 28) for line in more]
        answers = self.scrolling(self.column(self._answers(question), 1))
        whole = self.column(*head, answers, self._ways(form, question), gap=8 if small else 14)
        whole.setStretch(len(head), 1)
        return whole

    def _progress(self) -> QWidget:
        pages = len(self.asked)
        far = self.words("Page {n} of {m}", n=self.at, m=pages)
        bar = Segments(self.look, pages, self.at - 1, 200 if self.compact else 400)
        return within(QWidget(), self.row(self.text(far, 20, SEMIBOLD, wrap=False), bar, 1, gap=20))

    def _offered(self, question: Question) -> list[tuple[str, str, bool]]:
        """What can be touched here: key, words, whether it is chosen."""
        chosen = sheet_of(self.stage).of(question)

        def offered(codes: tuple[Code, ...]) -> list[tuple[str, str, bool]]:
            return [(code.code, code.words, code.code in chosen) for code in codes]

        last = offered((question.prefer_not,))
        if not question.is_grouped:
            return offered(question.codes)
        if self.group:
            inside = next(group.codes for group in question.groups if group.group == self.group)
            return offered(inside) + last
        groups = [
            (group.group, group.words, any(code.code in chosen for code in group.codes))
            for group in question.groups
        ]
        return groups + last

    def _answers(self, question: Question) -> QWidget:
        """Down the first column, then down the next; as many columns as the words allow."""
        buttons = [self._answer(question, *offered) for offered in self._offered(question)]
        gap = max(self.look.gap, self.look.px(10 if self.compact else 16))
        room = self.look.screen.width - self.look.px(2 * self.edges()[0]) + gap
        widest = max(button.sizeHint().width() for button in buttons)
        narrow = room < 24 * self.look.text(20)
        across = 1 if narrow else max(2, min(MOST_COLUMNS, room // (widest + gap)))
        high = max(button.heightForWidth(room // across - gap) for button in buttons)
        for button in buttons:
            button.face = replace(button.face, height=ceil(high / self.look.scale))
        down = -(-len(buttons) // across)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap)
        for i, button in enumerate(buttons):
            grid.addWidget(button, i % down, i // down)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        return within(QWidget(), grid)

    def _answer(self, question: Question, key: str, words: str, chosen: bool) -> Button:
        style = _ANSWER_SMALL if self.compact else _ANSWER
        icon = "check" if chosen else "circle"
        button = self.button(words, icon, lambda: self.answer(question, key), style)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        button.setCheckable(True)
        button.setChecked(chosen)
        return button

    def _ways(self, form: EqualityForm, question: Question) -> QWidget:
        style = _SKIP_SMALL if self.compact else _SKIP
        answered = bool(sheet_of(self.stage).of(question))
        skip_all = self.button(form.words["skip_all"], "", self.skip_all, style)
        if answered:
            on = self._go(self.words("Next"), "arrow-right", self._on)
        else:
            on = self.button(form.words["skip"], "arrow-right", self._on, style)
        return within(QWidget(), Wrapping(self.look, skip_all, on, at_start=1))

    # Acts

    def on_change(self, change: Change) -> None:
        """Nobody loses their place; when the box is closed, nothing can be handed in any more."""
        if self.form is None:
            self.stage.back_to_the_day()

    def answer(self, question: Question, key: str) -> None:
        """One answer: kept for this turn only. Where there is one to choose, the next page comes."""
        if any(key == group.group for group in question.groups if question.is_grouped):
            self.stage.show_people(ASK, at=self.at, group=key)
            return
        sheet = sheet_of(self.stage)
        keep(self.stage, sheet.touched(question, key))
        if question.several or key in sheet.of(question):
            self.rebuild()
        else:
            self._on()

    def say(self) -> None:
        """Read the page aloud, in the language that its words are in."""
        if self.form is not None:
            self.hear(self.read_out(), self.form.language)

    def _on(self) -> None:
        self.stage.show_people(ASK, at=self.at + 1)

    def skip_all(self) -> None:
        """Straight to the last page; what was answered stays."""
        self.stage.show_people(ASK, at=len(self.asked) + 1)

    def go_back(self) -> None:
        """The page before, which keeps its answer; from the first page, the cover."""
        if self.group:
            self.stage.show_people(ASK, at=self.at)
        elif self.at:
            self.stage.show_people(ASK, at=self.at - 1)
        else:
            self.stop()

    def stop(self) -> None:
        """Stop: nothing is kept."""
        next_turn(self.stage)

    def hand_in(self) -> None:
        """Put it into the box, once. It leaves the memory before anything else is shown."""
        form = self.form
        if form is None or SHEET not in self.stage.visit:
            return
        sheet = sheet_of(self.stage)
        if not self.did(self.room.session.people.equality, sheet.answers(form)):
            return
        self.stage.visit = {}
        del sheet
        room = self.room
        self.stage.show_people(NEXT, thanks=True)
        room.cast.emit()

    def leave(self) -> None:
        """The next page of the turn keeps what was chosen; anything else throws it away, unread."""
        super().leave()
        shown, own = self.stage.people, {"at": self.at, "group": self.group}
        if self.stage.bridge is None:
            return
        if shown.page == ASK and {"at": 0, "group": "", **shown.given} != own:
            return
        self.stage.visit.pop(SHEET, None)
        if shown.page == ASK:  # it is covered or closed: the cover will be there when people come back
            self.stage.next_person()
            self.stage.people = Shown(NEXT)


PAGE = EqualityAskPage
