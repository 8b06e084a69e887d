"""Answering the consent questions, signing, and what is asked in which words."""

import math
from collections import Counter
from dataclasses import replace

from workshop.domain.forms import ConsentForm, FormWords, ItemWords, changed
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Form, Item, Medium, Said, Support
from workshop.domain.labels import Label
from workshop.domain.persons import Answer, Signature, Wording
from workshop.domain.records import Record
from workshop.domain.words import check_language, must_say, tidy_line
from workshop.errors import RuleBroken
from workshop.session import own_words
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart
from workshop.session.resources import consent_form, consent_languages

MOST_YEARS = 20


class Consenting(PeoplePart):
    """What people agree to."""

    @action
    def consent(
        self,
        person: PersonId,
        item: Item,
        answer: Said,
        medium: Medium = Medium.SCREEN,
        support: list[Support] | None = None,
        guardian: Said | None = None,
        assent: Said | None = None,
        language: str = "en",
        shape: Form = Form.SCREEN,
        taken_by: str = "",
        form: str = "",
    ) -> None:
        """Keep one answer to one consent question; a young person's own No (assent) always wins.

        `form` is the version of the questions that was read, "" for the one that is asked now; its words
        are kept with the answer. `taken_by` is who wrote the answer down, where somebody did.
        """
        self._person(person)
        if answer is Said.TAKEN_BACK:
            raise RuleBroken("Taking back has a way of its own: withdraw. Nothing was changed.")
        if answer is Said.YES and not self.form(language).asks(item):
            raise RuleBroken("This workshop does not ask that. It counts as No. Nothing was changed.")
        own = answer if assent in (None, Said.YES) else assent
        kept = replace(
            self._answer(person, item, own or answer, 1, check_language(language), form),
            medium=medium,
            guardian=guardian,
            support=tuple(dict.fromkeys(support or [])),
            shape=shape,
            taken_by=tidy_line(taken_by),
        )
        self._keep(kept)

    def _keep(self, answer: Answer) -> None:
        """Keep an answer with its words. Their own notes go out of sight with a No, and return with a Yes."""
        about_words, yes = answer.item in own_words.ABOUT_WORDS, answer.said is Said.YES
        away = own_words.put_away(self._context, answer.person) if about_words and not yes else []
        rows: list[Record] = [answer, *self._wordings([answer]), *away]
        self._context.store.apply(Label.ANSWER_CONSENT, rows, lasting=bool(away))
        if about_words and yes:
            back = own_words.given_back(self._context, answer.person)
            self._context.store.apply(Label.RESTORE_NOTE, back, lasting=True)

    @action
    def sign(
        self,
        person: PersonId,
        strokes: list[list[float]] | None = None,
        said_aloud: bool = False,
        on_paper: bool = False,
        witness: str = "",
    ) -> None:
        """Sign with a finger (strokes of x, y, x, y …), out loud before a witness, or on paper."""
        self._person(person)
        if not (strokes or said_aloud or on_paper):
            raise RuleBroken("Please sign, say it out loud, or sign on paper. Nothing was changed.")
        if said_aloud:
            must_say(tidy_line(witness), "the name of who heard it")
        lines = tuple(tuple(stroke) for stroke in strokes or [])
        if not all(math.isfinite(number) for line in lines for number in line):
            raise RuleBroken("A stroke is made of numbers. Nothing was changed. Please sign again.")
        signature = Signature(self._context.new_id(), person, lines, said_aloud, on_paper, tidy_line(witness))
        self._context.store.apply(Label.SIGN, [signature])

    # In which words

    @action
    def change_form(
        self,
        items: list[ItemWords],
        language: str = "en",
        until: str | None = None,
        about: list[str] | None = None,
    ) -> None:
        """Ask these questions in other words, or not at all: a new version. Answers keep the old words."""
        before = self.form(check_language(language))
        if before.language != language:
            raise RuleBroken("There are no questions in this language. Nothing was changed.")
        after = changed(before, items, until, about)
        if after != before:
            self._keep_version(replace(after, checked=False))

    @action
    def use_shipped_form(self, language: str = "en") -> None:
        """Ask in the words that ship again; which questions are asked, and all answers, stay as they are."""
        before, shipped = self.form(check_language(language)), consent_form(language)
        if before.version != shipped.version:
            asked = (replace(words, asked=before.asks(words.item)) for words in shipped.items)
            self._keep_version(replace(shipped, items=tuple(asked)))

    def _keep_version(self, form: ConsentForm) -> None:
        self._refuse_words_of_another_question(form)
        number = self._context.store.next_number(FormWords)
        words = FormWords(
            self._context.new_id(), number, form.language, form.items, form.until, form.about, form.checked
        )
        self._context.store.apply(Label.CHANGE_FORM, [words])

    def _refuse_words_of_another_question(self, form: ConsentForm) -> None:
        """The words prove what was answered: they must never have asked for something else."""
        shipped = (words for language in consent_languages() for words in consent_form(language).items)
        own = (words for version in self._context.store.all(FormWords) for words in version.items)
        meant = {words.text_hash: words.item for words in (*shipped, *own)}
        meant |= {wording.id: wording.item for wording in self._context.store.all(Wording)}
        if any(meant.get(words.text_hash, words.item) is not words.item for words in form.items):
            raise RuleBroken("These words asked for something else before. Nothing was changed.")

    def answers_by_version(self, item: Item) -> dict[tuple[str, str], int]:
        """How many answers were given to each version of one question, by version and language."""
        mine = (
            a for a in self._context.store.all(Answer) if a.item is item and a.said is not Said.TAKEN_BACK
        )
        return dict(Counter((a.form, a.language) for a in mine))

    @action
    def set_rules(self, parents_told: bool | None = None, consent_years: int | None = None) -> None:
        """Say whether a parent of somebody aged 16 or 17 is told, and for how many years a yes counts.

        The years are for answers from now on: those given keep theirs.
        """
        day = self._context.workshop
        years = day.consent_years if consent_years is None else consent_years
        if not 1 <= years <= MOST_YEARS:
            raise RuleBroken(f"A yes counts for 1 to {MOST_YEARS} years. Nothing was changed.")
        told = day.parents_told if parents_told is None else parents_told
        self._context.store.apply(Label.SET_RULES, [replace(day, parents_told=told, consent_years=years)])

    def keep_words_of_old_answers(self) -> None:
        """Keep the words of answers that were given when only their hash was kept: a file of before then."""
        answers = self._context.store.all(Answer)
        self._context.store.apply(Label.ANSWER_CONSENT, self._wordings(answers))
