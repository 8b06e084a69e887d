"""Who is here, as whom, and who needs looking after: what the facilitator's list works out.

Nothing here is shown to people, and nothing of it is kept.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Voice
from workshop.domain.persons import Person
from workshop.domain.plan import minutes_of, time_of

LIVED = frozenset({Voice.USES_SERVICES, Voice.CARER})
SCHOOL = (9 * 60, 15 * 60 + 30)  # minutes since midnight
_FRIDAY = 4  # Monday is 0
_LIKE_A_TIME = re.compile(r"[0-9]{1,2}[:.][0-9]{2}")
GOES_SOON = 30  # minutes before somebody leaves at which they are asked to vote early


def is_expected(person: Person, answered: Collection[PersonId]) -> bool:
    """Whether somebody known from earlier has not come yet: `answered` holds who answered today."""
    return person.regular and person.id not in answered


def here(people: Iterable[Person], answered: Collection[PersonId]) -> list[Person]:
    """Who is in the room: all but those from earlier who have not answered yet."""
    return [person for person in people if not is_expected(person, answered)]


def voice_of(person: Person) -> Voice | None:
    """The one voice somebody counts with today; None where they said several and chose none, or said none."""
    if person.here_as is not None:
        return person.here_as
    return person.voices[0] if len(person.voices) == 1 else None


@dataclass(frozen=True)
class Balance:
    """How many are here with lived experience (using services, caring), as staff, otherwise, undecided."""

    lived: int
    staff: int
    other: int
    undecided: int

    @property
    def staff_outnumber(self) -> bool:
        """Whether staff are more than people with lived experience."""
        return self.staff > self.lived


def balance(people: Iterable[Person]) -> Balance:
    """The balance of voices; somebody with several voices counts once, with the one chosen for today."""
    voices = [voice_of(person) for person in people]
    return Balance(
        sum(voice in LIVED for voice in voices),
        voices.count(Voice.STAFF),
        voices.count(Voice.OTHER),
        voices.count(None),
    )


def is_young(person: Person) -> bool:
    """Whether somebody is under 18."""
    return person.age_group is not AgeGroup.ADULT


def in_school_hours(day: date | None, starts: str, ends: str) -> bool:
    """Whether a day lies, or may lie, in school hours: Monday to Friday, 9:00 to 15:30, in term time.

    Holidays differ from place to place, so nobody's are known here. Without a beginning or an end the
    day may take in any hour.
    """
    if day is None or day.weekday() > _FRIDAY:
        return False
    begins, over = minutes_of(starts), minutes_of(ends)
    return (0 if begins is None else begins) < SCHOOL[1] and (24 * 60 if over is None else over) > SCHOOL[0]


def time_said(text: str) -> str | None:
    """When somebody leaves: "15:05", however a time is written, or their own words ("after lunch").

    None for what looks like a time and is none, such as 25:00.
    """
    if not _LIKE_A_TIME.fullmatch(text):
        return text
    minutes = minutes_of(text.replace(".", ":"))
    return None if minutes is None else time_of(minutes)


def minutes_until(leaves_by: str, now: str) -> int | None:
    """Minutes until somebody leaves, negative once it has passed; None where nobody can say."""
    at, present = minutes_of(leaves_by), minutes_of(now)
    return None if at is None or present is None else at - present


def goes_soon(leaves_by: str, now: str) -> bool:
    """Whether somebody leaves within half an hour: they vote early, and send notes later on paper."""
    left = minutes_until(leaves_by, now)
    return left is not None and 0 <= left <= GOES_SOON
