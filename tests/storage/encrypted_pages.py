"""Reading the pages of an encrypted file as they lie there, free ones as well.

SQL shows rows and hides what is left over in a page. Whoever holds the key can decrypt the pages
themselves, and so do these tests. Written from the published descriptions: FIPS 197 for AES, and
zetetic.net/sqlcipher/design for the page: content, 16 bytes of IV, 64 bytes of HMAC; AES-256 in CBC;
the first 16 bytes of the file are the salt.

All blocks of a page are decrypted at once: byte 0 of every block is one row of bytes, byte 1 the next.
What AES does to a byte, `bytes.translate` does to a whole row.
"""

import hashlib
import hmac
from functools import reduce
from pathlib import Path

PAGE, RESERVED, BLOCK = 4096, 80, 16
MAGIC = b"SQLite format 3\0"


def pages_of(path: Path, key: bytes) -> bytes:
    """All pages of the file, decrypted. ValueError when a page does not belong to this key."""
    data = path.read_bytes()
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(b ^ 0x3A for b in data[:BLOCK]), 2, 32)
    round_keys = expanded(key)
    return b"".join(
        _page(data[at : at + PAGE], at // PAGE + 1, round_keys, mac_key) for at in range(0, len(data), PAGE)
    )


def _page(page: bytes, number: int, round_keys: list[bytes], mac_key: bytes) -> bytes:
    start = BLOCK if number == 1 else 0
    content, rest = page[start : PAGE - RESERVED], page[PAGE - RESERVED :]
    signed = content + rest[:BLOCK] + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), rest[BLOCK:]):
        raise ValueError(f"page {number} is not of this key")
    return MAGIC[:start] + decrypted(content, rest[:BLOCK], round_keys) + bytes(RESERVED)


# AES


def _double(byte: int) -> int:
    return (byte << 1) ^ (0x11B if byte & 0x80 else 0)


def _times(byte: int, factor: int) -> int:
    """A product in the field of AES."""
    powers = [byte]
    while len(powers) < 4:
        powers.append(_double(powers[-1]))
    return reduce(lambda a, b: a ^ b, (power for i, power in enumerate(powers) if factor >> i & 1))


def _s_box() -> bytes:
    """Each byte's inverse in the field (0 for 0), turned and mixed with 0x63."""
    threes = [1]  # 3 generates all bytes but 0
    while len(threes) < 255:
        threes.append(_times(threes[-1], 3))
    inverse = {0: 0, **{byte: threes[-i % 255] for i, byte in enumerate(threes)}}
    turned = ((inverse[b] << i | inverse[b] >> 8 - i) & 0xFF for b in range(256) for i in range(5))
    return bytes(reduce(lambda a, b: a ^ b, bits) ^ 0x63 for bits in zip(*[turned] * 5, strict=True))


_S = _s_box()
_S_BACK = bytes(_S.index(byte) for byte in range(256))
_BY = {factor: bytes(_times(byte, factor) for byte in range(256)) for factor in (9, 11, 13, 14)}
_PLUS = [bytes(byte ^ other for byte in range(256)) for other in range(256)]
_ROWS_BACK = [(i - 4 * (i % 4)) % BLOCK for i in range(BLOCK)]


def expanded(key: bytes) -> list[bytes]:
    """The fifteen round keys of a 32-byte key."""
    words = [key[i : i + 4] for i in range(0, 32, 4)]
    constant = 1
    while len(words) < 60:
        word = words[-1]
        if len(words) % 8 == 0:
            word = bytes(_S[b] for b in word[1:] + word[:1])
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _double(constant)
        elif len(words) % 8 == 4:
            word = bytes(_S[b] for b in word)
        words.append(bytes(a ^ b for a, b in zip(words[-8], word, strict=True)))
    return [b"".join(words[i : i + 4]) for i in range(0, 60, 4)]


def decrypted(data: bytes, iv: bytes, round_keys: list[bytes]) -> bytes:
    """CBC: each block decrypted, then mixed with the encrypted one before it."""
    return _xor(blocks_back(data, round_keys), (iv + data)[: len(data)])


def blocks_back(data: bytes, round_keys: list[bytes]) -> bytes:
    """Blocks of AES-256, each decrypted by itself."""
    first, *others = reversed(round_keys)
    rows = [data[i::BLOCK].translate(_PLUS[first[i]]) for i in range(BLOCK)]
    for round_, key in enumerate(others, start=1):
        rows = [rows[_ROWS_BACK[i]].translate(_S_BACK.translate(_PLUS[key[i]])) for i in range(BLOCK)]
        if round_ < len(others):
            rows = _columns_back(rows)
    plain = bytearray(len(data))
    for i, row in enumerate(rows):
        plain[i::BLOCK] = row
    return bytes(plain)


def _columns_back(rows: list[bytes]) -> list[bytes]:
    mixed = []
    for c in range(0, BLOCK, 4):
        for turn in range(4):
            factors = (14, 11, 13, 9)[-turn:] + (14, 11, 13, 9)[:-turn]
            four = zip(rows[c : c + 4], factors, strict=True)
            mixed.append(reduce(_xor, [row.translate(_BY[factor]) for row, factor in four]))
    return mixed


def _xor(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).to_bytes(len(one), "big")
