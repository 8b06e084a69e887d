"""A file that cannot be read in part: what is safe, the good times to go back to, and paper."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLayout

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.library import moment
from ui.parts.library_times import TimeRow
from ui.parts.start import Start
from ui.parts.start_sheet import NEXT, SIDE_BY_SIDE, sheet_page
from ui.widgets.boxes import Part
from ui.widgets.icon import Icon
from workshop.errors import WorkshopError
from workshop.session.keeping import Damage, GoodTime, good_times

SENTENCES = 3  # about what cannot be read


class DamagedPage(Page):
    """Goes back to a good time. `whole`: nothing is damaged, somebody only wants an earlier time."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, **given: Any) -> None:
        """Look at the file in `folder` and at its snapshots, on copies."""
        self.folder: Path = given["folder"]
        self.whole: bool = given.get("whole", False)
        self.start = Start.of(self.stage)
        self.found: Damage | None = None
        self.chosen = ""
        self.start.changed.connect(self._changed)
        self.start.soon(self.words("Looking for what is safe"), self._look)

    def _look(self) -> None:
        try:
            if self.whole:
                times = good_times(self.folder, self.start.library.secret_for(self.folder))
                self.found = Damage((), times, None)
            else:
                self.found = self.start.damage(self.folder)
        except WorkshopError as error:
            self.found = Damage((error.message,), (), None)
        if self.found.good_times:
            self.chosen = self.found.good_times[0].snapshot

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Go back to a good time")

    def build(self) -> None:
        """What is safe, the times, the ways on."""
        if self.found is None:
            words = self.text(self.start.busy or self.words("One moment"), 44, BOLD, centre=True)
            self.body.setLayout(self.column(1, words, 1))
            return
        content = self.column(self._title(), *self._about(self.found), *self._times(self.found), 1, gap=12)
        sheet_page(self, content, self._foot(self.found), wide=1520, padding=72)

    def _title(self) -> QLayout:
        words = self.words("A part of this file cannot be read.")
        icon, colour, ground = "file-warning", "amber", "amber_tint"
        if self.whole:
            words, icon, colour, ground = self.words("Go back to an earlier time"), "history", "ink", "linen"
        top = self.row(Icon(self.look, icon, 44, colour, ground=ground), self.text(words, 52, BOLD), gap=22)
        top.setStretch(1, 1)
        return top

    def _about(self, found: Damage) -> list[Part]:
        if self.whole:
            return [self.text(self.words("What is there now is kept aside, not thrown away."), 27)]
        kept = self.words("We did not change it. It is kept as it is.")
        parts: list[Part] = [self.text(kept, 27)]
        if found.good_times:
            when = moment(self.words, found.good_times[0].saved_at, self._now(), seconds=True)
            safe = self.words("Everything up to {when} is safe.", when=when)
            parts.append(self.text(f"{safe} {self._missing(found)}".strip(), 27, BOLD))
        return parts + [self.text(self.words(p), 22, colour="ink2") for p in _in_words(found.problems)]

    def _missing(self, found: Damage) -> str:
        if not found.acts_missing:
            return ""
        return self.words.many(
            "{n} act after that is missing. Ask who was writing.",
            "{n} acts after that are missing. Ask who was writing.",
            found.acts_missing,
        )

    def _times(self, found: Damage) -> list[Part]:
        if not found.good_times:
            nothing = self.words("There is no good time on this laptop. Do you have a copy on a USB stick?")
            return [
                self.text(nothing, 27, SEMIBOLD),
                self.row(self.button(self.words("Home"), "house", self._home, SIDE_BY_SIDE), 1),
            ]
        rows = [self._row_of(time, found) for time in found.good_times]
        note = self.words("This makes a new file. What is there now is not thrown away.")
        info = self.row(Icon(self.look, "info", 28), self.text(note, 22), gap=12)
        info.setStretch(1, 1)
        return [self.text(self.words("Go back to a good time"), 30, BOLD), *rows, info]

    def _row_of(self, time: GoodTime, found: Damage) -> TimeRow:
        many = self.words.many
        counts = [
            many("{n} note", "{n} notes", time.notes),
            many("{n} group", "{n} groups", time.groups),
            many("{n} person", "{n} people", time.people),
        ]
        what = ", ".join(counts) if time.notes or time.people else self.words("the plan, nobody here yet")
        when = moment(self.words, time.saved_at, self._now())
        row = TimeRow(self.look, when, what, self._how_new(time, found), time.snapshot == self.chosen)
        row.clicked.connect(lambda: self._choose(time.snapshot))
        return row

    def _how_new(self, time: GoodTime, found: Damage) -> str:
        newest = found.good_times[0]
        if time is newest:
            return self.words("the newest good time")
        apart = datetime.fromisoformat(newest.saved_at) - datetime.fromisoformat(time.saved_at)
        minutes = round(apart.total_seconds() / 60)
        if minutes >= 24 * 60:
            return self.words.many("{n} day earlier", "{n} days earlier", minutes // (24 * 60))
        if minutes >= 120:
            return self.words("{n} hours earlier", n=minutes // 60)
        return self.words.many("{n} minute earlier", "{n} minutes earlier", max(1, minutes))

    def _foot(self, found: Damage) -> QLayout:
        chosen = next((time for time in found.good_times if time.snapshot == self.chosen), None)
        when = moment(self.words, chosen.saved_at, self._now()) if chosen else ""
        words = self.start.busy or self.words("Go back to {when}", when=when)
        go = [self.button(words, "history", self._go_back, NEXT)] if chosen else []
        look = self.button(self.words("Look first, change nothing"), "eye", self._look_first, SIDE_BY_SIDE)
        paper = self.button(self.words("Carry on on paper"), "file-text", self._on_paper, SIDE_BY_SIDE)
        back = self.button(self.words("Back"), "arrow-left", self._back, SIDE_BY_SIDE)
        return self.row(*go, *([look] if chosen else []), back if self.whole else paper, 1, gap=20)

    # What happens

    def _now(self) -> datetime:
        return self.stage.clock()

    def _choose(self, snapshot: str) -> None:
        self.chosen = snapshot
        self.rebuild()

    def _go_back(self) -> None:
        self.start.go_back(self.folder, self.chosen)

    def _look_first(self) -> None:
        self.start.look_back(self.folder, self.chosen)

    def _on_paper(self) -> None:
        self.stage.show_desk("home")
        self.tell(self.words("Write on paper now. You can type it in later. The file is kept as it is."))

    def _back(self) -> None:
        self.stage.show_desk("recovery", folder=self.folder)

    def _home(self) -> None:
        self.stage.show_desk("home")

    def _changed(self) -> None:
        if self.isVisible() and self.stage.desk.page == "damaged":
            self.rebuild()


def _in_words(problems: tuple[str, ...]) -> list[str]:
    """Which parts cannot be read; only where nothing is known of parts, what is wrong with the file."""
    parts = [problem for problem in problems if problem.startswith("A part ")]
    return (parts or list(problems))[:SENTENCES]


PAGE = DamagedPage
