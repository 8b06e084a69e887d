"""Which act people's "Undo" is about, and in which words it is offered."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from ui.parts.undo import FRESH, OF_PEOPLE, sentence, to_take_back
from ui.words import words_in
from workshop.domain.history import Entry
from workshop.domain.labels import Label
from workshop.session.looking_back import Recent

NOW = datetime(2026, 3, 5, 13, 10)


def acted(**ago: int) -> Callable[[int], datetime | None]:
    """A record of what happened in which every act is this old."""
    return lambda seq: NOW - timedelta(**ago)


def acts(*labels: Label) -> tuple[Entry, ...]:
    """Acts that can be undone, given and numbered in the order they were done; the latest comes first."""
    return tuple(Entry(seq, label) for seq, label in enumerate(labels, start=1))[::-1]


@pytest.mark.parametrize("label", Label)
def test_only_what_people_do_at_the_board_is_theirs_to_take_back(label: Label) -> None:
    found = to_take_back(acts(label), acted(seconds=1), NOW)
    assert found == (Entry(1, label) if label in OF_PEOPLE else None)


def test_neither_hiding_nor_the_plan_nor_the_vote_is_among_them() -> None:
    desk = {Label.WITHHOLD_NOTE, Label.START_STEP, Label.SET_SCOPE, Label.HIDE_WRITING, Label.REVEAL}
    desk |= {Label.PROMISE, Label.REVIEW_NAMES, Label.OPEN_ROUND, Label.DECIDE, Label.RESTORE_NOTE}
    assert not desk & OF_PEOPLE


def test_it_is_the_last_of_theirs_whatever_the_desk_did_since() -> None:
    done = acts(Label.ADD_NOTE, Label.MOVE_NOTES, Label.START_STEP)
    assert to_take_back(done, acted(seconds=1), NOW) == Entry(2, Label.MOVE_NOTES)


def test_an_act_is_fresh_for_two_minutes() -> None:
    (added,) = acts(Label.ADD_NOTE)
    assert to_take_back([added], lambda _: NOW - FRESH, NOW) == added
    assert to_take_back([added], acted(minutes=2, seconds=1), NOW) is None


def test_where_nothing_was_done_or_nobody_knows_when_there_is_nothing() -> None:
    assert to_take_back([], acted(seconds=1), NOW) is None
    assert to_take_back(acts(Label.ADD_NOTE), lambda _: None, NOW) is None


# In words


def said(label: Label, what: str = "", many: int = 1, language: str = "en") -> str:
    """The line of an act."""
    return sentence(Recent(1, label, NOW, what, many), words_in(language))


def test_an_act_is_said_with_the_first_words_of_its_note() -> None:
    assert said(Label.MOVE_NOTES, "Parking cost £14") == "Moved: Parking cost £14"
    assert said(Label.MOVE_NOTES, "", 3) == "Moved: 3 notes"
    assert said(Label.ADD_NOTE) == "Written: a note"
    assert said(Label.MAKE_GROUP) == "New group: a group without a name"


def test_words_with_braces_are_words() -> None:
    assert said(Label.EDIT_NOTE, "{what} {x}") == "Changed: {what} {x}"


def test_a_note_in_another_direction_keeps_its_own() -> None:
    assert said(Label.ADD_NOTE, "کتاب") == "Written: \u2068کتاب\u2069"
    assert "\u2068" not in said(Label.ADD_NOTE, "کتاب", language="ur")


@pytest.mark.parametrize("label", sorted(OF_PEOPLE - {Label.MAKE_GROUP}))  # it is called so itself
def test_all_that_people_do_has_its_own_words(label: Label) -> None:
    assert said(label, "x") != f"{label.capitalize()}: x"


def test_what_only_the_desk_does_is_said_by_its_name() -> None:
    assert said(Label.SET_INBOX, "x") == "Collect notes first: x"
