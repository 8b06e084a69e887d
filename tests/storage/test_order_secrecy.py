"""The gate of the ballot box: neither place nor time of any byte tells who came when."""

import itertools
import os
from pathlib import Path

import pytest

from tests.storage import order_secrecy
from tests.storage.order_secrecy import (
    BoxOfRandomKeys,
    BoxOfRows,
    BoxWithLog,
    BoxWithOldJournal,
    PlainBox,
    Seen,
    figure_of,
    figures,
    tau,
)

LIMIT = 4.5  # standard errors: a false alarm in 100 000 figures
ROUNDS = 60


@pytest.mark.slow
def test_after_every_cast_the_files_tell_no_order_and_hold_one_image() -> None:
    found = [told for figure in figures(ROUNDS) for told in figure.tells(LIMIT)]
    if found:  # chance may look like order once, not twice
        found = [told for figure in figures(ROUNDS) for told in figure.tells(LIMIT)]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (BoxOfRows, "5 voters: tau -1.000"),
        (BoxOfRandomKeys, "5 voters: tau -1.000"),
        (BoxWithLog, "5 voters: tau 1.000"),
        (BoxWithLog, "images of a ballot"),
        (BoxWithOldJournal, "images of a ballot"),
    ],
)
def test_boxes_that_give_the_order_away_are_caught(kind: type[PlainBox], told: str) -> None:
    """Negative controls: two rounds tell enough where something tells."""
    found = [said for figure in figures(4, kind, (5, 10, 20)) for said in figure.tells(LIMIT)]
    assert [said for said in found if told in said]


def test_the_figures_tell_order_from_chance() -> None:
    """Negative control of the arithmetic, on orders written by hand."""
    assert tau((1, 2, 3, 4)) == 1.0
    assert tau((4, 3, 2, 1)) == -1.0
    assert tau((1, 4, 2, 3)) == pytest.approx(1 / 3)
    every_order = [Seen(order, 1) for order in itertools.permutations(range(1, 6))]
    assert figure_of(5, every_order).tells(3) == []
    last_at_the_end = [Seen(order, 1) for order in itertools.permutations(range(1, 6)) if order[-1] == 5]
    assert len(figure_of(5, last_at_the_end * 5).tells(LIMIT)) == 3
    assert figure_of(5, [Seen(order.order, 2) for order in every_order]).tells(3) == [
        "5 voters: 2 images of a ballot"
    ]


def test_an_image_is_found_whole_torn_and_twice(tmp_path: Path) -> None:
    """Negative control of the look: bytes put into files by hand."""
    sealed = os.urandom(100)
    (tmp_path / "x.box").write_bytes(bytes(50) + sealed + bytes(50))
    assert order_secrecy.look(tmp_path, {sealed: 1}) == Seen((1,), 1)
    (tmp_path / "x.box-journal").write_bytes(bytes(9) + sealed[:40] + bytes(9))
    assert order_secrecy.look(tmp_path, {sealed: 1}) == Seen((1,), 2)
    (tmp_path / "x.box-journal").write_bytes(bytes(9) + sealed[-40:] + bytes(9))
    assert order_secrecy.look(tmp_path, {sealed: 1}) == Seen((1,), 2)
