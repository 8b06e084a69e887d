"""What the facilitator is told about a note that may show who somebody is, and about a picture of people.

Pure functions over records; who a picture shows is told on the facilitator's own screen only.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt

from ui.board.faces import apart
from ui.words import Words
from workshop.domain.identifying import Passage, Tells
from workshop.domain.kinds import Audience


def in_words(text: str, passages: Sequence[Passage], words: Words) -> tuple[str, ...]:
    """What was found, each passage with what it tells: "“Femi”: a name"."""
    mirrored = words.direction is Qt.LayoutDirection.RightToLeft
    told = (
        words("“{found}”: {what}", found=apart(text[p.start : p.end], mirrored), what=_what(p, words))
        for p in passages
    )
    return tuple(dict.fromkeys(told))


def _what(passage: Passage, words: Words) -> str:
    return {
        Tells.NAME: words("a name"),
        Tells.AGE: words("an age"),
        Tells.BORN: words("a birthday or date"),
        Tells.PLACE: words("a ward, home or school"),
        Tells.PHONE: words("a phone number"),
        Tells.EMAIL: words("an e-mail or account"),
        Tells.POSTCODE: words("a postcode"),
        Tells.ADDRESS: words("an address"),
        Tells.NUMBER: words("a number only one person has"),
    }[passage.tells]


def outermost(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages without those that lie inside another one which tells the same."""
    return tuple(p for p in passages if not any(_holds(other, p) for other in passages if other != p))


def _holds(outer: Passage, inner: Passage) -> bool:
    return outer.tells is inner.tells and outer.start <= inner.start and inner.end <= outer.end


def leaves_for(audiences: Collection[Audience], words: Words) -> str:
    """Where a picture that was looked at is shown outside the room."""
    if Audience.WALL in audiences:
        return words("It is printed, and may hang on the wall.")
    if Audience.PEOPLE in audiences:
        return words("It is printed for the people here, not for the wall.")
    return words("It is not printed. Somebody on it has not said yes.")
