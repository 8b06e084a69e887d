"""Home: carry on, the workshops before, a new one, practice, a copy, and titles that people do not see."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.given import TODAY
from tests.ui.given import find, names, touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from ui.parts import library
from ui.parts.library_rows import WorkshopRow
from ui.words import words_in
from workshop.domain.kinds import DayState
from workshop.domain.records import Step
from workshop.session import invented
from workshop.session.library import Closed, Summary
from workshop.session.session import Session
from workshop.session.settings import ONLY_THIS

TITLE = "Leaving hospital"


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as it:
        it.start.library.secret = PASSPHRASE
        yield it


def today(session: Session) -> None:
    """A day of today that has reached its third step."""
    story = invented.told()
    story["workshop"]["title"] = session.day().title
    invented.plan_day(session, story)
    session.people.arrive("Amina", [])
    session.plan.start_step(session.all(Step)[2].id)


def home(at: Computer) -> Computer:
    at.show("home")
    at.wait(3000)
    return at


def test_with_no_workshop_home_says_so_and_there_is_nothing_to_copy(at: Computer) -> None:
    home(at)
    assert "No workshop today. Start one, or practise." in words_on(at.window)
    touch(at.window, "Copy to USB now")
    assert "There is no workshop to copy yet." in words_on(at.window)


def test_one_touch_leads_back_to_work(at: Computer) -> None:
    at.make(TITLE, fill=today)
    home(at)
    words = words_on(at.window)
    assert "Today, Thursday 5 March" in words and TITLE in words and "1 person is here" in words
    assert "You are at step 3 of" in words
    touch(at.window, "Carry on")
    at.wait(2000)
    assert at.at == "desk" and at.stage.room.workshop.title == TITLE


def test_a_workshop_before_today_tells_its_state_and_opens(at: Computer) -> None:
    def before(session: Session) -> None:
        today(session)
        session.plan.close_day(TODAY + timedelta(days=30))

    at.make("The first clinic visit", fill=before)
    home(at)
    row = find(at.window, "The first clinic visit")
    assert row.accessibleDescription() == "Thu 5 Mar · 1 person. Finished"
    touch(at.window, "The first clinic visit")
    at.wait(2000)
    assert at.stage.room.workshop.title == "The first clinic visit"


def test_a_new_workshop_comes_from_a_template(at: Computer) -> None:
    home(at)
    touch(at.window, "Walk through a journey")
    at.wait(2000)
    assert at.at == "recovery_key"
    assert at.stage.room.all(Step) and at.stage.room.workshop.template == "journey"


def test_an_empty_workshop_has_no_steps(at: Computer) -> None:
    home(at)
    touch(at.window, "Empty workshop")
    at.wait(2000)
    assert (at.at, at.stage.room.all(Step)) == ("recovery_key", ())


def test_practice_is_said_and_leaves_nothing(at: Computer) -> None:
    home(at)
    touch(at.window, "Practise")
    at.wait(3000)
    assert at.at == "desk" and at.stage.room.workshop.practice
    assert any(name.startswith("PRACTICE") for name in names(at.window))
    at.start.home()
    assert [p.name for p in at.home.iterdir() if p.name.startswith(".practice")] == []


def test_other_titles_are_hidden_where_people_can_see_them(at: Computer) -> None:
    at.make(TITLE, fill=today)
    at.start.keep(replace(at.start.settings, people_screen="HDMI-1"))
    home(at)
    assert TITLE not in words_on(at.window) and TITLE not in names(at.window)
    touch(at.window, "Show the titles")
    assert TITLE in words_on(at.window)
    at.start.keep(replace(at.start.settings, people_screen=ONLY_THIS))
    at.show("all_workshops")
    home(at)
    assert TITLE in words_on(at.window)


def test_without_the_passphrase_home_shows_no_title_and_leads_to_the_lock(at: Computer) -> None:
    at.make(TITLE, fill=today)
    at.start.library.secret = None
    at.show("home")
    assert TITLE not in words_on(at.window) and TITLE not in names(at.window)
    at.wait()
    assert at.at == "unlock"


def test_a_copy_goes_to_a_stick_and_can_come_back(at: Computer, tmp_path: Path) -> None:
    folder = at.make(TITLE, fill=today)
    home(at)
    stick = tmp_path / "stick"
    stick.mkdir()
    at.start.copy(folder, stick)
    at.wait(2000)
    assert [p.name for p in stick.iterdir()] == [f"{TITLE}.sametable"]
    assert "It is safe to take out." in words_on(at.window)
    assert at.start.settings.copies == {TITLE: "2026-03-05T13:10"}
    assert "Last copy on USB: 13:10" in words_on(at.window)
    at.start.bring_in(stick / f"{TITLE}.sametable")
    at.wait(2000)
    assert at.stage.room.session.place.folder == at.home / f"{TITLE} 2"


def test_a_stick_that_is_full_or_gone_is_told_and_the_workshop_is_safe(at: Computer, tmp_path: Path) -> None:
    folder = at.make(TITLE, fill=today)
    home(at)
    at.start.copy(folder, tmp_path / "gone" / "stick")
    at.wait(2000)
    assert at.start.settings.copies == {}
    assert "safe to take out" not in words_on(at.window)
    assert at.window.message is not None and at.window.message.isVisible()


def test_a_second_same_table_is_told_in_words(at: Computer) -> None:
    folder = at.make(TITLE, fill=today)
    elsewhere = Session.open(folder, PASSPHRASE, at.clock)
    home(at)
    touch(at.window, "Carry on")
    at.wait(2000)
    assert at.at == "home" and at.stage.bridge is None
    assert "Another Same Table has this workshop open." in words_on(at.window)
    elsewhere.close()


def test_a_library_that_cannot_be_written_to_is_told_in_words(at: Computer) -> None:
    at.home.write_text("a file stands where the folder should be")
    home(at)
    touch(at.window, "Empty workshop")
    at.wait(1000)
    assert at.at == "home"
    assert "The folder for workshops cannot be written to." in words_on(at.window)


def test_all_workshops_are_in_the_long_list(at: Computer) -> None:
    for number in range(6):
        at.make(f"Day {number}")
    home(at)
    assert len(at.window.findChildren(WorkshopRow)) == 4
    at.show("all_workshops")
    at.wait(3000)
    assert {row.text() for row in at.window.findChildren(WorkshopRow)} == {f"Day {n}" for n in range(6)}


# How it is told

SEEN = Summary(Path("x"), TITLE, TODAY, "", DayState.CLOSED, 14, 0, 8, "", 0, False, 0, False, "")
WORDS = words_in("en")


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (replace(SEEN, promises_due=3, answered=True), "3 promises due"),
        (replace(SEEN, promises_due=1), "1 promise due"),
        (replace(SEEN, answered=True, packs=2), "Reported back"),
        (replace(SEEN, packs=2), "Pack printed"),
        (replace(SEEN, names_gone=True, packs=2), "Names taken out"),
        (replace(SEEN, state=DayState.OPEN, packs=1), "Not finished"),
        (replace(SEEN, state=DayState.DRAFT), "Not begun"),
        (SEEN, "Finished"),
        (Closed(Path("x"), locked=True), "Another passphrase"),
        (Closed(Path("x"), locked=False), "Cannot be read"),
    ],
)
def test_a_state_is_two_or_three_words(seen: Summary | Closed, said: str) -> None:
    assert library.state_of(WORDS, seen).text == said


def test_todays_workshop_comes_before_one_that_was_not_finished() -> None:
    old = replace(SEEN, day=TODAY - timedelta(days=9), state=DayState.OPEN)
    now = replace(SEEN, state=DayState.DRAFT)
    assert library.for_today([old, now], TODAY) is now
    assert library.for_today([old, SEEN], TODAY) is old
    assert library.for_today([SEEN], TODAY) is None


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(10, "Half an hour."), (60, "1 hour."), (120, "2 hours."), (151, "2½ hours."), (180, "3 hours.")],
)
def test_lengths_are_rounded_to_half_hours(minutes: int, said: str) -> None:
    assert library.long_of(WORDS, minutes) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "in 5 seconds"),
        (15, "in 15 seconds"),
        (16, "in 20 seconds"),
        (90, "in 90 seconds"),
        (120, "in 2 minutes"),
    ],
)
def test_a_wait_is_told_in_steps_and_never_runs(seconds: int, said: str) -> None:
    assert library.wait_in_words(WORDS, seconds) == said
