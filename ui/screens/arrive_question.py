"""One consent question on a page. Yes and No look alike, nothing is chosen before, nothing hurries."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.parts import today
from ui.parts.arrival import question, to_record
from ui.parts.arrival_page import ArrivalPage
from ui.stage import Shown
from ui.widgets.boxes import Part
from ui.widgets.button import ANSWER, PLAIN, SMALL, Button, Kind, Style
from ui.widgets.icon import Icon, Picture
from workshop.domain.kinds import Item, Medium, Said

_ANSWER_IN_PRIVATE = Style(Kind.STRONG, 112, 46, 50, radius=16, at_least_mm=14.0)
_GROUNDS = {
    Item.TAKE_PART: "damson_tint",
    Item.NOTES_USED: "marigold_tint",
    Item.CONTACT_RESULTS: "leaf_tint",
}


class ArriveQuestionPage(ArrivalPage):
    """One question, three sentences, two answers of the same size, and a way to leave it."""

    tokens_in_private = (42, 27)

    def setup(self, item: Item = Item.TAKE_PART, **given: Any) -> None:
        """Which question; nobody has asked for more yet."""
        super().setup(**given)
        self.item = item
        self.shows_more = False

    @property
    def here(self) -> Shown:
        """The page of this question."""
        return question(self.item)

    @property
    def said(self) -> Said | None:
        """The answer that was given before."""
        return self.visit.answers.get(self.item)

    def spoken(self) -> list[str]:
        """The question, the sentences, and the answers."""
        form = self.form
        if self.shows_more:
            who = today.who_helps(self.room.workshop_for_the_room, self.words)
            return [form.of(self.item).question, *form.of(self.item).more, *form.about, who]
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
        told += [self.text(self._helper(), 20)] if self._helper_above else []
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
        largest = 180 if self.look.private else 496 if self.spacious else 380
        size = min(largest, int((room - self.look.px(120)) / self.look.scale))
        ground = _GROUNDS.get(self.item, "harbour_tint")
        return Picture(self.look, self.item.value, size, ground) if size >= 80 else None

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
        button = self.answer(word, icon, partial(self._say_it, said), style, given=self.said is said)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
        if not self._helper_above:
            words = f"{words} {self._helper()}"
        said = self.row(Icon(self.look, "info", 24), self.text(words, 20 if self.is_close else 24), gap=12)
        said.setStretch(1, 1)
        return said

    def _helper(self) -> str:
        return self.words("A helper may touch for you. You choose.")

    @property
    def _helper_above(self) -> bool:
        """Where there is little height, it is said after the question: it must not take room from it."""
        return self.is_close and (self.in_nastaliq or self.look.screen.height < 26 * self.look.text(20))

    # Acts

    def _more(self) -> None:
        self.shows_more = not self.shows_more
        self.drawn.top = 0
        self.rebuild()

    def _say_it(self, said: Said) -> None:
        if self.visit.person is None:
            self.stage.show_people("arrive_name")
        elif self.keep(said):
            self.go_on()
        else:
            self.rebuild()  # nothing was kept, and nothing may look chosen

    def _leave(self) -> None:
        """Not sure: a mark is only kept where there was an answer before."""
        if self.said is None:
            self.left()
            self.go_on()
        elif self.keep(Said.UNSURE):
            self.go_on()

    def left(self) -> None:
        """It was asked, and has no answer."""
        self.visit.passed.add(self.item)

    def keep(self, said: Said) -> bool:
        """Keep the answer at once, with the words that were shown."""
        visit = self.visit
        for item, answer in to_record(self.item, said, visit.answers).items():
            if not self.consent(item, answer):
                return False
            visit.answers[item] = answer
            visit.guardian_said.pop(item, None)  # a parent answered the answer before
        self.left()
        return True

    def consent(self, item: Item, said: Said, guardian: Said | None = None) -> bool:
        """Write one answer down; whether that was done."""
        person, visit = self.visit.person, self.visit
        assert person is not None
        return self.did(
            self.room.session.people.consent,
            person,
            item,
            said,
            Medium.SCREEN,
            list(visit.support),
            guardian,
            language=self.form.language,
            form=self.form.version,
        )


PAGE = ArriveQuestionPage
