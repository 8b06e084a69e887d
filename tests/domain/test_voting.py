"""The rules of a vote: what opens, what is cast, what a batch of paper must add up to."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.domain.voting import (
    MOST_OPTIONS,
    Ballot,
    check_ballot,
    check_batch,
    check_round,
    decode_ballot,
    encode_ballot,
    shuffled,
)
from workshop.errors import RuleBroken, WorkshopDamaged

NAMES = ("Benches", "A clock", "Quiet room")
OPTIONS = tuple(Option(OptionId(f"o{n}"), n, name) for n, name in enumerate(NAMES, start=1))
ROUND = Round(RoundId("r1"), 1, "Which first?", "What helps most", OPTIONS, dots=3, most_per_option=2)
BY_VOICE = replace(ROUND, by_voice=True)


def titled(*titles: str) -> tuple[Option, ...]:
    return tuple(Option(OptionId(f"o{n}"), n, title) for n, title in enumerate(titles, start=1))


# Opening


@pytest.mark.parametrize(
    "round_",
    [
        ROUND,
        replace(ROUND, options=titled("A", "B")),
        replace(ROUND, options=titled(*(f"Idea {n}" for n in range(MOST_OPTIONS)))),
        # Accents make other words: four in Vietnamese.
        replace(ROUND, options=titled("ma", "má", "mà", "mả")),
        replace(ROUND, dots=20, most_per_option=20),
        replace(ROUND, dots=1, most_per_option=1),
        replace(ROUND, threshold=8, places=3),
    ],
)
def test_a_round_that_keeps_the_rules_may_open(round_: Round) -> None:
    assert check_round(round_) is round_


@pytest.mark.parametrize(
    ("round_", "said"),
    [
        (replace(ROUND, question=""), "a question"),
        (replace(ROUND, criterion=""), "what to think about"),
        (replace(ROUND, options=titled("A")), "2 to 250 ideas"),
        (replace(ROUND, options=titled(*(f"Idea {n}" for n in range(MOST_OPTIONS + 1)))), "2 to 250 ideas"),
        (replace(ROUND, options=titled("A", "")), "a few words"),
        (replace(ROUND, options=titled("Benches", "BENCHES")), "the same words"),
        (replace(ROUND, options=titled("Café", "Cafe\N{COMBINING ACUTE ACCENT}")), "the same words"),
        (replace(ROUND, options=titled("Room 3", "room\N{ZERO WIDTH JOINER}  ３")), "the same words"),
        (replace(ROUND, options=titled("A", "\N{ZERO WIDTH SPACE} ")), "a few words"),
        (replace(ROUND, options=(*OPTIONS[:2], replace(OPTIONS[0], title="New"))), "there twice"),
        (replace(ROUND, question="\N{ZERO WIDTH SPACE}"), "a question"),
        (replace(ROUND, dots=True, most_per_option=True), "whole numbers"),
        (replace(ROUND, threshold=5.5), "whole numbers"),  # type: ignore[arg-type]
        (replace(ROUND, dots=0), "1 to 20 dots"),
        (replace(ROUND, dots=21), "1 to 20 dots"),
        (replace(ROUND, most_per_option=0), "between 1 and the dots each"),
        (replace(ROUND, most_per_option=4), "between 1 and the dots each"),
        (replace(ROUND, threshold=4), "under 5 are never shown"),
        (replace(ROUND, threshold=101), "100 and more can be shown"),
        (replace(ROUND, places=4), "not that many ideas"),
        (replace(ROUND, places=-1), "not that many ideas"),
    ],
)
def test_a_round_that_breaks_a_rule_is_not_opened(round_: Round, said: str) -> None:
    with pytest.raises(RuleBroken, match=said) as refused:
        check_round(round_)
    assert "Nothing was opened." in refused.value.message


# Casting


def test_a_ballot_holds_dots_in_option_order() -> None:
    ballot = check_ballot(ROUND, {OptionId("o3"): 2, OptionId("o1"): 1}, [OptionId("o2")])
    assert ballot == Ballot((1, 0, 2), None, (False, True, False))


def test_dots_may_stay_unused() -> None:
    assert check_ballot(ROUND, {}) == Ballot((0, 0, 0), None, (False, False, False))


def test_the_voice_is_kept_only_where_the_round_asks_for_it() -> None:
    assert check_ballot(ROUND, {}, voice=Voice.CARER).voice is None
    assert check_ballot(BY_VOICE, {}, voice=Voice.CARER).voice is Voice.CARER
    assert check_ballot(BY_VOICE, {}).voice is None


@pytest.mark.parametrize(
    ("choices", "not_clear", "said"),
    [
        ({"o1": 2, "o2": 2}, (), "more than 3 dots"),
        ({"o1": 3}, (), "At most 2 dots on one idea"),
        ({"o1": -1}, (), "whole numbers from 0"),
        ({"o1": 1.0}, (), "whole numbers from 0"),
        ({"o1": "1"}, (), "whole numbers from 0"),
        ({"o1": True}, (), "whole numbers from 0"),
        ({"o1": 10**20}, (), "At most 2 dots on one idea"),
        ({"o9": 1}, (), "not in this vote"),
        ({"o1": 1}, ("o9",), "not in this vote"),
    ],
)
def test_a_ballot_is_refused_whole(choices: dict[str, int], not_clear: tuple[str, ...], said: str) -> None:
    with pytest.raises(RuleBroken, match=said) as refused:
        check_ballot(
            ROUND,
            {OptionId(id_): dots for id_, dots in choices.items()},
            [OptionId(id_) for id_ in not_clear],
        )
    assert "cast" in refused.value.message
    assert not any(name in refused.value.message for name in (*NAMES, "o1", "o2", "o9"))


@given(st.dictionaries(st.sampled_from(["o1", "o2", "o3"]), st.integers(-2, 5)))
def test_every_ballot_is_within_the_budget_or_refused(choices: dict[str, int]) -> None:
    within = all(0 <= n <= 2 for n in choices.values()) and sum(choices.values()) <= 3
    try:
        ballot = check_ballot(ROUND, {OptionId(id_): dots for id_, dots in choices.items()})
    except RuleBroken:
        assert not within
    else:
        assert within
        assert ballot.dots == tuple(choices.get(option.id, 0) for option in OPTIONS)


# Paper


def test_a_batch_that_adds_up_is_taken() -> None:
    ballots = [Ballot((2, 1, 0)), Ballot((0, 0, 0))]
    check_batch(ballots, ballot_count=2, dot_total=3, spoiled=0)
    check_batch(ballots, ballot_count=5, dot_total=3, spoiled=3)
    check_batch([], ballot_count=1, dot_total=0, spoiled=1)


@pytest.mark.parametrize(
    ("sheets", "dots", "spoiled", "said"),
    [
        (3, 3, 0, "3 sheets were counted by hand, 2 typed in and 0 cannot be counted"),
        (2, 3, 1, "2 sheets were counted by hand, 2 typed in and 1 cannot be counted"),
        (1, 3, -1, "1 sheets"),
        (10**30, 3, 10**30 - 2, "At most 10000 sheets"),
        (2, 3.0, 0, "whole numbers"),
        (2, 4, 0, "4 dots were counted by hand, 3 were typed in"),
    ],
)
def test_a_batch_that_does_not_add_up_is_refused_whole(
    sheets: int, dots: int, spoiled: int, said: str
) -> None:
    with pytest.raises(RuleBroken, match=said) as refused:
        check_batch([Ballot((2, 1, 0)), Ballot((0, 0, 0))], sheets, dots, spoiled)
    assert "Nothing was cast." in refused.value.message


# The order on the ballot, and the ballot as bytes


def test_each_order_of_the_options_comes_up_and_none_is_lost() -> None:
    chance = random.Random(5)
    seen = Counter(tuple(option.number for option in shuffled(OPTIONS, chance)) for _ in range(600))
    assert len(seen) == 6
    assert min(seen.values()) > 60
    assert OPTIONS == tuple(Option(OptionId(f"o{n}"), n, name) for n, name in enumerate(NAMES, start=1))


ALL_ALLOWED = replace(BY_VOICE, dots=60, most_per_option=20)
ANY_BALLOT = st.builds(
    Ballot,
    st.tuples(*[st.integers(0, 20)] * 3),
    st.sampled_from([None, *Voice]),
    st.tuples(*[st.booleans()] * 3),
)


@given(ANY_BALLOT, ANY_BALLOT)
def test_a_ballot_comes_back_from_its_bytes_and_all_are_of_one_length(one: Ballot, other: Ballot) -> None:
    assert decode_ballot(ALL_ALLOWED, encode_ballot(one)) == one
    assert len(encode_ballot(one)) == len(encode_ballot(other))


def test_a_ballot_without_marks_is_as_long_as_one_with() -> None:
    assert encode_ballot(Ballot((1, 0, 0))) == encode_ballot(Ballot((1, 0, 0), None, (False,) * 3))


@pytest.mark.parametrize(
    "data",
    [
        encode_ballot(Ballot((1, 1), None, (False, False))),  # of another round
        encode_ballot(Ballot((3, 0, 0))),  # more than allowed on one idea
        encode_ballot(Ballot((2, 2, 0))),  # more dots than everybody has
        bytes([9, 0, 0, 0, 0, 0, 0]),  # a voice that there is not
        bytes([0, 0, 0, 0, 0, 0, 2]),
        b"",
        bytes(8),
    ],
)
def test_what_is_no_ballot_of_the_round_is_not_counted(data: bytes) -> None:
    with pytest.raises(WorkshopDamaged, match="Everything else is safe. Please cancel the vote"):
        decode_ballot(ROUND, data)


@given(st.binary(max_size=9))
def test_any_bytes_are_a_ballot_that_keeps_the_rules_or_are_refused(data: bytes) -> None:
    try:
        ballot = decode_ballot(ROUND, data)
    except WorkshopDamaged:
        return
    assert sum(ballot.dots) <= 3 and max(ballot.dots) <= 2
    assert encode_ballot(ballot) == data
