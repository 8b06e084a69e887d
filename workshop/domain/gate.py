"""From everything that was said to what a document may show.

Every document, preview and export is made from `Facts`, and `facts_for` is the only place where
they are made. Each note and each name is asked for at `consent.may_show`; what is left out is
counted, never named.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from workshop.domain.called import CalledInText, NotNamed
from workshop.domain.consent import Consents, may_show, standing
from workshop.domain.facts import (
    CannotFacts,
    Facts,
    GroupFacts,
    LeftOut,
    NoteFacts,
    PromiseFacts,
    RegisterRow,
    RoundFacts,
    words_in,
)
from workshop.domain.grouping import arrange
from workshop.domain.identifying import Identifying
from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import (
    Audience,
    BoardLayout,
    GroupKind,
    Item,
    NoteState,
    OwnerKind,
    PromiseStatus,
    Reply,
    RoundState,
    Said,
)
from workshop.domain.names import names_of
from workshop.domain.note_facts import Telling
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Answer, Person, Picture
from workshop.domain.promises import what_is_missing
from workshop.domain.records import Group, Note, Round, Workshop
from workshop.domain.seen import PICTURES_NOT_AGREED, PICTURES_NOT_LOOKED_AT, reason_without
from workshop.domain.small_numbers import Rule
from workshop.domain.snapshot import Snapshot
from workshop.domain.tally import facts_of
from workshop.domain.unnamed import unnamed
from workshop.domain.who_is_here import here

NEVER_TURNED_OVER = "notes that were never turned over"
PUT_AWAY = "notes that were put away"
NOT_AGREED = "notes whose writer did not agree, or took them back"
NAMES_IN_NOTES = "notes that may show who somebody is, not looked at yet"
_REASONS = (
    *(NEVER_TURNED_OVER, PUT_AWAY, NOT_AGREED, NAMES_IN_NOTES),
    *(PICTURES_NOT_LOOKED_AT, PICTURES_NOT_AGREED),
)
NOTE_LEFT_OUT = "[a note that is not printed]"
NAMES_ELSEWHERE = "names of people who did not agree to be named"

ROLES = {
    OwnerKind.STAFF: "Somebody from staff",
    OwnerKind.LIVED: "One of us",
    OwnerKind.JOINT: "Two of us together",
    OwnerKind.ORGANISATION: "The organisation",
}
_GROUP_NAMES = {
    GroupKind.LATER: "For later",
    GroupKind.UNKNOWN: "We don’t know yet",
    GroupKind.WRONG: "We got this wrong",
}


def confidential(audience: Audience) -> bool:
    """Whether a pack for this audience stays with those who keep the records."""
    return audience is Audience.ARCHIVE


def consents_of(snapshot: Snapshot) -> Consents:
    """How everybody stands to every question."""
    return Consents.of(snapshot.people, snapshot.answers, snapshot.wordings, snapshot.forms)


@dataclass(frozen=True)
class Gate:
    """The question "may this be shown?" for one snapshot, one audience and one day."""

    snapshot: Snapshot
    audience: Audience
    at: date
    consents: Consents
    everybody: CalledInText  # all names of the room
    unnamed: NotNamed  # names of those who did not agree to be named

    @classmethod
    def of(cls, snapshot: Snapshot, audience: Audience, at: date) -> "Gate":
        """The gate for a document made on the day `at`."""
        consents = consents_of(snapshot)
        not_named = unnamed(snapshot.people, consents, at)
        return cls(snapshot, audience, at, consents, CalledInText(names_of(snapshot.people)), not_named)

    def reason_to_leave_out(self, note: Note) -> str | None:
        """Why this note may not be printed, or None when it may."""
        if note.state is NoteState.HIDDEN:
            return NEVER_TURNED_OVER
        if not note.text:  # its words were erased with its writer
            return NOT_AGREED
        if note.author is not None and not may_show(self.consents, note.author, Item.NOTES_USED, self.at):
            return NOT_AGREED
        if note.state is NoteState.WITHHELD:
            return PUT_AWAY
        if self._waits_for_a_look(note):
            return NAMES_IN_NOTES
        return None

    def _waits_for_a_look(self, note: Note) -> bool:
        """Whether it holds a name or other words that tell of somebody, and nobody looked at it yet (I10)."""
        if note.names_checked or confidential(self.audience):
            return False
        tells = Identifying.of(frozenset(names_of(self.snapshot.people))).tells_of_somebody
        return tells(note.text, note.language) or tells(note.translation, self.snapshot.workshop.language)

    def reason_without_picture(self, picture: Picture) -> str | None:
        """Why a picture may not be printed with its note, or None when it may (I11)."""
        return reason_without(picture, self.snapshot.pictures, self.consents, self.audience, self.at)

    def text(self, words: str, language: str = "", /) -> str:
        """Words that are no note, without the names of those who did not agree to be named."""
        return self.unnamed.replaced_in(words, language or self.snapshot.workshop.language)

    def copied(self, words: str, source: str) -> str:
        """Words that were copied from `source`: a note that may not be printed takes them along (I02)."""
        return NOTE_LEFT_OUT if source in self._left_out else words

    @cached_property
    def reasons(self) -> dict[NoteId, str | None]:
        """`reason_to_leave_out` of every note, by id."""
        return {note.id: self.reason_to_leave_out(note) for note in self.snapshot.notes}

    @cached_property
    def _left_out(self) -> frozenset[str]:
        """Ids of the notes that may not be printed, and of the options that repeat one of them."""
        notes = {id_ for id_, reason in self.reasons.items() if reason is not None}
        options = (option for round_ in self.snapshot.rounds for option in round_.options)
        return frozenset({*notes, *(option.id for option in options if option.source in notes)})

    def owner(self, promise: Promise) -> str:
        """Who keeps a promise, by name where they agreed, else by role."""
        role = self.text(promise.owner_role or ROLES[promise.owner_kind])
        if promise.owner_person is None:
            named = promise.owner and self.text(promise.owner) == promise.owner
            return promise.owner if named else role if _has_owner(promise) else ""
        if self.hides_owner(promise):
            return role
        return next(p.called for p in self.snapshot.people if p.id == promise.owner_person)

    def hides_owner(self, promise: Promise) -> bool:
        """Whether the owner is somebody of the room who did not agree to be named."""
        owner = promise.owner_person
        return owner is not None and not may_show(self.consents, owner, Item.QUOTE_FIRST_NAME, self.at)


def _has_owner(promise: Promise) -> bool:
    return bool(promise.owner or promise.owner_role)


def facts_for(snapshot: Snapshot, audience: Audience, at: date) -> Facts:
    """What a pack for `audience`, made on the day `at`, may say."""
    gate = Gate.of(snapshot, audience, at)
    printable = _printable(gate)
    left_out = Counter(reason for reason in gate.reasons.values() if reason is not None)
    facts = _frame(gate, audience)
    groups, loose = _groups(gate, printable)
    facts = replace(
        facts,
        groups=groups,
        loose=loose,
        not_printed=sum(left_out.values()),
        rounds=_rounds(gate),
        promises=_promises(gate),
        cannots=_cannots(gate),
        register=_register(gate) if confidential(audience) else (),
        left_out=_left_out(left_out, gate, printable),
    )
    return replace(facts, shows_notes=tuple(printable), shows_people=_shown(gate, facts, printable))


def _shown(gate: Gate, facts: Facts, printable: dict[NoteId, NoteFacts]) -> tuple[PersonId, ...]:
    """Everybody who is named or can be seen anywhere in the facts: so a document can be called back (I04)."""
    language, groups = gate.snapshot.workshop.language, tuple(replace(g, notes=()) for g in facts.groups)
    words = [(said, language) for said in words_in(replace(facts, groups=groups, loose=()))]
    words += [(said, note.language) for note in printable.values() for said in words_in(note)]
    naming = [(said, of) for said, of in words if gate.everybody.found_in(said, of)]
    seen = {p for picture in _pictures_of(gate, printable)[None] for p in picture.people}
    named = {p.id: CalledInText(names_of([p])) for p in gate.snapshot.people}
    return tuple(p for p, called in named.items() if p in seen or any(called.found_in(*n) for n in naming))


def _pictures_of(gate: Gate, notes: Collection[NoteId]) -> dict[str | None, list[Picture]]:
    """The pictures on these notes by why they are left out; None stands for those that are printed."""
    found: dict[str | None, list[Picture]] = {None: []}
    for picture in gate.snapshot.pictures:
        if picture.note in notes:
            found.setdefault(gate.reason_without_picture(picture), []).append(picture)
    return found


def _printable(gate: Gate) -> dict[NoteId, NoteFacts]:
    """The notes that may be printed, with the pictures on them that may be."""
    pictures = [p for p in gate.snapshot.pictures if gate.reason_without_picture(p) is None]
    notes = {note.id: note for note in gate.snapshot.notes if gate.reasons[note.id] is None}
    return Telling(gate.snapshot, gate.text, pictures).notes(notes)


def _frame(gate: Gate, audience: Audience) -> Facts:
    """The day itself: title, question, place, dates, and how many we were."""
    day, people = gate.snapshot.workshop, people_present(gate.snapshot)
    return Facts(
        audience=audience,
        title=gate.text(day.title),
        question=gate.text(day.question),
        host=day.host,
        place=day.place,
        day=day.day,
        starts=day.starts,
        ends=day.ends,
        language=day.language,
        practice=day.practice,
        people=people if people >= _fewest_shown(day) else None,
        notes_written=len(gate.snapshot.notes),
        ideas=_ideas_voted_on(gate.snapshot),
        led_by=day.led_by,
        ring=day.ring,
        change_until=day.change_until,
        next_date=day.next_date,
        next_time=day.next_time,
        no_next_reason=gate.text(day.no_next_reason),
        vote_open=any(r.state is RoundState.OPEN for r in gate.snapshot.rounds),
        kind_names=tuple(replace(kind, name=gate.text(kind.name)) for kind in day.kind_names),
        axes=tuple(map(gate.text, day.axes)),
        layout=day.layout,
    )


def _fewest_shown(day: Workshop) -> int:
    """A smaller count of people is never printed."""
    return Rule.of(day.small_numbers, day.smallest).fewest


def people_present(snapshot: Snapshot) -> int:
    """Whoever came, whatever they answered or took back later.

    Two packs of one day say the same number, so that it tells of nobody who changed their mind.
    """
    voted = max((result.ballots for result in snapshot.results), default=0)
    arrived = here(snapshot.people, {answer.person for answer in snapshot.answers})
    return max(snapshot.workshop.came, len(arrived) + snapshot.workshop.walk_ins, voted)


def _ideas_voted_on(snapshot: Snapshot) -> int:
    closed = [len(r.options) for r in snapshot.rounds if r.state is RoundState.CLOSED]
    return max(closed, default=len(snapshot.ideas))


def _groups(
    gate: Gate, printable: dict[NoteId, NoteFacts]
) -> tuple[tuple[GroupFacts, ...], tuple[NoteFacts, ...]]:
    """The groups with their printable notes, and the notes that lie in no group."""
    snapshot = gate.snapshot
    inside, loose = arrange(snapshot.notes, snapshot.groups, snapshot.memberships)
    shown = {id_: tuple(printable[n] for n in notes if n in printable) for id_, notes in inside.items()}
    groups = (_group_facts(gate, g, shown[g.id]) for g in snapshot.groups if g.id in shown)
    return tuple(g for g in groups if g.notes), tuple(printable[n] for n in loose if n in printable)


def _group_facts(gate: Gate, group: Group, notes: tuple[NoteFacts, ...]) -> GroupFacts:
    name = _GROUP_NAMES.get(group.kind) or gate.text(group.name)
    is_step = gate.snapshot.workshop.layout is BoardLayout.JOURNEY and group.kind is GroupKind.OWN
    return GroupFacts(name, notes, group.checked, group.kind, group.feeling if is_step else None)


def _rounds(gate: Gate) -> tuple[RoundFacts, ...]:
    """The votes that have ended; nothing at all of one that is open (I33)."""
    results = {result.round: result for result in gate.snapshot.results}
    ended = [r for r in gate.snapshot.rounds if r.state is not RoundState.OPEN]
    return tuple(_masked(gate, facts_of(_as_printed(gate, r), results.get(r.id))) for r in ended)


def _as_printed(gate: Gate, round_: Round) -> Round:
    options = (replace(o, title=gate.copied(o.title, o.source)) for o in round_.options)
    return replace(round_, options=tuple(options))


def _masked(gate: Gate, facts: RoundFacts) -> RoundFacts:
    rows = tuple(replace(r, title=gate.text(r.title), what=gate.text(r.what)) for r in facts.rows)
    return replace(
        facts,
        question=gate.text(facts.question),
        criterion=gate.text(facts.criterion),
        rows=rows,
        talk_about=tuple(map(gate.text, facts.talk_about)),
        cancelled=gate.text(facts.cancelled),
    )


def _promises(gate: Gate) -> tuple[PromiseFacts, ...]:
    """The promises in order, then what was decided and nobody has promised yet."""
    promised = [_promise_facts(gate, promise) for promise in gate.snapshot.promises]
    return (*promised, *_decided_without_promise(gate))


def _decided_without_promise(gate: Gate) -> list[PromiseFacts]:
    """A yes that nobody has promised yet is shown as what it is: not yet a promise."""
    promised = {promise.decision for promise in gate.snapshot.promises}
    waiting = [d for d in gate.snapshot.decisions if d.answer is not Reply.NOT_NOW and d.id not in promised]
    after = max((p.number for p in gate.snapshot.promises), default=0)
    return [
        PromiseFacts(
            number=after + i,
            theme=gate.text(gate.copied(decision.title, decision.source)),
            we_will="",
            how_known="",
            who="",
            by_when=None,
            status=PromiseStatus.PROMISED,
            answer=decision.answer,
            why=gate.text(decision.why),
            missing=("who", "by_when", "we_will", "how_known"),
        )
        for i, decision in enumerate(waiting, start=1)
    ]


def _cannots(gate: Gate) -> tuple[CannotFacts, ...]:
    """What was answered "not now", and what was written down as not possible; each with its why."""
    answered = [d for d in gate.snapshot.decisions if d.answer is Reply.NOT_NOW]
    refused = [(gate.copied(d.title, d.source), d.why) for d in answered]
    written = [(c.theme, c.reason) for c in gate.snapshot.cannots]
    return tuple(CannotFacts(gate.text(theme), gate.text(why)) for theme, why in refused + written)


def _promise_facts(gate: Gate, promise: Promise) -> PromiseFacts:
    decision = next((d for d in gate.snapshot.decisions if d.id == promise.decision), None)
    return PromiseFacts(
        number=promise.number,
        theme=gate.text(promise.theme),
        we_will=gate.text(promise.we_will),
        how_known=gate.text(promise.how_known),
        who=gate.owner(promise),
        by_when=promise.by_when,
        status=promise.status,
        answer=decision.answer if decision else None,
        why=gate.text(decision.why) if decision else "",
        missing=what_is_missing(promise),
    )


def _register(gate: Gate) -> tuple[RegisterRow, ...]:
    return tuple(_register_row(gate, person) for person in gate.snapshot.people)


def _register_row(gate: Gate, person: Person) -> RegisterRow:
    answers = [a for a in gate.snapshot.answers if a.person == person.id]
    return RegisterRow(
        ref=person.ref,
        called=person.called,
        age_group=person.age_group,
        states=tuple((i, standing(gate.consents, person.id, i, gate.at).value) for i in Item),
        form=_last(answers).form if answers else "",
        medium=_last(answers).medium.value if answers else "",
        supported=bool(person.supporter) or any(a.support for a in answers),
        expires_on=max((a.expires_on for a in answers if a.expires_on), default=None),
        wrote_down=_last(answers).taken_by if answers else "",
        taken_back=max((a.given_on for a in answers if a.said is Said.TAKEN_BACK), default=None),
    )


def _last(answers: list[Answer]) -> Answer:
    return max(answers, key=lambda a: a.order)


def _left_out(notes: Counter[str], gate: Gate, printable: Collection[NoteId]) -> tuple[LeftOut, ...]:
    """Each reason with its count, in a fixed order."""
    counts = notes | Counter({why: len(p) for why, p in _pictures_of(gate, printable).items() if why})
    left = [LeftOut(reason, counts[reason]) for reason in _REASONS if reason in counts]
    hidden = sum(map(gate.hides_owner, gate.snapshot.promises))
    return tuple([*left, LeftOut(NAMES_ELSEWHERE, hidden)] if hidden else left)
