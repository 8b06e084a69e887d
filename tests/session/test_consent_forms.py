"""The consent questions in every language: the same items in the same order, complete and short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.kinds import Item
from workshop.session.resources import consent_form, consent_languages

LANGUAGES = consent_languages()


def test_english_comes_first_and_every_offered_language_has_a_form() -> None:
    assert LANGUAGES == ("en", "cy", "pa", "pl", "ur")
    assert [consent_form(language).language for language in LANGUAGES] == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_asks_the_same_in_the_same_order(language: str) -> None:
    form, english = consent_form(language), consent_form()
    assert [i.item for i in form.items] == [i.item for i in english.items]
    assert {i.item for i in form.items} == {*Item}
    assert form.version == english.version
    for item in form.items:
        assert item.question and item.short and len(item.sentences) == 3 and len(item.more) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_sentence_is_always_until_when(language: str) -> None:
    form = consent_form(language)
    last = {item.sentences[-1] for item in form.items}
    assert len(last) == 1
    assert form.until.count("{date}") == 1 and form.about


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    form = consent_form(language)
    sentences = [s for item in form.items for s in (item.question, *item.sentences, *item.more)]
    longest = 12 if language in ("en", "pl") else 14
    assert [s for s in (*sentences, *form.about) if len(s.split()) > longest] == []


def test_only_english_is_checked_by_somebody_who_speaks_it() -> None:
    assert [language for language in LANGUAGES if consent_form(language).checked] == ["en"]


def test_the_words_of_one_language_have_a_hash_of_their_own() -> None:
    hashes = [consent_form(language).of(Item.TAKE_PART).text_hash for language in LANGUAGES]
    assert len({*hashes}) == len(LANGUAGES)


def test_the_english_words_are_those_that_were_always_asked() -> None:
    """Answers of earlier workshops point to these words: another wording is another version."""
    assert consent_form().version == "1"
    assert consent_form().of(Item.TAKE_PART).text_hash.startswith("b4a3197f")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_takes_the_place_of_the_slip(language: str) -> None:
    form = consent_form(language)
    said = form.of(Item.CREDIT).sentences
    assert form.sentences(Item.CREDIT, "") == said
    assert form.sentences(Item.CREDIT, "1 May") == (*said[:2], form.until.format(date="1 May"))


@given(st.text(max_size=20))
def test_a_language_without_a_form_is_asked_in_english(language: str) -> None:
    form = consent_form(language)
    assert form.language == (language if language in LANGUAGES else "en")
