"""What can be done with the chosen row of the list: all that can be done on the board."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.board.layout import FIELDS, NOTE_H, NOTE_W
from ui.board.offers import shortened
from ui.parts import listing
from ui.parts.groups import notes_in
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL, Button
from ui.widgets.wrapping import Wrapping
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, GroupKind
from workshop.domain.records import Group, Note, Tag

if TYPE_CHECKING:
    from ui.parts.board_list import BoardList


class Acts:
    """The acts of one list."""

    def __init__(self, beside: "BoardList") -> None:
        self._list = beside

    def buttons(self) -> QWidget:
        """The buttons below the chosen row."""
        note, group = self._list.listed.chosen
        buttons = self._of_note(note) if note is not None else self._of_group(group)
        acts = Wrapping(self._list.page.look, *buttons, gap=12)
        alike = [] if note is None else self._alike(note)
        around = self._list.page.column(acts, *alike, margins=(40, 8, 8, 12))
        return within(QWidget(), around)

    def _alike(self, note: NoteId) -> list[Part]:
        """The note that seems to say the same, if the board has found one; people decide."""
        page, words = self._list.page, self._list.page.words
        like = page.view.scene.overlays.hints.like(note)
        other = None if like is None or page.why_closed else page.room.get(Note, like)
        if other is None:
            return []
        said = page.text(words("Looks like “{words}”", words=shortened(other.text)), 20)
        put = page.button(words("Put together"), "equal", partial(self.put_together, other.id), SMALL)
        keep = page.button(words("Keep both"), "x", partial(self._keep_both, note, other.id), SMALL)
        return [said, Wrapping(page.look, put, keep, gap=12)]

    def _keep_both(self, note: NoteId, other: NoteId) -> None:
        self._list.page.view.likeness.keep_both(note, other)
        self._list.refill()

    # A note

    def _of_note(self, id_: NoteId) -> list[Button]:
        page, words, ask = self._list.page, self._list.page.words, self._list.ask
        note = page.room.get(Note, id_)
        if note is None:
            return []
        hear = page.button(words("Hear"), "volume-2", partial(page.hear, note.text, note.language), SMALL)
        parts = [hear]
        if note.same_as is None:
            parts = [
                page.button(words("Move to…"), "move", partial(ask, "move"), SMALL),
                self._change(id_),
                page.button(words("Same as…"), "merge", partial(ask, "same"), SMALL),
                hear,
                page.button(words("Copy to…"), "copy", partial(ask, "copy"), SMALL),
            ]
        if self._is_with_others(note):
            parts.append(page.button(words("Apart again"), "split", partial(self._part, id_), SMALL))
        if page.room.all(Tag):
            parts.append(page.button(words("Tags"), "bookmark", partial(ask, "tag"), SMALL))
        parts.append(
            page.button(words("How it felt"), "message-circle-question", partial(ask, "felt"), SMALL)
        )
        for button in parts:
            if page.why_closed and button is not hear:
                button.lock(page.why_closed)
        return parts

    def _change(self, note: NoteId) -> Button:
        """It works for as long as whoever wrote the note may change it."""
        page, words = self._list.page, self._list.page.words
        button = page.button(words("Change"), "pencil-line", partial(page.change_words, note), SMALL)
        button.lock("" if page.may_change(note) else words("Ask the facilitator to change this note."))
        return button

    def _is_with_others(self, note: Note) -> bool:
        """Whether this note lies under another one, or another one under it."""
        return note.same_as is not None or any(n.same_as == note.id for n in self._list.page.room.all(Note))

    def _part(self, note: NoteId) -> None:
        self._list.doing(partial(self._list.page.room.session.board.split_notes, note))

    def put_together(self, other: NoteId) -> None:
        """The chosen note says the same as another one: it lies under that one now."""
        note = self._list.listed.chosen[0]
        if note is not None and other != note:
            self._list.doing(partial(self._list.page.room.session.board.merge_notes, [other, note]))

    def move(self, group: GroupId | None) -> None:
        """Put the chosen note into a group, or loose, out of the group of its row."""
        note, inside = self._list.listed.chosen
        if note is None:
            return
        page = self._list.page
        x, y = page.view.free_place() if group is None else (0.0, 0.0)
        drop = partial(page.room.session.board.drop_note, note, x, y, group=group, out_of=inside)
        self._list.listed.chosen = (note, group)
        self._list.doing(drop)

    def lay_in_field(self, across: int, up: int) -> None:
        """Lay the chosen note into a field of the grid: 0 is left and below, 1 is right and above."""
        note, inside = self._list.listed.chosen
        if note is None:
            return
        page, fields = self._list.page, FIELDS
        x = fields.x + fields.w * (0.25 + across / 2) - NOTE_W / 2
        y = fields.y + fields.h * (0.75 - up / 2) - NOTE_H / 2
        free = page.view.model.place_near(x, y)
        self._list.listed.chosen = (note, None)
        drop = partial(page.room.session.board.drop_note, note, *free, group=None, out_of=inside)
        self._list.doing(drop)

    def copy(self, group: GroupId) -> None:
        """Let the chosen note stand in one more group."""
        note = self._list.listed.chosen[0]
        if note is not None:
            self._list.doing(partial(self._list.page.room.session.board.put_in_group, [note], group))

    # A group

    def _of_group(self, id_: GroupId | None) -> list[Button]:
        page, words = self._list.page, self._list.page.words
        group = None if id_ is None else page.room.get(Group, id_)
        if group is None:
            return []
        read = page.button(words("Read it"), "book-open", partial(page.read_group, group.id), SMALL)
        change = self._changes_of(group) if group.kind is GroupKind.OWN else []
        for button in change:
            button.lock(page.why_closed or (words("This area is locked") if group.locked else ""))
        return [read, *change]

    def _changes_of(self, group: Group) -> list[Button]:
        """What can be done with a group of the room's own."""
        page, words, ask = self._list.page, self._list.page.words, self._list.ask
        acts = [
            (words("Name"), "pencil-line", partial(page.name_group, group.id)),
            (words("Merge with…"), "merge", partial(ask, "together")),
        ]
        if any(other.merged_into == group.id for other in page.room.all(Group)):
            unmerge = partial(page.room.session.board.unmerge_groups, group.id)
            acts.append((words("Part again"), "split", partial(self._list.doing, unmerge)))
        if len(notes_in(page.room, group.id)) > 1:
            acts.append((words("Split"), "split", partial(ask, "split")))
        if page.room.workshop.layout is BoardLayout.JOURNEY:
            acts.append((words("How it felt"), "message-circle-question", partial(ask, "feeling")))
        return [page.button(said, icon, act, SMALL) for said, icon, act in acts]

    def split(self) -> None:
        """The ticked notes become a group of their own."""
        group, notes = self._list.listed.chosen[1], list(self._list.listed.ticked)
        if group is not None and notes:
            self._list.doing(partial(self._list.page.room.session.board.split_group, group, notes))

    def feel(self, feeling: int) -> None:
        """This step of the journey felt so."""
        group = self._list.listed.chosen[1]
        if group is not None:
            self._list.doing(partial(self._list.page.room.session.board.mark_feeling, group, feeling))

    def together(self, other: GroupId) -> None:
        """The other group comes into the chosen one."""
        group = self._list.listed.chosen[1]
        if group is not None:
            self._list.doing(partial(self._list.page.room.session.board.merge_groups, [group, other]))

    def others(self) -> list[Group]:
        """The groups that can come into the chosen one."""
        board = listing.board_of(self._list.page.room.all(Group))
        chosen = self._list.listed.chosen[1]
        return [group for group in board if group.kind is GroupKind.OWN and group.id != chosen]
