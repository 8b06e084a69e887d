"""The data files that ship with the product: agendas, consent wording, the practice day."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from workshop.domain.forms import ConsentForm, ItemWords
from workshop.domain.kinds import Item
from workshop.errors import RuleBroken

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TEMPLATES = RESOURCES / "templates"


def consent_languages() -> tuple[str, ...]:
    """The languages that there is a form in, English first."""
    found = {path.stem.removeprefix("consent_") for path in TEMPLATES.glob("consent_*.json")}
    return ("en", *sorted(found - {"en"}))


@cache
def consent_form(language: str = "en") -> ConsentForm:
    """The form that ships with this version, in a language; in English where there is none in it.

    What a workshop really asks is `session.people.form(language)`.
    """
    known = language if language in consent_languages() else "en"
    data = _read(TEMPLATES / f"consent_{known}.json")
    items = tuple(map(_consent_item, data["items"]))
    about = tuple(data.get("about", ()))
    return ConsentForm(
        data["version"], data["language"], items, data.get("until", ""), about, data.get("checked", False)
    )


def _consent_item(data: dict[str, Any]) -> ItemWords:
    return ItemWords(
        Item(data["item"]),
        data.get("short", ""),
        data["question"],
        tuple(data["sentences"]),
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
