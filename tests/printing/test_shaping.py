"""Words become glyphs in the right font, the right order, and the right size."""

import csv
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop.printing.shaping import Run, shape_word


def runs(word: str, **choice: object) -> list[Run]:
    return [piece.run for piece in shape_word(word, **choice)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Việt", "", [("Việt", "NotoSans-Regular")]),
        ("Uber的", "zh", [("Uber", "AtkinsonHyperlegibleNext-Regular"), ("的", "NotoSansSC-Regular")]),
        ("(میں)", "ur", [("(میں)", "NotoNastaliqUrdu-Regular")]),
        ("good👍!", "", [(t, f) for t, f in zip(("good", "👍", "!"), ("A", "N", "A"), strict=True)]),
    ],
)
def test_a_word_is_cut_where_the_font_changes(word: str, language: str, parts: list[tuple[str, str]]) -> None:
    found = [(run.text, run.face.name) for run in runs(word, language=language)]
    assert [
        (text, name[: len(wanted)]) for (text, name), (_, wanted) in zip(found, parts, strict=True)
    ] == parts


def test_levels_cut_a_word_too() -> None:
    pieces = shape_word("NHSمیں", language="ur", levels=(2, 2, 2, 1, 1, 1))
    assert [(piece.run.text, piece.level) for piece in pieces] == [("NHS", 2), ("میں", 1)]


def test_arabic_letters_join_and_run_to_the_left() -> None:
    joined, apart = runs("بب", levels=(1, 1))[0], runs("ب", levels=(1,))[0]
    assert joined.leftwards and joined.outline and joined.shows == ()
    assert joined.advance < 2 * apart.advance


def test_a_conjunct_is_one_glyph_that_does_not_spell_itself() -> None:
    [run] = runs("ক্ষ", language="bn")
    assert (len(run.glyphs), run.is_exact) == (1, False)


def test_plain_words_spell_themselves() -> None:
    assert [runs(word)[0].is_exact for word in ("café", "1,000", "人", "office")] == [True] * 4


def test_bold_has_its_own_face_or_a_stroke() -> None:
    latin, chinese = runs("Ask", bold=True)[0], runs("人", bold=True)[0]
    assert (latin.face.name, latin.bolder) == ("AtkinsonHyperlegibleNext-Bold", False)
    assert (chinese.face.name, chinese.bolder) == ("NotoSansSC-Regular", True)


def test_tall_scripts_take_more_room() -> None:
    assert (runs("Ask")[0].above, runs("Ask")[0].below) == (0.95, 0.30)
    urdu = runs("میں", language="ur", levels=(1, 1, 1))[0]
    assert (urdu.above, urdu.below) >= (1.4, 0.8)


def test_stacked_signs_have_an_end() -> None:
    [run] = runs("e" + "\u0301" * 60)
    assert run.above <= 2.0


@pytest.mark.parametrize("character", ["\ue000", "\x07", "\ud800", "Ꭰ", "\U0010fffd"])
def test_what_no_font_has_is_reported_and_shown_as_one_sign(character: str) -> None:
    [a, sign, b] = runs(f"a{character}b")
    assert (a.missing, sign.missing, b.missing) == ((), (character,), ())
    assert (len(sign.glyphs), sign.glyphs[0].number) == (1, sign.face.glyph_of("\ufffd"))


def test_the_report_stays_empty_for_what_fonts_have() -> None:
    assert [
        run.missing for word in ("a\u200db", "\u200b", "\ufeffa", "١٢", "\ufffd") for run in runs(word)
    ] == [()] * 5


@pytest.mark.data
def test_words_of_all_languages_have_every_glyph(shared_data: Path) -> None:
    with (shared_data / "text" / "udhr_sentences.csv").open(encoding="utf-8", newline="") as file:
        words = {(word, row["bcp47"]) for row in csv.DictReader(file) for word in row["text"].split()}
    wrong = [
        (word, language)
        for word, language in sorted(words)
        for run in runs(word, language=language)
        if run.missing or not all(glyph.number for glyph in run.glyphs)
    ]
    assert wrong == []


@given(st.text(min_size=1, max_size=12), st.booleans(), st.booleans())
@example("\u115f", False, False)
@example("a\u1160\u3164b\uffa0", True, True)
def test_the_runs_together_are_the_word(word: str, bold: bool, leftwards: bool) -> None:
    levels = (1,) * len(word) if leftwards else None
    found = runs(word, bold=bold, levels=levels)
    assert "".join(run.text for run in found) == word
    assert all(glyph.number for run in found for glyph in run.glyphs)
