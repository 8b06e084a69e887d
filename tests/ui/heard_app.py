"""The app as a screen reader of another program meets it: one page in a real window.

Run by `test_heard.py` on a screen of its own; ends in the usual way when its standard input does.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from tests.ui.given import Table
from workshop.domain.kinds import NoteKind
from workshop.session.session import Session

NAME = "same-table-heard"


def set_the_table(session: Session) -> None:
    """Two groups, a loose note, a note that was put away, and one that lies face down."""
    board = session.board
    medicines = board.make_group("Medicines").group
    board.add_note("Waited 5 hours", group=medicines)
    board.add_note("دوائیں", NoteKind.IDEA, group=medicines, language="ur")
    board.make_group("")
    board.add_note("What is a discharge lounge?", NoteKind.QUESTION, x=900, y=20)
    board.withhold_note(board.add_note("Somebody’s hurtful words").note, "hurtful")
    board.hide_writing()
    board.add_note("A secret until the notes are turned over")


def main() -> None:
    """Show the page until nobody listens any more."""
    folder, page = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    table = Table(Path(folder), width=1366, height=768, mm=0.25)
    set_the_table(table.begin())
    table.show_people(page)
    gone = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    gone.activated.connect(application.quit)
    application.exec()


if __name__ == "__main__":
    main()
