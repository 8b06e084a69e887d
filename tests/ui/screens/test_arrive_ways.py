"""An arrival by keys alone, by a screen reader, in Urdu, at private size; and from one person to the next."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.arriving import (
    answer,
    arrive_as,
    by_key,
    by_reader,
    draw,
    page_name,
    said,
    to_the_signature,
    told,
    type_name,
)
from tests.ui.given import Table, find, names, settle, touch, words_on, write
from tests.ui.sample import start
from ui.look import Side
from ui.parts.arrival import QUESTIONS, arriving, begin_arrival, further
from ui.parts.arrival_page import ArrivalPage
from ui.screens.arrive_next import ArriveNextPage
from ui.widgets.button import Button
from ui.widgets.icon import Picture
from ui.widgets.progress import Segments
from ui.words import words_in
from workshop.domain.kinds import Item, Medium, Said, Support, Voice
from workshop.domain.persons import Answer, Person, Signature
from workshop.session.resources import consent_form

SIX = [(item, Said.NO if item is Item.PHOTO_REPORT else Said.YES) for item in QUESTIONS]
BIG = {
    "43 inches, 4K": (3840, 2160, 0.248),
    "43 inches": (1920, 1080, 0.496),
    "27 inches": (2560, 1440, 0.2335),
}


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ArrivalPage, "settles_s", 0.0)


@pytest.fixture
def visit(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """The next person has come to a screen of 24 inches."""
    table = Table(tmp_path / "day", mm=0.277)
    table.begin()
    begin_arrival(table.stage)
    settle()
    yield table
    table.close()


def at_arrivals(table: Table) -> None:
    """People arrive."""
    table.session.plan.create("Leaving hospital", template="half-day")
    start(table.session, "arrivals")
    settle()


# Keys, and a screen reader


def test_a_whole_arrival_by_keys_alone(visit: Table) -> None:
    focused = visit.people.focusWidget()
    assert isinstance(focused, QLineEdit)  # the name may be typed at once
    QTest.keyClicks(focused, "Amina")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()
    for name in ("Carers", "Staff", "Next", "Staff"):
        by_key(visit, name)
    for word in ("Yes", "Yes", "No", "Yes"):
        by_key(visit, word, Qt.Key.Key_Return)
    by_key(visit, "Back")
    for name in ("Yes", "Yes", "Take my photo: No", "No", "What helped you?", "More time", "Next"):
        by_key(visit, name)
    for name in ("I signed on paper", "Finish"):
        by_key(visit, name)
    assert page_name(visit) == "arrive_done"
    (person,) = visit.session.all(Person)
    assert (person.called, person.voices, person.here_as) == (
        "Amina",
        (Voice.CARER, Voice.STAFF),
        Voice.STAFF,
    )
    assert visit.session.all(Signature)[0].on_paper
    last = {item: answered for item, answered in said(visit)}
    assert last[Item.PHOTO_REPORT] is Said.NO and last[Item.CONTACT_RESULTS] is Said.YES
    by_key(visit, "Done")
    assert visit.stage.visit == {}


def test_a_whole_arrival_by_a_screen_reader(visit: Table) -> None:
    field = QAccessible.queryAccessibleInterface(find(visit.people, "What shall we call you?"))
    assert field is not None and field.role() == QAccessible.Role.EditableText
    field.setText(QAccessible.Text.Value, "Amina")
    by_reader(visit, "Next", "Carers", "Next")
    page = told(visit)["Do you want to take part today? Page 3 of 8"]
    assert page.childCount() > 0
    heard = told(visit)
    for name in ("Yes", "No", "Hear this page", "More about this", "Ask for help", "Back"):
        assert heard[name].role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
        assert heard[name].actionInterface() is not None
    assert heard["Yes"].text(QAccessible.Text.Description) == "Do you want to take part today?"
    assert not heard["Yes"].state().checked and not heard["No"].state().checked
    by_reader(visit, "Yes", "Yes", "No", "Yes", "Yes", "I signed on paper", "Finish")
    assert "Thank you, Amina." in told(visit)
    assert [answered for _, answered in said(visit)] == [Said.YES, Said.YES, Said.NO, Said.YES, Said.YES]
    by_reader(visit, "Done")
    assert "Thank you, Amina." not in told(visit)


def test_a_screen_reader_hears_what_was_chosen(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes", "Back")
    assert told(visit)["Yes"].state().checked and not told(visit)["No"].state().checked


def test_a_tick_that_comes_too_early_looks_like_no_answer(
    visit: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive_as(visit)
    monkeypatch.setattr(ArrivalPage, "settles_s", 60.0)
    by_reader(visit, "Yes")
    assert said(visit) == [] and not told(visit)["Yes"].state().checked


# Urdu


def test_in_urdu_the_order_is_mirrored_and_ticks_are_not(visit: Table) -> None:
    arrive_as(visit)
    left = {name: _left(visit, name) for name in ("Yes", "No", "Back", "Ask for help")}
    assert left["Yes"] < left["No"] and left["Back"] < left["Ask for help"]
    visit.stage.taste(Side.PEOPLE, language="ur")
    settle()
    urdu = words_in("ur")
    page = visit.people.page
    assert page is not None and page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert _left(visit, urdu("Yes")) > _left(visit, urdu("No"))
    assert _left(visit, urdu("Back")) > _left(visit, urdu("Ask for help"))
    progress, picture = page.findChild(Segments), page.findChild(Picture)
    assert progress is not None and progress.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert picture is not None
    assert picture.mapTo(visit.people, picture.rect().center()).x() > visit.people.width() / 2
    yes = find(visit.people, urdu("Yes"))
    assert isinstance(yes, Button) and yes.icon_name == "check"
    answer(visit, urdu("Yes"), urdu("Yes"), urdu("No"), urdu("No"), urdu("No"))
    assert page_name(visit) == "arrive_sign"
    assert {a.language for a in visit.session.all(Answer)} == {"ur"}


def _left(table: Table, name: str) -> int:
    thing = find(table.people, name)
    return thing.mapTo(table.people, thing.rect().topLeft()).x()


# At private size


@pytest.mark.parametrize("size", BIG)
def test_on_a_big_screen_a_page_is_small_low_and_whole(size: str, qtbot: QtBot, tmp_path: Path) -> None:
    width, height, mm = BIG[size]
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    begin_arrival(table.stage)
    settle()
    for _ in range(2):  # the name, then a question
        page = table.people.page
        assert page is not None and page.look.private
        assert page.width() * mm == pytest.approx(300, abs=2)
        assert page.height() * mm == pytest.approx(210, abs=2)
        below = table.people.height() - page.geometry().bottom()
        assert below < page.geometry().top() and below * mm < 50
        assert "More" not in names(table.people)  # nothing is out of sight
        if page_name(table) == "arrive_name":
            arrive_as(table)
    answer(table, "Yes", "Yes", "No", "No", "No", "Go on to sign")
    assert "More" not in names(table.people)
    draw(table)
    answer(table, "Finish")
    assert len(table.session.all(Signature)) == 1
    table.close()


def test_a_private_page_looks_the_same_on_every_big_screen(qtbot: QtBot, tmp_path: Path) -> None:
    shares = set()
    for size, (width, height, mm) in BIG.items():
        table = Table(tmp_path / size, width=width, height=height, mm=mm)
        table.begin()
        begin_arrival(table.stage)
        settle()
        page = table.people.page
        assert page is not None
        shares.add(round(page.look.px(100) / page.width(), 2))
        table.close()
    assert len(shares) == 1


# As which one


def test_of_several_one_is_chosen_for_today(visit: Table) -> None:
    type_name(visit, "Amina")
    answer(visit, "Next", "Carers", "Others", "Next")
    assert page_name(visit) == "arrive_today_as"
    assert "Staff" not in names(visit.people)
    answer(visit, "Carers")
    (person,) = visit.session.all(Person)
    assert (person.voices, person.here_as) == ((Voice.CARER, Voice.OTHER), Voice.CARER)
    answer(visit, "Back", "Back", "Carers", "Next")
    assert page_name(visit) == "arrive_question"
    (person,) = visit.session.all(Person)
    assert (person.voices, person.here_as) == ((Voice.OTHER,), None)


def test_which_one_may_be_skipped(visit: Table) -> None:
    type_name(visit, "Amina")
    answer(visit, "Next", "Carers", "Others", "Next", "Skip this")
    assert page_name(visit) == "arrive_question"
    assert visit.session.all(Person)[0].here_as is None


def test_what_is_chosen_has_another_mark_than_colour(visit: Table) -> None:
    type_name(visit, "Amina")
    answer(visit, "Next")
    carers = find(visit.people, "Carers")
    assert isinstance(carers, Button) and carers.icon_name == "hand-helping"
    touch(visit.people, "Carers")
    assert carers.icon_name == "circle-check"


# What helped


def test_what_helped_is_kept_with_every_answer_and_never_asked(visit: Table) -> None:
    to_the_signature(visit)
    before = len(said(visit))
    answer(visit, "What helped you?", "It was read to me", "A person I chose", "Next")
    assert page_name(visit) == "arrive_supporter"
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next")
    assert page_name(visit) == "arrive_sign" and visit.session.all(Person)[0].supporter == "Ewa"
    again = visit.session.all(Answer)[before:]
    assert {a.support for a in again} == {(Support.READ_ALOUD, Support.SUPPORTER)}
    assert [(a.item, a.said) for a in again] == said(visit)[:before]
    answer(visit, "Take my photo: No", "Yes", "No")  # a later answer as well
    assert visit.session.all(Answer)[-1].support == (Support.READ_ALOUD, Support.SUPPORTER)


def test_what_helped_can_be_left_and_says_nothing_then(visit: Table) -> None:
    to_the_signature(visit)
    before = said(visit)
    answer(visit, "What helped you?", "More time", "Back")
    assert page_name(visit) == "arrive_sign" and said(visit) == before
    answer(visit, "What helped you?", "Next")
    assert page_name(visit) == "arrive_sign" and said(visit) == before


# On paper, and more questions


def test_on_paper_the_number_ties_it_to_the_answers(visit: Table) -> None:
    to_the_signature(visit)
    answer(visit, "I signed on paper")
    ref = visit.session.all(Person)[0].ref
    assert f"Please write {ref} on the paper." in words_on(visit.people)


def test_whoever_wants_answers_what_is_asked_on_paper_too(visit: Table) -> None:
    to_the_signature(visit)
    others = further(visit.session.people.form())
    assert others and "More questions" in names(visit.people)
    answer(visit, "More questions")
    asked = []
    for _ in others:
        asked.append(arriving(visit.stage) and visit.people.page.item)  # type: ignore[union-attr]
        answer(visit, "No")
    assert (tuple(asked), page_name(visit)) == (others, "arrive_sign")
    assert "More questions" not in names(visit.people)
    assert [item for item, _ in said(visit)][-len(others) :] == list(others)


def test_nobody_is_asked_what_the_workshop_does_not_ask(visit: Table) -> None:
    people = visit.session.people
    form = people.form()
    kept = {Item.TAKE_PART, Item.NOTES_USED}
    people.change_form([replace(words, asked=words.item in kept) for words in form.items])
    arrive_as(visit)
    assert isinstance(visit.people.page, ArrivalPage)
    assert visit.people.page.how_far() == "Page 3 of 5"
    answer(visit, "Yes", "Yes")
    assert page_name(visit) == "arrive_sign" and "More questions" not in names(visit.people)


def test_words_that_change_under_somebodys_eyes_are_shown_before_they_answer(visit: Table) -> None:
    arrive_as(visit)
    people = visit.session.people
    words = people.form().of(Item.TAKE_PART)
    people.change_form([replace(words, question="Will you take part today?")])
    settle()
    assert "Will you take part today?" in words_on(visit.people)
    answer(visit, "Yes")
    (kept,) = visit.session.all(Answer)
    assert kept.text_hash == people.form().of(Item.TAKE_PART).text_hash
    assert kept.text_hash != consent_form().of(Item.TAKE_PART).text_hash


# No record but a number


def test_whoever_skips_everything_leaves_no_more_than_a_guest(visit: Table) -> None:
    answer(visit, "Skip this", "Skip this", "No", "I am finished")
    (person,) = visit.session.all(Person)
    assert person == Person(person.id, person.ref, "Guest 1")
    assert said(visit) == [(Item.TAKE_PART, Said.NO)] and visit.session.all(Signature) == ()


def test_known_from_an_earlier_day_they_say_that_it_is_them(visit: Table) -> None:
    brought = visit.session.people.arrive("Amina", [Voice.CARER])
    visit.session.people.change(brought.person, regular=True)
    type_name(visit, "Amina")
    answer(visit, "Next")
    assert "Somebody of this name came to an earlier day." in words_on(visit.people)
    answer(visit, "Yes, that is me")
    assert page_name(visit) == "arrive_voice"
    answer(visit, "Next", "Yes")
    assert [p.id for p in visit.session.all(Person)] == [brought.person]
    assert visit.session.all(Answer)[0].medium is Medium.SCREEN


# From one person to the next


def test_between_two_people_there_is_a_page_of_nobody(visit: Table) -> None:
    at_arrivals(visit)
    to_the_signature(visit)
    answer(visit, "I signed on paper", "Finish", "Done")
    assert page_name(visit) == "arrive_next" and visit.stage.visit == {}
    shown = words_on(visit.people)
    assert "Amina" not in shown and visit.session.all(Person)[0].ref not in shown
    assert visit.people.focusWidget() is find(visit.people, "Touch here when you are ready")
    answer(visit, "Touch here when you are ready")
    assert page_name(visit) == "arrive_name" and arriving(visit.stage).called == ""


def test_after_a_no_the_next_may_begin_as_well(visit: Table) -> None:
    at_arrivals(visit)
    arrive_as(visit)
    answer(visit, "No", "I am finished")
    assert page_name(visit) == "arrive_next"
    answer(visit, "Today")
    assert page_name(visit) == "today"


def test_where_nobody_comes_the_day_is_back(visit: Table) -> None:
    at_arrivals(visit)
    page = visit.show_people("arrive_next")
    assert isinstance(page, ArriveNextPage)
    page.timer.timeout.emit()
    settle()
    assert page_name(visit) == "today"


def test_later_in_the_day_the_board_comes_back(visit: Table) -> None:
    to_the_signature(visit)
    answer(visit, "I signed on paper", "Finish", "Done")
    assert page_name(visit) == "today"
