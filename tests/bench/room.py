"""A workshop for benchmarks: many notes of 20 to 200 characters close beside each other, and five groups."""

import math
import random
from dataclasses import replace
from pathlib import Path

from tests.bench.store import note_of_chance
from ui.board.layout import STEP_X, STEP_Y
from workshop.domain.labels import Label
from workshop.session.session import Session

PASSPHRASE = "four quiet garden benches"
BELOW_GROUPS = 1320.0  # where the loose notes begin


def made(folder: Path, size: int) -> Path:
    """An encrypted workshop in a folder, filled and closed."""
    session = Session.make(folder, folder.name, PASSPHRASE)
    fill(session, size)
    session.close()
    return folder


def fill(session: Session, size: int) -> None:
    """Put so many notes on the board, and begin the day."""
    chance = random.Random(size)
    columns = max(8, round(math.sqrt(size * 2 * STEP_Y / STEP_X)))
    notes = [
        replace(
            note_of_chance(number, chance),
            x=20 + ((number - 1) % columns) * STEP_X,
            y=BELOW_GROUPS + ((number - 1) // columns) * STEP_Y,
        )
        for number in range(1, size + 1)
    ]
    session.place.store.apply(Label.IMPORT_NOTES, notes)
    session.plan.set_scope("a", "b", "c", "Ruth", session.now().date())
    session.plan.open_day()
    for group in range(5):
        session.board.make_group(f"Group {group}", [n.id for n in notes[-group * 9 - 9 :][:9]])
