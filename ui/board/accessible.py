"""The board for a screen reader: a list of groups, each a list of notes, then the loose notes.

What lies face down is not in the tree: only how many there are is said, in the board's description.
Qt does not keep Python objects alive, so every part that was ever handed out is kept here.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from ui.board.faces import BACK, Face
from ui.board.groups import count_of, name_of
from ui.board.layout import Rect
from ui.board.model import BoardModel, Lying
from ui.look import NOTES
from ui.words import Words
from workshop.domain.ids import GroupId, NoteId

if TYPE_CHECKING:
    from ui.board.view import BoardView

Text, Role = QAccessible.Text, QAccessible.Role
Key = tuple[NoteId | None, GroupId | None]  # a note in a group or loose, or (None, group)


def name_of_note(model: BoardModel, lying: Lying, words: Words) -> str:
    """What a screen reader says of a note: its kind, its words, where it is, and its language."""
    face = model.faces[lying.note]
    parts = [words(NOTES[face.kind].label), face.text, _place_in_words(model, lying, words)]
    parts.append(_language_name(face, words))
    return " ".join(part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part)


def _place_in_words(model: BoardModel, lying: Lying, words: Words) -> str:
    if lying.group is None:
        return ""
    area = model.groups[lying.group]
    here = [note for _, _, note in area.order if note in model.faces]
    group = name_of(area, words) or words("Group without a name")
    return words("{group}, {n} of {count}", group=group, n=here.index(lying.note) + 1, count=len(here))


def _language_name(face: Face, words: Words) -> str:
    """The name of a note's language in the language of the page; "" when they are the same."""
    own = words.language
    return "" if face.language in ("", own) else _named(face.language, own)


@lru_cache(maxsize=128)
def _named(language: str, own: str) -> str:
    try:
        return Locale.parse(language, sep="-").get_display_name(own) or ""
    except (UnknownLocaleError, ValueError):
        return language


def description_of(model: BoardModel, words: Words) -> str:
    """What is said of the whole board: how many notes there are, and how many lie face down."""
    hidden = sum(face is BACK for face in model.faces.values())
    shown = len(model.faces) - hidden
    parts = [words.many("1 note", "{n} notes", shown)]
    parts += [words.many("1 face down", "{n} face down", hidden)] if hidden else []
    return ", ".join(parts)


class _Tree:
    """Which parts a board has now; worked out once for each change."""

    def __init__(self, view: "BoardView") -> None:
        self._view, self._version = view, -1
        self._top: list[Key] = []
        self._below: dict[GroupId, list[Key]] = {}
        self._lying: dict[Key, Lying] = {}
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
        """The parts of the board (None) or of a group."""
        self._fresh()
        if key is None:
            return self._top
        note, group = key
        return self._below.get(group, []) if note is None and group is not None else []

    def lying(self, key: Key) -> Lying | None:
        """The note of a part, if it is still on the board."""
        self._fresh()
        return self._lying.get(key)

    def part(self, key: Key) -> "_Part":
        """The part as Qt sees it, the same object each time."""
        if key not in self._parts:
            self._parts[key] = _Part(self._view, self, key)
        return self._parts[key]

    def key_of(self, part: QAccessibleInterface) -> Key | None:
        """The key of a part that was handed out here."""
        return part.key if isinstance(part, _Part) else None


class _Board(QAccessibleWidget):
    """The whole board: a list."""

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view, Role.List, view.accessibleName())
        self.view, self.tree = view, _Tree(view)

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
        note, group = self.key
        return group in self._view.model.groups if note is None else self._tree.lying(self.key) is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # a part is no QObject, and Qt allows for that

    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        note, group = self.key
        if note is not None and group is not None:
            return self._tree.part((None, group))
        return _board_of(self._view)

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
        return Role.List if self.key[0] is None else Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.key[0] is not None and self.isValid():
            at = self._view.walking.at
            state.focusable = state.selectable = True
            state.focused = at is not None and (at.note, at.group) == self.key and self._view.hasFocus()
            state.selected = self._view.shown.picked.note == self.key[0]
        return state

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing is written by this way."""

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid() or t not in (Text.Name, Text.Description):
            return ""
        model, words = self._view.model, self._view.words
        lying = self._tree.lying(self.key)
        if lying is not None:
            return name_of_note(model, lying, words) if t == Text.Name else ""
        area = model.groups[GroupId(str(self.key[1]))]
        if t == Text.Description:
            return count_of(area, words)
        return name_of(area, words) or words("Group without a name")

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        lying = self._tree.lying(self.key)
        area = lying.rect if lying else self._view.model.groups[GroupId(str(self.key[1]))].rect
        return _on_glass(self._view, self._view.camera.rect_to_screen(area))


def _on_glass(view: "BoardView", area: Rect) -> QRect:
    at = view.mapToGlobal(view.rect().topLeft())
    return QRect(round(area.x) + at.x(), round(area.y) + at.y(), round(area.w), round(area.h))


_boards: dict[int, _Board] = {}


def _board_of(view: "BoardView") -> _Board:
    """The one interface of a view; those of views that are gone are let go."""
    for key in [key for key, board in _boards.items() if not Shiboken.isValid(board.view)]:
        del _boards[key]
    if id(view) not in _boards:
        _boards[id(view)] = _Board(view)
    return _boards[id(view)]


@lru_cache(maxsize=1)
def install(kind: "type[BoardView]") -> None:
    """Make boards known to screen readers: Qt asks for each object what there is to say about it."""

    def make(name: str, thing: QObject) -> QAccessibleInterface | None:
        return _board_of(thing) if isinstance(thing, kind) else None

    QAccessible.installFactory(make)


def tell_focus(view: "BoardView", lying: Lying) -> None:
    """Tell a screen reader at which note the keyboard is."""
    if QAccessible.isActive():
        part = _board_of(view).tree.part((lying.note, lying.group))
        QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))
