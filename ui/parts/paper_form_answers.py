"""The end half of a paper form: which paper it is, what it says, what a parent says, what helped."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, SEMIBOLD
from ui.page import Page
from ui.parts.arrival import ICONS
from ui.parts.paper_form import Form, versions
from ui.parts.register_answers import PaperAnswer
from ui.widgets.boxes import Part, within
from ui.widgets.card import Card
from ui.widgets.choice import Tick, one_of
from ui.widgets.field import Line, labelled
from ui.words import LANGUAGES
from workshop.domain.forms import ConsentForm, FormWords
from workshop.domain.kinds import AgeGroup, Item, Said, Support
from workshop.domain.kinds import Form as Shape
from workshop.session.resources import consent_form, consent_languages

SHAPES = {Shape.PLAIN: "Usual", Shape.LARGE: "Large print", Shape.EASY_READ: "Easy Read"}
SUPPORT = {
    Support.EASY_READ: "Easy words and pictures",
    Support.READ_ALOUD: "It was read aloud",
    Support.EXPLAINED: "It was explained",
    Support.SUPPORTER: "Somebody they chose was there",
    Support.INTERPRETER: "An interpreter",
    Support.MORE_TIME: "More time",
}


class PaperAnswers:
    """The parts about the answers, on one page. What is ticked goes into the form at once."""

    def __init__(self, page: Page, form: Form, rebuild: Callable[[], object]) -> None:
        self.page, self.form, self._rebuild = page, form, rebuild
        people = page.room.session.people
        self.words: ConsentForm = people.form(form.language, form.version)
        self.own: dict[Item, PaperAnswer] = {}
        self.assent: PaperAnswer | None = None
        self.parents: dict[Item, PaperAnswer] = {}

    # Which paper

    def which_paper(self) -> list[Part]:
        """The shape, the language and, where the words were changed here, the version on the paper."""
        page, form, words = self.page, self.form, self.page.words
        shapes = [(shape, words(name), "") for shape, name in SHAPES.items()]
        spoken = [(code, LANGUAGES[code], "") for code in consent_languages() if code in LANGUAGES]
        parts: list[Part] = [
            _label(page, words("Shape of the paper")),
            page.row(one_of(page.look, shapes, form.shape, self._set_shape, token=20), 1),
            _label(page, words("Language of the paper")),
            page.row(one_of(page.look, spoken, form.language, self._set_language, token=20), 1),
        ]
        known = versions(consent_form(form.language), page.room.all(FormWords))
        if len(known) > 1:
            now = form.version or self.words.version
            choices = [(version, _version(page, version), "") for version in known]
            parts.append(_label(page, words("Which words are on the paper?")))
            parts.append(page.row(one_of(page.look, choices, now, self._set_version, token=20), 1))
        return parts

    def _set_shape(self, shape: str) -> None:
        self.form.shape = Shape(shape)
        self._rebuild()

    def _set_language(self, language: str) -> None:
        self.form.language, self.form.version = language, ""
        self._rebuild()

    def _set_version(self, version: str) -> None:
        self.form.version = version
        self._rebuild()

    # What it says

    def answers(self) -> list[Part]:
        """Each question that is asked, with Yes and No alike; nothing ticked is no answer."""
        for item in (words.item for words in self.words.items):
            if self.words.asks(item):
                said = self.form.answers.get(item)
                self.own[item] = self._paper_answer(item, said, partial(self._answered, item))
        return [*self.own.values()]

    def of_a_parent(self) -> list[Part]:
        """What a parent or guardian answers too, and that the young person agrees. Their own No wins."""
        for item in self.own:
            said = self.form.guardian_said.get(item)
            name = self.page.words("A parent: {what}", what=self.words.of(item).short)
            self.parents[item] = self._paper_answer(item, said, partial(self._parent_answered, item), name)
        agrees = self.page.words("The young person agrees with the parent")
        assent = PaperAnswer(self.page.look, agrees, "user", self._yes_no(), self.form.assent, self._agreed)
        self.assent = assent
        return [*self.parents.values(), assent]

    def _paper_answer(
        self, item: Item, said: Said | None, answered: Callable[[Said | None], object], name: str = ""
    ) -> PaperAnswer:
        name = name or self.words.of(item).short
        return PaperAnswer(self.page.look, name, ICONS[item], self._yes_no(), said, answered)

    def _yes_no(self) -> tuple[str, str]:
        return self.page.words("Yes"), self.page.words("No")

    def _answered(self, item: Item, said: Said | None) -> None:
        _put(self.form.answers, item, said)
        self.show_what_is_asked()

    def _parent_answered(self, item: Item, said: Said | None) -> None:
        _put(self.form.guardian_said, item, said)

    def _agreed(self, said: Said | None) -> None:
        self.form.assent = said

    def show_what_is_asked(self) -> None:
        """Without a photo the web is not asked; a parent is asked where the young person said yes."""
        asked, parents = self.form.questions(self.words), self.form.for_a_guardian(self.words)
        for item, answer in self.own.items():
            answer.setEnabled(item in asked)
        for item, answer in self.parents.items():
            answer.setVisible(item in parents)
        if self.assent is not None:
            self.assent.setVisible(bool(parents))

    # How it was answered

    def support(self) -> list[Part]:
        """What was done so that they could decide, and who wrote it down."""
        page, words, form = self.page, self.page.words, self.form
        ticks = [self._support(support) for support in SUPPORT]
        halves = page.row(page.column(*ticks[:3], 1, gap=4), page.column(*ticks[3:], 1, gap=4), gap=16)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        signed = Tick(page.look, words("The paper is signed"), form.signed)
        signed.toggled.connect(lambda on: setattr(form, "signed", on))
        return [
            _label(page, words("What helped them to decide")),
            halves,
            field(page, form, "supporter", words("Who helps them to decide"), form.supporter),
            field(page, form, "taken_by", words("Who took the paper"), form.taken_by),
            signed,
        ]

    def _support(self, support: Support) -> Tick:
        tick = Tick(self.page.look, self.page.words(SUPPORT[support]), support in self.form.support, token=20)
        tick.toggled.connect(lambda on: self._set_support(support, on))
        return tick

    def _set_support(self, support: Support, on: bool) -> None:
        chosen = {*self.form.support, support} if on else {*self.form.support} - {support}
        self.form.support = [s for s in Support if s in chosen]

    def card(self) -> QWidget:
        """All of it."""
        page, words = self.page, self.page.words
        said = [page.text(words("What the paper says"), 24, BOLD), *self.answers()]
        under_16: list[Part] = []
        if self.form.age is AgeGroup.UNDER_16:
            under_16 = [page.text(words("What a parent or guardian says"), 22, BOLD), *self.of_a_parent()]
        parts: list[Part] = [*self.which_paper(), *said, *under_16, *self.support(), 1]
        card = within(Card(page.look), page.column(*parts, gap=10, margins=(24, 20, 24, 24)))
        self.show_what_is_asked()
        return card


def field(page: Page, form: Form, part: str, label: str, text: str) -> QWidget:
    """One line of the form, with its label; what is written is in the form at once."""
    line = Line(page.look, label, text, 24)
    line.textChanged.connect(lambda now: setattr(form, part, now))
    return labelled(page.look, label, line)


def _label(page: Page, text: str) -> QWidget:
    return page.text(text, 20, SEMIBOLD, "ink2")


def _version(page: Page, version: str) -> str:
    if version.startswith("own "):
        return page.words("Changed here: {n}", n=version.removeprefix("own "))
    return page.words("As they came")


def _put(answers: dict[Item, Said], item: Item, said: Said | None) -> None:
    answers.pop(item, None)
    if said is not None:
        answers[item] = said
