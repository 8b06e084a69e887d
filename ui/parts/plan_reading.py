"""What a text line says about itself: easy to read, or what to change. Pure; the word list is data."""

import json
from functools import cache

from ui.words import Words
from workshop.domain.readability import MOST_WORDS, look_at
from workshop.session.resources import RESOURCES

HARD_WORDS = RESOURCES / "words"


@cache
def plainer_words(language: str = "en") -> dict[str, str]:
    """A plainer word for each hard one; nothing for a language that we have no list of."""
    path = HARD_WORDS / f"hard_words_{language}.json"
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found


def reading_line(text: str, language: str, words: Words) -> tuple[str, bool]:
    """A sentence about how a text reads, and whether that is easily; "" for no text."""
    plainer = plainer_words(language)
    reading = look_at(text, plainer)
    if not reading.words:
        return "", True
    if reading.hard:
        first = reading.hard[0]
        return words("This word is hard: {word}. Try: {try_}.", word=first.word, try_=first.plainer), False
    if reading.longest > MOST_WORDS:
        return words.many(
            "One sentence has 1 word. Try two sentences.",
            "One sentence has {n} words. Try two sentences.",
            reading.longest,
        ), False
    if not plainer:
        return words("Short sentences. We know no list of hard words here."), True
    return words("Easy to read. Short sentences, no hard words."), True
