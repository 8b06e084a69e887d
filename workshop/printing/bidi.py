"""Which way each character runs: the Unicode Bidirectional Algorithm (UAX #9), whole.

Urdu runs to the left, and the English words and numbers inside it to the right. `levels` gives
each character of a paragraph its level: an even one runs to the right, an odd one to the left.
`visual_order` then says in which order the pieces of a line stand on the paper.

The names of the rules (X1, W4, N0, …) are those of the standard.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

DEEPEST = 125
MOST_OPEN_BRACKETS = 63

BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
# These two are the same characters as the CJK ones, and so the same brackets.
SAME_BRACKET = {"\u2329": "\u3008", "\u232a": "\u3009"}
CLOSER = dict(zip(BRACKETS[::2], BRACKETS[1::2], strict=True))

EMBEDDINGS = {"LRE": 0, "RLE": 1, "LRO": 0, "RLO": 1}
OVERRIDES = {"LRO": "L", "RLO": "R"}
ISOLATES = {"LRI", "RLI", "FSI"}
REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
LOOSE_AT_THE_END = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | REMOVED

# How much a class raises the level it stands in: I1 for even levels, I2 for odd ones.
RAISED = ({"R": 1, "AN": 2, "EN": 2}, {"L": 1, "AN": 1, "EN": 1})

# Blocks of characters that will run to the left when they are defined: (first, last, class).
UNDEFINED = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
)


def levels(text: str, base: int | None = None) -> list[int]:
    """The level of each character of one paragraph, as if it were one line.

    `base` is the level of the paragraph, 0 or 1; None takes it from the first strong character.
    Characters that the algorithm removes (`is_removed`) get the level of the one before them.
    """
    given = [_class(character) for character in text]
    match = _matching_isolates(given)
    if base is None:
        base = _first_strong(given, match, 0, len(given)) or 0
    classes, found = _explicit_levels(given, match, base)
    kept = [at for at, name in enumerate(given) if name not in REMOVED]
    # All of them first: resolving changes the levels that they are cut by.
    for sequence in list(_isolating_sequences(given, match, found, kept, base)):
        _resolve(text, classes, found, sequence)
    _fill_removed(given, found, base)
    _reset_whitespace(given, found, base)
    return found


def base_level(text: str) -> int | None:
    """The level that the first strong character of `text` asks for; None when there is none (P2, P3)."""
    given = [_class(character) for character in text]
    return _first_strong(given, _matching_isolates(given), 0, len(given))


def visual_order(line: Sequence[int]) -> list[int]:
    """From the levels of the pieces of a line: their indices, from left to right (L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        start = None
        for at in range(len(order) + 1):
            if at < len(order) and line[order[at]] >= level:
                start = at if start is None else start
            elif start is not None:
                order[start:at] = reversed(order[start:at])
                start = None
    return order


def is_removed(character: str) -> bool:
    """Whether the character only steers the algorithm and has no place on the line (X9)."""
    return _class(character) in REMOVED


def _class(character: str) -> str:
    found = unicodedata.bidirectional(character)
    if found:
        return found
    code = ord(character)
    return next((name for first, last, name in UNDEFINED if first <= code <= last), "L")


def _matching_isolates(given: list[str]) -> dict[int, int]:
    """From each isolate initiator to its PDI and back; those without a partner are absent (BD9)."""
    match: dict[int, int] = {}
    open_ones: list[int] = []
    for at, name in enumerate(given):
        if name in ISOLATES:
            open_ones.append(at)
        elif name == "PDI" and open_ones:
            opener = open_ones.pop()
            match[opener], match[at] = at, opener
        elif name == "B":
            open_ones.clear()
    return match


def _first_strong(given: list[str], match: dict[int, int], start: int, end: int) -> int | None:
    at = start
    while at < end:
        if given[at] == "L":
            return 0
        if given[at] in ("R", "AL"):
            return 1
        at = match.get(at, end) + 1 if given[at] in ISOLATES else at + 1
    return None


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


class _Explicit:
    """The stack of embeddings, overrides and isolates of one paragraph (X1–X8)."""

    def __init__(self, base: int) -> None:
        self.stack = [_Status(base, "", False)]
        self.lost_isolates = self.lost_embeddings = self.open_isolates = 0

    def open(self, direction: int, override: str, isolate: bool) -> None:
        """X2–X5c: go one level deeper, as far as there are levels."""
        level = self.stack[-1].level
        deeper = level + 1 if level % 2 != direction else level + 2
        if deeper <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.open_isolates += isolate
            self.stack.append(_Status(deeper, override, isolate))
        elif isolate:
            self.lost_isolates += 1
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def close_isolate(self) -> None:
        """X6a."""
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.open_isolates:
            self.lost_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self.open_isolates -= 1

    def close_embedding(self) -> None:
        """X7."""
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def _explicit_levels(given: list[str], match: dict[int, int], base: int) -> tuple[list[str], list[int]]:
    """Classes after overrides, and levels after embeddings and isolates."""
    classes, found = given[:], [base] * len(given)
    here = _Explicit(base)
    for at, name in enumerate(given):
        if name in ISOLATES:
            _take(here, classes, found, at)
            direction = 1 if name == "RLI" else 0
            if name == "FSI":
                direction = _first_strong(given, match, at + 1, match.get(at, len(given))) or 0
            here.open(direction, "", True)
        elif name == "PDI":
            here.close_isolate()
            _take(here, classes, found, at)
        elif name in EMBEDDINGS:
            here.open(EMBEDDINGS[name], OVERRIDES.get(name, ""), False)
        elif name == "PDF":
            here.close_embedding()
        elif name == "B":
            here = _Explicit(base)
        elif name != "BN":
            _take(here, classes, found, at)
    return classes, found


def _take(here: _Explicit, classes: list[str], found: list[int], at: int) -> None:
    found[at] = here.stack[-1].level
    classes[at] = here.stack[-1].override or classes[at]


class _Sequence(NamedTuple):
    """Characters that are resolved together, and the direction of what is around them (X10)."""

    places: list[int]
    level: int
    before: str
    after: str


def _isolating_sequences(
    given: list[str], match: dict[int, int], found: list[int], kept: list[int], base: int
) -> Iterator[_Sequence]:
    """Level runs, joined across the isolates between them (BD13)."""
    runs = _level_runs(found, kept)
    run_at = {run[0]: run for run in runs}
    position = {at: number for number, at in enumerate(kept)}
    for run in runs:
        if given[run[0]] == "PDI" and run[0] in match:
            continue
        places, last = list(run), run[-1]
        while given[last] in ISOLATES and last in match:
            following = run_at[match[last]]
            places += following
            last = following[-1]
        level, first = found[places[0]], position[places[0]]
        before = found[kept[first - 1]] if first else base
        end = position[last] + 1
        after = base if given[last] in ISOLATES or end == len(kept) else found[kept[end]]
        yield _Sequence(places, level, "LR"[max(level, before) % 2], "LR"[max(level, after) % 2])


def _level_runs(found: list[int], kept: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in kept:
        if runs and found[runs[-1][-1]] == found[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _resolve(text: str, classes: list[str], found: list[int], sequence: _Sequence) -> None:
    """W1–W7, N0–N2 and I1–I2 on one isolating run sequence."""
    names = [classes[at] for at in sequence.places]
    if names.count("L") == len(names) and sequence.level % 2 == 0:
        return
    original = names[:]
    _resolve_weak(names, sequence)
    if not NEUTRAL.isdisjoint(names):
        _resolve_brackets(text, names, original, sequence)
        _resolve_neutral(names, sequence)
    raised = RAISED[sequence.level % 2]
    for at, name in zip(sequence.places, names, strict=True):
        found[at] += raised.get(name, 0)


def _resolve_weak(names: list[str], sequence: _Sequence) -> None:
    before = strong = sequence.before
    for at, name in enumerate(names):
        if name == "NSM":  # W1
            name = names[at] = "ON" if before in ISOLATES or before == "PDI" else before
        if name == "EN" and strong == "AL":  # W2
            names[at] = "AN"
        elif name in ("L", "R", "AL"):
            strong = name
        before = name
    names[:] = ["R" if name == "AL" else name for name in names]  # W3
    for at in range(1, len(names) - 1):  # W4
        around = names[at - 1]
        if around == names[at + 1] and (
            (names[at] == "CS" and around in ("EN", "AN")) or (names[at] == "ES" and around == "EN")
        ):
            names[at] = around
    _resolve_terminators(names)
    strong = sequence.before
    for at, name in enumerate(names):
        if name in ("L", "R"):
            strong = name
        elif name == "EN" and strong == "L":  # W7
            names[at] = "L"


def _resolve_terminators(names: list[str]) -> None:
    """W5 and W6: % and £ belong to the number beside them, all else becomes neutral."""
    for start, end in _stretches(names, {"ET"}):
        beside = (start and names[start - 1] == "EN") or (end < len(names) and names[end] == "EN")
        names[start:end] = ["EN" if beside else "ON"] * (end - start)
    names[:] = ["ON" if name in ("ES", "CS") else name for name in names]


def _stretches(names: list[str], wanted: set[str] | frozenset[str]) -> list[tuple[int, int]]:
    """The (start, end) of each unbroken stretch of the wanted classes."""
    found: list[tuple[int, int]] = []
    for at, name in enumerate(names):
        if name not in wanted:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _resolve_brackets(text: str, names: list[str], original: list[str], sequence: _Sequence) -> None:
    """N0: a pair of brackets takes its direction from what is in it, then from what is before it."""
    inner = "LR"[sequence.level % 2]
    for opener, closer in _bracket_pairs(text, names, sequence.places):
        inside = {STRONG[name] for name in names[opener + 1 : closer] if name in STRONG}
        if not inside:
            continue
        direction = inner
        if inner not in inside:
            earlier = (STRONG[name] for name in reversed(names[:opener]) if name in STRONG)
            direction = next(earlier, sequence.before)
        for bracket in (opener, closer):
            names[bracket] = direction
            after = bracket + 1
            while after < len(names) and original[after] == "NSM":
                names[after] = direction
                after += 1


def _bracket_pairs(text: str, names: list[str], places: list[int]) -> list[tuple[int, int]]:
    """BD16, sorted by the opening bracket."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for number, at in enumerate(places):
        if names[number] != "ON":
            continue
        character = SAME_BRACKET.get(text[at], text[at])
        if character in CLOSER:
            if len(waiting) == MOST_OPEN_BRACKETS:
                return []
            waiting.append((CLOSER[character], number))
        else:
            found = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == character), None)
            if found is not None:
                pairs.append((waiting[found][1], number))
                del waiting[found:]
    return sorted(pairs)


def _resolve_neutral(names: list[str], sequence: _Sequence) -> None:
    """N1 and N2: between two of the same direction that one, otherwise that of the level."""
    inner = "LR"[sequence.level % 2]
    for start, end in _stretches(names, NEUTRAL):
        left = STRONG[names[start - 1]] if start else sequence.before
        right = STRONG[names[end]] if end < len(names) else sequence.after
        names[start:end] = [left if left == right else inner] * (end - start)


def _fill_removed(given: list[str], found: list[int], base: int) -> None:
    for at, name in enumerate(given):
        if name in REMOVED:
            found[at] = found[at - 1] if at else base


def _reset_whitespace(given: list[str], found: list[int], base: int) -> None:
    """L1: separators, and spaces before them or at the end, run as the paragraph does."""
    loose = True
    for at in range(len(given) - 1, -1, -1):
        if given[at] in ("S", "B"):
            loose = True
        elif given[at] not in LOOSE_AT_THE_END:
            loose = False
        if loose:
            found[at] = base
