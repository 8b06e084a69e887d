"""The keys of the people's board that mean the same wherever the keyboard is on its page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from ui.screens.board import BoardPage

Key = Qt.Key


def act_of(page: "BoardPage", event: QKeyEvent) -> Callable[[], object] | None:
    """What a key does; None when it means nothing here.

    N writes, G makes a group, L is the list, F looks for words; Ctrl and Z undo; F1 is help, F6 goes to
    the next page that is being written, Escape puts a panel away.
    """
    key, held = Key(event.key()), event.modifiers()
    if held == Qt.KeyboardModifier.ControlModifier:
        return page.undo if key == Key.Key_Z else None
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    panel = page.line.is_open or page.undoing.is_open
    acts: dict[Qt.Key, Callable[[], object]] = {
        Key.Key_L: lambda: _list(page),
        Key.Key_N: page.write,
        Key.Key_F1: lambda: page.ask_for_help(),
        Key.Key_F6: page.writing.next_page,
        **({Key.Key_Escape: page.close_panels} if panel else {}),
        **({} if page.hidden else {Key.Key_F: page.look_for_words, Key.Key_G: page.new_group}),
    }
    return acts.get(key)


def _list(page: "BoardPage") -> None:
    """Show the list and go there, or put it away and go back to the board."""
    page.show_list()
    (page.list if page.listing else page.view).setFocus(Qt.FocusReason.TabFocusReason)
