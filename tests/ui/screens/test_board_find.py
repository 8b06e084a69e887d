"""Finding notes on the people's board: a slip of the finger, any script, and never what nobody may see."""

from dataclasses import replace

import pytest

from tests.ui.given import Table, names, settle, touch
from tests.ui.screens.board_given import rows, with_list
from ui.screens.board import BoardPage
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState, Voice
from workshop.domain.records import Note
from workshop.domain.search import Index


@pytest.fixture
def page(table: Table) -> BoardPage:
    """The board with its list."""
    for x, text in enumerate(
        ("A bench by the café", "مجھے گھر کب بھیجیں گے", "ਮੇਰੀ ਧੀ ਨੂੰ ਵੀ ਦੱਸੋ", "Gwên y nyrs")
    ):
        table.session.board.add_note(text, x=300 * x, y=300)
    return with_list(table)


def found(page: BoardPage, typed: str) -> list[str]:
    """The rows of notes after somebody touched Find and typed this."""
    if page.writer is None:
        touch(page, "Find")
    assert page.writer is not None
    page.writer.field.clear()
    page.writer.field.insert(typed)  # as the keys on the screen do
    settle()
    return [row.partition(". ")[2] for row in rows(page) if row.startswith("What matters. ")]


def test_slips_accents_and_scripts_are_forgiven(page: BoardPage) -> None:
    bench, urdu, punjabi, welsh = (note.text for note in page.room.all(Note))
    assert found(page, "bnech") == [bench]
    assert found(page, "CAFE bench") == [bench]
    assert found(page, "gwen") == [welsh]
    # Arabic yeh and kaf, and no vowel sign, as another keyboard writes them.
    assert found(page, "گهر كب") == [urdu]
    assert found(page, "ਮੇਰੀ ਧੀ") == [punjabi]
    assert found(page, "bicycle") == []


def put_out_of_sight(table: Table) -> NoteId:
    """One note each that was hidden, waits, was erased, lies face down, and was changed."""
    board = table.session.board
    board.withhold_note(board.add_note("xylophone put away").note, "It names somebody")
    board.add_note("xylophone that waits", waiting=True)
    amina = table.session.people.arrive("Amina", [Voice.CARER]).person
    board.add_note("xylophone of Amina", author=amina)
    table.session.people.erase(amina)
    changed = board.add_note("xylophone before").note
    board.edit_note(changed, "Other words")
    board.hide_writing()
    board.add_note("xylophone face down")
    settle()
    return changed


def test_what_nobody_may_see_is_not_found(table: Table, page: BoardPage) -> None:
    assert found(page, "xylophone") == []  # the index is there, and follows all that happens now
    changed = put_out_of_sight(table)
    assert table.session.search("xylophone") == ()
    assert "xylophone" not in str(rows(page)) + str(names(page.view))
    table.session.board.edit_note(changed, "xylophone again")
    assert [hit.text for hit in table.session.search("xylophone")] == ["xylophone again"]
    table.session.board.reveal()
    settle()
    assert found(page, "xylophone") == ["xylophone again", "xylophone face down"]


def test_an_index_that_forgets_to_leave_out_would_be_noticed(
    table: Table, page: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    find, add = Index.find, Index._add
    put_out_of_sight(table)
    assert table.session.search("xylophone") == ()
    monkeypatch.setattr(Index, "find", lambda index, text, *more: find(index, text, waiting=True))
    assert [hit.text for hit in table.session.search("xylophone")] == ["xylophone that waits"]
    monkeypatch.setattr(Index, "_add", lambda index, note: add(index, replace(note, state=NoteState.SHOWN)))
    index = Index(table.session.all(Note))
    hits = {hit.note.text for hit in index.find("xylophone")}
    assert hits == {
        "xylophone put away",
        "xylophone that waits",
        "xylophone face down",
    }  # not what was erased
