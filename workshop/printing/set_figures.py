"""Sets what is drawn on a note, as lines, and the picture on it."""

from workshop.domain.ink import WIDTH
from workshop.printing.content import Figure
from workshop.printing.ink_lines import area_of, as_pdf
from workshop.printing.measures import TRANSLATION
from workshop.printing.page import Element
from workshop.printing.pieces import Piece, Row, Shown, Space, Stack, Words
from workshop.printing.raster import raster_of
from workshop.printing.setter import Setter

NOTE_WIDE = 72  # mm on paper, of the note that is drawn on
HIGHEST = 80  # mm, of a picture
FEWEST_DOTS = 110  # an inch: a small picture is not made larger than it can be looked at
ABOVE, BELOW = 1.5, 1.0  # mm around it


def set_figure(setter: Setter, figure: Figure, parent: Element, room: float) -> Shown | Words:
    """The figure, no wider than the room; where the file of a picture is missing, the word for what it is."""
    shown = _drawing(setter, figure, parent, room) if figure.ink else _picture(setter, figure, parent, room)
    return shown or setter.words(f"[{figure.label}]", parent.child("Span"), TRANSLATION, room).snug()


def with_air(setter: Setter, shown: Shown | Words, at: float) -> Piece:
    """The figure at this distance from the left, with some air above and below."""
    return Stack((Space(setter.gap(ABOVE)), Row(((at, shown),)), Space(setter.gap(BELOW))))


def _drawing(setter: Setter, figure: Figure, parent: Element, room: float) -> Shown:
    """As large as on a note; the empty paper around it is left away."""
    scale = min(setter.wide(NOTE_WIDE), room) / WIDTH
    area, lines = area_of(figure.ink), as_pdf(figure.ink)
    element = parent.child("Figure", alt=figure.words)
    return Shown(
        area.height * scale,
        area.width * scale,
        lambda canvas, x, top: canvas.stamp(lines, x - area.left * scale, top + area.top * scale, scale),
        element,
    )


def _picture(setter: Setter, figure: Figure, parent: Element, room: float) -> Shown | None:
    number = figure.picture.sha256 if figure.picture else ""
    raster = raster_of(setter.pictures.get(number, b""))
    if raster is None:
        return None
    largest = 72 / FEWEST_DOTS
    scale = min(room / raster.width, setter.wide(HIGHEST) / raster.height, largest)
    wide, high = raster.width * scale, raster.height * scale
    element = parent.child("Figure", alt=figure.words)
    return Shown(high, wide, lambda canvas, x, top: canvas.show(raster, x, top, wide, high), element)
