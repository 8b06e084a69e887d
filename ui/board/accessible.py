"""The board for a screen reader: a list of groups, each a list of notes, then the loose notes.

Painted buttons are at the end of what they belong to: of their group, or of the board; after these come
the pages that people write on (`ui.board.writing_told`). What lies face
down, under another note, or waits to be placed is not in the tree; of what lies face down only how
many there are is said, in the board's description.
Each part that was ever handed out is kept, as `ui.widgets.told` says why.
"""

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from ui.board.accessible_acts import Actions, Attributes
from ui.board.accessible_news import News
from ui.board.areas import Lying
from ui.board.groups import count_of
from ui.board.layout import Rect
from ui.board.naming import description_of, name_of_button, name_of_group, name_of_note, state_of_group
from ui.board.picking import Button
from ui.board.strips import Said
from ui.board.things import OnButton, OnName, OnNote, OnSentence, Touched
from ui.board.writing_told import parts_of
from ui.widgets.told import NOT_OFFERED, keep
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.records import Membership

if TYPE_CHECKING:
    from ui.board.view import BoardView

Text, Role, Interface = QAccessible.Text, QAccessible.Role, QAccessible.InterfaceType
# A note in a group or loose, a group (None, group), a painted button, or a sentence beside what is picked.
Key = tuple[NoteId | None, GroupId | None] | OnButton | OnSentence


class _Tree:
    """Which parts a board has now; worked out once for each change."""

    def __init__(self, view: "BoardView") -> None:
        self._view, self._version = view, -1
        self._top: list[Key] = []
        self._below: dict[GroupId, list[Key]] = {}
        self._lying: dict[tuple[NoteId | None, GroupId | None], Lying] = {}
        self._parts: dict[Key, _Part] = {}
        self._leaving: Key | None = None
        self.news = News[Key](self)

    def keys(self) -> list[Key]:
        """The keys of all parts that there are now."""
        self._fresh()
        buttons = (OnButton(button.does, button.on) for button in self._all_buttons())
        said = (OnSentence(each.says) for each in self._said())
        return [*self._top, *chain.from_iterable(self._below.values()), *said, *buttons]

    def leaving(self, key: Key, is_leaving: bool) -> None:
        """This part is there for a moment longer, to say that it is gone."""
        self._leaving = key if is_leaving else None

    def is_leaving(self, key: Key) -> bool:
        """Whether a part is just saying that it is gone."""
        return self._leaving == key

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
        if isinstance(key, OnButton | OnSentence):
            return []
        note, group = (None, None) if key is None else key
        if note is not None:
            return []
        notes = self._top if group is None else self._below.get(group, [])
        said = [OnSentence(each.says) for each in self._said()] if group is None else []
        return [*notes, *said, *self._buttons_of(group)]

    def _said(self) -> tuple[Said, ...]:
        """The sentences beside what is picked."""
        strip = self._view.scene.overlays.strip(self._view.camera, self._view.shown.picked)
        return () if strip is None else strip.said

    def sentence(self, key: Key) -> Said | None:
        """The sentence of a part, if it is still there."""
        return next((each for each in self._said() if OnSentence(each.says) == key), None)

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
        return None if isinstance(key, OnButton | OnSentence) else self._lying.get(key)

    def key_at(self, x: float, y: float) -> Key | None:
        """The part under a pixel of the board."""
        self._fresh()
        thing, at = self._view.touching.thing_at(x, y), self._view.camera.to_board(x, y)
        if isinstance(thing, OnButton):
            return thing
        lying = self._view.touching.lying_at(*at)
        if lying is not None:
            key = (lying.note, lying.group)
            return key if key in self._lying else None
        group = self._view.model.group_at(*at)
        return None if group is None else (None, group)

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
        self.tree.news.begin()
        keep(view, self)

    def childCount(self) -> int:
        return len(self.tree.below(None)) + len(parts_of(self.view)) if Shiboken.isValid(self.view) else 0

    def child(self, index: int) -> QAccessibleInterface:
        keys, pages = self.tree.below(None), parts_of(self.view)
        if len(keys) <= index < len(keys) + len(pages):
            return pages[index - len(keys)]
        return self.tree.part(keys[index]) if 0 <= index < len(keys) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        key, keys, pages = self.tree.key_of(child), self.tree.below(None), parts_of(self.view)
        if child in pages:
            return len(keys) + pages.index(child)
        return keys.index(key) if key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The uppermost part under a pixel of the screen, however deep; what lies face down is no part."""
        page = next((page for page in reversed(parts_of(self.view)) if page.rect().contains(x, y)), None)
        if page is not None:
            return page
        at = self.view.mapFromGlobal(QPoint(x, y)).toPointF()
        key = self.tree.key_at(at.x(), at.y())
        return None if key is None else self.tree.part(key)  # type: ignore[return-value]

    def text(self, t: QAccessible.Text) -> str:
        if t == Text.Description:
            return description_of(self.view.model, self.view.words)
        return super().text(t)


class _Part(QAccessibleInterface):
    """A group (a list) or a note (an item)."""

    def __init__(self, view: "BoardView", tree: _Tree, key: Key) -> None:
        super().__init__()
        self._view, self._tree, self.key = view, tree, key
        self._offered: dict[QAccessible.InterfaceType, Actions | Attributes] = {}

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        """What else Qt can ask this part: an object, or nothing. A None or a number would end the program."""
        if t not in self._offered and self.isValid():
            if t == Interface.ActionInterface and not isinstance(self.key, OnSentence):
                self._offered[t] = Actions(self._press, self._go_to)
            elif t == Interface.AttributesInterface:
                self._offered[t] = Attributes(self._language)
        return self._offered.get(t) or NOT_OFFERED  # type: ignore[return-value]  # Shiboken makes a pointer

    @property
    def _group(self) -> GroupId:
        """The group that this part is, or that its note lies in."""
        return GroupId("" if isinstance(self.key, OnSentence) else str(self.key[1]))

    def isValid(self) -> bool:
        if not Shiboken.isValid(self._view):
            return False
        if self._tree.is_leaving(self.key):
            return True
        if isinstance(self.key, OnButton):
            return self._tree.button(self.key) is not None
        if isinstance(self.key, OnSentence):
            return self._tree.sentence(self.key) is not None
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
        elif not isinstance(self.key, OnSentence) and self.key[0] is not None:
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
        if isinstance(self.key, OnSentence):
            return Role.StaticText
        return Role.List if self.key[0] is None else Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid() or isinstance(self.key, OnSentence):
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
        if isinstance(self.key, OnSentence):
            return self.key.says
        if lying is not None:
            return name_of_note(model, lying, words, self._view.bridge.workshop)
        if button is not None:
            return name_of_button(model, button, words)
        return name_of_group(model, self._group, words)

    def _description(self) -> str:
        if isinstance(self.key, OnButton | OnSentence) or self.key[0] is not None:
            return ""
        model, words, group = self._view.model, self._view.words, self._group
        parts = (count_of(model.groups[group], words), state_of_group(model, group, words))
        return ", ".join(part for part in parts if part)

    def _language(self) -> str:
        """The language of a note as it was written down, and of what the page says that of the page."""
        if isinstance(self.key, OnButton | OnSentence):
            return self._view.words.language
        note = self.key[0]
        face = self._view.model.faces.get(note) if note is not None and self.isValid() else None
        return "" if face is None else face.language

    def rect(self) -> QRect:
        return _on_glass(self._view, self._place()) if self.isValid() else QRect()

    def _place(self) -> Rect:
        """Where the part is, in pixels of the board."""
        on_glass: Button | Said | None = self._tree.button(self.key) or self._tree.sentence(self.key)
        if on_glass is not None:
            return on_glass.rect
        lying = self._tree.lying(self.key)
        area = lying.rect if lying else self._view.model.groups[self._group].rect
        return self._view.camera.rect_to_screen(area)

    # What another program does

    def _press(self) -> None:
        """Do what a finger does that touches the part."""
        if not self.isValid() or isinstance(self.key, OnSentence):
            return
        thing: Touched = self.key if isinstance(self.key, OnButton) else None
        if not isinstance(self.key, OnButton):
            self._go_to()
            note, group = self.key
            thing = OnNote(note) if note is not None else OnName(GroupId(str(group)))
        self._view.acts.tap(thing, *self._place().middle)

    def _go_to(self) -> None:
        """Bring the keyboard to a note, or to the name of a group."""
        if self.isValid() and not isinstance(self.key, OnButton | OnSentence):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            lying = self._tree.lying(self.key)
            walking = self._view.walking
            walking.go_to(lying) if lying else walking.go_to_group(self._group)


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


def tell_changes(view: "BoardView", change: Change | None = None) -> None:
    """Tell a screen reader which parts have come and gone, and which the change may have renamed."""
    each = () if change is None else change.diff
    ids = {part.id for part in each}
    for record in (record for part in each for record in (part.before, part.after)):
        if isinstance(record, Membership):
            ids |= {record.note, record.group}
    moved = {e.group for p in each for e in (p.before, p.after) if isinstance(e, Membership)}

    def is_renamed(key: Key) -> bool:
        if isinstance(key, OnButton | OnSentence):
            return False
        return not ids.isdisjoint(key) or key[1] in moved  # "1 of 2" is "1 of 3" now

    _tree_of(view).news.tell(is_renamed)
