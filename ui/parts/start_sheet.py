"""A sheet in the middle of a page: white, with round corners, what stands in it, and a foot of buttons.

It is as tall as what stands in it, or as the page. Where the page is too low, the content can be drawn
up and the foot stays in view.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, Look
from ui.page import Page
from ui.widgets.boxes import row, within
from ui.widgets.button import Kind, Style
from ui.widgets.card import Card
from ui.widgets.mark import Mark
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

NEXT = Style(Kind.MAIN, 112, 36, 42, padding=56, radius=18)
GO_ON = replace(NEXT, icon_last=True)
BESIDE_NEXT = Style(height=112, text=28, icon=34, padding=40, radius=18)
AT_FOOT = Style(height=96, text=22, icon=30)
SIDE_BY_SIDE = Style(height=80, text=22, icon=28)
CHOICE = Style(height=88, text=26, icon=34)
EDGE = 30  # design pixels between the sheet and the page's edge


class Sheet(QWidget):
    """The sheet, in the middle of the room it is given. Lengths are design pixels."""

    def __init__(
        self,
        look: Look,
        content: QLayout,
        foot: QLayout,
        *,
        wide: int = 1320,
        tall: bool = True,
        padding: tuple[int, int] = (84, 54),
        more: str = "More",
        back: str = "Back",
    ) -> None:
        super().__init__()
        self.look, self.wide, self.tall, self.padding = look, wide, tall, padding
        self.card = Card(look, radius=28, parent=self)
        self.content = within(QWidget(), content)
        self.foot = within(QWidget(self.card), foot)
        content.setContentsMargins(0, 0, 0, 0)
        foot.setContentsMargins(0, 0, 0, 0)
        for index in range(foot.count()):
            item = foot.itemAt(index)
            if item is not None and item.widget() is not None:
                item.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.area = Scroll(look, self.content, more, back, parent=self.card)

    def minimumSizeHint(self) -> QSize:
        """It fits itself into its room."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other places."""
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Something in it has become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        px = self.look.px
        width = min(px(self.wide), self.width() - 2 * px(EDGE) // 2)
        across, down = px(self.padding[0]), px(self.padding[1])
        inside = width - 2 * across
        foot, gap = _height(self.foot, inside), px(20 if self.tall else 36)
        most = self.height() - 2 * px(EDGE)
        if most < px(700):  # a low page keeps its height for the words
            down, most = px(24), self.height() - px(EDGE)
        needed = _height(self.content, inside) + foot + gap + 2 * down
        height = most if self.tall or needed > most else needed
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self.foot.setGeometry(across, height - down - foot, inside, foot)
        self.area.setGeometry(across, down, inside, height - 2 * down - foot - gap)


def _height(widget: QWidget, width: int) -> int:
    layout = widget.layout()
    if layout is None or layout.isEmpty():
        return 0
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalMinimumSize().height()


def heading(page: Page, where: str) -> QLayout:
    """The mark and a line that says where we are."""
    return row(
        page.look,
        Mark(page.look, 60),
        Text(page.look, where, 28, BOLD, "damson"),
        gap=18,
    )


def sheet_page(
    page: Page, content: QLayout, foot: QLayout, *, wide: int = 1320, tall: bool = True, padding: int = 84
) -> None:
    """Make a page of one sheet."""
    sheet = Sheet(
        page.look,
        content,
        foot,
        wide=wide,
        tall=tall,
        padding=(padding, 54),
        more=page.words("More"),
        back=page.words("Back"),
    )
    page.body.setLayout(row(page.look, sheet))
