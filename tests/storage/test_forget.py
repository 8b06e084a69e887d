"""Taking out one thing about people: who wrote what, money, pictures. No byte of it is left."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests import given
from tests.given import TODAY
from tests.storage.erasing import ADA, BO, CANARIES, picture, plain_place, readings, remains
from workshop.domain.kinds import Category, Item, Money, NoteState, Said
from workshop.domain.labels import Label
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Person, Picture
from workshop.domain.records import Note
from workshop.storage import erase, log
from workshop.storage.erase import forget_money, forget_pictures, forget_writers
from workshop.storage.place import Place

BUS = "a bus from Hollyhock Lane"


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Place]:
    made = plain_place(tmp_path / "day")
    made.store.apply(Label.CLAIM, [Claim("c", ADA.id, paid_on=date(2026, 3, 6), paid_how="by hand")])
    made.store.apply(Label.CLAIM, [line()])
    yield made
    made.close()


def line() -> ClaimLine:
    one = Decimal("3.20")
    return ClaimLine("l", "c", 0, Money.EXPENSE, Category.PUBLIC_TRANSPORT, BUS, Decimal(1), one, one)


def holds(day: Place, words: str) -> bool:
    return any(words.encode() in data for data in readings(day.folder))


def test_money_goes_and_the_people_stay(day: Place) -> None:
    assert holds(day, BUS)
    forget_money(day, Label.FORGET_MONEY)
    assert not holds(day, BUS) and not holds(day, "by hand")
    assert (day.store.all(Claim), day.store.all(ClaimLine)) == ((), ())
    assert day.store.all(Person) == (ADA, BO)
    assert log.fold(day.store.database) == given.rows_in(day.store)


def test_pictures_go_with_an_act_and_what_else_is_there_stays(day: Place) -> None:
    gone = {"an osprey", "an osprey behind Bo"}
    assert gone & remains(day.folder) == {"an osprey behind Bo"}
    picked = [p for p in day.store.all(Picture) if p.id == picture(2).id]
    forget_pictures(day, Label.TAKE_BACK, [given.answer(ADA, Item.PHOTO_REPORT, Said.TAKEN_BACK, 9)], picked)
    assert remains(day.folder) == set(CANARIES) - gone
    assert [p.id for p in day.store.all(Picture)] == ["picture-1", "picture-3"]


def test_nobody_can_find_out_who_wrote_what(day: Place) -> None:
    forget_writers(day, Label.FORGET_NAMES, TODAY)
    assert [note.author for note in day.store.all(Note)] == [None] * 3
    told = [
        kept
        for (data,) in day.store.database.execute("SELECT diff FROM change")
        for kept in log.unpack_kept(data)
    ]
    assert not any(str(who.id) in str(kept) for kept in told if kept[0] == "note" for who in (ADA, BO))
    assert log.fold(day.store.database) == given.rows_in(day.store)
    assert day.store.all(Person) == (ADA, BO)


def test_what_may_not_be_used_loses_its_words_as_nobody_could_tell_later(day: Place) -> None:
    forget_writers(day, Label.FORGET_NAMES, TODAY)
    notes = day.store.all(Note)  # nobody of these agreed to words that are kept
    assert [(note.text, note.state) for note in notes] == [("", NoteState.WITHHELD)] * 3
    assert "kestrel" not in remains(day.folder)


def test_without_rewriting_the_story_the_writers_would_be_left(
    day: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""
    monkeypatch.setattr(erase, "_blank", lambda cells, *_: cells)
    forget_writers(day, Label.FORGET_NAMES, TODAY)
    assert "kestrel" in remains(day.folder)
