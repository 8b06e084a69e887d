"""The plan by finger, mouse and keys: steps are chosen, moved, changed; nothing written is lost."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.given import Table, find, fingers, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.screens.plan import PlanPage
from workshop.domain.kinds import DayState
from workshop.domain.records import Note, Step
from workshop.session.session import Session

TITLES = (
    "Arrivals|Welcome|Quiet writing|Hear every note|Put notes together|Ideas|Tea|Vote|What we chose|"
    "Promises|Goodbye"
).split("|")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and workshops of this test only."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))


@pytest.fixture
def session(table: Table) -> Session:
    """A day with the steps of a template, shown at the desk."""
    table.session.plan.create("Leaving hospital", template="half-day")
    table.session.plan.set_details(starts="13:10")
    show(table)
    return table.session


def show(table: Table, **given: object) -> PlanPage:
    """The page of the plan."""
    page = table.show_desk("plan", **given)
    assert isinstance(page, PlanPage)
    table.people.activateWindow()
    settle()
    return page


def page_of(table: Table) -> QWidget:
    """The page that is shown now."""
    assert table.desk.page is not None
    return table.desk.page


def titles(session: Session) -> list[str]:
    """The titles of the steps, in order."""
    return [step.title for step in session.all(Step)]


def step(session: Session, title: str) -> Step:
    """The step of this title."""
    return next(s for s in session.all(Step) if s.title == title)


def line(table: Table, name: str) -> QLineEdit:
    """The field of one line of this name."""
    found = find(page_of(table), name)
    assert isinstance(found, QLineEdit)
    return found


def paper(table: Table, name: str) -> QPlainTextEdit:
    """The field of several lines of this name."""
    found = find(page_of(table), name)
    assert isinstance(found, QPlainTextEdit)
    return found


def write(field: QWidget, text: str) -> None:
    """Write other words into a field with the keys."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for index, part in enumerate(text.split("\n")):
        if index:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, part)
    settle()


def key(key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key_, modifier)
    settle()


def test_the_plan_shows_each_step_with_its_time(table: Table, session: Session) -> None:
    said = words_on(page_of(table))
    assert "13:10 to 15:40 · arrivals and 10 steps" in said
    assert all(title in said for title in TITLES)
    assert {"Arrivals, 13:10, 20 min", "Quiet writing, 13:40, 8 min"} <= names(page_of(table))


def test_a_touched_step_is_shown_in_the_middle(table: Table, session: Session) -> None:
    touch(page_of(table), "Quiet writing…")
    assert line(table, "What this step is called").text() == "Quiet writing"
    assert line(table, "The question people see").text() == "What matters to you?"
    assert paper(table, "Words for you to say").toPlainText() == step(session, "Quiet writing").say
    assert "Easy to read. Short sentences, no hard words." in words_on(page_of(table))


def test_a_field_is_kept_when_it_is_left_and_the_list_says_it(table: Table, session: Session) -> None:
    touch(page_of(table), "Quiet writing…")
    write(line(table, "What this step is called"), "Writing alone")
    assert "Writing alone" not in titles(session)
    key(Qt.Key.Key_Tab)
    assert titles(session)[2] == "Writing alone"
    assert "Writing alone, 13:40, 8 min" in names(page_of(table))
    assert "Undo: change step" in names(page_of(table))
    assert QApplication.focusWidget() is line(table, "The question people see")


def test_a_touch_on_a_button_keeps_the_field_first(table: Table, session: Session) -> None:
    touch(page_of(table), "Quiet writing…")
    write(paper(table, "How to do it, in plain words"), "One thing on each note.")
    touch(page_of(table), "Welcome…")
    assert step(session, "Quiet writing").how == "One thing on each note."
    assert line(table, "What this step is called").text() == "Welcome"


def test_a_mouse_click_elsewhere_keeps_the_field_and_is_not_lost(table: Table, session: Session) -> None:
    touch(page_of(table), "Quiet writing…")
    write(line(table, "The question people see"), "What is hard?")
    row = find(page_of(table), "Welcome…")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    assert step(session, "Quiet writing").prompt == "What is hard?"
    assert line(table, "What this step is called").text() == "Welcome"


def test_what_cannot_be_kept_stays_in_the_field(table: Table, session: Session) -> None:
    touch(page_of(table), "Quiet writing…")
    write(line(table, "What this step is called"), " ")
    key(Qt.Key.Key_Tab)
    assert "Please give the step a title. Nothing was changed." in words_on(table.desk)
    table.stage.taste(Side.FACILITATOR, text_size=TextSize.LARGE)
    settle()
    assert line(table, "What this step is called").text() == " "
    assert step(session, "Quiet writing").title == "Quiet writing"


def test_half_written_words_outlive_another_text_size_and_another_page(
    table: Table, session: Session
) -> None:
    touch(page_of(table), "Quiet writing…")
    write(line(table, "The question people see"), "What is har")
    table.stage.taste(Side.FACILITATOR, contrast=True)
    settle()
    assert line(table, "The question people see").text() == "What is har"
    table.show_desk("ready")
    assert step(session, "Quiet writing").prompt == "What is har"


def test_a_text_says_how_it_reads_while_it_is_written(table: Table, session: Session) -> None:
    touch(page_of(table), "Quiet writing…")
    write(line(table, "The question people see"), "What is your pathway?")
    assert "This word is hard: pathway. Try: way." in words_on(page_of(table))
    touch(page_of(table), "Vote…")
    write(line(table, "The question people see"), "")


def test_a_step_without_a_question_says_so(table: Table, session: Session) -> None:
    session.plan.edit_step(step(session, "Vote").id, prompt="")
    touch(page_of(table), "Vote…")
    said = words_on(page_of(table))
    assert "People need a question here." in said and "No question yet" in said


def test_minutes_are_stepped_and_the_times_follow(table: Table, session: Session) -> None:
    touch(page_of(table), "Welcome…")
    touch(page_of(table), "More minutes")
    touch(page_of(table), "Fewer minutes")
    QTest.qWait(200)  # two touches at once would be one
    touch(page_of(table), "Fewer minutes")
    assert step(session, "Welcome").minutes == 9
    assert {"Welcome, 13:30, 9 min", "Quiet writing, 13:39, 8 min"} <= names(page_of(table))


def test_buttons_move_the_chosen_step(table: Table, session: Session) -> None:
    touch(page_of(table), "Welcome…")
    touch(page_of(table), "Later")
    assert titles(session)[:3] == ["Arrivals", "Quiet writing", "Welcome"]
    touch(page_of(table), "Earlier")
    assert titles(session) == TITLES
    touch(page_of(table), "Arrivals…")
    touch(page_of(table), "Earlier")
    assert titles(session) == TITLES
    assert "This is the first step." in words_on(table.desk)


def test_keys_walk_along_the_steps_and_move_one(table: Table, session: Session) -> None:
    find(page_of(table), "Arrivals…").setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(session)[:3] == ["Arrivals", "Quiet writing", "Welcome"]
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(session) == TITLES


def drag_by_finger(grip: QWidget, by: int) -> None:
    """Draw a grip with a finger."""
    window, start = grip.window(), grip.mapTo(grip.window(), grip.rect().center())
    QTest.touchEvent(window, fingers()).press(0, start, window).commit()
    for part in (0.2, 0.6, 1.0):
        QTest.touchEvent(window, fingers()).move(0, start + QPoint(0, round(by * part)), window).commit()
    QTest.touchEvent(window, fingers()).release(0, start + QPoint(0, by), window).commit()
    settle()


def test_a_finger_draws_a_step_by_its_grip(table: Table, session: Session) -> None:
    high = find(page_of(table), "Hear every note…").height()
    drag_by_finger(find(page_of(table), "Move Quiet writing"), 2 * high + 10)
    assert titles(session)[2:5] == ["Hear every note", "Put notes together", "Quiet writing"]


def test_a_mouse_draws_a_step_by_its_grip(table: Table, session: Session) -> None:
    grip = find(page_of(table), "Move Put notes together")
    high = find(page_of(table), "Hear every note…").height()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, grip.rect().center() - QPoint(0, high // 2))
    QTest.mouseMove(grip, grip.rect().center() - QPoint(0, high + 10))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    settle()
    assert titles(session)[2:5] == ["Quiet writing", "Put notes together", "Hear every note"]


def test_a_step_let_go_where_it_was_stays(table: Table, session: Session) -> None:
    before = session.last_acts(9)
    drag_by_finger(find(page_of(table), "Move Quiet writing"), 20)
    assert (titles(session), session.last_acts(9)) == (TITLES, before)


def test_a_step_is_added_after_the_chosen_one(table: Table, session: Session) -> None:
    touch(page_of(table), "Ideas…")
    touch(page_of(table), "Add a step")
    touch(page_of(table), "Tea")
    assert titles(session)[5:8] == ["Ideas", "Tea", "Tea"]
    assert session.all(Step)[6].kind == "break"
    added = QApplication.focusWidget()
    assert added is not None and added.accessibleName() == "Tea, 14:28, 20 min"
    assert line(table, "What this step is called").text() == "Tea"


def test_a_step_is_copied_removed_and_brought_back(table: Table, session: Session) -> None:
    touch(page_of(table), "Welcome…")
    touch(page_of(table), "Copy")
    assert titles(session)[1:3] == ["Welcome", "Welcome"]
    touch(page_of(table), "Remove")
    assert titles(session) == TITLES
    session.board.add_note("Written meanwhile")
    settle()
    touch(page_of(table), "Undo: remove step")
    assert titles(session)[1:3] == ["Welcome", "Welcome"]
    assert [note.text for note in session.all(Note)] == ["Written meanwhile"]
    assert "Taken back: remove step." in words_on(table.desk)


def test_all_steps_can_be_removed_and_a_template_is_offered(table: Table, session: Session) -> None:
    for gone in session.all(Step):
        session.plan.remove_step(gone.id)
    settle()
    assert "No steps yet. Start from a template, or add a step." in words_on(page_of(table))
    touch(page_of(table), "Choose a plan")
    touch(page_of(table), "Coming back: we said, we did")
    touch(page_of(table), "Start with this plan")
    assert titles(session)[2] == "Last time's promises"
    assert isinstance(table.desk.page, PlanPage)


def test_what_is_open_is_said_in_a_form(table: Table, session: Session) -> None:
    assert "Please say: what is open, what is not open" in words_on(page_of(table))
    touch(page_of(table), "Change what is open")
    write(paper(table, "What is open"), "How people leave.")
    write(paper(table, "What is not open"), "The beds.")
    write(line(table, "Who will answer"), "Femi")
    write(line(table, "By when they answer"), "9/7/2026")
    touch(page_of(table), "Done")
    day = session.day()
    assert (day.still_open, day.not_open, day.sponsor) == ("How people leave.", "The beds.", "Femi")
    assert day.report_back_by == date(2026, 7, 9)
    assert "9 July 2026" in words_on(page_of(table)) and "Please say" not in words_on(page_of(table))


def test_an_impossible_date_is_said_and_stays_to_be_put_right(table: Table, session: Session) -> None:
    touch(page_of(table), "Change what is open")
    write(line(table, "By when they answer"), "31 June 2026")
    key(Qt.Key.Key_Return)
    assert "We know no such day. Nothing is lost." in words_on(table.desk)
    assert line(table, "By when they answer").text() == "31 June 2026"
    write(line(table, "By when they answer"), "30 June 2026")
    key(Qt.Key.Key_Return)
    assert session.day().report_back_by == date(2026, 6, 30)


def test_the_details_are_kept_one_by_one(table: Table, session: Session) -> None:
    touch(page_of(table), "Change the details")
    write(line(table, "What the day is called"), "Going home")
    write(line(table, "Starts at"), "9.30")
    write(paper(table, "Led by, one name a line"), "Leanne\nRuth")
    touch(page_of(table), "Done")
    day = session.day()
    assert (day.title, day.starts, day.led_by) == ("Going home", "09:30", ("Leanne", "Ruth"))
    assert "Leanne, Ruth" in words_on(page_of(table))


def test_a_day_that_has_begun_keeps_its_title_and_leads_to_the_desk(table: Table, session: Session) -> None:
    assert "Ready?" in names(page_of(table))
    session.plan.set_scope("", "The garden", "The beds", "Ruth", date(2026, 7, 9))
    session.plan.open_day()
    page = show(table, part="details")
    assert "The day has begun. Its title and question stay." in words_on(page)
    assert "What the day is called" not in names(page) and "Desk" in names(page)
    assert session.day().state is DayState.OPEN


@pytest.mark.parametrize(
    ("width", "height", "mm", "size", "panes"),
    [
        (1920, 1080, 0.369, TextSize.STANDARD, 3),
        (3840, 2160, 0.2, TextSize.STANDARD, 3),
        (1366, 768, 0.253, TextSize.STANDARD, 2),
        (1366, 768, 0.253, TextSize.LARGEST, 1),
    ],
)
def test_nothing_is_wider_than_the_screen(
    table: Table, session: Session, width: int, height: int, mm: float, size: TextSize, panes: int
) -> None:
    table.people.mm_per_px = mm
    table.stage.taste(Side.FACILITATOR, text_size=size)
    table.people.resize(width, height)
    settle()
    page = table.desk.page
    assert isinstance(page, PlanPage)
    assert page.panes == panes
    for part in page.findChildren(QWidget):
        if part.isVisible():
            left = part.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0 and left + part.width() <= width, part.accessibleName()


def test_with_large_letters_one_pane_leads_to_the_next(table: Table, session: Session) -> None:
    table.people.mm_per_px = 0.253
    table.stage.taste(Side.FACILITATOR, text_size=TextSize.LARGEST)
    table.people.resize(1366, 768)
    settle()
    touch(page_of(table), "Welcome…")
    assert line(table, "What this step is called").text() == "Welcome"
    touch(page_of(table), "The day")
    assert "What is open today" in words_on(page_of(table))
    touch(page_of(table), "The plan")
    assert "Welcome, 13:30, 10 min" in names(page_of(table))
