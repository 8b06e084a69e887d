"""Fixed sentences, days, times and numbers, in the language of the workshop.

Every sentence on a page goes through `_` or `n_`. Catalogues are gettext files in
`resources/locale`; a sentence without a translation is printed in English. They are apart from those of
the screens, so that a word which both have does not come out translated amid English sentences.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

DOMAIN = "papers"
LOCALES = Path(__file__).resolve().parents[2] / "resources" / "locale"

_RUN_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
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
def _catalogue(language: str) -> Catalog:
    path = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.is_file():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _forms(sentence: str) -> tuple[str, ...]:
    """The translations of a sentence: one, or one for each form of its plural; none where there is none."""
    found = _catalogue(_spoken.get()).get(sentence)
    said = (found.string if found else None) or ()
    return tuple(filter(None, (said,) if isinstance(said, str) else said))


def _(sentence: str) -> str:
    """The sentence in the language being spoken."""
    return next(iter(_forms(sentence)), sentence)


def n_(one: str, many: str, count: int) -> str:
    """The form of a sentence for `count`, which is put in for {n}."""
    forms = _forms(one)
    form = c2py(_catalogue(_spoken.get()).plural_expr)(count) if forms else 0
    said = forms[form] if form < len(forms) else one if count == 1 else many
    return said.format(n=count)


def bcp47(language: str) -> str:
    """The language as a file names it: plain English is British."""
    return "en-GB" if language in ("", "en") else language.replace("_", "-")


def runs_left(language: str) -> bool:
    """Whether a page in this language begins at the right."""
    return bcp47(language).split("-")[0] in _RUN_LEFT


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
