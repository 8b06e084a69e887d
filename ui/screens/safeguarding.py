"""What to do when somebody tells of harm. Nothing about it is written here: there is a paper card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.widgets.boxes import within
from ui.widgets.button import MAIN
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll


class SafeguardingPage(Page):
    """Five calm steps, and the way back."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Keep how far somebody has read."""
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Safeguarding: what to do")

    def build(self) -> None:
        """The steps on a card."""
        words = self.words
        back = self.button(
            words("Back to the desk"), "arrow-left", partial(self.stage.show_desk, "desk"), MAIN
        )
        pause = self.button(words("Pause the screen"), "pause", self._pause)
        card_out = self.button(words("Print the card"), "printer", self._print)
        title = self.text(words("If somebody tells you of harm"), 36, BOLD)
        bar = Ground(self.look, "paper", "bottom")
        above = self.row(Icon(self.look, "shield-check", 44, "damson"), title, pause, gap=20)
        above.setContentsMargins(self.look.px(48), self.look.px(14), self.look.px(48), self.look.px(14))
        above.setStretch(1, 1)
        within(bar, above)
        card = Card(self.look)
        within(card, self.column(*self._steps(), gap=0, margins=(48, 20, 48, 20)))
        content = within(QWidget(), self.column(card, 1))
        scroll = Scroll(self.look, content, words("More"), words("Back"), self.place)
        middle = within(QWidget(), self.column(scroll, margins=(160, 28, 160, 0)))
        foot = self.row(1, back, card_out, 1, gap=20, margins=(48, 20, 48, 28))
        whole = self.column(bar, middle, foot, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _steps(self) -> list[QWidget]:
        words = self.words
        told = (
            ("ear", words("Listen. Stay calm."), words("Let them use their own words. Do not ask for more.")),
            (
                "speech",
                words("Say what happens next."),
                words("“Thank you for telling me. I must tell one person. I will not tell the room.”"),
            ),
            (
                "phone",
                words("Is somebody in danger now? Ring 999."),
                words("Do that first. The day can wait."),
            ),
            (
                "file-text",
                words("Take the paper card."),
                words("It says whom to ring today. Write what was said on the card."),
            ),
            ("lock", words("Write nothing about it here."), words("Not on a note, and not in the plan.")),
        )
        return [self._step(*each) for each in told]

    def _step(self, icon: str, what: str, how: str) -> QWidget:
        line = Ground(self.look, "paper", "bottom")
        text = self.column(self.text(what, 28, SEMIBOLD), self.text(how, 24), gap=2)
        parts = self.row(Icon(self.look, icon, 40, "ink", ground="harbour_tint", round_=False), gap=28)
        parts.addLayout(text, 1)
        parts.setContentsMargins(0, self.look.px(14), 0, self.look.px(14))
        within(line, parts)
        return line

    def _print(self) -> None:
        """The blank card; nothing is kept of it."""
        self.stage.show_desk("people_papers", kind="safeguarding", back="safeguarding")

    def _pause(self) -> None:
        self.stage.pause()
        self.tell(self.words("The people’s screen is covered. Nothing is lost."), "done")


PAGE = SafeguardingPage
