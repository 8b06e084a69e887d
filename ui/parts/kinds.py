"""What the kinds of notes are called in this workshop. Their colours and symbols are always the same."""

from collections.abc import Iterable

from ui.look import NOTES
from ui.words import Words
from workshop.domain.kinds import Emotion, NoteKind, NoteState
from workshop.domain.records import Note, Workshop

# The kinds that people write; "written before today" comes last, "how it felt" only where it is used.
ALWAYS = (
    NoteKind.MATTERS,
    NoteKind.IDEA,
    NoteKind.WORKS_WELL,
    NoteKind.DOES_NOT_WORK,
    NoteKind.QUESTION,
)
NAMEABLE = (*ALWAYS, NoteKind.FELT)


def kind_name(workshop: Workshop, kind: NoteKind, words: Words) -> str:
    """The workshop's own name of a kind, or the usual one. "Written before today" is never renamed."""
    own = next((named.name for named in workshop.kind_names if named.kind is kind), "")
    return own if own and kind is not NoteKind.BEFORE else words(NOTES[kind].label)


def is_felt_used(workshop: Workshop, notes: Iterable[Note]) -> bool:
    """Whether "how it felt" belongs into the legend: it has a name of its own, or a note in sight is one."""
    named = any(named.kind is NoteKind.FELT and named.name for named in workshop.kind_names)
    return named or any(n.kind is NoteKind.FELT and n.state is NoteState.SHOWN for n in notes)


def legend(workshop: Workshop, notes: Iterable[Note], words: Words) -> tuple[tuple[NoteKind, str], ...]:
    """The kinds with their names, in the order of the legend."""
    felt = (NoteKind.FELT,) if is_felt_used(workshop, notes) else ()
    return tuple((kind, kind_name(workshop, kind, words)) for kind in (*ALWAYS, *felt, NoteKind.BEFORE))


def emotion_name(emotion: Emotion, words: Words) -> str:
    """How something felt, in a word."""
    return {
        Emotion.GLAD: words("Glad"),
        Emotion.CALM: words("Calm"),
        Emotion.UNSURE: words("Not sure"),
        Emotion.SAD: words("Sad"),
        Emotion.ANGRY: words("Angry"),
    }[emotion]
