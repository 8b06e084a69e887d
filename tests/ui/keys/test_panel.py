"""What fingers on a panel of keys do, and when."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.keys.panel import BOUNCE_S, HOLD_S, REPEAT_S, KeyPanel, Shift
from ui.keys.plan import Act, Key, Sheet
from ui.look import Look, load_fonts


class Fingers:
    """A panel, what it wrote, and a clock that a test moves on."""

    def __init__(self, language: str = "en", **more: object) -> None:
        self.now = 100.0
        self.panel = KeyPanel(Look(), language, clock=lambda: self.now, **more)  # type: ignore[arg-type]
        self.said: list[str] = []
        self.panel.typed.connect(self.said.append)
        self.panel.replaced.connect(lambda letter: self.said.append(f"={letter}"))
        self.panel.deleted.connect(lambda: self.said.append("<"))
        self.panel.entered.connect(lambda: self.said.append("enter"))
        self.panel.language_changed.connect(lambda code: self.said.append(f"language {code}"))

    def key(self, label: str) -> Key:
        """The key with this label, icon or act."""
        return next(k for k in self.panel.keys if label in (k.label, k.icon, k.act.name))

    def press(self, label: str, finger: int = 1) -> tuple[float, float]:
        """Put a finger on a key; where it landed."""
        key = self.key(label)
        at = key.x + key.width / 2, key.y + key.height / 2
        self.panel.press(finger, *at)
        return at

    def tap(self, *labels: str) -> None:
        """Touch keys, one after the other, as quickly as people can."""
        for label in labels:
            self.panel.release(1, *self.press(label))
            self.now += 0.08


@pytest.fixture
def hand(qapp: object) -> Fingers:
    return Fingers()


def test_a_key_writes_when_the_finger_leaves_it(hand: Fingers) -> None:
    at = hand.press("q")
    assert hand.said == []
    hand.panel.release(1, *at)
    assert hand.said == ["q"]


def test_sliding_off_changes_ones_mind_and_sliding_back_too(hand: Fingers) -> None:
    x, y = hand.press("q")
    assert hand.panel.is_held(hand.key("q"))
    hand.panel.move(1, x + 200, y)
    assert not hand.panel.is_held(hand.key("q"))
    hand.panel.release(1, x + 200, y)
    assert hand.said == []
    hand.press("q")
    hand.panel.move(1, x + 200, y)
    hand.panel.release(1, x, y)
    assert hand.said == ["q"]


def test_a_lost_finger_writes_nothing(hand: Fingers) -> None:
    at = hand.press("q")
    hand.panel.cancel(1)
    hand.panel.release(1, *at)
    assert hand.said == []


def test_a_letter_can_be_written_twice_quickly_but_a_bounce_is_one_touch(hand: Fingers) -> None:
    hand.tap("l", "l")
    assert hand.said == ["l", "l"]
    hand.panel.release(1, *hand.press("l"))
    hand.now += BOUNCE_S / 2
    hand.panel.release(1, *hand.press("l"))
    assert hand.said == ["l", "l", "l"]


def test_two_fingers_roll_over_two_keys(hand: Fingers) -> None:
    first, second = hand.press("h", 1), hand.press("e", 2)
    hand.panel.release(1, *first)
    hand.panel.release(2, *second)
    assert hand.said == ["h", "e"]


def test_a_letter_pressed_before_shift_ends_is_the_small_one(hand: Fingers) -> None:
    hand.panel.say_where(True)
    first, second = hand.press("H", 1), hand.press("I", 2)
    hand.panel.release(1, *first)
    hand.panel.release(2, *second)
    assert hand.said == ["H", "i"]


def test_delete_goes_on_while_it_is_held(hand: Fingers) -> None:
    at = hand.press("DELETE")
    hand.now += HOLD_S - 0.01
    hand.panel.tick()
    assert hand.said == []
    hand.now += 0.02
    for _ in range(3):
        hand.panel.tick()
        hand.now += REPEAT_S + 0.001
    hand.panel.release(1, *at)
    assert hand.said == ["<", "<", "<"]


def test_a_real_timer_deletes_on(qtbot: QtBot) -> None:
    panel = KeyPanel(Look())
    count: list[int] = []
    panel.deleted.connect(lambda: count.append(1))
    key = next(k for k in panel.keys if k.act is Act.DELETE)
    panel.press(1, key.x + 5, key.y + 5)
    qtbot.waitUntil(lambda: len(count) >= 2, timeout=3000)
    panel.cancel(1)
    qtbot.wait(200)
    assert len(count) <= 3


def test_shift_is_for_one_letter_then_locked_then_off(hand: Fingers) -> None:
    hand.tap("SHIFT")
    assert hand.panel.shift is Shift.ONCE
    hand.tap("A", "b", "SHIFT", "SHIFT")
    assert hand.panel.shift is Shift.LOCKED
    hand.tap("C", "D", "SHIFT", "e")
    assert hand.said == ["A", "b", "C", "D", "e"]


def test_a_sentence_starts_with_a_capital_unless_somebody_says_no(hand: Fingers) -> None:
    hand.panel.say_where(True)
    assert hand.panel.shift is Shift.AUTOMATIC
    hand.tap("SHIFT", "a")
    hand.panel.say_where(False)
    assert hand.said == ["a"]
    hand.panel.say_where(True)
    hand.panel.say_where(False)
    assert hand.panel.shift is Shift.OFF


def test_scripts_without_capitals_have_none_by_themselves(qapp: object) -> None:
    hand = Fingers("ur")
    hand.panel.say_where(True)
    hand.tap("ق", "SHIFT", "آ", "ا")
    assert hand.said == ["ق", "آ", "ا"]


def test_the_button_offers_the_rarer_forms_of_the_last_letter(hand: Fingers) -> None:
    hand.tap("e", "á…")
    assert hand.panel.sheet is Sheet.EXTRAS
    hand.tap("é", "x")
    assert hand.said == ["e", "=é", "x"]


def test_without_a_last_letter_the_button_offers_one_of_each(hand: Fingers) -> None:
    hand.tap("e")
    hand.panel.forget()
    hand.tap("á…", "ç")
    assert hand.said == ["e", "ç"]
    hand.tap("SHIFT", "á…", "É")
    assert hand.said == ["e", "ç", "É"]


def test_staying_on_a_letter_offers_the_same_without_writing_it(hand: Fingers) -> None:
    at = hand.press("a")
    hand.now += HOLD_S
    hand.panel.tick()
    hand.panel.release(1, *at)
    assert (hand.said, hand.panel.sheet) == ([], Sheet.EXTRAS)
    hand.now += 1
    hand.tap("â")
    assert (hand.said, hand.panel.sheet) == (["â"], Sheet.LETTERS)


def test_every_rarer_letter_can_be_reached_by_the_button_alone(qapp: object) -> None:
    for language in ("cy", "pa", "bn", "ar"):
        for letter, rarer in KeyPanel(Look(), language).layout.extras.items():
            for one in rarer:
                assert _written_by_button(language, letter, one) == [letter, f"={one}"]


def _written_by_button(language: str, letter: str, wanted: str) -> list[str]:
    hand = Fingers(language)
    if not any(key.text == letter for key in hand.panel.keys):
        hand.tap("SHIFT")
    hand.tap(letter, "EXTRAS", wanted)
    return hand.said


def test_signs_stay_until_letters_are_wanted_again(hand: Fingers) -> None:
    hand.tap("123", "4", "2", "SPACE", "£", "qwe", "a")
    assert hand.said == ["4", "2", " ", "£", "a"]


def test_the_order_of_letters_changes_and_the_language_does_not(hand: Fingers) -> None:
    hand.tap("abc")
    assert [key.label for key in hand.panel.keys[:4]] == ["a", "b", "c", "d"]
    hand.tap("qwe", "q")
    assert hand.said == ["q"]


def test_of_two_languages_the_globe_leads_to_the_other(qapp: object) -> None:
    hand = Fingers("en", languages=("pa",))
    hand.tap("ਪੰਜਾਬੀ", "ਕ", "English")
    assert hand.said == ["language pa", "ਕ", "language en"]


def test_of_many_languages_the_globe_shows_all_in_their_own_script(hand: Fingers) -> None:
    hand.tap("globe")
    assert {key.label for key in hand.panel.keys} == {
        "English",
        "Cymraeg",
        "Polski",
        "اردو",
        "ਪੰਜਾਬੀ",
        "العربية",
        "বাংলা",
        "ગુજરાતી",
    }
    hand.tap("اردو")
    assert (hand.said, hand.panel.layout.id) == (["language ur"], "ur")


def test_enter_is_there_for_texts_of_many_lines_only(qapp: object) -> None:
    many = Fingers(multi_line=True)
    many.tap("ENTER")
    assert many.said == ["enter"]
    assert not any(key.act is Act.ENTER for key in Fingers().panel.keys)


def test_a_finger_beside_the_keys_does_nothing(hand: Fingers) -> None:
    assert hand.panel.press(1, 1, 1) is False
    hand.panel.move(1, 50, 20)
    hand.panel.release(1, 50, 20)
    assert hand.said == []


def painted(panel: KeyPanel) -> QImage:
    """A picture of a panel."""
    load_fonts()
    width, height = panel.extent
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    try:
        panel.paint(painter)
    finally:
        painter.end()
    return image


@pytest.mark.parametrize(
    "change",
    [
        lambda hand: hand.press("q"),
        lambda hand: hand.tap("SHIFT"),
        lambda hand: hand.tap("SHIFT", "SHIFT"),
        lambda hand: hand.tap("123"),
        lambda hand: hand.tap("globe"),
    ],
)
def test_what_a_touch_changes_is_seen(change: Callable[[Fingers], object], hand: Fingers) -> None:
    before = painted(hand.panel)
    assert painted(hand.panel) == before
    change(hand)
    assert painted(hand.panel) != before


def test_locked_capitals_look_different_from_one_capital(hand: Fingers) -> None:
    hand.tap("SHIFT")
    once = painted(hand.panel)
    hand.tap("SHIFT")
    assert painted(hand.panel) != once
