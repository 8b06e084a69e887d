"""CSV out: no cell is a formula to a spreadsheet, nothing is lost on the way there and back."""

import csv
import io
import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from workshop.domain.facts import (
    DrawingFacts,
    Facts,
    GroupFacts,
    NoteFacts,
    OptionFacts,
    PictureFacts,
    PromiseFacts,
    RegisterRow,
    RoundFacts,
)
from workshop.domain.kinds import AgeGroup, Audience, Emotion, GroupKind, Item, NoteKind, PromiseStatus
from workshop.domain.records import KindName
from workshop.exchange.csv_in import ReadNote, read_notes, read_table
from workshop.exchange.csv_out import WRITERS, escape, unescape, write_table

SIGNS = "=+-@＝＋－＠"
TRIMMED = " \t\r\n\v\f\u00a0\u2003\u3000\u200b\u200e\u2060\ufeff"
PREFIXES = ("", " ", "  ", "\t", "\r", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff", "'", "''")
SEPARATORS = ("", ",", ";", "|")
QUOTES = ("", '"', '""', "'")

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30)
composed = words.map(lambda text: unicodedata.normalize("NFC", text))


def formulas_in(data: bytes) -> list[str]:
    """The cells of a CSV file that a spreadsheet could take for a formula, found without our code."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [cell for row in rows for cell in row if _acts(cell)]


def _acts(cell: str) -> bool:
    return cell.lstrip(TRIMMED).startswith(tuple(SIGNS)) or cell.startswith(("\t", "\r", "\n"))


def written_raw(cells: Sequence[str]) -> bytes:
    """The same file from a writer that escapes nothing: the negative control."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([cell] for cell in cells)
    return file.getvalue().encode("utf-8-sig")


# Formulas


def test_every_sign_behind_every_prefix_is_made_harmless_and_comes_back() -> None:
    cells = [
        f"{prefix}{quote}{separator}{quote}{sign}1+1"
        for prefix, separator, quote, sign in itertools.product(PREFIXES, SEPARATORS, QUOTES, SIGNS)
    ]
    written = write_table(["text"], [[cell] for cell in cells])
    assert formulas_in(written) == []
    assert [unescape(row[0]) for row in _rows(written)] == cells
    assert len(formulas_in(written_raw(cells))) > len(PREFIXES)


@pytest.mark.data
def test_the_known_attacks_are_made_harmless_and_come_back(shared_data: Path) -> None:
    attacks = (shared_data / "bad/csv_injection_payloads.txt").read_text(encoding="utf-8").splitlines()
    written = write_table(["text"], [[attack] for attack in attacks])
    assert len(attacks) == 6
    assert formulas_in(written) == []
    assert [unescape(row[0]) for row in _rows(written)] == attacks
    assert formulas_in(written_raw(attacks)) == attacks[1:]  # the first is words to any spreadsheet


def _rows(data: bytes) -> list[list[str]]:
    """The rows below the header, as any reader of CSV sees them."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]


@pytest.mark.parametrize("cell", ["", "warm", "5 - 3", "a=b", " warm", "“quoted”", "|calc", "%0A=1", "←="])
def test_words_that_no_spreadsheet_acts_on_are_left_as_they_are(cell: str) -> None:
    assert escape(cell) == cell == unescape(cell)


@pytest.mark.parametrize("cell", ["'", "'warm", "don't", "''", "'=1"])
def test_an_apostrophe_of_the_writer_survives(cell: str) -> None:
    assert unescape(escape(cell)) == cell


def test_an_apostrophe_typed_in_a_spreadsheet_is_not_taken_for_ours() -> None:
    assert unescape("'warm and dry' was the wish") == "'warm and dry' was the wish"


@given_any(words)
@example("'=1")
@example("''")
@example("\u200b\u3000＝1")
def test_unescaping_undoes_escaping(cell: str) -> None:
    assert unescape(escape(cell)) == cell


@settings(deadline=None)
@given_any(st.lists(st.tuples(composed, composed), max_size=5))
def test_any_table_comes_back_whole_and_acts_on_nothing(rows: list[tuple[str, str]]) -> None:
    written = write_table(["number", "text", "group"], [(i, *row) for i, row in enumerate(rows)])
    assert formulas_in(written) == []
    table = read_table(written)
    assert (table.header, table.encoding, table.delimiter) == (("number", "text", "group"), "utf-8-sig", ",")
    assert [tuple(map(unescape, row.cells[1:])) for row in table.rows] == rows


def test_the_bytes_are_those_a_spreadsheet_opens_rightly() -> None:
    written = write_table(["a", "b"], [["Wärme", None], [date(2026, 3, 5), 'say "hello"\nagain']])
    assert written == (
        b"\xef\xbb\xbf" + '"a","b"\r\n"Wärme",""\r\n"2026-03-05","say ""hello""\nagain"\r\n'.encode()
    )


# The five tables

WARM = NoteFacts(1, "=warm, please", NoteKind.IDEA, "cy", "Cynnes")
COLD = NoteFacts(2, "It is cold", NoteKind.DOES_NOT_WORK)
OPTIONS = (
    OptionFacts(2, "Benches", "", dots=7, place=1, supporters=5),
    OptionFacts(1, "-Lamps", "", dots=0, place=None),
)
ROUND = RoundFacts(
    number=1,
    question="Which first?",
    criterion="",
    dots_each=3,
    most_per_option=2,
    threshold=5,
    run_off=False,
    counted=True,
    ballots=6,
    on_paper=None,
    spoiled=0,
    dots_used=7,
    dots_possible=18,
    rows=OPTIONS,
)
FACTS = Facts(
    audience=Audience.PEOPLE,
    title="",
    question="",
    host="",
    place="",
    day=None,
    starts="",
    ends="",
    language="en",
    practice=True,
    people=None,
    notes_written=2,
    groups=(GroupFacts("Heat", (WARM, COLD), checked=True), GroupFacts("@home", (WARM,))),
    loose=(COLD,),
    rounds=(ROUND, replace(ROUND, number=2, counted=False)),
    promises=(
        PromiseFacts(
            1, "Heat", "mend it", "it is warm", "Ann", date(2026, 5, 1), PromiseStatus.DOING, missing=("who",)
        ),
        PromiseFacts(2, "Lamps", "", "", "", None, PromiseStatus.PROMISED, missing=("who", "by_when")),
    ),
)
REGISTER = (
    RegisterRow(
        "K101",
        "+Ann",
        AgeGroup.ADULT,
        tuple((item, "yes" if item is Item.CREDIT else "no") for item in reversed(Item)),
        expires_on=date(2031, 3, 5),
    ),
)


def table(kind: str, facts: Facts = FACTS) -> str:
    """An export as lines of text without its quotes, all of which stand round whole cells."""
    return WRITERS[kind](facts).decode("utf-8-sig").replace('"', "").replace("\r\n", "\n")


def test_notes_have_a_row_for_each_group_they_lie_in() -> None:
    assert table("notes") == (
        "number,group,text,kind,language,translation,same_as,emotion,tags,kind_name,drawing,picture,field\n"
        "1,Heat,'=warm, please,idea,cy,Cynnes,,,,,,,\n"
        "2,Heat,It is cold,does_not_work,,,,,,,,,\n"
        "1,'@home,'=warm, please,idea,cy,Cynnes,,,,,,,\n"
        "2,,It is cold,does_not_work,,,,,,,,,\n"
    )


def test_a_note_says_what_it_lies_under_what_is_on_it_and_where_it_lies() -> None:
    cold = replace(COLD, emotion=Emotion.SAD, tags=("winter", "=now"), same_as=1, field=("easy", "=help"))
    warm = replace(WARM, drawing=DrawingFacts("1:AAAA"), picture=PictureFacts("0" * 64, 6, 4))
    named = (KindName(NoteKind.IDEA, "=Try"),)
    facts = replace(FACTS, groups=(), loose=(warm, cold), kind_names=named)
    assert table("notes", facts).splitlines()[1:] == [
        "1,,'=warm, please,idea,cy,Cynnes,,,,'=Try,yes,yes,",
        "2,,It is cold,does_not_work,,,1,sad,winter, =now,,,,easy, =help",
    ]
    assert read_notes(WRITERS["notes"](facts)).notes == (
        ReadNote(2, "=warm, please", "", NoteKind.IDEA, "cy"),
        ReadNote(3, "It is cold", "", NoteKind.DOES_NOT_WORK, ""),
    )


def test_notes_are_read_back_as_they_were() -> None:
    assert read_notes(WRITERS["notes"](FACTS)).notes == (
        ReadNote(2, "=warm, please", "Heat", NoteKind.IDEA, "cy"),
        ReadNote(3, "It is cold", "Heat", NoteKind.DOES_NOT_WORK),
        ReadNote(4, "=warm, please", "@home", NoteKind.IDEA, "cy"),
        ReadNote(5, "It is cold", "", NoteKind.DOES_NOT_WORK),
    )


def test_groups_are_counted_and_a_step_says_how_it_felt() -> None:
    assert table("groups") == "group,notes,checked,kind,feeling\nHeat,2,yes,own,\n'@home,1,no,own,\n"
    step = replace(FACTS.groups[0], kind=GroupKind.WRONG, feeling=-2)
    assert table("groups", replace(FACTS, groups=(step,))).splitlines()[1:] == ["Heat,2,yes,wrong,very_hard"]


def test_votes_are_totals_also_of_what_got_no_dot_and_only_of_counted_rounds() -> None:
    assert table("votes") == (
        "round,question,option,title,dots,place,people,ballots\n"
        "1,Which first?,2,Benches,7,1,5,6\n"
        "1,Which first?,1,'-Lamps,0,,,6\n"
    )


def test_promises_say_what_they_lack() -> None:
    assert table("promises") == (
        "number,theme,we_will,how_known,who,by_when,status,missing\n"
        "1,Heat,mend it,it is warm,Ann,2026-05-01,not_yet,who\n"
        "2,Lamps,,,,,not_yet,who by_when\n"
    )


def test_people_are_those_of_the_register_each_answer_under_its_question() -> None:
    header, row, end = table("people", replace(FACTS, register=REGISTER)).split("\n")
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    answers = {item.value: "yes" if item is Item.CREDIT else "no" for item in Item}
    person = {"ref": "K101", "called": "'+Ann", "age_group": "adult", "expires_on": "2031-03-05"}
    assert (cells, end) == (person | answers, "")


def test_facts_without_a_register_name_nobody() -> None:
    assert table("people").count("\n") == 1
