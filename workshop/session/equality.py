"""Equality questions: a sealed box that takes sheets in, and the counts once it is closed for good."""

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from workshop.domain import equality
from workshop.domain.equality import ShownTable
from workshop.domain.equality_form import (
    Answers,
    EqualityCounts,
    EqualityForm,
    counted,
    form_of,
    rows_of,
)
from workshop.domain.gate import people_present
from workshop.domain.kinds import DayState, SmallNumbers
from workshop.domain.labels import Label
from workshop.domain.small_numbers import FEWEST_SHOWN, Rule
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context
from workshop.session.people_part import PeoplePart
from workshop.session.resources import TEMPLATES
from workshop.storage.equality import FOLDER, EqualityBox, keep_counts

DEFAULT_LIST = "england_wales_2021_1"
MOST_SMALLEST = 50


@dataclass(frozen=True)
class SheetsIn:
    """All that is known of the box: how many sheets were handed in."""

    sheets: int


@cache
def _forms() -> dict[tuple[str, str], EqualityForm]:
    """Every list that ships with this version, by its version and language."""
    files = sorted(TEMPLATES.glob("equality_*.json"))
    forms = (form_of(json.loads(file.read_text(encoding="utf-8"))) for file in files)
    return {(form.version, form.language): form for form in forms}


def equality_lists() -> tuple[EqualityForm, ...]:
    """The lists that can be chosen, each in English; the usual one first."""
    lists = [form for (_, language), form in _forms().items() if language == "en"]
    return tuple(sorted(lists, key=lambda form: (form.version != DEFAULT_LIST, form.version)))


def equality_form(version: str = DEFAULT_LIST, language: str = "en") -> EqualityForm:
    """A list in a language; in English where it is not in that one. RuleBroken when there is no such list."""
    form = _forms().get((version, language)) or _forms().get((version, "en"))
    if form is None:
        raise RuleBroken("There is no such list of equality questions. Nothing was changed.")
    return form


class Equality(PeoplePart):
    """Who came, in counts. A sheet is nobody's, and cannot be seen, changed or taken out again."""

    @property
    def _boxes(self) -> Path:
        return self._context.place.folder / FOLDER

    @action
    def open_equality(self, list_: str = DEFAULT_LIST) -> None:
        """Open the box for equality answers to this list; it can be counted once in a workshop."""
        workshop = self._context.need_open_day()
        form = equality_form(list_)
        if self.equality_list():
            raise RuleBroken("The box for equality answers is open already. Nothing was changed.")
        if workshop.equality_sheets:
            raise RuleBroken(
                "The equality answers of this workshop are counted. Nothing was changed. "
                "A second count beside the first would tell who came late."
            )
        EqualityBox.make(self._boxes, form.version, self._context.place.data_key).close()

    @action
    def equality(self, answers: dict[str, list[str] | str]) -> SheetsIn:
        """Hand in one sheet: at most one answer to a question, or a list where several can be chosen."""
        form = equality_form(self._need_open())
        given: Answers = answers
        rows = rows_of(form, given)
        with _box(self._context) as box:
            box.hand_in(rows)
            return SheetsIn(box.count() // form.rows_a_sheet)

    @action
    def close_equality(self) -> SheetsIn:
        """Count the equality answers, keep the counts, and destroy the sheets and their key."""
        self._need_open()
        return SheetsIn(count_equality(self._context))

    @action
    def throw_away_equality(self) -> None:
        """Destroy the equality answers unread and uncounted; the box can be opened again."""
        EqualityBox.destroy_files(self._boxes, self._need_open())

    @action
    def set_small_numbers(self, rule: SmallNumbers, smallest: int = FEWEST_SHOWN) -> None:
        """Say how counts of people are kept from telling who is meant; never fewer than 5 is shown."""
        if not FEWEST_SHOWN <= smallest <= MOST_SMALLEST:
            raise RuleBroken(
                f"The least count shown is between {FEWEST_SHOWN} and {MOST_SMALLEST}. Nothing was changed."
            )
        changed = replace(self._context.workshop, small_numbers=rule, smallest=smallest)
        self._context.store.apply(Label.SET_RULES, [changed])

    def put_equality_in_order(self) -> None:
        """After a stop: destroy a box that was counted, or of which the file or the key is gone."""
        workshop = self._context.workshop
        over = bool(workshop.equality_sheets) or workshop.state is DayState.CLOSED
        for id_ in EqualityBox.ids_in(self._boxes):
            if over or not EqualityBox.exists(self._boxes, id_):
                EqualityBox.destroy_files(self._boxes, id_)

    # Reading

    def equality_list(self) -> str:
        """The version of the list that is asked now; "" while no box is open."""
        return _open_list(self._context)

    def equality_sheets(self) -> int:
        """How many sheets are in the box, or were in it when it was counted."""
        version = self.equality_list()
        if not version:
            return self._context.workshop.equality_sheets
        with _box(self._context) as box:
            return box.count() // equality_form(version).rows_a_sheet

    def equality_rule(self) -> Rule:
        """How this workshop keeps small counts back."""
        return Rule.of(self._context.workshop.small_numbers, self._context.workshop.smallest)

    def equality_summary(self, language: str = "en") -> tuple[ShownTable, ...]:
        """The counts as they may be printed; () before the box is closed, and of too few people."""
        counts = EqualityCounts.read(self._context.store.equality_counts())
        if counts is None:
            return ()
        form = equality_form(counts.version, language)
        present = people_present(self._context.store.snapshot())
        return equality.summary(counts, form, self.equality_rule(), present)

    def _need_open(self) -> str:
        version = self.equality_list()
        if not version:
            raise RuleBroken("No box for equality answers is open. Nothing was changed.")
        return version


def count_equality(context: Context) -> int:
    """Count what is in the box and destroy it; how many sheets there were, 0 where no box is open.

    The counts and their number are one act, so a stop leaves either the sheets or the counts.
    """
    version = _open_list(context)
    if not version:
        return context.workshop.equality_sheets
    context.keep_moment()
    with _box(context) as box:
        counts = counted(equality_form(version), box.empty_out())
        changed = replace(context.workshop, equality_sheets=counts.sheets)
        store, stored = context.store, counts.stored()
        store.apply(
            Label.COUNT_EQUALITY,
            [changed],
            lasting=True,
            also=lambda _: keep_counts(store.database, stored),
        )
        box.destroy()
    return counts.sheets


def _open_list(context: Context) -> str:
    """The list of the box that takes sheets in; one that was counted takes none, even while it is there."""
    if context.workshop.equality_sheets:
        return ""
    return next(iter(EqualityBox.ids_in(context.place.folder / FOLDER)), "")


def _box(context: Context) -> EqualityBox:
    return EqualityBox.open(context.place.folder / FOLDER, _open_list(context), context.place.data_key)
