"""Taking things out as files for a spreadsheet, through the same gate as every page."""

from collections.abc import Sequence
from pathlib import Path

from workshop.domain.kinds import Audience
from workshop.errors import RuleBroken
from workshop.exchange.csv_out import WRITERS
from workshop.session.session import Session

CONFIDENTIAL = frozenset({"people"})


def export(session: Session, folder: Path, kinds: Sequence[str]) -> tuple[Path, ...]:
    """Write a CSV file for each kind into `folder`; RuleBroken for a kind that there is not."""
    for kind in kinds:
        if kind not in WRITERS:
            raise RuleBroken(
                f"There is no export “{kind}”. Nothing was written. There are: {', '.join(WRITERS)}."
            )
    return tuple(_write(session, folder, kind) for kind in kinds)


def _write(session: Session, folder: Path, kind: str) -> Path:
    facts = session.pack.facts(Audience.ARCHIVE if kind in CONFIDENTIAL else Audience.PEOPLE)
    path = folder / f"{kind}.csv"
    session.write_file(path, WRITERS[kind](facts))
    return path
