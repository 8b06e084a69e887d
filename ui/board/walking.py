"""The board by keyboard: arrows walk the notes in reading order, keys do what fingers do.

The keyboard is at one note, at one group's name, or at one painted button; a ring shows where, from
the first key until the next touch. Page up and page down walk the groups. Where a note or a group is
asked for, the arrows walk just those that can be the answer. With Shift the arrows carry the note.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.board.areas import Lying
from ui.board.camera import STEP
from ui.board.carrying import Carrying
from ui.board.layout import COLUMN_HEADER, HEADER, LANE_HEADER, Rect
from ui.board.offers import joins
from ui.board.picking import Asks, Button, Does, Picked
from ui.board.things import OnButton
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import GroupKind

if TYPE_CHECKING:
    from ui.board.view import BoardView

Key = Qt.Key
_FORWARD, _BACK = {Key.Key_Right, Key.Key_Down}, {Key.Key_Left, Key.Key_Up}
_WAYS = {Key.Key_Right: (1, 0), Key.Key_Left: (-1, 0), Key.Key_Down: (0, 1), Key.Key_Up: (0, -1)}
_GROUPS = {Key.Key_PageDown: 1, Key.Key_PageUp: -1}
_ENTER = {Key.Key_Return, Key.Key_Enter, Key.Key_Space}
_ALONE_NOTHING = {Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_CapsLock}
_NOTES_ASKED = (Asks.SAME, Asks.SPLIT)


class Walking:
    """Where the keyboard is on one board, and what its keys do."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._at: Lying | None = None
        self._group: GroupId | None = None
        self._button: OnButton | None = None
        self._visible = False
        self.carrying = Carrying(view)

    # Where it is

    @property
    def at(self) -> Lying | None:
        """The note the keyboard is at, if it is still there; it follows one that lies elsewhere now."""
        model = self._view.model
        if self._at is not None and self._at.note not in model.faces:
            self._at = None
        if self._at is not None:
            groups = model.groups_of(self._at.note)
            if self._at.group not in groups and (groups or self._at.group is not None):
                note = self._at.note
                self._at = next((each for each in model.reading_order() if each.note == note), None)
        return self._at

    @property
    def at_group(self) -> GroupId | None:
        """The group whose name the keyboard is at, if it is still there."""
        if self._group not in self._view.model.groups:
            self._group = None
        return self._group

    @property
    def here(self) -> tuple[NoteId | None, GroupId | None] | OnButton | None:
        """What the keyboard is at, by the name that screen readers' parts have."""
        if self._button is not None and self._find(self._button) is not None:
            return self._button
        if self.at_group is not None:
            return None, self.at_group
        return None if self.at is None else (self.at.note, self.at.group)

    def hide(self) -> None:
        """No ring: somebody touches."""
        self._visible = False

    def ring(self) -> Rect | None:
        """Where the ring goes, in pixels; None for no ring."""
        if not self._visible or not self._view.hasFocus() or self.carrying.rect is not None:
            return None
        button = self._find(self._button)
        if button is not None:
            return button.rect
        if self.at_group is not None:
            return self._view.camera.rect_to_screen(self._name_of(self.at_group))
        at = self.at
        return None if at is None else self._view.camera.rect_to_screen(self._where(at))

    def _name_of(self, group: GroupId) -> Rect:
        """Where the name of a group is, in board units."""
        area = self._view.model.groups[group]
        own = area.record.kind is GroupKind.OWN
        high = COLUMN_HEADER if area.narrow else HEADER if own else LANE_HEADER
        return Rect(area.rect.x + 4, area.rect.y + 4, area.rect.w - 8, high - 8)

    def _where(self, at: Lying) -> Rect:
        """The note's rectangle now: it may lie elsewhere since the keyboard came to it."""
        model = self._view.model
        if at.group is None:
            return model.rect_of(at.note) or at.rect
        area = model.groups.get(at.group)
        shown = None if area is None else area.shown.get(at.note)
        return shown or model.rect_of(at.note) or at.rect

    def _find(self, thing: OnButton | None) -> Button | None:
        return next((b for b in self._buttons() if OnButton(b.does, b.on) == thing), None)

    def _buttons(self) -> list[Button]:
        return self._view.scene.overlays.buttons(self._view.camera, self._view.shown.picked)

    def _things(self) -> list[OnButton]:
        """The buttons that keys can walk now: those of the strip, and every group that can be the answer."""
        picked, model = self._view.shown.picked, self._view.model
        order = model.order_of_groups()
        strip = self._view.scene.overlays.strip(self._view.camera, picked)
        acts = [OnButton(b.does, b.on) for b in strip.buttons] if strip is not None else []
        if picked.moving and picked.note is not None:
            has = model.groups_of(picked.note)
            fits = (group for group in order if group not in has and not model.groups[group].record.locked)
            return [*(OnButton(Does.PUT, group) for group in fits), *acts]
        if picked.area is not None and picked.asks is Asks.MERGE and picked.area in model.groups:
            fits = (group for group in order if joins(picked.area, group, model))
            return [*(OnButton(Does.JOIN, group) for group in fits), *acts]
        return acts

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means; False when it means nothing here."""
        key = Key(event.key())
        if key in _ALONE_NOTHING:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._with_control(key)
        self._visible = True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _WAYS:
            self._carry(*_WAYS[key])
        elif self.carrying.rect is not None:
            self._lay_down(key)
        elif key in _FORWARD | _BACK:
            self._walk(1 if key in _FORWARD else -1)
        elif key in _GROUPS and not self._is_asked():
            self._walk_groups(_GROUPS[key])
        elif key in _ENTER:
            self._enter()
        elif key == Key.Key_Escape:
            return self._escape()
        else:
            return self._letter(key)
        self._view.update()
        return True

    def tab(self, forward: bool) -> bool:
        """Tab walks the buttons while something is asked; otherwise it leaves the board (False)."""
        if not self._view.shown.picked.moving and not self._is_asked():
            return False
        self._visible = True
        self._walk_buttons(1 if forward else -1)
        self._view.update()
        return True

    def _carry(self, right: int, down: int) -> None:
        """Take the note that the keyboard is at one step on."""
        if self.at is not None and self.at_group is None and not self._is_asked():
            self.carrying.carry(Lying(self.at.note, self.at.group, self._where(self.at)), right, down)

    def _lay_down(self, key: Key) -> None:
        """Put down the note that is carried; only Escape lets it lie where it lay."""
        if key == Key.Key_Escape:
            self.carrying.let_go()
            return
        note = self.carrying.put_down()
        if note is not None:
            self.follow(note)

    def follow(self, note: NoteId) -> None:
        """The keyboard goes along with a note that lies elsewhere now, or to the one that covers it."""
        lying = next((each for each in self._view.model.reading_order() if each.note == note), None)
        if lying is not None and self._visible:
            self.go_to(lying)

    def _is_asked(self) -> bool:
        """Whether the keyboard is about something that is picked, and not about where to go."""
        picked = self._view.shown.picked
        return picked.note is not None or picked.area is not None

    def _with_control(self, key: Key) -> bool:
        if key == Key.Key_Z:
            self._view.acts.undo()
            return True
        return False

    def _letter(self, key: Key) -> bool:
        view = self._view
        match key:
            case Key.Key_M if self.at is not None and self.at_group is None:
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
        picked = self._view.shown.picked
        if self._is_asked() and picked.asks not in _NOTES_ASKED:
            self._walk_buttons(step)
            return
        order = self._order()
        if not order:
            return
        keys = [(lying.note, lying.group) for lying in order]
        here = (self.at.note, self.at.group) if self.at else None
        if self.at_group is not None and not self._is_asked():
            index = self._beside_group(order, self.at_group, step)
        else:
            index = keys.index(here) + step if here in keys else (0 if step > 0 else len(order) - 1)
        self.go_to(order[min(max(index, 0), len(order) - 1)])

    def _order(self) -> list[Lying]:
        """The notes that arrows walk now."""
        picked, order = self._view.shown.picked, self._view.model.reading_order()
        if picked.asks is Asks.SPLIT:
            return [lying for lying in order if lying.group == picked.area]
        if picked.asks is Asks.SAME:
            return [lying for lying in order if lying.note != picked.note]
        return order

    def _beside_group(self, order: list[Lying], group: GroupId, step: int) -> int:
        """From a group's name arrows go to its first note, or back to the note before it."""
        first = next((i for i, lying in enumerate(order) if lying.group == group), 0)
        return first if step > 0 else first - 1

    def _walk_groups(self, step: int) -> None:
        """Go to the name of the next group, or of the one before."""
        order = self._view.model.order_of_groups()
        here = self.at_group or (self.at.group if self.at is not None else None)
        if order:
            index = order.index(here) + step if here in order else (0 if step > 0 else len(order) - 1)
            if self.at_group is None and here in order and step < 0:
                index += 1  # from a note back to the name above it
            self.go_to_group(order[min(max(index, 0), len(order) - 1)])

    def go_to(self, lying: Lying) -> None:
        """Bring the keyboard to a note, and the note into view."""
        self._at, self._group, self._button, self._visible = lying, None, None, True
        self._view.look_to(lying.rect)
        self._view.tell_focus()

    def go_to_group(self, group: GroupId) -> None:
        """Bring the keyboard to the name of a group, and the group into view."""
        self._group, self._button, self._visible = group, None, True
        self._view.look_to(self._name_of(group))
        self._view.tell_focus()

    def to_first_button(self) -> None:
        """Bring the keyboard to the first button it can walk, if a key brought us here."""
        self._button = None
        if self._visible and self._view.shown.picked.asks not in _NOTES_ASKED:
            self._walk_buttons(1)

    def _walk_buttons(self, step: int) -> None:
        things = self._things()
        if not things:
            return
        here = things.index(self._button) if self._button in things else (-1 if step > 0 else 0)
        self._button = things[(here + step) % len(things)]
        area = self._view.model.groups.get(GroupId(self._button.on))
        if area is not None and self._button.does in (Does.PUT, Does.JOIN):
            self._view.look_to(area.rect)
        self._view.tell_focus()

    def _enter(self) -> None:
        view, picked, thing = self._view, self._view.shown.picked, self._button
        if self._is_asked() and thing is not None and thing in self._things():
            view.acts.press(thing.does, thing.on)
        elif picked.asks is Asks.SAME and self.at is not None and self.at.note != picked.note:
            view.acts.say_same(self.at.note)
        elif picked.asks is Asks.SPLIT and self.at is not None:
            view.acts.choose_for_split(self.at.note)
        elif self._is_asked():
            return
        elif self.at_group is not None:
            view.ask(Picked(group=self.at_group))
        elif self.at is not None:
            view.ask(Picked(self.at.note, self.at.group))

    def _escape(self) -> bool:
        self._button = None
        return self._view.acts.let_go()

    def arrive(self) -> None:
        """Tab came to the board: show where the keyboard is, at the first note if it was nowhere."""
        self._visible = True
        if self.at is None and self.at_group is None and (order := self._view.model.reading_order()):
            self.go_to(order[0])
