"""A day with somebody in every place where she can be, and the search for what is left of her.

The remains are looked for in files without a key, written by the same code under the same pragmas:
in an encrypted file nobody finds anything, whether it is there or not. Whoever has the key can look
at its pages in plain: that is `canaries_in(all_pages(...))`.
"""

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests import given
from tests.storage.encrypted_pages import pages_of
from workshop.domain import ink
from workshop.domain.drafts import Draft
from workshop.domain.ids import DrawingId, PictureId, PromiseId
from workshop.domain.kinds import Audience, Item, NoteState, Said
from workshop.domain.labels import Label
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Issued, Picture, Signature
from workshop.domain.records import Drawing
from workshop.storage import drafts, log, pictures
from workshop.storage.engine import STORE_PRAGMAS, connect
from workshop.storage.place import Place
from workshop.storage.store import Store
from workshop.storage.upgrades import make_tables

ADA = given.person("17", "Zebedina", full_name="Zebedina Quillfeather", contact="zq@canary.example")
BO = given.person("18", "Bo")
# Words that stand nowhere else; long enough that a diff with them is compressed.
FIRST = "the kestrel waits under the stairs " + "and nobody asks " * 60
SECOND = "a marmalade lantern for every bench"
THIRD = "lantern marmalêd i bob mainc"
WHY = "too near to the marzipan case"
DRAWN, WIPED_OFF = (ink.pack([[(7.3 * i % 97, 3.1 * i % 53, at) for i in range(40)]]) for at in (0.3, 0.9))
LOG_HEADER = log.pack_kept([])[:2]  # how a compressed diff begins
CANARIES = (
    ADA.id,
    "Zebedina",
    "Quillfeather",
    "zq@canary.example",
    "kestrel",
    "marmalade",
    "marmalêd",
    "marzipan",
    "Induction loop near the window",
    "a witness called Thistlewood",
    DRAWN,
    WIPED_OFF,
    "a bittern, small",
    "a bittern, as it was brought",
    "an osprey behind Bo",
    "half a word of an otter",
)
# Every other number is likely to stand somewhere by chance.
STROKE = (173.25, 8841.75)


def fill(store: Store) -> None:
    """A day with Ada in every place where somebody can be, and Bo beside her."""
    store.apply(Label.MAKE_WORKSHOP, [given.workshop()], barrier=True)
    for who in (ADA, BO):
        store.apply(Label.ARRIVE, [who, replace(given.need(who), what="Induction loop near the window")])
        store.apply(Label.ANSWER_CONSENT, [given.answer(who, Item.NOTES_USED)])
    store.apply(Label.TAKE_BACK, [given.answer(ADA, Item.NOTES_USED, Said.TAKEN_BACK, 2)])
    witness = "a witness called Thistlewood"
    store.apply(Label.SIGN, [Signature("s", ADA.id, (STROKE,), witness=witness)])
    store.apply(Label.ADD_NOTE, [given.note(1, FIRST, author=ADA.id)])
    store.apply(Label.EDIT_NOTE, [given.note(1, SECOND, author=ADA.id, translation=THIRD)])
    store.apply(Label.ADD_NOTE, [given.note(2, "Bo's own words", author=BO.id)])
    store.apply(Label.ADD_NOTE, [given.note(3, "written for Ada, kept by Bo", author=ADA.id)])
    store.apply(Label.EDIT_NOTE, [given.note(3, "written for Ada, kept by Bo", author=BO.id)])
    store.apply(Label.EDIT_NOTE, [given.note(1, FIRST + "again", author=ADA.id)])
    store.undo()
    store.apply(
        Label.WITHHOLD_NOTE,
        [given.note(1, SECOND, author=ADA.id, state=NoteState.WITHHELD, withheld_reason=WHY)],
    )
    put_on_notes(store)
    store.apply(Label.PROMISE, [Promise(PromiseId("p"), 1, "Benches", owner_person=ADA.id)])
    store.apply(Label.MAKE_PACK, [issued(1, notes=(given.note(1).id,)), issued(2, people=(BO.id,))])
    store.apply(Label.MAKE_PACK, [issued(3, people=(BO.id, ADA.id))])


def put_on_notes(store: Store) -> None:
    """Drawings, pictures and half-written words: on Ada's note, on Bo's with her to be seen, on Bo's."""
    wiped = drawing(1, WIPED_OFF)
    store.apply(Label.DRAW, [wiped])
    store.apply(Label.DRAW, [], [wiped])
    store.apply(Label.DRAW, [drawing(1, DRAWN)])
    store.apply(Label.DRAW, [drawing(2, BO_DREW)])
    add_picture(store, picture(1), "a bittern, small", "a bittern, as it was brought")
    add_picture(store, picture(2, people=(BO.id, ADA.id)), "an osprey", "an osprey behind Bo")
    add_picture(store, picture(3), "a plain", "a plain wall")
    drafts.keep(store.database, Draft("left", "half a word of an otter", note=given.note(1).id))
    drafts.keep(store.database, Draft("right", "what Bo writes", note=given.note(2).id))


BO_DREW = ink.pack([[(5, 5, 1)]])


def drawing(number: int, packed: str) -> Drawing:
    return Drawing(DrawingId(f"note-{number}"), given.note(number).id, packed)


def picture(number: int, **more: Any) -> Picture:
    return Picture(PictureId(f"picture-{number}"), given.note(number).id, 60, 40, "0" * 64, **more)


def add_picture(store: Store, added: Picture, shown: str, brought: str) -> None:
    """The picture of which these words are the bytes."""
    files = pictures.Bytes(shown.encode(), brought.encode())
    store.apply(Label.ADD_PICTURE, [added], also=lambda _: pictures.put(store.database, added.id, files))


def issued(number: int, **more: Any) -> Issued:
    return Issued(f"issued-{number}", number, "pack", Audience.PEOPLE, False, "13:10", "0" * 64, 2, **more)


def plain_place(folder: Path, pragmas: dict[str, str | int] = STORE_PRAGMAS) -> Place:
    """The day in a file without a key, so that its bytes can be searched."""
    folder.mkdir()
    place = without_key(folder, pragmas)
    fill(place.store)
    return place


def without_key(folder: Path, pragmas: dict[str, str | int] = STORE_PRAGMAS) -> Place:
    """The folder's file, made if it is not there, open without a key."""
    database = connect(folder / "workshop.db", None, pragmas)
    make_tables(database)
    return Place(folder, Store(database, given.clock), None, False)  # type: ignore[arg-type]


def remains(folder: Path, *more: bytes) -> set[str]:
    """The canaries that any file below the folder holds, in any of the shapes that bytes are kept in."""
    return {canary for canary in CANARIES for data in readings(folder, *more) if _is_in(canary, data)}


def readings(folder: Path, *more: bytes) -> list[bytes]:
    """Each file as it lies there, and unpacked wherever a compressed diff begins."""
    found = [path.read_bytes() for path in folder.rglob("*") if path.is_file()] + list(more)
    return found + [text for data in found for text in inflated(data)]


def inflated(data: bytes) -> Iterator[bytes]:
    """What is packed in these bytes as the record of what happened packs it."""
    start = data.find(LOG_HEADER)
    while start >= 0:
        try:
            yield zlib.decompressobj(zdict=log.WORDS).decompress(data[start : start + 65536])
        except zlib.error:
            pass
        start = data.find(LOG_HEADER, start + 1)


def _is_in(canary: str, data: bytes) -> bool:
    plain = canary.encode()
    shapes = {plain, plain[::-1], plain.hex().encode(), json.dumps(canary)[1:-1].encode()}
    shapes |= {canary.encode("utf-16-le"), canary.encode("utf-16-be")}
    for skip in range(3):  # base64 of the words, wherever in a longer text they begin
        shapes.add(base64.b64encode(plain[skip : skip + len(plain[skip:]) // 3 * 3]))
    return any(shape in data for shape in shapes)


def all_pages(place: Place) -> bytes:
    """Every page of the workshop's file and of its snapshots, in plain."""
    place.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    files = [place.folder / "workshop.db", *(place.folder / "snapshots").glob("*.db")]
    return b"".join(pages_of(file, place.data_key) for file in files)


def canaries_in(data: bytes) -> set[str]:
    readings = [data, *inflated(data)]
    return {canary for canary in CANARIES for reading in readings if _is_in(canary, reading)}
