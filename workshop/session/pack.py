"""Making packs: one snapshot, through the gate, to pages; written whole, and kept as issued.

A screen begins a pack and goes on; the pages are made in a process of their own. What is then shown,
printed or written are the bytes that were made, and only as long as they still say what may be said.
"""

import hashlib
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from workshop.domain.facts import Facts, LeftOut
from workshop.domain.gate import NAMES_IN_NOTES, Gate, facts_for
from workshop.domain.kinds import Audience
from workshop.domain.labels import Label
from workshop.domain.persons import Issued, Person, Picture
from workshop.domain.records import Note
from workshop.domain.retention import COPY
from workshop.domain.seen import PICTURES_NOT_LOOKED_AT
from workshop.domain.words import tidy_line
from workshop.errors import PrintingError, RuleBroken
from workshop.session.actions import action
from workshop.session.papers import Papers
from workshop.storage import pictures

if TYPE_CHECKING:
    from workshop.printing.making import Printed
    from workshop.printing.pictures import PagePicture


def _printing() -> ModuleType:
    """The printer's modules: read at the first pack, because they take longer than opening a workshop."""
    from workshop.printing import making

    return making


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


class Pack(Papers):
    """The area `pack`."""

    def begin(self, for_: Audience, large: bool = False) -> "Making":
        """Begin to make a pack and come back at once; the screen asks the `Making` how far it is."""
        facts = self.facts(for_)
        pictures = self._pictures(facts)
        return Making(self, facts, _printing().make_in_child(facts, large=large, pictures=pictures))

    def waiting_for_a_look(self) -> tuple[Note, ...]:
        """The notes that may show who somebody is, and are not printed before a look at them."""
        snapshot = self._context.store.snapshot()
        reasons = Gate.of(snapshot, Audience.PEOPLE, self._context.today()).reasons
        return tuple(note for note in snapshot.notes if reasons[note.id] == NAMES_IN_NOTES)

    def pictures_to_look_at(self) -> tuple[Picture, ...]:
        """The pictures that are in no document before somebody says who can be seen on them."""
        return tuple(p for p, reason in self._pictures_on_notes() if reason == PICTURES_NOT_LOOKED_AT)

    def pictures_looked_at(self) -> tuple[Picture, ...]:
        """The other pictures on notes that are printed, whether they are printed themselves or not."""
        return tuple(p for p, reason in self._pictures_on_notes() if reason != PICTURES_NOT_LOOKED_AT)

    def _pictures_on_notes(self) -> Iterator[tuple[Picture, str | None]]:
        """Each picture on a note that is printed, and why it is left out itself."""
        snapshot = self._context.store.snapshot()
        gate = Gate.of(snapshot, Audience.PEOPLE, self._context.today())
        there = (p for p in snapshot.pictures if gate.reasons[p.note] is None)
        return ((p, gate.reason_without_picture(p)) for p in there)

    def facts(self, audience: Audience) -> Facts:
        """What a pack for this audience may say today."""
        return facts_for(self._context.store.snapshot(), audience, self._context.today())

    def _pictures(self, facts: Facts) -> dict[str, bytes]:
        """The files of the pictures that these facts show, and of no other."""
        store, notes = self._context.store, (*(n for g in facts.groups for n in g.notes), *facts.loose)
        wanted = {note.picture.sha256 for note in notes if note.picture}
        found = {p.sha256: p.id for p in store.all(Picture) if p.sha256 in wanted} if wanted else {}
        files = {sha256: pictures.read(store.database, id_) for sha256, id_ in found.items()}
        return {sha256: file.shown for sha256, file in files.items() if file is not None}

    @action
    def preview(self, for_: Audience) -> Preview:
        """Say what a pack would leave out, without writing anything."""
        facts = self.facts(for_)
        printed = _printing().make(facts, pictures=self._pictures(facts))
        return Preview(facts.left_out, max(document.pages for document in printed))

    @action
    def make(self, for_: Audience, path: Path, large: bool = False, given_to: str = "") -> PackMade:
        """Make a pack in the folder `path`: PDFs with their HTML and TXT twins; `given_to` is who gets it."""
        facts = self.facts(for_)
        started = time.perf_counter()
        printed = _printing().make(facts, large=large, pictures=self._pictures(facts))
        spent = round((time.perf_counter() - started) * 1000 / max(1, len(printed)))
        return self.write(printed, facts, path, spent, given_to)

    def write(
        self, printed: Sequence["Printed"], facts: Facts, path: Path, spent: int, given_to: str = ""
    ) -> PackMade:
        """Write documents that were made from these facts, and keep them as issued, with where they are."""
        self._refuse_strangers(path, printed)
        documents = tuple(self._write(document, path, spent) for document in printed)
        issued = self.keep_as_issued(printed, facts, given_to or path.name)
        main = max(documents, key=lambda d: d.pages)
        return PackMade(documents, issued[-1].id, main.pages, main.sha256, facts.left_out)

    def keep_as_issued(self, printed: Sequence["Printed"], facts: Facts, given_to: str = "") -> list[Issued]:
        """Keep what was handed out and to whom, so that it can be called back."""
        number, to = self._context.store.next_number(Issued), tidy_line(given_to)
        made = (self._issued(document, facts, number + i) for i, document in enumerate(printed))
        issued = [replace(document, given_to=to) for document in made]
        self._context.store.apply(Label.MAKE_PACK, issued)
        return issued

    def list_copy(self, path: Path, sha256: str) -> None:
        """List a copy of the whole workshop that was written: it holds everybody."""
        store = self._context.store
        copy = Issued(
            id=self._context.new_id(),
            number=store.next_number(Issued),
            kind=COPY,
            audience=Audience.ARCHIVE,
            confidential=True,
            made_at=self._context.clock().isoformat(timespec="seconds"),
            sha256=sha256,
            pages=0,
            people=tuple(person.id for person in store.all(Person)),
            given_to=tidy_line(path.parent.name),
        )
        store.apply(Label.COPY, [copy])

    def list_table(self, kind: str, facts: Facts, data: bytes, folder: Path) -> None:
        """List a table that was written, with whom and which notes its facts show, and in which folder."""
        store, made = self._context.store, hashlib.sha256(data).hexdigest()
        if any(document.sha256 == made and document.kind == f"{kind}.csv" for document in store.all(Issued)):
            return  # the same table once more
        table = Issued(
            id=self._context.new_id(),
            number=store.next_number(Issued),
            kind=f"{kind}.csv",
            audience=facts.audience,
            confidential=facts.audience is Audience.ARCHIVE,
            made_at=self._context.clock().isoformat(timespec="seconds"),
            sha256=made,
            pages=0,
            notes=facts.shows_notes if kind == "notes" else (),
            people=facts.shows_people,
            given_to=tidy_line(str(folder.absolute())),
        )
        store.apply(Label.MAKE_PACK, [table])

    def _refuse_strangers(self, folder: Path, printed: Sequence["Printed"]) -> None:
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

    def _write(self, printed: "Printed", folder: Path, spent: int) -> MadeDocument:
        if folder.is_file():
            raise RuleBroken(f"“{folder.name}” is a file, not a folder. Nothing was written.")
        pdf = folder / f"{printed.name}.pdf"
        self._context.write_file(pdf, printed.pdf)
        self._context.write_file(pdf.with_suffix(".html"), printed.html.encode())
        self._context.write_file(pdf.with_suffix(".txt"), printed.txt.encode())
        return MadeDocument(pdf, printed.kind, printed.pages, hashlib.sha256(printed.pdf).hexdigest(), spent)

    def _issued(self, printed: "Printed", facts: Facts, number: int) -> Issued:
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
    def hand_to(self, document: str, given_to: str) -> None:
        """Say who has a document, or where it lies, so that it can be called back."""
        found = self._context.store.need(Issued, document)
        self._context.store.apply(Label.CALL_BACK, [replace(found, given_to=tidy_line(given_to))])

    @action
    def call_back(self, document: str, back: bool = True) -> None:
        """Say that a document came back and is destroyed, or that it did not after all."""
        found = self._context.store.need(Issued, document)
        back_on = self._context.today() if back else None
        self._context.store.apply(Label.CALL_BACK, [replace(found, back_on=back_on)])

    @action
    def issued(self) -> tuple[Issued, ...]:
        """All documents that were ever made, and what they show."""
        return self._context.store.all(Issued)


@dataclass
class Making:
    """A pack on its way. `facts` are those it was begun with; nothing leaves once they have changed."""

    pack: Pack
    facts: Facts
    future: Future[tuple["Printed", ...]]
    _began: float = field(default_factory=time.perf_counter)

    def done(self) -> bool:
        """Whether there is an answer: pages, or the reason why there are none."""
        return self.future.done()

    @property
    def is_current(self) -> bool:
        """Whether a pack made now would say the same."""
        return self.pack.facts(self.facts.audience) == self.facts

    def pages(self, kind: str) -> int:
        """How many pages this document has: "one-sheet", "pack", …"""
        return self._of(kind).pages

    def pictures(
        self,
        kind: str,
        *,
        dots_per_inch: float = 0.0,
        width: int = 0,
        first: int = 0,
        count: int | None = None,
    ) -> Iterator["PagePicture"]:
        """Pages of a document, drawn from the bytes that are printed, one by one as they are asked for."""
        pdf = self._of(kind).pdf
        from workshop.printing.pictures import page_pictures

        return page_pictures(pdf, dots_per_inch=dots_per_inch, width=width, first=first, count=count)

    def hand_out(self, kind: str, given_to: str = "") -> None:
        """Keep a document as issued because it goes to the printer now; RuleBroken when it is out of date."""
        self._refuse_when_out_of_date()
        self.pack.keep_as_issued([self._of(kind)], self.facts, given_to)

    def finish(self, path: Path, kind: str = "") -> PackMade:
        """Write all documents, or the one of this kind, into the folder `path`, with their twins.

        Raises RuleBroken when something has changed since the pack was begun.
        """
        self._refuse_when_out_of_date()
        documents = [self._of(kind)] if kind else self._printed()
        spent = round((time.perf_counter() - self._began) * 1000 / max(1, len(documents)))
        return self.pack.write(documents, self.facts, path, spent)

    def _refuse_when_out_of_date(self) -> None:
        if not self.is_current:
            raise RuleBroken(
                "Something has changed since these pages were made. Nothing was printed or written. "
                "Please make them again."
            )

    def _of(self, kind: str) -> "Printed":
        return next(document for document in self._printed() if document.kind == kind)

    def _printed(self) -> tuple["Printed", ...]:
        """The documents; waits for them. Raises PrintingError when the process that made them ended early."""
        try:
            return self.future.result()
        except BrokenExecutor as error:
            raise PrintingError("The pages could not be made. Nothing is lost. Please try again.") from error
