"""The second half of the invented day: ideas, the secret vote, promises, and the sheet to take home."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.playing.day import Day
from ui.playing.fingers import find, names, settle, touch
from ui.playing.table import put_words
from ui.screens.ideas import IdeasPage
from ui.screens.paper_votes import PaperVotesPage


def make_ideas(day: Day, ideas: list[tuple[str, str, str]]) -> None:
    """Ideas (group, title, second line) are written on the people's screen."""
    table = day.table
    day.step("ideas")
    for number, (group, title, what) in enumerate(ideas):
        table.at_screen(group)
        _write_in_panel(table.people, "In a few words", title)
        _write_in_panel(table.people, "One line more", what)
        table.at_screen("The people who wrote the notes agree")
        if number == len(ideas) - 1:
            day.see("ideas", table.people)
        table.at_screen("This goes to the vote")


def _write_in_panel(window: QWidget, field: str, words: str) -> None:
    touch(window, field)
    page = window.page  # type: ignore[attr-defined]
    assert isinstance(page, IdeasPage) and page.writer is not None
    put_words(page.writer.field, words)
    touch(page.writer, "Done")


def open_vote(day: Day, more_dots: int = 0) -> None:
    """Look at what is filled in, give each person some dots more, and open the vote."""
    table = day.table
    day.step("vote")
    table.at_desk("Open the vote")
    for _ in range(more_dots):
        table.at_desk("One dot more", "One more on one idea")
    day.see("set-up-vote", table.desk)
    table.at_desk("Open the vote")
    day.see("next-person-waits", table.people)


def vote(day: Day, voice: str, titles: list[str]) -> None:
    """One turn at the screen: the voice, a dot on each of these ideas, cast it."""
    table = day.table
    table.at_desk("Let the next person vote")
    day.see("next-person", table.people)
    table.at_screen("Touch here when you are ready")
    day.see("voice", table.people)
    table.at_screen(voice)
    for title in titles:
        touch_idea(day, title)
    day.see("ballot", table.people)
    table.at_screen("Done")
    day.see("review", table.people)
    table.at_screen("Cast it")
    day.see("thank-you", table.people)
    table.at_screen("I am finished")


def touch_idea(day: Day, title: str) -> None:
    """Give an idea a dot, on whatever page of the ballot it is."""
    touch(day.table.people, _card(day.table.people, title))


def _card(window: QWidget, title: str) -> str:
    """The name of the card of an idea, or of the button that leads to the page it is on."""
    for _ in range(9):
        for name in names(window):
            if name.startswith("Idea ") and title in name:
                return name
        touch(window, "More…")
    raise LookupError(f"no card is about {title!r}")


def type_paper_votes(day: Day, rows: list[str], dots: int) -> None:
    """Paper ballots are counted by hand, typed and sealed."""
    table = day.table
    table.at_desk("Type paper votes")
    page = table.page(table.desk)
    assert isinstance(page, PaperVotesPage)
    for name, words in {
        "Sheets in your hand": str(len(rows)),
        "All dots on those that can be counted": str(dots),
        "Read by": "Leanne",
        "Typed by": "Ruth",
    }.items():
        table.write(table.desk, name, words)
    for row in rows:
        QTest.keyClicks(page.grid, row)
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
    settle()
    day.see("paper-votes", table.desk)
    table.at_desk(f"Seal {len(rows)} paper votes", "Back to the desk")


def close_vote(day: Day) -> None:
    """Close the vote; the result opens at the desk and is shown to the room."""
    table = day.table
    day.see("desk-vote", table.desk)
    day.see("public-voting", table.room)
    table.at_desk("Close the vote")
    day.see("desk-close-the-vote", table.desk)
    table.at_desk("Yes, close the vote")
    day.see("results", table.desk)
    table.at_desk("Show the room")
    day.see("room-result", table.people)


def promise(day: Day, title: str, we_will: str, how_known: str, who: str) -> None:
    """Say yes to an idea, and make it a promise: what, how we will know, who, by when."""
    desk = day.table.desk
    day.table.at_desk(f"Yes: {title}")
    _write_and_leave(desk, f"What we will do: {title}", we_will)
    _write_and_leave(desk, f"How we will know: {title}", how_known)
    day.table.at_desk("Who: A person")
    day.table.at_desk(who)
    if "Done" in names(desk):  # somebody who said no to a printed name is asked for a role
        day.table.at_desk("Done")
    day.table.at_desk("By when: A date")
    day.table.at_desk("In 1 month")
    day.table.at_desk("Done")
    day.table.at_desk("Said yes in the room")


def say_cannot(day: Day, what: str, why: str) -> None:
    """Say plainly what cannot be done now, and why."""
    desk = day.table.desk
    day.table.at_desk("Add what we cannot do now")
    put_words(find(desk, "What we cannot do now"), what)
    put_words(find(desk, "Why"), why)
    day.table.at_desk("Add")


def meet_again(day: Day) -> None:
    """Say when people meet again."""
    desk = day.table.desk
    day.table.at_desk("When do we meet again?")
    day.table.at_desk("In 1 month")
    put_words(find(desk, "At what time"), "13:00")
    day.table.at_desk("Done")
    day.see("promises", desk)


def _write_and_leave(desk: QWidget, name: str, words: str) -> None:
    field = find(desk, name)
    put_words(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def print_sheets(day: Day, folder: Path) -> None:
    """Save the sheet to take home as a file, and end the day."""
    table = day.table
    day.step("goodbye")
    # The system's own window to choose a folder is not ours to touch.
    table.stage.show_desk("print_out", choose_folder=lambda *_: folder)
    settle()
    _until_quiet(day)
    day.see("print", table.desk)
    table.at_desk("Save the sheet as a file")
    _until_quiet(day)
    table.at_desk("Team pack")
    _until_quiet(day)


def _until_quiet(day: Day) -> None:
    """Wait until the pages are made; the program goes on meanwhile."""
    timer = day.table.page(day.table.desk).timer  # type: ignore[attr-defined]
    for _ in range(3000):
        if not timer.isActive():
            break
        QTest.qWait(10)
    settle()
