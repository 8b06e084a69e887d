"""At home: workshops in which the day has come to take something out. Only when the clock can be right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.look import BOLD
from ui.page import Page
from ui.parts.leaving import TITLES
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.words import Words
from workshop.session.library import Seen, Summary

MOST = 3


def due_in(seen: Sequence[Seen]) -> list[Summary]:
    """The workshops that are to be asked about, or whose clock cannot be right."""
    looked_at = [s for s in seen if isinstance(s, Summary)]
    return [s for s in looked_at if s.due.what or s.due.clock_is_back]


def said_of(words: Words, at: Summary) -> str:
    """What is due in a workshop, in a sentence."""
    if at.due.clock_is_back:
        return words("The clock of this laptop is wrong. Please set it. We ask for nothing until then.")
    what = ", ".join(words(TITLES[kept]) for kept in at.due.what)
    return words("The day has passed for: {what}.", what=what)


def due_card(page: Page, due: Sequence[Summary], look_at: Callable[[Summary], object]) -> QWidget:
    """A line for each, with the way to where it can be taken out."""
    title = page.text(page.words("Time to take something out?"), 24, BOLD)
    head = page.row(Icon(page.look, "hourglass", 28, "amber"), title, gap=12)
    head.setStretch(1, 1)
    lines: list[Part] = [head]
    for at in due[:MOST]:
        said = page.column(page.text(at.title, 22, BOLD), page.text(said_of(page.words, at), 20), gap=0)
        look = page.button(page.words("Look at it"), "chevron-right", partial(look_at, at), SMALL)
        look.setAccessibleName(f"{page.words('Look at it')}: {at.title}")
        line = page.row(said, look, gap=16)
        line.setStretch(0, 1)
        lines.append(line)
    inside = page.column(*lines, gap=10, margins=(24, 16, 24, 18))
    return within(Card(page.look, "amber_tint", "amber", 20), inside)
