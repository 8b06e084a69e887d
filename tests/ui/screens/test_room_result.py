"""The result for the room: the first places, then all ideas and voices when somebody asks."""

from tests.ui.given import Table, names, touch, words_on
from tests.ui.screens.test_results import close_with
from tests.ui.voting import QUESTION, open_vote, quick
from workshop.domain.kinds import Item, Said
from workshop.session.voting import NewOption


def test_the_first_three_places_with_their_equals(table: Table) -> None:
    close_with(table, (2, 1), (1, 0, 1), (0, 2, 1), (1, 0, 1))
    table.show_people("room_result")
    said = words_on(table.people)
    assert QUESTION in said and "4 of 6 voted. 10 of 12 dots used." in said
    assert "Place 2, equal. A plan on one page. 3 dots" in names(table.people)
    assert "Ask the carer" not in said


def test_all_ideas_and_back_to_the_first_places(table: Table) -> None:
    close_with(table, (2, 1), (1, 0, 1), (0, 2, 1), (1, 0, 1))
    table.show_people("room_result")
    with quick():
        touch(table.people, "All 5 ideas")
        assert "Ask the carer" in words_on(table.people)
        touch(table.people, "The first places")
    assert "Ask the carer" not in words_on(table.people)


def test_voices_are_offered_only_where_they_may_be_shown(table: Table) -> None:
    close_with(table, (2, 1), (1, 0, 1), (0, 2, 1), (1, 0, 1))
    table.show_people("room_result")
    assert "By voice" not in names(table.people)


def test_before_the_close_there_is_nothing(table: Table) -> None:
    opened = open_vote(table)
    table.session.voting.cast(opened.round, {opened.options[0].id: 2})
    table.show_people("room_result", round=opened.round)
    said = words_on(table.people)
    assert "There is no result yet." in said
    assert "One person to ring" not in said


def test_a_vote_with_too_few_ballots_says_so(table: Table) -> None:
    close_with(table, (2, 1), (1,))
    table.show_people("room_result")
    assert "Fewer than 4 people voted." in words_on(table.people)
    assert "All 5 ideas" not in names(table.people)


def test_nobody_is_named_who_did_not_say_yes_to_it(table: Table) -> None:
    people = table.session.people
    ruth, amina = (people.arrive(name, []).person for name in ("Ruth", "Amina"))
    for item in (Item.TAKE_PART, Item.QUOTE_FIRST_NAME):
        people.consent(amina, item, Said.YES)
        people.consent(ruth, Item.TAKE_PART, Said.YES)
    ideas: list[NewOption | str] = [NewOption("Ask Ruth first"), NewOption("Ask Amina first")]
    opened = table.session.voting.open_round("What does Ruth need?", "What helps", ideas)
    for _ in range(4):
        table.session.voting.cast(opened.round, {o.id: 1 for o in opened.options})
    table.session.voting.close_round(opened.round)
    table.show_people("room_result")
    said = words_on(table.people) + "\n".join(names(table.people))
    assert "Ask Amina first" in said and "Ask [name] first" in said
    assert "What does [name] need?" in said and "Ruth" not in said
    assert "Ask Ruth first" in words_on(table.show_desk("results"))  # the facilitator's own page
