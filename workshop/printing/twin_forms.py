"""The blocks of forms as HTML and as plain text: the same words in the same order as on paper."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from workshop.printing.form_blocks import (
    Amounts,
    BigAnswers,
    BigWords,
    Cards,
    Choices,
    CutHere,
    FormBlock,
    Framed,
    HeadLine,
    Pictured,
    Statements,
    Strip,
    Table,
    Together,
    WriteOn,
)

HTML_BOX, TXT_BOX, TO_WRITE, BETWEEN, CUT = "☐", "[ ]", "_" * 30, " | ", "- " * 20

Lines = Callable[..., Iterable[str]]


def form_html(block: FormBlock | Table, lines: Lines) -> Iterator[str]:
    """The block as HTML; `lines` makes those of the blocks inside it."""
    match block:
        case Table():
            yield from _table_html(block)
        case Framed():
            yield from _boxed(block.blocks, lines)
        case Together():
            yield from _each(block.blocks, lines)
        case Cards():
            for card in block.cards:
                yield from _boxed(card, lines)
        case CutHere():
            yield "<hr>"
        case BigWords():
            yield f"<p><strong>{escape(block.text)}</strong></p>"
        case HeadLine():
            yield f"<p><strong>{escape(block.text)}</strong> {escape(block.beside)}</p>"
        case Strip():
            yield f"<p><strong>{escape(block.words)}</strong></p>"
        case Statements():
            answers = f"{HTML_BOX} {escape(block.yes)} {HTML_BOX} {escape(block.no)}"
            things = ((f"<strong>{escape(t.text)}</strong>", escape(t.more)) for t in block.things)
            yield from _list(f"{text}{' ' + more if more else ''}<br>{answers}" for text, more in things)
        case _:
            yield from _list(map(escape, _said(block, HTML_BOX)))


def _boxed(blocks: Iterable[object], lines: Lines) -> Iterator[str]:
    yield '<div class="box">'
    for block in blocks:
        yield from lines(block)
    yield "</div>"


def _list(entries: Iterable[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (f"<li>{entry}</li>" for entry in entries)
    yield "</ul>"


def _table_html(table: Table) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in table.headings)
    yield "<table>"
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in (*table.rows, *((table.totals,) if table.totals else ())):
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        yield f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"


def form_txt(block: FormBlock | Table, lines: Lines) -> Iterator[str]:
    """The block as text; `lines` makes those of the blocks inside it."""
    match block:
        case Table():
            yield BETWEEN.join(block.headings)
            yield from (BETWEEN.join(row).rstrip() for row in block.rows)
            yield from (BETWEEN.join(block.totals),) if block.totals else ()
        case Framed() | Together():
            yield from _each(block.blocks, lines)
        case Cards():
            for card in block.cards:
                yield from _each(card, lines)
                yield CUT
        case CutHere():
            yield CUT
        case BigWords():
            yield block.text
        case HeadLine():
            yield f"{block.text} {block.beside}".strip()
        case Strip():
            yield block.words
        case Statements():
            for thing in block.things:
                yield " ".join(filter(None, (thing.text, thing.more)))
                yield f"{TXT_BOX} {block.yes}  {TXT_BOX} {block.no}"
        case _:
            yield from _said(block, TXT_BOX)


def _each(blocks: Iterable[object], lines: Lines) -> Iterator[str]:
    for block in blocks:
        yield from lines(block)


def _said(block: Pictured | BigAnswers | WriteOn | Choices | Amounts, box: str) -> Iterator[str]:
    """What each row of a block says."""
    match block:
        case Pictured():
            yield from ("".join(span.text for span in spans) for _picture, spans in block.rows)
        case BigAnswers():
            yield from (f"{box} {word}" for word in (block.yes, block.no))
        case WriteOn():
            yield from (f"{field.label} {field.text or TO_WRITE}" for field in block.fields)
        case Choices():
            yield from (f"{box} {label}" for label in block.labels)
        case Amounts():
            yield from (f"{label} {TO_WRITE}" for label in (*block.labels, block.total))
