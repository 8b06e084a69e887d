"""What the keys of a real keyboard do to a text: the same as in every other program."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ui.keys.clusters import edges
from ui.keys.editing import Text, runs_right_to_left

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
    Standard.Backspace: lambda text, rtl: text.delete_back(edges),
    Standard.Delete: lambda text, rtl: text.delete_forward(edges),
    Standard.Copy: lambda text, rtl: _copied(text),
    Standard.Cut: lambda text, rtl: _copied(text).delete_back(edges) if text.chosen_words else text,
    Standard.Paste: lambda text, rtl: text.insert(QGuiApplication.clipboard().text()),
}


def _copied(text: Text) -> Text:
    if text.chosen_words:
        QGuiApplication.clipboard().setText(text.chosen_words)
    return text


def edited(text: Text, event: QKeyEvent, right_to_left: bool = False) -> Text | None:
    """The text after a key; None when the key has no meaning here. RuleBroken when it gets too long."""
    rtl = runs_right_to_left(text.words, right_to_left)
    act = next((act for key, act in _ACTS.items() if event.matches(key)), None)
    if act is not None:
        return act(text, rtl)
    typed = event.text()
    return text.insert(typed) if typed and typed.isprintable() else None
