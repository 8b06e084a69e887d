"""Parts of the page before the day: a line for each thing looked at, and the ways to arrive."""

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Look
from ui.parts.ready import Check, Standing
from ui.parts.register_queue import typed_in
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.words import Words
from workshop.domain.queue import Way

# Icon, its colour and its ground. The words beside it say the same.
_STANDING = {
    Standing.GOOD: ("check", "leaf", "leaf_tint"),
    Standing.DO: ("arrow-right", "damson", "damson_tint"),
    Standing.KNOW: ("flag", "amber", "amber_tint"),
}


class CheckRow(Ground):
    """One thing that was looked at: how it stands, what it is, and perhaps a button."""

    def __init__(self, look: Look, words: Words, check: Check, *buttons: QWidget) -> None:
        super().__init__(look, "paper", "top")
        icon, colour, ground = _STANDING[check.standing]
        state = Icon(look, icon, 30, colour, ground=ground)
        state.setAccessibleName(standing_in_words(check.standing, words))
        said = column(
            look, 1, Text(look, check.title, 24, BOLD), Text(look, check.second, 20, colour="ink2"), 1, gap=0
        )
        parts: list[Part] = [state, Icon(look, check.icon, 34), said, *buttons]
        laid_out = row(look, *parts, gap=20, margins=(0, 8, 0, 8))
        laid_out.setStretch(2, 1)
        within(self, laid_out)
        self.setMinimumHeight(look.px(84))


def standing_in_words(standing: Standing, words: Words) -> str:
    """What the sign in the circle means."""
    return {
        Standing.GOOD: words("All right"),
        Standing.DO: words("Please do this"),
        Standing.KNOW: words("Know this"),
    }[standing]


class QueueCard(Card):
    """One way to arrive, and how long it takes; the one that fits is framed and says so."""

    def __init__(self, look: Look, words: Words, way: Way, fits: bool, one_screen: bool) -> None:
        super().__init__(
            look,
            "damson_tint" if fits else "paper",
            "damson" if fits else "line",
            radius=12,
            line=3 if fits else 1,
        )
        first, second = said_of(way, words, one_screen)
        weight = BOLD if fits else 400
        told: list[Part] = [Text(look, first, 22, weight)]
        if second:
            told.append(Text(look, second, 20))
        about = Text(look, words("about {n} minutes", n=way.minutes), 26, BOLD, wrap=False)
        begin: list[Part] = [Icon(look, "check", 30, "damson")] if fits else []
        laid_out = row(look, *begin, column(look, *told, gap=0), about, gap=16, margins=(22, 12, 22, 12))
        laid_out.setStretch(len(begin), 1)
        within(self, laid_out)
        self.setMinimumHeight(look.px(92))


def said_of(way: Way, words: Words, one_screen: bool) -> tuple[str, str]:
    """A way to arrive in two short lines."""
    if not way.on_paper:
        return words.many("1 person, one screen", "{n} people, one screen", way.on_screen), ""
    if not way.on_screen:
        return words("All on paper."), typed_in(way, words, one_screen=True)  # everybody is done by then
    use = words.many("1 uses the screen.", "{n} use the screen.", way.on_screen)
    give = words.many("Give paper to 1.", "Give paper to {n}.", way.on_paper)
    return give, f"{use} {typed_in(way, words, one_screen)}"
