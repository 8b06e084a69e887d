"""What the tests of an arrival share: a name with the keys, answers page after page, a signature."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest

from tests.ui.given import Table, find, settle, touch
from ui.widgets.signature import Signature
from workshop.domain.kinds import Item, Said
from workshop.domain.persons import Answer

_LEFT = Qt.MouseButton.LeftButton


def type_name(table: Table, name: str) -> None:
    """Write a name, letter after letter."""
    for letter in name:
        QTest.keyClicks(find(table.people, "What shall we call you?"), letter)
    settle()


def arrive_as(table: Table, name: str = "Amina") -> None:
    """The name and as whom, up to the first question."""
    type_name(table, name)
    touch(table.people, "Next")
    touch(table.people, "Carers")
    touch(table.people, "Next")


def answer(table: Table, *words: str) -> None:
    """Touch these one after the other."""
    for word in words:
        touch(table.people, word)


def to_the_signature(table: Table) -> None:
    """All questions up to the last page."""
    arrive_as(table)
    answer(table, "Yes", "No", "No", "No", "No")


def draw(table: Table) -> None:
    """A dot in the middle of the field: any mark is fine."""
    field = table.people.findChild(Signature)
    assert field is not None
    QTest.mousePress(field, _LEFT, pos=field.rect().center())
    QTest.mouseRelease(field, _LEFT, pos=field.rect().center())
    settle()


def page_name(table: Table) -> str:
    """The page that people see."""
    return type(table.people.page).__module__.rpartition(".")[2]


def said(table: Table) -> list[tuple[Item, Said]]:
    """All answers that were kept, in their order."""
    return [(a.item, a.said) for a in table.session.all(Answer)]


def by_key(table: Table, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """Go on with Tab until the thing of this name has the keyboard, then press `key`."""
    window = table.people
    for _ in range(60):
        focused = window.focusWidget()
        if focused is not None and focused.accessibleName() == name and focused is not window.page:
            QTest.keyClick(focused, key)
            settle()
            return
        QTest.keyClick(focused or window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name!r}")


def told(table: Table) -> dict[str, QAccessibleInterface]:
    """What a screen reader finds in the window, by name; of several of one name the first."""
    root = QAccessible.queryAccessibleInterface(table.people)
    assert root is not None
    found: dict[str, QAccessibleInterface] = {}
    _tell(root, found)
    return found


def _tell(part: QAccessibleInterface, found: dict[str, QAccessibleInterface]) -> None:
    if part.state().invisible:
        return
    found.setdefault(part.text(QAccessible.Text.Name), part)
    for i in range(part.childCount()):
        _tell(part.child(i), found)


def by_reader(table: Table, *names: str) -> None:
    """Press these one after the other, as a screen reader does."""
    for name in names:
        offered = told(table)[name].actionInterface()
        offered.doAction(offered.actionNames()[0])
        QTest.qWait(120)  # Qt shows for a moment that it is pressed, and lets go then
