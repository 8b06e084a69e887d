"""One person's writing page on the board: a field, the kinds of notes, keys, and Done.

A page lies flat on the board like a sheet of paper, turned to its writer, and takes fingers, a real
keyboard and an input method. It saves nothing until Done.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QPainter

from ui.board.faces import script_of
from ui.board.writing_field import Field, Written
from ui.board.writing_keyboard import edited, preedit_of, settled, typed_with, what_fits
from ui.board.writing_layout import LINE, SHADOW, Parts, Turned, parts_of
from ui.board.writing_opening import Opening, View
from ui.board.writing_paint import CARET, FIELD_SYMBOL, paint_page
from ui.keys.clusters import edges
from ui.keys.editing import LONGEST, Text, writable
from ui.keys.panel import KeyPanel
from ui.look import MEDIUM, load_for
from workshop.domain.kinds import NoteKind
from workshop.errors import RuleBroken

if TYPE_CHECKING:
    from ui.board.writing import Pages

TEXT = 27
STEPS_BACK = 100

Target = str | NoteKind  # a button by its name, "field", "keys", or a kind


class Page:
    """A page that somebody writes on."""

    def __init__(self, opening: Opening, pages: "Pages") -> None:
        self.opening = opening
        self.look, self.words = opening.look, opening.words
        self.text = Text.of(opening.text)
        self.kind = opening.kind
        self.helper = opening.helper
        self.said = ""
        self.shows_more = False
        self.keys_hidden = False
        self._pages = pages
        self._preedit = ("", 0)
        self._before: list[Text] = []
        self._fingers: dict[int, Target] = {}
        self._inside: dict[int, bool] = {}
        self._field: Field | None = None
        self.panel = KeyPanel(self.look, self._first_language(), opening.languages, clock=pages.clock)
        self.parts: Parts = self._lay_out()
        self.turned = self._placed()
        self._tell_panel()
        self._listen()

    def _listen(self) -> None:
        panel = self.panel
        panel.typed.connect(self.type)
        panel.replaced.connect(self._replace)
        panel.deleted.connect(lambda: self._write(self.text.delete_back(edges)))
        panel.entered.connect(self.finish)
        panel.changed.connect(self.repaint)
        panel.language_changed.connect(lambda _: self._rewrite())

    def _first_language(self) -> str:
        note = self.opening.note
        return (note.language if note else "") or self.words.language

    def _lay_out(self) -> Parts:
        note = self.opening.note
        fixed = note is not None and note.kind is NoteKind.BEFORE
        kinds = () if fixed else tuple(dict.fromkeys((*self.opening.kinds, self.kind)))
        widest = self.view.width() / 2 - self.look.px(4)
        return parts_of(self.look, self.words, self.panel, kinds, widest, self.words.right_to_left)

    def _placed(self) -> Turned:
        at = self.opening
        return Turned(self.parts.width, self.parts.height, at.x, at.y, at.quarters)

    # Where it is

    @property
    def view(self) -> View:
        """The board it lies on."""
        return self.opening.view

    @property
    def height(self) -> float:
        """Its height as it lies flat: less while its keys are hidden."""
        return self.parts.short_height if self.keys_hidden else self.parts.height

    @property
    def box(self) -> QRectF:
        """Where it is seen on the screen, without its shadow."""
        return self.turned.transform.mapRect(QRectF(0, 0, self.parts.width, self.height))

    def rect(self) -> QRectF:
        """What it may paint on, in pixels of the view: with its shadow."""
        soft = self.look.px(SHADOW + LINE) + 1
        return self.turned.box.adjusted(-soft, -soft, soft, soft)

    def contains(self, x: float, y: float) -> bool:
        """Whether a point of the view lies on the page."""
        return self.box.contains(x, y)

    def move_to(self, turned: Turned) -> None:
        """Lie somewhere else."""
        before = self.rect()
        self.turned = turned
        self.view.update(before.united(self.rect()).toAlignedRect())

    def repaint(self) -> None:
        """Let the board paint it again."""
        self.view.update(self.rect().toAlignedRect())

    def paint(self, painter: QPainter) -> None:
        """Paint it in pixels of the view."""
        paint_page(painter, self)

    # Fingers

    def press(self, finger: int, x: float, y: float) -> None:
        """A finger lands on the page."""
        self._wake()
        at = self.turned.inside(x, y)
        target = self._target_at(at.x(), at.y())
        if target is None:
            return
        self._fingers[finger], self._inside[finger] = target, True
        if target == "keys":
            below = self.parts.below
            self.panel.press(finger, at.x() - below.x(), at.y() - below.y())
        self.repaint()

    def _wake(self) -> None:
        """A touch brings the keys back and takes away what was said."""
        self.view.key_target = self
        self.said = ""
        if self.keys_hidden:
            self.keys_hidden = False
            self.repaint()

    def move(self, finger: int, x: float, y: float) -> None:
        """A finger moves; off its button it changes its mind."""
        target = self._fingers.get(finger)
        if target is None:
            return
        at, below = self.turned.inside(x, y), self.parts.below
        if target == "keys":
            self.panel.move(finger, at.x() - below.x(), at.y() - below.y())
        elif (inside := self._box_of(target).contains(at)) is not self._inside[finger]:
            self._inside[finger] = inside
            self.repaint()

    def release(self, finger: int, x: float, y: float) -> None:
        """A finger leaves: what it is still on acts."""
        self.move(finger, x, y)
        target, inside = self._fingers.pop(finger, None), self._inside.pop(finger, False)
        at, below = self.turned.inside(x, y), self.parts.below
        if target == "keys":
            self.panel.release(finger, at.x() - below.x(), at.y() - below.y())
        elif target is not None and inside:
            self._act(target, at.x(), at.y())
        self.repaint()

    def cancel(self, finger: int) -> None:
        """A finger is lost: nothing happens."""
        self._fingers.pop(finger, None)
        self._inside.pop(finger, None)
        self.panel.cancel(finger)
        self.repaint()

    def is_held(self, target: Target) -> bool:
        """Whether a finger is on this button now."""
        return any(self._inside[finger] for finger, held in self._fingers.items() if held == target)

    def _target_at(self, x: float, y: float) -> Target | None:
        named: dict[Target, QRectF] = {"field": self.parts.field}
        named |= self.parts.boxes
        named.update({kind: box for kind, box in self.parts.kinds.items()})
        if self.shows_more:
            named |= self.parts.more
        elif not self.keys_hidden:
            named["keys"] = self.parts.below
        return next((target for target, box in named.items() if box.contains(x, y)), None)

    def _box_of(self, target: Target) -> QRectF:
        if isinstance(target, NoteKind):
            return self.parts.kinds[target]
        return {"field": self.parts.field, **self.parts.boxes, **self.parts.more}[target]

    def _act(self, target: Target, x: float, y: float) -> None:
        match target:
            case NoteKind():
                self.kind = target
            case "field":
                self._caret_to(x, y)
            case "done":
                self.finish()
            case "turn":
                self._pages.turn(self)
            case "more":
                self.shows_more = not self.shows_more
            case "keys":
                self.shows_more = False
            case "hear":
                self._pages.hear.emit(self.text.words, self.language)
            case "helper":
                self.helper = not self.helper
            case "throw":
                self._pages.throw_away(self)

    # Writing

    @property
    def language(self) -> str:
        """The language of the words, where the writer chose one; "" for that of the workshop."""
        chosen = self.panel.layout.language
        note = self.opening.note
        if chosen != self.words.language.partition("-")[0]:
            return chosen
        return note.language if note else ""

    @property
    def field(self) -> Field:
        """The field as it is laid out now."""
        if self._field is None:
            preedit, caret = self._preedit
            keys = self.panel.layout
            written = Written(self.text, preedit, caret, keys.right_to_left)
            script = script_of(written.shown, keys.language) if written.shown else keys.language
            indent = self.look.px(FIELD_SYMBOL + 10)
            load_for(written.shown)
            font = self.look.font(TEXT, MEDIUM, script)
            self._field = Field(written, font, self.field_inside.width(), indent)
        return self._field

    @property
    def field_inside(self) -> QRectF:
        """The field without its margins, on the page."""
        x, y = self.look.px(14), self.look.px(8)
        return self.parts.field.adjusted(x, y, -x, -y)

    def type(self, more: str) -> bool:
        """Write at the caret as much as fits; whether all did. What finds no room is told of."""
        part, all_of_it = what_fits(self.text, more, self._longest), writable(more)
        if part == all_of_it or len(edges(all_of_it)) == 2:
            return self._try(lambda: self.text.insert(more, self._longest))
        self._write(self.text.insert(part, self._longest) if part else self.text)
        self.said = self.words("{n} letters fit on one note. Write the rest on another.", n=self._longest)
        return False

    @property
    def _longest(self) -> int:
        """How long the words may get; a long note from paper may stay as long as it was."""
        return max(LONGEST, len(self.opening.note.text) if self.opening.note else 0)

    def _replace(self, letter: str) -> None:
        self._try(lambda: self.text.delete_back(edges).insert(letter, self._longest))

    def _try(self, change: Callable[[], Text]) -> bool:
        try:
            self._write(change())
        except RuleBroken as refusal:
            self.said = self.words(refusal.message)
            self._rewrite()
            return False
        return True

    def _write(self, text: Text) -> None:
        if text.words != self.text.words:
            self._before = [*self._before, self.text][-STEPS_BACK:]
            self.said = ""
        self.text = text
        self._rewrite()

    def _rewrite(self) -> None:
        self._field = None
        self._tell_panel()
        self.repaint()

    def _tell_panel(self) -> None:
        self.panel.say_where(self.text.starts_sentence)

    def _caret_to(self, x: float, y: float) -> None:
        inner = self.field_inside
        position = self.field.position_at(x - inner.x(), y - inner.y(), inner.height())
        self.panel.forget()
        # Between the parts of one character there is no place to write.
        self._write(self.text.to(min(edges(self.text.words), key=lambda edge: abs(edge - position))))

    # A real keyboard

    def key(self, event: QKeyEvent) -> bool:
        """A key of a real keyboard; whether it meant something here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(event)
        if event.key() == Qt.Key.Key_Escape:
            self._pages.throw_away(self)
            return True
        if event.matches(QKeySequence.StandardKey.Undo):
            self._write_back()
            return True
        after = edited(self.text, event, self.panel.layout.right_to_left)
        if after is not None:
            self._write(after)
        elif typed := typed_with(event):
            self.type(typed)
        else:
            return False
        self._hide_keys()
        return True

    def _enter(self, event: QKeyEvent) -> bool:
        """Enter is Done; with Shift it is a new line."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.type("\n")
        else:
            self.finish()
        return True

    def _write_back(self) -> None:
        """Take the last change of the words back: only here, never on the board."""
        if self._before:
            self.text = self._before.pop()
            self._rewrite()

    def _hide_keys(self) -> None:
        self.panel.forget()
        if not self.keys_hidden:
            self.keys_hidden, self.shows_more = True, False
            self.repaint()

    def input_method(self, event: QInputMethodEvent) -> None:
        """Words that an input method is putting together, or has settled."""
        self._write(settled(self.text, event))
        if event.commitString():
            self.type(event.commitString())
        self._preedit = preedit_of(event)
        if event.preeditString() or event.commitString():
            self._hide_keys()
        self._rewrite()

    def caret_rect(self) -> QRectF:
        """The caret on the screen: where an input method shows its choices."""
        inner = self.field_inside
        box = self.field.caret_box(self.look.px(CARET))
        box.translate(inner.x(), inner.y() - self.field.moved_up(inner.height()))
        return self.turned.transform.mapRect(box)

    # The end

    def finish(self, going: bool = False) -> None:
        """Done: keep the words and close; refused ones stay, and too many unless the board is `going`."""
        (unsettled, _), self._preedit = self._preedit, ("", 0)
        if unsettled and not self.type(unsettled) and not going:
            return
        if not self.text.words.strip() or self._saved():
            self._pages.close(self)

    def _saved(self) -> bool:
        bridge, note = self.opening.bridge, self.opening.note
        board = bridge.session.board
        if note is None:
            return self._added()
        same_words, same_kind = self.text.words.strip() == note.text, self.kind is note.kind
        return (same_words or bridge.did(board.edit_note, note.id, self.text.words)) and (
            same_kind or bridge.did(board.recolour_note, note.id, self.kind)
        )

    def _added(self) -> bool:
        x, y = self.opening.place
        bridge = self.opening.bridge
        added = bridge.do(
            bridge.session.board.add_note,
            self.text.words,
            self.kind,
            x=x,
            y=y,
            language=self.language,
            helper=self.helper,
        )
        return added is not None

    def opening_again(self) -> Opening:
        """What a new page would be opened with to go on from here."""
        return replace(
            self.opening,
            text=self.text.words,
            kind=self.kind,
            helper=self.helper,
            quarters=self.turned.quarters,
            x=self.turned.x,
            y=self.turned.y,
        )
