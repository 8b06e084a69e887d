"""Each block of a document as lines of HTML."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from workshop.printing.content import (
    Block,
    Box,
    Columns,
    Counts,
    Heading,
    Legend,
    Mark,
    Note,
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
from workshop.printing.text import Span
from workshop.printing.twin_figures import figure_html
from workshop.printing.twin_forms import form_html
from workshop.printing.words import bcp47

__all__ = ["escape", "html_lines", "spans_html"]

TICKED, TO_TICK, TO_WRITE = "☑", "☐", "_" * 30


def spans_html(spans: Iterable[Span]) -> str:
    """Words, with the bold ones strong."""
    return "".join(f"<strong>{escape(s.text)}</strong>" if s.bold else escape(s.text) for s in spans)


def html_lines(block: Block, pictures: Mapping[str, bytes] | None = None) -> Iterator[str]:
    """The block as HTML, in its reading order; `pictures` are the files of those on notes."""
    match block:
        case Heading():
            yield f"<h{block.level}>{escape(block.text)}</h{block.level}>"
        case Paragraph():
            yield f"<p>{spans_html(block.spans)}</p>"
        case Rule():
            yield "<hr>"
        case Mark():
            pass
        case Box():
            yield from _box(block)
        case SideBySide():
            for box in block.boxes:
                yield from _box(box)
        case WriteLines():
            yield from (f'<p aria-hidden="true">{TO_WRITE}</p>' for _line in range(block.lines))
        case Columns():
            for group in block.groups:
                yield from _group(group, pictures or {})
        case VoteTable():
            yield from _vote(block)
        case PromiseCard():
            yield from _promise(block)
        case RegisterTable():
            yield from _register(block)
        case Legend() | Counts() | Numbered() | TickBoxes():
            yield from _list(block)
        case _:
            yield from form_html(block, html_lines)


def _list(block: Legend | Counts | Numbered | TickBoxes) -> Iterator[str]:
    match block:
        case Legend():
            entries = [escape(label) for _kind, label in block.kinds]
        case Counts():
            entries = [f"<strong>{escape(count)}</strong> {escape(label)}" for count, label in block.counts]
        case Numbered():
            entries = [_numbered(*thing) for thing in block.things]
        case TickBoxes():
            entries = [f"{TO_TICK} {escape(label)}" for label in block.labels]
    yield "<ul>"
    yield from (f"<li>{entry}</li>" for entry in entries)
    yield "</ul>"


def _numbered(number: int, title: str, more: str) -> str:
    return f"{number}. <strong>{escape(title)}</strong>" + (f" {escape(more)}" if more else "")


def _box(box: Box) -> Iterator[str]:
    yield '<div class="box">'
    for part in box.blocks:
        yield from html_lines(part)
    yield "</div>"


def _group(group: NoteList, pictures: Mapping[str, bytes]) -> Iterator[str]:
    yield f'<h2 dir="auto">{escape(group.name)}</h2>'
    if group.remark:
        yield f"<p>{escape(group.remark)}</p>"
    if group.notes:
        yield "<ul>"
        yield from (_note(note, pictures) for note in group.notes)
        yield "</ul>"


def _note(note: Note, pictures: Mapping[str, bytes]) -> str:
    language = f' lang="{escape(bcp47(note.language))}"' if note.language else ""
    words = f'<span class="words" dir="auto"{language}>{escape(note.text)}</span>'
    meaning = f'<br><span class="meaning">{escape(note.translation)}</span>' if note.translation else ""
    figures = "".join(f"<br>{figure_html(figure, pictures)}" for figure in note.figures)
    remarks = "".join(f'<br><span class="meaning">{escape(remark.text)}</span>' for remark in note.remarks)
    return f'<li><span class="kind">{escape(note.label)}:</span> {words}{meaning}{figures}{remarks}</li>'


def _vote(table: VoteTable) -> Iterator[str]:
    yield "<table>"
    yield _head(table.headings)
    yield "<tbody>"
    for row in table.rows:
        yield _vote_row(table, row)
    yield "</tbody>"
    yield "</table>"


def _vote_row(table: VoteTable, row: VoteRow) -> str:
    place = " ".join(part for part in (row.place, row.equal) if part)
    idea = [f"{row.number} {escape(row.title)}", *(escape(part) for part in (row.what, *row.chips) if part)]
    if row.voices is None:
        voices = f'<td colspan="{len(table.headings) - 3}">{escape(table.not_shown)}</td>'
    else:
        voices = "".join(f"<td>{count}</td>" for count in row.voices)
    return (
        f'<tr><td>{escape(place)}</td><th scope="row">{"<br>".join(idea)}</th>'
        f"<td>{row.dots}</td>{voices}</tr>"
    )


def _promise(card: PromiseCard) -> Iterator[str]:
    yield '<div class="box">'
    yield f"<h2>{card.number} {escape(card.title)}</h2>"
    for line in card.lines:
        yield f"<p>{spans_html(line.spans)}</p>"
    for field in card.fields:
        words = f"<strong>{escape(field.text)}</strong>" if field.text else TO_WRITE
        yield f"<p>{escape(field.label)}<br>{words}</p>"
    if card.badge:
        yield f"<p><strong>{escape(card.badge)}</strong></p>"
    if card.tick and not card.badge:
        yield f"<p>{TICKED if card.ticked else TO_TICK} {escape(card.tick)}</p>"
    yield "</div>"


def _register(table: RegisterTable) -> Iterator[str]:
    yield "<table>"
    yield _head(heading for heading, _turned in table.headings)
    yield "<tbody>"
    for row in (*table.rows, table.totals):
        first = f'<th scope="row">{escape(row[0])}</th>'
        yield f"<tr>{first}{''.join(f'<td>{escape(cell)}</td>' for cell in row[1:])}</tr>"
    yield "</tbody>"
    yield "</table>"


def _head(headings: Iterable[str]) -> str:
    cells = (f'<th scope="col">{"<br>".join(map(escape, heading.splitlines()))}</th>' for heading in headings)
    return f"<thead><tr>{''.join(cells)}</tr></thead>"
