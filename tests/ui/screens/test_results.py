"""The result for the facilitator: only after the close, with equals marked and small groups kept whole."""

import pytest

from tests.ui.given import Table, names, settle, touch, words_on
from tests.ui.voting import QUESTION, open_vote
from ui.look import Side
from ui.widgets.result_row import ResultHead, ResultRow
from workshop.domain.kinds import Voice
from workshop.domain.records import Round
from workshop.session.voting import RoundOpened


def close_with(table: Table, *ballots: tuple[int, ...], **rules: object) -> RoundOpened:
    """A vote with these ballots (dots in number order), closed."""
    opened = open_vote(table, **rules)
    for dots in ballots:
        choices = {o.id: n for o, n in zip(opened.options, dots, strict=False) if n}
        table.session.voting.cast(opened.round, choices)
    table.session.voting.close_round(opened.round)
    return opened


def close_by_voice(table: Table) -> RoundOpened:
    """A vote of carers and staff, closed; its second and third idea are equal."""
    opened = open_vote(table, people=12, by_voice=True)
    first, second, third = (option.id for option in opened.options[:3])
    for i in range(12):
        voice = Voice.CARER if i < 6 else Voice.STAFF
        table.session.voting.cast(opened.round, {first: 1 + i % 2, second: i % 2, third: 1 - i % 2}, voice)
    table.session.voting.close_round(opened.round)
    return opened


def rows(table: Table) -> list[str]:
    assert table.desk.page is not None
    return [row.accessibleName() for row in table.desk.page.findChildren(ResultRow)]


def test_places_equals_and_ideas_without_a_dot(table: Table) -> None:
    close_with(table, (2, 1), (1, 0, 1), (0, 2, 1), (1, 0, 1))
    table.show_desk("results")
    assert rows(table) == [
        "Place 1. One person to ring. 4 dots",
        "Place 2, equal. Medicines ready first. 3 dots",
        "Place 2, equal. A plan on one page. 3 dots",
        "No place. Ask the carer. 0 dots",
        "No place. A quiet place to wait. 0 dots",
    ]
    assert "4 of 6 voted. 10 of 12 dots used." in words_on(table.desk)


def test_an_open_vote_has_no_result(table: Table) -> None:
    opened = open_vote(table)
    table.session.voting.cast(opened.round, {opened.options[0].id: 2})
    for given in ({}, {"round": opened.round}):
        table.show_desk("results", **given)
        assert "There is no result yet. Close the vote first." in words_on(table.desk)
        assert rows(table) == []


def test_too_few_ballots_are_not_counted_and_it_says_why(table: Table) -> None:
    close_with(table, (2, 1), (1,), (1,))
    table.show_desk("results")
    said = words_on(table.desk)
    assert "Fewer than 4 people voted." in said
    assert rows(table) == []


def test_a_vote_that_was_stopped_says_so(table: Table) -> None:
    opened = open_vote(table)
    table.session.voting.cancel_round(opened.round, "A slip in the words")
    table.show_desk("results")
    said = words_on(table.desk)
    assert "This vote was stopped. Nothing was counted." in said and "Why: A slip in the words" in said


def test_voices_are_shown_where_they_may_be(table: Table) -> None:
    opened = close_by_voice(table)
    table.show_desk("results")
    facts = table.session.voting.result(opened.round)
    assert "Small groups" in words_on(table.desk)
    assert facts.voices == ("Carers", "Staff")  # type: ignore[union-attr]
    assert any("Carers" in row or "Not shown by voice" in row for row in rows(table))


def heights(table: Table) -> list[tuple[int, int]]:
    """The height of the head and of each row of the table, and what its words need."""
    assert table.desk.page is not None
    parts = [*table.desk.page.findChildren(ResultHead), *table.desk.page.findChildren(ResultRow)]
    return [(part.height(), part.heightForWidth(part.width())) for part in parts]


def test_the_tall_letters_of_urdu_are_not_cut(table: Table) -> None:
    """The head has three lines of them there, and equals two; in English less is enough (the control)."""
    close_by_voice(table)
    table.show_desk("results")
    english = heights(table)
    for side in (Side.PEOPLE, Side.FACILITATOR):
        table.stage.taste(side, language="ur")
    settle()
    urdu = heights(table)
    assert all(has >= needs for has, needs in english + urdu)
    assert urdu[0][0] > 2 * english[0][0]
    assert urdu[2][0] > english[2][0]


def test_from_the_result_to_the_room_to_promises_and_to_a_new_vote(table: Table) -> None:
    opened = close_with(table, (2, 1), (1, 0, 1), (0, 2, 1), (1, 0, 1))
    table.show_desk("results", round=opened.round)
    touch(table.desk, "Vote again on the equals")
    assert (table.stage.desk.page, table.stage.desk.given) == ("set_up_vote", {"round": opened.round})
    table.show_desk("results", round=opened.round)
    touch(table.desk, "Choose what we promise")
    assert table.stage.desk.page == "promises"
    table.show_desk("results", round=opened.round)
    touch(table.desk, "Show the room")
    assert (table.stage.people.page, table.stage.people.given) == ("room_result", {"round": opened.round})


def test_without_equals_nothing_is_voted_again(table: Table) -> None:
    close_with(table, (2, 1), (2, 1), (2, 1), (2, 0))
    table.show_desk("results")
    assert "Vote again on the equals" not in names(table.desk)


@pytest.mark.parametrize("page", ["results", "room_result"])
def test_the_last_vote_is_the_one_that_is_shown(page: str, table: Table) -> None:
    close_with(table, (2, 1), (2, 1), (2, 1), (2, 0))
    show = table.show_desk if page == "results" else table.show_people
    show(page)
    assert QUESTION in words_on(table.people)
    assert len(table.session.all(Round)) == 1
