"""What a screen reader is told of the board, and what it is never told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board
from workshop.domain.kinds import NoteKind, NoteState

Text, Role = QAccessible.Text, QAccessible.Role


def root(board: Board) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(board.view)
    assert found is not None
    return found


def told(part: QAccessibleInterface) -> list[object]:
    """The names of a part and all below it."""
    below = [told(part.child(i)) for i in range(part.childCount())]
    return [part.text(Text.Name), *below]


def test_groups_notes_and_loose_notes_are_told(board: Board) -> None:
    group = board.group("Medicines", "Waited 5 hours")
    idea = board.session.board.add_note(
        "Tablets ready before the taxi is booked", NoteKind.IDEA, language="ur"
    )
    board.session.board.put_in_group([idea.note], group)
    board.add("What is a “discharge lounge”?", 900, 600, NoteKind.QUESTION)
    assert told(root(board)) == [
        "Board",
        [
            "Medicines",
            ["What matters. Waited 5 hours. Medicines, 1 of 2."],
            ["Idea. Tablets ready before the taxi is booked. Medicines, 2 of 2. Urdu."],
        ],
        ["Question. What is a “discharge lounge”?"],
    ]
    assert root(board).text(Text.Description) == "3 notes"
    assert root(board).child(0).text(Text.Description) == "2 notes"


def test_roles_places_and_kinship(board: Board) -> None:
    group = board.group("", "Stop")
    note = board.inside(group)[0]
    top, area = root(board), root(board).child(0)
    item = area.child(0)
    assert (top.role(), area.role(), item.role()) == (Role.List, Role.List, Role.ListItem)
    assert area.text(Text.Name) == "Group without a name"
    assert top.indexOfChild(area) == 0 and area.indexOfChild(item) == 0
    assert item.parent() is area
    at = board.view.mapToGlobal(board.middle(note))
    assert item.rect().contains(at)
    assert area.childAt(at.x(), at.y()) is item
    assert top.child(9) is None


def test_the_note_with_the_keyboard_and_the_picked_one_are_told_apart(board: Board) -> None:
    board.add("One", 100, 100)
    two = board.add("Two", 600, 100)
    board.view.setFocus()
    board.key(Qt.Key.Key_Right)
    board.view.pick(two)
    states = [root(board).child(i).state() for i in (0, 1)]
    assert [(bool(s.focused), bool(s.selected)) for s in states] == [
        (board.view.hasFocus(), False),
        (False, True),
    ]


def test_hidden_notes_are_counted_and_nothing_more(board: Board) -> None:
    board.session.board.hide_writing()
    board.add("A secret", 100, 100)
    board.add("Another", 400, 100)
    assert told(root(board)) == ["Board"]
    assert root(board).text(Text.Description) == "0 notes, 2 face down"
    board.session.board.reveal()
    assert told(root(board)) == ["Board", ["What matters. A secret."], ["What matters. Another."]]


def test_a_note_that_was_put_away_is_not_told_even_to_who_kept_it(board: Board) -> None:
    note = board.add("Hurtful", 100, 100)
    kept = root(board).child(0)
    board.session.board.withhold_note(note, "hurtful")
    assert board.note(note).state is NoteState.WITHHELD
    assert (kept.isValid(), kept.text(Text.Name), root(board).childCount()) == (False, "", 0)


def test_where_a_note_was_put_is_said(board: Board, qtbot: QtBot) -> None:
    group, note = board.group("Medicines"), board.add("Tablets", 900, 600)
    with qtbot.waitSignal(board.view.announced) as said:
        board.session.board.put_in_group([note], group)
    assert said.args == ["Note added to Medicines"]


def test_a_board_that_is_gone_is_no_part_of_the_tree(board: Board, qtbot: QtBot) -> None:
    board.add("One", 100, 100)
    second = board.look_in()
    part = QAccessible.queryAccessibleInterface(second).child(0)
    assert part.isValid()
    second.deleteLater()
    qtbot.wait(10)
    assert not part.isValid()
    assert part.text(Text.Name) == ""
