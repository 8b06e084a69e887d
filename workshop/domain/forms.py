"""The consent questions as a workshop asks them: data that its facilitator may change.

A form that was changed is a new version; answers keep the words they were given to (I09). A workshop
has one list of questions that it asks, and words for them in each language.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from workshop.domain.kinds import Item, Scope
from workshop.domain.words import must_say, tidy_line
from workshop.errors import RuleBroken

MOST_SENTENCES = 3
_DAY = "{date}"  # the place of the day in the last sentence
# Asked only after a yes to the other: where that is not asked, this is not asked either.
_AFTER = {Item.PHOTO_WEB: Item.PHOTO_REPORT}


@dataclass(frozen=True, slots=True)
class ItemWords:
    """One question as people see it: at most three short sentences, the last about changing your mind.

    `short` is the question in a list of answers; `more` are sentences for whoever asks for more;
    `asked` is False where this workshop does not ask it, which counts as No for everybody.
    """

    item: Item
    short: str
    question: str
    sentences: tuple[str, ...]
    more: tuple[str, ...] = ()
    asked: bool = True

    @property
    def answered(self) -> str:
        """The exact words that an answer is given to: the question, then its sentences, a line each."""
        return "\n".join((self.question, *self.sentences))

    @property
    def text_hash(self) -> str:
        """SHA-256 of the exact words, which proves later what was answered."""
        return hashlib.sha256(self.answered.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class FormWords:
    """One version of all questions in one language, as this workshop changed it.

    `until` is the last sentence of every question, with a place for a date; `about` says who asks, why
    and for how long. `number` counts the versions; `checked` is False until a native speaker has read it.
    """

    table: ClassVar[str] = "form"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    number: int
    language: str
    items: tuple[ItemWords, ...]
    until: str = ""
    about: tuple[str, ...] = ()
    checked: bool = False

    @property
    def version(self) -> str:
        """What it is called beside the versions that ship: "own 2"."""
        return f"own {self.number}"


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The questions in one language as they are asked, whether they ship or are this workshop's own.

    `version` is "1" for words that ship, "own 2" for the second that this workshop made of them.
    """

    version: str
    language: str
    items: tuple[ItemWords, ...]
    until: str = ""
    about: tuple[str, ...] = ()
    checked: bool = False

    def of(self, item: Item) -> ItemWords:
        """The words of one question, whether it is asked or not."""
        return next(i for i in self.items if i.item is item)

    def asks(self, item: Item) -> bool:
        """Whether this workshop asks it; what is not asked counts as No."""
        return self.of(item).asked

    def sentences(self, item: Item, day: str) -> tuple[str, ...]:
        """The sentences of one item; the last one names the day (in words) where it is known.

        The hash of an answer covers the words of the form, not this day: the workshop keeps the day.
        """
        said = self.of(item).sentences
        return (*said[:-1], self.until.format(date=day)) if day and self.until else said


# Which words are asked


def switched_off(own: Iterable[FormWords]) -> frozenset[Item]:
    """What this workshop does not ask: its newest version says so, for all languages at once."""
    newest = max(own, key=lambda form: form.number, default=None)
    off = {words.item for words in newest.items if not words.asked} if newest else set()
    return frozenset(off | {item for item, first in _AFTER.items() if first in off})


def latest(shipped: ConsentForm, own: Iterable[FormWords]) -> ConsentForm:
    """The words as they are asked now in the language of `shipped`: the workshop's own newest ones, or it."""
    own = list(own)
    mine = [form for form in own if form.language == shipped.language]
    words = as_asked(max(mine, key=lambda form: form.number), shipped) if mine else shipped
    off = switched_off(own)
    return replace(words, items=tuple(replace(i, asked=i.item not in off) for i in words.items))


def as_asked(form: FormWords, shipped: ConsentForm) -> ConsentForm:
    """A version of the workshop's own; it is that which ships where it has the same words."""
    items = {words.item: words for words in form.items}
    complete = tuple(items.get(words.item, words) for words in shipped.items)
    own = ConsentForm(form.version, form.language, complete, form.until, form.about, form.checked)
    return replace(own, version=shipped.version, checked=shipped.checked) if _same(own, shipped) else own


def _same(one: ConsentForm, other: ConsentForm) -> bool:
    """Whether people see the same words."""
    return (one.until, one.about, _words(one)) == (other.until, other.about, _words(other))


def _words(form: ConsentForm) -> tuple[ItemWords, ...]:
    return tuple(replace(words, asked=True) for words in form.items)


# What a changed form must keep to


def changed(
    before: ConsentForm, items: Iterable[ItemWords], until: str | None, about: Iterable[str] | None
) -> ConsentForm:
    """`before` with these questions in place of those of the same item. RuleBroken where that cannot be."""
    items = [_tidy(words) for words in items]
    _once_each(items)
    new = {words.item: words for words in items}
    after = replace(
        before,
        items=tuple(new.get(words.item, words) for words in before.items),
        until=before.until if until is None else tidy_line(until),
        about=before.about if about is None else tuple(_lines(about)),
    )
    _check(after, before)
    return after


def _tidy(words: ItemWords) -> ItemWords:
    return replace(
        words,
        short=tidy_line(words.short),
        question=tidy_line(words.question),
        sentences=tuple(map(tidy_line, words.sentences)),
        more=tuple(_lines(words.more)),
    )


def _lines(lines: Iterable[str]) -> list[str]:
    return list(filter(None, map(tidy_line, lines)))


def _once_each(items: Iterable[ItemWords]) -> None:
    if max(Counter(words.item for words in items).values(), default=0) > 1:
        raise RuleBroken("Each question is asked once. Nothing was changed.")


def _check(form: ConsentForm, before: ConsentForm) -> None:
    if form.until.count(_DAY) != 1 or set("{}") & {*form.until.replace(_DAY, "")}:
        raise RuleBroken(
            f"The sentence about changing your mind needs {_DAY} once, where the day goes. "
            "Nothing was changed."
        )
    for words in form.items:
        _check_item(words, before.of(words.item).sentences[-1])
    if not form.asks(Item.TAKE_PART):
        raise RuleBroken("Taking part is always asked. Nothing was changed.")
    if max(Counter(words.answered for words in form.items).values()) > 1:
        raise RuleBroken("Two questions have the same words. Nothing was changed.")


def _check_item(words: ItemWords, last: str) -> None:
    must_say(words.question, "the words of the question")
    must_say(words.short, "a few words for the list of answers")
    for sentence in words.sentences:
        must_say(sentence, "words for each sentence, or fewer sentences")
    if len(words.sentences) > MOST_SENTENCES:
        raise RuleBroken(
            "A question has three sentences at most. Nothing was changed. "
            "Please put the rest under “More about this”."
        )
    if not words.sentences or words.sentences[-1] != last:
        raise RuleBroken(f"The last sentence stays: “{last}” Nothing was changed.")
