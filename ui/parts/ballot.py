"""A ballot while somebody fills it in. It is in memory only, for one turn, and never written down.

It belongs to the person at the screen: it lies in the stage's visit, which is thrown away when they
are done. Nothing here is shown in another window, and a ballot never says what is in it by `repr`.
"""

from dataclasses import dataclass, field, replace

from ui.stage import Stage
from ui.words import Words
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round

BALLOT = "ballot"
VOICE = "voice"


@dataclass(frozen=True, eq=False)
class Marked:
    """The ideas in the order of this turn, with the dots so far. Numbers stay, the order is new."""

    round: RoundId
    order: tuple[Option, ...] = field(repr=False)
    each: int
    most: int
    dots: dict[OptionId, int] = field(default_factory=dict, repr=False)
    not_clear: frozenset[OptionId] = field(default=frozenset(), repr=False)
    page: int = 0

    @property
    def used(self) -> int:
        """How many dots are placed."""
        return sum(self.dots.values())

    @property
    def left(self) -> int:
        """How many dots may still be placed."""
        return self.each - self.used

    def on(self, option: OptionId) -> int:
        """The dots on one idea."""
        return self.dots.get(option, 0)

    def can_take(self, option: OptionId) -> bool:
        """Whether one more dot may go on this idea."""
        return self.left > 0 and self.on(option) < self.most

    def with_dot(self, option: OptionId) -> "Marked":
        """With one dot more on this idea; the same where it cannot take one."""
        return self._with(option, self.on(option) + 1) if self.can_take(option) else self

    def without_dot(self, option: OptionId) -> "Marked":
        """With one dot less on this idea."""
        return self._with(option, max(0, self.on(option) - 1))

    def _with(self, option: OptionId, dots: int) -> "Marked":
        others = {id_: n for id_, n in self.dots.items() if id_ != option}
        return replace(self, dots={**others, option: dots} if dots else others)

    def turned(self, option: OptionId) -> "Marked":
        """With "not clear" said of this idea, or taken back."""
        return replace(self, not_clear=self.not_clear ^ {option})

    def cleared(self) -> "Marked":
        """Without any dot or mark."""
        return replace(self, dots={}, not_clear=frozenset())

    def in_number_order(self) -> tuple[Option, ...]:
        """The ideas as they are reviewed."""
        return tuple(sorted(self.order, key=lambda option: option.number))


def ballot_of(stage: Stage) -> Marked | None:
    """The ballot of this turn, begun when first asked for; None when no vote is open."""
    round_ = stage.open_round()
    if round_ is None:
        return None
    found = stage.visit.get(BALLOT)
    if not isinstance(found, Marked) or found.round != round_.id:
        found = begun(round_, stage.room.session.voting.ballot(round_.id))
        stage.visit[BALLOT] = found
    return found


def begun(round_: Round, order: tuple[Option, ...]) -> Marked:
    """An empty ballot."""
    return Marked(round_.id, order, round_.dots, round_.most_per_option)


def keep(stage: Stage, marked: Marked) -> None:
    """This is the ballot now."""
    stage.visit[BALLOT] = marked


def voice_of(stage: Stage) -> Voice | None:
    """As whom this person votes; None where they left it out."""
    found = stage.visit.get(VOICE)
    return found if isinstance(found, Voice) else None


# In words


def dots_left(marked: Marked, words: Words) -> str:
    """Such as: You have 1 dot left."""
    if marked.left == 0:
        return words("You have no dots left")
    return words.many("You have 1 dot left", "You have {n} dots left", marked.left)


def dots_used(marked: Marked, words: Words) -> str:
    """Such as: You used 2 dots."""
    if marked.used == 0:
        return words("You have placed no dots.")
    return words.many("You used 1 dot.", "You used {n} dots.", marked.used)


def number_said(option: Option, count: int, words: Words) -> str:
    """Such as: Idea 3 of 9. In a vote on some of the ideas a number may be larger than their count."""
    if option.number > count:
        return words("Idea {n}.", n=option.number)
    return words("Idea {n} of {m}.", n=option.number, m=count)


def card_said(marked: Marked, option: Option, words: Words) -> str:
    """What a screen reader says of a card: number, words, this person's dots, dots left."""
    here = words.many("1 of your dots", "{n} of your dots", marked.on(option.id))
    parts = [
        number_said(option, len(marked.order), words),
        f"{option.title}." if option.title[-1:] not in ".?!" else option.title,
        f"{here}.",
        words("You have {n} left", n=marked.left),
    ]
    return " ".join(parts)


def row_said(marked: Marked, option: Option, words: Words) -> str:
    """What a screen reader says of a row of the review."""
    dots = marked.on(option.id)
    said = words.many("1 dot", "{n} dots", dots) if dots else words("no dot")
    if option.id in marked.not_clear:
        said = f"{said}, {words('not clear')}"
    return words("Idea {n}, {dots}", n=option.number, dots=said)
