"""The one way from the screens to the open workshop, and the one signal back.

A screen never changes itself: it calls `do` with a method of the session and repaints when
`changed` comes back. Undo, a second window and the desk use the same path, so all stay alike.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.forgetting import FORGETS, forget_words
from workshop.domain.changes import Change
from workshop.domain.records import Record, Workshop
from workshop.errors import WorkshopError
from workshop.session.session import Session

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Record)


class Bridge(QObject):
    """An open workshop, as the screens see it."""

    changed = Signal(object)  # Change, after it is saved
    cast = Signal()  # a ballot was sealed: no more than that is said
    refused = Signal(str)  # why an act was not done, in a sentence for people

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        session.listen(self._tell)

    def _tell(self, change: Change) -> None:
        if change.diff:
            self.changed.emit(change)
        if change.label in FORGETS:
            forget_words()

    def do(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do one act of the session; its result, or None where it was refused (and said so)."""
        try:
            return act(*args, **kwargs)
        except WorkshopError as error:
            self.refused.emit(error.message)
            return None

    def did(self, act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do one act of the session that has no result; whether it was done."""
        try:
            act(*args, **kwargs)
        except WorkshopError as error:
            self.refused.emit(error.message)
            return False
        return True

    # Reading. Screens show records; they never keep them.

    @property
    def workshop(self) -> Workshop:
        """The day itself."""
        return self.session.day()

    @property
    def workshop_for_the_room(self) -> Workshop:
        """The day as everybody may see it: its title names nobody who did not say yes to that."""
        day = self.workshop
        return replace(day, title=self.session.people.for_the_room(day.title))

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a class, in their fixed order."""
        return self.session.all(kind)

    def get(self, kind: type[R], id_: str) -> R | None:
        """The record with this id, or None."""
        return self.session.get(kind, id_)

    def now(self) -> datetime:
        """The time on this computer's clock."""
        return self.session.now()
