"""Which part of the board a view shows, and how large: everything that moves the camera."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QWidget

from ui.board.camera import STEP, Camera
from ui.board.hands import Sweep
from ui.board.layout import Rect
from ui.board.model import BoardModel
from ui.board.scene import AS_LONG_AS_NEEDED, NOT_NOW, SETTLING_MS, Shown
from ui.board.sliding import Sliding

if TYPE_CHECKING:
    from ui.board.view import BoardView

SETTLE_AFTER_MS = 100
PART = 0.8  # of what is seen, to go on by


class LookingAtBoard(QWidget):
    """A widget with a camera on a board."""

    model: BoardModel
    camera: Camera
    shown: Shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settling = QTimer(self, interval=SETTLE_AFTER_MS, singleShot=True)
        self._settling.timeout.connect(self._settle)

    @property
    def zoom(self) -> float:
        """How large the board is shown; at 1 text has its chosen size."""
        return self.camera.zoom

    def to_board(self, point: QPointF) -> tuple[float, float]:
        """The place on the board, in board units, under a pixel of this widget."""
        return self.camera.to_board(point.x(), point.y())

    def to_screen(self, x: float, y: float) -> QPointF:
        """The pixel of a place on the board."""
        return QPointF(*self.camera.to_screen(x, y))

    def bigger(self) -> None:
        """Show everything a step larger."""
        self.zoom_by(STEP)

    def smaller(self) -> None:
        """Show everything a step smaller."""
        self.zoom_by(1 / STEP)

    def zoom_by(self, factor: float) -> None:
        """Show everything larger or smaller; the middle stays."""
        self.sweep(Sweep(0, 0, factor, self.camera.wide / 2, self.camera.high / 2))

    def fit(self) -> None:
        """Show the whole board."""
        self.camera.fit(self.model.whole)
        self._zoomed()
        self._keep_in_hands()

    def look_at_beginning(self) -> None:
        """Show where the board begins, as large as before."""
        self.camera.x = self.camera.y = 0.0
        self.update()
        self._keep_in_hands()

    def sweep(self, sweep: Sweep) -> None:
        """Move and size what is seen."""
        sliding = Sliding(cast("BoardView", self))
        self.camera.pan(sweep.dx, sweep.dy)
        if sweep.factor != 1.0:
            self.camera.zoom_at(sweep.factor, sweep.x, sweep.y)
        self.camera.keep_near(self.model.whole)
        if sweep.factor != 1.0:
            self._zoomed()
        sliding.show()
        self._keep_in_hands()

    def go(self, right: int, down: int) -> None:
        """Move on by most of what is seen: 1 to the right or down, -1 to the left or up."""
        by_x, by_y = -right * PART * self.camera.wide, -down * PART * self.camera.high
        self.sweep(Sweep(by_x, by_y, 1.0, 0, 0))

    def look_to(self, area: Rect) -> None:
        """Bring a part of the board into view."""
        if self.camera.show(area):
            self.update()
            self._keep_in_hands()

    def _keep_in_hands(self) -> None:
        """Whoever moves the board, what somebody carries stays under their finger."""
        cast("BoardView", self).touching.carry_on()

    def free_place(self) -> tuple[float, float]:
        """A free place on the board for a new note, in view if there is one there."""
        return self.model.free_place(self.camera.in_view)

    # Painting well while the zoom changes

    def _zoomed(self) -> None:
        """Words are not set while the zoom changes; soon after they are, a few at a time."""
        self.shown.making_ms = NOT_NOW
        self._settling.start()
        self.update()

    def _settle(self) -> None:
        self.shown.making_ms = SETTLING_MS
        self.update()

    def finish_painting(self) -> None:
        """Make all pictures now, however long it takes: for pictures of the board."""
        self._settling.stop()
        self.shown.making_ms = AS_LONG_AS_NEEDED
