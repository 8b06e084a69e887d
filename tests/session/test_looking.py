"""A look at notes and pictures before they leave the room, and what makes it void again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.printing.given import picture_file
from tests.session.given import Room, refused
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import Audience, Item, NoteState, Said
from workshop.domain.labels import Label
from workshop.domain.persons import Picture
from workshop.domain.records import Note
from workshop.domain.seen import SOMEBODY_ELSE
from workshop.session import looking
from workshop.session.people import Look, NameDecision


def note_of(room: Room, note: NoteId) -> Note:
    return room.session.all(Note)[[n.id for n in room.session.all(Note)].index(note)]


def waits(room: Room, note: NoteId) -> bool:
    return note in {n.id for n in room.session.pack.waiting_for_a_look()}


def kept(room: Room, text: str) -> NoteId:
    """A note with these words that was looked at and kept."""
    note = room.session.board.add_note(text).note
    room.session.people.review_names([NameDecision(note, Look.KEEP)])
    assert note_of(room, note).names_checked and not waits(room, note)
    return note


# Notes


@pytest.mark.parametrize(
    "text",
    ["ask AMINA", "Amínas idea", "I am 83", "on Maple Ward", "ring 07700 900123", "x@y.org", "M13 9PL"],
)
def test_notes_that_may_show_somebody_wait_before_any_pack(text: str, room: Room) -> None:
    note = room.session.board.add_note(text).note
    harmless = room.session.board.add_note("Tea at three").note
    for audience in Audience:
        shown = room.session.pack.facts(audience).shows_notes
        assert (note in shown) == (audience is Audience.ARCHIVE) and harmless in shown
    room.session.people.review_names([NameDecision(note, Look.KEEP)])
    assert all(note in room.session.pack.facts(audience).shows_notes for audience in Audience)


def test_a_translation_is_looked_at_too(room: Room) -> None:
    note = room.session.board.add_note("Pytaj ją", language="pl", translation="Ask Amina").note
    assert waits(room, note)


def test_new_words_are_kept_as_a_correction_and_can_be_taken_back(room: Room) -> None:
    note = room.session.board.add_note("Ask Amina on Maple Ward").note
    room.session.people.review_names([NameDecision(note, Look.CHANGE, " Ask on the ward ")])
    changed = note_of(room, note)
    assert (changed.text, changed.names_checked, waits(room, note)) == ("Ask on the ward", False, False)
    assert room.session.undo().label == Label.CORRECT_NOTE
    assert waits(room, note)


def test_several_decisions_are_one_act(room: Room) -> None:
    one, two, three = (room.session.board.add_note(f"Ask Amina {n}").note for n in ("now", "soon", "later"))
    room.session.people.review_names(
        [
            NameDecision(one, Look.KEEP),
            NameDecision(two, Look.CHANGE, "Ask somebody"),
            NameDecision(three, Look.LEAVE_OUT),
        ]
    )
    states = [(n.text, n.names_checked, n.state) for n in (note_of(room, i) for i in (one, two, three))]
    assert states == [
        ("Ask Amina now", True, NoteState.SHOWN),
        ("Ask somebody", False, NoteState.SHOWN),
        ("Ask Amina later", False, NoteState.WITHHELD),
    ]
    assert room.session.undo().label == Label.CORRECT_NOTE  # the history tells of other words
    assert all(waits(room, note) for note in (one, two, three))


def test_after_the_day_notes_can_still_be_looked_at(room: Room) -> None:
    note = room.session.board.add_note("Ask Amina").note
    room.session.plan.close_day(reason="This was the only day.")
    room.session.people.review_names([NameDecision(note, Look.CHANGE, "Ask somebody")])
    assert note_of(room, note).text == "Ask somebody"


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (NameDecision(NoteId("nowhere"), Look.KEEP), "no such note"),
        (NameDecision(NoteId(""), Look.CHANGE, "x"), "no such note"),
    ],
)
def test_what_is_no_note_is_refused(decision: NameDecision, words: str, still_room: Room) -> None:
    with refused(still_room, words):
        still_room.session.people.review_names([decision])


def test_no_words_are_refused(still_room: Room) -> None:
    with refused(still_room, "the words of the note"):
        still_room.session.people.review_names([NameDecision(still_room.notes[0], Look.CHANGE, " ")])


# What makes a look void


def arrives(room: Room) -> None:
    room.session.people.arrive("Zofia", [], full_name="Zofia Banaś")


def is_renamed(room: Room) -> None:
    room.session.people.change(room.ruth, called="Zofia Banaś")


VOID: list[Callable[[Room], None]] = [arrives, is_renamed]


@pytest.mark.parametrize("text", ["Ask Zofia", "Mrs Banaś", "Zofię pytaj", "Ms BANAS said so"])
@pytest.mark.parametrize("act", VOID)
def test_a_new_name_makes_a_look_void(act: Callable[[Room], None], text: str, room: Room) -> None:
    note, other = kept(room, text), kept(room, "I am 83")
    act(room)
    assert waits(room, note) and not waits(room, other)


@pytest.mark.parametrize("act", VOID)
def test_undoing_a_change_does_not_bring_back_a_look_from_before(
    act: Callable[[Room], None], room: Room
) -> None:
    note = kept(room, "Ask Zofia")
    room.session.board.edit_note(note, "Ask somebody")
    act(room)
    room.session.undo()
    assert note_of(room, note).text == "Ask Zofia" and waits(room, note)


def test_doing_a_look_again_counts_only_when_nobody_came_since(room: Room) -> None:
    note = kept(room, "Ask Zofia")
    room.session.undo()
    room.session.redo()
    assert note_of(room, note).names_checked
    room.session.undo()
    arrives(room)
    room.session.redo()
    assert waits(room, note)


def test_a_guard_that_trusts_every_undo_is_caught(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_OTHER_NAMES", frozenset())
    note = kept(room, "Ask Zofia")
    room.session.board.edit_note(note, "Ask somebody")
    arrives(room)
    room.session.undo()
    assert not waits(room, note)


def test_that_a_look_is_void_cannot_be_undone(room: Room) -> None:
    note = kept(room, "Ask Zofia")
    arrives(room)
    with refused(room, "changed in another way since"):
        room.session.undo()
    assert waits(room, note)


def test_taking_a_name_back_makes_a_look_void(room: Room) -> None:
    for item in (Item.TAKE_PART, Item.QUOTE_FIRST_NAME):
        room.session.people.consent(room.amina, item, Said.YES)
    note, other = kept(room, "Ask Amina"), kept(room, "Ask Ruth")
    room.session.people.withdraw(room.amina, [Item.QUOTE_FIRST_NAME])
    assert waits(room, note) and not waits(room, other)


# Pictures


@pytest.fixture
def picture(room: Room, tmp_path: Path) -> PictureId:
    file = tmp_path / "ward.png"
    file.write_bytes(picture_file("PNG"))
    return room.session.board.add_picture(file, room.notes[0]).picture


def tagged(room: Room) -> tuple[tuple[PersonId, ...], bool]:
    (found,) = room.session.all(Picture)
    return found.people, found.no_faces


def shown_to(room: Room) -> list[Audience]:
    facts = {audience: room.session.pack.facts(audience) for audience in Audience}
    notes = {a: [*(n for g in f.groups for n in g.notes), *f.loose] for a, f in facts.items()}
    return [audience for audience in Audience if any(note.picture for note in notes[audience])]


def test_a_picture_is_shown_to_those_for_whom_everybody_on_it_agreed(room: Room, picture: PictureId) -> None:
    people = room.session.people
    here = [Audience.PEOPLE, Audience.TEAM, Audience.ARCHIVE]
    people.tag_picture(picture, [room.amina])
    assert shown_to(room) == []
    for item in (Item.TAKE_PART, Item.PHOTO_REPORT):
        people.consent(room.amina, item, Said.YES)
    assert shown_to(room) == here
    people.consent(room.amina, Item.PHOTO_WEB, Said.YES)
    assert shown_to(room) == list(Audience)
    people.withdraw(room.amina, [Item.PHOTO_WEB])
    assert shown_to(room) == here
    people.withdraw(room.amina, [Item.PHOTO_REPORT])
    assert shown_to(room) == []


def test_somebody_who_is_not_in_the_list_keeps_a_picture_in_the_room(room: Room, picture: PictureId) -> None:
    people = room.session.people
    for item in (Item.TAKE_PART, Item.PHOTO_REPORT, Item.PHOTO_WEB):
        people.consent(room.amina, item, Said.YES)
    people.tag_picture(picture, [room.amina], somebody_else=True)
    assert tagged(room) == ((room.amina, SOMEBODY_ELSE), False) and shown_to(room) == []
    people.tag_picture(picture, somebody_else=True)
    assert tagged(room) == ((SOMEBODY_ELSE,), False) and shown_to(room) == []
    people.tag_picture(picture, no_faces=True)
    assert tagged(room) == ((), True) and shown_to(room) == list(Audience)


def test_a_picture_says_to_whom_it_is_shown(room: Room, picture: PictureId) -> None:
    people = room.session.people
    people.tag_picture(picture, [room.amina])
    (found,) = room.session.all(Picture)
    assert people.shown_to(found) == frozenset()
    for item in (Item.TAKE_PART, Item.PHOTO_REPORT):
        people.consent(room.amina, item, Said.YES)
    assert people.shown_to(found) == {Audience.PEOPLE, Audience.TEAM, Audience.ARCHIVE}


def test_somebody_else_or_nobody_but_not_both(room: Room, picture: PictureId) -> None:
    with refused(room, "who can be seen"):
        room.session.people.tag_picture(picture, no_faces=True, somebody_else=True)
    with refused(room, "no such person"):
        room.session.people.tag_picture(picture, [SOMEBODY_ELSE])
