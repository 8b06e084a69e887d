"""Parts of an opened row: as whom somebody is here, their age, and whether what they need was there."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import SEMIBOLD
from ui.page import Page
from ui.parts.arrival import VOICES
from ui.parts.register import AGES, ONE_VOICE, Row
from ui.widgets.boxes import Part, within
from ui.widgets.choice import Segment, Tick
from workshop.domain.kinds import AgeGroup, Met, Voice
from workshop.domain.persons import Need

Change = Callable[..., object]


def label(page: Page, text: str) -> QWidget:
    """A small heading inside the card."""
    return page.text(text, 20, SEMIBOLD, "ink2")


def voices(page: Page, row: Row, change: Change) -> list[Part]:
    """All voices somebody said; of several, the one for today."""
    ticks = []
    for voice in VOICES:
        tick = Tick(page.look, page.words(ONE_VOICE[voice]), voice in row.here_as, token=20)
        tick.toggled.connect(lambda on, voice=voice: change(voices=_with(row.here_as, voice, on)))
        ticks.append(tick)
    halves = page.row(page.column(*ticks[:2], gap=4), page.column(*ticks[2:], gap=4), gap=12)
    halves.setStretch(0, 1)
    halves.setStretch(1, 1)
    parts: list[Part] = [label(page, page.words("Here as (several are fine)")), halves]
    if len(row.here_as) > 1:
        parts += [label(page, page.words("Counted today as")), _today(page, row, change)]
    return parts


def _with(voices_: tuple[Voice, ...], voice: Voice, on: bool) -> list[Voice]:
    return [v for v in Voice if (v in voices_ or v is voice) and (on or v is not voice)]


def _today(page: Page, row: Row, change: Change) -> QWidget:
    segments = []
    for voice in row.here_as:
        name = page.words(ONE_VOICE[voice])
        segment = Segment(page.look, name, voice is row.today, token=20)
        segment.setAccessibleName(page.words("Today as: {voice}", voice=name))
        segment.clicked.connect(partial(_choose, change, voice))
        segments.append(segment)
    return within(QWidget(), page.column(*segments, gap=6))


def _choose(change: Change, voice: Voice, _on: bool = False) -> None:
    change(here_as=voice)


def ages(page: Page, row: Row, change: Change) -> list[Part]:
    """The three steps of age; of somebody of 16 or 17 whether a parent knows."""
    segments: list[Part] = []
    for age, text in AGES.items():
        segment = Segment(page.look, page.words(text), age is row.age, token=20)
        segment.clicked.connect(lambda _=False, age=age: change(age_group=age))
        segments.append(segment)
    parts: list[Part] = [label(page, page.words("Age")), page.column(*segments, gap=6)]
    if row.age is AgeGroup.AGED_16_17:
        told = Tick(page.look, page.words("A parent knows they are here"), row.parent_told, token=20)
        told.toggled.connect(lambda on: change(parent_told=on))
        parts.append(told)
    return parts


def met(page: Page, row: Row, say: Callable[[Need, Met], Any]) -> list[Part]:
    """For each need: was it there? Asked at the end; touching the same answer again takes it away."""
    parts: list[Part] = [label(page, page.words("Was it there? Ask at the end."))] if row.needs else []
    for need in row.needs:
        answers = []
        for answer, word in ((Met.MET, page.words("Yes")), (Met.NOT_MET, page.words("No"))):
            segment = Segment(page.look, word, need.met is answer, token=20, fill="ink")
            segment.setAccessibleName(f"{need.what}: {word}")
            after = Met.OPEN if need.met is answer else answer
            segment.clicked.connect(lambda _=False, need=need, after=after: say(need, after))
            answers.append(segment)
        line = page.row(page.text(need.what, 20), *answers, gap=6)
        line.setStretch(0, 1)
        parts.append(line)
    return parts
