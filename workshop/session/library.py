"""The workshops on this computer: what each is, opening one, making one, and a place to practise.

A `Library` holds the passphrase for as long as the program runs, in memory and nowhere else. Looking
into a workshop costs a slow key (about a tenth of a second), so each is looked into once and what was
seen is kept until its file changes.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from workshop.domain import plan
from workshop.domain.kinds import DayState, PromiseStatus
from workshop.domain.outcomes import Promise, Response
from workshop.domain.persons import Issued, Person
from workshop.domain.promises import is_promise
from workshop.domain.records import Step, Workshop
from workshop.domain.retention import COPY, Due
from workshop.errors import StorageError, WrongPassphrase
from workshop.session import invented
from workshop.session.resources import TEMPLATES
from workshop.session.session import Session
from workshop.storage import destroy, library, vault
from workshop.storage.files import write_whole

# In the order in which they are offered; templates that come later follow by their titles.
OFFERED_FIRST = ("half-day", "journey", "every-time", "coming-back", "what-matters")
_AT_MOST = 8  # workshops whose key is tried with a passphrase: a tenth of a second each
_FEWEST_LETTERS = 5  # different ones
# What people choose first. A passphrase of nothing else is no secret.
COMMON_WORDS = (
    "password passphrase workshop facilitator hospital welcome letmein qwerty asdfgh abcdef football "
    "liverpool arsenal chelsea sunshine princess monkey dragon summer winter spring autumn january "
    "february secret admin table same team health service nhs iloveyou hello love baby mother london"
).split()
_SETTLED = frozenset({PromiseStatus.DONE, PromiseStatus.DECLINED})


@dataclass(frozen=True)
class Summary:
    """A workshop as it stands. `step` counts from 1, 0 when none runs; dates may be missing."""

    folder: Path
    title: str
    day: date | None
    place: str
    state: DayState
    people: int
    step: int
    steps: int
    step_title: str
    promises_due: int
    answered: bool
    packs: int
    names_gone: bool
    saved_at: str
    due: Due = Due()


@dataclass(frozen=True)
class Closed:
    """A workshop that could not be looked into: it needs another passphrase, or it cannot be read."""

    folder: Path
    locked: bool


Seen = Summary | Closed


@dataclass(frozen=True)
class Template:
    """A plan to start from: its file's name, what it is in words and minutes, and its icon ("" for none)."""

    name: str
    title: str
    about: str
    minutes: int
    icon: str = ""


class Library:
    """The workshops on this computer, and the passphrase that opens them."""

    def __init__(self, clock: Callable[[], datetime] = datetime.now) -> None:
        self.clock = clock
        self.secret: str | None = None
        self._others: dict[Path, str] = {}  # workshops that another passphrase opens
        self._seen: dict[Path, tuple[float, Seen]] = {}

    # Finding and looking

    def folders(self) -> tuple[Path, ...]:
        """The workshops, the one last written to first; practice workshops made by a script too."""
        return library.newest_first()

    @property
    def is_empty(self) -> bool:
        """Whether no workshop here has a passphrase yet."""
        return not any(_has_passphrase(folder) for folder in self.folders())

    def find_key(self, secret: str, folder: Path | None = None) -> Path | None:
        """The newest workshop that this passphrase or recovery key opens, or None; or only `folder`.

        One whose keys are damaged is passed over; it can be opened by its name, and says so then.
        """
        locked = [f for f in self.folders() if _has_passphrase(f)][:_AT_MOST] if folder is None else [folder]
        return next((found for found in locked if _fits(found, secret)), None)

    def damaged_keys(self, folder: Path | None = None) -> Path | None:
        """A workshop without legible keys, where none here has any; or `folder` itself, if it has none."""
        looked_at = self.folders() if folder is None else (folder,)
        damaged = [found for found in looked_at if not _has_keys(found)]
        return damaged[0] if damaged and len(damaged) == len(looked_at) else None

    def remember(self, folder: Path, secret: str) -> None:
        """Another passphrase than the usual one opens this workshop."""
        self._others[folder] = secret

    def look(self, folder: Path) -> Seen:
        """What stands in a workshop; changes nothing."""
        at = library.written_at(folder)
        kept = self._seen.get(folder)
        if kept is None or kept[0] != at or isinstance(kept[1], Closed):
            self._seen[folder] = kept = (at, self._look(folder))
        return kept[1]

    def _look(self, folder: Path) -> Seen:
        try:
            session = Session.open(folder, self.secret_for(folder), self.clock, read_only=True)
        except WrongPassphrase:
            return Closed(folder, locked=True)
        except StorageError:
            return Closed(folder, locked=False)
        try:
            return summary_of(session)
        except StorageError:
            return Closed(folder, locked=False)
        finally:
            session.close()

    def secret_for(self, folder: Path) -> str | None:
        """What opens a workshop, as far as it is known: None for a practice workshop."""
        return None if not _has_passphrase(folder) else self._others.get(folder, self.secret or "")

    # Opening and making

    def open(self, folder: Path, secret: str | None = None, *, read_only: bool = False) -> Session:
        """Open a workshop, with the passphrase at hand where none is given; raises as `Session.open`."""
        self._seen.pop(folder, None)
        key = secret if secret is not None else self.secret_for(folder)
        return Session.open(folder, key, self.clock, read_only=read_only)

    def make(self, title: str, template: str = "") -> Session:
        """A new workshop under the passphrase at hand, with the steps of a template.

        RuleBroken without a passphrase: only practice workshops are made then. CannotWrite.
        """
        if not self.secret:
            raise WrongPassphrase("A workshop needs a passphrase. Nothing was made. Please choose one.")
        session = Session.make(library.folder_for(title), title, self.secret, self.clock)
        session.plan.create(title, template=template)
        return session

    def practise(self) -> Session:
        """A practice workshop whose invented people have arrived. It is gone when the program ends."""
        story = invented.told()
        folder = library.practice_folder()
        session = Session.make(folder, story["workshop"]["title"], None, self.clock)
        invented.plan_day(session, story)
        invented.arrive(session, story)
        return session

    def destroy(self, folder: Path) -> None:
        """Destroy a workshop that nobody has open: its keys, then its files. CannotWrite, WorkshopInUse."""
        destroy.destroy_folder(folder)
        self._seen.pop(folder, None)
        self._others.pop(folder, None)

    def forget_practice(self) -> None:
        """Throw practice workshops away that nobody has open."""
        library.forget_practice()

    def was_stopped(self, folder: Path) -> bool:
        """Whether the last Same Table in this workshop was stopped before it could let go of it."""
        return library.was_stopped(folder)

    def report(self, lines: str) -> Path:
        """Keep where something went wrong in a file beside the workshops. CannotWrite."""
        at = self.clock().strftime("%Y-%m-%d-%H%M%S")
        path = library.home() / f"went-wrong-{at}.txt"
        write_whole(path, lines.encode("utf-8", "backslashreplace"))
        return path


def _has_keys(folder: Path) -> bool:
    try:
        vault.is_practice(folder)
    except StorageError:
        return False
    return True


def _has_passphrase(folder: Path) -> bool:
    """Whether it asks for a passphrase. Where that is not legible any more, it had one."""
    return not (_has_keys(folder) and vault.is_practice(folder))


def _fits(folder: Path, secret: str) -> bool:
    try:
        vault.unlock(folder, secret)
    except StorageError:
        return False
    return True


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """Let `new` open the workshop in place of `old`, a passphrase or the recovery key.

    Raises WrongPassphrase, or RuleBroken when `new` is too short.
    """
    vault.change_passphrase(folder, old, new)


class Strength(Enum):
    """How a new passphrase is, for a sentence about it."""

    EMPTY = "empty"
    SHORT = "short"
    COMMON = "common"
    GOOD = "good"


def strength_of(passphrase: str) -> Strength:
    """Whether a passphrase is long enough and not one of the first that anybody would try."""
    letters = " ".join(passphrase.split()).casefold()
    if not letters:
        return Strength.EMPTY
    if len(passphrase.strip()) < vault.SHORTEST_PASSPHRASE:
        return Strength.SHORT
    return Strength.COMMON if _is_common(letters) else Strength.GOOD


def _is_common(letters: str) -> bool:
    """Made of common words, digits and very few different letters only."""
    rest = letters
    for word in sorted(COMMON_WORDS, key=len, reverse=True):
        rest = rest.replace(word, "")
    return len(set(letters)) < _FEWEST_LETTERS or not any(c.isalpha() for c in rest)


# What stands in one


def summary_of(session: Session) -> Summary:
    """An open workshop as it stands."""
    day, steps = session.day(), session.all(Step)
    running = plan.running(steps)
    people = session.place.store.count(Person)
    return Summary(
        folder=session.place.folder,
        title=day.title,
        day=day.day,
        place=day.place,
        state=day.state,
        people=max(people + day.walk_ins, day.came),
        step=steps.index(running) + 1 if running else 0,
        steps=len(steps),
        step_title=running.title if running else "",
        promises_due=_due(session.all(Promise), session.now().date()),
        answered=bool(session.all(Response)),
        packs=sum(document.kind != COPY for document in session.all(Issued)),
        names_gone=_names_gone(day, people),
        saved_at=session.saved_at(),
        due=session.people.due(),
    )


def _due(promises: tuple[Promise, ...], today: date) -> int:
    """How many promises have reached their day and are not settled."""
    waiting = [p for p in promises if is_promise(p) and p.status not in _SETTLED]
    return sum(1 for p in waiting if p.by_when is not None and p.by_when <= today)


def _names_gone(day: Workshop, people: int) -> bool:
    return day.state is DayState.CLOSED and day.came > day.walk_ins and people == 0


# Templates


@cache
def templates() -> tuple[Template, ...]:
    """The plans that ship with the product, in the order in which they are offered."""
    found = [_template(path) for path in sorted((TEMPLATES / "agendas").glob("*.json"))]
    order = {name: place for place, name in enumerate(OFFERED_FIRST)}
    return tuple(sorted(found, key=lambda t: (order.get(t.name, len(order)), t.title)))


def _template(path: Path) -> Template:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    minutes = sum(int(step.get("minutes", 0)) for step in data["steps"])
    return Template(path.stem, data["title"], str(data.get("about", "")), minutes, str(data.get("icon", "")))
