"""The proof that somebody was erased: what is gone, what to call back, what stays. It names nobody."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.back_lines import line_of
from ui.parts.register_back import Line, to_call_back
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import within
from ui.widgets.card import Card
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.session.people import Certificate

ARRIVALS = 1  # of the six stages of a workshop


class ErasedPage(Page):
    """What is left to do after somebody was erased."""

    side = Side.FACILITATOR

    def setup(self, certificate: Certificate | None = None, **given: Any) -> None:
        """The certificate is in memory only: whoever wants to keep it prints it."""
        self.certificate = certificate
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Somebody was erased")

    def build(self) -> None:
        """What is gone, what to call back, what stays; at the top the proof to print."""
        words = self.words
        title = self.text(words("Erased. Nothing of this person is left in the file."), 34, BOLD)
        print_ = self.button(words("Print the proof"), "printer", self._print)
        back = self.button(words("Back to the list"), "arrow-left", self._leave)
        print_.lock("" if self.certificate else words("There is nothing to print."))
        head = self.row(title, print_, back, gap=16)
        head.setStretch(0, 1)
        lines = [line_of(self, line) for line in self._lines()]
        area = Scroll(self.look, within(QWidget(), self.column(*lines, 1, gap=4)), place=self.place)
        card = within(Card(self.look), self.column(area, margins=(30, 22, 30, 26)))
        below = self.column(head, card, gap=16, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _lines(self) -> list[Line]:
        words, gone, stays, said = self.words, self.words("Erased"), self.words("Stays"), self.certificate
        if said is None:
            return []
        notes = words.many("{n} note", "{n} notes", said.notes_erased)
        pictures = words.many("{n} picture", "{n} pictures", said.pictures_erased)
        host = words("The host keeps who led the day, and whom to ring.")
        files = words("Tables and pages saved elsewhere are not in our hands. Please look for them.")
        wordless = words("Their words are gone. The numbers still count.")
        counted = [
            *([Line("sticky-note", notes, wordless, gone)] if said.notes_erased else []),
            *([Line("image", pictures, "", gone)] if said.pictures_erased else []),
        ]
        return [
            Line("user", words("Name, answers, signature, needs, money"), "", gone),
            *counted,
            Line("history", words("What can be undone, and all earlier times"), "", gone),
            *to_call_back(said.call_back, words),
            Line("folder-open", words("Other files"), files, words("To call back")),
            Line("vote", words("All votes"), words("A vote cannot be found or taken out."), stays),
            Line("phone", words("Names of those who led the day"), host, stays),
        ]

    def on_change(self, change: Change) -> None:
        """Nothing here changes with the workshop."""

    def _print(self) -> None:
        self.stage.show_desk("people_papers", certificate=self.certificate)

    def _leave(self) -> None:
        self.stage.show_desk("arrivals")


PAGE = ErasedPage
