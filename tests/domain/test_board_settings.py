"""How a board is set up: names of kinds, layouts and axes, tags."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests import given
from workshop.domain import board_settings
from workshop.domain.ids import TagId
from workshop.domain.kinds import BoardLayout, NoteKind, NoteState
from workshop.domain.records import KindName, Tag
from workshop.errors import RuleBroken

DAY = given.workshop()
ENDS = ("Cheap", "Dear", "Small", "Big")
WINTER, NIGHT = Tag(TagId("winter"), "Winter", 0), Tag(TagId("night"), "Night shift", 1)
TAGS = (WINTER, NIGHT)


def test_a_kind_gets_another_name_and_its_usual_one_back() -> None:
    felt = board_settings.name_kind(DAY, NoteKind.FELT, "  How it \n felt ")
    both = board_settings.name_kind(felt, NoteKind.MATTERS, "Wish")
    assert both.kind_names == (KindName(NoteKind.MATTERS, "Wish"), KindName(NoteKind.FELT, "How it felt"))
    assert board_settings.name_kind(both, NoteKind.MATTERS, " ") == felt
    assert board_settings.name_kind(both, NoteKind.FELT, "HOW IT FELT").kind_names[1].name == "HOW IT FELT"


def test_layouts_keep_the_names_of_the_axes() -> None:
    grid = board_settings.set_layout(DAY, BoardLayout.GRID, [f" {end} " for end in ENDS])
    assert grid == replace(DAY, layout=BoardLayout.GRID, axes=ENDS)
    lanes = board_settings.set_layout(grid, BoardLayout.JOURNEY, None)
    assert lanes == replace(grid, layout=BoardLayout.JOURNEY)
    assert board_settings.set_layout(lanes, BoardLayout.GRID, None) == grid
    assert board_settings.set_layout(lanes, BoardLayout.FREE, []).axes == ()


def test_tags_are_made_in_order_and_named() -> None:
    made = board_settings.make_tag(TagId("new"), " By  bus ", TAGS)
    assert made == Tag(TagId("new"), "By bus", 2)
    assert board_settings.name_tag(WINTER, "WINTER", TAGS) == replace(WINTER, name="WINTER")


def test_there_are_twenty_tags_at_most() -> None:
    tags = [Tag(TagId(f"{n}"), f"Tag {n}", n) for n in range(20)]
    assert board_settings.make_tag(TagId("x"), "Last", tags[:19]).position == 19
    with pytest.raises(RuleBroken, match="20 tags already"):
        board_settings.make_tag(TagId("x"), "Too many", tags)


def test_a_note_has_its_tags_in_the_order_of_all_tags() -> None:
    note = board_settings.tag_note(given.note(1), NIGHT.id, True, TAGS)
    note = board_settings.tag_note(note, WINTER.id, True, TAGS)
    assert note == given.note(1, tags=(WINTER.id, NIGHT.id))
    assert board_settings.tag_note(note, WINTER.id, True, TAGS) == note
    assert board_settings.tag_note(note, WINTER.id, False, TAGS) == given.note(1, tags=(NIGHT.id,))


def test_a_tag_that_is_removed_is_on_no_note_any_more() -> None:
    both, away = given.note(1, tags=(WINTER.id, NIGHT.id)), given.note(2, tags=(WINTER.id,))
    away = replace(away, state=NoteState.WITHHELD)
    notes = [both, away, given.note(3, tags=(NIGHT.id,)), given.note(4)]
    assert board_settings.without_tag(notes, WINTER.id) == [
        replace(both, tags=(NIGHT.id,)),
        replace(away, tags=()),
    ]


REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("fixed", lambda: board_settings.name_kind(DAY, NoteKind.BEFORE, "Old"), "keeps its name"),
    ("long kind", lambda: board_settings.name_kind(DAY, NoteKind.IDEA, "x" * 41), "40 letters at most"),
    (
        "kinds alike",
        lambda: board_settings.name_kind(
            board_settings.name_kind(DAY, NoteKind.IDEA, "Café"), NoteKind.FELT, "cafe"
        ),
        "one of that name already",
    ),
    ("no ends", lambda: board_settings.set_layout(DAY, BoardLayout.GRID, None), "name the four ends"),
    ("three ends", lambda: board_settings.set_layout(DAY, BoardLayout.GRID, ENDS[:3]), "name the four ends"),
    ("empty end", lambda: board_settings.set_layout(DAY, BoardLayout.GRID, [*ENDS[:3], " "]), "four ends"),
    ("two ends", lambda: board_settings.set_layout(DAY, BoardLayout.FREE, ENDS[:2]), "There are four ends"),
    ("long end", lambda: board_settings.set_layout(DAY, BoardLayout.GRID, ["x" * 41] * 4), "40 letters"),
    ("no name", lambda: board_settings.make_tag(TagId("x"), " \u200b ", TAGS), "the tag a name"),
    ("long tag", lambda: board_settings.make_tag(TagId("x"), "x" * 41, TAGS), "40 letters at most"),
    ("tags alike", lambda: board_settings.make_tag(TagId("x"), "wintér", TAGS), "one of that name already"),
    ("named alike", lambda: board_settings.name_tag(WINTER, "night  shift", TAGS), "one of that name"),
    (
        "face down",
        lambda: board_settings.tag_note(given.note(-1, state=NoteState.HIDDEN), WINTER.id, True, TAGS),
        "lies face down",
    ),
    (
        "put away",
        lambda: board_settings.tag_note(given.note(1, state=NoteState.WITHHELD), WINTER.id, True, TAGS),
        "was put away",
    ),
    (
        "waiting",
        lambda: board_settings.tag_note(given.note(1, waiting=True), WINTER.id, True, TAGS),
        "not placed on the board yet",
    ),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused(act: Callable[[], object], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        act()
