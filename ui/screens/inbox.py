"""Notes that wait: one below the other, each to be put onto the board or hidden. Nobody else sees them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import listing
from ui.parts.desk_cards import Answer, is_low, question_card
from ui.parts.kinds import kind_name
from ui.parts.on_note import images_on
from ui.parts.top_bar import BOARD, top_bar
from ui.parts.waiting import NO_REASON_YET, waiting
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL, Kind, Style
from ui.widgets.card import Card
from ui.widgets.large_note import LargeNote
from ui.widgets.place_picture import PlacePicture
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Group, Note

PLACE = Style(Kind.STRONG, 64, 22, 26, padding=24)
IMAGE, PICTURE = 200, 960  # design pixels: of what is on a note, and of the board
SHOWN = frozenset({"note", "note_group", "workshop"})


class InboxPage(Page):
    """Each note with its two acts; where it goes is asked in its own place."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """No note is being placed, none was hidden yet."""
        self.placing: NoteId | None = None
        self.hidden: NoteId | None = None  # the one that was hidden last
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Notes that wait")

    # Laying out

    def build(self) -> None:
        """The bar, how many wait, and the notes."""
        words, ready = self.words, waiting(self.room.all(Note))
        many = words.many("1 note waits", "{n} notes wait", len(ready)) if ready else words("No note waits.")
        head = self.column(self.text(many, 30, BOLD), self.text(self._why(), 22), gap=2)
        parts: list[Part] = [*self._hidden_card(), *(self._card(note) for note in ready)]
        content = within(QWidget(), self.column(*parts, 1, gap=16))
        scroll = Scroll(self.look, content, words("More"), words("Back up"), self.place)
        whole = self.column(head, scroll, gap=16, margins=(32, 20, 32, 24))
        whole.setStretch(1, 1)
        layout = self.column(top_bar(self, BOARD), whole, gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _why(self) -> str:
        if self.room.workshop.inbox:
            return self.words("New notes come here first. You put them onto the board.")
        return self.words("Many notes came from one place at once. You put them onto the board.")

    def _card(self, note: Note) -> Card:
        words, kind = self.words, kind_name(self.room.workshop, note.kind, self.words)
        images = images_on(self.room, note.id, self.look, self.look.px(IMAGE))
        shown = LargeNote(self.look, words, note, 24, kind, images)
        place = self.button(words("Place"), "move", partial(self.choose, note.id), PLACE)
        hide = self.button(words("Hide"), "eye-off", partial(self.hide_note, note.id), PLACE)
        for button in (place, hide):
            button.setAccessibleName(f"{button.text()}: {note.text}")
        first = self.row(shown, place, hide, gap=16)
        first.setStretch(0, 1)
        for part in (place, hide):
            first.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        asked = [self._asked(note.id)] if self.placing == note.id else []
        card = Card(self.look)
        within(card, self.column(first, *asked, gap=16, margins=(20, 16, 20, 16)))
        return card

    def _asked(self, note: NoteId) -> QLayout:
        """Where it goes: by its name, or in the picture of the board."""
        if is_low(self.look):
            return self.column(self._where(note), self.row(self._picture(note), 1), gap=16)
        both = self.row(self.column(self._where(note), 1), self.column(self._picture(note), 1), gap=16)
        both.setStretch(0, 1)
        return both

    def _where(self, note: NoteId) -> Card:
        words = self.words
        answers = [Answer(words("In no group"), "sticky-note", partial(self.put, note, None))]
        for group in listing.board_of(self.room.all(Group)):
            name = listing.name_of(group, words)
            answers.append(
                Answer(name, "lock" if group.locked else "group", partial(self.put, note, group.id))
            )
        answers.append(Answer(words("Not now"), "arrow-left", partial(self.choose, None)))
        return question_card(self.look, words("Where does this note go?"), answers, SMALL, across=2)

    def _picture(self, note: NoteId) -> PlacePicture:
        """The board in small: a touch lays the note just there."""
        theirs = self.stage.look(Side.PEOPLE)
        board = PlacePicture(self.room, self.look, theirs, self.words)
        board.placed.connect(partial(self.lay, note))
        wide = self.look.px(PICTURE)
        board.setFixedSize(wide, board.heightForWidth(wide))
        return board

    def _hidden_card(self) -> list[Card]:
        """What was hidden last: why, or show it again."""
        note, words = self.room.get(Note, self.hidden) if self.hidden else None, self.words
        if note is None or note.state is not NoteState.WITHHELD:
            return []
        why = partial(self.stage.show_desk, "hide_note", note=note.id, back="inbox")
        acts = self.row(
            self.text(words("Note {n} is hidden. It is kept.", n=note.number), 22, SEMIBOLD),
            self.button(words("Say why"), "pen-line", why, SMALL),
            self.button(words("Undo: show it again"), "undo-2", self.show_again, SMALL),
        )
        acts.setStretch(0, 1)
        card = Card(self.look)
        within(card, acts)
        acts.setContentsMargins(*(self.look.px(m) for m in (22, 16, 22, 16)))
        return [card]

    def on_change(self, change: Change) -> None:
        """A note came, or a group."""
        if any(c.table in SHOWN for c in change.diff):
            self.rebuild()

    # Acts

    def choose(self, note: NoteId | None) -> None:
        """Ask where this note goes; None asks no more."""
        self.placing = note
        self.rebuild()

    def put(self, note: NoteId, group: GroupId | None) -> None:
        """Put a note onto the board: into a group, or loose at a free place."""
        self.placing = None
        if not self.did(self.room.session.board.place_note, note, group=group):
            self.rebuild()

    def lay(self, note: NoteId, x: float, y: float, group: GroupId | None) -> None:
        """Put a note onto the board where its picture was touched: a place, or a group."""
        self.placing = None
        if not self.did(self.room.session.board.place_note, note, x, y, group=group):
            self.rebuild()

    def hide_note(self, note: NoteId) -> None:
        """Hide a note at once; why can be said after."""
        self.hidden = note
        self.did(self.room.session.board.withhold_note, note, NO_REASON_YET)

    def show_again(self) -> None:
        """The note waits again."""
        note, self.hidden = self.hidden, None
        if note is not None:
            self.did(self.room.session.board.restore_note, note)


PAGE = InboxPage
