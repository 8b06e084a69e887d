"""What lies on the notes of somebody who is erased goes with her: drawings, pictures, half-written words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import given
from tests.storage import places
from tests.storage.erasing import (
    ADA,
    BO_DREW,
    CANARIES,
    DRAWN,
    FIRST,
    WIPED_OFF,
    all_pages,
    canaries_in,
    drawing,
    fill,
    picture,
    plain_place,
    put_on_notes,
    remains,
    without_key,
)
from workshop.domain.drafts import Draft
from workshop.domain.kinds import Emotion, NoteState
from workshop.domain.labels import Label
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing, Note
from workshop.storage import drafts, erase, log, pictures
from workshop.storage.erase import erase_person, forget_unseen
from workshop.storage.place import Place
from workshop.storage.store import Store


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Place]:
    made = plain_place(tmp_path / "day")
    yield made
    made.close()


def test_what_is_on_their_notes_goes_and_so_do_pictures_that_show_them(day: Place) -> None:
    erase_person(day, ADA.id)

    assert day.store.all(Drawing) == (drawing(2, BO_DREW),)
    assert day.store.all(Picture) == (picture(3),)
    ids = [row[0] for row in day.store.database.execute("SELECT id FROM picture_bytes").fetchall()]
    assert ids == ["picture-3"]
    assert [draft.page for draft in drafts.kept(day.store.database)] == ["right"]


def test_how_they_felt_goes_with_their_words_and_stays_with_those_of_others(day: Place) -> None:
    felt = [replace(note, emotion=Emotion.GLAD) for note in day.store.all(Note)]
    day.store.apply(Label.MARK_EMOTION, felt)

    erase_person(day, ADA.id)

    assert [note.emotion for note in day.store.all(Note)] == [None, Emotion.GLAD, Emotion.GLAD]
    assert log.fold(day.store.database) == given.rows_in(day.store)


def test_a_note_that_was_put_away_keeps_what_is_on_it(day: Place) -> None:
    """Only erasing takes it: hiding a note, and taking back an agreement, do not."""
    note = day.store.need(Note, given.note(1).id)
    assert note.state is NoteState.WITHHELD
    assert day.store.get(Drawing, note.id) == drawing(1, DRAWN)
    assert pictures.read(day.store.database, picture(1).id) is not None


@pytest.mark.parametrize(
    ("guard", "left"),
    [
        ("bytes of pictures", {"a bittern, small", "a bittern, as it was brought", "an osprey behind Bo"}),
        ("words being changed", {"half a word of an otter"}),
        ("drawings in the story", {DRAWN, WIPED_OFF}),
    ],
)
def test_without_one_of_its_steps_something_that_lay_on_a_note_is_left(
    day: Place, monkeypatch: pytest.MonkeyPatch, guard: str, left: set[str]
) -> None:
    """Negative controls, each for one step."""
    if guard == "bytes of pictures":
        monkeypatch.setattr(pictures, "drop", lambda *_: None)
    elif guard == "words being changed":
        monkeypatch.setattr(drafts, "forget_of", lambda *_: None)
    else:
        monkeypatch.setattr(erase, "_forgetter", _but_not_drawings(erase._forgetter))

    erase_person(day, ADA.id)

    assert remains(day.folder) - {"Induction loop near the window"} == left


def _but_not_drawings(forgetter: Any) -> Any:
    def forgetter_of(traces: Any) -> Any:
        forget = forgetter(traces)
        return lambda line: line if line[0] == "drawing" else forget(line)

    return forgetter_of


def test_no_page_of_the_encrypted_file_holds_anything_of_them(tmp_path: Path) -> None:
    """The very pages that lie on the disk, decrypted, free ones as well."""
    made = places.make(tmp_path / "day")
    fill_anew(made.store)
    before = all_pages(made)
    assert canaries_in(before) == set(CANARIES), "negative control: everything is there, and is found"

    erase_person(made, ADA.id)

    assert canaries_in(all_pages(made)) == {"Induction loop near the window"}
    made.close()


def fill_anew(store: Store) -> None:
    """The day with Ada, in a workshop that was made already."""
    store.database.execute("DELETE FROM workshop")
    fill(store)


def test_the_words_of_notes_that_nobody_was_shown_are_forgotten_with_an_act(tmp_path: Path) -> None:
    (tmp_path / "day").mkdir()
    place = without_key(tmp_path / "day")
    hidden = given.note(1, FIRST, state=NoteState.HIDDEN, author=ADA.id)
    place.store.apply(Label.ADD_NOTE, [hidden])
    place.store.apply(Label.ADD_NOTE, [given.note(2, "Shade")])
    place.store.apply(Label.ADD_NOTE, [given.note(3, "Sun")])
    put_on_notes(place.store)
    drafts.keep(place.store.database, Draft("new", "half a word of an otter, who became no note"))
    assert len(remains(tmp_path / "day")) > 5

    forget_unseen(place, Label.CLOSE_DAY, [], [hidden])

    # A picture of Ada is on a note that everybody saw.
    assert remains(tmp_path / "day") == {"an osprey behind Bo", ADA.id}
    assert [(n.number, n.text, n.state) for n in place.store.all(Note)] == [
        (1, "", NoteState.HIDDEN),
        (2, "Shade", NoteState.SHOWN),
        (3, "Sun", NoteState.SHOWN),
    ]
    assert drafts.kept(place.store.database) == ()
    assert log.fold(place.store.database) == given.rows_in(place.store)
    place.close()
