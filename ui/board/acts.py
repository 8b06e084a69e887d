"""What a touch means for the workshop: which act of the session follows a tap or a note put down.

It asks the session and waits: the board looks different only when the change comes back. Where the
session refuses, the note is shown again where it lies.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.board.faces import BACK
from ui.board.layout import Rect, nearest_edge
from ui.board.picking import EMOTIONS, FEELINGS, GOES, NOTHING, Asks, Does, Picked
from ui.board.scene import InHand
from ui.board.things import OnButton, OnName, OnNote, Touched
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, GroupKind
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.board.view import BoardView

_NEXT_OF_NOTE = {
    Does.UNDER: Asks.UNDER,
    Does.MORE: Asks.MORE,
    Does.BACK: Asks.ACT,
    Does.SAME: Asks.SAME,
    Does.COPY: Asks.COPY,
    Does.FELT: Asks.FELT,
    Does.MOVE: Asks.WHERE,
}
_NEXT_OF_GROUP = {
    Does.MERGE: Asks.MERGE,
    Does.SPLIT: Asks.SPLIT,
    Does.HOW: Asks.FEELING,
    Does.FEELING: Asks.FEELING,
}


class Acts:
    """The acts of one view."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._board = view.bridge.session.board

    @property
    def _picked(self) -> Picked:
        return self._view.shown.picked

    def tap(self, thing: Touched, x: float, y: float) -> None:
        """A touch on a thing at a place, in pixels."""
        if isinstance(thing, OnButton):
            self.press(thing.does, thing.on)
        elif not self._answer(thing, x, y):
            self._pick(thing, x, y)

    def _answer(self, thing: Touched, x: float, y: float) -> bool:
        """Take the touch as the answer to what is asked; False when nothing is asked that it could be."""
        picked, at = self._picked, self._view.camera.to_board(x, y)
        group = self._view.model.group_at(*at)
        if isinstance(thing, OnNote) and thing.note == picked.note:
            return False
        match picked.asks:
            case Asks.WHERE:
                self._put_at(*at)
            case Asks.COPY if group is not None:
                self.put_in(group)
            case Asks.MERGE if group is not None and group != picked.area:
                self.join(group)
            case Asks.SAME if isinstance(thing, OnNote):
                self.say_same(thing.note)
            case Asks.SPLIT if isinstance(thing, OnNote):
                self.choose_for_split(thing.note)
            case Asks.COPY | Asks.MERGE | Asks.SAME | Asks.SPLIT:
                return not (isinstance(thing, OnName) and thing.group == picked.area)
            case _:
                return False
        return True

    def _pick(self, thing: Touched, x: float, y: float) -> None:
        """Pick what was touched, let go of it, or begin to write where nothing lies."""
        view = self._view
        match thing:
            case OnNote(note):
                self._pick_or_let_go(note, x, y)
            case OnName(group) if self._picked.area == group:
                view.choose(NOTHING)
            case OnName(group):
                view.choose(Picked(group=group))
            case None:
                view.wants_page.emit(*view.model.place_near(*view.camera.to_board(x, y)))

    def _pick_or_let_go(self, note: NoteId, x: float, y: float) -> None:
        if self._view.model.faces.get(note, BACK) is BACK:
            return  # nobody reads or changes what lies face down
        if self._picked.note == note:
            self._view.pick(None)
            return
        lying = self._view.model.note_at(*self._view.camera.to_board(x, y))
        self._view.choose(Picked(note, lying.group if lying else None))

    # Buttons

    def press(self, does: Does, on: NoteId | GroupId) -> None:
        """A painted button was touched, or chosen with a key."""
        view, board = self._view, self._board
        if does in GOES:
            view.go(*GOES[does])
        elif does in _NEXT_OF_NOTE:
            view.ask(replace(self._picked, asks=_NEXT_OF_NOTE[does]))
        elif does in _NEXT_OF_GROUP:
            view.ask(Picked(group=GroupId(on), asks=_NEXT_OF_GROUP[does]))
        elif does in EMOTIONS or does is Does.NO_MARK:
            if view.bridge.did(board.mark_emotion, NoteId(on), EMOTIONS.get(does)):
                view.ask(replace(self._picked, asks=Asks.ACT))
        elif does in FEELINGS:
            if view.bridge.did(board.mark_feeling, GroupId(on), FEELINGS[does]):
                view.choose(NOTHING)
        elif does in (Does.PUT, Does.JOIN):
            self.put_in(GroupId(on)) if does is Does.PUT else self.join(GroupId(on))
        elif does in (Does.HEAR, Does.CHANGE, Does.APART, Does.TOGETHER, Does.KEEP_BOTH):
            self._press_on_note(does, NoteId(on))
        else:
            self._press_on_group(does, GroupId(on))

    def _press_on_note(self, does: Does, note: NoteId) -> None:
        view, like = self._view, self._view.scene.overlays.hints.like(note)
        match does:
            case Does.CHANGE:
                view.wants_text.emit(note)
            case Does.HEAR:
                record = view.bridge.get(Note, note)
                if record is not None and (note in view.model.faces or record.same_as is not None):
                    view.asked_to_hear.emit(record.text, record.language)
            case Does.APART:
                if view.bridge.did(self._board.split_notes, note):
                    view.pick(None)
            case Does.TOGETHER if like is not None:
                self.say_same(like)
            case Does.KEEP_BOTH if like is not None:
                view.likeness.keep_both(note, like)

    def _press_on_group(self, does: Does, group: GroupId) -> None:
        view = self._view
        match does:
            case Does.NAME | Does.RENAME:
                view.wants_name.emit(group)
            case Does.READ | Does.OPEN:
                view.choose(NOTHING)
                view.read_group.emit(group)
            case Does.PART:
                if view.bridge.did(self._board.unmerge_groups, group):
                    view.choose(NOTHING)
            case Does.MAKE:
                self._split(group)
            case Does.STOP:
                view.choose(NOTHING)

    # Where the picked note goes

    def put_in(self, group: GroupId) -> None:
        """Put the picked note into a group: out of the one it was touched in, or as well as there."""
        view, picked = self._view, self._picked
        if picked.note is None:
            return
        if picked.asks is Asks.COPY:
            done = view.bridge.did(self._board.put_in_group, [picked.note], group)
        else:
            out_of = picked.group if picked.group in view.model.groups_of(picked.note) else None
            done = view.bridge.did(self._board.drop_note, picked.note, group=group, out_of=out_of)
        if done:
            view.pick(None)

    def _put_at(self, x: float, y: float) -> None:
        """Put the picked note where the board was touched: into the group there, or loose."""
        view, picked = self._view, self._picked
        group = view.model.group_at(x, y)
        if group is not None:
            self.put_in(group)
        elif picked.note is not None:
            now = view.model.rect_of(picked.note)
            wide = 0.0 if now is None else now.w
            held = InHand(picked.note, picked.group, x - wide / 2, y - 20)
            if self._put_loose(held, (x, y)):
                view.pick(None)

    # What belongs together

    def say_same(self, other: NoteId) -> None:
        """The picked note says the same as another one: it lies under that one from now on."""
        view, note = self._view, self._picked.note
        if note is None or view.model.faces.get(other, BACK) is BACK:
            return
        if view.bridge.did(self._board.merge_notes, [other, note]):
            view.pick(None)
            view.walking.follow(other)

    def join(self, other: GroupId) -> None:
        """Put the picked group together with another one; an area whose name is fixed stays."""
        view, group = self._view, self._picked.area
        if group is None or group == other:
            return
        stays = view.model.groups[other].record.kind is not GroupKind.OWN
        both = [other, group] if stays else [group, other]
        if view.bridge.did(self._board.merge_groups, both):
            view.choose(NOTHING)

    def choose_for_split(self, note: NoteId) -> None:
        """Take a note of the picked group into the new group, or out of it again."""
        view, picked = self._view, self._picked
        if picked.area is None or note not in view.model.groups[picked.area].shown:
            return
        chosen = tuple(n for n in picked.notes if n != note)
        view.choose(replace(picked, notes=chosen if len(chosen) < len(picked.notes) else (*chosen, note)))

    def _split(self, group: GroupId) -> None:
        view = self._view
        made = view.bridge.do(self._board.split_group, group, list(self._picked.notes))
        if made is not None:
            view.choose(NOTHING)
            view.offer_name(made.group)

    # A note that was carried

    def put_down(self, held: InHand, area: Rect) -> None:
        """A note was put down; `area` is its rectangle now, in board units. It counts where its middle is."""
        view, middle = self._view, area.middle
        held = replace(held, group=self._group_by_now(held))
        group = view.model.group_at(*middle)
        if group is not None and group == held.group:
            return
        if group is None:
            self._put_loose(held, middle)
            return
        view.bridge.did(self._board.drop_note, held.note, group=group, out_of=held.group)

    def _group_by_now(self, held: InHand) -> GroupId | None:
        """The group to take a note out of: others may have moved it while it was in a hand."""
        groups = self._view.model.groups_of(held.note)
        if held.group in groups:
            return held.group
        return next(iter(groups)) if len(groups) == 1 else None

    def _put_loose(self, held: InHand, middle: tuple[float, float]) -> bool:
        """Put a note on the cloth, or together with the loose note that lies there."""
        view = self._view
        grid = view.model.arranged is BoardLayout.GRID  # there notes of one field lie close together
        below = None if grid else self._loose_below(held.note, *middle)
        if below is not None and held.group is None:
            made = view.bridge.do(self._board.make_group, "", [below, held.note])
            if made is not None:
                view.offer_name(made.group)
            return made is not None
        held, turned = self._turned(held, middle)
        return view.bridge.did(self._board.drop_note, held.note, held.x, held.y, None, held.group, turned)

    def _turned(self, held: InHand, middle: tuple[float, float]) -> tuple[InHand, int | None]:
        """On a flat table the note turns toward the nearest edge, about its middle; else it stays so."""
        view = self._view
        if not view.flat_table:
            return held, None
        turned = nearest_edge(*view.camera.to_screen(*middle), view.camera.wide, view.camera.high)
        wide, high = view.model.size_when_turned(held.note, turned)
        return replace(held, x=middle[0] - wide / 2, y=middle[1] - high / 2), turned

    def _loose_below(self, note: NoteId, x: float, y: float) -> NoteId | None:
        """The loose note in sight under a place, other than this one; only of two readable ones."""
        model = self._view.model
        if model.faces.get(note, BACK) is BACK:
            return None
        for lying in reversed(model.notes_in(Rect(x, y, 0.01, 0.01))):
            if lying.note != note and lying.group is None and model.faces[lying.note] is not BACK:
                return lying.note
        return None

    # Keys

    def new_group(self) -> None:
        """Place an empty group, and ask for its name."""
        made = self._view.bridge.do(self._board.make_group)
        if made is not None:
            self._view.wants_name.emit(made.group)

    def undo(self) -> None:
        """Ask for the last act to be taken back: which one that is, the page knows."""
        self._view.wants_undo.emit()

    def let_go(self) -> bool:
        """Let go of what is picked, or of what was asked last; whether anything was."""
        was = self._picked != NOTHING
        self._view.choose(NOTHING)
        return was
