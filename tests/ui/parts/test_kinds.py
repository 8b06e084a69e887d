"""What kinds of notes are called: the workshop's own names, and the legend."""

from dataclasses import replace

import pytest

from tests import given
from ui.look import NOTES
from ui.parts.kinds import emotion_name, kind_name, legend
from ui.words import words_in
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Emotion, NoteKind, NoteState
from workshop.domain.records import KindName, Note

WORDS = words_in("en")
USUAL = ["What matters", "Idea", "Works well", "Does not work", "Question", "Written before today"]


@pytest.mark.parametrize("kind", NoteKind)
def test_without_a_name_of_its_own_a_kind_has_its_usual_one(kind: NoteKind) -> None:
    assert kind_name(given.workshop(), kind, WORDS) == NOTES[kind].label


def test_the_workshops_own_name_is_said_in_every_language() -> None:
    workshop = replace(given.workshop(), kind_names=(KindName(NoteKind.IDEA, "Spark"),))
    assert kind_name(workshop, NoteKind.IDEA, WORDS) == "Spark"
    assert kind_name(workshop, NoteKind.IDEA, words_in("pl")) == "Spark"
    assert kind_name(workshop, NoteKind.MATTERS, WORDS) == "What matters"


def test_what_was_written_before_today_is_never_called_otherwise() -> None:
    workshop = replace(given.workshop(), kind_names=(KindName(NoteKind.BEFORE, "Ours"),))
    assert kind_name(workshop, NoteKind.BEFORE, WORDS) == "Written before today"


def test_the_legend_has_the_kinds_that_are_used() -> None:
    felt = Note(NoteId("n"), 1, "I was cold", NoteKind.FELT)
    unseen = replace(felt, state=NoteState.HIDDEN)
    own = replace(given.workshop(), kind_names=(KindName(NoteKind.FELT, "My heart"),))
    assert [name for _, name in legend(given.workshop(), (), WORDS)] == USUAL
    assert [name for _, name in legend(given.workshop(), (unseen,), WORDS)] == USUAL
    assert [k for k, _ in legend(given.workshop(), (felt,), WORDS)][-2:] == [NoteKind.FELT, NoteKind.BEFORE]
    assert dict(legend(own, (), WORDS))[NoteKind.FELT] == "My heart"


def test_every_feeling_has_a_word_of_its_own() -> None:
    assert len({emotion_name(emotion, WORDS) for emotion in Emotion}) == len(Emotion)
