"""What people read, in all languages: nothing is left out, nothing is lost, and our fonts can show it."""

import importlib.util
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from tests.ui.given import Table, words_on
from ui.look import Look, Side, load_fonts
from ui.words import LANGUAGES, Words

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [language for language in LANGUAGES if language != "en"]
# Words that two languages share, and the name of the product.
ALIKE = {
    "ur": {"Same Table"},
    "pa": {"Same Table"},
    "pl": {"Same Table", "OK"},
    "cy": {"Same Table", "Help", "Staff", "dot", "1 dot"},
}
ENDS = {"۔": ".", "।": ".", "؟": "?"}
LONGEST, SHORT = 1.8, 24  # times the English; texts up to so many letters may be longer


@pytest.fixture(scope="module")
def extract() -> Iterator[ModuleType]:
    """The script that gathers what people read."""
    spec = importlib.util.spec_from_file_location("extract_words", ROOT / "installer" / "extract_words.py")
    assert spec is not None and spec.loader is not None
    script, path = importlib.util.module_from_spec(spec), [*sys.path]
    spec.loader.exec_module(script)
    yield script
    sys.path[:] = path


@pytest.fixture(scope="module")
def sentences(extract: ModuleType, qapp: object) -> Catalog:
    """Every sentence on people's screens as the code has them now."""
    found: Catalog = extract.source()
    return found


def messages(extract: ModuleType, language: str) -> list[Message]:
    """What the file of a language holds."""
    return [message for message in extract.read(language) if message.id]


def pairs(extract: ModuleType, language: str) -> list[tuple[str, str]]:
    """Each English sentence with each of its translations; the plural goes with all but the form for one."""
    found = []
    for message in messages(extract, language):
        english = extract.id_of(message)
        forms = extract.forms_of(message)
        if isinstance(english, str):
            found.append((english, forms[0]))
        else:
            found += [(english[1], form) for form in forms]
    return found


# Which sentences


def test_the_pages_of_people_are_worked_out_from_the_code(extract: ModuleType) -> None:
    pages = {name.removeprefix("ui.screens.") for name in extract.people_pages()}
    assert pages >= {"board", "today", "ballot", "review", "thanks", "arrive_name", "public", "pause"}
    assert not pages & {"desk", "plan", "home", "print_out", "promises", "results"}


def test_what_pages_import_belongs_to_them(extract: ModuleType) -> None:
    modules = extract.people_modules()
    assert {"ui.board.overlays", "ui.keys.names", "ui.parts.vote", "ui.widgets.dock", "ui.page"} <= modules
    assert not {"ui.screens.desk", "ui.parts.desk", "ui.parts.plan", "ui.app"} & modules


def test_words_that_are_looked_up_come_from_a_table_that_is_known(extract: ModuleType, qapp: object) -> None:
    looking_up = {module for module in extract.people_modules() if extract.looks_up(module)}
    assert looking_up == set(extract.tables())


def test_every_kind_of_sentence_is_found(
    extract: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
words("Plain")
page.words.many("1 thing", "{n} things", n)
words("One" if short else "Other")
said = f"{page.words('Inside another')} and more"
words("Long, in "
      "two lines")
words(TABLE[key])
not_words("Nothing")
"""
    monkeypatch.setattr(extract, "ROOT", tmp_path)
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "planted.py").write_text(code, encoding="utf-8")

    found = set(extract.said_in("ui.planted"))

    assert found == {
        "Plain",
        ("1 thing", "{n} things"),
        "One",
        "Other",
        "Inside another",
        "Long, in two lines",
    }
    assert extract.looks_up("ui.planted")


def test_no_two_sentences_share_a_singular(extract: ModuleType) -> None:
    """A catalogue finds a plural by its singular: the second would be said in the words of the first."""
    pairs = {said for m in extract.people_modules() for said in extract.said_in(m) if isinstance(said, tuple)}
    singulars = [singular for singular, _ in pairs]
    assert sorted(singulars) == sorted(set(singulars))


# All of them, in all languages


@pytest.mark.parametrize("language", OTHERS)
def test_the_files_hold_what_the_code_says(extract: ModuleType, sentences: Catalog, language: str) -> None:
    """If this fails: run `python installer/extract_words.py`, and translate what it names."""
    fresh = extract.up_to_date(language, sentences)
    assert extract.missing(fresh) == []
    assert extract.path_of(language).read_bytes() == extract.as_file(fresh)


def test_the_list_of_sentences_is_up_to_date(extract: ModuleType, sentences: Catalog) -> None:
    """If this fails: run `python installer/extract_words.py`."""
    assert (extract.LOCALE / "same-table.pot").read_bytes() == extract.as_file(sentences)


def test_a_new_sentence_is_noticed(extract: ModuleType) -> None:
    more = Catalog()
    more.add("Good morning.")
    assert extract.missing(extract.up_to_date("pl", more)) == ["Good morning."]


@pytest.mark.parametrize("language", OTHERS)
def test_each_file_says_that_nobody_has_checked_it_yet(extract: ModuleType, language: str) -> None:
    text = extract.path_of(language).read_text(encoding="utf-8")
    assert text.splitlines()[1] == "# Not yet checked by a native speaker."
    assert "fuzzy" not in text


# What each translation keeps


def blanks(text: str) -> set[str]:
    """The names of the places that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def loses_a_blank(english: str, said: str) -> bool:
    """Whether something cannot be filled in; the number itself may be said in words, such as: 1 dot."""
    return blanks(said) | {"n"} != blanks(english) | {"n"}


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_is_filled_in(extract: ModuleType, language: str) -> None:
    assert [pair for pair in pairs(extract, language) if loses_a_blank(*pair)] == []
    plain = [m for m in messages(extract, language) if isinstance(m.id, str)]
    assert [m.id for m in plain if blanks(str(m.string)) != blanks(str(m.id))] == []


def test_a_lost_blank_is_noticed() -> None:
    assert loses_a_blank("Saved {time}", "Zapisano")
    assert loses_a_blank("Saved {time}", "Zapisano {czas}")
    assert not loses_a_blank("{n} dots", "1 kropka")


def end_of(text: str) -> str:
    """The sign at the end of a sentence, "" where there is none."""
    last = ENDS.get(text[-1:], text[-1:])
    return last if last in ".?:…" else ""


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_end_like_the_english_ones(extract: ModuleType, language: str) -> None:
    found = pairs(extract, language)
    assert [pair for pair in found if end_of(pair[0]) != end_of(pair[1])] == []
    assert [said for _, said in found if said != said.strip() or "  " in said or "!" in said] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_still_english(extract: ModuleType, language: str) -> None:
    same = {m.id for m in messages(extract, language) if m.id == m.string}
    assert same <= ALIKE[language]


@pytest.mark.parametrize("language", ["pl", "cy"])
def test_no_sentence_is_much_longer_than_the_english(extract: ModuleType, language: str) -> None:
    long = [pair for pair in pairs(extract, language) if len(pair[1]) > max(SHORT, LONGEST * len(pair[0]))]
    assert long == []


@pytest.mark.parametrize("language", OTHERS)
def test_counts_at_a_table_end_with_what_people_did(language: str) -> None:
    """The picture of the seats writes the count large, and below it the rest of the same sentence."""
    words = Words(language)
    for did in ("have voted", "have written", "have finished"):
        sentence = words(f"{{n}} of {{m}} {did}", n=6, m=14)
        count = sentence.removesuffix(words(did))
        assert count != sentence
        assert "6" in count and "14" in count


@pytest.mark.parametrize("language", OTHERS)
def test_words_on_buttons_are_called_the_same_in_sentences(language: str) -> None:
    words = Words(language)
    assert words("Cast it") in words("After “Cast it” nobody can change or see your vote. Not even you.")
    assert words("Skip this") in words("Please write a name, or touch “Skip this”.")
    assert words("Done") in words("Touch Done to go on.")
    assert words("Write a note") in words("Touch Write a note, or any empty place.")


# Numbers


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ur", {1: "1 نقطہ", 2: "2 نقطے", 5: "5 نقطے"}),
        ("pa", {1: "1 ਬਿੰਦੀ", 2: "2 ਬਿੰਦੀਆਂ"}),
        ("pl", {1: "1 kropka", 2: "2 kropki", 5: "5 kropek", 12: "12 kropek", 22: "22 kropki"}),
        ("cy", {0: "0 dot", 1: "1 dot", 2: "2 ddot", 3: "3 dot", 6: "6 dot", 7: "7 dot"}),
    ],
)
def test_numbers_change_the_word(language: str, said: dict[int, str]) -> None:
    words = Words(language)
    assert {n: words.many("1 dot", "{n} dots", n) for n in said} == said


# Fonts


def unshown(metrics: QFontMetrics, text: str) -> set[str]:
    """The characters of a text that no font of ours has."""
    return {c for c in text if not c.isspace() and not metrics.inFontUcs4(ord(c))}


@pytest.mark.parametrize("language", OTHERS)
def test_our_fonts_have_every_character(qtbot: QtBot, extract: ModuleType, language: str) -> None:
    load_fonts()
    metrics = QFontMetrics(Look().font(22, language=language))
    everything = "".join(said for _, said in pairs(extract, language))
    assert unshown(metrics, everything) == set()
    assert unshown(metrics, "\U00013000") == {"\U00013000"}


# On the screen


@pytest.mark.parametrize(
    ("language", "says"), [("pl", "Dzisiaj"), ("cy", "Heddiw"), ("ur", "آج"), ("pa", "ਅੱਜ")]
)
def test_a_page_speaks_the_language_that_was_chosen(table: Table, language: str, says: str) -> None:
    table.stage.taste(Side.PEOPLE, language=language)
    page = table.show_people("today")
    assert says in words_on(page)
    assert "Today" not in words_on(page)
