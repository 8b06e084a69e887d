"""Names of kinds, layouts, the inbox and tags, as the facilitator sets them."""

from collections.abc import Callable

import pytest

from tests.session.given import Room, expect_each_is_undone, refused
from workshop.domain.ids import NoteId, TagId
from workshop.domain.kinds import Audience, BoardLayout, Emotion, NoteKind, NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.records import KindName, Tag
from workshop.session.board import NoteToBringIn

NO_TAG, NOWHERE = TagId("nothing"), NoteId("nothing")
ENDS = ["Cheap", "Dear", "Small", "Big"]


def test_kinds_get_names_of_our_own(room: Room) -> None:
    room.do("board.name_kind", kind="felt", name=" How  it felt ")
    assert room.day.kind_names == (KindName(NoteKind.FELT, "How it felt"),)
    room.do("board.name_kind", kind="felt", name="")
    assert not room.day.kind_names
    with refused(room, "keeps its name"):
        room.do("board.name_kind", kind="before", name="Old")


def test_the_board_is_laid_out(room: Room) -> None:
    room.do("board.set_layout", layout="grid", axes=ENDS)
    assert (room.day.layout, room.day.axes) == (BoardLayout.GRID, tuple(ENDS))
    room.do("board.set_layout", layout="journey")
    room.do("board.set_layout", layout="grid")
    assert (room.day.layout, room.day.axes) == (BoardLayout.GRID, tuple(ENDS))
    with refused(room, "name the four ends"):
        room.do("board.set_layout", layout="grid", axes=[])


def test_with_the_inbox_on_notes_wait_until_they_are_placed(room: Room) -> None:
    board = room.session.board
    board.set_inbox(True)
    waiting = board.add_note("Later", group=room.garden, x=5, y=6).note
    before = room.snapshot
    assert (before.notes[-1].waiting, before.notes[-1].number) == (True, 4)
    assert waiting not in {m.note for m in before.memberships}
    loose = room.session.pack.facts(Audience.WALL).loose
    assert [n.number for n in loose] == [3, 4]  # no word is lost
    acts: list[Callable[[], object]] = [
        lambda: board.move_notes({waiting: (1, 2)}),
        lambda: board.drop_note(waiting, 1, 2),
        lambda: board.put_in_group([waiting], room.garden),
        lambda: board.make_group("x", [waiting]),
        lambda: board.merge_notes([room.notes[0], waiting]),
    ]
    for act in acts:
        with refused(room, "not placed on the board yet"):
            act()
    board.place_note(waiting, 7, 8, room.garden)
    placed = room.snapshot.notes[-1]
    assert (placed.waiting, placed.x, placed.y) == (False, 7.0, 8.0)
    assert room.snapshot.memberships[-1].note == waiting
    room.session.undo()
    assert room.snapshot == before
    board.set_inbox(False)
    assert room.snapshot.notes[-1].waiting
    assert not board.add_note("Now", waiting=False).number == 4
    assert [n.waiting for n in room.snapshot.notes[-2:]] == [True, False]


def test_a_note_too_many_waits_without_the_inbox(room: Room) -> None:
    note = room.session.board.add_note("One more", waiting=True).note
    assert room.snapshot.notes[-1].waiting
    room.session.board.withhold_note(note, "twice")
    with refused(room, "was put away"):
        room.session.board.place_note(note)
    room.session.board.restore_note(note)
    room.session.board.place_note(note)
    with refused(room, "on the board already"):
        room.session.board.place_note(note)


def test_what_the_facilitator_brings_in_waits_for_nobody(room: Room) -> None:
    room.session.board.set_inbox(True)
    room.session.board.bring_in([NoteToBringIn("Shade", "Outside")])
    room.session.board.add_note("Old", source=NoteSource.PREPARED)
    assert not any(n.waiting for n in room.snapshot.notes)
    assert room.day.inbox


def test_the_end_of_the_day_places_what_waits(room: Room) -> None:
    room.session.board.set_inbox(True)
    room.session.board.add_note("Late")
    room.session.board.hide_writing()
    room.session.board.add_note("Never seen")
    room.close_day()
    assert [(n.text, n.waiting) for n in room.snapshot.notes[-1:]] == [("Late", False)]
    assert sum(n.state is NoteState.HIDDEN for n in room.snapshot.notes) == 1


def test_tags_are_made_named_and_removed_from_all_notes_at_once(room: Room) -> None:
    board, (one, two, three) = room.session.board, room.notes
    night, bus = board.make_tag("Night").tag, board.make_tag("Bus").tag
    board.tag_notes([one, two], bus)
    board.tag_notes([two, three], night)
    board.name_tag(night, "Night shift")
    assert room.snapshot.tags == (Tag(night, "Night shift", 0), Tag(bus, "Bus", 1))
    assert [n.tags for n in room.snapshot.notes] == [(bus,), (night, bus), (night,)]
    facts = room.session.pack.facts(Audience.WALL)
    assert [n.tags for n in facts.loose] == [("Night shift",)]
    board.withhold_note(three, "twice")
    before, seq = room.snapshot, room.last_seq()
    board.remove_tag(night)
    assert room.last_seq() == seq + 1
    assert [n.tags for n in room.snapshot.notes] == [(bus,), (bus,), ()]
    room.session.undo()
    assert room.snapshot == before
    board.tag_notes([one], bus, on=False)
    assert room.snapshot.notes[0].tags == ()


def test_a_tag_that_a_note_has_is_not_undone_alone(room: Room) -> None:
    tag = room.session.board.make_tag("Night").tag
    made = room.last_seq()
    room.session.board.tag_notes([room.notes[0]], tag)
    with refused(room, "Undo the later act first"):
        room.session.undo(made)


def test_how_something_felt_is_marked_and_kept_when_a_note_is_turned(room: Room) -> None:
    board, one = room.session.board, room.notes[0]
    board.mark_emotion(one, Emotion.ANGRY)
    board.drop_note(one, 5, 6, out_of=room.garden, turned=5)
    kept = room.snapshot.notes[0]
    assert (kept.emotion, kept.turned, kept.x) == (Emotion.ANGRY, 1, 5.0)
    board.drop_note(one, 0, 0, group=room.garden, turned=-1)
    kept = room.snapshot.notes[0]
    assert (kept.turned, kept.x) == (3, 5.0)
    board.drop_note(one, 9, 9, group=room.garden, out_of=room.garden, turned=0)
    assert (room.snapshot.notes[0].turned, room.snapshot.notes[0].x) == (0, 5.0)
    board.mark_emotion(one, None)
    assert room.snapshot.notes[0].emotion is None


def test_a_note_is_written_with_all_that_belongs_to_it(room: Room) -> None:
    room.session.board.add_note("x", emotion=Emotion.GLAD, turned=6, helper=True)
    note = room.snapshot.notes[-1]
    assert (note.emotion, note.turned, note.helper) == (Emotion.GLAD, 2, True)
    drawn = room.session.board.add_note(" ", strokes=[[[1.0, 2.0, 0.5], [3.0, 4.0, 0.5]]]).note
    assert room.snapshot.notes[-1].text == "A drawing"
    assert [d.note for d in room.snapshot.drawings] == [drawn]


def test_a_draft_ends_with_its_note(room: Room) -> None:
    board = room.session.board
    for page, act in (
        ("a", lambda: board.add_note("Done", draft="a")),
        ("b", lambda: board.edit_note(room.notes[0], "Other words", draft="b")),
        ("c", lambda: board.edit_note(room.notes[0], "Other words", draft="c")),  # no act: the same words
    ):
        board.keep_draft(page, "Do", NoteKind.IDEA, 1.0, 2.0)
        act()
        assert board.drafts() == ()
    board.keep_draft("a", "Half", NoteKind.IDEA, 1.0, 2.0)
    with refused(room, "the words of the note"):
        board.add_note(" ", draft="a")
    assert [d.words for d in board.drafts()] == ["Half"]


REFUSED: list[tuple[str, Callable[[Room], object], str]] = [
    ("two ends", lambda r: r.session.board.set_layout(BoardLayout.COLUMNS, ENDS[:2]), "There are four ends"),
    ("no name", lambda r: r.session.board.make_tag(" "), "the tag a name"),
    ("name no tag", lambda r: r.session.board.name_tag(NO_TAG, "x"), "no such tag"),
    ("remove no tag", lambda r: r.session.board.remove_tag(NO_TAG), "no such tag"),
    ("mark with no tag", lambda r: r.session.board.tag_notes(r.notes, NO_TAG), "no such tag"),
    ("place nothing", lambda r: r.session.board.place_note(NOWHERE), "no such note"),
    ("placed already", lambda r: r.session.board.place_note(r.notes[0]), "on the board already"),
    ("mark nothing", lambda r: r.session.board.mark_emotion(NOWHERE, Emotion.SAD), "no such note"),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(act: Callable[[Room], object], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        act(still_room)


CLOSED: list[tuple[str, Callable[[Room], object]]] = [
    ("name_kind", lambda r: r.session.board.name_kind(NoteKind.IDEA, "x")),
    ("set_layout", lambda r: r.session.board.set_layout(BoardLayout.COLUMNS)),
    ("set_inbox", lambda r: r.session.board.set_inbox(True)),
    ("make_tag", lambda r: r.session.board.make_tag("x")),
    ("name_tag", lambda r: r.session.board.name_tag(NO_TAG, "x")),
    ("remove_tag", lambda r: r.session.board.remove_tag(NO_TAG)),
    ("tag_notes", lambda r: r.session.board.tag_notes(r.notes[:1], NO_TAG)),
    ("place_note", lambda r: r.session.board.place_note(r.notes[0])),
    ("mark_emotion", lambda r: r.session.board.mark_emotion(r.notes[0], None)),
]


@pytest.mark.parametrize("act", [c[1] for c in CLOSED], ids=[c[0] for c in CLOSED])
def test_the_board_of_a_closed_day_stays(act: Callable[[Room], object], closed_room: Room) -> None:
    with refused(closed_room, "This day is closed. Nothing was changed"):
        act(closed_room)


def test_every_act_can_be_undone_and_done_again(room: Room) -> None:
    board, (one, two, _) = room.session.board, room.notes
    tag = board.make_tag("Night").tag
    waiting = board.add_note("x", waiting=True).note
    acts: list[tuple[Label, Callable[[], object]]] = [
        (Label.NAME_KIND, lambda: board.name_kind(NoteKind.IDEA, "x")),
        (Label.SET_LAYOUT, lambda: board.set_layout(BoardLayout.GRID, ENDS)),
        (Label.SET_INBOX, lambda: board.set_inbox(True)),
        (Label.PLACE_NOTE, lambda: board.place_note(waiting, 1, 2, room.garden)),
        (Label.MAKE_TAG, lambda: board.make_tag("Bus")),
        (Label.NAME_TAG, lambda: board.name_tag(tag, "Night shift")),
        (Label.TAG_NOTES, lambda: board.tag_notes([one, two], tag)),
        (Label.TAG_NOTES, lambda: board.tag_notes([one], tag, on=False)),
        (Label.REMOVE_TAG, lambda: board.remove_tag(tag)),
        (Label.MARK_EMOTION, lambda: board.mark_emotion(one, Emotion.CALM)),
    ]
    expect_each_is_undone(room, acts)
