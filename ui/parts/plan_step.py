"""One step of the plan, to read and change; and the kinds of steps to add."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look import MEDIUM, SEMIBOLD, Look
from ui.parts.plan import KINDS, needs_question
from ui.parts.plan_fields import Fields
from ui.parts.plan_saving import step_key, written
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.button import TOOL, Button
from ui.widgets.choice import Stepper
from ui.widgets.text import Text
from ui.words import Words
from workshop.domain.records import Step

LONGEST_STEP = 240


def step_form(fields: Fields, step: Step, minutes: Callable[[int], object]) -> QWidget:
    """The step: what people see, how it is done, what is said, how long it takes."""
    look, words = fields.look, fields.words

    def text(part: str) -> tuple[str, str]:
        return step_key(step.id, part), written(step, part, words)

    title, prompt, how, say, to_do, easy = map(text, ("title", "prompt", "how", "say", "to_do", "easy"))
    parts: list[Part] = [
        fields.line(title[0], words("What this step is called"), title[1]),
        fields.read(prompt[0], words("The question people see"), prompt[1], words("What do you ask?")),
    ]
    if needs_question(step):
        parts.append(Text(look, words("People need a question here."), 20, MEDIUM, "brick"))
    parts += [
        fields.lines(how[0], words("How to do it, in plain words"), how[1], reading=True),
        fields.lines(say[0], words("Words for you to say"), say[1], reading=True, said=True),
        _minutes(look, words, step, minutes),
        fields.lines(to_do[0], words("What you do, one line each"), to_do[1], 3),
        fields.lines(easy[0], words("The same in three short lines"), easy[1], 3),
        1,
    ]
    return within(QWidget(), column(look, *parts, gap=16, margins=(16, 0, 16, 16)))


def _minutes(look: Look, words: Words, step: Step, change: Callable[[int], object]) -> QWidget:
    name = words("Minutes")
    stepper = Stepper(
        look,
        name,
        step.minutes,
        0,
        LONGEST_STEP,
        change,
        fewer=words("Fewer minutes"),
        more=words("More minutes"),
    )
    label = Text(look, name, 20, SEMIBOLD, "ink2")
    informs = words("The timer never closes a step. You decide when to move on.")
    laid_out = row(look, column(look, label, stepper, gap=6), Text(look, informs, 20, colour="ink2"), gap=24)
    laid_out.setStretch(1, 1)
    return within(QWidget(), laid_out)


def kinds_form(look: Look, words: Words, add: Callable[[str], object]) -> QWidget:
    """All kinds of steps, each with what happens in it; `add` is given the kind."""
    grid = QGridLayout()
    grid.setSpacing(look.gap)
    for index, (key, kind) in enumerate(KINDS.items()):
        button = Button(look, words(kind.name), kind.icon, TOOL, words(kind.about))
        button.clicked.connect(lambda _=False, key=key: add(key))
        grid.addWidget(button, index // 2, index % 2)
    below = Text(look, words("The new step comes after the one you chose."), 20, colour="ink2")
    return within(QWidget(), column(look, below, grid, 1, gap=16, margins=(16, 0, 16, 16)))
