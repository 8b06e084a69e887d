"""Finding notes by words as people type them: half-typed, without accents, with a slip of the finger.

Every word that is looked for has to be in the note; how close it is decides the order. One slip is
forgiven in a word of four letters and more, two from eight on. Pictures and scripts that are written
without spaces are found anywhere. What is not in sight of everybody is not in here at all: notes that
lie face down or were put away; those that wait for their place only come where they are asked for.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, MembershipId, NoteId, TagId
from workshop.domain.kinds import NoteKind, NoteState
from workshop.domain.records import Group, Membership, Note
from workshop.domain.spelling import apart, fold_words, is_unspaced, pieces, typos_allowed, unharmed

INSIDE_FROM = 3  # letters: fewer stand inside too many words to mean anything there
SLIP_BEGINS_FROM = 5  # letters of a word that is still being typed, before a slip in it is forgiven
JOINED_FROM = 6
MOST_PIECES = 12  # whoever pastes a whole note finds it by its longest words
FEW = 400  # notes: among so few, only their own words are looked at
LONGEST_SLIP = 40  # letters: a longer run is looked for only as it was typed


class Closeness(IntEnum):
    """How what was typed stands in a note; the best first."""

    WHOLE = 0
    BEGINS = 1
    INSIDE = 2
    ONE_SLIP = 3
    BEGINS_WITH_A_SLIP = 4
    TWO_SLIPS = 5


_FORGIVEN = int(Closeness.ONE_SLIP)  # from here on there is a slip
_SLIPS = {1: Closeness.ONE_SLIP, 2: Closeness.TWO_SLIPS}
_Words = dict[str, set[NoteId]]
_Rank = tuple[int, int]  # how far off the worst piece is, and all pieces together


class Hit(NamedTuple):
    """A note that was found; `almost` when only a forgiven slip brings it here."""

    note: Note
    almost: bool = False


class Index:
    """The words of all notes in sight. Built once, then kept up to date change by change."""

    def __init__(
        self,
        notes: Iterable[Note] = (),
        groups: Iterable[Group] = (),
        memberships: Iterable[Membership] = (),
    ) -> None:
        self._notes: dict[NoteId, Note] = {}
        self._folded: dict[NoteId, str] = {}
        self._by_length: dict[int, _Words] = {}  # words by their length, each with the notes that hold it
        self._unspaced: dict[NoteId, str] = {}
        self._groups: dict[GroupId, Group] = {}
        self._lies_in: dict[GroupId, dict[MembershipId, NoteId]] = {}
        for note in notes:
            self._add(note)
        for group in groups:
            self._groups[group.id] = group
        for membership in memberships:
            self._lies_in.setdefault(membership.group, {})[membership.id] = membership.note

    def __len__(self) -> int:
        """How many notes can be found."""
        return len(self._notes)

    # Keeping up to date

    def apply(self, change: Change) -> None:
        """Take an act into account; it costs what it touched, not how many notes there are."""
        for one in change.diff:
            if isinstance(one.before, Note) or isinstance(one.after, Note):
                self._put(NoteId(one.id), one.after if isinstance(one.after, Note) else None)
            elif isinstance(one.before, Group) or isinstance(one.after, Group):
                self._put_group(GroupId(one.id), one.after if isinstance(one.after, Group) else None)
            else:
                if isinstance(one.before, Membership):
                    self._lies_in[one.before.group].pop(one.before.id, None)
                if isinstance(one.after, Membership):
                    self._lies_in.setdefault(one.after.group, {})[one.after.id] = one.after.note

    def _put(self, id_: NoteId, note: Note | None) -> None:
        before = self._notes.get(id_)
        if before is not None and note is not None and _says(before) == _says(note):
            self._notes[id_] = note
            return
        if before is not None:
            self._forget(before)
        if note is not None:
            self._add(note)

    def _put_group(self, id_: GroupId, group: Group | None) -> None:
        if group is None:
            self._groups.pop(id_, None)
        else:
            self._groups[id_] = group

    def _add(self, note: Note) -> None:
        if note.state is not NoteState.SHOWN:
            return
        folded = fold_words(f"{note.text} {note.translation}")
        self._notes[note.id], self._folded[note.id] = note, folded
        if is_unspaced(folded):
            self._unspaced[note.id] = folded.replace(" ", "")
        for word in _words_of(folded):
            self._by_length.setdefault(len(word), {}).setdefault(word, set()).add(note.id)

    def _forget(self, note: Note) -> None:
        del self._notes[note.id]
        self._unspaced.pop(note.id, None)
        for word in _words_of(self._folded.pop(note.id)):
            holding = self._by_length[len(word)]
            holding[word].discard(note.id)
            if not holding[word]:
                del holding[word]

    # Looking

    def find(
        self,
        text: str,
        kinds: Collection[NoteKind] = (),
        tags: Collection[TagId] = (),
        group: GroupId | None = None,
        waiting: bool = False,
    ) -> tuple[Hit, ...]:
        """The notes that hold all these words, the closest first, then by number; all notes for no words.

        `kinds` and `tags` ask for any of these, `group` for the notes in it. Notes that are `waiting`
        for their place come only where they are asked for: people never do.
        """
        folded = fold_words(text)
        # The longest first: it leaves the fewest notes in which the others have to be looked for.
        asked = sorted(dict.fromkeys(pieces(folded)), key=len, reverse=True)
        found = self._find_all(asked) if asked else self._as_typed(text)
        inside = None if group is None else set(self._lies_in.get(group, {}).values())
        ranked, several = [], len(asked) > 1
        for id_, (worst, together) in found.items():
            note = self._notes[id_]
            if _passes(note, kinds, tags, waiting) and (inside is None or id_ in inside):
                scattered = several and folded not in self._folded[id_]  # together they come first
                ranked.append((worst, together, scattered, note.number, id_))
        ranked.sort()
        return tuple(Hit(self._notes[row[-1]], row[0] >= _FORGIVEN) for row in ranked)

    def find_groups(self, text: str) -> tuple[GroupId, ...]:
        """The groups whose name holds all these words, in their order; a merged group is not seen."""
        asked = pieces(fold_words(text))
        shown = sorted(self._groups.values(), key=lambda g: (g.position, g.id))
        named = [g for g in shown if g.name and g.merged_into is None]
        return tuple(g.id for g in named if asked and all(_is_in(piece, g.name) for piece in asked))

    def _as_typed(self, text: str) -> dict[NoteId, _Rank]:
        """The notes that hold signs which are no words, such as "!?"; all of them for nothing."""
        wanted = text.strip().casefold()
        if not wanted:
            return dict.fromkeys(self._notes, (0, 0))
        return {n.id: (0, 0) for n in self._notes.values() if wanted in n.text.casefold()}

    def _find_all(self, asked: Sequence[str]) -> dict[NoteId, _Rank]:
        """The notes that hold all pieces, with how far off the worst of them is, and all together."""
        found = {
            id_: (close, close)
            for id_, close in self._find_piece(asked[0], self._by_length, self._folded).items()
        }
        for piece in asked[1:MOST_PIECES]:
            few = self._words_among(found) if len(found) <= FEW else self._by_length
            closer = self._find_piece(piece, few, found)
            found = {
                id_: (max(worst, close), together + close)
                for id_, (worst, together) in found.items()
                if (close := closer.get(id_)) is not None
            }
        return found

    def _words_among(self, notes: Iterable[NoteId]) -> dict[int, _Words]:
        """The words of a few notes, by length."""
        by_length: dict[int, _Words] = {}
        for id_ in notes:
            for word in _words_of(self._folded[id_]):
                by_length.setdefault(len(word), {}).setdefault(word, set()).add(id_)
        return by_length

    def _find_piece(
        self, piece: str, by_length: Mapping[int, _Words], among: Iterable[NoteId]
    ) -> dict[NoteId, int]:
        """The notes that hold one piece, each with how close it is there; `by_length` are their words."""
        if is_unspaced(piece):
            return self._find_unspaced(piece)
        holding: dict[Closeness, list[set[NoteId]]] = {}
        for length, words in by_length.items():
            for word, closeness in _alike(piece, length, words):
                holding.setdefault(closeness, []).append(words[word])
        if len(piece) >= JOINED_FROM and min(holding, default=Closeness.ONE_SLIP) >= Closeness.ONE_SLIP:
            holding.setdefault(Closeness.ONE_SLIP, []).append(self._joined(piece, among))
        found: dict[NoteId, int] = {}
        for closeness in sorted(holding, reverse=True):  # the closest is said last, and stays
            for notes in holding[closeness]:
                found.update(dict.fromkeys(notes, int(closeness)))
        return found

    def _joined(self, piece: str, among: Iterable[NoteId]) -> set[NoteId]:
        """The notes that hold what was typed as two words: the slip is a space."""
        return {id_ for id_ in among if piece in self._folded[id_].replace(" ", "")}

    def _find_unspaced(self, piece: str) -> dict[NoteId, int]:
        slips = typos_allowed(len(piece)) if len(piece) <= LONGEST_SLIP else 0
        parts = set(unharmed(piece, slips)) if slips else set()
        found = {}
        for id_, text in self._unspaced.items():
            if piece in text:
                found[id_] = int(Closeness.WHOLE)
            elif parts and (count := _slips_within(piece, text, parts, slips)) <= slips:
                found[id_] = int(_SLIPS[count])
        return found


def _says(note: Note) -> tuple[NoteState, str, str]:
    return note.state, note.text, note.translation


def _words_of(folded: str) -> set[str]:
    return {piece for piece in pieces(folded) if not is_unspaced(piece)}


def _passes(note: Note, kinds: Collection[NoteKind], tags: Collection[TagId], waiting: bool) -> bool:
    right_kind = not kinds or note.kind in kinds
    return right_kind and (not tags or not set(tags).isdisjoint(note.tags)) and (waiting or not note.waiting)


def _is_in(piece: str, name: str) -> bool:
    """Whether a piece stands in a name, as typed or with a slip."""
    folded = fold_words(name)
    if is_unspaced(piece):
        return piece in folded.replace(" ", "")
    words: _Words = {word: set() for word in _words_of(folded)}
    return any(any(_alike(piece, len(word), {word: set()})) for word in words)


def _alike(piece: str, length: int, words: _Words) -> Iterator[tuple[str, Closeness]]:
    """The words of one length that are what was typed, or close to it."""
    typed = len(piece)
    if typed == length and piece in words:
        yield piece, Closeness.WHOLE
    elif typed < length:
        for word in [word for word in words if piece in word]:
            if word.startswith(piece):
                yield word, Closeness.BEGINS
            elif typed >= INSIDE_FROM:
                yield word, Closeness.INSIDE
    slips = typos_allowed(length)
    if slips and abs(typed - length) <= slips:
        yield from _with_slips(piece, words, slips)
    elif SLIP_BEGINS_FROM <= typed < length:
        yield from _begins_with_a_slip(piece, words)


def _with_slips(piece: str, words: _Words, slips: int) -> Iterator[tuple[str, Closeness]]:
    parts = {part for _, part in unharmed(piece, slips)}
    for word in {word for part in parts for word in words if part in word}:
        if 0 < (count := apart(piece, word, slips)) <= slips:
            yield word, _SLIPS[count]


def _begins_with_a_slip(piece: str, words: _Words) -> Iterator[tuple[str, Closeness]]:
    ends = len(piece) + 1
    for place, part in set(unharmed(piece, 1)):
        first, last = max(0, place - 1), place + len(part) + 1
        for word in [word for word in words if part in word]:
            if part in word[first:last] and apart(piece, word[:ends], 1, begins=True) == 1:
                yield word, Closeness.BEGINS_WITH_A_SLIP


def _slips_within(piece: str, text: str, parts: set[tuple[int, str]], slips: int) -> int:
    """The fewest slips with which a piece stands anywhere in a text; more than `slips` for none.

    Only round a part that is right: one of them must be.
    """
    fewest = slips + 1
    for place, part in parts:
        at = text.find(part)
        while at >= 0 and fewest > 1:
            window = text[max(0, at - place - slips) : at - place + len(piece) + slips]
            fewest = min(fewest, apart(piece, window, slips, anywhere=True))
            at = text.find(part, at + 1)
    return fewest
