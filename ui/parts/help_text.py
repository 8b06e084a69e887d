"""The help that ships with the program, read for the screen: headings, points and paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from workshop.session.resources import RESOURCES

PAGES = ("people", "board", "whats-new")


class Kind(Enum):
    """What a part of a help page is."""

    TITLE = "title"
    HEADING = "heading"
    POINT = "point"
    PARAGRAPH = "paragraph"


_MARKS = {"# ": Kind.TITLE, "## ": Kind.HEADING, "- ": Kind.POINT}


@dataclass(frozen=True)
class Block:
    """One part of a help page."""

    kind: Kind
    text: str


@cache
def page(name: str) -> tuple[Block, ...]:
    """A help page by the name of its file."""
    return tuple(blocks((RESOURCES / "help" / f"{name}.md").read_text("utf-8")))


def blocks(text: str) -> Iterator[Block]:
    """The parts of a text in Markdown; what is said in bold stands in quotation marks, as a button's name."""
    kind, said = Kind.PARAGRAPH, ""
    for line in [*text.splitlines(), ""]:
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        if said and (mark or not line.strip()):
            yield Block(kind, _plain(said))
            kind, said = Kind.PARAGRAPH, ""
        if mark:
            kind = _MARKS[mark]
        said = f"{said} {line.removeprefix(mark).strip()}".strip()


def _plain(text: str) -> str:
    parts = text.replace("`", "").split("**")
    return "".join(f"“{part}”" if i % 2 else part for i, part in enumerate(parts))
