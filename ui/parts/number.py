"""The number pad as a value: what is typed, what it asks for, and when it is closed. No widgets here.

A new number is chosen on the facilitator's side only: whoever chose it at the people's screen would be
the one whom it lets in. So with one screen it is chosen before the screen is given to the people.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ui.parts.library import wait_in_words
from ui.parts.start import Start
from ui.stage import Stage
from ui.words import Words
from workshop.session.settings import (
    LONGEST_NUMBER,
    SHORTEST_NUMBER,
    TRIES,
    Answer,
    Settings,
    Tries,
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


# Giving the screen away, and the way back where no number was chosen


class Way(Enum):
    """How one gets from the people's screen to the facilitator's side."""

    PAD = "pad"
    LAPTOP = "laptop"  # no number was chosen, and the desk is on the laptop
    PASSPHRASE = "passphrase"  # no number was chosen: what opens the workshop opens this side too
    FREE = "free"  # no number was chosen, and nothing here is real


def way_in(stage: Stage) -> Way:
    """The way in from the people's screen now. Without a number nobody can choose one there."""
    start = Start.of(stage)
    if start.settings.number:
        return Way.PAD
    if not stage.one_screen:
        return Way.LAPTOP
    invented = stage.room.workshop.practice if stage.bridge else start.library.secret is None
    return Way.FREE if invented else Way.PASSPHRASE


def try_passphrase(stage: Stage, typed: str) -> bool:
    """Whether this opens the open workshop, or the library; wrong tries are counted as at the lock."""
    start, now = Start.of(stage), stage.clock()
    tries = start.settings.passphrase
    if tries.wait(now):
        return False
    fits = _fits(start, typed)
    start.keep(replace(start.settings, passphrase=Tries() if fits else tries.one_more_wrong(now)))
    return fits


def _fits(start: Start, typed: str) -> bool:
    bridge = start.stage.bridge
    if bridge is None:
        return typed == start.library.secret
    return start.library.find_key(typed, bridge.session.place.folder) is not None


def passphrase_line(words: Words, settings: Settings, now: datetime) -> str:
    """What was wrong with the passphrase that was typed last; "" for nothing."""
    tries = settings.passphrase
    if tries.wait(now):
        return words("It opens again {wait}.", wait=wait_in_words(words, tries.wait(now)))
    if tries.wrong:
        return words("That is not it. {wrong} of {tries} tries.", wrong=tries.wrong, tries=TRIES)
    return ""


def hand_over(stage: Stage) -> None:
    """With one screen: give it to the people, once a number leads back. With two they have their own."""
    if stage.one_screen:
        with_a_number(stage, stage.to_people)


def with_a_number(stage: Stage, go_on: Callable[[], object]) -> None:
    """Go on; with one screen and no number, one is chosen first."""
    if stage.one_screen and not Start.of(stage).settings.number:
        choose_number(stage, go_on)
    else:
        go_on()


def choose_number(stage: Stage, go_on: Callable[[], object] | None = None) -> None:
    """Choose a new number on the facilitator's side; then go on, or back to the page that was there.

    `go_on` is called when the page that asked is gone: it may use the stage, and nothing of a page.
    """
    stage.show_desk("number", go_on=go_on, before=stage.desk)
