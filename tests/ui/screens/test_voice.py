"""As whom somebody votes: five answers of one size, and a way out."""

from collections.abc import Iterator

import pytest

from tests.ui.given import Table, find, touch
from tests.ui.voting import open_vote, quick
from ui.parts.ballot import VOICE
from ui.screens.ballot import BallotPage
from ui.screens.cover import CoverPage
from workshop.domain.kinds import Voice

ANSWERS = ("People who use services", "Carers", "Staff", "Others", "Leave it out")


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


@pytest.fixture
def asked(table: Table) -> Table:
    """A table at which somebody is asked as whom they vote."""
    open_vote(table, by_voice=True)
    touch(table.people, "Touch here when you are ready")
    return table


def test_the_answers_are_of_one_height(asked: Table) -> None:
    assert len({find(asked.people, answer).height() for answer in ANSWERS}) == 1


@pytest.mark.parametrize(("answer", "voice"), list(zip(ANSWERS, [*Voice, None], strict=True)))
def test_each_answer_goes_on_to_the_ballot(answer: str, voice: Voice | None, asked: Table) -> None:
    touch(asked.people, answer)
    assert isinstance(asked.people.page, BallotPage)
    assert asked.stage.visit[VOICE] is voice


@pytest.mark.parametrize("way", ["Back", "Stop"])
def test_a_way_out_keeps_nothing(way: str, asked: Table) -> None:
    asked.stage.visit[VOICE] = Voice.CARER
    touch(asked.people, way)
    assert isinstance(asked.people.page, CoverPage)
    assert VOICE not in asked.stage.visit
