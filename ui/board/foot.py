"""The foot of a note: its tags as small outlined words, and how many notes lie under it.

What does not fit is counted. Only where not one tag fits whole, the first is shown with "…" at its end.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.board.faces import Face, reads_right_to_left, script_of
from ui.board.fitting import BOTTOM, FOOT_SIZE, READ_H, STACKED, line_height, words_between
from ui.look import MEDIUM, SEMIBOLD, font_of, load_for

BETWEEN = 5.0
INSIDE = 6.0  # from the outline of a tag to its word
CORNER = 7.0
SHORTEST = 4  # letters of a tag, with "…": fewer say nothing
ABOVE = 2.0
TAG_BELOW = 4.0


class Piece(NamedTuple):
    """One word at the foot: where it begins, how wide it is with its outline, and whether it has one."""

    says: str
    left: float
    wide: float
    outlined: bool


@lru_cache(maxsize=2048)
def foot_of(face: Face, calm: bool = False, kept_free: float = 0.0) -> tuple[Piece, ...]:
    """The pieces at the foot of a face, from where reading starts.

    At the end stands how many notes lie under this one; `kept_free` is for the word "read" there.
    """
    rtl = reads_right_to_left(face.text)
    left, wide = words_between(calm, rtl)
    stack = f"+{face.below}" if face.below else ""
    room = wide - kept_free - (_wide(stack, False) + BETWEEN if stack else 0.0)
    pieces = _tags(face.tags, room)
    if stack:
        pieces.append(Piece(stack, wide - kept_free - _wide(stack, False), _wide(stack, False), False))
    if rtl:
        pieces = [piece._replace(left=wide - piece.left - piece.wide) for piece in pieces]
    return tuple(piece._replace(left=left + piece.left) for piece in pieces)


def _tags(tags: tuple[str, ...], room: float) -> list[Piece]:
    """As many tags as fit with a count of the others; where not one fits, the beginning of the first."""
    if not tags:
        return []
    for shown in range(len(tags), 0, -1):
        says = [*tags[:shown], *_others(len(tags) - shown)]
        if _together(says) <= room:
            return _in_a_row(says)
    others = _others(len(tags) - 1)
    free = room - _together(["", *others])
    load_for(tags[0])
    short = QFontMetricsF(_font(tags[0], True)).elidedText(tags[0], Qt.TextElideMode.ElideRight, free)
    short = short.replace(" …", "…")
    is_said = len(short) >= SHORTEST and _together([short, *others]) <= room
    return _in_a_row([short, *others] if is_said else [f"{len(tags)}"])


def _others(count: int) -> list[str]:
    return [f"+{count}"] if count else []


def _together(says: list[str]) -> float:
    return sum(_wide(word, True) for word in says) + BETWEEN * (len(says) - 1)


def _in_a_row(says: list[str]) -> list[Piece]:
    lefts = [_together([*says[:n], ""]) - 2 * INSIDE for n in range(len(says))]
    return [Piece(word, left, _wide(word, True), True) for word, left in zip(says, lefts, strict=True)]


def _wide(says: str, outlined: bool) -> float:
    load_for(says)
    metrics = QFontMetricsF(_font(says, outlined))
    wide = metrics.horizontalAdvance(says)
    if _is_slanted(says):
        wide = max(wide, metrics.tightBoundingRect(says).width())
    return wide + (2 * INSIDE if outlined else 0.0)


def _is_slanted(says: str) -> bool:
    """Whether a word goes down from right to left and reaches beyond its own width, as in Nastaliq."""
    return script_of(says, "") == "ur"


def _font(says: str, outlined: bool) -> QFont:
    return font_of(FOOT_SIZE, MEDIUM if outlined else SEMIBOLD, script_of(says, ""))


def paint_foot(
    painter: QPainter, face: Face, bottom: float, calm: bool, kept_free: float, ink: str, paper: str
) -> None:
    """Paint the foot of a note that ends at `bottom`, in board units."""
    bottom -= STACKED if face.below else 0.0
    for piece in foot_of(face, calm, kept_free):
        high = line_height(piece.says, FOOT_SIZE) + ABOVE
        place = QRectF(piece.left, bottom - TAG_BELOW - high, piece.wide, high)
        if piece.outlined:
            painter.setPen(QPen(QColor(ink), 1.0))
            painter.setBrush(QColor(paper))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        else:
            place = QRectF(piece.left, bottom - BOTTOM - READ_H, piece.wide, READ_H)
        painter.setPen(QColor(ink))
        painter.setFont(_font(piece.says, piece.outlined))
        if _is_slanted(piece.says):
            strokes = QFontMetricsF(painter.font()).tightBoundingRect(piece.says)
            painter.drawText(QPointF(place.center() - strokes.center()), piece.says)
        else:
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, piece.says)
