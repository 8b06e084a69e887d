"""Blank papers without any workshop: what a day needs when there is no computer, or none yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.kinds import Form
from workshop.domain.paper_facts import About, DayFacts, NamesFacts, Paper, PaperFacts
from workshop.domain.papers import SPARE_ROWS, consent_facts, equality_facts
from workshop.errors import RuleBroken
from workshop.session.equality import equality_form
from workshop.session.resources import consent_form, consent_languages, template_named
from workshop.storage.engine import in_plain_words
from workshop.storage.files import write_whole

MOST_PEOPLE = 200
ENDINGS = (".pdf", ".html", ".txt")
ONE_EACH = frozenset({Paper.INFORMATION, Paper.CONSENT, Paper.EQUALITY})
IN_ALL_LANGUAGES = (Paper.INFORMATION, Paper.CONSENT)


@dataclass(frozen=True)
class BlankMade:
    """A blank paper that was written, and how many of it the people need."""

    path: Path
    pages: int
    copies: int


def make_blanks(
    folder: Path, template: str, people: int, languages: Sequence[str] = ()
) -> tuple[BlankMade, ...]:
    """Every blank paper for so many people, with its twins, in these languages or in all that ship.

    RuleBroken when a file would be written over, or for a language in which no questions ship.
    """
    from workshop.printing.papers import make_paper  # it takes longer to read than all the rest

    if not 1 <= people <= MOST_PEOPLE:
        raise RuleBroken(f"Between 1 and {MOST_PEOPLE} people can be planned for. Nothing was written.")
    day = day_of(template)
    if not set(languages) <= set(consent_languages()):
        known = ", ".join(consent_languages())
        raise RuleBroken(f"There are forms in {known}, and in no other language. Nothing was written.")
    wanted = blank_facts(day, people, languages or consent_languages())
    printed = [(facts, make_paper(facts)) for facts in wanted]
    _refuse_other_files(folder, [one.name for _facts, one in printed])
    with in_plain_words():
        folder.mkdir(parents=True, exist_ok=True)
    made = []
    for facts, one in printed:
        pdf = folder / f"{one.name}.pdf"
        for ending, data in zip(ENDINGS, (one.pdf, one.html.encode(), one.txt.encode()), strict=True):
            write_whole(pdf.with_suffix(ending), data)
        made.append(BlankMade(pdf, one.pages, copies(facts.paper, people)))
    return tuple(made)


def day_of(template: str) -> DayFacts:
    """A day that nobody has planned yet: the title and the steps of a template, no date."""
    if not template:
        return DayFacts("")
    plan = template_named(template)
    return DayFacts(plan["title"], steps=tuple(step["title"] for step in plan["steps"]))


def blank_facts(day: DayFacts, people: int, languages: Sequence[str]) -> tuple[PaperFacts, ...]:
    """The facts of every blank paper: those that people read are in all the languages, in two shapes."""
    names, places = NamesFacts(empty=people + SPARE_ROWS), NamesFacts(empty=people)
    found = [
        PaperFacts(paper, day, language, shape, _about(paper, language))
        for paper in IN_ALL_LANGUAGES
        for language in languages
        for shape in (Form.PLAIN, Form.EASY_READ)
    ]
    found += [
        PaperFacts(Paper.SIGN_IN, day, about=(names,)),
        PaperFacts(Paper.BADGES, day, about=(places,)),
        PaperFacts(Paper.CLAIM, day),
        PaperFacts(Paper.SAFEGUARDING, day),
    ]
    found += [
        PaperFacts(Paper.EQUALITY, day, language, about=(equality_facts(equality_form(language=language)),))
        for language in languages
    ]
    return tuple(found)


def _about(paper: Paper, language: str) -> tuple[About, ...]:
    return (consent_facts(consent_form(language), None),) if paper is Paper.CONSENT else ()


def copies(paper: Paper, people: int) -> int:
    """How many of a paper so many people need; two money slips are on one sheet."""
    if paper is Paper.CLAIM:
        return (people + 1) // 2
    return people if paper in ONE_EACH else 1


def _refuse_other_files(folder: Path, names: list[str]) -> None:
    """RuleBroken where a file would be written over: nobody knows whether somebody filled it in."""
    paths = (folder / f"{name}{ending}" for name in names for ending in ENDINGS)
    there = next((path for path in paths if path.exists()), None)
    if folder.is_file():
        raise RuleBroken(f"“{folder.name}” is a file, not a folder. Nothing was written.")
    if there is not None:
        raise RuleBroken(
            f"A file called {there.name} is there already. Nothing was written. Please name another folder."
        )
