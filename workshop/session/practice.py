"""The practice day: a whole invented workshop, played through the same doorway as a real one.

Fourteen people arrive and answer, write in nine scripts, group, vote in secret, decide and promise;
packs are made; somebody changes her mind, and the packs are made again without her words. With
texts of a file instead, those are the notes. Nobody in it is real.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from workshop.domain.facts import LeftOut
from workshop.domain.ids import DecisionId, GroupId, NoteId, OptionId, PersonId, PromiseId
from workshop.domain.kinds import Audience, GroupKind, PromiseStatus, Voice
from workshop.domain.records import Option
from workshop.errors import RuleBroken
from workshop.session import invented, practice_people
from workshop.session.board import NoteToBringIn
from workshop.session.exports import KINDS, export
from workshop.session.pack import MadeDocument
from workshop.session.people import Look, NameDecision, Recall
from workshop.session.session import Session
from workshop.session.voting import PaperBallot, RoundOpened

FEWEST, MOST = 4, 200
NOTES_IN_A_PILE = 12
LONGEST_TITLE = 80


@dataclass(frozen=True)
class PlayedDay:
    """What a practice day left behind."""

    workshop: Path
    documents: tuple[MadeDocument, ...]
    exports: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    notes: int
    people: int
    ballots: int
    promises: int
    recall: tuple[Recall, ...]


def play(
    out: Path,
    *,
    people: int = 14,
    notes: Sequence[NoteToBringIn] = (),
    seed: int | None = None,
    clock: Callable[[], datetime] = datetime.now,
) -> PlayedDay:
    """Play the whole day into the folder `out`, which then holds the workshop, its packs and exports."""
    day = _Day(out, clock, seed, min(max(people, FEWEST), MOST), tuple(notes))
    try:
        return day.play()
    finally:
        day.session.close()


@dataclass
class _Day:
    """One practice day while it is played."""

    out: Path
    clock: Callable[[], datetime]
    seed: int | None
    people: int
    notes: tuple[NoteToBringIn, ...]
    session: Session = field(init=False)
    here: dict[str, PersonId] = field(default_factory=dict)
    groups: dict[str, GroupId] = field(default_factory=dict)
    told: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.told = invented.told()
        folder = self.out / "workshop"
        if folder.exists():
            raise RuleBroken(
                "A practice day lies in that folder. Nothing was changed. Please name another one."
            )
        if self.notes:
            self._tell_of_a_file()
        title = self.told["workshop"]["title"]
        self.session = Session.make(folder, title, None, self.clock, seed=self.seed)
        self.chance = random.SystemRandom() if self.seed is None else random.Random(self.seed)

    def _tell_of_a_file(self) -> None:
        """With notes of a file the day is about them: nothing of the story is said over others' words."""
        self.told |= self.told["with_a_file"]

    def play(self) -> PlayedDay:
        """The day from the first chair to the last sheet."""
        invented.plan_day(self.session, self.told, self.people)
        self._arrive()
        self._about_people()
        self._write()
        opened = self._open_vote(self._make_ideas())
        self._vote(opened)
        ballots = self.session.voting.close_round(opened.round).ballots
        self._promise(opened)
        self._goodbye()
        first = self._packs()
        recall = self._change_of_mind()
        documents, left_out = self._packs() if recall else first
        exports = export(self.session, self.out / "exports", KINDS)
        counts = self.session.pack.facts(Audience.ARCHIVE)
        return PlayedDay(
            workshop=self.out / "workshop",
            documents=documents,
            exports=exports,
            left_out=left_out,
            notes=counts.notes_written,
            people=len(self.here),
            ballots=ballots,
            promises=sum(1 for p in counts.promises if not p.missing),
            recall=recall,
        )

    # Before and at the door

    def _do(self, name: str, **parameters: Any) -> Any:
        return self.session.perform({"do": name, **parameters})["result"]

    def _arrive(self) -> None:
        told = self.told["people"][: self.people]
        more = [self._guest(number) for number in range(len(told) + 1, self.people + 1)]
        for person in [*told, *more]:
            self.here[person["called"]] = invented.one_arrives(self.session, person)

    def _guest(self, number: int) -> dict[str, Any]:
        """Beyond the fourteen of the story, guests who all agree to everything that a day needs."""
        voice = list(Voice)[number % len(Voice)]
        return {"called": f"Guest {number}", "voices": [voice.value], "yes": ["take_part", "notes_used"]}

    def _about_people(self) -> None:
        """Money, equality answers and the dates for which all of it is kept."""
        today = self.clock().date()
        practice_people.money(self.session, self.here, self.told["money"], today)
        # Chance of its own: the votes of a repeatable day do not depend on who answers what here.
        chance = random.SystemRandom() if self.seed is None else random.Random(f"equality {self.seed}")
        practice_people.equality(self.session, chance, len(self.here))
        practice_people.keep_until(self.session, self.told["keep_days"], today)

    # Notes and groups

    def _write(self) -> None:
        if self.notes:
            self._write_from_file()
        else:
            self._write_the_story()
        self._look_at_names()

    def _write_from_file(self) -> None:
        """The notes of the file in their order; those without a group lie in piles."""
        piled = [self._in_a_pile(note, index) for index, note in enumerate(self.notes)]
        self.session.board.bring_in(piled)
        names = dict.fromkeys(note.group for note in piled)
        self.groups = dict(zip(names, self._group_ids(), strict=True))

    def _in_a_pile(self, note: NoteToBringIn, index: int) -> NoteToBringIn:
        if note.group:
            return note
        pile = f"Pile {index // NOTES_IN_A_PILE + 1}"
        return NoteToBringIn(note.text, pile, note.kind, note.source, note.language)

    def _group_ids(self) -> list[GroupId]:
        return [g.id for g in self.session.place.store.snapshot().groups]

    def _write_the_story(self) -> None:
        board = self.session.board
        for note in self.told["prepared"]:
            self._note(note)
        board.hide_writing()
        written = {group["name"]: [self._note(n) for n in group["notes"]] for group in self.told["groups"]}
        loose = {note["text"]: self._note(note) for note in self.told["loose"]}
        later = [self._note(note) for note in self.told["later"]]
        board.reveal()
        for name, notes in written.items():
            self.groups[name] = board.make_group(name, notes).group
            board.mark_checked(self.groups[name])
        board.make_group("", later, GroupKind.LATER)
        put_away = self.told["put_away"]
        board.withhold_note(loose[put_away["text"]], put_away["reason"])
        self._never_shown()

    def _never_shown(self) -> None:
        """One note that its writer never turned over: counted, never printed (I20)."""
        self.session.board.hide_writing()
        for note in self.told["never_shown"]:
            self._note(note)

    def _note(self, note: dict[str, Any]) -> NoteId:
        author = self.here.get(note.get("author", ""))
        return NoteId(self._do("board.add_note", **{**note, "author": author})["note"])

    def _look_at_names(self) -> None:
        """The facilitator looks at each note that waits for it: one is left out, the others stay."""
        left_out = self.told["review"]["text"]
        self.session.people.review_names(
            [
                NameDecision(note.id, Look.LEAVE_OUT if note.text == left_out else Look.KEEP)
                for note in self.session.pack.waiting_for_a_look()
            ]
        )

    # Ideas, the vote, promises

    def _make_ideas(self) -> list[str]:
        ideas = self._ideas_from_file() if self.notes else self.told["ideas"]
        return [
            self.session.board.add_idea(
                idea["title"], idea["what"], origin=[self.groups[idea["group"]]], agreed=True
            ).idea
            for idea in ideas
        ]

    def _ideas_from_file(self) -> list[dict[str, Any]]:
        """To work on one pile is an idea, at most nine; with one pile, to read it alone or together."""
        piles = list(self.groups)[:9]
        if len(piles) > 1:
            return [{"title": f"Work on “{_first_words(p)}” first", "what": "", "group": p} for p in piles]
        ways = ("Read them together", "Read them alone, then talk")
        return [{"title": way, "what": "", "group": pile} for pile in piles for way in ways]

    def _open_vote(self, ideas: list[str]) -> RoundOpened:
        return self.session.voting.open_round(
            self.told["vote"]["question"], self.told["vote"]["criterion"], list(ideas), by_voice=True
        )

    def _vote(self, opened: RoundOpened) -> None:
        """Everybody votes once: some by touch, the last on paper, typed in as one batch."""
        voices = [self._voice_of(person) for person in self.here]
        on_paper = min(self.told["paper_voters"], len(voices))
        for voice in voices[: len(voices) - on_paper]:
            ballot = self.session.voting.ballot(opened.round)
            self.session.voting.cast(opened.round, self._choices(ballot), voice)
        sheets = [
            PaperBallot(self._choices(opened.options), voice) for voice in voices[len(voices) - on_paper :]
        ]
        dots = sum(sum(sheet.choices.values()) for sheet in sheets)
        self.session.voting.cast_paper(opened.round, sheets, on_paper, dots, 0, "Leanne", "Ruth")

    def _voice_of(self, called: str) -> Voice | None:
        person = next((p for p in self.told["people"] if p["called"] == called), None)
        return Voice(person["voices"][0]) if person else Voice.OTHER

    def _choices(self, ballot: Sequence[Option]) -> dict[OptionId, int]:
        """Three dots, more likely on the ideas of low number; a dot may stay unused."""
        liked = len(ballot) - 2 if len(ballot) > 5 else len(ballot)
        weights = [max(1, 14 - 2 * option.number) if option.number <= liked else 0 for option in ballot]
        choices: dict[OptionId, int] = {}
        for _ in range(self.chance.choice((2, 3, 3, 3))):
            option = self.chance.choices(ballot, weights)[0].id
            choices[option] = min(2, choices.get(option, 0) + 1)
        return choices

    def _promise(self, opened: RoundOpened) -> None:
        options = {option.number: option for option in opened.options}
        for told in self.told["decisions"]:
            if told["idea"] in options:
                option = options[told["idea"]]
                answer = {"option": option.id, "answer": told["answer"], "why": told.get("why", "")}
                decision = DecisionId(self._do("promises.decide", **answer)["decision"])
                if "promise" in told:
                    self._keep_promise(option.title, decision, dict(told["promise"]))
        for cannot in self.told["cannots"]:
            self._do("promises.cannot", **cannot)
        self._later_word()

    def _keep_promise(self, theme: str, decision: DecisionId, told: dict[str, Any]) -> None:
        days = told.pop("days", None)
        when = str(self.clock().date() + timedelta(days=days)) if days else None
        self._do("promises.promise", theme=theme, decision=decision, by_when=when, **told)

    def _later_word(self) -> None:
        done = self.told["done"]
        for promise in self.session.place.store.snapshot().promises:
            if promise.number == done["promise"]:
                status = PromiseStatus(done["status"])
                self.session.promises.update(PromiseId(promise.id), status, done["note"])

    # The end of the day

    def _goodbye(self) -> None:
        next_date = self.clock().date() + timedelta(days=self.told["next_in_days"])
        self.session.plan.close_day(next_date, self.told["next_time"])

    def _packs(self) -> tuple[tuple[MadeDocument, ...], tuple[LeftOut, ...]]:
        """A pack for each audience; what was left out of the people's."""
        made = {
            audience: self.session.pack.make(audience, self.out / "packs" / audience.value)
            for audience in Audience
        }
        documents = tuple(document for pack in made.values() for document in pack.documents)
        return documents, made[Audience.PEOPLE].left_out

    def _change_of_mind(self) -> tuple[Recall, ...]:
        """Somebody takes everything back after the packs were made."""
        person = self.here.get(self.told["withdraws"])
        return self.session.people.withdraw(person).recall if person else ()


def in_words(played: PlayedDay) -> Iterator[str]:
    """What a practice day made, a sentence a line."""
    yield f"A practice day with {played.people} invented people is over."
    yield f"{played.notes} notes, {played.ballots} ballots, {played.promises} promises."
    for left in played.left_out:
        yield f"Left out of the people's pack, {left.what}: {left.count}."
    if played.recall:
        yield f"Somebody took back her yes: {len(played.recall)} documents were to be called back."
    for document in played.documents:
        pages = "1 page" if document.pages == 1 else f"{document.pages} pages"
        yield f"{document.path} ({pages}, HTML and TXT beside it)"
    for path in played.exports:
        yield str(path)


def _first_words(text: str) -> str:
    """The beginning of a name, short enough for a title, cut between words."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_TITLE:
        return line
    cut = line[:LONGEST_TITLE]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
