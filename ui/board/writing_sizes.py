"""How large a writing page is on one real screen, so that four people, or at least two, write at once.

Keys are about 20 mm where the screen has room for them, as in the drawings of a page; a larger screen
makes no larger keys, since a hand is as large as before. A smaller one takes air and lines away, never
a key's 12.7 mm.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from ui.board.writing_layout import LINES, Parts, Row, Shape, Wanted, arranged, look_of_page
from ui.look import Look

KEY_MM = 20.0
KEY = 49  # the width of a key in the drawings, on the screen they are made for
SMALLER = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)

_USUAL = (
    Shape(tall=True),
    Shape(),
    Shape(tight=True),
    Shape(Row.SHORT, tight=True),
    Shape(lines=1, tight=True),
    Shape(Row.SHORT, 1, tight=True),
)
_SMALL = (
    Shape(Row.NONE, tight=True),
    Shape(Row.NONE, 1, tight=True),
    Shape(Row.SHORT, 2, tight=True, folds=True),
    Shape(Row.SHORT, 1, tight=True, folds=True),
    Shape(Row.NONE, 2, tight=True, folds=True),
    Shape(Row.NONE, 1, tight=True, folds=True),
    Shape(Row.NONE, 1, tight=True, folds=True, in_parts=True),
)


def parts_for(look: Look, wanted: Wanted, view: QRectF, sideways: bool = False) -> Parts:
    """The parts of a page on a board of this size, as it lies, or turned by a quarter."""
    lying = _best(look, wanted, _shares(view))
    if not sideways or lying is not None and _has_room(lying, view):
        return lying or _too_large(look, wanted)
    return _best(look, wanted, _shares_sideways(view)) or lying or _too_large(look, wanted)


def _has_room(parts: Parts, view: QRectF) -> bool:
    """Whether two such pages lie side by side, both turned by a quarter."""
    return parts.width <= view.height() and 2 * parts.height <= view.width()


def _shares(view: QRectF) -> Iterator[tuple[QRectF, tuple[Shape, ...]]]:
    """The room for one page of four, of three, of two, and of one alone; and what it may give up there."""
    wide, high = view.width(), view.height()
    yield QRectF(0, 0, wide // 2, high // 2), _USUAL
    yield QRectF(0, 0, wide // 3, high), _USUAL
    yield QRectF(0, 0, wide // 2, high), _USUAL
    yield QRectF(0, 0, wide, high // 2), _USUAL
    yield QRectF(0, 0, wide // 2, high), _SMALL
    yield QRectF(0, 0, wide, high // 2), _SMALL
    yield QRectF(0, 0, wide, high), (*_USUAL, *_SMALL)


def _shares_sideways(view: QRectF) -> Iterator[tuple[QRectF, tuple[Shape, ...]]]:
    wide, high = view.width(), view.height()
    for part in (3, 2, 1):
        yield QRectF(0, 0, high, wide // part), (*_USUAL, *_SMALL)


def _best(look: Look, wanted: Wanted, shares: Iterator[tuple[QRectF, tuple[Shape, ...]]]) -> Parts | None:
    usual = min(look.scale, KEY_MM / (KEY * look.screen.mm_per_px))
    for room, shapes in shares:
        for shape in shapes:
            for smaller in _scales(shape, wanted.language):
                made = arranged(look_of_page(look, usual * smaller), wanted, shape, room)
                if made is not None:
                    return made
    return None


def _scales(shape: Shape, language: str) -> tuple[float, ...]:
    """The scales to try. A field for two high lines takes nothing away from the keys."""
    if shape.tall:
        return SMALLER[:1] if language in LINES else ()
    return SMALLER


def _too_large(look: Look, wanted: Wanted) -> Parts:
    """A page for a board that is too small for any: it is the smallest, and its top left is in view."""
    smallest = look_of_page(look, min(look.scale, KEY_MM / (KEY * look.screen.mm_per_px)) * SMALLER[-1])
    made = arranged(smallest, wanted, Shape(Row.NONE, 1, tight=True), QRectF(0, 0, 10**6, 10**6))
    assert made is not None
    return made
