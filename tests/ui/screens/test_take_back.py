"""Taking something back: two touches, with what changes and what stays said before."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.exchange import pictures
from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, touch, words_on
from workshop.domain.kinds import Audience, Item, Said
from workshop.domain.paper_facts import Paper
from workshop.domain.persons import Answer, Person, Picture
from workshop.domain.records import Note
from workshop.session import keeping
from workshop.session.people import Look, NameDecision

SHORT = "Put my first name in the pack"


@pytest.fixture
def amina(two_screens: Table) -> Table:
    """Amina said yes to three things, and her name is in a pack that was handed out."""
    people = two_screens.session.people
    person = people.arrive("Amina", []).person
    for item in (Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME):
        people.consent(person, item, Said.YES)
    two_screens.session.board.add_note("Ask Amina", author=person)
    note = two_screens.session.all(Note)[-1].id
    people.review_names([NameDecision(note, Look.KEEP)])
    two_screens.show_desk("take_back", person=person)
    return two_screens


def taken(table: Table) -> list[Item]:
    return [a.item for a in table.session.all(Answer) if a.said is Said.TAKEN_BACK]


def test_two_touches_and_no_reason(amina: Table) -> None:
    touch(amina.desk, SHORT)
    assert taken(amina) == []  # nothing is done before it was said what will change
    assert "New pages say what they do instead." in words_on(amina.desk)
    touch(amina.desk, "Take it back now")
    assert taken(amina) == [Item.QUOTE_FIRST_NAME]
    assert "This has changed" in words_on(amina.desk)


def test_nothing_is_ticked_at_first_and_the_button_says_so(amina: Table) -> None:
    touch(amina.desk, "Take it back now")
    assert "First tick what is taken back." in words_on(amina.desk)
    assert taken(amina) == []


def test_what_was_handed_out_has_to_be_called_back(
    amina: Table, tmp_path_factory: pytest.TempPathFactory
) -> None:
    amina.session.pack.make(Audience.PEOPLE, tmp_path_factory.mktemp("out"))
    before = amina.session.all(Answer)
    touch(amina.desk, SHORT)
    assert "To call back" in words_on(amina.desk)
    assert "What we said and what we will do" in words_on(amina.desk)
    assert amina.session.all(Answer) == before
    touch(amina.desk, "Take it back now")
    assert "To call back" in words_on(amina.desk)


def test_everything_at_once(amina: Table) -> None:
    touch(amina.desk, "Everything")
    assert find(amina.desk, SHORT).isChecked()  # type: ignore[attr-defined]
    assert "Their notes, without a name" not in words_on(amina.desk)
    assert "A vote cannot be found or taken out. It was never linked to them." in words_on(amina.desk)
    touch(amina.desk, "Take it back now")
    assert taken(amina) == [Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME]


def test_changing_nothing_leads_back_to_the_list(amina: Table) -> None:
    touch(amina.desk, SHORT)
    touch(amina.desk, "Change nothing")
    assert amina.stage.desk.page == "arrivals" and taken(amina) == []


def test_somebody_without_a_yes_has_nothing_to_take_back(two_screens: Table) -> None:
    person = two_screens.session.people.arrive("Dilys", []).person
    two_screens.show_desk("take_back", person=person)
    assert "There is no yes to take back." in words_on(two_screens.desk)


def test_after_the_date_it_says_what_can_still_be_done(amina: Table) -> None:
    until = amina.clock.now.date()
    amina.session.plan.set_details(change_until=until)
    assert f"Until {until.day} March 2026." in words_on(amina.desk)
    amina.clock.on(days=1)
    touch(amina.desk, SHORT)
    assert "The date has passed" in words_on(amina.desk)
    touch(amina.desk, "Take it back now")
    assert taken(amina) == [Item.QUOTE_FIRST_NAME]


@pytest.mark.parametrize("size", [(1920, 1080, 0.369), (1366, 768, 0.253)], ids=str)
def test_there_is_room_for_everything(size: tuple[int, int, float], qtbot: object, tmp_path: Path) -> None:
    width, height, mm = size
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    person = table.session.people.arrive("Amina", []).person
    for item in Item:
        table.session.people.consent(person, item, Said.YES)
    assert wrong_with(table.show_desk("take_back", person=person)) == []
    table.close()


def test_documents_are_named_with_number_pages_and_who_has_them(
    amina: Table, tmp_path_factory: pytest.TempPathFactory
) -> None:
    amina.session.pack.make(Audience.PEOPLE, tmp_path_factory.mktemp("out"), given_to="The ward")
    touch(amina.desk, SHORT)
    said = words_on(amina.desk)
    assert "The sheet to take home, number 1" in said
    assert "2 pages. Where: The ward." in said


def test_a_copy_on_a_stick_has_to_be_made_again(amina: Table, tmp_path: Path) -> None:
    (tmp_path / "Blue stick").mkdir()
    keeping.copy_workshop(amina.session, tmp_path / "Blue stick")
    touch(amina.desk, SHORT)
    assert "A copy of this workshop, number 1" in words_on(amina.desk)
    assert "Where: Blue stick. Please make a new copy." in words_on(amina.desk)


def test_letters_and_calls_are_on_no_document(
    two_screens: Table, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people = two_screens.session.people
    person = people.arrive("Amina", []).person
    for item in (Item.TAKE_PART, Item.QUOTE_FIRST_NAME, Item.CONTACT_RESULTS):
        people.consent(person, item, Said.YES)
    two_screens.session.pack.make(Audience.ARCHIVE, tmp_path_factory.mktemp("out"))
    assert people.would_recall(person, [Item.QUOTE_FIRST_NAME])
    assert people.would_recall(person, [Item.CONTACT_RESULTS]) == ()


def test_a_photo_is_gone_with_the_yes_to_it(amina: Table, tmp_path: Path) -> None:
    people = amina.session.people
    person = amina.session.all(Person)[0].id
    people.consent(person, Item.PHOTO_REPORT, Said.YES)
    path = tmp_path / "photo.png"
    path.write_bytes(pictures.file_of(pictures.halves(), "PNG"))
    people.tag_picture(amina.session.board.add_picture(path).picture, [person])
    touch(amina.desk, "Take my photo")
    assert "1 picture with them" in words_on(amina.desk)
    assert "Gone from this file. Nobody can get them back." in words_on(amina.desk)
    assert len(amina.session.all(Picture)) == 1
    touch(amina.desk, "Take it back now")
    assert amina.session.all(Picture) == ()


def test_the_slip_is_printed_from_here(amina: Table) -> None:
    touch(amina.desk, SHORT)
    touch(amina.desk, "Take it back now")
    touch(amina.desk, "Print the slip")
    assert amina.stage.desk.page == "people_papers"
    assert amina.stage.desk.given["kind"] == Paper.TAKEN_BACK


def test_from_home_after_the_day_it_is_two_touches_from_the_list(amina: Table) -> None:
    amina.session.plan.close_day(amina.clock.now.date() + timedelta(days=9))
    person = amina.session.all(Person)[0].id
    amina.show_desk("arrivals", person=person)
    touch(amina.desk, "Take something back")
    touch(amina.desk, SHORT)
    touch(amina.desk, "Take it back now")
    assert taken(amina) == [Item.QUOTE_FIRST_NAME]
