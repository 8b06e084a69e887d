"""Home asks about workshops whose day has come, and never by a clock that went backwards."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.given import TODAY
from tests.ui.checks import wrong_with
from tests.ui.given import names, touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from ui.parts.library import state_of
from ui.words import words_in
from workshop.domain.kinds import DayState, Item, Said
from workshop.domain.persons import Answer, Person
from workshop.session.session import Session

TITLE = "Leaving hospital"
ASKED = "Time to take something out?"


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as it:
        it.start.library.secret = PASSPHRASE
        it.make(TITLE, fill=over)
        yield it


def over(session: Session) -> None:
    """A day that is over: Amina wrote, and her name is kept for thirty days."""
    amina = session.people.arrive("Amina", []).person
    session.people.consent(amina, Item.TAKE_PART, Said.YES)
    session.board.add_note("A bench", author=amina)
    session.people.set_retention(TODAY + timedelta(days=30))
    session.plan.close_day(TODAY + timedelta(days=9))


def home(at: Computer) -> Computer:
    at.show("home")
    at.wait(3000)
    return at


def test_before_its_day_nothing_is_asked(at: Computer) -> None:
    at.clock.on(days=30)
    assert ASKED not in words_on(home(at).window)


def test_after_its_day_home_asks_and_leads_to_where_it_goes(at: Computer) -> None:
    at.clock.on(days=31)
    home(at)
    assert ASKED in words_on(at.window)
    assert "The day has passed for: Names on notes, Proof of consent." in words_on(at.window)
    assert wrong_with(at.page) == []
    touch(at.window, f"Look at it: {TITLE}")
    at.wait(3000)
    assert at.at == "shred"
    touch(at.window, "Take everybody out")
    touch(at.window, "Take everybody out now")
    assert at.stage.room.all(Person) == ()
    at.start.home()
    at.wait(3000)
    assert ASKED not in words_on(at.window)
    assert [state_of(words_in("en"), seen).text for seen in at.start.seen.values()] == ["Names taken out"]


def test_a_clock_that_went_backwards_is_told_of_and_nothing_is_asked(at: Computer) -> None:
    at.clock.on(days=-90)
    home(at)
    assert "The clock of this laptop is wrong. Please set it." in words_on(at.window)
    touch(at.window, f"Look at it: {TITLE}")
    at.wait(3000)
    assert at.at == "keeping"


def test_somebody_takes_back_after_the_day_from_home(at: Computer) -> None:
    """The day is closed; two touches in the list are enough all the same (I81)."""
    home(at)
    touch(at.window, next(name for name in names(at.window) if name.startswith(TITLE)))
    at.wait(3000)
    assert at.stage.room.workshop.state is DayState.CLOSED
    at.show("arrivals", person=at.stage.room.all(Person)[0].id)
    touch(at.window, "Take something back")
    touch(at.window, "Take part today")
    touch(at.window, "Take it back now")
    assert [a.said for a in at.stage.room.all(Answer)] == [Said.YES, Said.TAKEN_BACK]
