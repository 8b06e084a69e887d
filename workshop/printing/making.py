"""From facts to finished files: PDF, web page and plain text of every document for an audience."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from workshop.domain.facts import Facts
from workshop.domain.kinds import Audience
from workshop.printing.content import Document
from workshop.printing.measures import LARGE, PEOPLE, TEAM, Measures
from workshop.printing.packs import documents_for
from workshop.printing.pdf import set_pages
from workshop.printing.seal import content_hash
from workshop.printing.twin import html_of, txt_of
from workshop.printing.words import speaking

SIZES: dict[Audience, Measures] = {
    Audience.PEOPLE: PEOPLE,
    Audience.WALL: PEOPLE,
    Audience.TEAM: TEAM,
    Audience.COMMITTEE: TEAM,
    Audience.ARCHIVE: TEAM,
}


@dataclass(frozen=True, slots=True)
class Printed:
    """One finished document. `name` is a file name without its ending.

    `missing` are the characters that no font could show, in order; `sha256` is that of the PDF,
    and `content_hash` that of the words, which all three forms print in short.
    """

    kind: str
    name: str
    confidential: bool
    pdf: bytes
    html: str
    txt: str
    pages: int
    missing: tuple[str, ...]
    sha256: str
    content_hash: str


def make(
    facts: Facts, *, large: bool = False, pictures: Mapping[str, bytes] | None = None
) -> tuple[Printed, ...]:
    """Every document for the audience of these facts; `large` makes large print.

    `pictures` are the files of the pictures in the facts, by their number: nothing here reads a file.
    Raises RuleBroken when a confidential paper would go into a pack for others (I12).
    """
    measures = LARGE if large else SIZES[facts.audience]
    documents = documents_for(facts)
    with speaking(facts.language):
        return tuple(print_document(document, measures, pictures or {}) for document in documents)


def make_in_child(
    facts: Facts, *, large: bool = False, pictures: Mapping[str, bytes] | None = None
) -> Future[tuple[Printed, ...]]:
    """The same in a process of its own, so that the screen goes on moving.

    The answer arrives in the future, with the errors of `make`. Starting the process takes about
    a third of a second.
    """
    child = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
    future = child.submit(make, facts, large=large, pictures=pictures)
    child.shutdown(wait=False)
    return future


def print_document(document: Document, measures: Measures, pictures: Mapping[str, bytes]) -> Printed:
    """One document as finished files, in the language that is spoken now."""
    seal = content_hash(document)
    # The register has too many columns for large letters, and is read by the team alone.
    measures = TEAM if document.landscape else measures
    pages = set_pages(document, measures, check_number=seal, pictures=pictures)
    return Printed(
        kind=document.kind,
        name=document.kind,
        confidential=document.confidential,
        pdf=pages.pdf,
        html=html_of(document, seal, pictures),
        txt=txt_of(document, seal),
        pages=pages.count,
        missing=pages.missing,
        sha256=hashlib.sha256(pages.pdf).hexdigest(),
        content_hash=seal,
    )
