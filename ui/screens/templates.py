"""All plans to start from: what each is for, how long it takes, and its steps before anybody chooses it."""

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.library import about_template
from ui.parts.plan import KINDS, length_in_words
from ui.parts.plan_panes import filling, panes
from ui.parts.start import Start
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, TOOL, Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from workshop.session.library import Template, templates
from workshop.session.resources import template_named

_ANY_ICON = "list-checks"


class TemplatesPage(Page):
    """A card for each plan; the chosen one shows its steps and can be started."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, back: str = "home", chosen: str = "", **given: Any) -> None:
        """`back` is the page that leads here: "home" starts a new workshop, "plan" fills the open one."""
        self.back, self.chosen = back, chosen or templates()[0].name
        self.places = (Place(), Place())

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Plans to start from")

    def build(self) -> None:
        """The plans, and beside or below them the steps of the chosen one."""
        words = self.words
        back = self.button(words("Back"), "arrow-left", lambda: self.stage.show_desk(self.back))
        head = self.row(back, self.text(words("Plans to start from"), 44, BOLD), gap=24)
        head.setStretch(1, 1)
        self.body.setLayout(self.column(head, self._both(), gap=20, margins=(48, 28, 48, 28)))

    def _both(self) -> QWidget:
        words, plans = self.words, self._plans()
        steps = within(Card(self.look), self._chosen_steps())
        start = self.button(words("Start with this plan"), "play", self.start, MAIN)
        if self._has_room:
            left = Scroll(self.look, plans, words("More plans"), words("Plans before"), self.places[0])
            layout: QBoxLayout = self.row(left, self.column(steps, start, gap=20), gap=28)
            layout.setStretch(0, 1)
            layout.setStretch(1, 1)
        else:
            below = within(QWidget(), self.column(plans, steps, gap=20))
            scroll = Scroll(self.look, below, words("More"), words("Back up"), self.places[0])
            layout = self.column(scroll, start, gap=12)
        return filling(layout)

    @property
    def _has_room(self) -> bool:
        """Whether the steps have room beside the plans."""
        return panes(self.look) > 1

    def _plans(self) -> QWidget:
        return within(QWidget(), self.column(*[self._card(t) for t in templates()], 1, gap=12))

    def _card(self, template: Template) -> Button:
        about = about_template(self.words, template)
        card = self.button(
            self.words(template.title),
            template.icon or _ANY_ICON,
            lambda: self.choose(template.name),
            TOOL,
            about,
        )
        card.setCheckable(True)
        card.setChecked(template.name == self.chosen)
        return card

    def choose(self, name: str) -> None:
        """Show the steps of this plan."""
        self.chosen, self.places = name, (self.places[0], Place())
        self.rebuild()

    def _chosen_steps(self) -> QVBoxLayout:
        words, found = self.words, template_named(self.chosen)
        minutes = sum(step["minutes"] for step in found["steps"])
        steps = self.column(*[self._step(step) for step in found["steps"]], 1, gap=4)
        content: QWidget = within(QWidget(), steps)
        if self._has_room:
            content = Scroll(self.look, content, words("More steps"), words("Steps before"), self.places[1])
        parts: list[Part] = [
            self.text(words(found["title"]), 30, BOLD),
            self.text(length_in_words(minutes, words), 22, colour="ink2"),
            content,
        ]
        return self.column(*parts, gap=12, margins=(28, 24, 28, 24))

    def _step(self, step: dict[str, Any]) -> QWidget:
        words = self.words
        said = self.column(
            self.text(words(step["title"]), 22, SEMIBOLD),
            *([self.text(words(step["prompt"]), 20, colour="ink2")] if step["prompt"] else []),
            gap=0,
        )
        minutes = self.text(words("{n} min", n=step["minutes"]), 20, wrap=False)
        row = self.row(
            Icon(self.look, KINDS[step["kind"]].icon, 28), said, minutes, gap=16, margins=(0, 6, 0, 6)
        )
        row.setStretch(1, 1)
        return within(QWidget(), row)

    def start(self) -> None:
        """Make a workshop with this plan, or bring it into the one that is open and has none."""
        if self.back != "plan":
            Start.of(self.stage).make(self.words(template_named(self.chosen)["title"]), self.chosen)
            return
        day = self.room.workshop
        if self.did(
            self.room.session.plan.create,
            day.title,
            day.question,
            day.day,
            day.place,
            template=self.chosen,
            language=day.language,
        ):
            self.stage.show_desk("plan")


PAGE = TemplatesPage
