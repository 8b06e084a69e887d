"""The fonts that ship: which shows what, what they are made from, and what no font has."""

import csv
import re
from pathlib import Path

import pytest

from workshop.printing import fonts
from workshop.printing.fonts import FONTS

ROOT = Path(__file__).resolve().parents[2]


def name_for(text: str, language: str = "") -> str:
    family = fonts.family_for_cluster(text, language)
    return family.regular.name if family is not None else ""


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ŵŷ", "cy", "AtkinsonHyperlegibleNext-Regular"),
        ("ạ", "vi", "NotoSans-Regular"),
        ("Ж", "", "NotoSans-Regular"),
        ("میں", "ur", "NotoNastaliqUrdu-Regular"),
        ("میں", "ar", "NotoSansArabic-Regular"),
        ("میں", "", "NotoSansArabic-Regular"),
        ("ש", "he", "NotoSansHebrew-Regular"),
        ("ਧੀ", "pa", "NotoSansGurmukhi-Regular"),
        ("ক", "bn", "NotoSansBengali-Regular"),
        ("ક", "gu", "NotoSansGujarati-Regular"),
        ("க", "ta", "NotoSansTamil-Regular"),
        ("人", "zh", "NotoSansSC-Regular"),
        ("人", "zh-Hant", "NotoSansTC-Regular"),
        ("人", "zh_TW", "NotoSansTC-Regular"),
        ("嘅", "zh", "NotoSansTC-Regular"),
        ("★", "", "NotoSansSymbols2-Regular"),
        ("→", "", "NotoSansSymbols-Regular"),
        ("⭐", "", "NotoColorEmoji"),
        ("❤", "", "NotoSansSymbols2-Regular"),
        ("❤\ufe0f", "", "NotoColorEmoji"),
        ("1", "", "AtkinsonHyperlegibleNext-Regular"),
        ("1\ufe0f\u20e3", "", "NotoColorEmoji"),
        ("\ue000", "", ""),
        ("ᎠᎡ", "", ""),
    ],
)
def test_which_font_shows_it(text: str, language: str, name: str) -> None:
    assert name_for(text, language) == name


def test_the_signs_people_type_have_a_glyph() -> None:
    assert [sign for sign in "•…–—“”‘’£€½¼→←↑↓★☆●○■▲◆♥☐☑✓✗✔✘°²₂±×÷©®™№℃①─█" if not name_for(sign)] == []


@pytest.mark.data
def test_all_chinese_statements_and_standards_are_covered(shared_data: Path) -> None:
    path = shared_data / "polis" / "vtaiwan.uberx" / "comments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        wanted = {character for row in csv.DictReader(file) for character in row["comment-body"]}
    for codec in ("gb2312", "big5"):
        codes = (bytes((a, b)) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
        wanted |= {character for code in codes for character in code.decode(codec, errors="ignore")}
    assert [c for c in sorted(wanted) if not name_for(c, "zh-Hant") and not fonts.has_no_meaning(c)] == []


def test_a_bold_face_covers_what_the_regular_one_does() -> None:
    for family in fonts.families_for(""):
        if family.bold is not None:
            assert family.regular.characters <= family.bold.characters


def test_nothing_is_read_before_it_is_asked_for() -> None:
    assert vars(fonts.Face("NotoSansTC-Regular.ttf")) == {
        "file": "NotoSansTC-Regular.ttf",
        "name": "NotoSansTC-Regular",
    }


def test_joiners_are_invisible_and_signs_around_numbers_are_not() -> None:
    assert [fonts.is_invisible(c) for c in "\u200d\u200c\ufe0f\u2067\u00ad\u0600a "] == [True] * 5 + [
        False
    ] * 3


def test_what_a_reader_gets_of_a_text() -> None:
    assert fonts.readable("a\u2067ب\u2069\x07\ue000می\u200cخواهم") == "aب\ufffd\ufffdمی\u200cخواهم"


def test_the_list_of_fonts_is_that_of_the_files() -> None:
    rows = re.findall(r"^\| (\S+\.ttf) \|.*\| ([\d,]+) \|$", (FONTS / "README.md").read_text("utf-8"), re.M)
    listed = {name: int(size.replace(",", "")) for name, size in rows}
    assert listed == {path.name: path.stat().st_size for path in FONTS.glob("*.ttf")}
    assert sum(listed.values()) < 25_000_000


def test_every_package_of_fonts_has_its_licence() -> None:
    texts = [path.read_text("utf-8") for path in (ROOT / "installer/licences/fonts").glob("*.txt")]
    assert len(texts) == 4
    assert all("Copyright" in text and "SIL OPEN FONT LICENSE Version 1.1" in text for text in texts)
