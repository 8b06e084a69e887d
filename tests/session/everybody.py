"""A workshop in which many invented people used everything, and the search for what is left of them.

Every word that has to do with a person is a token that stands nowhere else, so that it can be looked
for afterwards: in plain, turned round, as UTF-16, in hexadecimal digits, as JSON, in base64, and first
and last name alone.
"""

import base64
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from tests.exchange import pictures as drawn
from tests.storage.erasing import inflated
from workshop.domain import ink
from workshop.domain.claims import NewLine
from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import Audience, Category, Item, Said, Support, Voice
from workshop.domain.labels import Label
from workshop.domain.persons import Issued
from workshop.session.session import Session
from workshop.storage import pictures

ASKED = (Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME, Item.PHOTO_REPORT)
_LEADING, _VOWELS = "bcdfghjklmnprstvwz", "aeiou"


class Everybody:
    """`count` people with all that they left behind; `canaries` are the bytes to look for."""

    def __init__(self, session: Session, count: int, out: Path, seed: int = 1) -> None:
        self.session, self.out, self.chance = session, out, random.Random(seed)
        self.people: list[PersonId] = []
        self.names: list[str] = []
        self.canaries: set[str] = set()
        self.bytes: set[bytes] = set()
        for number in range(count):
            self._one(number)
        session.search(self.names[0])  # the index of words is in memory from now on

    def _token(self) -> str:
        return self._watched("".join(self._syllable() for _ in range(6)))

    def _name(self) -> str:
        return self._watched("".join(self._syllable() for _ in range(6)).capitalize())

    def _syllable(self) -> str:
        return self.chance.choice(_LEADING) + self.chance.choice(_VOWELS)

    def _watched(self, token: str) -> str:
        self.canaries.add(token)
        return token

    def _one(self, number: int) -> None:
        first, last, mail = self._name(), self._name(), self._token()
        who = self.session.people.arrive(
            first,
            [Voice.CARER],
            needs=[f"a loop near the {self._token()}"],
            full_name=f"{first} {last}",
            contact=f"{mail}@canary.example",
            leaves_by="15:00",
            supporter=self.names[-1] if self.names else "",
        ).person
        self.people.append(who)
        self.names.append(first)
        self._agrees(who, number)
        self._writes(who, first, number)
        self._claims(who)

    def _agrees(self, who: PersonId, number: int) -> None:
        people = self.session.people
        for item in ASKED:
            people.consent(who, item, Said.YES, support=[Support.READ_ALOUD], taken_by=self._token())
        people.withdraw(who, [Item.CREDIT])
        stroke = [round(self.chance.uniform(1000, 9999), 4) for _ in range(6)]
        self.canaries |= {str(part) for part in stroke}
        people.sign(who, strokes=[stroke])
        people.sign(who, said_aloud=True, witness=self.names[number - 1])

    def _writes(self, who: PersonId, first: str, number: int) -> None:
        board = self.session.board
        note = board.add_note(f"About the {self._token()}", author=who).note
        board.edit_note(note, f"About the {self._token()} " + "and the bench " * 30)
        board.edit_note(note, f"Once more the {self._token()}")
        self.session.undo()
        strokes = [[[self.chance.randrange(200), self.chance.randrange(200), 0.5] for _ in range(20)]]
        board.draw(note, strokes)
        self.canaries.add(ink.pack(strokes))
        self._shows(note, who, number)
        put_away = board.add_note(f"Rather not the {self._token()}", author=who).note
        board.withhold_note(put_away, f"too near to {self._token()}")
        board.add_note(f"{first} said it better, ask {first.upper()}")  # nobody's own
        board.keep_draft(f"seat {number}", f"half a word of {self._token()}", note=note)
        board.keep_draft(f"free {number}", f"a word about {first}")
        board.make_group(f"What {first} said", [note])
        self.session.promises.promise(f"{first} and the benches", owner=first)
        self.session.promises.promise("Tea", we_will=f"Ask {first}", owner=f"{first} and the others")

    def _shows(self, note: NoteId, who: PersonId, number: int) -> None:
        """A picture that is theirs alone, of three of which one goes into the file."""
        if number % 3:
            return
        image = drawn.halves()
        for x in range(60):
            image.putpixel((x, number % 40), tuple(self.chance.randrange(256) for _ in range(3)))
        path = self.out.parent / f"picture-{number}.png"
        path.write_bytes(drawn.file_of(image, "PNG"))
        added = self.session.board.add_picture(path, note).picture
        path.unlink()
        self.session.people.tag_picture(added, [who])
        files = pictures.read(self.session.place.store.database, added)
        assert files is not None
        self.bytes |= {files.shown[60:100], files.brought[60:100]}

    def _claims(self, who: PersonId) -> None:
        bus = NewLine(Category.PUBLIC_TRANSPORT, f"bus from {self._token()}", Decimal("3.20"), receipt=True)
        self.session.people.claim(who, [bus])
        self.session.people.pay(who, self.session.now().date(), how=f"in an envelope to {self._token()}")

    # What was done with it

    def print_all(self) -> None:
        """Names in notes are looked at and packs made, so that there is something to call back."""
        for audience in (Audience.PEOPLE, Audience.ARCHIVE):
            self.session.pack.make(audience, self.out / audience.value)

    def issue(self, number: int) -> tuple[Issued, ...]:
        """A document that shows everybody, given to one of them, as if it had been printed."""
        names = tuple(self.people)
        paper = Issued(
            f"issued-{number}", number, "pack", Audience.PEOPLE, False, "13:10", "0" * 64, 2, people=names
        )
        given = replace(paper, given_to=self.names[0])
        self.session.place.store.apply(Label.MAKE_PACK, [given])
        return (given,)

    def erase_all(self) -> None:
        """Each person asks to be erased, one after the other."""
        for person in self.people:
            self.session.people.erase(person)

    # Looking for what is left

    def left_in(self, data: Iterable[bytes]) -> set[str]:
        """The canaries that stand in any of these bytes, in any shape."""
        everything = b"\0".join(reading for part in data for reading in (part, *inflated(part)))
        found = {f"bytes {part.hex()}" for part in self.bytes if part in everything}
        return found | {canary for canary in self.canaries if _any_shape(canary, everything)}

    def left_in_files(self, *folders: Path) -> set[str]:
        """The canaries in the files as they lie there, documents that were handed out aside."""
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return self.left_in(path.read_bytes() for path in files)


def shapes(text: str) -> Iterator[bytes]:
    """The words as they may lie in a file."""
    plain = text.encode()
    yield from (plain, plain[::-1], plain.hex().encode(), json.dumps(text)[1:-1].encode())
    yield from (text.encode("utf-16-le"), text.encode("utf-16-be"))
    for skip in range(3):  # base64 of the words, wherever in a longer text they begin
        yield base64.b64encode(plain[skip : skip + len(plain[skip:]) // 3 * 3])


_SHAPES: dict[str, tuple[bytes, ...]] = {}


def _any_shape(text: str, data: bytes) -> bool:
    if text not in _SHAPES:
        _SHAPES[text] = tuple(dict.fromkeys(shapes(text)))
    return any(shape in data for shape in _SHAPES[text])
