"""The number pad as a value: what is typed, what it asks for, and when it is closed. No widgets here."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ui.parts.library import wait_in_words
from ui.words import Words
from workshop.session.settings import (
    LONGEST_NUMBER,
    SHORTEST_NUMBER,
    TRIES,
    Answer,
    Settings,
    check_number,
)


class Asks(Enum):
    """What the pad wants."""

    NUMBER = "number"
    NEW = "new"
    AGAIN = "again"


@dataclass(frozen=True)
class Pad:
    """A pad in use. `by_keys`: all of it was typed on real keys; `done`: the way is free."""

    asks: Asks = Asks.NUMBER
    typed: str = ""
    by_keys: bool = True
    chosen: str = ""
    said: str = ""  # a key of SAID
    done: bool = False

    @classmethod
    def fresh(cls, settings: Settings) -> "Pad":
        """A pad that asks for the number, or for a new one where there is none."""
        return cls(Asks.NUMBER if settings.number else Asks.NEW)

    def digit(self, digit: str, *, by_key: bool = False) -> "Pad":
        """One digit more."""
        if len(self.typed) >= LONGEST_NUMBER:
            return self
        by_keys = by_key and (self.by_keys or not self.typed)
        return replace(self, typed=self.typed + digit, by_keys=by_keys, said="")

    def delete(self) -> "Pad":
        """One digit less."""
        return replace(self, typed=self.typed[:-1])

    def ok(self, settings: Settings, now: datetime) -> tuple["Pad", Settings]:
        """After OK: the pad, and the settings with this try counted or the new number kept."""
        if len(self.typed) < SHORTEST_NUMBER:
            return replace(self, said="short"), settings
        if self.asks is Asks.NEW:
            return Pad(Asks.AGAIN, chosen=self.typed), settings
        if self.asks is Asks.AGAIN:
            return self._again(settings)
        settings, answer = check_number(settings, self.typed, now, by_keys=self.by_keys)
        said = "" if answer is Answer.RIGHT else "wrong"
        return Pad(said=said, done=answer is Answer.RIGHT, by_keys=self.by_keys), settings

    def _again(self, settings: Settings) -> tuple["Pad", Settings]:
        if self.typed != self.chosen:
            return Pad(Asks.NEW, said="unequal"), settings
        return Pad(done=True), settings.with_number(self.typed)


TITLES = {Asks.NUMBER: "Facilitator", Asks.NEW: "Choose a number", Asks.AGAIN: "The same number again"}
ASKED = {
    Asks.NUMBER: "Type your number",
    Asks.NEW: "At least 4 places. It keeps this side closed.",
    Asks.AGAIN: "Type it once more, so that it is right.",
}
SAID = {
    "short": "A number has at least 4 places.",
    "unequal": "The two were not the same. Please choose again.",
}


def line(words: Words, pad: Pad, settings: Settings) -> str:
    """The line under the title: what is asked, or what was wrong."""
    if pad.said in SAID:
        return words(SAID[pad.said])
    if pad.said == "wrong":
        tries = settings.keys if pad.by_keys else settings.pad
        return words("That is not it. {wrong} of {tries} tries.", wrong=tries.wrong, tries=TRIES)
    return words(ASKED[pad.asks])


def closed_lines(words: Words, settings: Settings, now: datetime, laptop: bool) -> tuple[str, ...]:
    """What a closed pad says. With a second screen the laptop is the way in."""
    wait = wait_in_words(words, settings.pad.wait(now))
    first = words("{n} wrong numbers.", n=TRIES)
    keys = words("Please use the laptop.") if laptop else words("You can type it on real keys.")
    if settings.keys.wait(now):
        keys = words("Please wait.")
    return (
        f"{first} {keys}",
        words("No laptop? It opens again {wait}.", wait=wait)
        if laptop
        else words("It opens again {wait}.", wait=wait),
        words("The wait doubles each time."),
    )
