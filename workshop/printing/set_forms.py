"""Sets what people fill in by hand: boxes for Yes and No, boxes to tick, lines to write on."""

from collections.abc import Iterator

from workshop.printing.content import Field
from workshop.printing.flow import Unit
from workshop.printing.form_blocks import Amounts, BigAnswers, Choices, Pictured, Statements, WriteOn
from workshop.printing.measures import MM, Look
from workshop.printing.page import Element
from workshop.printing.pieces import Boxed, Piece, Ruled, Space, Stack
from workshop.printing.set_words import LIST_SIGNS
from workshop.printing.setter import Setter
from workshop.printing.sides import Cell, beside, box_to_tick, line_to_write_on, picture

ANSWER_BOX = 12 * MM  # never smaller: it is ticked by hands that shake
CHOICE_BOX = 8 * MM
SENTENCE = Look(14, 1.3, 0)
QUESTION = Look(15, 1.3, 0, bold=True)
ANSWER = Look(16, 1.2, 0, bold=True)
CHOICE = Look(14, 1.25, 0)
LABEL = Look(13, 1.2, 0)
VALUE = Look(16, 1.25, 0, bold=True)
BIG_ANSWER = Look(24, 1.2, 0, bold=True)
EASY = Look(16, 1.35, 0)
WRITE_ROOM, SIGN_ROOM = 8 * MM, 15 * MM
AMOUNT = (30 * MM, 12 * MM)


def set_statements(setter: Setter, block: Statements, parent: Element, width: float) -> Iterator[Unit]:
    """One statement a row, its two boxes at the end of the row."""
    things = parent.child("L", more=LIST_SIGNS)
    for at, thing in enumerate(block.things):
        body = things.child("LI").child("LBody")
        question = body.child("P")
        sentences = body.child("P") if thing.more else None
        answers, taken = _answers(setter, block, body.child("P"))
        room = width - taken - setter.gap(5)
        words: list[Piece] = [setter.say(thing.text, question, QUESTION, room)]
        if sentences is not None:
            words.append(setter.say(thing.more, sentences, SENTENCE, room))
        cells = [(0.0, room, Stack(tuple(words))), (width - taken, taken, answers)]
        row = Stack((beside(setter, width, cells), Space(setter.gap(2.2))))
        yield Unit(Ruled(row, width, 0.5, setter.gap(2.2)) if at else row, 0.0 if at else setter.gap(4))


def _answers(setter: Setter, block: Statements, element: Element) -> tuple[Piece, float]:
    """The boxes for Yes and No, of one size, and how wide they are together."""
    cells: list[Cell] = []
    at = 0.0
    for word in (block.yes, block.no):
        box = box_to_tick(setter, ANSWER_BOX, element)
        words = setter.words(word, element.child("Span"), ANSWER, 60 * MM).snug()
        cells += [(at, ANSWER_BOX, box), (at + ANSWER_BOX + 2 * MM, words.width, words)]
        at += ANSWER_BOX + 2 * MM + words.width + setter.gap(5)
    taken = at - setter.gap(5)
    return beside(setter, taken, cells), taken


def set_pictured(setter: Setter, block: Pictured, parent: Element, width: float) -> Iterator[Unit]:
    """A picture in its frame, and beside it one sentence."""
    size, pad = setter.gap(36), setter.gap(5)
    indent = size + setter.gap(11)
    for name, spans in block.rows:
        frame = Boxed(picture(name, size - 2 * pad), size, (pad, pad, pad), 1.5, 3 * MM)
        words = setter.say(spans, parent.child("P"), EASY, width - indent)
        row = beside(setter, width, [(0.0, size, frame), (indent, width - indent, words)])
        yield Unit(row, setter.gap(6))


def set_big_answers(setter: Setter, block: BigAnswers, parent: Element, width: float) -> Iterator[Unit]:
    """Two boxes of one size, one beside the other, the same in everything but the word and its sign."""
    between, high = setter.gap(9), setter.gap(26)
    wide = (width - between) / 2
    group = parent.child("L", more=LIST_SIGNS)
    cells: list[Cell] = []
    for at, (word, sign) in enumerate(((block.yes, "check"), (block.no, "x"))):
        element = group.child("LI").child("LBody")
        inside, taken = _big_answer(setter, word, sign, element, wide)
        side, air = (wide - taken) / 2, max(setter.gap(4), (high - inside.height) / 2)
        cells.append((at * (wide + between), wide, Boxed(inside, wide, (side, air, air), 1.2, 5 * MM)))
    yield Unit(Stack((beside(setter, width, cells), Space(setter.gap(2)))), setter.gap(8))


def _big_answer(setter: Setter, word: str, sign: str, element: Element, width: float) -> tuple[Piece, float]:
    box, gap, drawn = 13 * MM, setter.gap(6), 11 * MM
    tick = box_to_tick(setter, box, element)
    words = setter.words(word, element.child("Span"), BIG_ANSWER, width - box - drawn - 3 * gap).snug()
    after = box + gap + words.width + gap
    cells: list[Cell] = [
        (0.0, box, tick),
        (box + gap, words.width, words),
        (after, drawn, picture(sign, drawn)),
    ]
    return beside(setter, after + drawn, cells), after + drawn


def set_write_on(setter: Setter, block: WriteOn, parent: Element, width: float) -> Iterator[Unit]:
    """Labels with a line or with words, side by side where the letters leave room."""
    across = block.across if setter.measures.columns > 1 else 1
    between = setter.gap(8)
    wide = (width - (across - 1) * between) / across
    room = SIGN_ROOM if block.tall else WRITE_ROOM
    for first in range(0, len(block.fields), across):
        fields = block.fields[first : first + across]
        cells = [
            (at * (wide + between), wide, _field(setter, field, parent.child("P"), wide, room))
            for at, field in enumerate(fields)
        ]
        yield Unit(beside(setter, width, cells, drop=0.0), setter.gap(3))


def _field(setter: Setter, field: Field, element: Element, width: float, room: float) -> Piece:
    label = setter.say(field.label, element, LABEL, width)
    if field.text:
        return Stack((label, setter.say(field.text, element, VALUE, width)))
    return Stack((label, line_to_write_on(room, width)))


def set_choices(setter: Setter, block: Choices, parent: Element, width: float) -> Iterator[Unit]:
    """Boxes to tick in columns."""
    across = block.across if setter.measures.columns > 1 else 1
    between = setter.gap(5)
    wide = (width - (across - 1) * between) / across
    indent = CHOICE_BOX + setter.gap(3)
    things = parent.child("L", more=LIST_SIGNS)
    for first in range(0, len(block.labels), across):
        cells: list[Cell] = []
        for at, label in enumerate(block.labels[first : first + across]):
            body = things.child("LI").child("LBody")
            box = box_to_tick(setter, CHOICE_BOX, body)
            words = setter.say(label, body.child("Span"), CHOICE, wide - indent)
            left = at * (wide + between)
            cells += [(left, CHOICE_BOX, box), (left + indent, wide - indent, words)]
        yield Unit(beside(setter, width, cells), setter.gap(2))


def set_amounts(setter: Setter, block: Amounts, parent: Element, width: float) -> Iterator[Unit]:
    """Labels with a box for the amount, and the total by itself at the end."""
    across = 2 if setter.measures.columns > 1 else 1
    between = setter.gap(8)
    wide = (width - (across - 1) * between) / across
    labels = parent.child("L", more=LIST_SIGNS)
    for first in range(0, len(block.labels), across):
        cells = [
            cell
            for at, label in enumerate(block.labels[first : first + across])
            for cell in _amount(setter, label, labels, at * (wide + between), wide, CHOICE)
        ]
        yield Unit(beside(setter, width, cells), setter.gap(2.5))
    total = _amount(setter, block.total, labels, width - wide, wide, ANSWER)
    yield Unit(beside(setter, width, total), setter.gap(3))


def _amount(setter: Setter, label: str, labels: Element, left: float, width: float, look: Look) -> list[Cell]:
    across, high = AMOUNT
    body = labels.child("LI").child("LBody")
    room = width - across - setter.gap(3)
    words = setter.say(label, body, look, room)
    empty = Boxed(Space(high), across, (0.0, 0.0, 0.0), 0.9, 2 * MM)
    return [(left, room, words), (left + width - across, across, empty)]
