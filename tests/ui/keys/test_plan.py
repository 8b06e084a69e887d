"""Keys lie apart from each other and are large enough for a finger, on every screen."""

from itertools import combinations

import pytest

from ui.keys.layouts import LANGUAGES, layout, layout_for
from ui.keys.plan import Act, Key, Setting, Sheet, measures, placed, rows_of
from ui.look import GAP_MM, Look, ScreenSize, TextSize

EVERY = Setting(tuple(layout_for(language) for language in LANGUAGES))
SCREENS = {
    "32 inch": ScreenSize(),
    "43 inch": ScreenSize(1920, 1080, 0.496),
    "43 inch 4K": ScreenSize(3840, 2160, 0.248),
    "15.6 inch": ScreenSize(1366, 768, 0.2529),
    "24 inch": ScreenSize(1920, 1080, 0.277),
}


def panel(id_: str, look: Look, sheet: Sheet = Sheet.LETTERS, large: bool = False) -> tuple[Key, ...]:
    """The keys of a panel as wide as it wants to be."""
    sizes, keys = measures(look, large), layout(id_)
    return placed(rows_of(keys, sheet, EVERY), keys.columns, sizes.width(11), sizes)


def too_small(keys: tuple[Key, ...], mm_per_px: float, least: float = 12.7) -> list[str]:
    """The keys that are narrower or lower than a finger needs."""
    return [k.label or k.icon for k in keys if min(k.width, k.height) * mm_per_px < least - 0.01]


def too_near(keys: tuple[Key, ...], mm_per_px: float) -> list[tuple[str, str]]:
    """The pairs of keys with less than the least gap between them."""
    return [
        (a.label, b.label)
        for a, b in combinations(keys, 2)
        if max(_apart(a.x, a.width, b.x, b.width), _apart(a.y, a.height, b.y, b.height)) * mm_per_px
        < GAP_MM - 0.01
    ]


def _apart(a: float, a_long: float, b: float, b_long: float) -> float:
    return max(b - (a + a_long), a - (b + b_long))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_every_key_is_large_enough_and_apart(screen: ScreenSize, text_size: TextSize, large: bool) -> None:
    look = Look(screen=screen, text_size=text_size)
    for id_ in ("en", "en-abc", "pa", "ur"):
        for sheet in (Sheet.LETTERS, Sheet.SIGNS, Sheet.LANGUAGES):
            keys = panel(id_, look, sheet, large)
            assert too_small(keys, screen.mm_per_px) == []
            assert too_near(keys, screen.mm_per_px) == []


def test_small_and_crowded_keys_are_noticed() -> None:
    keys = (
        Key(Act.LETTER, "a", "a", x=0, width=30, height=50),
        Key(Act.LETTER, "b", "b", x=33, width=50, height=50),
    )
    assert too_small(keys, 0.369) == ["a"]
    assert too_near(keys, 0.369) == [("a", "b")]


def test_a_panel_on_a_32_inch_screen_is_as_drawn() -> None:
    q = panel("en", Look())[0]
    sizes = measures(Look())
    assert (sizes.key_width, sizes.key_height, sizes.gap) == (49, 46, 8)
    assert (sizes.width(10), sizes.height) == (578, 224)
    assert (q.label, round(q.width), q.height) == ("q", 49, 46)
    large = measures(Look(), large=True)
    assert (large.key_width, large.key_height, large.gap) == (132, 88, 12)


def test_rows_stay_inside_the_panel() -> None:
    for id_ in ("pa", "en", "ar"):
        for sheet in Sheet:
            sizes = measures(Look())
            for key in panel(id_, Look(), sheet):
                assert sizes.padding - 0.01 <= key.x
                assert key.x + key.width <= sizes.width(11) - sizes.padding + 0.01
                assert key.y + key.height <= sizes.height - sizes.padding


def test_the_bottom_row_offers_what_the_setting_says() -> None:
    def bottom(setting: Setting, id_: str = "en") -> list[tuple[Act, str]]:
        return [(key.act, key.label) for key in rows_of(layout(id_), Sheet.LETTERS, setting)[-1]]

    ends = [(Act.LETTER, "."), (Act.LETTER, "?")]
    assert bottom(Setting((layout("en"),))) == [
        (Act.SIGNS, "123"),
        (Act.ORDER, "abc"),
        (Act.EXTRAS, "á…"),
        (Act.SPACE, ""),
        *ends,
    ]
    two = Setting((layout("en"), layout("pa")), multi_line=True)
    assert (Act.LANGUAGE, "ਪੰਜਾਬੀ") in bottom(two)
    assert bottom(two)[-1] == (Act.ENTER, "")
    assert (Act.LANGUAGE, "English") in bottom(EVERY)
    names = Setting((layout("en"),), for_names=True, order_words=("A B C in order", "Usual order"))
    assert bottom(names) == [(Act.ORDER, "A B C in order"), (Act.EXTRAS, "á…"), (Act.SPACE, "")]
    assert bottom(names, "en-abc")[0] == (Act.ORDER, "Usual order")


def test_names_have_a_hyphen_where_texts_have_a_comma() -> None:
    for_names = Setting((layout("en"),), for_names=True)
    letters = [key.text for key in rows_of(layout("en"), Sheet.LETTERS, for_names)[2]]
    assert letters == ["", *"zxcvbnm-", ""]
