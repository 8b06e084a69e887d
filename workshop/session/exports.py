"""Taking things out as files for a spreadsheet, through the same gate as every page."""

from collections.abc import Sequence
from pathlib import Path

from workshop.domain.kinds import Audience
from workshop.errors import RuleBroken
from workshop.exchange.csv_out import WRITERS
from workshop.session.session import Session

KINDS = tuple(WRITERS)
CONFIDENTIAL = frozenset({"people"})


def export(session: Session, folder: Path, kinds: Sequence[str]) -> tuple[Path, ...]:
    """Write a CSV file for each kind into `folder`; RuleBroken for a kind that there is not."""
    for kind in kinds:
        if kind not in WRITERS:
            raise RuleBroken(
                f"There is no export “{kind}”. Nothing was written. There are: {', '.join(WRITERS)}."
            )
    return tuple(_write(session, folder, kind) for kind in kinds)


def _is_ours(path: Path, data: bytes) -> bool:
    """Whether the file there begins as our own table does: an earlier export, which may be renewed.

    Columns were only ever added at the end, so an earlier table may have fewer of them.
    """
    header = data[: data.index(b"\r\n")]
    there = path.read_bytes().split(b"\r\n", 1)[0] if path.is_file() else b""
    return bool(there) and header.startswith(there)


def _write(session: Session, folder: Path, kind: str) -> Path:
    facts = session.pack.facts(Audience.ARCHIVE if kind in CONFIDENTIAL else Audience.PEOPLE)
    path, data = folder / f"{kind}.csv", WRITERS[kind](facts)
    if path.exists() and not _is_ours(path, data):
        raise RuleBroken(
            f"Another file called {path.name} is there. Nothing was written. Please name another folder."
        )
    session.write_file(path, data)
    return path
