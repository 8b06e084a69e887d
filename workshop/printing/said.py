"""What we said: every note that may be printed, by group, in the words it was written in."""

from collections.abc import Iterable

from workshop.domain.facts import Facts, GroupFacts, NoteFacts
from workshop.domain.kinds import NoteKind
from workshop.printing.content import (
    Block,
    Columns,
    Document,
    Heading,
    Legend,
    Note,
    NoteList,
    Paragraph,
    Section,
    Tone,
    plain,
)
from workshop.printing.family import document, question_line
from workshop.printing.words import _, n_

# In a small room a reason and a number can point at somebody, so the people's pack has neither.


def said(facts: Facts) -> Document:
    """The notes of the day, by group."""
    title = _("What we said")
    groups = tuple(_group(group) for group in facts.groups)
    if facts.loose:
        groups += (NoteList(_("Not in a group"), _notes(facts.loose)),)
    blocks: tuple[Block, ...] = (
        Heading(1, title),
        *question_line(facts.question),
        *_legend(facts),
        *_not_printed(facts),
        *((Columns(groups),) if groups else (plain(_("No notes were written on this day.")),)),
    )
    return document(facts, "said", title, (Section(blocks),))


def kind_words() -> dict[NoteKind, str]:
    """The word that goes with each symbol."""
    return {
        NoteKind.MATTERS: _("What matters"),
        NoteKind.IDEA: _("Idea"),
        NoteKind.WORKS_WELL: _("Works well"),
        NoteKind.DOES_NOT_WORK: _("Does not work"),
        NoteKind.QUESTION: _("Question"),
        NoteKind.FELT: _("How it felt"),
        NoteKind.BEFORE: _("Written before today"),
    }


def _group(group: GroupFacts) -> NoteList:
    remark = _("Checked by the group.") if group.checked else ""
    if not group.notes:
        remark = " ".join(part for part in (remark, _("No notes to print here.")) if part)
    return NoteList(group.name or _("A group without a name"), _notes(group.notes), remark)


def _notes(notes: Iterable[NoteFacts]) -> tuple[Note, ...]:
    labels = kind_words()
    return tuple(
        Note(note.kind, labels[note.kind], note.text, note.language, note.translation) for note in notes
    )


def _legend(facts: Facts) -> tuple[Legend, ...]:
    printed = {note.kind for group in facts.groups for note in group.notes}
    printed |= {note.kind for note in facts.loose}
    kinds = tuple((kind, label) for kind, label in kind_words().items() if kind in printed)
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
