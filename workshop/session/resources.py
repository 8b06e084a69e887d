"""The data files that ship with the product: agendas, consent wording, the practice day."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workshop.domain.kinds import Item
from workshop.errors import RuleBroken

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TEMPLATES = RESOURCES / "templates"


@dataclass(frozen=True)
class ConsentItem:
    """One consent question as people see it. `text_hash` proves later which words were answered.

    `short` is the question in a list of answers; `more` are sentences for whoever asks for more.
    """

    item: Item
    question: str
    sentences: tuple[str, ...]
    short: str = ""
    more: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 of the exact words."""
        return hashlib.sha256("\n".join((self.question, *self.sentences)).encode()).hexdigest()


@dataclass(frozen=True)
class ConsentForm:
    """A version of the consent questions in one language.

    `until` is the last sentence of every question with a place for a date; `about` says who asks,
    why and for how long. `checked` is False until somebody who speaks the language has read it.
    """

    version: str
    language: str
    items: tuple[ConsentItem, ...]
    until: str = ""
    about: tuple[str, ...] = ()
    checked: bool = False

    def of(self, item: Item) -> ConsentItem:
        """The question of one item."""
        return next(i for i in self.items if i.item is item)

    def sentences(self, item: Item, day: str) -> tuple[str, ...]:
        """The sentences of one item; the last one names the day (in words) where it is known.

        The hash of an answer covers the words of the form, not this day: the workshop keeps the day.
        """
        said = self.of(item).sentences
        return (*said[:-1], self.until.format(date=day)) if day and self.until else said


def consent_languages() -> tuple[str, ...]:
    """The languages that there is a form in, English first."""
    found = {path.stem.removeprefix("consent_") for path in TEMPLATES.glob("consent_*.json")}
    return ("en", *sorted(found - {"en"}))


@cache
def consent_form(language: str = "en") -> ConsentForm:
    """The form that ships with this version, in a language; in English where there is none in it."""
    known = language if language in consent_languages() else "en"
    data = _read(TEMPLATES / f"consent_{known}.json")
    items = tuple(map(_consent_item, data["items"]))
    about = tuple(data.get("about", ()))
    return ConsentForm(
        data["version"], data["language"], items, data.get("until", ""), about, data.get("checked", False)
    )


def _consent_item(data: dict[str, Any]) -> ConsentItem:
    return ConsentItem(
        Item(data["item"]),
        data["question"],
        tuple(data["sentences"]),
        data.get("short", ""),
        tuple(data.get("more", ())),
    )


def template_named(name: str) -> dict[str, Any]:
    """The agenda of this name; RuleBroken when there is none."""
    path = TEMPLATES / "agendas" / f"{name}.json"
    if path.stem != name or not path.is_file():
        raise RuleBroken("There is no plan of that name. Nothing was changed.")
    return _read(path)


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
