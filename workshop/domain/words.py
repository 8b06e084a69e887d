"""People's words before they become records, and the sentences of ours in other languages."""

import re
import unicodedata
from collections.abc import Iterable

from workshop.errors import RuleBroken

LONGEST_NOTE = 2_000
LONGEST_LINE = 300
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def tidy(text: str, longest: int = LONGEST_NOTE) -> str:
    """The text in one Unicode form, without invisible control characters and outer white space.

    Line breaks stay, a tab is a space. RuleBroken when it is longer than `longest` characters.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    kept = unicodedata.normalize("NFC", kept).strip()
    if len(kept) > longest:
        raise RuleBroken(
            f"These words are too many for one place: {longest} letters at most. "
            "Nothing was changed. Please use two."
        )
    return kept


def tidy_line(text: str) -> str:
    """A name or a title: one line of at most 300 characters."""
    return " ".join(tidy(text, LONGEST_LINE).split())


def check_language(tag: str) -> str:
    """The language as a tag like "en", "cy" or "pa-Guru"; RuleBroken when it is none."""
    if not _LANGUAGE.fullmatch(tag):
        raise RuleBroken("A language is a short name like en, cy or ur. Nothing was changed.")
    return tag


def must_say(text: str, what: str) -> str:
    """The text; RuleBroken when there is nothing to see in it. `what` completes "Please give …"."""
    if all(unicodedata.category(c) in _UNSEEN for c in text):
        raise RuleBroken(f"Please give {what}. Nothing was changed.")
    return text


def join_words(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
