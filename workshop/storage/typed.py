"""Where in the rows words stand that people typed, so that somebody's name can be taken out of them.

The host's own names stay: who led the day, whom to ring, who answers for it, and where it was.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from workshop.storage.rows import Cell

TakeOut = Callable[[str], str]

# Table → columns of typed words; a test compares them with the records.
TYPED: dict[str, tuple[str, ...]] = {
    "workshop": (
        *("title", "question", "decided", "still_open", "not_open", "no_next_reason"),
        *("kind_names", "axes", "toilets", "quiet_room"),
    ),
    "step": ("title", "prompt", "say", "how", "to_do", "easy"),
    "note": ("text", "translation", "withheld_reason"),
    "tag": ("name",),
    "note_group": ("name",),
    "idea": ("title", "what", "who_benefits", "cost", "effort"),
    "round": ("question", "criterion", "options", "cancelled_reason"),
    "decision": ("title", "why"),
    "promise": ("theme", "we_will", "how_known", "owner", "owner_role"),
    "promise_update": ("note",),
    "cannot": ("theme", "reason"),
    "response": ("theme", "reason"),
    # Of other people: who helped them, who looks after them, who heard them, what we do for them.
    "person": ("supporter", "adult", "guardian"),
    "need": ("what",),
    "answer": ("taken_by",),
    "signature": ("witness",),
    "issued": ("given_to",),
    "claim": ("paid_how",),
    "claim_line": ("what", "no_receipt"),
}
# Columns that hold a list; of small records in it, the parts that were typed.
_LISTS: dict[str, tuple[str, ...]] = {
    "kind_names": ("name",),
    "options": ("title", "what"),
    **dict.fromkeys(("axes", "to_do", "easy"), ()),
}


def without_names(table: str, cells: Mapping[str, Cell], take_out: TakeOut) -> dict[str, Cell]:
    """The cells of a row, or some of them, with these names taken out of what was typed."""
    typed = TYPED.get(table, ())
    return {
        name: _taken_out(name, cell, take_out) if name in typed and isinstance(cell, str) else cell
        for name, cell in cells.items()
    }


def _taken_out(column: str, cell: str, take_out: TakeOut) -> str:
    if column not in _LISTS:
        return take_out(cell)
    changed = [_of_one(part, _LISTS[column], take_out) for part in json.loads(cell)]
    return json.dumps(changed, ensure_ascii=False, separators=(",", ":"))


def _of_one(part: Any, typed: tuple[str, ...], take_out: TakeOut) -> Any:
    if isinstance(part, str):
        return take_out(part)
    return {name: take_out(value) if name in typed else value for name, value in part.items()}
