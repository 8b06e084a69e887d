"""The check number of a document's words: the same on paper, in the web page and in the text (I13)."""

import hashlib
import json
from dataclasses import fields, is_dataclass

from workshop.printing.content import Document
from workshop.printing.words import _

SHORT = 12


def content_hash(document: Document) -> str:
    """SHA-256, in hexadecimal, of what the document says and in which order; pages and sizes do not count."""
    words = json.dumps(_plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def short_form(full: str) -> str:
    """The first digits of a check number, in fours, for people to compare: "3f2a 91bc 44d0"."""
    return " ".join(full[at : at + 4] for at in range(0, SHORT, 4))


def check_words(full: str) -> str:
    """The sentence with the check number, as it is printed at the end of each of the three forms."""
    return _("Check number of these words: {number}").format(number=short_form(full))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
