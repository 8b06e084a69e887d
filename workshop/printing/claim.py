"""Money: the slip of one person, the claim as it was typed, and what all claims come to.

Expenses and payments are never one sum (I70). Bank details are written on paper only (I71).
"""

from decimal import Decimal

from workshop.domain.kinds import Category, Form, Money
from workshop.domain.paper_facts import ClaimFacts, ClaimLineFacts, DayFacts, PaperFacts
from workshop.printing import words
from workshop.printing.content import (
    Block,
    Document,
    Field,
    Heading,
    Paragraph,
    Section,
    Tone,
    plain,
)
from workshop.printing.form_blocks import Amounts, Choices, CutHere, Framed, HeadLine, Table, WriteOn
from workshop.printing.paper import paper, unbroken
from workshop.printing.words import _

LINE_SHARES = (0.3, 0.3, 0.2, 0.2)
CONTACT_ABOUT_BENEFITS = 1  # the second of those to ring: the first is for the day itself


def claim(facts: PaperFacts) -> Document:
    """One slip, to be filled in by hand, or the claim that was typed."""
    typed = next((about for about in facts.about if isinstance(about, ClaimFacts)), None)
    foot = _("Finance keeps this slip. It is not in the workshop file.")
    if typed is not None and typed.lines:
        return paper(
            facts, "claim", _("Money back"), (Section(_typed(facts, typed), fits_from=11),), foot=foot
        )
    two = typed is None and facts.shape in (Form.PLAIN, Form.SCREEN)
    blocks = (_slip(facts, typed), *((CutHere(), _slip(facts, None)) if two else ()))
    head = _("Money back · one slip for each person")
    section = Section(blocks, fits_from=11, head=head)
    return paper(facts, "claim", _("Money back"), (section,), foot=foot)


def _slip(facts: PaperFacts, who: ClaimFacts | None) -> Framed:
    """What somebody fills in; one for each person, and nothing on it says why they came."""
    when = words.date_only(facts.day.day) if facts.day.day else ""
    number = _("slip {number}").format(number=who.ref) if who else ""
    about = " · ".join(part for part in (facts.day.title, when, number) if part)
    name: Block = (
        HeadLine(who.name, about) if who else WriteOn((Field(_("Name"), ""), Field(_("For"), about)), 2)
    )
    return Framed(
        (
            name,
            Amounts(_amounts(), _("Total of costs £")),
            WriteOn(
                (
                    Field(_("Payment for time, if agreed £"), ""),
                    Field(_("Bank details, on this paper only"), ""),
                ),
                across=2,
            ),
            Choices((_("I do not want a payment"), _("Paid in cash")), across=2),
            _benefits(facts.day),
            WriteOn((Field(_("My mark"), ""), Field(_("Paid by, and date"), "")), across=2),
        )
    )


def _amounts() -> tuple[str, ...]:
    return (
        _("Bus or train £"),
        _("Car, miles"),
        _("Parking £"),
        _("Taxi £"),
        _("Care for someone at home £"),
        _("Other £"),
    )


def _benefits(day: DayFacts) -> Paragraph:
    sentence = _("Money back for costs does not change benefits. A payment or voucher can.")
    if len(day.ring) > CONTACT_ABOUT_BENEFITS:
        who = day.ring[CONTACT_ABOUT_BENEFITS]
        advice = _("Ask {name}: {number}.").format(name=who.name, number=unbroken(who.number))
    else:
        advice = _("Ask a benefits adviser first.")
    return plain(f"{sentence} {advice}", tone=Tone.SMALL)


def _typed(facts: PaperFacts, typed: ClaimFacts) -> tuple[Block, ...]:
    when = words.date_only(facts.day.day) if facts.day.day else ""
    about = " · ".join(part for part in (facts.day.title, when, typed.ref) if part)
    costs = [line for line in typed.lines if line.money is Money.EXPENSE and not line.prepaid]
    ours = [line for line in typed.lines if line.prepaid]
    paid = [line for line in typed.lines if line.money is Money.PAYMENT]
    no_payment = (plain(_("They do not want a payment."), tone=Tone.CLEAR),) if typed.no_payment else ()
    day_paid = words.date_only(typed.paid_on) if typed.paid_on else ""
    return (
        Heading(1, _("Money back")),
        HeadLine(typed.name, about),
        *_lines(_("Costs"), costs, _("Total of costs"), typed.expenses),
        *_lines(_("We paid this before"), ours, _("Total paid by us"), typed.prepaid),
        *_lines(_("Payment for time"), paid, _("Total of payments"), typed.payments),
        *no_payment,
        _benefits(facts.day),
        Heading(2, _("How to pay")),
        Choices((_("Cash"), _("Bank transfer")), across=2),
        WriteOn((Field(_("Account name"), ""), Field(_("Sort code and account number"), "")), across=2),
        plain(_("Write bank details on this paper only. We never keep them."), tone=Tone.SMALL),
        WriteOn((Field(_("What I wrote is true. My mark"), ""), Field(_("Date"), "")), across=2),
        Heading(2, _("For the office")),
        WriteOn((Field(_("Checked by"), ""), Field(_("Paid on"), day_paid)), across=2),
    )


def _lines(title: str, lines: list[ClaimLineFacts], total: str, amount: Decimal) -> tuple[Block, ...]:
    if not lines:
        return ()
    headings = (_("What for"), _("From and to, or why"), _("Receipt"), _("Amount"))
    rows = tuple(_line(line) for line in lines)
    return (
        Heading(2, title),
        Table(headings, rows, LINE_SHARES, totals=(total, "", "", pounds(amount))),
    )


def _line(line: ClaimLineFacts) -> tuple[str, ...]:
    when = words.date_only(line.day) if line.day else ""
    counted = f"{line.quantity.normalize():f} × {pounds(line.each)}" if line.unit else ""
    what = ", ".join(part for part in (line.what, when, counted) if part)
    needs_none = line.unit or line.prepaid or line.money is Money.PAYMENT
    receipt = _("Yes") if line.receipt else line.no_receipt or ("" if needs_none else _("No"))
    return (category_words()[line.category], what, receipt, pounds(line.amount))


def pounds(amount: Decimal) -> str:
    """ "£12.40"."""
    return f"£{amount:,.2f}"


def category_words() -> dict[Category, str]:
    """What each category of money is called."""
    return {
        Category.PUBLIC_TRANSPORT: _("Bus or train"),
        Category.OWN_CAR: _("Own car"),
        Category.PASSENGER: _("Passenger in the car"),
        Category.PARKING: _("Parking"),
        Category.TAXI: _("Taxi"),
        Category.REPLACEMENT_CARE: _("Care for someone at home"),
        Category.CHILDCARE: _("Childcare"),
        Category.SUPPORT: _("Support worker or interpreter"),
        Category.FOOD: _("Food and drink"),
        Category.OVERNIGHT: _("Overnight stay"),
        Category.PHONE: _("Phone, data, printing"),
        Category.OTHER: _("Other"),
        Category.INVOLVEMENT: _("Payment for time"),
        Category.VOUCHER: _("Voucher"),
    }
