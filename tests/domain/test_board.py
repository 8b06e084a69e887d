"""The rules of the board: notes and groups, records in and records out."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests import given
from workshop.domain import board
from workshop.domain.ids import GroupId, IdeaId, MembershipId, NoteId, OptionId, RoundId
from workshop.domain.kinds import Emotion, GroupKind, NoteKind, NoteSource, NoteState, RoundState
from workshop.domain.records import Idea, Membership, Option, Round
from workshop.errors import RuleBroken

OPEN, QUIET = given.workshop(), given.workshop(writing_hidden=True)
PUT_AWAY = given.note(1, state=NoteState.WITHHELD, withheld_reason="twice")


def test_a_note_comes_to_the_board_tidied() -> None:
    note = given.note(1, "  More benches\r\n", translation=" Mwy o feinciau ", x=3, y=4)
    assert board.write_note(note, OPEN) == given.note(
        1, "More benches", translation="Mwy o feinciau", x=3.0, y=4.0
    )


@pytest.mark.parametrize("text", ["", "  \n", "\u200b", "\x00"])
def test_a_note_without_words_is_none(text: str) -> None:
    with pytest.raises(RuleBroken, match="words of the note"):
        board.write_note(replace(given.note(1), text=text), OPEN)


def test_in_quiet_writing_a_note_stays_face_down_but_a_prepared_one_does_not() -> None:
    prepared = given.note(2, source=NoteSource.PREPARED)
    assert board.write_note(given.note(1), QUIET).state is NoteState.HIDDEN
    assert board.write_note(prepared, QUIET) == replace(prepared, kind=NoteKind.BEFORE)


def test_the_fixed_mark_is_neither_taken_nor_given() -> None:
    brought_in = given.note(1, kind=NoteKind.BEFORE, source=NoteSource.PREPARED)
    with pytest.raises(RuleBroken, match="stays marked so"):
        board.recolour_note(brought_in, NoteKind.IDEA)
    with pytest.raises(RuleBroken, match="only for notes that were brought in"):
        board.recolour_note(given.note(1), NoteKind.BEFORE)
    with pytest.raises(RuleBroken, match="only for notes that were brought in"):
        board.write_note(given.note(1, kind=NoteKind.BEFORE), OPEN)


def test_other_words_have_to_be_looked_at_for_names_again() -> None:
    note = given.note(1, names_checked=True)
    assert board.edit_note(note, "Ask Amina") == replace(note, text="Ask Amina", names_checked=False)


def test_a_note_that_was_put_away_is_shown_before_it_changes() -> None:
    with pytest.raises(RuleBroken, match="put away. Nothing was changed"):
        board.edit_note(PUT_AWAY, "other")
    with pytest.raises(RuleBroken, match="put away. Nothing was changed"):
        board.move_note(PUT_AWAY, 1, 2)
    assert board.restore_note(PUT_AWAY, given.workshop()) == given.note(1)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ({"state": NoteState.HIDDEN}, "lies face down"),
        ({"state": NoteState.WITHHELD}, "was put away"),
        ({"waiting": True}, "not placed on the board yet"),
    ],
)
def test_only_a_note_on_the_board_can_be_taken_up(where: dict[str, Any], words: str) -> None:
    note = given.note(1, **where)
    assert not board.is_on_board(note)
    with pytest.raises(RuleBroken, match=words):
        board.need_on_board(note)
    with pytest.raises(RuleBroken, match=words):
        board.move_note(note, 1, 2)
    assert board.is_on_board(given.note(1))
    assert board.need_on_board(given.note(1)) == given.note(1)


def test_with_an_inbox_notes_wait_until_they_are_placed() -> None:
    inbox = given.workshop(inbox=True)
    waiting = board.write_note(given.note(1), inbox)
    assert waiting == given.note(1, waiting=True)
    assert board.place_note(waiting, 3, 4) == given.note(1, x=3.0, y=4.0)
    assert board.write_note(given.note(1, waiting=True), OPEN).waiting
    assert not board.write_note(given.note(1, source=NoteSource.PREPARED), inbox).waiting
    assert not board.write_note(given.note(1, waiting=True), replace(QUIET, inbox=True)).waiting
    with pytest.raises(RuleBroken, match="on the board already"):
        board.place_note(given.note(1), 3, 4)
    with pytest.raises(RuleBroken, match="not on the board"):
        board.place_note(waiting, float("nan"), 4)


@given_any(st.integers(-9, 9))
def test_a_note_is_turned_by_quarters(turned: int) -> None:
    note = board.turn_note(given.note(1, turned=2), turned)
    assert note.turned == turned % 4
    assert board.turn_note(note, None) == note
    assert board.write_note(given.note(1, turned=turned), OPEN).turned == turned % 4


def test_a_note_is_marked_with_how_it_felt() -> None:
    glad = board.mark_emotion(given.note(1), Emotion.GLAD)
    assert glad == given.note(1, emotion=Emotion.GLAD)
    assert board.mark_emotion(glad, None) == given.note(1)
    with pytest.raises(RuleBroken, match="was put away"):
        board.mark_emotion(PUT_AWAY, Emotion.SAD)


def test_a_note_that_was_in_sight_comes_back_in_sight() -> None:
    """What never had a number never was in sight: it stays face down while writing is quiet (I20)."""
    unseen = replace(PUT_AWAY, number=-7)
    assert board.restore_note(unseen, QUIET).state is NoteState.HIDDEN
    assert board.restore_note(unseen, OPEN).state is NoteState.SHOWN
    assert board.restore_note(PUT_AWAY, QUIET).state is NoteState.SHOWN


def test_putting_away_needs_a_reason() -> None:
    assert board.withhold_note(given.note(1), " twice ") == PUT_AWAY
    with pytest.raises(RuleBroken, match="a reason for hiding"):
        board.withhold_note(given.note(1), " ")


def test_a_note_in_sight_or_with_erased_words_is_not_shown_again() -> None:
    with pytest.raises(RuleBroken, match="in sight already"):
        board.restore_note(given.note(1), given.workshop())
    with pytest.raises(RuleBroken, match="were erased"):
        board.restore_note(replace(PUT_AWAY, text=""), given.workshop())


@pytest.mark.parametrize("far", [float("nan"), float("inf"), -float("inf"), board.FARTHEST * 1.001])
def test_a_place_is_on_the_board(far: float) -> None:
    for place in ((far, 0.0), (0.0, far)):
        with pytest.raises(RuleBroken, match="not on the board"):
            board.move_note(given.note(1), *place)
        with pytest.raises(RuleBroken, match="not on the board"):
            board.write_note(given.note(1, x=place[0], y=place[1]), OPEN)


def test_only_hidden_notes_are_turned_over() -> None:
    hidden = replace(given.note(2), number=-7, state=NoteState.HIDDEN)
    turned = board.turn_over([given.note(1), hidden, PUT_AWAY], 30, random.Random(1))
    assert turned == [replace(hidden, number=30, state=NoteState.SHOWN)]


def test_numbers_are_dealt_out_by_chance_when_notes_are_turned_over() -> None:
    hidden = [replace(given.note(n), number=-n, state=NoteState.HIDDEN) for n in range(1, 41)]
    numbers = [note.number for note in board.turn_over(hidden, 8, random.Random(1))]
    assert sorted(numbers) == list(range(8, 48)) != numbers


def test_a_stand_in_is_no_number_of_a_note() -> None:
    stand_ins = {board.stand_in(random.Random(seed)) for seed in range(100)}
    assert len(stand_ins) == 100
    assert max(stand_ins) < 0


def test_a_group_of_the_room_takes_a_name_and_is_checked_again() -> None:
    group = given.group("Garden", checked=True)
    assert board.name_group(group, " The  garden ") == replace(group, name="The garden", checked=False)
    with pytest.raises(RuleBroken, match="keeps its name"):
        board.name_group(replace(group, kind=GroupKind.LATER), "Garden")


def test_a_locked_group_and_one_that_was_merged_away_are_left_alone() -> None:
    group = given.group("Garden")
    locked, away = replace(group, locked=True), replace(group, merged_into=GroupId("group-Bus"))
    assert (board.need_unlocked(group), board.need_seen(locked)) == (group, locked)
    with pytest.raises(RuleBroken, match="This area is locked"):
        board.need_unlocked(locked)
    with pytest.raises(RuleBroken, match="This area is locked"):
        board.name_group(locked, "Bus")
    with pytest.raises(RuleBroken, match="lies in another one now"):
        board.need_unlocked(away)
    with pytest.raises(RuleBroken, match="lies in another one now"):
        board.mark_feeling(away, 1)


@pytest.mark.parametrize("feeling", [-2, 0, 2])
def test_how_a_step_of_a_journey_felt(feeling: int) -> None:
    group = given.group("Garden")
    assert board.mark_feeling(group, feeling) == replace(group, feeling=feeling)
    with pytest.raises(RuleBroken, match="from -2 to 2"):
        board.mark_feeling(group, 3 if feeling > 0 else -3)


@given_any(st.lists(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_notes_come_into_a_group_once_and_after_those_that_are_there(
    coming: list[int], there: set[int]
) -> None:
    group, other = given.group("Garden"), given.group("Bus")
    notes = {i: given.note(i) for i in range(10)}
    present = [given.membership(notes[i], group, place * 2) for place, i in enumerate(sorted(there))]
    present += [given.membership(notes[i], other, 50) for i in range(10)]
    ids = {notes[i].id: MembershipId(f"new-{i}") for i in coming}
    new = board.put_in_group([notes[i].id for i in coming], group.id, present, ids)
    expected = [i for i in dict.fromkeys(coming) if i not in there]
    first = max((m.position for m in present if m.group == group.id), default=-1) + 1
    assert new == [
        Membership(MembershipId(f"new-{i}"), NoteId(f"note-{i}"), GroupId("group-Garden"), first + at)
        for at, i in enumerate(expected)
    ]


def test_a_note_leaves_the_group_it_lies_in_and_no_other() -> None:
    group, other, note = given.group("Garden"), given.group("Bus"), given.note(1)
    inside, elsewhere = given.membership(note, group, 0), given.membership(note, other, 0)
    assert board.leave_group(note.id, group.id, [inside, elsewhere]) == [inside]
    with pytest.raises(RuleBroken, match="not in that group any more"):
        board.leave_group(note.id, group.id, [elsewhere])


@pytest.mark.parametrize("state", list(RoundState))
def test_an_idea_that_went_to_a_vote_keeps_its_words(state: RoundState) -> None:
    idea = Idea(IdeaId("idea"), 1, "Benches")
    options = (Option(OptionId("o"), 1, "Benches", source=idea.id),)
    round_ = Round(RoundId("round"), 1, "What first?", "What helps", options, state=state)
    assert board.not_voted_on(idea, [replace(round_, options=())]) == idea
    if state is RoundState.CANCELLED:
        assert board.not_voted_on(idea, [round_]) == idea
        return
    with pytest.raises(RuleBroken, match="went to a vote"):
        board.not_voted_on(idea, [round_])
