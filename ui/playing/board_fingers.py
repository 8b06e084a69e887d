"""Fingers on the board: its notes, buttons and keys are painted, so they are found by where they lie."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from ui.board.overlays import Does
from ui.board.view import BoardView
from ui.board.writing import Page
from ui.keys.plan import Act
from ui.playing.fingers import NotThere, drag, touch_at
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import NoteKind

FINGER = 1
BETWEEN_MS = 50  # between two letters; a key that is touched again sooner has only bounced
AGAIN_MS = 160  # before the same thing on the board is touched again


def in_window(view: BoardView, x: float, y: float) -> QPoint:
    """A pixel of the board as a pixel of its window."""
    return view.mapTo(view.window(), QPointF(x, y)).toPoint()


def middle_of(view: BoardView, note: NoteId) -> QPoint:
    """Where the middle of a note is in the window."""
    rect = view.model.rect_of(note)
    if rect is None:
        raise NotThere("this note is not on the board")
    where = view.to_screen(*rect.middle)
    return in_window(view, where.x(), where.y())


def touch_note(view: BoardView, note: NoteId) -> None:
    """Touch a note."""
    touch_at(view.window(), middle_of(view, note), FINGER)


def drag_note(view: BoardView, note: NoteId, to: QPoint) -> None:
    """Drag a note to a pixel of the window."""
    drag(view.window(), middle_of(view, note), to, FINGER)


def touch_empty(view: BoardView, x: float, y: float) -> None:
    """Touch a pixel of the board where nothing lies."""
    touch_at(view.window(), in_window(view, x, y), FINGER)


def touch_button(view: BoardView, does: Does, on: NoteId | GroupId | None = None) -> None:
    """Touch a painted button, such as "Put it here" on a group."""
    for button in view.scene.overlays.buttons(view.camera, view.shown.picked):
        if button.does is does and on in (None, button.on):
            x, y = button.rect.middle
            touch_at(view.window(), in_window(view, x, y), FINGER)
            return
    raise NotThere(f"no button on the board does {does}")


def touch_part(view: BoardView, page: Page, part: str | NoteKind) -> None:
    """Touch a part of a writing page: "done", "turn", "more", a kind of note …"""
    parts = page.parts
    if isinstance(part, NoteKind):
        box = parts.kinds[part]
    else:
        box = {"field": parts.field, **parts.boxes, **parts.more}[part]
    where = page.turned.transform.map(box.center())
    touch_at(view.window(), in_window(view, where.x(), where.y()), FINGER)


def type_on(view: BoardView, page: Page, words: str) -> None:
    """Type words with the page's own keys, letter by letter."""
    for letter in words:
        QTest.qWait(BETWEEN_MS)
        _touch_key(view, page, letter)


def _touch_key(view: BoardView, page: Page, letter: str) -> None:
    for key in page.panel.keys:
        writes = key.act is Act.LETTER and letter.casefold() == key.text.casefold()
        if writes or (letter == " " and key.act is Act.SPACE):
            below = page.parts.below
            middle = QPointF(below.x() + key.x + key.width / 2, below.y() + key.y + key.height / 2)
            where = page.turned.transform.map(middle)
            touch_at(view.window(), in_window(view, where.x(), where.y()), FINGER)
            return
    raise NotThere(f"there is no key for {letter!r}")
