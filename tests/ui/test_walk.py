"""A walk over all screens: in four text sizes, three looks, from right to left, and on a laptop.

What people see is walked in all languages besides.

The list of screens is read from `ui/screens`. A screen without an entry here fails, so that no screen
escapes the walk.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.printing.given import picture_file
from tests.ui import sample
from tests.ui.checks import pale, wrong_with
from tests.ui.given import Table, settle
from ui.look import Side, TextSize
from ui.page import Page
from ui.parts.arrival import begin_arrival
from ui.parts.vote import LET_IN
from ui.screens import NAMES, page_class
from ui.windows import Window
from ui.words import LANGUAGES
from workshop.domain.claims import NewLine
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Audience, Category, Item, Said, Voice
from workshop.domain.persons import Issued, Person, Picture
from workshop.domain.records import Group, Note

Reach = Callable[[Table], dict[str, Any]]


def as_it_is(table: Table) -> dict[str, Any]:
    """Nothing has to happen before."""
    return {}


def at_step(kind: str) -> Reach:
    """At this step of the day."""

    def reach(table: Table) -> dict[str, Any]:
        sample.start(table.session, kind)
        return {}

    return reach


def hidden_writing(table: Table) -> dict[str, Any]:
    """Notes lie face down."""
    table.session.board.hide_writing()
    table.session.board.add_note("Not to be seen", x=900, y=700)
    return at_step("writing")(table)


def all_acts(table: Table) -> dict[str, Any]:
    """Everything that can be done stands below the board."""
    table.stage.simple_dock = False
    return at_step("groups")(table)


def one_group(table: Table) -> dict[str, Any]:
    """A group is given."""
    return {"group": table.session.all(Group)[0].id}


def one_note(table: Table) -> dict[str, Any]:
    """A note is given."""
    return {"note": table.session.all(Note)[0].id}


def one_person(table: Table) -> dict[str, Any]:
    """A person is given."""
    return {"person": PersonId(table.session.all(Person)[0].id)}


def somebody_young(table: Table) -> dict[str, Any]:
    """Somebody under 16 in the list, who said several voices, needs something and has answered."""
    people, both = table.session.people, [Voice.CARER, Voice.STAFF]
    name = people.name_for_a_guest("Maya")
    maya = people.arrive(name, both, AgeGroup.UNDER_16, ["Hearing loop"], leaves_by="13:30").person
    for item in (Item.TAKE_PART, Item.PHOTO_REPORT):
        people.consent(maya, item, Said.YES)
    return {"person": maya}


def arriving(table: Table) -> dict[str, Any]:
    """Somebody arrives, and is in the list."""
    begin_arrival(table.stage)
    arrival = table.stage.visit["arrival"]
    arrival.called, arrival.person, arrival.ref = "Amina", table.session.all(Person)[0].id, "A123"
    return {}


def arriving_young(table: Table) -> dict[str, Any]:
    """Somebody under 16 arrives, has said yes, and their parent is here."""
    arriving(table)
    arrival = table.stage.visit["arrival"]
    arrival.age, arrival.voices = AgeGroup.UNDER_16, (Voice.CARER, Voice.STAFF)
    arrival.answers = dict.fromkeys(Item, Said.YES)
    arrival.guardian_here, arrival.guardian_said = True, {Item.PHOTO_REPORT: Said.NO}
    return {}


def asked_for_a_photo(table: Table) -> dict[str, Any]:
    """Somebody arrives and is asked one question."""
    return arriving(table) | {"item": Item.PHOTO_REPORT}


def asking_a_guardian(table: Table) -> dict[str, Any]:
    """The parent is asked about the photo."""
    return arriving_young(table) | {"item": Item.PHOTO_REPORT}


def voting(table: Table) -> dict[str, Any]:
    """A vote is open, and somebody may vote."""
    sample.open_vote(table.session)
    table.stage.next_person()
    table.stage.visit[LET_IN] = True
    return {}


def voted(table: Table) -> dict[str, Any]:
    """A vote was closed."""
    return {"round": sample.closed_vote(table.session).round}


def promised(table: Table) -> dict[str, Any]:
    """Promises were made."""
    sample.promises(table.session)
    return {}


def a_folder(table: Table) -> dict[str, Any]:
    """A workshop of the library is given."""
    return {"folder": table.session.place.folder}


def waiting_notes(table: Table) -> dict[str, Any]:
    """Notes come to the facilitator first."""
    table.session.board.set_inbox(True)
    for text in ("Who rings my sister when I am ready to go home", "مجھے اپنی زبان میں بتائیں"):
        table.session.board.add_note(text, waiting=True)
    return at_step("groups")(table)


def looking_back(table: Table) -> dict[str, Any]:
    """Several things have happened in several minutes, and in quiet writing."""
    first, *_, last = table.session.all(Note)
    at_step("groups")(table)
    table.clock.on(minutes=3)
    table.session.board.edit_note(first.id, "Other words by accident")
    table.session.board.withhold_note(last.id, "said twice")
    table.clock.on(minutes=2)
    return hidden_writing(table)


def looking_back_at_a_note(table: Table) -> dict[str, Any]:
    """The same, and a note is given that somebody has changed."""
    looking_back(table)
    return one_note(table)


def a_claim(table: Table) -> dict[str, Any]:
    """Somebody has claimed for a drive, by a rate, and for a taxi without a receipt."""
    people = table.session.people
    people.set_rate(Category.OWN_CAR, "mile", Decimal("0.45"), date(2026, 1, 1), "The policy of the host")
    given_ = one_person(table)
    for line in (
        NewLine(Category.OWN_CAR, "Home to Bevan Road and back", quantity=Decimal("12.5")),
        NewLine(Category.TAXI, "The bus did not come", amount=Decimal("8.40")),
    ):
        people.add_line(given_["person"], line)
    return given_


def asking_who(table: Table) -> dict[str, Any]:
    """The box for equality answers is open, and somebody is asked for their ethnic group."""
    table.session.people.open_equality()
    return {"at": 3}


def asking_inside(table: Table) -> dict[str, Any]:
    """The same, and one broad group was touched."""
    return asking_who(table) | {"group": "white"}


def handing_in(table: Table) -> dict[str, Any]:
    """All equality questions are answered or skipped."""
    return asking_who(table) | {"at": 20}


def handed_in(table: Table) -> dict[str, Any]:
    """An equality sheet was handed in."""
    asking_who(table)
    return {"thanks": True}


def who_was_counted(table: Table) -> dict[str, Any]:
    """The equality answers were counted."""
    asking_who(table)
    for age in ("25_34", "35_44") * 12:
        table.session.people.equality({"age": age, "impairment": ["vision"], "sex": "female"})
    table.session.people.close_equality()
    return {}


def notes_to_look_at(table: Table) -> dict[str, Any]:
    """Two notes may show who somebody is."""
    for text in ("I am 83. Ring my son on 07700 900123, or come to Maple Ward, bed 12", "وارڈ نمبر 7"):
        table.session.board.add_note(text)
    return {}


def a_picture_to_look_at(table: Table) -> dict[str, Any]:
    """A picture is on a note, and nobody said yet who can be seen."""
    file = table.session.place.folder.parent / "ward.png"
    file.write_bytes(picture_file("PNG"))
    table.session.board.add_picture(file, table.session.all(Note)[0].id)
    return {}


def a_picture_looked_at(table: Table) -> dict[str, Any]:
    """Somebody of the list and somebody else can be seen on it."""
    a_picture_to_look_at(table)
    people = [table.session.all(Person)[0].id]
    table.session.people.tag_picture(table.session.all(Picture)[0].id, people, somebody_else=True)
    return {}


def a_paper_for_somebody(table: Table) -> dict[str, Any]:
    """A form for one person is to be printed."""
    return {"kind": "consent", **one_person(table)}


def somebody_erased(table: Table) -> dict[str, Any]:
    """Somebody was erased just now."""
    person = table.session.all(Person)[0].id
    return {"certificate": table.session.people.erase(person).certificate}


def kept_for_a_while(table: Table) -> dict[str, Any]:
    """The day is over, and names have to go."""
    table.session.people.set_retention(date(2027, 3, 5))
    table.session.plan.close_day(reason="That was all")
    table.clock.on(days=500)
    return {}


def everything_taken_back(table: Table) -> dict[str, Any]:
    """Somebody has said yes to something, and pages with them are out."""
    given_ = one_person(table)
    table.session.pack.list_copy(Path("Blue stick") / "day.sametable", "0" * 64)
    return given_


def handed_out(table: Table) -> dict[str, Any]:
    """A table with everybody in it lies on a stick, and another one came back."""
    pack = table.session.pack
    for audience, data in ((Audience.ARCHIVE, b"first"), (Audience.PEOPLE, b"second")):
        facts = replace(pack.facts(audience), shows_people=tuple(p.id for p in table.session.all(Person)))
        pack.list_table("people", facts, data, Path("a stick"))
    pack.call_back(table.session.all(Issued)[0].id)
    return {}


SCREENS: dict[str, Reach] = {
    "all_workshops": as_it_is,
    "arrivals": as_it_is,
    "arrive_adult": arriving_young,
    "arrive_age": arriving_young,
    "arrive_done": arriving,
    "arrive_fine": arriving,
    "arrive_guardian": arriving_young,
    "arrive_guardian_name": arriving_young,
    "arrive_guardian_says": asking_a_guardian,
    "arrive_heard": arriving,
    "arrive_name": arriving,
    "arrive_next": at_step("arrivals"),
    "arrive_question": asked_for_a_photo,
    "arrive_sign": arriving_young,
    "arrive_support": arriving,
    "arrive_supporter": arriving,
    "arrive_today_as": arriving_young,
    "arrive_voice": arriving,
    "ballot": voting,
    "board": at_step("groups"),
    "board_settings": at_step("groups"),
    "change_note": one_note,
    "consent_words": as_it_is,
    "cover": voting,
    "damaged": a_folder,
    "desk": at_step("groups"),
    "desk_easy": at_step("groups"),
    "display": as_it_is,
    "erased": somebody_erased,
    "equality": asking_who,
    "equality_ask": asking_who,
    "equality_next": asking_who,
    "equality_paper": asking_who,
    "first_run": as_it_is,
    "handed_out": handed_out,
    "hide_note": one_note,
    "history": looking_back,
    "home": as_it_is,
    "inbox": waiting_notes,
    "how_to": as_it_is,
    "ideas": at_step("ideas"),
    "keeping": kept_for_a_while,
    "left_out": as_it_is,
    "money": a_claim,
    "money_rates": a_claim,
    "names_check": notes_to_look_at,
    "number": as_it_is,
    "paper_form": as_it_is,
    "paper_notes": as_it_is,
    "paper_votes": voting,
    "pause": as_it_is,
    "people_more": as_it_is,
    "people_papers": as_it_is,
    "pictures_check": a_picture_to_look_at,
    "plan": as_it_is,
    "print_out": promised,
    "promises": promised,
    "public": voting,
    "read_group": one_group,
    "ready": as_it_is,
    "recovery": a_folder,
    "recovery_key": as_it_is,
    "regulars": as_it_is,
    "resting": as_it_is,
    "results": voted,
    "review": voting,
    "room_promises": promised,
    "room_result": voted,
    "safeguarding": as_it_is,
    "sample": as_it_is,
    "set_up_vote": as_it_is,
    "shred": kept_for_a_while,
    "take_back": everything_taken_back,
    "templates": as_it_is,
    "thanks": voting,
    "today": at_step("welcome"),
    "unlock": as_it_is,
    "voice": voting,
}
STATES: dict[str, tuple[str, Reach]] = {
    "arrivals, the row of somebody young": ("arrivals", somebody_young),
    "board, all acts": ("board", all_acts),
    "board, face down": ("board", hidden_writing),
    "desk, face down": ("desk", hidden_writing),
    "equality, counted": ("equality", who_was_counted),
    "equality_ask, in a broad group": ("equality_ask", asking_inside),
    "equality_ask, the last page": ("equality_ask", handing_in),
    "equality_next, handed in": ("equality_next", handed_in),
    "pictures_check, all looked at": ("pictures_check", a_picture_looked_at),
    "names_check, all looked at": ("names_check", as_it_is),
    "people_papers, for somebody": ("people_papers", a_paper_for_somebody),
    "paper_form, of somebody young": ("paper_form", somebody_young),
    "history, a note chosen": ("history", looking_back_at_a_note),
    "desk, at the vote": ("desk", voting),
    "desk, at the promises": ("desk", at_step("promises")),
}
OTHERS = [language for language in LANGUAGES if language != "en"]
LAPTOP = (1366, 768, 0.253)
LOOKS = ({"calm": False, "contrast": False}, {"calm": True}, {"contrast": True, "calm": False})


class Strays(QObject):
    """Windows that flash up because a part was shown before it was put into its page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            if watched.isWindow() and not isinstance(watched, Window):
                self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def strays(qtbot: QtBot) -> Iterator[list[str]]:
    """The names of parts that were windows of their own for a moment."""
    watch = Strays()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    yield watch.seen
    application.removeEventFilter(watch)


def test_every_screen_is_on_the_walk() -> None:
    assert sorted(SCREENS) == sorted(NAMES)


def show(table: Table, name: str, reach: Reach) -> Page:
    """The page, reached."""
    handed = reach(table)
    side = page_class(name).side
    if side is Side.FACILITATOR:
        return table.show_desk(name, **handed)
    if side is Side.PUBLIC:
        return table.show_public()
    return table.show_people(name, **handed)


def walk(table: Table, page: Page) -> Iterator[str]:
    """What is wrong with a page in all sizes, looks and languages."""
    for look in LOOKS:
        for size in TextSize:
            yield from _seen(table, page, text_size=size, **look)
    plain = {"text_size": TextSize.STANDARD, "calm": False, "contrast": False}
    of_people = page.side is not Side.FACILITATOR
    for language in OTHERS if of_people else ("ur",):
        yield from _seen(table, page, **plain, language=language)
    window = page.window()
    window.mm_per_px = LAPTOP[2]  # type: ignore[attr-defined]
    window.resize(*LAPTOP[:2])
    for language in OTHERS if of_people else ():
        yield from _seen(table, page, **plain, language=language)
    for size in (TextSize.STANDARD, TextSize.LARGEST):
        yield from _seen(table, page, text_size=size, language="en")


def _seen(table: Table, page: Page, **taste: Any) -> Iterator[str]:
    table.stage.taste(page.side, **taste)
    settle()
    shown = f"{page.look.screen.width} px, {taste}"
    yield from (f"{shown}: {said}" for said in wrong_with(page))
    yield from (f"{shown}: {said}" for said in pale(page.look.colours))


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_nothing_is_wrong_with_a_screen(whole: Table, strays: list[str], name: str) -> None:
    page = show(whole, name, SCREENS[name])
    assert list(walk(whole, page)) == []
    assert strays == []


def test_a_part_that_is_shown_too_early_is_noticed(whole: Table, strays: list[str]) -> None:
    early = QWidget()
    early.show()
    early.setParent(whole.people)
    assert strays == ["QWidget"]


@pytest.mark.parametrize("state", sorted(STATES))
def test_nothing_is_wrong_with_a_state(whole: Table, state: str) -> None:
    name, reach = STATES[state]
    page = show(whole, name, reach)
    assert list(walk(whole, page)) == []


def test_the_walk_notices_a_screen_that_breaks(whole: Table) -> None:
    page = show(whole, "resting", as_it_is)
    assert list(walk(whole, page)) == []
    page.look = replace(page.look)
    page.body.findChildren(type(page.button("x")))[0].setAccessibleName("")
    assert wrong_with(page)
