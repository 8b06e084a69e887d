"""Where each key lies on a panel: pure geometry, in screen pixels from the panel's top left corner."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain

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
    NEXT = auto()  # the keys that found no room beside these


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

    key_width: float
    narrowest: float  # no key is narrower than this, where the screen allows it
    widest: float  # nor wider than this
    key_height: float
    gap: float
    padding: int
    radius: int
    key_radius: int
    letter: float  # design size of the letters on keys
    label: float
    icon: int

    def width(self, columns: int) -> float:
        """How wide a panel is: ten full keys, or so many narrow ones."""
        full = USUAL * self.key_width + (USUAL - 1) * self.gap
        return max(full + 2 * self.padding, self.narrow(columns))

    def narrow(self, columns: int) -> float:
        """How wide a panel of so many keys has to be at least."""
        return columns * self.narrowest + (columns - 1) * self.gap + 2 * self.padding

    @property
    def height(self) -> float:
        """How high a panel is."""
        return self.high(ROWS)

    def high(self, rows: int) -> float:
        """How high a panel of so many rows is."""
        return rows * self.key_height + (rows - 1) * self.gap + 2 * self.padding

    def columns_in(self, width: float) -> int:
        """How many keys have room beside each other."""
        return int((width - 2 * self.padding + self.gap) // (self.narrowest + self.gap))

    def rows_in(self, height: float) -> int:
        """How many rows of keys have room above each other."""
        return int((height - 2 * self.padding + self.gap) // (self.key_height + self.gap))


def measures(look: Look, large: bool = False, tight: bool = False) -> Measures:
    """The sizes for one screen: design sizes, but no key below a finger's width, nor below its letter.

    `tight` is for pages that would not fit otherwise: every key is just large enough for a finger.
    """
    finger = look.mm(look.side.smallest_target_mm)
    wide, high, letter, label = (132, 88, 36, 24) if large else (49, 46, 26, 18)
    if large and look.private:
        high = 74  # a private page has room for four rows of keys below its field
    narrowest = max(finger, look.text(letter))
    made = Measures(
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
    return _tightened(made, look) if tight else made


def _tightened(sizes: Measures, look: Look) -> Measures:
    """Not a pixel more than a finger, its gap and the letter need."""
    finger = look.side.smallest_target_mm / look.screen.mm_per_px
    return replace(
        sizes,
        key_width=finger,
        narrowest=finger,
        key_height=max(finger, look.text(sizes.letter) * 1.05),
        gap=GAP_MM / look.screen.mm_per_px,
        padding=look.px(5),
        icon=min(sizes.icon, round(finger * 0.6)),
    )


@dataclass(frozen=True)
class Fold:
    """A panel that is too narrow for the rows of its letters: how many keys it has room for.

    The letters go on from row to row. What still finds no room comes with the key "next".
    """

    columns: int
    rows: int


@dataclass(frozen=True)
class Setting:
    """What a panel offers besides letters."""

    layouts: tuple[Layout, ...]  # the languages to choose from
    multi_line: bool = False
    for_names: bool = False  # a hyphen instead of a comma, and no digits
    order_words: tuple[str, str] = ("", "")  # "in order" and "as usual" on that key; "" for short labels
    fold: Fold | None = None


def rows_of(
    keys: Layout, sheet: Sheet, setting: Setting, shifted: bool = False, extras: Row = (), part: int = 0
) -> list[list[Key]]:
    """The keys of a sheet, row by row, not yet placed; `part` counts where one sheet has no room for all."""
    if sheet is Sheet.LANGUAGES:
        return _languages(keys, setting)
    if setting.fold is not None:
        return _folded(keys, sheet, setting, shifted, extras, part)
    if sheet is Sheet.EXTRAS:
        return [*_in_rows([_letter(one) for one in extras], keys.columns), [_back(keys), _delete()]]
    if sheet is Sheet.SIGNS:
        rows = [[_letter(sign) for sign in row] for row in keys.symbols]
        rows[-1].append(_delete())
        return [*rows, [_back(keys), _space(6.0), *_ends(keys), *_enter(setting)]]
    rows = [[_letter(_for_names(one, setting)) for one in row] for row in _letters(keys, shifted)]
    rows[-1] = [_shift(), *rows[-1], _delete()]
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
    start.append(_more(keys))
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


def _languages(keys: Layout, setting: Setting) -> list[list[Key]]:
    offered = [Key(Act.CHOOSE, one.id, one.name, units=4.0) for one in setting.layouts]
    if setting.fold is not None and keys.other_order:
        # The bottom row has no room for this key.
        offered.append(Key(Act.ORDER, keys.other_order, layout(keys.other_order).label, units=4.0))
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


def _folded(
    keys: Layout, sheet: Sheet, setting: Setting, shifted: bool, extras: Row, part: int
) -> list[list[Key]]:
    """The keys of a narrow panel: what is needed most comes first, the rest with the key "next"."""
    fold = setting.fold or Fold(USUAL, ROWS)
    if sheet is Sheet.EXTRAS:
        return _flowing([_letter(one) for one in extras], [_back(keys), _delete()], fold, part)
    if sheet is Sheet.SIGNS:
        signs = [_letter(sign) for row in (*keys.symbols, keys.ends) for sign in row]
        return _flowing(signs, [_back(keys), _space(1.0), *_enter(setting), _delete()], fold, part)
    letters = [_letter(one) for one in _letters_first(keys, shifted)]
    shares = list(_shares(letters, keys, setting, fold))
    free, last = next((share for share in shares if _room(share[1], fold) >= len(share[0])), shares[-1])
    return _as_read(keys, _flowing(free, last, fold, part))


def _read(keys: Layout, shifted: bool) -> list[Row]:
    """The rows of letters as people read them: layouts list them from left to right."""
    rows = _letters(keys, shifted)
    return [row[::-1] for row in rows] if keys.right_to_left else list(rows)


def _as_read(keys: Layout, rows: list[list[Key]]) -> list[list[Key]]:
    """Rows of letters that begin where people begin to read."""
    return [row[::-1] for row in rows[:-1]] + rows[-1:] if keys.right_to_left else rows


def _letters_first(keys: Layout, shifted: bool) -> list[str]:
    """The keys of a layout with its letters before its signs; each in the same place with shift."""
    small, shown = (list(chain.from_iterable(_read(keys, large))) for large in (False, shifted))
    signs = [unicodedata.category(one[0])[0] not in "LM" for one in small]
    return [one for _, one in sorted(zip(signs, shown, strict=True), key=lambda pair: pair[0])]


def fold_for(setting: Setting, columns: int, most_rows: int) -> Fold | None:
    """The lowest fold in which every letter of every language is seen at once; None when there is none."""
    for rows in range(ROWS, most_rows + 1):
        fold = Fold(columns, rows)
        if all(_is_whole(keys, setting, fold) for keys in setting.layouts):
            return fold
    return None


def _is_whole(keys: Layout, setting: Setting, fold: Fold) -> bool:
    letters = [_letter(one) for row in keys.rows for one in row]
    return any(_room(last, fold) >= len(free) for free, last in _shares(letters, keys, setting, fold))


def _shares(
    letters: Sequence[Key], keys: Layout, setting: Setting, fold: Fold
) -> Iterator[tuple[list[Key], list[Key]]]:
    """What flows from row to row, and what is always in the last row: the ways to share, the best first."""
    stop, question = _ends(keys)
    signs, globe = Key(Act.SIGNS, "", "123"), Key(Act.LANGUAGE, "", icon="globe")
    more, end = _more(keys), [*_enter(setting), _delete()]
    wide = _space(max(1.0, fold.columns - 4.0 - len(end)))
    yield [*letters, question, more], [_shift(), signs, globe, wide, stop, *end]
    yield [*letters], [_shift(), signs, globe, more, _space(1.0), stop, question, *end]
    narrow = _space(2.0 if fold.columns > 7 else 1.0)
    yield [*letters, question, signs, globe, more], [_shift(), narrow, stop, *end]


def _shift() -> Key:
    return Key(Act.SHIFT, "", icon="arrow-big-up")


def _more(keys: Layout) -> Key:
    return Key(Act.EXTRAS, "", keys.more)


def _room(last: Sequence[Key], fold: Fold) -> int:
    """For how many keys there is room above and beside those of the last row; -1 when that is too long."""
    beside = fold.columns - sum(key.units for key in last)
    return (fold.rows - 1) * fold.columns + int(beside) if beside >= 0 else -1


def _flowing(free: Sequence[Key], last: Sequence[Key], fold: Fold, part: int) -> list[list[Key]]:
    """Keys from row to row, with those of the last row at its end; of too many, those of this part."""
    if len(free) > _room(last, fold):
        last = [Key(Act.NEXT, "", icon="chevron-right"), *last]
        at_once = _room(last, fold)
        first = at_once * (part % -(-len(free) // at_once))
        free = free[first : first + at_once]
    above = (fold.rows - 1) * fold.columns
    spread = -(-min(len(free), above) // (fold.rows - 1))
    rows = [list(free[i * spread : (i + 1) * spread]) for i in range(fold.rows - 1)]
    return [*rows, [*free[above:], *last]]


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
