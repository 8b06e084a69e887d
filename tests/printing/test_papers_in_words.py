"""The sentences of people’s papers in all languages: none is left out, none lost, and fonts can show them."""

import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from workshop.printing import words
from workshop.printing.text import lay_out

ROOT = Path(__file__).resolve().parents[2]
ALIKE = {"Same Table", "Parking", "Parking £", "slip {number}"}


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("extract_papers", ROOT / "installer" / "extract_papers.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


extract = script()
LANGUAGES = extract.LANGUAGES


def said(catalogue: Catalog) -> dict[str, str]:
    return {str(m.id): str(m.string) for m in catalogue if m.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_papers_is_in_the_catalogue_and_no_other(language: str) -> None:
    wanted, there = said(extract.source()), said(extract.read(language))
    assert list(there) == list(wanted)
    assert [sentence for sentence, translation in there.items() if not translation] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_into_a_sentence_is_not_lost(language: str) -> None:
    for sentence, translation in said(extract.read(language)).items():
        assert places(translation) == places(sentence), sentence
        assert sentence.count("£") == translation.count("£"), sentence
        assert translation != sentence or sentence in ALIKE, sentence


def places(sentence: str) -> list[str]:
    return sorted(name for _text, name, _form, _how in string.Formatter().parse(sentence) if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_fonts_show_every_letter(language: str) -> None:
    text = "\n".join(said(extract.read(language)).values())
    assert lay_out(text, size=12, width=500, language=language).missing == ()


def test_a_sentence_is_said_in_the_language_that_is_spoken() -> None:
    assert words._("Your choices") == "Your choices"
    with words.speaking("cy"):
        assert words._("Your choices") == "Eich dewisiadau"
        assert words._("What nobody translated") == "What nobody translated"
        assert words.n_("{n} fish", "{n} fishes", 2) == "2 fishes"


def test_a_new_sentence_is_noticed() -> None:
    assert list(extract.sentences('x = _("One"); y = f(_("Two"))')) == ["One", "Two"]
    with pytest.raises(ValueError, match="only running can tell"):
        list(extract.sentences("_(text)"))


def test_translations_outlive_a_new_gathering() -> None:
    kept = extract.brought_up_to_date("cy", extract.source())
    assert said(kept) == said(extract.read("cy"))
