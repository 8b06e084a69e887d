"""What to look at before people come: each thing as a line, all of it in a sentence.

Pure: it is given what was seen, and says it. Nothing here stops a day from starting.
"""

from dataclasses import dataclass
from enum import Enum

from ui.parts.plan import length_in_words
from ui.words import LANGUAGES, Words
from workshop.session.machine import Battery

LOW_BATTERY = 50  # percent
LOW_DISK = 1 << 30  # bytes: a day with pictures fits well into it
GIB = 1 << 30
SCHOOL = "Somebody under 18 comes. In term time they have school then."


class Standing(Enum):
    """How something stands: all right, please do it, know this."""

    GOOD = "good"
    DO = "do"
    KNOW = "know"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `short` is it in two words, for the sentence above."""

    key: str
    standing: Standing
    icon: str
    title: str
    second: str
    short: str = ""


@dataclass(frozen=True)
class Seen:
    """What this computer says of itself. None and "" mean that nobody can tell."""

    one_screen: bool
    inches: float
    has_number: bool = False  # whether a number keeps the facilitator's side closed
    voices: frozenset[str] = frozenset()
    can_speak: bool = False
    battery: Battery | None = None
    printers: tuple[str, ...] = ()
    copied: str = ""  # when a copy was last made, in words
    disk_free: int | None = None
    day_minutes: int = 0
    missing: tuple[str, ...] = ()  # what has to be said before the day can start
    read_page: bool = False  # whether a private page was tried from the nearest chair
    school: bool = False  # whether somebody under 18 comes on a day in school hours

    @property
    def needs_number(self) -> bool:
        """Whether a number has to be chosen before people get the screen."""
        return self.one_screen and not self.has_number


def checks(seen: Seen, words: Words) -> list[Check]:
    """All that was looked at, in the order in which somebody walks round the room."""
    return [
        *_what_is_open(seen, words),
        *_school(seen, words),
        _touched_screen(seen, words),
        _desk(seen, words),
        _chair(seen, words),
        _speech(seen, words),
        _power(seen, words),
        _printer(seen, words),
        _copy(seen, words),
        _disk(seen, words),
    ]


def in_a_sentence(found: list[Check], words: Words) -> str:
    """Such as: "Ready. 2 things to know: battery 41%, no printer."."""
    known = [check.short for check in found if check.standing is Standing.KNOW]
    if not known:
        return words("Ready.")
    listed = ", ".join(known)
    if any(check.key == "scope" for check in found):
        return words.many(
            "Not ready yet. 1 thing to know: {what}.",
            "Not ready yet. {n} things to know: {what}.",
            len(known),
            what=listed,
        )
    return words.many(
        "Ready. 1 thing to know: {what}.", "Ready. {n} things to know: {what}.", len(known), what=listed
    )


def _what_is_open(seen: Seen, words: Words) -> list[Check]:
    if not seen.missing:
        return []
    said = words("Please say: {what}.", what=", ".join(seen.missing))
    title = words("What is open today is not said yet")
    return [Check("scope", Standing.KNOW, "scale", title, said, words("what is open is not said"))]


def _school(seen: Seen, words: Words) -> list[Check]:
    if not seen.school:
        return []
    title, said = words("This day is in school hours"), words(SCHOOL)
    return [Check("school", Standing.KNOW, "graduation-cap", title, said, words("school hours"))]


def _touched_screen(seen: Seen, words: Words) -> Check:
    title, inches = words("The screen people touch"), round(seen.inches)
    said = words("{n} inches. It shows what people see.", n=inches)
    if seen.one_screen:
        said = words("{n} inches. You and people share it.", n=inches)
    return Check("screen", Standing.GOOD, "tablet-smartphone", title, said)


def _desk(seen: Seen, words: Words) -> Check:
    if seen.one_screen:
        title = words("Your side is on the same screen")
        if seen.needs_number:
            said = words("No number is chosen yet. Please choose one.")
            return Check("desk", Standing.DO, "laptop", title, said)
        return Check("desk", Standing.GOOD, "laptop", title, words("Your number leads to it."))
    title = words("This laptop shows the desk")
    return Check("desk", Standing.GOOD, "laptop", title, words("Only you see it. No number is needed."))


def _chair(seen: Seen, words: Words) -> Check:
    title = words("Sit in the nearest chair. Can you read a private page?")
    said = words("If you can, turn the screen a little. Then try again.")
    standing = Standing.GOOD if seen.read_page else Standing.DO
    return Check("chair", standing, "armchair", title, said)


def _speech(seen: Seen, words: Words) -> Check:
    title = words("Reading aloud")
    spoken = [name for code, name in LANGUAGES.items() if code in seen.voices]
    unspoken = [name for code, name in LANGUAGES.items() if code not in seen.voices]
    if not seen.can_speak or not spoken:
        said = words("This computer has no voice. A person reads.")
        return Check("speech", Standing.KNOW, "volume-2", title, said, words("no voice"))
    said = words("It can read: {languages}.", languages=", ".join(spoken))
    if unspoken:
        said += " " + words("A person reads: {languages}.", languages=", ".join(unspoken))
    return Check("speech", Standing.GOOD, "volume-2", title, said)


def _power(seen: Seen, words: Words) -> Check:
    if seen.battery is None:
        title = words("Power")
        return Check("power", Standing.GOOD, "plug", title, words("We cannot tell. Please put the power in."))
    title = words("Battery {n}%", n=seen.battery.percent)
    if seen.battery.plugged_in:
        return Check("power", Standing.GOOD, "plug", title, words("The power is in."))
    day = words("The day takes {long}.", long=length_in_words(seen.day_minutes, words))
    if seen.battery.percent < LOW_BATTERY:
        said = f"{day} {words('Put the power in.')}"
        return Check(
            "power",
            Standing.KNOW,
            "battery-warning",
            title,
            said,
            words("battery {n}%", n=seen.battery.percent),
        )
    return Check("power", Standing.GOOD, "battery-medium", title, day)


def _printer(seen: Seen, words: Words) -> Check:
    if not seen.printers:
        title, said = words("No printer"), words("You can still save the pages on a USB stick.")
        return Check("printer", Standing.KNOW, "printer", title, said, words("no printer"))
    return Check("printer", Standing.GOOD, "printer", words("Printer"), ", ".join(seen.printers))


def _copy(seen: Seen, words: Words) -> Check:
    title = words("A copy on USB")
    if not seen.copied:
        return Check("copy", Standing.DO, "usb", title, words("There is none yet. You can make one at home."))
    return Check("copy", Standing.GOOD, "usb", title, words("Locked. Made at {when}.", when=seen.copied))


def _disk(seen: Seen, words: Words) -> Check:
    title = words("Room on this computer")
    if seen.disk_free is None:
        return Check("disk", Standing.GOOD, "save", title, words("We cannot tell."))
    said = words("{n} gigabytes are free.", n=seen.disk_free // GIB)
    if seen.disk_free < LOW_DISK:
        said = words("Less than 1 gigabyte is free. Please make room.")
        return Check("disk", Standing.KNOW, "save", title, said, words("little room on the disk"))
    return Check("disk", Standing.GOOD, "save", title, said)
