"""Doing things with the plan: the question, what is open, the steps, the day's beginning and end."""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from workshop.domain import plan
from workshop.domain.ids import StepId
from workshop.domain.kinds import DayState, NoteState, StepState
from workshop.domain.labels import Label
from workshop.domain.persons import Answer, Person
from workshop.domain.records import Contact, Note, Step, Workshop
from workshop.domain.who_is_here import here
from workshop.domain.words import check_language, must_say, tidy, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context
from workshop.session.equality import count_equality
from workshop.session.resources import template_named
from workshop.storage import drafts
from workshop.storage.erase import forget_unseen

# What of a step another workshop can start from.
_OF_TEMPLATE = ("kind", "title", "minutes", "prompt", "say", "how", "to_do", "easy")


@dataclass(frozen=True)
class StepAdded:
    """The id of a new step."""

    step: StepId


class Plan:
    """The area `plan`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @action
    def create(
        self,
        title: str,
        question: str = "",
        date_: date | None = None,
        place: str = "",
        template: str = "",
        language: str = "en",
    ) -> None:
        """Say what the workshop is called and asks; a template brings its steps."""
        workshop = self._context.need_open_day()
        if workshop.state is not DayState.DRAFT:
            raise RuleBroken("This day has begun: its title and question stay. Nothing was changed.")
        made = replace(
            workshop,
            title=must_say(tidy_line(title), "the workshop a title"),
            question=tidy_line(question),
            day=date_,
            place=tidy_line(place),
            template=template,
            language=check_language(language),
        )
        steps = self._steps_of(template) if template else []
        self._context.store.apply(Label.MAKE_WORKSHOP, [made, *steps], self._steps() if template else [])

    def _steps_of(self, template: str) -> list[Step]:
        steps = template_named(template)["steps"]
        return [self._step_of(i, step) for i, step in enumerate(steps)]

    def _step_of(self, position: int, data: dict[str, Any]) -> Step:
        lists = {name: tuple(data.get(name, ())) for name in ("to_do", "easy")}
        return Step(StepId(self._context.new_id()), position, **(data | lists))

    def _steps(self) -> tuple[Step, ...]:
        return self._context.store.all(Step)

    @action
    def name_day(self, title: str, question: str = "", date_: date | None = None) -> None:
        """Say what the workshop is called, what it asks, and on which day; its steps stay."""
        workshop = self._context.need_open_day()
        if workshop.state is not DayState.DRAFT:
            raise RuleBroken("This day has begun: its title and question stay. Nothing was changed.")
        title = must_say(tidy_line(title), "the workshop a title")
        named = replace(workshop, title=title, question=tidy_line(question), day=date_)
        self._context.store.apply(Label.CHANGE_DETAILS, [named])

    @action
    def set_scope(
        self, decided: str, open_: str, not_open: str, sponsor: str, report_back_by: date | None = None
    ) -> None:
        """Say what is decided, open and not open, who answers, and by when."""
        changed = replace(
            self._context.need_open_day(),
            decided=tidy(decided),
            still_open=tidy(open_),
            not_open=tidy(not_open),
            sponsor=tidy_line(sponsor),
            report_back_by=report_back_by,
        )
        self._context.store.apply(Label.SET_SCOPE, [changed])

    @action
    def set_details(
        self,
        host: str | None = None,
        place: str | None = None,
        starts: str | None = None,
        ends: str | None = None,
        led_by: list[str] | None = None,
        ring: list[Contact] | None = None,
        change_until: date | None = None,
        toilets: str | None = None,
        quiet_room: str | None = None,
    ) -> None:
        """Say who hosts and leads, where and when, whom to ring, until when people can change their mind."""
        day = self._context.need_open_day()
        workshop = replace(
            day,
            host=_line_or(host, day.host),
            place=_line_or(place, day.place),
            starts=_line_or(starts, day.starts),
            ends=_line_or(ends, day.ends),
            toilets=_line_or(toilets, day.toilets),
            quiet_room=_line_or(quiet_room, day.quiet_room),
        )
        if led_by is not None:
            workshop = replace(workshop, led_by=tuple(tidy_line(name) for name in led_by))
        if ring is not None:
            workshop = replace(workshop, ring=tuple(map(_tidy_contact, ring)))
        if change_until is not None:
            workshop = replace(workshop, change_until=change_until)
        self._context.store.apply(Label.CHANGE_DETAILS, [workshop])

    @action
    def add_step(
        self,
        kind: str,
        title: str,
        minutes: int = 0,
        prompt: str = "",
        say: str = "",
        position: int | None = None,
    ) -> StepAdded:
        """Add a step to the plan, at a place counted from 0; at the end where none is given."""
        self._context.need_open_day()
        title = must_say(tidy_line(title), "the step a title")
        at = len(self._steps()) if position is None else position
        id_ = StepId(self._context.new_id())
        return self._put_in(
            Step(id_, at, tidy_line(kind), title, _minutes(minutes), tidy(prompt), tidy(say)), at
        )

    @action
    def copy_step(self, step: StepId) -> StepAdded:
        """Put a step into the plan once more, straight after itself, as one that has not begun."""
        self._context.need_open_day()
        once = self._context.store.need(Step, step)
        id_ = StepId(self._context.new_id())
        return self._put_in(replace(once, id=id_, state=StepState.PLANNED, started_at=""), once.position + 1)

    def _put_in(self, step: Step, position: int) -> StepAdded:
        self._context.store.apply(Label.ADD_STEP, plan.put_in(self._steps(), step, position))
        return StepAdded(step.id)

    @action
    def edit_step(
        self,
        step: StepId,
        title: str | None = None,
        minutes: int | None = None,
        prompt: str | None = None,
        say: str | None = None,
        how: str | None = None,
        to_do: list[str] | None = None,
        easy: list[str] | None = None,
    ) -> None:
        """Change what a step is called, how long it takes, what people see and what is said."""
        self._context.need_open_day()
        changed = self._context.store.need(Step, step)
        if title is not None:
            changed = replace(changed, title=must_say(tidy_line(title), "the step a title"))
        if minutes is not None:
            changed = replace(changed, minutes=_minutes(minutes))
        if prompt is not None:
            changed = replace(changed, prompt=tidy(prompt))
        if say is not None:
            changed = replace(changed, say=tidy(say))
        if how is not None:
            changed = replace(changed, how=tidy(how))
        if to_do is not None:
            changed = replace(changed, to_do=tuple(map(tidy_line, to_do)))
        if easy is not None:
            changed = replace(changed, easy=tuple(map(tidy_line, easy)))
        self._context.store.apply(Label.EDIT_STEP, [changed])

    @action
    def move_step(self, step: StepId, position: int) -> None:
        """Move a step to another place in the plan, counted from 0."""
        self._context.need_open_day()
        self._context.store.need(Step, step)
        self._context.store.apply(Label.MOVE_STEP, plan.move_step(self._steps(), step, position))

    @action
    def remove_step(self, step: StepId) -> None:
        """Take a step that has not begun out of the plan."""
        self._context.need_open_day()
        gone = self._context.store.need(Step, step)
        if gone.state is not StepState.PLANNED:
            raise RuleBroken("This step has begun and stays in the plan. Nothing was changed.")
        others = [s for s in self._steps() if s.id != step]
        self._context.store.apply(
            Label.REMOVE_STEP, [replace(s, position=i) for i, s in enumerate(others)], [gone]
        )

    @action
    def start_step(self, step: StepId) -> None:
        """Start a step; the one that was running is finished."""
        self._context.need_open_day()
        self._context.store.need(Step, step)
        at = f"{self._context.clock():%H:%M}"
        self._context.store.apply(Label.START_STEP, plan.start_step(self._steps(), step, at))

    @action
    def finish_step(self) -> None:
        """Finish the step that is running."""
        running = [s for s in self._steps() if s.state is StepState.STARTED]
        if not running:
            raise RuleBroken("No step is running. Nothing was changed.")
        self._context.store.apply(Label.FINISH_STEP, [replace(s, state=StepState.FINISHED) for s in running])

    @action
    def open_day(self) -> None:
        """Begin the day; it has to be said before what is open, what is not, and who answers."""
        self._context.store.apply(Label.OPEN_DAY, [plan.open_day(self._context.workshop)])

    @action
    def close_day(self, next_date: date | None = None, next_time: str = "", reason: str = "") -> None:
        """End the day, with the next date or why there is none; what nobody was shown is forgotten."""
        context = self._context
        context.refuse_while_voting("The day cannot be closed")
        closed = plan.close_day(context.workshop, next_date, tidy_line(next_time), reason, context.today())
        closed = replace(closed, came=self._came(closed), equality_sheets=count_equality(context))
        notes = context.store.all(Note)
        placed = [replace(note, waiting=False) for note in notes if note.waiting]  # nobody can do it later
        unseen = [note for note in notes if note.state is NoteState.HIDDEN]
        if unseen or drafts.kept(context.store.database):
            forget_unseen(context.place, Label.CLOSE_DAY, [closed, *placed], unseen)
        else:
            context.store.apply(Label.CLOSE_DAY, [closed, *placed], barrier=True)

    def _came(self, day: Workshop) -> int:
        """How many were here, with a name or without; not those who were only expected again."""
        store = self._context.store
        return len(here(store.all(Person), {a.person for a in store.all(Answer)})) + day.walk_ins

    @action
    def save_template(self, path: Path) -> None:
        """Save the steps as a template file that another workshop can start from."""
        steps = [{name: getattr(step, name) for name in _OF_TEMPLATE} for step in self._steps()]
        if path.exists():
            raise RuleBroken(
                "A file of that name is there already. Nothing was written. Please name it anew."
            )
        template = {"title": self._context.workshop.title, "steps": steps}
        text = json.dumps(template, ensure_ascii=False, indent=1)
        self._context.write_file(path, text.encode())


def _line_or(new: str | None, old: str) -> str:
    return old if new is None else tidy_line(new)


def _tidy_contact(contact: Contact) -> Contact:
    return Contact(tidy_line(contact.about), tidy_line(contact.name), tidy_line(contact.number))


def _minutes(minutes: int) -> int:
    if not 0 <= minutes <= 24 * 60:
        raise RuleBroken("A step takes between 0 minutes and one day. Nothing was changed.")
    return minutes
