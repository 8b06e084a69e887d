"""CSV in: what a file is found to be, which notes it gives, and what is said when it gives none."""

import csv
import io
import unicodedata

import pytest
from hypothesis import example, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from workshop.domain.kinds import NoteKind, NoteSource
from workshop.domain.words import must_say, tidy, tidy_line
from workshop.errors import ExchangeError
from workshop.exchange import csv_in
from workshop.exchange.csv_in import LeftOutRow, ReadNote, Row, read_notes, read_table

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
tables = st.lists(st.lists(words, min_size=3, max_size=3), max_size=6)


def texts(data: bytes) -> list[str]:
    """The words of the notes of a file."""
    return [note.text for note in read_notes(data).notes]


def refusal(data: bytes, mapping: dict[str, str] | None = None) -> str:
    """What is said of a file that gives no notes at all."""
    with pytest.raises(ExchangeError) as caught:
        read_notes(data, mapping)
    return caught.value.message


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_gives_the_same_words(encoding: str) -> None:
    table = read_table("text,area\nWärme 暖 🙂,hall\n".encode(encoding))
    assert table.header == ("text", "area")
    assert table.rows == (Row(2, ("Wärme 暖 🙂", "hall")),)
    assert table.encoding == encoding


def test_utf16_of_either_order_is_known_by_its_mark() -> None:
    assert texts(b"\xfe\xff" + "text\n暖".encode("utf-16-be")) == ["暖"]
    assert texts(b"\xff\xfe" + "text\n暖".encode("utf-16-le")) == ["暖"]


def test_an_old_windows_file_keeps_its_letters() -> None:
    assert texts("text\ncafé – “quiet” £5 €3".encode("cp1252")) == ["café – “quiet” £5 €3"]


def test_a_byte_that_windows_does_not_know_is_an_error_and_never_a_replacement_sign() -> None:
    assert "holds bytes that are no text" in refusal(b"text\nroom \x81 is cold\n")


def test_damaged_utf8_is_not_taken_for_an_old_windows_file() -> None:
    damaged = "text\nÜber die Wärme, für alle\n".encode() + b"\xff\n"
    assert "holds bytes that are no text" in refusal(damaged)
    # Negative control: that code page would have read it, wrongly and without a word.
    assert "Ã¼r alle" in damaged.decode("cp1252")


@pytest.mark.parametrize("place", [0, 6, 12])
def test_a_zero_byte_is_refused_wherever_it_stands(place: int) -> None:
    data = b"text\none\ntwo\n"
    assert texts(data) == ["one", "two"]
    assert "holds bytes that are no text" in refusal(data[:place] + b"\0" + data[place:])


def test_half_a_utf16_letter_is_an_error() -> None:
    assert "holds bytes that are no text" in refusal("text\nwarm".encode("utf-16") + b"a")


# What is no table at all


@pytest.mark.parametrize(
    "data",
    [
        b'{"notes": ["warm"]}',
        b' [\n  {"text": "warm"}\n]',
        b"<!DOCTYPE html><table><tr><td>text</td></tr></table>",
        b"{\\rtf1 text}",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04text",
        b"%PDF-1.7\ntext",
        b"\xff\xd8\xff\xe0",
        b"\x1b[0mtext\nwarm\n",
    ],
)
def test_a_file_of_another_kind_is_named_as_no_table(data: bytes) -> None:
    assert refusal(data) == (
        "This is not a table of notes. Nothing was changed. Please save it as CSV and try again."
    )


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b",,\n", b'""\n'])
def test_an_empty_file_is_named_as_empty(data: bytes) -> None:
    assert refusal(data) == "This file is empty. Nothing was changed. Please choose another one."


def test_a_header_alone_gives_no_notes_and_no_complaint() -> None:
    assert read_notes(b"id,text\n") == csv_in.NotesRead((), ())


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    most = b"text\nwarm\n".ljust(csv_in.LARGEST_FILE)
    assert texts(most) == ["warm"]
    assert "too large for a table of notes: 20 MB at most" in refusal(most + b" ")


def test_more_rows_or_columns_than_any_workshop_writes_are_refused() -> None:
    assert "more than 100000 rows" in refusal(b"text\n" + b"a\n" * (csv_in.MOST_ROWS + 1))
    assert "10000 columns" in refusal(b"text" + b",a" * csv_in.MOST_COLUMNS)
    assert texts(b"text" + b",a" * (csv_in.MOST_COLUMNS - 1) + b"\nwarm\n") == ["warm"]


# Delimiters and line ends


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_header_row_says_the_delimiter(sign: str) -> None:
    table = read_table(f'id{sign}text\n1{sign}"a{sign}b, c; d"\n'.encode())
    assert table.delimiter == sign
    assert table.rows == (Row(2, ("1", f"a{sign}b, c; d")),)


def test_delimiters_inside_quotes_do_not_count() -> None:
    table = read_table(b'"what, when, where, who";text\nx;warm\n')
    assert (table.delimiter, table.header) == (";", ("what, when, where, who", "text"))


def test_a_tab_before_the_first_name_is_an_empty_name() -> None:
    assert read_table(b"\n\ttext\n1\twarm\n").header == ("", "text")


def test_a_table_of_one_column_keeps_its_commas() -> None:
    table = read_table(b"text\nwarm, dry; quiet\n")
    assert (table.delimiter, table.rows) == ("", (Row(2, ("warm, dry; quiet",)),))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_ends_a_row_and_is_kept_inside_quotes(end: str) -> None:
    lines = ["id,text", '1,"two', "", 'lines"', "2,next"]
    table = read_table(end.join(lines).encode())
    assert table.rows == (Row(2, ("1", "two\n\nlines")), Row(5, ("2", "next")))


def test_line_ends_may_be_mixed() -> None:
    assert texts(b"id,text\r\n1,a\n2,b\r\n\n3,c") == ["a", "b", "c"]
    assert texts(b"id,text\r1,a\n2,b\r\n3,c") == ["a", "b", "c"]
    assert texts(b"id,text\r\r\n1,a\r\r\n") == ["a"]


def test_a_lone_cr_belongs_to_its_cell_where_the_header_row_ends_otherwise() -> None:
    assert read_notes(b"id,text,role\n5,one\rtwo,x\n").notes == (ReadNote(2, "one\ntwo"),)


# Quotes


def test_an_open_quote_is_named_with_the_line_on_which_it_opens() -> None:
    data = b'id,text\n1,"two\nlines"\n2,"never closed\n3,next\n'
    assert refusal(data) == (
        "On line 4 of this file a quotation mark opens that is not closed before the cell ends. "
        "Nothing was changed. Please put that line right and try again."
    )
    assert texts(data.replace(b'"never', b"never")) == ["two\nlines", "never closed", "next"]


def test_a_quote_that_closes_too_early_is_named_too() -> None:
    assert "On line 3" in refusal(b'id,text\n1,a\n2,"say "hello" first"\n')


def test_quotes_inside_a_cell_without_quotes_are_words() -> None:
    assert texts(b'id,text\n1,a 5" pipe\n') == ['a 5" pipe']


# Rows


def test_short_rows_are_filled_and_words_beyond_the_header_are_said() -> None:
    read = read_notes(b"id,text,role\n1,a\n2,b,c,d,e\n3\n4,f,g,,\n")
    assert read.notes == (ReadNote(2, "a"), ReadNote(5, "f"))
    assert read.left_out == (
        LeftOutRow(3, "more cells than the header row has"),
        LeftOutRow(4, "no words"),
    )


def test_a_note_of_invisible_signs_alone_has_no_words() -> None:
    assert read_notes("text\n\u200b\u2060\nwarm\n".encode()).left_out == (LeftOutRow(2, "no words"),)


def test_a_note_that_is_too_long_is_left_out_and_the_longest_is_read() -> None:
    longest = "ä" * csv_in.LONGEST_NOTE
    read = read_notes(f"text\n{longest}\n{longest}b\n".encode())
    assert read.notes == (ReadNote(2, longest),)
    assert read.left_out == (LeftOutRow(3, "longer than 2000 letters"),)


def test_words_are_composed_and_freed_of_control_characters_only() -> None:
    assert texts('id,text\n1," e\u0301t\u00e9\x07 <b>a\tb</b>\u200b "\n'.encode()) == ["été <b>a b</b>\u200b"]
    assert texts("id,text\n1,one\vtwo\x85three\n".encode()) == ["one\ntwo\nthree"]


# Columns


def test_group_kind_and_language_are_found_by_their_names() -> None:
    read = read_notes(b"Language,TEXT,Kind,Area\ncy,Mae'n oer,does_not_work, The\nhall \n")
    assert read.notes == (ReadNote(2, "Mae'n oer", "The", NoteKind.DOES_NOT_WORK, "cy"),)


def test_what_a_cell_may_not_say_is_left_out_of_the_note() -> None:
    read = read_notes(f"text,kind,language,group\nwarm,purple,the whole of it,{'g' * 400}\n".encode())
    assert read.notes == (ReadNote(2, "warm", "g" * 300),)


def test_a_note_of_before_is_brought_along_as_prepared() -> None:
    assert read_notes(b"text,kind\nwarm,before\n").notes == (
        ReadNote(2, "warm", kind=NoteKind.MATTERS, source=NoteSource.PREPARED),
    )


def test_a_mapping_names_the_columns_in_any_case_and_unicode_form() -> None:
    data = "Größe,Was\nhall,warm\n".encode()
    mapping = {"text": " was ", "group": unicodedata.normalize("NFD", "größe")}
    assert read_notes(data, mapping).notes == (ReadNote(2, "warm", "hall"),)


def test_a_mapping_to_what_is_not_there_is_refused() -> None:
    assert refusal(b"text,a\nwarm,b\n", {"colour": "a"}) == (
        "A note has no part “colour”. Nothing was changed. There are: text, group, kind, language."
    )
    assert "There is no column “b”." in refusal(b"text,a\nwarm,b\n", {"text": "b"})
    assert "There are 2 columns “a”." in refusal(b"text,a,A\nwarm,b,c\n", {"group": "a"})


def test_a_text_column_that_is_there_twice_is_refused_unless_another_is_named() -> None:
    data = b"text,Text,other\na,b,c\n"
    assert "There are 2 columns “text”." in refusal(data)
    assert read_notes(data, {"text": "other"}).notes == (ReadNote(2, "c"),)


def test_a_file_without_a_text_column_asks_which_one_it_is() -> None:
    assert "--map text=COLUMN" in refusal(b"a,b\n1,2\n")


def test_rows_that_moderators_did_not_accept_are_left_out_and_counted() -> None:
    polis = read_notes(b"moderated,comment-body\n1,warm\n-1,rude\n0,waits\n")
    assert [note.text for note in polis.notes] == ["warm"]
    assert polis.left_out == (
        LeftOutRow(3, "not accepted by the moderators"),
        LeftOutRow(4, "not accepted by the moderators"),
    )
    assert texts(b"Moderated,text\n1,warm\n-1,rude\n") == ["warm"]


def test_a_file_full_of_nothing_is_read_at_once() -> None:
    assert texts(b"text\nwarm\n" + b"\n" * 5_000_000 + b"cold\n") == ["warm", "cold"]


def test_a_row_as_long_as_the_file_is_refused_before_it_is_whole() -> None:
    with pytest.raises(ExchangeError, match="columns or"):
        read_table(b"text,x\n" + b"," * 5_000_000)


def test_a_table_of_too_many_cells_is_refused() -> None:
    row = b"," * 999 + b"\n"
    with pytest.raises(ExchangeError, match="cells"):
        read_table(b"text" + b",a" * 999 + b"\n" + row.replace(b",", b"a,") * 2_100)


def test_an_apostrophe_is_taken_away_from_our_own_export_only() -> None:
    assert texts(b"id,text\n1,'=1+1\n") == ["'=1+1"]
    assert texts(b"number;group;text;kind;language;translation\n1;;'=1+1;;;\n") == ["=1+1"]


# Any table, any bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@settings(deadline=None, max_examples=25)
@given_any(rows=tables, sign=st.sampled_from(",;\t|"))
@example(rows=[["a\rb", '"', "\r\n\n"], ["", "", ""], ["=", "'", "\ufeff"]], sign="|")
def test_whatever_a_csv_writer_writes_is_read_back(
    encoding: str, end: str, rows: list[list[str]], sign: str
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=sign, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([["text", "b", "c"], *rows])
    table = read_table(file.getvalue().encode(encoding))
    plain = [[_plain(cell, end) for cell in row] for row in rows]
    assert table.delimiter == sign
    assert [list(row.cells) for row in table.rows] == [row for row in plain if any(map(str.strip, row))]


def _plain(cell: str, end: str) -> str:
    """The cell with the line breaks that reading gives."""
    cell = cell.replace("\r\n", "\n")
    return cell.replace("\r", "\n") if end == "\r" else cell


@settings(deadline=None, max_examples=300)
@given_any(st.one_of(st.binary(max_size=80), st.text("a\"',;|\t\r\n =\0é", max_size=40).map(str.encode)))
def test_bytes_of_any_kind_are_read_or_refused_in_plain_words(tail: bytes) -> None:
    for data in (tail, b"text,b\n" + tail, b'"text"\t' + tail):
        try:
            read_notes(data)
        except ExchangeError as error:
            assert "Nothing was changed." in error.message


@settings(deadline=None)
@given_any(words, words)
def test_whatever_is_read_is_as_the_board_wants_it(text: str, group: str) -> None:
    """No row that reading lets through may stop the whole file at the board."""
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["text", "group"], [text, group]])
    for note in read_notes(file.getvalue().encode()).notes:
        assert must_say(tidy(note.text), "words") == note.text
        assert tidy_line(note.group) == note.group
