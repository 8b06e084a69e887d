"""How long arrivals take, in sentences: for the list of who is here and for the page before the day."""

from collections.abc import Sequence

from ui.parts.arrival import questions
from ui.words import Words
from workshop.domain.forms import ConsentForm
from workshop.domain.queue import Queue, Way, queue
from workshop.domain.records import Step

USUAL_ARRIVALS = 20  # minutes, where the plan has no arrivals


def arrivals_step(steps: Sequence[Step]) -> Step | None:
    """The step of the plan in which people arrive."""
    return next((step for step in steps if step.kind == "arrivals"), None)


def queue_of(people: int, form: ConsentForm, steps: Sequence[Step]) -> Queue:
    """The ways to arrive for so many people, with the questions and the minutes of this workshop."""
    step = arrivals_step(steps)
    return queue(people, len(questions(form)), step.minutes if step else USUAL_ARRIVALS)


def in_sentences(found: Queue, words: Words) -> list[str]:
    """Such as: 14 people, one screen: about 35 minutes. Give paper to 8: about 15 minutes. Print 8 forms."""
    screen, fits = found.all_at_the_screen, found.fits
    said = [
        words.many(
            "1 person, one screen: about {minutes} minutes.",
            "{n} people, one screen: about {minutes} minutes.",
            screen.on_screen,
            minutes=screen.minutes,
        )
    ]
    if found.is_too_slow:
        give = ("Give paper to 1: about {minutes} minutes.", "Give paper to {n}: about {minutes} minutes.")
        said += [words.many(*give, fits.on_paper, minutes=fits.minutes), print_forms(fits, words) + "."]
    return said


def print_forms(way: Way, words: Words) -> str:
    """What the button says that leads to the forms."""
    return words.many("Print 1 form", "Print {n} forms", way.on_paper)


def typed_in(way: Way, words: Words, one_screen: bool) -> str:
    """When the paper is typed in; "" without any."""
    if not way.on_paper:
        return ""
    if one_screen:
        return words("You type it in the break: about {n} minutes.", n=way.typing)
    return words("You type it in meanwhile: about {n} minutes.", n=way.typing)
