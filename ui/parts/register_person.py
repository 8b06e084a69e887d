"""One opened row of the list: everything about somebody that can be changed, asked again or taken back."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, SEMIBOLD
from ui.parts import register, register_care
from ui.parts.arrival import QUESTIONS
from ui.parts.register_care import label
from ui.parts.register_money import Stands
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL
from ui.widgets.card import Card
from ui.widgets.field import Line, labelled
from workshop.domain.consent import support_given
from workshop.domain.kinds import AgeGroup, Item, Met, Said
from workshop.domain.persons import Answer, Need

if TYPE_CHECKING:
    from ui.screens.arrivals import ArrivalsPage


class PersonCard(Card):
    """What can be done about one person. Fields are kept when they are left."""

    def __init__(self, page: "ArrivalsPage", row: register.Row) -> None:
        super().__init__(page.look, "paper", "damson", 20, 3)
        self.page, self.row = page, row
        self.people = page.room.session.people
        self.erasing = False
        self._lay_out()

    # Laying out

    def _lay_out(self) -> None:
        self.fields: dict[str, tuple[Line, str]] = {}  # by what they change, with what was in them
        inside = within(QWidget(self), self.page.column(*self._parts(), gap=12))
        outer = self.page.column(inside, margins=(20, 16, 20, 20))
        within(self, outer)
        self._inside = inside

    def _parts(self) -> list[Part]:
        page, words = self.page, self.page.words
        close = page.button(words("Close"), "x", page.close_row, SMALL)
        head = page.row(page.text(register.name_of(self.row, words), 30, BOLD), close)
        head.setStretch(0, 1)
        slip = page.text(words("Slip number {ref}", ref=self.row.ref), 20, colour="ink2")
        return [
            head,
            slip,
            page.button(words("Take something back"), "undo-2", self._take_back, SMALL),
            *self._from_earlier(),
            *self._what_we_do(),
            *register_care.voices(page, self.row, self._change),
            *register_care.ages(page, self.row, self._change),
            *self._looking_after(),
            *self._parent(),
            *self._names(),
            *self._money(),
            *self._ways_on(),
        ]

    def _field(self, what: str, text: str, before: str, name: str = "") -> QWidget:
        field = Line(self.look, name or text, before, 22)
        field.editingFinished.connect(self.keep)
        self.fields[what] = (field, before)
        return labelled(self.look, text, field)

    def _from_earlier(self) -> list[Part]:
        """Somebody who came before: nothing they said then is used."""
        if not self.row.expected:
            return []
        page, words = self.page, self.page.words
        asked = words("They came before. What they said then is not used. Please ask everything again.")
        here = page.button(words("They are here now"), "door-open", self._is_here, SMALL)
        return [page.text(asked, 20, SEMIBOLD, "amber"), here]

    def _what_we_do(self) -> list[Part]:
        words, row = self.page.words, self.row
        needs = ", ".join(need.what for need in row.needs)
        return [
            self._field(
                "needs", words("What we do, such as: Hearing loop"), needs, words("What we do for them")
            ),
            *register_care.met(self.page, row, self._say_met),
            self._field("leaves_by", words("Leaves at"), row.leaves),
        ]

    def _looking_after(self) -> list[Part]:
        words, row = self.page.words, self.row
        fields: list[Part] = []
        if row.young:
            fields.append(self._field("adult", words("Who looks after them today"), row.adult))
        if row.age is AgeGroup.UNDER_16:
            fields.append(self._field("guardian", words("Parent or guardian who answers"), row.guardian))
        return [*fields, self._field("supporter", words("Who helps them to decide"), row.supporter)]

    def _names(self) -> list[Part]:
        words, row = self.page.words, self.row
        return [
            self._field("called", words("What shall we call them?"), row.name),
            self._field("full_name", words("Full name, if they want it used"), row.whole_name),
            self._field("contact", words("Phone or email, only for what they said yes to"), row.reached_at),
        ]

    def _money(self) -> list[Part]:
        page, words, mark = self.page, self.page.words, self.row.money
        said = words("Expenses: {what}", what=mark.in_short(words))
        to_money = page.button(words("Write a claim"), "pound-sterling", self._to_money, SMALL)
        none = page.button(words("Nothing to claim"), "", self._nothing_to_claim, SMALL)
        return [label(page, said), to_money, *([none] if mark.stands is Stands.ASK else [])]

    def _parent(self) -> list[Part]:
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
        return [label(self.page, words("Waiting for a parent")), *buttons]

    def _ways_on(self) -> list[Part]:
        page, words = self.page, self.page.words
        if self.erasing:
            gone = words("This erases the name, the answers, and their own notes. It cannot be undone.")
            keep = page.button(words("Keep"), "", self._ask_to_erase, SMALL)
            erase = page.button(words("Erase now"), "trash-2", self._erase, SMALL)
            return [page.text(gone, 20, SEMIBOLD, "brick"), within(QWidget(), page.row(keep, erase))]
        return [
            page.button(words("Type in their paper form"), "file-text", self._type_in, SMALL),
            page.button(words("Erase this person"), "trash-2", self._ask_to_erase, SMALL),
        ]

    def _again(self) -> None:
        """Lay the card out again, with what has been written."""
        self._inside.hide()
        self._inside.deleteLater()
        self.fields = {}
        self._inside = within(QWidget(self), self.page.column(*self._parts(), gap=12))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._inside)

    # Acts

    def keep(self) -> None:
        """Keep what is written in the fields, where it has changed."""
        written = {what: (field.text().strip(), before) for what, (field, before) in self.fields.items()}
        changes: dict[str, Any] = {what: now for what, (now, before) in written.items() if now != before}
        if "needs" in changes:
            changes["needs"] = [part.strip() for part in changes["needs"].split(",") if part.strip()]
        if changes:
            self._change(**changes)

    def _change(self, **changes: Any) -> None:
        self.page.did(self.people.change, self.row.person, **changes)

    def _is_here(self) -> None:
        self._change(regular=False)

    def _say_met(self, need: Need, met: Met) -> None:
        self.page.did(self.people.say_met, need.id, met)

    def _nothing_to_claim(self) -> None:
        self.page.did(self.people.claim, self.row.person, [])

    def _to_money(self) -> None:
        self.page.stage.show_desk("money", person=self.row.person)

    def _type_in(self) -> None:
        self.page.stage.show_desk("paper_form", person=self.row.person)

    def _parent_said_yes(self, item: Item) -> None:
        """Their yes, to the words that the young person has answered."""
        mine = [a for a in self.page.room.all(Answer) if (a.person, a.item) == (self.row.person, item)]
        last = max(mine, key=lambda answer: answer.order)
        self.page.did(
            self.people.consent,
            self.row.person,
            item,
            Said.YES,
            last.medium,
            list(support_given(last)),
            guardian=Said.YES,
            language=last.language,
            shape=last.shape,
            taken_by=last.taken_by,
            form=last.form,
        )

    def _take_back(self) -> None:
        self.page.stage.show_desk("take_back", person=self.row.person)

    def _ask_to_erase(self) -> None:
        self.erasing = not self.erasing
        self._again()

    def _erase(self) -> None:
        erased = self.page.do(self.people.erase, self.row.person)
        if erased is None:
            return
        self.page.stage.show_desk("erased", certificate=erased.certificate)
