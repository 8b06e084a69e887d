"""Notes of real people and sentences of 32 languages: nothing is cut, nothing lies on something else.

Each is painted in every look and text size, its words apart from the rest, and the pixels that were
touched are compared with the room the words have.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion
from pytestqt.qtbot import QtBot

from ui.board import fitting
from ui.board.faces import Face, reads_right_to_left
from ui.board.fitting import FELT, IMAGE_H, READ_H, SIZES, foot_height, is_tall, setting_of, size_of
from ui.board.layout import NOTE_W, TALL_H, Rect
from ui.board.model import BoardModel
from ui.board.painting import SYMBOL
from ui.look import Look, ScreenSize, TextSize, load_fonts
from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.kinds import Emotion, NoteKind
from workshop.domain.records import Group, Membership, Note

TABLE = ScreenSize()
AROUND = 40  # pixels around a note, where nothing may be painted
CSV_LIMIT = 1_000_000
LOOKS = {"standard": (False, False), "calm": (True, False), "contrast": (False, True)}


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts()


def real_faces(shared_data: Path) -> Iterator[Face]:
    """Each real note, and each sentence in its language."""
    csv.field_size_limit(CSV_LIMIT)
    for path in sorted((shared_data / "polis").glob("*/comments.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield Face(row["comment-body"].strip(), NoteKind.IDEA)
    with (shared_data / "text" / "udhr_sentences.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Face(row["text"], NoteKind.MATTERS, row["bcp47"])


def painted(face: Face, calm: bool, strong: bool, scale: float) -> QImage:
    """The words of a face alone, black on nothing, the note's corner at (AROUND, AROUND)."""
    wide, high = (round(side * scale) + 2 * AROUND for side in (NOTE_W, TALL_H))
    image = QImage(wide, high, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(AROUND, AROUND)
    painter.scale(scale, scale)
    setting_of(face, calm, strong).layout.draw(painter, QPointF(0, 0))
    painter.end()
    return image


def is_empty(image: QImage) -> bool:
    nothing = QImage(image.size(), image.format())
    nothing.fill(0)
    return image == nothing


def without(image: QImage, area: QRect) -> QImage:
    """The picture with nothing left in an area."""
    left = image.copy()
    painter = QPainter(left)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(area, Qt.GlobalColor.black)
    painter.end()
    return left


def in_pixels(area: QRectF, scale: float) -> QRect:
    return QRectF(area.topLeft() * scale, area.size() * scale).toAlignedRect().translated(AROUND, AROUND)


def marks_of(face: Face) -> QRectF:
    """Where the symbol is, and how it felt beside it."""
    wide = SYMBOL - 2 + (FELT if face.emotion is not None else 0.0)
    left = NOTE_W - 10 - wide if reads_right_to_left(face.text) else 12
    return QRectF(left, 12 + (IMAGE_H if face.has_image else 0.0), wide, SYMBOL - 4)


def faults(face: Face, calm: bool, strong: bool, scale: float) -> list[str]:
    """What is wrong with a note as it is painted."""
    setting, (wide, high) = setting_of(face, calm, strong), size_of(face)
    foot = max(foot_height(face), READ_H if setting.goes_on else 0.0)
    image, found = painted(face, calm, strong, scale), []
    top = IMAGE_H if face.has_image else 0.0
    room = QRectF(1, 1 + top, wide - 2, high - foot - top - 1)
    if not is_empty(without(image, in_pixels(room, scale))):
        found.append("leaves its room")
    if not is_empty(image.copy(in_pixels(marks_of(face), scale))):
        found.append("lies on its symbol")
    if setting.size < SIZES[-1]:
        found.append("is too small")
    if setting.tall and not is_tall(face):
        found.append("is taller than its note")
    if setting.rtl is not reads_right_to_left(face.text):
        found.append("reads the wrong way")
    if any(0 in run.glyphIndexes() for run in setting.layout.glyphRuns()):
        found.append("has a letter that no font has")
    if not setting.goes_on and setting.layout.text() != face.text.replace("\n", "\u2028"):
        found.append("lost words")
    return found


def all_faults(
    faces: Iterable[Face], look: str, size: TextSize, screen: ScreenSize = TABLE
) -> dict[Face, list[str]]:
    scale = Look(screen=screen, text_size=size).text(20) / 20
    every = {face: faults(face, *LOOKS[look], scale) for face in faces}
    return {face: found for face, found in every.items() if found}


@pytest.mark.data
@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_and_nothing_overlaps(shared_data: Path, look: str, size: TextSize) -> None:
    faces = list(real_faces(shared_data))
    assert len(faces) > 800
    assert all_faults(faces, look, size) == {}


@pytest.mark.data
@pytest.mark.parametrize("screen", [ScreenSize(1366, 768, 0.253), ScreenSize(3840, 2160, 0.1845)])
@pytest.mark.parametrize("look", LOOKS)
def test_nor_on_a_small_screen_or_a_very_fine_one(shared_data: Path, look: str, screen: ScreenSize) -> None:
    faces = list(real_faces(shared_data))[::4]
    assert all_faults(faces, look, TextSize.STANDARD, screen) == {}


@pytest.mark.data
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    "more",
    [
        {"emotion": Emotion.SAD, "tags": ("Bus", "گھر")},
        {"emotion": Emotion.GLAD, "pictured": "p", "tags": ("Money",), "below": 2},
        {"drawn": "ink", "below": 1},
    ],
)
def test_nor_with_marks_tags_and_pictures(shared_data: Path, look: str, more: dict[str, Any]) -> None:
    faces = [face._replace(**more) for face in list(real_faces(shared_data))[::5]]
    assert all_faults(faces, look, TextSize.STANDARD) == {}


def line_alone(face: Face, number: int) -> QRegion:
    image = QImage(2 * round(NOTE_W), 2 * round(TALL_H), QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(2, 2)
    setting_of(face).layout.lineAt(number).draw(painter, QPointF(0, 0))
    painter.end()
    return QRegion(QBitmap.fromImage(image.createMaskFromColor(0)))


@pytest.mark.data
def test_no_line_touches_the_next_one(shared_data: Path) -> None:
    for face in [face for face in real_faces(shared_data) if face.language][::2]:
        lines = [line_alone(face, n) for n in range(setting_of(face).layout.lineCount())]
        assert not any(one.intersects(other) for one, other in pairwise(lines)), face.text


@pytest.mark.data
def test_a_word_is_broken_only_where_it_is_wider_than_a_line(shared_data: Path) -> None:
    for face in real_faces(shared_data):
        if face.language == "ur":
            layout = setting_of(face).layout
            ends = [layout.lineAt(n).textStart() for n in range(1, layout.lineCount())]
            assert all(layout.text()[end - 1] == " " for end in ends), face.text


@pytest.mark.data
def test_three_hundred_real_notes_lie_beside_each_other(shared_data: Path) -> None:
    """In groups, aside from groups on which they were put, and where nobody put them anywhere."""
    faces = [face for face in real_faces(shared_data)][::2][:345]
    notes = [
        Note(NoteId(f"n{n}"), n + 1, face.text, x=300.0 * (n % 3), y=100.0 * (n % 3), language=face.language)
        for n, face in enumerate(faces)
    ]
    groups = [Group(GroupId(f"g{n}"), f"Group {n}", n) for n in range(5)]
    lying_in = [
        Membership(MembershipId(f"m{n}"), note.id, groups[n % 5].id, n) for n, note in enumerate(notes[:45])
    ]
    model = BoardModel(is_tall)
    model.fill(notes, groups, lying_in)
    lying = model.notes_in(Rect(-1e5, -1e5, 2e5, 2e5))
    assert len(lying) >= 300
    assert not [(a, b) for a, b in combinations(lying, 2) if a.rect.meets(b.rect)]
    areas = [area.rect for area in model.groups.values()]
    assert all(model.groups[one.group].rect.covers(one.rect) for one in lying if one.group is not None)
    assert not any(one.rect.meets(area) for one in lying if one.group is None for area in areas)


def test_a_note_that_is_cut_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    face = Face("کسی شخص کو محض حاکم کی مرضی پر گرفتار نہیں کیا جائے گا", NoteKind.IDEA, "ur")
    assert all_faults([face], "standard", TextSize.STANDARD) == {}
    monkeypatch.setattr(fitting, "_lower", lambda layout, least: 0.0)
    monkeypatch.setattr(fitting, "NASTALIQ_FIRST", 0.9)
    kept = (fitting.setting_of, fitting.fit_of, fitting._lines)
    for each in kept:
        each.cache_clear()
    try:
        assert "leaves its room" in str(all_faults([face], "standard", TextSize.STANDARD))
    finally:
        for each in kept:
            each.cache_clear()
