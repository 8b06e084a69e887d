"""Paper ballots as they are typed: each row has its own sum, and nothing has one by idea."""

from hypothesis import given
from hypothesis import strategies as st

from ui.parts.vote_paper import Batch, ByHand, letter_of, what_is_missing
from ui.words import words_in
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.domain.voting import check_ballot, check_batch
from workshop.session.voting import PaperBallot

EN = words_in("en")
OPTIONS = tuple(Option(OptionId(f"option-{n}"), n, f"Idea {n}") for n in range(1, 5))


def a_round(by_voice: bool = True, dots: int = 3, most: int = 2) -> Round:
    return Round(RoundId("r"), 1, "q", "c", OPTIONS, dots=dots, most_per_option=most, by_voice=by_voice)


keys = st.lists(st.sampled_from([*"0123", "enter", "left", "up", "N", "C", "-", "ban", "rub"]), max_size=60)


def typed(batch: Batch, pressed: list[str]) -> Batch:
    acts = {
        "enter": batch.enter,
        "left": lambda: batch.move(0, -1),
        "up": lambda: batch.move(-1, 0),
        "N": batch.turn_not_clear,
        "ban": batch.cannot_be_counted,
        "rub": batch.rub_out,
    }
    for key in pressed:
        if key in acts:
            acts[key]()
        elif key.isdigit():
            batch.type_digit(int(key))
        else:
            batch.type_voice(key)
    return batch


@given(keys, st.booleans())
def test_whatever_is_typed_what_agrees_is_what_the_session_takes(pressed: list[str], by_voice: bool) -> None:
    round_ = a_round(by_voice)
    batch = typed(Batch(round_), pressed)
    for sheet in batch.begun:
        sheet.fill()
    hand = ByHand(len(batch.begun), batch.dots, "Leanne", "Ruth")
    if what_is_missing(batch, hand, EN) == "":
        ballots = [check_ballot(round_, b.choices, b.not_clear, b.voice) for b in batch.ballots()]
        check_batch(ballots, len(batch.begun), batch.dots, batch.spoiled)


@given(keys)
def test_the_cell_is_always_in_the_grid(pressed: list[str]) -> None:
    batch = typed(Batch(a_round()), pressed)
    assert 0 <= batch.row < len(batch.sheets)
    assert 0 <= batch.column <= len(OPTIONS)


@given(keys)
def test_wiping_leaves_nothing(pressed: list[str]) -> None:
    batch = typed(Batch(a_round()), pressed)
    sheets = list(batch.sheets)
    batch.wipe()
    assert [sheet.is_begun for sheet in sheets[:1]] == [False]
    assert all(set(sheet.dots) <= {None} and sheet.voice is None for sheet in sheets)
    assert (len(batch.sheets), batch.dots) == (1, 0)


def test_a_sheet_in_full() -> None:
    batch = typed(Batch(a_round()), ["C", "1", "N", "0", "2", "enter"])
    assert batch.ballots() == [
        PaperBallot({OPTIONS[0].id: 1, OPTIONS[2].id: 2}, Voice.CARER, (OPTIONS[1].id,))
    ]
    assert (batch.whole, batch.dots, batch.row, batch.column) == (1, 3, 1, 0)


def test_letters() -> None:
    assert [letter_of(voice) for voice in (*Voice, None)] == ["P", "C", "S", "O", "–"]


def test_many_dots_on_one_idea_take_two_digits() -> None:
    batch = typed(Batch(a_round(False, 20, 12)), ["1", "2"])
    assert (batch.dots, batch.column) == (12, 1)


def test_rows_are_made_and_only_empty_ones_are_taken_away() -> None:
    batch = Batch(a_round(False))
    batch.make_room(5)
    assert len(batch.sheets) == 5
    batch.go_to(3, 1)
    batch.type_digit(1)
    batch.make_room(2)
    assert len(batch.sheets) == 4


def test_a_sheet_never_says_what_is_on_it() -> None:
    batch = typed(Batch(a_round()), ["C", "1", "2"])
    assert repr(batch.sheets[0]) == "Sheet(ideas=4, spoiled=False)"
