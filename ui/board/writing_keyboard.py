"""What a real keyboard and an input method do to a text: the same as in every other program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence

from ui.board.writing_field import Field
from ui.board.writing_opening import Showing
from ui.keys.clusters import edges, position_in, units
from ui.keys.editing import Text, writable

if TYPE_CHECKING:
    from ui.board.writing_page import Page

Standard = QKeySequence.StandardKey
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Act = Callable[[Text, Field], Text]

_ACTS: dict[Standard, Act] = {
    Standard.MoveToPreviousChar: lambda text, field: _aside(text, field, -1),
    Standard.MoveToNextChar: lambda text, field: _aside(text, field, 1),
    Standard.SelectPreviousChar: lambda text, field: _aside(text, field, -1, choose=True),
    Standard.SelectNextChar: lambda text, field: _aside(text, field, 1, choose=True),
    Standard.MoveToPreviousLine: lambda text, field: text.to(field.above_or_below(-1)),
    Standard.MoveToNextLine: lambda text, field: text.to(field.above_or_below(1)),
    Standard.SelectPreviousLine: lambda text, field: text.to(field.above_or_below(-1), choose=True),
    Standard.SelectNextLine: lambda text, field: text.to(field.above_or_below(1), choose=True),
    Standard.MoveToPreviousWord: lambda text, field: _word(text, field, -1),
    Standard.MoveToNextWord: lambda text, field: _word(text, field, 1),
    Standard.SelectPreviousWord: lambda text, field: _word(text, field, -1, choose=True),
    Standard.SelectNextWord: lambda text, field: _word(text, field, 1, choose=True),
    Standard.MoveToStartOfLine: lambda text, field: text.home(),
    Standard.MoveToEndOfLine: lambda text, field: text.end(),
    Standard.SelectStartOfLine: lambda text, field: text.home(choose=True),
    Standard.SelectEndOfLine: lambda text, field: text.end(choose=True),
    Standard.MoveToStartOfDocument: lambda text, field: text.to(0),
    Standard.MoveToEndOfDocument: lambda text, field: text.to(len(text.words)),
    Standard.SelectAll: lambda text, field: text.choose_all(),
    Standard.DeleteStartOfWord: lambda text, field: text.delete_word_back(),
    Standard.Delete: lambda text, field: text.delete_forward(edges),
    Standard.Copy: lambda text, field: _copied(text),
    Standard.Cut: lambda text, field: _copied(text).delete_back(edges) if text.chosen_words else text,
}


def _aside(text: Text, field: Field, step: int, choose: bool = False) -> Text:
    """The caret one character to the left or right, as the eye sees it, whatever the script there."""
    start, end = text.chosen
    if start < end and not choose:
        rightwards = (step > 0) is not field.written.runs_right_to_left
        return text.to(end if rightwards else start)
    return text.to(field.beside(text.caret, step), choose)


def _word(text: Text, field: Field, step: int, choose: bool = False) -> Text:
    onwards = (step > 0) is not field.written.runs_right_to_left
    return text.word_forward(choose) if onwards else text.word_back(choose)


def _copied(text: Text) -> Text:
    if text.chosen_words:
        QGuiApplication.clipboard().setText(text.chosen_words)
    return text


def edited(text: Text, event: QKeyEvent, field: Field) -> Text | None:
    """The text after a key that moves, chooses or takes away; None when it does nothing of the kind."""
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return text.delete_back(edges)  # not among the standard keys of every system
    act = next((act for key, act in _ACTS.items() if event.matches(key)), None)
    return None if act is None else act(text, field)


def key_on(page: "Page", event: QKeyEvent, throw_away: Callable[[], None]) -> bool:
    """What a key does on a page; whether it meant something there."""
    if page.walk.key(event):
        return True
    if page.showing is Showing.QUESTION:
        return _answer(page, event)
    if event.key() in ENTER:
        return _enter(page, event)
    if event.key() == Qt.Key.Key_Escape:
        throw_away()
        return True
    if event.matches(Standard.Undo):
        page.writing.write_back()
        return True
    after = edited(page.text, event, page.field)
    if after is not None:
        page.writing.write(after)
    elif typed := typed_with(event):
        page.type(typed)
    else:
        return False
    page.hide_keys()
    return True


def _answer(page: "Page", event: QKeyEvent) -> bool:
    """Enter is Yes and Escape is "Change it"; every other key waits."""
    if event.key() in ENTER:
        page.act("yes")
    elif event.key() == Qt.Key.Key_Escape:
        page.act("change")
    return True


def _enter(page: "Page", event: QKeyEvent) -> bool:
    """Enter is Done; with Shift it is a new line."""
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        page.type("\n")
    else:
        page.finish()
    return True


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


def asked_by_input_method(page: "Page", query: Qt.InputMethodQuery) -> object:
    """What an input method asks: where the caret is, and which words stand round it. Counted as Qt counts."""
    text, ask = page.text, Qt.InputMethodQuery
    words, (start, end) = text.words, text.chosen
    match query:
        case ask.ImEnabled:
            return page.showing in (Showing.KEYS, Showing.MORE)
        case ask.ImCursorRectangle | ask.ImAnchorRectangle:
            return page.caret_rect()
        case ask.ImCursorPosition | ask.ImAbsolutePosition:
            return units(words[: text.caret])
        case ask.ImAnchorPosition:
            return units(words[: text.anchor])
        case ask.ImSurroundingText:
            return words
        case ask.ImCurrentSelection:
            return words[start:end]
        case ask.ImTextBeforeCursor:
            return words[: text.caret]
        case ask.ImTextAfterCursor:
            return words[text.caret :]
    return None


def preedit_of(event: QInputMethodEvent) -> tuple[str, int]:
    """The words that are not settled yet, and the place of the caret in them."""
    words = event.preeditString()
    cursors = [a.start for a in event.attributes() if a.type == QInputMethodEvent.AttributeType.Cursor]
    return words, position_in(words, cursors[-1]) if cursors else len(words)
