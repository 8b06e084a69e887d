"""In which words an act is offered to be taken back."""

import pytest

from ui.parts.undo import sentence
from ui.words import words_in
from workshop.domain.labels import Label
from workshop.domain.taking_back import OF_PEOPLE
from workshop.session.looking_back import Recent


def said(label: Label, what: str = "", many: int = 1, language: str = "en") -> str:
    """The line of an act."""
    return sentence(Recent(1, label, what, many), words_in(language))


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
    assert said(Label.START_STEP, "Write what matters") == "Start step: Write what matters"
    assert said(Label.TAG_NOTES, "", 3) == "Tag note: 3 notes"
    assert said(Label.HIDE_WRITING) == "Hide writing"
