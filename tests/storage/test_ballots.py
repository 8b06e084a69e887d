"""The sealed ballot box: what is in it is counted once, and by nobody before the vote is closed."""

import os
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from tests import given
from tests.storage.order_secrecy import PlainBox, look
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.domain.voting import (
    MOST_DOTS,
    MOST_OPTIONS,
    Ballot,
    check_ballot,
    decode_ballot,
    encode_ballot,
)
from workshop.errors import CannotWrite, RuleBroken, WorkshopDamaged
from workshop.storage.ballots import BallotBox, Emptied

KEY = given.KEY
NO_TIME = datetime(1980, 1, 1, tzinfo=UTC).timestamp()


def plain(number: int) -> bytes:
    """A ballot that is told from all others."""
    return b"%06d" % number


def emptied(folder: Path) -> Emptied:
    with BallotBox.open(folder, "r1", KEY) as box:
        return box.empty_out()


def cast_all(folder: Path, numbers: range) -> None:
    with BallotBox.make(folder, "r1", KEY) as box:
        for number in numbers:
            box.cast(plain(number))


# What a box tells, and what it gives back


def test_an_open_box_tells_a_number_and_gives_back_every_ballot_once(tmp_path: Path) -> None:
    cast_all(tmp_path, range(12))
    with BallotBox.open(tmp_path, "r1", KEY) as box:
        assert box.count() == 12
    assert sorted(emptied(tmp_path).ballots) == [plain(number) for number in range(12)]


def test_emptying_out_twice_gives_the_same_and_takes_nothing(tmp_path: Path) -> None:
    cast_all(tmp_path, range(5))
    first, second = emptied(tmp_path), emptied(tmp_path)
    assert Counter(first.ballots) == Counter(second.ballots)
    assert (first.on_paper, first.spoiled) == (second.on_paper, second.spoiled) == (0, 0)


def test_paper_ballots_are_counted_with_their_spoiled_sheets(tmp_path: Path) -> None:
    cast_all(tmp_path, range(3))
    with BallotBox.open(tmp_path, "r1", KEY) as box:
        box.cast_many([plain(number) for number in range(3, 8)], spoiled=2)
        box.cast_many([], spoiled=1)
        assert box.count() == 8
        found = box.empty_out()
    assert (found.on_paper, found.spoiled) == (5, 3)
    assert sorted(found.ballots) == [plain(number) for number in range(8)]


def test_a_batch_goes_in_whole_or_not_at_all(tmp_path: Path) -> None:
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        box.cast(plain(0))
        box._database.execute(f"PRAGMA max_page_count = {_pages(box) + 1}")
        with pytest.raises(CannotWrite, match="The disk is full"):
            box.cast_many([os.urandom(400) for _ in range(40)], spoiled=4)
        found = box.empty_out()
    assert found == Emptied((plain(0),), on_paper=0, spoiled=0)


def _pages(box: BallotBox) -> int:
    return int(box._database.execute("PRAGMA page_count").fetchone()[0])


ROUND = Round(
    RoundId("r1"),
    1,
    "Which first?",
    "What helps most",
    tuple(Option(OptionId(f"o{n}"), n, f"Idea {n}") for n in range(1, 5)),
    dots=5,
    most_per_option=3,
    by_voice=True,
)


def test_sealed_ballots_have_one_length_whatever_is_in_them(tmp_path: Path) -> None:
    ballots = [
        Ballot((0, 0, 0, 0), None, ()),
        Ballot((3, 2, 0, 0), Voice.USES_SERVICES, (True, True, True, True)),
        Ballot((20, 20, 20, 20), Voice.CARER, (False, True, False, False)),
    ]
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        box.cast_many([encode_ballot(ballot) for ballot in ballots])
        lengths = {len(row[0]) for row in box._database.execute("SELECT sealed FROM ballot")}
    assert len(lengths) == 1


def test_the_longest_ballot_lies_in_one_piece_on_one_page(tmp_path: Path) -> None:
    """A ballot that is cut in two leaves pieces on pages of their own, in an order of their own."""
    longest = encode_ballot(Ballot((MOST_DOTS,) * MOST_OPTIONS, Voice.CARER, (True,) * MOST_OPTIONS))
    assert len(longest) + 48 + 16 < (4096 - 80 - 12) * 64 // 255 - 23  # sqlite.org/fileformat2.html, 1.6
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        box.cast_many([longest] * 30)
        sealed = [row[0] for row in box._database.execute("SELECT sealed FROM ballot")]
    data = (tmp_path / "r1.box").read_bytes()
    assert [data.count(one) for one in sealed] == [1] * 30


def test_the_same_choices_never_look_the_same(tmp_path: Path) -> None:
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        box.cast_many([plain(7)] * 20)
        rows = box._database.execute("SELECT id, sealed FROM ballot").fetchall()
    assert len({row[0] for row in rows}) == len({row[1] for row in rows}) == 20


def test_no_word_of_a_ballot_is_in_the_files(tmp_path: Path) -> None:
    secret = b"a secret of twenty-six letters"
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        box.cast(secret)
    data = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert secret not in data
    assert b"on_paper" in data, "negative control: this is how plain words look"


# Time


def times_in(folder: Path) -> set[float]:
    return {path.stat().st_mtime for path in folder.iterdir()}


def test_the_times_of_the_files_say_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "rounds"
    with BallotBox.make(folder, "r1", KEY) as box:
        assert times_in(folder) == {NO_TIME}
        box.cast(plain(1))
        assert times_in(folder) == {NO_TIME}
    assert times_in(folder) == {NO_TIME}
    with BallotBox.open(folder, "r1", KEY) as box:
        box.cast_many([plain(2)])
        box.count()
        box.empty_out()
    assert times_in(folder) == {NO_TIME}
    (folder / "r1.box").touch()
    assert times_in(folder) != {NO_TIME}, "negative control"


def test_a_ballot_that_is_in_is_acknowledged_even_where_times_cannot_be_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error here would make somebody cast again, and count twice."""

    def refuse(*_: object) -> None:
        raise PermissionError("no times on this disk")

    with BallotBox.make(tmp_path, "r1", KEY) as box, monkeypatch.context() as stubborn:
        stubborn.setattr(os, "utime", refuse)
        box.cast(plain(1))
        assert box.count() == 1


# Destroying


def test_after_destroying_neither_file_nor_byte_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "rounds"
    with BallotBox.make(folder, "r1", KEY) as box:
        box.cast(plain(1))
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        held = {name: (folder / name).open("rb") for name in before}  # whoever kept a file open
        box.destroy()
        box.destroy()
    assert not folder.exists()
    for name, file in held.items():
        with file:
            left = file.read()
        assert len(left) == len(before[name])
        pieces = [before[name][i : i + 16] for i in range(0, len(before[name]), 16)]
        assert [piece for piece in pieces if piece in left] == []


def test_destroying_one_box_leaves_the_others(tmp_path: Path) -> None:
    cast_all(tmp_path, range(3))
    BallotBox.make(tmp_path, "r2", KEY).close()
    (tmp_path / "r2.key.part").write_bytes(b"left by a stop")
    BallotBox.destroy_files(tmp_path, "r2")
    BallotBox.destroy_files(tmp_path, "never there")
    BallotBox.destroy_files(tmp_path / "never there", "r1")
    assert BallotBox.ids_in(tmp_path) == ("r1",)
    assert len(emptied(tmp_path).ballots) == 3


def test_the_key_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop in the middle of destroying leaves ballots that nobody can ever read."""
    cast_all(tmp_path, range(3))
    real = Path.unlink

    def stop_after_one(path: Path, missing_ok: bool = False) -> None:
        real(path, missing_ok)
        raise KeyboardInterrupt

    with monkeypatch.context() as stopping:
        stopping.setattr(Path, "unlink", stop_after_one)
        with pytest.raises(KeyboardInterrupt):
            BallotBox.destroy_files(tmp_path, "r1")
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_size] == ["r1.box"]
    assert not BallotBox.exists(tmp_path, "r1")


# What is gone, spoilt or not ours


def test_a_box_or_key_that_is_gone_is_said_plainly(tmp_path: Path) -> None:
    for ending in (".box", ".key"):
        folder = tmp_path / ending
        folder.mkdir()
        cast_all(folder, range(3))
        (folder / f"r1{ending}").unlink()
        with pytest.raises(WorkshopDamaged) as refused:
            BallotBox.open(folder, "r1", KEY)
        assert str(refused.value) == (
            "The box of this vote is not there. Everything else is safe. "
            "Please cancel the vote and vote again."
        )


CANNOT_BE_READ = (
    "The ballots of this vote cannot be read. Everything else is safe. Please cancel the vote and vote again."
)


@pytest.mark.parametrize("ending", [".box", ".key"])
@pytest.mark.parametrize("damage", ["a bit", "the second half", "all"])
def test_a_box_or_key_that_is_spoilt_is_said_plainly(tmp_path: Path, ending: str, damage: str) -> None:
    cast_all(tmp_path, range(3))
    path = tmp_path / f"r1{ending}"
    data = bytearray(path.read_bytes())
    data[len(data) * 2 // 3] ^= 4
    spoilt = {"a bit": data, "the second half": data[: len(data) // 2], "all": os.urandom(len(data))}
    path.write_bytes(bytes(spoilt[damage]))
    with pytest.raises(WorkshopDamaged) as refused:
        emptied(tmp_path)
    assert str(refused.value) == CANNOT_BE_READ


def test_another_workshops_key_opens_nothing(tmp_path: Path) -> None:
    cast_all(tmp_path, range(3))
    with pytest.raises(WorkshopDamaged) as refused:
        BallotBox.open(tmp_path, "r1", bytes(32))
    assert str(refused.value) == CANNOT_BE_READ
    assert len(emptied(tmp_path).ballots) == 3


def test_another_rounds_key_reads_no_ballot(tmp_path: Path) -> None:
    """The data key alone is not enough: each box has a key pair of its own."""
    cast_all(tmp_path, range(3))
    other = bytes(SecretBox(KEY).encrypt(bytes(PrivateKey.generate())))
    (tmp_path / "r1.key").write_bytes(other)
    with pytest.raises(WorkshopDamaged) as refused:
        emptied(tmp_path)
    assert str(refused.value) == CANNOT_BE_READ


def test_a_box_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "rounds"

    class FullBox(PlainBox):
        @staticmethod
        def _furnish(database: object, public_key: bytes) -> None:
            raise CannotWrite("The disk is full.")

    with pytest.raises(CannotWrite):
        FullBox.make(folder, "r1", KEY)
    assert not folder.exists()


def test_a_full_disk_keeps_what_was_in_and_takes_no_half_ballot(tmp_path: Path) -> None:
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        for number in range(20):
            box.cast(plain(number))
        box._database.execute(f"PRAGMA max_page_count = {_pages(box)}")
        kept = 20
        with pytest.raises(CannotWrite, match="the last act was not done"):
            for number in range(20, 100):
                box.cast(plain(number))
                kept += 1
        assert box.count() == kept
        assert look(tmp_path, box.casts()).images == 1
    with PlainBox.open(tmp_path, "r1", KEY) as box:
        assert sorted(box.empty_out().ballots) == [plain(number) for number in range(kept)]
        box.cast(plain(kept))  # there is room again: the limit was the connection's
        assert box.count() == kept + 1


# Any order of acts

VOICES = st.sampled_from([None, *Voice])
DOTS = st.dictionaries(st.sampled_from([option.id for option in ROUND.options]), st.integers(-1, 4))


class Vote(RuleBasedStateMachine):
    """Ballots that are cast and refused, and a box that is closed and opened again, in any order.

    The model keeps what was acknowledged, and nothing else.
    """

    @initialize()
    def open_the_vote(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        self.box = BallotBox.make(self.path, "r1", KEY)
        self.model: list[Ballot] = []
        self.on_paper = self.spoiled = 0

    @rule(choices=DOTS, voice=VOICES, not_clear=st.sets(st.sampled_from([o.id for o in ROUND.options])))
    def cast(self, choices: dict[OptionId, int], voice: Voice | None, not_clear: set[OptionId]) -> None:
        dots = choices.values()
        if sum(dots) > 5 or any(n < 0 or n > 3 for n in dots):
            with pytest.raises(RuleBroken):
                check_ballot(ROUND, choices, not_clear, voice)
            return
        ballot = check_ballot(ROUND, choices, not_clear, voice)
        self.box.cast(encode_ballot(ballot))
        self.model.append(ballot)

    @rule(dots=st.lists(st.integers(0, 3), max_size=4), spoiled=st.integers(0, 2))
    def type_paper(self, dots: list[int], spoiled: int) -> None:
        ballots = [check_ballot(ROUND, {ROUND.options[0].id: n}) for n in dots]
        self.box.cast_many([encode_ballot(ballot) for ballot in ballots], spoiled=spoiled)
        self.model += ballots
        self.on_paper += len(ballots)
        self.spoiled += spoiled

    @rule()
    def open_again(self) -> None:
        self.box.close()
        self.box = BallotBox.open(self.path, "r1", KEY)

    @invariant()
    def the_count_is_what_was_acknowledged(self) -> None:
        assert self.box.count() == len(self.model)

    def teardown(self) -> None:
        if not hasattr(self, "box"):
            return
        found = self.box.empty_out()
        ballots = [decode_ballot(ROUND, ballot) for ballot in found.ballots]
        self.box.destroy()
        self.folder.cleanup()
        assert Counter(ballots) == Counter(self.model)
        assert all(sum(ballot.dots) <= ROUND.dots for ballot in ballots)
        assert (found.on_paper, found.spoiled) == (self.on_paper, self.spoiled)


TestAnyOrderOfActs = Vote.TestCase
TestAnyOrderOfActs.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
