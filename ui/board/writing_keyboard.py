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


def edited(text: Text, event: QKeyEvent, longest: int, right_to_left: bool = False) -> Text | None:
    """The text after a key; None when the key has no meaning here. RuleBroken when it gets too long."""
    if event.matches(Standard.Paste):
        return text.insert(QGuiApplication.clipboard().text(), longest)
    rtl = runs_right_to_left(text.words, right_to_left)
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return text.delete_back(edges)  # not among the standard keys of every system
    act = next((act for key, act in _ACTS.items() if event.matches(key)), None)
    if act is not None:
        return act(text, rtl)
    typed = writable(event.text(), multi_line=False)
    return text.insert(typed, longest) if typed and not _is_command(event) else None


def _is_command(event: QKeyEvent) -> bool:
    """Alt with a letter is for menus; with Ctrl as well it is the key that types "ą" and "ŵ"."""
    held = event.modifiers()
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    return bool(held & Qt.KeyboardModifier.MetaModifier) or (bool(held & alt) and not held & ctrl)


def settled(text: Text, event: QInputMethodEvent, longest: int) -> Text:
    """The text with what an input method has settled, perhaps in place of words around the caret."""
    if length := event.replacementLength():
        start = units(text.words[: text.caret]) + event.replacementStart()
        text = text.to(position_in(text.words, start))
        text = text.to(position_in(text.words, start + length), choose=True)
        if not event.commitString():
            return text.delete_back(edges)
    return text.insert(event.commitString(), longest) if event.commitString() else text


def preedit_of(event: QInputMethodEvent) -> tuple[str, int]:
    """The words that are not settled yet, and the place of the caret in them."""
    words = event.preeditString()
    cursors = [a.start for a in event.attributes() if a.type == QInputMethodEvent.AttributeType.Cursor]
    return words, position_in(words, cursors[-1]) if cursors else len(words)
