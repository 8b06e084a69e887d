"""What fingers mean, without any screen: one after the other, all at once, and in any order."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.board.hands import MOUSE, SHAKING_HANDS, Carry, Drop, Hands, Meaning, Steadiness, Sweep, Tap


def press_note(hands: Hands, finger: int = 0, x: float = 0, y: float = 0, note: str = "note") -> None:
    hands.press(finger, x, y, 0, note, movable=True)


def test_a_finger_that_stays_is_a_tap() -> None:
    hands = Hands()
    press_note(hands)
    assert hands.move(0, 8, 8, 50) is None
    assert hands.release(0, 8, 8, 90, "note") == Tap("note", 8, 8)
    assert len(hands) == 0


def test_a_finger_that_goes_far_enough_carries_and_drops() -> None:
    hands = Hands()
    press_note(hands)
    assert hands.move(0, 13, 0, 10) is None
    assert hands.move(0, 14, 0, 20) == Carry("note", 14, 0, 0, 0)
    assert hands.move(0, 5, 5, 30) == Carry("note", 5, 5, 0, 0)  # once carried, always carried
    assert hands.carried() == [Carry("note", 5, 5, 0, 0)]
    assert hands.release(0, 6, 6, 40, None) == Drop("note", 6, 6, 0, 0)


def test_a_quick_throw_is_a_drop_not_a_tap() -> None:
    hands = Hands()
    press_note(hands)
    assert hands.release(0, 200, 0, 10, None) == Drop("note", 200, 0, 0, 0)


def test_a_lost_finger_drops_what_it_carried_and_nothing_else() -> None:
    hands = Hands()
    press_note(hands)
    assert hands.cancel(0) is None
    press_note(hands)
    hands.move(0, 50, 0, 10)
    press_note(hands, 1, 500, 0, "other")
    assert hands.cancel_all() == [Drop("note", 50, 0, 0, 0)]
    assert len(hands) == 0


def test_a_second_finger_on_a_held_note_does_nothing() -> None:
    hands = Hands()
    press_note(hands, 0)
    press_note(hands, 1)
    assert hands.move(1, 100, 0, 10) is None
    assert hands.release(1, 100, 0, 20, "note") is None
    assert hands.move(0, 100, 0, 30) == Carry("note", 100, 0, 0, 0)


def test_two_people_tap_two_notes_one_after_the_other() -> None:
    hands = Hands()
    press_note(hands, 0, note="a")
    press_note(hands, 1, note="b")
    assert hands.release(0, 0, 0, 10, "a") == Tap("a", 0, 0)
    assert hands.release(1, 0, 0, 20, "b") == Tap("b", 0, 0)


def test_a_button_acts_on_release_over_it_only() -> None:
    hands = Hands()
    hands.press(0, 0, 0, 0, "button")
    assert hands.release(0, 3, 3, 10, "beside") is None
    hands.press(0, 0, 0, 500, "button")
    assert hands.move(0, 40, 0, 510) is None
    assert hands.release(0, 0, 0, 520, "button") is None
    hands.press(0, 0, 0, 900, "button")
    assert hands.release(0, 3, 3, 910, "button") == Tap("button", 3, 3)


def test_two_taps_at_once_count_once() -> None:
    hands = Hands()
    press_note(hands)
    assert hands.release(0, 0, 0, 10, "note") is not None
    press_note(hands)
    assert hands.release(0, 0, 0, 100, "note") is None
    press_note(hands)
    assert hands.release(0, 0, 0, 200, "note") is not None


def test_the_empty_board_may_be_touched_twice_in_a_row() -> None:
    hands = Hands()
    for at in (0, 10):
        hands.press(0, 5, 5, at, None)
        assert hands.release(0, 5, 5, at + 5, None) == Tap(None, 5, 5)


def test_shaking_hands_need_more_way_more_time_and_count_once() -> None:
    hands = Hands(SHAKING_HANDS)
    press_note(hands)
    assert hands.move(0, 29, 0, 300) is None
    assert hands.move(0, 60, 0, 100) is None  # too soon
    assert hands.move(0, 61, 0, 260) == Carry("note", 61, 0, 0, 0)
    hands.cancel(0)
    press_note(hands)
    assert hands.release(0, 5, 0, 1000, "note") is not None
    press_note(hands)
    assert hands.release(0, 5, 0, 1300, "note") is None


def test_two_fingers_on_the_board_move_it_and_size_it() -> None:
    hands = Hands()
    hands.press(0, 100, 100, 0, None)
    hands.press(1, 200, 100, 0, None)
    assert hands.move(0, 95, 100, 10) is None
    swept = hands.move(0, 50, 100, 20)
    assert isinstance(swept, Sweep)
    assert (swept.dx, swept.dy, swept.x, swept.y) == (-22.5, 0, 125, 100)
    assert swept.factor == pytest.approx(150 / 105)
    assert hands.release(0, 50, 100, 30, None) is None  # no page opens after that
    assert hands.release(1, 200, 100, 30, None) is None


def test_one_finger_on_the_board_moves_nothing_but_the_mouse_does() -> None:
    hands = Hands()
    hands.press(0, 100, 100, 0, None)
    assert hands.move(0, 300, 100, 10) is None
    assert hands.release(0, 300, 100, 20, None) is None
    hands.press(MOUSE, 100, 100, 0, None)
    assert hands.move(MOUSE, 120, 90, 10) == Sweep(20, -10, 1.0, 120, 90)


def test_a_finger_on_a_note_is_no_part_of_a_sweep() -> None:
    hands = Hands()
    press_note(hands, 0)
    hands.press(1, 200, 100, 0, None)
    assert hands.move(1, 300, 200, 10) is None
    assert hands.move(0, 100, 0, 20) == Carry("note", 100, 0, 0, 0)


def test_what_is_gone_is_in_no_hand() -> None:
    hands = Hands()
    press_note(hands)
    hands.move(0, 100, 0, 10)
    hands.forget("note")
    assert hands.carried() == []
    assert hands.release(0, 100, 0, 20, None) is None


def test_fingers_nobody_knows_mean_nothing() -> None:
    hands = Hands()
    assert hands.move(7, 1, 1, 0) is None
    assert hands.release(7, 1, 1, 0, None) is None
    assert hands.cancel(7) is None


# Any order of up to ten fingers

FINGERS, NOTES = range(10), ("a", "b", "c", None)
_places = st.integers(0, 2000)
_doings = st.tuples(
    st.sampled_from(FINGERS),
    st.sampled_from(("press", "move", "release", "cancel")),
    st.sampled_from(NOTES),
    _places,
    _places,
)


@dataclass
class Table:
    """Fingers played against `Hands`, with what a person would see noted down."""

    hands: Hands = field(default_factory=lambda: Hands(Steadiness(14, 0, 0)))
    down: dict[int, str | None] = field(default_factory=dict)
    carrying: dict[str, int] = field(default_factory=dict)

    def play(self, finger: int, doing: str, thing: str | None, x: int, y: int) -> None:
        if (doing == "press") == (finger in self.down):
            return  # a finger lands only when it was up, and does all else only when it was down
        meaning: Meaning | None = None
        if doing == "press":
            self.hands.press(finger, x, y, 0, thing, movable=thing is not None)
            self.down[finger] = None if thing in self.down.values() else thing
        elif doing == "move":
            meaning = self.hands.move(finger, x, y, 0)
        else:
            release = doing == "release"
            meaning = self.hands.release(finger, x, y, 0, thing) if release else self.hands.cancel(finger)
            self.check_end(finger, meaning)
        self.check(finger, meaning)

    def check(self, finger: int, meaning: Meaning | None) -> None:
        if isinstance(meaning, Carry):
            note = str(meaning.thing)
            assert self.down[finger] == note
            assert self.carrying.setdefault(note, finger) == finger
        if isinstance(meaning, Sweep):
            assert self.down[finger] is None
        assert {c.thing for c in self.hands.carried()} == set(self.carrying)

    def check_end(self, finger: int, meaning: Meaning | None) -> None:
        held = self.down.pop(finger)
        if held is not None and self.carrying.get(held) == finger:
            del self.carrying[held]
            assert isinstance(meaning, Drop) and meaning.thing == held
        elif isinstance(meaning, Drop):
            assert meaning.thing == held  # thrown: carried and dropped in one


@given(st.lists(_doings, max_size=60))
def test_no_order_of_ten_fingers_loses_or_doubles_a_note(
    doings: list[tuple[int, str, str | None, int, int]],
) -> None:
    table = Table()
    for doing in doings:
        table.play(*doing)
    assert len(table.hands) == len(table.down)
    dropped = [str(drop.thing) for drop in table.hands.cancel_all()]
    assert sorted(dropped) == sorted(table.carrying)
    assert len(table.hands) == 0
