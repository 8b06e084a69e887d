"""The desk leads the day: its steps, its tools, the picture of the people's screen, one large act."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, touch_at, words_on
from ui.look import Side, TextSize
from ui.parts.desk_picture import Kind
from ui.parts.start import Start
from ui.screens.desk import DeskPage
from ui.stage import Shown
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState, RoundState, StepState
from workshop.domain.records import Group, Membership, Note, Round, Step
from workshop.session.voting import NewOption


def begun(table: Table, kind: str = "share") -> DeskPage:
    """The desk on an open day of fourteen people, at the first step of a kind."""
    plan = table.session.plan
    plan.create("Leaving hospital", "What matters?", date(2026, 5, 14), "Bevan Road", "half-day")
    plan.set_details(starts="13:10", led_by=["Ruth", "Leanne"])
    plan.set_scope("No new building", "How people are told", "Which wards", "The team", date(2026, 8, 1))
    table.session.people.expect(14)
    plan.open_day()
    plan.start_step(step_of(table, kind).id)
    page = table.show_desk("desk")
    assert isinstance(page, DeskPage)
    return page


def step_of(table: Table, kind: str) -> Step:
    return next(s for s in table.session.all(Step) if s.kind == kind)


def running(table: Table) -> str:
    return next(s.kind for s in table.session.all(Step) if s.state is StepState.STARTED)


def written(table: Table, *texts: str) -> list[NoteId]:
    return [table.session.board.add_note(text).note for text in texts]


def opened_vote(table: Table) -> Round:
    options = [NewOption("A plan on one page"), NewOption("A named person to ring")]
    table.session.voting.open_round("What first?", "What helps most", [*options])
    settle()
    return table.session.all(Round)[0]


# The day and its steps


def test_before_the_day_is_open_the_desk_leads_to_the_plan(two_screens: Table) -> None:
    page = two_screens.show_desk("desk")
    assert "This day has not begun." in words_on(page)
    assert {"Plan", "Ready?"} <= names(page)
    assert not any(name.startswith("Go to") for name in names(page))


def test_say_do_and_next_are_there_for_the_step(two_screens: Table) -> None:
    page = begun(two_screens)
    two_screens.session.plan.edit_step(
        step_of(two_screens, "share").id, say="There are no wrong answers.", to_do=["Read five notes."]
    )
    settle()
    shown = words_on(page)
    assert "Now: step 3 of 10" in shown
    assert "“There are no wrong answers.”" in shown
    assert "Read five notes." in names(page)
    assert "Put notes together" in shown
    assert "Go to step 4" in names(page)


def test_going_on_starts_the_next_step(two_screens: Table) -> None:
    page = begun(two_screens)
    touch(page, "Go to step 4")
    assert running(two_screens) == "groups"
    assert "Now: step 4 of 10" in words_on(page)


def test_after_the_last_step_come_the_sheets(two_screens: Table) -> None:
    page = begun(two_screens, "goodbye")
    assert "This is the last step." in words_on(page)
    assert "Go to the sheets" in names(page)


def test_time_is_said_in_words_and_five_minutes_can_be_added(two_screens: Table) -> None:
    page = begun(two_screens)
    minutes = step_of(two_screens, "share").minutes
    assert f"About {minutes} minutes left" in words_on(page)
    before = find(page, "Add 5 minutes")
    two_screens.clock.on(minutes=4)
    two_screens.stage.tick()
    assert f"About {minutes - 4} minutes left" in words_on(page)
    assert find(page, "Add 5 minutes") is before  # nothing was built anew
    touch(page, "Add 5 minutes")
    assert step_of(two_screens, "share").minutes == minutes + 5
    assert f"About {minutes + 1} minutes left" in words_on(page)


def test_ticks_stay_when_the_facilitator_comes_back(two_screens: Table) -> None:
    page = begun(two_screens)
    two_screens.session.plan.edit_step(step_of(two_screens, "share").id, to_do=["Read five notes."])
    settle()
    changes = len(two_screens.session.last_acts(99))
    touch(page, "Read five notes.")
    two_screens.show_desk("safeguarding")
    again = two_screens.show_desk("desk")
    assert find(again, "Read five notes.").isChecked()  # type: ignore[attr-defined]
    assert len(two_screens.session.last_acts(99)) == changes  # it is in no file


def test_b_and_the_button_cover_the_people(two_screens: Table) -> None:
    page = begun(two_screens)
    QTest.keyClick(two_screens.desk, Qt.Key.Key_B)
    settle()
    assert two_screens.stage.paused
    assert page.preview.seen.text == "A short pause."
    touch(page, "Go on…")
    assert not two_screens.stage.paused


# Quiet writing


def test_in_quiet_writing_the_large_act_turns_the_notes_over(two_screens: Table) -> None:
    page = begun(two_screens, "writing")
    touch(page, "Begin quiet writing")
    assert two_screens.session.day().writing_hidden
    written(two_screens, "Tell me the date", "Say it twice")
    touch(page, "Finished on paper")
    assert {"1 of 14 have finished", "2 notes, face down"} <= names(page)
    assert "Tell me the date" not in words_on(page) + str(names(page))
    assert find(page, "Turn the notes over").accessibleDescription().startswith("13 people have not finished")
    touch(page, "Turn the notes over")
    assert [n.state for n in two_screens.session.all(Note)] == [NoteState.SHOWN] * 2
    assert "2 notes" in names(page)


def test_a_hidden_note_cannot_be_picked_in_the_picture(two_screens: Table) -> None:
    page = begun(two_screens, "writing")
    two_screens.session.board.hide_writing()
    note = written(two_screens, "Tell me the date")[0]
    settle()
    touch_note(two_screens, page, note)
    assert page.chosen is None
    two_screens.session.board.reveal()
    settle()
    touch_note(two_screens, page, note)
    assert page.chosen == note  # the same touch picks it once it is in sight


# The picture of the people's screen


def touch_note(table: Table, page: DeskPage, note: NoteId) -> None:
    """Touch a note in the picture."""
    preview = page.preview
    preview.grab()  # it has to be painted once before it can be touched
    place = preview.place_of(note)
    at = place.center().toPoint() if place else preview.rect().center()
    touch_at(preview.window(), preview.mapTo(preview.window(), at))


def test_a_touched_note_is_hidden_at_once_and_comes_back(two_screens: Table) -> None:
    page = begun(two_screens)
    note = written(two_screens, "Told at 10am I could go")[0]
    settle()
    touch_note(two_screens, page, note)
    assert "Told at 10am I could go" in words_on(page)
    touch(page, "Hide this note")
    hidden = two_screens.session.get(Note, note)
    assert hidden is not None and hidden.state is NoteState.WITHHELD
    assert "Told at 10am I could go" not in words_on(page)
    touch(page, "Undo: show it again")
    shown = two_screens.session.get(Note, note)
    assert shown is not None and shown.state is NoteState.SHOWN


def test_a_touched_note_is_moved_to_another_group(two_screens: Table) -> None:
    page = begun(two_screens)
    note = written(two_screens, "Told at 10am I could go")[0]
    two_screens.session.board.make_group("Medicines", [note])
    two_screens.session.board.make_group("Getting home")
    settle()
    page.preview.choose(note)
    touch(page, "Move to…")
    touch(page, "Getting home")
    home = two_screens.session.all(Group)[1]
    assert [(m.note, m.group) for m in two_screens.session.all(Membership)] == [(note, home.id)]
    assert "Which group does the note go to?" not in words_on(page)


def test_notes_of_the_picture_are_walked_with_arrow_keys(two_screens: Table) -> None:
    page = begun(two_screens)
    first, second = written(two_screens, "One", "Two")
    settle()
    page.preview.setFocus()
    for _ in range(2):
        QTest.keyClick(page.preview, Qt.Key.Key_Right)
    QTest.keyClick(page.preview, Qt.Key.Key_Return)
    assert page.chosen == second
    assert page.preview.accessibleDescription() == "Two"
    QTest.keyClick(page.preview, Qt.Key.Key_Escape)
    assert page.chosen is None


def test_a_note_of_somebody_else_keeps_the_page_and_its_focus(two_screens: Table) -> None:
    page = begun(two_screens)
    button = find(page, "Add 5 minutes")
    button.setFocus()
    written(two_screens, "New")
    settle()
    assert find(page, "Add 5 minutes") is button
    assert page.focusWidget() is button
    assert "1 note" in names(page)


def test_one_persons_own_page_is_a_cover_at_the_desk(two_screens: Table) -> None:
    page = begun(two_screens, "arrivals")
    two_screens.stage.show_people("arrive_name")
    settle()
    assert page.preview.seen.kind is Kind.COVER
    assert find(page, "Show “Today”").accessibleDescription() == "Somebody is at the screen"


def test_today_is_called_up_and_put_away(two_screens: Table) -> None:
    page = begun(two_screens)
    touch(page, "Show “Today”")
    assert two_screens.stage.people == Shown("today")
    assert page.preview.seen.text == "Today"
    touch(page, "Back to the step")
    assert two_screens.stage.people == Shown("board")
    assert page.preview.seen.kind is Kind.BOARD


# Tools


def test_a_group_is_chosen_and_read(two_screens: Table) -> None:
    page = begun(two_screens)
    assert find(page, "Read one group").accessibleDescription() == "When there are groups"
    for name in ("Medicines", "Getting home"):
        two_screens.session.board.make_group(name, written(two_screens, f"On {name}"))
    settle()
    touch(page, "Read one group")
    touch(page, "Getting home")
    group = two_screens.session.all(Group)[1]
    assert two_screens.stage.people == Shown("read_group", {"group": group.id})


def test_a_locked_tool_says_when(two_screens: Table) -> None:
    page = begun(two_screens)
    touch(page, "Open the vote")
    assert two_screens.stage.desk == Shown("desk")
    assert "After the ideas, step 6" in words_on(two_screens.desk)


@pytest.mark.parametrize(
    ("tool", "page_name"),
    [
        ("Type paper notes", "paper_notes"),
        ("Easy words to say", "desk_easy"),
        ("Safeguarding", "safeguarding"),
    ],
)
def test_tools_lead_to_their_pages(two_screens: Table, tool: str, page_name: str) -> None:
    touch(begun(two_screens), tool)
    assert two_screens.stage.desk == Shown(page_name)


def test_the_next_person_gets_the_screen(two_screens: Table) -> None:
    page = begun(two_screens, "arrivals")
    two_screens.stage.visit["half"] = "typed"
    touch(page, "Next person on the screen")
    assert two_screens.stage.people == Shown("arrive_name")
    assert "half" not in two_screens.stage.visit


def test_with_one_screen_it_is_given_to_the_people(table: Table) -> None:
    page = begun(table)
    start = Start.of(table.stage)
    start.keep(start.settings.with_number("2468"))
    touch(page, "Give the screen to the people")
    assert table.stage.front is Side.PEOPLE
    table.stage.to_desk()
    settle()
    assert table.people.page is not None
    touch(table.people.page, "Show “Today”")
    assert table.stage.front is Side.PEOPLE


# Who asks for help


def test_who_asks_for_help_is_shown_until_somebody_goes(two_screens: Table) -> None:
    page = begun(two_screens)
    two_screens.stage.ask_for_help("Amina")
    settle()
    assert "Amina asks for help" in words_on(page)
    touch(page, "I am going")
    assert two_screens.stage.helps == ()
    assert "Amina" not in words_on(page)


# The vote


def test_during_a_vote_only_the_number_is_known(two_screens: Table) -> None:
    page = begun(two_screens, "vote")
    note = written(two_screens, "Told at 10am")[0]
    round_ = opened_vote(two_screens)
    two_screens.session.voting.cast(round_.id, {round_.options[0].id: 2})
    two_screens.stage.tick()
    settle()
    assert {"1 of 14 have voted", "13 still to vote"} <= names(page)
    assert page.preview.seen.kind is Kind.COVER
    touch_note(two_screens, page, note)
    assert page.chosen is None
    said = words_on(page) + str(names(page))
    assert "Told at 10am" not in said and round_.options[0].title not in said
    assert "Close the vote first" in names(page)


def test_the_next_person_is_let_in_once(two_screens: Table) -> None:
    page = begun(two_screens, "vote")
    opened_vote(two_screens)
    touch(page, "Let the next person vote")
    assert two_screens.stage.people == Shown("cover")
    waits = "The screen waits for the next person."
    assert find(page, "Let the next person vote").accessibleDescription() == waits


def test_closing_asks_once_and_no_is_as_large_as_yes(two_screens: Table) -> None:
    page = begun(two_screens, "vote")
    round_ = opened_vote(two_screens)
    for _ in range(5):
        two_screens.session.voting.cast(round_.id, {round_.options[0].id: 1})
    two_screens.stage.tick()
    touch(page, "Close the vote")
    assert "9 have not voted. Close?" in words_on(page)
    assert find(page, "Yes, close the vote").size() == find(page, "No, go on").size()
    touch(page, "No, go on")
    assert state_of(two_screens) is RoundState.OPEN
    touch(page, "Close the vote")
    touch(page, "Yes, close the vote")
    assert state_of(two_screens) is RoundState.CLOSED
    assert two_screens.stage.desk == Shown("results")


def test_stopping_a_vote_asks_why(two_screens: Table) -> None:
    page = begun(two_screens, "vote")
    opened_vote(two_screens)
    touch(page, "Stop this vote")
    touch(page, "An idea was missing")
    round_ = two_screens.session.all(Round)[0]
    assert (round_.state, round_.cancelled_reason) == (RoundState.CANCELLED, "An idea was missing")
    assert "Open the vote" in names(page)


def state_of(table: Table) -> RoundState:
    return table.session.all(Round)[0].state


# Every size


@pytest.mark.parametrize(("size", "language"), [(TextSize.STANDARD, "en"), (TextSize.LARGEST, "ur")])
def test_all_pages_of_the_desk_hold_in_every_size(two_screens: Table, size: TextSize, language: str) -> None:
    begun(two_screens)
    note = written(two_screens, "One", "Two")[0]
    two_screens.session.board.make_group("Medicines", [note])
    two_screens.stage.taste(Side.FACILITATOR, text_size=size, language=language)
    for name, given in PAGES.items():
        page = two_screens.show_desk(name, **({"note": note} if given else {}))
        assert wrong_with(page) == [], name
        assert page.isRightToLeft() == (language == "ur")


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGEST])
def test_all_pages_of_the_desk_hold_on_a_small_laptop(tmp_path: Path, size: TextSize, qtbot: QtBot) -> None:
    table = Table(tmp_path / "day", two_screens=True, width=1366, height=768, mm=0.253)
    table.begin()
    begun(table)
    note = written(table, "One")[0]
    table.stage.taste(Side.FACILITATOR, text_size=size)
    for name, given in PAGES.items():
        assert wrong_with(table.show_desk(name, **({"note": note} if given else {}))) == [], name
    table.close()


# And whether they are given a note.
PAGES = {"desk": False, "desk_easy": False, "paper_notes": False, "safeguarding": False, "hide_note": True}
