"""The consent questions while the facilitator changes their words: what is typed, and what it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ui.words import LANGUAGES, Words
from workshop.domain.forms import ConsentForm, ItemWords
from workshop.domain.kinds import Item

QUESTION, FIRST, SECOND, SHORT, MORE, MORE_TOO = "question", "first", "second", "short", "more", "more too"
UNTIL, ABOUT = "until", ("about 1", "about 2", "about 3")
ABOUT_US, RULES = "about", "rules"  # what can be chosen beside the questions
_ROOM = 2  # sentences that can be typed, before the last one, which stays
_WITH_PHOTO = {Item.PHOTO_WEB: Item.PHOTO_REPORT}


@dataclass
class Draft:
    """What is typed in one language and not yet kept; it outlives the widgets."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # by question (or "about") and field
    asked: dict[Item, bool] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget all that was typed."""
        self.texts.clear()
        self.asked.clear()


def fields_of(words: ItemWords) -> dict[str, str]:
    """The fields of one question with what is in them."""
    first, second = (*words.sentences[:-1], "", "")[:_ROOM]
    more, more_too = (*words.more, "", "")[:2]
    return {
        QUESTION: words.question,
        FIRST: first,
        SECOND: second,
        SHORT: words.short,
        MORE: more,
        MORE_TOO: more_too,
    }


def as_typed(words: ItemWords, draft: Draft) -> ItemWords:
    """One question with what is typed in place of what it was; an empty sentence is left out."""
    typed = {key: text for (item, key), text in draft.texts.items() if item == words.item.value}
    texts = fields_of(words) | typed
    return replace(
        words,
        question=texts[QUESTION],
        short=texts[SHORT],
        sentences=(*_said(texts, FIRST, SECOND), words.sentences[-1]),
        more=(*_said(texts, MORE, MORE_TOO), *words.more[2:]),
        asked=draft.asked.get(words.item, words.asked),
    )


def _said(texts: Mapping[str, str], *keys: str) -> tuple[str, ...]:
    return tuple(texts[key] for key in keys if texts[key].strip())


def fields_about(form: ConsentForm) -> dict[str, str]:
    """The fields that are the same for all questions: who asks, and until when."""
    lines = (*form.about, "", "", "")[: len(ABOUT)]
    return dict(zip(ABOUT, lines, strict=True)) | {UNTIL: form.until}


def about_as_typed(form: ConsentForm, draft: Draft) -> tuple[str, list[str]]:
    """The sentence about changing your mind, and who asks: as they are typed."""
    typed = {key: text for (part, key), text in draft.texts.items() if part == ABOUT_US}
    texts = fields_about(form) | typed
    return texts[UNTIL], [*_said(texts, *ABOUT), *form.about[len(ABOUT) :]]


def changed_questions(form: ConsentForm, draft: Draft) -> list[ItemWords]:
    """The questions that were changed and are not kept yet."""
    now = [as_typed(words, draft) for words in form.items]
    return [new for new, old in zip(now, form.items, strict=True) if new != old]


def is_changed(form: ConsentForm, draft: Draft) -> bool:
    """Whether anything was changed that is not kept yet."""
    return bool(changed_questions(form, draft)) or about_as_typed(form, draft) != (
        form.until,
        list(form.about),
    )


def comes_after(item: Item) -> Item | None:
    """The question whose yes this one needs before it is asked."""
    return _WITH_PHOTO.get(item)


# In words


def state(words: ItemWords, shipped: ItemWords, typed: ItemWords, say: Words) -> str:
    """What stands behind a question in the list: nothing for one that is asked in the words that ship."""
    if typed != words:
        return say("Not kept yet")
    if not words.asked:
        return say("Not asked")
    return say("Your words") if replace(shipped, asked=words.asked) != words else ""


def answers_so_far(counts: Mapping[tuple[str, str], int], shipped: str, say: Words) -> list[str]:
    """How many answers were given to each version, such as: 3 answers to your version 2 (English)."""
    lines = []
    for (version, language), n in sorted(counts.items()):
        named = LANGUAGES.get(language, language)
        if version == shipped:
            said = say.many("1 answer to the words that ship", "{n} answers to the words that ship", n)
        else:
            number = version.rpartition(" ")[2]
            said = say.many("1 answer to your version {v}", "{n} answers to your version {v}", n, v=number)
        lines.append(f"{said} ({named})")
    return lines
