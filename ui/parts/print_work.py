"""The work behind the print page: packs that are being made, files to write, a printer at work.

It never waits. `go_on` is called every 50 milliseconds, does one small piece, and says whether there is
more; what comes out is told through the functions it was given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from ui.parts.print import SHEET
from ui.printing import PrintJob, image_of
from workshop.domain.kinds import Audience
from workshop.errors import WorkshopError
from workshop.session.pack import Making, Pack, PackMade


@dataclass(frozen=True)
class Filing:
    """A pack on its way into a folder; `kind` is one document of it, or "" for all."""

    making: Making
    folder: Path
    kind: str = ""


class PrintWork:
    """What is being made, written and printed now."""

    def __init__(
        self, pack: Pack, refuse: Callable[[str], object], written: Callable[[PackMade], object]
    ) -> None:
        self._pack, self._refuse, self._written = pack, refuse, written
        self.large = False
        self.making: Making | None = None  # the people's pack: the sheet, and the whole
        self.failed = False
        self.images: list[QImage] = []  # of the sheet, as far as they are drawn
        self.preview_width = 400
        self.filing: Filing | None = None
        self.job: PrintJob | None = None

    # The people's pack

    def make_for_people(self, large: bool) -> None:
        """Make it anew, if what may be said or the size of the letters has changed."""
        if self.making is None or self.failed or large != self.large or not self.making.is_current:
            self.large, self.images, self.failed = large, [], False
            self.making = self._pack.begin(Audience.PEOPLE, large)

    @property
    def ready(self) -> Making | None:
        """The people's pack, once it is made."""
        making = self.making
        return making if making is not None and making.done() and not self.failed else None

    # Going on

    @property
    def is_busy(self) -> bool:
        """Whether there is anything to go on with."""
        making = self.making is not None and not self.failed
        drawn = self.ready is not None and len(self.images) == self.ready.pages(SHEET)
        return (making and not drawn) or self.filing is not None or self.job is not None

    def go_on(self) -> None:
        """Do one small piece of what there is to do."""
        try:
            self._draw_next()
            self._file()
        except WorkshopError as refused:
            self.filing = None
            self.failed = self.making is not None and self.making.done() and not self.images
            self._refuse(refused.message)
        self._print_next()

    def _draw_next(self) -> None:
        making = self.ready
        if making is not None and len(self.images) < making.pages(SHEET):
            pages = making.pictures(SHEET, width=self.preview_width, first=len(self.images), count=1)
            self.images += [image_of(page) for page in pages]

    def _file(self) -> None:
        if self.filing is not None and self.filing.making.done():
            filing, self.filing = self.filing, None
            self._written(filing.making.finish(filing.folder, filing.kind))

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
