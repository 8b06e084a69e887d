"""What the tests of the vote's screens share: ideas, people, an open vote, and a finger that is quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, settle, touch
from ui.look import Side
from ui.parts.vote_page import TurnPage
from ui.widgets import touch as touching
from workshop.domain.kinds import Voice
from workshop.domain.records import Idea, Round
from workshop.session.voting import Ballots, RoundOpened

IDEAS = (
    ("One person to ring", "The same person for two weeks"),
    ("Medicines ready first", "No more waiting for tablets"),
    ("A plan on one page", "In plain words"),
    ("Ask the carer", ""),
    ("A quiet place to wait", "With a chair"),
)
QUESTION = "Which ideas should we work on first?"


def people_come(table: Table, count: int = 6) -> None:
    """So many people are here, in turn as each voice."""
    voices = list(Voice)
    for i in range(count):
        table.session.people.arrive(f"Guest {i}", [voices[i % len(voices)]])


def make_ideas(table: Table, count: int = len(IDEAS)) -> None:
    """The first ideas of the list."""
    for title, what in IDEAS[:count]:
        table.session.board.add_idea(title, what)


def open_vote(table: Table, people: int = 6, **rules: Any) -> RoundOpened:
    """A vote on all ideas, and the people's screen in front."""
    people_come(table, people)
    make_ideas(table)
    ids: list[Any] = [idea.id for idea in table.session.all(Idea)]
    opened = table.session.voting.open_round(QUESTION, "What helps most people?", ids, **rules)
    table.stage.front = Side.PEOPLE
    table.stage.moved.emit()
    settle()
    return opened


def ballots(table: Table) -> int:
    """How many ballots are in the open vote."""
    (round_,) = table.session.all(Round)
    found = table.session.voting.result(round_.id)
    assert isinstance(found, Ballots)
    return found.ballots


@contextmanager
def quick(settles_s: float = 0.0, repeat_s: float = 0.0) -> Iterator[None]:
    """Pages act at once, and a second touch is always meant: this finger does not tremble."""
    before = TurnPage.settles_s, touching.REPEAT_S
    TurnPage.settles_s, touching.REPEAT_S = settles_s, repeat_s
    try:
        yield
    finally:
        TurnPage.settles_s, touching.REPEAT_S = before


def spoken_names(window: QWidget) -> list[str]:
    """All that a screen reader can find in a window, hidden things too."""
    found = []

    def walk(widget: QWidget) -> None:
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            found.append(interface.text(QAccessible.Text.Name))
            found.append(interface.text(QAccessible.Text.Description))
        for child in widget.children():
            if isinstance(child, QWidget):
                walk(child)

    walk(window)
    return [name for name in found if name]


def give_dots(table: Table, *titles: str) -> None:
    """Touch the cards of these ideas, wherever they are."""
    for title in titles:
        turn_to(table, title)
        name = next(n for n in spoken_names(table.people) if f". {title}. " in n)
        touch(table.people, name)


def turn_to(table: Table, title: str) -> None:
    """Turn the pages of ideas until this one is in sight."""
    for _ in range(len(IDEAS)):
        if any(f". {title}. " in n for n in spoken_names(table.people)):
            return
        touch(table.people, "More…")
    raise AssertionError(f"{title} is on no page")
