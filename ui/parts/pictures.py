"""Pictures from files onto the board: chosen from a list of files, or dropped on a page of the desk."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from ui.page import Page
from workshop.domain.ids import NoteId

ENDINGS = ("png", "jpg", "jpeg", "webp")


def choose_pictures(page: Page, chosen: Callable[[Sequence[Path]], None], *, many: bool = True) -> None:
    """Let the facilitator choose files; the app goes on meanwhile."""
    dialog = QFileDialog(page, page.words("Which pictures?") if many else page.words("Which picture?"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # it does not stop the program
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFont(page.look.font(20))
    mode = QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile
    dialog.setFileMode(mode)
    dialog.setNameFilter(f"{page.words('Pictures')} ({' '.join(f'*.{e} *.{e.upper()}' for e in ENDINGS)})")
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def bring(page: Page, paths: Sequence[Path], note: NoteId | None = None) -> None:
    """Put pictures on the board: the first on this note, where there is one, each other on a new one."""
    said, brought = "", 0
    for path in paths:
        added = page.do(page.room.session.board.add_picture, path, note)
        if added is None:
            return  # why not was said, and must stay in sight
        said, brought, note = added.said or said, brought + 1, None
    if brought:
        done = page.words.many("The picture is on the board.", "{n} pictures are on the board.", brought)
        page.tell(" ".join(part for part in (done, page.words(said) if said else "") if part), "done")


def files_in(mime: QMimeData) -> list[Path]:
    """The pictures among what is being dragged, by the names of their files."""
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in local if path.suffix.lower().lstrip(".") in ENDINGS]


class TakesPictures(Page):
    """A page that pictures can be dropped on."""

    def bring_pictures(self, paths: Sequence[Path]) -> None:
        """Pictures were dropped, or chosen: put each on a note of its own."""
        bring(self, paths)

    def take_drops(self) -> None:
        """From now on pictures can be dropped here."""
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures may come in; nothing else."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pictures were let go here."""
        event.acceptProposedAction()
        self.bring_pictures(files_in(event.mimeData()))
