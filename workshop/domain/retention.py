"""How long what is about people is kept: three dates, and when each of them is due.

Nothing is ever taken out by a date alone: somebody is asked, and says so. A clock that is earlier than
what was saved last was set wrong, so it is told of and nothing is asked (I80).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workshop.domain.kinds import DayState
from workshop.domain.persons import Issued, Picture
from workshop.domain.records import Workshop
from workshop.errors import RuleBroken

COPY = "copy"  # the kind of a document that is a copy of the whole workshop


class Kept(StrEnum):
    """What is kept until a date of its own."""

    NAMES = "names"  # who wrote which note
    CONSENT = "consent"  # who is who, and what they agreed to
    MONEY = "money"  # what people laid out and were paid


@dataclass(frozen=True)
class Due:
    """What is due to go now. `in_use`: the proof of consent is due, and a photo or a quote needs it still.

    `clock_is_back`: this computer's clock is earlier than what was saved last, so nothing is asked.
    """

    what: tuple[Kept, ...] = ()
    in_use: bool = False
    clock_is_back: bool = False


def until(workshop: Workshop) -> dict[Kept, date | None]:
    """The three dates; None where nobody has said one."""
    return {
        Kept.NAMES: workshop.names_until,
        Kept.CONSENT: workshop.consent_until,
        Kept.MONEY: workshop.money_until,
    }


def due(
    workshop: Workshop, today: date, last_saved: date | None, there: Collection[Kept], *, in_use: bool
) -> Due:
    """What is due on the day `today`, of what is still `there`; after the day was closed only."""
    dated = [kept for kept, last in until(workshop).items() if last is not None and kept in there]
    if workshop.state is not DayState.CLOSED or not dated:
        return Due()
    if last_saved is not None and today < last_saved:
        return Due(clock_is_back=True)
    passed = [kept for kept in dated if _is_past(until(workshop)[kept], today)]
    needed = in_use and Kept.CONSENT in passed
    return Due(tuple(kept for kept in passed if not (needed and kept is Kept.CONSENT)), needed)


def _is_past(last: date | None, today: date) -> bool:
    return last is not None and today > last


def is_in_use(pictures: Iterable[Picture], issued: Iterable[Issued]) -> bool:
    """Whether a photo of somebody, or a page that names somebody, is with others: then proof is needed.

    A page that came back, or that nobody uses any more, is with nobody.
    """
    out = [d for d in issued if d.back_on is None]
    named = any(d.people and not d.confidential and d.kind != COPY for d in out)
    return named or any(picture.people for picture in pictures)


def keep_until(workshop: Workshop, dates: dict[Kept, date], today: date) -> Workshop:
    """The workshop with other dates; RuleBroken where one breaks what people were told."""
    dated = until(workshop) | dates
    changed = replace(
        workshop,
        names_until=dated[Kept.NAMES],
        consent_until=dated[Kept.CONSENT],
        money_until=dated[Kept.MONEY],
    )
    if any(last < today for last in dates.values()):
        raise RuleBroken("That day has passed. Nothing was changed. Please choose a later day.")
    names, consent, told = changed.names_until, changed.consent_until, workshop.change_until
    if names is not None and told is not None and names < told:
        raise RuleBroken(
            "People were told until when they can change their mind. Nothing was changed. "
            "Please keep names on notes until that day at least."
        )
    if names is not None and consent is not None and consent < names:
        raise RuleBroken(
            "Whose name is on a note has to have agreed. Nothing was changed. "
            "Please keep the proof of consent at least as long as names."
        )
    return changed
