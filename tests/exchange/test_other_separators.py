"""CSV out, opened by a spreadsheet that splits at another sign than the comma."""

import csv
import io

import pytest
from hypothesis import example, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from workshop.exchange.csv_out import escape, unescape, write_table

SIGNS = tuple("=+-@＝＋－＠")
hostile = st.text(st.sampled_from("ab =+-@'\";|\t\r\n,＝\u200b"), max_size=12)


def formulas_in(data: bytes, separator: str) -> list[str]:
    """The cells that begin as a formula when the file is split at `separator`."""
    lines = io.StringIO(data.decode("utf-8-sig"), newline="")
    cells = [cell for row in csv.reader(lines, delimiter=separator) for cell in row]
    return [cell for cell in cells if cell.lstrip(" \t\r\n").startswith(SIGNS)]


@settings(deadline=None)
@given_any(rows=st.lists(st.tuples(hostile, hostile), max_size=3), separator=st.sampled_from(",;\t|"))
@example(rows=[("x;=1+1", 'x;"=1+1')], separator=";")
@example(rows=[("", "- a\n- b")], separator=";")
def test_no_part_of_a_cell_is_a_formula(rows: list[tuple[str, str]], separator: str) -> None:
    table = write_table(["number", "group", "text"], [(i, *row) for i, row in enumerate(rows)])
    assert formulas_in(table, separator) == []


@given_any(hostile)
@example(" \r=")
@example("a;''=")
def test_unescaping_undoes_escaping_inside_a_cell_too(cell: str) -> None:
    assert unescape(escape(cell)) == cell


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_writer_that_looks_at_the_first_sign_only_is_caught(separator: str) -> None:
    raw = f'"number","text"\r\n"1","x{separator}=1+1{separator}y"\r\n'.encode()
    assert formulas_in(raw, separator) == ["=1+1"]
