"""The help that ships is read whole: no word is lost, and no sign of its writing is left."""

import re
from pathlib import Path

import pytest

import ui
from ui.parts import help_text
from ui.parts.help_text import Block, Kind
from workshop.session.resources import RESOURCES

UI = Path(next(iter(ui.__path__)))


def test_headings_points_and_paragraphs_are_told_apart() -> None:
    text = "# The board\n\nAll of it\nis saved.\n\n## Notes\n- Touch **Write a note**.\n  Write.\n- Done."
    assert list(help_text.blocks(text)) == [
        Block(Kind.TITLE, "The board"),
        Block(Kind.PARAGRAPH, "All of it is saved."),
        Block(Kind.HEADING, "Notes"),
        Block(Kind.POINT, "Touch “Write a note”. Write."),
        Block(Kind.POINT, "Done."),
    ]


@pytest.mark.parametrize("name", help_text.PAGES)
def test_every_help_page_is_read_whole(name: str) -> None:
    written = (RESOURCES / "help" / f"{name}.md").read_text("utf-8")
    read = " ".join(block.text for block in help_text.page(name))
    for sign in "#*`“”-•":
        written, read = written.replace(sign, " "), read.replace(sign, " ")
    assert read.split() == written.split()
    assert all(not set("*`#") & set(block.text) for block in help_text.page(name))


@pytest.mark.parametrize(("page", "least"), [("board", 25), ("people", 10)])
def test_every_button_that_the_help_names_is_there(page: str, least: int) -> None:
    source = "".join(p.read_text("utf-8") for p in sorted(UI.rglob("*.py"))).casefold()
    written = (RESOURCES / "help" / f"{page}.md").read_text("utf-8").replace("'", "’")
    named = {name.rstrip(":.").casefold() for name in re.findall(r"\*\*(.+?)\*\*", written, re.DOTALL)}
    assert len(named) > least
    assert [name for name in sorted(named) if f'"{name}' not in source] == []
    assert '"a button that is not there' not in source
