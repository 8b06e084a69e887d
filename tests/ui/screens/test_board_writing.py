"""Writing by finger in the app: on a table that lies flat, for somebody, with a drawing and a feeling."""

from PySide6.QtCore import QPointF

from tests.ui.given import Table, drag, settle, touch, words_on
from tests.ui.screens.test_desk import begun
from ui.board.writing import MANY, Page
from ui.playing.board_fingers import in_window, touch_empty, touch_part, type_on
from ui.screens.board import BoardPage
from ui.screens.desk import DeskPage
from workshop.domain.ink import unpack
from workshop.domain.kinds import Emotion, NoteKind
from workshop.domain.records import Drawing, Note


def board(table: Table) -> BoardPage:
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    return page


def place_on_paper(page: BoardPage, open_: Page, right: float) -> QPointF:
    """A place on the paper of a page, in pixels of the board."""
    box = open_.parts.drawing["paper"]
    return open_.turned.transform.map(QPointF(box.x() + right * box.width(), box.center().y()))


def test_a_note_is_made_by_finger_with_all_that_a_page_offers(two_screens: Table) -> None:
    begun(two_screens, "share")
    two_screens.session.board.name_kind(NoteKind.FELT, "How it was")
    touch(two_screens.show_people("display"), "The screen lies flat")
    page = board(two_screens)
    view = page.view
    touch_empty(view, view.width() / 2, 30)  # somebody stands at the far side
    (open_,) = page.pages.open
    assert open_.turned.quarters == 2
    type_on(view, open_, "ward")
    for part in (NoteKind.FELT, "more", "helper", Emotion.ANGRY, "draw"):
        touch_part(view, open_, part)
    start, end = (place_on_paper(page, open_, right) for right in (0.2, 0.6))
    drag(view.window(), in_window(view, start.x(), start.y()), in_window(view, end.x(), end.y()), 1)
    done = open_.turned.transform.map(open_.parts.drawing["done"].center())
    touch_empty(view, done.x(), done.y())
    yes = open_.turned.transform.map(open_.parts.asking["yes"].center())
    touch_empty(view, yes.x(), yes.y())
    (note,), (drawing,) = two_screens.session.all(Note), two_screens.session.all(Drawing)
    assert (note.text, note.kind, note.helper) == ("Ward", NoteKind.FELT, True)
    assert (note.emotion, note.turned, drawing.note) == (Emotion.ANGRY, 2, note.id)
    (stroke,) = unpack(drawing.ink)
    assert stroke[-1][0] - stroke[0][0] > 60
    assert page.pages.open == ()
    desk = two_screens.show_desk("desk")
    assert isinstance(desk, DeskPage)
    desk.choose(note.id)
    settle()
    assert "A helper wrote this. Ask the writer if it is right." in words_on(two_screens.desk)


def test_the_eleventh_note_of_a_minute_waits_at_the_desk_until_it_is_placed(two_screens: Table) -> None:
    begun(two_screens, "share")
    page = board(two_screens)
    page.pages.clock = lambda: 0.0
    for number in range(MANY + 1):
        page.write_at(200, 200)
        page.pages.open[0].type(f"Note {number}")
        touch_part(page.view, page.pages.open[0], "done")
    assert "Many notes came from here. The facilitator will place the next ones." in words_on(
        two_screens.people
    )
    assert len(page.view.model) == MANY
    desk = two_screens.show_desk("desk")
    touch(desk, "1 note waits")
    assert two_screens.desk.page is not None
    touch(two_screens.desk.page, f"Place: Note {MANY}")
    settle()
    touch(two_screens.desk.page, "In no group")
    assert len(page.view.model) == MANY + 1
