"""Papers about people as pages: sound, nothing clipped, nothing missing, mirrored where a language is."""

from dataclasses import replace
from functools import cache

import pytest

from tests.printing.given_papers import DAY, LINES, LONG_NAME, URDU_NAME, facts_of
from tests.printing.reading import faults, one_line, roles, words_of
from tests.printing.test_making import outside
from tests.printing.test_pieces import overlapping
from tests.printing.test_twin import Page, bare
from workshop.domain.kinds import Form, Item
from workshop.domain.paper_facts import ClaimFacts, Paper, PaperFacts
from workshop.errors import RuleBroken
from workshop.printing import papers
from workshop.printing.content import join_pack
from workshop.printing.form_blocks import BigAnswers, Statements
from workshop.printing.making import Printed
from workshop.printing.measures import A4, MM
from workshop.printing.page import Place
from workshop.printing.papers import document_of, make_paper, make_paper_in_child
from workshop.printing.pdf import Pages, set_pages
from workshop.printing.twin import txt_of
from workshop.session.resources import consent_form

# Each paper once in each shape, in the languages that are set most differently, filled in and blank.
CASES = [(paper, "en", Form.PLAIN, True) for paper in Paper]
CASES += [(paper, "ur", Form.LARGE, False) for paper in Paper if paper is not Paper.SLIP]
CASES += [(paper, "ur", Form.EASY_READ, True) for paper in (Paper.CONSENT, Paper.INFORMATION, Paper.SLIP)]


def named(case: tuple[Paper, str, Form, bool]) -> str:
    return "-".join(str(part) for part in case)


@cache
def made(paper: Paper, language: str = "en", shape: Form = Form.PLAIN, filled: bool = True) -> Printed:
    return make_paper(facts_of(paper, language, shape, filled=filled))


@pytest.mark.parametrize("case", CASES, ids=map(named, CASES))
def test_every_paper_is_tagged_whole_and_shows_every_letter_inside_the_margins(
    case: tuple[Paper, str, Form, bool],
) -> None:
    facts = facts_of(*case[:3], filled=case[3])
    pages = pages_of(*case)
    assert faults(pages.pdf) == []
    assert pages.missing == ()
    assert overlapping(list(pages.places)) == []
    assert [place for place in pages.places if outside(place, A4.width, A4.height)] == []
    text = txt_of(document_of(facts), "")
    assert "{" not in text and "None" not in text


@cache
def pages_of(paper: Paper, language: str = "en", shape: Form = Form.PLAIN, filled: bool = True) -> Pages:
    facts = facts_of(paper, language, shape, filled=filled)
    with papers.speaking(language):
        return set_pages(document_of(facts), papers._measures(facts), check_number="0" * 64, with_places=True)


@pytest.mark.parametrize("paper", [Paper.CONSENT, Paper.SIGN_IN, Paper.BADGES, Paper.CLAIM])
def test_a_name_of_sixty_letters_is_whole(paper: Paper) -> None:
    printed = made(paper)
    assert LONG_NAME in printed.txt and LONG_NAME in printed.html
    text = "".join(words_of(printed.pdf))
    assert letters(LONG_NAME) in letters(text)


def letters(text: str) -> str:
    """The letters alone: a line may end in a name."""
    return "".join(filter(str.isalpha, text))


def test_names_in_other_scripts_can_be_read_out_of_the_pages() -> None:
    assert URDU_NAME in one_line(" ".join(words_of(made(Paper.BADGES).pdf)))


# Consent


def statements_of(facts: PaperFacts) -> list[Statements]:
    blocks = (block for section in document_of(facts).sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Statements)]


def test_each_statement_has_two_boxes_of_its_own_of_12_millimetres() -> None:
    facts = facts_of(Paper.CONSENT)
    asked = [words.question for words in consent_form("en").items]
    statements = statements_of(facts)
    assert [thing.text for thing in statements[0].things] == asked
    assert len(boxes_in(pages_of(Paper.CONSENT).places)) == 2 * sum(len(block.things) for block in statements)


def test_no_form_has_one_answer_for_several_questions() -> None:
    form = consent_form("en")
    easy = document_of(facts_of(Paper.CONSENT, shape=Form.EASY_READ))
    per_page = [[b for b in section.blocks if isinstance(b, BigAnswers)] for section in easy.sections]
    assert sorted(map(len, per_page)) == [0, 0, 0, 0] + [1] * len(form.items)


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ur", "pa"])
@pytest.mark.parametrize("shape", [Form.PLAIN, Form.EASY_READ])
def test_the_form_says_the_words_that_are_asked(language: str, shape: Form) -> None:
    """In the blocks, not in the pages: these are set for the other tests."""
    words = txt_of(document_of(facts_of(Paper.CONSENT, language, shape, filled=False)), "")
    for asked in consent_form(language).items:
        assert asked.question in words
        assert all(sentence in words for sentence in asked.sentences[:-1])


def test_a_guardian_answers_each_question_that_shows_who_somebody_is() -> None:
    young = statements_of(facts_of(Paper.CONSENT))[1]
    short = consent_form("en").of(Item.PHOTO_REPORT).short
    assert short in [thing.text for thing in young.things]
    assert consent_form("en").of(Item.NOTES_USED).short not in [thing.text for thing in young.things]


def test_the_form_of_an_adult_has_no_page_for_the_young() -> None:
    facts = facts_of(Paper.CONSENT)
    (form,) = facts.about
    adult = replace(facts, about=(replace(form, young=False),))
    assert len(document_of(adult).sections) == len(document_of(facts).sections) - 1
    assert not any("under 16" in line for line in txt_of(document_of(adult), "").splitlines())


def test_an_easy_sentence_has_at_most_12_words() -> None:
    """Those of the paper itself; the questions are checked where they are kept."""
    own = "You can say No. You are still welcome."
    text = made(Paper.CONSENT, shape=Form.EASY_READ).txt
    assert own in text
    sentences = [line for line in text.splitlines() if line.startswith("You can ")]
    assert max(len(sentence.split()) for line in sentences for sentence in line.split(". ")) <= 12


def test_the_form_says_until_when_and_whom_to_ring() -> None:
    text = made(Paper.CONSENT).txt
    assert "You can change your mind until 14 August 2026." in text
    assert "Ring Ruth: 01632\u00a0960\u00a0155." in text
    assert "These choices end on 14 May 2031" in text
    assert text.count("K417") == 2  # for the team, and on the slip to keep


# Others


def test_the_slip_names_nobody() -> None:
    text = made(Paper.SLIP).txt
    assert "K417" in text and LONG_NAME not in text and "Amina" not in text


def test_expenses_and_payments_are_never_one_sum() -> None:
    text = made(Paper.CLAIM).txt
    assert "Total of costs |  |  | £16.80" in text
    assert "Total of payments |  |  | £75.00" in text
    assert "91.80" not in text and "103.80" not in text
    assert "91.80" not in made(Paper.CLAIMS_SUMMARY).txt


def test_who_wants_no_payment_says_so_on_the_claim() -> None:
    facts = facts_of(Paper.CLAIM)
    typed = facts.about[0]
    assert isinstance(typed, ClaimFacts)
    without = replace(typed, lines=LINES[:2], no_payment=True)
    text = make_paper(replace(facts, about=(without,))).txt
    assert "They do not want a payment." in text and "Payment for time" not in text


def test_the_safeguarding_card_is_blank_in_every_workshop() -> None:
    filled, blank = made(Paper.SAFEGUARDING), make_paper(replace(facts_of(Paper.SAFEGUARDING), day=DAY))
    assert filled.txt == blank.txt
    assert all("CONFIDENTIAL" in page for page in words_of(filled.pdf))


def test_the_sign_in_list_is_a_table_with_headings() -> None:
    there = roles(made(Paper.SIGN_IN).pdf)
    assert (there.count("Table"), there.count("TR")) == (1, 1 + 6)


def test_a_page_in_urdu_is_mirrored() -> None:
    """The boxes stand at the left, and the picture at the right."""
    plain, mirrored = pages_of(Paper.CONSENT).places, pages_of(Paper.CONSENT, "ur", Form.LARGE, False).places
    assert max(place.x for place in boxes_in(plain)) > A4.width / 2
    assert max(place.x for place in boxes_in(mirrored)) < A4.width / 2
    assert 'dir="rtl"' in made(Paper.CLAIM, "ur", Form.LARGE, False).html


def boxes_in(places: tuple[Place, ...]) -> list[Place]:
    side = round(12 * MM, 3)
    return [p for p in places if round(p.width, 3) == round(p.height, 3) == side]


@pytest.mark.parametrize("paper", [p for p in Paper if facts_of(p).confidential])
def test_a_confidential_paper_is_refused_in_another_pack(paper: Paper) -> None:
    locked = document_of(facts_of(paper))
    with pytest.raises(RuleBroken, match="This paper is confidential"):
        join_pack("pack", "Pack", [locked])
    assert join_pack("pack", "Pack", [locked], confidential=True).confidential


def test_the_guard_looks_at_the_paper_and_not_at_its_name() -> None:
    """Breaks the guard on purpose: a paper that does not say what it is gets through."""
    careless = replace(document_of(facts_of(Paper.CLAIM)), confidential=False)
    assert not join_pack("pack", "Pack", [careless]).confidential


def test_making_in_a_child_process_gives_the_same() -> None:
    facts = facts_of(Paper.SLIP)
    assert make_paper_in_child(facts).result(timeout=60) == make_paper(facts)


def test_file_names_tell_shape_and_language_and_nobody() -> None:
    assert made(Paper.CONSENT).name == "consent-form"
    assert made(Paper.SLIP, "ur", Form.EASY_READ, True).name == "slip-easy-read-ur"
    assert made(Paper.CLAIM, "ur", Form.LARGE, False).name == "claim-large-ur"


# The twins


@pytest.mark.parametrize("paper", list(Paper))
def test_the_web_page_the_text_and_the_pages_say_the_same(paper: Paper) -> None:
    printed = made(paper)
    assert bare("".join(Page(printed.html).words)) == bare(printed.txt)
    pages = letters("".join(words_of(printed.pdf)))
    assert [word for word in bare(printed.txt) if letters(word) not in pages] == []


def test_a_word_that_is_only_in_the_text_is_noticed() -> None:
    printed = made(Paper.CLAIM)
    assert letters("Nottobefound") not in letters("".join(words_of(printed.pdf)))
    assert bare("".join(Page(printed.html).words)) != bare(f"{printed.txt} more")
