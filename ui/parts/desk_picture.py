"""Which picture of the people's screen the desk may show: the board, a plain picture, or a cover.

While a vote is open, or one person's own page, the picture is a cover: its content is not here at all.
"""

from dataclasses import dataclass
from enum import Enum

from ui.words import Words


class Kind(Enum):
    """What is drawn."""

    BOARD = "board"
    PLAIN = "plain"
    COVER = "cover"


@dataclass(frozen=True)
class PeoplePicture:
    """What people see, as far as the desk may know it."""

    kind: Kind
    icon: str
    text: str


_ICONS = {
    "today": "info",
    "arrive_next": "pointer",
    "equality_next": "pointer",
    "ideas": "lightbulb",
    "read_group": "book-open",
    "room_result": "presentation",
    "room_promises": "badge-check",
    "display": "type",
}


def picture_of(page: str, *, private: bool, voting: bool, paused: bool, words: Words) -> PeoplePicture:
    """The picture for a page by its name; `private`: one person's own."""
    if paused:
        return PeoplePicture(Kind.PLAIN, "coffee", words("A short pause."))
    if voting:
        waits = page == "cover"
        text = words("Touch to start") if waits else words("Somebody’s own page")
        return PeoplePicture(Kind.COVER, "pointer" if waits else "lock", text)
    if private or page == "cover":
        return PeoplePicture(Kind.COVER, "lock", words("Somebody’s own page"))
    if page == "board":
        return PeoplePicture(Kind.BOARD, "monitor", words("The board"))
    return PeoplePicture(Kind.PLAIN, _ICONS.get(page, "monitor"), _name_of(page, words))


def _name_of(page: str, words: Words) -> str:
    return {
        "today": words("Today"),
        "arrive_next": words("Next person"),
        "equality_next": words("Next person"),
        "ideas": words("Ideas from the groups"),
        "read_group": words("One group, to read"),
        "room_result": words("The result, for the room"),
        "room_promises": words("What we will do"),
        "display": words("Text size and sound"),
    }.get(page, words("Another page"))
