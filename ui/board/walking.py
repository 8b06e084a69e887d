"""The board by keyboard: arrows walk the notes in reading order, keys do what fingers do.

The keyboard is at one note, or at one painted button; a ring shows where, from the first key until
the next touch.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.board.camera import STEP
from ui.board.layout import Rect
from ui.board.model import Lying
from ui.board.overlays import Button, Does, Picked
from ui.board.things import OnButton
from workshop.domain.ids import GroupId

if TYPE_CHECKING:
    from ui.board.view import BoardView

Key = Qt.Key
_FORWARD, _BACK = {Key.Key_Right, Key.Key_Down}, {Key.Key_Left, Key.Key_Up}
_ACTS = (Does.MOVE, Does.HEAR, Does.CHANGE)


class Walking:
    """Where the keyboard is on one board, and what its keys do."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._at: Lying | None = None
        self._button: OnButton | None = None
        self._visible = False

    # Where it is

    @property
    def at(self) -> Lying | None:
        """The note the keyboard is at, if it is still there."""
        if self._at is not None and self._at.note not in self._view.model.faces:
            self._at = None
        return self._at

    def hide(self) -> None:
        """No ring: somebody touches."""
        self._visible = False

    def ring(self) -> Rect | None:
        """Where the ring goes, in pixels; None for no ring."""
        if not self._visible or not self._view.hasFocus():
            return None
        button = self._find(self._button)
        if button is not None:
            return button.rect
        at = self.at
        return None if at is None else self._view.camera.rect_to_screen(self._where(at))

    def _where(self, at: Lying) -> Rect:
        """The note's rectangle now: it may lie elsewhere since the keyboard came to it."""
        for lying in self._view.model.reading_order():
            if (lying.note, lying.group) == (at.note, at.group):
                return lying.rect
        return self._view.model.rect_of(at.note) or at.rect

    def _find(self, thing: OnButton | None) -> Button | None:
        return next((b for b in self._buttons() if OnButton(b.does, b.on) == thing), None)

    def _buttons(self) -> list[Button]:
        return self._view.scene.overlays.buttons(self._view.camera, self._view.shown.picked)

    def _things(self) -> list[OnButton]:
        """The buttons that keys can walk now: every group the note can go to, or what can be done with it."""
        picked, model = self._view.shown.picked, self._view.model
        if picked.moving and picked.note is not None:
            has = model.groups_of(picked.note)
            return [OnButton(Does.PUT, group) for group in model.order_of_groups() if group not in has]
        return [OnButton(b.does, b.on) for b in self._buttons() if b.does in _ACTS]

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means; False when it means nothing here."""
        key = Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._with_control(key)
        self._visible = True
        if key in _FORWARD | _BACK:
            self._walk(1 if key in _FORWARD else -1)
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            self._enter()
        elif key == Key.Key_Escape:
            return self._escape()
        else:
            return self._letter(key)
        self._view.update()
        return True

    def tab(self, forward: bool) -> bool:
        """Tab walks "Put it here" while a note is being moved; otherwise it leaves the board (False)."""
        if not self._view.shown.picked.moving:
            return False
        self._visible = True
        self._walk(1 if forward else -1)
        self._view.update()
        return True

    def _with_control(self, key: Key) -> bool:
        if key == Key.Key_Z:
            self._view.acts.undo()
            return True
        return False

    def _letter(self, key: Key) -> bool:
        view = self._view
        match key:
            case Key.Key_M if self.at is not None:
                view.choose(Picked(self.at.note, self.at.group))
                view.start_moving()
            case Key.Key_N:
                view.wants_page.emit(*view.free_place())
            case Key.Key_G:
                view.acts.new_group()
            case Key.Key_Plus | Key.Key_Equal:
                view.zoom_by(STEP)
            case Key.Key_Minus:
                view.zoom_by(1 / STEP)
            case Key.Key_0:
                view.fit()
            case _:
                return False
        view.update()
        return True

    def _walk(self, step: int) -> None:
        if self._view.shown.picked.note is not None:
            self._walk_buttons(step)
            return
        order = self._view.model.reading_order()
        if not order:
            return
        keys = [(lying.note, lying.group) for lying in order]
        here = (self.at.note, self.at.group) if self.at else None
        index = keys.index(here) + step if here in keys else (0 if step > 0 else len(order) - 1)
        self.go_to(order[min(max(index, 0), len(order) - 1)])

    def go_to(self, lying: Lying) -> None:
        """Bring the keyboard to a note, and the note into view."""
        self._at, self._button, self._visible = lying, None, True
        self._view.look_to(lying.rect)
        self._view.tell_focus(lying)

    def to_first_button(self) -> None:
        """Bring the keyboard to the first button it can walk, if a key brought us here."""
        self._button = None
        if self._visible:
            self._walk_buttons(1)

    def _walk_buttons(self, step: int) -> None:
        things = self._things()
        if not things:
            return
        here = things.index(self._button) if self._button in things else (-1 if step > 0 else 0)
        self._button = things[(here + step) % len(things)]
        area = self._view.model.groups.get(GroupId(self._button.on))
        if area is not None:
            self._view.look_to(area.rect)

    def _enter(self) -> None:
        view, button = self._view, self._find(self._button)
        if view.shown.picked.note is not None and button is not None:
            view.acts.press(button.does, button.on)
        elif self.at is not None and view.shown.picked.note is None:
            view.choose(Picked(self.at.note, self.at.group))
            self.to_first_button()

    def _escape(self) -> bool:
        self._button = None
        return self._view.acts.let_go()

    def arrive(self) -> None:
        """Tab came to the board: show where the keyboard is, at the first note if it was nowhere."""
        self._visible = True
        if self.at is None and (order := self._view.model.reading_order()):
            self.go_to(order[0])
