"""Who is here: voices for today, who looks after whom, what was there, who came without a name."""

import json
from typing import Any

import pytest

from tests.session.given import Room, refused
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Met, Said, Voice
from workshop.domain.persons import Person


def person_of(room: Room, id_: PersonId) -> Person:
    return next(p for p in room.snapshot.people if p.id == id_)


def played(room: Room, do: str, **given: Any) -> Any:
    """An act as a script does it: through JSON and back."""
    return json.loads(json.dumps(room.session.perform(json.loads(json.dumps({"do": do, **given})))))["result"]


def test_everything_about_somebody_is_said_at_the_arrival_or_later(room: Room) -> None:
    came = played(
        room,
        "people.arrive",
        called="Josh",
        voices=["uses_services", "carer"],
        age_group="under_16",
        here_as="carer",
        supporter=" Ewa ",
        adult="Leanne",
        guardian="Mo Rees",
        leaves_by="9.30",
    )
    josh = PersonId(came["person"])
    assert person_of(room, josh) == Person(
        josh,
        came["ref"],
        "Josh",
        age_group=AgeGroup.UNDER_16,
        voices=(Voice.USES_SERVICES, Voice.CARER),
        leaves_by="09:30",
        here_as=Voice.CARER,
        supporter="Ewa",
        adult="Leanne",
        guardian="Mo Rees",
    )
    later = {
        "full_name": "Josh Rees",
        "contact": "01632 960 100",
        "adult": "Ruth",
        "leaves_by": "after lunch",
    }
    played(room, "people.change", person=josh, here_as="uses_services", age_group="16_17", parent_told=True)
    played(room, "people.change", person=josh, supporter="", guardian="", **later)
    now = person_of(room, josh)
    assert (now.here_as, now.age_group, now.parent_told) == (Voice.USES_SERVICES, AgeGroup.AGED_16_17, True)
    assert (now.full_name, now.contact, now.adult) == ("Josh Rees", "01632 960 100", "Ruth")
    assert (now.supporter, now.guardian, now.leaves_by) == ("", "", "after lunch")


def test_a_voice_that_is_not_said_any_more_is_not_the_one_for_today(room: Room) -> None:
    people = room.session.people
    people.change(room.amina, voices=[Voice.CARER, Voice.STAFF], here_as=Voice.STAFF)
    people.change(room.amina, voices=[Voice.STAFF, Voice.CARER])
    assert person_of(room, room.amina).here_as is Voice.STAFF
    people.change(room.amina, voices=[Voice.CARER])
    assert person_of(room, room.amina).here_as is None


def test_somebody_of_age_has_no_adult_and_no_guardian_any_more(room: Room) -> None:
    people = room.session.people
    people.change(room.ruth, age_group=AgeGroup.UNDER_16, adult="Leanne", guardian="Mo", parent_told=True)
    people.change(room.ruth, age_group=AgeGroup.ADULT)
    now = person_of(room, room.ruth)
    assert (now.adult, now.guardian, now.parent_told) == ("", "", False)


def test_a_full_name_in_a_note_is_looked_for_again(room: Room) -> None:
    note = room.session.board.add_note("Ask Nasreen Akhtar").note
    room.do("people.review_names", decisions=[{"note": note, "decision": "keep"}])
    room.session.people.change(room.ruth, full_name="Nasreen Akhtar")
    assert not next(n for n in room.snapshot.notes if n.id == note).names_checked


def test_at_the_end_it_is_said_whether_it_was_there(room: Room) -> None:
    people = room.session.people
    gwyn = people.arrive("Gwyn", [], needs=["Large print", "Hearing loop"]).person
    loop = next(n for n in room.snapshot.needs if n.what == "Hearing loop")
    room.close_day()
    played(room, "people.say_met", need=loop.id, met="met")
    people.change(gwyn, needs=["Hearing loop", "Chair"])  # what stays keeps what was said of it
    assert sorted((n.what, n.met) for n in room.snapshot.needs) == [
        ("Chair", Met.OPEN),
        ("Hearing loop", Met.MET),
    ]


def test_who_came_without_a_name_is_a_number_and_counts_at_the_end(room: Room) -> None:
    played(room, "people.count_walk_ins", count=3)
    assert (room.day.walk_ins, len(room.snapshot.people)) == (3, 2)
    assert room.session.undo().label == "count who came"
    assert room.day.walk_ins == 0
    room.session.people.count_walk_ins(4)
    room.close_day()
    assert room.day.came == 6
    with refused(room, "This day is closed"):
        room.session.people.count_walk_ins(5)


CHILD = {"called": "Josh", "voices": [], "age_group": "under_16"}
X = {"do": "people.arrive", "called": "X", "voices": []}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    (
        "an age nobody has",
        X | {"age_group": "15"},
        "under_16",
    ),
    ("an age as a number", X | {"age_group": 15}, "under_16"),
    ("no age at all", X | {"age_group": None}, "under_16"),
    (
        "twice, other signs",
        X | {"called": " ÂMÏNA "},
        "Somebody of that name",
    ),
    (
        "twice, unseen signs",
        X | {"called": "Ru\u200bth"},
        "Somebody of that",
    ),
    (
        "a voice unsaid",
        X | {"here_as": "staff"},
        "did not say",
    ),
    (
        "an adult for a grown-up",
        X | {"adult": "Leanne"},
        "answers for themselves",
    ),
    (
        "a guardian of a grown-up",
        X | {"guardian": "Mo"},
        "answers for themselves",
    ),
    (
        "their own guardian",
        {"do": "people.arrive", **CHILD, "guardian": "josh"},
        "That is the same person",
    ),
    (
        "their own supporter",
        {"do": "people.arrive", "called": "Siân", "voices": [], "supporter": "SIAN"},
        "That is the same person",
    ),
    (
        "two guardians",
        {"do": "people.arrive", **CHILD, "guardian": ["Mo", "Jo"]},
        "“guardian” cannot be that",
    ),
    (
        "no such time",
        X | {"leaves_by": "25:10"},
        "time of day",
    ),
    ("fewer than none", {"do": "people.count_walk_ins", "count": -1}, "Between 0 and 500"),
    ("more than a hall holds", {"do": "people.count_walk_ins", "count": 501}, "Between 0 and 500"),
    ("an unknown need", {"do": "people.say_met", "need": "nothing", "met": "met"}, "There is no such"),
    ("half met", {"do": "people.say_met", "need": "nothing", "met": "half"}, "open | met | not_met"),
]


@pytest.mark.parametrize(("line", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_cannot_be_is_refused_in_plain_words(line: dict[str, Any], words: str, still_room: Room) -> None:
    with refused(still_room, words.replace("|", r"\|")):
        still_room.session.perform(line)


def test_a_child_looks_after_no_child(room: Room) -> None:
    people = room.session.people
    josh = people.arrive("Josh", [], AgeGroup.UNDER_16).person
    people.change(room.ruth, age_group=AgeGroup.AGED_16_17)
    for name in ("adult", "guardian"):
        with refused(room, "under 18 as well"):
            played(room, "people.change", person=josh, **{name: "RUTH"})
    people.change(josh, adult="Amina")  # who is of age


# After erasing, and with things that are not there

AFTER_ERASING: list[dict[str, Any]] = [
    {"do": "people.consent", "item": "credit", "answer": "yes"},
    {"do": "people.consent", "item": "take_part", "answer": "no", "medium": "paper"},
    {"do": "people.sign", "on_paper": True},
    {"do": "people.sign", "strokes": [[0, 0, 1, 1]]},
    {"do": "people.withdraw", "items": "all"},
    {"do": "people.withdraw", "items": ["credit"]},
    {"do": "people.change", "called": "Siân"},
    {"do": "people.claim", "lines": []},
    {"do": "people.pay", "on": None},
    {"do": "people.want_payment", "wanted": False},
    {"do": "people.erase"},
]


@pytest.mark.parametrize("line", AFTER_ERASING, ids=[f"{n} {a['do']}" for n, a in enumerate(AFTER_ERASING)])
def test_nothing_is_kept_of_somebody_who_was_erased(line: dict[str, Any], room: Room) -> None:
    gone = room.session.people.arrive("Siân", []).person
    room.session.people.consent(gone, Item.TAKE_PART, Said.YES)
    room.session.people.erase(gone)
    with refused(room, "There is no such person"):
        room.session.perform(line | {"person": gone})


def test_somebody_who_was_erased_can_come_anew_and_is_asked_everything(room: Room) -> None:
    people = room.session.people
    gone = people.arrive("Siân", []).person
    people.consent(gone, Item.TAKE_PART, Said.YES)
    people.erase(gone)
    again = people.arrive("Sian", []).person
    assert again != gone and room.snapshot.answers == ()


@pytest.mark.parametrize("item", ["photo", "TAKE_PART", "", None, 3, ["take_part"]], ids=str)
@pytest.mark.parametrize("act", ["people.consent", "people.withdraw"])
def test_an_item_that_there_is_not(act: str, item: Any, still_room: Room) -> None:
    given = {"items": [item]} if act == "people.withdraw" else {"item": item, "answer": "yes"}
    with refused(still_room, "cannot be that. Nothing was changed. It takes .*take_part"):
        still_room.do(act, person=still_room.amina, **given)
