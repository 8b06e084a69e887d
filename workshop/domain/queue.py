"""How long it takes until everybody has arrived, and how much paper shortens it.

The rule, in minutes. At a screen somebody needs half a minute for their name and their voice and a third
of a minute (20 seconds) for each question: 2½ minutes with six questions. One is done after the other, so
14 people at one screen take 14 × 2½ = 35; two screens halve that. On paper all write at the same time,
a minute and a half for each question: 9 minutes for six. So paper takes as long for 40 people as for one.

The plan gives arrivals some minutes. The last people come late, so the screen should be free 10 minutes
before its end. Whoever would not have had their turn by then gets paper: with 25 minutes planned, 15 are
left for the screen, which is 6 people, and the other 8 of 14 get a form. Both go on at the same time, so
arrivals take as long as the longer of the two: 15 minutes at the screen.

A form is typed in on the laptop in about 2 minutes while others use the people's screen. Where there is
only one screen, that waits for the break.

All that is said is rounded to 5 minutes, and never less than 5.
"""

import math
from dataclasses import dataclass

NAME_MINUTES = 0.5  # for the name and the voice, at a screen
QUESTION_MINUTES = 1 / 3  # at a screen
PAPER_MINUTES = 1.5  # a question on paper, all people at the same time
TYPING_MINUTES = 2  # to type one form in
LATE_MINUTES = 10  # the last people come late: the screen should be free by then
ROUNDED_TO = 5


@dataclass(frozen=True)
class Way:
    """One way to arrive: how many use paper, how many a screen, and about how many minutes it takes."""

    on_paper: int
    on_screen: int
    minutes: int

    @property
    def typing(self) -> int:
        """About how many minutes the forms take to type in, 0 without any."""
        return _rounded(self.on_paper * TYPING_MINUTES) if self.on_paper else 0


@dataclass(frozen=True)
class Queue:
    """The ways to arrive, from all at the screen to all on paper; `fits` is what the plan's minutes allow."""

    ways: tuple[Way, ...]
    fits: Way

    @property
    def all_at_the_screen(self) -> Way:
        """Without any paper."""
        return self.ways[0]

    @property
    def is_too_slow(self) -> bool:
        """Whether the screen alone takes longer than the plan has for it."""
        return self.fits is not self.ways[0]


def queue(people: int, questions: int, planned: int, screens: int = 1) -> Queue:
    """The ways in which so many people can arrive in `planned` minutes at so many screens.

    `questions` is how many each is asked. With one or more people, paper for all is always one way.
    """
    each = (NAME_MINUTES + questions * QUESTION_MINUTES) / max(1, screens)
    at_screen = max(0, min(people, math.floor(max(0, planned - LATE_MINUTES) / each)))
    paper = Way(people, 0, _rounded(questions * PAPER_MINUTES))
    mixed = Way(people - at_screen, at_screen, max(_rounded(at_screen * each), paper.minutes))
    screen = Way(0, people, _rounded(people * each))
    fits = screen if not mixed.on_paper else mixed if mixed.on_screen else paper
    return Queue((screen, mixed, paper) if mixed.on_paper and mixed.on_screen else (screen, paper), fits)


def _rounded(minutes: float) -> int:
    return max(ROUNDED_TO, ROUNDED_TO * round(minutes / ROUNDED_TO))
