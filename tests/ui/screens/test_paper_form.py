"""Typing in paper forms: by touch, by keyboard alone, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, words_on
from workshop.domain.forms import ItemWords
from workshop.domain.kinds import AgeGroup, Form, Item, Medium, Met, Said, Support, Voice
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
    assert f"Gwyn has the slip number {person.ref}. Please write it on the paper." in words_on(form.desk)
    assert find(form.desk, NAME).text() == ""  # type: ignore[attr-defined]


def test_by_keyboard_y_and_n_go_from_question_to_question(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    find(form.desk, "Take part today: Yes").setFocus()
    for key in "ynynynynyny":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, key)
    settle()
    touch(form.desk, "Keep, and the next one")
    # All that the paper asks, in its order; the web is passed over without a photo.
    without_web = [item for item in Item if item is not Item.PHOTO_WEB]
    said = [Said.YES, Said.NO, Said.YES, Said.NO, Said.YES]
    assert [(a.item, a.said) for a in form.session.all(Answer)][:5] == list(
        zip([*without_web[:4], Item.PHOTO_REPORT], said, strict=True)
    )
    assert len(form.session.all(Answer)) == len(Item)


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
    amina = form.session.people.arrive("Amina", []).person
    form.session.people.sign(amina, on_paper=True)
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


# More of what is on a paper


def test_the_paper_of_somebody_under_16_with_a_parent(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Josh")
    touch(form.desk, "Under 16")
    for field, text in (
        ("Who looks after them today", "Leanne"),
        ("Parent or guardian who answers", "Mo Rees"),
        ("Who helps them to decide", "Ewa"),
        ("Who took the paper", "Ruth"),
    ):
        QTest.keyClicks(find(form.desk, field), text)
    for answer in ("Take part today: Yes", "Take my photo: Yes", "Put my first name in the pack: Yes"):
        touch(form.desk, answer)
    assert "A parent: Take part today: Yes" not in names(form.desk)  # shows nobody
    touch(form.desk, "A parent: Take my photo: Yes")
    touch(form.desk, "A parent: Put my first name in the pack: No")
    touch(form.desk, "The young person agrees with the parent: Yes")
    touch(form.desk, "It was read aloud")
    touch(form.desk, "Keep, and the next one")
    (josh,) = form.session.all(Person)
    assert (josh.adult, josh.guardian, josh.supporter) == ("Leanne", "Mo Rees", "Ewa")
    said = {a.item: a for a in form.session.all(Answer)}
    assert {item: (a.said, a.guardian) for item, a in said.items()} == {
        Item.TAKE_PART: (Said.YES, None),
        Item.PHOTO_REPORT: (Said.YES, Said.YES),
        Item.QUOTE_FIRST_NAME: (Said.YES, Said.NO),
    }
    assert {(a.support, a.taken_by) for a in said.values()} == {((Support.READ_ALOUD,), "Ruth")}
    assert find(form.desk, "Who took the paper").text() == "Ruth"  # type: ignore[attr-defined]


def test_the_own_no_of_a_young_person_wins_over_the_paper_of_the_parent(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Josh")
    touch(form.desk, "Under 16")
    touch(form.desk, "Take my photo: Yes")
    touch(form.desk, "A parent: Take my photo: Yes")
    touch(form.desk, "The young person agrees with the parent: No")
    touch(form.desk, "Keep, and the next one")
    (answer,) = form.session.all(Answer)
    assert (answer.said, answer.guardian) == (Said.NO, Said.YES)


def test_shape_language_and_words_are_those_of_the_paper(form: Table) -> None:
    old = form.session.people.form("cy").of(Item.CREDIT)
    changed = ItemWords(Item.CREDIT, "Enw", "Enw ar y clawr?", old.sentences[-1:])
    form.session.people.change_form([changed], "cy")
    touch(form.desk, "Easy Read")
    assert "As they came" not in names(form.desk)  # the English words were never changed
    touch(form.desk, "Cymraeg")
    touch(form.desk, "As they came")
    QTest.keyClicks(find(form.desk, NAME), "Sian")
    touch(form.desk, f"{old.short}: Yes")
    touch(form.desk, "Keep, and the next one")
    (answer,) = form.session.all(Answer)
    assert (answer.language, answer.shape, answer.form) == ("cy", Form.EASY_READ, "1")
    assert answer.text_hash == old.text_hash
    touch(form.desk, "Changed here: 1")
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    touch(form.desk, "Enw: No")
    touch(form.desk, "Keep, and the next one")
    assert form.session.all(Answer)[-1].form == "own 1"


def test_a_question_that_is_switched_off_is_not_typed_in(form: Table) -> None:
    off = form.session.people.form().of(Item.RECORDING)
    assert f"{off.short}: Yes" in names(form.desk)
    form.session.people.change_form([replace(off, asked=False)])
    form.show_desk("arrivals")
    form.show_desk("paper_form")
    assert f"{off.short}: Yes" not in names(form.desk)


def test_of_several_voices_one_is_for_today(form: Table) -> None:
    QTest.keyClicks(find(form.desk, NAME), "Gwyn")
    touch(form.desk, "Carers")
    assert "Counted today as" not in words_on(form.desk)
    touch(form.desk, "Staff")
    assert "Counted today as" in words_on(form.desk)
    touch(form.desk, "Carer")
    touch(form.desk, "Keep, and the next one")
    assert form.session.all(Person)[0].here_as is Voice.CARER


def test_a_paper_of_somebody_in_the_list(form: Table) -> None:
    people = form.session.people
    gwyn = people.arrive("Gwyn", [Voice.CARER], AgeGroup.AGED_16_17, ["Chair"], contact="01 23").person
    people.say_met(form.session.all(Need)[0].id, Met.MET)
    form.show_desk("arrivals", person=gwyn)
    touch(form.desk, "Type in their paper form")
    assert find(form.desk, NAME).text() == "Gwyn"  # type: ignore[attr-defined]
    touch(form.desk, "A parent knows they are here")
    QTest.keyClicks(find(form.desk, "Full name, if they want it used"), "Gwyn Rees")
    touch(form.desk, "Take part today: No")
    touch(form.desk, "Keep")
    (person,) = form.session.all(Person)
    assert (person.id, person.full_name, person.contact) == (gwyn, "Gwyn Rees", "01 23")
    assert person.parent_told and form.session.all(Need)[0].met is Met.MET
    assert [(a.item, a.said) for a in form.session.all(Answer)] == [(Item.TAKE_PART, Said.NO)]
    assert form.stage.desk.page == "arrivals"


def test_somebody_who_stopped_half_way_is_not_listed_twice(form: Table) -> None:
    amina = form.session.people.arrive("Amina", []).person
    QTest.keyClicks(find(form.desk, NAME), "AMINA")
    touch(form.desk, "Take part today: Yes")
    touch(form.desk, "Keep, and the next one")
    assert "Is it them?" in words_on(form.desk) and form.session.all(Answer) == ()
    touch(form.desk, "No, somebody else")
    assert "add a letter" in words_on(form.desk) and len(form.session.all(Person)) == 1
    touch(form.desk, "Keep, and the next one")
    touch(form.desk, "Yes, the same person")
    assert [p.id for p in form.session.all(Person)] == [amina]
    assert [(a.person, a.item) for a in form.session.all(Answer)] == [(amina, Item.TAKE_PART)]


def test_half_a_form_of_somebody_who_was_erased_is_gone(form: Table) -> None:
    gwyn = form.session.people.arrive("Gwyn", []).person
    form.show_desk("paper_form", person=gwyn)
    form.session.people.erase(gwyn)
    settle()
    assert form.stage.desk.page == "arrivals"
    form.show_desk("paper_form", person=gwyn)
    assert find(form.desk, NAME).text() == ""  # type: ignore[attr-defined]
