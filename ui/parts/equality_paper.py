"""Sheets from the envelope: every answer has its number on the page, and is typed in by it."""

from ui.words import Words
from workshop.domain.equality_form import PREFER_NOT, Question
from workshop.errors import RuleBroken


def read_numbers(text: str, question: Question, words: Words) -> tuple[str, ...]:
    """The codes of what was typed, such as "4" or "1 3"; () for nothing. RuleBroken in plain words."""
    codes = {str(number): code.code for number, code in question.numbered}
    typed = text.replace(",", " ").split()
    if not set(typed) <= codes.keys():
        raise RuleBroken(words("There is no such number here. Please look again."))
    if len(typed) > 1 and not question.several:
        raise RuleBroken(words("This question takes one number."))
    found = tuple(dict.fromkeys(codes[number] for number in typed))
    if len(found) > 1 and PREFER_NOT in found:
        raise RuleBroken(words("“Prefer not to say” stands alone."))
    return found


def chosen_in_words(question: Question, codes: tuple[str, ...]) -> str:
    """What was chosen, in words; "" where nothing was."""
    return ", ".join(code.words for code in question.codes if code.code in codes)
