"""The day itself beside the plan: what is open today and the details, in short and as forms to fill in."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD, Look
from ui.parts.dates import write_date
from ui.parts.plan import scope_missing
from ui.parts.plan_fields import Fields
from ui.parts.plan_saving import day_key, written
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.button import SMALL, Button
from ui.widgets.icon import Icon
from ui.widgets.text import Text
from ui.words import Words
from workshop.domain.kinds import DayState
from workshop.domain.records import Workshop
from workshop.domain.who_is_here import in_school_hours

SCHOOL = "In term time this is in school hours. Do people under 18 come?"


def scope_lines(workshop: Workshop, words: Words) -> list[tuple[str, str]]:
    """What is decided, open and not open, who answers and by when; "" where it is not said yet."""
    return [
        (words("Decided"), workshop.decided),
        (words("Open"), workshop.still_open),
        (words("Not open"), workshop.not_open),
        (words("Who answers"), workshop.sponsor),
        (words("They answer by"), write_date(workshop.report_back_by, words)),
    ]


def detail_lines(workshop: Workshop, words: Words) -> list[tuple[str, str]]:
    """When, where, who leads, whom to ring; only what is said already."""
    day = words.day(workshop.day, year=True) if workshop.day else ""
    time = " – ".join(t for t in (workshop.starts, workshop.ends) if t)
    when = (workshop.day, workshop.starts, workshop.ends)
    found = [
        (words("The question"), workshop.question),
        (words("Day"), ", ".join(p for p in (day, time) if p)),
        (words("School"), words(SCHOOL) if in_school_hours(*when) else ""),
        (words("Place"), workshop.place),
        (words("Led by"), ", ".join(workshop.led_by)),
        (words("Toilets"), workshop.toilets),
        (words("Quiet room"), workshop.quiet_room),
        (words("Change of mind until"), write_date(workshop.change_until, words)),
    ]
    return [(label, said) for label, said in found if said]


class DaySummary(QWidget):
    """Both in short, each with a button that opens its form; and the way to how the board is set up."""

    def __init__(
        self,
        look: Look,
        words: Words,
        workshop: Workshop,
        change_scope: Callable[[], object],
        change_details: Callable[[], object],
        change_board: Callable[[], object],
    ) -> None:
        super().__init__()
        self.words = words
        self.missing = Text(look, "", 20, MEDIUM, "brick")
        self.scope = Said(look, len(scope_lines(workshop, words)))
        self.details = Said(look, 7)
        scope = Button(look, words("Change"), "pencil-line", SMALL)
        details = Button(look, words("Change"), "pencil-line", SMALL)
        scope.setAccessibleName(words("Change what is open"))
        details.setAccessibleName(words("Change the details"))
        scope.clicked.connect(lambda: change_scope())
        details.clicked.connect(lambda: change_details())
        board = Button(look, words("Set it up"), "layout-grid", SMALL)
        board.setAccessibleName(words("Set up the board"))
        board.clicked.connect(lambda: change_board())
        parts: list[Part] = [
            _heading(look, "scale", words("What is open today")),
            self.scope,
            self.missing,
            scope,
            _heading(look, "calendar", words("The day")),
            self.details,
            details,
            _heading(look, "layout-grid", words("The board")),
            board,
            1,
        ]
        within(self, column(look, *parts, gap=12, margins=(8, 8, 8, 8)))
        self.show_day(workshop)

    def show_day(self, workshop: Workshop) -> None:
        """Show what the day is now."""
        self.scope.show_lines(
            [(a, b or self.words("not said yet")) for a, b in scope_lines(workshop, self.words)]
        )
        self.details.show_lines(detail_lines(workshop, self.words))
        missing = scope_missing(workshop, self.words)
        self.missing.say(self.words("Please say: {what}.", what=", ".join(missing)) if missing else "")
        self.missing.setVisible(bool(missing))


class Said(QWidget):
    """Some lines, each a label and what is said."""

    def __init__(self, look: Look, count: int) -> None:
        super().__init__()
        self.labels = [Text(look, "", 18, SEMIBOLD, "ink2") for _ in range(count)]
        self.lines = [Text(look, "", 20) for _ in range(count)]
        parts = [column(look, a, b, gap=0) for a, b in zip(self.labels, self.lines, strict=True)]
        within(self, column(look, *parts, gap=6))

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show these lines, and leave the others away."""
        for index, (label, shown) in enumerate(zip(self.labels, self.lines, strict=True)):
            there_is = index < len(lines)
            label.setVisible(there_is)
            shown.setVisible(there_is)
            label.say(lines[index][0] if there_is else "")
            shown.say(lines[index][1] if there_is else "")


def _heading(look: Look, icon: str, text: str) -> QWidget:
    laid_out = row(look, Icon(look, icon, 28), Text(look, text, 24, BOLD), gap=10)
    laid_out.setStretch(1, 1)
    return within(QWidget(), laid_out)


def scope_form(fields: Fields, workshop: Workshop) -> QWidget:
    """What is decided, open and not open, who answers and by when."""
    words = fields.words

    def lines(part: str, label: str, rows: int = 2) -> QWidget:
        return fields.lines(day_key(part), label, written(workshop, part, words), rows, reading=True)

    def line(part: str, label: str, hint: str = "") -> QWidget:
        return fields.line(day_key(part), label, written(workshop, part, words), hint)

    return _form(
        fields.look,
        Text(fields.look, words("The day cannot start without this. People hear it at the welcome."), 20),
        lines("decided", words("What is decided already")),
        lines("still_open", words("What is open")),
        lines("not_open", words("What is not open")),
        line("sponsor", words("Who will answer")),
        line("report_back_by", words("By when they answer"), words("A date, such as 14 May 2026")),
    )


def details_form(fields: Fields, workshop: Workshop) -> QWidget:
    """When and where, who leads, whom to ring, and until when people can change their mind."""
    words = fields.words

    def line(part: str, label: str, hint: str = "") -> QWidget:
        return fields.line(day_key(part), label, written(workshop, part, words), hint)

    begun = Text(fields.look, words("The day has begun. Its title and question stay."), 20)
    named: list[QWidget] = [begun]
    if workshop.state is DayState.DRAFT:
        named = [
            line("title", words("What the day is called")),
            fields.read(day_key("question"), words("The question of the day"), workshop.question),
            line("day", words("Which day"), words("A date, such as 14 May 2026")),
        ]
    times = row(fields.look, line("starts", words("Starts at")), line("ends", words("Ends at")), gap=16)
    return _form(
        fields.look,
        *named,
        within(QWidget(), times),
        line("place", words("Place")),
        line("host", words("Who invites people")),
        fields.lines(day_key("led_by"), words("Led by, one name a line"), written(workshop, "led_by", words)),
        fields.lines(
            day_key("ring"),
            words("Whom to ring, one line each: what about, who, the number"),
            written(workshop, "ring", words),
        ),
        line("toilets", words("Where the toilets are")),
        line("quiet_room", words("Where the quiet room is")),
        line(
            "change_until", words("People can change their mind until"), words("A date, such as 14 May 2026")
        ),
    )


def _form(look: Look, *parts: QWidget) -> QWidget:
    return within(QWidget(), column(look, *parts, 1, gap=16, margins=(16, 0, 16, 16)))
