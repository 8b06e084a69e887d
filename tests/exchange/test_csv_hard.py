"""CSV in, on files made to break readers and on statements of real people: what each one gives."""

import csv
import json
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.errors import ExchangeError
from workshop.exchange.csv_in import LeftOutRow, read_notes, read_table
from workshop.exchange.csv_out import escape, unescape

NO_TEXT = "No column of this file is called “text”."
SLOWEST = 5.0  # seconds for one file, on a slow computer

# A count of notes, or the beginning of what is said instead.
HARD: dict[str, int | str] = {
    "utf8_bom.csv": 30,
    "utf16le_bom.csv": 30,
    "utf16be_nobom.csv": 30,
    "windows1252.csv": 3,
    "semicolon.csv": 30,
    "tab.tsv": 30,
    "cr_only.csv": 30,
    "crlf.csv": 30,
    "mixed_eol.csv": 60,
    "nul_byte.csv": "This file holds bytes that are no text.",
    "unbalanced_quote.csv": "On line 32 of this file a quotation mark opens that is not closed",
    "header_only.csv": 0,
    "empty.csv": "This file is empty.",
    "whitespace_only.csv": "This file is empty.",
    "duplicate_header.csv": "There are 3 columns “text”.",
    "ragged.csv": 1,
    "no_trailing_newline.csv": 30,
    "quoted_all.csv": 30,
    "one_mb_cell.csv": 0,
    "many_columns_3000.csv": NO_TEXT,
    "bidi_controls.csv": 5,
    "zero_width_homoglyph.csv": 5,
    "html_in_cells.csv": 6,
    "formula_cells.csv": 15,
}

# Words that must come through exactly, file by file.
EXACT = {
    "windows1252.csv": ["café – naïve “quote” £5", "Zürich", "Lódz"],
    "ragged.csv": ["a"],
    "zero_width_homoglyph.csv": ["a\u200bb", "\u0430pple (Cyrillic a)", "é vs é", "ﬁ ligature", "Å Å"],
    "html_in_cells.csv": [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "<b>bold</b>",
        "{{7*7}}",
        "${7*7}",
    ],
    "formula_cells.csv": [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "=1+1",
        "=1+1",
        "＝1+1",
        '=HYPERLINK("http://127.0.0.1/","x")',
        "=cmd|' /C calc'!A0",
        "|calc",
        "%0A=1+1",
        "'=1+1",
        "-5 degrees outside",
        "+44 20 7946 0000",
        "@home",
    ],
}

LEFT_OUT = {
    "ragged.csv": (LeftOutRow(3, "more cells than the header row has"), LeftOutRow(4, "no words")),
    "one_mb_cell.csv": (LeftOutRow(2, "longer than 2000 letters"),),
}

SPECTRUM = (
    "comma_in_quotes",
    "empty",
    "empty_crlf",
    "escaped_quotes",
    "json",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
)

OTHER_KINDS = ("fuzz_png", "fuzz_jpeg", "fuzz_gif", "fuzz_webp", "fuzz_xml", "fuzz_zip", "json", "sqlite")
NOTES_AFTER_ALL = {"INDEX.csv", "text_renamed.db"}  # tables, whatever the second one is called

# Accepted statements, of all.
CONVERSATIONS = {
    "london.youth.policing": (36, 39),
    "brexit-consensus": (50, 50),
    "scoop-hivemind.freshwater": (51, 80),
    "vtaiwan.uberx": (99, 197),
}


def in_time(read: Callable[[bytes], object], data: bytes) -> object:
    """What `read` gives for a file, or what it says instead; a hang or any other error fails the test."""
    started = time.perf_counter()
    try:
        return read(data)
    except ExchangeError as error:
        assert "Nothing was changed." in error.message
        return error.message
    finally:
        assert time.perf_counter() - started < SLOWEST


def count_or_words(data: bytes) -> object:
    """How many notes a file gives, or what is said instead."""
    return in_time(lambda data: len(read_notes(data).notes), data)


@pytest.mark.data
def test_the_table_names_every_hard_file(shared_data: Path) -> None:
    files = {path.name for path in (shared_data / "bad/csv_hard").iterdir()}
    assert files - {"INDEX.csv"} == set(HARD)


@pytest.mark.data
@pytest.mark.parametrize("name", HARD)
def test_a_hard_file_gives_its_notes_or_says_why_not(name: str, shared_data: Path) -> None:
    data = (shared_data / "bad/csv_hard" / name).read_bytes()
    expected = HARD[name]
    given = count_or_words(data)
    if isinstance(expected, str):
        assert str(given).startswith(expected)
    else:
        assert given == expected
        assert read_notes(data).left_out == LEFT_OUT.get(name, ())


@pytest.mark.data
@pytest.mark.parametrize("name", EXACT)
def test_the_words_of_a_hard_file_are_exact_and_survive_the_way_out(name: str, shared_data: Path) -> None:
    read = read_notes((shared_data / "bad/csv_hard" / name).read_bytes())
    words = [note.text for note in read.notes]
    assert words == EXACT[name]
    assert [unescape(escape(text)) for text in words] == words


@pytest.mark.data
@pytest.mark.parametrize("name", ["semicolon.csv", "tab.tsv", "cr_only.csv", "crlf.csv", "utf16be_nobom.csv"])
def test_one_table_in_many_forms_is_one_table(name: str, shared_data: Path) -> None:
    plain = read_table((shared_data / "bad/csv_hard/no_trailing_newline.csv").read_bytes())
    other = read_table((shared_data / "bad/csv_hard" / name).read_bytes())
    assert (other.header, other.rows) == (plain.header, plain.rows)


@pytest.mark.data
def test_three_thousand_columns_are_read(shared_data: Path) -> None:
    data = (shared_data / "bad/csv_hard/many_columns_3000.csv").read_bytes()
    table = read_table(data)
    assert (len(table.header), {len(row.cells) for row in table.rows}) == (3000, {3000})
    assert len(read_notes(data, {"text": "c2999"}).notes) == len(table.rows)


@pytest.mark.data
def test_no_letter_of_an_old_windows_file_becomes_a_replacement_sign(shared_data: Path) -> None:
    data = (shared_data / "bad/csv_hard/windows1252.csv").read_bytes()
    assert "\ufffd" not in str(read_table(data))
    assert "\ufffd" in data.decode("utf-8", "replace")  # what a careless reader would have shown


@pytest.mark.data
@pytest.mark.parametrize("name", SPECTRUM)
def test_the_spectrum_is_read_as_its_makers_say(name: str, shared_data: Path) -> None:
    folder = shared_data / "bad/csv_spectrum"
    table = read_table((folder / f"csvs/{name}.csv").read_bytes())
    expected = json.loads((folder / f"json/{name}.json").read_text(encoding="utf-8").replace("\\r\\n", "\\n"))
    assert [dict(zip(table.header, row.cells, strict=True)) for row in table.rows] == expected


@pytest.mark.data
def test_the_spectrum_has_one_more_file_whose_json_is_of_other_words(shared_data: Path) -> None:
    folder = shared_data / "bad/csv_spectrum/csvs"
    assert {path.stem for path in folder.iterdir()} - {*SPECTRUM} == {"location_coordinates"}
    table = read_table((folder / "location_coordinates.csv").read_bytes())
    place = "37\ufffd36'37.8\"N 121\ufffd2'17.9\"W"  # the file itself holds U+FFFD
    assert table.rows[0].cells == ("2095257564", place, "Modesto", "Stanislaus")


@pytest.mark.data
def test_no_fuzzed_file_ends_in_anything_but_plain_words(shared_data: Path) -> None:
    files = sorted((shared_data / "bad/fuzz_csv").iterdir())
    assert len(files) == 30
    for file in files:
        data = file.read_bytes()
        in_time(read_table, data)
        count_or_words(b"text,b\n" + data)


@pytest.mark.data
@pytest.mark.parametrize("folder", OTHER_KINDS)
def test_files_of_other_kinds_give_no_notes(folder: str, shared_data: Path) -> None:
    files = [f for f in (shared_data / "bad" / folder).iterdir() if f.name not in NOTES_AFTER_ALL]
    assert len(files) > 5
    assert [f.name for f in files if not isinstance(count_or_words(f.read_bytes()), str)] == []


@pytest.mark.data
@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_every_accepted_statement_is_read_as_python_reads_it(conversation: str, shared_data: Path) -> None:
    file = shared_data / "polis" / conversation / "comments.csv"
    accepted, total = CONVERSATIONS[conversation]
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    expected = [row["comment-body"] for row in rows if row["moderated"] == "1"]

    read = read_notes(file.read_bytes())

    assert (len(read.notes), len(read.left_out)) == (accepted, total - accepted)
    assert [note.text for note in read.notes] == [_plain(text) for text in expected]
    assert {row.why for row in read.left_out} <= {"not accepted by the moderators"}
    assert [note.line for note in read.notes] == sorted({note.line for note in read.notes})


def _plain(text: str) -> str:
    """NFC, line breaks as LF, without outer white space."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
