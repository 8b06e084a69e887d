"""One line of glyphs as PDF, and the words in it for those who search, copy or listen."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from workshop.printing import emoji
from workshop.printing.embed import Lettering
from workshop.printing.fonts import readable
from workshop.printing.paragraphs import Placed
from workshop.printing.pdf_objects import hex_text
from workshop.printing.shaping import Run

GREY = HexColor("#4A4350")
STROKE = 0.035  # em: what a face without a bold weight is thickened by


def draw_line(canvas: Canvas, placed: Sequence[Placed], x: float, y: float, size: float) -> None:
    """Draw the runs of a line, given from left to right, from x on with their baseline at y."""
    parts: list[tuple[int, list[Placed], float]] = []
    for _look, group in groupby(placed, key=_look_of):
        pieces = list(group)
        parts.append((pieces[0].start, pieces, x))
        x += sum([piece.run.advance for piece in pieces]) * size / 1000
    lettering = Lettering.of(canvas._doc)
    # In the order of reading, which a screen reader takes from the file.
    for _start, pieces, left in sorted(parts, key=lambda part: part[0]):
        words = "\n".join(_draw(lettering, pieces, left, y, size))
        _draw_in_look(canvas, words, pieces[0].grey, STROKE * size if pieces[0].run.bolder else 0.0)


def _look_of(placed: Placed) -> tuple[object, ...]:
    """What is drawn in one go: one look, one direction."""
    return placed.grey, placed.run.bolder, placed.level, placed.run.leftwards


def _draw_in_look(canvas: Canvas, words: str, grey: bool, stroke: float) -> None:
    if not grey and not stroke:
        canvas._code.append(words)
        return
    canvas.saveState()
    if grey:
        canvas.setFillColor(GREY)
    if stroke:
        canvas.setStrokeColor(canvas._fillColorObj)
        canvas.setLineWidth(stroke)
        canvas._code.append("2 Tr")
    canvas._code.append(words)
    canvas.restoreState()


def _draw(lettering: Lettering, pieces: list[Placed], x: float, y: float, size: float) -> Iterator[str]:
    if not pieces[0].run.leftwards:
        yield f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"
        yield from _letters(lettering, pieces, size)
        yield "ET"
        return
    x += sum([piece.run.advance for piece in pieces]) * size / 1000
    for word in _words(reversed(pieces)):
        x -= sum([run.advance for run in word]) * size / 1000
        yield from _shapes(lettering, word[::-1], x, y, size)


def _words(pieces: Iterable[Placed]) -> list[list[Run]]:
    """The runs, in the order of reading, with each space joined to the word before it.

    Some PDF readers lose a space that is drawn by itself.
    """
    words: list[list[Run]] = []
    for piece in pieces:
        if words and piece.run.text.isspace():
            words[-1].append(piece.run)
        else:
            words.append([piece.run])
    return words


def _shapes(lettering: Lettering, runs: list[Run], x: float, y: float, size: float) -> Iterator[str]:
    """A word that runs to the left: what is seen, and over it what is read, evenly spaced."""
    scale, left = size / 1000, x
    for run in runs:
        if run.outline:
            yield f"q {scale:.5f} 0 0 {scale:.5f} {left:.2f} {y:.2f} cm\n{run.outline}\nQ"
        left += run.advance * scale
    text = readable("".join(run.text[::-1] for run in runs))
    advance = sum([run.advance for run in runs])
    if not text or not advance:
        return
    font = lettering.unseen
    stretch = 100 * advance / (font.width * len(text))
    yield "/ReversedChars BMC"
    yield f"BT 3 Tr {stretch:.2f} Tz /{font.name} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm"
    yield f"<{font.codes(text)}> Tj 0 Tr 100 Tz ET"
    yield "EMC"


def _letters(lettering: Lettering, pieces: list[Placed], size: float) -> Iterator[str]:
    """Glyphs. Where those of a word do not spell it, it is written beside them."""
    spelt: list[Run] = []
    for word in _words(pieces):
        if all([_use(lettering, run) for run in word]):
            spelt += word
            continue
        yield from _glyphs(lettering, spelt, size)
        spelt = []
        text = readable("".join(run.text for run in word))
        yield f"/Span <</ActualText <FEFF{hex_text(text)}>>> BDC"
        yield from _glyphs(lettering, word, size)
        yield "EMC"
    yield from _glyphs(lettering, spelt, size)


def _use(lettering: Lettering, run: Run) -> bool:
    return run.is_exact if run.is_picture else lettering.face(run.face).use(run)


def _glyphs(lettering: Lettering, runs: list[Run], size: float) -> Iterator[str]:
    """One TJ for as many glyphs as are in one font and at one height."""
    height = 0.0
    for (name, rise), group in groupby(_shows(lettering, runs), key=lambda show: show[:2]):
        if rise != height:
            yield f"{rise * size / 1000:.2f} Ts"
            height = rise
        content = "".join([show[2] for show in group]).replace("><", "")
        yield f"/{name} {size:g} Tf [{content}] TJ"
    if height:
        yield "0 Ts"


def _shows(lettering: Lettering, runs: list[Run]) -> Iterator[tuple[str, float, str]]:
    for run in runs:
        if run.is_picture:
            for glyph in run.glyphs:
                name, code = lettering.picture(glyph)
                yield name, 0.0, emoji.show(code, glyph)
        else:
            name = lettering.face(run.face).name
            for rise, content in run.shows:
                yield name, rise, content
