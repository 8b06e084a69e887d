"""The box as people get it, encrypted: its decrypted pages tell no order, and its lock fits its key."""

from pathlib import Path

import pytest
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from tests.storage.encrypted_pages import MAGIC, blocks_back, expanded, pages_of
from tests.storage.order_secrecy import PlainBox, Seen, figure_of, look
from workshop.errors import WorkshopDamaged
from workshop.storage.ballots import BallotBox
from workshop.storage.engine import BOX_PRAGMAS, connect

KEY = bytes(range(32))
SIZES = (5, 10, 20)
ROUNDS = 12


class RealBox(PlainBox):
    """The product's box with nothing changed."""

    _connect = staticmethod(BallotBox._connect)


def read(path: Path) -> bytes:
    """The bytes of a file as the holder of the data key sees them."""
    return pages_of(path, KEY) if path.suffix == ".box" else path.read_bytes()


def play_round(folder: Path) -> dict[int, Seen]:
    """What the decrypted pages tell at each size; the journal is empty after every cast."""
    seen = {}
    with RealBox.make(folder, "r1", KEY) as box:
        for number in range(1, max(SIZES) + 1):
            box.cast(b"%03d" % number)
            sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.suffix != ".box"}
            assert sizes == {"r1.key": 72, "r1.box-journal": 0}
            if number in SIZES:
                seen[number] = look(folder, box.casts(), read)
    return seen


@pytest.mark.slow
def test_the_decrypted_pages_tell_no_order_and_hold_one_image(tmp_path: Path) -> None:
    played = [play_round(tmp_path / str(number)) for number in range(ROUNDS)]
    figures = [figure_of(size, [seen[size] for seen in played]) for size in SIZES]
    assert [told for figure in figures for told in figure.tells(4.5)] == []
    assert {figure.images for figure in figures} == {1}


def test_decrypting_shows_what_sql_hides(tmp_path: Path) -> None:
    """Negative control: without `secure_delete` a row that was deleted is still in its page."""
    for kept in (0, 1):
        path = tmp_path / f"{kept}.box"
        database = connect(path, KEY, {**BOX_PRAGMAS, "secure_delete": 1 - kept})
        database.execute("CREATE TABLE t (words TEXT)")
        database.execute("INSERT INTO t VALUES ('said and taken back')")
        assert b"said and taken back" in pages_of(path, KEY)
        database.execute("DELETE FROM t")
        database.close()
        assert pages_of(path, KEY).startswith(MAGIC)
        assert (b"said and taken back" in pages_of(path, KEY)) == bool(kept)
        assert b"said" not in path.read_bytes()


def test_another_key_decrypts_nothing(tmp_path: Path) -> None:
    connect(tmp_path / "a.box", KEY, BOX_PRAGMAS).execute("CREATE TABLE t (words TEXT)")
    with pytest.raises(ValueError, match="page 1 is not of this key"):
        pages_of(tmp_path / "a.box", bytes(32))


def test_aes_gives_the_published_answer() -> None:
    """FIPS 197, appendix C.3."""
    found = blocks_back(bytes.fromhex("8ea2b7ca516745bfeafc49904b496089"), expanded(KEY))
    assert found.hex() == "00112233445566778899aabbccddeeff"


# The lock


def refused_at_opening(folder: Path) -> None:
    with pytest.raises(WorkshopDamaged, match="The ballots of this vote cannot be read"):
        BallotBox.open(folder, "r1", KEY)


def test_an_empty_file_is_no_box(tmp_path: Path) -> None:
    BallotBox.make(tmp_path, "r1", KEY).close()
    (tmp_path / "r1.box").write_bytes(b"")
    refused_at_opening(tmp_path)


def test_no_ballot_is_taken_that_nobody_could_take_out(tmp_path: Path) -> None:
    """A spoilt or foreign key is noticed when the box is opened, not when the vote is closed."""
    BallotBox.make(tmp_path, "r1", KEY).close()
    right = (tmp_path / "r1.key").read_bytes()
    for wrong in (right[:40], bytes(72), bytes(SecretBox(KEY).encrypt(bytes(PrivateKey.generate())))):
        (tmp_path / "r1.key").write_bytes(wrong)
        refused_at_opening(tmp_path)
    (tmp_path / "r1.key").write_bytes(right)
    with BallotBox.open(tmp_path, "r1", KEY) as box:
        assert box.count() == 0
