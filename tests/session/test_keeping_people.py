"""Saying how long people's data is kept, and taking it out when its day has come."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from tests.given import TODAY
from tests.session.given import Clock, Room, refused
from workshop.domain.claims import NewLine
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Audience, Category, Item, NoteState, Said, Scope
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Answer, Person
from workshop.domain.records import RECORD_CLASSES, Note
from workshop.domain.retention import Due, Kept
from workshop.session.people import Look, NameDecision, Proof
from workshop.storage import log

LATER = TODAY + timedelta(days=100)


def agrees(room: Room, person: PersonId, *items: Item) -> None:
    for item in (Item.TAKE_PART, *items):
        room.session.people.consent(person, item, Said.YES)


def claims(room: Room, person: PersonId) -> None:
    bus = NewLine(Category.PUBLIC_TRANSPORT, "bus", amount=Decimal("3.20"), receipt=True)
    room.session.people.claim(person, [bus])


# Dates


def test_one_date_is_for_all_and_each_can_have_its_own(room: Room) -> None:
    room.do("people.set_retention", date=str(LATER))
    assert (room.day.names_until, room.day.consent_until, room.day.money_until) == (LATER,) * 3
    room.session.people.set_retention(money=LATER + timedelta(days=1))
    assert (room.day.names_until, room.day.money_until) == (LATER, LATER + timedelta(days=1))


def test_a_date_is_needed(still_room: Room) -> None:
    with refused(still_room, "until when"):
        still_room.session.people.set_retention()
    with refused(still_room, "has passed"):
        still_room.session.people.set_retention(TODAY - timedelta(days=1))


def test_it_is_due_when_its_day_has_passed_by_a_clock_that_goes_forward(timed: Room, clock: Clock) -> None:
    people = timed.session.people
    timed.session.board.add_note("Mine", author=timed.amina)
    people.set_retention(LATER)
    timed.session.plan.close_day(LATER)
    assert people.due() == Due()
    clock.now += timedelta(days=101)
    assert people.due() == Due((Kept.NAMES, Kept.CONSENT))  # nobody has claimed anything
    clock.now -= timedelta(days=150)
    assert people.due() == Due(clock_is_back=True)


# One of them


def test_names_leave_the_notes_and_what_may_not_be_used_loses_its_words(room: Room) -> None:
    board, people = room.session.board, room.session.people
    agrees(room, room.amina, Item.NOTES_USED)
    agrees(room, room.ruth)
    kept = board.add_note("May be used", author=room.amina).note
    refused_ = board.add_note("May not be used", author=room.ruth).note
    room.close_day()
    people.forget_names()
    notes = {note.id: note for note in room.session.all(Note)}
    assert all(note.author is None for note in notes.values())
    assert notes[kept].text == "May be used"
    assert (notes[refused_].text, notes[refused_].state) == ("", NoteState.WITHHELD)
    assert len(room.session.all(Person)) == 2 and room.session.all(Answer)
    assert not any(room.amina in str(line) for line in told_of_notes(room))


def told_of_notes(room: Room) -> list[object]:
    kept = room.session.place.store.database.execute("SELECT diff FROM change").fetchall()
    return [line for (data,) in kept for line in log.unpack_kept(data) if line[0] == "note"]


def test_money_goes_alone(room: Room) -> None:
    claims(room, room.amina)
    room.close_day()
    before = room.snapshot
    room.session.people.forget_money()
    assert room.session.all(Claim) == room.session.all(ClaimLine) == ()
    assert room.snapshot == replace(before, claims=(), claim_lines=())


# Everybody


def test_shredding_leaves_the_board_and_a_proof_that_names_nobody(room: Room, tmp_path: Path) -> None:
    people = room.session.people
    agrees(room, room.amina, Item.NOTES_USED, Item.QUOTE_FIRST_NAME)
    people.sign(room.amina, on_paper=True)
    claims(room, room.amina)
    room.session.board.add_note("Hers", author=room.amina)
    asks = room.session.board.add_note("Ask Amina").note
    people.review_names([NameDecision(asks, Look.KEEP)])
    room.session.pack.make(Audience.PEOPLE, tmp_path / "out")
    room.close_day()
    would, listed = people.would_shred(), len(room.session.pack.issued())
    proof = room.do("people.shred")
    assert (would.people, would.answers, would.notes, would.in_use) == (2, 3, 0, True)
    assert proof["people"] == 2 and proof["answers"] == 3 and proof["claims"] == 1
    assert len(proof["documents"]) == listed == len(would.documents) > 0
    assert not any(name in str(proof) for name in ("Amina", "Ruth", room.amina))
    assert [c for c in RECORD_CLASSES if c.scope is Scope.PERSON and room.session.all(c)] == []
    texts = [note.text for note in room.session.all(Note)]
    assert texts == [*(f"Words of note {n}" for n in (1, 2, 3)), "Hers", "Ask [name]"]
    assert room.day.came == 2
    room.session.promises.cannot("Parking", "The ground is not ours")  # it goes on in its new file


def test_in_a_shredded_workshop_packs_are_made_and_search_finds(room: Room, tmp_path: Path) -> None:
    room.session.search("Amina")  # the index is in memory
    room.session.board.add_note("Amina knows the bell")
    room.close_day()
    room.session.people.shred()
    assert room.session.search("Amina") == ()
    assert [found.text for found in room.session.search("bell")] == ["[name] knows the bell"]
    assert room.session.pack.make(Audience.PEOPLE, tmp_path / "out").documents
    assert isinstance(room.session.people.shred(), Proof)  # once more changes nothing


def test_nothing_goes_while_the_day_is_open_or_a_vote_is(room: Room) -> None:
    people = room.session.people
    room.session.plan.set_scope("a", "b", "c", "d", TODAY)
    room.session.plan.open_day()
    for act in (people.shred, people.forget_names, people.forget_money):
        with refused(room, "while the day is open"):
            act()
    room.open_vote()
    for act in (people.shred, people.forget_names, people.forget_money):
        with refused(room, "while a vote is open"):
            act()


def test_what_would_go_changes_nothing(room: Room) -> None:
    before, seq = room.snapshot, room.last_seq()
    room.session.people.would_shred()
    room.session.people.due()
    assert (room.snapshot, room.last_seq()) == (before, seq)
