"""Every letter of every language has a key, and a layout that is wrong is noticed."""

import csv
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from ui.keys import layouts
from ui.keys.layouts import KEYS, LANGUAGES, Layout, layout, layout_for

# As schools teach them, not as the files list them. Signs that need a letter are listed alone.
ALPHABETS = {
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "cy": "a â b c ch d dd e ê f ff g ng h i î j l ll m n o ô p ph r rh s t th u û w ŵ y ŷ ï ö á é",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p r s ś t u w y z ź ż",
    "ur": "ا آ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے ئ ؤ ۓ ۂ",
    "ar": "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ء آ أ إ ؤ ئ ى ة",
    "pa": "ੳ ਅ ੲ ਸ ਹ ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ "
    "ਸ਼ ਖ਼ ਗ਼ ਜ਼ ਫ਼ ਲ਼ ਆ ਇ ਈ ਉ ਊ ਏ ਐ ਓ ਔ ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ ੰ ਂ ੱ ੍",
    "bn": "অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ঢ ণ ত থ দ ধ ন প ফ ব ভ ম য র ল শ ষ স হ "
    "ড় ঢ় য় ৎ ং ঃ ঁ া ি ী ু ূ ৃ ে ৈ ো ৌ ্",
    "gu": "અ આ ઇ ઈ ઉ ઊ ઋ એ ઐ ઓ ઔ ક ખ ગ ઘ ઙ ચ છ જ ઝ ઞ ટ ઠ ડ ઢ ણ ત થ દ ધ ન પ ફ બ ભ મ ય ર લ વ શ ષ સ હ ળ "
    "ક્ષ જ્ઞ ઍ ઑ ા િ ી ુ ૂ ૃ ે ૈ ો ૌ ૅ ૉ ં ઃ ઁ ્",
}
IDS = layouts.ids()


def unreachable(words: str, keys: Layout) -> set[str]:
    """The characters that no key writes, alone or as a part of what a key writes."""
    written = set("".join(keys.reachable())) | {" "}
    plain = unicodedata.normalize("NFC", words)
    return {c for c in plain if not set(unicodedata.normalize("NFD", c)) <= written and c not in written}


def test_there_are_two_orders_for_each_language() -> None:
    assert sorted(IDS) == sorted([*LANGUAGES, *(f"{language}-abc" for language in LANGUAGES)])
    assert [layout_for(language).language for language in LANGUAGES] == list(LANGUAGES)


@pytest.mark.parametrize("id_", IDS)
def test_every_letter_of_the_alphabet_has_a_key(id_: str) -> None:
    keys = layout(id_)
    assert unreachable(ALPHABETS[keys.language], keys) == set()


@pytest.mark.parametrize("id_", [i for i in IDS if layout(i).capitals])
def test_every_capital_has_a_key(id_: str) -> None:
    keys = layout(id_)
    assert unreachable(ALPHABETS[keys.language].upper(), keys) == set()


def test_a_layout_without_a_letter_is_noticed() -> None:
    data = raw("pl")
    data["extras"].pop("z")
    data["alphabet"] = "a"
    assert unreachable("zażółć", layouts.read("pl", data)) == {"ż"}


@pytest.mark.data
@pytest.mark.parametrize("language", LANGUAGES)
def test_real_sentences_can_be_written(language: str, shared_data: Path) -> None:
    with (shared_data / "text" / "udhr_sentences.csv").open(encoding="utf-8", newline="") as file:
        sentences = [row["text"] for row in csv.DictReader(file) if row["bcp47"].split("-")[0] == language]
    assert sentences
    assert unreachable("".join(sentences), layout_for(language)) == set()


def raw(id_: str) -> dict[str, Any]:
    """The content of a layout's file."""
    data: dict[str, Any] = json.loads((KEYS / f"{id_}.json").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda data: data.pop("name"), "name"),
        (lambda data: data["rows"].pop(), "do not fit"),
        (lambda data: data["rows"].__setitem__(0, "a b c d e f g h i j k l"), "do not fit"),
        (lambda data: data["shift"].__setitem__(0, "Q"), "no letter with shift"),
        (lambda data: data.__setitem__("alphabet", "a ж"), "no key writes ж"),
        (lambda data: data.__setitem__("ends", "."), "not enough values"),
        (lambda data: data.__setitem__("rows", 3), "not iterable"),
    ],
)
def test_a_wrong_layout_is_noticed(spoil: Any, why: str) -> None:
    data = raw("en")
    spoil(data)
    with pytest.raises(ValueError, match=why):
        layouts.read("en", data)


def test_the_two_orders_of_a_language_lead_to_each_other() -> None:
    for language in LANGUAGES:
        there = layout(layout(language).other_order)
        assert (there.language, there.other_order) == (language, language)
        assert there.label != layout(language).label


# As a child learns them by heart; of scripts with vowel signs, the consonants.
IN_ORDER = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "cy": "abcdefghijklmnopqrstuvwxyz",
    "pl": "abcdefghijklmnopqrstuvwxyz",
    "ur": "ابپتجچحخدذرزسشصطعفقکگلمنوہھءیے",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "pa": "ਸਹਕਗਚਜਟਡਤਦਨਪਬਮਯਰਲਵ",
    "bn": "কগচজটডতদনপবমযরলশসহ",
    "gu": "કગચજટડતદનપબમયરલવસહ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_in_order_begin_where_people_begin_to_read(language: str) -> None:
    keys = layout(f"{language}-abc")
    rows = [row[::-1] if keys.right_to_left else row for row in keys.rows]
    wanted = set(IN_ORDER[language])
    assert "".join(key for row in rows for key in row if key in wanted) == IN_ORDER[language]


def test_only_urdu_and_arabic_run_leftwards() -> None:
    assert {layout(i).language for i in IDS if layout(i).right_to_left} == {"ar", "ur"}


def test_an_unknown_language_gets_english_keys() -> None:
    assert layout_for("so").id == "en"
    assert layout_for("pa-Guru").id == "pa"


def test_rarer_letters_follow_the_size_of_their_letter() -> None:
    polish = layout("pl")
    assert polish.extras_of("z") == ("ż", "ź", "ž")
    assert polish.extras_of("Z") == ("Ż", "Ź", "Ž")
    assert layout("en").extras_of("S") == ("Ś", "Š", "Ş", "Ș", "ß")  # no capital of one letter
    assert polish.extras_of("q") == ()
