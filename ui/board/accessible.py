"""The board for a screen reader: a list of groups, each a list of notes, then the loose notes.

Painted buttons are at the end of what they belong to: of their group, or of the board. What lies face
down, under another note, or waits to be placed is not in the tree; of what lies face down only how
many there are is said, in the board's description.
Each part that was ever handed out is kept, as `ui.widgets.told` says why.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from ui.board.areas import Lying
from ui.board.groups import count_of
from ui.board.layout import Rect
from ui.board.naming import description_of, name_of_button, name_of_group, name_of_note, state_of_group
from ui.board.picking import Button
from ui.board.things import OnButton
from ui.widgets.told import keep
from workshop.domain.ids import GroupId, NoteId

if TYPE_CHECKING:
    from ui.board.view import BoardView

Text, Role = QAccessible.Text, QAccessible.Role
# A note in a group or loose, a group (None, group), or a painted button.
Key = tuple[NoteId | None, GroupId | None] | OnButton


class _Tree:
    """Which parts a board has now; worked out once for each change."""

    def __init__(self, view: "BoardView") -> None:
        self._view, self._version = view, -1
        self._top: list[Key] = []
        self._below: dict[GroupId, list[Key]] = {}
        self._lying: dict[tuple[NoteId | None, GroupId | None], Lying] = {}
        self._parts: dict[Key, _Part] = {}

    def _fresh(self) -> None:
        model = self._view.model
        if self._version == model.version:
            return
        self._version = model.version
        self._below = {id_: [] for id_ in model.order_of_groups()}
        self._top = [(None, id_) for id_ in self._below]
        self._lying = {(lying.note, lying.group): lying for lying in model.reading_order()}
        for note, group in self._lying:
            (self._top if group is None else self._below[group]).append((note, group))

    def below(self, key: Key | None) -> list[Key]:
        """The parts of the board (None) or of a group; their buttons come last."""
        self._fresh()
        if isinstance(key, OnButton):
            return []
        note, group = (None, None) if key is None else key
        if note is not None:
            return []
        notes = self._top if group is None else self._below.get(group, [])
        return [*notes, *self._buttons_of(group)]

    def _buttons_of(self, group: GroupId | None) -> list[Key]:
        """The buttons in view that belong to a group, or to none."""
        strip = self._view.scene.overlays.strip(self._view.camera, self._view.shown.picked)
        beside = set() if strip is None else {OnButton(b.does, b.on) for b in strip.buttons}
        found: list[Key] = []
        for button in self._all_buttons():
            thing = OnButton(button.does, button.on)
            on_group = button.on in self._below and thing not in beside
            if (GroupId(button.on) if on_group else None) == group:
                found.append(thing)
        return found

    def _all_buttons(self) -> list[Button]:
        return self._view.scene.overlays.buttons(self._view.camera, self._view.shown.picked)

    def button(self, key: Key) -> Button | None:
        """The button of a part, if it is still there."""
        return next((b for b in self._all_buttons() if OnButton(b.does, b.on) == key), None)

    def lying(self, key: Key) -> Lying | None:
        """The note of a part, if it is still on the board."""
        self._fresh()
        return None if isinstance(key, OnButton) else self._lying.get(key)

    def part(self, key: Key) -> "_Part":
        """The part as Qt sees it, the same object each time."""
        if key not in self._parts:
            self._parts[key] = _Part(self._view, self, key)
            keep(self._view, self._parts[key])
        return self._parts[key]

    def key_of(self, part: QAccessibleInterface) -> Key | None:
        """The key of a part that was handed out here."""
        return part.key if isinstance(part, _Part) else None


class _Board(QAccessibleWidget):
    """The whole board: a list."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view, Role.List, view.accessibleName())
        self.view, self.tree = view, _tree_of(view)
        keep(view, self)

    def childCount(self) -> int:
        return len(self.tree.below(None)) if Shiboken.isValid(self.view) else 0

    def child(self, index: int) -> QAccessibleInterface:
        keys = self.tree.below(None)
        return self.tree.part(keys[index]) if 0 <= index < len(keys) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        key, keys = self.tree.key_of(child), self.tree.below(None)
        return keys.index(key) if key in keys else -1

    def text(self, t: QAccessible.Text) -> str:
        if t == Text.Description:
            return description_of(self.view.model, self.view.words)
        return super().text(t)


class _Part(QAccessibleInterface):
    """A group (a list) or a note (an item)."""

    def __init__(self, view: "BoardView", tree: _Tree, key: Key) -> None:
        super().__init__()
        self._view, self._tree, self.key = view, tree, key

    def isValid(self) -> bool:
        if not Shiboken.isValid(self._view):
            return False
        if isinstance(self.key, OnButton):
            return self._tree.button(self.key) is not None
        note, group = self.key
        return group in self._view.model.groups if note is None else self._tree.lying(self.key) is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # a part is no QObject, and Qt allows for that

    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        group = None
        if isinstance(self.key, OnButton):
            of_group = (None, GroupId(self.key.on))
            group = GroupId(self.key.on) if self.key in self._tree.below(of_group) else None
        elif self.key[0] is not None:
            group = self.key[1]
        if group is not None:
            return self._tree.part((None, group))
        return QAccessible.queryAccessibleInterface(self._view)

    def childCount(self) -> int:
        return len(self._tree.below(self.key))

    def child(self, index: int) -> QAccessibleInterface:
        keys = self._tree.below(self.key)
        return self._tree.part(keys[index]) if 0 <= index < len(keys) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        key, keys = self._tree.key_of(child), self._tree.below(self.key)
        return keys.index(key) if key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        parts = (self._tree.part(key) for key in self._tree.below(self.key))
        return next((p for p in parts if p.rect().contains(x, y)), None)  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def role(self) -> QAccessible.Role:
        if isinstance(self.key, OnButton):
            return Role.Button
        return Role.List if self.key[0] is None else Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            return state
        state.focusable = True
        here = self._view.hasFocus() and self._view.walking.here == self.key
        state.focused = here
        picked = self._view.shown.picked
        if isinstance(self.key, OnButton):
            return state
        note, group = self.key
        state.selectable = True
        state.selected = (picked.note == note or note in picked.notes) if note else picked.area == group
        return state

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing is written by this way."""

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid() or t not in (Text.Name, Text.Description):
            return ""
        return self._name() if t == Text.Name else self._description()

    def _name(self) -> str:
        model, words = self._view.model, self._view.words
        lying, button = self._tree.lying(self.key), self._tree.button(self.key)
        if lying is not None:
            return name_of_note(model, lying, words, self._view.bridge.workshop)
        if button is not None:
            return name_of_button(model, button, words)
        return name_of_group(model, GroupId(str(self.key[1])), words)

    def _description(self) -> str:
        if isinstance(self.key, OnButton) or self.key[0] is not None:
            return ""
        model, words, group = self._view.model, self._view.words, GroupId(str(self.key[1]))
        parts = (count_of(model.groups[group], words), state_of_group(model, group, words))
        return ", ".join(part for part in parts if part)

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        lying, button = self._tree.lying(self.key), self._tree.button(self.key)
        if button is not None:
            return _on_glass(self._view, button.rect)
        area = lying.rect if lying else self._view.model.groups[GroupId(str(self.key[1]))].rect
        return _on_glass(self._view, self._view.camera.rect_to_screen(area))


def _on_glass(view: "BoardView", area: Rect) -> QRect:
    at = view.mapToGlobal(view.rect().topLeft())
    return QRect(round(area.x) + at.x(), round(area.y) + at.y(), round(area.w), round(area.h))


_trees: dict[int, _Tree] = {}


def _tree_of(view: "BoardView") -> _Tree:
    """The parts of a view, kept as long as there is the view."""
    key = id(view)
    if key not in _trees:
        _trees[key] = _Tree(view)
        view.destroyed.connect(lambda: _trees.pop(key))
    return _trees[key]


@lru_cache(maxsize=1)
def install(kind: "type[BoardView]") -> None:
    """Make boards known to screen readers: Qt asks for each object what there is to say about it."""

    def make(name: str, thing: QObject) -> QAccessibleInterface | None:
        # Qt asks more than once for one view, and deletes each answer: each has to be a new one.
        return _Board(thing) if isinstance(thing, kind) else None

    QAccessible.installFactory(make)


def tell_focus(view: "BoardView") -> None:
    """Tell a screen reader at what the keyboard is."""
    key = view.walking.here
    if key is not None and QAccessible.isActive():
        part = _tree_of(view).part(key)
        QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))
