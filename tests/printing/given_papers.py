"""Hand-made facts of papers about people: one of each, with long names and every optional part."""

import json
from datetime import date
from decimal import Decimal

from tests.printing.given import THE_DAY
from workshop.domain.equality import ShownTable
from workshop.domain.equality_form import form_of
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Category, Form, Money
from workshop.domain.paper_facts import (
    About,
    ClaimFacts,
    ClaimLineFacts,
    ClaimsFacts,
    DayFacts,
    EqualityFacts,
    ErasedFacts,
    IssuedFacts,
    NameFacts,
    NamesFacts,
    Paper,
    PaperFacts,
    ShreddedFacts,
    SlipFacts,
    TakenBackFacts,
)
from workshop.domain.papers import consent_facts, equality_facts
from workshop.domain.persons import Person
from workshop.session.resources import TEMPLATES, consent_form

LONG_NAME = "Maximiliana Wolkenstein-Aberystwyth-Llanfairpwll Kowalczykowa"
URDU_NAME = "سارہ"
SOMEBODY = Person(PersonId("p1"), "K417", LONG_NAME, age_group=AgeGroup.UNDER_16)
DAY = DayFacts(
    title=THE_DAY.title,
    question=THE_DAY.question,
    host=THE_DAY.host,
    place=THE_DAY.place,
    day=THE_DAY.day,
    starts=THE_DAY.starts,
    ends=THE_DAY.ends,
    steps=("Arrivals", "Welcome", "What matters", "Groups", "Tea", "Vote"),
    decided="The ward stays open.",
    still_open="How people hear about the date.",
    not_open="The number of beds.",
    sponsor="The ward manager",
    report_back_by=date(2026, 7, 9),
    led_by=THE_DAY.led_by,
    ring=THE_DAY.ring,
    change_until=THE_DAY.change_until,
    names_until=date(2026, 8, 14),
    consent_until=date(2031, 5, 14),
    money_until=date(2027, 5, 14),
)
NO_DAY = DayFacts("")
RECALL = tuple(
    IssuedFacts(number, "pack", "3f2a91bc", date(2026, 5, 14), "Ruth, for the ward") for number in (1, 2)
)
LINES = (
    ClaimLineFacts(
        Money.EXPENSE,
        Category.PUBLIC_TRANSPORT,
        "Home and back",
        Decimal("7.40"),
        day=THE_DAY.day,
        receipt=True,
    ),
    ClaimLineFacts(
        Money.EXPENSE, Category.OWN_CAR, "To the hall", Decimal("5.40"), Decimal(12), Decimal("0.45"), "mile"
    ),
    ClaimLineFacts(Money.EXPENSE, Category.FOOD, "Lunch", Decimal("4.00"), no_receipt="a market stall"),
    ClaimLineFacts(Money.EXPENSE, Category.TAXI, "Taxi home", Decimal("12.00"), prepaid=True),
    ClaimLineFacts(Money.PAYMENT, Category.INVOLVEMENT, "Half a day", Decimal("75.00")),
)
CLAIM = ClaimFacts(
    LONG_NAME, "K417", LINES, Decimal("16.80"), Decimal("75.00"), Decimal("12.00"), paid_on=date(2026, 5, 20)
)
TABLES = (
    ShownTable("age", "Age", (("Under 25", "few"), ("25 to 64", "12")), "23 of 25", "Below 5: hidden."),
    ShownTable("sex", "Sex", (), "Fewer than 5 of 25 people answered", "Below 5: hidden."),
)
SHEET = equality_facts(form_of(json.loads((TEMPLATES / "equality_en.json").read_text(encoding="utf-8"))))


def about(paper: Paper, language: str, *, filled: bool = True) -> tuple[About, ...]:
    """What a paper is filled with; a blank one where there is one."""
    form = consent_form(language)
    shorts = tuple(words.short for words in form.items)
    names = NamesFacts((NameFacts("Amina", True), NameFacts(LONG_NAME), NameFacts(URDU_NAME)), 3)
    known: dict[Paper, About] = {
        Paper.CONSENT: consent_facts(form, date(2031, 5, 14), SOMEBODY if filled else None),
        Paper.SLIP: SlipFacts("K417", shorts[:4], shorts[4:]),
        Paper.SIGN_IN: names if filled else NamesFacts(empty=20),
        Paper.BADGES: names if filled else NamesFacts(empty=9),
        Paper.CLAIM: CLAIM,
        Paper.CLAIMS_SUMMARY: ClaimsFacts(
            7, ((Money.EXPENSE, Category.TAXI, Decimal(15)), (Money.PAYMENT, Category.VOUCHER, Decimal(75))),
            Decimal(15), Decimal(75), Decimal(12), 3, 4, 2,
        ),
        Paper.EQUALITY: SHEET,
        Paper.EQUALITY_SUMMARY: EqualityFacts(tables=TABLES if filled else ()),
        Paper.TAKEN_BACK: TakenBackFacts("K417", shorts[4:6], date(2026, 6, 2), "Ruth", RECALL),
        Paper.ERASED: ErasedFacts(date(2026, 6, 2), 3, 1, RECALL),
        Paper.SHREDDED: ShreddedFacts(date(2026, 6, 2), 14, 120, 12, 2, 7, 3, RECALL),
    }  # fmt: skip
    blank = paper is Paper.CLAIM and not filled
    return (known[paper],) if paper in known and not blank else ()


def facts_of(
    paper: Paper, language: str = "en", shape: Form = Form.PLAIN, *, filled: bool = True
) -> PaperFacts:
    """One paper of the day; a blank one is of no day at all."""
    named = paper in (Paper.CONSENT, Paper.CLAIM, Paper.SIGN_IN, Paper.BADGES) and filled
    people = (SOMEBODY.id,) if named else ()
    day = DAY if filled else NO_DAY
    return PaperFacts(paper, day, language, shape, about(paper, language, filled=filled), people)
