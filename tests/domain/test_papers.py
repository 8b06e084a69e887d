"""What papers about people may say: random workshops, searched for the names of those who said no."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as given_any

from tests import given
from tests.domain.canaries import made_person, snapshots
from tests.given import TODAY
from workshop.domain import papers
from workshop.domain.consent import Consents, Standing, standing
from workshop.domain.facts import words_in
from workshop.domain.forms import ConsentForm, ItemWords
from workshop.domain.kinds import AgeGroup, Audience, Category, Item, Money, Said
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.paper_facts import (
    ClaimFacts,
    ClaimsFacts,
    ConsentFacts,
    EqualityFacts,
    NameFacts,
    NamesFacts,
    Paper,
    PaperFacts,
    SlipFacts,
    TakenBackFacts,
)
from workshop.domain.papers import OF_ONE_PERSON, Wanted, paper_facts
from workshop.domain.persons import Issued, Person
from workshop.domain.snapshot import Snapshot
from workshop.errors import RuleBroken

SENTENCES = ("One sentence.", "Another.", "You can change your mind until the date on your slip.")
FORM = ConsentForm(
    "own 2",
    "en",
    tuple(ItemWords(item, f"Short {item}", f"May we {item}?", SENTENCES) for item in Item),
    "You can change your mind until {date}.",
    ("We ask you.",),
)


def made(snapshot: Snapshot, wanted: Wanted) -> PaperFacts:
    return paper_facts(snapshot, wanted, FORM, EqualityFacts(), TODAY)


def consents_of(snapshot: Snapshot) -> Consents:
    return Consents.of(snapshot.people, snapshot.answers, snapshot.wordings, snapshot.forms)


# Nobody who did not agree


def leaks(snapshot: Snapshot) -> Iterator[str]:
    """Every word about somebody that stands in a paper and may not."""
    consents = consents_of(snapshot)
    for paper in Paper:
        if paper in OF_ONE_PERSON:
            continue
        text = "\n".join(words_in(made(snapshot, Wanted(paper))))
        for person in snapshot.people:
            yield from (f"{paper} {word}" for word in hidden(person, consents, paper) if word in text)


def hidden(person: Person, consents: Consents, paper: Paper) -> list[str]:
    """What may not stand in this paper of somebody."""
    answers = {item: standing(consents, person.id, item, TODAY) is Standing.YES for item in Item}
    named = answers[Item.TAKE_PART] and answers[Item.QUOTE_FIRST_NAME]
    listed = answers[Item.TAKE_PART] and paper in (Paper.SIGN_IN, Paper.BADGES)
    never = [person.contact, person.leaves_by, f"Zneed{person.ref}", f"Zwitness{person.ref}"]
    return [*never, *([] if named or listed else [person.called])]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given_any(snapshots())
def test_no_paper_names_somebody_who_did_not_agree(snapshot: Snapshot) -> None:
    assert list(leaks(snapshot)) == []


def room(**said: Said) -> tuple[Snapshot, Person]:
    """One person who said these things, and another who said nothing."""
    ada, bea = made_person(1, AgeGroup.ADULT), made_person(2, AgeGroup.ADULT)
    answers = [given.answer(ada, Item(item), word) for item, word in said.items()]
    snapshot = Snapshot(
        given.workshop("The waiting room", day=date(2026, 3, 1)),
        people=(ada, bea),
        answers=tuple(answers),
        wordings=given.wordings(answers),
    )
    return snapshot, ada


def test_a_list_that_asks_nobody_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Breaks the gate on purpose: the same search finds the name of whoever said nothing."""
    snapshot, _ada = room(take_part=Said.NO)
    assert list(leaks(snapshot)) == []
    monkeypatch.setattr(papers, "standing", lambda *_: Standing.YES)
    assert {leak.split()[0] for leak in leaks(snapshot)} == {"sign_in", "badges"}


def test_lists_name_those_who_take_part_and_leave_room_for_others() -> None:
    snapshot, ada = room(take_part=Said.YES)
    facts = made(snapshot, Wanted(Paper.SIGN_IN))
    assert facts.about == (NamesFacts((NameFacts(ada.called),), 15),)
    assert (facts.shows_people, facts.confidential) == ((ada.id,), True)
    blank = made(snapshot, Wanted(Paper.SIGN_IN, names=False, empty=20))
    assert (blank.about, blank.shows_people) == ((NamesFacts((), 20),), ())


def test_a_badge_says_photo_only_after_a_yes() -> None:
    for word, photo in ((Said.YES, True), (Said.NO, False), (Said.TAKEN_BACK, False)):
        snapshot, ada = room(take_part=Said.YES, photo_report=word)
        assert made(snapshot, Wanted(Paper.BADGES)).about == (NamesFacts((NameFacts(ada.called, photo),), 0),)


# One person


def test_a_form_for_somebody_has_their_number_and_no_answer() -> None:
    snapshot, ada = room(take_part=Said.YES, photo_report=Said.YES)
    facts = made(snapshot, Wanted(Paper.CONSENT, ada.id))
    (form,) = facts.about
    assert isinstance(form, ConsentFacts)
    assert (form.ref, form.name, form.version) == (ada.ref, ada.called, "own 2")
    assert form == replace(_blank(snapshot), ref=ada.ref, name=ada.called, young=False)
    assert facts.confidential and not made(snapshot, Wanted(Paper.CONSENT)).confidential


def _blank(snapshot: Snapshot) -> ConsentFacts:
    (form,) = made(snapshot, Wanted(Paper.CONSENT)).about
    assert isinstance(form, ConsentFacts)
    return form


def test_what_is_not_asked_is_not_on_the_form() -> None:
    snapshot, _ada = room()
    form = replace(FORM, items=tuple(replace(w, asked=w.item is Item.TAKE_PART) for w in FORM.items))
    facts = paper_facts(snapshot, Wanted(Paper.CONSENT), form, EqualityFacts(), TODAY)
    (asked,) = facts.about
    assert isinstance(asked, ConsentFacts)
    assert [question.item for question in asked.questions] == [Item.TAKE_PART]
    assert asked.questions[0].sentences == SENTENCES[:-1]


def test_the_slip_says_what_was_answered_and_names_nobody() -> None:
    snapshot, ada = room(take_part=Said.YES, photo_report=Said.TAKEN_BACK, credit=Said.UNSURE)
    facts = made(snapshot, Wanted(Paper.SLIP, ada.id))
    (slip,) = facts.about
    assert isinstance(slip, SlipFacts)
    assert (slip.ref, slip.yes) == (ada.ref, ("Short take_part",))
    assert len(slip.yes + slip.no) == len(Item)
    assert ada.called not in "\n".join(words_in(facts))


@pytest.mark.parametrize("paper", sorted(OF_ONE_PERSON))
def test_a_paper_of_one_person_needs_one(paper: Paper) -> None:
    snapshot, _ada = room()
    with pytest.raises(RuleBroken, match="for one person"):
        made(snapshot, Wanted(paper))


def test_what_was_taken_back_and_what_is_called_back_because_of_it() -> None:
    snapshot, ada = room(take_part=Said.YES)
    back = replace(given.answer(ada, Item.PHOTO_REPORT, Said.TAKEN_BACK, 9), taken_by="Ruth")
    mine = given.note(7, author=ada.id)
    issued = (
        _issued(1, people=(ada.id,)),
        _issued(2, notes=(mine.id,), given_to="The ward"),
        _issued(3),
    )
    snapshot = replace(snapshot, answers=(*snapshot.answers, back), notes=(mine,), issued=issued)
    (facts,) = made(snapshot, Wanted(Paper.TAKEN_BACK, ada.id)).about
    assert isinstance(facts, TakenBackFacts)
    assert (facts.ref, facts.items) == (ada.ref, ("Short photo_report",))
    assert (facts.received, facts.wrote_down) == (back.given_on, "Ruth")
    assert [(d.number, d.version, d.given_to) for d in facts.recall] == [
        (1, "abcdefab", ""),
        (2, "abcdefab", "The ward"),
    ]
    assert facts.recall[0].made_on == TODAY


def _issued(number: int, **more: object) -> Issued:
    made_at = f"{TODAY.isoformat()}T15:00:00"
    document = Issued(f"d{number}", number, "pack", Audience.PEOPLE, False, made_at, "abcdefabcdef", 5)
    return replace(document, **more)  # type: ignore[arg-type]


# Money


def claimed() -> tuple[Snapshot, Person]:
    snapshot, ada = room()
    claims = (Claim("c1", ada.id), Claim("c2", snapshot.people[1].id, paid_on=TODAY))
    lines = (
        _line(1, Money.EXPENSE, Category.TAXI, "12.40"),
        _line(2, Money.EXPENSE, Category.TAXI, "3.00", prepaid=True),
        _line(3, Money.PAYMENT, Category.VOUCHER, "75.00"),
        replace(_line(4, Money.EXPENSE, Category.FOOD, "4.00"), claim="c2"),
    )
    return replace(snapshot, claims=claims, claim_lines=lines), ada


def _line(at: int, money: Money, category: Category, amount: str, *, prepaid: bool = False) -> ClaimLine:
    price = Decimal(amount)
    return ClaimLine(
        f"l{at}", "c1", at, money, category, f"line {at}", Decimal(1), price, price, prepaid=prepaid
    )


def test_a_claim_keeps_three_sums_apart() -> None:
    snapshot, ada = claimed()
    facts = made(snapshot, Wanted(Paper.CLAIM, ada.id))
    (claim,) = facts.about
    assert isinstance(claim, ClaimFacts)
    assert (claim.name, [line.what for line in claim.lines]) == (
        ada.full_name,
        ["line 1", "line 2", "line 3"],
    )
    assert (claim.expenses, claim.payments, claim.prepaid) == (
        Decimal("12.40"),
        Decimal("75.00"),
        Decimal("3.00"),
    )
    assert facts.confidential
    assert made(snapshot, Wanted(Paper.CLAIM)).about == ()


def test_claims_in_numbers_name_nobody_and_count_who_waits() -> None:
    snapshot, _ada = claimed()
    facts = made(snapshot, Wanted(Paper.CLAIMS_SUMMARY))
    assert facts.about == (
        ClaimsFacts(
            claims=2,
            categories=(
                (Money.EXPENSE, Category.TAXI, Decimal("12.40")),
                (Money.EXPENSE, Category.FOOD, Decimal("4.00")),
                (Money.PAYMENT, Category.VOUCHER, Decimal("75.00")),
            ),
            expenses=Decimal("16.40"),
            payments=Decimal("75.00"),
            prepaid=Decimal("3.00"),
            paid=1,
            waiting=1,
            late=0,
        ),
    )
    late = paper_facts(snapshot, Wanted(Paper.CLAIMS_SUMMARY), FORM, EqualityFacts(), date(2026, 3, 12))
    assert isinstance(late.about[0], ClaimsFacts) and late.about[0].late == 1
    assert facts.confidential
