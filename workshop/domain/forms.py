"""The consent questions as a workshop asks them: data that its facilitator may change.

A form that was changed is a new version; answers keep the words they were given to (I09).
"""

from dataclasses import dataclass
from typing import ClassVar

from workshop.domain.kinds import Item, Scope


@dataclass(frozen=True, slots=True)
class ItemWords:
    """One question as people see it: at most three short sentences, the last about changing your mind.

    `short` is the question in a list of answers; `more` are sentences for whoever asks for more;
    `asked` is False where this workshop does not ask it, which counts as No for everybody.
    """

    item: Item
    short: str
    question: str
    sentences: tuple[str, ...]
    more: tuple[str, ...] = ()
    asked: bool = True


@dataclass(frozen=True, slots=True)
class FormWords:
    """One version of all questions in one language, as this workshop changed it.

    `until` is the last sentence of every question, with a place for a date; `about` says who asks, why
    and for how long. `number` counts the versions; `checked` is False until a native speaker has read it.
    """

    table: ClassVar[str] = "form"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    number: int
    language: str
    items: tuple[ItemWords, ...]
    until: str = ""
    about: tuple[str, ...] = ()
    checked: bool = False
