"""The consent questions, as the facilitator words them: each change is a new version for new answers.

What is typed stays on the page until it is kept. With one screen it is written in a panel with keys.
"""

from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import consent_words as parts
from ui.parts.arrival import ICONS
from ui.parts.consent_words import ABOUT_US, RULES, Draft
from ui.parts.consent_words_parts import PeopleSee, about_part, hear, question_part, rules_part
from ui.parts.desk_cards import Answer, is_low, question_card
from ui.parts.line_below import LineBelow
from ui.parts.plan_fields import Reading
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, SMALL
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Segment
from ui.widgets.field import Line, labelled
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Place, Scroll
from ui.widgets.touch_field import TouchField
from ui.widgets.wrapping import Wrapping
from ui.words import LANGUAGES, words_in
from workshop.domain.changes import Change
from workshop.domain.forms import ConsentForm, ItemWords
from workshop.domain.kinds import Item
from workshop.session.resources import consent_form, consent_languages

SHOWN = frozenset({"form", "workshop", "answer"})


class ConsentWordsPage(Page):
    """A list of the questions; beside it the words of one, and how people will see them."""

    side = Side.FACILITATOR

    def setup(self, back: str = "people_more", item: Item = Item.TAKE_PART, **given: Any) -> None:
        """`item` is the question that is shown first, `back` the page that this one leads back to."""
        self.back, self.chosen = back, item.value
        self.of_language = "en"
        self.drafts: dict[str, Draft] = {}
        self.leaving = False
        self.reading: Reading | None = None
        self.seen: PeopleSee | None = None
        self.list_place = Place()
        self.places: dict[str, Place] = {}
        self.line = LineBelow(self, self.rect)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The questions we ask")

    # Reading

    @property
    def form(self) -> ConsentForm:
        """The questions as this workshop asks them now."""
        return self.room.session.people.form(self.of_language)

    @property
    def shipped(self) -> ConsentForm:
        """The questions as they ship."""
        return consent_form(self.of_language)

    @property
    def draft(self) -> Draft:
        """What is typed in this language and not yet kept."""
        return self.drafts.setdefault(self.of_language, Draft())

    def typed_words(self, item: Item) -> ItemWords:
        """One question as it is typed."""
        return parts.as_typed(self.form.of(item), self.draft)

    def counts(self, item: Item) -> dict[tuple[str, str], int]:
        """How many answers were given to each version of a question."""
        return self.room.session.people.answers_by_version(item)

    @property
    def item(self) -> Item | None:
        """The question that is shown; None where something else is."""
        return None if self.chosen in (ABOUT_US, RULES) else Item(self.chosen)

    @property
    def is_wide(self) -> bool:
        """Whether three things fit side by side."""
        return self.look.screen.width >= 72 * self.look.text(20)

    # Laying out

    def build(self) -> None:
        """The bar, the languages, the list, the words of one question, and the end."""
        bar = self._bar()
        middle = self.row(self._list(), self._words_card(), *self._preview(), gap=20)
        shares = (3, 5, 4) if middle.count() == 3 else (3, 9 if self.is_wide else 5)
        for place, share in enumerate(shares):
            middle.setStretch(place, share)
        low = is_low(self.look)
        asked = [self._really()] if self.leaving else []
        inside = self.column(*asked, middle, self._end(), gap=12, margins=(32, 12 if low else 20, 32, 16))
        inside.setStretch(len(asked), 1)
        whole = self.column(bar, inside, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self._show_typed()

    def _bar(self) -> QWidget:
        """The way back, the title, and the languages: below them where there is little room."""
        back = self.button(self.words("Back"), "arrow-left", self.go_back)
        title = self.text(self.name(), 34, BOLD)
        side = 24 if is_low(self.look) else 48
        head = self.row(back, title, *(self._languages() if self.is_wide else []), gap=12)
        head.setStretch(1, 1)
        below = [] if self.is_wide else [within(QWidget(), Wrapping(self.look, *self._languages()))]
        bar = Ground(self.look, "paper", "bottom")
        bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return within(bar, self.column(head, *below, gap=8, margins=(side, 12, side, 12)))

    def _languages(self) -> list[QWidget]:
        found: list[QWidget] = []
        for code in [c for c in LANGUAGES if c in consent_languages()]:
            segment = Segment(self.look, LANGUAGES[code], code == self.of_language, language=code)
            segment.clicked.connect(partial(self.show_language, code))
            found.append(segment)
        return found

    def _list(self) -> QWidget:
        form, shipped = self.form, self.shipped
        rows: list[Part] = []
        for words in form.items:
            end = parts.state(words, shipped.of(words.item), self.typed_words(words.item), self.words)
            rows.append(self._row(words.item.value, words.short, ICONS[words.item], end))
        rows.append(self._row(ABOUT_US, self.words("Who asks, and how long"), "info"))
        rows.append(self._row(RULES, self.words("Rules"), "shield-check"))
        content = within(QWidget(), self.column(*rows, 1, gap=0))
        area = Scroll(self.look, content, self.words("More"), self.words("Back up"), self.list_place)
        return within(Card(self.look), self.column(area, margins=(10, 10, 10, 10)))

    def _row(self, key: str, words: str, icon: str, end: str = "") -> RowButton:
        row = RowButton(self.look, words, icon, end, key == self.chosen)
        # Large words need two lines.
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row.clicked.connect(partial(self.show_part, key))
        return row

    def _words_card(self) -> QWidget:
        self.reading = self.seen = None
        item = self.item
        if item is not None:
            inside = [*question_part(self, self.form.of(item)), *self._seen_below(item)]
        else:
            inside = about_part(self) if self.chosen == ABOUT_US else rules_part(self)
        content = within(QWidget(), self.column(*inside, 1, gap=12))
        place = self.places.setdefault(self.chosen, Place())
        area = Scroll(self.look, content, self.words("More"), self.words("Back up"), place)
        return within(Card(self.look), self.column(area, margins=(24, 18, 24, 18)))

    def _seen_below(self, item: Item) -> list[Part]:
        return [] if self.is_wide else [self._seen(item), self.row(hear(self), 1)]

    def _preview(self) -> list[Part]:
        """What people will see: beside the fields where there is room."""
        item = self.item
        if item is None or not self.is_wide:
            return []
        content = within(QWidget(), self.column(self._seen(item), 1))
        area = Scroll(self.look, content, self.words("More"), self.words("Back up"))
        beside = self.column(area, self.row(1, hear(self)), gap=10)
        beside.setStretch(0, 1)
        return [beside]

    def _seen(self, item: Item) -> PeopleSee:
        picture = 200 if self.is_wide and not is_low(self.look) else 0
        heading = self.words("How people will see it")
        self.seen = PeopleSee(self.look, self.of_language, item, heading, picture)
        return self.seen

    def _end(self) -> QLayout:
        words = self.words
        self.ships = self.button(words("Back to the words that ship"), "rotate-ccw", self.ship)
        self.unkept = self.text("", 20, SEMIBOLD, "amber")
        self.keeping = self.button(words("Keep as a new version"), "check", self.keep, MAIN)
        end = self.row(self.ships, self.unkept, self.keeping, gap=20)
        end.setStretch(1, 1)
        return end

    def _really(self) -> QWidget:
        """What is typed would be lost: keep it first, or leave it."""
        answers = [
            Answer(self.words("Keep as a new version"), "check", self._keep_and_leave),
            Answer(self.words("Leave, and forget what I typed"), "x", self._leave),
        ]
        return question_card(self.look, self.words("Your new words are not kept yet."), answers, SMALL)

    def field(self, key: str, label: str, text: str) -> QWidget:
        """A field below its label, in the language of the questions."""
        text = self.draft.texts.get((self.chosen, key), text)
        if self.stage.one_screen:
            touch = TouchField(self.look, label, text, 24)
            touch.clicked.connect(lambda: self.line.open(label, text, partial(self._written, key)))
            return labelled(self.look, label, touch)
        line = Line(self.look, label, text, 24, language=self.of_language)
        line.setLayoutDirection(words_in(self.of_language).direction)
        if self.of_language == "ur":  # Nastaliq goes high above its line, and far below
            line.setMinimumHeight(self.look.text(24) * 4)
        line.textChanged.connect(partial(self._type, key))
        return labelled(self.look, label, line)

    # What is typed

    def _type(self, key: str, text: str) -> None:
        self.draft.texts[self.chosen, key] = text
        self.leaving = False
        self._show_typed()

    def _written(self, key: str, text: str) -> bool:
        self._type(key, text)
        self.line.close()
        self.rebuild()
        return True

    def _show_typed(self) -> None:
        """What is typed, as people will see it, how it reads, and whether it is kept."""
        form, item, words = self.form, self.item, self.words
        typed = None if item is None else self.typed_words(item)
        if typed is not None and self.seen is not None:
            self.seen.show_words(typed, self._sentences(typed))
        if self.reading is not None:
            about = parts.about_as_typed(form, self.draft)[1]
            said = about if typed is None else [typed.question, *typed.sentences, *typed.more]
            self.reading.look_at("\n".join(said))
        changed = parts.is_changed(form, self.draft)
        self.unkept.say(words("These words are not kept yet.") if changed else self._which_version())
        self.unkept.colour("amber" if changed else "ink2")
        self.keeping.lock("" if changed else words("Nothing is changed yet."))
        ships = form.version == self.shipped.version
        self.ships.lock(words("These are the words that ship.") if ships else "")

    def _which_version(self) -> str:
        form, words = self.form, self.words
        if form.version == self.shipped.version:
            said = words("These are the words that ship.")
        else:
            number = form.version.rpartition(" ")[2]
            said = words("Kept: your version {v}. New answers are given to these words.", v=number)
        unread = words("Somebody who speaks this language has to read them first.")
        return said if form.checked or self.of_language == "en" else f"{said} {unread}"

    def _sentences(self, typed: ItemWords) -> tuple[str, ...]:
        """The sentences with the day, as people see them."""
        until, day = parts.about_as_typed(self.form, self.draft)[0], self.room.workshop.change_until
        if day is None or until.count("{date}") != 1:
            return typed.sentences
        return (*typed.sentences[:-1], until.replace("{date}", words_in(self.of_language).date(day)))

    def rebuild(self) -> None:
        """What somebody writes in the panel stays above."""
        super().rebuild()
        self.line.stay_above()

    def on_change(self, change: Change) -> None:
        """What is shown here has changed."""
        if any(c.table in SHOWN for c in change.diff):
            self.rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel stays in sight."""
        super().resizeEvent(event)
        self.line.place()

    # Acts

    def show_part(self, key: str) -> None:
        """Show another question, what is the same for all, or the rules."""
        self.chosen = key
        self.rebuild()

    def show_language(self, language: str) -> None:
        """Show the questions in another language; what is typed in this one stays."""
        self.of_language = language
        self.rebuild()

    def ask(self, item: Item, on: bool) -> None:
        """Ask this question, or do not."""
        self.draft.asked[item] = on
        self.rebuild()

    def keep(self) -> bool:
        """Keep what is typed as a new version; what cannot be asked stays as it is typed."""
        draft, form = self.draft, self.form
        until, about = parts.about_as_typed(form, draft)
        items = parts.changed_questions(form, draft)
        people = self.room.session.people
        if not self.did(people.change_form, items, self.of_language, until=until, about=about):
            return False
        draft.clear()
        self.leaving = False
        self.rebuild()
        return True

    def ship(self) -> None:
        """Ask in the words that ship again."""
        self.draft.clear()
        if self.did(self.room.session.people.use_shipped_form, self.of_language):
            self.rebuild()

    def set_parents_told(self, on: bool) -> None:
        """Keep the rule for people aged 16 and 17."""
        self.did(self.room.session.people.set_rules, parents_told=on)

    def set_years(self, years: int) -> None:
        """Keep for how many years a yes counts."""
        self.did(self.room.session.people.set_rules, consent_years=years)

    def hear_it(self) -> None:
        """Read the question aloud as it is typed."""
        if self.item is not None:
            typed = self.typed_words(self.item)
            self.hear(" ".join((typed.question, *self._sentences(typed))), self.of_language)

    def go_back(self) -> None:
        """Back to where this page was called from; what is typed is asked about first."""
        unkept = [code for code, draft in self.drafts.items() if self._is_unkept(code, draft)]
        if not unkept or self.leaving:
            self._leave()
            return
        self.of_language, self.leaving = unkept[0], True
        self.rebuild()

    def _is_unkept(self, language: str, draft: Draft) -> bool:
        return parts.is_changed(self.room.session.people.form(language), draft)

    def _keep_and_leave(self) -> None:
        if self.keep():
            self.go_back()

    def _leave(self) -> None:
        self.stage.show_desk(self.back)


PAGE = ConsentWordsPage
