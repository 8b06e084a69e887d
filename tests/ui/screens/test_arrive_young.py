"""Somebody under 18 arrives: asked kindly, with a parent or without, and their own no always counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.arriving import answer, draw, page_name, said, type_name
from tests.ui.given import Table, find, names, settle, touch, words_on, write
from ui.look import Side
from ui.parts.arrival import begin_arrival
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import Button
from workshop.domain.consent import Standing, may_show, standing
from workshop.domain.kinds import AgeGroup, Item, Said
from workshop.domain.persons import Answer, Person, Signature

PHOTO, WEB, NAME = Item.PHOTO_REPORT, Item.PHOTO_WEB, Item.QUOTE_FIRST_NAME


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


def young(table: Table, *more: str, name: str = "Josh") -> None:
    """The name, and that they are under 18; then these are touched."""
    type_name(table, name)
    answer(table, "Next", "I am under 18", "Next", *more)


def aged_14(table: Table) -> None:
    """Under 16, no adult is named, and yes to everything but the web."""
    young(table, "Under 16", "Skip this", "Yes", "Yes", "Yes", "No", "Yes", "No")


def person(table: Table) -> Person:
    (only,) = table.session.all(Person)
    return only


def stands(table: Table, item: Item) -> Standing:
    consents = table.session.people.consents()
    return standing(consents, person(table).id, item, table.clock.now.date())


def shown(table: Table, item: Item) -> bool:
    return may_show(table.session.people.consents(), person(table).id, item, table.clock.now.date())


# How old


def test_nobody_else_is_asked_how_old_they_are(visit: Table) -> None:
    type_name(visit, "Amina")
    answer(visit, "Next", "Next")
    assert page_name(visit) == "arrive_question" and person(visit).age_group is AgeGroup.ADULT


@pytest.mark.parametrize(
    ("words", "age"), [("Under 16", AgeGroup.UNDER_16), ("16 or 17", AgeGroup.AGED_16_17)]
)
def test_age_is_asked_in_three_steps_and_no_birthday(visit: Table, words: str, age: AgeGroup) -> None:
    young(visit)
    assert page_name(visit) == "arrive_age"
    assert {"Under 16", "16 or 17", "18 or over", "Skip this"} <= {*names(visit.people)}
    steps = [find(visit.people, step) for step in ("Under 16", "16 or 17", "18 or over")]
    assert not any(step.isChecked() for step in steps if isinstance(step, Button))
    touch(visit.people, words)
    assert person(visit).age_group is age and page_name(visit) == "arrive_adult"


def test_whoever_skips_it_counts_as_under_16(visit: Table) -> None:
    young(visit)
    assert "If you skip this, we ask a parent too." in words_on(visit.people)
    answer(visit, "Skip this")
    assert person(visit).age_group is AgeGroup.UNDER_16


def test_of_age_after_all(visit: Table) -> None:
    young(visit, "18 or over")
    assert page_name(visit) == "arrive_question" and person(visit).age_group is AgeGroup.ADULT
    answer(visit, "Back")
    assert page_name(visit) == "arrive_age"


def test_by_the_rule_of_the_host_everybody_is_asked(visit: Table) -> None:
    visit.session.people.set_rules(parents_told=True)
    type_name(visit, "Amina")
    answer(visit, "Next")
    assert "I am under 18" not in names(visit.people)
    answer(visit, "Next")
    assert page_name(visit) == "arrive_age" and "a parent" not in words_on(visit.people)
    answer(visit, "Skip this")
    assert page_name(visit) == "arrive_question" and person(visit).age_group is AgeGroup.ADULT


# The adult of the day


def test_the_adult_of_the_day_is_one_who_leads_or_anybody(visit: Table) -> None:
    visit.session.plan.set_details(led_by=["Ruth", "Leanne"])
    young(visit, "Under 16", "Leanne")
    assert person(visit).adult == "Leanne" and page_name(visit) == "arrive_question"
    answer(visit, "Back")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next")
    assert person(visit).adult == "Ewa"


def test_without_a_name_nothing_is_kept_and_it_is_said_why(visit: Table) -> None:
    young(visit, "16 or 17", "Next")
    assert "Please write a name." in words_on(visit.people) and page_name(visit) == "arrive_adult"


def test_what_was_typed_stays_when_the_language_changes(visit: Table) -> None:
    young(visit, "16 or 17")
    write(visit.people, "Their name", "Ewa")
    for language in ("pl", "en"):
        visit.stage.taste(Side.PEOPLE, language=language)
        settle()
    answer(visit, "Next")
    assert person(visit).adult == "Ewa"


# With a parent or guardian


def test_a_14_year_old_with_a_parent(visit: Table) -> None:
    aged_14(visit)
    assert page_name(visit) == "arrive_guardian"
    assert "Take my photo" in words_on(visit.people)
    assert "web" not in words_on(visit.people)  # to that they said no
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next")
    assert "As a parent or guardian, do you say yes too?" in words_on(visit.people)
    assert "May your photo be in the report?" in words_on(visit.people)
    answer(visit, "Yes")
    assert "May we print your first name?" in words_on(visit.people)
    answer(visit, "No")
    assert page_name(visit) == "arrive_sign"
    assert "Parent or guardian: Yes" in words_on(visit.people)
    assert "Parent or guardian: No" in words_on(visit.people)
    assert person(visit).guardian == "Ewa"
    assert (shown(visit, PHOTO), shown(visit, WEB), shown(visit, NAME)) == (True, False, False)
    draw(visit)
    answer(visit, "Finish")
    assert len(visit.session.all(Signature)) == 1


def test_one_decision_a_page_and_nothing_chosen_for_the_parent(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next")
    yes, no = find(visit.people, "Yes"), find(visit.people, "No")
    assert isinstance(yes, Button) and isinstance(no, Button)
    assert not yes.isChecked() and not no.isChecked() and yes.size() == no.size() and yes.face == no.face


def test_a_14_year_old_without_a_parent_goes_on_and_it_waits(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "No")
    assert page_name(visit) == "arrive_sign"
    assert words_on(visit.people).count("Waiting for a parent") == 2
    answer(visit, "I signed on paper", "Finish")
    assert (stands(visit, PHOTO), stands(visit, NAME)) == (Standing.WAITING, Standing.WAITING)
    assert stands(visit, Item.NOTES_USED) is Standing.YES
    assert not shown(visit, PHOTO)


def test_a_parent_is_not_asked_about_a_no(visit: Table) -> None:
    young(visit, "Under 16", "Skip this", "Yes", "Yes", "No", "No", "Yes")
    assert page_name(visit) == "arrive_sign"
    assert "parent" not in words_on(visit.people)


def test_aged_16_and_17_they_answer_for_themselves(visit: Table) -> None:
    young(visit, "16 or 17", "Skip this", "Yes", "Yes", "Yes", "No", "Yes", "No")
    assert page_name(visit) == "arrive_sign" and shown(visit, PHOTO)


def test_their_own_no_counts_after_a_parents_yes(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next", "Yes", "Yes")
    assert shown(visit, PHOTO)
    answer(visit, "Take my photo: Yes", "No")
    assert page_name(visit) == "arrive_sign" and not shown(visit, PHOTO)
    assert stands(visit, PHOTO) is Standing.NO
    answer(visit, "Take my photo: No", "Yes")
    assert page_name(visit) == "arrive_guardian_says"  # a new yes waits for a parent again
    assert stands(visit, PHOTO) is Standing.WAITING
    answer(visit, "Yes")
    assert page_name(visit) == "arrive_sign" and shown(visit, PHOTO)


def test_what_a_parent_leaves_counts_as_no(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next", "Not sure? Leave it.", "No")
    assert page_name(visit) == "arrive_sign"
    assert not shown(visit, PHOTO) and not shown(visit, NAME)


def test_what_a_parent_said_can_be_changed_from_the_last_page(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next", "No", "Yes")
    assert not shown(visit, PHOTO)
    answer(visit, "Take my photo: Yes", "Yes")
    assert page_name(visit) == "arrive_guardian_says"
    no = find(visit.people, "No")
    assert isinstance(no, Button) and no.isChecked()
    answer(visit, "Yes")
    assert page_name(visit) == "arrive_sign" and shown(visit, PHOTO)


def test_the_way_back_goes_through_the_parents_pages(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next", "Yes", "Yes")
    seen = []
    for _ in range(5):
        answer(visit, "Back")
        seen.append(page_name(visit))
    assert seen == ["arrive_guardian_says"] * 2 + [
        "arrive_guardian_name",
        "arrive_guardian",
        "arrive_question",
    ]


def test_whoever_comes_again_goes_on_where_the_parent_stopped(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next", "Yes")
    visit.stage.back_to_the_day()
    begin_arrival(visit.stage)
    settle()
    type_name(visit, "Josh")
    answer(visit, "Next", "Yes, go on where I stopped")
    assert page_name(visit) == "arrive_guardian_says"
    assert "May we print your first name?" in words_on(visit.people)
    assert len(said(visit)) == len([a for a in visit.session.all(Answer) if a.guardian is None]) + 1


def test_whoever_says_no_to_taking_part_is_asked_nothing_of_a_parent(visit: Table) -> None:
    young(visit, "Under 16", "Skip this", "No")
    assert page_name(visit) == "arrive_fine" and said(visit) == [(Item.TAKE_PART, Said.NO)]


def test_a_parents_page_left_alone_closes_and_keeps_what_was_said(visit: Table) -> None:
    aged_14(visit)
    answer(visit, "Yes")
    write(visit.people, "Their name", "Ewa")
    answer(visit, "Next", "Yes")
    before = said(visit)
    page = visit.people.page
    assert isinstance(page, ArrivalPage)
    page.still.pass_time(5 * 60_000)
    assert "Are you still there?" in words_on(visit.people)
    assert "What you have said so far is kept." in words_on(visit.people)
    answer(visit, "More time")
    assert page_name(visit) == "arrive_guardian_says"
    page.still.pass_time(5 * 60_000 + 45_000)
    settle()
    assert page_name(visit) == "today" and visit.stage.visit == {}
    assert said(visit) == before and person(visit).guardian == "Ewa"


def test_a_child_is_not_named_as_the_adult_of_another(visit: Table) -> None:
    visit.session.people.arrive("Bethan", [], AgeGroup.AGED_16_17)
    young(visit, "Under 16")
    write(visit.people, "Their name", "Bethan")
    answer(visit, "Next")
    assert page_name(visit) == "arrive_adult" and "under 18 as well" in words_on(visit.people)
    assert [p.adult for p in visit.session.all(Person)] == ["", ""]
