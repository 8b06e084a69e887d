"""The questions of the list, in the place of its rows: where to, which tags, how it felt, only which."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.board.offers import feeling_words
from ui.board.picking import FEELINGS
from ui.look import BOLD
from ui.parts import listing
from ui.parts.groups import notes_in
from ui.parts.kinds import emotion_name, kind_name
from ui.parts.on_note import images_on
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Kind, Style
from ui.widgets.choice import Tick
from ui.widgets.large_note import LargeNote
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Scroll
from ui.widgets.touch import Touchable
from workshop.domain.board_settings import ENDS
from workshop.domain.ids import GroupId, NoteId, TagId
from workshop.domain.kinds import BoardLayout, Emotion
from workshop.domain.records import Group, Membership, Note, Tag

STRONG_ACT = Style(Kind.STRONG, 64, 22, 26, padding=24)

if TYPE_CHECKING:
    from ui.parts.board_list import BoardList


def question(beside: "BoardList", asked: str) -> QWidget | None:
    """What stands in the place of the rows; None where the rows stay."""
    made = {
        "move": _move,
        "copy": _copy,
        "tag": _tags,
        "felt": _felt,
        "only": _only,
        "together": _together,
        "split": _split,
        "feeling": _feeling,
    }.get(asked)
    return None if made is None else made(beside)


def begin(asked: QWidget) -> None:
    """The keyboard goes to the first answer."""
    first = next(iter(asked.findChildren(Touchable)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _asked(beside: "BoardList", question_: str, answers: Sequence[QWidget], done: str) -> QWidget:
    """A question, the note that it is about, its answers one below the other, and the way back."""
    page, words = beside.page, beside.page.words
    note = beside.note
    about = [] if note is None else [_about(beside, note)]
    content = within(QWidget(), page.column(*about, *answers, 1, gap=12))
    scroll = Scroll(page.look, content, words("More"), words("Back"))
    icon = "arrow-left" if done == words("Go on as before") else "check"
    back = page.button(done, icon, partial(beside.ask, ""), PLAIN)
    whole = page.column(page.text(question_, 24, BOLD), scroll, page.row(back, 1), gap=12)
    whole.setStretch(1, 1)
    return within(QWidget(), whole)


def _about(beside: "BoardList", note: Note) -> LargeNote:
    page = beside.page
    kind = kind_name(page.room.workshop, note.kind, page.words)
    images = images_on(page.room, note.id, page.look, page.look.px(100))
    return LargeNote(page.look, page.words, note, 20, kind, images)


def _group_rows(beside: "BoardList", act: str, but: frozenset[GroupId]) -> list[QWidget]:
    page, words = beside.page, beside.page.words
    found: list[QWidget] = []
    for group in listing.board_of(page.room.all(Group)):
        if group.id in but:
            continue
        row = RowButton(page.look, listing.name_of(group, words), "lock" if group.locked else "group")
        row.lock(words("This group is locked.") if group.locked else "")
        row.asked_why.connect(page.tell)
        row.clicked.connect(lambda _=False, id_=group.id: getattr(beside.acts, act)(id_))
        found.append(row)
    return found


def _inside(beside: "BoardList") -> frozenset[GroupId]:
    """The groups that the chosen note stands in."""
    note = beside.listed.chosen[0]
    return frozenset(m.group for m in beside.page.room.all(Membership) if m.note == note)


def _move(beside: "BoardList") -> QWidget:
    page, words = beside.page, beside.page.words
    here = beside.listed.chosen[1]
    rows = _group_rows(beside, "move", frozenset() if here is None else frozenset({here}))
    if here is not None:
        loose = RowButton(page.look, words("In no group"), "sticky-note")
        loose.clicked.connect(lambda: beside.acts.move(None))
        rows.append(loose)
    rows = [*_fields(beside), *rows]
    return _asked(beside, words("Where does this note go?"), rows, words("Go on as before"))


def _fields(beside: "BoardList") -> list[QWidget]:
    """The four fields of a grid, by the names of its ends."""
    page, words = beside.page, beside.page.words
    day = page.room.workshop
    if day.layout is not BoardLayout.GRID or len(day.axes) < ENDS:
        return []
    rows: list[QWidget] = []
    for up in (1, 0):
        for across in (0, 1):
            name = words("{one} and {other}", one=day.axes[across], other=day.axes[2 + up])
            row = RowButton(page.look, name, "layout-grid")
            row.clicked.connect(lambda _=False, at=(across, up): beside.acts.lay_in_field(*at))
            rows.append(row)
    return rows


def _copy(beside: "BoardList") -> QWidget:
    words = beside.page.words
    rows = _group_rows(beside, "copy", _inside(beside))
    return _asked(beside, words("Where shall it stand as well?"), rows, words("Go on as before"))


def _together(beside: "BoardList") -> QWidget:
    words = beside.page.words
    others = frozenset(g.id for g in beside.page.room.all(Group)) - {g.id for g in beside.acts.others()}
    rows = _group_rows(beside, "together", frozenset(others))
    return _asked(beside, words("Which group comes into this one?"), rows, words("Go on as before"))


def _split(beside: "BoardList") -> QWidget:
    page, words, group = beside.page, beside.page.words, beside.listed.chosen[1]
    ticks: list[QWidget] = []
    for note in notes_in(page.room, group) if group is not None else ():
        tick = Tick(page.look, note.text, note.id in beside.listed.ticked, framed=True)
        tick.toggled.connect(partial(beside.tick, note.id))
        ticks.append(tick)
    ticks.append(page.button(words("Make the new group"), "group", beside.acts.split, STRONG_ACT))
    return _asked(beside, words("Which notes go into a new group?"), ticks, words("Go on as before"))


def _feeling(beside: "BoardList") -> QWidget:
    page, words, group = beside.page, beside.page.words, beside.listed.chosen[1]
    record = None if group is None else page.room.get(Group, group)
    rows: list[QWidget] = []
    for does, said in feeling_words(words).items():
        chosen = record is not None and record.feeling == FEELINGS[does]
        row = RowButton(page.look, said, "check" if chosen else "", chosen=chosen)
        row.clicked.connect(lambda _=False, feeling=FEELINGS[does]: beside.acts.feel(feeling))
        rows.append(row)
    return _asked(beside, words("How did this step feel?"), rows, words("Go on as before"))


def _tags(beside: "BoardList") -> QWidget:
    page, note, words = beside.page, beside.note, beside.page.words
    ticks: list[QWidget] = []
    for tag in page.room.all(Tag) if note is not None else ():
        on = note is not None and tag.id in note.tags
        tick = Tick(page.look, tag.name, on, framed=True)
        tick.toggled.connect(partial(_tag, beside, tag.id))
        ticks.append(tick)
    return _asked(beside, words("Which tags fit?"), ticks, words("Done"))


def _tag(beside: "BoardList", tag: TagId, on: bool) -> None:
    note = beside.listed.chosen[0]
    if note is not None:
        beside.page.did(beside.page.room.session.board.tag_notes, [note], tag, on)


def _felt(beside: "BoardList") -> QWidget:
    page, note, words = beside.page, beside.note, beside.page.words
    now = None if note is None else note.emotion
    rows: list[QWidget] = []
    answers: list[tuple[Emotion | None, str]] = [(e, emotion_name(e, words)) for e in Emotion]
    for emotion, said in [*answers, (None, words("No mark"))]:
        row = RowButton(page.look, said, "check" if emotion is now else "", chosen=emotion is now)
        row.clicked.connect(lambda _=False, emotion=emotion: _feel(beside, emotion))
        rows.append(row)
    return _asked(beside, words("How did it feel?"), rows, words("Go on as before"))


def _feel(beside: "BoardList", emotion: Emotion | None) -> None:
    note: NoteId | None = beside.listed.chosen[0]
    if note is not None:
        beside.doing(partial(beside.page.room.session.board.mark_emotion, note, emotion))


def _only(beside: "BoardList") -> QWidget:
    page, listed, words = beside.page, beside.listed, beside.page.words
    ticks: list[QWidget] = []
    for kind, name in beside.kinds():
        tick = Tick(page.look, name, kind in listed.kinds, framed=True)
        tick.toggled.connect(partial(beside.show_only, kind))
        ticks.append(tick)
    for tag in page.room.all(Tag):
        tick = Tick(page.look, tag.name, tag.id in listed.tags, framed=True)
        tick.toggled.connect(partial(beside.show_tagged, tag.id))
        ticks.append(tick)
    return _asked(beside, words("Which notes shall be in the list?"), ticks, words("Done"))
