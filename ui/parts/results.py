"""A result as pages show it: only what the facts of a closed vote already allow."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.bridge import Bridge
from ui.parts.vote import expected_of
from ui.words import Words
from workshop.domain.facts import OptionFacts, RoundFacts
from workshop.domain.ids import RoundId
from workshop.domain.kinds import Audience, RoundState
from workshop.domain.records import Round

FIRST_PLACES = 3  # that the room is shown at once, with their equals


@dataclass(frozen=True)
class Chip:
    """A small remark below an idea: its icon, its words, and "amber" or "lilac"."""

    icon: str
    words: str
    kind: str


@dataclass(frozen=True)
class Shown:
    """One row of a result. `cells` are the dots by voice; None where the row is not split."""

    place: str
    equal: str
    title: str
    what: str
    dots: int
    none: str
    chips: tuple[Chip, ...]
    cells: tuple[int, ...] | None
    said: str


def last_round(room: Bridge) -> Round | None:
    """The vote that ended last."""
    ended = [r for r in room.all(Round) if r.state is not RoundState.OPEN]
    return max(ended, key=lambda r: r.number, default=None)


def facts_of(room: Bridge, round_: RoundId) -> RoundFacts | None:
    """What may be said of a vote; None while it is open, when only its ballots are counted."""
    found = room.session.voting.result(round_)
    return found if isinstance(found, RoundFacts) else None


def facts_for_the_room(room: Bridge, round_: Round) -> RoundFacts | None:
    """What may be said of a vote in front of everybody: as it would be printed for people."""
    rounds = room.session.pack.facts(Audience.PEOPLE).rounds
    return next((facts for facts in rounds if facts.number == round_.number), None)


def counts_said(room: Bridge, facts: RoundFacts, words: Words) -> str:
    """Such as: 14 of 14 voted. 40 of 42 dots used."""
    ballots = facts.ballots + facts.spoiled
    expected = max(expected_of(room), ballots)
    said = words("{n} of {m} voted.", n=ballots, m=expected)
    used = words("{n} of {m} dots used.", n=facts.dots_used, m=facts.dots_possible)
    spoiled = words.many("1 sheet could not be counted.", "{n} sheets could not be counted.", facts.spoiled)
    return " ".join((said, used, spoiled) if facts.spoiled else (said, used))


def not_counted(facts: RoundFacts, words: Words) -> list[str]:
    """Why there is no result, and what to do; empty where there is one."""
    if facts.cancelled:
        stopped = words("This vote was stopped. Nothing was counted.")
        return [stopped, words("Why: {why}", why=facts.cancelled)]
    if not facts.counted:
        return [
            words("Fewer than 4 people voted. With so few a vote is not secret."),
            words("Nothing was counted. Talk about the ideas, or vote again."),
        ]
    return []


def apart(facts: RoundFacts) -> frozenset[str]:
    """The titles of the ideas on which voices differ."""
    return frozenset(facts.talk_about) & {row.title for row in facts.rows}


def talk_about(facts: RoundFacts) -> list[str]:
    """What each voice put first, a sentence a voice; empty where voices agree."""
    titles = apart(facts)
    return [sentence for sentence in facts.talk_about if sentence not in titles]


def shown(facts: RoundFacts, row: OptionFacts, words: Words) -> Shown:
    """One row in words."""
    return Shown(
        str(row.place) if row.place else "–",
        words("equal") if row.equal else "",
        row.title,
        row.what,
        row.dots,
        "" if row.dots else words("No dots. Kept on the list."),
        tuple(chips(facts, row, words)),
        row.by_voice,
        row_said(facts, row, words),
    )


def chips(facts: RoundFacts, row: OptionFacts, words: Words) -> list[Chip]:
    """What to say about a row besides its dots."""
    found = []
    if row.title in apart(facts):
        found.append(Chip("split", words("Voices differ: talk about this"), "amber"))
    if row.not_clear is None:
        found.append(Chip("circle-help", words("Some people said “not clear”"), "lilac"))
    elif row.not_clear:
        said = words("{n} people said “not clear”", n=row.not_clear)
        found.append(Chip("circle-help", said, "lilac"))
    return found


def row_said(facts: RoundFacts, row: OptionFacts, words: Words) -> str:
    """What a screen reader says of a row."""
    place = words("Place {n}", n=row.place) if row.place else words("No place")
    parts = [f"{place}, {words('equal')}" if row.equal else place, row.title]
    parts.append(words.many("1 dot", "{n} dots", row.dots))
    if facts.voices and row.by_voice is not None:
        cells = zip(facts.voices, row.by_voice, strict=True)
        parts.extend(f"{words(voice)} {n}" for voice, n in cells)
    elif facts.voices:
        parts.append(words("Not shown by voice"))
    parts.extend(chip.words for chip in chips(facts, row, words))
    return ". ".join(parts)


def first_places(rows: Sequence[OptionFacts]) -> list[OptionFacts]:
    """The rows of the first three places, with all their equals."""
    return [row for row in rows if row.place is not None and row.place <= FIRST_PLACES]


def has_equals(facts: RoundFacts) -> bool:
    """Whether some ideas share a place."""
    return any(row.equal for row in facts.rows)


def rules_said(facts: RoundFacts, words: Words) -> list[str]:
    """The rules of this vote, a line a rule."""
    most = words.many(
        "{dots} dots each, at most 1 on one idea",
        "{dots} dots each, at most {n} on one idea",
        facts.most_per_option,
        dots=facts.dots_each,
    )
    equal = words("Equal scores can be voted on again") if facts.run_off else ""
    return [
        most,
        words("Secret. No totals until closed"),
        words("Ideas in a new order each time"),
        equal or words("Equal scores share a place"),
    ]


def methods(facts: RoundFacts, words: Words) -> list[tuple[str, str, str]]:
    """How people voted: icon, words, number. A small group is counted with the others."""
    if facts.on_paper is None or facts.on_paper in (0, facts.ballots):
        name = words("Paper") if facts.on_paper == facts.ballots else words("Touch screen")
        if facts.on_paper is None:
            name = words("Touch screen and paper")
        return [("vote", name, str(facts.ballots))]
    return [
        ("pointer", words("Touch screen"), str(facts.ballots - facts.on_paper)),
        ("file-text", words("Paper"), str(facts.on_paper)),
    ]


def spoken(facts: RoundFacts, rows: Sequence[OptionFacts], words: Words) -> str:
    """A result as it is read aloud."""
    return "\n".join((facts.question, *(row_said(facts, row, words) for row in rows)))
