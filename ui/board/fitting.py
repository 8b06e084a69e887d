"""How the words of a note are set: the largest size at which they fit, measured, never guessed.

Sizes are board units, so the lines break alike at every zoom. A note starts with its symbol; the
first line is set in by 29. Words that do not fit at the smallest size make the note twice as high;
what does not fit even then ends with "…", and can be read in full from the note's own page.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from ui.board.faces import Face, reads_right_to_left, script_of
from ui.board.layout import NOTE_H, NOTE_W, TALL_H
from ui.look import MEDIUM, SEMIBOLD, font_of, load_for

SIZES = (34, 30, 25, 22, 20)
SIZES_WHEN_TALL = (22, 20)
INDENT, LEFT, RIGHT, TOP, BOTTOM = 29.0, 11.0, 10.0, 7.0, 5.0
BAND = 8.0  # of the calm look, on the side where reading starts

# Words that are broken at spaces only: other signs may end a line in their middle.
_PLAIN = re.compile(r"[A-Za-z0-9 ',.]+")

# Height of a line as a share of its size.
_LINE = {"": 1.22, "he": 1.22, "ur": 2.2, "ar": 1.6}
_TALL_LETTERS = 1.45
NASTALIQ_FIRST = 1.8  # so far below the edge lies the first baseline of Nastaliq, or its strokes are cut
NASTALIQ_BELOW = 0.85
NEVER_TALL = 24  # not even in the widest letters
READ_H = 30.0  # kept free below words that go on


@dataclass(frozen=True)
class Setting:
    """The words of one note, broken into lines and ready to draw at (0, 0) of the note."""

    layout: QTextLayout
    size: int
    height: float
    tall: bool
    goes_on: bool
    rtl: bool


@lru_cache(maxsize=2048)
def setting_of(face: Face, calm: bool = False, strong: bool = False) -> Setting:
    """The words of a face as they are set; `calm` leaves room for the band, `strong` is semibold."""
    load_for(face.text)
    for size in SIZES:
        setting = _set(face, size, calm, strong)
        if setting.height <= NOTE_H - BOTTOM and (size == SIZES[-1] or not _breaks_a_word(setting)):
            return setting
    for size in SIZES_WHEN_TALL:
        setting = _set(face, size, calm, strong)
        if setting.height <= TALL_H - BOTTOM and (size == SIZES[-1] or not _breaks_a_word(setting)):
            return replace(setting, tall=True)
    return _set_beginning(face, calm, strong)


@lru_cache(maxsize=65536)
def is_tall(face: Face) -> bool:
    """Whether a face needs a note of twice the height; the same in every look, so that all boards agree."""
    if face.back or (len(face.text) <= NEVER_TALL and face.text.isascii() and "\n" not in face.text):
        return False
    estimated = None if face.language else _estimate(face.text)
    if estimated is not None:
        return estimated
    load_for(face.text)
    return _set(face, SIZES[-1], calm=True, strong=True).height > NOTE_H - BOTTOM


def _estimate(text: str) -> bool | None:
    """Whether plain words are tall, from the widths of their letters; None where it has to be measured.

    Kerning moves a line by little: where a little narrower and a little wider lines both agree, the
    answer is the measured one, five times sooner. A board of thousands of notes asks for each.
    """
    if not _PLAIN.fullmatch(text):
        return None
    wide = NOTE_W - LEFT - (BAND - 1) - RIGHT
    most = _most_lines()
    narrow, roomy = _lines_of(text, wide * 0.96), _lines_of(text, wide * 1.04)
    if narrow is not None and narrow <= most:
        return False
    return True if roomy is not None and roomy > most else None


def _lines_of(text: str, wide: float) -> int | None:
    """How many lines the words take; None where a word is wider than a line."""
    widths = _letter_widths()
    lines, at, space = 1, INDENT, widths[32]
    for word in text.split(" "):
        width = sum(map(widths.__getitem__, word.encode()))
        if width > wide:
            return None
        if at + width > wide:
            lines, at = lines + 1, 0.0
        at += width + space
    return lines


@lru_cache(maxsize=1)
def _letter_widths() -> tuple[float, ...]:
    metrics = QFontMetricsF(font_of(SIZES[-1], _weight(True)))
    return tuple(metrics.horizontalAdvance(chr(code)) for code in range(128))


@lru_cache(maxsize=1)
def _most_lines() -> int:
    """How many lines a note of the usual height holds."""
    first, pitch, below = _lines("", SIZES[-1], True)
    return int((NOTE_H - BOTTOM - below - first) // pitch) + 1


def _set(face: Face, size: int, calm: bool, strong: bool) -> Setting:
    script, rtl = script_of(face.text, face.language), reads_right_to_left(face.text)
    layout = QTextLayout(face.text.replace("\n", "\u2028"), font_of(size, _weight(strong), script))
    layout.setTextOption(_option(rtl, wrap_anywhere=size == SIZES[-1]))
    layout.setCacheEnabled(True)
    left = LEFT + (BAND - 1 if calm and not rtl else 0)
    wide = NOTE_W - left - RIGHT - (BAND - 1 if calm and rtl else 0)
    baseline, pitch, below = _lines(script, size, strong)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        indent = INDENT if layout.lineCount() == 1 else 0.0
        line.setLineWidth(wide - indent)
        line.setPosition(QPointF(left if rtl else left + indent, baseline - line.ascent()))
        baseline += pitch
    layout.endLayout()
    return Setting(layout, size, baseline - pitch + below, False, False, rtl)


def _weight(strong: bool) -> int:
    return SEMIBOLD if strong else MEDIUM


def _option(rtl: bool, wrap_anywhere: bool) -> QTextOption:
    # A QTextLayout does not turn "left" round for a right-to-left text by itself.
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wrap_anywhere else mode.WordWrap)
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
    """Whether a word is wider than its line."""
    lines = (setting.layout.lineAt(i) for i in range(setting.layout.lineCount()))
    return any(line.naturalTextWidth() > line.width() + 0.5 for line in lines)


def _set_beginning(face: Face, calm: bool, strong: bool) -> Setting:
    """As many whole words as fit into the tall note above the word "read"."""
    room = TALL_H - READ_H - BOTTOM
    low, high = 0, len(face.text)
    while high - low > 1:
        middle = (low + high) // 2
        fits = _set(_cut(face, middle), SIZES[-1], calm, strong).height <= room
        low, high = (middle, high) if fits else (low, middle)
    end = face.text.rfind(" ", 0, low)
    begun = _set(_cut(face, end if end > low // 2 else low), SIZES[-1], calm, strong)
    return replace(begun, tall=True, goes_on=True)


def _cut(face: Face, length: int) -> Face:
    return face._replace(text=face.text[:length].rstrip() + "…")
