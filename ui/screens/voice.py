"""As whom somebody votes today. Asked only where the room chose to; it can be left out."""

from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy

from ui.look import BOLD
from ui.parts.arrival import VOICES
from ui.parts.ballot import VOICE, Marked, voice_of
from ui.parts.vote import end_turn
from ui.parts.vote_page import TurnPage
from ui.widgets.button import Button, Kind, Style
from ui.widgets.icon import Icon
from workshop.domain.kinds import Voice

_LARGE = Style(Kind.STRONG, 250, 36, 64, 20, 24, above=True, at_least_mm=14.0)
_SMALL = Style(Kind.STRONG, 84, 24, 32, 12, 16, above=True, at_least_mm=14.0)


class VoicePage(TurnPage):
    """Five answers of the same size."""

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Today I vote as…")

    def spoken(self, ballot: Marked) -> str:
        """The question, the answers and what becomes of them."""
        answers = [self.words(label) for _, label in VOICES.values()]
        lines = (self.name(), self._how(), *answers, self.words("Leave it out"), self._what_becomes_of_it())
        return "\n".join(lines)

    def _how(self) -> str:
        return self.words("Touch one. You can also leave it out. Your dots count the same.")

    def _what_becomes_of_it(self) -> str:
        round_ = self.stage.open_round()
        shown = self.words("We only show groups of {n} or more.", n=round_.threshold if round_ else 5)
        together = self.words("Smaller groups are counted together.")
        return f"{shown} {together} {self.words('Nobody can see what you chose.')}"

    def content(self, ballot: Marked) -> QLayout:
        """The question, four answers in a row, and the fifth below."""
        small = self.compact
        note = self.row(
            Icon(self.look, "lock", 30, "damson"),
            self.text(self._what_becomes_of_it(), 22 if small else 26),
            gap=16,
        )
        note.setStretch(1, 1)
        inside = self.column(
            self.text(self.name(), 34 if self.look.private else 66, BOLD),
            self.text(self._how(), 24 if small else 34),
            self._answers(),
            note,
            1,
            gap=10 if small else 28,
        )
        return self.column(self.scrolling(inside), margins=self.edges())

    def _answers(self) -> QLayout:
        across = 2 if self.compact else 4
        grid = QGridLayout()
        grid.setSpacing(max(self.look.gap, self.look.px(12 if self.compact else 24)))
        chosen = voice_of(self.stage)
        for i, (voice, (icon, label)) in enumerate(VOICES.items()):
            button = self._answer(self.words(label), icon, voice)
            button.setCheckable(True)
            button.setChecked(voice is chosen)
            grid.addWidget(button, i // across, i % across)
        out = self._answer(self.words("Leave it out"), "arrow-right", None)
        grid.addWidget(out, len(VOICES) // across, 0, 1, across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        heights = [button.sizeHint().height() for button in self._buttons]
        for button in self._buttons:
            button.setMinimumHeight(max(heights))
        return grid

    def _answer(self, label: str, icon: str, voice: Voice | None) -> Button:
        style = _SMALL if self.compact else _LARGE
        button = self.button(label, icon, lambda: self.answer(voice), style)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._buttons.append(button)
        return button

    def build(self) -> None:
        """Five buttons, measured together so that all are of one height."""
        self._buttons: list[Button] = []
        super().build()

    # Acts

    def answer(self, voice: Voice | None) -> None:
        """Keep it for this ballot only, and go on."""
        self.stage.visit[VOICE] = voice
        self.stage.show_people("ballot")

    def go_back(self) -> None:
        """Back to the cover: nothing was chosen."""
        end_turn(self.stage)


PAGE = VoicePage
