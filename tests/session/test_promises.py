"""From the vote to who, by when, and how we will know."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.given import TODAY
from tests.session.given import SOON, Room, refused
from workshop.domain.ids import DecisionId, PromiseId
from workshop.domain.kinds import OwnerKind, PromiseStatus, Reply, RoundState, SponsorAnswer, Voice
from workshop.domain.labels import Label
from workshop.domain.outcomes import Cannot, Decision, Promise, Response, Update

WHY = "There is no money this year."
NO_PROMISE = PromiseId("nothing")


def promised(room: Room, **more: object) -> PromiseId:
    """A whole promise, kept."""
    parts = {"we_will": "Put up two", "owner": "Gwyn", "by_when": SOON, "how_known": "We count them", **more}
    return room.session.promises.promise("Benches", **parts).promise  # type: ignore[arg-type]


def test_each_thing_on_the_board_can_be_decided(room: Room) -> None:
    idea = room.session.board.add_idea("An idea").idea
    opened = room.open_vote()
    room.session.voting.close_round(opened.round)
    sources = [idea, room.garden, room.notes[0], opened.options[1].id]
    answers = [(Reply.YES, ""), (Reply.PARTLY, WHY), (Reply.NOT_NOW, WHY), (Reply.YES, " because ")]
    for source, (answer, why) in zip(sources, answers, strict=True):
        room.session.promises.decide(source, answer, why)
    assert [replace(d, id=DecisionId("")) for d in room.snapshot.decisions] == [
        Decision(DecisionId(""), "An idea", Reply.YES, "", idea, 1),
        Decision(DecisionId(""), "Garden", Reply.PARTLY, WHY, room.garden, 2),
        Decision(DecisionId(""), "Words of note 1", Reply.NOT_NOW, WHY, room.notes[0], 3),
        Decision(DecisionId(""), "A kettle", Reply.YES, "because", opened.options[1].id, 4),
    ]


def test_a_whole_promise(room: Room) -> None:
    decision = room.session.promises.decide(room.garden, Reply.YES).decision
    made = room.session.promises.promise(
        " Benches ",
        "Put up two",
        "The council",
        OwnerKind.ORGANISATION,
        SOON,
        "We count them",
        "Parks officer",
        decision,
        True,
    )
    assert (made.state, made.missing) == ("promise", ())
    assert room.snapshot.promises == (
        Promise(
            made.promise,
            1,
            "Benches",
            "Put up two",
            "We count them",
            "The council",
            None,
            "Parks officer",
            OwnerKind.ORGANISATION,
            SOON,
            True,
            decision,
        ),
    )


def test_what_is_missing_makes_it_not_yet_a_promise(room: Room) -> None:
    made = room.session.promises.promise("Benches", owner="Gwyn")
    assert (made.state, made.missing) == ("not_yet", ("by_when", "we_will", "how_known"))


@pytest.mark.parametrize(
    "owner",
    [
        "Amina",
        "  AMINA ",
        "Amina Khan",
        "amina\u00a0khan",
        "amina  khan",
    ],
)
def test_somebody_of_the_room_is_kept_by_id_so_that_no_log_holds_the_name(owner: str, room: Room) -> None:
    promised(room, owner=owner)
    (promise,) = room.snapshot.promises
    assert (promise.owner, promise.owner_person) == ("", room.amina)


def test_the_id_of_somebody_will_do_as_well(room: Room) -> None:
    promised(room, owner=room.ruth)
    assert room.snapshot.promises[0].owner_person == room.ruth


def test_a_later_word_on_a_promise(room: Room) -> None:
    promise, update = promised(room), room.session.promises.update
    update(promise, PromiseStatus.DOING, "One is up")
    update(promise, PromiseStatus.DECLINED, WHY)
    assert room.snapshot.promises[0].status is PromiseStatus.DECLINED
    assert [replace(u, id="") for u in room.snapshot.updates] == [
        Update("", promise, PromiseStatus.DOING, "One is up", TODAY),
        Update("", promise, PromiseStatus.DECLINED, WHY, TODAY),
    ]


def test_what_cannot_be_done_and_what_the_sponsor_said(room: Room) -> None:
    room.session.promises.cannot(" A new roof ", f" {WHY} ")
    room.session.promises.respond(" Benches ", SponsorAnswer.PARTLY, WHY)
    room.session.promises.respond("Buses", SponsorAnswer.NONE)
    assert [replace(c, id="") for c in room.snapshot.cannots] == [Cannot("", 1, "A new roof", WHY)]
    assert [replace(r, id="") for r in room.snapshot.responses] == [
        Response("", "Benches", SponsorAnswer.PARTLY, WHY, TODAY),
        Response("", "Buses", SponsorAnswer.NONE, "", TODAY),
    ]


def test_every_act_can_be_undone(room: Room) -> None:
    promises = room.session.promises
    acts: list[tuple[Label, Callable[[], object]]] = [
        (Label.DECIDE, lambda: promises.decide(room.garden, Reply.YES)),
        (Label.PROMISE, lambda: promised(room)),
        (Label.UPDATE_PROMISE, lambda: promises.update(room.snapshot.promises[0].id, PromiseStatus.DONE)),
        (Label.CANNOT, lambda: promises.cannot("A roof", WHY)),
        (Label.RESPOND, lambda: promises.respond("Benches", SponsorAnswer.ACCEPTED)),
        (Label.PROMISE, lambda: promised(room, owner="Ruth")),
        (Label.EDIT_PROMISE, lambda: promises.edit_promise(room.snapshot.promises[1].id, "Put up three")),
        (Label.CHANGE_DETAILS, lambda: promises.meet_again(SOON, "13:00")),
    ]
    for label, act in acts:
        before = room.snapshot
        act()
        after = room.snapshot
        assert room.session.undo().label == label
        assert room.snapshot == before
        room.session.redo()
        assert room.snapshot == after != before


def test_a_promise_with_a_later_word_is_not_undone_alone(room: Room) -> None:
    promise = promised(room)
    seq = room.last_seq()
    room.session.promises.update(promise, PromiseStatus.DONE)
    with refused(room, "changed or used the same thing later"):
        room.session.undo(seq)


def test_a_second_answer_to_an_idea_takes_the_place_of_the_first(room: Room) -> None:
    promises = room.session.promises
    first = promises.decide(room.garden, Reply.YES).decision
    promises.promise("Garden", decision=first)
    assert promises.decide(room.garden, Reply.PARTLY, WHY).decision == first
    assert room.snapshot.decisions == (Decision(first, "Garden", Reply.PARTLY, WHY, room.garden, 1),)
    assert [p.decision for p in room.snapshot.promises] == [first]


def test_not_now_takes_the_promise_along_and_undo_brings_both_back(room: Room) -> None:
    promises = room.session.promises
    promised(room, decision=promises.decide(room.garden, Reply.YES).decision)
    before = room.snapshot
    promises.decide(room.garden, Reply.NOT_NOW, WHY)
    assert (room.snapshot.promises, len(room.snapshot.decisions)) == ((), 1)
    room.session.undo()
    assert room.snapshot == before


def test_what_somebody_has_said_more_about_is_changed_no_more(room: Room) -> None:
    promises = room.session.promises
    promise = promised(room, decision=promises.decide(room.garden, Reply.YES).decision)
    promises.update(promise, PromiseStatus.DOING)
    with refused(room, "stays as it was said"):
        promises.edit_promise(promise, "Put up three")
    with refused(room, "stays as it was said"):
        promises.decide(room.garden, Reply.NOT_NOW, WHY)
    promises.decide(room.garden, Reply.PARTLY, WHY)


def test_only_the_parts_that_are_given_are_changed(room: Room) -> None:
    promises, promise = room.session.promises, promised(room, owner_role="Gardener", said_yes=True)
    before = room.snapshot.promises[0]
    made = promises.edit_promise(promise, how_known=" We sit on them ", owner="Amina", by_when=TODAY)
    assert (made.promise, made.state, made.missing) == (promise, "promise", ())
    hers = {"owner": "", "owner_person": room.amina, "owner_kind": OwnerKind.LIVED}
    after = replace(before, how_known="We sit on them", by_when=TODAY, **hers)  # type: ignore[arg-type]
    assert room.snapshot.promises == (after,)
    made = promises.edit_promise(promise, "", "", owner_role="", said_yes=False, no_date=True)
    assert (made.state, made.missing) == ("not_yet", ("who", "by_when", "we_will"))
    nobody = {"owner_person": None, "owner_role": "", "owner_kind": OwnerKind.STAFF}
    bare = replace(after, we_will="", said_yes=False, by_when=None, **nobody)  # type: ignore[arg-type]
    assert room.snapshot.promises == (bare,)


def test_when_we_meet_again_or_why_not(room: Room) -> None:
    meet_again = room.session.promises.meet_again
    meet_again(SOON, " 13:00 ")
    assert (room.day.next_date, room.day.next_time, room.day.no_next_reason) == (SOON, "13:00", "")
    meet_again(reason=WHY)
    assert (room.day.next_date, room.day.next_time, room.day.no_next_reason) == (None, "", WHY)


REFUSED: list[tuple[str, Callable[[Room], object], str]] = [
    ("decide nothing", lambda r: r.session.promises.decide("nothing", Reply.YES), "no such note"),
    ("no why", lambda r: r.session.promises.decide(r.garden, Reply.PARTLY), "say why"),
    ("short why", lambda r: r.session.promises.decide(r.garden, Reply.NOT_NOW, "no money "), "say why"),
    ("about nothing", lambda r: r.session.promises.promise(" "), "what it is about"),
    ("yesterday", lambda r: promised(r, by_when=TODAY - timedelta(days=1)), "has passed"),
    ("too far", lambda r: promised(r, by_when=TODAY.replace(year=2028, day=6)), "next 24 months"),
    ("no decision", lambda r: promised(r, decision=DecisionId("-")), "no such decision"),
    ("edit nothing", lambda r: r.session.promises.edit_promise(NO_PROMISE), "no such promise"),
    ("meet in the past", lambda r: r.session.promises.meet_again(TODAY - timedelta(days=1)), "has passed"),
    ("cannot nothing", lambda r: r.session.promises.cannot("", WHY), "what cannot be done"),
    ("cannot without why", lambda r: r.session.promises.cannot("A roof", "no money"), "say why"),
    ("word on nothing", lambda r: r.session.promises.update(NO_PROMISE, PromiseStatus.DONE), "no such"),
    ("respond to nothing", lambda r: r.session.promises.respond("", SponsorAnswer.NONE), "about"),
    ("no without why", lambda r: r.session.promises.respond("x", SponsorAnswer.NO), "say why"),
    ("partly without why", lambda r: r.session.promises.respond("x", SponsorAnswer.PARTLY, "-"), "say why"),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(act: Callable[[Room], object], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        act(still_room)


def test_declining_needs_a_reason(room: Room) -> None:
    promise = promised(room)
    with refused(room, "say why"):
        room.session.promises.update(promise, PromiseStatus.DECLINED, "no money")


def test_a_date_that_has_passed_is_refused_for_an_old_promise_too(room: Room) -> None:
    promise = promised(room)
    with refused(room, "has passed"):
        room.session.promises.edit_promise(promise, by_when=TODAY - timedelta(days=1))


def test_a_group_that_lies_in_another_is_not_decided(room: Room) -> None:
    board = room.session.board
    bus = board.make_group("Bus").group
    board.merge_groups([room.garden, bus])
    with refused(room, "lies in another one now"):
        room.session.promises.decide(bus, Reply.YES)
    assert room.session.promises.decide(room.garden, Reply.YES).decision


def test_an_option_of_a_vote_that_is_not_closed_is_not_decided(room: Room) -> None:
    opened = room.open_vote()
    option = opened.options[0].id
    with refused(room, "not closed yet"):
        room.session.promises.decide(option, Reply.YES)
    room.session.voting.cancel_round(opened.round, "a slip in the words")
    assert room.snapshot.rounds[0].state is RoundState.CANCELLED
    with refused(room, "not closed yet"):
        room.session.promises.decide(option, Reply.YES)


def test_after_the_day_promises_and_answers_are_kept(closed_room: Room) -> None:
    promises = closed_room.session.promises
    promise = promised(closed_room)
    promises.update(promise, PromiseStatus.DONE, "Two are up")
    promises.respond("Benches", SponsorAnswer.ACCEPTED)
    promises.cannot("A roof", WHY)
    promises.decide(closed_room.garden, Reply.YES)
    with refused(closed_room, "closed"):
        promises.meet_again(SOON)
    after = closed_room.snapshot
    assert [len(p) for p in (after.promises, after.updates, after.responses, after.cannots)] == [1] * 4
    assert len(after.decisions) == 1


@pytest.mark.parametrize(
    ("voices", "kind"),
    [
        ([Voice.STAFF], OwnerKind.STAFF),
        ([Voice.CARER], OwnerKind.LIVED),
        ([Voice.STAFF, Voice.CARER], OwnerKind.LIVED),
        ([], OwnerKind.LIVED),
    ],
)
def test_an_owner_of_the_room_is_of_their_own_kind(room: Room, voices: list[Voice], kind: OwnerKind) -> None:
    room.session.people.arrive("Josh", voices)
    room.session.promises.promise("Benches", "Put up two", "Josh", by_when=TODAY, how_known="We sit on them")
    room.session.promises.promise("A kettle", "Buy one", "The hospital shop", by_when=TODAY)
    assert [p.owner_kind for p in room.snapshot.promises] == [kind, OwnerKind.STAFF]
