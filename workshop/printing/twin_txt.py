"""Each block of a document as lines of plain text."""

from collections.abc import Iterator

from workshop.printing.content import (
    Block,
    Box,
    Columns,
    Counts,
    Heading,
    Legend,
    Mark,
    NoteList,
    Numbered,
    Paragraph,
    PromiseCard,
    RegisterTable,
    Rule,
    SideBySide,
    TickBoxes,
    VoteRow,
    VoteTable,
    WriteLines,
)
from workshop.printing.twin_forms import form_txt

TICKED, TO_TICK, TO_WRITE, BETWEEN = "[x]", "[ ]", "_" * 30, " | "


def txt_lines(block: Block) -> Iterator[str]:
    """The block as text, in its reading order."""
    match block:
        case Heading():
            yield block.text
            yield ("=" if block.level == 1 else "-") * len(block.text)
        case Paragraph():
            yield block.text
        case Rule() | Mark():
            pass
        case Box():
            yield from _box(block)
        case SideBySide():
            for box in block.boxes:
                yield from _box(box)
        case WriteLines():
            yield from [TO_WRITE] * block.lines
        case Columns():
            for group in block.groups:
                yield from _group(group)
        case VoteTable():
            yield BETWEEN.join(block.headings).replace("\n", " ")
            yield from (_vote_row(block, row) for row in block.rows)
        case PromiseCard():
            yield from _promise(block)
        case RegisterTable():
            yield BETWEEN.join(heading for heading, _turned in block.headings)
            yield from (BETWEEN.join(row) for row in (*block.rows, block.totals))
        case Legend() | Counts() | Numbered() | TickBoxes():
            yield from _list(block)
        case _:
            yield from form_txt(block, txt_lines)


def _list(block: Legend | Counts | Numbered | TickBoxes) -> Iterator[str]:
    match block:
        case Legend():
            yield BETWEEN.join(label for _kind, label in block.kinds)
        case Counts():
            yield from (f"{count} {label}" for count, label in block.counts)
        case Numbered():
            yield from (" ".join(filter(None, (f"{n}.", title, more))) for n, title, more in block.things)
        case TickBoxes():
            yield from (f"{TO_TICK} {label}" for label in block.labels)


def _box(box: Box) -> Iterator[str]:
    for part in box.blocks:
        yield from txt_lines(part)


def _group(group: NoteList) -> Iterator[str]:
    yield from txt_lines(Heading(2, group.name))
    if group.remark:
        yield group.remark
    for note in group.notes:
        yield f"* {note.label}: {note.text}"
        if note.translation:
            yield f"  {note.translation}"
        yield from (f"  [{figure.label}]" for figure in note.figures)
        yield from (f"  {remark.text}" for remark in note.remarks)
    yield ""


def _vote_row(table: VoteTable, row: VoteRow) -> str:
    place = " ".join(filter(None, (row.place, row.equal)))
    idea = " ".join(filter(None, (str(row.number), row.title, row.what, *row.chips)))
    voices = [table.not_shown] if row.voices is None else [str(count) for count in row.voices]
    return BETWEEN.join((place, idea, str(row.dots), *voices))


def _promise(card: PromiseCard) -> Iterator[str]:
    yield from txt_lines(Heading(2, f"{card.number} {card.title}"))
    yield from (line.text for line in card.lines)
    for field in card.fields:
        yield f"{field.label} {field.text or TO_WRITE}"
    if card.badge:
        yield card.badge
    elif card.tick:
        yield f"{TICKED if card.ticked else TO_TICK} {card.tick}"
