"""Sets groups of notes: the symbol, the words in their own script; below them what belongs to them."""

from collections.abc import Iterator

from workshop.printing.content import Note, NoteList, Remark, Tone
from workshop.printing.flow import Unit
from workshop.printing.measures import GROUP_NAME, LOOKS, NOTE, TRANSLATION
from workshop.printing.page import Element
from workshop.printing.pieces import Drawing, Piece, Row, Ruled, Space, Stack, Titled, Words
from workshop.printing.set_figures import set_figure, with_air
from workshop.printing.set_words import LIST_SIGNS
from workshop.printing.setter import Setter
from workshop.printing.words import _, bcp47

SYMBOL = 11.25
FACE = 15.0
MIDDLE_OF_LETTERS = 0.36  # of the size, above the baseline


def set_group(setter: Setter, group: NoteList, parent: Element, width: float) -> Iterator[Unit]:
    """The name, and the notes below it one by one."""
    name = setter.words(group.name, parent.child("H2"), GROUP_NAME, width)
    heading = Ruled(Titled(name, group.name, 1), width, 1.5, setter.gap(2))
    yield Unit(heading, setter.gap(GROUP_NAME.gap), keep=bool(group.notes or group.remark))
    if group.remark:
        remark = setter.words(group.remark, parent.child("P"), LOOKS[Tone.QUIET], width)
        yield Unit(remark, keep=bool(group.notes))
    if group.notes:
        signs = parent.child("L", more=LIST_SIGNS)
        for note in group.notes:
            yield Unit(set_note(setter, note, signs, width), setter.gap(NOTE.gap))


def group_goes_on(setter: Setter, group: NoteList, width: float) -> Unit:
    """What heads the next column when a group does not end in this one."""
    name = setter.words(_("{name}, more").format(name=group.name), None, GROUP_NAME, width)
    line = setter.measures.points(GROUP_NAME.size) * GROUP_NAME.line
    head = name.split(line)[0] if name.height > 2 * line else name
    return Unit(Stack((Ruled(head or name, width, 1.5, setter.gap(2)), Space(setter.gap(2)))))


def set_note(setter: Setter, note: Note, signs: Element, width: float) -> Piece:
    """One note; its symbol stands where its words begin, at the right where they run leftwards."""
    item = signs.child("LI")
    size = setter.measures.points(SYMBOL)
    symbol = setter.symbol(note.kind, size, item.child("Lbl", alt=note.label))
    indent = size + setter.gap(3)
    body = item.child("LBody", language=_foreign(setter, note.language))
    alone = not (note.translation or note.figures or note.remarks)
    own = body if alone else body.child("Span", language=body.language)
    words = setter.words(note.text, own, NOTE, width - indent, language=note.language)
    row, left = _with_symbol(setter, symbol, words, width, indent)
    if alone:
        return row
    return Stack((row, *_below(setter, note, body, width, left, width - indent + left)))


def _below(
    setter: Setter, note: Note, body: Element, width: float, left: float, right: float
) -> Iterator[Piece]:
    """What follows the words: their meaning, what is drawn or shown, and the small lines.

    The words stand between `left` and `right`; a figure begins where they begin.
    """
    here = bcp47(setter.language) if body.language else ""
    if note.translation:
        meaning = body.child("Span", language=bcp47(setter.language))
        yield Row(((left, setter.words(note.translation, meaning, TRANSLATION, width - left)),))
    for figure in note.figures:
        shown = set_figure(setter, figure, body, right - left)
        yield with_air(setter, shown, left if right == width else right - shown.width)
    for remark in note.remarks:
        yield _remark(setter, remark, body.child("Span", language=here), width, left)


def _remark(setter: Setter, remark: Remark, element: Element, width: float, left: float) -> Piece:
    """A small line; a face stands before its words."""
    if remark.emotion is None:
        return Row(((left, setter.words(remark.text, element, TRANSLATION, width - left)),))
    size = setter.measures.points(FACE)
    indent = size + setter.gap(1.5)
    words = setter.words(remark.text, element, TRANSLATION, width - left - indent)
    face = setter.face(remark.emotion, size)
    if words.layout.direction == "rtl":
        return Row(((width - size, face), (left, words)), drop=0.5)
    return Row(((left, face), (left + indent, words)), drop=0.5)


def _with_symbol(
    setter: Setter, symbol: Drawing, words: Words, width: float, indent: float
) -> tuple[Row, float]:
    """The symbol beside the words, and where a translation below them begins."""
    sign = _beside_first_line(setter, symbol, words)
    if words.layout.direction == "rtl":
        return Row(((width - symbol.width, sign), (0.0, words))), 0.0
    return Row(((0.0, sign), (indent, words))), indent


def _beside_first_line(setter: Setter, symbol: Drawing, words: Words) -> Piece:
    """The symbol, as far down as the middle of the letters of the first line."""
    middle = words.layout.ascent - MIDDLE_OF_LETTERS * setter.measures.points(NOTE.size)
    return Stack((Space(max(0.0, middle - symbol.height / 2)), symbol))


def _foreign(setter: Setter, language: str) -> str:
    """The language of a note, where it is another than the document's."""
    return bcp47(language) if language and language != setter.language else ""
