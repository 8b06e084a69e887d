"""Key layouts: which letters a language has and where they lie, read from `resources/keys`.

A layout is data: three rows of letters, the same rows with "shift", three rows of signs and digits, and
the rarer letters that belong to a letter. Rows are listed as they lie on the screen, from left to right,
also where people write from right to left.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from workshop.session.resources import RESOURCES

KEYS = RESOURCES / "keys"
LANGUAGES = ("en", "cy", "pl", "ur", "pa", "ar", "bn", "gu")
ROWS = 3
WIDEST = 11  # keys in a row; more would be too narrow for a finger

Row = tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """The keys of one language in one order."""

    id: str
    language: str
    name: str  # of the language, in its own script
    label: str  # of the letters, on the key that brings them back
    right_to_left: bool
    capitals: bool  # whether a sentence starts with one
    other_order: str  # the id of the same letters in another order; "" for none
    rows: tuple[Row, ...]
    shift: tuple[Row, ...]
    symbols: tuple[Row, ...]
    ends: tuple[str, str]  # full stop and question mark
    more: str  # the label of the key that offers rarer letters
    extras: Mapping[str, Row] = field(hash=False)
    alphabet: Row  # every letter that this language needs

    @property
    def columns(self) -> int:
        """Keys in the widest row of letters; shift and delete stand beside the last one."""
        return max(len(self.rows[0]), len(self.rows[1]), len(self.rows[2]) + 2)

    def extras_of(self, letter: str) -> Row:
        """The rarer letters of a letter, large ones for a large one."""
        if self.capitals and letter.isupper():
            # Some small letters have no single capital ("ß"); those stay small.
            return tuple(capital(one) for one in self.extras.get(letter.lower(), ()))
        return self.extras.get(letter, ())

    @property
    def first_extras(self) -> Row:
        """The most usual rarer letter of each letter."""
        return tuple(dict.fromkeys(row[0] for row in self.extras.values()))

    def reachable(self) -> frozenset[str]:
        """Every text that one key, or one of its rarer letters, writes."""
        rows = (*self.rows, *self.shift, *self.symbols, self.ends, *self.extras.values())
        plain = {key for row in rows for key in row}
        return frozenset(plain | {capital(one) for one in plain if self.capitals})


def capital(letter: str) -> str:
    """The large form of a letter, where it is one letter too."""
    large = letter.upper()
    return large if len(large) == len(letter) else letter


@cache
def layout(id_: str) -> Layout:
    """The layout with this id ("en", "en-abc"); ValueError when it is not as it has to be."""
    return read(id_, json.loads((KEYS / f"{id_}.json").read_text(encoding="utf-8")))


@cache
def layout_for(language: str) -> Layout:
    """The layout of a language ("ur", "pa-Guru"); English where we have none."""
    short = language.partition("-")[0].lower()
    return layout(short if short in LANGUAGES else "en")


def ids(folder: Path = KEYS) -> tuple[str, ...]:
    """The ids of all layouts that there are."""
    return tuple(sorted(file.stem for file in folder.glob("*.json")))


def read(id_: str, data: dict[str, Any]) -> Layout:
    """A layout from its file's content; ValueError when something is missing or does not fit."""
    try:
        made = _made(id_, data)
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise _damaged(id_, f"{error}") from error
    _check(made)
    return made


def _made(id_: str, data: dict[str, Any]) -> Layout:
    stop, question = data["ends"].split()
    return Layout(
        id=id_,
        language=data["language"],
        name=data["name"],
        label=data["label"],
        right_to_left=data["direction"] == "rtl",
        capitals=data["capitals"],
        other_order=data["other_order"],
        rows=_rows(data["rows"]),
        shift=_rows(data["shift"]),
        symbols=_rows(data["symbols"]),
        ends=(stop, question),
        more=data["more"],
        extras={letter: tuple(more.split()) for letter, more in data["extras"].items()},
        alphabet=tuple(data["alphabet"].split()),
    )


def _rows(rows: list[str]) -> tuple[Row, ...]:
    return tuple(tuple(row.split()) for row in rows)


def _check(made: Layout) -> None:
    signs = max(len(row) + (row is made.symbols[-1]) for row in made.symbols)
    if len(made.rows) != ROWS or len(made.symbols) != ROWS or max(made.columns, signs) > WIDEST:
        raise _damaged(made.id, "the rows do not fit on the panel")
    if [len(row) for row in made.rows] != [len(row) for row in made.shift]:
        raise _damaged(made.id, "a key has no letter with shift, or two")
    if missing := [one for one in made.alphabet if not _is_written(one, made.reachable())]:
        raise _damaged(made.id, f"no key writes {' '.join(missing)}")


def _is_written(letter: str, keys: frozenset[str]) -> bool:
    """Whether keys write a letter of an alphabet; some are two letters ("ll"), or a letter and a sign."""
    return letter in keys or all(part in keys for part in letter)


def _damaged(id_: str, why: str) -> ValueError:
    # These files are ours and are tested: a wrong one is a bug, nothing that people could mend.
    return ValueError(f"the key layout {id_!r} is wrong: {why}")
