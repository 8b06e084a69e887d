"""Looking back: what was done last and may be taken back, the day in moments, the board as it was then."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from workshop.domain import grouping, moments, taking_back
from workshop.domain.consent import words_taken_back
from workshop.domain.history import Entry
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState, StepState
from workshop.domain.labels import Label
from workshop.domain.moments import Act, Moment
from workshop.domain.records import Drawing, Group, Idea, Membership, Note, Step, Tag
from workshop.errors import RuleBroken
from workshop.session import own_words
from workshop.session.actions import action
from workshop.session.board_part import BoardPart
from workshop.session.context import Context
from workshop.storage import drafts, earlier
from workshop.storage.log import Line

_NAMED: tuple[type[Group] | type[Idea] | type[Step], ...] = (Group, Idea, Step)
SHORT = 28  # letters of a note by which people know it again
# The acts in which a step begins or ends, or quiet writing does.
_TURNS = (
    Label.MAKE_WORKSHOP,
    Label.REMOVE_STEP,
    Label.START_STEP,
    Label.FINISH_STEP,
    Label.HIDE_WRITING,
    Label.REVEAL,
    Label.CLOSE_DAY,
)
_Silent = Callable[[Iterable[Note]], frozenset[NoteId]]
_TAKEN_BACK = "The writer took these words back. Nothing was changed."
_GONE = "Somebody was taken out of this workshop since. What was gone before stays gone. Nothing was changed."


@dataclass(frozen=True)
class Recent:
    """An act that can be taken back. `what` are the first words of what it was about, "" for several.

    `many` says how many notes it was about. Nothing is said of a note that not everybody may read, and
    never when it was: in quiet writing that would tell who wrote what.
    """

    seq: int
    label: str
    what: str = ""
    many: int = 1


@dataclass(frozen=True)
class BoardThen:
    """The notes in sight after an act, and the groups; of what lay face down only how many there were.

    A back has no words, no place, and an id that says nothing: who compares two moments learns nothing.
    """

    notes: tuple[Note, ...]
    groups: tuple[Group, ...]
    memberships: tuple[Membership, ...]


class LookingBack:
    """The part of a session that reads what happened."""

    _context: Context

    # What may be taken back

    def recent(self, most: int = 3, *, of_people: bool = True) -> tuple[Recent, ...]:
        """The last acts that can be taken back, the latest first.

        Of people: what was done at the board in the last two minutes, but nothing about a note that
        somebody is writing on now, or that waits, nor that one from paper was typed. Else all that the
        facilitator can still undo. Nobody is offered what lies face down: they would take words away
        that they do not know, and nobody would miss them.
        """
        found: list[Recent] = []
        silent = _silence(self._context)
        fresh = (entry for entry, _ in self._fresh())
        for entry in fresh if of_people else reversed(self._context.store.history.done):
            if len(found) == most:
                break
            recent = self._in_words(entry, of_people, silent)
            if recent is not None:
                found.append(recent)
        return tuple(found)

    def may_take_back(self, seq: int, *, of_people: bool = True) -> bool:
        """Whether this act may be taken back now: what was offered may be old, or about hidden words."""
        entry = self._context.store.history.find(seq)
        if entry is None or not of_people:
            return entry is not None
        is_fresh = any(act.seq == seq for act, _ in self._fresh())
        return is_fresh and self._in_words(entry, True, _silence(self._context)) is not None

    def again(self) -> Recent | None:
        """The act that `redo` would do again, for the facilitator; None when there is none."""
        undone = self._context.store.history.undone
        return self._in_words(undone[-1], False, _silence(self._context)) if undone else None

    def fresh_notes(self) -> frozenset[NoteId]:
        """The notes whose words people may still change or take back themselves."""
        store, now = self._context.store, self._context.clock()
        fresh = set()
        for entry, at in self._fresh():
            if entry.label != Label.ADD_NOTE:
                continue
            for line in earlier.lines_of(store, entry.seq):
                note = store.get(Note, line.id) if line.table == Note.table else None
                if note is not None and taking_back.may_change(note, at, now):
                    fresh.add(note.id)
        return frozenset(fresh)

    def _fresh(self) -> Iterator[tuple[Entry, datetime]]:
        store = self._context.store
        acts = reversed(store.history.done[-taking_back.LOOKED_AT :])
        return taking_back.fresh_acts(acts, store.acted_at, self._context.clock())

    def _in_words(self, entry: Entry, of_people: bool, silent: _Silent) -> Recent | None:
        """The act as it is offered; None for one that is not to be touched, for whatever reason."""
        store = self._context.store
        lines = earlier.lines_of(store, entry.seq)
        notes = [note for id_ in _notes_of(lines) if (note := store.get(Note, id_)) is not None]
        if any(map(_never_seen, notes)):
            return None
        if of_people:
            open_pages = {draft.note for draft in drafts.kept(store.database)}
            if any(n.id in open_pages or not _is_of_people(n, entry.label) for n in notes):
                return None
        what = ""
        if len(notes) == 1:
            what = _shown(notes[0], silent)
        elif not notes:
            what = self._named(lines)
        return Recent(entry.seq, entry.label, _first_words(what), max(1, len(notes)))

    def _named(self, lines: list[Line]) -> str:
        """The name of the group, or the title of the idea or the step, that an act was about."""
        for line in lines:
            found = (self._context.store.get(cls, line.id) for cls in _NAMED if cls.table == line.table)
            for record in found:
                if record is not None:
                    return record.name if isinstance(record, Group) else record.title
        return ""

    # The day

    def moments(self) -> tuple[Moment, ...]:
        """The day so far, by minute and step, from the beginning on."""
        return moments.moments(self._acts())

    def _acts(self) -> Iterator[Act]:
        titles = {str(step.id): step.title for step in self._context.store.all(Step)}
        step, quiet = "", False
        for mark in earlier.acts(self._context.store, _TURNS):
            was_quiet = quiet
            for line in mark.lines:
                step, quiet = _after(line, titles, step, quiet)
            at = datetime.fromtimestamp(mark.at)
            yield Act(mark.seq, at, mark.label, step, was_quiet and quiet, mark.reverts is not None)

    def board_at(self, seq: int) -> BoardThen:
        """The board as it was after the act with this number; what was taken back has no words in it."""
        then = earlier.rows_at(self._context.store, seq, Note, Group, Membership)
        notes = then.all(Note)
        silent = _silence(self._context)(notes)
        shown = (note for note in notes if note.state is NoteState.SHOWN)
        seen = [replace(n, text="", translation="") if n.id in silent else n for n in shown]
        hidden = [_back(i) for i in range(sum(note.state is NoteState.HIDDEN for note in notes))]
        known = {note.id for note in seen}
        lying = tuple(m for m in then.all(Membership) if m.note in known)
        return BoardThen((*seen, *hidden), then.all(Group), lying)


class BringBack(BoardPart):
    """The one act of looking back."""

    @action
    def bring_back(self, note: NoteId, seq: int) -> None:
        """Give a note the words and the kind that it had after act `seq`, and show it again."""
        context = self._context
        context.need_open_day()
        earlier_ = earlier.rows_at(context.store, seq, Note, Drawing)
        then = earlier_.get(Note, note)
        # Whether it lay face down or was not written yet is not said: that would tell who wrote when.
        if then is None or then.state is not NoteState.SHOWN:
            raise RuleBroken("This note was not in sight then. Nothing was changed.")
        if not then.text:
            raise RuleBroken("The words of this note were erased. Nothing was changed.")
        if _silence(context)([then]):
            raise RuleBroken(_TAKEN_BACK)
        now = context.store.get(Note, note)
        if now is not None:
            back = grouping.keep_tops([_as_it_was(now, then)], self._stack_of(note))
            context.store.apply(Label.BRING_BACK, back)
            return
        if any(mark.seq > seq and mark.label == Label.ERASE_PERSON for mark in earlier.acts(context.store)):
            raise RuleBroken(_GONE)
        drawn = [drawing for drawing in earlier_.all(Drawing) if drawing.note == note]
        context.store.apply(Label.BRING_BACK, [self._made_again(then), *drawn])

    def _made_again(self, then: Note) -> Note:
        """A note whose writing was undone, without what is not there any more."""
        tags = tuple(tag for tag in then.tags if self._context.store.get(Tag, tag) is not None)
        return replace(then, tags=tags, same_as=None, waiting=False, names_checked=False)


def _as_it_was(now: Note, then: Note) -> Note:
    """The note with its words and kind of then, in sight; its place and its writer are those of now."""
    if now.state is NoteState.HIDDEN:
        raise RuleBroken("This note lies face down. Nothing was changed. Please turn it over first.")
    return replace(
        now,
        text=then.text,
        translation=then.translation,
        language=then.language,
        kind=then.kind,
        state=NoteState.SHOWN,
        withheld_reason="",
        names_checked=now.names_checked and now.text == then.text,
        same_as=None,
        waiting=False,
    )


def _after(line: Line, titles: Mapping[str, str], step: str, quiet: bool) -> tuple[str, bool]:
    """The running step and whether writing is quiet, after one line of an act."""
    after = line.after or {}
    if line.table == "workshop" and "writing_hidden" in after:
        return step, bool(after["writing_hidden"])
    if line.table == "step" and "state" in after:
        title = titles.get(line.id, "")
        if after["state"] == StepState.STARTED:
            return title, quiet
        return ("" if step == title else step), quiet
    return step, quiet


def _notes_of(lines: list[Line]) -> list[NoteId]:
    """The notes that an act was about, also those that only went into a group or out of it."""
    found = []
    for line in lines:
        if line.table == Note.table:
            found.append(line.id)
        elif line.table in ("membership", "drawing"):
            found.append(str((line.after or line.before or {}).get("note", "")))
    return [NoteId(id_) for id_ in dict.fromkeys(found)]


def _silence(context: Context) -> _Silent:
    """Finds those notes whose writer is known and does not want their words used any more."""
    consents = own_words.consents_in(context)
    return partial(words_taken_back, consents=consents, at=context.today())


def _never_seen(note: Note) -> bool:
    """Whether a note lies face down, or was put away so: until it is turned over it has no number."""
    return note.number < 0


def _is_of_people(note: Note, label: str) -> bool:
    """Whether people may take back what they did to this note; what was typed at the desk, they may not."""
    in_sight = note.state is NoteState.SHOWN and not note.waiting
    return in_sight and (label != Label.ADD_NOTE or note.source in taking_back.AT_THE_SCREEN)


def _shown(note: Note, silent: _Silent) -> str:
    """The words of a note, as far as they may stand in a list of acts."""
    return "" if silent([note]) else note.text


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= SHORT:
        return line
    cut = line[:SHORT]
    whole = cut.rsplit(" ", 1)[0]
    return f"{whole if len(whole) > SHORT // 2 else cut} …"


def _back(place: int) -> Note:
    """A note that lay face down: nothing of it but that it was there."""
    return Note(NoteId(f"face down {place}"), -1 - place, "", state=NoteState.HIDDEN)
