"""One consent question on a page. Yes and No look alike, nothing is chosen before, nothing hurries."""

from typing import Any

from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.parts.arrival import after, before, page_of, to_record
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import Part
from ui.widgets.button import ANSWER, PLAIN, SMALL, Button, Kind, Style
from ui.widgets.icon import Icon, Picture
from workshop.domain.kinds import Item, Medium, Said

_ANSWER_IN_PRIVATE = Style(Kind.STRONG, 104, 44, 48, radius=16, at_least_mm=14.0)
_GROUNDS = {
    Item.TAKE_PART: "damson_tint",
    Item.NOTES_USED: "marigold_tint",
    Item.CONTACT_RESULTS: "leaf_tint",
}


class ArriveQuestionPage(ArrivalPage):
    """One question, three sentences, two answers of the same size, and a way to leave it."""

    def setup(self, item: Item = Item.TAKE_PART, **given: Any) -> None:
        """Which question; nobody has asked for more yet."""
        super().setup(**given)
        self.item = item
        self.shows_more = False

    @property
    def page_number(self) -> int:
        """The page of this question."""
        return page_of(self.item)

    def spoken(self) -> list[str]:
        """The question, the sentences, and the answers."""
        form = self.form
        if self.shows_more:
            return [form.of(self.item).question, *form.of(self.item).more, *form.about]
        return [form.of(self.item).question, *form.sentences(self.item, self._day())]

    def _day(self) -> str:
        until = self.room.workshop.change_until
        return self.words.date(until) if until else ""

    # Building

    def content(self) -> QLayout:
        """The picture, the question and its sentences; the answers; the way to leave it."""
        picture = self._picture()
        question, *sentences = self.spoken()
        told = [self.title(question), *(self.sentence(s) for s in sentences)]
        beside = [] if self.look.private else [self.row(*self._two_helps(), 1, gap=16)]
        air = self.air(6 if self.look.private else 10 if self.is_close else 20)
        words = self.column(*told, *beside, 1, gap=air)
        beside_words = [self.column(picture, 1)] if picture else []
        about = self.row(*beside_words, words, gap=24 if self.is_close else 72)
        about.setStretch(about.count() - 1, 1)
        helps: list[Part] = [1, self.row(*self._two_helps(), gap=12)] if self.look.private else []
        inside = self.scrolling(self.column(about, *helps, gap=6))
        gap = 8 if self.look.private else 10 if self.is_close else 20
        return self.column(inside, self._answers(), self._not_sure(), gap=gap, margins=self.margins())

    def _picture(self) -> Picture | None:
        """As large as the room beside the words allows; none where the words need all of it."""
        words_need = self.look.text(self.token_of_sentences) * 17
        room = self.look.screen.width - words_need
        largest = 146 if self.look.private else 496 if self.spacious else 380
        size = min(largest, int((room - self.look.px(120)) / self.look.scale))
        ground = _GROUNDS.get(self.item, "harbour_tint")
        return Picture(self.look, self.item.value, size, ground) if size >= 120 else None

    def _two_helps(self) -> list[Button]:
        words = self.words("Back to the question") if self.shows_more else self.words("More about this")
        return [
            self.hear_button(),
            self.button(words, "info", self._more, SMALL if self.look.private else PLAIN),
        ]

    def _answers(self) -> QLayout:
        yes = self._answer(Said.YES, self.words("Yes"), "check")
        no = self._answer(Said.NO, self.words("No"), "x")
        answers = self.row(yes, no, gap=20 if self.is_close else 40)
        answers.setStretch(0, 1)
        answers.setStretch(1, 1)
        return answers

    def _answer(self, said: Said, word: str, icon: str) -> Button:
        style = _ANSWER_IN_PRIVATE if self.look.private else ANSWER
        button = self.button(word, icon, lambda: self._say_it(said), style)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setCheckable(True)
        button.setChecked(self.visit.answers.get(self.item) is said)
        button.setAccessibleDescription(self.spoken()[0])
        return button

    def _not_sure(self) -> QLayout:
        """The way to leave a question, and what that means."""
        foot = self.row(self._leave_it(), self._counts(), gap=16)
        foot.setStretch(1, 1)
        return foot

    def _leave_it(self) -> Button:
        return self.button(self.words("Not sure? Leave it."), "", self._leave, SMALL)

    def _counts(self) -> QLayout:
        words = self.words("We count “not sure” as No.")
        if not self.is_close:
            words = f"{words} {self.words('A helper may touch for you. You choose.')}"
        said = self.row(Icon(self.look, "info", 24), self.text(words, 24), gap=12)
        said.setStretch(1, 1)
        return said

    # Acts

    def _more(self) -> None:
        self.shows_more = not self.shows_more
        self.drawn.top = 0
        self.rebuild()

    def _say_it(self, said: Said) -> None:
        if self.visit.person is None:
            self.stage.show_people("arrive_name")
        elif self._keep(said):
            self._go_on(said)
        else:
            self.rebuild()  # nothing was kept, and nothing may look chosen

    def _leave(self) -> None:
        """Not sure: a mark is only kept where there was an answer before."""
        answered = self.item in self.visit.answers
        if not answered or self._keep(Said.UNSURE):
            self._go_on(Said.UNSURE)

    def _keep(self, said: Said) -> bool:
        """Keep the answer at once, with the words that were shown."""
        person, consent = self.visit.person, self.room.session.people.consent
        assert person is not None
        for item, answer in to_record(self.item, said, self.visit.answers).items():
            if not self.did(consent, person, item, answer, Medium.SCREEN, language=self.form.language):
                return False
            self.visit.answers[item] = answer
        return True

    def _go_on(self, said: Said) -> None:
        """The next question, or the end; a no to taking part ends the questions at once."""
        if self.item is Item.TAKE_PART and said is not Said.YES:
            self.stage.show_people("arrive_fine")
            return
        following = after(self.item, self.visit.answers)
        asks_web = following is Item.PHOTO_WEB and following not in self.visit.answers
        if following is None or (self.visit.reviewing and not asks_web):
            self.stage.show_people("arrive_sign")
        else:
            self.stage.show_people("arrive_question", item=following)

    def go_back(self) -> None:
        """The question before, which keeps its answer; from the last page, the last page."""
        earlier = before(self.item, self.visit.answers)
        if self.visit.reviewing:
            self.stage.show_people("arrive_sign")
        elif earlier is None:
            self.stage.show_people("arrive_voice")
        else:
            self.stage.show_people("arrive_question", item=earlier)


PAGE = ArriveQuestionPage
