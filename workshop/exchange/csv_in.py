"""Notes from a CSV file of another tool: bytes in, notes out, and a reason for each row left out.

Encoding, delimiter and line ends are found out; a header row is expected. Words are kept exactly,
but for Unicode's composed form (NFC), outer white space and invisible control characters.

The rules where files disagree:

* Rows end as the header row does. Where that is LF or CRLF, a lone CR belongs to its cell.
* A header without any delimiter makes a table of one column: each row is one cell.
* A row that is too short is filled with empty cells. A row with words beyond the header is left
  out, with its line: nobody can tell which of its cells hold the note, and no note is cut.
* An apostrophe before a formula sign is taken away only from our own export.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.domain.kinds import NoteKind, NoteSource
from workshop.domain.words import LONGEST_LINE, LONGEST_NOTE, must_say, tidy
from workshop.errors import ExchangeError, RuleBroken
from workshop.exchange.csv_out import NOTES_HEADER, unescape

LARGEST_FILE = 20_000_000  # bytes
MOST_ROWS = 100_000
MOST_COLUMNS = 10_000
MOST_CELLS = 2_000_000
PARTS = ("text", "group", "kind", "language")  # what a mapping can name
_DELIMITERS = ",;\t|"
_NO_DELIMITER = "\0"  # no text holds it: `_decode` refuses it
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
_OTHER_KINDS = ("{", "[", "<")  # how JSON, RTF, HTML and XML begin
# Python before 3.11.5 matches a possessive group wrongly, so these are taken one after the other.
_EMPTY_LINE = re.compile(r"[ \t]*[\r\n]+")
_PART_OF_HEADER = re.compile(r'"[^"]*"|[^"\r\n]+')
_EMPTY_LINES = re.compile(r"\n+")
_QUOTED = re.compile(r'"[^"]*"')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_LINE_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85", "\n"))  # of slides and old machines


@dataclass(frozen=True)
class Row:
    """One row, and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A CSV file, read. `delimiter` is "" for a table of one column; CRLF in a cell has become LF."""

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
    text = _with_plain_line_ends(text)
    delimiter = _delimiter_of(text)
    rows = _with_limits(_rows(text, delimiter or _NO_DELIMITER))
    header = next(rows, None)
    if header is None:
        raise _empty()
    if any(map(_is_control, "".join(header.cells))):
        raise _no_table()
    return Table(tuple(cell.strip() for cell in header.cells), tuple(rows), encoding, delimiter)


# Bytes to text


def _decode(data: bytes) -> tuple[str, str]:
    """The text of a file, and its encoding."""
    if len(data) > LARGEST_FILE:
        raise ExchangeError(
            f"This file is too large for a table of notes: {LARGEST_FILE // 1_000_000} MB at most. "
            "Nothing was changed. Please choose a smaller one."
        )
    if data.startswith(_SIGNATURES):
        raise _no_table()
    encoding = _encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged() from error
    return _checked(text), encoding


def _encoding_of(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    nulls = [byte == 0 for byte in data[:4]]
    if nulls == [False, True, False, True]:
        return "utf-16-le"
    if nulls == [True, False, True, False]:
        return "utf-16-be"
    return "utf-8" if _looks_like_utf8(data) else "cp1252"


def _looks_like_utf8(data: bytes) -> bool:
    """Whether more of the bytes that are not ASCII are UTF-8 than are not; then it is, or is damaged."""
    readable = data.decode("utf-8", "ignore")
    strangers = len(data) - len(readable.encode())
    return strangers <= sum(not c.isascii() for c in readable)


def _checked(text: str) -> str:
    if "\0" in text:
        raise _damaged()
    if not text.strip():
        raise _empty()
    if text.lstrip().startswith(_OTHER_KINDS):
        raise _no_table()
    return text


def _empty() -> ExchangeError:
    return ExchangeError("This file is empty. Nothing was changed. Please choose another one.")


def _no_table() -> ExchangeError:
    return ExchangeError(
        "This is not a table of notes. Nothing was changed. Please save it as CSV and try again."
    )


def _damaged() -> ExchangeError:
    return ExchangeError(
        "This file holds bytes that are no text. Nothing was changed. "
        "Please save it again as CSV in UTF-8 and try again."
    )


def _is_control(letter: str) -> bool:
    return letter not in "\n\t" and unicodedata.category(letter) == "Cc"


# Text to rows


def _with_plain_line_ends(text: str) -> str:
    """The text with rows that end in LF: CRLF becomes LF, and CR too where the header row ends so."""
    text = text.replace("\r\n", "\n")
    _, end = _header_in(text)
    return text.replace("\r", "\n") if text.startswith("\r", end) else text


def _delimiter_of(text: str) -> str:
    """The sign that splits the header row into most cells, outside quotes; "" when none does."""
    start, end = _header_in(text)
    bare = _QUOTED.sub("", text[start:end])
    return max(_DELIMITERS, key=bare.count) if any(sign in bare for sign in _DELIMITERS) else ""


def _header_in(text: str) -> tuple[int, int]:
    """Where the first line that is not empty begins and ends; a break inside quotes does not end it."""
    start = 0
    while (empty := _EMPTY_LINE.match(text, start)) is not None:
        start = empty.end()
    end = start
    while (part := _PART_OF_HEADER.match(text, end)) is not None:
        end = part.end()
    return start, end


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows that hold anything; ExchangeError with the line of a quote that is not closed."""
    sign = re.escape(delimiter)
    cell = re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)"|((?!")[^{sign}\n]*+))([{sign}\n])')
    text += "\n"
    place, line, begins, cells = 0, 1, 1, list[str]()
    while place < len(text):
        run = None if cells else _EMPTY_LINES.match(text, place)
        if run is not None:  # as long as the file perhaps
            line = begins = line + run.end() - place
            place = run.end()
            continue
        found = cell.match(text, place)
        if found is None:
            raise _open_quote(line)
        quoted, bare, end = found.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        if len(cells) > MOST_COLUMNS:  # before the row is whole: it may be as long as the file
            raise _too_many()
        line += found[0].count("\n")
        place = found.end()
        if end == "\n":
            if any(map(str.strip, cells)):
                yield Row(begins, tuple(cells))
            begins, cells = line, []


def _with_limits(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows; ExchangeError as soon as there are more, or longer ones, than any workshop writes."""
    cells = 0
    for count, row in enumerate(rows):
        cells += len(row.cells)
        if count > MOST_ROWS or cells > MOST_CELLS:
            raise _too_many()
        yield row


def _too_many() -> ExchangeError:
    return ExchangeError(
        f"This file has more than {MOST_ROWS} rows, {MOST_COLUMNS} columns or {MOST_CELLS} cells. "
        "Nothing was changed. Please choose a table of notes."
    )


def _open_quote(line: int) -> ExchangeError:
    return ExchangeError(
        f"On line {line} of this file a quotation mark opens that is not closed before the cell ends. "
        "Nothing was changed. Please put that line right and try again."
    )


# Rows to notes


def read_notes(data: bytes, mapping: Mapping[str, str] | None = None) -> NotesRead:
    """The notes of a CSV file; `mapping` names the column of each of PARTS that is not to be guessed."""
    table = read_table(data)
    columns = _columns(table.header, mapping or {})
    ours = {*NOTES_HEADER} <= {*table.header}
    read = [_read_row(row, table.header, columns, ours) for row in table.rows]
    return NotesRead(
        tuple(note for note in read if isinstance(note, ReadNote)),
        tuple(row for row in read if isinstance(row, LeftOutRow)),
    )


def _columns(header: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Where each part of a note stands; "text" has to be there."""
    for part in mapping:
        if part not in PARTS:
            raise ExchangeError(
                f"A note has no part “{part}”. Nothing was changed. There are: {', '.join(PARTS)}."
            )
    places = {part: _place(header, name) for part, name in mapping.items()}
    if "text" not in places:
        places["text"] = _guess(header, _TEXT_COLUMNS)
    for part, names in (("group", _GROUP_COLUMNS), ("kind", ("kind",)), ("language", ("language",))):
        found = [i for i, name in enumerate(header) if name.casefold() in names]
        if part not in places and len(found) == 1:
            places[part] = found[0]
    if any(_folded(name) == "moderated" for name in header):  # as Polis marks what its moderators accepted
        places["moderated"] = _place(header, "moderated")
    return places


def _place(header: Sequence[str], name: str) -> int:
    found = [i for i, column in enumerate(header) if _folded(column) == _folded(name)]
    if not found:
        raise ExchangeError(f"There is no column “{name}”. Nothing was changed. Please choose another one.")
    if len(found) > 1:
        raise ExchangeError(
            f"There are {len(found)} columns “{name}”. Nothing was changed. Please rename all but one."
        )
    return found[0]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()


def _guess(header: Sequence[str], names: Sequence[str]) -> int:
    for name in names:
        if any(_folded(column) == name for column in header):
            return _place(header, name)
    raise ExchangeError(
        "No column of this file is called “text”. Nothing was changed. "
        "Please say which one holds the notes: --map text=COLUMN."
    )


def _read_row(
    row: Row, header: Sequence[str], columns: Mapping[str, int], ours: bool
) -> ReadNote | LeftOutRow:
    if any(map(str.strip, row.cells[len(header) :])):
        return LeftOutRow(row.line, "more cells than the header row has")
    cells = {part: row.cells[i] if i < len(row.cells) else "" for part, i in columns.items()}
    if cells.get("moderated", "1").strip() != "1":
        return LeftOutRow(row.line, "not accepted by the moderators")
    if ours:
        cells = {part: unescape(cell) for part, cell in cells.items()}
    return _read_note(row.line, cells)


def _read_note(line: int, cells: Mapping[str, str]) -> ReadNote | LeftOutRow:
    try:
        text = tidy(cells["text"].translate(_LINE_BREAKS))
    except RuleBroken:
        return LeftOutRow(line, f"longer than {LONGEST_NOTE} letters")
    if not _says_something(text):
        return LeftOutRow(line, "no words")
    kind, source = _kind(cells.get("kind", ""))
    return ReadNote(line, text, _group(cells.get("group", "")), kind, _language(cells), source)


def _says_something(text: str) -> bool:
    try:
        return bool(must_say(text, "words"))
    except RuleBroken:
        return False


def _group(cell: str) -> str:
    """The name of a group, on one line and not longer than a name can be."""
    name = " ".join(tidy(cell.translate(_LINE_BREAKS), LARGEST_FILE).split())[:LONGEST_LINE].rstrip()
    return name if _says_something(name) else ""


def _kind(cell: str) -> tuple[NoteKind, NoteSource]:
    """The kind; what was written before its day is again brought along, and marked so (I24)."""
    kind = NoteKind(cell) if cell in [kind.value for kind in NoteKind] else NoteKind.MATTERS
    before = kind is NoteKind.BEFORE
    return (NoteKind.MATTERS, NoteSource.PREPARED) if before else (kind, NoteSource.TYPED)


def _language(cells: Mapping[str, str]) -> str:
    tag = cells.get("language", "").strip()
    return tag if _LANGUAGE.fullmatch(tag) else ""
