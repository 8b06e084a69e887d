"""Arriving, answering, signing, taking back, being erased."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.given import TODAY
from tests.session.given import Room, refused, same_board
from workshop.domain.consent import Standing, may_show, standing
from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import AgeGroup, Audience, Item, Medium, NoteState, Said, Support, Voice
from workshop.domain.persons import Answer, Person, Signature
from workshop.session.people import Look, NameDecision
from workshop.session.resources import consent_form
from workshop.session.withdrawing import recalls

NOBODY, NOTHING = PersonId("nothing"), NameDecision(NoteId("nothing"), Look.KEEP)


def stands(room: Room, person: PersonId, item: Item) -> Standing:
    return standing(room.session.people.consents(), person, item, TODAY)


def test_somebody_arrives(room: Room) -> None:
    arrived = room.session.people.arrive(
        "  Siân ",
        [Voice.CARER, Voice.STAFF, Voice.CARER],
        AgeGroup.AGED_16_17,
        ["Hearing loop", "Sit near the door"],
        full_name="Siân  Rees",
        contact="sian@example.org",
        leaves_by="15:00",
    )
    person = next(p for p in room.snapshot.people if p.id == arrived.person)
    assert person == Person(
        arrived.person,
        arrived.ref,
        "Siân",
        "Siân Rees",
        "sian@example.org",
        AgeGroup.AGED_16_17,
        (Voice.CARER, Voice.STAFF),
        "15:00",
    )
    assert [n.what for n in room.snapshot.needs] == ["Hearing loop", "Sit near the door"]
    assert {n.person for n in room.snapshot.needs} == {arrived.person}
    assert room.snapshot.answers == ()  # arriving is no yes to anything (I05)


def test_slip_numbers_do_not_tell_who_came_first(room: Room) -> None:
    refs = [room.session.people.arrive(f"Guest {n}", []).ref for n in range(30)]
    assert len(set(refs)) == 30
    assert refs != sorted(refs) and refs != sorted(refs, reverse=True)
    assert all(len(ref) == 4 and ref[0] not in "IOQ" and ref[1:].isdecimal() for ref in refs)


def test_who_stopped_half_way_is_found_until_something_is_signed_or_said_elsewhere(room: Room) -> None:
    people = room.session.people
    sian = people.arrive("Siân", []).person
    people.consent(sian, Item.TAKE_PART, Said.YES)
    found = people.stopped_half_way(" sian ")
    assert found is not None and found.id == sian
    assert people.stopped_half_way("Sia") is None
    people.consent(sian, Item.NOTES_USED, Said.YES, Medium.PAPER)
    assert people.stopped_half_way("Siân") is None
    signed = people.arrive("Bethan", []).person
    assert people.stopped_half_way("Bethan") is not None
    people.sign(signed, on_paper=True)
    assert people.stopped_half_way("Bethan") is None


def test_an_answer_keeps_the_exact_words_that_were_answered(room: Room) -> None:
    room.session.people.consent(
        room.amina, Item.NOTES_USED, Said.YES, Medium.PAPER, [Support.READ_ALOUD], guardian=Said.NO
    )
    (answer,) = room.snapshot.answers
    form = consent_form()
    assert answer == Answer(
        id=answer.id,
        person=room.amina,
        item=Item.NOTES_USED,
        said=Said.YES,
        order=1,
        form=form.version,
        text_hash=form.of(Item.NOTES_USED).text_hash,
        language="en",
        medium=Medium.PAPER,
        given_on=TODAY,
        expires_on=date(2031, 3, 5),
        guardian=Said.NO,
        support=("read_aloud",),
    )


@pytest.mark.parametrize(
    ("answer", "assent", "kept"),
    [
        (Said.YES, None, Said.YES),
        (Said.YES, Said.YES, Said.YES),
        (Said.YES, Said.NO, Said.NO),
        (Said.YES, Said.UNSURE, Said.UNSURE),
        (Said.NO, Said.YES, Said.NO),
        (Said.UNSURE, Said.YES, Said.UNSURE),
    ],
)
def test_a_young_persons_own_no_always_wins(
    answer: Said, assent: Said | None, kept: Said, still_room: Room
) -> None:
    people, ruth = still_room.session.people, still_room.ruth
    people.consent(ruth, Item.CREDIT, answer, guardian=Said.YES, assent=assent)
    assert still_room.snapshot.answers[-1].said is kept


def test_a_change_of_mind_is_one_more_row(room: Room) -> None:
    people, amina = room.session.people, room.amina
    people.consent(amina, Item.TAKE_PART, Said.YES)
    people.consent(amina, Item.NOTES_USED, Said.YES)
    people.withdraw(amina, [Item.NOTES_USED])
    assert stands(room, amina, Item.NOTES_USED) is Standing.TAKEN_BACK
    people.consent(amina, Item.NOTES_USED, Said.YES)
    assert [(a.item, a.said, a.order) for a in room.snapshot.answers] == [
        (Item.TAKE_PART, Said.YES, 1),
        (Item.NOTES_USED, Said.YES, 2),
        (Item.NOTES_USED, Said.TAKEN_BACK, 3),
        (Item.NOTES_USED, Said.YES, 4),
    ]
    assert may_show(room.session.people.consents(), amina, Item.NOTES_USED, TODAY)


def test_signing_in_three_ways(room: Room) -> None:
    people = room.session.people
    people.sign(room.amina, [[0, 0, 9.5, 4], [1, 2]])
    people.sign(room.ruth, said_aloud=True, witness=" Leanne ")
    people.sign(room.ruth, on_paper=True)
    assert [replace(s, id="") for s in room.snapshot.signatures] == [
        Signature("", room.amina, ((0.0, 0.0, 9.5, 4.0), (1.0, 2.0))),
        Signature("", room.ruth, said_aloud=True, witness="Leanne"),
        Signature("", room.ruth, on_paper=True),
    ]


def test_taking_back_says_what_has_to_be_called_back(
    room: Room, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people = room.session.people
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        people.consent(room.amina, item, Said.YES)
    room.session.board.add_note("Mine", author=room.amina)
    made = room.session.pack.make(Audience.PEOPLE, tmp_path_factory.mktemp("out"))
    with_note = [i for i in room.session.pack.issued() if room.snapshot.notes[-1].id in i.notes]
    assert len(with_note) == len(made.documents)
    assert people.withdraw(room.ruth).recall == ()
    recall = people.withdraw(room.amina).recall
    assert recall == recalls(with_note)
    assert all(stands(room, room.amina, item) is Standing.TAKEN_BACK for item in Item)


def test_a_name_in_a_looked_at_note_is_called_back_too(
    room: Room, tmp_path_factory: pytest.TempPathFactory
) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    room.session.people.consent(room.amina, Item.QUOTE_FIRST_NAME, Said.YES)
    note = room.session.board.add_note("Ask Amina for the key").note
    room.session.people.review_names([NameDecision(note, Look.KEEP)])
    room.session.pack.make(Audience.PEOPLE, tmp_path_factory.mktemp("out"))
    assert len(room.session.people.withdraw(room.amina).recall) == len(room.session.pack.issued())


def test_somebody_is_erased_with_their_words_and_the_number_of_notes_stays(room: Room) -> None:
    people, board = room.session.people, room.session.board
    people.arrive("Siân", [], needs=["Hearing loop"])
    gone = room.snapshot.people[-1].id
    people.consent(gone, Item.TAKE_PART, Said.YES)
    people.sign(gone, on_paper=True)
    board.add_note("Hers", author=gone)
    room.session.promises.promise("Benches", owner="Siân")
    certificate = people.erase(gone).certificate
    assert (certificate.erased_on, certificate.notes_erased, certificate.call_back) == (TODAY, 1, ())
    after = room.snapshot
    assert {p.id for p in after.people} == {room.amina, room.ruth}
    assert (after.needs, after.answers, after.signatures) == ((), (), ())
    assert [(n.number, n.text, n.author, n.state) for n in after.notes[3:]] == [
        (4, "", None, NoteState.WITHHELD)
    ]
    assert [(p.owner, p.owner_person) for p in after.promises] == [("", None)]
    with refused(room, "nothing to undo"):
        room.session.undo()
    with refused(room, "no such person"):
        people.erase(gone)


def test_looking_at_names_keeps_or_leaves_out(room: Room) -> None:
    one, two, _ = room.notes
    room.session.people.review_names([NameDecision(one, Look.KEEP), NameDecision(two, Look.LEAVE_OUT)])
    kept = [(n.names_checked, n.state, n.withheld_reason) for n in room.snapshot.notes]
    assert kept == [
        (True, NoteState.SHOWN, ""),
        (False, NoteState.WITHHELD, "shows who somebody is"),
        (False, NoteState.SHOWN, ""),
    ]
    before = room.snapshot
    room.session.undo()
    assert not any(n.names_checked for n in room.snapshot.notes)
    room.session.redo()
    assert room.snapshot == before


def test_people_are_never_undone(room: Room) -> None:
    room.session.board.add_note("Before")
    people = room.session.people
    people.arrive("Siân", [], needs=["Hearing loop"])
    people.consent(room.amina, Item.TAKE_PART, Said.YES)
    people.sign(room.amina, on_paper=True)
    people.withdraw(room.amina)
    before = room.snapshot
    assert room.session.undo().label == "add note"
    after = room.snapshot
    assert (after.people, after.needs, after.answers, after.signatures) == (
        before.people,
        before.needs,
        before.answers,
        before.signatures,
    )
    assert not same_board(before, after)


def test_what_was_said_at_the_arrival_can_be_changed(room: Room) -> None:
    people = room.session.people
    siân = people.arrive("Siân", [Voice.CARER], needs=["Hearing loop", "Chair"], leaves_by="15:00").person
    people.change(siân, called=" Sian R ", voices=[Voice.STAFF, Voice.STAFF], needs=["Chair", " ", "Chair"])
    people.change(siân, age_group=AgeGroup.UNDER_16)
    person = next(p for p in room.snapshot.people if p.id == siân)
    assert (person.called, person.voices, person.age_group, person.leaves_by) == (
        "Sian R",
        (Voice.STAFF,),
        AgeGroup.UNDER_16,
        "15:00",
    )
    assert [(n.person, n.what) for n in room.snapshot.needs] == [(siân, "Chair")]
    before = room.last_seq()
    people.change(siân, needs=["Chair"], leaves_by="15:00", called="Sian R")
    assert room.last_seq() == before  # what changes nothing writes nothing
    people.change(siân, leaves_by="", needs=[])
    assert (next(p for p in room.snapshot.people if p.id == siân).leaves_by, room.snapshot.needs) == ("", ())


def test_after_a_new_name_notes_that_hold_it_are_looked_at_again(room: Room) -> None:
    note = room.session.board.add_note("Ask Nasreen").note
    room.session.people.review_names([NameDecision(note, Look.KEEP)])
    room.session.people.change(room.amina, called="Nasreen")
    assert not next(n for n in room.snapshot.notes if n.id == note).names_checked


def test_a_name_is_free_when_nobody_else_has_it(room: Room) -> None:
    people, seq = room.session.people, room.last_seq()
    assert people.free_name("  Siân ") == "Siân"
    assert people.free_name("amina", room.amina) == "amina"
    with refused(room, "add a letter"):
        people.free_name("amina", room.ruth)
    assert room.last_seq() == seq


def test_a_guest_without_a_name_gets_one_that_is_free(room: Room) -> None:
    people = room.session.people
    assert people.name_for_a_guest() == "Guest 3"
    people.arrive("guest 4", [])
    assert people.name_for_a_guest() == "Guest 5"  # the fourth to come, and that name is taken
    assert people.name_for_a_guest("Gość") == "Gość 4"


@pytest.mark.parametrize("language", ["en", "pl", "ur", "fr"])
def test_an_answer_keeps_the_language_and_the_words_of_the_page(language: str, room: Room) -> None:
    room.session.people.consent(room.amina, Item.CREDIT, Said.YES, language=language)
    (answer,) = room.snapshot.answers
    form = consent_form(language)
    assert (answer.language, answer.form) == (form.language, form.version)
    assert answer.text_hash == form.of(Item.CREDIT).text_hash
    assert answer.language == ("en" if language == "fr" else language)


def test_what_would_be_called_back_is_what_is_called_back(
    room: Room, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people = room.session.people
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        people.consent(room.amina, item, Said.YES)
    room.session.board.add_note("Mine", author=room.amina)
    room.session.pack.make(Audience.PEOPLE, tmp_path_factory.mktemp("out"))
    before, seq = room.snapshot, room.last_seq()
    would = people.would_recall(room.amina)
    assert (room.snapshot, room.last_seq()) == (before, seq)
    assert would and would == people.withdraw(room.amina, [Item.NOTES_USED]).recall
    assert people.would_recall(room.ruth) == ()


def test_expected_people_are_seats(room: Room) -> None:
    room.session.people.expect(14)
    assert room.day.expected == 14


REFUSED: list[tuple[str, Callable[[Room], object], str]] = [
    ("too few", lambda r: r.session.people.expect(-1), "Between 0 and 500"),
    ("too many", lambda r: r.session.people.expect(501), "Between 0 and 500"),
    ("no name", lambda r: r.session.people.arrive("\u200b", []), "a name to be called by"),
    ("same name", lambda r: r.session.people.arrive("ÁMINA", []), "Somebody of that name is here already"),
    ("long name", lambda r: r.session.people.arrive("x" * 301, []), "300 letters at most"),
    (
        "answer of nobody",
        lambda r: r.session.people.consent(NOBODY, Item.CREDIT, Said.YES),
        "no such person",
    ),
    (
        "taken back by the side door",
        lambda r: r.session.people.consent(r.amina, Item.CREDIT, Said.TAKEN_BACK),
        "withdraw",
    ),
    ("change nobody", lambda r: r.session.people.change(NOBODY, called="X"), "no such person"),
    ("change to a name", lambda r: r.session.people.change(r.ruth, called="AMINA"), "Somebody of that name"),
    ("change to no name", lambda r: r.session.people.change(r.ruth, called=" "), "a name to be called by"),
    (
        "no language",
        lambda r: r.session.people.consent(r.ruth, Item.CREDIT, Said.YES, language="../en"),
        "A language is a short name",
    ),
    ("call back from nobody", lambda r: r.session.people.would_recall(NOBODY), "no such person"),
    ("nobody signs", lambda r: r.session.people.sign(NOBODY, on_paper=True), "no such person"),
    ("unsigned", lambda r: r.session.people.sign(r.amina), "Please sign"),
    ("unheard", lambda r: r.session.people.sign(r.amina, said_aloud=True), "who heard it"),
    ("nobody takes back", lambda r: r.session.people.withdraw(NOBODY), "no such person"),
    ("some of them", lambda r: r.session.people.withdraw(r.amina, "notes_used"), "which answers, or “all”"),
    ("erase nobody", lambda r: r.session.people.erase(NOBODY), "no such person"),
    (
        "look at nothing",
        lambda r: r.session.people.review_names([NameDecision(r.notes[0], Look.KEEP), NOTHING]),
        "no such note",
    ),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(act: Callable[[Room], object], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        act(still_room)


def test_nobody_is_erased_while_a_vote_is_open(room: Room) -> None:
    room.open_vote()
    with refused(room, "Nobody can be erased while a vote is open"):
        room.session.people.erase(room.amina)


def test_after_the_day_nobody_arrives_but_everybody_can_change_their_mind(closed_room: Room) -> None:
    people, amina = closed_room.session.people, closed_room.amina
    with refused(closed_room, "This day is closed"):
        people.arrive("Late", [])
    with refused(closed_room, "This day is closed"):
        people.expect(5)
    people.consent(amina, Item.NOTES_USED, Said.YES)
    people.withdraw(amina, [Item.NOTES_USED])
    people.sign(amina, on_paper=True)
    people.review_names([NameDecision(closed_room.notes[0], Look.KEEP)])
    people.erase(amina)
    assert [p.id for p in closed_room.snapshot.people] == [closed_room.ruth]
