"""The fonts that come with Same Table, and which of them shows which text.

Nothing is read until it is needed, and then the system maps the file into memory instead of
reading all of it: most workshops never touch the large Chinese fonts.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"

REPLACEMENT = "\ufffd"
EMOJI_STYLE = "\ufe0f"

# Characters of category Cf that are drawn all the same: Arabic signs that go around numbers.
DRAWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd\U000110cd")
# Characters of other categories that are not drawn: joiners, fillers, and choices of style.
UNDRAWN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0") | {
    chr(code) for first, last in ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF)) for code in range(first, last + 1)
}
# What only tells programs which way to lay text out, and is no part of anybody's words.
STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


class Face:
    """One font file: its characters, and HarfBuzz's view of it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.name = file.removesuffix(".ttf")

    def __repr__(self) -> str:
        return f"Face({self.file!r})"

    @cached_property
    def font(self) -> hb.Font:
        """HarfBuzz's font, which also knows the widths."""
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / self.file))))

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that have a glyph."""
        return frozenset(self.font.face.unicodes)

    @cached_property
    def scale(self) -> float:
        """Thousandths of an em in one unit of the font."""
        return 1000 / int(self.font.face.upem)

    def covers(self, text: str) -> bool:
        """Whether each visible character of `text` has a glyph here."""
        return all(ord(character) in self.characters or is_invisible(character) for character in text)

    def glyph_of(self, character: str) -> int:
        """The glyph that stands for the character where nothing is joined; 0 when there is none."""
        return int(self.font.get_nominal_glyph(ord(character)) or 0)

    def width_of(self, glyph: int) -> int:
        """Its advance in thousandths of an em, rounded as the PDF states it."""
        return round(float(self.font.get_glyph_h_advance(glyph)) * self.scale)


@dataclass(frozen=True, slots=True)
class Family:
    """A font in the weights we have, and the room a line of it takes, in em above and below."""

    regular: Face
    bold: Face | None = None
    above: float = 0.95
    below: float = 0.30
    is_pictures: bool = False

    def face(self, bold: bool) -> Face:
        """The face of that weight; the regular one where there is no bold."""
        return self.bold if bold and self.bold is not None else self.regular


def _both(name: str, above: float = 0.95, below: float = 0.30) -> Family:
    return Family(Face(f"{name}-Regular.ttf"), Face(f"{name}-Bold.ttf"), above, below)


def _one(name: str) -> Family:
    return Family(Face(f"{name}-Regular.ttf"))


LATIN = _both("AtkinsonHyperlegibleNext")
SANS = _both("NotoSans")
# As designed: 2.2 em from line to line, and the first one 1.4 em below the edge.
NASTALIQ = _both("NotoNastaliqUrdu", above=1.4, below=0.8)
ARABIC = _both("NotoSansArabic", above=1.05, below=0.45)
HEBREW = _both("NotoSansHebrew")
INDIC = tuple(_both(f"NotoSans{name}") for name in ("Bengali", "Gurmukhi", "Gujarati", "Tamil"))
MORE = tuple(_one(f"NotoSans{name}") for name in ("Devanagari", "Ethiopic", "Thai", "Khmer", "Myanmar"))
SIMPLIFIED, TRADITIONAL = _one("NotoSansSC"), _one("NotoSansTC")
SYMBOLS = tuple(_one(f"NotoSans{name}") for name in ("Symbols", "Symbols2", "Math"))
EMOJI = Family(Face("NotoColorEmoji.ttf"), is_pictures=True)

# Languages whose letters the first font has only in part: one font for all of a word is better.
NEED_SANS = frozenset({"vi", "yo", "ig", "ee", "ak", "tw"})
WRITTEN_IN_NASTALIQ = frozenset({"ur", "pnb", "skr", "ks", "pa-arab"})
WRITTEN_IN_TRADITIONAL = frozenset({"zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue"})


@cache
def families_for(language: str) -> tuple[Family, ...]:
    """The fonts with letters, in the order to ask them, for a language tag such as "ur" or "zh-Hant"."""
    tags = _and_its_parents(language)
    latin = (SANS, LATIN) if tags & NEED_SANS else (LATIN, SANS)
    arabic = (NASTALIQ, ARABIC) if tags & WRITTEN_IN_NASTALIQ else (ARABIC, NASTALIQ)
    chinese = (SIMPLIFIED, TRADITIONAL)
    if tags & WRITTEN_IN_TRADITIONAL:
        chinese = (TRADITIONAL, SIMPLIFIED)
    return (*latin, *arabic, HEBREW, *INDIC, *MORE, *chinese, *SYMBOLS)


def _and_its_parents(language: str) -> frozenset[str]:
    parts = language.lower().replace("_", "-").split("-")
    return frozenset("-".join(parts[:count]) for count in range(1, len(parts) + 1))


def family_for(text: str, language: str) -> Family | None:
    """The first font with letters that has every visible character of `text`; None when none has."""
    return next((family for family in families_for(language) if family.regular.covers(text)), None)


def family_for_cluster(cluster: str, language: str) -> Family | None:
    """The font for one cluster, which may be a picture; None when no font has it."""
    if EMOJI_STYLE in cluster and EMOJI.regular.covers(cluster):
        return EMOJI
    found = family_for(cluster, language)
    return EMOJI if found is None and EMOJI.regular.covers(cluster) else found


def is_invisible(character: str) -> bool:
    """Whether the character only steers its neighbours: joiners, styles, directions, soft hyphens."""
    if character < "\u00ad":
        return False
    if unicodedata.category(character) == "Cf":
        return character not in DRAWN_FORMATS
    return character in UNDRAWN


def has_no_meaning(character: str) -> bool:
    """Whether the character says nothing in print: a control, a private one, half of a pair."""
    return unicodedata.category(character) in ("Cc", "Co", "Cs")


def readable(text: str) -> str:
    """The text as a PDF reader gets it: without steering, and U+FFFD for what has no meaning."""
    return "".join(REPLACEMENT if has_no_meaning(c) else c for c in text if c not in STEERING)
