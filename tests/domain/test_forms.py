"""The consent questions as data: which words are asked, what a changed form must keep to."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.forms import ConsentForm, FormWords, ItemWords, as_asked, changed, latest, switched_off
from workshop.domain.kinds import Item
from workshop.errors import RuleBroken

LAST = "You can change your mind."
UNTIL = "You can change your mind until {date}."
SHIPPED = ConsentForm(
    "1",
    "en",
    tuple(
        ItemWords(item, item.value, f"May we, {item.value}?", (f"About {item.value}.", LAST)) for item in Item
    ),
    UNTIL,
    ("We ask.",),
    checked=True,
)
PHOTO, WEB = SHIPPED.of(Item.PHOTO_REPORT), SHIPPED.of(Item.PHOTO_WEB)


def own(number: int, *items: ItemWords, language: str = "en") -> FormWords:
    """A version of this workshop's own, with these words in place of those that ship."""
    new = {words.item: words for words in items}
    whole = tuple(new.get(words.item, words) for words in SHIPPED.items)
    return FormWords(f"form-{number}", number, language, whole, UNTIL, SHIPPED.about)


def test_without_a_version_of_its_own_a_workshop_asks_what_ships() -> None:
    assert latest(SHIPPED, []) == SHIPPED
    assert switched_off([]) == frozenset()


def test_the_newest_words_in_a_language_are_asked() -> None:
    first, second = replace(PHOTO, question="A photo?"), replace(PHOTO, question="One photo?")
    form = latest(SHIPPED, [own(2, second), own(1, first), own(3, first, language="pl")])
    assert (form.version, form.of(Item.PHOTO_REPORT), form.checked) == ("own 2", second, False)
    assert form.of(Item.CREDIT) == SHIPPED.of(Item.CREDIT)


def test_what_is_not_asked_is_not_asked_in_any_language() -> None:
    forms = [own(1), own(2, replace(WEB, asked=False), language="pl")]
    assert switched_off(forms) == {Item.PHOTO_WEB}
    assert not latest(SHIPPED, forms).asks(Item.PHOTO_WEB)
    assert switched_off([*forms, own(3)]) == frozenset()


def test_without_the_photo_the_web_is_not_asked_either() -> None:
    assert switched_off([own(1, replace(PHOTO, asked=False))]) == {Item.PHOTO_REPORT, Item.PHOTO_WEB}


def test_a_version_with_the_words_that_ship_is_the_one_that_ships() -> None:
    assert as_asked(own(4, replace(WEB, asked=False)), SHIPPED).version == "1"
    assert as_asked(own(4, replace(WEB, short="Web")), SHIPPED).version == "own 4"


def test_a_question_that_a_version_does_not_know_keeps_the_words_that_ship() -> None:
    old = replace(own(1), items=(replace(PHOTO, question="A photo?"),))
    assert as_asked(old, SHIPPED).of(Item.CREDIT) == SHIPPED.of(Item.CREDIT)


@given(st.lists(st.text(max_size=9), min_size=1, max_size=4))
def test_the_hash_covers_the_question_and_its_sentences_and_nothing_else(lines: list[str]) -> None:
    words = replace(PHOTO, question=lines[0], sentences=tuple(lines[1:]))
    assert words.text_hash == hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert replace(words, short="x", more=("y",), asked=False).text_hash == words.text_hash


def test_a_changed_form_is_tidied_and_keeps_the_other_questions() -> None:
    new = ItemWords(Item.PHOTO_REPORT, " Photo ", "A  photo?", ("One. ", LAST), (" ", "More. "))
    form = changed(SHIPPED, [new], None, None)
    assert form.of(Item.PHOTO_REPORT) == ItemWords(
        Item.PHOTO_REPORT, "Photo", "A photo?", ("One.", LAST), ("More.",)
    )
    assert [i for i in form.items if i.item is not Item.PHOTO_REPORT] == [
        i for i in SHIPPED.items if i.item is not Item.PHOTO_REPORT
    ]
    assert (form.until, form.about) == (UNTIL, ("We ask.",))
    assert changed(SHIPPED, [], "Until {date}.", ["", " We. "]).about == ("We.",)


REFUSED: list[tuple[str, Callable[[], object], str]] = [
    ("no question", lambda: change(replace(PHOTO, question=" \u200b")), "the words of the question"),
    ("no short words", lambda: change(replace(PHOTO, short="")), "a few words for the list"),
    ("empty sentence", lambda: change(replace(PHOTO, sentences=("", LAST))), "words for each sentence"),
    ("four", lambda: change(replace(PHOTO, sentences=("A.", "B.", "C.", LAST))), "three sentences at most"),
    ("no sentence", lambda: change(replace(PHOTO, sentences=())), "The last sentence stays"),
    ("another last", lambda: change(replace(PHOTO, sentences=("A.", "B."))), "The last sentence stays"),
    ("not last", lambda: change(replace(PHOTO, sentences=(LAST, "B."))), "The last sentence stays"),
    ("twice", lambda: change(PHOTO, replace(PHOTO, short="x")), "Each question is asked once"),
    ("same words", lambda: change(replace(WEB, question=PHOTO.question, sentences=PHOTO.sentences)), "same"),
    ("no part", lambda: change(replace(SHIPPED.of(Item.TAKE_PART), asked=False)), "always asked"),
    ("too long", lambda: change(replace(PHOTO, question="x" * 301)), "300 letters at most"),
    ("no day", lambda: changed(SHIPPED, [], "Until then.", None), "where the day goes"),
    ("two days", lambda: changed(SHIPPED, [], "{date} {date}", None), "where the day goes"),
    ("other place", lambda: changed(SHIPPED, [], "Until {date} {name}.", None), "where the day goes"),
]


def change(*items: ItemWords) -> ConsentForm:
    return changed(SHIPPED, items, None, None)


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_a_form_that_cannot_be_asked_is_refused_in_plain_words(act: Callable[[], object], words: str) -> None:
    with pytest.raises(RuleBroken, match=words) as caught:
        act()
    assert "Nothing was changed." in caught.value.message
