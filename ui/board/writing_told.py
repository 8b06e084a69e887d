"""The writing pages for a screen reader: each a group of parts, with its words, its buttons and its keys.

A page has a place at the screen, of four, and its parts are those of that place: they are made once,
and what they say is always asked of the page that lies there now. See `ui.widgets.told`.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.board.accessible_acts import Actions, Attributes
from ui.board.writing_layout import NAMES, Target
from ui.board.writing_opening import Showing
from ui.board.writing_reading import Words
from ui.keys.names import spoken
from ui.keys.plan import Key
from ui.parts.kinds import kind_name
from ui.widgets.told import NOT_OFFERED, keep
from workshop.domain.kinds import Emotion, NoteKind

if TYPE_CHECKING:
    from ui.board.view import BoardView
    from ui.board.writing_page import Page

Text, Role, Interface = QAccessible.Text, QAccessible.Role, QAccessible.InterfaceType
Part = Target | int  # a key of the panel by its number
PAGE, QUESTION = "page", "read back"  # no kind of notes and no button has such a name
_ROLES: dict[Part, QAccessible.Role] = {
    PAGE: Role.Grouping,
    QUESTION: Role.StaticText,
    "field": Role.EditableText,
    "paper": Role.Graphic,
    "helper": Role.CheckBox,
}
_NAMES: dict[Part, str] = {
    PAGE: "Write a note",
    QUESTION: "Read it back. Is it right?",
    "field": "Words",
    "paper": "Draw",
}
Offered = Actions | Attributes | Words


def parts_of(view: QWidget) -> list[QAccessibleInterface]:
    """The writing pages that are open on a board."""
    return [_told_of(view).part(page.place_at_screen, PAGE) for page in _pages(view)]


def part_of(page: "Page", part: Part = PAGE) -> QAccessibleInterface:
    """A part of a page as Qt sees it, the same object each time."""
    return _told_of(cast(QWidget, page.view)).part(page.place_at_screen, part)


def tell(page: "Page", part: Part, what: QAccessible.Event) -> None:
    """Tell a screen reader, if there is one, what has happened to a part."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(part_of(page, part), what))


def tell_parts(page: "Page") -> None:
    """Tell a screen reader, if there is one, that a page has other parts now, or others of their names."""
    if not QAccessible.isActive():
        return
    told = _told_of(cast(QWidget, page.view))
    for part in order(page):
        known = told.knows(page.place_at_screen, part)
        if not known or isinstance(part, int):  # a key lies where another one lay; a button is always one
            event = QAccessible.Event.NameChanged if known else QAccessible.Event.ObjectCreated
            QAccessible.updateAccessibility(QAccessibleEvent(part_of(page, part), event))


def order(page: "Page") -> list[Part]:
    """What is on a page now, in the order of reading."""
    parts: list[Part] = []
    for target in page.boxes:
        parts += range(len(page.panel.keys)) if target == "panel" else [target]
        if target == "field" and page.showing is Showing.QUESTION:
            parts.append(QUESTION)
    return parts


class _Told:
    """The parts of the pages of one board, as far as somebody asked for them."""

    def __init__(self, view: QWidget) -> None:
        self.view = view
        self._parts: dict[tuple[int, Part], PagePart] = {}

    def part(self, place: int, part: Part) -> "PagePart":
        if (place, part) not in self._parts:
            made = self._parts[(place, part)] = PagePart(self, place, part)
            keep(self.view, made)
        return self._parts[(place, part)]

    def knows(self, place: int, part: Part) -> bool:
        """Whether somebody has asked for this part before."""
        return (place, part) in self._parts

    def page_at(self, place: int) -> "Page | None":
        """The page that lies at a place of the screen now."""
        return next((page for page in _pages(self.view) if page.place_at_screen == place), None)


class PagePart(QAccessibleInterface):
    """A page, or something on it."""

    def __init__(self, told: _Told, place: int, part: Part) -> None:
        super().__init__()
        self._told, self._place, self.key = told, place, part
        self._offered: dict[QAccessible.InterfaceType, Offered] = {}

    @property
    def page(self) -> "Page | None":
        """The page it belongs to, if it has this part now."""
        page = self._told.page_at(self._place) if Shiboken.isValid(self._told.view) else None
        return page if page is not None and (self.key == PAGE or self.key in order(page)) else None

    def _key(self, page: "Page") -> Key | None:
        return page.panel.keys[self.key] if isinstance(self.key, int) else None

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        """What else Qt can ask this part: an object, or nothing. A None or a number would end the program."""
        if t not in self._offered and (made := self._made(t)) is not None:
            self._offered[t] = made
        return self._offered.get(t) or NOT_OFFERED  # type: ignore[return-value]  # Shiboken makes a pointer

    def _made(self, t: QAccessible.InterfaceType) -> Offered | None:
        if t == Interface.ActionInterface and self.key not in (PAGE, QUESTION, "paper"):
            return Actions(self._press, self._go_to)
        if t == Interface.AttributesInterface:
            return Attributes(self._language)
        if t == Interface.TextInterface and self.key == "field":
            return Words(lambda: self.page)
        return None

    # What it is

    def isValid(self) -> bool:
        return self.page is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # a part is no QObject, and Qt allows for that

    def window(self) -> QWindow:
        return self._told.view.window().windowHandle()

    def role(self) -> QAccessible.Role:
        if isinstance(self.key, NoteKind):
            return Role.RadioButton
        return Role.CheckBox if isinstance(self.key, Emotion) else _ROLES.get(self.key, Role.Button)

    def state(self) -> QAccessible.State:
        state, page = QAccessible.State(), self.page
        if page is None:
            state.invalid = True
            return state
        if self.key in (PAGE, QUESTION, "paper"):
            return state
        here = page.view.key_target is page and self._told.view.hasFocus()
        state.focusable, state.focused = True, here and page.walk.at == self.key
        state.editable = state.multiLine = self.key == "field"
        state.checkable = self.role() in (Role.RadioButton, Role.CheckBox)
        state.checked = self.key in (page.kind, page.emotion) or (self.key == "helper" and page.helper)
        key = self._key(page)
        state.pressed = page.panel.is_held(key) if key else page.is_held(cast(Target, self.key))
        return state

    def text(self, t: QAccessible.Text) -> str:
        page = self.page
        if page is None:
            return ""
        if t == Text.Name:
            return self._name(page)
        if t == Text.Value and self.key in (PAGE, "field"):
            return page.text.words
        if t == Text.Description and self.key == PAGE:
            return kind_name(page.opening.bridge.workshop, page.kind, page.words)
        return ""

    def _name(self, page: "Page") -> str:
        key = self._key(page)
        if key is not None:
            return spoken(key, page.words)
        if isinstance(self.key, NoteKind):
            return kind_name(page.opening.bridge.workshop, self.key, page.words)
        return page.words(_NAMES.get(self.key) or NAMES[cast(Target, self.key)])

    def _language(self) -> str:
        """The language that somebody writes in, and for everything else that of the page."""
        page = self.page
        if page is None:
            return ""
        return page.panel.layout.language if self.key in (PAGE, "field") else page.words.language

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Dictation, or another program, writes all the words of the field anew."""
        page = self.page
        if page is not None and self.key == "field" and t == Text.Value:
            page.writing.write(page.text.choose_all())
            page.type(text) if text else page.writing.delete()

    # Where it is

    def rect(self) -> QRect:
        page = self.page
        if page is None:
            return QRect()
        area = page.box if self.key == PAGE else page.turned.transform.mapRect(self._box(page))
        return area.toAlignedRect().translated(self._told.view.mapToGlobal(QPoint(0, 0)))

    def _box(self, page: "Page") -> QRectF:
        key = self._key(page)
        if key is not None:
            return QRectF(key.x, key.y, key.width, key.height).translated(page.parts.below.topLeft())
        return page.question_box if self.key == QUESTION else page.boxes[cast(Target, self.key)]

    def parent(self) -> QAccessibleInterface:
        if self.key == PAGE:
            return QAccessible.queryAccessibleInterface(self._told.view)
        return self._told.part(self._place, PAGE)

    def childCount(self) -> int:
        page = self.page
        return len(order(page)) if page is not None and self.key == PAGE else 0

    def child(self, index: int) -> QAccessibleInterface:
        page = self.page
        if page is None or self.key != PAGE or not 0 <= index < len(order(page)):
            return None  # type: ignore[return-value]
        return self._told.part(self._place, order(page)[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        page = self.page
        is_mine = page is not None and self.key == PAGE and isinstance(child, PagePart)
        parts = order(page) if page is not None and is_mine else []
        return parts.index(child.key) if isinstance(child, PagePart) and child.key in parts else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        children = (self.child(index) for index in range(self.childCount()))
        return next((c for c in children if c.rect().contains(x, y)), None)  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def backgroundColor(self) -> QColor:
        page = self.page
        return page.look.colour("paper") if page else QColor()

    def foregroundColor(self) -> QColor:
        page = self.page
        return page.look.colour("ink") if page else QColor()

    # What another program does

    def _press(self) -> None:
        """Do what a finger does that touches the part."""
        page = self.page
        if page is None:
            return
        key = self._key(page)
        self._take_keyboard(page)
        if key is not None:
            page.panel.act(key)
        elif self.key != "field":
            page.act(cast(Target, self.key))

    def _go_to(self) -> None:
        """Bring the keyboard to the part; keys of the panel are walked by the screen reader alone."""
        page = self.page
        if page is not None:
            self._take_keyboard(page)
            page.walk.to("field" if isinstance(self.key, int) else self.key)

    def _take_keyboard(self, page: "Page") -> None:
        self._told.view.setFocus(Qt.FocusReason.OtherFocusReason)
        page.walk.take()


def _pages(view: QWidget) -> list["Page"]:
    """The writing pages on a board, those that came first first."""
    on_board = cast("list[Page]", cast("BoardView", view).pages)
    return [page for page in on_board if hasattr(page, "place_at_screen")]


_told: dict[int, _Told] = {}


def _told_of(view: QWidget) -> _Told:
    """What is told of a board's pages, kept as long as there is the board."""
    key = id(view)
    if key not in _told:
        _told[key] = _Told(view)
        view.destroyed.connect(lambda: _told.pop(key))
    return _told[key]
