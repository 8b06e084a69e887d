"""The bytes of pictures: written and taken away with the act, whole or not at all."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import given
from tests.storage import places
from workshop.domain.ids import PictureId
from workshop.domain.labels import Label
from workshop.domain.persons import Picture
from workshop.domain.records import Note
from workshop.storage import log, pictures
from workshop.storage.pictures import Bytes
from workshop.storage.store import Store

NOTE = given.note(1, "A picture")
PICTURE = Picture(PictureId("picture-1"), NOTE.id, 60, 40, "0" * 64)
FILES = Bytes(b"small", b"as it was brought")


def add(store: Store, picture: Picture = PICTURE, files: Bytes = FILES) -> None:
    store.apply(
        Label.ADD_PICTURE,
        [NOTE, picture],
        lasting=True,
        also=lambda _: pictures.put(store.database, picture.id, files),
    )


def test_the_bytes_come_and_go_with_the_act() -> None:
    store = given.store()
    assert pictures.read(store.database, PICTURE.id) is None

    add(store)

    assert pictures.read(store.database, PICTURE.id) == FILES
    store.apply(Label.REMOVE_PICTURE, [], [PICTURE], also=lambda _: pictures.drop(store.database, PICTURE.id))
    assert pictures.read(store.database, PICTURE.id) is None
    assert (store.all(Picture), store.all(Note)) == ((), (NOTE,))


def test_the_log_holds_neither_the_bytes_nor_what_is_known_of_the_picture() -> None:
    store = given.store()
    add(store)

    (data,) = store.database.execute("SELECT diff FROM change WHERE seq = 1").fetchone()

    lines = log.unpack_kept(data)
    assert [line[:2] for line in lines] == [["note", NOTE.id], ["picture", PICTURE.id]]
    assert lines[1][2:] == [None, ["id", "note", "width", "height", "sha256", "people", "no_faces"]]
    assert log.fold(store.database) == given.rows_in(store)


def test_when_the_bytes_cannot_be_kept_there_is_no_picture_and_no_note() -> None:
    store = given.store()
    add(store)
    again = Picture(PICTURE.id, NOTE.id, 1, 1, "")

    with pytest.raises(dbapi2.IntegrityError):  # bytes of this id are there already
        store.apply(
            Label.ADD_PICTURE,
            [given.note(2), again],
            lasting=True,
            also=lambda _: pictures.put(store.database, PICTURE.id, FILES),
        )

    assert (store.all(Note), store.all(Picture), store.last_seq()) == ((NOTE,), (PICTURE,), 1)


FILL = """
import resource
from tests.storage.test_pictures import add, PICTURE
from workshop.storage.pictures import Bytes
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
made = places.make(folder, passphrase=None)
made.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, resource.RLIM_INFINITY))
try:
    add(made.store, files=Bytes(os.urandom(100_000), os.urandom(int(sys.argv[2]))))
    print("kept")
except WorkshopError as error:
    print(error)
"""


@pytest.mark.parametrize(("size", "said"), [(2_000_000, "The disk "), (100_000, "kept")])
def test_on_a_full_disk_the_act_is_whole_or_did_not_happen(tmp_path: Path, size: int, said: str) -> None:
    """The second is the negative control: what fits is kept."""
    assert places.run(FILL, tmp_path / "day", str(size)).startswith(said)

    opened = places.open_(tmp_path / "day", None)
    kept = said == "kept"
    assert (opened.store.all(Note), opened.store.all(Picture)) == (
        ((NOTE,), (PICTURE,)) if kept else ((), ())
    )
    assert (pictures.read(opened.store.database, PICTURE.id) is not None) == kept
    opened.close()


# An act that lasts


def test_acts_before_and_after_a_lasting_one_can_still_be_taken_back() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(2)])
    add(store)
    store.apply(Label.ADD_NOTE, [given.note(3)])

    assert [entry.seq for entry in store.history.done] == [1, 3]
    store.undo()
    store.undo()
    assert store.all(Note) == (NOTE,)
    store.redo()
    assert store.all(Note) == (NOTE, given.note(2))
    assert log.fold(store.database) == given.rows_in(store)


def test_the_undo_steps_are_the_same_when_the_file_is_opened_again(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day")
    made.store.apply(Label.ADD_NOTE, [given.note(2)])
    add(made.store)
    seqs = [entry.seq for entry in made.store.history.done]
    made.close()

    opened = places.open_(tmp_path / "day")
    assert [entry.seq for entry in opened.store.history.done] == seqs == [2]
    opened.close()


def test_an_act_that_is_not_lasting_cannot_hold_both() -> None:
    """Negative control of `lasting`."""
    store = given.store()
    with pytest.raises(ValueError, match="cannot hold people as well"):
        store.apply(Label.ADD_PICTURE, [NOTE, PICTURE])


def test_pictures_and_drawings_come_in_no_order_of_time() -> None:
    store = given.store()
    for name in "cab":
        add(store, Picture(PictureId(name), NOTE.id, 1, 1, ""))
    assert [picture.id for picture in store.all(Picture)] == ["a", "b", "c"]
