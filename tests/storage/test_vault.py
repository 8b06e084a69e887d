"""Two ways in, none beside them, and a wrong passphrase that is never called damage."""

import json
import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from tests.storage.places import FAST, PASSPHRASE, flip_bit
from workshop.errors import (
    NotAWorkshop,
    RuleBroken,
    StorageError,
    WorkshopDamaged,
    WorkshopFromNewerVersion,
    WorkshopMissing,
    WrongPassphrase,
)
from workshop.storage import vault
from workshop.storage.vault import KEYS_FILE, Cost


def test_the_passphrase_and_the_recovery_key_open_the_same_key(tmp_path: Path) -> None:
    keys = vault.make_keys(tmp_path, PASSPHRASE, FAST)

    assert len(keys.data_key) == 32
    assert vault.unlock(tmp_path, PASSPHRASE) == keys.data_key
    assert vault.unlock(tmp_path, keys.recovery_key) == keys.data_key
    assert not vault.is_practice(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [KEYS_FILE]


def test_a_guess_costs_what_was_decided(tmp_path: Path) -> None:
    vault.make_keys(tmp_path, PASSPHRASE)

    kept = json.loads((tmp_path / KEYS_FILE).read_text())["argon2id"]
    assert (kept["opslimit"], kept["memlimit"]) == (3, 64 * 1024 * 1024)
    assert vault.COST == Cost(3, 64 * 1024 * 1024)
    assert len(vault.unlock(tmp_path, PASSPHRASE)) == 32


def test_neither_key_lies_in_the_file_nor_shows_by_chance(tmp_path: Path) -> None:
    keys = vault.make_keys(tmp_path, PASSPHRASE, FAST)

    text = (tmp_path / KEYS_FILE).read_text()
    for secret in (PASSPHRASE, keys.recovery_key, keys.data_key.hex(), vault._to_text(keys.data_key)):
        assert secret not in text
    assert repr(keys) == "Keys()"


def test_two_workshops_under_one_passphrase_share_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    one = vault.make_keys(tmp_path / "a", PASSPHRASE, FAST)
    two = vault.make_keys(tmp_path / "b", PASSPHRASE, FAST)

    assert one.data_key != two.data_key
    assert one.recovery_key != two.recovery_key
    with pytest.raises(WrongPassphrase):
        vault.unlock(tmp_path / "b", one.recovery_key)


@pytest.mark.parametrize("wrong", [None, "", "four quiet garden bench", PASSPHRASE.upper(), "7" * 32])
def test_a_wrong_passphrase_is_no_damage(tmp_path: Path, wrong: str | None) -> None:
    vault.make_keys(tmp_path, PASSPHRASE, FAST)

    with pytest.raises(WrongPassphrase):
        vault.unlock(tmp_path, wrong)


def test_the_same_letters_open_however_they_are_composed(tmp_path: Path) -> None:
    keys = vault.make_keys(tmp_path, "  Tŷ bach ger y môr  ", FAST)

    assert vault.unlock(tmp_path, unicodedata.normalize("NFD", "Tŷ bach ger y môr")) == keys.data_key


@pytest.mark.parametrize("short", ["", "elevenchars", "   eleven chars  "[:14], " " * 40, "e\u0301" * 11])
def test_a_short_passphrase_is_refused(tmp_path: Path, short: str) -> None:
    with pytest.raises(RuleBroken, match="12 letters or more"):
        vault.make_keys(tmp_path, short, FAST)
    assert list(tmp_path.iterdir()) == []

    vault.make_keys(tmp_path, "twelve chars", FAST)
    with pytest.raises(RuleBroken, match="12 letters or more"):
        vault.change_passphrase(tmp_path, "twelve chars", short, FAST)


def test_a_new_passphrase_changes_the_wrap_alone(tmp_path: Path) -> None:
    keys = vault.make_keys(tmp_path, PASSPHRASE, FAST)

    vault.change_passphrase(tmp_path, PASSPHRASE, "a wholly new passphrase", FAST)

    assert vault.unlock(tmp_path, "a wholly new passphrase") == keys.data_key
    assert vault.unlock(tmp_path, keys.recovery_key) == keys.data_key
    with pytest.raises(WrongPassphrase):
        vault.unlock(tmp_path, PASSPHRASE)


def test_who_lost_the_passphrase_sets_a_new_one_by_the_recovery_key(tmp_path: Path) -> None:
    keys = vault.make_keys(tmp_path, PASSPHRASE, FAST)

    vault.change_passphrase(tmp_path, keys.recovery_key, "a wholly new passphrase", FAST)

    assert vault.unlock(tmp_path, "a wholly new passphrase") == keys.data_key


def test_a_wrong_old_passphrase_changes_nothing(tmp_path: Path) -> None:
    vault.make_keys(tmp_path, PASSPHRASE, FAST)
    before = (tmp_path / KEYS_FILE).read_bytes()

    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(tmp_path, "not the passphrase", "a wholly new passphrase", FAST)

    assert (tmp_path / KEYS_FILE).read_bytes() == before


def test_a_practice_workshop_opens_for_everybody_and_says_so(tmp_path: Path) -> None:
    key = vault.make_practice_keys(tmp_path)

    assert vault.is_practice(tmp_path)
    assert vault.unlock(tmp_path, None) == vault.unlock(tmp_path, "anything") == key
    assert json.loads((tmp_path / KEYS_FILE).read_text())["practice"] is True
    with pytest.raises(RuleBroken, match="no passphrase"):
        vault.change_passphrase(tmp_path, "anything", "a wholly new passphrase", FAST)


# The recovery key


def test_a_recovery_key_is_eight_groups_without_look_alikes(tmp_path: Path) -> None:
    shown = vault.make_keys(tmp_path, PASSPHRASE, FAST).recovery_key

    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", shown)
    assert len(set(vault.ALPHABET)) == 32
    assert not set("ILOU") & set(vault.ALPHABET)


@for_all(st.binary(min_size=20, max_size=20), st.randoms(use_true_random=False))
def test_a_recovery_key_is_read_as_people_type_it(recovery: bytes, chance: random.Random) -> None:
    alike = {"0": "0Oo", "1": "1IiLl", "V": "VvUu"}
    shown = vault._spell(recovery)

    typed = "".join(chance.choice(alike.get(sign, sign + sign.lower())) for sign in shown)
    typed = typed.replace("-", chance.choice(["", "-", " ", " – "]))

    assert vault.read_recovery_key(shown) == recovery
    assert vault.read_recovery_key(f"  {typed}\n") == recovery


@settings(max_examples=200)
@for_all(st.text(max_size=40))
def test_what_cannot_be_a_recovery_key_is_none(typed: str) -> None:
    read = vault.read_recovery_key(typed)

    assert read is None or len(read) == 20


# The file


def test_every_flipped_bit_of_the_keys_is_noticed(tmp_path: Path) -> None:
    vault.make_keys(tmp_path, PASSPHRASE, FAST)
    path = tmp_path / KEYS_FILE
    whole, chance = path.read_bytes(), random.Random(1)

    for _ in range(300):
        path.write_bytes(whole)
        flip_bit(path, chance)
        with pytest.raises((WorkshopDamaged, WorkshopFromNewerVersion)):
            vault.unlock(tmp_path, PASSPHRASE)


def test_without_its_check_a_damaged_wrap_would_be_taken_for_a_wrong_passphrase(tmp_path: Path) -> None:
    vault.make_keys(tmp_path, PASSPHRASE, FAST)
    wraps = vault._read(tmp_path)
    damaged = bytes([wraps.by_passphrase[0] ^ 1]) + wraps.by_passphrase[1:]

    vault._write(tmp_path, vault._Wraps(b"", wraps.salt, wraps.cost, damaged, wraps.by_recovery))

    with pytest.raises(WrongPassphrase):
        vault.unlock(tmp_path, PASSPHRASE)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"null", b"[1]", b"not json", b"\x89PNG\r\n", b"\xff\xfe", b"[" * 16_000, b"9" * 9_999],
)
def test_a_strange_keys_file_is_damage(tmp_path: Path, data: bytes) -> None:
    (tmp_path / KEYS_FILE).write_bytes(data)

    with pytest.raises(WorkshopDamaged, match="damaged"):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_keys_file_that_would_use_up_the_computer_is_refused(tmp_path: Path) -> None:
    vault.make_keys(tmp_path, PASSPHRASE, FAST)
    wraps = vault._read(tmp_path)
    greedy = vault._Wraps(b"", wraps.salt, Cost(3, 1 << 40), wraps.by_passphrase, wraps.by_recovery)

    vault._write(tmp_path, greedy)

    with pytest.raises(WorkshopDamaged):
        vault.unlock(tmp_path, PASSPHRASE)


def test_keys_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / KEYS_FILE).write_text('{"version": 2}')

    with pytest.raises(WorkshopFromNewerVersion):
        vault.unlock(tmp_path, PASSPHRASE)


def test_missing_keys_are_told_by_what_else_is_there(tmp_path: Path) -> None:
    errors: list[type[StorageError]] = []
    for folder in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(StorageError) as caught:
            vault.unlock(folder, PASSPHRASE)
        errors.append(caught.type)
    (tmp_path / vault.STORE_FILE).write_bytes(b"x")
    with pytest.raises(WorkshopDamaged, match="missing"):
        vault.unlock(tmp_path, PASSPHRASE)

    assert errors == [WorkshopMissing, NotAWorkshop]
