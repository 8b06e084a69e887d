"""The whole workshop at one moment, as a value: what documents and screens are made from."""

from dataclasses import dataclass

from workshop.domain.forms import FormWords
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.domain.outcomes import Cannot, Decision, Promise, Response, Update
from workshop.domain.persons import Answer, Issued, Need, Person, Picture, Signature, Wording
from workshop.domain.records import Drawing, Group, Idea, Membership, Note, Result, Round, Step, Tag, Workshop


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every record, read in one transaction, in a fixed order (position, number, then id).

    Holds names and answers: nothing leaves the room from here but through
    `workshop.domain.facts`, which asks `workshop.domain.consent.may_show`.
    """

    workshop: Workshop
    steps: tuple[Step, ...] = ()
    people: tuple[Person, ...] = ()
    needs: tuple[Need, ...] = ()
    answers: tuple[Answer, ...] = ()
    signatures: tuple[Signature, ...] = ()
    notes: tuple[Note, ...] = ()
    groups: tuple[Group, ...] = ()
    memberships: tuple[Membership, ...] = ()
    ideas: tuple[Idea, ...] = ()
    rounds: tuple[Round, ...] = ()
    results: tuple[Result, ...] = ()
    decisions: tuple[Decision, ...] = ()
    promises: tuple[Promise, ...] = ()
    updates: tuple[Update, ...] = ()
    cannots: tuple[Cannot, ...] = ()
    responses: tuple[Response, ...] = ()
    issued: tuple[Issued, ...] = ()
    tags: tuple[Tag, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    pictures: tuple[Picture, ...] = ()
    wordings: tuple[Wording, ...] = ()
    forms: tuple[FormWords, ...] = ()
    claims: tuple[Claim, ...] = ()
    claim_lines: tuple[ClaimLine, ...] = ()
    rates: tuple[Rate, ...] = ()
