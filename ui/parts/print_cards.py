"""The parts of the print page: the sheet, the packs, and the three cards below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD
from ui.page import Page
from ui.parts import print as said
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL, Style
from ui.widgets.card import Card
from ui.widgets.choice import Stepper
from ui.widgets.icon import Icon
from ui.widgets.page_preview import Counted
from workshop.domain.facts import Facts

WIDE = Style(height=64, text=20, icon=26, padding=10)
MOST_PACKS = 99
COUNTS = (
    ("today", "printer", "Paper today", ""),
    ("later", "mail", "Later: somebody brings it", "No address is kept here"),
    ("large", "type", "Large print or Easy Read", "Ready later. Somebody brings it"),
    ("no", "x", "No, the sheet is enough", ""),
)


def titled(page: Page, icon: str, title: str, *parts: Part) -> QWidget:
    """A card with an icon, a title, and what follows; the last part stands at its foot."""
    heading = page.row(Icon(page.look, icon, 28), page.text(title, 24, BOLD), gap=12)
    heading.setStretch(1, 1)
    *most, last = parts
    return within(Card(page.look), page.column(heading, *most, 1, last, gap=8, margins=(22, 16, 22, 16)))


def left_out_card(page: Page, facts: Facts) -> QWidget:
    """How much is left out by choice, and the way to the list."""
    counts = said.left_out_in_short(facts.left_out, page.words) or (page.words("Nothing is left out."),)
    numbers = page.row(*(page.text(one, 24, MEDIUM, wrap=False) for one in counts), 1, gap=24)
    see = page.button(
        page.words("See the list and why"), "list", lambda: page.stage.show_desk("left_out"), WIDE
    )
    return titled(page, "eye-off", page.words("Left out by choice"), numbers, see)


def erased_card(page: Page, change: Callable[[], object], why_not: str) -> QWidget:
    """The three dates, apart from each other."""
    lines: list[Part] = []
    for what, when in said.erased_when(page.room, page.words):
        line = page.row(page.text(what, 20), page.text(when, 20, BOLD, wrap=False), gap=16)
        line.setStretch(0, 1)
        lines.append(line)
    button = page.button(page.words("Change dates"), "calendar", change, WIDE)
    button.lock(why_not)
    return titled(page, "hourglass", page.words("When things are erased"), *lines, button)


def printer_card(page: Page, names: list[str], both_sides: bool, chosen: str, *buttons: QWidget) -> QWidget:
    """The printer, or that there is none; and the file that needs none."""
    words = page.words
    title = chosen or words("No printer here")
    state = words("Prints on both sides.") if both_sides else words("Prints on one side.")
    if not names:
        state = words("Nothing is lost. Save the sheet as a file.")
    parts = [
        page.text(state, 20, SEMIBOLD, "leaf" if names else "amber"),
        page.text(words("A file saved outside this app is not locked."), 20),
    ]
    column = page.column(*buttons, gap=12)
    return titled(page, "printer", title, *parts, column)


def counts_of(
    page: Page, wanted: dict[str, int], paper: str, change: Callable[[str, int], object]
) -> QVBoxLayout:
    """The four counts with their steppers; `paper` says what the packs for today need."""
    words, rows = page.words, []
    for key, icon, text, second in COUNTS:
        counter = Stepper(
            page.look,
            words(text),
            wanted[key],
            0,
            MOST_PACKS,
            partial(change, key),
            fewer=words("{what}: one fewer", what=words(text)),
            more=words("{what}: one more", what=words(text)),
        )
        under = paper if key == "today" else words(second) if second else ""
        rows.append(Counted(page.look, icon, words(text), under, counter))
    return page.column(*rows, gap=10)


def notices(page: Page) -> list[Part]:
    """What has to be looked at comes first: notes that may show who wrote them, and pictures."""
    many, pack = page.words.many, page.room.session.pack
    notes, pictures = len(pack.waiting_for_a_look()), len(pack.pictures_to_look_at())
    named = many(
        "1 note may show who somebody is. Look at it first.",
        "{n} notes may show who somebody is. Look at them first.",
        notes,
    )
    shown = many(
        "1 picture is not printed yet. Say who can be seen.",
        "{n} pictures are not printed yet. Say who can be seen.",
        pictures,
    )
    there = [_notice(page, named, page.words("Look at them"), "names_check")] if notes else []
    there += [_notice(page, shown, page.words("See pictures"), "pictures_check")] if pictures else []
    return [*there]


def _notice(page: Page, text: str, says: str, leads_to: str) -> QWidget:
    look = page.button(says, "eye", lambda: page.stage.show_desk(leads_to), SMALL)
    laid_out = page.row(
        Icon(page.look, "info", 28, "amber"),
        page.text(text, 22, MEDIUM, "amber"),
        look,
        gap=16,
        margins=(20, 10, 14, 10),
    )
    laid_out.setStretch(1, 1)
    return within(Card(page.look, "amber_tint", "amber", radius=12, line=2), laid_out)


def side_by_side(page: Page, small: bool, *parts: tuple[QWidget, int]) -> QLayout:
    """Parts beside each other with their shares of the width; below each other where there is no room."""
    layout: QLayout
    if small:
        layout = page.column(*(part for part, _ in parts), gap=16)
    else:
        row = page.row(*(part for part, _ in parts), gap=16)
        for i, (_, share) in enumerate(parts):
            row.setStretch(i, share)
        layout = row
    return layout
