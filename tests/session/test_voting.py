"""A vote from its opening to its end: only the number of ballots is known while it is open."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.session.given import IDEAS, NO_OPTION, NO_ROUND, Room, boxes_of, opened_again, refused
from workshop.domain.facts import OptionFacts, RoundFacts
from workshop.domain.kinds import Method, RoundState, TieRule, Voice
from workshop.domain.records import Option, Result, Round
from workshop.domain.voting import MOST_OPTIONS
from workshop.session.voting import NOT_IN_THIS_COPY, Ballots, NewOption, PaperBallot, RoundOpened


def test_a_vote_opens_with_its_words_and_rules_locked(room: Room) -> None:
    idea = room.session.board.add_idea("An idea", "In two words").idea
    opened = room.session.voting.open_round(
        " What  first? ",
        "What helps most",
        [idea, room.garden, room.notes[0], NewOption(" A kettle ", "Hot")],
        dots=5,
        most_per_option=3,
        by_voice=True,
        threshold=8,
        tie_rule=TieRule.RUN_OFF,
        places=2,
    )
    (round_,) = room.snapshot.rounds
    assert replace(round_, options=()) == Round(
        opened.round,
        1,
        "What first?",
        "What helps most",
        (),
        Method.DOTS,
        5,
        3,
        True,
        8,
        TieRule.RUN_OFF,
        2,
        RoundState.OPEN,
    )
    assert opened.options == round_.options
    assert [replace(o, id="") for o in round_.options] == [  # type: ignore[arg-type]
        Option("", 1, "An idea", "In two words", idea),  # type: ignore[arg-type]
        Option("", 2, "Garden", "", room.garden),  # type: ignore[arg-type]
        Option("", 3, "Words of note 1", "", room.notes[0]),  # type: ignore[arg-type]
        Option("", 4, "A kettle", "Hot"),  # type: ignore[arg-type]
    ]
    room.session.board.edit_note(room.notes[0], "Other words")
    assert room.snapshot.rounds == (round_,)  # I32


def test_a_group_that_lies_in_another_one_cannot_be_voted_on(room: Room) -> None:
    board = room.session.board
    bus = board.make_group("Bus").group
    board.merge_groups([room.garden, bus])
    with refused(room, "^This group lies in another one now. Nothing was changed. Take them apart first.$"):
        room.session.voting.open_round("Which first?", "What helps", [bus, room.garden])
    board.unmerge_groups(room.garden)
    opened = room.session.voting.open_round("Which first?", "What helps", [bus, room.garden])
    assert [option.title for option in opened.options] == ["Bus", "Garden"]


def test_ideas_keep_their_numbers_in_a_vote_on_some_of_them(room: Room) -> None:
    ideas = [room.session.board.add_idea(title).idea for title in IDEAS]
    opened = room.session.voting.open_round("Which first?", "What helps most", [ideas[2], ideas[1]])
    assert [(option.number, option.title) for option in opened.options] == [(3, IDEAS[2]), (2, IDEAS[1])]


def test_ideas_beside_something_else_are_counted_from_1(room: Room) -> None:
    ideas = [room.session.board.add_idea(title).idea for title in IDEAS]
    opened = room.session.voting.open_round("Which first?", "What helps", [ideas[2], NewOption("A tree")])
    assert [(option.number, option.title) for option in opened.options] == [(1, IDEAS[2]), (2, "A tree")]


def test_an_open_vote_answers_with_the_number_of_ballots_only(room: Room) -> None:
    opened = room.open_vote()
    first = opened.options[0].id
    assert room.session.voting.cast(opened.round, {first: 2}) == Ballots(1)
    assert room.session.voting.cast(opened.round, {}) == Ballots(2)  # dots may stay unused (I41)
    assert room.session.voting.result(opened.round) == Ballots(2)
    assert room.do("voting.result", round=opened.round) == {"ballots": 2}


def test_a_vote_is_counted_when_it_closes(room: Room) -> None:
    opened = room.open_vote()
    room.vote(opened, (2, 1), (1, 0, 1), (0, 2), (1, 0, 1))
    facts = room.session.voting.close_round(opened.round)
    assert facts == RoundFacts(
        number=1,
        question="What first?",
        criterion="What helps most people",
        dots_each=3,
        most_per_option=2,
        threshold=5,
        run_off=False,
        counted=True,
        ballots=4,
        on_paper=None,
        spoiled=0,
        dots_used=9,
        dots_possible=12,
        rows=(
            OptionFacts(1, "Benches", "", 4, 1),
            OptionFacts(2, "A kettle", "", 3, 2),
            OptionFacts(3, "Bus times", "", 2, 3),
        ),
    )
    assert room.session.voting.result(opened.round) == facts
    assert room.snapshot.results == (
        Result(f"result-{opened.round}", opened.round, True, 4, dots_used=9, totals=(4, 3, 2)),
    )
    assert boxes_of(room) == {}


def test_the_order_of_the_ballots_changes_nothing(room: Room) -> None:
    ballots = [(2, 1), (1, 0, 1), (0, 2), (1, 0, 1), (0, 0, 2), (0, 1, 2)]
    facts = []
    for order in (ballots, ballots[::-1]):
        opened = room.open_vote()
        room.vote(opened, *order)
        facts.append(replace(room.session.voting.close_round(opened.round), number=0))
    assert facts[0] == facts[1]  # I38


def test_fewer_than_four_ballots_are_not_counted(room: Room) -> None:
    opened = room.open_vote()
    room.vote(opened, (2, 1), (1, 0, 1), (0, 2))
    facts = room.session.voting.close_round(opened.round)
    assert (facts.counted, facts.ballots, facts.dots_used) == (False, 3, 0)
    assert [(row.title, row.dots, row.place) for row in facts.rows] == [(t, 0, None) for t in IDEAS]
    assert room.snapshot.results[0].totals == ()


def test_paper_ballots_go_in_when_they_equal_the_count_by_hand(room: Room) -> None:
    opened = room.open_vote()
    one, two, three = (o.id for o in opened.options)
    sheets = [PaperBallot({one: 2, two: 1}), PaperBallot({three: 1}, Voice.CARER, (two,)), PaperBallot({})]
    cast = room.session.voting.cast_paper
    with refused(room, "4 dots were counted by hand, 3|3 dots .*|4 were typed"):
        cast(opened.round, sheets, 4, 3, 1, "Leanne", "Ruth")
    with refused(room, "3 sheets were counted by hand, 3 typed in and 1 cannot"):
        cast(opened.round, sheets, 3, 4, 1, "Leanne", "Ruth")
    assert cast(opened.round, sheets, 4, 4, 1, "Leanne", "Ruth") == Ballots(3)
    room.vote(opened, (1,))
    facts = room.session.voting.close_round(opened.round)
    assert (facts.ballots, facts.spoiled, facts.dots_used) == (4, 1, 5)
    assert facts.on_paper is None  # one on screen: the split would show it


def test_a_cancelled_vote_is_kept_void_and_its_ballots_are_destroyed_unread(room: Room) -> None:
    opened = room.open_vote()
    room.vote(opened, (2, 1), (1,), (1,), (1,))
    room.session.voting.cancel_round(opened.round, " A  slip in the words ")
    (round_,) = room.snapshot.rounds
    assert (round_.state, round_.cancelled_reason) == (RoundState.CANCELLED, "A slip in the words")
    assert (room.snapshot.results, boxes_of(room)) == ((), {})
    facts = room.session.voting.result(opened.round)
    assert isinstance(facts, RoundFacts)
    assert (facts.counted, facts.ballots, facts.cancelled) == (False, 0, "A slip in the words")
    assert room.open_vote().round != opened.round
    assert [r.number for r in room.snapshot.rounds] == [1, 2]  # I42


def test_a_vote_cannot_be_undone(room: Room) -> None:
    opened = room.open_vote()
    with refused(room, "nothing to undo"):
        room.session.undo()
    room.vote(opened, (1,), (1,), (1,), (1,))
    room.session.voting.close_round(opened.round)
    with refused(room, "nothing to undo"):
        room.session.undo()


def test_each_voter_sees_the_same_options_in_an_order_of_their_own(room: Room) -> None:
    opened = room.open_vote()
    orders = {tuple(room.session.voting.ballot(opened.round)) for _ in range(40)}
    assert len(orders) == 6
    assert {frozenset(order) for order in orders} == {frozenset(opened.options)}


def test_after_a_stop_the_vote_goes_on(room: Room) -> None:
    opened = room.open_vote()
    room.vote(opened, (2, 1), (1,))
    room.session.close()
    room.session = opened_again(room.session.place.folder)
    assert room.session.voting.result(opened.round) == Ballots(2)
    room.vote(opened, (1,), (1,))
    assert room.session.voting.close_round(opened.round).ballots == 4


def test_a_vote_without_its_box_is_ended_when_the_workshop_opens(room: Room) -> None:
    opened = room.open_vote()
    folder = room.session.place.folder
    room.session.close()
    for path in (folder / "rounds").iterdir():
        path.unlink()
    room.session = opened_again(folder)
    (round_,) = room.snapshot.rounds
    assert (round_.id, round_.state, round_.cancelled_reason) == (
        opened.round,
        RoundState.CANCELLED,
        NOT_IN_THIS_COPY,
    )


def test_a_box_whose_vote_has_ended_is_destroyed_when_the_workshop_opens(room: Room) -> None:
    opened = room.open_vote()
    room.vote(opened, (1,))
    kept = boxes_of(room)
    room.session.voting.cancel_round(opened.round, "a slip in the words")
    folder = room.session.place.folder
    room.session.close()
    (folder / "rounds").mkdir()
    for name, data in kept.items():  # as if the power had gone before they were destroyed
        (folder / "rounds" / name).write_bytes(data)
    room.session = opened_again(folder)
    assert boxes_of(room) == {}


Vote = Callable[[Room, RoundOpened], object]


def cast(choices: dict[int, int], **more: object) -> Vote:
    """A ballot with so many dots on the n-th option."""
    return lambda room, opened: room.session.voting.cast(
        opened.round,
        {opened.options[i].id: n for i, n in choices.items()},
        **more,  # type: ignore[arg-type]
    )


def paper(count: int, dots: int, spoiled: int, by: str = "Leanne", checked: str = "Ruth") -> Vote:
    return lambda room, opened: room.session.voting.cast_paper(
        opened.round, [PaperBallot({opened.options[0].id: 1})], count, dots, spoiled, by, checked
    )


REFUSED: list[tuple[str, Vote, str]] = [
    ("another option", lambda r, o: r.session.voting.cast(o.round, {NO_OPTION: 1}), "not in this vote"),
    ("not clear what", lambda r, o: r.session.voting.cast(o.round, {}, None, [NO_OPTION]), "not in this"),
    ("minus", cast({0: -1}), "whole numbers from 0"),
    ("a yes is no number", cast({0: True}), "whole numbers from 0"),
    ("too many on one", cast({0: 3}), "At most 2 dots on one idea"),
    ("too many", cast({0: 2, 1: 2}), "more than 3 dots"),
    ("no such vote", lambda r, o: r.session.voting.cast(NO_ROUND, {}), "no such round"),
    ("close nothing", lambda r, o: r.session.voting.close_round(NO_ROUND), "no such round"),
    ("cancel nothing", lambda r, o: r.session.voting.cancel_round(NO_ROUND, "x"), "no such round"),
    ("cancel without reason", lambda r, o: r.session.voting.cancel_round(o.round, " "), "the reason"),
    ("result of nothing", lambda r, o: r.session.voting.result(NO_ROUND), "no such round"),
    ("a second vote", lambda r, o: r.open_vote(), "A second vote cannot be opened while a vote is open"),
    ("nobody counted", paper(1, 1, 0, by=""), "the name of who counted"),
    ("nobody checked", paper(1, 1, 0, checked=" "), "the name of who checked"),
    ("wrong sheets", paper(2, 1, 0), "2 sheets were counted by hand, 1 typed in"),
    ("wrong dots", paper(1, 2, 0), "2 dots were counted by hand, 1 were typed in"),
    ("less than nothing", paper(0, 1, -1), "sheets were counted"),
]


@pytest.fixture(scope="module")
def voting_room(still_room: Room) -> tuple[Room, RoundOpened]:
    """A room with an open vote and one ballot in it."""
    opened = still_room.open_vote()
    still_room.vote(opened, (1,))
    return still_room, opened


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(
    act: Vote, words: str, voting_room: tuple[Room, RoundOpened]
) -> None:
    room, opened = voting_room
    with refused(room, words):
        act(room, opened)
    assert room.session.voting.result(opened.round) == Ballots(1)


@pytest.mark.parametrize("ended", ["close", "cancel"])
def test_a_vote_that_has_ended_takes_nothing_more(ended: str, room: Room) -> None:
    opened, voting = room.open_vote(), room.session.voting
    _ = voting.close_round(opened.round) if ended == "close" else voting.cancel_round(opened.round, "a slip")
    acts: list[Callable[[], object]] = [
        lambda: voting.cast(opened.round, {}),
        lambda: voting.cast_paper(opened.round, [], 0, 0, 0, "Leanne", "Ruth"),
        lambda: voting.close_round(opened.round),
        lambda: voting.cancel_round(opened.round, "a slip"),
    ]
    for act in acts:
        with refused(room, "This vote is not open. Nothing was changed"):
            act()


RULES: list[tuple[dict[str, object], str]] = [
    ({"dots": 0}, "1 to 20 dots"),
    ({"dots": 21}, "1 to 20 dots"),
    ({"most_per_option": 0}, "between 1 and the dots each"),
    ({"most_per_option": 4}, "between 1 and the dots each"),
    ({"threshold": 4}, "Groups under 5 are never shown"),
    ({"places": 4}, "not that many ideas"),
    ({"places": -1}, "not that many ideas"),
]


@pytest.mark.parametrize(("rules", "words"), RULES)
def test_rules_that_no_vote_can_have(rules: dict[str, object], words: str, room: Room) -> None:
    with refused(room, words):
        room.open_vote(**rules)


@pytest.mark.parametrize(
    ("question", "criterion", "options", "words"),
    [
        ("", "c", ["a", "b"], "needs a question"),
        ("q", " ", ["a", "b"], "needs a question"),
        ("q", "c", ["a"], "needs 2 to"),
        ("q", "c", [str(n) for n in range(MOST_OPTIONS + 1)], "needs 2 to"),
        ("q", "c", ["a", ""], "needs a few words"),
        ("q", "c", ["A bar", "a  BAR "], "the same words"),
    ],
)
def test_a_vote_lacks_something(
    question: str, criterion: str, options: list[str], words: str, room: Room
) -> None:
    with refused(room, words):
        room.session.voting.open_round(question, criterion, [NewOption(title) for title in options])


def test_a_vote_on_something_unknown(room: Room) -> None:
    with refused(room, "no such note"):
        room.session.voting.open_round("q", "c", ["nothing", room.notes[0]])


def test_no_vote_opens_after_the_day(closed_room: Room) -> None:
    with refused(closed_room, "This day is closed"):
        closed_room.open_vote()


@pytest.mark.parametrize("rules", [{"threshold": 10**30}, {"spoiled": 10**30}])
def test_numbers_that_no_file_can_keep_are_refused(rules: dict[str, int], room: Room) -> None:
    if "threshold" in rules:
        with refused(room, "Nothing was"):
            room.open_vote(**rules)
    else:
        opened = room.open_vote()
        with refused(room, "Nothing was"):
            paper(10**30 + 1, 1, 10**30)(room, opened)


def test_the_count_is_checked_by_somebody_else(room: Room) -> None:
    opened = room.open_vote()
    with refused(room, "Nothing was"):
        paper(1, 1, 0, "Leanne", "leanne ")(room, opened)
