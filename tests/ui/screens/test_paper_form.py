"""Typing in paper forms: by touch, by keyboard alone, and what is refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, settle, touch, words_on
from workshop.domain.kinds import AgeGroup, Item, Medium, Said, Voice
from workshop.domain.persons import Answer, Need, Person, Signature
from workshop.session.session import Session

NAME = "What shall we call them?"


@pytest.fixture
def form(two_screens: Table) -> Table:
    """An empty form at the desk."""
    two_screens.show_desk("paper_form")
    two_screens.desk.activateWindow()
    settle()
    return two_screens


def test_a_whole_form(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    touch(form.desk, "People who use services")
    touch(form.desk, "16 or 17")
    QTest.keyClicks(find(form.desk, "What we do, such as: Hearing loop"), "Large print, Chair")
    QTest.keyClicks(find(form.desk, "Leaves at"), "15:00")
    QTest.keyClicks(find(form.desk, "Phone or email, only for what they said yes to"), "01 23")
    touch(form.desk, "Take part today: Yes")
    touch(form.desk, "Use my words, no name: No")
    touch(form.desk, "The paper is signed")
    touch(form.desk, "Keep, and the next one")
    (person,) = form.session.all(Person)
    assert (person.called, person.voices, person.age_group) == (
        "Gwyn",
        (Voice.USES_SERVICES,),
        AgeGroup.AGED_16_17,
    )
    assert (person.leaves_by, person.contact) == ("15:00", "01 23")
    assert [n.what for n in form.session.all(Need)] == ["Large print", "Chair"]
    assert [(a.item, a.said, a.medium) for a in form.session.all(Answer)] == [
        (Item.TAKE_PART, Said.YES, Medium.PAPER),
        (Item.NOTES_USED, Said.NO, Medium.PAPER),
    ]
    assert [s.on_paper for s in form.session.all(Signature)] == [True]
    assert "1 form typed in." in words_on(form.desk)
    assert f"Gwyn has the slip number {person.ref}." in words_on(form.desk)
    assert find(form.desk, NAME).text() == ""  # type: ignore[attr-defined]


def test_by_keyboard_y_and_n_go_from_question_to_question(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    find(form.desk, "Take part today: Yes").setFocus()
    for key in ("y", "n", "y", "n", "y", "n"):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, key)
    settle()
    touch(form.desk, "Keep, and the next one")
    assert [(a.item, a.said) for a in form.session.all(Answer)] == [
        (Item.TAKE_PART, Said.YES),
        (Item.NOTES_USED, Said.NO),
        (Item.PHOTO_REPORT, Said.YES),
        (Item.PHOTO_WEB, Said.NO),
        (Item.QUOTE_FIRST_NAME, Said.YES),
        (Item.CONTACT_RESULTS, Said.NO),
    ]


def test_a_box_that_nobody_ticked_is_no_answer(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    yes = find(form.desk, "Take part today: Yes")
    touch(form.desk, "Take part today: Yes")
    QTest.keyClick(yes, Qt.Key.Key_Backspace)
    touch(form.desk, "Keep, and the next one")
    assert form.session.all(Answer) == () and form.session.all(Signature) == ()


def test_the_web_is_not_kept_without_a_photo(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    touch(form.desk, "Take my photo: Yes")
    touch(form.desk, "Show my photo on the web: Yes")
    touch(form.desk, "Take my photo: No")
    touch(form.desk, "Keep, and the next one")
    assert [(a.item, a.said) for a in form.session.all(Answer)] == [(Item.PHOTO_REPORT, Said.NO)]


@pytest.mark.parametrize(("name", "why"), [("", "a name to be called by"), ("amina", "add a letter")])
def test_a_refused_form_stays_as_it_is_typed(name: str, why: str, form: Table) -> None:
    form.session.people.arrive("Amina", [])
    QTest.keyClicks(find(form.desk, NAME), name)
    touch(form.desk, "Take part today: Yes")
    touch(form.desk, "Keep, and the next one")
    assert why in words_on(form.desk)
    assert find(form.desk, NAME).text() == name  # type: ignore[attr-defined]
    assert find(form.desk, "Take part today: Yes").isChecked()  # type: ignore[attr-defined]
    assert len(form.session.all(Person)) == 1 and form.session.all(Answer) == ()


def test_what_happens_elsewhere_disturbs_nobody_who_types(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gw")
    form.session.people.arrive("Amina", [])
    settle()
    assert find(form.desk, NAME).text() == "Gw"  # type: ignore[attr-defined]


def test_the_way_back(form: Table) -> None:
    touch(form.desk, "Back to the list")
    assert form.stage.desk.page == "arrivals"


def test_there_is_room_for_everything(form: Table) -> None:
    page = form.desk.page
    assert page is not None and wrong_with(page) == []


def test_half_a_form_waits_while_somebody_looks_at_the_list(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    QTest.keyClicks(find(form.desk, "Leaves at"), "15:00")
    touch(form.desk, "People who use services")
    touch(form.desk, "Take part today: Yes")
    touch(form.desk, "The paper is signed")
    touch(form.desk, "Back to the list")
    form.show_desk("paper_form")
    assert find(form.desk, NAME).text() == "Gwyn"  # type: ignore[attr-defined]
    touch(form.desk, "Keep, and the next one")
    (person,) = form.session.all(Person)
    assert (person.called, person.leaves_by, person.voices) == ("Gwyn", "15:00", (Voice.USES_SERVICES,))
    assert [(a.item, a.said) for a in form.session.all(Answer)] == [(Item.TAKE_PART, Said.YES)]
    assert [s.on_paper for s in form.session.all(Signature)] == [True]


def test_a_form_that_was_kept_does_not_come_back(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    touch(form.desk, "Keep, and the next one")
    touch(form.desk, "Back to the list")
    form.show_desk("paper_form")
    assert find(form.desk, NAME).text() == ""  # type: ignore[attr-defined]


def test_half_a_form_is_of_one_workshop_only(form: Table, tmp_path: Path) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    form.stage.begin(Session.make(tmp_path / "other", "Another day", None, form.clock))
    form.show_desk("paper_form")
    assert find(form.desk, NAME).text() == ""  # type: ignore[attr-defined]
