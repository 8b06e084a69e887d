"""What to say in three short lines, each with a picture, for whoever leads a part of the day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.domain.records import Step

LINES = 3
_SENTENCE = re.compile(r"(?<=[.?!…۔।])\s+")

# Words that a picture can stand for. The first that is found counts; other languages get the step's own.
_OF_WORD = {
    "secret": "lock",
    "vote": "vote",
    "same": "equal",
    "write": "pencil-line",
    "paper": "file-text",
    "group": "group",
    "together": "group",
    "idea": "lightbulb",
    "promise": "badge-check",
    "read": "book-open",
    "tea": "coffee",
    "break": "coffee",
    "quiet": "ear",
    "listen": "ear",
    "minute": "hourglass",
    "move": "move",
    "name": "pen-line",
    "sheet": "printer",
    "home": "house",
    "question": "message-circle-question",
    "help": "concierge-bell",
    "wrong": "heart-handshake",
    "fine": "heart-handshake",
}
_OF_STEP = {
    "arrivals": ("coffee", "pencil-line", "heart-handshake"),
    "welcome": ("info", "speech", "heart-handshake"),
    "writing": ("pencil-line", "file-text", "ear"),
    "share": ("book-open", "ear", "heart-handshake"),
    "groups": ("move", "group", "pen-line"),
    "ideas": ("lightbulb", "speech", "pencil-line"),
    "break": ("coffee", "clock", "heart-handshake"),
    "vote": ("vote", "lock", "file-text"),
    "result": ("eye", "speech", "ear"),
    "promises": ("badge-check", "calendar", "speech"),
    "goodbye": ("printer", "calendar", "house"),
}
_ELSE = ("speech", "ear", "heart-handshake")


@dataclass(frozen=True)
class EasyLine:
    """One line to say, and the icon beside it."""

    text: str
    icon: str


def easy_lines(step: Step) -> tuple[EasyLine, ...]:
    """At most three lines: those written for it, else the first sentences of the script or the question."""
    own = [line for line in step.easy if line]
    told = own or sentences(step.say) or sentences(step.prompt) or [step.title]
    return tuple(_with_icons(told[:LINES], _OF_STEP.get(step.kind, _ELSE)))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [found for found in (part.strip() for part in _SENTENCE.split(text)) if found]


def _with_icons(lines: Sequence[str], usual: Sequence[str]) -> list[EasyLine]:
    used: set[str] = set()
    found = []
    for line in lines:
        words = line.casefold()
        fits = [icon for word, icon in _OF_WORD.items() if word in words]
        icon = next((i for i in [*fits, *usual] if i not in used), usual[0])
        used.add(icon)
        found.append(EasyLine(line, icon))
    return found
