"""Icons and drawings: each can be seen, in the colour and size asked for; list and licence are right."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui import icons
from workshop.domain.kinds import Item

ROOT = Path(__file__).resolve().parents[2]
LICENCE = ROOT / "installer" / "licences" / "icons" / "lucide.txt"
INK = "#201A24"
NOTE_COLOURS = {"#FDEDB3", "#D3E7F7", "#D9EECD", "#FBDCDC"}

pytestmark = pytest.mark.usefixtures("qapp")


def inked(drawn: QPixmap) -> float:
    """The share of the pixels that is not transparent."""
    image = drawn.toImage()
    size = image.width() * image.height()
    pixels = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return sum(pixel.alpha() > 127 for pixel in pixels) / size


def strongest(drawn: QPixmap) -> str:
    """The colour of the most opaque pixel."""
    image = drawn.toImage()
    pixels = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
    return max(pixels, key=QColor.alpha).name().upper()


@pytest.mark.parametrize("name", sorted(icons.names()))
def test_every_icon_can_be_seen_in_its_colour(name: str) -> None:
    drawn = icons.pixmap(name, 24, INK)
    assert 0.01 < inked(drawn) < 0.6
    assert strongest(drawn) == INK


@pytest.mark.parametrize("name", sorted(icons.picture_names()))
def test_every_picture_can_be_seen_and_leaves_its_edge_free(name: str) -> None:
    drawn = icons.picture(name, 80, 80)
    assert 0.1 < inked(drawn) < 0.9
    image = drawn.toImage()
    edge = [(x, y) for i in range(80) for x, y in ((i, 0), (i, 79), (0, i), (79, i))]
    assert [at for at in edge if image.pixelColor(*at).alpha()] == []


def test_a_drawing_of_nothing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    monkeypatch.setattr(icons, "PICTURES", tmp_path)
    icons.picture_names.cache_clear()
    try:
        assert inked(icons.picture("empty", 80, 80)) == 0
    finally:
        icons.picture_names.cache_clear()
        icons.picture.cache_clear()


def test_every_consent_question_has_a_picture() -> None:
    assert {item.value for item in Item} | {"cup", "house"} == icons.picture_names()


def strange_colours(svg: str) -> set[str]:
    """The colours of a drawing that are neither ink, nor paper, nor the colour of a note."""
    return set(re.findall(r"#\w+", svg)) - NOTE_COLOURS - {INK, "#FFFFFF"}


def test_pictures_have_the_colours_of_the_product() -> None:
    drawings = {file.name: file.read_text(encoding="utf-8") for file in icons.PICTURES.glob("*.svg")}
    assert {name: found for name, svg in drawings.items() if (found := strange_colours(svg))} == {}


def test_a_strange_colour_is_noticed() -> None:
    assert strange_colours('<path fill="#FF0000" stroke="#201A24"/>') == {"#FF0000"}


def test_the_colour_and_the_size_are_those_asked_for() -> None:
    drawn = icons.pixmap("check", 36, "#FFFFFF", 1.5)
    assert (drawn.width(), drawn.height(), drawn.devicePixelRatio()) == (54, 54, 1.5)
    assert strongest(drawn) == "#FFFFFF"
    assert strongest(drawn) != strongest(icons.pixmap("check", 36, "#4B1F4F", 1.5))


def test_the_same_icon_is_drawn_once() -> None:
    assert icons.pixmap("check", 22, INK) is icons.pixmap("check", 22, INK)
    assert icons.picture("cup", 50, 50) is icons.picture("cup", 50, 50)


def test_a_picture_keeps_its_proportions_in_the_middle() -> None:
    wide, square = icons.picture("house", 300, 100).toImage(), icons.picture("house", 100, 100).toImage()
    assert wide.copy(100, 0, 100, 100).convertToFormat(square.format()) == square
    assert inked(QPixmap.fromImage(wide.copy(0, 0, 100, 100))) == 0


def test_painting_puts_the_icon_where_it_was_asked_for() -> None:
    ground = QPixmap(60, 40)
    ground.fill("#FFFFFF")
    painter = QPainter(ground)
    icons.draw(painter, "x", 30, 10, 24, INK)
    painter.end()
    image = ground.toImage()
    dark = [(x, y) for x in range(60) for y in range(40) if image.pixelColor(x, y) != QColor("#FFFFFF")]
    assert (min(dark)[0], max(dark)[0]) == (35, 48)
    assert (min(y for _, y in dark), max(y for _, y in dark)) == (15, 28)


def test_a_screen_of_fine_dots_gets_a_fine_icon() -> None:
    ground = QPixmap(48, 48)
    ground.setDevicePixelRatio(2)
    ground.fill("#00000000")
    painter = QPainter(ground)
    icons.draw(painter, "house", 0, 0, 24, INK)
    painter.end()
    assert ground.toImage() == icons.pixmap("house", 24, INK, 2).toImage()


@pytest.mark.parametrize("name", ["no-such-icon", "../pictures/cup", ""])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        icons.pixmap(name, 24, INK)
    with pytest.raises(KeyError):
        icons.picture(name, 24, 24)


def test_arrows_turn_round_and_nothing_else_does() -> None:
    turned = {name: icons.mirrored(name) for name in icons.names() if icons.mirrored(name) != name}
    assert turned == {
        "arrow-left": "arrow-right",
        "arrow-right": "arrow-left",
        "chevron-left": "chevron-right",
        "chevron-right": "chevron-left",
    }
    assert set(turned.values()) <= icons.names()


def test_the_list_matches_the_folder() -> None:
    text = (icons.ICONS / "README.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| (\S+\.svg) \| (\d+) \|$", text, re.M))
    assert listed == {file.name: str(file.stat().st_size) for file in icons.ICONS.glob("*.svg")}
    assert f"{len(listed)} icons" in text


def test_the_licences_come_with_the_icons() -> None:
    text = LICENCE.read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "The MIT License" in text
    assert {"https://", "http://"}.isdisjoint(text.split())


def make_icons(package: Path, project: Path) -> subprocess.CompletedProcess[str]:
    """Run a copy of the script that makes the folder, in a project of its own."""
    script = project / "installer" / "make_icons.py"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_bytes((ROOT / "installer" / "make_icons.py").read_bytes())
    return subprocess.run([sys.executable, script, package], capture_output=True, text=True)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The unpacked package, as far as the script looks at it."""
    folder = tmp_path / "package"
    (folder / "icons").mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"name": "lucide-static", "version": "1.62.0"}))
    (folder / "LICENSE").write_bytes(LICENCE.read_bytes())
    for file in icons.ICONS.glob("*.svg"):
        (folder / "icons" / file.name).write_bytes(file.read_bytes())
    (folder / "icons" / "unused.svg").touch()
    return folder


def test_the_same_package_gives_the_same_folder(package: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    assert make_icons(package, project).returncode == 0
    made = {file.name: file.read_bytes() for file in (project / "resources" / "icons").iterdir()}
    assert made == {file.name: file.read_bytes() for file in icons.ICONS.iterdir()}
    licence = project / "installer" / "licences" / "icons" / "lucide.txt"
    assert licence.read_bytes() == LICENCE.read_bytes()


def test_another_version_or_a_missing_icon_changes_nothing(package: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (package / "icons" / "check.svg").unlink()
    assert "no icon named check. Nothing was changed." in make_icons(package, project).stderr
    (package / "package.json").write_text(json.dumps({"name": "lucide-static", "version": "1.0.0"}))
    assert "lucide-static 1.0.0, not lucide-static 1.62.0" in make_icons(package, project).stderr
    assert "is no unpacked npm package" in make_icons(tmp_path / "elsewhere", project).stderr
    assert not (project / "resources").exists()
