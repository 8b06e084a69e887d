"""The plan of a day: its steps, one of them to read and change, and what is open today.

Wide screens show all three beside each other. Where the letters are large for the screen a row of
choices leads from one to the next. Fields are kept when they are left; nothing waits for a "Save".
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts import plan as read
from ui.parts import plan_saving
from ui.parts.plan_day import DaySummary, details_form, scope_form
from ui.parts.plan_fields import Fields, Typed
from ui.parts.plan_list import StepFace, StepList
from ui.parts.plan_panes import filling, panes
from ui.parts.plan_step import kinds_form, step_form
from ui.widgets.bars import STAGES, TopBar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, QUIET, SMALL, Button, Kind, Style
from ui.widgets.card import Card
from ui.widgets.choice import one_of
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.history import Entry
from workshop.domain.ids import StepId
from workshop.domain.kinds import DayState, StepState
from workshop.domain.records import Step
from workshop.domain.taking_back import LOOKED_AT, OF_PEOPLE

_READY = Style(Kind.MAIN)
_HEADINGS = {"scope": "What is open today", "details": "The day", "add": "Which step?"}
_PANES = ("list", "centre", "day")


class PlanPage(Page):
    """The steps of the day, in order, with their times."""

    side = Side.FACILITATOR

    def setup(self, part: str = "step", step: str = "", **given: Any) -> None:
        """`part` is what the middle shows: a "step", "add", "scope" or "details"."""
        self.part, self.chosen = part, StepId(step)
        self.pane = "list" if part == "step" else "centre"
        self.typed = Typed()
        self.places = {name: Place() for name in _PANES}
        self.keeping = False

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The plan")

    # What it shows

    def _steps(self) -> tuple[Step, ...]:
        return self.room.all(Step)

    def _step(self) -> Step | None:
        """The chosen step; the one that is running, or the first, where none is chosen."""
        steps = self._steps()
        chosen = next((s for s in steps if s.id == self.chosen), None)
        return chosen or next((s for s in steps if s.state is StepState.STARTED), next(iter(steps), None))

    @property
    def panes(self) -> int:
        """How many panes there is room for."""
        return panes(self.look)

    def build(self) -> None:
        """The bar, then the panes that there is room for."""
        self.fields = Fields(self.look, self.words, self.room.workshop.language, self.typed, self._keep_field)
        self.bar = self._bar()
        self.body.setLayout(self.column(self.bar, *self._above(), self._shown_panes(), gap=0))

    def _bar(self) -> TopBar:
        day, words = self.room.workshop, self.words
        buttons: list[QWidget] = [
            self.button(words("Home"), "house", lambda: self.stage.show_desk("home"), SMALL)
        ]
        if day.state is DayState.DRAFT:
            buttons.append(
                self.button(words("Ready?"), "list-checks", lambda: self.stage.show_desk("ready"), _READY)
            )
        else:
            buttons.append(self.button(words("Desk"), "laptop", lambda: self.stage.show_desk("desk"), _READY))
        where = " · ".join(p for p in (words.short_day(day.day) if day.day else "", day.place) if p)
        stages = [words(stage) for stage in STAGES]
        roomy = self.panes == 3
        return TopBar(
            self.look, day.title, where if roomy else "", stages, 0, self._saved() if roomy else "", *buttons
        )

    def _saved(self) -> str:
        at = self.room.session.saved_at()
        return self.words("Saved {time}", time=self.words.clock(datetime.fromisoformat(at))) if at else ""

    def _above(self) -> list[Part]:
        """Where there is no room for all: which pane is in front, and what can be taken back."""
        if self.panes == 3:
            return []
        words = self.words
        choices = [
            ("list", words("The plan"), ""),
            ("centre", words("This step"), ""),
            ("day", words("The day"), ""),
        ]
        if self.panes == 2:
            choices = choices[1:]
        front = self._front()
        switch = one_of(self.look, choices, front, self._show_pane)
        return [self.row(switch, 1, self._undo(), margins=(32, 12, 32, 0))]

    def _front(self) -> str:
        """The pane that the choice shows; with two panes the list is there anyway."""
        return "centre" if self.panes == 2 and self.pane == "list" else self.pane

    def _shown_panes(self) -> QWidget:
        builders = {"list": self._list_pane, "centre": self._centre_pane, "day": self._day_pane}
        shares = {"list": 640, "centre": 756, "day": 404}
        shown = {3: list(_PANES), 2: ["list", self._front()], 1: [self._front()]}[self.panes]
        parts: list[Part] = [builders[name]() for name in shown]
        laid_out = self.row(*parts, gap=28, margins=(32, 20, 32, 24))
        for index, name in enumerate(shown):
            laid_out.setStretch(index, shares[name])
        return filling(laid_out)

    def _show_pane(self, pane: str) -> None:
        self.pane = pane
        self.rebuild()

    # The steps

    def _list_pane(self) -> QWidget:
        words, steps, day = self.words, self._steps(), self.room.workshop
        add = self.button(words("Add a step"), "plus", lambda: self._show_part("add"))
        self.when = self.text(read.day_in_words(day, steps, words), 20, colour="ink2")
        head = self.row(self.column(self.text(words("The plan"), 30, BOLD), self.when, gap=0), add)
        head.setStretch(0, 1)
        self.late = self.text("", 20, 500, "amber")
        chosen = self._step()
        self.list = StepList(
            self.look,
            words,
            read.lines(day, steps, words),
            chosen.id if chosen else None,
            self.choose,
            self.move_to,
            self.tell,
        )
        content = self.list if steps else self._no_steps()
        scroll = Scroll(self.look, content, words("More steps"), words("Steps before"), self.places["list"])
        undo = [self._undo()] if self.panes == 3 else []
        pane = within(QWidget(), self.column(head, self.late, scroll, *undo, gap=12))
        self._say_late()
        return pane

    def _no_steps(self) -> QWidget:
        start = self.button(
            self.words("Choose a plan"),
            "layout-grid",
            lambda: self.stage.show_desk("templates", back="plan"),
            MAIN,
        )
        said = self.text(self.words("No steps yet. Start from a template, or add a step."), 22)
        return within(
            Card(self.look, dashed=True), self.column(said, start, 1, gap=20, margins=(24, 24, 24, 24))
        )

    def _undo(self) -> Button:
        self.undo = self.button("", "undo-2", self._take_back, SMALL)
        self._show_undo()
        return self.undo

    def _show_undo(self) -> None:
        act, words = self._last_act(), self.words
        self.undo.lock("" if act else words("There is nothing to undo yet."))
        self.undo.say(words("Undo: {what}", what=words(act.label)) if act else words("Undo"))

    def _last_act(self) -> Entry | None:
        """What was done last at this side: what people write meanwhile is not taken from them here."""
        acts = self.room.session.last_acts(LOOKED_AT)
        return next((act for act in acts if act.label not in OF_PEOPLE), None)

    def _say_late(self) -> None:
        late = read.late_words(self.room.workshop, self._steps(), self.words)
        self.late.say(late)
        self.late.setVisible(bool(late))

    # The middle

    def _centre_pane(self) -> QWidget:
        head = self.row(self.text(self._heading(), 30, BOLD), *self._centre_buttons(), margins=(16, 8, 0, 0))
        head.setStretch(0, 1)
        more = self.words("More kinds" if self.part == "add" else "More below")
        scroll = Scroll(self.look, self._centre(), more, self.words("Back up"), self.places["centre"])
        return within(Card(self.look), self.column(head, scroll, margins=(16, 8, 16, 16)))

    def _heading(self) -> str:
        step = self._step()
        if self.part == "step" and step is not None:
            return read.number_of(step, self._steps(), self.words)
        return self.words(_HEADINGS.get(self.part, _HEADINGS["add"]))

    def _centre_buttons(self) -> list[QWidget]:
        words = self.words
        if self.part in ("scope", "details"):
            return [self.button(words("Done"), "check", self._close_part, SMALL)]
        if self.part == "add":
            return [self.button(words("Close"), "x", self._close_part, SMALL)]
        if self._step() is None:
            return []
        return [
            self.button(words("Copy"), "copy", self._copy, QUIET),
            self.button(words("Remove"), "trash-2", self._remove, QUIET),
        ]

    def _centre(self) -> QWidget:
        day, step = self.room.workshop, self._step()
        if self.part == "scope":
            return scope_form(self.fields, day)
        if self.part == "details":
            return details_form(self.fields, day)
        if self.part == "add" or step is None:
            return kinds_form(self.look, self.words, self.add)
        return step_form(self.fields, step, self._set_minutes)

    def _day_pane(self) -> QWidget:
        self.summary = DaySummary(
            self.look,
            self.words,
            self.room.workshop,
            lambda: self._show_part("scope"),
            lambda: self._show_part("details"),
            lambda: self.stage.show_desk("board_settings", back="plan"),
        )
        place = self.places["day"]
        scroll = Scroll(self.look, self.summary, self.words("More here"), self.words("Back up"), place)
        return within(Card(self.look), self.column(scroll, margins=(16, 16, 16, 16)))

    def _show_part(self, part: str) -> None:
        self.part, self.pane = part, "centre"
        self.places["centre"] = Place()
        self.rebuild()

    def _close_part(self) -> None:
        self._keep_all()
        self._show_part("step")
        self.pane = "list" if self.panes == 1 else self.pane
        self.rebuild()

    # Acts

    def choose(self, step: StepId) -> None:
        """Show this step in the middle."""
        self.chosen = step
        self._show_part("step")

    def move_to(self, step: StepId, place: int) -> None:
        """Put a step at another place."""
        self.chosen = step
        on_a_step = isinstance(self.focusWidget(), StepFace)
        self.did(self.room.session.plan.move_step, step, place)
        if on_a_step and self._is_shown("list"):
            self.list.focus_on(step)

    def add(self, kind: str) -> None:
        """Add a step of a kind after the chosen one, and show it."""
        step, made = self._step(), read.KINDS[kind]
        place = step.position + 1 if step else 0
        self._act(
            lambda: (
                self.room.session.plan.add_step(
                    kind, self.words(made.name), made.minutes, position=place
                ).step
            )
        )

    def _copy(self) -> None:
        step = self._step()
        if step is not None:
            self._act(lambda: self.room.session.plan.copy_step(step.id).step)

    def _act(self, act: Callable[[], StepId]) -> None:
        """Do something that makes a step, and show it."""
        made = self.do(act)
        if made is not None:
            self.choose(made)
            if self._is_shown("list"):
                self.list.focus_on(made)  # which brings it into view

    def _remove(self) -> None:
        step, steps = self._step(), self._steps()
        if step is not None and self.did(self.room.session.plan.remove_step, step.id):
            left = [s for s in steps if s.id != step.id]
            self.chosen = left[min(step.position, len(left) - 1)].id if left else StepId("")
            self.rebuild()

    def _set_minutes(self, minutes: int) -> None:
        step = self._step()
        if step is not None:
            self._quietly(lambda: self.did(self.room.session.plan.edit_step, step.id, minutes=minutes))

    def _take_back(self) -> None:
        act = self._last_act()
        if act is not None and self.did(self.room.session.undo, act.seq):
            self.tell(self.words("Taken back: {what}.", what=self.words(act.label)), "done")

    # Fields

    def _keep_field(self, key: str, text: str) -> bool:
        return self._quietly(lambda: self.did(plan_saving.save, self.room.session, key, text, self.words))

    def _quietly(self, act: Callable[[], bool]) -> bool:
        """Do something that changes only what a field shows: no widget may go while somebody writes."""
        self.keeping = True
        try:
            return act()
        finally:
            self.keeping = False

    def _keep_all(self) -> None:
        for key in list(self.typed.texts):
            self.fields.keep(key)

    def on_change(self, change: Change) -> None:
        """What somebody is writing in stays; all round it is shown anew."""
        if self.keeping:
            self._show_anew()
        else:
            self.rebuild()

    def _show_anew(self) -> None:
        day, steps, words = self.room.workshop, self._steps(), self.words
        if self.panes == 3:
            self.bar.saved.say(self._saved())
        self._show_undo()
        if self._is_shown("list") and steps:
            self.list.show_lines(read.lines(day, steps, words))
            self.when.say(read.day_in_words(day, steps, words))
            self._say_late()
        if self._is_shown("day"):
            self.summary.show_day(day)

    def _is_shown(self, pane: str) -> bool:
        return self.panes == 3 or self._front() == pane or (self.panes == 2 and pane == "list")

    def leave(self) -> None:
        """Nothing that was written is lost."""
        self._keep_all()


PAGE = PlanPage
