"""The consent questions in other words: by finger and by keys, kept as a version, or left as they were."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.parts import consent_words as parts
from ui.screens.consent_words import ConsentWordsPage
from ui.stage import Shown
from ui.widgets.touch import REPEAT_S
from workshop.domain.kinds import Item, Said
from workshop.session.resources import consent_form

PHOTO = Item.PHOTO_REPORT
SHIPPED = consent_form().of(PHOTO)
OURS = "May we put you on our wall?"


def opened(table: Table, item: Item = PHOTO) -> ConsentWordsPage:
    page = table.show_desk("consent_words", item=item)
    assert isinstance(page, ConsentWordsPage)
    return page


def typed(page: ConsentWordsPage, field: str, words: str) -> None:
    """Type into a field."""
    line = find(page, field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, words)
    settle()


def touched_in(page: ConsentWordsPage, field: str, words: str) -> None:
    """With one screen: touch the field, type in its panel, touch Done."""
    touch(page, field)
    assert page.line.writer is not None
    page.line.writer.field.clear()
    QTest.keyClicks(page.line.writer.field, words)
    touch(page, "Done")


def test_new_words_are_kept_as_a_version_and_asked_next(two_screens: Table) -> None:
    session = two_screens.session
    person = session.people.arrive("Amina", []).person
    session.people.consent(person, PHOTO, Said.YES)
    page = opened(two_screens)
    assert "1 answer to the words that ship (English)" in words_on(page)
    typed(page, "The question", OURS)
    assert words_on(page).count(OURS) == 2  # in the field, and as people will see it
    assert "These words are not kept yet." in words_on(page)
    touch(page, "Keep as a new version")
    assert session.people.form().of(PHOTO) == replace(SHIPPED, question=OURS)
    assert session.people.form().version == "own 1"
    assert "Kept: your version 1." in words_on(page)
    (answer,) = session.people.answers_by_version(PHOTO)
    assert answer == ("1", "en")  # nothing was upgraded


def test_from_the_list_of_people_to_new_words_and_back(two_screens: Table) -> None:
    two_screens.show_desk("people_more")
    touch(two_screens.desk, "The consent questions")
    touch(two_screens.desk, "Take my photo")
    page = two_screens.desk.page
    assert isinstance(page, ConsentWordsPage)
    typed(page, "The question", OURS)
    touch(page, "Keep as a new version")
    touch(page, "Back")
    assert two_screens.stage.desk == Shown("people_more")
    assert two_screens.session.people.form().of(PHOTO).question == OURS


def test_with_one_screen_words_are_written_in_a_panel(table: Table) -> None:
    page = opened(table)
    touched_in(page, "First sentence", "You choose which one.")
    touched_in(page, "Second sentence, if you need one", "")
    touch(page, "Keep as a new version")
    sentences = ("You choose which one.", SHIPPED.sentences[-1])
    assert table.session.people.form().of(PHOTO) == replace(SHIPPED, sentences=sentences)


def test_a_question_is_switched_off_and_the_web_with_the_photo(two_screens: Table) -> None:
    page = opened(two_screens)
    touch(page, "We ask this. If not, it counts as No.")
    touch(page, "Keep as a new version")
    form = two_screens.session.people.form("ur")
    assert [item for item in Item if not form.asks(item)] == [PHOTO, Item.PHOTO_WEB]
    touch(page, "Show my photo on the web")
    assert "Not asked, because the photo is not asked." in words_on(page)
    touch(page, "Take part today")
    assert "This is always asked." in words_on(page)
    assert "on the screen of who wants more questions" not in words_on(page)
    touch(page, "Invite me again")
    assert "on the screen of who wants more questions" in words_on(page)


def test_the_words_that_ship_come_back(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "The question", OURS)
    touch(page, "Keep as a new version")
    touch(page, "Back to the words that ship")
    assert two_screens.session.people.form() == consent_form()
    line = find(page, "The question")
    assert isinstance(line, QLineEdit) and line.text() == SHIPPED.question
    two_screens.session.undo()
    settle()
    line = find(page, "The question")
    assert isinstance(line, QLineEdit) and line.text() == OURS


def test_what_cannot_be_asked_stays_as_it_was_typed(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "The question", "")
    touch(page, "Keep as a new version")
    assert two_screens.session.people.form() == consent_form()
    assert "the words of the question" in words_on(two_screens.desk)
    typed(page, "The question", OURS)
    QTest.qWait(round(REPEAT_S * 1000) + 50)  # sooner it would be the same touch
    touch(page, "Keep as a new version")
    assert two_screens.session.people.form().of(PHOTO).question == OURS


def test_hard_words_are_said_while_they_are_typed(two_screens: Table) -> None:
    page = opened(two_screens)
    assert "Easy to read. Short sentences, no hard words." in words_on(page)
    typed(page, "First sentence", "We accommodate additional stakeholders.")
    assert "This word is hard: accommodate." in words_on(page)


def test_each_language_has_words_of_its_own_and_keeps_what_is_typed(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "The question", OURS)
    touch(page, "Polski")
    polish = consent_form("pl").of(PHOTO)
    assert polish.question in words_on(page)
    typed(page, "The question", "Czy mozemy?")
    touch(page, "English")
    assert OURS in words_on(page)
    touch(page, "Keep as a new version")
    touch(page, "Polski")
    touch(page, "Keep as a new version")
    people = two_screens.session.people
    assert [people.form(language).of(PHOTO).question for language in ("en", "pl", "cy")] == [
        OURS,
        "Czy mozemy?",
        consent_form("cy").of(PHOTO).question,
    ]


def test_people_see_the_day_until_which_they_can_change_their_mind(two_screens: Table) -> None:
    two_screens.session.plan.set_details(change_until=date(2026, 8, 14))
    page = opened(two_screens)
    assert "You can change your mind until 14 August." in words_on(page)
    touch(page, "Who asks, and how long")
    typed(page, "The last sentence, once the day is known", "Change your mind until {date}.")
    typed(page, "How long it is kept", "We keep them for two years.")
    touch(page, "Keep as a new version")
    form = two_screens.session.people.form()
    assert (form.until, form.about[2]) == ("Change your mind until {date}.", "We keep them for two years.")
    touch(page, "Take my photo")
    assert "Change your mind until 14 August." in words_on(page)


def test_the_rules_are_kept_at_once(two_screens: Table) -> None:
    page = opened(two_screens)
    touch(page, "Rules")
    touch(page, "Tell a parent of anybody who is 16 or 17")
    for _ in range(2):
        touch(page, "One year less")
    day = two_screens.session.day()
    assert (day.parents_told, day.consent_years) == (True, 3)


@pytest.mark.parametrize("answer", ["Keep as a new version", "Leave, and forget what I typed"])
def test_nobody_loses_words_by_going_back(two_screens: Table, answer: str) -> None:
    page = opened(two_screens)
    typed(page, "The question", OURS)
    touch(page, "Back")
    assert two_screens.stage.desk.page == "consent_words"
    assert "Your new words are not kept yet." in words_on(page)
    touch(page, answer)
    settle()
    assert two_screens.stage.desk == Shown("people_more")
    kept = OURS if answer.startswith("Keep") else SHIPPED.question
    assert two_screens.session.people.form().of(PHOTO).question == kept


def test_without_new_words_the_way_back_is_one_touch(two_screens: Table) -> None:
    page = opened(two_screens)
    touch(page, "Back")
    assert two_screens.stage.desk == Shown("people_more")


def test_nothing_can_be_kept_before_something_is_changed(two_screens: Table) -> None:
    page = opened(two_screens)
    touch(page, "Keep as a new version")
    assert two_screens.session.people.form() == consent_form()
    assert "Nothing is changed yet." in words_on(two_screens.desk)


def test_answers_that_come_in_meanwhile_take_no_letter_away(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "The question", OURS)
    person = two_screens.session.people.arrive("Amina", []).person
    two_screens.session.people.consent(person, PHOTO, Said.YES)
    settle()
    line = find(page, "The question")
    assert isinstance(line, QLineEdit) and line.text() == OURS
    assert "1 answer to the words that ship (English)" in words_on(page)


@pytest.mark.parametrize("key", [PHOTO.value, parts.ABOUT_US, parts.RULES])
def test_every_part_holds_on_a_small_laptop_in_the_largest_letters(table: Table, key: str) -> None:
    table.desk.mm_per_px = 0.253
    table.desk.resize(1366, 768)
    table.stage.taste(Side.FACILITATOR, text_size=TextSize.LARGEST)
    page = opened(table)
    page.show_part(key)
    settle()
    assert wrong_with(page) == []
    assert "Keep as a new version" in names(page)
