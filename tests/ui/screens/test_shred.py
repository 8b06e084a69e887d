"""Taking people out: what is lost is said first, a second touch does it, and a proof is left."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.given import TODAY, clock
from tests.ui.checks import wrong_with
from tests.ui.given import Table, names, settle, touch, words_on
from ui.look import Side
from ui.parts.start import Start
from workshop.domain.claims import NewLine
from workshop.domain.kinds import Audience, Category, Item, Said
from workshop.domain.labels import Label
from workshop.domain.money import Claim
from workshop.domain.persons import Answer, Issued, Person
from workshop.domain.records import Note
from workshop.session import keeping
from workshop.session.session import Session


@pytest.fixture
def after(two_screens: Table) -> Table:
    """The day is over: Amina wrote, claimed, and is named on a page."""
    filled(two_screens.session)
    two_screens.show_desk("shred")
    return two_screens


def filled(session: Session) -> None:
    people = session.people
    amina = people.arrive("Amina", [], full_name="Amina Khan").person
    for item in (Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME):
        people.consent(amina, item, Said.YES)
    session.board.add_note("A bench", author=amina)
    session.promises.promise("Benches", owner="Amina", we_will="Ask", how_known="They stand there")
    people.claim(amina, [NewLine(Category.PUBLIC_TRANSPORT, "bus", amount=Decimal("3.20"), receipt=True)])
    page = Issued("page", 1, "pack", Audience.PEOPLE, False, "2026-03-05T13:10", "0" * 64, 4, people=(amina,))
    session.place.store.apply(Label.MAKE_PACK, [page])
    people.set_retention(TODAY + timedelta(days=30))
    session.plan.close_day(TODAY + timedelta(days=9))


def test_the_first_touch_says_what_is_lost_and_the_second_one_does_it(after: Table) -> None:
    touch(after.desk, "Take everybody out")
    said = words_on(after.desk)
    assert "1 person" in said and "Names, answers, signatures, needs, pictures and money." in said
    assert "Money goes too" in said and "Still needed" in said and "To call back" in said
    assert len(after.session.all(Person)) == 1
    touch(after.desk, "Take everybody out now")
    assert after.session.all(Person) == after.session.all(Answer) == ()
    said = words_on(after.desk)
    assert "Everybody is taken out" in said and "3 answers" in said
    assert [note.text for note in after.session.all(Note)] == ["A bench"]
    assert "Amina" not in said


def test_the_proof_can_be_printed(after: Table) -> None:
    touch(after.desk, "Take everybody out")
    touch(after.desk, "Take everybody out now")
    touch(after.desk, "Print the proof")
    assert after.stage.desk.page == "people_papers"
    assert after.stage.desk.given["proof"].people == 1


def test_a_file_without_people_is_saved_and_here_nothing_changes(two_screens: Table, tmp_path: Path) -> None:
    filled(two_screens.session)
    two_screens.show_desk("shred", choose_folder=lambda *_: tmp_path)
    touch(two_screens.desk, "Save a file without people")
    assert "findings.sametable is saved. Nobody is in it." in words_on(two_screens.desk)
    found = Session.open(keeping.bring_in_copy(tmp_path / "findings.sametable"), None, clock)
    assert found.all(Person) == () and [note.text for note in found.all(Note)] == ["A bench"]
    found.close()
    assert len(two_screens.session.all(Person)) == 1


def test_going_back_takes_nothing_out(after: Table) -> None:
    touch(after.desk, "Take everybody out")
    touch(after.desk, "Back")
    assert "Take names off the notes" in names(after.desk)
    assert len(after.session.all(Person)) == 1


def test_names_go_alone(after: Table) -> None:
    touch(after.desk, "Take names off the notes")
    assert "They lose their words. They still count." in words_on(after.desk)
    touch(after.desk, "Take the names off now")
    assert [note.author for note in after.session.all(Note)] == [None]
    assert len(after.session.all(Person)) == len(after.session.all(Claim)) == 1


def test_money_goes_alone(after: Table) -> None:
    touch(after.desk, "Take out what is about money")
    touch(after.desk, "Take the money out now")
    assert after.session.all(Claim) == ()
    assert after.session.all(Note)[0].author is not None


def test_nothing_goes_while_the_day_is_open(two_screens: Table) -> None:
    two_screens.session.people.arrive("Amina", [])
    two_screens.session.plan.set_scope("a", "b", "c", "d", TODAY)
    two_screens.session.plan.open_day()
    two_screens.show_desk("shred")
    for act in ("Take everybody out", "Destroy the whole workshop"):
        touch(two_screens.desk, act)
        assert "The day is open. Please finish it first." in words_on(two_screens.desk)
    assert len(two_screens.session.all(Person)) == 1


def test_the_desk_goes_on_without_people(after: Table) -> None:
    touch(after.desk, "Take everybody out")
    touch(after.desk, "Take everybody out now")
    for name in ("desk", "history", "arrivals", "promises", "keeping", "shred", "plan"):
        assert wrong_with(after.show_desk(name)) == [], name


def test_the_board_that_people_see_follows(after: Table) -> None:
    page = after.show_people("board")
    touch(after.desk, "Take everybody out")
    touch(after.desk, "Take everybody out now")
    settle()
    assert after.people.page is page


class Locked:
    """A workshop with a passphrase, as the library opens it."""

    def __init__(self, table: Table, folder: Path) -> None:
        self.table = table
        self.session = Session.make(folder, "A day", "four quiet garden benches", clock)
        filled(self.session)
        table.stage.begin(self.session)


def test_the_new_recovery_key_is_shown_and_printed(two_screens: Table, tmp_path: Path) -> None:
    locked = Locked(two_screens, tmp_path / "locked")
    old = locked.session.recovery_key
    printed: list[str] = []

    def print_page(html: str, parent: Any) -> bool:
        printed.append(html)
        return True

    two_screens.show_desk("shred", print_page=print_page)
    touch(two_screens.desk, "Take everybody out")
    touch(two_screens.desk, "Take everybody out now")
    new = locked.session.recovery_key
    assert new and new != old
    assert new.split("-")[0] in words_on(two_screens.desk)
    touch(two_screens.desk, "Print the key")
    assert new.split("-")[-1] in printed[0]
    two_screens.stage.leave()
    Session.open(tmp_path / "locked", new, clock).close()
    Session.open(tmp_path / "locked", "four quiet garden benches", clock).close()


def test_destroying_the_whole_workshop_is_another_act(two_screens: Table, tmp_path: Path) -> None:
    Locked(two_screens, tmp_path / "locked")
    start = Start.of(two_screens.stage)
    start.keep(start.settings.copied("locked", clock()))
    two_screens.show_desk("shred")
    touch(two_screens.desk, "Destroy the whole workshop")
    assert "Copies on sticks stay. Please destroy them too." in words_on(two_screens.desk)
    assert (tmp_path / "locked" / "keys.json").exists()
    touch(two_screens.desk, "Destroy it now")
    assert not (tmp_path / "locked").exists()
    assert "locked" not in start.settings.copies
    assert two_screens.stage.bridge is None and two_screens.stage.desk.page == "home"


@pytest.mark.parametrize("act", ["names", "money", "everybody", "workshop", "proof"])
@pytest.mark.parametrize("size", [(1366, 768, 0.253)], ids=str)
def test_there_is_room_for_everything(
    size: tuple[int, int, float], act: str, qtbot: QtBot, tmp_path: Path
) -> None:
    width, height, mm = size
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    filled(table.session)
    page = table.show_desk("shred")
    page.asked = act.replace("proof", "")  # type: ignore[attr-defined]
    if act == "proof":
        page.proof = table.session.people.shred()  # type: ignore[attr-defined]
    page.rebuild()
    settle()
    assert page.side is Side.FACILITATOR and wrong_with(page) == []
    table.close()
