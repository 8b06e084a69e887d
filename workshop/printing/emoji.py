"""Emoji in colour: the pictures of the emoji font as a font of pictures.

PDF knows a kind of font (Type 3) whose glyphs are drawings. With it an emoji stands in its line
as a letter does, and is found, copied and read aloud as the characters that were written.
"""

from io import BytesIO

from PIL import Image
from reportlab.pdfbase import pdfdoc

from workshop.printing.fonts import EMOJI
from workshop.printing.pdf_objects import dictionary, packed_stream, to_unicode
from workshop.printing.shaping import Glyph

MOST_PICTURES = 254
# Some PDF readers guess the size of such a font from the width of its letter m, and then whether
# an emoji stands in the line or beside it. So there is an m, never used, of a usual width.
SIZE_GIVER, ITS_WIDTH = "m", 600


class PictureFont:
    """Up to 254 pictures of one document. `name` is its name on the pages."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._glyphs: list[Glyph] = []
        self._codes: dict[tuple[int, str], str] = {}

    def code_of(self, glyph: Glyph) -> str | None:
        """The code of the picture, two hex digits; None when this font is full."""
        key = (glyph.number, glyph.text)
        if key not in self._codes and len(self._glyphs) < MOST_PICTURES:
            self._glyphs.append(glyph)
            self._codes[key] = f"{1 + len(self._glyphs):02X}"
        return self._codes.get(key)

    def write(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Put the font and its pictures into the file."""
        names = [f"P{number}" for number in range(len(self._glyphs))]
        drawings = {SIZE_GIVER: document.Reference(packed_stream(f"{ITS_WIDTH} 0 d0".encode("ascii")))}
        images = {}
        for name, glyph in zip(names, self._glyphs, strict=True):
            images[name] = document.Reference(_image(document, glyph.number))
            drawings[name] = document.Reference(packed_stream(_drawing(name, glyph)))
        font = dictionary(
            Type="/Font",
            Subtype="/Type3",
            FontBBox="[0 -300 1300 1000]",
            FontMatrix="[0.001 0 0 0.001 0 0]",
            FirstChar=1,
            LastChar=1 + len(names),
            Widths=pdfdoc.PDFArray([ITS_WIDTH, *(_width(glyph) for glyph in self._glyphs)]),
            Encoding=f"<</Type /Encoding /Differences [1 /{' /'.join([SIZE_GIVER, *names])}]>>",
            CharProcs=pdfdoc.PDFDictionary(drawings),
            Resources=dictionary(XObject=pdfdoc.PDFDictionary(images)),
            ToUnicode=document.Reference(packed_stream(to_unicode(self._texts()))),
        )
        return document.Reference(font)

    def _texts(self) -> dict[str, str]:
        return {code: text for (_number, text), code in self._codes.items()}


def show(code: str, glyph: Glyph) -> str:
    """The content of a PDF TJ array that draws the picture."""
    back = _width(glyph) - glyph.advance
    return f"<{code}>" if abs(back) < 0.05 else f"<{code}> {back:.4g} "


def _width(glyph: Glyph) -> int:
    return EMOJI.regular.width_of(glyph.number)


def _drawing(name: str, glyph: Glyph) -> bytes:
    """The glyph: its picture at the place and in the size the font gives it, in thousandths of an em."""
    box, scale = EMOJI.regular.font.get_glyph_extents(glyph.number), EMOJI.regular.scale
    width, height = box.width * scale, -box.height * scale
    left, bottom = box.x_bearing * scale, box.y_bearing * scale - height
    matrix = f"{width:.1f} 0 0 {height:.1f} {left:.1f} {bottom:.1f}"
    return f"{_width(glyph)} 0 d0\nq {matrix} cm /{name} Do Q".encode("ascii")


def _image(document: pdfdoc.PDFDocument, glyph: int) -> pdfdoc.PDFStream:
    """The picture as a PDF image: its colours, and how solid each of its dots is."""
    png = EMOJI.regular.font.get_glyph_color_png(glyph)
    picture = Image.open(BytesIO(bytes(png.data)))
    solid = picture.convert("RGBA").getchannel("A").tobytes()
    size = {"Type": "/XObject", "Subtype": "/Image", "Width": picture.width, "Height": picture.height}
    mask = packed_stream(solid, **size, BitsPerComponent=8, ColorSpace="/DeviceGray")
    colours, dots = _colours(picture)
    solid_at = document.Reference(mask)
    return packed_stream(dots, **size, BitsPerComponent=8, ColorSpace=colours, SMask=solid_at)


def _colours(picture: Image.Image) -> tuple[str, bytes]:
    """The colour space and the dots; a picture with a palette keeps it, for it is a third of the size."""
    palette = picture.getpalette("RGB") if picture.mode == "P" else None
    if palette is None:
        return "/DeviceRGB", picture.convert("RGB").tobytes()
    return f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{bytes(palette).hex()}>]", picture.tobytes()
