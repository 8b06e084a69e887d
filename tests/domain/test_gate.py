"""Nothing leaves the room but through the gate: random workshops, searched for words of those who said no.

Every word in these workshops is an unmistakable token, so that one search of all facts finds a leak.
The same search is run on gates that are broken on purpose.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests import given
from tests.domain.canaries import (
    ASKED,
    FOR_THE_FACILITATOR,
    OPEN_VOTE,
    file_of,
    ink_of,
    made_person,
    picture,
    snapshot_of,
    snapshots,
    words_of,
)
from tests.domain.personal_reads import personal_reads
from tests.domain.test_consent import naive
from tests.given import TODAY
from workshop.domain import gate as gate_module
from workshop.domain import seen as seen_module
from workshop.domain.called import NotNamed
from workshop.domain.facts import (
    DrawingFacts,
    Facts,
    GroupFacts,
    LeftOut,
    NoteFacts,
    PictureFacts,
    RegisterRow,
)
from workshop.domain.gate import Gate, facts_for
from workshop.domain.grouping import merge_groups
from workshop.domain.ids import DrawingId, NoteId, PersonId, PromiseId, TagId
from workshop.domain.kinds import (
    AgeGroup,
    Audience,
    BoardLayout,
    Emotion,
    GroupKind,
    Item,
    NoteKind,
    NoteState,
    RoundState,
    Said,
    SmallNumbers,
)
from workshop.domain.note_facts import Telling
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Person, Signature
from workshop.domain.records import Drawing, KindName, Note, Tag
from workshop.domain.snapshot import Snapshot

ROOT = Path(__file__).resolve().parents[2]


# What may never be found


def may_be_printed(snapshot: Snapshot, note: Note, audience: Audience) -> bool:
    """The rules for a note, read out one after the other."""
    if note.state is not NoteState.SHOWN or not note.text:
        return False
    if note.author is not None and not agreed(snapshot, note.author, Item.NOTES_USED):
        return False
    names = [n.lower() for p in snapshot.people for n in (p.called, p.full_name)]
    named = any(name in note.text.lower() for name in names)
    return not named or note.names_checked or audience is Audience.ARCHIVE


def agreed(snapshot: Snapshot, person: PersonId, item: Item) -> bool:
    words, forms = list(snapshot.wordings), list(snapshot.forms)
    return naive(list(snapshot.people), list(snapshot.answers), person, item, TODAY, words, forms)


def leaks(snapshot: Snapshot, audience: Audience) -> list[str]:
    """Everything in the facts that may not be there, in words."""
    facts = facts_for(snapshot, audience, TODAY)
    found = [*_notes_that_leak(snapshot, audience, facts), *_people_that_leak(snapshot, facts)]
    found += _pictures_that_leak(snapshot, audience, facts)
    if OPEN_VOTE in repr(facts):
        found.append("an open vote")
    if FOR_THE_FACILITATOR in repr(facts):
        found.append("what only the facilitator reads")
    if bool(facts.register) != (audience is Audience.ARCHIVE and bool(snapshot.people)):
        found.append("the register")
    found += [f"a count of {n} people" for n in (facts.people,) if n is not None and n < 5]
    printed = {note.number for note in _printed(facts)}
    if len(printed) + facts.not_printed != len(snapshot.notes):
        found.append("the sum of notes")  # I22
    return found


def _printed(facts: Facts) -> list[NoteFacts]:
    return [*(note for group in facts.groups for note in group.notes), *facts.loose]


def _notes_that_leak(snapshot: Snapshot, audience: Audience, facts: Facts) -> Iterator[str]:
    everything, printed = repr(facts).lower(), repr((facts.groups, facts.loose)).lower()
    for note in snapshot.notes:
        if may_be_printed(snapshot, note, audience):
            if words_of(note) not in printed:
                yield f"note {note.number} is lost"
            if ink_of(note) not in printed:
                yield f"the drawing on note {note.number} is lost"
        else:
            if note.text and words_of(note) in everything:
                yield f"note {note.number}"
            if ink_of(note) in everything:
                yield f"the drawing on note {note.number}"


def _pictures_that_leak(snapshot: Snapshot, audience: Audience, facts: Facts) -> Iterator[str]:
    shown = [note for note in snapshot.notes if file_of(note) in repr(facts)]
    may = pictures_that_may_be_printed(snapshot, audience)
    for note in snapshot.notes:
        if note in shown and note.id not in may:
            yield f"the picture on note {note.number}"
        elif note.id in may and note not in shown:
            yield f"the picture on note {note.number} is lost"


def pictures_that_may_be_printed(snapshot: Snapshot, audience: Audience) -> dict[str, tuple[PersonId, ...]]:
    """For each note with a picture that may be printed, who can be seen there (I11)."""
    notes = {n.id for n in snapshot.notes if may_be_printed(snapshot, n, audience)}
    return {
        p.note: p.people
        for p in snapshot.pictures
        if p.note in notes
        and (p.no_faces or p.people)
        and all(agreed(snapshot, person, item) for person in p.people for item in _photo_items(audience))
    }


def _photo_items(audience: Audience) -> list[Item]:
    """What is read by others than those who were here needs the yes to the web as well."""
    published = audience in (Audience.WALL, Audience.COMMITTEE)
    return [Item.PHOTO_REPORT, Item.PHOTO_WEB] if published else [Item.PHOTO_REPORT]


def _people_that_leak(snapshot: Snapshot, facts: Facts) -> Iterator[str]:
    # The words of a printed note somebody looked at, not its marks; the register is for the archive alone.
    without = replace(
        facts, register=(), loose=(), groups=tuple(GroupFacts(g.name, ()) for g in facts.groups)
    )
    everything = repr((without, [(note.tags, note.field) for note in _printed(facts)])).lower()
    register = repr(facts.register).lower()
    for person in snapshot.people:
        words = {person.called: Item.QUOTE_FIRST_NAME, person.full_name: Item.QUOTE_FULL_NAME}
        for name, item in words.items():
            if name.lower() in everything and not agreed(snapshot, person.id, item):
                yield f"{name} against {item.value}"
        secrets = [person.contact, person.leaves_by, f"Zneed{person.ref}", f"Zwitness{person.ref}"]
        secrets += [person.supporter, person.adult, person.guardian]
        for secret in secrets:
            if secret.lower() in everything + register:
                yield secret
        for of_the_register in (person.ref, "Ztaker"):
            if of_the_register.lower() in everything:
                yield of_the_register
        if person.full_name.lower() in register:
            yield f"{person.full_name} in the register"


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given_any(snapshots(), st.sampled_from(Audience))
def test_nothing_passes_the_gate_that_somebody_said_no_to(snapshot: Snapshot, audience: Audience) -> None:
    assert leaks(snapshot, audience) == []


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given_any(snapshots(), st.sampled_from(Audience))
def test_a_document_knows_whom_and_what_it_shows(snapshot: Snapshot, audience: Audience) -> None:
    facts = facts_for(snapshot, audience, TODAY)
    notes = {n for n in snapshot.notes if may_be_printed(snapshot, n, audience)}
    assert set(facts.shows_notes) == {n.id for n in notes}
    everything = repr(facts).lower()
    shown = {
        p.id for p in snapshot.people if p.called.lower() in everything or p.full_name.lower() in everything
    }
    seen = {p for people in pictures_that_may_be_printed(snapshot, audience).values() for p in people}
    assert set(facts.shows_people) == shown | (seen & {p.id for p in snapshot.people})  # I04


# Broken on purpose

NOBODY_AGREED = snapshot_of(
    [made_person(i, AgeGroup.ADULT) for i in range(4)],
    {(i, item): (Said.NO, None) for i, item in product(range(4), ASKED)},
    [
        given.note(1, f"{words_of(given.note(1))} by somebody", author=PersonId("person-Zref1")),
        given.note(2, f"{words_of(given.note(2))} hidden", state=NoteState.HIDDEN),
        given.note(3, f"{words_of(given.note(3))} away", state=NoteState.WITHHELD),
        given.note(4, f"{words_of(given.note(4))} Zcalled2"),
        given.note(5, f"{words_of(given.note(5))} is fine"),
    ],
    [
        picture(given.note(1), no_faces=True),
        picture(given.note(2), no_faces=True),
        picture(given.note(5), PersonId("person-Zref0")),
    ],
    BoardLayout.GRID,
)


def test_the_workshop_where_nobody_agreed_has_no_leak() -> None:
    assert [leaks(NOBODY_AGREED, audience) for audience in Audience] == [[]] * len(Audience)


BROKEN: list[tuple[object, str, object, str]] = [
    (gate_module, "may_show", lambda *_: True, "Zcalled1 against quote_first_name"),
    (gate_module, "may_show", lambda *_: True, "note 1"),
    (Gate, "reason_to_leave_out", lambda *_: None, "note 2"),
    (Gate, "reason_to_leave_out", lambda *_: None, "note 3"),
    (Gate, "reason_to_leave_out", lambda *_: None, "note 4"),
    (Gate, "_waits_for_a_look", lambda *_: False, "note 4"),
    (Gate, "reason_to_leave_out", lambda *_: None, "the drawing on note 3"),
    (Gate, "reason_to_leave_out", lambda *_: None, "the picture on note 2"),
    (Gate, "reason_without_picture", lambda *_: None, "the picture on note 5"),
    (seen_module, "may_show", lambda *_: True, "the picture on note 5"),
    (Telling, "_drawings", {}, "the drawing on note 5 is lost"),
    (Gate, "copied", lambda _, words, source: words, "note 1"),
    (Gate, "hides_owner", lambda *_: False, "Zcalled1 against quote_first_name"),
    (NotNamed, "replaced_in", lambda _, words, language: words, "Zfirst3 Zlast3 against quote_full_name"),
    (gate_module, "confidential", lambda _: True, "the register"),
    (gate_module, "_fewest_shown", lambda _: 0, "a count of 4 people"),
    (gate_module, "_groups", lambda *_: ((), ()), "the sum of notes"),
    (gate_module, "_groups", lambda *_: ((), ()), "note 5 is lost"),
]


@pytest.mark.parametrize(("owner", "name", "broken", "leak"), BROKEN)
def test_a_gate_that_is_broken_on_purpose_is_caught(
    owner: object, name: str, broken: object, leak: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, broken)
    assert leak in leaks(NOBODY_AGREED, Audience.PEOPLE)


def test_an_open_vote_that_gets_through_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = tuple(replace(r, state=RoundState.CLOSED) for r in NOBODY_AGREED.rounds)
    assert "an open vote" in leaks(replace(NOBODY_AGREED, rounds=rounds), Audience.PEOPLE)


# Examples, to be read

AMINA = replace(given.person("A101", "Amina K"), full_name="Amina Khan", contact="07700 900123")
RUTH = replace(given.person("B202", "Ruth"), age_group=AgeGroup.UNDER_16)


def workshop_of(said: dict[Item, Said], **more: object) -> Snapshot:
    """A workshop of Amina, who said this, and of Ruth, who said nothing."""
    answers = tuple(given.answer(AMINA, item, one) for item, one in said.items())
    words = given.wordings(answers)
    return Snapshot(
        given.workshop(),
        people=(AMINA, RUTH),
        answers=answers,
        wordings=words,
        **more,  # type: ignore[arg-type]
    )


ALL_YES = dict.fromkeys(ASKED, Said.YES)


def test_a_letter_that_tells_two_people_apart_is_no_part_of_the_name() -> None:
    group = given.group("Amina's corner")
    note = given.note(1, "Benches")
    parts = {"notes": (note,), "groups": (group,), "memberships": (given.membership(note, group),)}
    refused = facts_for(workshop_of({}, **parts), Audience.PEOPLE, TODAY)
    assert [g.name for g in refused.groups] == ["[name]'s corner"]
    agreed_ = facts_for(workshop_of(ALL_YES, **parts), Audience.PEOPLE, TODAY)
    assert [g.name for g in agreed_.groups] == ["Amina's corner"]


def test_a_first_name_is_no_yes_to_the_full_name() -> None:
    said = {**ALL_YES, Item.QUOTE_FULL_NAME: Said.NO}
    promise = Promise(PromiseId("p"), 1, "Amina K asks Amina Khan", owner_person=AMINA.id)
    facts = facts_for(workshop_of(said, promises=(promise,)), Audience.PEOPLE, TODAY)
    assert [(p.theme, p.who) for p in facts.promises] == [("Amina K asks [name]", "Amina K")]


@pytest.mark.parametrize(
    ("promise", "who"),
    [
        ({"owner_person": AMINA.id}, "Somebody from staff"),
        ({"owner_person": AMINA.id, "owner_role": "Chair"}, "Chair"),
        ({"owner_person": PersonId("gone"), "owner_role": "Chair"}, "Chair"),
        ({"owner": "amina k", "owner_role": "Chair"}, "Chair"),
        ({"owner": "Amina Khan"}, "Somebody from staff"),
        ({"owner": "Leanne"}, "Leanne"),
        ({"owner_role": "Ruth's mother"}, "[name]'s mother"),
        ({}, ""),
    ],
)
def test_who_keeps_a_promise_when_nobody_agreed_to_be_named(promise: dict[str, str], who: str) -> None:
    made = Promise(PromiseId("p"), 1, "Benches", **promise)  # type: ignore[arg-type]
    facts = facts_for(workshop_of({}, promises=(made,)), Audience.PEOPLE, TODAY)
    assert [p.who for p in facts.promises] == [who]


def test_what_is_left_out_is_counted_in_a_fixed_order() -> None:
    notes = [
        given.note(1, state=NoteState.HIDDEN),
        given.note(2, state=NoteState.WITHHELD),
        given.note(3, author=RUTH.id),
        replace(given.note(4), text="", state=NoteState.WITHHELD, withheld_reason="taken back"),
        given.note(5, "Ask Ruth"),
        given.note(6, "Ask Ruth", names_checked=True),
    ]
    promise = Promise(PromiseId("p"), 1, "Benches", owner_person=RUTH.id)
    facts = facts_for(workshop_of({}, notes=tuple(notes), promises=(promise,)), Audience.WALL, TODAY)
    assert facts.left_out == (
        LeftOut(gate_module.NEVER_TURNED_OVER, 1),
        LeftOut(gate_module.PUT_AWAY, 1),
        LeftOut(gate_module.NOT_AGREED, 2),
        LeftOut(gate_module.NAMES_IN_NOTES, 1),
        LeftOut(gate_module.NAMES_ELSEWHERE, 1),
    )
    assert (facts.not_printed, facts.notes_written) == (5, 6)
    assert facts.shows_people == ()
    assert [n.text for n in facts.loose] == ["Ask [name]"]


def test_notes_that_say_the_same_are_all_printed_one_after_the_other() -> None:
    garden, bus = given.group("Garden"), given.group("Bus", 1)
    notes = [given.note(n) for n in range(1, 7)]
    notes[1] = replace(notes[1], same_as=notes[3].id)
    notes[2] = replace(notes[2], same_as=notes[3].id, author=RUTH.id)  # who did not agree
    notes[4] = replace(notes[4], same_as=notes[5].id)
    lying = [given.membership(notes[0], garden, 1), given.membership(notes[3], garden, 0)]
    lying += [given.membership(notes[3], bus), given.membership(notes[4], bus, 1)]
    snapshot = workshop_of({}, notes=tuple(notes), groups=(garden, bus), memberships=tuple(lying))
    facts = facts_for(snapshot, Audience.WALL, TODAY)
    in_groups = [(g.name, [(n.number, n.same_as) for n in g.notes]) for g in facts.groups]
    assert in_groups == [("Garden", [(4, 0), (2, 4), (1, 0)]), ("Bus", [(4, 0), (2, 4)])]
    assert [(n.number, n.same_as) for n in facts.loose] == [(6, 0), (5, 6)]
    assert (facts.notes_written, facts.not_printed) == (6, 1)


def test_under_a_note_that_is_not_printed_the_next_one_stands_for_all() -> None:
    top, *under = (given.note(n) for n in (1, 2, 3))
    notes = (replace(top, author=RUTH.id), *(replace(n, same_as=top.id) for n in under))
    garden = given.group("Garden")
    snapshot = workshop_of({}, notes=notes, groups=(garden,), memberships=(given.membership(top, garden),))
    (group,) = facts_for(snapshot, Audience.WALL, TODAY).groups
    assert [(n.number, n.same_as) for n in group.notes] == [(2, 0), (3, 2)]


def test_a_group_that_was_merged_away_is_not_printed_and_its_notes_are() -> None:
    garden, bus = given.group("Garden"), given.group("Bus", 1)
    notes = tuple(given.note(n) for n in (1, 2, 3))
    lying = [given.membership(notes[0], garden), given.membership(notes[1], garden, 1)]
    lying += [given.membership(note, bus, at) for at, note in enumerate(notes[1:])]
    changed = {r.id: r for r in merge_groups([garden, bus], lying)}
    snapshot = workshop_of(
        {},
        notes=notes,
        groups=(garden, changed[bus.id]),
        memberships=tuple(changed.get(m.id, m) for m in lying),
    )
    (group,) = facts_for(snapshot, Audience.WALL, TODAY).groups
    assert (group.name, [n.number for n in group.notes]) == ("Garden", [1, 2, 3])


def test_the_fixed_areas_have_their_names_and_a_waiting_note_is_not_lost() -> None:
    kinds = (GroupKind.LATER, GroupKind.UNKNOWN, GroupKind.WRONG)
    areas = tuple(given.group(kind.value, i, kind=kind) for i, kind in enumerate(kinds))
    notes = tuple(given.note(i) for i in range(1, 4)) + (given.note(4, waiting=True),)
    lying = tuple(given.membership(note, area) for note, area in zip(notes, areas, strict=False))
    facts = facts_for(workshop_of({}, notes=notes, groups=areas, memberships=lying), Audience.WALL, TODAY)
    assert [g.name for g in facts.groups] == ["For later", "We don’t know yet", "We got this wrong"]
    assert [n.number for n in facts.loose] == [4]


def test_what_a_note_says_besides_its_words_is_told() -> None:
    tags = (Tag(TagId("t1"), "Winter", 0), Tag(TagId("t2"), "Ask Ruth", 1))
    note = given.note(1, emotion=Emotion.SAD, tags=(tags[1].id, tags[0].id))
    day = given.workshop(
        kind_names=(KindName(NoteKind.FELT, "What Ruth felt"),), axes=("a", "b", "c", "Ruth")
    )
    snapshot = replace(workshop_of({}, notes=(note,), tags=tags), workshop=day)
    facts = facts_for(snapshot, Audience.WALL, TODAY)
    assert [(n.emotion, n.tags) for n in facts.loose] == [(Emotion.SAD, ("Winter", "Ask [name]"))]
    assert facts.kind_names == (KindName(NoteKind.FELT, "What [name] felt"),)
    assert facts.axes == ("a", "b", "c", "[name]")


def test_a_picture_waits_for_a_look_and_then_for_everybody_on_it() -> None:
    def facts_with(*people: PersonId, no_faces: bool = False, **said: Said) -> tuple[Facts, list[LeftOut]]:
        shown = replace(picture(given.note(1), *people), no_faces=no_faces)
        answers = {Item.TAKE_PART: Said.YES, **{Item(item): one for item, one in said.items()}}
        snapshot = workshop_of(answers, notes=(given.note(1),), pictures=(shown,))
        facts = facts_for(snapshot, Audience.PEOPLE, TODAY)
        return facts, [one for one in facts.left_out if "picture" in one.what]

    file = PictureFacts(file_of(given.note(1)), 60, 40)
    for facts, left_out, shown in (
        (*facts_with(), None),
        (*facts_with(no_faces=True), file),
        (*facts_with(AMINA.id, photo_report=Said.YES), file),
        (*facts_with(AMINA.id, photo_report=Said.NO), None),
        (*facts_with(AMINA.id, RUTH.id, photo_report=Said.YES), None),
    ):
        assert (facts.loose[0].picture, bool(left_out)) == (shown, shown is None)
        assert (facts.loose[0].text, facts.not_printed) == ("Words of note 1", 0)
    assert facts_with(AMINA.id, photo_report=Said.YES)[0].shows_people == (AMINA.id,)
    assert facts_with()[1] == [LeftOut(seen_module.PICTURES_NOT_LOOKED_AT, 1)]
    assert facts_with(AMINA.id)[1] == [LeftOut(seen_module.PICTURES_NOT_AGREED, 1)]


def test_a_name_in_the_signs_of_a_drawing_is_no_name() -> None:
    drawing = Drawing(DrawingId("note-1"), NoteId("note-1"), "1:/Ruth+")
    facts = facts_for(workshop_of({}, notes=(given.note(1),), drawings=(drawing,)), Audience.WALL, TODAY)
    assert facts.loose[0].drawing == DrawingFacts("1:/Ruth+")
    assert facts.shows_people == ()


def test_a_journey_says_how_its_steps_felt_and_a_grid_where_its_notes_lie() -> None:
    step, later = given.group("Taxi", feeling=-2), given.group("l", 1, kind=GroupKind.LATER)
    notes = [given.note(1, x=200.0, y=100.0), given.note(2, x=1500.0, y=700.0), given.note(3)]
    notes += [given.note(4, x=200.0, y=100.0, waiting=True), given.note(5), given.note(6)]
    lying = (given.membership(notes[4], step), given.membership(notes[5], later))
    felt = {}
    for layout in BoardLayout:
        day = given.workshop(layout=layout, axes=("easy", "hard", "no help", "help"))
        snapshot = Snapshot(day, notes=tuple(notes), groups=(step, later), memberships=lying)
        facts = facts_for(snapshot, Audience.WALL, TODAY)
        felt[layout] = [(g.kind, g.feeling) for g in facts.groups], [n.field for n in facts.loose]
    own, fixed, nowhere = (GroupKind.OWN, None), (GroupKind.LATER, None), [()] * 4
    assert felt == {
        BoardLayout.FREE: ([own, fixed], nowhere),
        BoardLayout.COLUMNS: ([own, fixed], nowhere),
        BoardLayout.JOURNEY: ([(GroupKind.OWN, -2), fixed], nowhere),
        BoardLayout.GRID: ([own, fixed], [("easy", "help"), ("hard", "no help"), (), ()]),
    }


def test_the_register_says_how_each_person_stands() -> None:
    facts = facts_for(workshop_of({Item.TAKE_PART: Said.YES}), Audience.ARCHIVE, TODAY)
    unanswered = tuple((item, "not_answered") for item in Item)
    states = (unanswered[0][:1] + ("yes",), *unanswered[1:])
    assert facts.register == (
        RegisterRow("A101", "Amina K", AgeGroup.ADULT, states, "form 1", "screen"),
        RegisterRow("B202", "Ruth", AgeGroup.UNDER_16, unanswered),
    )
    assert facts.shows_people == (AMINA.id, RUTH.id)


def test_people_are_counted_from_five_on_whatever_they_answered_or_took_back() -> None:
    people = tuple(given.person(f"A10{i}", f"Person {i}") for i in range(6))
    no = given.answer(people[0], Item.TAKE_PART, Said.NO)
    back = given.answer(people[1], Item.TAKE_PART, Said.TAKEN_BACK)
    for there, came, count in [(6, 0, 6), (4, 0, None), (4, 6, 6)]:
        day = replace(given.workshop(), came=came)
        snapshot = Snapshot(day, people=people[:there], answers=(no, back))
        assert facts_for(snapshot, Audience.WALL, TODAY).people == count


def test_people_are_counted_by_the_rule_of_the_workshop_and_with_those_who_left_no_name() -> None:
    people = tuple(given.person(f"A10{i}", f"Person {i}") for i in range(6))
    asked_again = replace(people[0], regular=True)  # and has not come yet
    for rule, walk_ins, count in [("strict", 0, None), ("strict", 3, 8), ("custom", 3, None)]:
        day = replace(given.workshop(), small_numbers=SmallNumbers(rule), smallest=9, walk_ins=walk_ins)
        snapshot = Snapshot(day, people=(asked_again, *people[1:]))
        assert facts_for(snapshot, Audience.WALL, TODAY).people == count


# The only doors

MAY_READ_PEOPLE = {
    # Asks the consent questions, finds names, keeps what people said about themselves.
    "workshop/domain/gate.py",
    "workshop/domain/consent.py",
    "workshop/domain/names.py",
    "workshop/domain/unnamed.py",
    # Papers about people: those who take part, or the one person a paper is for.
    "workshop/domain/papers.py",
    # What people said at their arrival.
    "workshop/session/arriving.py",
    # Brings the names of those who may be invited again from an earlier workshop.
    "workshop/session/regulars.py",
    "workshop/session/consenting.py",
    "workshop/session/withdrawing.py",
    "workshop/session/keeping_people.py",
    # Takes names out of what others typed when somebody is erased, and all of them when all are.
    "workshop/domain/taking_out.py",
    "workshop/domain/shredding.py",
    "workshop/session/promises.py",
    # Keeps who wrote a note, where they said so; finds their own notes when they take them back.
    "workshop/session/notes.py",
    "workshop/session/own_words.py",
    # Keeps to whom a document was given, and says it to whoever calls it back.
    "workshop/session/pack.py",
    "workshop/session/papers.py",
    # `show --names`, on the facilitator's own screen.
    "workshop/session/overview.py",
}
# Screens that show a name, each for a reason of its own.
SCREENS_WITH_NAMES = {
    # A person's own pages: what they have typed themselves, and nobody else's.
    "ui/parts/arrival.py",
    "ui/screens/arrive_name.py",
    "ui/screens/arrive_voice.py",
    "ui/screens/arrive_sign.py",
    "ui/screens/arrive_heard.py",
    "ui/screens/arrive_done.py",
    # Who looks after somebody, answers for them or helps them to decide: on their own pages as well.
    "ui/screens/arrive_age.py",
    "ui/screens/arrive_adult.py",
    "ui/screens/arrive_guardian_name.py",
    "ui/screens/arrive_support.py",
    "ui/screens/arrive_supporter.py",
    # The facilitator's list of who is here, and its row of one person.
    "ui/parts/register.py",
    "ui/parts/register_care.py",
    "ui/parts/register_person.py",
    "ui/parts/register_to_do.py",
    # A paper form, typed in at the desk.
    "ui/parts/paper_form.py",
    "ui/parts/paper_form_answers.py",
    "ui/screens/paper_form.py",
    "ui/screens/regulars.py",
    # For whom a paper is printed is chosen at the desk.
    "ui/parts/papers.py",
    # To whom a paper is given, and from whom it is called back.
    "ui/parts/paper_cards.py",
    "ui/parts/paper_work.py",
    "ui/screens/people_papers.py",
    "ui/parts/register_back.py",
    "ui/screens/take_back.py",
    "ui/screens/handed_out.py",
    # Who makes a promise is chosen at the desk; people's screens get the facts of the gate.
    "ui/parts/promises.py",
    # Who can be seen on a picture is said at the desk, before it is printed.
    "ui/screens/pictures_check.py",
    # Whose claim for money it is: the facilitator's list, and a slip each.
    "ui/parts/money.py",
    # The invented people of the practice day.
    "ui/playing/day.py",
}


@cache
def modules() -> dict[str, str]:
    """The source of every module of the program, by its path."""
    files = [file for package in ("workshop", "ui") for file in (ROOT / package).rglob("*.py")]
    return {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in files}


def test_only_the_gate_reads_names_and_writers() -> None:
    listed = MAY_READ_PEOPLE | SCREENS_WITH_NAMES
    found = {path: personal_reads(path, source) for path, source in modules().items()}
    assert [line for path, lines in found.items() if path not in listed for line in lines] == []
    assert [path for path in sorted(listed) if not found.get(path)] == []  # no door that nobody uses


BY_PASSES = [
    ("workshop/printing/cover.py", "print(person.called)"),
    ("workshop/printing/register.py", "print(person.called)"),
    ("workshop/printing/register.py", "print(row.full_name)"),
    ("workshop/printing/taken_back.py", "print(row.given_to)"),
    ("workshop/exchange/csv_out.py", "rows = [n.author for n in snapshot.notes]"),
    ("workshop/session/exports.py", "from workshop.domain.records import Person"),
    ("workshop/exchange/csv_out.py", "from workshop.domain import persons"),
    ("workshop/printing/cover.py", "from workshop.domain.persons import *"),
    ("workshop/printing/cover.py", "import workshop.domain.persons as p"),
    ("workshop/printing/voted.py", "from workshop.domain.snapshot import Snapshot"),
    ("workshop/session/plan.py", "sorted(people, key=lambda p: p.contact)"),
    ("workshop/session/plan.py", "print(person.supporter)"),
    ("ui/screens/today.py", "self.text(person.guardian)"),
    ("ui/screens/board.py", "f'{note.author}'"),
    ("ui/screens/board.py", "Signed(signature.strokes)"),
    # By its name as text.
    ("workshop/session/voting.py", "getattr(person, 'called')"),
    ("workshop/session/voting.py", "getattr(person, 'call' + 'ed')"),
    ("workshop/session/voting.py", "attrgetter('person.called')(answer)"),
    ("workshop/session/voting.py", "sorted(people, key=operator.attrgetter('called'))"),
    ("workshop/session/voting.py", "person.__getattribute__('full_name')"),
    ("ui/screens/ballot.py", "getattr(person, 'called')"),
    ("workshop/session/voting.py", "to_json(person)['called']"),
    # The whole record.
    ("workshop/session/voting.py", "dataclasses.asdict(person)"),
    ("workshop/session/voting.py", "astuple(person)[2]"),
    ("workshop/session/voting.py", "vars(person)"),
    ("workshop/session/voting.py", "person.__dict__"),
    ("workshop/session/voting.py", "[f for f in fields(person)]"),
    ("workshop/session/voting.py", "replace(note, author=None)"),
    # Patterns.
    ("workshop/session/voting.py", "match p:\n    case Person(called=name): print(name)"),
    ("workshop/session/voting.py", "match p:\n    case persons.Person(_, _, name): print(name)"),
    ("ui/screens/board.py", "match n:\n    case Note(author=who): print(who)"),
    # The tables themselves.
    ("workshop/session/voting.py", "ask('SELECT called FROM person')"),
    ("workshop/session/voting.py", "ask(f'select * from \"{what}\" join answer')"),
    ("workshop/session/voting.py", "store.database.execute(sql)"),
    ("ui/screens/board.py", "ask('SELECT shown FROM picture_bytes')"),
]


@pytest.mark.parametrize(("path", "planted"), BY_PASSES)
def test_a_planted_read_is_caught(path: str, planted: str) -> None:
    assert len(personal_reads(path, planted)) == 1


@pytest.mark.parametrize(
    ("path", "harmless"),
    [
        ("workshop/printing/register.py", "print(row.called)"),
        ("ui/board/pens.py", "ink.strokes"),
        ("ui/widgets/icon.py", "getattr(self.look.colours, name)"),
        ("workshop/session/voting.py", "replace(round_, state=closed)"),
        ("workshop/session/voting.py", "match r:\n    case Round(state=state): print(state)"),
        ("workshop/session/voting.py", "'Select somebody from the list'"),
    ],
)
def test_what_says_nothing_of_anybody_is_no_alarm(path: str, harmless: str) -> None:
    assert personal_reads(path, harmless) == []


def test_the_bytes_of_pictures_are_read_in_two_places_that_ask_first() -> None:
    """`pack` reads those that facts show, `media` those whose people said yes, for the screen of the room."""
    readers = {p for p, s in modules().items() if "storage import pictures" in s or "pictures.read(" in s}
    outside = {path for path in readers if not path.startswith("workshop/storage")}
    assert outside == {"workshop/session/pack.py", "workshop/session/media.py"}


def test_there_are_few_places_that_work_out_how_people_stand() -> None:
    """Three places say how people stand: for documents, for screens, for the file of an earlier workshop."""
    made = {path for path, source in modules().items() if "Consents.of(" in source}
    assert made == {
        "workshop/domain/gate.py",
        "workshop/session/own_words.py",
        "workshop/session/regulars.py",
    }


def test_facts_hold_no_record_of_a_person() -> None:
    facts = facts_for(NOBODY_AGREED, Audience.ARCHIVE, TODAY)
    assert not any(isinstance(part, Person | Signature | Note) for part in _parts(facts))
    assert any(isinstance(part, RegisterRow) for part in _parts(facts))  # the walk sees something


def _parts(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from _parts(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _parts(getattr(value, name))
