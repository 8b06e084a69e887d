"""Where typed words stand: each text of each record is looked through, or holds none of them."""

import json
import typing

import pytest

from tests import given
from workshop.domain.records import RECORD_CLASSES
from workshop.storage.rows import to_row
from workshop.storage.typed import TYPED, without_names

# Columns of texts that hold nothing anybody typed about people, each with its reason.
NO_WORDS = {
    "id": "an id",
    "ref": "a number",
    "starts": "a time",
    "ends": "a time",
    "started_at": "a time",
    "next_time": "a time",
    "leaves_by": "a time, and it goes with its person",
    "made_at": "a time",
    "language": "a short name",
    "template": "the name of a file",
    "kind": "a word of ours",
    "sha256": "a number",
    "text_hash": "a number",
    "form": "a version",
    "version": "a version",
    "ink": "strokes",
    "source": "an id, or where a rate comes from",
    "origin": "ids",
    "supersedes": "an id",
    "claim": "an id",
    "category": "a word of ours",
    "unit": "a word of ours",
    "voices": "words of ours",
    "support": "words of ours",
    "called": "goes with its person",
    "full_name": "goes with its person",
    "contact": "goes with its person",
}
# The host's own words and names stay.
OF_THE_HOST = {
    "workshop": {"host", "place", "sponsor", "led_by"},
    "form": {"until", "about"},
    "wording": {"words"},
}


def texts_of(cls: type) -> set[str]:
    hints = typing.get_type_hints(cls)
    return {name for name, kind in hints.items() if kind in (str, tuple[str, ...])}


@pytest.mark.parametrize("cls", RECORD_CLASSES, ids=lambda cls: cls.table)
def test_every_text_is_looked_through_or_holds_no_words(cls: type) -> None:
    table = cls.table  # type: ignore[attr-defined]
    looked_through = {*TYPED.get(table, ())}
    assert looked_through <= {*typing.get_type_hints(cls)}
    assert texts_of(cls) - looked_through - NO_WORDS.keys() == OF_THE_HOST.get(table, set())


def take_out(text: str) -> str:
    return text.replace("Ada", "[name]")


def test_names_go_out_of_lists_and_what_is_not_typed_stays() -> None:
    options = json.dumps([{"id": "Ada", "number": 1, "title": "Ada’s", "what": "Ada", "source": "Ada"}])
    cells = {"id": "Ada", "question": "Ada?", "options": options, "state": "open", "dots": 3}
    without = without_names("round", cells, take_out)
    assert json.loads(str(without["options"])) == [
        {"id": "Ada", "number": 1, "title": "[name]’s", "what": "[name]", "source": "Ada"}
    ]
    assert without | {"options": ""} == cells | {"question": "[name]?", "options": ""}


def test_a_list_without_the_name_is_the_very_same_text() -> None:
    record = given.workshop(axes=("Easy", "Sïân’s"))
    cells = to_row(record)
    assert without_names("workshop", cells, take_out) == cells
