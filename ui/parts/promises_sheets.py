"""What opens over the promises, one thing at a time: who, by when, the notes behind, and what we cannot do.

Each takes the place of the rows and leads back to them. Names are read here so that the facilitator can
choose one; no page of the people shows this.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD
from ui.page import Page
from ui.parts import promises
from ui.parts.promises import Row
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, SMALL, Button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import Line, Lines, labelled
from ui.widgets.large_note import LargeNote
from ui.widgets.promise_row import is_stacked
from ui.widgets.scroll import Scroll
from workshop.domain.ids import PersonId
from workshop.domain.persons import Person

MONTHS = (1, 2, 3, 6)


def sheet(
    page: Page, title: str, under: str, content: QLayout, back: Callable[[], object], *buttons: Button
) -> QLayout:
    """A white card with a title; the content can be drawn up; the buttons stay in view."""
    way_back = page.button(page.words("Back"), "arrow-left", back, PLAIN)
    said: list[Part] = [page.text(title, 34, BOLD), *([page.text(under, 22)] if under else [])]
    head = page.row(way_back, page.column(*said, gap=2), *buttons, gap=24)
    head.setStretch(1, 1)
    area = Scroll(page.look, within(QWidget(), content), page.words("More"), page.words("Back up"))
    card = within(Card(page.look), page.column(head, area, gap=24, margins=(30, 22, 30, 26)))
    return page.row(card, margins=(32, 20, 32, 24))


def quick_dates(page: Page, today: date) -> list[tuple[str, date]]:
    """Dates that are often meant."""
    said = page.words.many
    return [(said("In 1 month", "In {n} months", n), promises.months_later(today, n)) for n in MONTHS]


class WhoSheet:
    """Who does it: a person of the room, or words; and the role, where a name is not to be printed."""

    def __init__(self, page: Page, row: Row, keep: Callable[..., object], back: Callable[[], object]) -> None:
        self.page, self.row, self.keep, self.back = page, row, keep, back
        promise = row.promise
        self.person: PersonId | None = promise.owner_person if promise else None
        self.other = Line(page.look, page.words("Somebody else"), promise.owner if promise else "")
        self.role = Line(page.look, page.words("The role"), promise.owner_role if promise else "")

    def layout(self) -> QLayout:
        """Everybody by name, then a field for others, then the role."""
        page, words = self.page, self.page.words
        done = page.button(words("Done"), "check", self._done, MAIN)
        nobody = page.button(words("Nobody yet"), "x", self._nobody, SMALL)
        content = page.column(
            page.text(words("Somebody in the room"), 22, SEMIBOLD),
            self._names(),
            labelled(page.look, words("Somebody else, or two people together"), self.other),
            *self._about_the_role(),
            page.row(nobody, 1),
            1,
            gap=20,
        )
        return sheet(page, words("Who does it?"), self.row.title, content, self.back, done)

    def _names(self) -> QLayout:
        page, people = self.page, self.page.room.all(Person)
        grid, columns = QGridLayout(), 3 if is_stacked(page.look) else 5
        grid.setSpacing(page.look.gap)
        for i, (person, called) in enumerate(promises.names_of(people)):
            button = page.button(called, "user", partial(self._choose, person))
            button.setCheckable(True)
            button.setChecked(person == self.person)
            grid.addWidget(button, i // columns, i % columns)
        return grid

    def _about_the_role(self) -> list[Part]:
        page, words = self.page, self.page.words
        refused = promises.refuses_name(page.room, self.person, page.room.now().date())
        said = words("They said no to a printed name. Print the role instead?")
        above: list[Part] = [page.text(said, 22, MEDIUM, "amber")] if refused else []
        return [*above, labelled(page.look, words("The role, such as: ward nurse"), self.role)]

    def _choose(self, person: PersonId) -> None:
        self.keep(owner=person)
        if promises.refuses_name(self.page.room, person, self.page.room.now().date()):
            self.page.rebuild()
        else:
            self.back()

    def _nobody(self) -> None:
        self.keep(owner="", owner_role="")
        self.back()

    def _done(self) -> None:
        written = self.other.text().strip()
        owner = {"owner": written} if written else {}
        self.keep(owner_role=self.role.text().strip(), **owner)
        self.back()


def when_sheet(page: Page, row: Row, keep: Callable[..., object], back: Callable[[], object]) -> QLayout:
    """By when: a date that is often meant, or one typed."""
    words, today = page.words, page.room.now().date()
    before = row.promise.by_when if row.promise else None
    field = DateField(page.look, words, today, before, quick_dates(page, today), lambda _: None)

    def done() -> None:
        if field.why_not:
            page.tell(field.why_not, "look")
            return
        keep(by_when=field.chosen) if field.chosen else keep(no_date=True)
        back()

    ok = page.button(words("Done"), "check", done, MAIN)
    return sheet(page, words("By when?"), row.title, page.column(field, 1), back, ok)


def notes_sheet(page: Page, row: Row, back: Callable[[], object]) -> QLayout:
    """The way back: the vote, the groups, the words of the notes in sight."""
    words, trail = page.words, promises.trail_of(row, page.room, page.words)
    groups = words("From: {groups}", groups=", ".join(trail.groups)) if trail.groups else ""
    said = [text for text in (trail.vote, groups) if text]
    if not trail.notes:
        said.append(words("No notes are behind it."))
    grid, columns = QGridLayout(), 2 if is_stacked(page.look) else 3
    grid.setSpacing(page.look.px(16))
    for i, note in enumerate(trail.notes):
        large = LargeNote(page.look, words, note, 26)
        large.setMinimumHeight(page.look.px(150))
        grid.addWidget(large, i // columns, i % columns)
    for i in range(columns):
        grid.setColumnStretch(i, 1)
    content = page.column(*(page.text(text, 24, MEDIUM) for text in said), grid, 1, gap=16)
    return sheet(page, words("Where it comes from"), row.title, content, back)


class MeetSheet:
    """When we meet again, or why we do not."""

    def __init__(
        self, page: Page, back: Callable[[], object], and_then: Callable[..., object], done: str
    ) -> None:
        self.page, self.back, self.and_then, self.done_said = page, back, and_then, done
        day, words = page.room.workshop, page.words
        self.date = day.next_date
        self.time = Line(page.look, words("At what time"), day.next_time)
        self.reason = Lines(page.look, words("Why we do not meet again"), day.no_next_reason)

    def layout(self, title: str, under: str = "") -> QLayout:
        """Date, time, and below them the reason why there is none."""
        page, words, today = self.page, self.page.words, self.page.room.now().date()
        quick = quick_dates(page, today)
        self.day = DateField(page.look, words, today, self.date, quick, self._take)
        content = page.column(
            self.day,
            labelled(page.look, words("At what time, such as 13:00"), self.time),
            labelled(page.look, words("Or: why is there no next date?"), self.reason),
            1,
            gap=20,
        )
        return sheet(
            page, title, under, content, self.back, page.button(self.done_said, "check", self._done, MAIN)
        )

    def _take(self, day: date | None) -> None:
        self.date = day

    def _done(self) -> None:
        if self.day.why_not:
            self.page.tell(self.day.why_not, "look")
            return
        reason = "" if self.date else self.reason.toPlainText().strip()
        if self.and_then(next_date=self.date, next_time=self.time.text().strip(), reason=reason):
            self.back()


def cannot_sheet(page: Page, keep: Callable[[str, str], bool], back: Callable[[], object]) -> QLayout:
    """What we cannot do now, and why: all of it, and two fields for one more."""
    words = page.words
    theme = Line(page.look, words("What we cannot do now"))
    reason = Lines(page.look, words("Why"))
    add = page.button(
        words("Add"), "plus", lambda: keep(theme.text().strip(), reason.toPlainText().strip()), MAIN
    )
    there = [said for one in promises.cannot_now(page.room) for said in _cannot(page, one)]
    content = page.column(
        labelled(page.look, words("What can we not do now?"), theme),
        labelled(page.look, words("Why not?"), reason),
        *there,
        1,
        gap=16,
    )
    return sheet(page, words("What we cannot do now, and why"), "", content, back, add)


def _cannot(page: Page, said: tuple[str, str]) -> Sequence[Part]:
    theme, why = said
    return (page.column(page.text(theme, 22, BOLD), page.text(why, 22), gap=2),)


class ChooseSheet:
    """One more promise: an idea that has no row yet, or words of its own."""

    def __init__(
        self,
        page: Page,
        choose: Callable[[str], object],
        write: Callable[[str], object],
        back: Callable[[], object],
    ) -> None:
        self.page, self.choose, self.write, self.back = page, choose, write, back
        self.own = Line(page.look, page.words("What it is about"))

    def layout(self) -> QLayout:
        """The ideas that are left, then a field."""
        page, words = self.page, self.page.words
        buttons = [
            page.button(title, "lightbulb", partial(self.choose, source))
            for source, title in promises.not_chosen(page.room)
        ]
        ideas: list[Part] = [page.text(words("An idea"), 22, SEMIBOLD), *buttons] if buttons else []
        add = page.button(words("Add"), "plus", lambda: self.write(self.own.text().strip()), MAIN)
        content = page.column(
            *ideas, labelled(page.look, words("Or write what it is about"), self.own), 1, gap=16
        )
        return sheet(page, words("One more"), "", content, self.back, add)
