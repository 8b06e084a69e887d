"""How the words of a note are set: the largest size at which they fit, measured, never guessed.

Sizes are board units, so the lines break alike at every zoom. A note starts with its symbol, and with
the mark of how it felt beside it; the first line is set in by as much. A drawing or a picture lies
above the words, tags below them. Words that do not fit at the smallest size make the note twice as
high; what does not fit even then ends with "…", and can be read in full from the note's own page.
"""

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from ui.board.faces import Face, reads_right_to_left, script_of
from ui.board.layout import NOTE_H, NOTE_W, TALL_H
from ui.look import MEDIUM, SEMIBOLD, font_of, load_for

SIZES = (34, 30, 25, 22, 20)
SIZES_WHEN_TALL = (22, 20)
INDENT, LEFT, RIGHT, TOP, BOTTOM = 29.0, 11.0, 10.0, 7.0, 5.0
FELT = 27.0  # what the mark of how it felt takes beside the symbol
BAND = 8.0  # of the calm look, on the side where reading starts
IMAGE_H = NOTE_H  # a drawing is as large as a note; so is the room of a picture

# Words that are broken at spaces only: other signs may end a line in their middle.
_PLAIN = re.compile(r"[A-Za-z0-9 ',.]+")

# Height of a line as a share of its size.
_LINE = {"": 1.22, "he": 1.22, "ur": 2.4, "ar": 1.6, "my": 1.8}
_TALL_LETTERS = 1.45
NASTALIQ_FIRST = 1.8  # so far below the edge lies the first baseline of Nastaliq, or its strokes are cut
NASTALIQ_BELOW = 0.85
OVERHANG = 4.0  # so far the first letter of a line may reach back, towards the edge or the symbol
NEVER_TALL = 24  # not even in the widest letters
READ_H = 30.0  # kept free below words that go on
FOOT_SIZE = 20  # of the tags: the smallest size there is
SURELY = 0.9  # of the width of the boldest words: no look sets them narrower
EDGE = 3.0
LAYOUTS, FITS = 128, 4096  # so many are kept
STACKED = 6.0  # of a note is left to the edges of those that lie under it


@dataclass(frozen=True)
class Setting:
    """The words of one note, broken into lines and ready to draw at (0, 0) of the note."""

    layout: QTextLayout
    size: int
    height: float
    tall: bool
    goes_on: bool
    rtl: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How the words of a note fit: their size, and where they are cut when they go on."""

    size: int
    tall: bool
    end: int | None = None


@lru_cache(maxsize=LAYOUTS)
def setting_of(face: Face, calm: bool = False, strong: bool = False) -> Setting:
    """The words of a face as they are set; `calm` leaves room for the band, `strong` is semibold.

    Words in lines take some 12 KiB a note: few are kept. How they fit is kept for many more.
    """
    fit = fit_of(face, calm, strong)
    shown = face if fit.end is None else _cut(face, fit.end)
    setting = _set(shown, fit.size, calm, strong)
    return replace(setting, tall=fit.tall, goes_on=fit.end is not None)


@lru_cache(maxsize=FITS)
def fit_of(face: Face, calm: bool = False, strong: bool = False) -> Fit:
    """How the words of a face fit: at the largest size that is not too large."""
    load_for(face.text)
    for high, sizes in ((NOTE_H, () if face.has_image else SIZES), (TALL_H, SIZES_WHEN_TALL)):
        end = _end(face, high)
        for size in sizes:
            if _is_too_much(face, size, end - (IMAGE_H if face.has_image else 0.0)):
                continue
            setting = _set(face, size, calm, strong)
            if setting.height <= end and (size == SIZES[-1] or not _breaks_a_word(setting)):
                return Fit(size, high == TALL_H)
    return Fit(SIZES[-1], True, _end_of_beginning(face, calm, strong))


@lru_cache(maxsize=65536)
def is_tall(face: Face) -> bool:
    """Whether a face needs a note of twice the height; the same in every look, so that all boards agree."""
    if face.back:
        return False
    if face.has_image:
        return True
    if len(face.text) <= NEVER_TALL and face.text.isascii() and "\n" not in face.text and not face.has_foot:
        return False
    estimated = None if face.language else _estimate(face)
    if estimated is not None:
        return estimated
    load_for(face.text)
    return _set(face, SIZES[-1], calm=True, strong=True).height > _end(face, NOTE_H)


def size_of(face: Face) -> tuple[float, float]:
    """How wide and how high the note of a face lies on the board, with its turns."""
    high = TALL_H if is_tall(face) else NOTE_H
    return (high, NOTE_W) if face.turned % 2 else (NOTE_W, high)


def foot_height(face: Face) -> float:
    """How much the tags and the edge of a stack take below the words; 0 for none."""
    if not face.has_foot:
        return 0.0
    high = max((line_height(tag, FOOT_SIZE) for tag in face.tags), default=0.0)
    return max(READ_H, high + 4) + (STACKED if face.below else 0.0)


def line_height(text: str, size: int) -> float:
    """How high one line of a text is, with all that its letters need."""
    script = script_of(text, "")
    if script == "ur":
        return (NASTALIQ_FIRST + NASTALIQ_BELOW) * size
    return _LINE.get(script, _TALL_LETTERS) * size


def _end(face: Face, high: float) -> float:
    """How far down the words may reach in a note of this height."""
    return high - BOTTOM - foot_height(face)


def _indent(face: Face) -> float:
    return INDENT + (FELT if face.emotion is not None else 0.0)


def _is_too_much(face: Face, size: int, end: float) -> bool:
    """Whether the words surely do not end before `end`; False where that has to be measured.

    Their widths together, without what is between them, need more lines than there are. This saves
    laying out long words in all the sizes that are too large for them.
    """
    if not face.text.isascii():
        return False
    wide = SURELY * sum(map(_width_of, face.text.split())) * size / SIZES[-1]
    return wide + _indent(face) > _most_lines(end, size) * (NOTE_W - LEFT - RIGHT)


def _estimate(face: Face) -> bool | None:
    """Whether plain words are tall, from the widths of their words; None where it has to be measured.

    Words are measured once each. What is between them moves a line by very little: where a little
    narrower and a little wider lines both agree, the answer is the measured one, five times sooner.
    A board of thousands of notes asks for each.
    """
    if not _PLAIN.fullmatch(face.text):
        return None
    wide = NOTE_W - LEFT - (BAND - 1) - RIGHT
    most, indent = _most_lines(_end(face, NOTE_H)), _indent(face)
    narrow = _lines_of(face.text, wide * 0.98, indent)
    roomy = _lines_of(face.text, wide * 1.02, indent)
    if narrow is None or roomy is None:
        return None
    return roomy > most if (narrow > most) is (roomy > most) else None


def _lines_of(text: str, wide: float, indent: float) -> int | None:
    """How many lines the words take; None where one is wider than its line, and is broken somewhere."""
    lines, at, space = 1, indent, _width_of(" ")
    for word in text.split(" "):
        width = _width_of(word)
        if width > wide or (at == indent and at + width > wide):
            return None
        if at + width > wide:
            lines, at = lines + 1, 0.0
        at += width + space
    return lines


@lru_cache(maxsize=16384)
def _width_of(word: str) -> float:
    """How wide a word is at the smallest size, in the boldest letters; with its kerning."""
    return _smallest_letters().horizontalAdvance(word)


@lru_cache(maxsize=1)
def _smallest_letters() -> QFontMetricsF:
    return QFontMetricsF(font_of(SIZES[-1], _weight(True)))


@lru_cache(maxsize=64)
def _most_lines(end: float, size: int = SIZES[-1]) -> int:
    """How many lines of plain words end before `end`."""
    first, pitch, below = _lines("", size, True)
    return int((end - below - first) // pitch) + 1


def _set(face: Face, size: int, calm: bool, strong: bool) -> Setting:
    """The words at one size. At the smallest one a word that is wider than its line is broken.

    A long first word goes below the symbol, whole, when it has no room beside it.
    """
    setting = _laid(face, size, calm, strong)
    if size > SIZES[-1] or not _breaks_a_word(setting):
        return setting
    under = _laid(face, size, calm, strong, under=True)
    return _laid(face, size, calm, strong, anywhere=True) if _breaks_a_word(under) else under


def _laid(
    face: Face,
    size: int,
    calm: bool,
    strong: bool,
    anywhere: bool = False,
    indent: float = 0.0,
    under: bool = False,
    across: float = NOTE_W,
) -> Setting:
    """The words in lines, the first set in by what stands before it and `indent` more, or `under` that."""
    script, rtl = script_of(face.text, face.language), reads_right_to_left(face.text)
    layout = QTextLayout(face.text.replace("\n", "\u2028"), font_of(size, _weight(strong), script))
    layout.setTextOption(_option(rtl, anywhere))
    layout.setCacheEnabled(True)
    left, wide = words_between(calm, rtl)
    wide += across - NOTE_W - (OVERHANG if script == "ur" else 0.0)
    baseline, pitch, below = _lines(script, size, strong)
    baseline += (IMAGE_H if face.has_image else 0.0) + (pitch if under else 0.0)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        in_by = indent + _indent(face) if layout.lineCount() == 1 and not under else 0.0
        line.setLineWidth(wide - in_by)
        line.setPosition(QPointF(left if rtl else left + in_by, baseline - line.ascent()))
        baseline += pitch
    layout.endLayout()
    if script == "ur" and layout.lineCount():
        back = _first_ink(layout).right() - (left + wide - _indent(face))
        if not indent and not under and back > OVERHANG:
            return _laid(face, size, calm, strong, anywhere, back, across=across)
        baseline += _lower(layout, EDGE + (IMAGE_H if face.has_image else 0.0))
    return Setting(layout, size, baseline - pitch + below, False, False, rtl)


def _first_ink(layout: QTextLayout) -> QRectF:
    """What the first line really covers: in Nastaliq a word climbs and reaches back as its letters do."""
    ink = QRectF()
    for run in layout.lineAt(0).glyphRuns():
        letters = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            ink = ink.united(letters.boundingRect(glyph).translated(place))
    return ink


def _lower(layout: QTextLayout, least: float) -> float:
    """Move all lines down so that no stroke of the first is above `least`; by how much."""
    down = max(0.0, least - _first_ink(layout).top())
    for number in range(layout.lineCount() if down else 0):
        line = layout.lineAt(number)
        line.setPosition(line.position() + QPointF(0, down))
    return down


@lru_cache(maxsize=8)
def whole(face: Face, across: float, calm: bool, strong: bool) -> Setting:
    """All words of a face at the smallest size, on paper of any width."""
    words = Face(face.text, face.kind, face.language)
    setting = _laid(words, SIZES[-1], calm, strong, across=across)
    return _laid(words, SIZES[-1], calm, strong, True, across=across) if _breaks_a_word(setting) else setting


def words_between(calm: bool, rtl: bool) -> tuple[float, float]:
    """Where the words of a note begin at its left, and how wide their lines are."""
    left = LEFT + (BAND - 1 if calm and not rtl else 0)
    return left, NOTE_W - left - RIGHT - (BAND - 1 if calm and rtl else 0)


def _weight(strong: bool) -> int:
    return SEMIBOLD if strong else MEDIUM


def _option(rtl: bool, anywhere: bool) -> QTextOption:
    # A QTextLayout does not turn "left" round for a right-to-left text by itself.
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if anywhere else mode.WordWrap)
    return option


@lru_cache(maxsize=64)
def _lines(script: str, size: int, strong: bool) -> tuple[float, float, float]:
    """Where the first baseline lies, how far it is to the next, and what hangs below the last."""
    pitch = _LINE.get(script, _TALL_LETTERS) * size
    if script == "ur":
        return NASTALIQ_FIRST * size, pitch, NASTALIQ_BELOW * size
    metrics = QFontMetricsF(font_of(size, _weight(strong), script))
    above = max(0.0, (pitch - metrics.ascent() - metrics.descent()) / 2)
    return TOP + above + metrics.ascent(), pitch, metrics.descent()


def _breaks_a_word(setting: Setting) -> bool:
    """Whether a word is wider than its line. (Of several words Qt gives too much width in Nastaliq.)"""
    text = setting.layout.text()
    lines = (setting.layout.lineAt(i) for i in range(setting.layout.lineCount()))
    return any(
        line.naturalTextWidth() > line.width() + 0.5
        and " " not in text[line.textStart() : line.textStart() + line.textLength()].strip()
        for line in lines
    )


def _end_of_beginning(face: Face, calm: bool, strong: bool) -> int:
    """How much fits into the tall note above the word "read", in whole words."""
    room = min(TALL_H - READ_H - BOTTOM, _end(face, TALL_H))
    end = _end_before(face, room, calm, strong)
    while end > 1 and _set(_cut(face, end), SIZES[-1], calm, strong).height > room:
        end = _end_of_word(face.text, end - 1)
    return end


def _end_before(face: Face, room: float, calm: bool, strong: bool) -> int:
    """Where the last line ends that is above `room`, when all words are set."""
    whole = _set(face, SIZES[-1], calm, strong)
    pitch = _lines(script_of(face.text, face.language), SIZES[-1], strong)[1]
    over = math.ceil((whole.height - room) / pitch)
    last = whole.layout.lineAt(max(0, whole.layout.lineCount() - 1 - max(0, over)))
    return _end_of_word(face.text, last.textStart() + last.textLength())


def _end_of_word(text: str, end: int) -> int:
    """The end of the last whole word before `end`; of a very long word some of its letters."""
    if text[end - 1 : end].isspace() or text[end : end + 1].isspace():
        return end
    space = text.rfind(" ", 0, end)
    return space if space > end // 2 else end


def _cut(face: Face, length: int) -> Face:
    return face._replace(text=face.text[:length].rstrip() + "…")
