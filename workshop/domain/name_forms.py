"""The forms that a name can have: with the endings of a language, and what is written together with it."""

import re
from collections.abc import Iterator
from functools import cache

from workshop.domain.names import fold

# Letters that are written for each other, one for one, after `workshop.domain.names.fold`.
_LETTERS = str.maketrans("łøđıيىكةهۃۀەھ", "lodiییکہہہہہہ")
_DOUBLED = "ੱ"  # a sign of Punjabi that is often left out
_POLISH = tuple(
    """a e y i o u owi em iem ie om ow ami ach ej iej ego iego emu iemu owie iu ia ij im imi m mi ch ia ią
    scy""".split()
)
# Of somebody who is small, or dear, behind a name that ends in a consonant: Piotr, Piotrek.
_SMALL_IN_POLISH = ("ek", "us", "ka", "kowi", "kiem")
# Where the last letters change before an ending: "Agnieszka" is called "Agnieszce".
_SOFT = {"ka": "ce", "ga": "dze", "ta": "cie", "da": "dzie", "ra": "rze", "ha": "sze", "ska": "skiej"}
_SOFT |= {"t": "cie", "d": "dzie", "r": "rze", "ski": "scy", "cki": "ccy", "la": "le", "sla": "sle"}
_ENDINGS: dict[str, tuple[str, ...]] = {
    "en": ("s", "es"),
    "pl": _POLISH,
    "bn": tuple("র কে ের এর য়ের য়ের তে ও ই রা দের েরা ভাই আপা দা দি".split()),
    "gu": tuple("નો ની નું ના ને એ થી માં નાં બેન ભાઈ બહેન કાકા માસી".split()),
    "pa": tuple("ਦਾ ਦੀ ਦੇ ਨੂੰ ਨੇ ਜੀ ਾਂ ਆਂ".split()),
    "hi": tuple("का की के को ने से जी".split()),
    "ur": tuple("کا کی کے کو نے سے صاحب صاحبہ جی بھائی باجی آپا بی".split()),
}
# Languages in which a name has no endings of its own, besides those above.
_PLAIN = frozenset("ar cy de en es fa fr he it ja ko nl pt so ti vi yue zh".split())
LONGEST_ENDING = 4  # letters, in a language of which no more is known
_STEM = 4  # letters of a name that any ending may follow
_JOINED = re.compile("[وف]?(?:[بلک]?ال|لل|[بلک])?|[ובלכמשה]{1,2}")
# Of respect and kinship, written together with a name by speakers of South Asian languages.
_HONORIFICS = tuple("bhai ben behn bhen bahen baji saab saheb sahib sahab jee ji".split())
_SHORTEST_HONOURED = 3  # letters of a name before one of these
_MUTATED = {  # Welsh: what a word can begin with in the place of another sound, the longest first
    "ngh": "c",
    "mh": "p",
    "nh": "t",
    "ng": "g",
    "ph": "p",
    "th": "t",
    "ch": "c",
    "dd": "d",
    "b": "p",
    "d": "t",
    "g": "c",
    "f": "bm",
    "l": "l",
    "r": "r",
    "m": "b",
    "n": "d",
}


def spelled(word: str) -> str:
    """A folded word as all its spellings are compared."""
    return word.translate(_LETTERS).replace(_DOUBLED, "")


@cache
def _plain_ending(ending: str) -> str:
    return spelled(fold(ending))


def with_endings(name: str, language: str) -> Iterator[str]:
    """The forms of a folded name in a language, the name itself among them."""
    yield name
    for stem in {name, *(_polish_stems(name) if language == "pl" else ())}:
        yield from (stem + _plain_ending(ending) for ending in _ENDINGS.get(language, ()))
    if language == "pl":
        if name.endswith("ia") and len(name) > _STEM:
            yield name[:-1]  # Małgosia, Małgosi
        yield from (name + small for small in _SMALL_IN_POLISH if name[-1] not in "aeiouy")
        yield from (name.removesuffix(last) + soft for last, soft in _SOFT.items() if name.endswith(last))


def _polish_stems(name: str) -> Iterator[str]:
    if len(name) > 2 and name[-1] in "aoeiy":
        yield name[:-1]  # Anna, Anny
    elif len(name) > 3 and name[-2] == "e":
        yield name[:-2] + name[-1]  # Marek, Marka


def takes_any_ending(language: str) -> bool:
    """Whether names have endings in this language that are not listed here."""
    return bool(language) and language not in _PLAIN and language not in _ENDINGS


def starts_of(word: str) -> Iterator[str]:
    """The beginnings of a word that could be a name with an ending behind it."""
    return (word[:end] for end in range(max(_STEM, len(word) - LONGEST_ENDING), len(word)))


def stem_of(name: str) -> str:
    """What stays of a name before any ending: without its last vowel, as long as four letters are left."""
    return name[:-1] if len(name) > _STEM and name[-1] in "aeiouy" else name


def bare_forms(word: str, language: str) -> Iterator[str]:
    """A word that is not Latin, and what it is without what is written together with it.

    In Arabic and Hebrew that stands before it (and, by, for, the), in others the ending of the language.
    """
    yield word
    yield from (word[start:] for start in range(1, 5) if _JOINED.fullmatch(word[:start]))
    for ending in map(_plain_ending, _ENDINGS.get(language, ())):
        if word.endswith(ending):
            yield word.removesuffix(ending)


def without_honorific(word: str) -> Iterator[str]:
    """A Latin word without what is said in respect: "hiteshbhai" is Hitesh."""
    for honorific in _HONORIFICS:
        if word.endswith(honorific) and len(word) >= len(honorific) + _SHORTEST_HONOURED:
            yield word.removesuffix(honorific)


def before_mutation(word: str) -> Iterator[str]:
    """The words that a Welsh one can stand for: "Fethan" is Bethan, "Ddafydd" is Dafydd."""
    for start, sounds in _MUTATED.items():
        if word.startswith(start):
            yield from (sound + word[len(start) :] for sound in sounds)
    yield "g" + word  # it falls away: "Wen" is Gwen
    if word[:1] in ("l", "r"):
        yield {"l": "ll", "r": "rh"}[word[0]] + word[1:]
