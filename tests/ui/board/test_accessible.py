"""What a screen reader is told of the board, and what it is never told."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board, part_of
from ui.board.layout import Rect
from workshop.domain.kinds import Emotion, NoteKind, NoteState

Text, Role = QAccessible.Text, QAccessible.Role
PRESS, FOCUS = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()


def root(board: Board) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(board.view)
    assert found is not None
    return found


def told(part: QAccessibleInterface) -> list[object]:
    """The names of a part and all below it."""
    below = [told(part.child(i)) for i in range(part.childCount())]
    return [part.text(Text.Name), *below]


def part_called(part: QAccessibleInterface, name: str) -> QAccessibleInterface:
    """The part with this name, of a part and all below it."""
    found = [part] if part.text(Text.Name) == name else []
    below = (part.child(i) for i in range(part.childCount()))
    found += [p for child in below for p in [part_called(child, name)] if p is not None]
    return next(iter(found), None)  # type: ignore[return-value]


def act(board: Board, name: str, action: str = PRESS) -> None:
    """What another program does with a part."""
    part_called(root(board), name).actionInterface().doAction(action)


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


def test_of_a_note_in_two_groups_both_are_said_and_both_places_are_marked(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden")
    (note,) = board.inside(bus)
    corner = board.view.camera.rect_to_screen(board.view.model.groups[bus].shown[note])
    before = part_of(board.picture(), Rect(corner.right - 10, corner.y - 10, 20, 20))
    board.session.board.put_in_group([note], garden)
    assert told(root(board))[1:] == [
        ["Bus", ["What matters. Stop. Bus, 1 of 1. Also in Garden."]],
        ["Garden", ["What matters. Stop. Garden, 1 of 1. Also in Bus."]],
    ]
    assert part_of(board.picture(), Rect(corner.right - 10, corner.y - 10, 20, 20)) != before


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
    assert top.childAt(at.x(), at.y()) is item
    beside = board.view.mapToGlobal(board.in_group(group))
    assert top.childAt(beside.x(), beside.y()) is area
    name = board.view.mapToGlobal(board.button("name"))
    assert top.childAt(name.x(), name.y()).text(Text.Name) == "Name this group"
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
    at = board.view.mapToGlobal(board.middle(next(iter(board.view.model.faces))))
    assert root(board).childAt(at.x(), at.y()) is None
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


def test_what_fingers_do_another_program_does_too(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden")
    act(board, "What matters. Stop. Bus, 1 of 1.")
    assert board.view.shown.picked.note == board.inside(bus)[0]
    act(board, "Put it here: Garden")
    assert (board.inside(bus), len(board.inside(garden))) == ([], 1)
    act(board, "Bus")
    act(board, "Merge with…: Bus")
    act(board, "Garden")
    assert list(board.view.model.groups) == [bus]


def test_what_a_part_cannot_do_is_not_offered(board: Board) -> None:
    board.add("Here", 900, 600)
    part = root(board).child(0)
    assert [part.valueInterface(), part.textInterface(), part.selectionInterface()] == [None, None, None]


def test_the_keyboard_comes_to_where_a_screen_reader_is(board: Board) -> None:
    group, note = board.group("Bus", "Stop"), board.add("Here", 900, 600)
    been = []
    for name in ("What matters. Here.", "Bus"):
        act(board, name, FOCUS)
        been.append(board.view.walking.here)
    assert been == [(note, None), (None, group)]
    assert board.view.shown.picked.note is None


def test_a_note_is_told_in_its_language_and_a_button_in_that_of_the_page(board: Board) -> None:
    board.add("گھر", 900, 600, lang="ur")
    board.group("", "Stop")
    names = [
        "What matters. گھر. Urdu.",
        "Name this group",
        "What matters. Stop. Group without a name, 1 of 1.",
    ]
    key, told_in = QAccessible.Attribute.Locale, []
    for name in names:
        attributes = part_called(root(board), name).attributesInterface()
        told_in.append((attributes.attributeKeys(), attributes.attributeValue(key)))
    assert told_in == [([key], QLocale("ur")), ([key], QLocale("en_GB")), ([], None)]


def test_each_act_is_announced_in_one_sentence(board: Board) -> None:
    acts, said = board.session.board, list[str]()
    board.view.announced.connect(said.append)
    one, two = board.add("A bench", 600, 100), board.add("Benches", 900, 100)
    bus = acts.make_group("").group
    acts.name_group(bus, "Bus")
    acts.put_in_group([one], bus)
    acts.take_from_group([one], bus)
    acts.edit_note(two, "More benches")
    acts.mark_emotion(two, Emotion.GLAD)
    acts.merge_notes([one, two])
    acts.split_notes(one)
    new = acts.make_group("", [one]).group
    acts.merge_groups([bus, new])
    acts.unmerge_groups(bus)
    acts.mark_feeling(bus, -2)
    acts.withhold_note(two, "twice")
    acts.restore_note(two)
    assert said == [
        "Written: A bench",
        "Written: Benches",
        "New group: a group without a name",
        "Named: Bus",
        "Note added to Bus",
        "Note taken out of Bus",
        "Changed: More benches",
        "Marked how it felt: Glad",
        "2 notes lie together now",
        "The notes lie apart again",
        "New group with 1 note",
        "a group without a name is now part of Bus",
        "a group without a name is a group again",
        "Bus felt: Very hard",
        "Hidden: a note",
        "Shown again: More benches",
    ]


def test_of_quiet_writing_nothing_is_announced_until_all_is_turned_over(board: Board) -> None:
    said = list[str]()
    board.view.announced.connect(said.append)
    board.session.board.hide_writing()
    for n in range(3):
        board.add(f"Secret {n}", 100, 100)
    assert said == []
    board.session.board.reveal()
    assert said == ["3 notes"]


def test_what_is_to_be_touched_next_is_said_and_stands_in_the_tree(board: Board) -> None:
    said = list[str]()
    group = board.group("Bus", "Stop")
    board.view.announced.connect(said.append)
    act(board, "What matters. Stop. Bus, 1 of 1.")
    act(board, "Move to…")
    assert said == ["Now touch where it goes By mistake? Touch it again."]
    sentence = part_called(root(board), "Now touch where it goes")
    assert (sentence.role(), bool(sentence.state().focusable)) == (Role.StaticText, False)
    strip = board.view.scene.overlays.strip(board.view.camera, board.view.shown.picked)
    assert strip is not None and sentence.rect().width() == round(strip.said[0].rect.w)
    board.view.pick(None)
    assert (sentence.isValid(), sentence.text(Text.Name), group in board.view.model.groups) == (
        False,
        "",
        True,
    )
