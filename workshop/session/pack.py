"""Making packs: one snapshot, through the gate, to pages; written whole, and kept as issued."""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.facts import Facts, LeftOut
from workshop.domain.gate import facts_for
from workshop.domain.kinds import Audience
from workshop.domain.labels import Label
from workshop.domain.persons import Issued
from workshop.errors import RuleBroken
from workshop.printing.making import Printed, make
from workshop.session.actions import action
from workshop.session.context import Context


@dataclass(frozen=True)
class Preview:
    """What a pack would leave out, and how many pages it would have."""

    left_out: tuple[LeftOut, ...]
    pages: int


@dataclass(frozen=True)
class MadeDocument:
    """One document that was written: its PDF, beside it the HTML and TXT twins of the same name."""

    path: Path
    kind: str
    pages: int
    sha256: str
    made_in_ms: int


@dataclass(frozen=True)
class PackMade:
    """The documents of a pack, and what consent left out of them."""

    documents: tuple[MadeDocument, ...]
    document: str
    pages: int
    sha256: str
    left_out: tuple[LeftOut, ...]


class Pack:
    """The area `pack`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def facts(self, audience: Audience) -> Facts:
        """What a pack for this audience may say today."""
        return facts_for(self._context.store.snapshot(), audience, self._context.today())

    @action
    def preview(self, for_: Audience) -> Preview:
        """Say what a pack would leave out, without writing anything."""
        facts = self.facts(for_)
        return Preview(facts.left_out, max(printed.pages for printed in make(facts)))

    @action
    def make(self, for_: Audience, path: Path, large: bool = False) -> PackMade:
        """Make a pack in the folder `path`: PDFs with their HTML and TXT twins."""
        facts = self.facts(for_)
        started = time.perf_counter()
        printed = make(facts, large=large)
        spent = round((time.perf_counter() - started) * 1000 / max(1, len(printed)))
        self._refuse_strangers(path, printed)
        documents = tuple(self._write(document, path, spent) for document in printed)
        number = self._context.store.next_number(Issued)
        issued = [self._issued(document, facts, number + i) for i, document in enumerate(printed)]
        self._context.store.apply(Label.MAKE_PACK, issued)
        main = max(documents, key=lambda d: d.pages)
        return PackMade(documents, issued[-1].id, main.pages, main.sha256, facts.left_out)

    def _refuse_strangers(self, folder: Path, printed: Sequence[Printed]) -> None:
        """RuleBroken where a file would be written over that this workshop did not make."""
        ours = {document.sha256 for document in self._context.store.all(Issued)}
        for document in printed:
            pdf = folder / f"{document.name}.pdf"
            there = [p for p in (pdf, pdf.with_suffix(".html"), pdf.with_suffix(".txt")) if p.exists()]
            if there and not (pdf.is_file() and hashlib.sha256(pdf.read_bytes()).hexdigest() in ours):
                raise RuleBroken(
                    f"Another file called {there[0].name} is there. Nothing was written. "
                    "Please name another folder."
                )

    def _write(self, printed: Printed, folder: Path, spent: int) -> MadeDocument:
        if folder.is_file():
            raise RuleBroken(f"“{folder.name}” is a file, not a folder. Nothing was written.")
        pdf = folder / f"{printed.name}.pdf"
        self._context.write_file(pdf, printed.pdf)
        self._context.write_file(pdf.with_suffix(".html"), printed.html.encode())
        self._context.write_file(pdf.with_suffix(".txt"), printed.txt.encode())
        return MadeDocument(pdf, printed.kind, printed.pages, hashlib.sha256(printed.pdf).hexdigest(), spent)

    def _issued(self, printed: Printed, facts: Facts, number: int) -> Issued:
        """What has to be known to call this document back."""
        earlier = [d for d in self._context.store.all(Issued) if d.kind == printed.kind]
        before = [d for d in earlier if d.audience is facts.audience]
        return Issued(
            id=self._context.new_id(),
            number=number,
            kind=printed.kind,
            audience=facts.audience,
            confidential=printed.confidential,
            made_at=self._context.clock().isoformat(timespec="seconds"),
            sha256=printed.sha256,
            pages=printed.pages,
            notes=facts.shows_notes,
            people=facts.shows_people,
            supersedes=before[-1].id if before else "",
        )

    @action
    def issued(self) -> tuple[Issued, ...]:
        """All documents that were ever made, and what they show."""
        return self._context.store.all(Issued)
