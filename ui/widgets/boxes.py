"""Laying parts out beside and below each other, in design pixels."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.look import Look

Part = QWidget | QLayout | int  # a number is a stretch
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def row(look: Look, *parts: Part, gap: int = 12, margins: Margins = NONE) -> QHBoxLayout:
    """Parts side by side."""
    layout = QHBoxLayout()
    _fill(look, layout, parts, gap, margins)
    return layout


def column(look: Look, *parts: Part, gap: int = 12, margins: Margins = NONE) -> QVBoxLayout:
    """Parts below each other."""
    layout = QVBoxLayout()
    _fill(look, layout, parts, gap, margins)
    return layout


def within(widget: QWidget, layout: QLayout) -> QWidget:
    """The widget, with this layout inside."""
    widget.setLayout(layout)
    return widget


def _fill(look: Look, layout: QBoxLayout, parts: tuple[Part, ...], gap: int, margins: Margins) -> None:
    layout.setSpacing(look.px(gap))
    left, top, right, bottom = (look.px(m) for m in margins)
    layout.setContentsMargins(left, top, right, bottom)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
