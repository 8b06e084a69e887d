"""One note as it is printed: its words, what is drawn on it, and in small lines what else is known of it."""

from collections.abc import Iterator

from workshop.domain.board import A_DRAWING, A_PICTURE
from workshop.domain.facts import Facts, NoteFacts
from workshop.domain.kinds import Emotion, NoteKind
from workshop.printing.content import Figure, Note, Remark
from workshop.printing.words import _


def as_printed(note: NoteFacts, labels: dict[NoteKind, str]) -> Note:
    """The note with the word for its symbol."""
    return Note(
        note.kind,
        labels[note.kind],
        _said(note),
        note.language,
        note.translation,
        tuple(_figures(note)),
        tuple(_remarks(note)),
    )


def kind_words(facts: Facts) -> dict[NoteKind, str]:
    """The word that goes with each symbol: the workshop's own, or the usual one."""
    own = {kind.kind: kind.name for kind in facts.kind_names if kind.kind is not NoteKind.BEFORE}
    return usual_kind_words() | own


def usual_kind_words() -> dict[NoteKind, str]:
    """The word that goes with each symbol where a workshop has none of its own."""
    return {
        NoteKind.MATTERS: _("What matters"),
        NoteKind.IDEA: _("Idea"),
        NoteKind.WORKS_WELL: _("Works well"),
        NoteKind.DOES_NOT_WORK: _("Does not work"),
        NoteKind.QUESTION: _("Question"),
        NoteKind.FELT: _("How it felt"),
        NoteKind.BEFORE: _("Written before today"),
    }


def emotion_words() -> dict[Emotion, str]:
    """How something felt, in a word."""
    return {
        Emotion.GLAD: _("Glad"),
        Emotion.CALM: _("Calm"),
        Emotion.UNSURE: _("Not sure"),
        Emotion.SAD: _("Sad"),
        Emotion.ANGRY: _("Angry"),
    }


def felt_on_the_way(feeling: int) -> str:
    """How a step of a journey felt, from -2 to 2, as a sentence."""
    levels = (_("Very hard"), _("Hard"), _("So-so"), _("Good"), _("Very good"))
    return _("How it felt: {feeling}.").format(feeling=levels[feeling + 2])


def _said(note: NoteFacts) -> str:
    """The words; those that the program gave a note without any are in the language of the pack."""
    if (note.drawing and note.text == A_DRAWING) or (note.picture and note.text == A_PICTURE):
        return _(note.text)
    return note.text


def _figures(note: NoteFacts) -> Iterator[Figure]:
    if note.drawing is not None:
        yield Figure(_("A drawing"), _with_caption(_("A drawing"), note), ink=note.drawing.ink)
    if note.picture is not None:
        yield Figure(_("A picture"), _with_caption(_("A picture"), note), picture=note.picture)


def _with_caption(what: str, note: NoteFacts) -> str:
    """What it is, and the words that somebody wrote beside it."""
    return what if _said(note) == what else f"{what}: {note.text}"


def _remarks(note: NoteFacts) -> Iterator[Remark]:
    if note.emotion is not None:
        felt = _("How it felt: {feeling}.").format(feeling=emotion_words()[note.emotion])
        yield Remark(felt, note.emotion)
    if note.tags:
        yield Remark(_("Tags: {tags}").format(tags=", ".join(note.tags)))
    if note.same_as:
        # Notes that say the same follow each other, and what says the same as the second does as the first.
        yield Remark(_("Says the same as the note above."))
