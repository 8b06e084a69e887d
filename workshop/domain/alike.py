"""Which notes may say the same, so that the room can look at them and lay them together, or not.

Texts are compared by the pieces of three letters they have in common (two, in a script written without
spaces), whatever the capitals, accents and signs. That knows no language, so it works in all of them,
and it cannot read: "more benches" and "no more benches" look alike. People decide.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshop.domain.board import is_on_board
from workshop.domain.ids import NoteId
from workshop.domain.records import Note

LEAST = 0.6  # of 1: below it, one pair in two of real statements says something else
_SMALLER = LEAST / (2 - LEAST)  # of all pieces of one note, how many the other one must have
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")  # accents, vowel points
_COUNTED = re.compile(r"^\s*\d+[.)]\s+")  # "3. More benches": the number says where it stood in a list
_SIGNS = re.compile(r"[\W_]+")
_ASCII_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}
_DIGITS = re.compile(r"\d+")
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two notes that may say the same; `how_much` is 1 for the same words."""

    first: NoteId
    second: NoteId
    how_much: float


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What is compared of one note."""

    note: NoteId
    letters: frozenset[str]
    numbers: frozenset[int]


def _pieces(note: Note) -> _Pieces:
    return _pieces_of(note.id, _plain(note.text))


def _pieces_of(note: NoteId, words: str) -> _Pieces:
    long = 2 if _NO_SPACES.search(words) else 3
    letters = frozenset(words[i : i + long] for i in range(len(words) - long + 1))
    return _Pieces(note, letters, frozenset(map(int, _DIGITS.findall(words))))


def _plain(text: str) -> str:
    """The text as it is compared: small letters and digits only, a space before and after each word."""
    text = _COUNTED.sub("", text).casefold()
    if text.isascii():
        words = " ".join(text.translate(_ASCII_SIGNS).split())  # twice as fast as the next line
    else:
        words = _SIGNS.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKD", text))).strip()
    return f" {words} " if words else ""


def alike(notes: Iterable[Note]) -> tuple[Alike, ...]:
    """The pairs of notes on the board that look alike, the likest first; in each the lower number first.

    Notes that lie under another one already are left out.
    """
    pieces = [_pieces(note) for note in _to_compare(notes)]
    pairs = (_pair(pieces[i], pieces[j]) for i, j in _with_rare_pieces_in_common(pieces))
    return _likest_first(pairs)


def alike_to(note: Note, notes: Iterable[Note]) -> tuple[Alike, ...]:
    """The notes on the board that look like this one, the likest first; `first` is always this one."""
    wanted = _pieces(note)
    others = (other for other in _to_compare(notes) if other.id != note.id)
    return _likest_first(_pair(wanted, pieces) for pieces in _with_enough_in_common(wanted, others))


def _with_enough_in_common(wanted: _Pieces, notes: Iterable[Note]) -> Iterator[_Pieces]:
    """The pieces of those notes that hold enough of the wanted ones; most notes are never taken apart."""
    enough = _SMALLER * len(wanted.letters) - 1e-9
    for note in notes:
        words = _plain(note.text)
        if sum(map(words.__contains__, wanted.letters)) >= enough:
            yield _pieces_of(note.id, words)


def _to_compare(notes: Iterable[Note]) -> list[Note]:
    found = [note for note in notes if is_on_board(note) and note.same_as is None]
    return sorted(found, key=lambda note: note.number)


def _likest_first(pairs: Iterable[Alike]) -> tuple[Alike, ...]:
    """Sorting keeps the order of those that are equally alike: by number."""
    return tuple(sorted((p for p in pairs if p.how_much >= LEAST), key=lambda p: -p.how_much))


def _pair(a: _Pieces, b: _Pieces) -> Alike:
    return Alike(a.note, b.note, round(_how_much(a, b), 3))


def _how_much(a: _Pieces, b: _Pieces) -> float:
    """Dice's measure of the pieces; 0 where the numbers differ: "at 9" is not "at 10"."""
    if a.numbers != b.numbers or not a.letters or not b.letters:
        return 0.0
    return 2 * len(a.letters & b.letters) / (len(a.letters) + len(b.letters))


def _with_rare_pieces_in_common(pieces: list[_Pieces]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing: alike texts share at least one of the rarest pieces of each.

    How many count as the rarest is the prefix filter of set joins (Chaudhuri, Ganti, Kaushik 2006),
    so no pair is missed.
    """
    common = Counter(piece for each in pieces for piece in each.letters)
    having: dict[str, list[int]] = defaultdict(list)
    for j, each in enumerate(pieces):
        rarest = sorted(each.letters, key=lambda piece: (common[piece], piece))
        rarest = rarest[: len(rarest) - int(_SMALLER * len(rarest) - 1e-9)]
        for i in sorted({i for piece in rarest for i in having[piece]}):
            yield i, j
        for piece in rarest:
            having[piece].append(j)
