"""After somebody was erased: what is gone, what to call back, what stays; and the proof to print."""

from pathlib import Path

import pytest

from tests.ui.checks import wrong_with
from tests.ui.given import Table, touch, words_on
from workshop.domain.kinds import Audience, Item, Said
from workshop.domain.persons import Person
from workshop.session.people import Look, NameDecision


@pytest.fixture
def amina(two_screens: Table, tmp_path: Path) -> Table:
    """Amina wrote a note, is named on a page that was handed out, and is in a copy."""
    people, board = two_screens.session.people, two_screens.session.board
    person = people.arrive("Amina", []).person
    for item in (Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME):
        people.consent(person, item, Said.YES)
    board.add_note("A bench", author=person)
    people.review_names([NameDecision(board.add_note("Ask Amina").note, Look.KEEP)])
    two_screens.session.pack.make(Audience.PEOPLE, tmp_path / "ward-4")
    two_screens.show_desk("arrivals", person=person)
    return two_screens


def test_two_touches_erase_and_the_proof_is_shown_and_can_be_printed(amina: Table) -> None:
    touch(amina.desk, "Erase this person")
    assert len(amina.session.all(Person)) == 1
    touch(amina.desk, "Erase now")
    assert amina.session.all(Person) == ()
    said = words_on(amina.desk)
    assert "Erased. Nothing of this person is left in the file." in said
    assert "1 note" in said and "All votes" in said
    assert "What we said and what we will do, number 2" in said and "Where: ward-4." in said
    assert "Amina" not in said
    touch(amina.desk, "Print the proof")
    assert amina.stage.desk.page == "people_papers"
    assert amina.stage.desk.given["certificate"].notes_erased == 1


def test_it_leads_back_to_the_list(amina: Table) -> None:
    touch(amina.desk, "Erase this person")
    touch(amina.desk, "Erase now")
    touch(amina.desk, "Back to the list")
    assert amina.stage.desk.page == "arrivals"


@pytest.mark.parametrize("size", [(1920, 1080, 0.369), (1366, 768, 0.253)], ids=str)
def test_there_is_room_for_everything(size: tuple[int, int, float], qtbot: object, tmp_path: Path) -> None:
    width, height, mm = size
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    person = table.session.people.arrive("Amina", []).person
    certificate = table.session.people.erase(person).certificate
    assert wrong_with(table.show_desk("erased", certificate=certificate)) == []
    table.close()
