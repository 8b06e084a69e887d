"""An arrival with a finger, page after page: what is kept, what is asked, and what never happens."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.arriving import answer, arrive_as, draw, page_name, said, to_the_signature, type_name
from tests.ui.checks import wrong_with
from tests.ui.given import MM, Table, find, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.parts.arrival import arriving, begin_arrival
from ui.parts.arrival_page import ArrivalPage
from ui.stage import Taste
from ui.widgets.button import Button
from ui.words import words_in
from workshop.domain.consent import Standing, standing
from workshop.domain.kinds import AgeGroup, Item, Medium, Said, Voice
from workshop.domain.persons import Answer, Person
from workshop.domain.persons import Signature as Signed
from workshop.session.resources import consent_form

SIZES = {"43 inches": (1920, 1080, 0.496), "32 inches": (1920, 1080, MM), "laptop": (1366, 768, 0.253)}


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages take a touch as soon as they are there; one test sees that they usually wait."""
    monkeypatch.setattr(ArrivalPage, "settles_s", 0.0)


@pytest.fixture
def visit(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """The next person has come to a screen of 24 inches: large, and no private page yet."""
    table = Table(tmp_path / "day", mm=0.277)
    table.begin()
    begin_arrival(table.stage)
    settle()
    yield table
    table.close()


def test_a_whole_arrival(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes", "Yes", "Yes", "No", "Yes", "No")
    assert page_name(visit) == "arrive_sign"
    assert "Amina, you chose" in words_on(visit.people)
    draw(visit)
    touch(visit.people, "Finish")
    (person,) = visit.session.all(Person)
    assert (person.called, person.voices) == ("Amina", (Voice.CARER,))
    assert said(visit) == [
        (Item.TAKE_PART, Said.YES),
        (Item.NOTES_USED, Said.YES),
        (Item.PHOTO_REPORT, Said.YES),
        (Item.PHOTO_WEB, Said.NO),
        (Item.QUOTE_FIRST_NAME, Said.YES),
        (Item.CONTACT_RESULTS, Said.NO),
    ]
    assert {a.medium for a in visit.session.all(Answer)} == {Medium.SCREEN}
    (signed,) = visit.session.all(Signed)
    assert len(signed.strokes) == 1 and not signed.on_paper
    assert "Thank you, Amina." in words_on(visit.people) and person.ref in words_on(visit.people)
    touch(visit.people, "Done")
    assert page_name(visit) == "today"
    assert visit.stage.visit == {} and "Amina" not in words_on(visit.people)


def test_a_no_to_the_photo_skips_the_web_and_there_are_eight_pages(visit: Table) -> None:
    arrive_as(visit)
    pages = []
    for word in ("Yes", "Yes", "No", "No", "No"):
        assert isinstance(visit.people.page, ArrivalPage)
        pages.append(visit.people.page.how_far())
        touch(visit.people, word)
    assert pages == [f"Page {n} of 8" for n in (3, 4, 5, 6, 7)]
    assert page_name(visit) == "arrive_sign"
    assert "web" not in words_on(visit.people)


def test_a_no_to_taking_part_ends_all_questions_and_the_way_back_is_open(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "No")
    assert "That is fine." in words_on(visit.people)
    assert "We will not write down what you say." in words_on(visit.people)
    assert said(visit) == [(Item.TAKE_PART, Said.NO)]
    touch(visit.people, "I want to take part")
    assert find(visit.people, "No").isChecked()  # type: ignore[attr-defined]
    answer(visit, "Yes")
    assert said(visit)[-1] == (Item.TAKE_PART, Said.YES)
    assert page_name(visit) == "arrive_question"


def test_whoever_says_no_can_leave_at_once(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "No", "I am finished")
    assert page_name(visit) == "today" and visit.stage.visit == {}


def test_nothing_is_chosen_before_and_yes_and_no_look_alike(visit: Table) -> None:
    arrive_as(visit)
    yes, no = find(visit.people, "Yes"), find(visit.people, "No")
    assert isinstance(yes, Button) and isinstance(no, Button)
    assert not yes.isChecked() and not no.isChecked()
    assert yes.size() == no.size() and yes.face == no.face


def test_back_keeps_the_answer_and_shows_it(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes", "Yes")
    touch(visit.people, "Back")
    yes = find(visit.people, "Yes")
    assert isinstance(yes, Button) and yes.isChecked()
    answer(visit, "Yes")  # the same again is not kept twice
    assert said(visit) == [(Item.TAKE_PART, Said.YES), (Item.NOTES_USED, Said.YES)]


def test_a_question_that_is_left_is_no_answer(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes")
    touch(visit.people, "Not sure? Leave it.")
    assert said(visit) == [(Item.TAKE_PART, Said.YES)]
    touch(visit.people, "Back")
    answer(visit, "Yes")
    touch(visit.people, "Back")
    touch(visit.people, "Not sure? Leave it.")
    assert said(visit)[1:] == [(Item.NOTES_USED, Said.YES), (Item.NOTES_USED, Said.UNSURE)]
    person = visit.session.all(Person)[0]
    consents = visit.session.people.consents()
    assert standing(consents, person.id, Item.NOTES_USED, visit.clock.now.date()) is Standing.UNSURE


def test_an_answer_is_kept_with_the_words_that_were_shown(visit: Table) -> None:
    arrive_as(visit)
    visit.stage.taste(Side.PEOPLE, language="pl")
    settle()
    assert "Czy chcesz dziś wziąć udział?" in words_on(visit.people)
    answer(visit, words_in("pl")("Yes"))
    (kept,) = visit.session.all(Answer)
    polish = consent_form("pl")
    assert (kept.language, kept.form) == ("pl", polish.version)
    assert kept.text_hash == polish.of(Item.TAKE_PART).text_hash
    assert kept.text_hash != consent_form().of(Item.TAKE_PART).text_hash


def test_in_a_language_without_a_form_the_english_words_are_shown_and_kept(visit: Table) -> None:
    arrive_as(visit)
    visit.stage.taste(Side.PEOPLE, language="fr")
    settle()
    answer(visit, "Yes")
    assert visit.session.all(Answer)[0].language == "en"


def test_the_day_until_when_is_said_where_it_is_known(visit: Table) -> None:
    arrive_as(visit)
    assert "You can change your mind until the date on your slip." in words_on(visit.people)
    visit.session.plan.set_details(change_until=date(2026, 8, 14))
    answer(visit, "Yes")
    assert "You can change your mind until 14 August." in words_on(visit.people)


def test_the_same_name_asks_for_a_letter(visit: Table) -> None:
    person = visit.session.people.arrive("Amina", []).person
    visit.session.people.sign(person, on_paper=True)
    type_name(visit, "Amina")
    touch(visit.people, "Next")
    assert page_name(visit) == "arrive_name" and "add a letter" in words_on(visit.people)
    type_name(visit, " K")
    touch(visit.people, "Next")
    assert page_name(visit) == "arrive_voice"


def test_whoever_skips_the_name_is_thanked_without_one(visit: Table) -> None:
    touch(visit.people, "Skip this")
    touch(visit.people, "Skip this")
    (person,) = visit.session.all(Person)
    assert (person.called, person.voices) == ("Guest 1", ())
    answer(visit, "Yes", "No", "No", "No", "No", "I signed on paper", "Finish")
    assert "Thank you." in words_on(visit.people) and "Guest" not in words_on(visit.people)


def test_an_empty_name_is_no_name(visit: Table) -> None:
    touch(visit.people, "Next")
    assert page_name(visit) == "arrive_name"
    assert "Please write a name" in words_on(visit.people)


def test_going_back_to_the_name_changes_it_and_makes_nobody_new(visit: Table) -> None:
    arrive_as(visit)
    touch(visit.people, "Back")
    touch(visit.people, "Staff")
    touch(visit.people, "Back")
    type_name(visit, "h")
    touch(visit.people, "Next")
    touch(visit.people, "Next")
    (person,) = visit.session.all(Person)
    assert (person.called, person.voices) == ("Aminah", (Voice.CARER, Voice.STAFF))


def test_back_from_the_first_page_frees_the_screen(visit: Table) -> None:
    type_name(visit, "Am")
    touch(visit.people, "Back")
    assert page_name(visit) == "today" and visit.stage.visit == {}
    assert visit.session.all(Person) == ()


def test_an_answer_is_changed_from_the_last_page(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes", "No", "No", "No", "No")
    touch(visit.people, "Use my words, no name: No")
    answer(visit, "Yes")
    assert page_name(visit) == "arrive_sign"
    assert "Use my words, no name: Yes" in names(visit.people)
    touch(visit.people, "Take my photo: No")
    answer(visit, "Yes")  # now the web is asked as well
    assert "May your photo be on the web?" in words_on(visit.people)
    answer(visit, "No")
    assert page_name(visit) == "arrive_sign"


def test_a_no_to_taking_part_from_the_last_page_can_be_taken_back_too(visit: Table) -> None:
    to_the_signature(visit)
    answer(visit, "Take part today: Yes", "No")
    assert "That is fine." in words_on(visit.people)
    answer(visit, "I want to take part", "Yes")
    assert page_name(visit) == "arrive_sign" and said(visit)[-1] == (Item.TAKE_PART, Said.YES)


def test_finish_waits_for_a_signature_and_says_why(visit: Table) -> None:
    to_the_signature(visit)
    touch(visit.people, "Finish")
    assert "Please sign first" in words_on(visit.people)
    assert visit.session.all(Signed) == ()
    draw(visit)
    touch(visit.people, "Start again")
    touch(visit.people, "Finish")
    assert visit.session.all(Signed) == ()


def test_said_out_loud_needs_somebody_who_heard_it(visit: Table) -> None:
    visit.session.plan.set_details(led_by=["Ruth", "Leanne"])
    to_the_signature(visit)
    touch(visit.people, "I said it out loud, a helper signs")
    touch(visit.people, "Leanne")
    assert "Leanne heard it." in words_on(visit.people)
    touch(visit.people, "Finish")
    (signed,) = visit.session.all(Signed)
    assert (signed.said_aloud, signed.witness, signed.strokes) == (True, "Leanne", ())


def test_anybody_may_have_heard_it(visit: Table) -> None:
    to_the_signature(visit)
    touch(visit.people, "I said it out loud, a helper signs")
    touch(visit.people, "Next")
    assert "Please write who heard you." in words_on(visit.people)
    QTest.keyClicks(find(visit.people, "Their name"), "Ewa")
    QTest.qWait(200)  # one button takes one touch at a time
    touch(visit.people, "Next")
    touch(visit.people, "Finish")
    assert visit.session.all(Signed)[0].witness == "Ewa"


def test_one_way_to_sign_takes_the_place_of_another(visit: Table) -> None:
    to_the_signature(visit)
    touch(visit.people, "I signed on paper")
    assert arriving(visit.stage).on_paper
    draw(visit)
    assert not arriving(visit.stage).on_paper and arriving(visit.stage).strokes
    touch(visit.people, "I signed on paper")
    assert arriving(visit.stage).strokes == ()


def test_more_about_this_says_who_asks_and_comes_back(visit: Table) -> None:
    visit.session.plan.set_details(led_by=["Ruth", "Leanne"])
    arrive_as(visit)
    touch(visit.people, "More about this")
    assert "Saying no changes nothing about your care." in words_on(visit.people)
    assert "We keep them for five years, then they are erased." in words_on(visit.people)
    assert "Ruth and Leanne are here to help." in words_on(visit.people)
    touch(visit.people, "Back to the question")
    assert "You can stop at any time." in words_on(visit.people)


def test_help_is_asked_for_quietly(visit: Table) -> None:
    arrive_as(visit)
    touch(visit.people, "Ask for help")
    assert visit.stage.helps == ("Somebody who is arriving",)


def test_language_and_text_size_are_the_persons_own(visit: Table) -> None:
    touch(visit.people, "Text size")
    touch(visit.people, "Large")
    assert "Close" in names(visit.people)  # the choice stays until somebody has chosen
    touch(visit.people, "Polski")
    assert visit.stage.tastes[Side.PEOPLE] == Taste("pl", TextSize.LARGE)
    visit.stage.back_to_the_day()
    assert visit.stage.tastes[Side.PEOPLE] == Taste("en")


def test_a_page_that_has_just_come_takes_no_touch(visit: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    arrive_as(visit)
    monkeypatch.setattr(ArrivalPage, "settles_s", 60.0)
    answer(visit, "Yes", "No")
    assert said(visit) == []


def test_the_thanks_go_away_by_themselves(visit: Table) -> None:
    to_the_signature(visit)
    answer(visit, "I signed on paper", "Finish")
    visit.people.page.timer.timeout.emit()  # type: ignore[union-attr]
    settle()
    assert page_name(visit) == "today" and visit.stage.visit == {}


def test_a_page_left_alone_frees_the_screen_and_keeps_what_was_said(visit: Table) -> None:
    arrive_as(visit)
    answer(visit, "Yes")
    page = visit.people.page
    assert isinstance(page, ArrivalPage)
    page.still.pass_time(5 * 60_000)
    assert "Are you still there?" in words_on(visit.people)
    page.still.pass_time(60_000)
    settle()
    assert page_name(visit) == "today" and visit.stage.visit == {}
    assert said(visit) == [(Item.TAKE_PART, Said.YES)]


def test_what_others_do_loses_no_letter(visit: Table) -> None:
    type_name(visit, "Am")
    visit.session.board.add_note("Somebody writes at the desk")
    type_name(visit, "ina")
    assert arriving(visit.stage).called == "Amina"


def test_what_is_refused_does_not_look_chosen(visit: Table) -> None:
    arrive_as(visit)
    visit.session.place.store.database.execute("PRAGMA query_only = 1")  # nothing can be written
    answer(visit, "Yes")
    yes = find(visit.people, "Yes")
    assert isinstance(yes, Button) and not yes.isChecked()
    assert page_name(visit) == "arrive_question" and said(visit) == []


PAGES: tuple[tuple[str, dict[str, object]], ...] = (
    ("arrive_name", {}),
    ("arrive_voice", {}),
    ("arrive_question", {"item": Item.QUOTE_FIRST_NAME}),
    ("arrive_fine", {}),
    ("arrive_sign", {}),
    ("arrive_sign", {"signs": True}),
    ("arrive_heard", {}),
    ("arrive_done", {}),
)


YOUNG: tuple[tuple[str, dict[str, object]], ...] = (
    ("arrive_today_as", {}),
    ("arrive_age", {}),
    ("arrive_adult", {}),
    ("arrive_guardian", {}),
    ("arrive_guardian_name", {}),
    ("arrive_guardian_says", {"item": Item.PHOTO_REPORT}),
    ("arrive_sign", {}),
    ("arrive_support", {}),
    ("arrive_next", {}),
)


@pytest.mark.parametrize("taste", [Taste(), Taste("ur"), Taste("pl", TextSize.LARGEST)], ids=str)
def test_every_page_of_somebody_young_has_room(taste: Taste, qtbot: QtBot, tmp_path: Path) -> None:
    width, height, mm = SIZES["43 inches"]
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    table.session.plan.set_details(led_by=["Ruth", "Leanne"])
    for page, given in YOUNG:
        table.stage.tastes[Side.PEOPLE] = taste
        arrival = arriving(table.stage)
        arrival.answers, arrival.voices = dict.fromkeys(Item, Said.YES), tuple(Voice)
        arrival.age, arrival.guardian_said = AgeGroup.UNDER_16, {Item.PHOTO_REPORT: Said.NO}
        shown = table.show_people(page, **given)
        assert wrong_with(shown) == [], page
    table.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("taste", [Taste(), Taste("ur"), Taste("pl", TextSize.LARGEST)], ids=str)
def test_every_page_has_room_for_everything(size: str, taste: Taste, qtbot: QtBot, tmp_path: Path) -> None:
    width, height, mm = SIZES[size]
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    for page, given in PAGES:
        table.stage.tastes[Side.PEOPLE] = taste
        arriving(table.stage).answers = dict.fromkeys(Item, Said.YES)
        shown = table.show_people(page, **given)
        assert wrong_with(shown) == [], page
    table.close()
