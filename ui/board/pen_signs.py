"""The one Qt application, which tells boards of pens that come near the glass and go.

Qt tells this to the application alone. Listening to every event of the program for it, as a filter
does, would cost each of them time; the application's own events are few.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTabletEvent
from PySide6.QtWidgets import QApplication

_SIGNS = {QEvent.Type.TabletEnterProximity: False, QEvent.Type.TabletLeaveProximity: True}


def number_of(event: QTabletEvent) -> int:
    """Which pen an event is of: the same number for the same pen, for as long as it is in the room."""
    return event.pointingDevice().uniqueId().numericId()


class Application(QApplication):
    """A Qt application that hears pens."""

    pen_told = Signal(object, bool)  # the number of a pen, and whether it has gone

    def event(self, event: QEvent) -> bool:
        """Pass signs of pens on; everything else goes its usual way."""
        if event.type() in _SIGNS and isinstance(event, QTabletEvent):
            self.pen_told.emit(number_of(event), _SIGNS[event.type()])
            return True
        return super().event(event)
