"""Glyphs as shapes: the outline of a letter in the words of PDF."""

from functools import lru_cache

from workshop.printing.fonts import Face

Point = tuple[float, float]
REMEMBERED_GLYPHS = 4_000


class _Pen:
    """Writes what HarfBuzz draws, in thousandths of an em."""

    def __init__(self, scale: float) -> None:
        self.parts: list[str] = []
        self._scale = scale
        self._at: Point = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:  # noqa: N802 - the names are those of font tools
        self._write("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._write("l", to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        self._write("c", first, second, to)

    def qCurveTo(self, control: Point, to: Point) -> None:  # noqa: N802
        """PDF has no such curve; the cubic one through the same points is the same curve."""
        self.curveTo(_towards(self._at, control), _towards(to, control), to)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("h")

    def endPath(self) -> None:  # noqa: N802
        pass

    def _write(self, operator: str, *points: Point) -> None:
        self._at = points[-1]
        numbers = (f"{x * self._scale:.0f} {y * self._scale:.0f}" for x, y in points)
        self.parts.append(f"{' '.join(numbers)} {operator}")


def _towards(point: Point, control: Point) -> Point:
    return point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3


@lru_cache(REMEMBERED_GLYPHS)
def glyph_outline(face: Face, number: int) -> str:
    """The filled shape of a glyph as PDF operators; empty for a glyph without ink."""
    pen = _Pen(face.scale)
    face.font.draw_glyph_with_pen(number, pen)
    return " ".join([*pen.parts, "f"]) if pen.parts else ""
