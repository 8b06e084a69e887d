"""More about people: each page is one touch away, and people who came before are expected again."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.parts.start import Start
from ui.screens import NAMES
from ui.screens.people_more import PeopleMorePage
from workshop.domain.claims import NewLine
from workshop.domain.kinds import Category, Item, Said, Voice
from workshop.domain.persons import Need, Person
from workshop.session.session import Session

SECRET = "three green chairs"
WAYS = {
    "The consent questions": "consent_words",
    "Paper forms and badges": "people_papers",
    "Money": "money",
    "Equality questions": "equality",
    "Names in notes": "names_check",
    "People in pictures": "pictures_check",
    "People who came before": "regulars",
    "How long we keep it": "keeping",
    "What was handed out": "handed_out",
    "Card for a worry": "safeguarding",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of this test only."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def more(table: Table) -> PeopleMorePage:
    page = table.show_desk("people_more")
    assert isinstance(page, PeopleMorePage)
    return page


def test_one_touch_leads_here_and_back(two_screens: Table, home: Path) -> None:
    two_screens.show_desk("arrivals")
    touch(two_screens.desk, "More about people")
    assert two_screens.stage.desk.page == "people_more"
    touch(two_screens.desk, "Back")
    assert two_screens.stage.desk.page == "arrivals"


@pytest.mark.parametrize(("text", "page"), WAYS.items(), ids=WAYS.values())
def test_each_page_is_there_and_opens(text: str, page: str, two_screens: Table, home: Path) -> None:
    assert page in NAMES
    more(two_screens)
    touch(two_screens.desk, text)
    assert two_screens.stage.desk.page == page
    assert two_screens.desk.page is not None


def test_every_way_is_a_page_of_this_list(two_screens: Table, home: Path) -> None:
    assert {way.page for way in more(two_screens)._ways()} == set(WAYS.values())


def test_a_page_that_is_not_there_is_locked_and_says_so(
    two_screens: Table, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the two tests above: a page that is taken away opens nothing."""
    monkeypatch.setattr("ui.screens.people_more.NAMES", NAMES - {"money"} if isinstance(NAMES, set) else [])
    more(two_screens)
    touch(two_screens.desk, "Money")
    assert two_screens.stage.desk.page == "people_more"


def test_it_says_what_waits(two_screens: Table, home: Path) -> None:
    people = two_screens.session.people
    said = words_on_buttons(more(two_screens))
    assert "claim" not in said and "wait" not in said and "expected" not in said
    amina = people.arrive("Amina", []).person
    people.claim(amina, [NewLine(Category.TAXI, "Home", amount=Decimal("8.20"))])
    people.claim(people.arrive("Bo", []).person, [])
    two_screens.session.board.add_note("Ask Amina")
    people.change(people.arrive("Ruth", []).person, regular=True)
    settle()
    said = words_on_buttons(more(two_screens))
    for waiting in ("1 claim to pay.", "1 note waits.", "1 is expected."):
        assert waiting in said


def words_on_buttons(page: PeopleMorePage) -> str:
    return " ".join(way.second for way in page._ways())


# People who came before


@pytest.fixture
def real(home: Path) -> Iterator[Table]:
    """A workshop with a passphrase at the desk, and an earlier one in the library."""
    table = RealTable(home / "Today", two_screens=True)
    table.begin()
    library = Start.of(table.stage).library
    library.secret = SECRET
    earlier = library.make("Last time")
    people = earlier.people
    for name, again in (("Sian", Said.YES), ("Bo", Said.NO), ("Tom", Said.YES)):
        person = people.arrive(name, [Voice.CARER], needs=["Hearing loop"]).person
        people.consent(person, Item.TAKE_PART, Said.YES)
        people.consent(person, Item.INVITE_AGAIN, again)
    earlier.close()
    table.show_desk("regulars")
    QTest.qWait(400)  # every workshop is looked into, one after the other
    yield table
    table.close()


class RealTable(Table):
    """A table with a workshop of real people."""

    @classmethod
    def _session(cls, folder: Path, clock: object) -> Session:
        return Session.make(folder, "Today", SECRET, clock)  # type: ignore[arg-type]


def test_who_agreed_is_expected_with_two_touches(real: Table) -> None:
    assert "Today" not in names(real.desk)  # this workshop itself is no earlier one
    touch(real.desk, "Last time")
    assert "Sian" in names(real.desk) and "Tom" in names(real.desk) and "Bo" not in names(real.desk)
    touch(real.desk, "Tom")
    touch(real.desk, "Expect 1 person")
    (sian,) = real.session.all(Person)
    assert (sian.called, sian.regular, sian.voices) == ("Sian", True, (Voice.CARER,))
    assert [n.what for n in real.session.all(Need)] == ["Hearing loop"]
    assert real.stage.desk.page == "arrivals"
    said = words_on(real.desk)
    assert "1 person is expected. Please ask everything again." in said
    assert "1 came before and is not here yet." in said and "0\npeople are here" in said
    real.show_desk("regulars")
    touch(real.desk, "Last time")
    assert not find(real.desk, "Sian").isEnabled()  # is in the list already


def test_another_passphrase_is_asked_for(real: Table, home: Path) -> None:
    start = Start.of(real.stage)
    start.library.secret = "another one here"
    start.seen.clear()
    real.show_desk("people_more")
    real.show_desk("regulars")
    QTest.qWait(400)
    touch(real.desk, "Last time")
    assert "This workshop has another passphrase." in words_on(real.desk)
    field = find(real.desk, "Passphrase of that workshop")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "not this one")
    touch(real.desk, "Open it to look")
    assert "Sian" not in names(real.desk) and real.session.all(Person) == ()
    QTest.keyClicks(find(real.desk, "Passphrase of that workshop"), SECRET)
    QTest.keyClick(find(real.desk, "Passphrase of that workshop"), Qt.Key.Key_Return)
    settle()
    assert "Sian" in names(real.desk)


def test_no_real_people_come_into_a_practice_workshop(real: Table, two_screens: Table) -> None:
    library = Start.of(two_screens.stage).library
    library.secret = SECRET
    two_screens.show_desk("regulars")
    QTest.qWait(400)
    touch(two_screens.desk, "Last time")
    assert "This workshop is only for practice." in words_on(two_screens.desk)
    assert "Sian" not in names(two_screens.desk)
