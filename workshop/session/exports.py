"""Taking things out as files for a spreadsheet, through the same gate as every page; or all about nobody."""

from collections.abc import Sequence
from pathlib import Path

from workshop.domain.kinds import Audience, RoundState
from workshop.domain.records import Round
from workshop.errors import RuleBroken
from workshop.exchange import csv_out
from workshop.exchange.csv_out import WRITERS
from workshop.session.session import Session
from workshop.storage import copies

FINDINGS = "findings"
EQUALITY = "equality"
KINDS = (*WRITERS, EQUALITY, FINDINGS)
CONFIDENTIAL = frozenset({"people"})
SHOWING = frozenset({"notes", "promises", "people"})  # words of people, or names


def export(session: Session, folder: Path, kinds: Sequence[str]) -> tuple[Path, ...]:
    """Write a file for each kind into `folder`; RuleBroken for a kind that there is not.

    "findings" is a workshop file without any person; all others are CSV. What shows somebody is kept as
    issued, so that it can be called back, unless the workshop is only looked at.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise RuleBroken(
                f"There is no export “{kind}”. Nothing was written. There are: {', '.join(KINDS)}."
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
    if kind == FINDINGS:
        return _findings(session, folder)
    if kind == EQUALITY:
        facts, data = None, csv_out.equality(session.people.equality_summary())
    else:
        facts = session.pack.facts(Audience.ARCHIVE if kind in CONFIDENTIAL else Audience.PEOPLE)
        data = WRITERS[kind](facts)
    path = folder / f"{kind}.csv"
    if path.exists() and not _is_ours(path, data):
        raise RuleBroken(
            f"Another file called {path.name} is there. Nothing was written. Please name another folder."
        )
    session.write_file(path, data)
    if facts is not None and kind in SHOWING and not session.place.read_only:
        session.pack.list_table(kind, facts, data, folder)
    return path


def _findings(session: Session, folder: Path) -> Path:
    """The workshop without anybody in it: the board, the results and the promises, under a key of its own."""
    if any(round_.state is RoundState.OPEN for round_ in session.all(Round)):
        raise RuleBroken("A vote is open. Nothing was written. Please close the vote first.")
    return copies.write_findings(session.place, folder / FINDINGS, session.now().date()).path
