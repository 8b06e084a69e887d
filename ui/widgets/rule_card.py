"""The rules of a vote as people read them: an icon and a sentence a rule, with a line between."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.text import Text


def rule_lines(look: Look, lines: Sequence[tuple[str, str]], token: int = 26) -> QWidget:
    """One line a rule. `lines` are icon and words; the words are one sentence of `Text` each."""
    parts: list[QWidget] = []
    for icon, words in lines:
        line = Ground(look, "paper", "top")
        laid_out = row(look, Icon(look, icon, round(token * 1.3), "damson"), Text(look, words, token), gap=20)
        laid_out.setStretch(1, 1)
        air = look.px(10 if token < 24 else 14)
        laid_out.setContentsMargins(0, air, 0, air)
        parts.append(within(line, laid_out))
    return within(QWidget(), column(look, *parts, gap=0))


def rule_card(
    look: Look, head: QWidget, lines: Sequence[tuple[str, str]], foot: QWidget | None = None
) -> Card:
    """A white card with the rules between a head and a foot."""
    card = Card(look, radius=28, edge="")
    below = [foot] if foot is not None else []
    within(card, column(look, head, rule_lines(look, lines), *below, 1, gap=10, margins=(44, 32, 44, 24)))
    return card
