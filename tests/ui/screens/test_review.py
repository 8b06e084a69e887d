"""The whole ballot once before it is cast, in the order of the numbers."""

from collections.abc import Iterator

import pytest

from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.voting import IDEAS, ballots, give_dots, open_vote, quick
from ui.parts.ballot import ballot_of
from ui.screens.ballot import BallotPage
from ui.screens.review import ReviewPage
from ui.widgets.review_row import ReviewRow


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


def review(table: Table, *titles: str, **rules: int) -> None:
    open_vote(table, **rules)
    touch(table.people, "Touch here when you are ready")
    give_dots(table, *titles)
    touch(table.people, "Done")


def test_all_ideas_in_number_order_with_own_dots(table: Table) -> None:
    review(table, "Ask the carer", "Ask the carer")
    page = table.people.page
    assert isinstance(page, ReviewPage)
    rows = [row.accessibleName() for row in page.findChildren(ReviewRow)]
    assert rows == [
        "Idea 1, no dot",
        "Idea 2, no dot",
        "Idea 3, no dot",
        "Idea 4, 2 dots",
        "Idea 5, no dot",
    ]
    said = words_on(table.people)
    assert "You used 2 dots. You have 1 dot left. That is fine. You do not have to use it." in said


def test_no_dots_at_all_is_asked_once_and_is_fine(table: Table) -> None:
    review(table)
    said = words_on(table.people)
    assert "You have placed no dots. Is that right?" in said
    touch(table.people, "Cast it")
    assert ballots(table) == 1


def test_all_dots_used_says_nothing_of_dots_left(table: Table) -> None:
    review(table, "Ask the carer", "A plan on one page", dots=2)
    assert "left" not in words_on(table.people)


def test_change_goes_back_and_keeps_the_dots(table: Table) -> None:
    review(table, "Ask the carer")
    touch(table.people, "Change")
    assert isinstance(table.people.page, BallotPage)
    ballot = ballot_of(table.stage)
    assert ballot is not None and ballot.used == 1


def test_change_and_cast_are_of_one_size(table: Table) -> None:
    review(table)
    page = table.people.page
    assert page is not None
    change, cast = (find(page, name) for name in ("Change", "Cast it"))
    assert abs(change.width() - cast.width()) <= 1
    assert change.height() == cast.height()


def test_a_ballot_that_is_refused_is_still_there(table: Table) -> None:
    review(table, "Ask the carer")
    page = table.people.page
    assert isinstance(page, ReviewPage)
    ballot = ballot_of(table.stage)
    assert ballot is not None
    ballot.dots[ballot.order[0].id] = 99  # nobody can do this by touch
    page.cast()
    settle()
    assert (ballots(table), table.people.page) == (0, page)
    assert ballot_of(table.stage) is ballot


def test_reading_aloud_never_says_the_dots(table: Table) -> None:
    review(table, "Ask the carer")
    page = table.people.page
    ballot = ballot_of(table.stage)
    assert isinstance(page, ReviewPage) and ballot is not None
    spoken = page.spoken(ballot)
    assert "dot" not in spoken
    assert all(title in spoken for title, _ in IDEAS)
    assert "Idea 4, 1 dot" in names(table.people)
