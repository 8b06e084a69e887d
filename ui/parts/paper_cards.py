"""The parts of the page of papers: the list of papers, what can be chosen of one, and the list of persons."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.look import BOLD, SEMIBOLD
from ui.page import Page
from ui.parts import papers as said
from ui.parts.desk_cards import is_low
from ui.parts.papers import Choice
from ui.widgets.boxes import Part, within
from ui.widgets.button import TOOL
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Segment, Stepper
from ui.widgets.field import Line, labelled
from ui.widgets.scroll import Scroll
from ui.words import LANGUAGES
from workshop.domain.ids import PersonId
from workshop.domain.papers import OF_THE_TEAM

if TYPE_CHECKING:
    from ui.screens.people_papers import PeoplePapersPage

ACROSS = 2


def card(page: Page, *parts: Part) -> QWidget:
    """A card with these parts below each other."""
    return within(Card(page.look), page.column(*parts, 1, gap=12, margins=(22, 18, 22, 18)))


def bar(page: Page, back: Callable[[], object]) -> Ground:
    """The way back, and what this page is."""
    side = 24 if is_low(page.look) else 48
    button = page.button(page.words("Back"), "arrow-left", back)
    parts = page.row(button, page.text(page.name(), 34, BOLD), gap=20, margins=(side, 12, side, 12))
    parts.setStretch(1, 1)
    ground = Ground(page.look, "paper", "bottom")
    within(ground, parts)
    ground.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return ground


def paper_list(page: "PeoplePapersPage", across: int) -> QWidget:
    """All papers, `across` in a row, the chosen one filled."""
    papers: list[QWidget] = []
    for paper, icon, name in said.PAPERS:
        chosen = paper is page.choice.paper
        part = Segment(page.look, page.words(name), chosen, icon=icon, token=22)
        part.clicked.connect(lambda _=False, key=paper.value: page.choose_paper(key))
        papers.append(part)
    rows = [page.row(*papers[at : at + across], gap=8) for at in range(0, len(papers), across)]
    return card(page, page.text(page.words("Which paper?"), 26, BOLD), *rows)


def options(page: "PeoplePapersPage") -> QWidget:
    """Language, size, for whom, how many, and who gets it."""
    words, choice = page.words, page.choice
    parts: list[Part] = []
    if choice.paper not in OF_THE_TEAM:
        languages = [(code, name) for code, name in LANGUAGES.items()]
        parts += [
            page.text(words("Language"), 22, SEMIBOLD),
            _few(page, languages, choice.language, lambda key: page.choose(replace(choice, language=key))),
        ]
    shapes = [(shape.value, words(name)) for shape, name in said.SHAPES]
    parts += [
        page.text(words("Size"), 22, SEMIBOLD),
        _few(page, shapes, choice.shape.value, lambda key: page.choose(_shaped(choice, key))),
    ]
    parts += _whom(page)
    counter = Stepper(
        page.look,
        words("How many?"),
        page.copies,
        1,
        said.MOST_COPIES,
        page.count,
        fewer=words("{what}: one fewer", what=words("How many?")),
        more=words("{what}: one more", what=words("How many?")),
    )
    parts += [page.text(words("How many?"), 22, SEMIBOLD), page.row(counter, 1)]
    if page.work.making is not None and page.work.making.facts.shows_people:
        field = Line(page.look, words("Given to"), page.given_to, 22)
        field.textChanged.connect(page.give_to)
        parts.append(labelled(page.look, words("Given to, so that it can be called back"), field))
    return card(page, *parts)


def _few(page: Page, choices: list[tuple[str, str]], chosen: str, choose: Callable[[str], object]) -> QLayout:
    """A few choices, two in a row."""
    parts = []
    for key, name in choices:
        part = Segment(page.look, name, key == chosen, token=20, language=key if key in LANGUAGES else "")
        part.clicked.connect(lambda _=False, key=key: choose(key))
        parts.append(part)
    rows = [page.row(*parts[at : at + ACROSS], gap=8) for at in range(0, len(parts), ACROSS)]
    return page.column(*rows, gap=8)


def _shaped(choice: Choice, key: str) -> Choice:
    shape = next(shape for shape, _name in said.SHAPES if shape.value == key)
    return replace(choice, shape=shape)


def _whom(page: "PeoplePapersPage") -> list[Part]:
    words, choice = page.words, page.choice
    parts: list[Part] = []
    if choice.paper in said.OF_EVERYBODY and choice.person is None:
        both = [("names", words("Names of who takes part")), ("blank", words("Blank"))]
        chosen = "names" if choice.names else "blank"
        parts += [
            page.text(words("On it"), 22, SEMIBOLD),
            _few(page, both, chosen, lambda key: page.choose(replace(choice, names=key == "names"))),
        ]
    if choice.paper in said.MAY_BE_FOR_ONE:
        name = said.name_of(page.room, choice.person, words)
        whom = words("Nobody chosen") if choice.needs_somebody else name
        parts += [
            page.text(words("For whom?"), 22, SEMIBOLD),
            page.button(whom, "user", page.ask_for_whom, TOOL),
        ]
    return parts


def for_person(choice: Choice, person: PersonId | None) -> Choice:
    """The same paper for somebody, or blank."""
    return replace(choice, person=person)


def person_list(page: "PeoplePapersPage", nobody: Callable[[], object] | None) -> QLayout:
    """Everybody by name and number, two in a row; "nobody" where a paper can be blank."""
    words = page.words
    buttons: list[QWidget] = []
    if nobody is not None:
        buttons.append(page.button(words("Nobody: a blank form"), "file-text", nobody, TOOL))
    for person, name in said.persons(page.room):
        buttons.append(page.button(name, "user", partial(page.choose_person, person), TOOL))
    rows = [page.row(*buttons[at : at + ACROSS], gap=12) for at in range(0, len(buttons), ACROSS)]
    if not buttons:
        rows = [page.row(page.text(words("Nobody is in the list yet."), 24))]
    inside = within(QWidget(), page.column(*rows, 1, gap=12))
    area = Scroll(page.look, inside, words("More"), words("Back up"), page.persons_place)
    title = page.text(words("For whom is it?"), 30, BOLD)
    whole = page.column(title, area, gap=16, margins=(32, 20, 32, 20))
    whole.setStretch(1, 1)
    return whole
