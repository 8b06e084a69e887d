"""What is told to screen readers by Python has to live as long as Qt knows of it, and no longer.

Qt lists each interface that a screen reader ever asked for. One that Python freed behind its back is
used again at the next question, or freed a second time with its widget; either ends the program.
"""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

# What a part answers when it is asked for something that it is not; None or a number would end the program.
NOT_OFFERED = Shiboken.VoidPtr(0)

_kept: dict[int, list[QAccessibleInterface]] = {}


def keep(widget: QWidget, part: QAccessibleInterface) -> None:
    """Keep what was told of a widget, or of a part that it paints, until the widget is gone."""
    key = id(widget)
    if key not in _kept:
        _kept[key] = []
        widget.destroyed.connect(lambda: _let_go(key))
    _kept[key].append(part)


def _let_go(key: int) -> None:
    for part in _kept.pop(key):
        if Shiboken.isValid(part):  # Qt may have let go of the widget's own already
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
