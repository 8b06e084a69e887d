"""Our fonts inside a PDF: only the glyphs that are used, and what each of them says.

ReportLab's own embedding knows characters, not glyphs, and cannot name a character above U+FFFF.
Here a face becomes one composite font whose codes are glyph numbers, so a shaped word needs no
translation, and what a page says does not depend on what was printed before.
"""

import struct
from collections.abc import Iterable, Mapping

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from workshop.printing import fonts
from workshop.printing.emoji import PictureFont
from workshop.printing.fonts import Face
from workshop.printing.pdf_objects import dictionary, hex_text, packed_stream, to_unicode
from workshop.printing.shaping import Glyph, Run

# A glyph that only belongs to its neighbour must still say something: a space without width.
SAYS_NOTHING = "\u200b"
NOT_FOR_DRAWING = ("GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "STAT", "MATH", "DSIG")
WHERE_THE_BOX_IS = 36  # in the table "head"


class FaceInPdf:
    """One face as far as one document uses it. `name` is its name on the pages."""

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.name = f"T{number}"
        self._number = number
        self._texts: dict[int, str] = {}
        self._spells: dict[Run, bool] = {}

    def use(self, run: Run) -> bool:
        """Take the glyphs of `run` into the document; whether they alone spell its text."""
        known = self._spells.get(run)
        if known is None:
            said = [self._use_glyph(glyph) == glyph.text for glyph in run.glyphs]
            known = self._spells[run] = run.is_exact and all(said)
        return known

    def _use_glyph(self, glyph: Glyph) -> str:
        # A space and a hard space share a glyph, so the first use decides what the glyph says.
        return self._texts.setdefault(glyph.number, fonts.readable(glyph.text) or SAYS_NOTHING)

    def write(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Put the font into the file."""
        glyphs = sorted(self._texts)
        widths = " ".join(f"{number} [{self.face.width_of(number)}]" for number in glyphs)
        texts = {f"{number:04X}": self._texts[number] for number in glyphs}
        name = f"{_prefix(self._number)}+{self.face.name}"
        return _write_font(document, name, self.face, glyphs, texts, CIDToGIDMap="/Identity", W=f"[{widths}]")


class UnseenFont:
    """A font for words that are read and not seen: each code is a UTF-16 unit and draws nothing.

    PDF readers take the order of letters from their places on the paper. Shaped Urdu overlaps and
    climbs, which they do not follow, and a word of /ActualText they put down back to front. So
    words that run to the left are drawn as shapes, and their letters lie over them in this font.
    """

    name = "U0"

    def __init__(self) -> None:
        self._face = fonts.LATIN.regular
        self._glyph = self._face.glyph_of(" ")
        self._texts: dict[str, str] = {}
        self.width = self._face.width_of(self._glyph)

    def codes(self, text: str) -> str:
        """Readable text in hex digits. A character beyond the basic plane reads as U+FFFD."""
        texts = [character if character <= "\uffff" else fonts.REPLACEMENT for character in text]
        codes = [hex_text(unit) for unit in texts]
        self._texts.update(zip(codes, texts, strict=True))
        return "".join(codes)

    def write(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Put the font into the file: every code is drawn as a space."""
        to_space = document.Reference(packed_stream(self._glyph.to_bytes(2, "big") * 0x10000))
        texts = dict(sorted(self._texts.items()))
        return _write_font(
            document, "UNSEEN+Words", self._face, [self._glyph], texts, CIDToGIDMap=to_space, DW=self.width
        )


class Lettering:
    """All fonts of one document; ReportLab asks it to write them when it writes the file."""

    def __init__(self) -> None:
        self._faces: dict[Face, FaceInPdf] = {}
        self._pictures: list[PictureFont] = []
        self._unseen: UnseenFont | None = None

    @classmethod
    def of(cls, document: pdfdoc.PDFDocument) -> "Lettering":
        """That of the document, made at first use."""
        found = next((font for font in document.delayedFonts if isinstance(font, cls)), None)
        if found is None:
            found = cls()
            document.delayedFonts.append(found)
        return found

    def face(self, face: Face) -> FaceInPdf:
        """The face within the document."""
        if face not in self._faces:
            self._faces[face] = FaceInPdf(face, len(self._faces))
        return self._faces[face]

    def picture(self, glyph: Glyph) -> tuple[str, str]:
        """The name of the font, and the code in it, that draw a picture of the emoji font."""
        for font in self._pictures:
            code = font.code_of(glyph)
            if code is not None:
                return font.name, code
        self._pictures.append(PictureFont(f"E{len(self._pictures)}"))
        return self.picture(glyph)

    @property
    def unseen(self) -> UnseenFont:
        """The font for words that are drawn as shapes."""
        if self._unseen is None:
            self._unseen = UnseenFont()
        return self._unseen

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Write all fonts and name them for the pages."""
        names = document.idToObject["BasicFonts"].dict
        used: list[FaceInPdf | PictureFont | UnseenFont] = [*self._faces.values(), *self._pictures]
        if self._unseen is not None:
            used.append(self._unseen)
        for font in used:
            names[font.name] = font.write(document)


def _write_font(
    document: pdfdoc.PDFDocument,
    name: str,
    face: Face,
    glyphs: Iterable[int],
    texts: Mapping[str, str],
    **of_descendant: object,
) -> pdfdoc.PDFObjectReference:
    """A composite font with two-byte codes; `texts` says what each code (hex) reads as."""
    descendant = dictionary(
        Type="/Font",
        Subtype="/CIDFontType2",
        BaseFont=f"/{name}",
        CIDSystemInfo="<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        FontDescriptor=document.Reference(_descriptor(document, name, face, glyphs)),
        **of_descendant,
    )
    font = dictionary(
        Type="/Font",
        Subtype="/Type0",
        BaseFont=f"/{name}",
        Encoding="/Identity-H",
        DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
        ToUnicode=document.Reference(packed_stream(to_unicode(texts))),
    )
    return document.Reference(font)


def _descriptor(
    document: pdfdoc.PDFDocument, name: str, face: Face, glyphs: Iterable[int]
) -> pdfdoc.PDFDictionary:
    extents, scale = face.font.get_font_extents("ltr"), face.scale
    box = struct.unpack_from(">4h", face.font.face.reference_table("head").data, WHERE_THE_BOX_IS)
    return dictionary(
        Type="/FontDescriptor",
        FontName=f"/{name}",
        Flags=4,
        FontBBox=f"[{' '.join(str(round(side * scale)) for side in box)}]",
        ItalicAngle=0,
        Ascent=round(extents.ascender * scale),
        Descent=round(extents.descender * scale),
        CapHeight=round(extents.ascender * scale),
        StemV=120 if "Bold" in name else 80,
        FontFile2=document.Reference(_font_file(face, glyphs)),
    )


def _font_file(face: Face, glyphs: Iterable[int]) -> pdfdoc.PDFStream:
    """The outlines of these glyphs, under the numbers that they have in the whole font."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in NOT_FOR_DRAWING)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    data = bytes(hb.subset(face.font.face, wanted).blob.data)
    return packed_stream(data, Length1=len(data))


def _prefix(number: int) -> str:
    """Six letters, as PDF wants before the name of a font of which only a part is there."""
    letters = ""
    for _ in range(6):
        number, digit = divmod(number, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
