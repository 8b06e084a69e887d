"""A name as it sounds in another script: somebody is in the list as "Amina", and a note says امینہ.

Rough on purpose: spellings differ. What sounds alike is found, as long as enough of it is there.
"""

import re
import unicodedata
from functools import cache, lru_cache


def script_of(word: str) -> str:
    """The script of the first letter: "LATIN", "ARABIC", "GURMUKHI", …"""
    letters = (c for c in word if c.isalpha())
    return _script(next(letters, " "))


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, " ").split(" ")[0]


# Arabic letters, for which a Latin name becomes a pattern

_CONSONANTS = dict(
    pair.split(":")
    for pair in """b:بپ p:پب t:تطٹة d:دڈضذ j:جژ z:زذضظج r:رڑ s:سصثش sh:ش ch:چ kh:خ gh:غگ g:گغجق k:کق q:قک
    f:ف v:وف ph:ف th:تثٹط dh:دڈذض bh:ب l:ل m:م n:نں w:و h:ہح zh:ژ x:ک c:کس y:ی""".split()
)
_LONG = {"aa": "ا", "ee": "ی", "oo": "و", "ii": "ی", "uu": "و", "ou": "و", "ai": "یےا", "ei": "یے", "au": "و"}
_VOWELS = {"a": "اع", "i": "یئ", "e": "یےا", "o": "وا", "u": "و"} | _LONG
_SOUND = re.compile("|".join([*(s for s in _CONSONANTS if len(s) > 1), *_LONG, "[a-z]"]))
_TWICE = re.compile(r"(.)\1+")
_FEWEST = 3  # letters that must be there, before the vowels between them may be left out


def in_arabic(name: str) -> str:
    """A pattern for a Latin name as it can be written in Arabic letters, "" where there is none.

    Vowels between others may be left out, as they are in writing, where enough letters are left.
    """
    single = _TWICE.sub(_single, name)
    sounds = _SOUND.findall(single)
    if "".join(sounds) != single or len(sounds) < 2:
        return ""
    consonants = [s for s in sounds if s in _CONSONANTS]
    fixed = len(consonants) + (sounds[0] in _VOWELS) + (sounds[-1] in ("a", "i", "ee"))
    if fixed < _FEWEST:
        return _in_letters(sounds, "")
    # Where more than an a is left out, enough letters have to be left.
    return f"{_in_letters(sounds, 'a')}|(?=.{{{_FEWEST + 1},}}){_in_letters(sounds, 'aeiou')}"


def consonants_of(word: str) -> int:
    """How many consonants a Latin word is written with; one that is written twice, or as two, is one."""
    return sum(sound in _CONSONANTS for sound in _SOUND.findall(_TWICE.sub(_single, word)))


# Letters of both scripts that can stand for each other, or for none: so few that a word is soon looked up.
_ROUGH = {c: "b" for c in "bpfvبپف"} | {c: "s" for c in "tdszjckgqxتطٹةثدڈذضسصشزظژجچکقگغخ"}
_ROUGH |= {c: c for c in "rlmn"} | {"ر": "r", "ڑ": "r", "ل": "l", "م": "m", "ن": "n", "ں": "n"}


@lru_cache(maxsize=4096)
def rough_sound_of(word: str) -> str:
    """What stays of a word, Latin or Arabic, when sounds that are written alike are one, without vowels."""
    return _TWICE.sub(r"\1", "".join(_ROUGH.get(character, "") for character in word))


def _single(match: re.Match[str]) -> str:
    """Consonants that are written twice sound once; "ee" and "oo" are long vowels."""
    return match.group()[:2] if match.group(1) in "eo" else match.group(1)


def _in_letters(sounds: list[str], left_out: str) -> str:
    first, *between, last = sounds
    return _first(first) + "".join(_between(sound, sound in left_out) for sound in between) + _last(last)


def _first(sound: str) -> str:
    if sound in _CONSONANTS:
        return f"[{_CONSONANTS[sound]}]"
    return {"a": "(?:ا|ع|عا)", "o": "(?:ا|ع)و?", "u": "(?:ا|ع)و?"}.get(sound[0], "(?:ا|ع)[یے]?")


def _between(sound: str, left_out: bool) -> str:
    if sound in _CONSONANTS:
        return f"[{_CONSONANTS[sound]}]" + ("?" if sound == "h" else "")  # a breath is often not written
    return f"[{_VOWELS[sound]}]" + ("?" if left_out else "")


def _last(sound: str) -> str:
    if sound in _CONSONANTS:
        return _between(sound, False)
    return "و" if sound[0] in "ou" else "[اہیے]" + ("?" if sound == "e" else "")


# Other scripts, of which each word and each name becomes one key

_NAMED_AFTER_SOUNDS = frozenset("DEVANAGARI GURMUKHI GUJARATI BENGALI TAMIL TELUGU KANNADA MALAYALAM".split())
_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцшъыьэюячщё",
        "a b v g g d e e zh z i i i i k l m n o p r s t u f kh ts sh . y . e u a ch sh e".split(),
        strict=True,
    )
)
_NASAL = frozenset("BINDI TIPPI ANUSVARA CANDRABINDU".split())
_BENT = {"nna": "n", "tta": "t", "dda": "d", "rra": "r", "lla": "l", "nya": "n", "r": "ri"}
_ALIKE = (("ph", "f"), ("sh", "s"), ("ch", "c"), ("ck", "k"), ("ee", "i"), ("oo", "u"), ("ou", "u"))
_SAME = str.maketrans({"q": "k", "w": "v", "y": "i", "z": "j", "e": "i", "o": "u", "x": "k", ".": ""})
_SHORTEST = 3  # letters of a key


@lru_cache(maxsize=4096)
def sound_of(word: str) -> str:
    """How a word sounds, roughly: "Gurpreet" and "ਗੁਰਪ੍ਰੀਤ" are the same. "" for too little to say.

    The scripts of India do not write the vowel a inside a word, so it counts only where little else is left.
    """
    latin = "".join(map(_latin_of, word))
    for written, sound in _ALIKE:
        latin = latin.replace(written, sound)
    latin = latin[:1] + latin[1:].replace("h", "")
    latin = _TWICE.sub(r"\1", latin.translate(_SAME))
    short = _TWICE.sub(r"\1", latin[:1] + latin[1:-1].replace("a", "") + latin[-1:])
    kept = short if len(short) >= _SHORTEST else latin
    return kept if len(kept) >= _SHORTEST else ""


@cache
def _latin_of(character: str) -> str:
    if character.isascii():
        return character
    if character in _CYRILLIC:
        return _CYRILLIC[character]
    if _script(character) not in _NAMED_AFTER_SOUNDS:
        return ""
    kind, _, sound = unicodedata.name(character).rpartition(" ")
    if sound in _NASAL:
        return "n"
    if not kind.endswith(("LETTER", "VOWEL SIGN", "VOCALIC")):
        return ""
    named = sound.lower()
    return _BENT.get(named) or (named[:-1] if len(named) > 1 and named[-1] == "a" != named[-2] else named)
