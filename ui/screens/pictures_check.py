"""Who can be seen on the pictures: said of each before it is printed, one after the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from ui.look import MEDIUM, SEMIBOLD, Side
from ui.page import Page
from ui.parts.promises_sheets import sheet
from ui.parts.top_bar import PRINT, top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN
from ui.widgets.choice import Tick
from workshop.domain.ids import PersonId
from workshop.domain.persons import Person, Picture
from workshop.domain.records import Note

SIZE = QSize(620, 480)  # design pixels, of the picture


class PicturesCheckPage(Page):
    """One picture at a time: nobody can be seen, or these people; only with their yes it is printed."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """The first of them, with nobody ticked."""
        self.skipped = 0
        self.seen: list[PersonId] = []

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Who is on the picture?")

    def build(self) -> None:
        """The picture, and everybody in the room to tick."""
        waiting = self.room.session.pack.pictures_to_look_at()
        shown = waiting[self.skipped % len(waiting)] if waiting else None
        under = self.words("A picture is printed only with a yes from everybody on it.")
        inside = self._asked(shown, len(waiting)) if shown else self._none()
        content = sheet(self, self.name(), under, inside, self._back)
        layout = self.column(top_bar(self, PRINT), within(QWidget(), content), gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _none(self) -> QLayout:
        said = self.text(self.words("All pictures are looked at."), 26, MEDIUM)
        to_print = self.button(self.words("Back to printing"), "printer", self._back, MAIN)
        return self.column(said, self.row(to_print, 1), 1, gap=24)

    def _asked(self, picture: Picture, count: int) -> QLayout:
        left = self.column(self._shown(picture), 1, gap=12)
        right = self.column(self._who(picture), 1, gap=12)
        laid_out = self.row(left, right, gap=32)
        laid_out.setStretch(1, 1)
        return self.column(self._how_many(count), laid_out, 1, gap=12)

    def _how_many(self, count: int) -> QWidget:
        words = self.words.many("1 picture waits.", "{n} pictures wait.", count)
        parts: list[Part] = [self.text(words, 22)]
        if count > 1:
            parts.append(self.button(self.words("Next picture"), "arrow-right", self._next, PLAIN))
        laid_out = self.row(*parts, gap=24)
        laid_out.setStretch(0, 1)
        return within(QWidget(), laid_out)

    def _shown(self, picture: Picture) -> QWidget:
        said = self.room.get(Note, picture.note)
        caption = said.text if said else ""
        label, ratio = QLabel(), self.devicePixelRatioF()
        room = QSize(self.look.px(SIZE.width()), self.look.px(SIZE.height()))
        pixels = QPixmap()
        pixels.loadFromData(self.room.session.board.picture_file(picture.id))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixels = pixels.scaled(room * ratio, keep, smooth)
        pixels.setDevicePixelRatio(ratio)
        label.setPixmap(pixels)
        label.setAccessibleName(self.words("The picture on “{note}”", note=caption))
        return within(QWidget(), self.column(label, self.text(caption, 24, MEDIUM), gap=8))

    def _who(self, picture: Picture) -> QWidget:
        nobody = self.button(self.words("Nobody can be seen"), "check", lambda: self._tag(picture, []), MAIN)
        these = self.button(self.words("These people"), "users", lambda: self._tag(picture, self.seen), MAIN)
        if not self.seen:
            these.lock(self.words("Tick who can be seen first."))
        ticks = [self._tick(person) for person in self.room.all(Person)]
        heading = self.text(self.words("Or tick who can be seen"), 24, SEMIBOLD)
        return within(QWidget(), self.column(nobody, heading, *ticks, these, gap=10))

    def _tick(self, person: Person) -> Tick:
        tick = Tick(self.look, person.called, person.id in self.seen, token=24)
        tick.toggled.connect(lambda on, who=person.id: self._ticked(who, on))
        return tick

    # Acts

    def _ticked(self, person: PersonId, on: bool) -> None:
        self.seen = [*(p for p in self.seen if p != person), *([person] if on else [])]
        self.rebuild()

    def _tag(self, picture: Picture, people: list[PersonId]) -> None:
        if self.did(self.room.session.people.tag_picture, picture.id, people, not people):
            self.seen = []
            self.rebuild()

    def _next(self) -> None:
        self.skipped, self.seen = self.skipped + 1, []
        self.rebuild()

    def _back(self) -> None:
        self.stage.show_desk("print_out")


PAGE = PicturesCheckPage
