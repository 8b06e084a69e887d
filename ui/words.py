"""Words in the language of whoever reads them: catalogues, plurals, dates and times of day.

Each page has its own language, because each person may choose one. English is the source text; a
sentence without a translation stays English, so a page is never empty.
"""

from datetime import date, datetime
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt

LOCALE = Path(__file__).resolve().parents[1] / "resources" / "locale"
DOMAIN = "same-table"

# Each language by its own name, in its own script: nobody has to read English to find theirs.
LANGUAGES = {"en": "English", "ur": "اردو", "pa": "ਪੰਜਾਬੀ", "pl": "Polski", "cy": "Cymraeg"}
RIGHT_TO_LEFT = frozenset({"ur", "ar", "fa", "he", "ps", "sd"})


@lru_cache(maxsize=16)
def catalogue(language: str) -> Catalog:
    """The translations of one language; an empty catalogue where there are none."""
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.is_file():
        return Catalog(locale=None)
    with path.open("rb") as file:
        return read_po(file, locale=language)


class Words:
    """All that a page says, in one language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._catalogue = catalogue(language)
        self._locale = Locale.parse("en_GB" if language == "en" else language)

    @property
    def right_to_left(self) -> bool:
        """Whether this language is written from right to left."""
        return self.language in RIGHT_TO_LEFT

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction in which a page in this language is laid out."""
        return Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight

    def __call__(self, text: str, **values: Any) -> str:
        """The text in this language, with `{name}` filled in; of a text with a plural, that for one."""
        said = self._translated(text, 1) or text
        return said.format(**values) if values else said

    def many(self, one: str, several: str, n: int, **values: Any) -> str:
        """The text for `n` things; `{n}` is the number."""
        said = self._translated(one, n) or (one if n == 1 else several)
        return said.format(n=n, **values)

    def _translated(self, text: str, n: int) -> str:
        """The translation of a text, in the form for `n` things where it has several; "" without one."""
        found = self._catalogue.get(text)
        forms = found.string if found else ""
        if not isinstance(forms, list | tuple):
            return forms or ""
        form = c2py(self._catalogue.plural_expr)(n)
        return forms[form] or "" if form < len(forms) else ""

    def day(self, day: date, year: bool = False) -> str:
        """Such as: Thursday 14 May; with the year where it matters."""
        return str(format_date(day, "EEEE d MMMM y" if year else "EEEE d MMMM", locale=self._locale))

    def short_day(self, day: date) -> str:
        """Such as: Thu 14 May."""
        return str(format_date(day, "EEE d MMM", locale=self._locale))

    def date(self, day: date, year: bool = False) -> str:
        """Such as: 14 August."""
        return str(format_date(day, "d MMMM y" if year else "d MMMM", locale=self._locale))

    def clock(self, moment: datetime) -> str:
        """Such as 14:03: screens use the 24-hour clock."""
        return f"{moment:%H:%M}"


@lru_cache(maxsize=16)
def words_in(language: str) -> Words:
    """The words of one language, read once."""
    return Words(language)
