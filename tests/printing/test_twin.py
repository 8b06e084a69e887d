"""The web page and the plain text say what the pages say, word for word and in the same order (I13)."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.printing.given import ARCHIVE, BOARD, CHINESE, PICTURES, PUNJABI, ROUND, THE_DAY, URDU, notes
from tests.printing.reading import one_line, words_of
from workshop.domain.facts import Facts, GroupFacts
from workshop.printing.making import Printed, make
from workshop.printing.said_notes import usual_kind_words
from workshop.printing.seal import short_form

DECORATION = re.compile(r"[*|]|[☐☑]|=+|-+|_+")
BOXES = re.compile(r"\[[ x]\]|\[A (drawing|picture)\]")  # what is a figure elsewhere, the text names
LABELS = re.compile(rf"^\* ({'|'.join((*usual_kind_words().values(), 'What we want'))}):", re.MULTILINE)
SHORT = replace(
    THE_DAY,
    groups=(GroupFacts("First", notes("● Say the date & keep it", "■ <b> is a letter", "♥ Told twice")),),
    loose=notes("★ Who do I ask?", first=4),
    rounds=(ROUND, replace(ROUND, number=2, voices=(), voice_sizes=(), talk_about=())),
)
FIRST, *OTHERS = BOARD.groups
SHORT_BOARD = replace(BOARD, groups=(replace(FIRST, notes=(*FIRST.notes[:3], FIRST.notes[4])), *OTHERS))


class Page(HTMLParser):
    """The words of a web page, its tags and its languages."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.tags: list[str] = []
        self.languages: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.languages += [value for name, value in attrs if name == "lang" and value]
        if tag not in ("meta", "br", "hr", "img"):
            self.open.append(tag)
        self._end_word(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._end_word(tag)

    def _end_word(self, tag: str) -> None:
        self.words += [] if tag in ("strong", "span") else [" "]

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "title" not in self.open:
            self.words.append(data)


def bare(text: str) -> list[str]:
    """The words without what only shapes them."""
    return [word for word in BOXES.sub(" ", text).split() if not DECORATION.fullmatch(word)]


def on_paper(document: Printed, facts: Facts) -> list[str]:
    """The words of the pages without the head and the foot that every page has."""
    text = " ".join(words_of(document.pdf))
    text = one_line(text).replace("PRACTICE", " ").replace("CONFIDENTIAL", " ")
    text = re.sub(rf"{facts.host}\s+{facts.title} · Thursday 14 May 2026", " ", text)
    foot = "Confidential: for the team only" if document.confidential else "Checked by the group"
    return bare(re.sub(rf"{foot} Page \d+ of \d+", " ", text))


def in_text(document: Printed) -> list[str]:
    """The words of the text twin, without its first line and the words for the symbols."""
    return bare(LABELS.sub("", document.txt.split("\n", 1)[1]))


def documents(facts: Facts) -> list[pytest.param]:  # type: ignore[valid-type]
    made = make(facts, pictures=PICTURES)
    return [pytest.param(one, facts, id=f"{one.kind} for {facts.audience}") for one in made]


EVERY = [
    *documents(SHORT),
    *documents(SHORT_BOARD),
    *documents(replace(ARCHIVE, groups=SHORT.groups, loose=(), practice=True)),
]


@pytest.mark.parametrize(("document", "facts"), EVERY)
def test_the_pages_and_the_text_have_the_same_words_in_the_same_order(
    document: Printed, facts: Facts
) -> None:
    assert on_paper(document, facts) == in_text(document)


@pytest.mark.parametrize(("document", "facts"), EVERY)
def test_the_web_page_and_the_text_have_the_same_words_in_the_same_order(
    document: Printed, facts: Facts
) -> None:
    assert bare("".join(Page(document.html).words)) == bare(document.txt)


def test_a_word_left_out_of_a_twin_is_caught() -> None:
    sheet, _pack = make(SHORT)
    careless = replace(sheet, txt=sheet.txt.replace("Ring Ruth. ", ""))
    assert on_paper(careless, SHORT) != in_text(careless)


@pytest.mark.parametrize(("document", "facts"), EVERY)
def test_all_three_end_with_the_same_check_number(document: Printed, facts: Facts) -> None:
    said = f"Check number of these words: {short_form(document.content_hash)}"
    assert document.txt.rstrip().endswith(said)
    assert said in document.html
    assert said in one_line(words_of(document.pdf)[-1])


def test_the_web_page_is_whole_and_needs_nothing_else() -> None:
    pack = make(THE_DAY)[1]
    page = Page(pack.html)
    assert page.open == []
    assert page.tags.count("main") == page.tags.count("header") == page.tags.count("footer") == 1
    assert page.tags.count("h1") == 4
    assert page.languages[0] == "en-GB"
    assert not {"script", "img", "link", "a", "iframe"} & set(page.tags)
    assert "http" not in pack.html


def test_a_web_page_holds_its_drawings_and_pictures_with_their_words() -> None:
    page = make(BOARD, pictures=PICTURES)[1].html
    drawn = re.findall(r'<svg role="img" aria-label="([^"]*)" width="\d+" viewBox="([^"]*)">', page)
    assert drawn == [
        (f"A drawing{words}", "16.0 16.0 128.0 78.0") for words in (": My house", f": {URDU}", "")
    ]
    assert re.findall(r'<img alt="([^"]*)" width="120" height="80" src="data:image/(\w+);', page) == [
        ("A picture", "jpeg"),
        ("A picture: A drawing", "png"),
    ]
    assert Page(page).open == []
    assert page.count("[A picture]") == 1  # its file is missing
    assert "http" not in page


def test_notes_of_other_languages_say_which_and_run_their_own_way() -> None:
    pack = make(THE_DAY)[1]
    assert (
        f'<span class="words" dir="auto" lang="ur">{URDU}</span><br><span class="meaning">Tell me in my'
        in pack.html
    )
    assert f'<span class="words" dir="auto" lang="pa">{PUNJABI}</span>' in pack.html


def test_what_people_write_is_never_taken_for_html() -> None:
    pack = make(SHORT)[1]
    assert "Say the date &amp; keep it" in pack.html
    assert "&lt;b&gt; is a letter" in pack.html


def test_other_scripts_are_whole_in_both_twins() -> None:
    pack = make(replace(THE_DAY, loose=notes(f"● {CHINESE}")))[1]
    for twin in (pack.html, pack.txt):
        assert all(note in twin for note in (URDU, PUNJABI, CHINESE))
