"""Notes from a CSV file of another tool: bytes in, notes out, and a reason for each row left out.

Encoding, delimiter and line ends are found out; a header row is expected. Words are kept exactly,
but for Unicode's composed form (NFC), outer white space and invisible control characters.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.domain.records import NoteKind, NoteSource
from workshop.errors import ExchangeError

LARGEST_FILE = 20_000_000  # bytes
LONGEST_NOTE = 2_000  # characters
_LONGEST_CELL = 2_000_000  # characters; a longer one is a file of another kind
_DELIMITERS = ",;\t|"
_TEXT_COLUMNS = ("text", "note_text", "comment-body", "content", "note", "statement", "idea")
_GROUP_COLUMNS = ("group", "area", "column", "cluster", "category")
_SIGNATURES = (
    b"\x89PNG",
    b"PK\x03\x04",
    b"%PDF",
    b"SQLite format 3",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
)


@dataclass(frozen=True)
class Row:
    """One row, and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A CSV file, read."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


@dataclass(frozen=True)
class ReadNote:
    """One note of a file."""

    line: int
    text: str
    group: str = ""
    kind: NoteKind = NoteKind.MATTERS
    language: str = ""
    source: NoteSource = NoteSource.TYPED


@dataclass(frozen=True)
class LeftOutRow:
    """One row that did not become a note, and why."""

    line: int
    why: str


@dataclass(frozen=True)
class NotesRead:
    """The notes of a file in its order, and the rows that were left out."""

    notes: tuple[ReadNote, ...]
    left_out: tuple[LeftOutRow, ...]


def read_table(data: bytes) -> Table:
    """The rows of a CSV file. ExchangeError, in a plain sentence, for anything that is not one."""
    text, encoding = _decode(data)
    delimiter = _delimiter_of(text)
    rows = list(_rows(text, delimiter))
    if not rows:
        raise ExchangeError("This file is empty. Nothing was changed. Please choose another one.")
    return Table(tuple(cell.strip() for cell in rows[0].cells), tuple(rows[1:]), encoding, delimiter)


def _decode(data: bytes) -> tuple[str, str]:
    if len(data) > LARGEST_FILE:
        raise ExchangeError("This file is too large for a table of notes. Nothing was changed.")
    if data.startswith(_SIGNATURES):
        raise _no_table()
    encoding = _encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_table() from error
    if "\0" in text:
        raise ExchangeError("This file holds bytes that are no text. Nothing was changed.")
    return text, encoding


def _encoding_of(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:2_000]
    if len(start) > 3 and start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if len(start) > 3 and start[::2].count(0) > len(start) // 4:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _no_table() -> ExchangeError:
    return ExchangeError(
        "This is not a table of notes. Nothing was changed. Please save it as CSV and try again."
    )


def _delimiter_of(text: str) -> str:
    """The sign that splits the header row into most cells; a comma when none does."""
    header = text.lstrip().splitlines()[0] if text.strip() else ""
    return max(_DELIMITERS, key=header.count)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows that hold anything; a quote that is never closed is an error with its line."""
    before = csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ExchangeError(
            f"This file cannot be read from line {line} on: a quote is not closed, or a cell is too long. "
            "Nothing was changed."
        ) from error
    finally:
        csv.field_size_limit(before)


def read_notes(data: bytes, mapping: Mapping[str, str] | None = None) -> NotesRead:
    """The notes of a CSV file. `mapping` names the columns for "text", "group", "kind", "language"."""
    table = read_table(data)
    columns = _columns(table.header, mapping or {})
    notes: list[ReadNote] = []
    left_out: list[LeftOutRow] = []
    for row in table.rows:
        read = _read_row(row, columns)
        (notes if isinstance(read, ReadNote) else left_out).append(read)  # type: ignore[arg-type]
    return NotesRead(tuple(notes), tuple(left_out))


def _columns(header: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Where each part of a note stands; "text" has to be there."""
    places = {}
    for part, name in mapping.items():
        places[part] = _place(header, name)
    if "text" not in places:
        places["text"] = _guess(header, _TEXT_COLUMNS)
    for part, names in (("group", _GROUP_COLUMNS), ("kind", ("kind",)), ("language", ("language",))):
        found = [i for i, name in enumerate(header) if name.casefold() in names]
        if part not in places and len(found) == 1:
            places[part] = found[0]
    if "moderated" in header:
        places["moderated"] = header.index("moderated")
    return places


def _place(header: Sequence[str], name: str) -> int:
    found = [i for i, column in enumerate(header) if column.casefold() == name.casefold()]
    if not found:
        raise ExchangeError(f"There is no column “{name}”. Nothing was changed.")
    if len(found) > 1:
        raise ExchangeError(f"There are {len(found)} columns “{name}”. Nothing was changed.")
    return found[0]


def _guess(header: Sequence[str], names: Sequence[str]) -> int:
    for name in names:
        if any(column.casefold() == name for column in header):
            return _place(header, name)
    raise ExchangeError(
        "No column of this file is called “text”. Nothing was changed. "
        "Please say which one holds the notes: --map text=COLUMN."
    )


def _read_row(row: Row, columns: Mapping[str, int]) -> ReadNote | LeftOutRow:
    cells = {part: row.cells[i] if i < len(row.cells) else "" for part, i in columns.items()}
    if cells.get("moderated", "1").strip() != "1":
        return LeftOutRow(row.line, "not accepted by the moderators")
    text = tidy(unescape(cells["text"]))
    if not text:
        return LeftOutRow(row.line, "no words")
    if len(text) > LONGEST_NOTE:
        return LeftOutRow(row.line, f"longer than {LONGEST_NOTE} letters")
    group = " ".join(tidy(unescape(cells.get("group", ""))).split())[:300]
    return ReadNote(row.line, text, group, _kind(cells.get("kind", "")), cells.get("language", "").strip())


def tidy(text: str) -> str:
    """NFC, without control characters but line breaks, without outer white space."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs")).strip()


def unescape(cell: str) -> str:
    """A cell without the apostrophe that our own export puts before formula signs."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in tuple("=+-@\t\r\n'") else cell


def _kind(cell: str) -> NoteKind:
    known = {kind.value for kind in NoteKind} - {NoteKind.BEFORE.value}
    return NoteKind(cell) if cell in known else NoteKind.MATTERS
