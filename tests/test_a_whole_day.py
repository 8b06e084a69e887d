"""One day as one test: from the home screen to a saved pack, by simulated fingers on the real windows.

Eight people come; three use the screen. They write, group, make ideas, vote in secret, promise. Then
the pages are read back: what was written, voted and promised is there, and nothing that somebody said
no to.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.playing import day_end
from ui.playing.board_fingers import drag_note, middle_of
from ui.playing.day import Day, Person
from ui.playing.fingers import names, settle, touch, words_on
from ui.playing.table import Table, put_words, steady_hands
from ui.widgets.people_preview import PeoplePreview
from workshop.domain.ids import NoteId
from workshop.domain.kinds import DayState, RoundState, Said
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Answer, Signature
from workshop.domain.persons import Person as Arrived
from workshop.domain.records import Note, Round
from workshop.session import invented

EVERYTHING = ("take part", "words", "photo", "name", "contact")
NO_NAME = ("take part", "words")
ON_PAPER = [
    Person("Josh", "People who use services", NO_NAME),
    Person("Femi", "Staff", EVERYTHING),
    Person("Gwyn", "People who use services", NO_NAME),
    Person("Siân", "Carers", EVERYTHING),
    Person("Leszek", "Carers", NO_NAME),
    Person("Bethan", "Staff", NO_NAME),
]
GROUPS = [
    {
        "name": "Medicines",
        "notes": [
            {"text": "Four hours for one paper bag", "kind": "does_not_work"},
            {"text": "Tablets ready before the taxi", "kind": "idea"},
        ],
    },
    {
        "name": "Getting home",
        "notes": [
            {"text": "Parking cost 14 pounds", "kind": "does_not_work"},
            {"text": "مجھے میری زبان میں بتائیں", "kind": "matters"},
            {"text": "Josh waited in the corridor", "kind": "does_not_work"},
            {"text": "Zebra words that are hidden", "kind": "matters"},
        ],
    },
]
IDEAS = [
    ("Medicines", "Medicines before the taxi", "Pharmacy in the morning"),
    ("Getting home", "Transport at any hour", "Also after ten at night"),
    ("Getting home", "A quiet place to wait", "With a chair"),
]
NEVER = ("Parveen", "Josh", "Zebra words", "Gwyn", "Leszek")


@pytest.fixture
def day(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    """A computer on which Same Table was never started."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    with steady_hands():
        table = Table()
        yield Day(table, lambda name, window: None, invented.told())
        table.close()


def test_a_whole_day(day: Day, tmp_path: Path) -> None:
    from_the_first_start_to_an_open_day(day)
    people_arrive(day)
    people_write_and_group(day)
    people_vote(day)
    people_promise(day)
    day_end.print_sheets(day, tmp_path / "sheets")
    day_ends(day)
    what_was_said_is_on_paper(tmp_path / "sheets")
    what_somebody_said_no_to_is_nowhere(tmp_path / "sheets")


def from_the_first_start_to_an_open_day(day: Day) -> None:
    day.first_start()
    day.make_workshop()
    day.plan()
    day.get_ready()
    workshop = day.table.session.day()
    assert (workshop.state, workshop.title, workshop.expected) == (DayState.OPEN, "Leaving hospital", 14)


def people_arrive(day: Day) -> None:
    day.arrive_on_the_screen(Person("Amina", "Carers", EVERYTHING))
    assert "Amina" not in words_on(day.table.people)  # the screen is blank between people
    day.arrive_on_the_screen(Person("Parveen", "Carers", ()))
    day.type_forms(ON_PAPER)
    session = day.table.session
    assert {p.called for p in session.all(Arrived)} == {"Amina", "Parveen", *(p.called for p in ON_PAPER)}
    parveen = next(p.id for p in session.all(Arrived) if p.called == "Parveen")
    assert {a.said for a in session.all(Answer) if a.person == parveen} == {Said.NO}
    assert len(session.all(Signature)) == 1 + len(ON_PAPER)


def people_write_and_group(day: Day) -> None:
    table = day.table
    day.write_face_down(["Tell me the date and stick to it", "Nobody told my mum"])
    day.step("groups")
    day.make_groups([group["name"] for group in GROUPS])
    day.type_notes(GROUPS, [])
    first, second = (note.id for note in table.session.all(Note)[:2])
    day.put_together([first], "Medicines")
    view = day.board.view
    before = next(note for note in table.session.all(Note) if note.id == second)
    drag_note(view, second, middle_of(view, second) + QPoint(60, 40))
    after = next(note for note in table.session.all(Note) if note.id == second)
    assert (after.x, after.y) != (before.x, before.y)
    hidden = next(note.id for note in table.session.all(Note) if note.text.startswith("Zebra"))
    _hide_at_the_desk(day, hidden)


def _hide_at_the_desk(day: Day, note: NoteId) -> None:
    """Touch the note in the picture at the desk, then "Hide this note"."""
    preview = day.table.desk.findChild(PeoplePreview)
    assert preview is not None
    preview.choose(note)
    settle()
    day.table.at_desk("Hide this note")


def people_vote(day: Day) -> None:
    table = day.table
    day_end.make_ideas(day, IDEAS)
    day_end.open_vote(day, more_dots=2)
    titles = [title for _, title, _ in IDEAS]
    day_end.vote(day, "Carers", [titles[0], titles[0], titles[2]])
    assert not any(title in words_on(table.people) for title in titles)  # nothing is left on the screen
    assert table.stage.visit == {}
    for voice in ("Carers", "Staff", "Leave it out"):
        day_end.vote(day, voice, [titles[0], titles[1]])
    day_end.type_paper_votes(day, ["p12", "c021"], 6)
    (round_,) = table.session.all(Round)
    assert round_.state is RoundState.OPEN and "6 of 14" in words_on(table.desk)
    day_end.close_vote(day)
    assert table.session.all(Round)[0].state is RoundState.CLOSED
    assert titles[0] in words_on(table.people)


def people_promise(day: Day) -> None:
    day.table.at_desk("Choose what we promise")
    titles = [title for _, title, _ in IDEAS]
    day_end.promise(day, titles[0], "Pharmacy comes at ten", "Tablets are there before the taxi", "Femi")
    day_end.promise(day, titles[1], "We ask the taxi firm", "They answer by June", "Josh")
    day_end.say_cannot(day, "A new car park", "There is no land for it here.")
    day_end.meet_again(day)
    assert len(day.table.session.all(Promise)) == 2
    day.table.at_desk("Show the room")
    shown = words_on(day.table.people)
    assert "Femi" in shown and "Josh" not in shown
    day.table.at_desk("Back to the desk")


def day_ends(day: Day) -> None:
    table = day.table
    while table.session.day().state is not DayState.CLOSED:
        before = names(table.desk)
        touch(table.desk, "Finish workshop")
        assert names(table.desk) != before or table.session.day().state is DayState.CLOSED


def read(folder: Path, suffix: str) -> str:
    """All words of all documents of one kind, their lines joined."""
    texts = []
    for path in sorted(folder.glob(f"*.{suffix}")):
        if suffix == "pdf":
            pages = pypdfium2.PdfDocument(path)
            texts += [page.get_textpage().get_text_range() for page in pages]
            pages.close()
        else:
            texts.append(path.read_text(encoding="utf-8"))
    return " ".join(" ".join(texts).split())


def what_was_said_is_on_paper(folder: Path) -> None:
    paper = read(folder, "pdf")
    for words in (
        "Leaving hospital",
        "Four hours for one paper bag",
        "Tell me the date and stick to it",
        "Parking cost 14 pounds",
        "Nobody told my mum",
        "Medicines before the taxi",
        "Transport at any hour",
        "Pharmacy comes at ten",
        "Tablets are there before the taxi",
        "Femi",
        "A new car park",
        "There is no land for it here.",
        "Sunday 14 June",
    ):
        assert words in paper, words
    assert "مجھے میری زبان میں بتائیں" in read(folder, "txt")


def what_somebody_said_no_to_is_nowhere(folder: Path) -> None:
    for suffix in ("pdf", "html", "txt"):
        words = read(folder, suffix)
        assert len(words) > 500  # it was read
        assert [name for name in NEVER if name in words] == [], suffix


def test_reading_back_finds_what_should_not_be_there(tmp_path: Path) -> None:
    (tmp_path / "sheet.txt").write_text("Josh waited. " * 60, encoding="utf-8")
    with pytest.raises(AssertionError):
        what_somebody_said_no_to_is_nowhere(tmp_path)


def test_a_field_takes_words_of_any_script(qtbot: QtBot) -> None:
    field = QLineEdit("before")
    qtbot.addWidget(field)
    put_words(field, "مجھے")
    assert field.text() == "مجھے"
