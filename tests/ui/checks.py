"""What must hold on every screen: names, sizes for fingers, room for words, contrast, the keyboard.

Each check takes a page and gives sentences about what is wrong; none means that all is well.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.look import GAP_MM, Colours, Look
from ui.page import Page
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.touch import HAS_OTHER_WAYS, Touchable

SLACK = 2  # screen pixels


def controls(page: QWidget) -> list[QWidget]:
    """Everything on a page that can be touched or written in, and is in sight."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    return [w for w in page.findChildren(QWidget) if isinstance(w, kinds) and in_sight(w) and w.isEnabled()]


def in_sight(widget: QWidget) -> bool:
    """Whether any of it can be seen: not hidden, and not scrolled out of its area."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def scrolls(widget: QWidget) -> bool:
    """Whether it lies in an area that scrolls, so that it may be partly out of sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) or type(parent).__name__ == "Scroll":
            return True
        parent = parent.parentWidget()
    return False


def place(widget: QWidget) -> QRect:
    """Where it is in its window."""
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())


def without_a_name(page: Page) -> Iterator[str]:
    """Things to touch that a screen reader cannot name."""
    for control in controls(page):
        if not control.accessibleName().strip():
            yield f"{type(control).__name__} at {place(control)} has no name"
    if not page.accessibleName().strip():
        yield "the page has no name"


def too_small(page: Page) -> Iterator[str]:
    """Things too small for a finger on this screen."""
    look = page.look
    for control in controls(page):
        if not isinstance(control, Touchable | QLineEdit):
            continue
        least = look.mm(look.side.smallest_target_mm) - SLACK
        width, height = control.width(), control.height()
        if min(width, height) < least and not scrolls(control):
            yield f"{control.accessibleName()!r} is {width} x {height} px; {least} px are needed"


def on_top_of_each_other(page: Page) -> Iterator[str]:
    """Two things to touch where there is place for one, or too close together."""
    touchables = [c for c in controls(page) if isinstance(c, Touchable) and not scrolls(c)]
    for one, other in combinations(touchables, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        shared = place(one).intersected(place(other))
        if shared.width() > SLACK and shared.height() > SLACK:
            yield f"{one.accessibleName()!r} lies on {other.accessibleName()!r}"


def outside(page: Page) -> Iterator[str]:
    """Things that stick out of the page."""
    whole = place(page).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for control in [*controls(page), *(t for t in page.findChildren(Text) if in_sight(t))]:
        if not scrolls(control) and not whole.contains(place(control)):
            name = control.accessibleName() or getattr(control, "text", str)()
            yield f"{name!r} sticks out of the page: {place(control)} of {whole}"


def cut_off(page: Page) -> Iterator[str]:
    """Words that have no room."""
    for label in page.findChildren(QLabel):
        if not in_sight(label) or not label.text() or label.pixmap() and not label.pixmap().isNull():
            continue
        metrics = QFontMetrics(label.font())
        flags = Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0
        needed = metrics.boundingRect(0, 0, max(1, label.width()), 100_000, flags, label.text())
        # The last stroke of Nastaliq may reach over the edge of its line; words that wrap are not cut there.
        over = metrics.descent() if label.wordWrap() else 2
        if needed.width() > label.width() + SLACK + over:
            yield f"{label.text()[:60]!r} is cut off: {needed.width()} px in {label.width()}"
        if needed.height() > label.height() + metrics.descent() and not scrolls(label):
            yield f"{label.text()[:60]!r} is cut off: {needed.height()} px high in {label.height()}"
    for button in page.findChildren(Button):
        if not in_sight(button) or scrolls(button):
            continue
        if button.width() + SLACK < button.minimumSizeHint().width():
            yield f"the words of {button.accessibleName()!r} are cut off: {button.width()} px"
        if button.height() + SLACK < button.heightForWidth(button.width()):
            yield f"the words of {button.accessibleName()!r} are cut off: {button.height()} px high"


def unreachable(page: Page) -> Iterator[str]:
    """Things that Tab does not come to."""
    present = page.window()
    reached: set[QWidget] = set()
    widget = present.nextInFocusChain()
    while widget is not None and widget is not present and len(reached) < 5000:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    for control in controls(page):
        by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not control.property(HAS_OTHER_WAYS) and (control not in reached or not by_tab):
            yield f"Tab does not reach {control.accessibleName()!r}"


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    c = QColor(colour)
    parts = [
        v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in (c.redF(), c.greenF(), c.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


# Words and the grounds they stand on, and outlines of things to touch.
WORDS = [
    ("ink", "paper"),
    ("ink", "cloth"),
    ("ink", "linen"),
    ("ink2", "paper"),
    ("ink2", "cloth"),
    ("ink2", "linen"),
    ("damson", "paper"),
    ("damson", "damson_tint"),
    ("on_damson", "damson"),
    ("on_damson", "damson_deep"),
    ("leaf", "leaf_tint"),
    ("brick", "brick_tint"),
    ("amber", "amber_tint"),
    ("harbour", "harbour_tint"),
    ("ink", "marigold_tint"),
    ("paper", "ink"),
]
OUTLINES = [("edge", "paper"), ("edge", "linen"), ("edge", "cloth")]


def pale(colours: Colours) -> Iterator[str]:
    """Pairs of colours that are too alike."""
    for pairs, least in ((WORDS, 7.0), (OUTLINES, 3.0)):
        for one, other in pairs:
            found = ratio(getattr(colours, one), getattr(colours, other))
            if found < least:
                yield f"{one} on {other} has only {found:.2f}"


def least_gap(look: Look) -> int:
    """The least room between two things to touch, in screen pixels."""
    return look.mm(GAP_MM)


CHECKS = (without_a_name, too_small, on_top_of_each_other, outside, cut_off, unreachable)


def wrong_with(page: Page) -> list[str]:
    """All that is wrong with a page."""
    return [f"{check.__name__}: {said}" for check in CHECKS for said in check(page)]
