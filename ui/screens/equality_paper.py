"""Equality sheets from the envelope are typed in by number, one after the other, and then gone."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.equality import Sheet, form_in
from ui.parts.equality_paper import chosen_in_words, read_numbers
from ui.parts.top_bar import way_back
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, Button, Style
from ui.widgets.card import Card
from ui.widgets.field import Line
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.equality_form import EqualityForm, Question
from workshop.errors import RuleBroken

_ANSWER = Style(text=20, icon=22, padding=16, at_start=True)


class EqualityPaperPage(Page):
    """The question that is typed now at the start, the whole sheet at the end. Never on the people's side."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """An empty sheet. What is typed is here only, and wiped when the page goes away."""
        self.sheet, self.at, self.typed, self.wrong = Sheet(), 0, "", ""
        self.places = [Place(), Place()]

    @property
    def form(self) -> EqualityForm | None:
        """The list that is asked; None once the box is closed."""
        return form_in(self.stage, self.words.language)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Type paper sheets")

    # Building

    def build(self) -> None:
        """The bar, and two cards."""
        form = self.form
        bar = way_back(self, lambda: self.stage.show_desk("equality"), to=self.words("Back"))
        if form is None:
            none = self.text(self.words("The box is not open."), 26)
            middle: QLayout = self.column(none, 1, margins=(32, 20, 32, 20))
        else:
            middle = self._halves(form, form.questions[min(self.at, len(form.questions) - 1)])
        whole = self.column(bar, middle, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        if form is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _halves(self, form: EqualityForm, question: Question) -> QLayout:
        both = self.row(self._typing(question), self._whole(form), gap=20, margins=(32, 18, 32, 20))
        both.setStretch(0, 55)
        both.setStretch(1, 45)
        return both

    def _scroll(self, inside: QLayout, place: int) -> Scroll:
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.places[place])

    def _typing(self, question: Question) -> QWidget:
        how = self.words("Type the number and press Enter. Nothing ticked? Only Enter.")
        if question.several:
            how = self.words("Type all numbers, with a space between. Then press Enter.")
        self.line = Line(self.look, question.title, self.typed, 30)
        self.line.setMaximumWidth(self.look.text(30) * 9)
        self.line.textChanged.connect(self._type)
        self.line.returnPressed.connect(self.enter)
        wrong = [self.text(self.wrong, 20, SEMIBOLD, "amber")] if self.wrong else []
        head: list[Part] = [
            self.text(question.title, 28, BOLD),
            self.text(how, 20),
            self.row(self.line, 1),
            *wrong,
        ]
        answers = self._scroll(self.column(self._answers(question), 1), 0)
        inside = self.column(*head, answers, gap=10, margins=(28, 20, 28, 20))
        inside.setStretch(len(head), 1)
        return within(Card(self.look), inside)

    def _answers(self, question: Question) -> QWidget:
        """Every answer with its number; a touch is as good as the number."""
        found = question.numbered
        across = 2 if self.look.screen.width >= 60 * self.look.text(20) else 1
        down, grid = -(-len(found) // across), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.look.gap)
        for i, (number, code) in enumerate(found):
            touch = partial(self.touch, question, code.code)
            button = self.button(f"{number}. {code.words}", "", touch, _ANSWER)
            button.setCheckable(True)
            button.setChecked(code.code in self.sheet.of(question))
            grid.addWidget(button, i % down, i // down)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        return within(QWidget(), grid)

    def _whole(self, form: EqualityForm) -> QWidget:
        rows = [self._row(i, question) for i, question in enumerate(form.questions)]
        sheets = self.room.session.people.equality_sheets()
        in_ = self.words.many("1 sheet is in", "{n} sheets are in", sheets)
        put = self.button(self.words("Put this sheet in the box"), "lock", self.put_in, MAIN)
        inside = self.column(
            self.row(
                self.text(self.words("This sheet"), 26, BOLD, wrap=False), 1, self.text(in_, 22, wrap=False)
            ),
            self._scroll(self.column(*rows, 1, gap=6), 1),
            self.row(put, 1),
            gap=10,
            margins=(28, 20, 28, 20),
        )
        inside.setStretch(1, 1)
        return within(Card(self.look), inside)

    def _row(self, at: int, question: Question) -> Button:
        said = chosen_in_words(question, self.sheet.of(question))
        words = f"{question.title}: {said}" if said else question.title
        row = self.button(words, "check" if said else "circle", partial(self._go_to, at), _ANSWER)
        row.setCheckable(True)
        row.setChecked(at == self.at)
        return row

    # Acts

    def on_change(self, change: Change) -> None:
        """Nobody loses what they are typing; when the box is closed, all of it goes."""
        if self.form is None:
            self.sheet, self.typed = Sheet(), ""
            self.rebuild()

    def _type(self, text: str) -> None:
        self.typed = text

    def _go_to(self, at: int) -> None:
        self.at, self.typed, self.wrong = at, "", ""
        self.places[0].top = 0
        self.rebuild()

    def enter(self) -> None:
        """Take what was typed for this question, and go on to the next."""
        form = self.form
        if form is None:
            return
        question = form.questions[self.at]
        try:
            codes = read_numbers(self.typed, question, self.words)
        except RuleBroken as unreadable:
            self.wrong = unreadable.message
            self.rebuild()
            return
        if codes or not self.sheet.of(question):
            self.sheet = self.sheet.with_answer(question, codes)
        self._go_to(min(self.at + 1, len(form.questions) - 1))

    def touch(self, question: Question, code: str) -> None:
        """The same by a finger."""
        self.sheet = self.sheet.touched(question, code)
        form = self.form
        assert form is not None, "answers are shown only while the box is open"
        self._go_to(self.at if question.several else min(self.at + 1, len(form.questions) - 1))

    def put_in(self) -> None:
        """Put the sheet into the box, once. Then it is off the screen for good."""
        form = self.form
        if form is None or not self.did(self.room.session.people.equality, self._answers_of(form)):
            return
        self.sheet = Sheet()
        self.tell(self.words("The sheet is in the box, and nobody can see it again."), "done")
        self.room.cast.emit()
        self._go_to(0)

    def _answers_of(self, form: EqualityForm) -> dict[str, list[str] | str]:
        """All that is ticked on paper counts, whatever was to be asked."""
        chosen = {q: self.sheet.of(q) for q in form.questions if self.sheet.of(q)}
        return {q.question: list(codes) if q.several else codes[0] for q, codes in chosen.items()}

    def leave(self) -> None:
        """Nothing of a sheet stays behind."""
        self.sheet, self.typed = Sheet(), ""


PAGE = EqualityPaperPage
