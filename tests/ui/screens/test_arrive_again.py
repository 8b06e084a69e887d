"""An arrival that was broken off: who comes again, whose name is taken away, who is erased meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.arriving import answer, arrive_as, page_name, said, to_the_signature, type_name
from tests.ui.checks import wrong_with
from tests.ui.given import MM, Table, find, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.parts.arrival import begin_arrival
from ui.parts.arrival_page import ArrivalPage
from ui.stage import Taste
from ui.words import words_in
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Medium, Said, Voice
from workshop.domain.persons import Person, Signature

CLOSED = "Your page is closed, and your name is not in the list."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ArrivalPage, "settles_s", 0.0)


@pytest.fixture
def visit(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """The next person has come to the screen."""
    table = Table(tmp_path / "day", mm=0.277)
    table.begin()
    begin_arrival(table.stage)
    settle()
    yield table
    table.close()


def listed(table: Table) -> list[str]:
    return [person.called for person in table.session.all(Person)]


def come_again(table: Table, name: str = "Amina") -> None:
    """The page was left, and somebody begins with this name."""
    table.stage.back_to_the_day()
    begin_arrival(table.stage)
    settle()
    type_name(table, name)
    touch(table.people, "Next")


# Skip this


def test_skipping_takes_the_name_out_of_the_list_at_once(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Back", "Back", "Skip this")
    assert listed(visit) == ["Guest 1"]
    answer(visit, "Next", "Yes", "No", "No", "No", "No", "I signed on paper", "Finish")
    assert listed(visit) == ["Guest 1"]
    assert "Thank you." in words_on(visit.people) and "Amina" not in words_on(visit.people)


def test_a_guest_who_skips_again_stays_the_same_guest(visit: Table) -> None:
    answer(visit, "Skip this", "Skip this", "Back", "Back", "Skip this", "Next")
    assert listed(visit) == ["Guest 1"]


def test_a_name_may_come_after_all(visit: Table) -> None:
    answer(visit, "Skip this", "Skip this", "Back", "Back")
    type_name(visit, "Amina")
    answer(visit, "Next", "Next")
    assert listed(visit) == ["Amina"]


# Is this you?


def test_whoever_stopped_half_way_goes_on_as_the_same_person(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes", "No")
    come_again(visit, "amina")
    assert "Is this you?" in words_on(visit.people)
    yes, no = find(visit.people, "Yes, go on where I stopped"), find(visit.people, "No, another name")
    assert yes.size() == no.size()
    touch(visit.people, "Yes, go on where I stopped")
    assert page_name(visit) == "arrive_question"
    assert "photo" in words_on(visit.people)  # the first question without an answer
    answer(visit, "No", "No", "No", "I signed on paper", "Finish")
    (person,) = visit.session.all(Person)
    assert person.voices == (Voice.CARER,) and person.ref in words_on(visit.people)
    assert [signed.person for signed in visit.session.all(Signature)] == [person.id]
    assert said(visit)[:2] == [(Item.TAKE_PART, Said.YES), (Item.NOTES_USED, Said.NO)]


def test_another_name_leads_back_to_the_keys(visit: Table) -> None:
    arrive_as(visit)
    come_again(visit)
    touch(visit.people, "No, another name")
    assert "Please add a letter" in words_on(visit.people)
    type_name(visit, " K")
    touch(visit.people, "Next")
    assert page_name(visit) == "arrive_voice"


def test_the_way_back_from_the_question_leads_to_the_keys(visit: Table) -> None:
    arrive_as(visit)
    come_again(visit)
    touch(visit.people, "Back")
    assert "What shall we call you?" in names(visit.people)


def test_the_question_shows_nothing_of_what_was_said(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes", "No")
    person = visit.session.all(Person)[0]
    come_again(visit)
    shown = words_on(visit.people)
    assert person.ref not in shown and "Carer" not in shown and "photo" not in shown


@pytest.mark.parametrize(
    ("answers", "page"),
    [((), "arrive_voice"), (("No",), "arrive_question"), (("Yes", "No", "No", "No", "No"), "arrive_sign")],
)
def test_it_goes_on_where_it_stopped(visit: Table, answers: tuple[str, ...], page: str) -> None:
    arrive_as(visit)
    answer(visit, *answers)
    come_again(visit)
    touch(visit.people, "Yes, go on where I stopped")
    assert page_name(visit) == page


def sign(table: Table, person: PersonId) -> None:
    table.session.people.sign(person, on_paper=True)


def answer_on_paper(table: Table, person: PersonId) -> None:
    table.session.people.consent(person, Item.TAKE_PART, Said.YES, Medium.PAPER)


def take_back(table: Table, person: PersonId) -> None:
    table.session.people.withdraw(person, [Item.TAKE_PART])


@pytest.mark.parametrize("act", [sign, answer_on_paper, take_back])
def test_nobody_is_let_into_what_was_finished_elsewhere(visit: Table, act: object) -> None:
    arrive_as(visit)
    assert callable(act)
    act(visit, visit.session.all(Person)[0].id)
    come_again(visit)
    assert "Is this you?" not in words_on(visit.people)
    assert "add a letter" in words_on(visit.people)


@pytest.mark.parametrize("size", [(1920, 1080, MM), (1366, 768, 0.253)], ids=str)
@pytest.mark.parametrize("taste", [Taste(), Taste("ur"), Taste("pl", TextSize.LARGEST)], ids=str)
def test_the_question_has_room(
    size: tuple[int, int, float], taste: Taste, qtbot: QtBot, tmp_path: Path
) -> None:
    width, height, mm = size
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    table.session.people.arrive("Amina", [])
    begin_arrival(table.stage)
    settle()
    type_name(table, "Amina")
    touch(table.people, "Next")
    table.stage.tastes[Side.PEOPLE] = taste
    table.stage.moved.emit()
    settle()
    assert table.people.page is not None
    assert words_in(taste.language)("Is this you?") in words_on(table.people)
    assert wrong_with(table.people.page) == []
    table.close()


# Erased while somebody is at the screen


def test_whoever_is_erased_at_the_screen_is_led_out_with_one_sentence(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes")
    visit.session.people.erase(visit.session.all(Person)[0].id)
    settle()
    assert page_name(visit) == "today" and visit.stage.visit == {}
    assert CLOSED in words_on(visit.people)


def test_with_one_screen_it_is_said_when_the_people_have_it_again(visit: Table) -> None:
    to_the_signature(visit)
    visit.stage.show_desk("arrivals")
    settle()
    visit.session.people.erase(visit.session.all(Person)[0].id)
    visit.stage.to_people()
    settle()
    assert page_name(visit) == "today" and CLOSED in words_on(visit.people)


def test_somebody_else_who_is_erased_ends_nothing(visit: Table) -> None:
    other = visit.session.people.arrive("Bethan", []).person
    arrive_as(visit)
    visit.session.people.erase(other)
    settle()
    assert page_name(visit) == "arrive_question" and CLOSED not in words_on(visit.people)
