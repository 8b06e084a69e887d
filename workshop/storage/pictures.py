"""The bytes of pictures on notes: as the board shows them, and as they were brought.

They lie beside the records, because the log keeps what changed and a picture never changes. They are
written and taken away in the transaction of the act that adds or removes the picture's record.
"""

from typing import NamedTuple

from workshop.domain.ids import PictureId
from workshop.storage.engine import Database, in_plain_words


class Bytes(NamedTuple):
    """A picture file, small enough to show, and the first copy of it. Neither says where it was taken."""

    shown: bytes
    brought: bytes


def put(database: Database, picture: PictureId, files: Bytes) -> None:
    """Keep the bytes of a picture."""
    with in_plain_words():
        database.execute("INSERT INTO picture_bytes VALUES (?, ?, ?)", [picture, *files])


def read(database: Database, picture: PictureId) -> Bytes | None:
    """The bytes of a picture, None when there are none."""
    with in_plain_words():
        row = database.execute("SELECT shown, brought FROM picture_bytes WHERE id = ?", [picture]).fetchone()
    return None if row is None else Bytes(*row)


def drop(database: Database, picture: PictureId) -> None:
    """Take the bytes of a picture away."""
    with in_plain_words():
        database.execute("DELETE FROM picture_bytes WHERE id = ?", [picture])
