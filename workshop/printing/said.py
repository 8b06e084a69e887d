"""What we said: every note that may be printed, by group, in the words it was written in."""

from collections.abc import Callable, Iterable, Iterator

from workshop.domain.board_settings import ENDS
from workshop.domain.facts import Facts, GroupFacts, NoteFacts
from workshop.domain.kinds import BoardLayout, GroupKind, NoteKind
from workshop.printing.content import (
    Block,
    Columns,
    Document,
    Heading,
    Legend,
    NoteList,
    Paragraph,
    Section,
    Tone,
    plain,
)
from workshop.printing.family import document, question_line
from workshop.printing.said_notes import as_printed, felt_on_the_way, kind_words
from workshop.printing.words import _, n_

# In a small room a reason and a number can point at somebody, so the people's pack has neither.

Lister = Callable[[str, Iterable[NoteFacts], str], NoteList]


def said(facts: Facts) -> Document:
    """The notes of the day: the room's own groups, notes in none, then the areas whose names are fixed."""
    title = _("What we said")
    labels = kind_words(facts)

    def listed(name: str, notes: Iterable[NoteFacts], remark: str = "") -> NoteList:
        return NoteList(name, tuple(as_printed(note, labels) for note in notes), remark)

    own = [_group(group, listed) for group in facts.groups if group.kind is GroupKind.OWN]
    areas = [_group(group, listed) for group in facts.groups if group.kind is not GroupKind.OWN]
    groups = (*own, *_loose(facts, listed), *areas)
    blocks: tuple[Block, ...] = (
        Heading(1, title),
        *question_line(facts.question),
        *_legend(facts, labels),
        *_not_printed(facts),
        *_grid(facts),
        *((Columns(groups),) if groups else (plain(_("No notes were written on this day.")),)),
    )
    return document(facts, "said", title, (Section(blocks),))


def _group(group: GroupFacts, listed: Lister) -> NoteList:
    name, about = _area(group.kind) or (group.name or _("A group without a name"), "")
    felt = "" if group.feeling is None else felt_on_the_way(group.feeling)
    checked = _("Checked by the group.") if group.checked else ""
    empty = "" if group.notes else _("No notes to print here.")
    return listed(name, group.notes, " ".join(filter(None, (about, felt, checked, empty))))


def _area(kind: GroupKind) -> tuple[str, str] | None:
    """The name of an area that every board has, and what it is for."""
    return {
        GroupKind.LATER: (_("For later"), _("Good thoughts for another day.")),
        GroupKind.UNKNOWN: (_("We don’t know yet"), _("Questions to ask someone.")),
        GroupKind.WRONG: (_("We got this wrong"), _("We say it openly.")),
    }.get(kind)


def _loose(facts: Facts, listed: Lister) -> Iterator[NoteList]:
    """Notes in no group: by the fields of the grid, where there is one, and then all others."""
    for field in _fields(facts):
        if notes := [note for note in facts.loose if note.field == field]:
            yield listed(_("{one} and {other}").format(one=field[0], other=field[1]), notes, "")
    if notes := [note for note in facts.loose if note.field not in _fields(facts)]:
        yield listed(_("Not in a group"), notes, "")


def _fields(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The names of the four fields, from the top left to the bottom right."""
    if not _is_grid(facts):
        return ()
    left, right, bottom, top = facts.axes
    return tuple(dict.fromkeys((across, up) for up in (top, bottom) for across in (left, right)))


def _grid(facts: Facts) -> tuple[Paragraph, ...]:
    """What the two lines of the grid mean."""
    if not _is_grid(facts):
        return ()
    left, right, bottom, top = facts.axes
    across = _("From left to right: {left} to {right}.").format(left=left, right=right)
    up = _("From bottom to top: {bottom} to {top}.").format(bottom=bottom, top=top)
    return (plain(f"{across} {up}", tone=Tone.SMALL),)


def _is_grid(facts: Facts) -> bool:
    return facts.layout is BoardLayout.GRID and len(facts.axes) == ENDS


def _legend(facts: Facts, labels: dict[NoteKind, str]) -> tuple[Legend, ...]:
    printed = {note.kind for group in facts.groups for note in group.notes}
    printed |= {note.kind for note in facts.loose}
    kinds = tuple((kind, label) for kind, label in labels.items() if kind in printed)
    return (Legend(kinds),) if kinds else ()


def _not_printed(facts: Facts) -> tuple[Paragraph, ...]:
    """How many notes are left out, and never whose or why: why would point at somebody."""
    if not facts.not_printed:
        return ()
    return (
        plain(
            n_("{n} note is not printed.", "{n} notes are not printed.", facts.not_printed), tone=Tone.QUIET
        ),
    )
