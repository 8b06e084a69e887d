"""How everything looks: colours, sizes and type, worked out for one real screen.

A `Look` is a value. It knows the screen's pixels and millimetres, the chosen text size, and whether
the calm or the black-and-white look is on; screens ask it for pixels, fonts and colours and never
write a number of their own. All lengths that go in are those of a 32-inch screen of 1920 x 1080.

Sizes never shrink below what a finger or an eye needs: `target` holds the smallest millimetres of a
thing to touch, `text` the smallest capital height (VVSG 2.0, 7.1-G and 7.2-I).
"""

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QColor, QFont, QFontDatabase

from workshop.domain.kinds import NoteKind

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"

# Capital height of Atkinson Hyperlegible Next, as a share of its size.
CAPITAL = 0.668
DESIGN = (1920, 1080)
SMALLEST_SCALE = 0.75
PRIVATE_WIDTH = 1000  # of one person's own page, in design pixels
FEWEST_LINES = 22

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


class TextSize(StrEnum):
    """The four text sizes people can choose."""

    SMALL = "small"
    STANDARD = "standard"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def capital_mm(self) -> float:
        """Capital height of the smallest text on a page, in millimetres."""
        return {"small": 3.5, "standard": 4.8, "large": 6.4, "largest": 8.5}[self.value]


class Side(StrEnum):
    """Whose screen it is. It decides how small a thing may be."""

    PEOPLE = "people"
    FACILITATOR = "facilitator"
    PUBLIC = "public"

    @property
    def smallest_target_mm(self) -> float:
        """The least width and height of a thing to touch, in millimetres."""
        return 9.0 if self is Side.FACILITATOR else 12.7

    @property
    def nearness(self) -> float:
        """A laptop is read from half as far as a screen in the room: its letters may be smaller."""
        return 0.64 if self is Side.FACILITATOR else 1.0

    @property
    def smallest_text(self) -> int:
        """The smallest size of type on these screens, in design pixels."""
        return {"people": 20, "facilitator": 18, "public": 34}[self.value]


ANSWER_MM = 14.0  # consent and voting
GAP_MM = 2.54


@dataclass(frozen=True)
class Colours:
    """The colours of one look, as "#RRGGBB"."""

    ink: str = "#201A24"
    ink2: str = "#4A4350"
    paper: str = "#FFFFFF"
    cloth: str = "#ECE8E0"
    linen: str = "#F8F6F1"
    line: str = "#D5CEC3"
    edge: str = "#7C7382"
    track: str = "#DDD6CC"
    card_edge: str = "#B9B1A6"
    group_edge: str = "#A79FAC"
    damson: str = "#4B1F4F"
    damson_deep: str = "#341237"
    damson_tint: str = "#F1E8F2"
    on_damson: str = "#FFFFFF"
    marigold: str = "#F3B63B"
    marigold_tint: str = "#FDF1D3"
    leaf: str = "#1D5637"
    leaf_tint: str = "#E2F0E5"
    brick: str = "#8A2318"
    brick_tint: str = "#FAE8E4"
    amber: str = "#633F00"
    amber_tint: str = "#FCEFD0"
    harbour: str = "#17466C"
    harbour_tint: str = "#E3EDF5"
    back: str = "#F1E8F2"
    back_edge: str = "#A98AAD"


STANDARD = Colours()
CALM = replace(STANDARD, cloth="#EDEBE7", linen="#F6F5F2", line="#D8D4CD")
CONTRAST = replace(
    STANDARD,
    **dict.fromkeys(("ink", "ink2", "line", "edge", "damson", "damson_deep", "card_edge"), "#000000"),
    **dict.fromkeys(("group_edge", "leaf", "brick", "amber", "harbour", "back_edge"), "#000000"),
    **dict.fromkeys(("cloth", "linen", "track", "damson_tint", "marigold_tint", "leaf_tint"), "#FFFFFF"),
    **dict.fromkeys(("brick_tint", "amber_tint", "harbour_tint", "back"), "#FFFFFF"),
)


@dataclass(frozen=True)
class NoteLook:
    """How one kind of note looks; colour, symbol and words always go together."""

    fill: str
    edge: str
    symbol_colour: str
    symbol: str  # circle square triangle diamond star heart ring
    label: str


NOTES = {
    NoteKind.MATTERS: NoteLook("#FDEDB3", "#DDBF5C", "#644900", "circle", "What matters"),
    NoteKind.IDEA: NoteLook("#D3E7F7", "#8FB9DA", "#154A73", "square", "Idea"),
    NoteKind.WORKS_WELL: NoteLook("#D9EECD", "#98C284", "#265217", "triangle", "Works well"),
    NoteKind.DOES_NOT_WORK: NoteLook("#FBDCDC", "#DE9E9E", "#8A1F2B", "diamond", "Does not work"),
    NoteKind.QUESTION: NoteLook("#E6DDF5", "#B4A0D9", "#4A2E86", "star", "Question"),
    NoteKind.FELT: NoteLook("#FBDDC2", "#E0A978", "#743405", "heart", "How it felt"),
    NoteKind.BEFORE: NoteLook("#FFFFFF", "#7C7382", "#201A24", "ring", "Written before today"),
}


@dataclass(frozen=True)
class ScreenSize:
    """A screen, or the part of one that a page fills: logical pixels, and their size."""

    width: int = 1920
    height: int = 1080
    mm_per_px: float = 0.369

    @property
    def inches(self) -> float:
        """The diagonal, in inches."""
        return math.hypot(self.width, self.height) * self.mm_per_px / 25.4


@dataclass(frozen=True)
class Motion:
    """How long things take to move, in milliseconds; all 0 when the look is calm."""

    lift: int = 90
    settle: int = 140
    panel: int = 160
    turn_over: int = 220


@dataclass(frozen=True)
class Look:
    """The look of one window."""

    side: Side = Side.PEOPLE
    screen: ScreenSize = ScreenSize()
    text_size: TextSize = TextSize.STANDARD
    calm: bool = False
    contrast: bool = False
    private: bool = False
    shaking: bool = False  # hands may tremble: what is touched twice in quick succession was meant once

    @cached_property
    def colours(self) -> Colours:
        """The colours of this look."""
        return CONTRAST if self.contrast else CALM if self.calm else STANDARD

    @cached_property
    def motion(self) -> Motion:
        """How long things take to move."""
        return Motion(0, 0, 0, 0) if self.calm else Motion()

    @cached_property
    def scale(self) -> float:
        """Screen pixels to a design pixel."""
        wide, high = DESIGN
        fit = min(self.screen.width / wide, self.screen.height / high)
        if self.private:  # as large on every screen: a finger and an eye are
            return self.screen.width / PRIVATE_WIDTH
        return max(SMALLEST_SCALE, fit)

    def px(self, design: float) -> int:
        """A design length in screen pixels."""
        return round(design * self.scale)

    def mm(self, length: float) -> int:
        """Millimetres in screen pixels, rounded up."""
        return math.ceil(length / self.screen.mm_per_px)

    def target(self, design: float = 64, at_least_mm: float = 0.0) -> int:
        """The height of a thing to touch: a design length, but never too small for a finger."""
        return max(self.px(design), self.mm(max(at_least_mm, self.side.smallest_target_mm)))

    @cached_property
    def gap(self) -> int:
        """The least space between two things to touch."""
        return max(self.px(12), self.mm(GAP_MM))

    @cached_property
    def _enlarged(self) -> float:
        """By how much the smallest type has to grow on this screen.

        On a small screen it stops growing where fewer than 22 lines would fit: a page has to be usable.
        """
        smallest = self.side.smallest_text * self.scale
        wanted = self.text_size.capital_mm * self.side.nearness / (CAPITAL * self.screen.mm_per_px)
        return max(1.0, min(wanted, self.screen.height / FEWEST_LINES) / smallest)

    def text(self, design: float) -> int:
        """A size of type in screen pixels. Large type grows less than small: it is large already."""
        smallest = self.side.smallest_text
        share = (smallest / max(design, smallest)) ** 0.6
        return math.ceil(max(design, smallest) * self.scale * math.pow(self._enlarged, share))

    @cached_property
    def roomy(self) -> bool:
        """Whether the screen has room for several things side by side; else they come one after another."""
        return self.screen.height >= 45 * self.text(20) and self.screen.width >= 70 * self.text(20)

    def font(self, design: float, weight: int = REGULAR, language: str = "") -> QFont:
        """A font of a design size; `language` chooses the face of its script."""
        return font_of(self.text(design), weight, language)

    def icon(self, design: float) -> int:
        """The size of an icon in screen pixels. Small icons stand beside words and grow with them."""
        small = 44
        return self.px(design) if design > small else round(design * self.text(22) / 22)

    def colour(self, name: str) -> QColor:
        """A colour by its name in `Colours`."""
        return QColor(getattr(self.colours, name))


LATIN = "Atkinson Hyperlegible Next"
NASTALIQ = "Noto Nastaliq Urdu"
_SCRIPTS = {
    "ur": NASTALIQ,
    "ar": "Noto Sans Arabic",
    "pa": "Noto Sans Gurmukhi",
    "bn": "Noto Sans Bengali",
    "gu": "Noto Sans Gujarati",
}
_FALLBACK = (
    "Noto Sans",
    "Noto Sans Gurmukhi",
    NASTALIQ,
    "Noto Sans Arabic",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans Devanagari",
    "Noto Sans Hebrew",
    "Noto Sans Tamil",
    "Noto Sans Ethiopic",
    "Noto Sans Thai",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Noto Sans Math",
    "Noto Sans SC",
    "Noto Sans TC",
    "Noto Color Emoji",
)


@lru_cache(maxsize=256)
def _font(size: int, weight: int, language: str) -> QFont:
    own = _SCRIPTS.get(language, LATIN)
    # Where Nastaliq comes first, Qt draws all Latin letters beside it bold, in lines twice as high.
    first = [LATIN, own] if own == NASTALIQ else [own, LATIN]
    font = QFont([*first, *_FALLBACK])
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def font_of(size: int, weight: int = REGULAR, language: str = "") -> QFont:
    """A font of `size` screen pixels."""
    return QFont(_font(size, weight, language))


# Three fonts of many megabytes, for characters that few rooms ever use: read at the first need.
RARE = {
    "NotoColorEmoji.ttf": ((0x1F000, 0x1FAFF), (0x2600, 0x27BF), (0x231A, 0x23FF)),
    "NotoSansSC-Regular.ttf": ((0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFFEF)),
    "NotoSansTC-Regular.ttf": ((0x2E80, 0x9FFF), (0xF900, 0xFAFF)),
}


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make our own fonts known to Qt, so that pages look the same on every computer."""
    # Qt tells of scripts that a font does not have; other fonts of ours have them.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for path in sorted(FONTS.glob("*.ttf")):
        if path.name not in RARE:
            QFontDatabase.addApplicationFont(str(path))


@lru_cache(maxsize=len(RARE))
def _load_rare(name: str) -> None:
    QFontDatabase.addApplicationFont(str(FONTS / name))


def load_for(text: str) -> None:
    """Make the large fonts known that this text needs."""
    if text.isascii():
        return
    for name, ranges in RARE.items():
        if any(low <= ord(c) <= high for c in text for low, high in ranges):
            _load_rare(name)
