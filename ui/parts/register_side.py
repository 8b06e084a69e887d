"""What stands beside the list: who is here in numbers, what is left to do, how long arrivals take."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD
from ui.page import Page
from ui.parts import register, register_queue
from ui.parts.arrival import VOICES
from ui.parts.ready import SCHOOL
from ui.parts.register_to_do import of_balance
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL
from ui.widgets.card import Card
from ui.widgets.choice import Stepper
from ui.widgets.icon import Icon
from workshop.domain.kinds import DayState, Voice
from workshop.domain.queue import Queue
from workshop.domain.records import Step
from workshop.domain.who_is_here import Balance

MOST_TO_DO = 6
MOST_WALK_INS = 500


@dataclass(frozen=True)
class Beside:
    """What the cards say."""

    counts: register.Counts
    balance: Balance
    to_do: Sequence[str]
    school: bool


def cards(page: Page, beside: Beside) -> list[QWidget]:
    """The cards from top to bottom."""
    return [
        _counts(page, beside),
        *_to_do(page, beside.to_do),
        *_school(page, beside),
        *_queue(page, beside.counts),
        _for_us(page),
    ]


# Numbers


def _counts(page: Page, beside: Beside) -> QWidget:
    words, counts = page.words, beside.counts
    many = counts.here + page.room.workshop.walk_ins
    number = page.text(str(many), 44, BOLD, wrap=False)
    here = page.text(words.many("person is here", "people are here", many), 24)
    first = page.row(number, here, gap=14)
    first.setStretch(1, 1)
    lines: list[Part] = [first]
    lines += [_line(page, _voice(page, voice, counts), n) for voice, n in counts.voices.items()]
    lines += [_line(page, words("Not said yet"), counts.unsaid)] if counts.unsaid else []
    lines += [_walk_ins(page), *_expected(page, counts), *_balance(page, beside.balance)]
    return within(Card(page.look), page.column(*lines, gap=6, margins=(24, 16, 24, 20)))


def _voice(page: Page, voice: Voice, counts: register.Counts) -> str:
    name = page.words(VOICES[voice][1])
    if voice is not Voice.CARER or not counts.young_carers:
        return name
    young = page.words.many("{n} young carer", "{n} young carers", counts.young_carers)
    return f"{name} ({young})"


def _line(page: Page, text: str, n: int) -> QLayout:
    line = page.row(page.text(text, 22), page.text(str(n), 22, BOLD, wrap=False))
    line.setStretch(0, 1)
    return line


def _walk_ins(page: Page) -> QWidget:
    """Who is here without any record: a number that a finger raises, and nothing else."""
    words, room = page.words, page.room
    name = words("Here without a form, only counted")
    if room.workshop.state is DayState.CLOSED:
        return within(QWidget(), _line(page, name, room.workshop.walk_ins))
    stepper = Stepper(
        page.look,
        name,
        room.workshop.walk_ins,
        0,
        MOST_WALK_INS,
        lambda n: page.did(room.session.people.count_walk_ins, n),
        fewer=words("One fewer without a form"),
        more=words("One more without a form"),
    )
    line = page.row(page.text(name, 22), stepper, gap=8)
    line.setStretch(0, 1)
    return within(QWidget(), line)


def _expected(page: Page, counts: register.Counts) -> list[QWidget]:
    if not counts.expected:
        return []
    text = page.words.many(
        "{n} came before and is not here yet.", "{n} came before and are not here yet.", counts.expected
    )
    return [page.text(text, 20, colour="ink2")]


def _balance(page: Page, balance: Balance) -> list[Part]:
    """Lived experience and staff as two numbers; a flag and words where there are more staff."""
    told, warning = of_balance(balance, page.words)
    parts: list[Part] = [page.text(told, 20, SEMIBOLD)]
    if warning:
        line = page.row(Icon(page.look, "flag", 26, "amber"), page.text(warning, 20, BOLD, "amber"), gap=10)
        line.setStretch(1, 1)
        parts.append(line)
    return parts


# Things to do


def _amber(page: Page, icon: str, title: str, *parts: Part) -> QWidget:
    head = page.row(Icon(page.look, icon, 28, "amber"), page.text(title, 24, BOLD, "amber"), gap=12)
    head.setStretch(1, 1)
    inside = page.column(head, *parts, gap=8, margins=(24, 16, 24, 20))
    return within(Card(page.look, "amber_tint", "amber", 20), inside)


def _school(page: Page, beside: Beside) -> list[QWidget]:
    if not beside.school:
        return []
    return [
        _amber(
            page,
            "graduation-cap",
            page.words("This day is in school hours"),
            page.text(page.words(SCHOOL), 21),
        )
    ]


def _to_do(page: Page, left: Sequence[str]) -> list[QWidget]:
    if not left:
        return []
    lines: list[Part] = [page.text(sentence, 21) for sentence in left[:MOST_TO_DO]]
    more = len(left) - MOST_TO_DO
    if more > 0:
        lines.append(page.text(page.words.many("And {n} more.", "And {n} more.", more), 21))
    return [_amber(page, "flag", page.words("To do"), *lines)]


def _queue(page: Page, counts: register.Counts) -> list[QWidget]:
    """How long it takes until everybody who is expected has arrived, and who gets paper."""
    room, words = page.room, page.words
    to_come = room.workshop.expected - counts.here - room.workshop.walk_ins
    if to_come <= 0 or room.workshop.state is DayState.CLOSED:
        return []
    form = room.session.people.form(words.language)
    found = register_queue.queue_of(to_come, form, room.all(Step))
    title = words.many("{n} person is still to come", "{n} people are still to come", to_come)
    head = page.row(Icon(page.look, "hourglass", 28), page.text(title, 22, BOLD), gap=12)
    head.setStretch(1, 1)
    said = page.text(" ".join(register_queue.in_sentences(found, words)), 21)
    inside = page.column(head, said, *_forms(page, found), gap=8, margins=(24, 16, 24, 20))
    return [within(Card(page.look), inside)]


def _forms(page: Page, found: Queue) -> list[Part]:
    way, words = found.fits, page.words
    if not way.on_paper:
        return []
    typed = register_queue.typed_in(way, words, page.stage.one_screen)
    print_ = page.button(
        register_queue.print_forms(way, words),
        "printer",
        lambda: page.stage.show_desk("people_papers", kind="consent", copies=way.on_paper),
        SMALL,
    )
    return [page.text(typed, 20, colour="ink2"), print_]


def _for_us(page: Page) -> QWidget:
    title = page.text(page.words("Seen by facilitators only"), 22, BOLD)
    text = page.words("Consent decides what is printed. You do not have to remember it.")
    parts = page.column(title, page.text(text, 20, colour="ink2"), gap=4, margins=(24, 16, 24, 20))
    return within(Card(page.look), parts)
