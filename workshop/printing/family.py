"""What all documents of one workshop have in common: their head, their foot, whom to ring."""

from workshop.domain.facts import Facts
from workshop.domain.records import Contact
from workshop.printing import words
from workshop.printing.content import Document, Paragraph, Section, Tone, plain
from workshop.printing.words import _


def document(
    facts: Facts,
    kind: str,
    title: str,
    sections: tuple[Section, ...],
    *,
    confidential: bool = False,
    landscape: bool = False,
) -> Document:
    """A document of this workshop with the box "Checked by the group" at its foot."""
    return Document(
        kind=kind,
        # The head of a page is not read out by a screen reader; the title of the document is.
        title=f"{_('Practice')}. {title}. {facts.title}" if facts.practice else f"{title}. {facts.title}",
        host=facts.host or facts.title,
        days=_days(facts),
        language=facts.language,
        sections=sections,
        foot=_("Confidential: for the team only") if confidential else _("Checked by the group"),
        check=not confidential,
        practice=facts.practice,
        confidential=confidential,
        landscape=landscape,
    )


def _days(facts: Facts) -> tuple[str, ...]:
    title = facts.title if facts.host else ""
    both = " · ".join(part for part in (title, day_of(facts)) if part)
    return (both, day_of(facts)) if facts.day else (both,)


def day_of(facts: Facts) -> str:
    """The day of the workshop in words, or nothing."""
    return words.day(facts.day) if facts.day else ""


def practice_note(facts: Facts) -> tuple[Paragraph, ...]:
    """What a practice page says about itself, before anything else."""
    if not facts.practice:
        return ()
    return (plain(_("This was a practice. The people in it are made up."), tone=Tone.LEAD),)


def question_line(question: str) -> tuple[Paragraph, ...]:
    """A question in quotation marks, where there is one."""
    return (plain(_("“{question}”").format(question=question), tone=Tone.LEAD),) if question else ()


def next_day(facts: Facts) -> str:
    """When people meet again: "Thursday 9 July, 1pm". Empty when there is no day yet."""
    if facts.next_date is None:
        return ""
    parts = [words.day(facts.next_date, beside=facts.day)]
    return ", ".join(parts + ([words.clock(facts.next_time)] if facts.next_time else []))


def first_contact(facts: Facts) -> Contact | None:
    """Whom to ring about the day itself."""
    return facts.ring[0] if facts.ring else None


def in_a_row(names: tuple[str, ...]) -> str:
    """ "Leanne", "Leanne and Ruth", "Ann, Leanne and Ruth"."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
