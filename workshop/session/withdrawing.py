"""Taking something back, and being erased: what has to be called back, and what is left."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Said
from workshop.domain.labels import Label
from workshop.domain.persons import Issued, Picture
from workshop.domain.records import Note, Record
from workshop.errors import RuleBroken, StorageError
from workshop.session import own_words
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart
from workshop.storage.erase import erase_person, forget_pictures
from workshop.storage.files import remove_same

# What a document shows of somebody: their notes, or who they are.
_OF_NOTES = frozenset({Item.TAKE_PART, Item.NOTES_USED})
_NAMES = frozenset({Item.TAKE_PART, Item.QUOTE_FIRST_NAME, Item.QUOTE_FULL_NAME})
_PHOTOS = frozenset({Item.TAKE_PART, Item.PHOTO_REPORT})
TABLES = frozenset({"notes.csv", "promises.csv", "people.csv"})
_OF_THEM = _NAMES | _PHOTOS | {Item.PHOTO_WEB, Item.CREDIT}


@dataclass(frozen=True)
class Recall:
    """A document that was handed out and shows what has been taken back; `given_to` where it is known."""

    document: str
    kind: str
    made_at: str
    sha256: str
    number: int = 0
    pages: int = 0
    given_to: str = ""
    back_on: date | None = None


@dataclass(frozen=True)
class TakenBack:
    """What has to be called back after somebody changed their mind, and how many pictures are gone."""

    recall: tuple[Recall, ...]
    pictures_erased: int = 0


@dataclass(frozen=True)
class Certificate:
    """The proof that somebody was erased. It names nobody."""

    erased_on: date
    notes_erased: int
    call_back: tuple[Recall, ...]
    pictures_erased: int = 0


@dataclass(frozen=True)
class Erased:
    """The answer to `erase`."""

    certificate: Certificate


class Withdrawing(PeoplePart):
    """Changing one's mind."""

    @action
    def withdraw(self, person: PersonId, items: list[Item] | str = "all") -> TakenBack:
        """Take back one, several or "all" answers; says which documents have to be called back.

        With the yes to photos go the pictures on which they can be seen. Nothing of this is undone, and
        what others did before can still be.
        """
        found = self._person(person)
        if isinstance(items, str) and items != "all":
            raise RuleBroken("Please say which answers, or “all”. Nothing was changed.")
        wanted = list(Item) if isinstance(items, str) else list(dict.fromkeys(items))
        rows = [self._answer(person, item, Said.TAKEN_BACK, i) for i, item in enumerate(wanted, start=1)]
        put: list[Record] = [*rows, *self._wordings(rows)]
        again = self._to_look_at_again(found) if _NAMES & {*wanted} else []
        put += again
        if own_words.ABOUT_WORDS & {*wanted}:
            put += own_words.put_away(self._context, person, again)
        gone = self.pictures_with(person) if _PHOTOS & {*wanted} else ()
        recall = self._documents_with(person, wanted)
        if gone:
            forget_pictures(self._context.place, Label.TAKE_BACK, put, gone)
        else:
            self._context.store.apply(Label.TAKE_BACK, put, lasting=True)
        return TakenBack(recall, len(gone))

    def would_recall(self, person: PersonId, items: Collection[Item] = tuple(Item)) -> tuple[Recall, ...]:
        """What would have to be called back if this person took these back now; changes nothing."""
        self._person(person)
        return self._documents_with(person, items)

    def pictures_with(self, person: PersonId) -> tuple[Picture, ...]:
        """The pictures on which somebody can be seen."""
        return tuple(p for p in self._context.store.all(Picture) if person in p.people)

    def _documents_with(self, person: PersonId, items: Collection[Item]) -> tuple[Recall, ...]:
        mine = {n.id for n in self._context.store.all(Note) if n.author == person}
        notes = mine if _OF_NOTES & {*items} else set()
        them = {person} if _OF_THEM & {*items} else set()
        issued = self._context.store.all(Issued)
        return recalls(d for d in issued if them & {*d.people} or notes & {*d.notes})

    @action
    def erase(self, person: PersonId) -> Erased:
        """Erase somebody: who they are, all they answered and claimed, and the notes marked as theirs.

        Their name goes out of what others wrote. Votes stay, and the names of those who led the day.
        """
        self._person(person)
        self._context.refuse_while_voting("Nobody can be erased")
        shown_in = {recall.document for recall in self._documents_with(person, tuple(Item))}
        tables = [d for d in self._context.store.all(Issued) if d.id in shown_in and d.kind in TABLES]
        gone = erase_person(self._context.place, person)
        self._take_away(tables)
        # Read afterwards: whom they were given to may have been this very person.
        call_back = recalls(d for d in self._context.store.all(Issued) if d.id in shown_in)
        return Erased(Certificate(self._context.today(), len(gone.notes), call_back, gone.pictures))

    def _take_away(self, tables: Iterable[Issued]) -> None:
        """Remove tables that lie where they were written; one on a stick that is away is called back."""
        store = self._context.store
        for table in tables:
            with suppress(StorageError):
                if remove_same(Path(table.given_to) / table.kind, table.sha256):
                    gone = replace(store.need(Issued, table.id), back_on=self._context.today())
                    store.apply(Label.CALL_BACK, [gone])


def recalls(documents: Iterable[Issued]) -> tuple[Recall, ...]:
    """Documents as they are called back: what each is, when it was made, and who has it."""
    return tuple(
        Recall(d.id, d.kind, d.made_at, d.sha256, d.number, d.pages, d.given_to, d.back_on) for d in documents
    )
