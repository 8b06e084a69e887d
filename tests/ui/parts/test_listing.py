"""The board as a list: area, group, note; what lies under another; what is looked for and what is folded."""

from dataclasses import replace

from hypothesis import given as each
from hypothesis import strategies as some

from ui.parts import listing
from ui.parts.groups import also
from ui.parts.listing import AreaRow, GroupRow, NoteRow, OnBoard, Row, Sought, key_of, place_of
from ui.words import words_in
from workshop.domain.ids import GroupId, MembershipId, NoteId, TagId
from workshop.domain.kinds import Emotion, GroupKind, NoteKind, NoteState
from workshop.domain.records import Group, Membership, Note, Tag

WORDS = words_in("en")
A, B, C = (Note(NoteId(x), i, x.upper()) for i, x in enumerate("abc", start=1))
GARDEN, LATER = Group(GroupId("g"), "Garden", 0), Group(GroupId("l"), "", 1, GroupKind.LATER)


def lies(note: Note, group: Group, position: int = 0) -> Membership:
    return Membership(MembershipId(f"{note.id}{group.id}"), note.id, group.id, position)


def shown(board: OnBoard, **how: object) -> list[Row]:
    return listing.rows(board, WORDS, **how)  # type: ignore[arg-type]


def said(rows: list[Row]) -> list[str]:
    return [row.text if isinstance(row, NoteRow) else row.name for row in rows]


BOARD = OnBoard((A, B, C), (GARDEN, LATER), (lies(A, GARDEN), lies(B, LATER)))


def test_areas_groups_and_notes_then_the_loose_ones() -> None:
    assert shown(BOARD) == [
        AreaRow("Groups"),
        GroupRow(GARDEN.id, "Garden", 1),
        NoteRow(A.id, GARDEN.id, "A", A),
        AreaRow("Set aside"),
        GroupRow(LATER.id, "For later", 1),
        NoteRow(B.id, LATER.id, "B", B),
        GroupRow(None, "Not in a group", 1),
        NoteRow(C.id, None, "C", C),
    ]


def test_a_note_in_two_groups_is_there_twice() -> None:
    board = replace(BOARD, memberships=(lies(A, GARDEN), lies(A, LATER)))
    assert said(shown(board)).count("A") == 2


def test_a_folded_group_keeps_its_count() -> None:
    rows = shown(BOARD, closed={GARDEN.id, None})
    assert GroupRow(GARDEN.id, "Garden", 1, False) in rows
    assert said(rows) == ["Groups", "Garden", "Set aside", "For later", "B", "Not in a group"]


def test_only_what_is_looked_for_is_there_and_nothing_is_folded() -> None:
    rows = shown(BOARD, sought=Sought(frozenset({A.id})), closed={GARDEN.id})
    assert said(rows) == ["Groups", "Garden", "A"]
    question = replace(C, kind=NoteKind.QUESTION)
    board = replace(BOARD, notes=(A, B, question))
    assert said(shown(board, sought=Sought(kinds=frozenset({NoteKind.QUESTION})))) == ["Not in a group", "C"]
    tagged = replace(B, tags=(TagId("t"),))
    board = replace(BOARD, notes=(A, tagged, C))
    assert said(shown(board, sought=Sought(tags=frozenset({TagId("t")})))) == ["Set aside", "For later", "B"]


def test_what_says_the_same_stands_below_and_counts_once() -> None:
    under = replace(C, same_as=A.id)
    rows = shown(replace(BOARD, notes=(A, B, under)))
    assert rows[1:4] == [
        GroupRow(GARDEN.id, "Garden", 1),
        NoteRow(A.id, GARDEN.id, "A", A),
        NoteRow(C.id, GARDEN.id, "C", under, under=A.id),
    ]
    assert "Not in a group" not in said(rows)
    found = shown(replace(BOARD, notes=(A, B, under)), sought=Sought(frozenset({C.id})))
    assert said(found) == ["Groups", "Garden", "A", "C"]


def test_nobody_reads_what_is_not_on_the_board() -> None:
    secret = replace(A, state=NoteState.HIDDEN)
    away = replace(B, state=NoteState.WITHHELD)
    waits = replace(C, waiting=True)
    rows = shown(OnBoard((secret, away, waits), (GARDEN,), (lies(A, GARDEN),)))
    assert rows == [AreaRow("Groups"), GroupRow(GARDEN.id, "Garden", 0)]
    assert listing.counts(OnBoard((secret, away, waits), (GARDEN,), ())) == (0, 1, 0)


def test_a_group_that_went_into_another_is_not_there() -> None:
    merged = Group(GroupId("m"), "Paths", 2, merged_into=GARDEN.id)
    board = replace(BOARD, groups=(GARDEN, merged), memberships=(lies(A, GARDEN), lies(B, merged)))
    assert "Paths" not in said(shown(board))
    assert listing.counts(board) == (3, 1, 2)


def test_a_row_says_its_tags_how_it_felt_and_another_language() -> None:
    tag = Tag(TagId("t"), "Transport", 0)
    note = replace(A, tags=(tag.id,), emotion=Emotion.GLAD, language="ur")
    board = OnBoard((note,), (), (), (tag,), "en")
    assert [row.end for row in shown(board) if isinstance(row, NoteRow)] == ["Transport · Glad · اردو"]


def test_the_same_words_are_said_once_and_others_are_kept() -> None:
    same, other = replace(B, text="A", same_as=A.id), replace(C, text="Alas", same_as=A.id)
    assert also((A, same, other)) == {A.id: ("Alas",)}


@each(some.lists(some.sampled_from(range(8)), min_size=1))
def test_every_row_that_can_be_chosen_is_found_again(places: list[int]) -> None:
    rows = shown(BOARD)
    for place in places:
        key = key_of(rows[place])
        assert key == listing.NO_ROW or place_of(rows, key) == place
    assert place_of(rows, (NoteId("gone"), None)) is None
    assert place_of(rows, (A.id, LATER.id)) == 2  # it lies elsewhere now
