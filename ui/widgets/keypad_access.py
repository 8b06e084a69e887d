"""What a screen reader finds in a pad of keys: a button for each key, by its name and its place."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from ui.keys.names import spoken
from ui.keys.plan import Key
from ui.widgets.told import NOT_OFFERED, keep

if TYPE_CHECKING:
    from ui.widgets.keypad import KeyPad


class Actions(QAccessibleActionInterface):
    """A key can be pressed by another program."""

    def __init__(self, press: Callable[[], None]) -> None:
        super().__init__()
        self._press = press

    def actionNames(self) -> list[str]:
        """To press it, and nothing else."""
        return [self.pressAction()]

    def doAction(self, actionName: str) -> None:
        """Press the key."""
        if actionName == self.pressAction():
            self._press()

    def keyBindingsForAction(self, actionName: str) -> list[str]:
        """Nobody needs a key for a key."""
        return []


@lru_cache(maxsize=1)
def make_accessible() -> None:
    """Let screen readers find the keys of every pad from now on."""
    QAccessible.installFactory(_for_widget)


def _for_widget(name: str, widget: QObject) -> QAccessibleInterface | None:
    return PadAccess(cast("KeyPad", widget)) if type(widget).__name__ == "KeyPad" else None


class PadAccess(QAccessibleWidget):
    """The pad: a keyboard with one child for each key."""

    def __init__(self, pad: "KeyPad") -> None:
        super().__init__(pad, QAccessible.Role.Grouping, pad.accessibleName())
        self._pad = pad
        self._keys: dict[int, KeyAccess] = {}
        keep(pad, self)

    def childCount(self) -> int:
        """One for each key that is shown."""
        return len(self._pad.panel.keys) if Shiboken.isValid(self._pad) else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The key at a place in reading order."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._keys:
            self._keys[index] = KeyAccess(self._pad, index)
            keep(self._pad, self._keys[index])
        return self._keys[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where a key is in reading order."""
        return child.index if isinstance(child, KeyAccess) else -1


class KeyAccess(QAccessibleInterface):
    """One key: whatever lies at its place now, since letters change with shift and language."""

    def __init__(self, pad: "KeyPad", index: int) -> None:
        super().__init__()
        self._pad = pad
        self.index = index
        self._actions = Actions(self._press)

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        """What else Qt can ask a key: to be pressed. A None or a number would end the program."""
        offered = self._actions if t == QAccessible.InterfaceType.ActionInterface else NOT_OFFERED
        return offered  # type: ignore[return-value]  # Shiboken makes a pointer

    def _press(self) -> None:
        """Do what a finger does that touches the key."""
        key = self._key
        if key is not None:
            self._pad.panel.act(key)

    @property
    def _key(self) -> Key | None:
        keys = self._pad.panel.keys if Shiboken.isValid(self._pad) else ()
        return keys[self.index] if self.index < len(keys) else None

    def isValid(self) -> bool:
        """Whether there is such a key now."""
        return self._key is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """A key is no object of Qt."""
        return None

    def text(self, part: QAccessible.Text) -> str:
        """The name of the key."""
        key = self._key
        return spoken(key, self._pad.words) if key and part == QAccessible.Text.Name else ""

    def setText(self, part: QAccessible.Text, text: str) -> None:
        """Nobody renames a key."""

    def role(self) -> QAccessible.Role:
        """A button."""
        return QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        """Whether a finger is on it."""
        state = QAccessible.State()
        state.pressed = self._key is not None and self._pad.panel.is_held(self._key)
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        key = self._key
        if key is None:
            return QRect()
        corner = self._pad.mapToGlobal(QRect(0, 0, 1, 1).topLeft())
        return QRect(round(key.x), round(key.y), round(key.width), round(key.height)).translated(corner)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The pad."""
        return QAccessible.queryAccessibleInterface(self._pad)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A key has no parts."""
        return None

    def childCount(self) -> int:
        """A key has no parts."""
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A key has no parts."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """A key has no parts."""
        return -1

    def backgroundColor(self) -> QColor:
        """The colour behind its letter."""
        return self._pad.look.colour("paper")

    def foregroundColor(self) -> QColor:
        """The colour of its letter."""
        return self._pad.look.colour("ink")
