"""What we will do: one row for each chosen idea, until each is a promise or says why not."""

from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import promises, promises_sheets
from ui.parts.number import hand_over
from ui.parts.promises import Row
from ui.parts.promises_typed import type_again, typed_in
from ui.parts.top_bar import PROMISES, top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, Style
from ui.widgets.card import Card
from ui.widgets.promise_row import IDEA, STATE, WHO, PromiseRow, RowShown, beside_words, is_stacked
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.kinds import DayState, Reply
from workshop.domain.persons import Person

_NEXT = Style(MAIN.kind, 64, 22, 26, padding=26, icon_last=True)


class PromisesPage(Page):
    """The facilitator writes down what the room decides; each field is kept as soon as it is left."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Nothing is open, no answer waits for its why."""
        self.open: tuple[str, str] | None = None  # what lies over the rows, and the key of its row
        self.waiting: dict[str, Reply] = {}  # answers that still need a why
        self.place = Place()
        self.rows: dict[str, PromiseRow] = {}

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("What we will do")

    # Building

    def build(self) -> None:
        """The bar, and below it the rows or what is open."""
        self.found = {row.key: row for row in promises.rows_of(self.room)}
        self.rows = {}
        content = within(QWidget(), self._opened() or self._overview())
        layout = self.column(top_bar(self, PROMISES), content, gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def rebuild(self) -> None:
        """Lay out again; what somebody is typing stays in its field."""
        typed = typed_in(self.body)
        super().rebuild()
        type_again(self.body, typed)

    def _overview(self) -> QLayout:
        """Where there is little room, everything can be drawn up; else head and foot stay in view."""
        small = is_stacked(self.look)
        above: list[Part] = [] if small else [self._head(small), self._headings()]
        below: list[Part] = [] if small else [self._at_the_foot()]
        area = Scroll(self.look, self._list(small), self.words("More"), self.words("Back up"), self.place)
        rows = self.row(area, margins=(32, 0, 32, 8 if small else 0))
        layout = self.column(*above, rows, *below, gap=8)
        layout.setStretchFactor(rows, 1)
        return layout

    def _head(self, small: bool) -> QLayout:
        self.ready = self.text("", 22)
        self._say_ready()
        heading = self.column(self.text(self.name(), 38, BOLD), self.ready, gap=0)
        again = promises.meet_again(self.room.workshop, self.words)
        said = self.words("We meet again: {when}", when=again) if self.room.workshop.next_date else again
        asked = said or self.words("When do we meet again?")
        meet = self.button(asked, "calendar", lambda: self.open_part("meet"))
        if self.room.workshop.state is DayState.CLOSED:
            meet.lock(self.words("The day is closed. Its next date stays."))
        room = self.button(self.words("Show the room"), "presentation", self.show_the_room)
        to_print = self.button(
            self.words("Next: print"), "arrow-right", lambda: self.stage.show_desk("print_out"), _NEXT
        )
        if small:
            return self.column(heading, self.row(meet, room, 1, to_print, gap=16), margins=(0, 14, 0, 0))
        head = self.row(heading, meet, room, to_print, gap=16, margins=(32, 14, 32, 6))
        head.setStretch(0, 1)
        return head

    def _headings(self) -> QLayout:
        """What stands in each column."""
        wide = {"Idea and answer": IDEA, "Who, and by when": WHO, "Is it a promise?": STATE}
        said = (
            "Idea and answer",
            "What we will do, and how we will know",
            "Who, and by when",
            "Is it a promise?",
        )
        parts = []
        for text in said:
            heading = self.text(self.words(text), 20, SEMIBOLD, "ink2", wrap=False)
            if text in wide:
                heading.setFixedWidth(beside_words(self.look, wide[text]))
            parts.append(heading)
        layout = self.row(*parts, gap=20, margins=(52, 0, 52, 0))
        layout.setStretch(1, 1)
        return layout

    def _list(self, small: bool) -> QWidget:
        for key, row in self.found.items():
            self.rows[key] = PromiseRow(self.look, self.words, self._shown(row), self)
        more = self.button(self.words("One more promise"), "plus", lambda: self.open_part("more"))
        first: list[Part] = [self._head(small)] if small else []
        last: list[Part] = [self._cannots()] if small else []
        rows: list[Part] = [*self.rows.values()] if self.rows else [self._empty()]
        return within(QWidget(), self.column(*first, *rows, self.row(more, 1), *last, 1, gap=12))

    def _empty(self) -> QWidget:
        card = Card(self.look, "", "edge", line=2, dashed=True)
        said = self.text(self.words("No promises yet"), 30, BOLD, centre=True)
        how = self.text(self.words("Choose ideas from the vote, or write one."), 22, centre=True)
        return within(card, self.column(said, how, gap=8, margins=(30, 40, 30, 40)))

    def _at_the_foot(self) -> QLayout:
        return self.row(self._cannots(), margins=(32, 0, 32, 16))

    def _cannots(self) -> QWidget:
        """What we cannot do now, and why: always there."""
        title = self.text(self.words("What we cannot do now, and why"), 23, BOLD)
        title.setFixedWidth(beside_words(self.look, 330))
        self.cannots = self.text("", 21)
        self._say_cannots()
        add = self.button(self.words("Add"), "plus", lambda: self.open_part("cannot"), PLAIN)
        add.setAccessibleName(self.words("Add what we cannot do now"))
        laid_out = self.row(title, self.cannots, add, gap=24, margins=(24, 10, 24, 10))
        laid_out.setStretch(1, 1)
        return within(Card(self.look), laid_out)

    def _say_cannots(self) -> None:
        said = promises.cannot_now(self.room)
        lines = [f"{theme.rstrip('.')}. {why}" for theme, why in said[:2]]
        if len(said) > 2:
            lines.append(self.words.many("And 1 more.", "And {n} more.", len(said) - 2))
        self.cannots.say("\n".join(lines) or self.words("Nothing yet. Say no plainly, and say why."))

    def _say_ready(self) -> None:
        how = self.words("A promise has a name, a date, and a way to know.")
        counted = promises.ready(tuple(self.found.values()), self.words) if self.found else ""
        self.ready.say(f"{how} {counted}".strip())

    def _shown(self, row: Row) -> RowShown:
        promise, words = row.promise, self.words
        people = self.room.all(Person)
        who = promises.who_does_it(promise, people)
        refused = promise is not None and promises.refuses_name(
            self.room, promise.owner_person, self.room.now().date()
        )
        role = promise.owner_role if promise and promise.owner_role else words("a role")
        return RowShown(
            key=row.key,
            title=row.title,
            place=str(row.place) if row.place else "",
            dots="" if row.dots is None else words.many("1 dot", "{n} dots", row.dots),
            answer=self.waiting.get(row.key, row.answer),
            has_source=bool(row.source),
            why=row.decision.why if row.decision else "",
            we_will=promise.we_will if promise else "",
            how_known=promise.how_known if promise else "",
            who=who,
            role_instead=words("On paper: {role}, no name.", role=role) if refused else "",
            by_when=words.short_day(promise.by_when) if promise and promise.by_when else "",
            said_yes=bool(promise and promise.said_yes),
            lacks=promises.what_it_lacks(row, words),
        )

    # What is open

    def _opened(self) -> QLayout | None:
        if self.open is None:
            return None
        part, key = self.open
        if part == "meet":
            meet = self.room.session.promises.meet_again
            sheet = promises_sheets.MeetSheet(
                self, self.close_part, lambda **day: self.did(meet, **day), self.words("Done")
            )
            return sheet.layout(self.words("When do we meet again?"))
        if part == "cannot":
            return promises_sheets.cannot_sheet(self, self._add_cannot, self.close_part)
        if part == "more":
            return promises_sheets.ChooseSheet(self, self._choose, self._write_own, self.close_part).layout()
        return self._opened_row(part, self.found[key]) if key in self.found else None

    def _opened_row(self, part: str, row: Row) -> QLayout:
        def keep(**changes: Any) -> bool:
            return self.keep(row.key, **changes)

        if part == "who":
            return promises_sheets.WhoSheet(self, row, keep, self.close_part).layout()
        if part == "when":
            return promises_sheets.when_sheet(self, row, keep, self.close_part)
        return promises_sheets.notes_sheet(self, row, self.close_part)

    def open_part(self, part: str, key: str = "") -> None:
        """Show who, when, notes, … in the place of the rows."""
        self.open = (part, key)
        self.rebuild()

    def close_part(self) -> None:
        """Back to the rows."""
        self.open = None
        self.rebuild()

    # Acts

    def answer(self, key: str, reply: Reply) -> None:
        """Answer an idea; partly and not now wait until somebody says why."""
        row = self._now(key)
        why = row.decision.why if row.decision else ""
        self.waiting.pop(key, None)
        if reply is Reply.YES or why:
            self.did(self.room.session.promises.decide, row.source, reply, "" if reply is Reply.YES else why)
        else:
            self.waiting[key] = reply
        self.rebuild()
        if key in self.rows and "why" in self.rows[key].fields and not why:
            self.rows[key].fields["why"].edit.setFocus()

    def write(self, key: str, part: str, text: str) -> None:
        """Keep the words of one field."""
        if part != "why":
            self.keep(key, **{part: text})
            return
        reply = self.waiting.get(key) or self._now(key).answer
        assert reply is not None, "a why belongs to an answer"
        if self.did(self.room.session.promises.decide, self._now(key).source, reply, text):
            self.waiting.pop(key, None)
            self._refresh()

    def said_yes(self, key: str, on: bool) -> None:
        """They said yes in the room, or not yet."""
        self.keep(key, said_yes=on)

    def keep(self, key: str, **changes: Any) -> bool:
        """Change a promise; the first word of it makes it."""
        row, acts = self._now(key), self.room.session.promises
        if row.promise is not None:
            return self.did(acts.edit_promise, row.promise.id, **changes)
        changes.pop("no_date", None)
        if not any(changes.values()):
            return True
        return self.did(
            acts.promise, row.title, decision=row.decision.id if row.decision else None, **changes
        )

    def _now(self, key: str) -> Row:
        return next(row for row in promises.rows_of(self.room) if row.key == key)

    def _choose(self, source: str) -> None:
        if self.did(self.room.session.promises.decide, source, Reply.YES):
            self.close_part()

    def _write_own(self, theme: str) -> None:
        if self.did(self.room.session.promises.promise, theme):
            self.close_part()

    def _add_cannot(self, theme: str, reason: str) -> bool:
        kept = self.did(self.room.session.promises.cannot, theme, reason)
        if kept:
            self.close_part()
        return kept

    def show_the_room(self) -> None:
        """Show people what we will do; with one screen it comes to the front."""
        self.stage.show_people("room_promises")
        hand_over(self.stage)

    # Changes

    def on_change(self, change: Change) -> None:
        """Rows are changed in place; only another set of rows or parts is laid out anew."""
        if self.open is None:
            self._refresh()

    def _refresh(self) -> None:
        found = {row.key: row for row in promises.rows_of(self.room)}
        shown = {key: self._shown(row) for key, row in found.items()}
        same = {key: row.shown.shape for key, row in self.rows.items()}
        if {key: one.shape for key, one in shown.items()} != same:
            self.rebuild()
            return
        self.found = found
        for key, one in shown.items():
            self.rows[key].show_row(one)
        self._say_ready()
        self._say_cannots()


PAGE = PromisesPage
