"""Tables for a spreadsheet: what may be shown, as CSV (UTF-8 with BOM, CRLF).

Everything comes from `Facts`, so consent is applied already. A cell that a spreadsheet would take
for a formula gets an apostrophe before it; reading it back takes that away again.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from workshop.domain.facts import Facts, NoteFacts
from workshop.domain.records import Item

_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")


def escape(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula; "'=1" is read back as "=1"."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The bytes of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([escape("" if cell is None else str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def notes(facts: Facts) -> bytes:
    """A row a note and group: a note in two groups has two rows."""
    grouped = [(group.name, note) for group in facts.groups for note in group.notes]
    rows = [_note_row(name, note) for name, note in [*grouped, *(("", note) for note in facts.loose)]]
    return write_table(("number", "group", "text", "kind", "language", "translation"), rows)


def _note_row(group: str, note: NoteFacts) -> tuple[object, ...]:
    return note.number, group, note.text, note.kind.value, note.language, note.translation


def groups(facts: Facts) -> bytes:
    """A row a group: its name, how many of its notes may be shown, whether the room checked it."""
    rows = [(group.name, len(group.notes), "yes" if group.checked else "no") for group in facts.groups]
    return write_table(("group", "notes", "checked"), rows)


def votes(facts: Facts) -> bytes:
    """Totals by round and option; never a ballot."""
    rows = [
        (r.number, r.question, row.number, row.title, row.dots, row.place, row.supporters, r.ballots)
        for r in facts.rounds
        if r.counted
        for row in r.rows
    ]
    header = ("round", "question", "option", "title", "dots", "place", "people", "ballots")
    return write_table(header, rows)


def promises(facts: Facts) -> bytes:
    """A row a promise, and what it still lacks."""
    rows = [
        (p.number, p.theme, p.we_will, p.how_known, p.who, p.by_when, p.status.value, " ".join(p.missing))
        for p in facts.promises
    ]
    header = ("number", "theme", "we_will", "how_known", "who", "by_when", "status", "missing")
    return write_table(header, rows)


def people(facts: Facts) -> bytes:
    """The consent register, CONFIDENTIAL: only facts for the archive hold it."""
    rows = [
        (row.ref, row.called, row.age_group.value, *(state for _, state in row.states), row.expires_on)
        for row in facts.register
    ]
    return write_table(("ref", "called", "age_group", *(i.value for i in Item), "expires_on"), rows)


WRITERS: dict[str, Callable[[Facts], bytes]] = {
    "notes": notes,
    "groups": groups,
    "votes": votes,
    "promises": promises,
    "people": people,
}
