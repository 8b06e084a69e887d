"""The main job on real input: statements that real people wrote go through a whole day to the pack."""

import csv
import re
import subprocess
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from workshop.session.imports import notes_of, read_file
from workshop.session.practice import play

CONVERSATIONS = {
    "london.youth.policing": 36,
    "scoop-hivemind.freshwater": 51,
    "brexit-consensus": 50,
    "vtaiwan.uberx": 99,
}


def squeezed(text: str) -> str:
    """The text without white space, which a page may break anywhere."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def statements_missing(statements: list[str], text: str) -> list[str]:
    """The statements that do not stand in the text in this order."""
    page, place, missing = squeezed(text), 0, []
    for statement in statements:
        found = page.find(squeezed(statement), place)
        if found < 0:
            missing.append(statement)
        else:
            place = found + len(squeezed(statement))
    return missing


@pytest.mark.data
@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_the_pack_holds_every_accepted_statement_in_order(
    conversation: str, shared_data: Path, tmp_path: Path
) -> None:
    file = shared_data / "polis" / conversation / "comments.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        accepted = [row["comment-body"] for row in csv.DictReader(lines) if row["moderated"] == "1"]

    read = read_file(file)
    day = play(tmp_path / "out", notes=notes_of(read), seed=7, clock=lambda: datetime(2026, 5, 14, 13, 10))

    assert (len(read.notes), day.notes) == (CONVERSATIONS[conversation], CONVERSATIONS[conversation])
    pack = next(d.path for d in day.documents if d.path.match("people/pack.pdf"))
    extracted = subprocess.run(["pdftotext", "-raw", pack, "-"], capture_output=True, text=True, check=True)
    assert statements_missing(accepted, extracted.stdout) == []
    assert statements_missing(accepted, pack.with_suffix(".txt").read_text(encoding="utf-8")) == []


def test_a_statement_that_is_missing_or_out_of_order_is_noticed() -> None:
    assert statements_missing(["one", "two"], "one\ntwo") == []
    assert statements_missing(["one", "two"], "two one") == ["two"]
    assert statements_missing(["one", "two"], "one") == ["two"]
