"""Text on a page: nothing lost, nothing too wide, and read back from the PDF as it was written."""

import csv
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from workshop.printing.clusters import clusters
from workshop.printing.text import Layout, Line, Span, lay_out

PAGE = (595, 842)
# Marks of direction that pdftotext puts around words, and people may have typed.
STEERING = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
NO_SPACE_AT_BREAKS = {"zh", "zh-Hant", "ja", "th", "am", "yo"}
RUNS_LEFT = {"ur", "ar", "fa", "ps", "he"}

WORDS = st.text(st.sampled_from("abc é-  \n人，。میںכ12(👍\u200dক্ষ"), max_size=60)
SPANS = st.lists(st.builds(Span, WORDS, st.booleans(), st.booleans()), max_size=4)


def pdf_of(*layouts: Layout) -> bytes:
    """A PDF with each layout on a page of its own."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=PAGE, invariant=1)
    for layout in layouts:
        layout.draw(canvas, 50, 800)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, as pdftotext reads it."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (Debian: poppler-utils) is not on this machine")
    done = subprocess.run([program, "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return [folded(page) for page in done.stdout.decode().split("\f")[:-1]]


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(STEERING).split())


def page_code(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as document:
        return "\n".join(
            str(pikepdf.unparse_content_stream([instruction]).decode("latin-1"))
            for instruction in pikepdf.parse_content_stream(document.pages[0])
        )


def left_edges(layout: Layout) -> list[float]:
    """Where each line of the layout begins on the paper."""
    return [round(layout._indent(line), 3) for line in layout.lines]


# What is said ------------------------------------------------------------------------------------


@pytest.mark.data
def test_all_languages_are_read_back_as_they_were_written(shared_data: Path) -> None:
    with (shared_data / "text" / "udhr_sentences.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["bcp47"])
    for language, group in groupby(rows, key=lambda row: row["bcp47"]):
        texts = [row["text"] for row in group]
        layouts = [lay_out(text, size=14, width=480, language=language) for text in texts]
        assert [layout.missing for layout in layouts] == [()] * len(texts), language
        wanted, found = [folded(text) for text in texts], pages_of(pdf_of(*layouts))
        if language in NO_SPACE_AT_BREAKS | RUNS_LEFT:
            # Where a line broke without a space one is read; and between two words that run to
            # the left pdftotext puts a comma after its space.
            wanted, found = ["".join(t.split()) for t in wanted], ["".join(t.split()) for t in found]
        assert found == wanted, language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("مجھے میری زبان میں بتائیں", "ur"),
        ("ਮੇਰੀ ਧੀ ਨੂੰ NHS ਵੀ ਦੱਸੋ", "pa"),
        ("Say it again 👍🏽 when my sister is 👩🏽\u200d⚕\ufe0f here ☕", "en"),
        ("A hard\u00a0space, then a soft one", "en"),
        ("office, Việt, ẹ̀kọ́, Ŵŷ, 10 km² → ★", "en"),
    ],
)
def test_sentences_are_read_back_with_their_spaces(text: str, language: str) -> None:
    assert pages_of(pdf_of(lay_out(text, size=16, width=500, language=language))) == [folded(text)]


def test_latin_inside_urdu_stays_whole_and_in_its_place() -> None:
    text = "مجھے NHS میں GP سے 2 بار ملنا ہے۔ میری زبان میں بتائیں۔"
    [page] = pages_of(pdf_of(lay_out(text, size=16, width=500, language="ur")))
    assert "".join(page.split()) == "".join(text.split())


def test_what_cannot_be_shown_is_reported_and_reads_as_one_sign() -> None:
    layout = lay_out("a\ue000b\x07c\ue000", size=16, width=300)
    assert layout.missing == ("\ue000", "\x07")
    assert pages_of(pdf_of(layout)) == ["a\ufffdb\ufffdc\ufffd"]
    assert lay_out("abc", size=16, width=300).missing == ()


def test_a_script_without_a_font_keeps_its_letters_for_the_reader() -> None:
    layout = lay_out("ᎠᎡ", size=16, width=300)
    assert layout.missing == ("Ꭰ", "Ꭱ")
    assert pages_of(pdf_of(layout)) == ["ᎠᎡ"]


def test_the_words_beside_the_glyphs_are_those_of_the_word() -> None:
    code = page_code(pdf_of(lay_out("ক্ষ a", size=16, width=300)))
    assert "/ActualText" in code and "ক্ষ ".encode("utf-16-be").hex() in code.lower().replace(" ", "")


# Where it stands ---------------------------------------------------------------------------------


def test_lines_are_broken_between_words() -> None:
    layout = lay_out("Tell me the date. Then stick to it.", size=16, width=150)
    assert [line.text for line in layout.lines] == ["Tell me the date. ", "Then stick to it."]
    assert (layout.height, layout.ascent) == (40.0, 0.95 * 16)
    assert layout.width == max(line.width for line in layout.lines) <= 150


def test_a_line_of_chinese_does_not_begin_with_a_full_stop() -> None:
    layout = lay_out("人人生而自由。", size=10, width=60)
    assert [line.text for line in layout.lines] == ["人人生而自", "由。"]


def test_a_word_wider_than_the_column_is_cut_between_characters() -> None:
    layout = lay_out("क्षिक्षिक्षिक्षि", size=20, width=45, language="hi")
    assert [line.text for line in layout.lines] == ["क्षिक्षि", "क्षिक्षि"]


def test_hard_breaks_stay_and_an_empty_text_is_one_line() -> None:
    assert [line.text for line in lay_out("a\r\n\nb", size=10, width=100).lines] == ["a", "", "b"]
    assert lay_out("", size=10, width=100).height == 12.5


def test_urdu_has_taller_lines_and_english_beside_it_has_not() -> None:
    layout = lay_out("میں میں\nask", size=10, width=100, language="ur")
    assert [line.height >= 22 for line in layout.lines] == [True, False]
    assert layout.ascent >= 14
    assert layout.slice(1, 2).height == 12.5


def test_leading_is_the_least_and_centres_the_line_in_it() -> None:
    layout = lay_out("ask", size=10, width=100, leading=20)
    assert (layout.height, layout.ascent) == (20, 9.5 + 3.75)
    assert lay_out("میں", size=10, width=100, language="ur", leading=12).height >= 22


@pytest.mark.parametrize(
    ("text", "align", "edge"),
    [
        ("ask", "start", 0.0),
        ("ask", "centre", 0.5),
        ("ask", "end", 1.0),
        ("بب", "start", 1.0),
        ("بب", "end", 0.0),
    ],
)
def test_lines_stand_where_their_direction_puts_them(text: str, align: str, edge: float) -> None:
    layout = lay_out(text, size=10, width=100, align=align)  # type: ignore[arg-type]
    assert left_edges(layout) == [round(edge * (100 - layout.width), 3)]


def test_the_direction_is_that_of_the_first_strong_character_or_the_one_asked_for() -> None:
    given_none = [lay_out(text, size=9, width=99).direction for text in ("12 ask بب", "12 بب ask", "12")]
    assert given_none == ["ltr", "rtl", "ltr"]
    assert lay_out("ask", size=9, width=99, direction="rtl").direction == "rtl"


def test_a_number_in_urdu_stands_between_its_words() -> None:
    [line] = lay_out("بار 12 بجے", size=10, width=300).lines
    assert [placed.run.text for placed in line.placed] == ["بجے", " ", "12", " ", "بار"]


# How it looks ------------------------------------------------------------------------------------


def test_spans_keep_their_weight_and_colour_and_do_not_break_words() -> None:
    layout = lay_out([Span("Ask"), Span("ed", bold=True), Span(" them", grey=True)], size=16, width=50)
    looks = [[(p.run.text, "Bold" in p.run.face.name, p.grey) for p in line.placed] for line in layout.lines]
    assert looks == [
        [("Ask", False, False), ("ed", True, False), (" ", False, True)],
        [("them", False, True)],
    ]


def test_the_colour_of_the_canvas_is_as_before() -> None:
    file = BytesIO()
    canvas = Canvas(file, pageCompression=0)
    canvas.setFillColor(HexColor("#4B1F4F"))
    lay_out([Span("a", grey=True), Span("人", bold=True)], size=16, width=300).draw(canvas, 0, 100)
    assert canvas._fillColorObj == HexColor("#4B1F4F")
    assert canvas._code.count("q") == canvas._code.count("Q") == 2
    assert any("2 Tr" in code for code in canvas._code)


def test_another_process_makes_the_same_bytes() -> None:
    program = (
        "import sys; from tests.printing.test_text import pdf_of, lay_out;"
        "sys.stdout.buffer.write(pdf_of(lay_out('Ask میں 👍 人 ক্ষ', size=16, width=300)))"
    )
    made = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout for _ in "ab"
    ]
    lay_out("something else first: 人 میں 👎", size=12, width=100)
    assert made == [pdf_of(lay_out("Ask میں 👍 人 ক্ষ", size=16, width=300))] * 2


# For any text ------------------------------------------------------------------------------------


def too_wide(line: Line, width: float) -> bool:
    return line.width > width + 0.01 and len(clusters(line.text.strip())) > 1


@given(SPANS, st.floats(5, 200), st.sampled_from(["", "ur", "zh-Hant"]))
def test_each_character_is_in_one_line_and_no_line_is_too_wide(
    spans: list[Span], width: float, language: str
) -> None:
    layout = lay_out(spans, size=12, width=width, language=language)
    text = "".join(unicodedata.normalize("NFC", span.text) for span in spans)
    assert "".join(line.text for line in layout.lines) == text.replace("\n", "")
    assert not any(too_wide(line, width) for line in layout.lines)
    for line in layout.lines:
        on_paper = sorted(line.placed, key=lambda placed: placed.start)
        assert "".join(placed.run.text for placed in on_paper) == line.text


def test_the_check_of_the_width_sees_a_line_that_is_too_wide() -> None:
    [line] = lay_out("two words", size=12, width=200).lines
    assert too_wide(line, line.width - 1) and not too_wide(line, line.width)


@given(st.text(max_size=40))
def test_any_text_can_be_drawn(text: str) -> None:
    layout = lay_out(text, size=12, width=60)
    with pikepdf.open(BytesIO(pdf_of(layout))) as document:
        assert document.check_pdf_syntax() == []
        assert sorted(marks(document)) == []


def marks(document: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the marked content of the first page: marks inside marks, or left open."""
    depth = 0
    for instruction in pikepdf.parse_content_stream(document.pages[0]):
        operator = str(instruction.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        if depth not in (0, 1):
            yield f"{operator} at depth {depth}"
    if depth:
        yield "open at the end"


@given(WORDS, st.integers(0, 5), st.integers(0, 5))
def test_a_slice_has_those_lines(text: str, first: int, count: int) -> None:
    layout = lay_out(text, size=12, width=40)
    part = layout.slice(first, first + count)
    assert part.lines == layout.lines[first : first + count]
    assert part.height == sum(line.height for line in part.lines)
