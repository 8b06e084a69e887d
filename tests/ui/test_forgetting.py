"""After somebody was erased their words are in no memory of the program's drawing either."""

import pytest

from tests.ui.given import Table, settle
from ui import bridge
from ui.board.fitting import fit_of, is_tall, setting_of
from ui.board.foot import foot_of

WORDS = "the kestrel waits under the stairs"


def remembered() -> int:
    return sum(one.cache_info().currsize for one in (fit_of, is_tall, setting_of, foot_of))


def board_with_amina(table: Table) -> str:
    person = table.session.people.arrive("Amina", []).person
    table.session.board.add_note(WORDS, author=person)
    table.show_people("board")
    settle()
    table.show_people("resting")
    settle()
    return person


def test_what_was_laid_out_is_forgotten(two_screens: Table) -> None:
    person = board_with_amina(two_screens)
    assert remembered() > 0
    two_screens.session.people.erase(person)  # type: ignore[arg-type]
    settle()
    assert remembered() == 0


def test_without_forgetting_it_would_stay(two_screens: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control."""
    person = board_with_amina(two_screens)
    monkeypatch.setattr(bridge, "forget_words", lambda: None)
    two_screens.session.people.erase(person)  # type: ignore[arg-type]
    settle()
    assert remembered() > 0
