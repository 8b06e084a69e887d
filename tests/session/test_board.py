"""What a finger, a pen or a key does on the board, and what it may not do."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.session.given import Room, expect_each_is_undone, refused
from workshop.domain.ids import GroupId, IdeaId, NoteId, PersonId
from workshop.domain.kinds import GroupKind, NoteKind, NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.records import Idea, Note
from workshop.session.board import NoteToBringIn

NOWHERE = NoteId("nothing")


def test_a_note_gets_the_next_number_and_keeps_what_was_said(room: Room) -> None:
    added = room.session.board.add_note(
        " Mwy o feinciau ",
        NoteKind.IDEA,
        x=10,
        y=-20.5,
        source=NoteSource.SPOKEN,
        language="cy",
        translation="More benches",
        author=room.amina,
        helper=True,
    )
    kept = room.snapshot.notes[-1]
    assert (added.note, added.number) == (kept.id, 4)
    assert (kept.text, kept.translation, kept.language) == ("Mwy o feinciau", "More benches", "cy")
    assert (kept.kind, kept.source, kept.x, kept.y) == (NoteKind.IDEA, NoteSource.SPOKEN, 10.0, -20.5)
    assert (kept.author, kept.helper, kept.state) == (room.amina, True, NoteState.SHOWN)


def test_a_note_can_be_written_into_a_group(room: Room) -> None:
    added = room.session.board.add_note("A ramp", group=room.garden)
    last = room.snapshot.memberships[-1]
    assert (last.note, last.group, last.position) == (added.note, room.garden, 2)


def test_a_prepared_note_has_the_fixed_mark_whatever_kind_was_asked(room: Room) -> None:
    room.session.board.add_note("From last year", NoteKind.IDEA, source=NoteSource.PREPARED)
    assert room.snapshot.notes[-1].kind is NoteKind.BEFORE


def test_a_number_is_never_used_again(room: Room) -> None:
    room.session.board.add_note("Away with it")
    room.session.undo()
    assert room.session.board.add_note("Another").number == 5  # I21


def test_changing_a_note(room: Room) -> None:
    board, first = room.session.board, room.notes[0]
    board.edit_note(first, "Other words")
    board.recolour_note(first, NoteKind.QUESTION)
    board.move_notes({first: (3, 4), room.notes[1]: (5.5, 6)})
    kept = room.snapshot.notes
    assert (kept[0].text, kept[0].kind) == ("Other words", NoteKind.QUESTION)
    assert [(n.x, n.y) for n in kept] == [(3.0, 4.0), (5.5, 6.0), (0.0, 0.0)]


def test_a_note_put_away_is_kept_with_its_reason_and_can_be_shown_again(room: Room) -> None:
    room.session.board.withhold_note(room.notes[0], "said twice")
    kept = room.snapshot.notes[0]
    assert (kept.state, kept.withheld_reason, kept.text) == (
        NoteState.WITHHELD,
        "said twice",
        "Words of note 1",
    )
    assert room.session.search("words") == room.session.search("words of note")
    assert [f.number for f in room.session.search("words")] == [2, 3]
    room.session.board.restore_note(room.notes[0])
    assert room.snapshot.notes[0].state is NoteState.SHOWN


def test_quiet_writing_hides_until_all_are_turned_over(room: Room) -> None:
    board = room.session.board
    board.hide_writing()
    hidden = board.add_note("A secret until then").note
    board.finished()
    board.finished()
    assert (room.day.writing_hidden, room.day.finished) == (True, 2)
    before = room.session.get(Note, hidden)
    assert before is not None
    assert (before.state, before.number < 0) == (NoteState.HIDDEN, True)
    assert room.session.search("secret") == ()
    board.reveal()
    after = room.session.get(Note, hidden)
    assert after == replace(before, state=NoteState.SHOWN, number=4)
    assert [f.note for f in room.session.search("secret")] == [hidden]
    board.hide_writing()
    assert (room.day.writing_hidden, room.day.finished) == (True, 0)


def test_groups_are_made_named_filled_and_checked(room: Room) -> None:
    board, (one, two, three) = room.session.board, room.notes
    bus = board.make_group(" The bus ", [three, three]).group
    board.put_in_group([one, three, one], bus)
    board.take_from_group([one], room.garden)
    board.mark_checked(bus)
    inside = [(m.group, m.note, m.position) for m in room.snapshot.memberships]
    assert sorted(inside) == sorted([(room.garden, two, 1), (bus, three, 0), (bus, one, 1)])
    assert [(g.name, g.position, g.checked) for g in room.snapshot.groups] == [
        ("Garden", 0, False),
        ("The bus", 1, True),
    ]
    board.name_group(bus, "Bus times")
    assert [(g.name, g.checked) for g in room.snapshot.groups] == [("Garden", False), ("Bus times", False)]


def test_an_idea_card_keeps_where_it_came_from(room: Room) -> None:
    room.session.board.add_idea(
        "Benches", "Two", "Everybody", "£", "small", [room.garden, room.notes[2]], True
    )
    (idea,) = room.snapshot.ideas
    assert idea == Idea(
        idea.id, 1, "Benches", "Two", "Everybody", "£", "small", (room.garden, room.notes[2]), True
    )


def test_an_idea_card_is_changed_and_taken_away(room: Room) -> None:
    board = room.session.board
    idea = board.add_idea("Benches", "Two", "Everybody", "£", "small", [room.garden]).idea
    board.edit_idea(idea, title=" Three  benches ", agreed=True)
    (kept,) = room.snapshot.ideas
    assert kept == Idea(idea, 1, "Three benches", "Two", "Everybody", "£", "small", (room.garden,), True)
    board.edit_idea(idea, "Benches", "", "", "", "", [], False)
    assert room.snapshot.ideas == (Idea(idea, 1, "Benches"),)
    board.remove_idea(idea)
    assert room.snapshot.ideas == ()
    assert board.add_idea("Shade").number == 2  # a number is never used again


def test_the_words_of_an_idea_that_went_to_a_vote_stay(room: Room) -> None:
    board, voting = room.session.board, room.session.voting
    ideas = [board.add_idea(title).idea for title in ("Benches", "Shade")]
    opened = voting.open_round("What first?", "What helps", list(ideas))
    for act in (lambda: board.edit_idea(ideas[0], "x"), lambda: board.remove_idea(ideas[0])):
        with refused(room, "went to a vote"):
            act()
    voting.cancel_round(opened.round, "wrong question")
    board.edit_idea(ideas[0], "More benches")
    assert room.snapshot.ideas[0].title == "More benches"


def test_an_idea_with_an_answer_stays(room: Room) -> None:
    idea = room.session.board.add_idea("Benches").idea
    room.do("promises.decide", option=idea, answer="yes")
    with refused(room, "has an answer"):
        room.session.board.remove_idea(idea)


def test_a_note_is_put_down_in_one_act(room: Room) -> None:
    board, (one, two, three) = room.session.board, room.notes
    bus = board.make_group("The bus").group
    seq = room.last_seq()
    before = room.snapshot
    board.drop_note(one, group=bus, out_of=room.garden)
    assert sorted((m.group, m.note) for m in room.snapshot.memberships) == sorted(
        [(room.garden, two), (bus, one)]
    )
    assert room.last_seq() == seq + 1
    room.session.undo()
    assert room.snapshot == before

    board.drop_note(two, 30, 40, out_of=room.garden)
    board.drop_note(three, 50, 60)
    assert [m.note for m in room.snapshot.memberships] == [one]
    assert [(n.x, n.y) for n in room.snapshot.notes] == [(0.0, 0.0), (30.0, 40.0), (50.0, 60.0)]
    board.drop_note(three, group=bus)
    assert (room.snapshot.notes[2].x, room.snapshot.notes[2].y) == (50.0, 60.0)


def test_a_note_put_down_where_it_was_is_no_act(room: Room) -> None:
    seq = room.last_seq()
    room.session.board.drop_note(room.notes[0], 3, 4, room.garden, room.garden)
    assert room.last_seq() == seq


def test_a_file_comes_in_as_one_act_with_its_groups(room: Room) -> None:
    seq = room.last_seq()
    brought = room.session.board.bring_in(
        [
            NoteToBringIn("Shade", "Outside"),
            NoteToBringIn("Light", "Inside", NoteKind.FELT, NoteSource.PAPER, "cy"),
            NoteToBringIn("Trees", "Outside", source=NoteSource.PREPARED),
            NoteToBringIn("Loose"),
        ]
    )
    assert room.last_seq() == seq + 1
    assert [(n.number, n.text, n.kind) for n in room.snapshot.notes[3:]] == [
        (4, "Shade", NoteKind.MATTERS),
        (5, "Light", NoteKind.FELT),
        (6, "Trees", NoteKind.BEFORE),
        (7, "Loose", NoteKind.MATTERS),
    ]
    assert [(g.id, g.name) for g in room.snapshot.groups[1:]] == list(
        zip(brought.groups, ("Outside", "Inside"), strict=True)
    )
    outside = [m.note for m in room.snapshot.memberships if m.group == brought.groups[0]]
    assert outside == [brought.notes[0], brought.notes[2]]
    room.session.undo()
    assert (len(room.snapshot.notes), len(room.snapshot.groups)) == (3, 1)


REFUSED: list[tuple[str, Callable[[Room], object], str]] = [
    ("no words", lambda r: r.session.board.add_note(" "), "the words of the note"),
    ("too many words", lambda r: r.session.board.add_note("x" * 2001), "2000 letters at most"),
    ("unknown group", lambda r: r.session.board.add_note("x", group=GroupId("-")), "no such group"),
    ("unknown writer", lambda r: r.session.board.add_note("x", author=PersonId("-")), "no such person"),
    ("fixed mark", lambda r: r.session.board.add_note("x", NoteKind.BEFORE), "only for notes that were"),
    ("nowhere", lambda r: r.session.board.add_note("x", x=float("nan")), "not on the board"),
    ("edit nothing", lambda r: r.session.board.edit_note(NOWHERE, "x"), "no such note"),
    ("edit to nothing", lambda r: r.session.board.edit_note(r.notes[0], ""), "the words of the note"),
    ("recolour nothing", lambda r: r.session.board.recolour_note(NOWHERE, NoteKind.IDEA), "no such note"),
    ("move nothing", lambda r: r.session.board.move_notes({r.notes[0]: (1, 2), NOWHERE: (1, 2)}), "no such"),
    ("one number", lambda r: r.session.board.move_notes({r.notes[0]: (1.0,)}), "two numbers"),
    ("off the board", lambda r: r.session.board.move_notes({r.notes[0]: (1, 2e9)}), "not on the board"),
    ("drop nothing", lambda r: r.session.board.drop_note(NOWHERE), "no such note"),
    ("drop off the board", lambda r: r.session.board.drop_note(r.notes[2], 2e9), "not on the board"),
    ("drop into nothing", lambda r: r.session.board.drop_note(r.notes[2], group=GroupId("-")), "no such"),
    (
        "drop out of a group it is not in",
        lambda r: r.session.board.drop_note(r.notes[2], out_of=r.garden),
        "not in that group any more",
    ),
    ("change no idea", lambda r: r.session.board.edit_idea(IdeaId("-"), "x"), "no such idea"),
    ("remove no idea", lambda r: r.session.board.remove_idea(IdeaId("-")), "no such idea"),
    ("no reason", lambda r: r.session.board.withhold_note(r.notes[0], ""), "a reason for hiding"),
    ("hide nothing", lambda r: r.session.board.withhold_note(NOWHERE, "twice"), "no such note"),
    ("in sight", lambda r: r.session.board.restore_note(r.notes[0]), "in sight already"),
    ("show nothing", lambda r: r.session.board.restore_note(NOWHERE), "no such note"),
    ("group of nothing", lambda r: r.session.board.make_group("x", [NOWHERE]), "no such note"),
    ("name nothing", lambda r: r.session.board.name_group(GroupId("-"), "x"), "no such group"),
    ("into nothing", lambda r: r.session.board.put_in_group(r.notes, GroupId("-")), "no such group"),
    ("nothing into", lambda r: r.session.board.put_in_group([NOWHERE], r.garden), "no such note"),
    ("not inside", lambda r: r.session.board.take_from_group([r.notes[2]], r.garden), "not in that group"),
    ("check nothing", lambda r: r.session.board.mark_checked(GroupId("-")), "no such group"),
    ("idea without title", lambda r: r.session.board.add_idea(""), "the idea a title"),
    ("idea from nothing", lambda r: r.session.board.add_idea("x", origin=["-"]), "no such group"),
    ("file with an empty note", lambda r: r.session.board.bring_in([NoteToBringIn("")]), "words of the note"),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(act: Callable[[Room], object], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        act(still_room)


CLOSED: list[tuple[str, Callable[[Room], object]]] = [
    ("add_note", lambda r: r.session.board.add_note("x")),
    ("bring_in", lambda r: r.session.board.bring_in([NoteToBringIn("x")])),
    ("edit_note", lambda r: r.session.board.edit_note(r.notes[0], "x")),
    ("recolour_note", lambda r: r.session.board.recolour_note(r.notes[0], NoteKind.IDEA)),
    ("move_notes", lambda r: r.session.board.move_notes({r.notes[0]: (1, 2)})),
    ("restore_note", lambda r: r.session.board.restore_note(r.notes[2])),
    ("hide_writing", lambda r: r.session.board.hide_writing()),
    ("reveal", lambda r: r.session.board.reveal()),
    ("finished", lambda r: r.session.board.finished()),
    ("make_group", lambda r: r.session.board.make_group()),
    ("name_group", lambda r: r.session.board.name_group(r.garden, "x")),
    ("put_in_group", lambda r: r.session.board.put_in_group(r.notes, r.garden)),
    ("take_from_group", lambda r: r.session.board.take_from_group(r.notes, r.garden)),
    ("mark_checked", lambda r: r.session.board.mark_checked(r.garden)),
    ("add_idea", lambda r: r.session.board.add_idea("x")),
    ("edit_idea", lambda r: r.session.board.edit_idea(IdeaId("-"), "x")),
    ("remove_idea", lambda r: r.session.board.remove_idea(IdeaId("-"))),
    ("drop_note", lambda r: r.session.board.drop_note(r.notes[0], 1, 2)),
]


@pytest.mark.parametrize("act", [c[1] for c in CLOSED], ids=[c[0] for c in CLOSED])
def test_the_board_of_a_closed_day_stays(act: Callable[[Room], object], closed_room: Room) -> None:
    with refused(closed_room, "This day is closed. Nothing was changed"):
        act(closed_room)


def test_after_the_day_a_note_can_still_be_put_away(room: Room) -> None:
    room.close_day()
    room.session.board.withhold_note(room.notes[0], "asked for it")  # a correction (I81)
    assert room.snapshot.notes[0].state is NoteState.WITHHELD


def test_every_act_of_the_board_can_be_undone_and_done_again(room: Room) -> None:
    board, (one, two, three) = room.session.board, room.notes
    acts: list[tuple[Label, Callable[[], object]]] = [
        (Label.ADD_NOTE, lambda: board.add_note("x", group=room.garden)),
        (Label.EDIT_NOTE, lambda: board.edit_note(one, "x")),
        (Label.RECOLOUR_NOTE, lambda: board.recolour_note(one, NoteKind.FELT)),
        (Label.MOVE_NOTES, lambda: board.move_notes({one: (1, 2), two: (3, 4)})),
        (Label.WITHHOLD_NOTE, lambda: board.withhold_note(one, "twice")),
        (Label.RESTORE_NOTE, lambda: board.restore_note(one)),
        (Label.MAKE_GROUP, lambda: board.make_group("x", [two], GroupKind.UNKNOWN)),
        (Label.NAME_GROUP, lambda: board.name_group(room.garden, "x")),
        (Label.PUT_IN_GROUP, lambda: board.put_in_group([three], room.garden)),
        (Label.TAKE_FROM_GROUP, lambda: board.take_from_group([one, two], room.garden)),
        (Label.MARK_CHECKED, lambda: board.mark_checked(room.garden)),
        (Label.ADD_IDEA, lambda: board.add_idea("x", origin=[room.garden])),
        (Label.IMPORT_NOTES, lambda: board.bring_in([NoteToBringIn("x", "y")])),
        (Label.EDIT_IDEA, lambda: board.edit_idea(room.snapshot.ideas[0].id, "y")),
        (Label.REMOVE_IDEA, lambda: board.remove_idea(room.snapshot.ideas[0].id)),
        (Label.MOVE_NOTES, lambda: board.drop_note(three, 7, 8, out_of=room.garden)),
        (Label.PUT_IN_GROUP, lambda: board.drop_note(three, group=room.garden)),
        (Label.FINISHED, board.finished),
    ]
    expect_each_is_undone(room, acts)


def test_an_act_that_changes_nothing_is_no_step_to_undo(room: Room) -> None:
    seq = room.last_seq()
    room.session.board.put_in_group([room.notes[0]], room.garden)
    room.session.board.move_notes({room.notes[0]: (0, 0)})
    room.session.board.edit_note(room.notes[0], "Words of note 1 ")
    assert room.last_seq() == seq


def test_putting_away_and_back_does_not_turn_a_note_over(room: Room) -> None:
    room.session.board.hide_writing()
    hidden = room.session.board.add_note("Quiet").note
    room.session.board.withhold_note(hidden, "by mistake")
    room.session.board.restore_note(hidden)
    restored = room.session.get(Note, hidden)
    assert restored is not None
    assert restored.state is NoteState.HIDDEN


@pytest.mark.parametrize("state", [NoteState.HIDDEN, NoteState.WITHHELD])
def test_words_out_of_sight_come_on_no_ballot_and_into_no_decision(state: NoteState, room: Room) -> None:
    room.session.board.hide_writing()
    note = room.session.board.add_note("Quiet").note
    if state is NoteState.WITHHELD:
        room.session.board.withhold_note(note, "hurtful")
    with refused(room, "Nothing was"):
        room.session.voting.open_round("q", "c", [note, room.notes[0]])
    with refused(room, "Nothing was"):
        room.do("promises.decide", option=note, answer="yes")
