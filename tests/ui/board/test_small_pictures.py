"""A picture of somebody who says no leaves the board of the room, and the small board of the desk."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.ui.given import Table, settle
from tests.ui.screens.test_desk import begun
from tests.ui.screens.test_pictures import red_in
from ui.board.small_pictures import may_look_different
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import Item, Said
from workshop.domain.labels import Label
from workshop.domain.persons import Picture

NOBODY = Picture(PictureId("p1"), NoteId("n1"), 60, 40, "", no_faces=True)
AMINA = Picture(PictureId("p2"), NoteId("n2"), 60, 40, "", (PersonId("amina"),))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture file: red all over."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    path = tmp_path / "photo.png"
    assert image.save(str(path))
    return path


def test_a_picture_of_somebody_who_says_no_leaves_the_board_and_the_desk(
    two_screens: Table, photo: Path
) -> None:
    people, board = two_screens.session.people, two_screens.session.board
    begun(two_screens, "writing")
    added = board.add_picture(photo)
    amina = people.arrive("Amina", []).person
    people.consent(amina, Item.TAKE_PART, Said.YES)
    people.consent(amina, Item.PHOTO_REPORT, Said.YES)
    view = two_screens.show_people("board").view  # type: ignore[attr-defined]
    preview = two_screens.show_desk("desk").preview  # type: ignore[attr-defined]

    def seen() -> tuple[bool, bool]:
        for _ in range(2):  # the first look asks for it
            red = red_in(view) > 100, red_in(preview) > 5
            settle()
        return red

    people.tag_picture(added.picture, [amina])
    assert seen() == (True, True)
    people.consent(amina, Item.PHOTO_REPORT, Said.NO)
    assert seen() == (False, False)
    people.consent(amina, Item.PHOTO_REPORT, Said.YES)
    assert seen() == (True, True)


@pytest.mark.parametrize(
    ("table", "id_", "again"),
    [
        ("note", "n2", set()),
        ("picture", "p1", {"p1"}),
        ("answer", "a", {"p2"}),
        ("person", "amina", {"p2"}),
        ("form", "f", {"p2"}),
    ],
)
def test_only_what_may_look_different_is_read_again(table: str, id_: str, again: set[str]) -> None:
    change = Change(1, Label.TAG_PICTURE, (RecordChange(table, id_, None, None),))
    assert may_look_different(change, [NOBODY, AMINA]) == again
