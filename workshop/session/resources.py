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
    """One consent question as people see it. `text_hash` proves later which words were answered."""

    item: Item
    question: str
    sentences: tuple[str, ...]

    @property
    def text_hash(self) -> str:
        """SHA-256 of the exact words."""
        return hashlib.sha256("\n".join((self.question, *self.sentences)).encode()).hexdigest()


@dataclass(frozen=True)
class ConsentForm:
    """A version of the consent questions in one language."""

    version: str
    language: str
    items: tuple[ConsentItem, ...]

    def of(self, item: Item) -> ConsentItem:
        """The question of one item."""
        return next(i for i in self.items if i.item is item)


@cache
def consent_form() -> ConsentForm:
    """The form that ships with this version."""
    data = _read(TEMPLATES / "consent_en.json")
    items = tuple(ConsentItem(Item(i["item"]), i["question"], tuple(i["sentences"])) for i in data["items"])
    return ConsentForm(data["version"], data["language"], items)


def template_named(name: str) -> dict[str, Any]:
    """The agenda of this name; RuleBroken when there is none."""
    path = TEMPLATES / "agendas" / f"{name}.json"
    if path.stem != name or not path.is_file():
        raise RuleBroken("There is no plan of that name. Nothing was changed.")
    return _read(path)


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
