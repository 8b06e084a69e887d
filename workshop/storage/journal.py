"""Reading SQLite's journal (the -wal file) from outside, for one question only: is it whole?

SQLite itself stops without a word at the first frame whose sum does not fit, because a power cut
leaves such an end. But when a finished act lies in or behind that frame, it was damaged later and
acts that were acknowledged would be gone in silence. Format: https://www.sqlite.org/walformat.html
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_HEADER, _FRAME_HEADER = 32, 24
_MAGIC_LITTLE, _MAGIC_BIG = 0x377F0682, 0x377F0683
Sums = tuple[int, int]


def lost_acts(journal: Path) -> bool:
    """Whether the journal holds a finished act that SQLite will not play in. No file holds none."""
    data = journal.read_bytes() if journal.is_file() else b""
    if not data:
        return False
    if len(data) < _HEADER:
        return True
    magic, _, page, _, salt_1, salt_2, *sums = struct.unpack(">8I", data[:_HEADER])
    order = {_MAGIC_LITTLE: "<", _MAGIC_BIG: ">"}.get(magic)
    if order is None or _sum(data[: _HEADER - 8], order, (0, 0)) != tuple(sums):
        return True
    return _commit_after_break(data, page, (salt_1, salt_2), order, (sums[0], sums[1]))


def _commit_after_break(data: bytes, page: int, salts: Sums, order: str, sums: Sums) -> bool:
    whole = True
    for header, content in _frames(data, page):
        _, size_after_commit, salt_1, salt_2, *wanted = struct.unpack(">6I", header)
        if salt_1 != salts[0] and salt_2 != salts[1]:
            return False  # the rest is of an older journal, played in long ago: both salts are new each time
        if whole:
            sums = _sum(content, order, _sum(header[:8], order, sums))
            whole = sums == tuple(wanted) and (salt_1, salt_2) == salts
        if not whole and size_after_commit:
            return True
    return False


def _frames(data: bytes, page: int) -> Iterator[tuple[bytes, bytes]]:
    length = _FRAME_HEADER + page
    for start in range(_HEADER, len(data) - length + 1, length):
        yield data[start : start + _FRAME_HEADER], data[start + _FRAME_HEADER : start + length]


def _sum(data: bytes, order: str, sums: Sums) -> Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second
