"""The box of equality answers: rows that stand alone, in no order, whole or not at all, and then gone."""

import itertools
import os
import signal
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from nacl.public import PrivateKey, SealedBox

from tests.domain.sheets import FORM
from tests.storage.encrypted_pages import pages_of
from tests.storage.order_secrecy import look, tau
from workshop.domain.equality_form import ROW_LENGTH, rows_of
from workshop.storage.engine import BOX_PRAGMAS, Database, connect
from workshop.storage.equality import EqualityBox

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(range(32))
LIST = "a_list"
ROWS = 4  # of a sheet in these tests
SHEETS = 10
ROUNDS = 20


class PlainBox(EqualityBox):
    """The product's box with its pages readable."""

    @staticmethod
    def _connect(path: Path, data_key: bytes) -> Database:
        return connect(path, None, BOX_PRAGMAS)

    def numbers(self) -> dict[bytes, int]:
        """The number in each sealed row."""
        unseal = SealedBox(PrivateKey(self._private_key()))
        rows = self._database.execute("SELECT sealed FROM answer").fetchall()
        return {sealed: int(unseal.decrypt(sealed)) for (sealed,) in rows}


class BoxInOrder(PlainBox):
    """Negative control: what is put in goes behind what was there, under a key that counts up."""

    def _put(self, plain: Sequence[bytes], **counted: int) -> None:
        seal = SealedBox(PrivateKey(self._private_key()).public_key)
        for at, one in enumerate(plain, start=self.count()):
            values = [at.to_bytes(4, "big"), bytes(seal.encrypt(one))]
            self._database.execute("INSERT INTO answer VALUES (?, ?)", values)


def row(number: int) -> bytes:
    return b"%04d" % number


def sheet(number: int) -> list[bytes]:
    """Rows that are told from all others."""
    return [row(number * ROWS + at) for at in range(ROWS)]


# Order and neighbours


def order_after(folder: Path, kind: type[PlainBox]) -> list[int]:
    """The numbers of all rows by where they lie in the file, after all sheets."""
    with kind.make(folder, LIST, KEY) as box:
        for number in range(SHEETS):
            box.hand_in(sheet(number))
        seen = look(folder, box.numbers())
        box.destroy()
    assert seen.images == 1, "no older image of a row is left"
    return list(seen.order)


def together(order: list[int]) -> float:
    """The share of neighbours in the file that are of one sheet."""
    pairs = list(itertools.pairwise(order))
    return sum(a // ROWS == b // ROWS for a, b in pairs) / len(pairs)


def told_by(orders: list[list[int]]) -> list[str]:
    """What the places in the file tell: the order of the sheets, or which rows came on one sheet."""
    many = len(orders) ** 0.5
    size = SHEETS * ROWS
    tau_sigma = (2 * (2 * size + 5) / (9 * size * (size - 1))) ** 0.5
    by_chance = (ROWS - 1) / (size - 1)
    share_sigma = (by_chance * (1 - by_chance) / (size - 1)) ** 0.5
    errors = {
        "the order": statistics.fmean(map(tau, orders)) / tau_sigma * many,
        "what was on one sheet": (statistics.fmean(map(together, orders)) - by_chance) / share_sigma * many,
    }
    return [what for what, error in errors.items() if abs(error) > 4.5]


def test_no_place_in_the_file_tells_of_order_or_of_one_sheet(tmp_path: Path) -> None:
    assert told_by([order_after(tmp_path / str(n), PlainBox) for n in range(ROUNDS)]) == []


def test_a_box_in_order_gives_both_away(tmp_path: Path) -> None:
    orders = [order_after(tmp_path / str(n), BoxInOrder) for n in range(2)]
    assert told_by(orders) == ["the order", "what was on one sheet"]


# What lies in the files


def test_all_sealed_rows_are_of_one_length_and_none_looks_like_another(tmp_path: Path) -> None:
    sheets = [{}, {"sex": "female"}, {"sex": "female"}, {"impairment": ["vision", "hearing"]}]
    with PlainBox.make(tmp_path, LIST, KEY) as box:
        for answers in sheets:
            box.hand_in(rows_of(FORM, answers))
        rows = box._database.execute("SELECT id, sealed FROM answer").fetchall()
        assert box.count() == len(rows) == len(sheets) * FORM.rows_a_sheet
    assert {len(sealed) for _, sealed in rows} == {ROW_LENGTH + 48}
    assert len({id_ for id_, _ in rows}) == len({sealed for _, sealed in rows}) == len(rows)


def test_no_byte_of_the_decrypted_pages_holds_an_answer_and_no_column_a_time(tmp_path: Path) -> None:
    with EqualityBox.make(tmp_path, LIST, KEY) as box:
        box.hand_in(rows_of(FORM, {"ethnic_group": "asian_pakistani", "sex": "female"}))
    data = pages_of(tmp_path / f"{LIST}.box", KEY)
    assert not [word for word in (b"asian", b"ethnic", b"female", b"sex") if word in data]
    assert b"public_key" in data, "negative control: this is how plain words look in these pages"
    database = connect(tmp_path / f"{LIST}.box", KEY, BOX_PRAGMAS)
    columns = {c.name for table in database.tables for c in table.columns}
    database.close()
    assert columns == {"id", "sealed", "public_key"}


def test_every_row_comes_out_once(tmp_path: Path) -> None:
    sheets = [{"sex": "female"}, {"sex": "male", "carer": "no"}, {}]
    with EqualityBox.make(tmp_path, LIST, KEY) as box:
        for answers in sheets:
            box.hand_in(rows_of(FORM, answers))
    with EqualityBox.open(tmp_path, LIST, KEY) as box:
        assert Counter(box.empty_out()) == Counter(r for a in sheets for r in rows_of(FORM, a))
        box.destroy()
    assert not tmp_path.exists()


# A stop in the middle of handing in

STEPS = """
import sys
from pathlib import Path
from tests.storage.test_equality_box import stop_at_step
stop_at_step(Path(sys.argv[1]), int(sys.argv[2]))
"""


def stop_at_step(folder: Path, step: int) -> None:
    """The child: hand in a sheet, and be killed just before statement number `step` of it."""
    with PlainBox.open(folder, LIST, KEY) as box:
        steps = itertools.count(1)

        def count(statement: str) -> None:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        box._database.conn.set_trace_callback(count)
        box.hand_in(sheet(99))


@pytest.mark.parametrize("step", [30])
def test_a_stop_leaves_no_half_sheet_and_no_older_image(tmp_path: Path, step: int) -> None:
    with PlainBox.make(tmp_path, LIST, KEY) as box:
        for number in range(6):
            box.hand_in(sheet(number))
    command = [sys.executable, "-c", STEPS, str(tmp_path), str(step)]
    child = subprocess.run(command, cwd=ROOT, check=False)
    assert child.returncode == -signal.SIGKILL
    with PlainBox.open(tmp_path, LIST, KEY) as box:
        assert sorted(box.empty_out()) == [row(number) for number in range(6 * ROWS)]
        assert look(tmp_path, box.numbers()).images == 1
