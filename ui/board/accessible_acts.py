"""What another program can do with a part of the board, and in which language the part is.

Qt asks a part for these by `interface_cast`. What is handed out has to live as long as the part: the
part keeps it.
"""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAttributesInterface


class Actions(QAccessibleActionInterface):
    """A part can be pressed, as a finger does it, and the keyboard can be brought to it."""

    def __init__(self, press: Callable[[], None], go_to: Callable[[], None]) -> None:
        super().__init__()
        self._acts = {self.pressAction(): press, self.setFocusAction(): go_to}

    def actionNames(self) -> list[str]:
        return list(self._acts)

    def doAction(self, actionName: str) -> None:
        if actionName in self._acts:
            self._acts[actionName]()

    def keyBindingsForAction(self, actionName: str) -> list[str]:
        return []


class Attributes(QAccessibleAttributesInterface):
    """The language of a part, as far as it is known ("": not at all)."""

    def __init__(self, language: Callable[[], str]) -> None:
        super().__init__()
        self._language = language

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Locale] if self._language() else []

    def attributeValue(self, key: QAccessible.Attribute) -> QLocale | None:
        language = self._language()
        return _locale(language) if language and key == QAccessible.Attribute.Locale else None


def _locale(language: str) -> QLocale:
    """Qt takes English alone for that of the United States."""
    return QLocale("en_GB" if language == "en" else language)
