"""One opened row of the list: what we do for somebody, their age, and what can be taken back."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD
from ui.parts import register
from ui.parts.arrival import QUESTIONS
from ui.widgets.boxes import within
from ui.widgets.button import SMALL
from ui.widgets.card import Card
from ui.widgets.choice import Segment
from ui.widgets.field import Line, labelled
from workshop.domain.kinds import AgeGroup, Item, Said
from workshop.domain.persons import Answer

if TYPE_CHECKING:
    from ui.screens.arrivals import ArrivalsPage


class PersonCard(Card):
    """What can be done about one person. Fields are kept when they are left."""

    def __init__(self, page: "ArrivalsPage", row: register.Row) -> None:
        super().__init__(page.look, "paper", "damson", 20, 3)
        self.page, self.row = page, row
        self.erasing = False
        self._lay_out()

    # Laying out

    def _lay_out(self) -> None:
        inside = within(QWidget(self), self.page.column(*self._parts(), gap=12))
        outer = self.page.column(inside, margins=(20, 16, 20, 20))
        within(self, outer)
        self._inside = inside

    def _parts(self) -> list[QWidget | QLayout]:
        page, words = self.page, self.page.words
        close = page.button(words("Close"), "x", page.close_row, SMALL)
        head = page.row(page.text(self.row.name, 30, BOLD), close)
        head.setStretch(0, 1)
        slip = page.text(words("Slip number {ref}", ref=self.row.ref), 20, colour="ink2")
        return [head, slip, *self._fields(), self._ages(), *self._parent(), *self._ways_back()]

    def _fields(self) -> list[QWidget]:
        words, look = self.page.words, self.look
        self.needs = Line(look, words("What we do for them"), ", ".join(self.row.needs), 22)
        self.leaves = Line(look, words("Leaves at"), self.row.leaves, 22)
        for field in (self.needs, self.leaves):
            field.editingFinished.connect(self.keep)
        return [
            labelled(look, words("What we do, such as: Hearing loop"), self.needs),
            labelled(look, words("Leaves at"), self.leaves),
        ]

    def _ages(self) -> QWidget:
        words = self.page.words
        segments = []
        for age, text in register.AGES.items():
            segment = Segment(self.look, words(text), age is self.row.age, token=20)
            segment.clicked.connect(lambda _=False, age=age: self._set_age(age))
            segments.append(segment)
        return within(QWidget(), self.page.column(self._label(words("Age")), *segments, gap=6))

    def _label(self, text: str) -> QWidget:
        return self.page.text(text, 20, SEMIBOLD, "ink2")

    def _parent(self) -> list[QWidget]:
        """For each answer that waits for a parent: a button that says the parent said yes."""
        words = self.page.words
        waiting = [item for item in QUESTIONS if self.row.cell(item) is register.Cell.WAITING]
        if not waiting:
            return []
        buttons = []
        for item in waiting:
            heading = words(register.HEADINGS[QUESTIONS.index(item)])
            text = words("{what}: a parent says yes", what=heading)
            buttons.append(self.page.button(text, "check", partial(self._parent_said_yes, item), SMALL))
        return [self._label(words("Waiting for a parent")), *buttons]

    def _ways_back(self) -> list[QWidget]:
        page, words = self.page, self.page.words
        if self.erasing:
            gone = words("This erases the name, the answers, and their own notes. It cannot be undone.")
            keep = page.button(words("Keep"), "", self._ask_to_erase, SMALL)
            erase = page.button(words("Erase now"), "trash-2", self._erase, SMALL)
            return [page.text(gone, 20, SEMIBOLD, "brick"), within(QWidget(), page.row(keep, erase))]
        return [
            page.button(words("Take something back"), "undo-2", self._take_back, SMALL),
            page.button(words("Erase this person"), "trash-2", self._ask_to_erase, SMALL),
        ]

    def _again(self) -> None:
        """Lay the card out again, with what has been written."""
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = within(QWidget(self), self.page.column(*self._parts(), gap=12))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._inside)

    # Acts

    def keep(self) -> None:
        """Keep what is written in the fields, where it has changed."""
        needs = [part.strip() for part in self.needs.text().split(",") if part.strip()]
        leaves = self.leaves.text().strip()
        if (tuple(needs), leaves) != (self.row.needs, self.row.leaves):
            self._change(needs=needs, leaves_by=leaves)

    def _change(self, **changes: Any) -> None:
        self.page.did(self.page.room.session.people.change, self.row.person, **changes)

    def _set_age(self, age: AgeGroup) -> None:
        self._change(age_group=age)

    def _parent_said_yes(self, item: Item) -> None:
        mine = [a for a in self.page.room.all(Answer) if (a.person, a.item) == (self.row.person, item)]
        last = max(mine, key=lambda answer: answer.order)
        consent = self.page.room.session.people.consent
        self.page.did(
            consent, self.row.person, item, Said.YES, last.medium, guardian=Said.YES, language=last.language
        )

    def _take_back(self) -> None:
        self.page.stage.show_desk("take_back", person=self.row.person)

    def _ask_to_erase(self) -> None:
        self.erasing = not self.erasing
        self._again()

    def _erase(self) -> None:
        erased = self.page.do(self.page.room.session.people.erase, self.row.person)
        if erased is None:
            return
        pages = len(erased.certificate.call_back)
        done = self.page.words("Erased. Nothing of this person is left in the file.")
        back = self.page.words.many(
            "Please call back {n} document.", "Please call back {n} documents.", pages
        )
        self.page.tell(f"{done} {back}" if pages else done, "done")
        self.page.close_row()
