"""The look: colours that can be told apart, sizes that fingers and eyes need, our own fonts."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF
from pytestqt.qtbot import QtBot

from tests.ui import checks
from ui.look import (
    ANSWER_MM,
    BOLD,
    CALM,
    CAPITAL,
    CONTRAST,
    FEWEST_LINES,
    NOTES,
    REGULAR,
    STANDARD,
    Colours,
    Look,
    ScreenSize,
    Side,
    TextSize,
    font_of,
    load_fonts,
)
from workshop.domain.kinds import NoteKind

LAPTOP = ScreenSize(1366, 768, 0.253)
TABLE = ScreenSize(1920, 1080, 0.496)
FOUR_K = ScreenSize(3840, 2160, 0.1845)


@pytest.mark.parametrize("colours", [STANDARD, CALM, CONTRAST])
def test_words_and_outlines_can_be_seen_in_every_look(colours: Colours) -> None:
    assert list(checks.pale(colours)) == []


def test_pale_words_are_noticed() -> None:
    assert list(checks.pale(replace(STANDARD, ink2="#8A8A8A")))
    assert list(checks.pale(replace(STANDARD, edge="#B9B1A6")))


def test_black_and_white_is_black_on_white() -> None:
    assert checks.ratio(CONTRAST.ink, CONTRAST.cloth) == pytest.approx(21.0)


@pytest.mark.parametrize("kind", list(NoteKind))
def test_words_and_symbols_stand_out_on_every_note(kind: NoteKind) -> None:
    note = NOTES[kind]
    assert checks.ratio(STANDARD.ink, note.fill) >= 12.9
    assert checks.ratio(note.symbol_colour, note.fill) >= 7.0


def test_every_kind_of_note_has_a_symbol_and_words_of_its_own() -> None:
    assert len({n.symbol for n in NOTES.values()}) == len({n.label for n in NOTES.values()}) == len(NoteKind)


def test_the_colours_are_those_of_the_design() -> None:
    path = Path(__file__).resolve().parents[3] / "shared" / "design" / "tokens.json"
    if not path.is_file():
        pytest.skip("the design's own list of colours is not on this machine")
    tokens = json.loads(path.read_text(encoding="utf-8"))
    ours = asdict(STANDARD)
    for name, token in tokens["colour"].items():
        assert ours[name] == token["hex"], name
    for note, token in zip(NOTES.values(), tokens["noteColours"], strict=True):
        shown = (note.fill, note.edge, note.symbol_colour, note.symbol, note.label)
        wanted = tuple(token[k] for k in ("fill", "edge", "symbolColour", "symbol", "defaultLabel"))
        assert shown == wanted


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("screen", [ScreenSize(), LAPTOP, TABLE, FOUR_K])
def test_nothing_is_too_small_for_a_finger(side: Side, screen: ScreenSize) -> None:
    look = Look(side, screen)
    least = 9.0 if side is Side.FACILITATOR else 12.7
    assert look.target(1) * screen.mm_per_px >= least
    assert look.target(1, ANSWER_MM) * screen.mm_per_px >= 14.0


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("screen", [ScreenSize(), TABLE, FOUR_K])
def test_the_smallest_letters_have_their_height_in_millimetres(size: TextSize, screen: ScreenSize) -> None:
    look = Look(Side.PEOPLE, screen, size)
    assert look.text(1) * CAPITAL * screen.mm_per_px >= size.capital_mm - 0.15


def test_on_a_small_screen_a_page_keeps_its_lines() -> None:
    largest = Look(Side.PEOPLE, LAPTOP, TextSize.LARGEST)
    assert LAPTOP.height / largest.text(20) > FEWEST_LINES - 1


@pytest.mark.parametrize("size", list(TextSize))
def test_larger_type_stays_larger(size: TextSize) -> None:
    look = Look(Side.PEOPLE, ScreenSize(), size)
    sizes = [look.text(token) for token in (20, 22, 26, 30, 36, 44, 66, 84, 120)]
    assert sizes == sorted(set(sizes))


def test_a_screen_of_four_times_the_pixels_looks_the_same() -> None:
    assert Look(screen=FOUR_K).px(100) == 2 * Look().px(100)


def test_the_calm_look_does_not_move() -> None:
    assert asdict(Look(calm=True).motion) == {"lift": 0, "settle": 0, "panel": 0, "turn_over": 0}


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_our_own_font_is_used_in_its_four_weights(qtbot: QtBot, weight: int) -> None:
    load_fonts()
    info = QFontInfo(font_of(20, weight))
    assert (info.family(), info.weight()) == ("Atkinson Hyperlegible Next", weight)


def test_a_capital_is_as_high_as_we_say(qtbot: QtBot) -> None:
    load_fonts()
    assert QFontMetricsF(font_of(1000)).capHeight() / 1000 == pytest.approx(CAPITAL, abs=0.005)


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_latin_letters_look_the_same_on_a_page_in_urdu(qtbot: QtBot, weight: int) -> None:
    load_fonts()
    english, urdu = (QFontMetricsF(font_of(100, weight, language)) for language in ("", "ur"))
    assert urdu.horizontalAdvance("Saved 14:03") == english.horizontalAdvance("Saved 14:03")
    assert urdu.tightBoundingRect("آج") == english.tightBoundingRect("آج")
    assert urdu.tightBoundingRect("آج") != QFontMetricsF(font_of(100, weight, "ar")).tightBoundingRect("آج")
