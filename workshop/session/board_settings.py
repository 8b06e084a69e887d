"""How the board is set up: what kinds of notes are called, how it is laid out, and its tags."""

from dataclasses import dataclass, replace

from workshop.domain import board_settings
from workshop.domain.ids import NoteId, TagId
from workshop.domain.kinds import BoardLayout, NoteKind
from workshop.domain.labels import Label
from workshop.domain.records import Note, Tag
from workshop.session.actions import action
from workshop.session.board_part import BoardPart


@dataclass(frozen=True)
class TagMade:
    """A new tag."""

    tag: TagId


class Settings(BoardPart):
    """The acts that set the board up."""

    @action
    def name_kind(self, kind: NoteKind, name: str) -> None:
        """Call a kind of note by another name; an empty one brings its usual name back."""
        named = board_settings.name_kind(self._context.need_open_day(), kind, name)
        self._context.store.apply(Label.NAME_KIND, [named])

    @action
    def set_layout(self, layout: BoardLayout, axes: list[str] | None = None) -> None:
        """Lay the board out; `axes` are the four ends of a grid: left, right, bottom and top."""
        laid_out = board_settings.set_layout(self._context.need_open_day(), layout, axes)
        self._context.store.apply(Label.SET_LAYOUT, [laid_out])

    @action
    def set_inbox(self, on: bool) -> None:
        """From now on new notes wait until they are placed; or they come onto the board at once."""
        workshop = replace(self._context.need_open_day(), inbox=on)
        self._context.store.apply(Label.SET_INBOX, [workshop])

    @action
    def make_tag(self, name: str) -> TagMade:
        """Make a tag to mark notes with."""
        self._context.need_open_day()
        tag = board_settings.make_tag(TagId(self._context.new_id()), name, self._tags())
        self._context.store.apply(Label.MAKE_TAG, [tag])
        return TagMade(tag.id)

    @action
    def name_tag(self, tag: TagId, name: str) -> None:
        """Give a tag another name; the notes keep it."""
        self._context.need_open_day()
        named = board_settings.name_tag(self._context.store.need(Tag, tag), name, self._tags())
        self._context.store.apply(Label.NAME_TAG, [named])

    @action
    def remove_tag(self, tag: TagId) -> None:
        """Remove a tag, from all notes at once."""
        self._context.need_open_day()
        found = self._context.store.need(Tag, tag)
        notes = board_settings.without_tag(self._context.store.all(Note), tag)
        self._context.store.apply(Label.REMOVE_TAG, notes, [found])

    @action
    def tag_notes(self, notes: list[NoteId], tag: TagId, on: bool = True) -> None:
        """Mark notes with a tag, or take it off them."""
        self._context.need_open_day()
        self._context.store.need(Tag, tag)
        tagged = [board_settings.tag_note(note, tag, on, self._tags()) for note in self._on_board(notes)]
        self._context.store.apply(Label.TAG_NOTES, tagged)

    def _tags(self) -> tuple[Tag, ...]:
        return self._context.store.all(Tag)
