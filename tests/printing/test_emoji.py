"""Emoji: one picture each, in colour, and the characters that were written behind it."""

import csv
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from workshop.printing.emoji import PictureFont
from workshop.printing.shaping import Glyph, shape_word
from workshop.printing.text import lay_out

# Sequences of Unicode 16 and 17, younger than the font.
YOUNGER_THAN_THE_FONT = 17


def drawn(text: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(600, 100), invariant=1)
    lay_out(text, size=20, width=580).draw(canvas, 10, 90)
    canvas.save()
    return file.getvalue()


def is_one_picture(emoji: str) -> bool:
    pieces = shape_word(emoji)
    return len(pieces) == 1 and pieces[0].run.is_picture and len(pieces[0].run.glyphs) == 1


@pytest.mark.data
def test_each_sequence_is_one_picture_or_reported(shared_data: Path) -> None:
    with (shared_data / "text" / "emoji_sequences.csv").open(encoding="utf-8", newline="") as file:
        sequences = [row["emoji"] for row in csv.DictReader(file)]
    reported = {text for emoji in sequences for piece in shape_word(emoji) for text in piece.run.missing}
    assert [emoji for emoji in sequences if not is_one_picture(emoji) and emoji not in reported] == []
    print(f"emoji: {len(sequences) - len(reported)} of {len(sequences)} are one picture")
    assert len(reported) == YOUNGER_THAN_THE_FONT


@pytest.mark.parametrize("emoji", ["👍🏽", "👩🏽\u200d⚕\ufe0f", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "1\ufe0f\u20e3", "☕", "❤\ufe0f"])
def test_an_emoji_is_one_picture_that_reads_as_it_was_written(emoji: str) -> None:
    assert is_one_picture(emoji)
    document = pypdfium2.PdfDocument(drawn(f"a {emoji} b"))
    assert document[0].get_textpage().get_text_range() == f"a {emoji} b"
    document.close()


def test_a_picture_has_colours_and_see_through_edges() -> None:
    with pikepdf.open(BytesIO(drawn("👍"))) as document:
        [font] = [f for f in document.pages[0].Resources.Font.values() if f.get("/Subtype") == "/Type3"]
        image = font.Resources.XObject.P0
        assert (int(image.Width), int(image.Height)) == (136, 128)
        assert len(set(image.SMask.read_bytes())) > 2
    document = pypdfium2.PdfDocument(drawn("👍"))
    dots = document[0].render().to_pil().convert("RGB").tobytes()
    document.close()
    assert any(red - blue > 100 for red, blue in zip(dots[::3], dots[2::3], strict=True))


def test_the_same_picture_is_in_the_file_once() -> None:
    assert len(drawn("👍" * 40)) < len(drawn("👍")) + 500


def test_a_full_font_says_so() -> None:
    font = PictureFont("E0")
    codes = [font.code_of(Glyph(number, 1.0, 0.0, 0.0, "x")) for number in range(255)]
    assert codes[0] == "02" and codes[253] == "FF" and codes[254] is None
    assert font.code_of(Glyph(0, 1.0, 0.0, 0.0, "x")) == "02"


def test_a_sequence_that_is_too_young_is_shown_in_parts_and_reported() -> None:
    [piece] = shape_word("🧑🏿\u200d🩰")
    assert (len(piece.run.glyphs), piece.run.missing) == (2, ("🧑🏿\u200d🩰",))
