"""Where the parts of a writing page lie, and where the pages themselves lie: pure geometry.

A page has its own flat coordinates with (0, 0) at its top left corner; `Turned` says how it lies on the
screen, in quarter turns around its middle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTransform

from ui.keys.panel import KeyPanel
from ui.look import SEMIBOLD, Look
from ui.words import Words
from workshop.domain.kinds import NoteKind

WIDTH = 620
FIELD, DONE_W, DONE_TEXT, BUTTON, BUTTON_TEXT = 96, 150, 24, 54, 20
LINE, ACROSS, DOWN, BETWEEN = 3, 12, 10, 10
ICON = 24
SHADOW = 13
FEWEST, MOST = 2, 4


@dataclass(frozen=True)
class Parts:
    """The boxes of a page; buttons by their name."""

    width: float
    height: float
    short_height: float  # without its keys
    field: QRectF
    boxes: dict[str, QRectF]
    kinds: dict[NoteKind, QRectF]
    below: QRectF  # keys, or the acts under "More"
    more: dict[str, QRectF]


MORE = ("hear", "helper", "throw", "keys")
NAMES = {
    "done": "Done",
    "turn": "Turn",
    "more": "More",
    "hear": "Hear it",
    "helper": "Someone writes for me",
    "throw": "Throw away",
    "keys": "Back to the keys",
}
ICONS = {
    "done": "check",
    "turn": "rotate-cw",
    "more": "ellipsis",
    "hear": "volume-2",
    "helper": "hand-helping",
    "throw": "trash-2",
    "keys": "keyboard",
}


def button_width(look: Look, words: Words, name: str, design: float = BUTTON_TEXT) -> float:
    """How wide a button is: its icon, its word, and air."""
    said = QFontMetricsF(look.font(design, SEMIBOLD)).horizontalAdvance(words(NAMES[name]))
    return said + icon_size(look, design) + look.px(8 + 2 * 10)


def icon_size(look: Look, design: float) -> int:
    """The size of an icon beside words of a design size."""
    return max(look.px(ICON), look.text(design))


def parts_of(
    look: Look, words: Words, panel: KeyPanel, kinds: Sequence[NoteKind], widest: float, right_to_left: bool
) -> Parts:
    """Lay a page out, no wider than `widest`, and fit its keys to it. Mirrored where words run leftwards."""
    edge_x, edge_y, gap = look.px(LINE + ACROSS), look.px(LINE + DOWN), look.px(BETWEEN)
    button = look.target(BUTTON)
    apart = max(gap, panel.sizes.gap)
    turn, more = button_width(look, words, "turn"), button_width(look, words, "more")
    row = len(kinds) * (button + apart) + turn + apart + more
    done_w = max(look.px(DONE_W), button_width(look, words, "done", DONE_TEXT))
    keys_w = panel.sizes.width(panel.columns)
    inner = max(look.px(WIDTH) - 2 * edge_x, row, keys_w, 2 * done_w)
    inner = min(inner, max(row, widest - 2 * edge_x))
    panel.stretch(inner)
    field_h = max(look.target(FIELD), round(look.text(27) * 1.25 * 2 + look.px(20)))
    row_y, below_y = edge_y + field_h + gap, edge_y + field_h + 2 * gap + button
    boxes = {
        "done": QRectF(edge_x + inner - done_w, edge_y, done_w, field_h),
        "turn": QRectF(edge_x + inner - more - apart - turn, row_y, turn, button),
        "more": QRectF(edge_x + inner - more, row_y, more, button),
    }
    swatches = {k: QRectF(edge_x + i * (button + apart), row_y, button, button) for i, k in enumerate(kinds)}
    below = QRectF(edge_x, below_y, inner, panel.extent[1])
    made = Parts(
        width=inner + 2 * edge_x,
        height=below.bottom() + edge_y,
        short_height=row_y + button + edge_y,
        field=QRectF(edge_x, edge_y, inner - done_w - gap, field_h),
        boxes=boxes,
        kinds=swatches,
        below=below,
        more=_more_boxes(below, look),
    )
    return _mirrored(made) if right_to_left else made


def _more_boxes(below: QRectF, look: Look) -> dict[str, QRectF]:
    """The acts under "More": two rows of two."""
    gap = look.gap
    wide, high = (below.width() - gap) / 2, (below.height() - gap) / 2
    return {
        name: QRectF(below.x() + (i % 2) * (wide + gap), below.y() + (i // 2) * (high + gap), wide, high)
        for i, name in enumerate(MORE)
    }


def _mirrored(parts: Parts) -> Parts:
    def across(box: QRectF) -> QRectF:
        return QRectF(parts.width - box.right(), box.y(), box.width(), box.height())

    return replace(
        parts,
        field=across(parts.field),
        boxes={name: across(box) for name, box in parts.boxes.items()},
        kinds={kind: across(box) for kind, box in parts.kinds.items()},
        more={name: across(box) for name, box in parts.more.items()},
    )


@dataclass(frozen=True)
class Turned:
    """How a page of width × height lies on the screen: its middle, and its quarter turns clockwise."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    quarters: int = 0

    @property
    def box(self) -> QRectF:
        """The page on the screen."""
        wide, high = (self.width, self.height) if self.quarters % 2 == 0 else (self.height, self.width)
        return QRectF(self.x - wide / 2, self.y - high / 2, wide, high)

    @property
    def transform(self) -> QTransform:
        """From the page to the screen. A quarter turn is exact: no line becomes soft."""
        cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[self.quarters % 4]
        turn = QTransform(cos, sin, -sin, cos, self.x, self.y)
        return QTransform.fromTranslate(-self.width / 2, -self.height / 2) * turn

    def inside(self, x: float, y: float) -> QPointF:
        """A point of the screen in the page's own coordinates."""
        back, _ = self.transform.inverted()
        return back.map(QPointF(x, y))

    def turned(self) -> "Turned":
        """A quarter further round."""
        return replace(self, quarters=(self.quarters + 1) % 4)

    def within(self, view: QRectF) -> "Turned":
        """The same page moved into the view; where the view is too small, its top left stays in view."""
        box = self.box
        left = max(view.left(), min(box.left(), view.right() - box.width()))
        top = max(view.top(), min(box.top(), view.bottom() - box.height()))
        # Whole pixels, so that the letters stay sharp.
        return replace(self, x=round(left) + box.width() / 2, y=round(top) + box.height() / 2)

    def at(self, x: float, y: float) -> "Turned":
        """The same page with its top left corner somewhere else."""
        box = self.box
        return replace(self, x=x + box.width() / 2, y=y + box.height() / 2)


def how_many(view: QRectF, width: float, height: float) -> int:
    """How many pages there may be at once: as many as lie side by side, from two to four."""
    fit = int(view.width() // width) * max(1, int(view.height() // height))
    return min(MOST, max(FEWEST, fit))


def find_place(page: Turned, others: Iterable[QRectF], view: QRectF) -> Turned:
    """The place nearest to the wished one that covers no other page; else the one that covers least."""
    taken = list(others)
    wished = page.within(view)
    box = wished.box
    lefts = [box.left(), view.left(), view.right() - box.width()]
    tops = [box.top(), view.top(), view.bottom() - box.height()]
    for other in taken:
        lefts += [other.right() + 1, other.left() - box.width() - 1]
        tops += [other.bottom() + 1, other.top() - box.height() - 1]
    places = [wished.at(left, top).within(view) for left in lefts for top in tops]
    return min(places, key=lambda place: (_covered(place.box, taken), _far(place, wished)))


def _covered(box: QRectF, others: Sequence[QRectF]) -> float:
    shared = (box.intersected(other) for other in others)
    return sum(part.width() * part.height() for part in shared)


def _far(place: Turned, wished: Turned) -> float:
    return (place.x - wished.x) ** 2 + (place.y - wished.y) ** 2
