"""Which of the setters of forms sets which block."""

from collections.abc import Iterator

from workshop.printing.flow import Unit
from workshop.printing.form_blocks import (
    Amounts,
    BigAnswers,
    BigWords,
    Cards,
    Choices,
    CutHere,
    FormBlock,
    Framed,
    HeadLine,
    Pictured,
    Statements,
    Strip,
    Together,
    WriteOn,
)
from workshop.printing.page import Element
from workshop.printing.set_cards import (
    Units,
    set_big_words,
    set_cards,
    set_cut_here,
    set_framed,
    set_head_line,
    set_strip,
    set_together,
)
from workshop.printing.set_forms import (
    set_amounts,
    set_big_answers,
    set_choices,
    set_pictured,
    set_statements,
    set_write_on,
)
from workshop.printing.setter import Setter


def form_units(
    setter: Setter, block: FormBlock, parent: Element, width: float, units: Units
) -> Iterator[Unit]:
    """The pieces of a block; `units` makes those of the blocks inside it."""
    match block:
        case Statements():
            return set_statements(setter, block, parent, width)
        case Pictured():
            return set_pictured(setter, block, parent, width)
        case BigAnswers():
            return set_big_answers(setter, block, parent, width)
        case WriteOn():
            return set_write_on(setter, block, parent, width)
        case Choices():
            return set_choices(setter, block, parent, width)
        case Amounts():
            return set_amounts(setter, block, parent, width)
        case BigWords():
            return set_big_words(setter, block, parent, width)
        case HeadLine():
            return set_head_line(setter, block, parent, width)
        case Strip():
            return set_strip(setter, block, parent, width)
        case CutHere():
            return set_cut_here(setter, width)
        case Framed():
            return set_framed(setter, block, parent, width, units)
        case Together():
            return set_together(setter, block, parent, width, units)
        case Cards():
            return set_cards(setter, block, parent, width, units)
