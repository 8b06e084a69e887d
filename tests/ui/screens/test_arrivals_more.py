"""The facilitator's list: what an opened row can change, and what is said beside the list."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.test_arrivals import arrive, opened
from ui.parts.register_table import PersonRow
from ui.stage import Shown
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Form, Item, Medium, Met, Said, Support, Voice
from workshop.domain.money import Claim
from workshop.domain.persons import Answer, Need, Person


def person_of(table: Table, id_: PersonId) -> Person:
    found = table.session.get(Person, id_)
    assert found is not None
    return found


def write(table: Table, field: str, text: str) -> None:
    line = find(table.desk, field)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def touch_whole(table: Table, name: str) -> None:
    """Touch something once all of it is in view."""
    find(table.desk, name).setFocus()
    settle()
    touch(table.desk, name)


def test_everything_about_somebody_can_be_changed_in_their_row(two_screens: Table) -> None:
    person = arrive(two_screens, "Josh")
    opened(two_screens, person)
    touch(two_screens.desk, "Uses services")
    touch(two_screens.desk, "Today as: Carer")
    assert person_of(two_screens, person).here_as is Voice.CARER
    touch_whole(two_screens, "Under 16")
    for field, text in (
        ("Who looks after them today", "Leanne"),
        ("Parent or guardian who answers", "Mo Rees"),
        ("Who helps them to decide", "Ewa"),
        ("What shall we call them?", "Joshua"),
        ("Full name, if they want it used", "Joshua Rees"),
        ("Phone or email, only for what they said yes to", "01632 960 100"),
        ("Leaves at", "14.30"),
    ):
        write(two_screens, field, text)
    now = person_of(two_screens, person)
    assert (now.adult, now.guardian, now.supporter) == ("Leanne", "Mo Rees", "Ewa")
    assert (now.called, now.full_name, now.contact) == ("Joshua", "Joshua Rees", "01632 960 100")
    assert (now.leaves_by, now.age_group) == ("14:30", AgeGroup.UNDER_16)
    assert now.voices == (Voice.USES_SERVICES, Voice.CARER)
    touch_whole(two_screens, "16 or 17")
    touch_whole(two_screens, "A parent knows they are here")
    assert person_of(two_screens, person).parent_told
    touch_whole(two_screens, "18 or over")
    assert "Who looks after them today" not in names(two_screens.desk)
    assert person_of(two_screens, person).adult == ""


def test_what_cannot_be_is_said_and_not_kept(two_screens: Table) -> None:
    arrive(two_screens, "Amina")
    person = arrive(two_screens, "Josh")
    opened(two_screens, person)
    write(two_screens, "What shall we call them?", "AMINA")
    assert "Somebody of that name is here already." in words_on(two_screens.desk)
    assert person_of(two_screens, person).called == "Josh"


def test_at_the_end_it_is_said_whether_it_was_there(two_screens: Table) -> None:
    person = two_screens.session.people.arrive("Gwyn", [], needs=["Hearing loop"]).person
    opened(two_screens, person)
    touch(two_screens.desk, "Hearing loop: Yes")
    assert two_screens.session.all(Need)[0].met is Met.MET
    touch(two_screens.desk, "Hearing loop: No")
    assert two_screens.session.all(Need)[0].met is Met.NOT_MET
    touch(two_screens.desk, "Hearing loop: No")
    assert two_screens.session.all(Need)[0].met is Met.OPEN


def test_money_beside_the_name(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    assert "Expenses: Ask" in find(opened(two_screens, person), "Amina…").accessibleName()
    touch(two_screens.desk, "Nothing to claim")
    assert "Expenses: None" in find(two_screens.desk, "Amina…").accessibleName()
    assert [c.person for c in two_screens.session.all(Claim)] == [person]
    touch(two_screens.desk, "Write a claim")
    assert two_screens.stage.desk == Shown("money", {"person": person})


def test_a_parents_yes_is_to_the_words_that_were_answered(two_screens: Table) -> None:
    people = two_screens.session.people
    josh = arrive(two_screens, "Josh", Item.TAKE_PART, age=AgeGroup.UNDER_16)
    support = [Support.READ_ALOUD]
    photo, paper = Item.PHOTO_REPORT, Form.LARGE
    people.consent(josh, photo, Said.YES, Medium.PAPER, support, shape=paper, language="cy")
    old = people.form("cy").of(photo)
    people.change_form([replace(old, question="Llun?")], "cy")
    opened(two_screens, josh)
    touch(two_screens.desk, "Photo: a parent says yes")
    last = two_screens.session.all(Answer)[-1]
    assert (last.guardian, last.text_hash, last.language) == (Said.YES, old.text_hash, "cy")
    assert (last.medium, last.shape, last.support) == (Medium.PAPER, paper, (Support.READ_ALOUD,))


# Beside the list


def test_who_comes_without_a_form_is_only_counted(two_screens: Table) -> None:
    arrive(two_screens, "Amina")
    two_screens.show_desk("arrivals")
    touch(two_screens.desk, "One more without a form")
    assert (two_screens.session.day().walk_ins, len(two_screens.session.all(Person))) == (1, 1)
    assert "2\npeople are here" in words_on(two_screens.desk)
    touch(two_screens.desk, "One fewer without a form")
    assert two_screens.session.day().walk_ins == 0


def test_staff_who_outnumber_are_said_in_words(two_screens: Table) -> None:
    people, warning = two_screens.session.people, "There are more staff."
    people.arrive("Bethan", [Voice.STAFF])
    arrive(two_screens, "Amina")
    two_screens.show_desk("arrivals")
    said = words_on(two_screens.desk)
    assert "Lived experience 1, staff 1." in said and warning not in said
    people.arrive("Femi", [Voice.STAFF])
    settle()
    assert "Lived experience 1, staff 2." in words_on(two_screens.desk)
    assert warning in words_on(two_screens.desk)


def test_a_day_in_school_hours_is_said_only_when_somebody_young_is_here(two_screens: Table) -> None:
    session, school = two_screens.session, "This day is in school hours"
    session.plan.create("Day", date_=date(2026, 5, 14))
    session.plan.set_details(starts="13:10", ends="15:40")
    arrive(two_screens, "Amina")
    two_screens.show_desk("arrivals")
    assert school not in words_on(two_screens.desk)
    arrive(two_screens, "Josh", age=AgeGroup.AGED_16_17)
    settle()
    assert school in words_on(two_screens.desk)
    session.plan.create("Day", date_=date(2026, 5, 16))
    settle()
    assert school not in words_on(two_screens.desk)


def test_who_leaves_soon_is_said_when_the_time_has_come(two_screens: Table) -> None:
    at = two_screens.clock.now + timedelta(minutes=31)
    two_screens.session.people.arrive("Josh", [], leaves_by=f"{at:%H:%M}")
    two_screens.show_desk("arrivals")
    early = f"Josh leaves at {at:%H:%M}: vote early, notes later on paper."
    assert early not in words_on(two_screens.desk)
    two_screens.clock.on(minutes=1)
    two_screens.stage.tick()
    settle()
    assert early in words_on(two_screens.desk)


def test_a_tick_of_time_does_not_take_what_is_being_written(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    opened(two_screens, person)
    QTest.keyClicks(find(two_screens.desk, "What we do for them"), "Hea")
    two_screens.stage.tick()
    settle()
    assert find(two_screens.desk, "What we do for them").text() == "Hea"  # type: ignore[attr-defined]


def test_parents_are_told_where_the_rule_asks_for_it(two_screens: Table) -> None:
    tell = "Josh is 16 or 17. Please tell a parent."
    arrive(two_screens, "Josh", age=AgeGroup.AGED_16_17)
    two_screens.show_desk("arrivals")
    assert "Josh is under 18. Who looks after them today?" in words_on(two_screens.desk)
    assert tell not in words_on(two_screens.desk)
    two_screens.session.people.set_rules(parents_told=True)
    settle()
    assert tell in words_on(two_screens.desk)


def test_how_long_arrivals_take_and_how_many_forms(two_screens: Table) -> None:
    two_screens.session.people.expect(15)
    arrive(two_screens, "Amina")
    two_screens.session.plan.add_step("arrivals", "Arrivals", 25)
    two_screens.show_desk("arrivals")
    assert (
        "14 people, one screen: about 35 minutes. Give paper to 8: about 15 minutes. Print 8 forms."
        in words_on(two_screens.desk)
    )
    touch(two_screens.desk, "Print 8 forms")
    assert two_screens.stage.desk == Shown("people_papers", {"kind": "consent", "copies": 8})


def test_needs_are_asked_about_when_people_say_goodbye(two_screens: Table) -> None:
    session, ask = two_screens.session, "Please ask: was it there? 1 need."
    session.people.arrive("Gwyn", [], needs=["Hearing loop"])
    step = session.plan.add_step("goodbye", "Goodbye", 10).step
    two_screens.show_desk("arrivals")
    assert ask not in words_on(two_screens.desk)
    session.plan.start_step(step)
    settle()
    assert ask in words_on(two_screens.desk)


def test_somebody_from_earlier_is_here_with_one_touch(two_screens: Table) -> None:
    session = two_screens.session
    person = session.people.arrive("Amina", []).person
    session.people.change(person, regular=True)
    page = opened(two_screens, person)
    assert "0\npeople are here" not in words_on(two_screens.desk)  # the row is open
    assert "Was here before: ask again" in find(page, "Amina…").accessibleName()
    assert "What they said then is not used." in words_on(two_screens.desk)
    touch(two_screens.desk, "They are here now")
    assert not session.all(Person)[0].regular
    assert "Was here before" not in find(two_screens.desk, "Amina…").accessibleName()


def test_a_row_has_as_many_lines_as_the_list_is_narrow(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    row = find(opened(two_screens, person), "Amina…")
    assert isinstance(row, PersonRow)
    wide, narrow, narrowest = (row.heightForWidth(width) for width in (1700, 1150, 500))
    assert wide < narrow < narrowest
