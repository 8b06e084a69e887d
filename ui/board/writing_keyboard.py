"""What a real keyboard and an input method do to a text: the same as in every other program."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence

from ui.keys.clusters import edges, position_in, units
from ui.keys.editing import Text, runs_right_to_left, writable

Standard = QKeySequence.StandardKey

_ACTS: dict[Standard, Callable[[Text, bool], Text]] = {
    Standard.MoveToPreviousChar: lambda text, rtl: text.left(edges, rtl),
    Standard.MoveToNextChar: lambda text, rtl: text.right(edges, rtl),
    Standard.SelectPreviousChar: lambda text, rtl: text.left(edges, rtl, choose=True),
    Standard.SelectNextChar: lambda text, rtl: text.right(edges, rtl, choose=True),
    Standard.MoveToPreviousWord: lambda text, rtl: text.word_forward() if rtl else text.word_back(),
    Standard.MoveToNextWord: lambda text, rtl: text.word_back() if rtl else text.word_forward(),
    Standard.SelectPreviousWord: lambda text, rtl: text.word_forward(True) if rtl else text.word_back(True),
    Standard.SelectNextWord: lambda text, rtl: text.word_back(True) if rtl else text.word_forward(True),
    Standard.MoveToStartOfLine: lambda text, rtl: text.home(),
    Standard.MoveToEndOfLine: lambda text, rtl: text.end(),
    Standard.SelectStartOfLine: lambda text, rtl: text.home(choose=True),
    Standard.SelectEndOfLine: lambda text, rtl: text.end(choose=True),
    Standard.MoveToStartOfDocument: lambda text, rtl: text.to(0),
    Standard.MoveToEndOfDocument: lambda text, rtl: text.to(len(text.words)),
    Standard.SelectAll: lambda text, rtl: text.choose_all(),
    Standard.DeleteStartOfWord: lambda text, rtl: text.delete_word_back(),
    Standard.Delete: lambda text, rtl: text.delete_forward(edges),
    Standard.Copy: lambda text, rtl: _copied(text),
    Standard.Cut: lambda text, rtl: _copied(text).delete_back(edges) if text.chosen_words else text,
}


def _copied(text: Text) -> Text:
    if text.chosen_words:
        QGuiApplication.clipboard().setText(text.chosen_words)
    return text


def edited(text: Text, event: QKeyEvent, right_to_left: bool = False) -> Text | None:
    """The text after a key that moves, chooses or takes away; None when it does nothing of the kind."""
    rtl = runs_right_to_left(text.words, right_to_left)
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return text.delete_back(edges)  # not among the standard keys of every system
    act = next((act for key, act in _ACTS.items() if event.matches(key)), None)
    return None if act is None else act(text, rtl)


def typed_with(event: QKeyEvent) -> str:
    """The words that a key writes: its letter, or what lies on the clipboard; "" for none."""
    if event.matches(Standard.Paste):
        return QGuiApplication.clipboard().text()
    return "" if _is_command(event) else writable(event.text(), multi_line=False)


def what_fits(text: Text, more: str, longest: int) -> str:
    """As many whole characters of some words as there is room for, instead of what is chosen."""
    start, end = text.chosen
    room = max(longest, len(text.words)) - len(text.words) + end - start
    more = writable(more)
    return more[: max(edge for edge in edges(more) if edge <= room)]


def _is_command(event: QKeyEvent) -> bool:
    """Alt with a letter is for menus; with Ctrl as well it is the key that types "ą" and "ŵ"."""
    held = event.modifiers()
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    return bool(held & Qt.KeyboardModifier.MetaModifier) or (bool(held & alt) and not held & ctrl)


def settled(text: Text, event: QInputMethodEvent) -> Text:
    """The text as an input method wants it before its settled words come in, perhaps instead of others."""
    if length := event.replacementLength():
        start = units(text.words[: text.caret]) + event.replacementStart()
        text = text.to(position_in(text.words, start))
        text = text.to(position_in(text.words, start + length), choose=True)
        if not event.commitString():
            return text.delete_back(edges)
    return text


def preedit_of(event: QInputMethodEvent) -> tuple[str, int]:
    """The words that are not settled yet, and the place of the caret in them."""
    words = event.preeditString()
    cursors = [a.start for a in event.attributes() if a.type == QInputMethodEvent.AttributeType.Cursor]
    return words, position_in(words, cursors[-1]) if cursors else len(words)
