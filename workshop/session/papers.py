"""Papers about people: forms, lists, slips and proofs, made like a pack and written whole.

A blank form needs nobody. What names somebody is confidential, and is kept as issued with whom it was
given to, so that it can be called back. A safeguarding card is only ever blank, and leaves no trace.
"""

import hashlib
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from workshop.domain.equality import ShownTable
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Audience, Form
from workshop.domain.labels import Label
from workshop.domain.paper_facts import (
    About,
    EqualityFacts,
    ErasedFacts,
    IssuedFacts,
    Paper,
    PaperFacts,
    ShreddedFacts,
)
from workshop.domain.papers import OF_THE_TEAM, Wanted, day_facts, equality_facts, paper_facts, recall_facts
from workshop.domain.persons import Issued
from workshop.domain.words import check_language, tidy_line
from workshop.errors import PrintingError, RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context
from workshop.session.equality import DEFAULT_LIST, Equality, equality_form
from workshop.session.keeping_people import Proof
from workshop.session.withdrawing import Certificate, Recall

if TYPE_CHECKING:
    from workshop.printing.making import Printed
    from workshop.printing.pictures import PagePicture

MOST_PLACES = 200


def _printing() -> ModuleType:
    """The printer's modules: read at the first paper, because they take longer than opening a workshop."""
    from workshop.printing import papers

    return papers


@dataclass(frozen=True)
class PaperMade:
    """A paper that was written. `document` is what it is issued as, "" when it names nobody."""

    path: Path
    kind: str
    pages: int
    sha256: str
    confidential: bool
    document: str
    made_in_ms: int


class Papers:
    """The part of the area `pack` for papers about people."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @action
    def paper(
        self,
        kind: Paper,
        path: Path,
        person: PersonId | None = None,
        language: str = "",
        large: bool = False,
        easy_read: bool = False,
        blank: bool = False,
        places: int = 0,
        given_to: str = "",
    ) -> PaperMade:
        """Make one paper in the folder `path`: blank, of everybody who takes part, or for one `person`.

        `places` are empty rows or badges. A claim or a form without a person is blank.
        """
        shape = Form.EASY_READ if easy_read else Form.LARGE if large else Form.PLAIN
        facts = self.paper_facts(Wanted(kind, person, language, shape, not blank, places))
        started = time.perf_counter()
        printed = _printing().make_paper(facts)
        return self.write_paper(printed, facts, path, given_to, started)

    def begin_paper(self, wanted: Wanted) -> "PaperMaking":
        """Begin to make a paper and come back at once; the screen asks how far it is."""
        facts = self.paper_facts(wanted)
        return PaperMaking(self, wanted, facts, _printing().make_paper_in_child(facts))

    def begin_certificate(self, certificate: Certificate) -> "PaperMaking":
        """The proof, for the team's safe, that somebody was erased."""
        about = ErasedFacts(
            erased_on=certificate.erased_on,
            notes_erased=certificate.notes_erased,
            pictures_erased=certificate.pictures_erased,
            recall=_recalled(certificate.call_back),
        )
        return self._begin_proof(Paper.ERASED, about)

    def begin_proof(self, proof: Proof) -> "PaperMaking":
        """The proof that everybody was taken out."""
        about = ShreddedFacts(
            shredded_on=proof.shredded_on,
            people=proof.people,
            answers=proof.answers,
            signatures=proof.signatures,
            pictures=proof.pictures,
            claims=proof.claims,
            notes_without_words=proof.notes,
            recall=_recalled(proof.documents),
        )
        return self._begin_proof(Paper.SHREDDED, about)

    def _begin_proof(self, paper: Paper, about: About) -> "PaperMaking":
        facts = PaperFacts(paper, day_facts(self._context.workshop), about=(about,))
        return PaperMaking(self, None, facts, _printing().make_paper_in_child(facts))

    # What it may say

    def paper_facts(self, wanted: Wanted) -> PaperFacts:
        """What this paper may say today. RuleBroken where it cannot be made like that."""
        if wanted.paper in (Paper.ERASED, Paper.SHREDDED):
            raise RuleBroken("This proof is printed where people are erased. Nothing was printed.")
        if not 0 <= wanted.empty <= MOST_PLACES:
            raise RuleBroken(f"Between 0 and {MOST_PLACES} empty places can be printed. Nothing was printed.")
        asked_for = wanted.language or self._context.workshop.language or "en"
        language = "en" if wanted.paper in OF_THE_TEAM else check_language(asked_for)
        wanted = Wanted(wanted.paper, wanted.person, language, wanted.shape, wanted.names, wanted.empty)
        people = Equality(self._context)
        snapshot, today = self._context.store.snapshot(), self._context.today()
        return paper_facts(
            snapshot, wanted, people.form(language), _equality(people, wanted.paper, language), today
        )

    # Writing

    def write_paper(
        self, printed: "Printed", facts: PaperFacts, folder: Path, given_to: str, started: float
    ) -> PaperMade:
        """Write a paper under a name that is free, with its twins; what names somebody is kept as issued."""
        if folder.is_file():
            raise RuleBroken(f"“{folder.name}” is a file, not a folder. Nothing was written.")
        pdf = _free(folder, printed)
        self._context.write_file(pdf, printed.pdf)
        self._context.write_file(pdf.with_suffix(".html"), printed.html.encode())
        self._context.write_file(pdf.with_suffix(".txt"), printed.txt.encode())
        document = self.keep_paper(printed, facts, given_to or folder.name)
        spent = round((time.perf_counter() - started) * 1000)
        return PaperMade(
            pdf, printed.kind, printed.pages, printed.sha256, printed.confidential, document, spent
        )

    def keep_paper(self, printed: "Printed", facts: PaperFacts, given_to: str = "") -> str:
        """Keep a paper that names somebody as issued; its id, "" for one that names nobody."""
        if not facts.shows_people:
            return ""
        store = self._context.store
        earlier = [d for d in store.all(Issued) if d.kind == facts.paper and d.people == facts.shows_people]
        issued = Issued(
            id=self._context.new_id(),
            number=store.next_number(Issued),
            kind=facts.paper.value,
            audience=Audience.ARCHIVE,
            confidential=True,
            made_at=self._context.clock().isoformat(timespec="seconds"),
            sha256=printed.sha256,
            pages=printed.pages,
            people=facts.shows_people,
            supersedes=earlier[-1].id if earlier else "",
            given_to=tidy_line(given_to),
        )
        store.apply(Label.MAKE_PACK, [issued])
        return issued.id


def _equality(people: Equality, paper: Paper, language: str) -> EqualityFacts:
    """The sheet that is asked, and the tables once they may be shown."""
    if paper not in (Paper.EQUALITY, Paper.EQUALITY_SUMMARY):
        return EqualityFacts()
    tables: tuple[ShownTable, ...] = ()
    if paper is Paper.EQUALITY_SUMMARY:
        tables = people.equality_summary(language)
    return equality_facts(equality_form(people.equality_list() or DEFAULT_LIST, language), tables)


def _recalled(documents: Iterable[Recall]) -> tuple[IssuedFacts, ...]:
    return tuple(
        recall_facts(d.number, d.kind, d.sha256, d.made_at, d.given_to, d.back_on) for d in documents
    )


def _free(folder: Path, printed: "Printed") -> Path:
    """A name in the folder under which there is nothing else: "consent-form", "consent-form-2", …"""
    number = 1
    while True:
        name = printed.name if number == 1 else f"{printed.name}-{number}"
        pdf = folder / f"{name}.pdf"
        there = [p for p in (pdf, pdf.with_suffix(".html"), pdf.with_suffix(".txt")) if p.exists()]
        if not there or _is_it(pdf, printed):
            return pdf
        number += 1


def _is_it(pdf: Path, printed: "Printed") -> bool:
    return pdf.is_file() and hashlib.sha256(pdf.read_bytes()).hexdigest() == printed.sha256


@dataclass
class PaperMaking:
    """A paper on its way. Nothing leaves once what it may say has changed; a proof says what was."""

    papers: Papers
    wanted: Wanted | None
    facts: PaperFacts
    future: Future["Printed"]
    _began: float = field(default_factory=time.perf_counter)

    def done(self) -> bool:
        """Whether there is an answer: pages, or the reason why there are none."""
        return self.future.done()

    @property
    def is_current(self) -> bool:
        """Whether a paper made now would say the same."""
        return self.wanted is None or self.papers.paper_facts(self.wanted) == self.facts

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self._printed().pages

    def pictures(
        self, *, dots_per_inch: float = 0.0, width: int = 0, first: int = 0, count: int | None = None
    ) -> Iterator["PagePicture"]:
        """Its pages, drawn from the bytes that are printed, one by one as they are asked for."""
        pdf = self._printed().pdf
        from workshop.printing.pictures import page_pictures

        return page_pictures(pdf, dots_per_inch=dots_per_inch, width=width, first=first, count=count)

    def hand_out(self, given_to: str = "") -> None:
        """Keep it as issued because it goes to the printer now; RuleBroken when it is out of date."""
        self._refuse_when_out_of_date()
        self.papers.keep_paper(self._printed(), self.facts, given_to)

    def finish(self, path: Path, given_to: str = "") -> PaperMade:
        """Write it into the folder `path`; RuleBroken when it is out of date."""
        self._refuse_when_out_of_date()
        return self.papers.write_paper(self._printed(), self.facts, path, given_to, self._began)

    def _refuse_when_out_of_date(self) -> None:
        if not self.is_current:
            raise RuleBroken(
                "Something has changed since these pages were made. Nothing was printed or written. "
                "Please make them again."
            )

    def _printed(self) -> "Printed":
        """The paper; waits for it. Raises PrintingError when the process that made it ended early."""
        try:
            return self.future.result()
        except BrokenExecutor as error:
            raise PrintingError("The pages could not be made. Nothing is lost. Please try again.") from error
