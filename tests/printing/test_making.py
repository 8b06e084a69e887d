"""From facts to files: sound structure, the same bytes everywhere, and any number of notes."""

import hashlib
import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.printing.given import (
    ARCHIVE,
    BOARD,
    CHINESE,
    HOME,
    PICTURES,
    PUNJABI,
    ROUND,
    THE_DAY,
    URDU,
    many_notes,
    notes,
)
from tests.printing.reading import elements, faults, one_line, roles, words_of
from tests.printing.test_pieces import overlapping
from workshop.domain import ink
from workshop.domain.facts import Facts, GroupFacts, NoteFacts
from workshop.domain.kinds import Audience, NoteKind
from workshop.printing.making import Printed, make, make_in_child
from workshop.printing.measures import A4, A4_TURNED, LARGE, MM, PEOPLE, TEAM, Measures
from workshop.printing.packs import documents_for
from workshop.printing.page import Place
from workshop.printing.pdf import set_pages

REPO = Path(__file__).resolve().parents[2]
LONG = " ".join(f"word{n}" for n in range(1, 290))[:2000]
SMALL_DAY = replace(THE_DAY, groups=(), loose=(), rounds=(), promises=(), cannots=(), people=None)
DAYS = {
    "the day": THE_DAY,
    "practice": replace(THE_DAY, practice=True),
    "nothing said, voted or promised": SMALL_DAY,
    "a stopped vote": replace(
        THE_DAY, rounds=(replace(ROUND, cancelled="A typing mistake.", counted=False),)
    ),
    "two votes": replace(THE_DAY, rounds=(ROUND, replace(ROUND, number=2, voices=(), voice_sizes=()))),
    "300 notes": many_notes(300),
    "groups of 40": many_notes(120, each=40),
    "long notes": replace(many_notes(6, each=3, text=LONG + " {n}"), rounds=()),
    "a long group name": replace(THE_DAY, groups=(replace(HOME, name=LONG[:200]),)),
    "the archive": ARCHIVE,
    "all that a board can do": BOARD,
}


def made(facts: Facts, large: bool = False) -> dict[str, Printed]:
    return {document.kind: document for document in make(facts, large=large, pictures=PICTURES)}


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("facts", DAYS.values(), ids=DAYS.keys())
def test_every_document_is_tagged_and_tells_nothing_about_its_maker(facts: Facts, large: bool) -> None:
    for document in made(facts, large).values():
        assert faults(document.pdf) == []
        assert document.missing == ()
        assert document.sha256 == hashlib.sha256(document.pdf).hexdigest()
        assert len(pypdfium2.PdfDocument(document.pdf)) == document.pages


@pytest.mark.parametrize("measures", [PEOPLE, LARGE, TEAM], ids=["16", "18", "12"])
@pytest.mark.parametrize("facts", DAYS.values(), ids=DAYS.keys())
def test_nothing_overlaps_or_leaves_the_margins(facts: Facts, measures: Measures) -> None:
    for document in documents_for(facts):
        if document.landscape and measures is not TEAM:
            continue  # the register is only ever set in the team's size
        sheet = A4_TURNED if document.landscape else A4
        places = set_pages(
            document, measures, check_number="0" * 64, with_places=True, pictures=PICTURES
        ).places
        assert overlapping(list(places)) == []
        assert [place for place in places if outside(place, sheet.width, sheet.height)] == []


def outside(place: Place, width: float, height: float) -> bool:
    """Is any of it in the margins?"""
    side, slack = 18 * MM, 0.2
    return (
        place.x < side - slack
        or place.x + place.width > width - side + slack
        or place.top > height - 18 * MM
        or place.top - place.height < 18 * MM - slack
    )


def test_every_note_is_on_the_pages_in_order() -> None:
    text = one_line(" ".join(words_of(made(many_notes(300))["pack"].pdf)))
    at = [text.index(f"Note {n}: say it once and write it down") for n in range(1, 301)]
    assert at == sorted(at)


def test_a_note_of_2000_characters_is_whole() -> None:
    day = replace(THE_DAY, groups=(GroupFacts("One", (NoteFacts(1, LONG, NoteKind.FELT),)),), loose=())
    text = one_line(" ".join(words_of(made(day)["pack"].pdf)))
    words = [word for word in text.split() if word.startswith("word") and word != "words:"]
    assert words == LONG.split()


def test_notes_in_other_scripts_can_be_read_out_of_the_pages() -> None:
    day = replace(THE_DAY, loose=notes(f"● {CHINESE}"))
    text = one_line(" ".join(words_of(made(day)["pack"].pdf)))
    assert [note in text for note in (URDU, PUNJABI, CHINESE)] == [True, True, True]


def test_practice_is_written_on_every_page() -> None:
    for document in make(replace(ARCHIVE, practice=True)):
        assert all("PRACTICE" in page for page in words_of(document.pdf))
    assert not any("PRACTICE" in page for document in make(ARCHIVE) for page in words_of(document.pdf))


def test_confidential_is_written_on_every_page_of_what_stays_with_the_records() -> None:
    pages = {kind: words_of(document.pdf) for kind, document in made(ARCHIVE).items()}
    assert all("CONFIDENTIAL" in page for kind in ("consent-register", "pack") for page in pages[kind])
    assert not any(
        "CONFIDENTIAL" in page for page in pages["one-sheet"] + words_of(made(THE_DAY)["pack"].pdf)
    )


def test_the_people_of_the_register_are_in_no_other_document() -> None:
    others = [document for document in make(ARCHIVE) if not document.confidential]
    assert not any("Amina" in text for document in others for text in (document.txt, document.html))


def test_every_page_says_which_it_is() -> None:
    pages = words_of(made(THE_DAY)["pack"].pdf)
    said = [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]
    assert [page_said in one_line(page) for page_said, page in zip(said, pages, strict=True)] == [True] * len(
        pages
    )


def test_the_sheet_to_take_home_is_one_sheet() -> None:
    assert made(THE_DAY)["one-sheet"].pages == 2


def test_the_vote_of_the_day_is_one_page() -> None:
    assert sum("How we voted" in page for page in words_of(made(THE_DAY)["pack"].pdf)) == 1


def test_the_structure_of_a_vote_is_a_table_with_headings() -> None:
    there = roles(made(THE_DAY)["pack"].pdf)
    assert there.count("Table") == 1
    assert there.count("TR") == 1 + 9
    assert there.count("TH") == 5 + 9


def test_drawings_and_pictures_are_figures_with_their_caption_and_place() -> None:
    with pikepdf.open(io.BytesIO(made(BOARD)["pack"].pdf)) as document:
        figures = [e for e in elements(document) if e.S == "/Figure"]
        words = [str(figure.Alt) for figure in figures]
        boxes = [[float(edge) for edge in figure.A.BBox] for figure in figures]
        images = [
            o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]
    drawn = ["A drawing: My house", f"A drawing: {URDU}", "A picture", "A drawing", "A picture: A drawing"]
    assert words == drawn  # the sixth has no file: its word stands there
    assert all(left < right and low < high for left, low, right, high in boxes)
    assert len(images) == 2
    assert "[A picture]" in one_line(" ".join(words_of(made(BOARD)["pack"].pdf)))


def test_what_is_drawn_is_seen_where_it_says_it_is() -> None:
    """The dark dots of the page in the box of the first figure are those of the house; without ink, none."""
    assert 0.05 < _darkness_of_first_figure(made(BOARD)["pack"].pdf) < 0.4
    rubbed_out = BOARD.groups[0].notes[2].drawing
    assert rubbed_out is not None
    dot = replace(
        BOARD.groups[0].notes[2], drawing=replace(rubbed_out, ink=ink.pack([[(0, 0, 0)], [(200, 99, 0)]]))
    )
    day = replace(BOARD, groups=(GroupFacts("One", (dot,)),))
    assert _darkness_of_first_figure(made(day)["pack"].pdf) < 0.01


def _darkness_of_first_figure(pdf: bytes) -> float:
    """How much of its box is black."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figure = next(e for e in elements(document) if e.S == "/Figure")
        number = next(n for n, page in enumerate(document.pages) if page.objgen == figure.Pg.objgen)
        left, low, right, high = (float(edge) for edge in figure.A.BBox)
    page = pypdfium2.PdfDocument(pdf)[number]
    dots = page.render(scale=2).to_pil().convert("L")
    inside = dots.crop(
        (int(2 * left), int(2 * (A4.height - high)), int(2 * right), int(2 * (A4.height - low)))
    )
    dark: int = sum(dot < 128 for dot in inside.tobytes())
    return dark / len(inside.tobytes())


def test_the_same_facts_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    locked_up = replace(BOARD, audience=Audience.ARCHIVE, register=ARCHIVE.register)
    script = (
        "import hashlib, pickle, sys; from workshop.printing.making import make;"
        "facts, pictures = pickle.load(sys.stdin.buffer);"
        "made = make(facts, pictures=pictures);"
        "print(*(hashlib.sha256(d.html.encode()).hexdigest() for d in made), *(d.sha256 for d in made))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script],
            input=pickle.dumps((locked_up, PICTURES)),
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=REPO,
            capture_output=True,
            check=True,
        )
        .stdout.decode()
        .split()
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert said[0][3:] == [document.sha256 for document in made(locked_up).values()]


def test_making_in_a_child_process_gives_the_same() -> None:
    day = replace(SMALL_DAY, loose=BOARD.groups[0].notes)
    assert make_in_child(day, pictures=PICTURES).result(timeout=60) == tuple(made(day).values())


def test_large_print_says_the_same_in_larger_letters() -> None:
    standard, large = made(THE_DAY)["pack"], made(THE_DAY, large=True)["pack"]
    assert (large.content_hash, large.txt) == (standard.content_hash, standard.txt)
    assert large.pages > standard.pages


def test_a_character_that_no_font_has_is_reported() -> None:
    document = made(replace(SMALL_DAY, loose=notes("● What is this: \U00012000?")))["pack"]
    assert document.missing == ("\U00012000",)


anything = st.text(max_size=60)


@settings(max_examples=25, deadline=None)
@given(anything, anything, anything, st.sampled_from(["", "en", "ur", "xx"]))
def test_whatever_people_write_becomes_a_sound_page(title: str, name: str, text: str, language: str) -> None:
    note = NoteFacts(1, text, NoteKind.IDEA, language, name)
    day = replace(THE_DAY, title=title, host=name, question=text, groups=(GroupFacts(name, (note,)),))
    for document in make(day):
        assert faults(document.pdf) == []
