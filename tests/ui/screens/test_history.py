"""The day so far: moments to touch, the board as it was, and a note that comes back."""

from tests.ui import sample
from tests.ui.given import Table, find, names, settle, touch, touch_at, words_on
from ui.screens.history import HistoryPage
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Item, NoteState, Said
from workshop.domain.records import Note


def a_day(table: Table) -> NoteId:
    """A day in which a note got other words and was then hidden; the note."""
    session = table.session
    sample.plan(session)
    session.plan.open_day()
    note = session.board.add_note("Parking cost £14").note
    table.clock.on(minutes=5)
    session.board.edit_note(note, "Parking")
    table.clock.on(minutes=5)
    session.board.withhold_note(note, "said twice")
    return note


def opened(table: Table) -> HistoryPage:
    """The page, reached from the desk by touch."""
    touch(table.show_desk("desk"), "The day so far")
    page = table.desk.page
    assert isinstance(page, HistoryPage)
    return page


def touch_note(page: HistoryPage, note: NoteId) -> None:
    """A finger on a note in the picture."""
    settle()
    page.picture.grab()  # it has to be painted once before it can be touched
    box = page.picture.place_of(note)
    assert box is not None
    window = page.window()
    touch_at(window, page.picture.mapTo(window, box.center().toPoint()))


def test_it_opens_at_the_last_moment_with_the_day_in_rows(two_screens: Table) -> None:
    a_day(two_screens)
    page = opened(two_screens)
    rows = [name for name in names(page) if "note" in name.lower() or "day" in name.lower()]
    assert "1 note hidden" in rows and "1 note changed" in rows
    assert "The board at 13:20" in names(page)
    assert len(page.picture.model) == 0
    touch(page, "Later")  # locked: it says why
    assert page.at == 2


def test_earlier_shows_the_board_as_it_was_and_a_note_comes_back(two_screens: Table) -> None:
    note = a_day(two_screens)
    page = opened(two_screens)
    touch(page, "Earlier")
    assert page.picture.model.faces[note].text == "Parking"
    touch(page, "Earlier")
    assert page.picture.model.faces[note].text == "Parking cost £14"
    touch_note(page, note)
    assert "Now it is hidden." in words_on(page)
    touch(page, "Bring it back")
    found = two_screens.session.get(Note, note)
    assert found is not None
    assert (found.text, found.state) == ("Parking cost £14", NoteState.SHOWN)
    assert "It is the same now." in words_on(page)
    assert page.at == 0  # the page stays where it was


def test_a_moment_is_touched_in_the_list(two_screens: Table) -> None:
    note = a_day(two_screens)
    page = opened(two_screens)
    touch(page, "1 note changed")
    assert (page.at, page.picture.model.faces[note].text) == (1, "Parking")


def test_the_past_stays_while_people_go_on_and_later_leads_to_it(two_screens: Table) -> None:
    a_day(two_screens)
    page = opened(two_screens)
    picture = page.picture
    two_screens.clock.on(minutes=1)
    two_screens.session.board.add_note("Since then")
    settle()
    assert page.picture is picture
    page.turn(1)
    settle()
    assert [face.text for face in page.picture.model.faces.values()] == ["Since then"]


def test_the_arrow_keys_walk_over_the_notes_of_then(two_screens: Table) -> None:
    note = a_day(two_screens)
    page = opened(two_screens)
    page.turn(-1)
    page.picture.choose(note)
    settle()
    assert "Bring it back" in names(page)
    page.picture.choose(None)
    settle()
    assert "Touch a note to see what became of it." in words_on(page)


def test_nothing_of_quiet_writing_is_seen(two_screens: Table) -> None:
    a_day(two_screens)
    board = two_screens.session.board
    board.hide_writing()
    board.add_note("marzipan")
    page = opened(two_screens)
    assert "The board during quiet writing" in names(page)
    seen = [*names(page), *words_on(page), *(f.text for f in page.picture.model.faces.values())]
    assert not any("marzipan" in words for words in seen)


def test_words_that_were_erased_go_from_the_page_too(two_screens: Table) -> None:
    session = two_screens.session
    amina = session.people.arrive("Amina", []).person
    session.people.consent(amina, Item.TAKE_PART, Said.YES)
    note = session.board.add_note("Words of hers", author=amina).note
    page = opened(two_screens)
    touch_note(page, note)
    assert "Words of hers" in words_on(page)
    session.people.erase(amina)
    settle()
    assert page.picture.model.faces[note].text == ""
    assert not any("Words of hers" in words for words in [*names(page), *words_on(page)])


def test_before_anything_has_happened_it_says_so(two_screens: Table) -> None:
    page = opened(two_screens)
    assert "Nothing has happened yet." in words_on(page)
    touch(page, "Back to the desk")
    assert two_screens.stage.desk.page == "desk"


def test_after_the_day_it_is_only_looked_at(two_screens: Table) -> None:
    note = a_day(two_screens)
    two_screens.session.plan.close_day(None, reason="It was a single day")
    page = opened(two_screens)
    page.go_to(0)
    page.rebuild()
    touch_note(page, note)
    bring = find(page, "Bring it back")
    assert getattr(bring, "why_not", "") == "The day is closed."
