"""The tiles of the board from far away: made once, dropped where something changed."""

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.board.camera import Camera
from ui.board.layout import Rect
from ui.board.model import BoardModel
from ui.board.overview import Overview
from ui.board.painting import Style
from ui.look import NOTES, STANDARD
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

WHOLE = Rect(0, 0, 800, 400)


def painted(overview: Overview, camera: Camera, zooming: bool = False) -> QImage:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    overview.paint(painter, camera, WHOLE, zooming)
    painter.end()
    return image


def test_notes_are_where_they_lie_at_rest_and_while_the_zoom_changes(qtbot: QtBot) -> None:
    model = BoardModel(lambda face: False)
    note = Note(NoteId("n"), 1, "Far", NoteKind.IDEA, 2000, 1000)
    model.fill([note], [], [])
    overview, camera = Overview(model, Style(), STANDARD), Camera(wide=800, high=400, zoom=0.2)
    for zooming in (False, True, False):
        image = painted(overview, camera, zooming)
        assert QColor(image.pixel(421, 211)).name() == NOTES[NoteKind.IDEA].fill.lower()
        assert QColor(image.pixel(300, 211)).name() == STANDARD.cloth.lower()
    camera.pan(-13, -7)
    assert (
        QColor(painted(overview, camera).pixel(421 - 13, 211 - 7)).name() == NOTES[NoteKind.IDEA].fill.lower()
    )


def test_only_the_tiles_of_a_change_are_made_anew(qtbot: QtBot) -> None:
    model = BoardModel(lambda face: False)
    note = Note(NoteId("n"), 1, "Far", NoteKind.IDEA, 100, 100)
    model.fill([note], [], [])
    overview, camera = Overview(model, Style(), STANDARD), Camera(wide=800, high=400, zoom=0.2)
    painted(overview, camera)
    before = len(overview._tiles)
    areas = model.apply(Change(1, "x", (RecordChange("note", "n", note, None),)))
    overview.forget(areas)
    assert len(overview._tiles) == before - 1
    assert QColor(painted(overview, camera).pixel(30, 25)).name() == STANDARD.cloth.lower()
