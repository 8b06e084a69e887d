"""From the facts of one paper to finished files: PDF, web page and plain text, in three sizes.

Standard    the size of people's pages; those that the team fills in are smaller
Large       large print
Easy Read   pictures and one sentence each for the questions and the information, larger letters for others
"""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

from workshop.domain.kinds import Form
from workshop.domain.paper_facts import Paper, PaperFacts
from workshop.printing.badges import badges, sign_in
from workshop.printing.claim import claim
from workshop.printing.claims_summary import claims_summary
from workshop.printing.consent_easy import consent_easy
from workshop.printing.consent_form import consent_form
from workshop.printing.content import Document
from workshop.printing.equality_paper import equality_form
from workshop.printing.equality_summary import equality_summary
from workshop.printing.information import information
from workshop.printing.making import Printed, print_document
from workshop.printing.measures import LARGE, PEOPLE, Measures
from workshop.printing.proofs import erased, shredded
from workshop.printing.safeguarding_card import safeguarding_card
from workshop.printing.slip import slip
from workshop.printing.taken_back import taken_back
from workshop.printing.words import speaking

EASY = Measures(20, smallest=16, columns=1)
TYPED = Measures(14)  # forms with many lines: still large enough for people to read and fill in
DOCUMENTS: dict[Paper, Callable[[PaperFacts], Document]] = {
    Paper.INFORMATION: information,
    Paper.CONSENT: consent_form,
    Paper.SLIP: slip,
    Paper.SIGN_IN: sign_in,
    Paper.BADGES: badges,
    Paper.CLAIM: claim,
    Paper.CLAIMS_SUMMARY: claims_summary,
    Paper.EQUALITY: equality_form,
    Paper.EQUALITY_SUMMARY: equality_summary,
    Paper.TAKEN_BACK: taken_back,
    Paper.SAFEGUARDING: safeguarding_card,
    Paper.ERASED: erased,
    Paper.SHREDDED: shredded,
}
FOR_PEOPLE = frozenset({Paper.INFORMATION, Paper.SLIP, Paper.SIGN_IN, Paper.BADGES, Paper.SAFEGUARDING})


def document_of(facts: PaperFacts) -> Document:
    """The paper as words, before it is pages."""
    with speaking(facts.language):
        easy = facts.paper is Paper.CONSENT and facts.shape is Form.EASY_READ
        return consent_easy(facts) if easy else DOCUMENTS[facts.paper](facts)


def make_paper(facts: PaperFacts) -> Printed:
    """The paper, in the language and the shape of its facts."""
    with speaking(facts.language):
        printed = print_document(document_of(facts), _measures(facts), {})
    return replace(printed, name=_name(printed.kind, facts))


def make_paper_in_child(facts: PaperFacts) -> Future[Printed]:
    """The same in a process of its own, so that the screen goes on moving."""
    child = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
    future = child.submit(make_paper, facts)
    child.shutdown(wait=False)
    return future


def _measures(facts: PaperFacts) -> Measures:
    if facts.shape is Form.LARGE:
        return LARGE
    if facts.shape is Form.EASY_READ:
        return EASY
    return PEOPLE if facts.paper in FOR_PEOPLE else TYPED


def _name(kind: str, facts: PaperFacts) -> str:
    """A file name that tells shape and language, and no person."""
    shape = "" if facts.shape in (Form.PLAIN, Form.SCREEN) else facts.shape.value.replace("_", "-")
    parts = [kind, shape if shape not in kind else "", "" if facts.language == "en" else facts.language]
    return "-".join(part for part in parts if part)
