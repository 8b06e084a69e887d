"""Dates and times of day as people write them and as we write them back, in the language of the page.

Pure functions. A date is written in words, such as "14 May 2026", because 5/4 is another day in another
country; the day comes first wherever figures are read.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from babel import Locale

from ui.words import Words
from workshop.errors import RuleBroken

EXAMPLE = date(2026, 5, 14)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_WIDTHS = ("wide", "abbreviated")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*([ap]m)?", re.IGNORECASE)
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([^\s\d.,/]+)[.,]*(?:\s+(\d{4}))?")


def write_date(day: date | None, words: Words) -> str:
    """Such as "14 May 2026"; "" for no date."""
    return words.date(day, year=True) if day else ""


def read_date(text: str, words: Words, today: date) -> date | None:
    """The date that somebody wrote: "14 May 2026", "14 May", "2026-05-14", "14/5/2026"; None for "".

    Without a year it is the next such day. A weekday before it is passed over. RuleBroken, with a
    sentence for people, when there is no such day.
    """
    plain = " ".join(text.split())
    if not plain:
        return None
    try:
        return _read(_without_weekday(plain, words.language), words.language, today)
    except (ValueError, OverflowError):
        example = write_date(EXAMPLE, words)
        raise RuleBroken(
            words("We know no such day. Nothing is lost. Please write it like {example}.", example=example)
        ) from None


def read_time(text: str, words: Words) -> str:
    """The time of day that somebody wrote, such as "13:10": from "13.10", "1310", "1:10 pm", "9"; "" for "".

    RuleBroken, with a sentence for people, when there is no such time.
    """
    plain = text.strip()
    match = _TIME.fullmatch(plain)
    hours, minutes = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    half = (match[3] or "").lower() if match else ""
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if plain and (hours > 23 or minutes > 59):
        raise RuleBroken(words("We know no such time. Nothing is lost. Please write it like 13:10."))
    return f"{hours:02}:{minutes:02}" if plain else ""


def _read(text: str, language: str, today: date) -> date:
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
        return date(year, month, day)
    if match := _FIGURES.fullmatch(text):
        day, month, year = map(int, match.groups())
        return date(year if year > 99 else 2000 + year, month, day)
    if match := _IN_WORDS.fullmatch(text):
        number, name, year_ = match.groups()
        named = _months(language).get(_folded(name), 0)  # there is no month 0: ValueError
        return date(int(year_), named, int(number)) if year_ else _next(int(number), named, today)
    raise ValueError(text)


def _next(day: int, month: int, today: date) -> date:
    """The next day of this number and month; 29 February may be some years away. ValueError for none."""
    for year in range(today.year, today.year + 9) if month else ():
        if day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    raise ValueError(day)


def _without_weekday(text: str, language: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and _folded(first.rstrip(",")) in _weekdays(language) else text


@lru_cache(maxsize=16)
def _months(language: str) -> dict[str, int]:
    """The names of months, long and short, in this language and in English."""
    found: dict[str, int] = {}
    for locale in ("en", language):
        months = Locale.parse(locale).months
        for context in ("format", "stand-alone"):
            for width in _WIDTHS:
                found |= {_folded(name.rstrip(".")): n for n, name in months[context][width].items()}
    return found


@lru_cache(maxsize=16)
def _weekdays(language: str) -> frozenset[str]:
    days = [Locale.parse(locale).days["format"][width] for locale in ("en", language) for width in _WIDTHS]
    return frozenset(_folded(name.rstrip(".")) for one in days for name in one.values())


def _folded(name: str) -> str:
    return name.casefold()
