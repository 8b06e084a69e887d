"""Bringing notes in from a file of another tool."""

from collections.abc import Mapping
from pathlib import Path

from workshop.errors import ExchangeError
from workshop.exchange.csv_in import LARGEST_FILE, NotesRead, ReadNote, read_notes
from workshop.session.board import BroughtIn, NoteToBringIn
from workshop.session.session import Session

__all__ = ["NotesRead", "bring_in", "notes_of", "read_file"]


def read_file(path: Path, mapping: Mapping[str, str] | None = None) -> NotesRead:
    """The notes of a CSV file; ExchangeError in a plain sentence when it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)  # one byte more is enough to know that it is too large
    except OSError as error:
        raise ExchangeError(
            f"“{path.name}” cannot be read. Nothing was changed. Please check that the file is there."
        ) from error
    return read_notes(data, mapping)


def notes_of(read: NotesRead) -> tuple[NoteToBringIn, ...]:
    """The notes as the board takes them."""
    return tuple(_note(note) for note in read.notes)


def _note(note: ReadNote) -> NoteToBringIn:
    return NoteToBringIn(note.text, note.group, note.kind, note.source, note.language)


def bring_in(session: Session, read: NotesRead) -> BroughtIn:
    """Put all notes of a file on the board as one act."""
    return session.board.bring_in(notes_of(read))
