"""From everything that was said to what a paper about people may say.

Lists and badges name only those who said yes to taking part; free words lose the names of those who did
not agree to be named. What is printed for one person is asked for with that person's number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from workshop.domain.claims import expenses, is_late, payments, prepaid
from workshop.domain.consent import Standing, may_show, standing, years_later
from workshop.domain.equality import ShownTable
from workshop.domain.equality_form import EqualityForm, Question
from workshop.domain.forms import ConsentForm
from workshop.domain.gate import Gate
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Audience, Category, Form, Item, Money, Said
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.paper_facts import (
    About,
    AskedFacts,
    ClaimFacts,
    ClaimLineFacts,
    ClaimsFacts,
    ConsentFacts,
    DayFacts,
    EqualityFacts,
    IssuedFacts,
    NameFacts,
    NamesFacts,
    Paper,
    PaperFacts,
    QuestionFacts,
    SlipFacts,
    TakenBackFacts,
)
from workshop.domain.persons import Answer, Person
from workshop.domain.records import Workshop
from workshop.domain.snapshot import Snapshot
from workshop.errors import RuleBroken

# Papers that are about one person: of these there is one only where that person is said.
OF_ONE_PERSON = frozenset({Paper.SLIP, Paper.TAKEN_BACK})
# Papers that only the team reads; they are in English.
OF_THE_TEAM = frozenset({Paper.TAKEN_BACK, Paper.CLAIMS_SUMMARY, Paper.EQUALITY_SUMMARY, Paper.SAFEGUARDING})
FEWEST_ROWS = 16  # of the list to sign in, so that whoever is not on it finds a line
SPARE_ROWS = 2


@dataclass(frozen=True)
class Wanted:
    """A paper as somebody asks for it. `names` fills it with those who take part; `empty` are places."""

    paper: Paper
    person: PersonId | None = None
    language: str = "en"
    shape: Form = Form.PLAIN
    names: bool = True
    empty: int = 0


def day_facts(day: Workshop, steps: Iterable[str] = (), gate: Gate | None = None) -> DayFacts:
    """The frame of every paper; with a `gate` without the names of those who did not agree to be named."""
    text = gate.text if gate is not None else str
    return DayFacts(
        title=text(day.title),
        question=text(day.question),
        host=day.host,
        place=day.place,
        day=day.day,
        starts=day.starts,
        ends=day.ends,
        practice=day.practice,
        steps=tuple(text(step) for step in steps),
        decided=text(day.decided),
        still_open=text(day.still_open),
        not_open=text(day.not_open),
        sponsor=text(day.sponsor),
        report_back_by=day.report_back_by,
        led_by=day.led_by,
        ring=day.ring,
        change_until=day.change_until,
        names_until=day.names_until,
        consent_until=day.consent_until,
        money_until=day.money_until,
    )


def paper_facts(
    snapshot: Snapshot, wanted: Wanted, form: ConsentForm, equality: EqualityFacts, at: date
) -> PaperFacts:
    """What this paper, made on the day `at`, may say. RuleBroken where it needs a person and has none."""
    return _Filling(snapshot, wanted, form, equality, at).facts()


@dataclass(frozen=True)
class _Filling:
    """One paper on its way from a snapshot."""

    snapshot: Snapshot
    wanted: Wanted
    form: ConsentForm
    equality: EqualityFacts
    at: date

    def facts(self) -> PaperFacts:
        about, people = self._about()
        steps = (step.title for step in self.snapshot.steps)
        day = day_facts(self.snapshot.workshop, steps, self._gate)
        return PaperFacts(self.wanted.paper, day, self.wanted.language, self.wanted.shape, about, people)

    @property
    def _gate(self) -> Gate:
        return Gate.of(self.snapshot, Audience.PEOPLE, self.at)

    def _about(self) -> tuple[tuple[About, ...], tuple[PersonId, ...]]:
        match self.wanted.paper:
            case Paper.CONSENT:
                return self._consent()
            case Paper.SLIP:
                return (self._slip(self._person()),), ()
            case Paper.TAKEN_BACK:
                return (self._taken_back(self._person()),), ()
            case Paper.SIGN_IN | Paper.BADGES:
                return self._names()
            case Paper.CLAIM:
                return self._claims()
            case Paper.CLAIMS_SUMMARY:
                return (self._claims_summary(),), ()
            case Paper.EQUALITY | Paper.EQUALITY_SUMMARY:
                return (self.equality,), ()
        return (), ()

    def _person(self) -> Person:
        found = next((p for p in self.snapshot.people if p.id == self.wanted.person), None)
        if found is None:
            raise RuleBroken("This paper is for one person. Nothing was printed. Please choose somebody.")
        return found

    # Consent

    def _consent(self) -> tuple[tuple[About, ...], tuple[PersonId, ...]]:
        """Blank, or with the number and the name of the person it is for; never with answers."""
        person = self._person() if self.wanted.person else None
        day = self.snapshot.workshop
        consent = consent_facts(self.form, years_later(day.day or self.at, day.consent_years), person)
        return (consent,), ((person.id,) if person else ())

    def _slip(self, person: Person) -> SlipFacts:
        said = {item: standing(self._gate.consents, person.id, item, self.at) for item in Item}
        asked = [words for words in self.form.items if words.asked]
        yes = tuple(words.short for words in asked if said[words.item] is Standing.YES)
        no = tuple(words.short for words in asked if said[words.item] is not Standing.YES)
        return SlipFacts(person.ref, yes, no)

    def _taken_back(self, person: Person) -> TakenBackFacts:
        back = _taken_back(self.snapshot.answers, person.id)
        mine = {note.id for note in self.snapshot.notes if note.author == person.id}
        recall = [d for d in self.snapshot.issued if person.id in d.people or mine & {*d.notes}]
        return TakenBackFacts(
            ref=person.ref,
            items=tuple(words.short for words in self.form.items if words.item in back),
            received=max((answer.given_on for answer in back.values()), default=None),
            wrote_down=next((answer.taken_by for answer in back.values() if answer.taken_by), ""),
            recall=tuple(
                recall_facts(d.number, d.kind, d.sha256, d.made_at, d.given_to, d.back_on) for d in recall
            ),
        )

    # Names

    def _names(self) -> tuple[tuple[About, ...], tuple[PersonId, ...]]:
        """Those who take part, in the order of their names, and empty places after them."""
        here = self._taking_part() if self.wanted.names else []
        names = tuple(NameFacts(p.called, self._photo(p)) for p in here)
        rows = max(FEWEST_ROWS, len(names) + SPARE_ROWS) - len(names)
        empty = self.wanted.empty or (rows if self.wanted.paper is Paper.SIGN_IN else 0)
        return (NamesFacts(names, empty),), tuple(p.id for p in here)

    def _taking_part(self) -> list[Person]:
        here = (
            p
            for p in self.snapshot.people
            if self.wanted.person in (None, p.id)
            and standing(self._gate.consents, p.id, Item.TAKE_PART, self.at) is Standing.YES
        )
        return sorted(here, key=lambda p: p.called.casefold())

    def _photo(self, person: Person) -> bool:
        return may_show(self._gate.consents, person.id, Item.PHOTO_REPORT, self.at)

    # Money

    def _claims(self) -> tuple[tuple[About, ...], tuple[PersonId, ...]]:
        """The claim of one person as it was typed; a blank one where there is none, or nobody is said."""
        if self.wanted.person is None:
            return (), ()
        person = self._person()
        claim = next((c for c in self.snapshot.claims if c.person == person.id), None)
        return (self._claim(person, claim),), (person.id,)

    def _claim(self, person: Person, claim: Claim | None) -> ClaimFacts:
        lines = [line for line in self.snapshot.claim_lines if claim and line.claim == claim.id]
        return ClaimFacts(
            name=person.full_name or person.called,
            ref=person.ref,
            lines=tuple(_line(line) for line in sorted(lines, key=lambda line: line.position)),
            expenses=expenses(lines),
            payments=payments(lines),
            prepaid=prepaid(lines),
            no_payment=bool(claim and claim.no_payment),
            paid_on=claim.paid_on if claim else None,
        )

    def _claims_summary(self) -> ClaimsFacts:
        claims, lines = self.snapshot.claims, self.snapshot.claim_lines
        day = self.snapshot.workshop.day
        return ClaimsFacts(
            claims=len(claims),
            categories=_by_category(lines),
            expenses=expenses(lines),
            payments=payments(lines),
            prepaid=prepaid(lines),
            paid=sum(claim.paid_on is not None for claim in claims),
            waiting=sum(claim.paid_on is None for claim in claims),
            late=sum(is_late(claim, day, self.at) for claim in claims),
        )


def consent_facts(form: ConsentForm, expires: date | None, person: Person | None = None) -> ConsentFacts:
    """The questions that are asked, in their words; for somebody, with their number and what to call them."""
    return ConsentFacts(
        version=form.version,
        about=form.about,
        until=form.until,
        questions=tuple(
            QuestionFacts(words.item, words.short, words.question, words.sentences[:-1])
            for words in form.items
            if words.asked
        ),
        expires=expires,
        ref=person.ref if person else "",
        name=person.called if person else "",
        young=person is None or person.age_group is AgeGroup.UNDER_16,
    )


def equality_facts(form: EqualityForm, tables: tuple[ShownTable, ...] = ()) -> EqualityFacts:
    """The sheet in its own words, and what may be shown of the answers."""
    return EqualityFacts(
        version=form.version,
        place=form.place,
        title=form.title,
        why=form.why,
        how=form.paper,
        asked=tuple(_asked(question) for question in form.questions),
        tables=tables,
    )


def _asked(question: Question) -> AskedFacts:
    """A question with all its answers and their numbers, by which the sheet is typed in.

    "Prefer not to say" stands at the end, in no group.
    """
    words = {code.code: f"{number}. {code.words}" for number, code in question.numbered}
    groups = [(group.words, tuple(words[code.code] for code in group.codes)) for group in question.groups]
    groups.append(("", (words[question.prefer_not.code],)))
    return AskedFacts(question.asks, question.more, tuple(groups), question.several)


def recall_facts(
    number: int, kind: str, sha256: str, made_at: str, given_to: str, back_on: date | None
) -> IssuedFacts:
    """A document that was handed out, as a list to call back names it; `made_at` is ISO text."""
    made = datetime.fromisoformat(made_at).date() if made_at else None
    return IssuedFacts(number, kind, sha256[:8], made, given_to, back_on)


def _taken_back(answers: Iterable[Answer], person: PersonId) -> dict[Item, Answer]:
    """The last word on each question, where it was to take it back."""
    last = {a.item: a for a in sorted(answers, key=lambda a: a.order) if a.person == person}
    return {item: answer for item, answer in last.items() if answer.said is Said.TAKEN_BACK}


def _line(line: ClaimLine) -> ClaimLineFacts:
    return ClaimLineFacts(
        money=line.money,
        category=line.category,
        what=line.what,
        amount=line.amount,
        quantity=line.quantity,
        each=line.each,
        unit=line.unit,
        day=line.day,
        receipt=line.receipt,
        no_receipt=line.no_receipt,
        prepaid=line.prepaid,
    )


def _by_category(lines: Iterable[ClaimLine]) -> tuple[tuple[Money, Category, Decimal], ...]:
    known = [line for line in lines if not line.prepaid]
    kinds = [(m, c) for m in Money for c in Category if any((x.money, x.category) == (m, c) for x in known)]
    return tuple(
        (
            money,
            category,
            sum((x.amount for x in known if (x.money, x.category) == (money, category)), Decimal(0)),
        )
        for money, category in kinds
    )
