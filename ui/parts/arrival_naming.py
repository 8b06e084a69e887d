"""The pages of an arrival that ask for somebody's name: one of those who lead, or any other."""

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import Part
from ui.widgets.button import PLAIN
from ui.widgets.field import Line
from ui.widgets.keypad import KeyPad
from workshop.session.resources import consent_languages

LONGEST_NAME = 60


class NamingPage(ArrivalPage):
    """A question, a button for each who leads, and a field for anybody else."""

    offers_leaders: ClassVar[bool] = True
    can_be_skipped: ClassVar[bool] = False

    def setup(self, **given: Any) -> None:
        """What was named before is in the field."""
        super().setup(**given)
        self.written = self.named

    # For subclasses

    @property
    def named(self) -> str:
        """The name that was given before, or ""."""
        raise NotImplementedError

    def question(self) -> str:
        """Whose name is asked."""
        raise NotImplementedError

    def keep(self, name: str) -> bool:
        """Keep the name; whether that was done."""
        raise NotImplementedError

    def nobody_named(self) -> str:
        """What is said where there is no name."""
        return self.words("Please write a name.")

    # Building

    def spoken(self) -> list[str]:
        """The question, and who may be it."""
        return [self.question(), *self._leading()]

    def _leading(self) -> tuple[str, ...]:
        return self.room.workshop.led_by if self.offers_leaders else ()

    def content(self) -> QLayout:
        """The question above the names, the field and its keys."""
        named = self.row(self._field(), *self._ways_on(), gap=16)
        named.setStretch(0, 1)
        pad = KeyPad(self.look, self.words, consent_languages(), for_names=True)
        pad.attach(self.field)
        parts: list[Part] = [self.title(self.question(), 46), *self._leaders(), named, pad, 1]
        inside = self.scrolling(self.column(*parts, gap=8 if self.is_close else 20))
        return self.column(inside, margins=self.margins())

    def _field(self) -> Line:
        self.field = Line(self.look, self.words("Their name"), self.written)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setMinimumHeight(self.look.target(72 if self.is_close else 112))
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(self._write)
        self.field.returnPressed.connect(self._next)
        self.setFocusProxy(self.field)
        QTimer.singleShot(0, self.field, self.field.deselect)  # the next letter goes on, it replaces nothing
        return self.field

    def _ways_on(self) -> list[Part]:
        on = self.way_on(self.words("Next"), self._next)
        if not self.can_be_skipped:
            return [on]
        return [self.way_on(self.words("Skip this"), self._skip, main=False), on]

    def _leaders(self) -> list[QLayout]:
        names = self._leading()
        if not names:
            return []
        buttons = [self.button(name, "user", partial(self._named, name), PLAIN) for name in names]
        return [self.row(*buttons, 1, gap=16)]

    # Acts

    def _write(self, text: str) -> None:
        self.written = text

    def _next(self) -> None:
        self._named(self.written)

    def _named(self, name: str) -> None:
        if not name.strip():
            self.tell(self.nobody_named())
        elif self.keep(name.strip()):
            self.go_on()

    def _skip(self) -> None:
        if self.keep(""):
            self.go_on()
