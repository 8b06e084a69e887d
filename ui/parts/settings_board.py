"""The parts of the page that sets the board up: layout, kinds, tags, groups, pictures, the screen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import NOTES, SEMIBOLD
from ui.parts import listing
from ui.parts.desk_cards import Answer, grid, question_card
from ui.parts.kinds import NAMEABLE, kind_name
from ui.parts.settings_pictures import pictures_part
from ui.widgets.boxes import Part, within
from ui.widgets.button import PLAIN, SMALL, Button
from ui.widgets.card import Ground
from ui.widgets.choice import Tick
from ui.widgets.large_note import Symbol
from ui.widgets.row_button import RowButton
from ui.widgets.wrapping import Wrapping
from workshop.domain.board_settings import MOST_TAGS
from workshop.domain.ids import TagId
from workshop.domain.kinds import BoardLayout, GroupKind, NoteKind
from workshop.domain.records import Group, Membership, Note, Tag

if TYPE_CHECKING:
    from ui.screens.board_settings import BoardSettingsPage

NEW_TAG = "new tag"
ENDS = ("left", "right", "bottom", "top")
_LAYOUT_ICONS = {
    BoardLayout.FREE: "move",
    BoardLayout.COLUMNS: "list",
    BoardLayout.JOURNEY: "map",
    BoardLayout.GRID: "layout-grid",
}


def parts(page: "BoardSettingsPage") -> dict[str, tuple[str, Callable[[], QWidget]]]:
    """The parts of the page by their keys: what each is called, and what it shows."""
    words = page.words
    return {
        "layout": (words("Layout"), partial(_layout, page)),
        "kinds": (words("Kinds of notes"), partial(_kinds, page)),
        "tags": (words("Tags"), partial(_tags, page)),
        "groups": (words("Groups"), partial(_groups, page)),
        "pictures": (words("Pictures"), partial(pictures_part, page)),
        "screen": (words("The people’s screen"), partial(_screen, page)),
    }


# The layout


def _layout(page: "BoardSettingsPage") -> QWidget:
    words, day = page.words, page.room.workshop
    choices = (
        (BoardLayout.FREE, words("Free"), words("Everything lies where you put it.")),
        (BoardLayout.COLUMNS, words("Columns"), words("Each group is a column.")),
        (
            BoardLayout.JOURNEY,
            words("A journey"),
            words("Each group is a step, with a line for how it felt."),
        ),
        (BoardLayout.GRID, words("A grid of four"), words("Two questions, four fields. You name the ends.")),
    )
    rows: list[QWidget] = []
    for layout, name, about in choices:
        row = RowButton(page.look, f"{name}. {about}", _LAYOUT_ICONS[layout], chosen=layout is day.layout)
        row.setAccessibleName(name)
        row.setAccessibleDescription(about)
        row.clicked.connect(lambda _=False, layout=layout: page.set_layout(layout))
        rows.append(row)
    names = dict(zip(ENDS, day.axes, strict=False))
    labels = (words("Left end"), words("Right end"), words("Lower end"), words("Upper end"))
    ends = [
        page.field(f"end:{end}", label, names.get(end, "")) for end, label in zip(ENDS, labels, strict=True)
    ]
    title = page.text(words("The four ends of the grid"), 24, SEMIBOLD)
    return within(QWidget(), page.column(*rows, title, grid(page.look, ends, 2), 1, gap=12))


# Kinds


def _kinds(page: "BoardSettingsPage") -> QWidget:
    words, day = page.words, page.room.workshop
    about = page.text(words("Call them as the room does. The colour and the sign stay."), 22)
    own = {named.kind: named.name for named in day.kind_names}
    rows: list[QWidget] = []
    for kind in NAMEABLE:
        usual = words(NOTES[kind].label)
        field = page.field(f"kind:{kind.value}", usual, own.get(kind, ""), hint=usual)
        rows.append(_with_symbol(page, kind, field))
    fixed = page.text(kind_name(day, NoteKind.BEFORE, words), 24, SEMIBOLD)
    why = page.text(words("This name stays. It marks what the team brought in."), 20, colour="ink2")
    rows.append(_with_symbol(page, NoteKind.BEFORE, within(QWidget(), page.column(fixed, why, gap=2))))
    return within(QWidget(), page.column(about, grid(page.look, rows, 2), 1, gap=12))


def _with_symbol(page: "BoardSettingsPage", kind: NoteKind, beside: QWidget) -> QWidget:
    laid_out = page.row(Symbol(page.look, kind, 30), beside, gap=16)
    laid_out.setStretch(1, 1)
    return within(QWidget(), laid_out)


# Tags


def _tags(page: "BoardSettingsPage") -> QWidget:
    words, tags = page.words, page.room.all(Tag)
    said = words("{n} of {m} tags. You name them, and everybody can mark notes.", n=len(tags), m=MOST_TAGS)
    rows: list[Part] = [page.text(said, 22)]
    rows += [_tag(page, tag) for tag in tags]
    add = page.button(words("Add this tag"), "plus", page.add_tag, PLAIN)
    add.lock(words("There are 20 tags. Remove one first.") if len(tags) >= MOST_TAGS else "")
    new = page.field(NEW_TAG, words("A new tag"), page.typed.get(NEW_TAG, ""), hint=words("A word or two"))
    laid_out = page.row(new, add, gap=16)
    laid_out.setStretch(0, 1)
    rows.append(within(QWidget(), laid_out))
    return within(QWidget(), page.column(*rows, 1, gap=12))


def _tag(page: "BoardSettingsPage", tag: Tag) -> QWidget:
    words = page.words
    used = sum(tag.id in note.tags for note in page.room.all(Note))
    many = page.text(words.many("on 1 note", "on {n} notes", used), 20, wrap=False)
    remove = page.button(words("Remove"), "trash-2", partial(page.remove_tag, TagId(tag.id)), SMALL)
    remove.setAccessibleName(words("Remove {tag}", tag=tag.name))
    field = page.field(f"tag:{tag.id}", words("Tag {name}", name=tag.name), tag.name)
    laid_out = page.row(field, many, remove, gap=16)
    laid_out.setStretch(0, 1)
    return within(QWidget(), laid_out)


# Groups


def _groups(page: "BoardSettingsPage") -> QWidget:
    words, board = page.words, listing.board_of(page.room.all(Group))
    if page.putting_with is not None:
        return _which_other(page)
    rows: list[Part] = [page.text(words("In a locked group nobody at the board moves a note."), 22)]
    rows += [_group(page, group) for group in board]
    if not board:
        rows.append(page.text(words("There are no groups yet."), 24))
    rows.append(_lanes(page, {group.kind for group in board}))
    return within(QWidget(), page.column(*rows, 1, gap=8))


def _group(page: "BoardSettingsPage", group: Group) -> QWidget:
    words, groups = page.words, page.room.all(Group)
    inside = sum(m.group == group.id for m in page.room.all(Membership))
    said = page.column(
        page.text(listing.name_of(group, words), 24, SEMIBOLD),
        page.text(words.many("1 note", "{n} notes", inside), 20, colour="ink2"),
        gap=0,
    )
    lock = page.button(
        words("Unlock") if group.locked else words("Lock"), "lock", partial(page.lock, group), SMALL
    )
    buttons = [lock]
    if group.kind is GroupKind.OWN:
        put = page.button(words("Put with…"), "merge", partial(page.put_with, group.id), SMALL)
        put.lock(words("Unlock it first.") if group.locked else "")
        buttons.append(put)
    if any(other.merged_into == group.id for other in groups):
        buttons.append(page.button(words("Part again"), "split", partial(page.part_again, group.id), SMALL))
    for button in buttons:
        button.setAccessibleName(f"{button.text()}: {listing.name_of(group, words)}")
    laid_out = page.row(said, *buttons, gap=12, margins=(0, 8, 0, 8))
    laid_out.setStretch(0, 1)
    return within(Ground(page.look, "paper", "bottom"), laid_out)


def _which_other(page: "BoardSettingsPage") -> QWidget:
    words = page.words
    others = [
        group
        for group in listing.board_of(page.room.all(Group))
        if group.kind is GroupKind.OWN and group.id != page.putting_with and not group.locked
    ]
    answers = [Answer(listing.name_of(g, words), "group", partial(page.put_together, g.id)) for g in others]
    answers.append(Answer(words("Go on as before"), "arrow-left", partial(page.put_with, None)))
    card = question_card(page.look, words("Which group comes into this one?"), answers, SMALL)
    return within(QWidget(), page.column(card, 1))


def _lanes(page: "BoardSettingsPage", present: set[GroupKind]) -> QWidget:
    """Areas to set something aside in, as far as they are not there yet."""
    words = page.words
    lanes = (
        (GroupKind.LATER, words("Add “For later”"), "bookmark"),
        (GroupKind.UNKNOWN, words("Add “We don’t know yet”"), "search"),
        (GroupKind.WRONG, words("Add “We got this wrong”"), "rotate-ccw"),
    )
    buttons: list[QWidget] = []
    for kind, said, icon in lanes:
        if kind not in present:
            buttons.append(page.button(said, icon, partial(page.add_lane, kind), SMALL))
    return within(QWidget(), Wrapping(page.look, *buttons, gap=12))


# The screen


def _screen(page: "BoardSettingsPage") -> QWidget:
    words = page.words
    simple = _tick(
        page, words("Few buttons: Write, Undo, Help, More"), page.stage.simple_dock, page.keep_simple
    )
    inbox = _tick(page, words("New notes wait until I place them"), page.room.workshop.inbox, page.set_inbox)
    about = page.text(
        words("Where the buttons stand, a flat table and shaking hands: in Display and sound."), 22
    )
    display: Button = page.button(
        words("Display and sound"), "type", partial(page.stage.show_desk, "display"), PLAIN
    )
    return within(QWidget(), page.column(simple, inbox, about, page.row(display, 1), 1, gap=16))


def _tick(page: "BoardSettingsPage", said: str, on: bool, act: Callable[[bool], object]) -> Tick:
    tick = Tick(page.look, said, on, token=24, framed=True)
    tick.toggled.connect(act)
    tick.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return tick
