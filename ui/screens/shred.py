"""Taking people out when their day has come: names, money, everybody; apart from that, the whole workshop.

Each act is touched twice: the first touch says what is lost, the second one does it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import leaving, start_print
from ui.parts.back_lines import line_of
from ui.parts.print_folder import choose_folder
from ui.parts.promises_sheets import sheet
from ui.parts.register_back import Line
from ui.parts.start import Start
from ui.parts.top_bar import way_back
from ui.widgets.boxes import Part, within
from ui.widgets.button import Kind, Style
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.kinds import DayState
from workshop.domain.retention import Kept
from workshop.session.exports import FINDINGS, export
from workshop.session.people import Proof

NAMES, MONEY, EVERYBODY, WORKSHOP = Kept.NAMES.value, Kept.MONEY.value, "everybody", "workshop"
_ICONS = {NAMES: "sticky-note", MONEY: "pound-sterling", EVERYBODY: "users", WORKSHOP: "trash-2"}
_TITLES = {
    NAMES: "Take names off the notes",
    MONEY: "Take out what is about money",
    EVERYBODY: "Take everybody out",
    WORKSHOP: "Destroy the whole workshop",
}
_ABOUT = {
    NAMES: "Notes stay. Nobody can tell who wrote which.",
    MONEY: "Claims and payments go. All else stays.",
    EVERYBODY: "The board, the results and the promises stay. Nobody is in them.",
    WORKSHOP: "The board, the results and the promises go too.",
}
_NOW = {
    NAMES: "Take the names off now",
    MONEY: "Take the money out now",
    EVERYBODY: "Take everybody out now",
    WORKSHOP: "Destroy it now",
}
_DO = Style(Kind.MAIN, 96, 28, 32, padding=32, radius=16)


class ShredPage(Page):
    """Four acts; the one that was touched with what it takes; at the end the proof and the new key."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """Nothing is asked yet."""
        self.asked = ""
        self.proof: Proof | None = None
        self.print_page = given.get("print_page", start_print.print_page)
        self.choose_folder = given.get("choose_folder", choose_folder)
        self.place, self.lines_place = Place(), Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Take people out")

    # Building

    def build(self) -> None:
        """The bar, and below it the acts, the one that is asked for, or the proof."""
        if self.proof is not None:
            content = self._proved(self.proof)
        else:
            content = self._asking() if self.asked else self._acts()
        findings = self.button(self.words("Save a file without people"), "save", self._save)
        layout = self.column(way_back(self, self._back, findings), within(QWidget(), content), gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _acts(self) -> QLayout:
        due = self.room.session.people.due()
        parts: list[Part] = [*self._key()]
        if said := leaving.told(due, self.words):
            parts.append(self.text(said, 22, SEMIBOLD, "amber"))
        for act in _TITLES:
            is_due = act in due.what or (act == EVERYBODY and Kept.CONSENT in due.what)
            parts += [self._apart()] if act == WORKSHOP else []
            parts.append(self._act(act, is_due=is_due))
        inside = within(QWidget(), self.column(*parts, 1, gap=16))
        return self.row(Scroll(self.look, inside, place=self.place), margins=(32, 20, 32, 24))

    def _apart(self) -> QWidget:
        """What follows has nothing to do with the day of anything."""
        line = self.row(self.text(self.words("Something else, apart from that"), 22, BOLD))
        line.setContentsMargins(0, self.look.px(24), 0, 0)
        return within(QWidget(), line)

    def _act(self, act: str, *, is_due: bool) -> QWidget:
        words = self.words
        about = words(_ABOUT[act])
        said: list[Part] = [self.text(words(_TITLES[act]), 26, BOLD), self.text(about, 22)]
        if is_due:
            said.append(self.text(words("The day for this has passed."), 22, SEMIBOLD, "amber"))
        look = self.button(words("What goes with it?"), "chevron-right", partial(self._ask, act))
        look.setAccessibleName(words(_TITLES[act]))
        look.lock(self._why_not(act))
        line = self.row(
            Icon(self.look, _ICONS[act], 40),
            self.column(*said, gap=2),
            look,
            gap=24,
            margins=(28, 20, 28, 20),
        )
        line.setStretch(1, 1)
        return within(Card(self.look), line)

    def _why_not(self, act: str) -> str:
        if self.stage.open_round() is not None:
            return self.words("A vote is open. Please close it first.")
        if self.room.workshop.state is DayState.OPEN:
            return self.words("The day is open. Please finish it first.")
        return ""

    def _asking(self) -> QLayout:
        words = self.words
        now = self.button(words(_NOW[self.asked]), "trash-2", self._do_it, _DO)
        under = words("It cannot be undone. Please read what goes with it.")
        content = self.column(*(line_of(self, line) for line in self._lines()), 1, gap=4)
        return sheet(self, words(_TITLES[self.asked]), under, content, partial(self._ask, ""), now)

    def _lines(self) -> list[Line]:
        if self.asked == NAMES:
            return leaving.of_names(self.words)
        if self.asked == MONEY:
            return leaving.of_money(self.words)
        if self.asked == WORKSHOP:
            return leaving.of_the_workshop(self.room.workshop, self.words)
        would = self.do(self.room.session.people.would_shred)
        return leaving.of_everybody(would, self.words) if would is not None else []

    def _proved(self, proof: Proof) -> QLayout:
        words = self.words
        title = self.text(words("Everybody is taken out"), 34, BOLD)
        print_ = self.button(words("Print the proof"), "printer", self._print_proof)
        head = self.row(title, print_, gap=24)
        head.setStretch(0, 1)
        lines = [line_of(self, line) for line in leaving.of_proof(proof, words)]
        inside = within(QWidget(), self.column(*self._key(), *lines, 1, gap=4))
        area = Scroll(self.look, inside, place=self.lines_place)
        card = within(Card(self.look), self.column(head, area, gap=16, margins=(30, 22, 30, 26)))
        return self.row(card, margins=(32, 20, 32, 24))

    def _key(self) -> list[QWidget]:
        """The new recovery key, for as long as the workshop is open; practice workshops have none."""
        key, words = self.room.session.recovery_key, self.words
        if not key:
            return []
        about = words("There is a new recovery key. The old paper opens nothing any more.")
        print_ = self.button(words("Print the key"), "printer", self._print_key)
        halves = key.split("-")
        lines = ["  ·  ".join(half) for half in (halves[:4], halves[4:])]
        said = self.column(
            self.text(about, 24, BOLD), *(self.text(line, 28, SEMIBOLD) for line in lines), gap=8
        )
        inside = self.row(Icon(self.look, "key-round", 40), said, print_, gap=24, margins=(24, 18, 24, 18))
        inside.setStretch(1, 1)
        return [within(Card(self.look, "amber_tint", "amber", 16), inside)]

    # Acts

    def _ask(self, act: str) -> None:
        self.asked = act
        self.rebuild()

    def _do_it(self) -> None:
        people = self.room.session.people
        acts: dict[str, Callable[[], object]] = {
            NAMES: partial(self._do, people.forget_names, "Nobody can tell any more who wrote which note."),
            MONEY: partial(self._do, people.forget_money, "What was about money is taken out."),
            EVERYBODY: self._shred,
            WORKSHOP: self._destroy,
        }
        acts[self.asked]()

    def _do(self, act: Callable[[], object], done: str) -> None:
        if self.did(act):
            self._ask("")
            self.tell(self.words(done), "done")

    def _shred(self) -> None:
        proof = self.do(self.room.session.people.shred)
        if proof is not None:
            self.proof = proof
            self.rebuild()

    def _destroy(self) -> None:
        Start.of(self.stage).destroy()

    def _save(self) -> None:
        """The board, the results and the promises as a file of their own; here nothing changes."""
        folder = self.choose_folder(self, self.words("Where shall we save it?"))
        if folder is not None:
            made = self.do(export, self.room.session, folder, [FINDINGS])
            if made:
                self.tell(self.words("{name} is saved. Nobody is in it.", name=made[0].name), "done")

    def _print_proof(self) -> None:
        self.stage.show_desk("people_papers", proof=self.proof)

    def _print_key(self) -> None:
        page = start_print.key_page(self.words, self.room.session.recovery_key, self.room.now().date())
        if self.print_page(page, self):
            self.tell(self.words("The key is on its way to the printer."), "done")
        else:
            self.tell(self.words("Nothing was printed. You can write it by hand."), "look")

    def _back(self) -> None:
        if self.asked and self.proof is None:
            self._ask("")
        else:
            self.stage.show_desk("desk")

    def on_change(self, change: Change) -> None:
        """While people are taken out, the page waits until it is done."""
        if self.proof is None and not self.asked:
            self.rebuild()


PAGE = ShredPage
