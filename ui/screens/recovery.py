"""The first page after a stop: what is here, to the second, and three ways on."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.library import moment
from ui.parts.start import Start
from ui.parts.start_sheet import NEXT, SIDE_BY_SIDE, sheet_page
from ui.widgets.boxes import within
from ui.widgets.card import Ground
from ui.widgets.icon import Icon
from workshop.errors import StorageError, WorkshopDamaged, WrongPassphrase
from workshop.session.keeping import Standing, standing

LONGEST_NOTE = 60


class RecoveryPage(Page):
    """Says what is here after a stop in the workshop of `folder`. Changes nothing by itself."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, **given: Any) -> None:
        """Look into the workshop in `folder`, without changing anything."""
        self.folder: Path = given["folder"]
        self.start = Start.of(self.stage)
        self.began = self.stage.clock()
        self.there: Standing | None = None
        self.start.changed.connect(self._changed)
        self.start.soon(self.words("Looking at what is here"), self._look)

    def _look(self) -> None:
        try:
            session = self.start.library.open(self.folder, read_only=True)
        except WrongPassphrase:
            return self.stage.show_desk("unlock", folder=self.folder)
        except WorkshopDamaged:
            return self.stage.show_desk("damaged", folder=self.folder)
        except StorageError as error:
            self.tell(error.message, "look")
            return self.stage.show_desk("home")
        try:
            self.there = standing(session)
        finally:
            session.close()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("After a stop")

    def build(self) -> None:
        """What happened, what is here, the ways on."""
        if self.there is None:
            words = self.text(self.start.busy or self.words("One moment"), 44, BOLD, centre=True)
            self.body.setLayout(self.column(1, words, 1))
            return
        stopped = self.words(
            "The laptop stopped after {then}. It started again at {now}.",
            then=moment(self.words, self.there.saved_at, self.began),
            now=self.words.clock(self.began),
        )
        top = self.row(
            Icon(self.look, "check", 50, "leaf", ground="leaf_tint"), self.text(stopped, 26, SEMIBOLD), gap=24
        )
        top.setStretch(1, 1)
        saved = moment(self.words, self.there.saved_at, self.began, seconds=True)
        content = self.column(
            top,
            self.text(self.words("Everything up to {when} is here.", when=saved), 66, BOLD),
            self.text(self._what_to_check(), 30),
            self.column(*(self._line(*line) for line in self._lines(self.there)), gap=0),
            gap=18,
        )
        sheet_page(self, content, self._foot(), wide=1418, tall=False)

    def _what_to_check(self) -> str:
        return self.words(
            "You can carry on from the same place. Was someone writing when it stopped? "
            "Ask them to check their last note."
        )

    def _lines(self, there: Standing) -> tuple[tuple[str, str, str], ...]:
        """Icon, what is here, and more about it."""
        many = self.words.many
        groups = many("{n} group", "{n} groups", there.groups)
        notes = many("{n} note in {groups}", "{n} notes in {groups}", there.notes, groups=groups)
        people = many("{n} person and their answers", "{n} people and their consent answers", there.people)
        unsigned = many("{n} has not signed yet", "{n} have not signed yet", there.unsigned)
        copied = moment(self.words, self.start.settings.copies.get(self.folder.name, ""), self.began)
        last = there.last_note[:LONGEST_NOTE] + ("…" if len(there.last_note) > LONGEST_NOTE else "")
        return (
            ("sticky-note", notes, self.words("The last note: “{note}”", note=last) if last else ""),
            ("users", people, unsigned if there.unsigned else self.words("All signatures are here")),
            ("vote", *self._vote(there.ballots)),
            (
                "usb",
                self.words("Copy on USB"),
                self.words("From {when}. You do not need it.", when=copied)
                if copied
                else self.words("None yet"),
            ),
        )

    def _vote(self, ballots: int | None) -> tuple[str, str]:
        if ballots is None:
            return self.words("No vote was open"), self.words("Nothing to count again")
        cast = self.words.many("{n} vote is in the box", "{n} votes are in the box", ballots)
        return self.words("A vote is open"), self.words("{cast}. It goes on.", cast=cast)

    def _line(self, icon: str, what: str, more: str) -> QWidget:
        line = self.row(
            Icon(self.look, icon, 36, "damson"),
            self.text(what, 26, SEMIBOLD),
            self.text(more, 26),
            gap=22,
            margins=(0, 20, 0, 20),
        )
        line.setStretch(1, 1)
        line.setStretch(2, 1)
        return within(Ground(self.look, "paper", "top"), line)

    def _foot(self) -> QLayout:
        on = self.button(self.start.busy or self.words("Carry on"), "play", self._carry_on, NEXT)
        look = self.button(self.words("Look first, change nothing"), "eye", self._look_first, SIDE_BY_SIDE)
        back = self.button(self.words("Go back to an earlier time"), "history", self._go_back, SIDE_BY_SIDE)
        return self.row(on, look, back, 1, gap=20)

    # What happens

    def _carry_on(self) -> None:
        words = self.words("Opening {name}", name=self.folder.name)
        self.start.soon(words, lambda: self.start.open_now(self.folder))

    def _look_first(self) -> None:
        words = self.words("Opening {name}", name=self.folder.name)
        self.start.soon(words, lambda: self.start.open_now(self.folder, read_only=True))

    def _go_back(self) -> None:
        self.stage.show_desk("damaged", folder=self.folder, whole=True)

    def _changed(self) -> None:
        if self.isVisible() and self.stage.desk.page == "recovery":
            self.rebuild()


PAGE = RecoveryPage
