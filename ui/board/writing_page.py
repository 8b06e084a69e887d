"""One person's writing page on the board: a field, the kinds of notes, keys or a paper, and Done.

A page lies flat on the board like a sheet of paper, turned to its writer, and takes fingers, a real
keyboard and an input method. It becomes a note with Done; until then it is kept as a draft.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter

from ui.board import writing_saving
from ui.board.faces import script_of
from ui.board.ink_painting import USUAL_PRESSURE
from ui.board.writing_drawing import Lie, Paper, lie_of, to_units
from ui.board.writing_field import Field
from ui.board.writing_fingers import Fingers
from ui.board.writing_keyboard import asked_by_input_method, key_on
from ui.board.writing_layout import LINE, SHADOW, TEXT, Parts, Target, Wanted
from ui.board.writing_opening import Opening, Showing, View
from ui.board.writing_paint import CARET, note_look, paint_page, symbol_size
from ui.board.writing_places import Turned
from ui.board.writing_saving import Sheet
from ui.board.writing_sizes import parts_for
from ui.board.writing_text import Writing
from ui.board.writing_typing import Typing
from ui.board.writing_walking import Walk
from ui.keys.editing import Text
from ui.keys.panel import KeyPanel
from ui.look import MEDIUM, load_for
from workshop.domain.kinds import Emotion, NoteKind

if TYPE_CHECKING:
    from ui.board.writing import Pages


class Page:
    """A page that somebody writes on."""

    def __init__(self, opening: Opening, pages: "Pages") -> None:
        self.opening, self.words = opening, opening.words
        self.pages, self.place_at_screen = pages, 0
        longest = len(opening.note.text) if opening.note else 0
        self.writing = Writing(opening.text, longest, opening.words, self._rewrite)
        self.kind, self.helper, self.emotion = opening.kind, opening.helper, opening.emotion
        self.paper = Paper.of(opening.strokes)
        self.showing, self.sheet_of_more = Showing.KEYS, 0
        self.keys_hidden = False
        self._field: Field | None = None
        self.panel = KeyPanel(opening.look, self._first_language(), opening.languages, clock=pages.clock)
        self.parts: Parts = self.parts_at(opening.quarters)
        self.turned = Turned(self.parts.width, self.parts.height, opening.x, opening.y, opening.quarters)
        self.fingers, self.walk = Fingers(self), Walk(self)
        self._seen = self.text
        self._fit_panel()
        self._rewrite()
        self._typing = Typing(self)
        self.as_opened = self.sheet()

    def lay_out_again(self) -> None:
        """The keys have another language: other letters need other room."""
        self.pages.lay_out(self, self.turned.quarters)

    def _first_language(self) -> str:
        note = self.opening.note
        return self.opening.language or (note.language if note else "") or self.words.language

    # How large it is

    def parts_at(self, quarters: int) -> Parts:
        """Its parts when it lies this way round."""
        note = self.opening.note
        fixed = note is not None and note.kind is NoteKind.BEFORE
        kinds = () if fixed else tuple(dict.fromkeys((*self.opening.kinds, self.kind)))
        wanted = Wanted(self.words, self.panel.setting, kinds, self.panel.layout.language)
        view = QRectF(0, 0, self.view.width(), self.view.height())
        return parts_for(self.opening.look, wanted, view, sideways=quarters % 2 == 1)

    def lie(self, parts: Parts, turned: Turned) -> None:
        """Have these parts, and lie like this."""
        before = self.rect()
        self.parts, self.turned = parts, turned
        self.sheet_of_more = min(self.sheet_of_more, len(parts.sheets) - 1)  # there may be fewer now
        self._fit_panel()
        self._rewrite()
        self.view.update(before.united(self.rect()).toAlignedRect())

    def _fit_panel(self) -> None:
        self.look = self.parts.look
        self.panel.fit(self.look, self.parts.sizes, self.parts.fold, self.parts.below.width())

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

    def repaint(self) -> None:
        """Let the board paint it again."""
        self.view.update(self.rect().toAlignedRect())

    def paint(self, painter: QPainter) -> None:
        """Paint it in pixels of the view."""
        paint_page(painter, self)

    @property
    def boxes(self) -> dict[Target, QRectF]:
        """Everything on it that can be touched now, in the order of reading."""
        parts = self.parts
        if self.showing is Showing.PAPER:
            return parts.drawing
        if self.showing is Showing.QUESTION:
            return {"field": parts.field, **parts.asking}
        shown: dict[Target, QRectF] = {"field": parts.field, "done": parts.boxes["done"]}
        shown.update((kind, box) for kind, box in parts.kinds.items())
        shown.update((name, parts.boxes[name]) for name in ("turn", "more") if name in parts.boxes)
        if self.showing is Showing.MORE:
            return shown | parts.sheets[self.sheet_of_more]
        return shown if self.keys_hidden else shown | {"panel": parts.below}

    # Fingers

    def press(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> None:
        """A finger lands on the page."""
        self._wake()
        self.walk.take(asked=self.parts.field.contains(self.turned.inside(x, y)))
        self.fingers.press(finger, x, y, pressure)

    def move(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> None:
        """A finger moves; off its button it changes its mind."""
        self.fingers.move(finger, x, y, pressure)

    def release(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> None:
        """A finger leaves: what it is still on acts."""
        self.fingers.move(finger, x, y, pressure)
        self.fingers.release(finger, x, y)

    def cancel(self, finger: int) -> None:
        """A finger is lost: nothing happens; what it drew stays."""
        self.fingers.cancel(finger)

    def is_held(self, target: Target) -> bool:
        """Whether a finger is on this button now."""
        return self.fingers.is_held(target)

    def _wake(self) -> None:
        """A touch brings the keys back and takes away what was said."""
        if self.writing.said or self.keys_hidden:
            self.writing.said, self.keys_hidden = "", False
            self.repaint()

    def act(self, target: Target) -> None:
        """Do what a button of this page does."""
        match target:
            case NoteKind():
                self.kind = target
            case Emotion():
                self.emotion = None if self.emotion is target else target
            case "done":
                self.finish()
            case "turn":
                self.pages.turn(self)
            case "hear":
                self.pages.hear.emit(self.text.words, self.language)
            case "throw":
                self.pages.throw_away(self)
            case "yes":
                self._end()
            case _:
                self._act_here(target)
        self.repaint()

    def _act_here(self, target: Target) -> None:
        match target:
            case "more":
                self._more()
            case "keys" | "words" | "change":
                self._show(Showing.KEYS)
            case "draw":
                self._show(Showing.PAPER)
            case "helper":
                self.helper = not self.helper
            case "word":
                self.writing.choose_word()
            case "all":
                self.writing.write(self.text.choose_all())
            case "undo":
                self.paper.take_back()

    def _more(self) -> None:
        """The acts; again, the next of them; at the end, the keys."""
        sheet = self.sheet_of_more + 1 if self.showing is Showing.MORE else 0
        last = sheet == len(self.parts.sheets)
        self._show(Showing.KEYS if last else Showing.MORE)
        self.sheet_of_more = 0 if last else sheet

    def _show(self, showing: Showing) -> None:
        self.showing, self.sheet_of_more = showing, 0
        self.keys_hidden = self.keys_hidden and showing is Showing.KEYS
        self.pages.tell_parts(self)
        self.repaint()

    def draw(self, finger: int, x: float, y: float, pressure: float, begins: bool) -> None:
        """A finger draws at a place on the page."""
        box = self.parts.drawing["paper"]
        drawn = (self.paper.press if begins else self.paper.move)(finger, *to_units(box, x, y), pressure)
        self.repaint_paper(drawn)

    def lie_of_paper(self) -> Lie:
        """How its paper lies on the screen."""
        paper, look = self.parts.drawing["paper"], note_look(self.look, self.kind)
        dots, ink = self.view.devicePixelRatioF(), self.look.colours.ink
        return lie_of(self.turned.transform, paper, dots, look, ink)

    def repaint_paper(self, part: QRectF) -> None:
        """Let the board paint a part of the paper again, given in units of the note."""
        if not part.isEmpty():
            self.view.update(self.lie_of_paper().to_screen.mapRect(part).toAlignedRect())

    # Writing

    @property
    def text(self) -> Text:
        """The words and the caret."""
        return self.writing.text

    def type(self, more: str) -> bool:
        """Write at the caret as much as fits; whether all did."""
        return self.writing.type(more)

    @property
    def said(self) -> str:
        """What the writer is told now."""
        return self.writing.said

    def say(self, sentence: str) -> None:
        """Tell the writer something until the next touch."""
        self.writing.said = sentence
        self.repaint()

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
            keys = self.panel.layout
            written = self.writing.shown(keys.right_to_left)
            script = script_of(written.shown, keys.language) if written.shown else keys.language
            load_for(written.shown)
            font = self.look.font(TEXT, MEDIUM, script)
            indent = symbol_size(self.look) + self.look.px(10)
            inner = self.field_inside
            self._field = Field(written, font, inner.width(), indent, inner.height())
        return self._field

    @property
    def field_inside(self) -> QRectF:
        """The field without its margins, on the page."""
        x, y = self.look.px(14), self.look.px(8)
        return self.parts.field.adjusted(x, y, -x, -y)

    def position_at(self, x: float, y: float) -> int:
        """The position in the words next to a place on the page."""
        inner = self.field_inside
        return self.field.position_at(x - inner.x(), y - inner.y(), inner.height())

    @property
    def question_box(self) -> QRectF:
        """Where the question is, while it is asked whether somebody else's words are right."""
        below, top = self.parts.below, self.parts.field.bottom()
        return QRectF(below.x(), top, below.width(), self.parts.asking["yes"].y() - top)

    def _rewrite(self) -> None:
        self._field = None
        before, self._seen = self._seen, self.text
        if before != self.text:
            self.pages.tell_words(self, before)
            if self.view.key_target is self:
                self.view.updateMicroFocus(Qt.InputMethodQuery.ImQueryInput)
        self.panel.say_where(self.text.starts_sentence)
        self.repaint()

    # A real keyboard

    def key(self, event: QKeyEvent) -> bool:
        """A key of a real keyboard; whether it meant something here."""
        return key_on(self, event, throw_away=lambda: self.pages.throw_away(self))

    def tab(self, forward: bool) -> bool:
        """Go on with the keyboard to the next part of the page, or back."""
        if self.showing is Showing.KEYS:
            self.hide_keys()
        self.walk.step(1 if forward else -1)
        return True

    def input_query(self, query: Qt.InputMethodQuery) -> object:
        """What an input method asks of the words here; None for what only the board knows."""
        return asked_by_input_method(self, query)

    def input_method(self, event: QInputMethodEvent) -> None:
        """Words that an input method is putting together, or has settled."""
        self.writing.input_method(event)
        if event.preeditString() or event.commitString():
            self.hide_keys()

    def hide_keys(self) -> None:
        """Somebody writes with a real keyboard: the keys on the page go out of the way."""
        self.panel.forget()
        if not self.keys_hidden or self.showing is not Showing.KEYS:
            self.keys_hidden = True
            self._show(Showing.KEYS)

    def caret_rect(self) -> QRectF:
        """The caret on the screen: where an input method shows its choices."""
        inner = self.field_inside
        box = self.field.caret_box(self.look.px(CARET))
        box.translate(inner.x(), inner.y() - self.field.moved_up(inner.height()))
        return self.turned.transform.mapRect(box)

    # The end

    def sheet(self) -> Sheet:
        """What stands on it now."""
        return Sheet(
            page=self.opening.page,
            words=self.text.words,
            kind=self.kind,
            place=self.opening.place,
            language=self.language,
            helper=self.helper,
            strokes=tuple(map(tuple, self.paper.strokes)),
            emotion=self.emotion,
            turned=self.turned.quarters if self.opening.flat else 0,
        )

    def finish(self, going: bool = False) -> None:
        """Done: keep the words and close; refused ones stay, and too many unless the board is `going`.

        What somebody else wrote is read back to its writer first, unless the board is `going`.
        """
        if not self.writing.settle() and not going:
            return
        if self.helper and not going and not self.sheet().is_empty:
            self._show(Showing.QUESTION)
            return
        self._end()

    def _end(self) -> None:
        sheet = self.sheet()
        if sheet.is_empty or self._saved(sheet):
            self.pages.close(self)

    def _saved(self, sheet: Sheet) -> bool:
        bridge, note = self.opening.bridge, self.opening.note
        if note is None:
            return self.pages.add(self, sheet)
        return writing_saving.change(bridge, note, self.as_opened, sheet)
