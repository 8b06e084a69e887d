"""Which words are asked, which words were answered, and what never makes a No into a Yes."""

import inspect
import typing
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.given import TODAY
from tests.session.given import Room, expect_each_is_undone, opened_again, refused
from workshop.domain.consent import Standing, may_show, standing
from workshop.domain.forms import ItemWords
from workshop.domain.kinds import AgeGroup, Form, Item, Medium, Said, Support
from workshop.domain.labels import Label
from workshop.domain.persons import Wording
from workshop.session.board import Board
from workshop.session.pack import Pack
from workshop.session.people import People
from workshop.session.plan import Plan
from workshop.session.promises import Promises
from workshop.session.resources import consent_form, consent_languages
from workshop.session.voting import Voting

AREAS = (Plan, People, Board, Voting, Promises, Pack)
PHOTO, PART = Item.PHOTO_REPORT, Item.TAKE_PART
SHIPPED = consent_form().of(PHOTO)
OURS = replace(SHIPPED, question="May we put you on our wall?")


def stands(room: Room, item: Item) -> Standing:
    return standing(room.session.people.consents(), room.amina, item, TODAY)


def answer_of(room: Room, item: Item) -> str:
    """The exact words of Amina's last answer to this, as they are kept."""
    last = [a for a in room.snapshot.answers if (a.person, a.item) == (room.amina, item)][-1]
    return next(w.words for w in room.snapshot.wordings if w.id == last.text_hash)


# Versions


def test_a_form_that_was_changed_is_what_is_asked_next(room: Room) -> None:
    people = room.session.people
    assert people.form() == consent_form()
    people.change_form([OURS])
    assert (people.form().version, people.form().of(PHOTO)) == ("own 1", OURS)
    assert people.form("pl") == consent_form("pl")
    people.change_form([replace(OURS, short="On our wall")])
    assert people.form().version == "own 2"
    seq = room.last_seq()
    people.change_form([replace(OURS, short="On our wall")])
    assert room.last_seq() == seq  # what changes nothing makes no version


def test_a_new_version_never_upgrades_an_old_answer(room: Room) -> None:
    people = room.session.people
    people.consent(room.amina, PART, Said.YES)
    people.consent(room.amina, PHOTO, Said.YES)
    before = room.snapshot.answers
    people.change_form([OURS])
    assert room.snapshot.answers == before
    assert answer_of(room, PHOTO) == SHIPPED.answered
    assert stands(room, PHOTO) is Standing.YES  # to the words that were read then
    people.consent(room.amina, PHOTO, Said.NO)
    assert answer_of(room, PHOTO) == OURS.answered
    assert [(a.form, a.said) for a in room.snapshot.answers[1:]] == [("1", Said.YES), ("own 1", Said.NO)]


def test_each_answer_keeps_the_exact_words_once(room: Room) -> None:
    people = room.session.people
    for person in (room.amina, room.ruth):
        people.consent(person, PHOTO, Said.YES, language="pl")
    people.withdraw(room.amina, [PHOTO])
    polish = consent_form("pl").of(PHOTO)
    assert room.snapshot.wordings == (Wording(polish.text_hash, PHOTO, "1", "pl", polish.answered),)
    taken_back = room.snapshot.answers[-1]
    assert (taken_back.text_hash, taken_back.language) == (polish.text_hash, "pl")


def test_words_read_on_a_page_or_a_paper_of_an_older_version_are_the_words_answered(room: Room) -> None:
    people = room.session.people
    people.change_form([OURS])
    people.change_form([replace(OURS, question="May we show your photo?")])
    people.consent(room.amina, PHOTO, Said.YES, Medium.PAPER, form="own 1")
    assert answer_of(room, PHOTO) == OURS.answered
    people.consent(room.amina, PHOTO, Said.YES, form="1")
    assert answer_of(room, PHOTO) == SHIPPED.answered
    people.use_shipped_form()
    assert people.form(version="own 3") == consent_form()  # the same words, by another name
    with refused(room, "questions were changed just now"):
        people.consent(room.amina, PHOTO, Said.YES, form="own 9")


def test_a_version_is_undone_and_its_number_never_comes_back(room: Room) -> None:
    people = room.session.people
    people.change_form([OURS])
    people.consent(room.amina, PHOTO, Said.YES)
    room.session.undo()
    assert people.form() == consent_form()
    assert answer_of(room, PHOTO) == OURS.answered  # what was answered stays readable
    people.change_form([OURS])
    assert people.form().version == "own 2"


def test_what_is_done_to_the_questions_can_be_undone(room: Room) -> None:
    people = room.session.people
    expect_each_is_undone(
        room,
        [
            (Label.CHANGE_FORM, lambda: people.change_form([OURS])),
            (Label.CHANGE_FORM, lambda: people.change_form([replace(OURS, asked=False)])),
            (Label.CHANGE_FORM, people.use_shipped_form),
            (Label.SET_RULES, lambda: people.set_rules(parents_told=True, consent_years=2)),
        ],
    )


def test_the_words_that_ship_come_back_and_what_is_asked_stays(room: Room) -> None:
    people = room.session.people
    people.change_form([replace(OURS, asked=False)])
    people.use_shipped_form()
    assert (people.form().version, people.form().of(PHOTO)) == ("1", replace(SHIPPED, asked=False))
    seq = room.last_seq()
    people.use_shipped_form()
    people.use_shipped_form("cy")
    assert room.last_seq() == seq


def test_answers_are_counted_by_the_version_they_were_given_to(room: Room) -> None:
    people = room.session.people
    people.consent(room.amina, PHOTO, Said.YES)
    people.change_form([OURS])
    people.consent(room.amina, PHOTO, Said.NO)
    people.consent(room.ruth, PHOTO, Said.UNSURE, language="pl")
    people.withdraw(room.amina, [PHOTO])
    assert people.answers_by_version(PHOTO) == {("1", "en"): 1, ("own 1", "en"): 1, ("1", "pl"): 1}


WORDS_OF_THE_WEB = replace(consent_form().of(Item.PHOTO_WEB), item=PHOTO, short="Photo")
REFUSED: list[tuple[str, Callable[[Room], object], str]] = [
    ("no language", lambda r: r.session.people.change_form([OURS], "../en"), "A language is a short name"),
    ("another", lambda r: r.session.people.change_form([OURS], "fr"), "no questions in this language"),
    ("four", lambda r: r.session.people.change_form([replace(OURS, sentences=("A.",) * 4)]), "at most"),
    ("old words", lambda r: r.session.people.change_form([WORDS_OF_THE_WEB]), "same words"),
    ("no years", lambda r: r.session.people.set_rules(consent_years=0), "1 to 20 years"),
    ("too many years", lambda r: r.session.people.set_rules(consent_years=21), "1 to 20 years"),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(act: Callable[[Room], object], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        act(still_room)


def test_words_that_asked_for_something_else_are_refused(room: Room) -> None:
    people = room.session.people
    people.change_form([OURS])
    people.change_form([SHIPPED])
    web = replace(consent_form().of(Item.PHOTO_WEB), question=OURS.question, sentences=OURS.sentences)
    with refused(room, "asked for something else before"):
        people.change_form([web])


def test_a_script_can_change_a_question(room: Room) -> None:
    words = {"item": "photo_report", "short": "Photo", "question": "A photo?"}
    lines = ["You choose which one.", SHIPPED.sentences[-1]]
    room.do("people.change_form", items=[{**words, "sentences": lines}])
    assert room.session.people.form().of(PHOTO) == ItemWords(PHOTO, "Photo", "A photo?", tuple(lines))


# What is not asked


def test_what_is_not_asked_is_a_no_for_everybody(room: Room) -> None:
    people = room.session.people
    people.consent(room.amina, PART, Said.YES)
    people.consent(room.amina, PHOTO, Said.YES)
    people.change_form([replace(SHIPPED, asked=False)])
    assert [stands(room, item) for item in (PHOTO, Item.PHOTO_WEB)] == [Standing.NO, Standing.NO]
    assert not may_show(people.consents(), room.amina, PHOTO, TODAY)
    with refused(room, "does not ask that"):
        people.consent(room.amina, PHOTO, Said.YES)
    people.consent(room.ruth, PHOTO, Said.NO)  # a No on paper is kept, and says the same
    people.withdraw(room.amina, [PHOTO])
    assert stands(room, PHOTO) is Standing.TAKEN_BACK


# How it was asked, and for how long it counts


def test_an_answer_keeps_how_it_was_asked_and_who_wrote_it_down(room: Room) -> None:
    room.session.people.consent(
        room.amina,
        PHOTO,
        Said.YES,
        Medium.PAPER,
        [Support.EASY_READ, Support.MORE_TIME, Support.EASY_READ],
        shape=Form.EASY_READ,
        taken_by=" Leanne ",
    )
    (answer,) = room.snapshot.answers
    assert (answer.shape, answer.taken_by) == (Form.EASY_READ, "Leanne")
    assert answer.support == (Support.EASY_READ, Support.MORE_TIME)


def test_a_yes_counts_for_as_many_years_as_the_workshop_says(room: Room) -> None:
    people = room.session.people
    people.consent(room.amina, PHOTO, Said.YES)
    people.set_rules(consent_years=2)
    people.consent(room.ruth, PHOTO, Said.YES)
    assert [a.expires_on for a in room.snapshot.answers] == [date(2031, 3, 5), date(2028, 3, 5)]
    assert standing(people.consents(), room.ruth, PHOTO, date(2028, 3, 5)) is Standing.YES
    assert standing(people.consents(), room.ruth, PHOTO, date(2028, 3, 6)) is Standing.EXPIRED


def test_the_guardian_rule_holds_for_answers_from_before_the_age_was_put_right(room: Room) -> None:
    people = room.session.people
    for item in (PART, PHOTO, Item.NOTES_USED):
        people.consent(room.amina, item, Said.YES)
    people.change(room.amina, age_group=AgeGroup.UNDER_16)
    assert [stands(room, i) for i in (PART, PHOTO, Item.NOTES_USED)] == [
        Standing.YES,
        Standing.WAITING,
        Standing.YES,
    ]
    people.consent(room.amina, PHOTO, Said.YES, guardian=Said.YES)
    assert stands(room, PHOTO) is Standing.YES
    people.change(room.amina, age_group=AgeGroup.AGED_16_17)
    assert stands(room, PHOTO) is Standing.YES


# An answer is given to one question


def test_no_action_says_yes_to_several_questions() -> None:
    """What takes an answer takes one question; what takes several questions takes no answer."""
    acts = [getattr(cls, name) for cls in AREAS for name in dir(cls) if not name.startswith("_")]
    marked = {act.__name__: act for act in acts if getattr(act, "is_action", False)}
    assert len(marked) > 50 and yes_to_several(marked) == []


def test_a_yes_to_all_would_be_caught() -> None:
    def agree(items: list[Item], answer: Said) -> None: ...
    def agree_to(answers: dict[Item, Said]) -> None: ...
    def yes_to_everything(person: str, said: Said) -> None: ...
    def consent(item: Item, answer: Said) -> None: ...
    def withdraw(items: list[Item] | str) -> None: ...

    acts = {act.__name__: act for act in (agree, agree_to, yes_to_everything, consent, withdraw)}
    assert yes_to_several(acts) == ["agree", "agree_to", "yes_to_everything"]


def yes_to_several(acts: Mapping[str, Callable[..., object]]) -> list[str]:
    """The acts with an answer among their parameters that do not take just one question."""
    found = []
    for name, act in acts.items():
        kinds = [p.annotation for p in inspect.signature(act, eval_str=True).parameters.values()]
        says = any(Said in _parts(kind) for kind in kinds)
        if says and Item not in kinds:
            found.append(name)
    return found


def _parts(kind: object) -> list[object]:
    return [kind, *(part for inner in typing.get_args(kind) for part in _parts(inner))]


# Files of before the words were kept


def test_the_words_of_answers_in_an_older_file_are_found_again(room: Room, tmp_path: Path) -> None:
    people, store = room.session.people, room.session.place.store
    for language in consent_languages():
        people.consent(room.amina, PART, Said.YES, language=language)
    people.consent(room.ruth, PART, Said.YES)
    before = {w.id: w for w in room.snapshot.wordings}
    store.apply(Label.ANSWER_CONSENT, [], room.snapshot.wordings)
    assert stands(room, PART) is Standing.NOT_ANSWERED  # no words, no yes
    folder = room.session.place.folder
    room.session.close()
    room.session = opened_again(folder)
    assert {w.id: w for w in room.snapshot.wordings} == before
    assert stands(room, PART) is Standing.YES
    seq = room.last_seq()
    room.session.people.keep_words_of_old_answers()
    assert room.last_seq() == seq
