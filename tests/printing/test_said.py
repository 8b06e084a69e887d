"""What the page of notes says of what the board can do, in the order in which it is read."""

from dataclasses import replace

from tests.printing.given import BOARD, THE_DAY
from workshop.domain.facts import Facts, NoteFacts
from workshop.domain.kinds import BoardLayout, Emotion, NoteKind
from workshop.printing.content import Columns, Figure, Legend, Note, Remark
from workshop.printing.said import said
from workshop.printing.said_notes import as_printed, usual_kind_words
from workshop.printing.twin_txt import txt_lines
from workshop.printing.words import speaking


def page(facts: Facts) -> list[str]:
    return [line for block in said(facts).sections[0].blocks for line in txt_lines(block)]


def names(facts: Facts) -> list[str]:
    columns = next(b for b in said(facts).sections[0].blocks if isinstance(b, Columns))
    return [group.name for group in columns.groups]


def test_all_that_a_journey_holds_is_read_step_by_step() -> None:
    at = page(BOARD).index("2 notes are not printed.")
    assert page(BOARD)[at + 1 :] == [
        "Knowing what happens next",
        "-" * 25,
        "How it felt: Good. Checked by the group.",
        "* What we want: Tell me the date. Then stick to it.",
        "  How it felt: Glad.",
        "  Tags: Winter, Ask the ward",
        "* Does not work: Told at 10am I could go. Left at 7pm.",
        "  How it felt: Angry.",
        "  Says the same as the note above.",
        "* What we want: My house",
        "  [A drawing]",
        "* Idea: مجھے میری زبان میں بتائیں",
        "  In my language",
        "  [A drawing]",
        "* Idea: A picture",
        "  [A picture]",
        "  Tags: Winter",
        "",
        "Getting home",
        "-" * 12,
        "How it felt: Very hard. Checked by the group.",
        "* How it felt: A drawing",
        "  [A drawing]",
        "  [A picture]",
        "* Written before today: The taxi",
        "  [A picture]",
        "  How it felt: Calm.",
        "",
        "Not in a group",
        "-" * 14,
        "* Question: Is there a bus after nine?",
        "",
        "We got this wrong",
        "-" * 17,
        "We say it openly.",
        "* How it felt: We were told at night",
        "",
        "For later",
        "-" * 9,
        "Good thoughts for another day.",
        "* What we want: A minibus",
        "",
        "We don’t know yet",
        "-" * 17,
        "Questions to ask someone.",
        "* Question: Who pays?",
        "",
    ]


def test_the_legend_has_the_names_that_the_workshop_gave() -> None:
    legend = next(b for b in said(BOARD).sections[0].blocks if isinstance(b, Legend))
    assert legend.kinds[:2] == ((NoteKind.MATTERS, "What we want"), (NoteKind.IDEA, "Idea"))


def test_the_notes_of_a_grid_are_read_by_its_fields_from_the_top_left() -> None:
    fields = [("Hard", "No help"), ("Easy", "Much help"), (), ("Hard", "Much help"), ("Easy", "Much help")]
    loose = tuple(NoteFacts(n, f"Note {n}", NoteKind.IDEA, field=field) for n, field in enumerate(fields))
    grid = replace(BOARD, layout=BoardLayout.GRID, groups=(), loose=loose)
    assert "From left to right: Easy to Hard. From bottom to top: No help to Much help." in page(grid)
    assert names(grid) == ["Easy and Much help", "Hard and Much help", "Hard and No help", "Not in a group"]
    assert [line for line in page(grid) if line.startswith("* ")] == [
        f"* Idea: Note {n}" for n in (1, 4, 3, 0, 2)
    ]


def test_fields_of_one_name_are_one_and_no_note_is_lost() -> None:
    loose = tuple(NoteFacts(n, "", NoteKind.IDEA, field=("Easy", "Easy")) for n in (1, 2))
    grid = replace(BOARD, layout=BoardLayout.GRID, groups=(), loose=loose, axes=("Easy",) * 4)
    assert names(grid) == ["Easy and Easy"]
    assert names(replace(grid, layout=BoardLayout.FREE)) == ["Not in a group"]
    assert not any("From left" in line for line in page(BOARD))


def test_what_is_drawn_has_its_caption_as_other_words() -> None:
    def figures(**more: object) -> tuple[str, tuple[Figure, ...]]:
        note = replace(BOARD.groups[2].notes[0], **more)  # type: ignore[arg-type]
        printed = as_printed(note, usual_kind_words())
        return printed.text, printed.figures

    text, (drawing, picture) = figures(text="My way & home")
    assert (text, drawing.words, picture.words) == (
        "My way & home",
        "A drawing: My way & home",
        "A picture: My way & home",
    )
    text, (drawing, picture) = figures()
    assert (text, drawing.words, picture.words) == ("A drawing", "A drawing", "A picture: A drawing")
    assert figures(drawing=None, picture=None) == ("A drawing", ())


def test_the_words_around_notes_are_in_the_language_of_the_pack() -> None:
    with speaking("cy"):
        printed = as_printed(BOARD.groups[0].notes[0], usual_kind_words())
        assert printed.text == "Tell me the date. Then stick to it."
    plain = as_printed(THE_DAY.groups[0].notes[0], usual_kind_words())
    assert plain == Note(NoteKind.MATTERS, "What matters", "Tell me the date. Then stick to it.")
    assert as_printed(BOARD.groups[0].notes[0], usual_kind_words()).remarks == (
        Remark("How it felt: Glad.", Emotion.GLAD),
        Remark("Tags: Winter, Ask the ward"),
    )
