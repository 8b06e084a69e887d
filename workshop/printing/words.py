"""Fixed sentences, days, times and numbers, in the language of the workshop.

Every sentence on a page goes through `_` or `n_`. Catalogues are gettext files in
`resources/locale`; a sentence without a translation is printed in English.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

LOCALES = Path(__file__).resolve().parents[2] / "resources" / "locale"

_spoken: ContextVar[str] = ContextVar("language", default="en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Inside, `_`, `n_`, days and times are in `language` ("en", "cy", "ur")."""
    before = _spoken.set(language or "en")
    try:
        yield
    finally:
        _spoken.reset(before)


@lru_cache(maxsize=8)
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("same-table", LOCALES, [language], fallback=True)


def _(sentence: str) -> str:
    """The sentence in the language being spoken."""
    return _catalogue(_spoken.get()).gettext(sentence)


def n_(one: str, many: str, count: int) -> str:
    """The form of a sentence for `count`, which is put in for {n}."""
    return _catalogue(_spoken.get()).ngettext(one, many, count).format(n=count)


def bcp47(language: str) -> str:
    """The language as a file names it: plain English is British."""
    return "en-GB" if language in ("", "en") else language.replace("_", "-")


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(bcp47(language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def day(when: date, beside: date | None = None) -> str:
    """ "Thursday 14 May 2026"; without the year when `beside`, a day near it, is in the same year."""
    return _date(when, "EEEE d MMMM", "full", beside)


def date_only(when: date) -> str:
    """ "14 August 2026", for a day whose weekday does not matter."""
    return _date(when, "d MMMM", "long", None)


def _date(when: date, english: str, elsewhere: str, beside: date | None) -> str:
    locale = _locale(_spoken.get())
    if locale.language != "en":
        return format_date(when, elsewhere, locale)
    same_year = beside is not None and beside.year == when.year
    return format_date(when, english if same_year else f"{english} y", locale)


def clock(time: str) -> str:
    """ "13:10" as it is written on paper: "1:10pm", on the hour "1pm"; as it is in other languages."""
    hour, colon, minute = time.partition(":")
    if _locale(_spoken.get()).language != "en" or not (colon and hour.isdigit() and minute.isdigit()):
        return time
    half = "am" if int(hour) < 12 else "pm"
    shown = int(hour) % 12 or 12
    return f"{shown}{half}" if int(minute) == 0 else f"{shown}:{minute}{half}"
