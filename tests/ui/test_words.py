"""Words in the language of the reader: catalogues, plurals, dates; English where there is nothing."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from ui import words
from ui.words import Words

POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Close"
msgstr "Zamknij"

msgid "Saved {time}"
msgstr "Zapisano o {time}"

msgid "1 note"
msgid_plural "{n} notes"
msgstr[0] "{n} kartka"
msgstr[1] "{n} kartki"
msgstr[2] "{n} kartek"
"""


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Words]:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "same-table.po").write_text(POLISH, encoding="utf-8")
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    words.catalogue.cache_clear()
    yield Words("pl")
    words.catalogue.cache_clear()


def test_a_translated_sentence(polish: Words) -> None:
    assert polish("Close") == "Zamknij"
    assert polish("Saved {time}", time="14:03") == "Zapisano o 14:03"


def test_plurals_follow_the_language(polish: Words) -> None:
    assert [polish.many("1 note", "{n} notes", n) for n in (1, 3, 5, 22)] == [
        "1 kartka",
        "3 kartki",
        "5 kartek",
        "22 kartki",
    ]


def test_a_text_with_a_plural_says_the_form_for_one(polish: Words) -> None:
    assert polish("1 note", n=1) == "1 kartka"


def test_what_is_not_translated_stays_english(polish: Words) -> None:
    assert polish("Write a note") == "Write a note"
    assert polish.many("1 group", "{n} groups", 2) == "2 groups"


def test_dates_and_times() -> None:
    english = Words("en")
    assert english.day(date(2026, 5, 14)) == "Thursday 14 May"
    assert english.date(date(2026, 8, 14), year=True) == "14 August 2026"
    assert english.short_day(date(2026, 5, 14)) == "Thu 14 May"
    assert english.clock(datetime(2026, 5, 14, 9, 5)) == "09:05"


def test_urdu_is_read_from_right_to_left() -> None:
    assert Words("ur").right_to_left and not Words("cy").right_to_left
