"""The parts of the page on which the consent questions are worded: the fields, and what people will see."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, SEMIBOLD, Look
from ui.parts import consent_words as parts
from ui.parts.arrival import QUESTIONS
from ui.parts.plan_fields import Reading
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.button import SMALL
from ui.widgets.card import Card
from ui.widgets.choice import Stepper, Tick
from ui.widgets.icon import Icon, Picture
from ui.widgets.text import Text
from ui.words import words_in
from workshop.domain.forms import ItemWords
from workshop.domain.kinds import Item
from workshop.session.consenting import MOST_YEARS

if TYPE_CHECKING:
    from ui.screens.consent_words import ConsentWordsPage


class PeopleSee(Card):
    """One question as people will see it, in small; it is only looked at."""

    def __init__(self, look: Look, language: str, item: Item, heading: str, picture: int) -> None:
        super().__init__(look)
        self.setLayoutDirection(words_in(language).direction)
        self.question = Text(look, "", 30, BOLD, language=language)
        self.sentences = [Text(look, "", 22, language=language) for _ in range(3)]
        self.more = Text(look, "", 20, colour="ink2", language=language)
        title = row(look, Icon(look, "monitor", 24, "ink2"), Text(look, heading, 20, SEMIBOLD, "ink2"), gap=8)
        title.setStretch(1, 1)
        drawn: list[Part] = [row(look, Picture(look, item.value, picture), 1)] if picture else []
        inside: list[Part] = [
            title,
            *drawn,
            self.question,
            *self.sentences,
            self._answers(language),
            self.more,
        ]
        within(self, column(look, *inside, 1, gap=10, margins=(24, 18, 24, 18)))

    def _answers(self, language: str) -> QWidget:
        """Yes and No: alike, and not to be touched."""
        words, cards = words_in(language), []
        for icon, word in (("check", words("Yes")), ("x", words("No"))):
            card = Card(self.look, "paper", "damson", 14, 3)
            said = Text(self.look, word, 24, BOLD, "damson", wrap=False, language=language)
            within(
                card, row(self.look, 1, Icon(self.look, icon, 26, "damson"), said, 1, margins=(8, 8, 8, 8))
            )
            cards.append(card)
        return within(QWidget(), row(self.look, *cards, gap=14))

    def show_words(self, words: ItemWords, sentences: tuple[str, ...]) -> None:
        """Show these words."""
        self.question.say(words.question)
        for line, said in zip(self.sentences, (*sentences, "", "", ""), strict=False):
            line.say(said)
            line.setVisible(bool(said))
        self.more.say(" ".join(words.more))


def question_part(page: "ConsentWordsPage", words: ItemWords) -> list[Part]:
    """The fields of one question, and whether it is asked."""
    say, texts = page.words, parts.fields_of(words)
    page.reading = Reading(page.look, say, page.of_language)
    last = page.text(say("The last sentence stays: “{s}”", s=words.sentences[-1]), 20, colour="ink2")
    answers = parts.answers_so_far(page.counts(words.item), page.shipped.version, say)
    so_far = [page.text(line, 20) for line in answers] or [page.text(say("No answers yet."), 20)]
    return [
        *_whether_asked(page, words),
        page.field(parts.QUESTION, say("The question"), texts[parts.QUESTION]),
        page.field(parts.FIRST, say("First sentence"), texts[parts.FIRST]),
        page.field(parts.SECOND, say("Second sentence, if you need one"), texts[parts.SECOND]),
        last,
        page.reading,
        page.field(parts.SHORT, say("A few words for the list of answers"), texts[parts.SHORT]),
        page.field(parts.MORE, say("For who asks for more"), texts[parts.MORE]),
        page.field(parts.MORE_TOO, say("One more sentence, if you need one"), texts[parts.MORE_TOO]),
        page.text(say("Answers so far"), 20, SEMIBOLD, "ink2"),
        *so_far,
        page.text(say("They keep the words they were given to."), 20, colour="ink2"),
    ]


def _whether_asked(page: "ConsentWordsPage", words: ItemWords) -> list[Part]:
    say, first = page.words, parts.comes_after(words.item)
    if words.item is Item.TAKE_PART:
        return [page.text(say("This is always asked."), 22)]
    if first is not None and not page.typed_words(first).asked:
        return [page.text(say("Not asked, because the photo is not asked."), 22)]
    asked = page.typed_words(words.item).asked
    tick = Tick(page.look, say("We ask this. If not, it counts as No."), asked, framed=True)
    tick.toggled.connect(lambda on: page.ask(words.item, on))
    tick.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    where = (
        []
        if words.item in QUESTIONS
        else [page.text(say("Asked on paper, and on the screen of who wants more questions."), 20)]
    )
    return [tick, *where]


def about_part(page: "ConsentWordsPage") -> list[Part]:
    """What is the same for all questions: who asks, why, how long, and until when."""
    say, texts = page.words, parts.fields_about(page.form)
    labels = (say("Who asks"), say("Why, and where it is kept"), say("How long it is kept"))
    page.reading = Reading(page.look, say, page.of_language)
    lines = [page.field(key, label, texts[key]) for key, label in zip(parts.ABOUT, labels, strict=True)]
    return [
        page.text(say("People see this when they ask for more."), 22),
        *lines,
        page.reading,
        page.field(parts.UNTIL, say("The last sentence, once the day is known"), texts[parts.UNTIL]),
        page.text(say("Leave {date} where the day goes.", date="{date}"), 20, colour="ink2"),
    ]


def rules_part(page: "ConsentWordsPage") -> list[Part]:
    """The rules that this workshop chooses; the others hold always."""
    say, day = page.words, page.room.workshop
    told = Tick(page.look, say("Tell a parent of anybody who is 16 or 17"), day.parents_told, framed=True)
    told.toggled.connect(page.set_parents_told)
    told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    years = Stepper(
        page.look,
        say("Years"),
        day.consent_years,
        1,
        MOST_YEARS,
        page.set_years,
        fewer=say("One year less"),
        more=say("One year more"),
    )
    counts = page.row(page.text(say("A yes counts for this many years"), 22), years, gap=20)
    counts.setStretch(0, 1)
    return [
        told,
        page.text(say("They still decide for themselves. It only goes on your list of things to do."), 20),
        within(QWidget(), counts),
        page.text(say("Answers given before keep their years. Change “How long it is kept” as well."), 20),
        page.text(say("This is always so"), 20, SEMIBOLD, "ink2"),
        page.text(say("Under 16: a name or a photo needs a parent’s yes and their own yes."), 22),
        page.text(say("A person’s own No always wins. No answer counts as No."), 22),
    ]


def hear(page: "ConsentWordsPage") -> QWidget:
    """A button that reads the question aloud as it stands."""
    button = page.button(page.words("Hear it"), "volume-2", page.hear_it, SMALL)
    if not page.stage.speech.can_say(page.of_language):
        button.lock(page.words("This computer has no voice for this language. Ask somebody to read it."))
    return button
