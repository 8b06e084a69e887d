"""Where the parts of a writing page lie: pure geometry, in the page's own pixels from its top left corner.

A page is a field with "Done" beside it, a row with the kinds of notes, and keys below. It comes in
several shapes: where a screen is small it gives up air first, then a line of the field, then the row,
and at last the usual rows of its keys; never the size of a key, and never that of its letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.board.symbols import EMOTION_WORDS
from ui.board.writing_flow import flow
from ui.keys.panel import columns_of
from ui.keys.plan import ROWS, Fold, Measures, Setting, fold_for, measures
from ui.look import SEMIBOLD, Look
from ui.words import Words
from workshop.domain.ink import HEIGHT, WIDTH
from workshop.domain.kinds import Emotion, NoteKind

PAGE, FIELD, DONE_W, DONE_TEXT, BUTTON, BUTTON_TEXT = 620, 96, 150, 24, 54, 20
LINE, ACROSS, DOWN, BETWEEN, TIGHT = 3, 12, 10, 10, 4
ICON = 24
SHADOW = 13
TEXT = 27
SHORTEST_FIELD = 3  # fingers wide
LINES = {"ur": 2.2, "ar": 2.2}  # the height of a line, in sizes of its letters
USUAL_LINE = 1.25

Target = str  # a button by its name, "field", "panel", "paper"; a kind of notes; a feeling


@dataclass(frozen=True)
class PageLook(Look):
    """The look of a writing page: as large as its keys, whatever the size of the screen."""

    page_scale: float = 1.0

    @cached_property
    def scale(self) -> float:
        """Screen pixels to a design pixel."""
        return self.page_scale


def look_of_page(look: Look, scale: float) -> PageLook:
    """The look of a page whose design pixels are so large; its letters stay as large as people chose."""
    return PageLook(**{one.name: getattr(look, one.name) for one in fields(Look)}, page_scale=scale)


class Row(Enum):
    """What stands between the field and the keys."""

    WHOLE = auto()  # the kinds of notes, Turn, and More
    SHORT = auto()  # Turn is under More
    NONE = auto()  # the kinds too; More stands beside Done


class Shape(NamedTuple):
    """What a page gives up on a small screen."""

    row: Row = Row.WHOLE
    lines: int = 2  # of its field, where they are not very high
    tall: bool = False  # two lines of its field in every script
    tight: bool = False
    folds: bool = False  # its keys go on from row to row
    in_parts: bool = False  # not all letters are seen at once


@dataclass(frozen=True)
class Parts:
    """The boxes of a page; buttons by their name."""

    look: PageLook
    shape: Shape
    sizes: Measures
    fold: Fold | None
    width: float
    height: float
    short_height: float  # without its keys
    field: QRectF
    boxes: dict[Target, QRectF]
    kinds: dict[NoteKind, QRectF]
    below: QRectF  # keys, or the acts under "More"
    told: QRectF  # where for a moment something is said
    sheets: tuple[dict[Target, QRectF], ...]  # the acts under "More", as many as have room at once
    drawing: dict[Target, QRectF]
    asking: dict[Target, QRectF]

    @property
    def more(self) -> dict[Target, QRectF]:
        """Where each act under "More" is, on whichever sheet."""
        return {name: box for sheet in reversed(self.sheets) for name, box in sheet.items()}


NAMES: dict[Target, str] = {
    "done": "Done",
    "turn": "Turn",
    "more": "More",
    "draw": "Draw",
    "hear": "Hear it",
    "helper": "Someone writes for me",
    "word": "Choose the word",
    "all": "Choose all",
    "throw": "Throw away",
    "keys": "Back to the keys",
    "undo": "Undo",
    "words": "Words",
    "yes": "Yes",
    "change": "Change it",
    **{str(emotion): said for emotion, said in EMOTION_WORDS.items()},
}
ICONS: dict[Target, str] = {
    "done": "check",
    "turn": "rotate-cw",
    "more": "ellipsis",
    "draw": "brush",
    "hear": "volume-2",
    "helper": "hand-helping",
    "throw": "trash-2",
    "keys": "keyboard",
    "undo": "undo-2",
    "words": "keyboard",
    "yes": "check",
    "change": "pencil-line",
}


def button_width(look: Look, words: Words, name: Target, tight: bool = False) -> float:
    """How wide a button is: its icon, its word, and air."""
    design = text_of(name, tight)
    said = QFontMetricsF(look.font(design, SEMIBOLD)).horizontalAdvance(words(NAMES[name]))
    icon = icon_size(look, design) + look.px(8) if name in ICONS or isinstance(name, Emotion) else 0
    return said + icon + look.px(2 * (8 if tight else 10))


def text_of(name: Target, tight: bool) -> int:
    """The design size of the words on a button."""
    return DONE_TEXT if name == "done" and not tight else BUTTON_TEXT


def icon_size(look: Look, design: float) -> int:
    """The size of an icon beside words of a design size."""
    return max(look.px(ICON), look.text(design))


@dataclass(frozen=True)
class Wanted:
    """What a page has to hold."""

    words: Words
    setting: Setting
    kinds: Sequence[NoteKind]
    language: str  # of the letters in its field


@dataclass(frozen=True)
class _Frame:
    """The sizes of the parts of a page in one shape, on one screen."""

    look: PageLook
    wanted: Wanted
    shape: Shape

    @cached_property
    def sizes(self) -> Measures:
        return measures(self.look, tight=self.shape.tight)

    @cached_property
    def edges(self) -> tuple[int, int]:
        """Across and down."""
        tight = self.shape.tight
        across, down = (TIGHT, TIGHT) if tight else (ACROSS, DOWN)
        return self.look.px(LINE + across), self.look.px(LINE + down)

    @cached_property
    def gap(self) -> float:
        """Between two parts to touch."""
        return max(self.look.px(TIGHT if self.shape.tight else BETWEEN), self.sizes.gap)

    @cached_property
    def button(self) -> float:
        """The height of buttons, and the width of those of the kinds."""
        words = self.line_of_buttons
        return max(self.finger, words) if self.shape.tight else max(self.look.target(BUTTON), words)

    @property
    def line_of_buttons(self) -> float:
        """The height of a line of words on a button; where it is tight, high letters are a little smaller."""
        high = USUAL_LINE if self.shape.tight else LINES.get(self.wanted.words.language, USUAL_LINE)
        return self.look.text(BUTTON_TEXT) * high

    @property
    def finger(self) -> float:
        return self.look.side.smallest_target_mm / self.look.screen.mm_per_px

    @cached_property
    def field_height(self) -> float:
        line = LINES.get(self.wanted.language, USUAL_LINE)
        high = line > USUAL_LINE and not self.shape.tall
        lines = 1 if self.shape.lines == 1 or high else 2
        words = self.look.text(TEXT) * line * lines + self.look.px(20)
        return max(self.finger, words) if self.shape.lines == 1 else max(self.look.target(FIELD), words)

    def wide(self, name: Target) -> float:
        """The width of a button."""
        least = self.look.px(DONE_W) if name == "done" and not self.shape.tight else self.finger
        return max(least, button_width(self.look, self.wanted.words, name, self.shape.tight))

    @property
    def row(self) -> float:
        """How wide the row of the kinds has to be."""
        names: list[Target] = ["turn", "more"] if self.shape.row is Row.WHOLE else ["more"]
        kinds = [self.button] * len(self.wanted.kinds)
        both = [*kinds, *map(self.wide, names)]
        return 0.0 if self.shape.row is Row.NONE else sum(both) + (len(both) - 1) * self.gap

    @property
    def above(self) -> float:
        """Everything but the keys, from top to bottom."""
        row = 0.0 if self.shape.row is Row.NONE else self.button + self.gap
        return 2 * self.edges[1] + self.field_height + self.gap + row

    def inner(self, columns: int) -> float:
        """How wide it wants to be inside its edges."""
        done = self.wide("done") + (self.wide("more") + self.gap if self.shape.row is Row.NONE else 0)
        field = SHORTEST_FIELD * self.finger if self.shape.tight else done
        narrow = max(self.row, self.sizes.narrow(columns), done + self.gap + field)
        if self.shape.tight:
            return narrow
        return max(self.look.px(PAGE) - 2 * self.edges[0], self.sizes.width(columns), narrow)


def arranged(look: PageLook, wanted: Wanted, shape: Shape, room: QRectF) -> Parts | None:
    """A page of this shape; None when it does not fit into `room`."""
    frame = _Frame(look, wanted, shape)
    inside = room.width() - 2 * frame.edges[0]
    columns, fold = columns_of(wanted.setting), None
    if shape.folds:
        fold = _fold(frame, inside, room.height(), columns)
        if fold is None:
            return None
        columns = fold.columns
    inner = frame.inner(columns)
    keys = frame.sizes.high(fold.rows if fold else ROWS)
    if inner > inside or frame.above + keys > room.height():
        return None
    # A page whose keys are cut takes all the width there is: its keys are small enough.
    return _laid_out(frame, int(inside) if fold else -(-inner // 1), keys, fold)


def _fold(frame: _Frame, inside: float, high: float, columns: int) -> Fold | None:
    sizes = frame.sizes
    beside = min(columns, sizes.columns_in(inside))
    rows = sizes.rows_in(high - frame.above)
    if beside < 5 or rows < 3:
        return None
    whole = fold_for(frame.wanted.setting, beside, rows)
    return whole or (Fold(beside, rows) if frame.shape.in_parts else None)


def _laid_out(frame: _Frame, inner: float, keys: float, fold: Fold | None) -> Parts:
    edge_x, edge_y = frame.edges
    boxes, field = _top(frame, inner)
    row = QRectF(edge_x, field.bottom() + frame.gap, inner, frame.button)
    no_row = frame.shape.row is Row.NONE
    if not no_row:
        boxes |= _row_ends(frame, row)
    below = QRectF(edge_x, row.y() if no_row else row.bottom() + frame.gap, inner, keys)
    height = _whole(below.bottom() + edge_y)
    made = Parts(
        look=frame.look,
        shape=frame.shape,
        sizes=frame.sizes,
        fold=fold,
        width=inner + 2 * edge_x,
        height=height,
        short_height=_whole((field if no_row else row).bottom() + edge_y),
        field=field,
        boxes=boxes,
        kinds={} if no_row else _kinds(frame, row),
        below=below,
        told=field if no_row else row,
        sheets=_more(frame, below),
        drawing=_drawing(frame, QRectF(edge_x, edge_y, inner, height - 2 * edge_y)),
        asking=_asking(frame, below),
    )
    return _mirrored(made) if frame.wanted.words.right_to_left else made


def _whole(high: float) -> float:
    """Rounded up to a whole pixel."""
    return -(-high // 1)


def _top(frame: _Frame, inner: float) -> tuple[dict[Target, QRectF], QRectF]:
    """The buttons beside the field, from the far end, and the field in what they leave."""
    edge_x, edge_y = frame.edges
    names: list[Target] = ["done", "more"] if frame.shape.row is Row.NONE else ["done"]
    boxes = _from_the_end(frame, names, QRectF(edge_x, edge_y, inner, frame.field_height))
    end = boxes[names[-1]].x() - frame.gap
    return boxes, QRectF(edge_x, edge_y, end - edge_x, frame.field_height)


def _row_ends(frame: _Frame, row: QRectF) -> dict[Target, QRectF]:
    """The buttons at the far end of the row of kinds."""
    return _from_the_end(frame, ["more", "turn"] if frame.shape.row is Row.WHOLE else ["more"], row)


def _from_the_end(frame: _Frame, names: Sequence[Target], row: QRectF) -> dict[Target, QRectF]:
    """Buttons as high as a row, one before the other from its far end."""
    boxes: dict[Target, QRectF] = {}
    end = row.right()
    for name in names:
        wide = frame.wide(name)
        boxes[name] = QRectF(end - wide, row.y(), wide, row.height())
        end -= wide + frame.gap
    return boxes


def _kinds(frame: _Frame, row: QRectF) -> dict[NoteKind, QRectF]:
    """The kinds of notes, from the start of their row."""
    side, step = frame.button, frame.button + frame.gap
    return {
        kind: QRectF(row.x() + i * step, row.y(), side, side) for i, kind in enumerate(frame.wanted.kinds)
    }


def _more(frame: _Frame, below: QRectF) -> tuple[dict[Target, QRectF], ...]:
    """The acts under "More"; the kinds and Turn where the row above has no room for them."""
    row = frame.shape.row
    acts: list[Target] = ["draw", "hear", "helper", "word", "all", "throw"]
    groups = [[(name, frame.wide(name)) for name in ([] if row is Row.WHOLE else ["turn"]) + acts]]
    groups.append([(emotion, frame.wide(emotion)) for emotion in Emotion])
    if row is Row.NONE:
        groups.insert(0, [(kind, frame.button) for kind in frame.wanted.kinds])
    high = max(frame.finger, frame.line_of_buttons)
    return flow(groups, ("keys", frame.wide("keys")), below, high, frame.gap)


def _drawing(frame: _Frame, inside: QRectF) -> dict[Target, QRectF]:
    """A paper with the sides of a note, and its buttons below."""
    high = inside.height() - frame.gap - frame.button
    wide = min(inside.width(), high * WIDTH / HEIGHT)
    high = wide * HEIGHT / WIDTH
    paper = QRectF(inside.center().x() - wide / 2, inside.y(), wide, high)
    names: tuple[Target, ...] = ("undo", "words", "done")
    each = (inside.width() - 2 * frame.gap) / 3
    top = inside.bottom() - frame.button
    row = {
        n: QRectF(inside.x() + i * (each + frame.gap), top, each, frame.button) for i, n in enumerate(names)
    }
    return {"paper": paper, **row}


def _asking(frame: _Frame, below: QRectF) -> dict[Target, QRectF]:
    """Two buttons of one size below a question."""
    wide = (below.width() - frame.gap) / 2
    high = max(frame.button, (below.height() - frame.gap) / 2)
    top = below.bottom() - high
    return {
        "yes": QRectF(below.x(), top, wide, high),
        "change": QRectF(below.x() + wide + frame.gap, top, wide, high),
    }


def _mirrored(parts: Parts) -> Parts:
    def across(box: QRectF) -> QRectF:
        return QRectF(parts.width - box.right(), box.y(), box.width(), box.height())

    def all_across(boxes: dict[Target, QRectF]) -> dict[Target, QRectF]:
        return {name: across(box) for name, box in boxes.items()}

    return replace(
        parts,
        field=across(parts.field),
        boxes=all_across(parts.boxes),
        kinds={kind: across(box) for kind, box in parts.kinds.items()},
        told=across(parts.told),
        sheets=tuple(map(all_across, parts.sheets)),
        drawing=all_across(parts.drawing),
        asking=all_across(parts.asking),
    )
