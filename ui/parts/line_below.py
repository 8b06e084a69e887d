"""One line to write, in a panel low on a page: the name of a group, or words to look for."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt

from ui.page import Page
from ui.widgets.writer import Writer

WIDEST = 1500  # design pixels


class LineBelow:
    """The panel of one page; at most one at a time. `closed` is called after it was put away."""

    def __init__(
        self, page: Page, room: Callable[[], QRect], closed: Callable[[], object] = lambda: None
    ) -> None:
        self._page, self._room = page, room  # `room`: where it may lie, in pixels of the page
        self._closed = closed
        self.writer: Writer | None = None
        self._keep: Callable[[str], object] | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody writes here."""
        return self.writer is not None

    def open(
        self,
        question: str,
        text: str,
        done: Callable[[str], bool],
        *,
        keep: Callable[[str], object] | None = None,
        typed: Callable[[str], object] | None = None,
    ) -> None:
        """Ask, unless somebody writes here already.

        `done` says whether the words were taken; `keep` has them when the page goes meanwhile.
        """
        if self.is_open:
            return
        page, self._keep = self._page, keep
        self.writer = Writer(
            page.look,
            page.words,
            question,
            text,
            lambda said: self._done(done, said),
            self.close,
            parent=page,
        )
        if typed is not None:
            self.writer.field.textChanged.connect(typed)
        self.place()
        self.writer.show()
        self.writer.raise_()

    def _done(self, done: Callable[[str], bool], said: str) -> None:
        if done(said):
            self.close()

    def close(self) -> None:
        """Put the panel away."""
        if self.writer is None:
            return
        self.writer.hide()
        self.writer.deleteLater()
        self.writer = self._keep = None
        self._closed()

    def keep(self) -> None:
        """The page goes: what is half written is kept, where there is somebody to keep it."""
        said = self.writer.field.text().strip() if self.writer is not None else ""
        if said and self._keep is not None:
            self._keep(said)

    def stay_above(self) -> None:
        """The page was built anew below the panel."""
        if self.writer is not None:
            self.writer.raise_()
            self.writer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Lie low on the page, wholly in sight."""
        if self.writer is not None:
            room, px = self._room(), self._page.look.px
            width = min(room.width() - px(40), px(WIDEST))
            height = max(self.writer.sizeHint().height(), self.writer.minimumSizeHint().height())
            top = max(0, room.bottom() - height - px(8))
            self.writer.setGeometry(room.left() + (room.width() - width) // 2, top, width, height)
