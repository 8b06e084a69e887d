"""The work behind the page of papers: one that is being made, drawn, printed or written. It never waits."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from ui.printing import DOTS_PER_INCH, PrintJob, image_of
from workshop.errors import WorkshopError
from workshop.session.papers import PaperMade, PaperMaking


@dataclass(frozen=True)
class Filing:
    """The paper on its way into a folder."""

    folder: Path
    given_to: str


class PaperWork:
    """What is being made, shown, written and printed now."""

    def __init__(self, refuse: Callable[[str], object], written: Callable[[PaperMade], object]) -> None:
        self._refuse, self._written = refuse, written
        self.making: PaperMaking | None = None
        self.failed = False
        self.page, self.image = 0, QImage()  # the page that is looked at, and its picture
        self.preview_width = 400
        self.filing: Filing | None = None
        self.job: PrintJob | None = None

    def make(self, making: PaperMaking | None) -> None:
        """Look at this paper from now on; the one before is forgotten."""
        self.making, self.failed = making, False
        self.page, self.image = 0, QImage()

    @property
    def ready(self) -> PaperMaking | None:
        """The paper, once it is made."""
        making = self.making
        return making if making is not None and making.done() and not self.failed else None

    def turn_to(self, page: int) -> None:
        """Look at another page of it."""
        self.page, self.image = page, QImage()

    @property
    def is_busy(self) -> bool:
        """Whether there is anything to go on with."""
        waiting = self.making is not None and not self.failed and self.image.isNull()
        return waiting or self.filing is not None or self.job is not None

    def go_on(self) -> None:
        """Do one small piece of what there is to do."""
        try:
            self._draw()
            self._file()
        except WorkshopError as refused:
            self.filing = None
            self.failed = self.image.isNull()
            self._refuse(refused.message)
        self._print_next()

    def _draw(self) -> None:
        ready = self.ready
        if ready is not None and self.image.isNull():
            pages = ready.pictures(width=self.preview_width, first=self.page, count=1)
            self.image = next(map(image_of, pages), QImage())

    def _file(self) -> None:
        ready = self.ready
        if self.filing is not None and ready is not None:
            filing, self.filing = self.filing, None
            self._written(ready.finish(filing.folder, filing.given_to))

    def print_on(self, printer: object, copies: int, given_to: str) -> None:
        """Keep the paper as issued and begin to print it; raises what the session refuses."""
        ready = self.ready
        if ready is not None:
            ready.hand_out(given_to)
            self.job = PrintJob(
                printer,  # type: ignore[arg-type]  # a QPrinter, which is read only when somebody prints
                lambda: ready.pictures(dots_per_inch=DOTS_PER_INCH),
                ready.pages,
                copies,
            )

    def _print_next(self) -> None:
        if self.job is None:
            return
        try:
            self.job.step()
        except WorkshopError as refused:
            self.job = None
            self._refuse(refused.message)

    def stop(self) -> None:
        """Print and write no more; what is made stays to look at."""
        if self.job is not None:
            self.job.stop()
        self.job = self.filing = None
