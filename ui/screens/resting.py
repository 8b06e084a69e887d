"""The people's screen while no workshop is open: the mark, and nothing to touch but the way in."""

from ui.look import BOLD
from ui.page import Page
from ui.widgets.button import PLAIN
from ui.widgets.mark import Mark


class RestingPage(Page):
    """A calm page that says whose table it is."""

    ground = "linen"
    needs_workshop = False

    def build(self) -> None:
        """The mark and the name in the middle; the facilitator's way in at the corner."""
        way_in = self.button(self.words("Facilitator"), "lock", self.stage.ask_number, PLAIN)
        mark = self.row(1, Mark(self.look, 260), 1)
        name = self.text(self.words("Same Table"), 84, BOLD, centre=True)
        foot = self.row(1, way_in, margins=(48, 0, 48, 40))
        self.body.setLayout(self.column(2, mark, name, 2, foot, gap=32))


PAGE = RestingPage
