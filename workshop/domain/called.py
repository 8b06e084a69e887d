"""The names of people in the room as others write them: in part, with endings, in any capitals or script.

Words are looked up one by one in the forms that a name can have in the language of the note. A name
that is also an ordinary word ("Joy", "Mark") counts where it has a capital, or where only a person can
be meant ("mark said", "mrs bell").
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from workshop.domain.common_words import COMMON
from workshop.domain.name_forms import (
    bare_forms,
    before_mutation,
    spelled,
    starts_of,
    stem_of,
    takes_any_ending,
    with_endings,
    without_honorific,
)
from workshop.domain.name_sounds import consonants_of, in_arabic, rough_sound_of, script_of, sound_of
from workshop.domain.name_words import (
    ASKED,
    BEFORE_A_MONTH,
    DETERMINERS,
    MONTHS,
    ORDINARY,
    SMALL,
    SMALL_IN_ARABIC,
    SOMEBODY,
    TIMES,
    TITLES,
    TO_SOMEBODY,
    VERBS,
)
from workshop.domain.names import REPLACED, SIGNS, UNSPACED, Names, fold, fold_with_places

_SHORTEST = 2  # letters of a part that is looked for by itself
_SHORTEST_IN_ANOTHER = 3  # letters of one in another script than it was given in
_FEWEST_CONSONANTS = 3  # of a Latin word that may be a name given in Arabic letters: "hat" is no name
_WORD = re.compile(rf"(?:(?!{UNSPACED.pattern})[^\W_]|[{SIGNS}])+")
_COMMON = 8192  # words whose name, or that they have none, is kept: most words come again and again
_LONG = 4  # letters of a name whose forms are seldom words of their own
_CASED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
_HAN = re.compile("[\u3400-\u9fff]+")
_HAN_TITLES = tuple(
    "先生 太太 太 小姐 女士 生 伯 叔 姨 姐 哥 老师 老師 醫生 医生 さん 様 氏 くん ちゃん".split()
)
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;\n\"“(-])\s*$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as it is compared, where it stands, and whether it begins with a capital."""

    plain: str
    start: int
    end: int
    capital: bool


class CalledInText:
    """The names to look for. Each is looked for whole, and word for word where a word is long enough."""

    def __init__(self, names: Iterable[str]) -> None:
        whole = {fold(name).strip() for name in names} - {""}
        self._words = frozenset(word for name in whole for word in _parts(name))
        self._whole = Names(chain({n for n in whole if not _parts(n)}, *map(_unspaced_parts, whole)))
        self._not_latin = any(script_of(word) != "LATIN" for word in self._words)
        self._name_of = lru_cache(_COMMON)(self._look_up)
        self._forms: dict[str, dict[str, str]] = {}

    def places_in(self, text: str, language: str = "") -> Iterator[tuple[int, int]]:
        """Where a name stands: its first character, and the one behind it.

        `language` is that of the text ("pl"), "" where it is not known.
        """
        yield from self._whole.places_in(text)
        found = set(_WORD.findall(fold(text)))
        meant = {spelled(word): name for word in found if (name := self._name_of(word, language[:2]))}
        if meant:
            yield from _where(text, meant, bool(language))

    def found_in(self, text: str, language: str = "") -> bool:
        """Whether any of the names stands in a text of this language."""
        return next(self.places_in(text, language), None) is not None

    def _look_up(self, word: str, language: str) -> str | None:
        """The name that this folded word is a form of."""
        if word in SMALL_IN_ARABIC:
            return None
        word = spelled(word)
        forms = self._forms_in(language)
        if word in forms:
            return forms[word]
        if word.isascii():
            return (
                self._in_latin(word, language)
                or next((forms[bare] for bare in without_honorific(word) if bare in forms), None)
                or (self._in_another(word) if self._not_latin else None)
            )
        bare_words = [*bare_forms(word, language)]
        by_sound = COMMON.isdisjoint(bare_words)
        for bare in bare_words:
            if name := forms.get(bare) or (self._in_another(bare) if by_sound else None):
                return name
        return self._in_latin(word, language)

    def _in_latin(self, word: str, language: str) -> str | None:
        if language == "cy":
            return next((w for w in before_mutation(word) if w in self._words), None)
        if takes_any_ending(language):
            return next((self._stems[w] for w in starts_of(word) if w in self._stems), None)
        return None

    def _in_another(self, word: str) -> str | None:
        """The name that is written in another script than this word, and sounds like it."""
        script = script_of(word)
        if len(word) < _SHORTEST_IN_ANOTHER:
            return None
        if script == "ARABIC":
            return next((n for n, p in self._arabic.items() if p.fullmatch(word)), None)
        if script == "LATIN" and (name := self._given_in_arabic(word)):
            return name
        name = self._sounds.get(sound_of(word))
        return name if name and script_of(name) != script else None

    def _given_in_arabic(self, word: str) -> str | None:
        """The name in Arabic letters that this Latin word can be: enough of it must be written in both."""
        alike = self._arabic_names.get(rough_sound_of(word))
        if not alike or consonants_of(word) < _FEWEST_CONSONANTS:
            return None
        pattern = re.compile(in_arabic(word) or r"(?!)")
        return next((name for name in alike if pattern.fullmatch(name)), None)

    def _forms_in(self, language: str) -> Mapping[str, str]:
        if language not in self._forms:
            languages = ["en", language] if language else ["en", "pl"]
            made = {form: n for n in self._words for one in languages for form in with_endings(n, one)}
            self._forms[language] = made | {name: name for name in self._words}
        return self._forms[language]

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {stem_of(name): name for name in self._words}

    @cached_property
    def _sounds(self) -> dict[str, str]:
        return {sound: name for name in self._words if (sound := sound_of(name))}

    @cached_property
    def _arabic_names(self) -> dict[str, list[str]]:
        """Those that are given in Arabic letters, by how they sound roughly."""
        alike: dict[str, list[str]] = {}
        for name in self._words:
            if script_of(name) == "ARABIC":
                alike.setdefault(rough_sound_of(name), []).append(name)
        return alike

    @cached_property
    def _arabic(self) -> dict[str, re.Pattern[str]]:
        patterns = {name: in_arabic(name) for name in self._words if name.isascii()}
        return {name: re.compile(pattern) for name, pattern in patterns.items() if pattern}


class NotNamed:
    """Takes the names of people out of words, because they did not agree to be named.

    What they are `called` goes in every form it can have, but no ordinary word goes; a `full` name only as
    a whole, for a part of it may be what somebody agreed to.
    """

    def __init__(self, called: Iterable[str], full: Iterable[str] = ()) -> None:
        names = [*called]
        self._forms = CalledInText(name for name in names if len(name.split()) == 1)
        self._whole = Names(n for n in (*names, *full) if fold(n).strip() not in ORDINARY | SMALL)

    def found_in(self, text: str, language: str = "") -> bool:
        """Whether there is a name to take out."""
        return self._whole.found_in(text) or self._forms.found_in(text, language)

    def replaced_in(self, text: str, language: str = "") -> str:
        """The text with each of the names replaced by `REPLACED`; `language` is that of the text."""
        pieces, end = [], 0
        for start, behind in sorted({*self._whole.places_in(text), *self._forms.places_in(text, language)}):
            if start >= end:
                pieces += [text[end:start], REPLACED]
            end = max(end, behind)
        return "".join([*pieces, text[end:]])


def _parts(name: str) -> list[str]:
    """The words of a name to be looked for. One that holds a figure ("Guest 3") counts as a whole."""
    if any(c.isdigit() for c in name):
        return []
    words = [spelled(word) for word in _WORD.findall(name)]
    if len(words) > 1:
        words = [word for word in words if word not in TITLES]
    joined = [spelled(word.replace("'", "")) for word in name.split() if "'" in word]
    without_the = [word.removeprefix("ال") for word in words if word.startswith("ال")]
    return [word for word in (*words, *joined, *without_the) if len(word) >= _SHORTEST]


def _unspaced_parts(name: str) -> Iterator[str]:
    """Of a name in a script without spaces: its parts, and the family name with a title."""
    for part in name.split() if UNSPACED.search(name) else ():
        if len(part) > 1:
            yield part
        if _HAN.fullmatch(part) and len(part) in (3, 4):
            yield part[1:]
    if _HAN.match(name):
        yield from (name.split()[0][: 1 if " " not in name else None] + title for title in _HAN_TITLES)


def _where(text: str, meant: Mapping[str, str], is_known: bool) -> Iterator[tuple[int, int]]:
    words = _words_of(text)
    for i, word in enumerate(words):
        name = meant.get(word.plain)
        if name is not None and _is_meant(text, words, i, name, is_known):
            yield word.start, word.end


def _words_of(text: str) -> list[Word]:
    folded, origin = fold_with_places(text)
    places = [(m.group(), origin[m.start()], origin[m.end() - 1] + 1) for m in _WORD.finditer(folded)]
    return [Word(spelled(word), start, end, text[start].isupper()) for word, start, end in places]


def _is_meant(text: str, words: list[Word], i: int, name: str, is_known: bool) -> bool:
    """Whether a person is meant by word `i`, and not an ordinary word or one of another language.

    Where the language of the text `is_known`, a long name has its endings in small letters too.
    """
    word = words[i]
    if name not in ORDINARY | SMALL | TITLES:
        if word.capital or word.plain in (name, f"{name}s") or script_of(word.plain) not in _CASED:
            return True
        return is_known and len(name) >= _LONG and script_of(name) in _CASED
    if word.plain not in (name, f"{name}s"):
        return word.capital
    if _plain(words, i - 1) in TITLES - DETERMINERS:
        return True
    return not _is_ordinary(text, words, i) if word.capital else _acts(text, words, i, name)


def _plain(words: list[Word], i: int) -> str:
    return words[i].plain if 0 <= i < len(words) else ""


def _acts(text: str, words: list[Word], i: int, name: str) -> bool:
    """Whether a word without a capital is somebody: "mark said", "ask will", "hope's idea", "me and may"."""
    before, after = _plain(words, i - 1), _plain(words, i + 1)
    if before == "and" and _plain(words, i - 2) in SOMEBODY:
        return True
    if before in TO_SOMEBODY or (before == "after" and _plain(words, i - 2).startswith("look")):
        return True
    is_owner = after == "s" and words[i + 1].start == words[i].end + 1 and name not in TIMES
    says = after in VERBS and text[words[i].end : words[i + 1].start].isspace()
    return (is_owner or says) and before not in DETERMINERS


def _is_ordinary(text: str, words: list[Word], i: int) -> bool:
    """Whether a word with a capital is still an ordinary one: "Will you come?", "in May"."""
    word, before, after = words[i].plain, _plain(words, i - 1), _plain(words, i + 1)
    if word in MONTHS and (before.isdigit() or before in BEFORE_A_MONTH or after.isdigit()):
        return True
    starts = _ENDS_SENTENCE.search(text[: words[i].start]) is not None
    return starts and word in ("will", "may") and after in ASKED
