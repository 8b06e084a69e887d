"""People who came before are asked again: only those who agreed to it, and none of their answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import given
from tests.session.given import Room, refused, session
from tests.storage import places
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Said, Voice
from workshop.domain.persons import Person
from workshop.errors import WorkshopMissing, WrongPassphrase
from workshop.session.people import Look, NameDecision
from workshop.session.session import Session

SECRET = "three green chairs"


@pytest.fixture
def before(tmp_path: Path) -> Iterator[Session]:
    """An earlier workshop: Siân may be invited again, Bo may not, Gwyn took it back, Ama said no to all."""
    made = session(tmp_path / "before", 7)
    people = made.people
    for name, voices in (("Siân", [Voice.CARER]), ("Bo", []), ("Gwyn", []), ("Ama", [])):
        needs = ["Hearing loop", "Chair"] if name == "Siân" else ["Large print"]
        id_ = people.arrive(
            name, voices, AgeGroup.UNDER_16, needs, "Full Name", "01632 960 1", "12:00"
        ).person
        people.consent(id_, Item.TAKE_PART, Said.NO if name == "Ama" else Said.YES)
        people.consent(id_, Item.INVITE_AGAIN, Said.NO if name == "Bo" else Said.YES)
        if name == "Gwyn":
            people.withdraw(id_, [Item.INVITE_AGAIN])
    yield made
    made.close()


def test_who_agreed_is_expected_and_asked_everything_anew(room: Room, before: Session) -> None:
    files = places.picture_of(before.place.folder)
    brought = room.do("people.bring_regulars", workshop=str(before.place.folder))
    (sian,) = [p for p in room.snapshot.people if p.called == "Siân"]
    assert sian == Person(
        sian.id,
        sian.ref,
        "Siân",
        contact="01632 960 1",
        age_group=AgeGroup.UNDER_16,
        voices=(Voice.CARER,),
        regular=True,
    )
    assert brought == {"people": [sian.id], "here_already": 0}
    assert sian.id not in {p.id for p in before.all(Person)}
    assert [(n.person, n.what) for n in room.snapshot.needs] == [
        (sian.id, "Hearing loop"),
        (sian.id, "Chair"),
    ]
    assert (room.snapshot.answers, room.snapshot.signatures) == ((), ())
    assert places.picture_of(before.place.folder) == files


def test_nobody_comes_twice_and_some_can_be_chosen(room: Room, before: Session) -> None:
    people, folder = room.session.people, str(before.place.folder)
    sian, bo, *_ = before.all(Person)
    for name in ("Tom", "Amina"):
        invited = before.people.arrive(name, []).person
        for item in (Item.TAKE_PART, Item.INVITE_AGAIN):
            before.people.consent(invited, item, Said.YES)
    listed = people.regulars(folder)
    assert [(r.called, r.is_here) for r in listed] == [("Amina", True), ("Siân", False), ("Tom", False)]
    assert people.bring_regulars(folder, who=[listed[0].person, listed[2].person]).here_already == 1
    assert [p.called for p in room.snapshot.people if p.regular] == ["Tom"]
    with refused(room, "did not say that we may invite them"):
        people.bring_regulars(folder, who=[next(p.id for p in before.all(Person) if p.called == "Bo")])
    with refused(room, "did not say that we may invite them"):
        people.bring_regulars(folder, who=[PersonId("nobody")])


def test_a_regular_who_does_not_come_is_not_counted(room: Room, before: Session) -> None:
    note = room.session.board.add_note("Ask Sian").note
    room.session.people.review_names([NameDecision(note, Look.KEEP)])
    (sian,) = room.session.people.bring_regulars(str(before.place.folder)).people
    assert not next(n for n in room.snapshot.notes if n.id == note).names_checked
    room.session.people.change(sian, needs=[])
    room.close_day()
    assert room.day.came == 2


def test_the_passphrase_is_needed(tmp_path: Path) -> None:
    earlier = Session.make(tmp_path / "real", "Day", SECRET, given.clock)
    id_ = earlier.people.arrive("Siân", []).person
    for item in (Item.TAKE_PART, Item.INVITE_AGAIN):
        earlier.people.consent(id_, item, Said.YES)
    earlier.close()
    now = Session.make(tmp_path / "now", "Next day", SECRET, given.clock)
    for wrong in ("", "another one here"):
        with pytest.raises(WrongPassphrase):
            now.people.bring_regulars(str(tmp_path / "real"), wrong)
    assert now.all(Person) == ()
    assert len(now.people.bring_regulars(str(tmp_path / "real"), SECRET).people) == 1
    now.close()


def test_no_real_people_come_into_a_practice_workshop(room: Room, tmp_path: Path) -> None:
    Session.make(tmp_path / "real", "Day", SECRET, given.clock).close()
    with refused(room, "only for practice"):
        room.session.people.bring_regulars(str(tmp_path / "real"), SECRET)


def test_what_is_no_earlier_workshop(room: Room, before: Session, closed_room: Room) -> None:
    people = room.session.people
    with refused(room, "this workshop itself"):
        people.bring_regulars(str(room.session.place.folder))
    with pytest.raises(WorkshopMissing):
        people.bring_regulars("No such day")
    with refused(closed_room, "This day is closed"):
        closed_room.session.people.bring_regulars(str(before.place.folder))


def test_a_workshop_of_before_the_words_were_kept_can_be_asked_too(room: Room, tmp_path: Path) -> None:
    """Negative control beside it: words that nobody knows any more are no yes."""
    earlier = session(tmp_path / "older", 8)
    for name in ("Siân", "Tom"):
        id_ = earlier.people.arrive(name, []).person
        for item in (Item.TAKE_PART, Item.INVITE_AGAIN):
            earlier.people.consent(id_, item, Said.YES)
    database = earlier.place.store.database
    database.execute("DELETE FROM wording")
    database.execute("UPDATE answer SET text_hash = 'other words' WHERE person = ?", [id_])
    earlier.close()
    assert [r.called for r in room.session.people.regulars(str(tmp_path / "older"))] == ["Siân"]
