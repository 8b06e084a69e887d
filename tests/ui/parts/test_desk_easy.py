"""Three short lines to say, each with a picture of its own."""

from ui.icons import names
from ui.parts import desk_easy
from ui.parts.desk_easy import EasyLine, easy_lines, sentences
from workshop.domain.ids import StepId
from workshop.domain.records import Step


def step(kind: str = "writing", **more: object) -> Step:
    return Step(StepId("s"), 0, kind, "Quiet writing", **more)  # type: ignore[arg-type]


def test_lines_written_for_it_come_first() -> None:
    easy = (
        "Write one thing on each note.",
        "All notes are the same size.",
        "There are no wrong answers.",
        "4",
    )
    assert easy_lines(step(easy=easy, say="Other words.")) == (
        EasyLine("Write one thing on each note.", "pencil-line"),
        EasyLine("All notes are the same size.", "equal"),
        EasyLine("There are no wrong answers.", "heart-handshake"),
    )


def test_else_the_script_is_said_sentence_by_sentence() -> None:
    told = easy_lines(step(say="We write alone. It is quiet! Is that fine? Yes."))
    assert [line.text for line in told] == ["We write alone.", "It is quiet!", "Is that fine?"]


def test_else_the_question_or_the_title() -> None:
    assert [line.text for line in easy_lines(step(prompt="What matters?"))] == ["What matters?"]
    assert [line.text for line in easy_lines(step())] == ["Quiet writing"]


def test_another_language_has_the_pictures_of_the_step() -> None:
    told = easy_lines(step(say="ہم خاموشی سے لکھتے ہیں۔ ایک نوٹ پر ایک بات۔"))
    assert [line.icon for line in told] == ["pencil-line", "file-text"]


def test_no_picture_comes_twice() -> None:
    told = easy_lines(step(say="Write. Write more. Write again."))
    assert len({line.icon for line in told}) == 3


def test_sentences_end_where_they_end() -> None:
    assert sentences("At 14.30 we stop. Then tea") == ["At 14.30 we stop.", "Then tea"]
    assert sentences("  ") == []


def test_every_picture_exists() -> None:
    used = set(desk_easy._OF_WORD.values()) | set(desk_easy._ELSE)
    used |= {icon for three in desk_easy._OF_STEP.values() for icon in three}
    assert used <= names()
