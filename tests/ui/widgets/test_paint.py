"""How much room a line of words takes, in scripts that reach far up, down and aside."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.look import font_of, load_fonts
from ui.widgets.paint import ink_of, line_in, width_of

URDU = "کوئی شخص"


def test_a_line_is_as_wide_as_its_last_stroke(qtbot: QtBot) -> None:
    load_fonts()
    font = font_of(45)
    advance = QFontMetricsF(font).horizontalAdvance(URDU)
    assert width_of(font, URDU) > advance + 5
    box = QRectF(0, 0, width_of(font, URDU), 9999)
    one_line = QFontMetricsF(font).boundingRect(QRectF(0, 0, 9999, 9999), 0, URDU).height()
    wrapped = QFontMetricsF(font).boundingRect(box, Qt.TextFlag.TextWordWrap.value, URDU)
    assert wrapped.height() == one_line
    assert width_of(font, "") == 0


def test_a_line_is_painted_in_the_middle_of_its_box(qtbot: QtBot) -> None:
    load_fonts()
    image = QImage(300, 120, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    line_in(painter, font_of(40), URDU, QRectF(image.rect()))
    painter.end()
    rows = [y for y in range(120) if any(image.pixelColor(x, y).value() < 128 for x in range(300))]
    assert abs((rows[0] + rows[-1]) / 2 - 60) < 5
    assert abs(len(rows) - ink_of(font_of(40), URDU).height()) < 6
