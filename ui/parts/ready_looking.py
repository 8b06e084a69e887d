"""Looks at this computer, just now: its screens, voices, battery, printers, disk."""

from dataclasses import replace

from ui.bridge import Bridge
from ui.look import Side
from ui.parts import plan
from ui.parts.library import moment
from ui.parts.ready import Seen
from ui.parts.start import Start
from ui.stage import Stage
from ui.words import Words
from workshop.domain.persons import Person
from workshop.domain.records import Step
from workshop.domain.who_is_here import in_school_hours, is_young
from workshop.session import machine


def printers() -> tuple[str, ...]:
    """The names of the printers that this computer knows; asking can take a moment."""
    from PySide6.QtPrintSupport import QPrinterInfo  # only this page needs it, and it starts slowly

    return tuple(QPrinterInfo.availablePrinterNames())


def look(stage: Stage, words: Words) -> Seen:
    """What is there now."""
    room = stage.room
    steps, folder = room.all(Step), room.session.place.folder
    settings = Start.of(stage).settings
    copied = settings.copies.get(folder.name, "")
    return Seen(
        one_screen=stage.one_screen,
        inches=stage.screens[Side.FACILITATOR if stage.one_screen else Side.PEOPLE].inches,
        has_number=bool(settings.number),
        voices=stage.speech.voices(),
        can_speak=stage.speech.available,
        battery=machine.battery(),
        printers=printers(),
        copied=moment(words, copied, room.now()) if copied else "",
        disk_free=machine.disk_free(folder),
        day_minutes=plan.minutes_of_day(steps),
        missing=tuple(plan.scope_missing(room.workshop, words)),
        school=in_school(room),
    )


def in_school(room: Bridge) -> bool:
    """Whether somebody under 18 is here or expected, and the day lies in school hours."""
    day = room.workshop
    return in_school_hours(day.day, day.starts, day.ends) and any(map(is_young, room.all(Person)))


def with_the_day(seen: Seen, stage: Stage, words: Words) -> Seen:
    """The same, with what the records say now."""
    room = stage.room
    return replace(
        seen,
        day_minutes=plan.minutes_of_day(room.all(Step)),
        missing=tuple(plan.scope_missing(room.workshop, words)),
        school=in_school(room),
    )
