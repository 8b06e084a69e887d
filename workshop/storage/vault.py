"""The keys of a workshop: what a passphrase or the printed recovery key opens.

The workshop's file is encrypted under one random data key that never changes. `keys.json` holds it
wrapped twice (libsodium SecretBox): under argon2id of the passphrase, and under the recovery key.
Because the wrap is tried first, a wrong passphrase is told from a damaged file, and a new passphrase
rewrites a few hundred bytes only. A practice workshop keeps its key in clear and says so.
"""

import base64
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from workshop.errors import (
    NotAWorkshop,
    RuleBroken,
    WorkshopDamaged,
    WorkshopFromNewerVersion,
    WorkshopMissing,
    WrongPassphrase,
)
from workshop.storage.engine import in_plain_words
from workshop.storage.files import write_whole

KEYS_FILE = "keys.json"
STORE_FILE = "workshop.db"
NEXT = "next"  # the folder of the file and keys that take the place of the present ones (`storage.shred`)
VERSION = 1
SHORTEST_PASSPHRASE = 12
LONGEST_KEYS_FILE = 16_384  # bytes; ours has about 600
KEY_BYTES = 32

# 32 signs, 5 bits each: no I, L, O or U, which people read as 1, 0 and V.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans("ILOU", "110V", " \t\n-–—_.")
_RECOVERY_SIGNS = 32  # 160 bits
_MOST_OPSLIMIT, _MOST_MEMLIMIT = 20, 1 << 30  # a made-up file must not use up this computer


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs: argon2id passes, and bytes of memory."""

    opslimit: int = 3
    memlimit: int = 64 * 1024 * 1024


COST = Cost()


@dataclass(frozen=True)
class Keys:
    """A new workshop's keys. The recovery key is shown once, to be printed, and kept nowhere."""

    data_key: bytes = field(repr=False)
    recovery_key: str = field(repr=False)


@dataclass(frozen=True)
class _Wraps:
    """What keys.json of a protected workshop holds; `data_key` stands in a practice one only."""

    data_key: bytes = b""
    salt: bytes = b""
    cost: Cost = COST
    by_passphrase: bytes = b""
    by_recovery: bytes = b""

    @property
    def practice(self) -> bool:
        return bool(self.data_key)


def make_keys(folder: Path, passphrase: str, cost: Cost = COST) -> Keys:
    """New keys for the workshop in `folder`. RuleBroken when the passphrase is too short."""
    _refuse_short(passphrase)
    data_key, recovery = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(_RECOVERY_SIGNS * 5 // 8)
    by_recovery = bytes(SecretBox(_recovery_wrapper(recovery)).encrypt(data_key))
    _write(folder, _wrapped_anew(data_key, passphrase, cost, by_recovery))
    return Keys(data_key, _spell(recovery))


def make_practice_keys(folder: Path) -> bytes:
    """A key in clear, for a workshop of invented people; returns the data key."""
    data_key = secrets.token_bytes(KEY_BYTES)
    _write(folder, _Wraps(data_key=data_key))
    return data_key


def is_practice(folder: Path) -> bool:
    """Whether the workshop in `folder` opens without a passphrase."""
    return _read(folder).practice


def unlock(folder: Path, secret: str | None) -> bytes:
    """The 32-byte data key, for the passphrase or the recovery key (None: practice workshops only).

    Raises WrongPassphrase; WorkshopMissing, NotAWorkshop or WorkshopDamaged when keys.json is
    absent or not whole; WorkshopFromNewerVersion.
    """
    wraps = _read(folder)
    if wraps.practice:
        return wraps.data_key
    if secret is None:
        raise WrongPassphrase(
            "This workshop opens with its passphrase only. Nothing was changed. Please type it."
        )
    found = _by_recovery_key(wraps, secret) or _by_passphrase(wraps, secret)
    if found is None:
        raise WrongPassphrase(
            "That is not the passphrase of this workshop. The workshop is whole; nothing was changed. "
            "Please try again, or type the recovery key from the printed page."
        )
    return found


def change_passphrase(folder: Path, old: str, new: str, cost: Cost = COST) -> None:
    """Let `new` open the workshop in place of the old one; the recovery key stays as it is.

    `old` is the passphrase or the recovery key. The workshop's file is not touched. Raises
    WrongPassphrase, or RuleBroken when `new` is too short or it is a practice workshop.
    """
    _refuse_short(new)
    wraps = _read(folder)
    if wraps.practice:
        raise RuleBroken("A practice workshop has no passphrase. Nothing was changed.")
    data_key = unlock(folder, old)
    _write(keys_path(folder).parent, _wrapped_anew(data_key, new, cost, wraps.by_recovery))


def make_next_keys(folder: Path, into: Path, passphrase: str | None) -> Keys:
    """New keys in the folder `into`, for the passphrase that opens `folder`, as dear to guess as before.

    RuleBroken when it is no passphrase of this workshop: the recovery key does not tell it.
    """
    wraps = _read(folder)
    if wraps.practice:
        return Keys(make_practice_keys(into), "")
    if passphrase is None or _by_passphrase(wraps, passphrase) is None:
        raise RuleBroken(
            "This needs the passphrase of this workshop. Nothing was changed. "
            "Please open the workshop with its passphrase first."
        )
    return make_keys(into, passphrase, wraps.cost)


def _wrapped_anew(data_key: bytes, passphrase: str, cost: Cost, by_recovery: bytes) -> _Wraps:
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    box = SecretBox(_passphrase_wrapper(passphrase, salt, cost))
    return _Wraps(b"", salt, cost, bytes(box.encrypt(data_key)), by_recovery)


def _refuse_short(passphrase: str) -> None:
    if len(_normal(passphrase)) < SHORTEST_PASSPHRASE:
        raise RuleBroken(
            f"A passphrase needs {SHORTEST_PASSPHRASE} letters or more: four or five words are good. "
            "Nothing was changed."
        )


def _normal(passphrase: str) -> str:
    """One form for the same letters, however the keyboard composes them."""
    return unicodedata.normalize("NFC", passphrase).strip()


# The two ways in


def _by_passphrase(wraps: _Wraps, secret: str) -> bytes | None:
    return _opened(_passphrase_wrapper(secret, wraps.salt, wraps.cost), wraps.by_passphrase)


def _by_recovery_key(wraps: _Wraps, secret: str) -> bytes | None:
    recovery = read_recovery_key(secret)
    return None if recovery is None else _opened(_recovery_wrapper(recovery), wraps.by_recovery)


def _opened(wrapper: bytes, box: bytes) -> bytes | None:
    try:
        return bytes(SecretBox(wrapper).decrypt(box))
    except CryptoError:
        return None


def _passphrase_wrapper(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    words = _normal(passphrase).encode("utf-8", "surrogatepass")
    return bytes(argon2id.kdf(KEY_BYTES, words, salt, cost.opslimit, cost.memlimit))


def _recovery_wrapper(recovery: bytes) -> bytes:
    # 160 random bits cannot be guessed, so this needs no slow function.
    return hashlib.blake2b(recovery, digest_size=KEY_BYTES, person=b"same-table rkey").digest()


def _spell(recovery: bytes) -> str:
    """160 bits as "XXXX-XXXX-…", eight groups of four."""
    number = int.from_bytes(recovery, "big")
    signs = [ALPHABET[number >> 5 * place & 31] for place in reversed(range(_RECOVERY_SIGNS))]
    return "-".join("".join(signs[i : i + 4]) for i in range(0, _RECOVERY_SIGNS, 4))


def read_recovery_key(typed: str) -> bytes | None:
    """The 160 bits of a recovery key as people type it, or None when it cannot be one.

    Case, spaces, hyphens and look-alikes (O for 0, I or L for 1, U for V) make no difference.
    """
    signs = unicodedata.normalize("NFKC", typed).upper().translate(_LOOK_ALIKES)
    if len(signs) != _RECOVERY_SIGNS or not set(signs) <= set(ALPHABET):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(_RECOVERY_SIGNS * 5 // 8, "big")


# The file


def _write(folder: Path, wraps: _Wraps) -> None:
    write_whole(folder / KEYS_FILE, _text_of(_fields_of(wraps)))


def _read(folder: Path) -> _Wraps:
    data = _bytes_of(folder)
    try:
        fields = json.loads(data)
        version = fields["version"]
        if isinstance(version, int) and version > VERSION:
            raise WorkshopFromNewerVersion(
                "This workshop was made by a newer Same Table. It was not changed. "
                "Please open it with the newer version."
            )
        # The bytes must be the very bytes that we would write: so every flipped bit is noticed.
        check = fields.pop("check")
        if _text_of(fields) != data or check != _check_of(fields):
            raise ValueError
        return _wraps_of(fields)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WorkshopDamaged(
            f"The keys of this workshop ({KEYS_FILE}) are damaged, so it cannot be opened. "
            "Nothing was changed. Please use a copy of this workshop."
        ) from error


def keys_path(folder: Path) -> Path:
    """Where the keys lie: while new ones take the place of the old, the new ones count."""
    following = folder / NEXT / KEYS_FILE
    return following if following.is_file() else folder / KEYS_FILE


def _bytes_of(folder: Path) -> bytes:
    path = keys_path(folder)
    if not folder.exists():
        raise WorkshopMissing("There is no workshop at that place. Please check its name.")
    if not path.is_file():
        raise _no_keys(folder)
    with in_plain_words(), path.open("rb") as file:
        return file.read(LONGEST_KEYS_FILE)


def _no_keys(folder: Path) -> WorkshopDamaged | NotAWorkshop:
    if (folder / STORE_FILE).exists():
        return WorkshopDamaged(
            f"The keys of this workshop ({KEYS_FILE}) are missing, so it cannot be opened. "
            "Nothing was changed. Please use a copy of this workshop."
        )
    return NotAWorkshop(
        "This is not a workshop of Same Table. Nothing was changed. Please choose a workshop."
    )


def _fields_of(wraps: _Wraps) -> dict[str, Any]:
    fields: dict[str, Any] = {"format": "same-table keys", "version": VERSION, "practice": wraps.practice}
    if wraps.practice:
        return fields | {"data_key": _to_text(wraps.data_key)}
    return fields | {
        "argon2id": {
            "salt": _to_text(wraps.salt),
            "opslimit": wraps.cost.opslimit,
            "memlimit": wraps.cost.memlimit,
        },
        "by_passphrase": _to_text(wraps.by_passphrase),
        "by_recovery_key": _to_text(wraps.by_recovery),
    }


def _wraps_of(fields: dict[str, Any]) -> _Wraps:
    if fields["format"] != "same-table keys":
        raise ValueError
    if fields["practice"] is True:
        return _Wraps(data_key=_key_from(fields["data_key"]))
    argon = fields["argon2id"]
    cost = Cost(argon["opslimit"], argon["memlimit"])
    if not (1 <= cost.opslimit <= _MOST_OPSLIMIT and 8192 <= cost.memlimit <= _MOST_MEMLIMIT):
        raise ValueError
    salt, *boxes = map(_from_text, (argon["salt"], fields["by_passphrase"], fields["by_recovery_key"]))
    if len(salt) != argon2id.SALTBYTES:
        raise ValueError
    return _Wraps(b"", salt, cost, *boxes)


def _key_from(text: str) -> bytes:
    key = _from_text(text)
    if len(key) != KEY_BYTES:
        raise ValueError
    return key


def _text_of(fields: dict[str, Any]) -> bytes:
    return (json.dumps(fields | {"check": _check_of(fields)}, indent=1) + "\n").encode()


def _check_of(fields: dict[str, Any]) -> str:
    return hashlib.blake2b(json.dumps(fields).encode(), digest_size=16).hexdigest()


def _to_text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _from_text(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
