"""Tables for a spreadsheet: what may be shown, as CSV (UTF-8 with BOM, CRLF, every cell in quotes).

Everything comes from `Facts`, so consent is applied already. A cell that a spreadsheet could take
for a formula gets an apostrophe before it; `unescape` takes that away again, and nothing else.
Source of the signs: OWASP, CSV Injection.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

from workshop.domain.equality import ShownTable
from workshop.domain.facts import Facts, GroupFacts, NoteFacts, PromiseFacts, RoundFacts
from workshop.domain.kinds import Item

NOTES_HEADER = ("number", "group", "text", "kind", "language", "translation")
# Of the note besides its words. They come last: a table of an earlier day has none of them, or not all.
MORE_OF_NOTES = ("same_as", "emotion", "tags", "kind_name", "drawing", "picture", "field")
_FEELINGS = {-2: "very_hard", -1: "hard", 0: "so_so", 1: "good", 2: "very_good"}

# White space and unseen signs may stand before the sign: some spreadsheets trim a cell first.
# A tab or a line break alone is enough. The apostrophe is there so that escaping can be undone.
_SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫−]"
_UNSEEN = "\u200b-\u200f\u2060-\u2064\ufeff"
_COULD_ACT = re.compile(rf"[\t\r\n']|[\s{_UNSEEN}]*{_SIGN}")
# A spreadsheet that splits at another sign than the comma (half of Europe's split at semicolons)
# begins a new cell in the middle of ours.
_INSIDE = rf"(?:[ \"\u00a0\u3000{_UNSEEN}]*(?:'|{_SIGN}))"
_COULD_ACT_INSIDE = re.compile(rf"(?<=[;|\t\r\n])(?={_INSIDE})")
_MADE_HARMLESS_INSIDE = re.compile(rf"(?<=[;|\t\r\n])'(?={_INSIDE})")


def escape(cell: str) -> str:
    """The cell as no spreadsheet takes any part of it for a formula; `unescape` is its inverse."""
    cell = _COULD_ACT_INSIDE.sub("'", cell)
    return f"'{cell}" if _COULD_ACT.match(cell) else cell


def unescape(cell: str) -> str:
    """A cell without the apostrophes that `escape` put into it; any other apostrophe stays."""
    whole = cell[1:] if cell.startswith("'") and _COULD_ACT.match(cell[1:]) else cell
    return _MADE_HARMLESS_INSIDE.sub("", whole)


def write_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The bytes of a CSV file; None is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([escape("" if cell is None else str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def notes(facts: Facts) -> bytes:
    """A row a note and group: a note in two groups has two rows.

    `same_as` is a note's number, `kind_name` the workshop's own word for the kind, `field` the ends of
    the grid it lies between. What is drawn and shown is in the pack; here stands that there is something.
    """
    own_names = {kind.kind: kind.name for kind in facts.kind_names}
    grouped = [(group.name, note) for group in facts.groups for note in group.notes]
    loose = [("", note) for note in facts.loose]
    rows = [_note_row(group, note, own_names.get(note.kind)) for group, note in [*grouped, *loose]]
    return write_table((*NOTES_HEADER, *MORE_OF_NOTES), rows)


def _note_row(group: str, note: NoteFacts, kind_name: str | None) -> tuple[object, ...]:
    words = (note.number, group, note.text, note.kind.value, note.language, note.translation)
    emotion = note.emotion.value if note.emotion else ""
    there = ("yes" if note.drawing else "", "yes" if note.picture else "")
    more = (note.same_as or None, emotion, ", ".join(note.tags), kind_name)
    return *words, *more, *there, ", ".join(note.field)


def groups(facts: Facts) -> bytes:
    """A row a group: its name, how many of its notes may be shown, whether the room checked it.

    `feeling` is how this step of a journey felt, from very hard to very good.
    """
    return write_table(("group", "notes", "checked", "kind", "feeling"), map(_group_row, facts.groups))


def _group_row(group: GroupFacts) -> tuple[object, ...]:
    feeling = "" if group.feeling is None else _FEELINGS[group.feeling]
    return group.name, len(group.notes), "yes" if group.checked else "no", group.kind.value, feeling


def votes(facts: Facts) -> bytes:
    """Totals by round and option; never a ballot."""
    rows = [
        (r.number, r.question, row.number, row.title, row.dots, row.place, row.supporters, _ballots(r))
        for r in facts.rounds
        if r.counted
        for row in r.rows
    ]
    header = ("round", "question", "option", "title", "dots", "place", "people", "ballots")
    return write_table(header, rows)


def _ballots(facts: RoundFacts) -> int | None:
    """How many voted, unless that is a small number of people (I60)."""
    return facts.ballots if facts.ballots >= facts.threshold else None


def promises(facts: Facts) -> bytes:
    """A row a promise, and what it still lacks."""
    rows = [
        (p.number, p.theme, p.we_will, p.how_known, p.who, p.by_when, _status(p), " ".join(p.missing))
        for p in facts.promises
    ]
    header = ("number", "theme", "we_will", "how_known", "who", "by_when", "status", "missing")
    return write_table(header, rows)


def _status(promise: PromiseFacts) -> str:
    """How far a promise has come; what is not one yet says so (I50)."""
    return "not_yet" if promise.missing else promise.status.value


def people(facts: Facts) -> bytes:
    """The consent register, CONFIDENTIAL: only facts for the archive hold it."""
    rows = []
    for row in facts.register:
        states = dict(row.states)
        rows.append((row.ref, row.called, row.age_group.value, *(states[i] for i in Item), row.expires_on))
    return write_table(("ref", "called", "age_group", *(i.value for i in Item), "expires_on"), rows)


def equality(tables: Iterable[ShownTable]) -> bytes:
    """A row an answer, as it may be shown to anybody; a question without rows says how many answered."""
    rows = []
    for table in tables:
        for answer, shown in table.rows or (("", ""),):
            rows.append((table.question, table.title, answer, shown, table.answered, table.rule))
    return write_table(("question", "title", "answer", "people", "answered", "rule"), rows)


WRITERS: dict[str, Callable[[Facts], bytes]] = {
    "notes": notes,
    "groups": groups,
    "votes": votes,
    "promises": promises,
    "people": people,
}
