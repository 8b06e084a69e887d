"""Names as others write them: in part, with endings, in another script, and not where a word is meant."""

import pytest

from workshop.domain.called import CalledInText, NotNamed
from workshop.domain.names import REPLACED


def found(name: str, text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in CalledInText([name]).places_in(text, language)]


@pytest.mark.parametrize(
    ("name", "text", "language", "what"),
    [
        ("Amina Khan", "mrs khan said so", "en", "khan"),
        ("Amina Khan", "AMÍNA’S idea", "en", "AMÍNA"),
        ("Amina Khan", "Aminas idea", "en", "Aminas"),
        ("Siobhán O’Neill", "Mr Oneill", "en", "Oneill"),
        ("Jean-Luc", "ask Luc", "en", "Luc"),
        ("Jo", "jo was there", "en", "jo"),
        ("Guest 3", "GUEST 3 asked", "en", "GUEST 3"),
        ("Mr Desai", "desai knows", "en", "desai"),
        ("Agnieszka", "powiedz Agnieszce", "pl", "Agnieszce"),
        ("Marek Kowalski", "nie było Marka", "pl", "Marka"),
        ("Marek Kowalski", "u Kowalskich", "pl", "Kowalskich"),
        ("Łukasz Wójcik", "z wojcikiem", "pl", "wojcikiem"),
        ("Paweł", "Pawłowi", "", "Pawłowi"),
        ("Ștefan", "lui Stefanului", "ro", "Stefanului"),
        ("Bethan", "i Fethan", "cy", "Fethan"),
        ("Dafydd", "Ddafydd", "cy", "Ddafydd"),
        ("آمنہ", "امنه نے کہا", "ur", "امنه"),
        ("نسرین", "نسرینکو", "ur", "نسرینکو"),
        ("علي", "وعلي", "ar", "وعلي"),
        ("فاطمة الحداد", "للحداد", "ar", "للحداد"),
        ("ਗਿੱਲ", "ਗਿਲ ਦੀ", "pa", "ਗਿਲ"),
        ("ભાવના", "ભાવનાબેન", "gu", "ભાવનાબેન"),
        ("শাহানা", "শাহানার", "bn", "শাহানার"),
        ("陳美玲", "陳太唔識", "zh", "陳太"),
        ("陳美玲", "美玲说", "zh", "美玲"),
        ("山田 太郎", "山田さん", "ja", "山田さん"),
        ("Wei", "Wei说", "zh", "Wei"),
        # In another script than the name was given in.
        ("Amina Khan", "امینہ نے", "ur", "امینہ"),
        ("Hassan", "حسن", "ur", "حسن"),
        ("Gurpreet", "ਗੁਰਪ੍ਰੀਤ ਨੇ", "pa", "ਗੁਰਪ੍ਰੀਤ"),
        ("Amina", "আমিনার", "bn", "আমিনার"),
        ("Marek", "Марек", "uk", "Марек"),
        ("ਹਰਜੀਤ", "ask Harjeet", "en", "Harjeet"),
    ],
)
def test_a_name_is_found_as_others_write_it(name: str, text: str, language: str, what: str) -> None:
    assert what in found(name, text, language)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Green", "Will said so"),
        ("Will Green", "we asked Will"),
        ("Will Green", "ask will first"),
        ("Mark Bell", "mark said no"),
        ("Mark Bell", "mrs bell"),
        ("Joy", "JOY HELPED"),
        ("Hope", "that was hope's idea"),
        ("May", "May was kind"),
        ("May", "me and may"),
        ("Bill", "i look after bill"),
    ],
)
def test_a_name_that_is_a_word_is_found_where_a_person_is_meant(name: str, text: str) -> None:
    assert found(name, text, "en")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Green", "Will you come? It will be green."),
        ("Mark Bell", "a mark on the wall, and the bell rang"),
        ("Joy", "what a joy"),
        ("Hope", "we hope so"),
        ("May", "In May, on 3 May, May 2026, we may"),
        ("Ana", "a banana; any chance; Diana"),
        ("Al", "alfresco"),
        ("Tom", "تم کہاں ہو"),
        ("Jo", "جو لوگ"),
        ("William", "ولم"),
        ("Mr Khan", "Mr Jones"),
        ("Sam", "the same"),
        ("Bethan", "fethan"),
    ],
)
def test_an_ordinary_word_is_no_name(name: str, text: str) -> None:
    assert found(name, text, "en") == []


def test_the_language_of_a_note_says_which_endings_count() -> None:
    assert found("Marek", "Marku", "pl") == ["Marku"]
    assert found("Marek", "Marku", "en") == []
    assert found("Marek", "Marku") == ["Marku"]  # it is not known: with a capital
    assert found("Marek", "marku") == []


def test_no_names_are_found_nowhere() -> None:
    assert list(CalledInText(["", " ", "\u200b"]).places_in("any words at all")) == []


# Taking out the names of those who did not agree


@pytest.mark.parametrize(
    ("called", "full", "text", "language", "left"),
    [
        (["Amina"], [], "Amina’s garden, and AMINA", "en", "[name]’s garden, and [name]"),
        (["Amina"], [], "Aminy nie było", "pl", "[name] nie było"),
        (["Amina"], [], "امینہ نے کہا", "ur", "[name] نے کہا"),
        (
            ["Amina K", "Amina"],
            ["Amina Khan"],
            "Amina K, Amina Khan, Mrs Khan",
            "en",
            "[name], [name], Mrs Khan",
        ),
        ([], ["Amina Khan"], "Amina asks AMINA  KHAN", "en", "Amina asks [name]"),
        (["Mary Ann"], [], "Mary Ann and Mary", "en", "[name] and Mary"),
        (["Will"], ["Will Green"], "We will, said Will, be green", "en", "We will, said [name], be green"),
        (["May"], [], "May you come in May? Ask May", "en", "May you come in May? Ask [name]"),
        (["田中"], [], "昨日田中さん", "ja", "昨日[name]さん"),
        ([], [], "any words", "", "any words"),
    ],
)
def test_only_a_name_is_taken_out(
    called: list[str], full: list[str], text: str, language: str, left: str
) -> None:
    names = NotNamed(called, full)
    assert names.replaced_in(text, language) == left
    assert names.found_in(text, language) == (REPLACED in left)
    assert not names.found_in(left.replace(REPLACED, ""), language)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Mary", "મારી વાત સાંભળો", "gu"),
        ("Anna", "أنا أنتظر منذ شهر", "ar"),
        ("Parry", "খাওয়ার পরে", "bn"),
    ],
)
def test_the_commonest_words_are_no_name_by_their_sound_alone(name: str, text: str, language: str) -> None:
    assert found(name, text, language) == []


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Hitesh", "hiteshbhai kem nathi aavya", "gu"),
        ("نسرین", "Nasreen baji does the best tea", "en"),
        ("Piotr", "PIOTREK – weź czajnik", "pl"),
        ("ليلى", "قلت لليلى إن الرسالة وصلت", "ar"),
    ],
)
def test_names_in_the_forms_that_people_give_them(name: str, text: str, language: str) -> None:
    assert found(name, text, language) != []
