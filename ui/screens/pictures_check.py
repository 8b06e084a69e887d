"""Who can be seen on the pictures: said of each before it is printed, one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD, Side
from ui.page import Page
from ui.parts.looking import leaves_for
from ui.parts.promises_sheets import sheet
from ui.parts.top_bar import PRINT, top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, SMALL, Button
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.scroll import Place
from ui.widgets.wrapping import Wrapping
from workshop.domain.ids import PersonId, PictureId
from workshop.domain.persons import Person, Picture
from workshop.domain.records import Note
from workshop.domain.seen import SOMEBODY_ELSE

SIZE = QSize(620, 480)  # design pixels, of the picture
SMALL_SIZE = QSize(150, 110)


class PicturesCheckPage(Page):
    """One picture at a time: nobody can be seen, or these people; only with their yes it is printed."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """The first that waits, with nobody ticked; it goes back to the page that led here."""
        self.back_to = str(given.get("back_to", "print_out"))
        self.skipped = 0
        self.seen: list[PersonId] = []
        self.again: PictureId | None = None  # one that was looked at, being looked at again
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Who is on the picture?")

    def build(self) -> None:
        """The picture, and everybody in the room to tick; or those that were looked at."""
        waiting = self.room.session.pack.pictures_to_look_at()
        again = self.room.get(Picture, self.again) if self.again is not None else None
        shown = again or (waiting[self.skipped % len(waiting)] if waiting else None)
        under = self.words("A picture is printed only with a yes from everybody on it.")
        inside = self._asked(shown, len(waiting)) if shown else self._looked_at()
        buttons = self._buttons(len(waiting), again is not None)
        content = sheet(self, self.name(), under, inside, self._back, *buttons)
        layout = self.column(top_bar(self, PRINT), within(QWidget(), content), gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _buttons(self, count: int, again: bool) -> list[Button]:
        if again:
            return [self.button(self.words("Leave it as it is"), "x", lambda: self._look_again(None), PLAIN)]
        next_ = self.button(self.words("Next picture"), "arrow-right", self._next, PLAIN)
        return [next_] if count > 1 else []

    # One picture

    def _asked(self, picture: Picture, count: int) -> QLayout:
        left = self.column(self._shown(picture), 1, gap=12)
        right = self.column(self._who(picture), 1, gap=12)
        laid_out = self.row(left, right, gap=32)
        laid_out.setStretch(1, 1)
        waits = self.words.many("1 picture waits.", "{n} pictures wait.", count) if count else ""
        return self.column(*([self.text(waits, 22)] if waits else []), laid_out, 1, gap=12)

    def _shown(self, picture: Picture) -> QWidget:
        note = self._note_of(picture)
        return within(
            QWidget(), self.column(self._picture(picture, SIZE), self.text(note, 24, MEDIUM), gap=8)
        )

    def _note_of(self, picture: Picture) -> str:
        note = self.room.get(Note, picture.note)
        return note.text if note is not None else ""

    def _picture(self, picture: Picture, size: QSize) -> QLabel:
        label, ratio = QLabel(), self.devicePixelRatioF()
        room = QSize(self.look.px(size.width()), self.look.px(size.height()))
        pixels = QPixmap()
        pixels.loadFromData(self.room.session.board.picture_to_look_at(picture.id))
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixels = pixels.scaled(room * ratio, keep, smooth)
        pixels.setDevicePixelRatio(ratio)
        label.setPixmap(pixels)
        label.setAccessibleName(self.words("The picture on “{note}”", note=self._note_of(picture)))
        return label

    def _who(self, picture: Picture) -> QWidget:
        nobody = self.button(self.words("Nobody can be seen"), "check", lambda: self._tag(picture, ()), MAIN)
        these = self.button(self.words("These people"), "users", lambda: self._tag(picture, self.seen), MAIN)
        if not self.seen:
            these.lock(self.words("Tick who can be seen first."))
        ticks = [self._tick(person.id, person.called) for person in self.room.all(Person)]
        other = self._tick(SOMEBODY_ELSE, self.words("Somebody who is not in the list"))
        heading = self.text(self.words("Or tick who can be seen"), 24, SEMIBOLD)
        people = within(QWidget(), Wrapping(self.look, *ticks, gap=10))
        never = self.text(self.words("With somebody else on it, it is never printed."), 20, colour="ink2")
        return within(QWidget(), self.column(nobody, heading, people, other, never, these, gap=10))

    def _tick(self, person: PersonId, says: str) -> Tick:
        tick = Tick(self.look, says, person in self.seen, token=24)
        tick.toggled.connect(lambda on: self._ticked(person, on))
        return tick

    # Those that were looked at

    def _looked_at(self) -> QLayout:
        said = self.text(self.words("All pictures are looked at."), 26, MEDIUM)
        to_print = self.button(self.words("Back to printing"), "printer", self._to_print, MAIN)
        rows = [self._row(picture) for picture in self.room.session.pack.pictures_looked_at()]
        return self.column(said, self.row(to_print, 1), *rows, 1, gap=20)

    def _row(self, picture: Picture) -> QWidget:
        note = self._note_of(picture)
        told = leaves_for(self.room.session.people.shown_to(picture), self.words)
        parts: list[Part] = [self.text(self._seen_on(picture), 24, BOLD), self.text(told, 22)]
        change = self.button(self.words("Change"), "pen-line", lambda: self._look_again(picture), SMALL)
        change.setAccessibleName(self.words("Change who is on the picture on “{note}”", note=note))
        laid_out = self.row(
            self._picture(picture, SMALL_SIZE),
            self.column(self.text(note, 20, colour="ink2"), *parts, gap=2),
            change,
            gap=24,
            margins=(16, 12, 16, 12),
        )
        laid_out.setStretch(1, 1)
        return within(Card(self.look, "linen", "card_edge", radius=12), laid_out)

    def _seen_on(self, picture: Picture) -> str:
        people = [p.called for p in self.room.all(Person) if p.id in picture.people]
        others = (
            [self.words("somebody else")]
            if set(picture.people) - {p.id for p in self.room.all(Person)}
            else []
        )
        return ", ".join([*people, *others]) or self.words("Nobody can be seen")

    # Acts

    def _ticked(self, person: PersonId, on: bool) -> None:
        self.seen = [*(p for p in self.seen if p != person), *([person] if on else [])]
        self.rebuild()

    def _tag(self, picture: Picture, seen: Sequence[PersonId]) -> None:
        people, other = [p for p in seen if p != SOMEBODY_ELSE], SOMEBODY_ELSE in seen
        tag = self.room.session.people.tag_picture
        if self.did(tag, picture.id, people, no_faces=not seen, somebody_else=other):
            self._look_again(None)

    def _look_again(self, picture: Picture | None) -> None:
        self.again = picture.id if picture is not None else None
        self.seen = list(picture.people) if picture is not None else []
        self.rebuild()

    def _next(self) -> None:
        self.skipped, self.seen = self.skipped + 1, []
        self.rebuild()

    def _to_print(self) -> None:
        self.stage.show_desk("print_out")

    def _back(self) -> None:
        self.stage.show_desk(self.back_to)


PAGE = PicturesCheckPage
