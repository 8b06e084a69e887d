"""Where each key lies on a panel: pure geometry, in screen pixels from the panel's top left corner."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from ui.keys.layouts import Layout, Row, layout
from ui.look import GAP_MM, MEDIUM, SEMIBOLD, Look

ROWS = 4
USUAL = 10  # keys in a row


class Act(Enum):
    """What a key does."""

    LETTER = auto()
    SHIFT = auto()
    DELETE = auto()
    SPACE = auto()
    ENTER = auto()
    SIGNS = auto()  # to digits and signs
    LETTERS = auto()  # back to letters
    LANGUAGE = auto()  # another language, or the list of them
    CHOOSE = auto()  # this language
    ORDER = auto()  # the same letters in another order
    EXTRAS = auto()  # rarer letters


class Sheet(Enum):
    """What a panel shows."""

    LETTERS = auto()
    SIGNS = auto()
    EXTRAS = auto()
    LANGUAGES = auto()


@dataclass(frozen=True)
class Key:
    """One key. `place` stays the same when its letter changes with shift."""

    act: Act
    text: str  # what it writes, or the id of a layout
    label: str = ""
    icon: str = ""
    units: float = 1.0
    place: tuple[int, int] = (0, 0)
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies on the key, or at most `slack` beside it."""
        across = self.x - slack <= x < self.x + self.width + slack
        return across and self.y - slack <= y < self.y + self.height + slack

    @property
    def is_letter(self) -> bool:
        """Whether it is painted as a letter: white and large."""
        return self.act in (Act.LETTER, Act.SPACE)


@dataclass(frozen=True)
class Measures:
    """The sizes of a panel's parts, in screen pixels."""

    key_width: int
    narrowest: int  # no key is narrower than this, where the screen allows it
    widest: float  # nor wider than this
    key_height: int
    gap: int
    padding: int
    radius: int
    key_radius: int
    letter: float  # design size of the letters on keys
    label: float
    icon: int

    def width(self, columns: int) -> int:
        """How wide a panel is: ten full keys, or so many narrow ones."""
        full = USUAL * self.key_width + (USUAL - 1) * self.gap
        narrow = columns * self.narrowest + (columns - 1) * self.gap
        return max(full, narrow) + 2 * self.padding

    @property
    def height(self) -> int:
        """How high a panel is."""
        return ROWS * self.key_height + (ROWS - 1) * self.gap + 2 * self.padding


def measures(look: Look, large: bool = False) -> Measures:
    """The sizes for one screen: design sizes, but no key below a finger's width, nor below its letter."""
    finger = look.mm(look.side.smallest_target_mm)
    wide, high, letter, label = (132, 88, 36, 24) if large else (49, 46, 26, 18)
    if large and look.private:
        high = 74  # a private page has room for four rows of keys below its field
    narrowest = max(finger, look.text(letter))
    return Measures(
        key_width=max(look.px(wide), narrowest),
        narrowest=narrowest,
        widest=max(look.px(wide), narrowest) if large else math.inf,
        key_height=max(look.px(high), finger, round(look.text(letter) * 1.3)),
        gap=max(look.px(12 if large else 8), look.mm(GAP_MM)),
        padding=look.px(20 if large else 8),
        radius=look.px(20 if large else 10),
        key_radius=look.px(10 if large else 7),
        letter=letter,
        label=label,
        icon=max(look.px(36 if large else 24), look.text(label)),
    )


@dataclass(frozen=True)
class Setting:
    """What a panel offers besides letters."""

    layouts: tuple[Layout, ...]  # the languages to choose from
    multi_line: bool = False
    for_names: bool = False  # a hyphen instead of a comma, and no digits
    order_words: tuple[str, str] = ("", "")  # "in order" and "as usual" on that key; "" for short labels


def rows_of(
    keys: Layout, sheet: Sheet, setting: Setting, shifted: bool = False, extras: Row = ()
) -> list[list[Key]]:
    """The keys of a sheet, row by row, not yet placed."""
    if sheet is Sheet.LANGUAGES:
        return _languages(setting)
    if sheet is Sheet.EXTRAS:
        return [*_in_rows([_letter(one) for one in extras], keys.columns), [_back(keys), _delete()]]
    if sheet is Sheet.SIGNS:
        rows = [[_letter(sign) for sign in row] for row in keys.symbols]
        rows[-1].append(_delete())
        return [*rows, [_back(keys), _space(6.0), *_ends(keys), *_enter(setting)]]
    rows = [[_letter(_for_names(one, setting)) for one in row] for row in _letters(keys, shifted)]
    rows[-1] = [Key(Act.SHIFT, "", icon="arrow-big-up"), *rows[-1], _delete()]
    return [*rows, _bottom(keys, setting)]


def _letters(keys: Layout, shifted: bool) -> tuple[Row, ...]:
    return keys.shift if shifted else keys.rows


def _for_names(letter: str, setting: Setting) -> str:
    return "-" if setting.for_names and letter in (",", "،") else letter


def _bottom(keys: Layout, setting: Setting) -> list[Key]:
    """The last row: everything that is no letter, and the space bar in what is left."""
    start = [] if setting.for_names else [Key(Act.SIGNS, "", "123")]
    if len(setting.layouts) > 1:
        start.append(Key(Act.LANGUAGE, "", _other_name(keys, setting), "globe", units=2.0))
    if keys.other_order:
        start.append(_order(keys.other_order, setting.order_words))
    start.append(Key(Act.EXTRAS, "", keys.more))
    end = [] if setting.for_names else _ends(keys)
    end += _enter(setting)
    taken = sum(key.units for key in start + end)
    return [*start, _space(max(2.0, keys.columns - taken)), *end]


def _order(other: str, either: tuple[str, str]) -> Key:
    if words := either[0 if other.endswith("-abc") else 1]:
        return Key(Act.ORDER, other, words, "keyboard", units=3.0)
    return Key(Act.ORDER, other, layout(other).label)


def _other_name(keys: Layout, setting: Setting) -> str:
    """Of two languages the other one, since a touch leads there; of more, the one in use."""
    if len(setting.layouts) > 2:
        return keys.name
    return next(one.name for one in setting.layouts if one.language != keys.language)


def _languages(setting: Setting) -> list[list[Key]]:
    offered = [Key(Act.CHOOSE, one.id, one.name, units=4.0) for one in setting.layouts]
    return _in_rows(offered, 2 if len(offered) <= 2 * ROWS else 3, ROWS)


def _in_rows(keys: Sequence[Key], columns: int, rows: int = ROWS - 1) -> list[list[Key]]:
    """The keys in at most so many rows; what does not fit is left out."""
    return [list(keys[i * columns : (i + 1) * columns]) for i in range(rows)]


def _letter(text: str) -> Key:
    return Key(Act.LETTER, text, text)


def _delete() -> Key:
    return Key(Act.DELETE, "", icon="delete")


def _back(keys: Layout) -> Key:
    return Key(Act.LETTERS, "", keys.label, units=1.5)


def _space(units: float) -> Key:
    return Key(Act.SPACE, " ", units=units)


def _ends(keys: Layout) -> list[Key]:
    return [_letter(end) for end in keys.ends]


def _enter(setting: Setting) -> list[Key]:
    return [Key(Act.ENTER, "\n", icon="corner-down-left")] if setting.multi_line else []


def placed(rows: Sequence[Sequence[Key]], columns: int, width: float, sizes: Measures) -> tuple[Key, ...]:
    """The keys in their places on a panel of this width; each row is centred."""
    inner = width - 2 * sizes.padding
    unit = min(sizes.widest, (inner - (columns - 1) * sizes.gap) / columns)
    made: list[Key] = []
    for number, row in enumerate(rows):
        widths = _widths(row, unit, sizes.gap, inner)
        x = sizes.padding + (inner - sum(widths) - (len(row) - 1) * sizes.gap) / 2
        y = sizes.padding + number * (sizes.key_height + sizes.gap)
        for index, (key, wide) in enumerate(zip(row, widths, strict=True)):
            place = (number, index)
            made.append(replace(key, place=place, x=x, y=y, width=wide, height=sizes.key_height))
            x += wide + sizes.gap
    return tuple(made)


def _widths(row: Sequence[Key], unit: float, gap: float, inner: float) -> list[float]:
    """A key of several units also takes the gaps between them; a row that is too wide is narrowed."""
    wanted = [key.units * unit + (key.units - 1) * gap for key in row]
    room = inner - (len(row) - 1) * gap
    total = sum(wanted)
    return wanted if total <= room else [wide * room / total for wide in wanted]


def weight(key: Key) -> int:
    """The weight of the writing on a key."""
    return MEDIUM if key.is_letter else SEMIBOLD
