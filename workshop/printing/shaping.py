"""From the letters of a word to the glyphs on the paper, with HarfBuzz.

A word is shaped by itself and remembered: letters never join across a space. Everything is
measured in thousandths of the text size, so one shaped word serves every size.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

import uharfbuzz as hb

from workshop.printing import fonts
from workshop.printing.clusters import clusters
from workshop.printing.fonts import Face, Family
from workshop.printing.outlines import glyph_outline

# No sign stacked on a letter may push the lines further apart than this, in em.
HIGHEST, DEEPEST = 2.0, 1.4
REMEMBERED_WORDS = 20_000


class Glyph(NamedTuple):
    """One glyph: its number in the face, its advance and offsets, and the characters it stands for.

    `text` is the whole cluster on the first glyph of a cluster and empty on the others.
    """

    number: int
    advance: float
    dx: float
    dy: float
    text: str


Glyphs = tuple[Glyph, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A piece of text in one face and one direction, with its glyphs from left to right.

    `advance` is in thousandths of an em, `above` and `below` (the room it needs) in em. The drawing
    is in `shows`, for each height above the line the content of a PDF TJ array, or for text that
    runs to the left in `outline`, the shapes as PDF paths. `is_exact` says that the glyphs of
    `shows`, each read as its own characters, give the text.
    """

    text: str
    face: Face
    glyphs: Glyphs
    shows: tuple[tuple[float, str], ...]
    outline: str
    leftwards: bool
    advance: float
    above: float
    below: float
    is_exact: bool
    is_picture: bool
    bolder: bool
    missing: tuple[str, ...]


class Piece(NamedTuple):
    """A run and its level: an even one runs to the right, an odd one to the left."""

    run: Run
    level: int


class _Part(NamedTuple):
    text: str
    family: Family | None


@lru_cache(REMEMBERED_WORDS)
def shape_word(
    word: str, *, bold: bool = False, language: str = "", levels: tuple[int, ...] | None = None
) -> tuple[Piece, ...]:
    """The runs of one word without line breaks, in the order of its text.

    `levels` has one level for each character; None when all run to the right.
    """
    found: list[Piece] = []
    at = 0
    for part in _parts(word, language):
        end = at + len(part.text)
        part_levels = levels[at:end] if levels is not None else (0,) * len(part.text)
        for level, text in _by_level(part.text, part_levels):
            found.append(Piece(_shape(text, part.family, bold, level % 2 == 1, language), level))
        at = end
    return tuple(found)


def _by_level(text: str, levels: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    at = 0
    for level, group in groupby(levels):
        end = at + len(list(group))
        yield level, text[at:end]
        at = end


def _parts(word: str, language: str) -> list[_Part]:
    """The word cut where the font changes. Its letters stay in one font where one has them all."""
    main = fonts.family_for(_letters(word), language)
    if main is not None and main.regular.covers(word) and not _is_odd(word):
        return [_Part(word, main)]
    parts: list[_Part] = []
    for cluster in clusters(word):
        family = _family(cluster, main, language)
        if parts and parts[-1].family is family and family is not None and not family.is_pictures:
            parts[-1] = _Part(parts[-1].text + cluster, family)
        else:
            parts.append(_Part(cluster, family))
    return parts


def _letters(word: str) -> str:
    """What decides on the font; a word of digits or signs only decides by these."""
    if word.isascii():
        return word
    return "".join(c for c in word if unicodedata.category(c)[0] in "LM") or word


def _is_odd(text: str) -> bool:
    """Whether the text may hold pictures or characters without a meaning."""
    return fonts.EMOJI_STYLE in text or any(fonts.has_no_meaning(character) for character in text)


def _family(cluster: str, main: Family | None, language: str) -> Family | None:
    if _is_odd(cluster):
        return None if fonts.has_no_meaning(cluster[0]) else fonts.family_for_cluster(cluster, language)
    if main is not None and main.regular.covers(cluster):
        return main
    return fonts.family_for_cluster(cluster, language)


def _shape(text: str, family: Family | None, bold: bool, leftwards: bool, language: str) -> Run:
    if family is None:
        return _run(text, fonts.SANS, bold, leftwards, (_unknown(bold),), (text,))
    glyphs = tuple(_glyphs(text, family.face(bold), leftwards, language))
    if family.is_pictures and len(glyphs) != 1:
        return _run(text, family, bold, leftwards, glyphs, (text,))  # a woman and a rocket: no astronaut
    return _run(text, family, bold, leftwards, glyphs, ())


def _unknown(bold: bool) -> Glyph:
    """The sign for what no font has."""
    face = fonts.SANS.face(bold)
    number = face.glyph_of(fonts.REPLACEMENT)
    return Glyph(number, face.width_of(number), 0.0, 0.0, fonts.REPLACEMENT)


def _run(
    text: str, family: Family, bold: bool, leftwards: bool, glyphs: Glyphs, missing: tuple[str, ...]
) -> Run:
    face = family.face(bold)
    above, below = _ink(face, glyphs)
    leftwards = leftwards and not family.is_pictures
    return Run(
        text=text,
        face=face,
        glyphs=glyphs,
        shows=() if leftwards or family.is_pictures else tuple(_shows(face, glyphs)),
        outline=_outline(face, glyphs) if leftwards else "",
        leftwards=leftwards,
        advance=sum(glyph.advance for glyph in glyphs),
        above=max(family.above, min(above, HIGHEST)),
        below=max(family.below, min(below, DEEPEST)),
        is_exact=all(_is_exact(face, glyph) for glyph in glyphs) and fonts.readable(text) == _spelt(glyphs),
        is_picture=family.is_pictures,
        bolder=bold and family.bold is None and not family.is_pictures,
        missing=missing,
    )


def _spelt(glyphs: Glyphs) -> str:
    return "".join(glyph.text for glyph in glyphs)


def _is_exact(face: Face, glyph: Glyph) -> bool:
    if face is fonts.EMOJI.regular:
        return glyph.text != ""
    return len(glyph.text) == 1 and face.glyph_of(glyph.text) == glyph.number


def _glyphs(text: str, face: Face, leftwards: bool, language: str) -> Iterator[Glyph]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    if language:
        buffer.language = language
    hb.shape(face.font, buffer)
    infos, scale = buffer.glyph_infos, face.scale
    starts = sorted({info.cluster for info in infos})
    ends = dict(pairwise([*starts, len(text)]))
    for info, position in zip(infos, buffer.glyph_positions, strict=True):
        end = ends.pop(info.cluster, info.cluster)
        written = text[info.cluster : end]
        if not info.codepoint and all(map(fonts.is_invisible, written)):
            continue  # a filler of Hangul, for which few fonts have a glyph, is no box
        yield Glyph(
            info.codepoint,
            round(position.x_advance * scale, 1),
            round(position.x_offset * scale, 1),
            round(position.y_offset * scale, 1),
            written,
        )


def _ink(face: Face, glyphs: Glyphs) -> tuple[float, float]:
    """How far the glyphs reach above and below the line, in em."""
    above = below = 0.0
    for glyph in glyphs:
        box = face.font.get_glyph_extents(glyph.number)
        if box is not None:
            above = max(above, box.y_bearing * face.scale + glyph.dy)
            below = max(below, -(box.y_bearing + box.height) * face.scale - glyph.dy)
    return above / 1000, below / 1000


def _shows(face: Face, glyphs: Glyphs) -> Iterator[tuple[float, str]]:
    """For each stretch at one height: glyphs as hex, and between them how far to go back."""
    for rise, group in groupby(glyphs, key=lambda glyph: glyph.dy):
        parts: list[str] = []
        for glyph in group:
            width = face.width_of(glyph.number)
            parts.append(_back(-glyph.dx))
            parts.append(f"<{glyph.number:04X}>")
            parts.append(_back(width - glyph.advance + glyph.dx))
        yield rise, "".join(parts).replace("><", "")


def _back(thousandths: float) -> str:
    # Two numbers side by side need a space between them, or the reader takes them for one.
    return f" {thousandths:.4g} " if abs(thousandths) >= 0.05 else ""


def _outline(face: Face, glyphs: Glyphs) -> str:
    """The shapes of the glyphs one after the other, for a space of thousandths of an em."""
    parts: list[str] = []
    x = y = at = 0.0
    for glyph in glyphs:
        to_x, to_y = at + glyph.dx, glyph.dy
        parts.append(f"1 0 0 1 {to_x - x:.4g} {to_y - y:.4g} cm {glyph_outline(face, glyph.number)}")
        x, y, at = to_x, to_y, at + glyph.advance
    return "\n".join(parts)
