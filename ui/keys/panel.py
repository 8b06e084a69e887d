"""A panel of keys for several fingers: what it shows, what a touch does, and when.

It is no widget: whoever shows it tells it where fingers land, in the panel's own pixels, and paints it.
A key acts when the finger leaves it, never on press; sliding off changes one's mind. A finger that
stays on the delete key deletes on, one that stays on a letter is offered its rarer forms.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter

from ui.keys.layouts import LANGUAGES, Layout, capital, layout, layout_for
from ui.keys.painting import paint_panel
from ui.keys.plan import ROWS, Act, Fold, Key, Measures, Setting, Sheet, measures, placed, rows_of
from ui.look import Look

BOUNCE_S = 0.04  # a finger that lands again on a key within this time never really left it
HOLD_S = 0.7
REPEAT_S = 0.12
TICK_MS = 40


class Shift(Enum):
    """Which letters come next."""

    OFF = auto()
    AUTOMATIC = auto()  # one capital, because a sentence starts
    ONCE = auto()
    LOCKED = auto()

    @property
    def is_on(self) -> bool:
        """Whether the next letter is a large one."""
        return self is not Shift.OFF

    @property
    def after_touch(self) -> "Shift":
        """A touch on shift: once, then locked, then off; it takes an automatic capital away."""
        return {Shift.OFF: Shift.ONCE, Shift.ONCE: Shift.LOCKED}.get(self, Shift.OFF)


@dataclass
class _Touch:
    """One finger on one key."""

    key: Key
    sheet: Sheet
    since: float
    inside: bool = True
    spent: bool = False  # it has acted while it was held


def offered_to(language: str, languages: Sequence[str]) -> tuple[Layout, ...]:
    """The layouts to choose from, those of the writer's own language first."""
    return tuple(dict.fromkeys((layout_for(language), *map(layout_for, languages))))


def columns_of(setting: Setting) -> int:
    """The most keys in a row of any language on offer."""
    return max(one.columns for one in setting.layouts)


def _in_order(layouts: Sequence[Layout], fold: Fold | None) -> tuple[Layout, ...]:
    """On a folded panel letters begin in the order of the alphabet: cut rows help nobody to find one."""
    if fold is None:
        return tuple(layout_for(one.language) for one in layouts)
    others = (one.other_order for one in layouts)
    return tuple(
        layout(other) if other.endswith("-abc") else one for one, other in zip(layouts, others, strict=True)
    )


class KeyPanel(QObject):
    """The keys of one person."""

    typed = Signal(str)
    replaced = Signal(str)  # instead of the character before the caret
    deleted = Signal()
    entered = Signal()
    language_changed = Signal(str)
    changed = Signal()  # it has to be painted again

    def __init__(
        self,
        look: Look,
        language: str = "en",
        languages: Sequence[str] = LANGUAGES,
        *,
        large: bool = False,
        multi_line: bool = False,
        for_names: bool = False,
        order_words: tuple[str, str] = ("", ""),
        sizes: Measures | None = None,
        fold: Fold | None = None,
        bounce_s: float = BOUNCE_S,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.sizes: Measures = sizes or measures(look, large)
        offered = offered_to(language, languages)
        self.setting = Setting(offered, multi_line, for_names, order_words)
        self.layout: Layout = offered[0]
        self.sheet = Sheet.LETTERS
        self.shift = Shift.OFF
        self._extras: tuple[str, ...] = ()
        self._part = 0  # of a sheet with more keys than there is room for
        self._replaces = False
        self._last = ""
        self._touches: dict[int, _Touch] = {}
        self._left: dict[tuple[Sheet, tuple[int, int]], float] = {}
        self._bounce_s = bounce_s
        self._clock = clock
        self._extent = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.keys: tuple[Key, ...] = ()
        self.fit(look, self.sizes, fold)

    # Sizes

    @property
    def columns(self) -> int:
        """The most keys in a row of any language on offer, so that a panel never changes its width."""
        return columns_of(self.setting)

    def fit(self, look: Look, sizes: Measures, fold: Fold | None, width: float = 0.0) -> None:
        """Have these sizes from now on, and this width (0: that of all keys at their full size)."""
        self.look, self.sizes = look, sizes
        if fold is not None and self.setting.fold is None:
            self.layout = _in_order((self.layout,), fold)[0]
        self.setting = replace(self.setting, layouts=_in_order(self.setting.layouts, fold), fold=fold)
        self._extent = (width or sizes.width(self.columns), sizes.high(fold.rows if fold else ROWS))
        self._arrange()

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height, in screen pixels."""
        return self._extent

    def stretch(self, width: float) -> None:
        """Be this wide; keys share the width."""
        self._extent = (width, self._extent[1])
        self._arrange()

    def _arrange(self) -> None:
        rows = rows_of(self.layout, self.sheet, self.setting, self.shift.is_on, self._extras, self._part)
        fold = self.setting.fold
        columns = fold.columns if fold else self.layout.columns
        self.keys = placed(rows, columns, self._extent[0], self.sizes)
        self.changed.emit()

    def key_at(self, x: float, y: float) -> Key | None:
        """The key under a point."""
        return next((key for key in self.keys if key.holds(x, y)), None)

    def is_held(self, key: Key) -> bool:
        """Whether a finger is on this key now."""
        return any(
            touch.inside and touch.key.place == key.place and touch.sheet is self.sheet
            for touch in self._touches.values()
        )

    # Fingers

    def press(self, finger: int, x: float, y: float) -> bool:
        """A finger lands; whether it is on a key."""
        key = self.key_at(x, y)
        if key is None or self._is_bounce(key):
            return False
        self._touches[finger] = _Touch(key, self.sheet, self._clock())
        self._timer.start()
        self.changed.emit()
        return True

    def _is_bounce(self, key: Key) -> bool:
        left = self._left.get((self.sheet, key.place))
        return left is not None and self._clock() - left < self._bounce_s

    def move(self, finger: int, x: float, y: float) -> None:
        """A finger moves: off its key it no longer holds it."""
        touch = self._touches.get(finger)
        if touch is None:
            return
        inside = touch.key.holds(x, y, self.sizes.gap / 2)
        if inside is not touch.inside:
            touch.inside = inside
            self.changed.emit()

    def release(self, finger: int, x: float, y: float) -> None:
        """A finger leaves: its key acts when it is still there."""
        self.move(finger, x, y)
        touch = self._touches.get(finger)
        self.cancel(finger)
        if touch is None or not touch.inside or touch.sheet is not self.sheet:
            return
        self._left[(self.sheet, touch.key.place)] = self._clock()
        key = next((key for key in self.keys if key.place == touch.key.place), None)
        if key is not None and not touch.spent:
            self.act(key)

    def cancel(self, finger: int) -> None:
        """A finger is lost: nothing happens."""
        if self._touches.pop(finger, None) is not None:
            self.changed.emit()
        if not self._touches:
            self._timer.stop()

    def tick(self) -> None:
        """Look at fingers that stay: call it now and then while one is down."""
        now = self._clock()
        for touch in list(self._touches.values()):
            if touch.inside and touch.sheet is self.sheet and now - touch.since >= HOLD_S:
                self._hold(touch, now)

    def _hold(self, touch: _Touch, now: float) -> None:
        if touch.key.act is Act.DELETE:
            touch.since, touch.spent = now - HOLD_S + REPEAT_S, True
            self.act(touch.key)
        elif touch.key.act is Act.LETTER and not touch.spent and self.layout.extras_of(touch.key.text):
            touch.spent = True
            self._offer(self.layout.extras_of(touch.key.text), replaces=False)

    # What keys do

    def act(self, key: Key) -> None:
        """Do what a key does."""
        match key.act:
            case Act.LETTER:
                self._write(key.text)
            case Act.SPACE:
                self._last = ""
                self.typed.emit(" ")
            case Act.DELETE:
                self._last = ""
                self.deleted.emit()
            case Act.ENTER:
                self._last = ""
                self.entered.emit()
            case Act.SHIFT:
                self._turn_to(shift=self.shift.after_touch)
            case Act.EXTRAS:
                self._offer_more()
            case Act.SIGNS:
                self._turn_to(Sheet.SIGNS)
            case Act.LETTERS:
                self._turn_to(Sheet.LETTERS)
            case Act.ORDER | Act.CHOOSE:
                self._change(layout(key.text))
            case Act.LANGUAGE:
                self._next_language()
            case Act.NEXT:
                self._part += 1
                self._arrange()

    def _write(self, letter: str) -> None:
        replaces = self.sheet is Sheet.EXTRAS and self._replaces
        if self.sheet is Sheet.LETTERS:
            self._last = letter
        else:
            self._last = ""
        if self.sheet is Sheet.EXTRAS or self._part or self.shift in (Shift.ONCE, Shift.AUTOMATIC):
            sheet = Sheet.SIGNS if self.sheet is Sheet.SIGNS else Sheet.LETTERS
            self._turn_to(sheet, self.shift if self.shift is Shift.LOCKED else Shift.OFF)
        (self.replaced if replaces else self.typed).emit(letter)

    def _offer_more(self) -> None:
        """The rarer forms of the last letter; without one, the most usual of every letter."""
        if of_last := self.layout.extras_of(self._last):
            self._offer(of_last, replaces=True)
        else:
            large = self.layout.capitals and self.shift.is_on
            usual = self.layout.first_extras
            self._offer(tuple(map(capital, usual)) if large else usual, replaces=False)

    def _offer(self, letters: tuple[str, ...], replaces: bool) -> None:
        self._extras, self._replaces = letters, replaces
        self._turn_to(Sheet.EXTRAS)

    def _next_language(self) -> None:
        others = [one for one in self.setting.layouts if one.language != self.layout.language]
        if len(others) == 1:
            self._change(others[0])
        else:
            self._turn_to(Sheet.LANGUAGES)

    def _change(self, to: Layout) -> None:
        before, self.layout = self.layout, to
        self._last = ""
        self._turn_to(Sheet.LETTERS, Shift.OFF)
        if before.language != to.language:
            self.language_changed.emit(to.language)

    def _turn_to(self, sheet: Sheet | None = None, shift: Shift | None = None) -> None:
        if sheet is not None:
            self.sheet, self._part = sheet, 0
        self.shift = shift or self.shift
        self._arrange()

    # What the writer of the text tells

    def say_where(self, starts_sentence: bool) -> None:
        """Tell after each change whether a sentence starts at the caret: capitals come by themselves."""
        if self.shift in (Shift.OFF, Shift.AUTOMATIC):
            wanted = starts_sentence and self.layout.capitals
            self._turn_to(shift=Shift.AUTOMATIC if wanted else Shift.OFF)

    def forget(self) -> None:
        """The caret went elsewhere: the last letter is not the one before it any more."""
        self._last = ""

    def paint(self, painter: QPainter) -> None:
        """Paint it with its top left corner at the painter's origin."""
        paint_panel(painter, self)
