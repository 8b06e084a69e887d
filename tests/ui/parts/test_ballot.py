"""A ballot while it is filled in: never more than the rules allow, whatever is touched."""

from hypothesis import given
from hypothesis import strategies as st

from ui.parts.ballot import Marked, begun, card_said, dots_left, dots_used, number_said, row_said
from ui.words import words_in
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.records import Option, Round
from workshop.domain.voting import check_ballot

EN = words_in("en")
OPTIONS = tuple(Option(OptionId(f"option-{n}"), n, f"Idea number {n}") for n in range(1, 6))
IDS = [option.id for option in OPTIONS]


def a_round(dots: int = 3, most: int = 2) -> Round:
    return Round(RoundId("round"), 1, "What first?", "What helps", OPTIONS, dots=dots, most_per_option=most)


touches = st.lists(
    st.tuples(st.sampled_from(["dot", "back", "not clear"]), st.sampled_from(IDS)), max_size=40
)


def touched(marked: Marked, acts: list[tuple[str, OptionId]]) -> Marked:
    for act, option in acts:
        if act == "dot":
            marked = marked.with_dot(option)
        elif act == "back":
            marked = marked.without_dot(option)
        else:
            marked = marked.turned(option)
    return marked


@given(touches, st.integers(1, 6), st.integers(1, 6))
def test_any_touches_give_a_ballot_that_can_be_cast(
    acts: list[tuple[str, OptionId]], dots: int, most: int
) -> None:
    round_ = a_round(dots, min(most, dots))
    marked = touched(begun(round_, OPTIONS), acts)
    ballot = check_ballot(round_, marked.dots, marked.not_clear)
    assert sum(ballot.dots) == marked.used
    assert marked.used + marked.left == dots


@given(touches)
def test_what_was_turned_twice_is_as_before(acts: list[tuple[str, OptionId]]) -> None:
    marked = touched(begun(a_round(), OPTIONS), acts)
    twice = marked.turned(IDS[0]).turned(IDS[0])
    assert (twice.dots, twice.not_clear) == (marked.dots, marked.not_clear)


@given(touches)
def test_a_dot_given_and_taken_back_leaves_nothing(acts: list[tuple[str, OptionId]]) -> None:
    marked = touched(begun(a_round(), OPTIONS), acts)
    if marked.can_take(IDS[0]):
        assert marked.with_dot(IDS[0]).without_dot(IDS[0]).dots == marked.dots


def test_clearing_keeps_the_order_and_the_page() -> None:
    order = OPTIONS[::-1]
    marked = touched(begun(a_round(), order), [("dot", IDS[0]), ("not clear", IDS[1])])
    cleared = marked.cleared()
    assert (cleared.dots, cleared.not_clear, cleared.order) == ({}, frozenset(), order)
    assert cleared.in_number_order() == OPTIONS


def test_what_is_said() -> None:
    marked = begun(a_round(), OPTIONS)
    assert (dots_left(marked, EN), dots_used(marked, EN)) == (
        "You have 3 dots left",
        "You have placed no dots.",
    )
    marked = marked.with_dot(IDS[2]).with_dot(IDS[2])
    assert (dots_left(marked, EN), dots_used(marked, EN)) == ("You have 1 dot left", "You used 2 dots.")
    assert card_said(marked, OPTIONS[2], EN) == "Idea 3 of 5. Idea number 3. 2 of your dots. You have 1 left"
    assert row_said(marked.turned(IDS[0]), OPTIONS[0], EN) == "Idea 1, no dot, not clear"
    assert row_said(marked, OPTIONS[2], EN) == "Idea 3, 2 dots"
    marked = marked.with_dot(IDS[0])
    assert dots_left(marked, EN) == "You have no dots left"


def test_a_number_larger_than_the_count_is_said_alone() -> None:
    assert number_said(OPTIONS[4], 2, EN) == "Idea 5."
    assert number_said(OPTIONS[4], 5, EN) == "Idea 5 of 5."


def test_a_ballot_is_never_written_out() -> None:
    marked = begun(a_round(), OPTIONS).with_dot(IDS[0]).turned(IDS[1])
    assert repr(marked) == "Marked(round='round', each=3, most=2, page=0)"
