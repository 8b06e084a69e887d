"""The facilitator's list: what it shows, what an opened row does, and how the next person begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.voting import open_vote
from ui.look import Side
from ui.parts.arrival import QUESTIONS, Arriving, arriving
from ui.parts.register_table import PersonRow
from ui.parts.start import Start
from ui.screens.arrivals import ArrivalsPage
from ui.stage import Taste
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Said, Voice
from workshop.domain.persons import Answer, Need, Person


def arrive(table: Table, name: str, *yes: Item, age: AgeGroup = AgeGroup.ADULT) -> PersonId:
    person = table.session.people.arrive(name, [Voice.CARER], age).person
    for item in yes:
        table.session.people.consent(person, item, Said.YES)
    return person


def listed(table: Table) -> list[str]:
    return [row.row.name for row in table.desk.findChildren(PersonRow) if row.isVisible()]


def opened(table: Table, person: PersonId) -> ArrivalsPage:
    page = table.show_desk("arrivals", person=person)
    assert isinstance(page, ArrivalsPage)
    return page


def test_nobody_yet(two_screens: Table) -> None:
    two_screens.show_desk("arrivals")
    assert "No one yet. Ask the next person, or type in paper forms." in words_on(two_screens.desk)


def test_everybody_is_in_the_list_with_all_answers(two_screens: Table) -> None:
    arrive(two_screens, "Bethan", Item.TAKE_PART)
    arrive(two_screens, "Amina")
    two_screens.show_desk("arrivals")
    assert listed(two_screens) == ["Amina", "Bethan"]
    row = find(two_screens.desk, "Bethan…")
    assert row.accessibleName().startswith("Bethan. Carer. Take part: Yes. Words: Not answered")
    assert "Amina has not answered yet." in words_on(two_screens.desk)
    assert "2\npeople are here" in words_on(two_screens.desk)


def test_a_yes_of_somebody_who_does_not_take_part_is_not_shown_as_one(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina", *QUESTIONS)
    two_screens.session.people.consent(person, Item.TAKE_PART, Said.NO)
    two_screens.show_desk("arrivals")
    said = find(two_screens.desk, "Amina…").accessibleName()
    assert "Take part: No. Words: Not counted. Photo: Not counted. Web: Not counted." in said
    assert "Not counted" in words_on(two_screens.desk)  # the legend says what the sign means


def test_who_arrives_meanwhile_comes_into_the_list(two_screens: Table) -> None:
    two_screens.show_desk("arrivals")
    arrive(two_screens, "Amina")
    settle()
    assert listed(two_screens) == ["Amina"]


def test_the_next_person_needs_one_touch_and_no_name(two_screens: Table) -> None:
    two_screens.show_desk("arrivals")
    two_screens.stage.visit["left"] = "by somebody else"
    touch(two_screens.desk, "Next person on the screen")
    assert two_screens.stage.people.page == "arrive_name"
    assert "left" not in two_screens.stage.visit
    assert "What shall we call you?" in words_on(two_screens.people)
    assert listed(two_screens) == [] and two_screens.stage.desk.page == "arrivals"


def test_with_one_screen_it_is_handed_over(table: Table) -> None:
    start = Start.of(table.stage)
    start.keep(start.settings.with_number("2468"))
    table.show_desk("arrivals")
    touch(table.desk, "Next person on the screen")
    assert table.stage.front is Side.PEOPLE
    assert "What shall we call you?" in words_on(table.people)


def in_the_middle(table: Table, name: str = "Amina") -> None:
    """Somebody has written a name at the people's screen."""
    touch(table.desk, "Next person on the screen")
    QTest.keyClicks(find(table.people, "What shall we call you?"), name)
    QTest.qWait(200)  # one button takes one touch at a time


def test_nobody_who_arrives_loses_the_screen_unasked(two_screens: Table) -> None:
    two_screens.show_desk("arrivals")
    in_the_middle(two_screens)
    touch(two_screens.desk, "Next person on the screen")
    assert arriving(two_screens.stage).called == "Amina"
    yes, no = find(two_screens.desk, "Yes, the next person"), find(two_screens.desk, "No, wait")
    assert yes.size() == no.size()
    touch(two_screens.desk, "No, wait")
    assert "No, wait" not in names(two_screens.desk)
    assert arriving(two_screens.stage).called == "Amina"
    touch(two_screens.desk, "Next person on the screen")
    touch(two_screens.desk, "Yes, the next person")
    assert arriving(two_screens.stage) == Arriving()
    assert "No, wait" not in names(two_screens.desk)


def test_nobody_who_votes_loses_the_screen(two_screens: Table) -> None:
    open_vote(two_screens)
    two_screens.show_people("ballot")
    two_screens.show_desk("arrivals")
    touch(two_screens.desk, "Next person on the screen")
    assert two_screens.stage.people.page == "ballot"
    assert "Somebody is voting. Please wait." in words_on(two_screens.desk)


def test_finding_hides_everybody_else(two_screens: Table) -> None:
    for name in ("Amina", "Bethan", "Ángel"):
        arrive(two_screens, name)
    two_screens.show_desk("arrivals")
    touch(two_screens.desk, "Find")
    QTest.keyClicks(find(two_screens.desk, "Find a name or a slip number"), "an")
    settle()
    assert listed(two_screens) == ["Ángel"]
    touch(two_screens.desk, "Find")
    assert listed(two_screens) == ["Amina", "Ángel", "Bethan"]


def test_a_touched_row_opens_and_closes(two_screens: Table) -> None:
    arrive(two_screens, "Amina")
    two_screens.show_desk("arrivals")
    touch(two_screens.desk, "Amina…")
    assert "Take something back" in names(two_screens.desk)
    touch(two_screens.desk, "Close")
    assert "Take something back" not in names(two_screens.desk)


def test_needs_and_leaving_are_kept_when_the_field_is_left(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    opened(two_screens, person)
    QTest.keyClicks(find(two_screens.desk, "What we do for them"), "Hearing loop, Large print")
    QTest.keyClick(find(two_screens.desk, "What we do for them"), Qt.Key.Key_Return)
    assert [n.what for n in two_screens.session.all(Need)] == ["Hearing loop", "Large print"]
    QTest.keyClicks(find(two_screens.desk, "Leaves at"), "15:05")
    QTest.keyClick(find(two_screens.desk, "Leaves at"), Qt.Key.Key_Return)
    assert two_screens.session.all(Person)[0].leaves_by == "15:05"
    assert len(two_screens.session.all(Need)) == 2


def test_what_is_half_written_is_not_lost_when_somebody_arrives(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    opened(two_screens, person)
    QTest.keyClicks(find(two_screens.desk, "What we do for them"), "Hearing")
    arrive(two_screens, "Bethan")
    settle()
    assert [n.what for n in two_screens.session.all(Need)] == ["Hearing"]


def test_the_age_group_is_set_and_a_parent_is_waited_for(two_screens: Table) -> None:
    person = arrive(two_screens, "Josh", Item.TAKE_PART, Item.PHOTO_REPORT)
    opened(two_screens, person)
    touch(two_screens.desk, "Under 16")
    assert two_screens.session.all(Person)[0].age_group is AgeGroup.UNDER_16
    touch(two_screens.desk, "Photo: a parent says yes")
    last = two_screens.session.all(Answer)[-1]
    assert (last.item, last.said, last.guardian) == (Item.PHOTO_REPORT, Said.YES, Said.YES)
    assert "Photo: a parent says yes" not in names(two_screens.desk)


def test_erasing_is_asked_once_and_says_what_it_does(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    opened(two_screens, person)
    touch(two_screens.desk, "Erase this person")
    assert "It cannot be undone." in words_on(two_screens.desk)
    touch(two_screens.desk, "Keep")
    assert len(two_screens.session.all(Person)) == 1
    QTest.qWait(200)
    touch(two_screens.desk, "Erase this person")
    touch(two_screens.desk, "Erase now")
    assert two_screens.session.all(Person) == ()
    assert "Nothing of this person is left in the file." in words_on(two_screens.desk)


def test_an_erased_persons_row_is_closed(two_screens: Table) -> None:
    person = arrive(two_screens, "Amina")
    page = opened(two_screens, person)
    two_screens.session.people.erase(person)
    settle()
    assert page.chosen is None and "No one yet…" not in names(two_screens.desk)


def test_no_name_of_the_list_is_on_the_peoples_screen(two_screens: Table) -> None:
    arrive(two_screens, "Amina")
    two_screens.show_desk("arrivals")
    assert "Amina" not in words_on(two_screens.people)
    assert not any("Amina" in name for name in names(two_screens.people))


def test_two_hundred_people_fit(two_screens: Table) -> None:
    two_screens.show_desk("resting")
    for n in range(200):
        two_screens.session.people.arrive(f"Guest {n:03}", [])
    page = two_screens.show_desk("arrivals")
    rows = page.findChildren(PersonRow)
    assert len(rows) == 200
    last = rows[-1]
    two_screens.desk.activateWindow()
    settle()
    last.setFocus()
    settle()
    assert not last.visibleRegion().isEmpty()


@pytest.mark.parametrize("size", [(1920, 1080, 0.369), (1366, 768, 0.253)], ids=str)
@pytest.mark.parametrize("taste", [Taste(), Taste(contrast=True)], ids=["usual", "contrast"])
def test_there_is_room_for_everything(
    size: tuple[int, int, float], taste: Taste, qtbot: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    width, height, mm = size
    table = Table(tmp_path_factory.mktemp("a") / "day", width=width, height=height, mm=mm)
    table.begin()
    person = arrive(table, "Josh", Item.PHOTO_REPORT, age=AgeGroup.UNDER_16)
    table.stage.tastes[Side.FACILITATOR] = taste
    assert wrong_with(table.show_desk("arrivals")) == []
    assert wrong_with(opened(table, person)) == []
    table.close()


def test_a_row_can_be_painted_in_every_state(two_screens: Table) -> None:
    person = arrive(two_screens, "Josh", *Item)
    two_screens.session.people.withdraw(person, [Item.PHOTO_REPORT])
    two_screens.session.people.consent(person, Item.NOTES_USED, Said.NO)
    page: QWidget = opened(two_screens, person)
    assert not page.grab().isNull()
