"""Sizes and distances of the printed page.

The design gives every size for a page whose text is 16 points; a page with smaller or larger
text keeps the same proportions. Distances are in points, from the lower edge up, as in PDF.
"""

from dataclasses import dataclass

from workshop.printing.content import Tone

MM = 72 / 25.4
DRAWN_FOR = 16.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and the part of it that is written on."""

    width: float
    height: float
    side: float = 18 * MM
    above: float = 27 * MM
    below: float = 24 * MM

    @property
    def inner(self) -> float:
        """The width that is written on."""
        return self.width - 2 * self.side

    @property
    def top(self) -> float:
        """The upper edge of what is written on."""
        return self.height - self.above


A4 = Sheet(210 * MM, 297 * MM)
A4_TURNED = Sheet(297 * MM, 210 * MM)


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of the running text, the smallest size used, and in how many columns notes stand.

    `air` is how much of the design's distances is kept where something has to fit on a page.
    """

    body: float
    smallest: float = 10.0
    columns: int = 2
    air: float = 1.0

    def points(self, designed: float) -> float:
        """A text size of the design, for this page. What is large already does not grow in large print."""
        return max(self.smallest, min(designed * self.body / DRAWN_FOR, max(designed, self.body)))

    def gap(self, millimetres: float) -> float:
        """A distance of the design, for this page; large letters need no more air than the design has."""
        return millimetres * MM * min(1.0, self.body / DRAWN_FOR) * self.air

    def wide(self, millimetres: float) -> float:
        """The width of something that holds words, for this page."""
        return millimetres * MM * self.body / DRAWN_FOR


PEOPLE = Measures(16)
LARGE = Measures(18, smallest=16, columns=1)
TEAM = Measures(12)


@dataclass(frozen=True, slots=True)
class Look:
    """A size as designed, the distance of lines as a multiple of it, the gaps in millimetres."""

    size: float
    line: float
    gap: float
    bold: bool = False
    grey: bool = False
    below: float = 0


LOOKS: dict[Tone, Look] = {
    Tone.BODY: Look(16, 1.35, 1.5),
    Tone.LEAD: Look(15, 1.4, 2),
    Tone.CLEAR: Look(17, 1.5, 0.3),
    Tone.DATE: Look(20, 1.4, 1),
    Tone.KICKER: Look(16, 1.4, 10, bold=True),
    Tone.LOUD: Look(22, 1.25, 5, bold=True, below=2.5),
    Tone.SMALL: Look(12, 1.25, 2),
    Tone.QUIET: Look(12, 1.45, 2, grey=True),
}
COVER_TITLE = Look(50, 1.12, 3, bold=True, below=5)
HEADING_1 = Look(28, 1.12, 0, bold=True)
HEADING_2 = Look(18, 1.2, 6, bold=True, below=0.7)
GROUP_NAME = Look(15, 1.25, 5, bold=True)
CARD_TITLE = Look(17, 1.25, 0, bold=True)
NOTE = Look(16, 1.25, 2.2)
BESIDE = Look(14, 1.4, 0)
BESIDE_TITLE = Look(14, 1.4, 0, bold=True)
TRANSLATION = Look(13, 1.25, 0, grey=True)
LEGEND = Look(13, 1.4, 0)
FURNITURE = Look(12, 1.2, 0)
CHECK_NUMBER = Look(10, 1.1, 0, grey=True)
