"""The facilitator's promises: answers, words, who, by when, and what we cannot do."""

from dataclasses import replace
from datetime import timedelta
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.given import TODAY
from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.given_promises import IDEAS, SOON, WHY, Voted
from ui.look import Side, TextSize
from ui.parts.promises import Row, months_later, ready, rows_of, voted_on, what_it_lacks
from ui.parts.start import Start
from ui.screens.promises import PromisesPage
from ui.widgets.touch import REPEAT_S
from ui.words import words_in
from workshop.domain.ids import OptionId, PromiseId
from workshop.domain.kinds import OwnerKind, Reply
from workshop.domain.outcomes import Cannot, Decision, Promise
from workshop.domain.records import Result, Round

FIRST = IDEAS[0]


@pytest.fixture
def voted(after_the_vote: Table) -> Voted:
    room = Voted(after_the_vote)
    after_the_vote.show_desk("promises")
    return room


def page_of(voted: Voted) -> PromisesPage:
    assert isinstance(voted.table.desk.page, PromisesPage)
    return voted.table.desk.page


def write(voted: Voted, name: str, text: str) -> None:
    """Write into the field of this name, and leave it with Enter."""
    field = find(voted.table.desk, name)
    assert isinstance(field, QPlainTextEdit | QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def decisions(voted: Voted) -> list[tuple[str, Reply, str]]:
    return [(d.title, d.answer, d.why) for d in voted.table.session.all(Decision)]


def test_the_ideas_that_got_dots_are_rows_in_order_of_place(voted: Voted) -> None:
    shown = [(r.title, r.place, r.dots) for r in rows_of(voted.table.stage.room)]
    assert shown == [(IDEAS[0], 1, 10), (IDEAS[1], 2, 6), (IDEAS[2], 3, 2)]
    said = words_on(voted.table.desk)
    assert f"{FIRST} · 10 dots" in said
    assert IDEAS[3] not in said
    assert "0 of 3 are ready." in said


def test_a_promise_is_made_by_touching_and_writing_and_only_then_is_one(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, f"Yes: {FIRST}")
    assert decisions(voted) == [(FIRST, Reply.YES, "")]
    write(voted, f"What we will do: {FIRST}", "We try it on Ward 4")
    write(voted, f"How we will know: {FIRST}", "6 of 10 got help")
    assert "No name, no date" in words_on(desk)
    touch(desk, "Who: A person")
    touch(desk, "Femi")
    touch(desk, "By when: A date")
    touch(desk, "In 1 month")
    touch(desk, "Done")
    touch(desk, "Said yes in the room")
    decision = voted.table.session.all(Decision)[0].id
    assert [replace(p, id=PromiseId("")) for p in voted.promises] == [
        Promise(
            PromiseId(""),
            1,
            FIRST,
            "We try it on Ward 4",
            "6 of 10 got help",
            owner_person=voted.people["Femi"],
            owner_kind=OwnerKind.LIVED,
            by_when=months_later(TODAY, 1),
            said_yes=True,
            decision=decision,
        )
    ]
    assert "A promise" in words_on(desk).split("\n")
    assert "1 of 3 are ready." in words_on(desk)


def test_partly_waits_for_a_why_of_its_own(voted: Voted) -> None:
    touch(voted.table.desk, f"Partly: {FIRST}")
    assert decisions(voted) == []
    write(voted, f"Why partly: {FIRST}", "no money")
    assert decisions(voted) == []
    assert "Please say why, in a few words." in words_on(voted.table.desk)
    write(voted, f"Why partly: {FIRST}", WHY)
    assert decisions(voted) == [(FIRST, Reply.PARTLY, WHY)]


def test_not_now_needs_a_why_and_is_said_with_what_we_cannot_do(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, f"Not now: {FIRST}")
    assert f"What we will do: {FIRST}" not in names(desk)
    write(voted, f"Why not now: {FIRST}", WHY)
    assert decisions(voted) == [(FIRST, Reply.NOT_NOW, WHY)]
    settle()
    assert f"{FIRST}. {WHY}" in words_on(desk)
    touch(desk, f"Yes: {FIRST}")
    assert decisions(voted) == [(FIRST, Reply.YES, "")]


def test_words_are_kept_when_the_field_is_left_and_another_is_touched(voted: Voted) -> None:
    touch(voted.table.desk, f"Yes: {FIRST}")
    field = find(voted.table.desk, f"What we will do: {FIRST}")
    field.setFocus()
    QTest.keyClicks(field, "We ring")
    touch(voted.table.desk, f"Yes: {IDEAS[1]}")
    assert [p.we_will for p in voted.promises] == ["We ring"]
    assert len(decisions(voted)) == 2


def test_what_somebody_is_writing_outlives_changes_and_another_look(voted: Voted) -> None:
    touch(voted.table.desk, f"Yes: {FIRST}")
    field = find(voted.table.desk, f"What we will do: {FIRST}")
    field.setFocus()
    QTest.keyClicks(field, "We ri")
    voted.table.session.board.add_note("something else happens")
    settle()
    assert find(voted.table.desk, f"What we will do: {FIRST}") is field
    voted.table.stage.taste(Side.FACILITATOR, text_size=TextSize.LARGEST)
    settle()
    again = find(voted.table.desk, f"What we will do: {FIRST}")
    assert isinstance(again, QPlainTextEdit) and again.toPlainText() == "We ri"


def test_who_said_no_to_a_printed_name_is_asked_for_a_role(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, f"Yes: {FIRST}")
    touch(desk, "Who: A person")
    touch(desk, "Josh")
    assert "Print the role instead?" in words_on(desk)
    role = find(desk, "The role")
    role.setFocus()
    QTest.keyClicks(role, "Ward nurse")
    touch(desk, "Done")
    (promise,) = voted.promises
    assert (promise.owner_person, promise.owner_role) == (voted.people["Josh"], "Ward nurse")
    assert "On paper: Ward nurse, no name." in words_on(desk)


def test_two_people_together_or_nobody(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, f"Yes: {FIRST}")
    touch(desk, "Who: A person")
    other = find(desk, "Somebody else")
    other.setFocus()
    QTest.keyClicks(other, "Leanne and Gwyn")
    touch(desk, "Done")
    assert [p.owner for p in voted.promises] == ["Leanne and Gwyn"]
    touch(desk, "Who: Leanne and Gwyn")
    touch(desk, "Nobody yet")
    assert [(p.owner, p.owner_person) for p in voted.promises] == [("", None)]


def test_a_date_that_cannot_be_taken_is_said_and_not_kept(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, f"Yes: {FIRST}")
    touch(desk, "By when: A date")
    line = find(desk, "The date")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "1 March 2026")
    assert "This date has passed. Please choose a later date." in words_on(desk)
    touch(desk, "Done")
    assert voted.promises == () and find(desk, "The date") is line
    line.clear()
    QTest.keyClicks(line, "31 November 2026")
    QTest.qWait(160)
    touch(desk, "Done")
    assert voted.promises == () and "We know no such day." in words_on(desk)
    line.clear()
    QTest.keyClicks(line, "29 June")
    QTest.qWait(160)
    assert "Monday 29 June 2026" in words_on(desk)
    touch(desk, "Done")
    assert [p.by_when for p in voted.promises] == [TODAY.replace(month=6, day=29)]
    touch(desk, "By when: Mon 29 Jun")
    line = find(desk, "The date")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    touch(desk, "Done")
    assert [p.by_when for p in voted.promises] == [None]


def test_notes_lead_back_to_the_vote_and_the_notes_in_sight(voted: Voted) -> None:
    desk = voted.table.desk
    voted.table.session.board.withhold_note(voted.notes[1], "twice")
    touch(desk, f"Notes: {FIRST}")
    said = words_on(desk)
    assert "Place 1. 10 dots." in said and "From: The first week" in said
    assert "Nobody rang me" in said and "I rang and rang" not in said
    touch(desk, "Back")
    assert f"Yes: {FIRST}" in names(desk)


def test_what_we_cannot_do_needs_a_reason(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, "Add what we cannot do now")
    QTest.keyClicks(find(desk, "What we cannot do now"), "A new roof")
    touch(desk, "Add")
    assert voted.table.session.all(Cannot) == ()
    sleep(REPEAT_S)  # a second touch at once is a trembling finger
    QTest.keyClicks(find(desk, "Why"), WHY)
    touch(desk, "Add")
    assert [(c.theme, c.reason) for c in voted.table.session.all(Cannot)] == [("A new roof", WHY)]
    assert f"A new roof. {WHY}" in words_on(desk)


def test_an_idea_without_dots_can_be_chosen_and_a_promise_written(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, "One more promise")
    touch(desk, IDEAS[3])
    assert decisions(voted) == [(IDEAS[3], Reply.YES, "")]
    touch(desk, "More")
    touch(desk, "One more promise")
    QTest.keyClicks(find(desk, "What it is about"), "Tea for all")
    touch(desk, "Add")
    assert [(p.theme, p.decision) for p in voted.promises] == [("Tea for all", None)]
    assert [r.title for r in rows_of(voted.table.stage.room)] == [*IDEAS, "Tea for all"]


def test_when_we_meet_again(voted: Voted) -> None:
    desk = voted.table.desk
    touch(desk, "When do we meet again?")
    touch(desk, "In 1 month")
    QTest.keyClicks(find(desk, "At what time"), "13:00")
    touch(desk, "Done")
    day = voted.table.session.day()
    assert (day.next_date, day.next_time) == (months_later(TODAY, 1), "13:00")
    assert "We meet again: Sun 5 Apr, 13:00" in names(desk)


def test_an_undo_is_shown_in_its_row(voted: Voted) -> None:
    touch(voted.table.desk, f"Yes: {FIRST}")
    write(voted, f"What we will do: {FIRST}", "We ring")
    voted.table.session.undo()
    settle()
    field = find(voted.table.desk, f"What we will do: {FIRST}")
    assert isinstance(field, QPlainTextEdit) and field.toPlainText() == ""
    voted.table.session.undo()
    settle()
    assert f"What we will do: {FIRST}" not in names(voted.table.desk)


def test_show_the_room_brings_the_peoples_page_to_the_front(voted: Voted) -> None:
    start = Start.of(voted.table.stage)
    start.keep(start.settings.with_number("2468"))
    touch(voted.table.desk, "Show the room")
    assert voted.table.stage.people.page == "room_promises"
    assert voted.table.stage.front is Side.PEOPLE


def test_without_a_number_the_room_does_not_get_the_screen(voted: Voted) -> None:
    touch(voted.table.desk, "Show the room")
    assert (voted.table.stage.front, voted.table.stage.desk.page) == (Side.FACILITATOR, "number")


def test_without_a_vote_it_says_what_to_do(table: Table) -> None:
    table.show_desk("promises")
    assert "Choose ideas from the vote, or write one." in words_on(table.desk)


# The rows themselves, without a window


def test_a_run_off_sorts_the_equals_and_gives_no_second_row(voted: Voted) -> None:
    first = voted.table.session.all(Round)[0]
    equals = tuple(
        replace(o, id=OptionId(f"again {n}"), number=n) for n, o in enumerate(first.options[:2], start=1)
    )
    again = replace(first, id="again", number=2, options=equals)  # type: ignore[arg-type]
    result = voted.table.session.all(Result)[0]
    level = replace(result, totals=(5, 5, 2, 0))
    run_off = replace(result, id="again", round=again.id, totals=(1, 9))
    found = voted_on([first, again], [level, run_off])
    assert [(v.option.title, v.row.place, v.places) for v in found] == [
        (IDEAS[1], 1, (1, 1)),
        (IDEAS[0], 1, (1, 2)),
        (IDEAS[2], 3, (3,)),
        (IDEAS[3], None, (5,)),
    ]


def test_what_is_missing_is_said_in_words() -> None:
    words = words_in("en")
    promise = Promise(PromiseId("p"), 1, "Tea", "We make tea", owner="Gwyn", by_when=SOON)
    assert what_it_lacks(Row("p", "Tea", promise=promise), words) == "No way to know"
    assert what_it_lacks(Row("p", "Tea", promise=replace(promise, how_known="We count")), words) == ""
    rows = (Row("p", "Tea", promise=replace(promise, how_known="We count")), Row("q", "Buses"))
    assert ready(rows, words) == "1 of 2 are ready."


@pytest.mark.parametrize(
    ("months", "becomes"),
    [(1, TODAY.replace(month=4)), (10, TODAY.replace(2027, 1)), (12, TODAY.replace(2027))],
)
def test_months_later(months: int, becomes: object) -> None:
    assert months_later(TODAY, months) == becomes
    assert months_later(TODAY.replace(month=1, day=31), 1) == TODAY.replace(month=2, day=28)
    assert months_later(TODAY, 1) - TODAY == timedelta(days=31)
