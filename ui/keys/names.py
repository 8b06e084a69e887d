"""What keys are called, for people who hear the screen instead of seeing it."""

from ui.keys.plan import Act, Key
from ui.words import Words

_SAID = {
    Act.SHIFT: "Capital letter",
    Act.DELETE: "Delete",
    Act.SPACE: "Space",
    Act.ENTER: "New line",
    Act.SIGNS: "Numbers and signs",
    Act.LETTERS: "Letters",
    Act.LANGUAGE: "Language",
    Act.EXTRAS: "More letters",
}


def spoken(key: Key, words: Words) -> str:
    """The name of a key: its letter, or what it does."""
    if key.act is Act.LETTER:
        return key.text
    if key.act is Act.CHOOSE:
        return key.label
    if key.act is Act.ORDER:
        return words("A B C in order") if key.text.endswith("-abc") else words("Usual order")
    name = words(_SAID[key.act])
    return f"{name}: {key.label}" if key.act is Act.LANGUAGE else name
