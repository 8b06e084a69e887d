"""Drawings and pictures in a web page: inside it, so that the page is one file."""

from collections.abc import Mapping
from html import escape

from workshop.printing.content import Figure
from workshop.printing.ink_lines import area_of, as_svg
from workshop.printing.raster import data_uri


def figure_html(figure: Figure, pictures: Mapping[str, bytes]) -> str:
    """The figure, with words for whoever cannot see it; the word alone where its file is missing."""
    words = escape(figure.words)
    if figure.ink:
        area = area_of(figure.ink)
        box = f"{area.left:.1f} {area.top:.1f} {area.width:.1f} {area.height:.1f}"
        size = f'width="{area.width * 2:.0f}" viewBox="{box}"'
        return f'<svg role="img" aria-label="{words}" {size}>{as_svg(figure.ink)}</svg>'
    picture = figure.picture
    if picture is None or picture.sha256 not in pictures:
        return f'<span class="meaning">[{escape(figure.label)}]</span>'
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<img alt="{words}" {size} src="{data_uri(pictures[picture.sha256])}">'
