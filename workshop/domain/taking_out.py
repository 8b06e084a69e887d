"""Taking somebody's names out of words that others typed, for good.

Before somebody is erased their names are known; afterwards nobody could find them any more. So the
same act takes them out of everything that stays. What somebody is called is found whatever the
capitals and accents. A name that is a word as well ("Will", "Green") only goes where it is written as
a name, or no sentence would be left whole.
"""

import re
from collections.abc import Iterable

from workshop.domain.names import REPLACED, Names, fold
from workshop.domain.persons import Person

_LETTER_AFTER = re.compile(r"\s+[^\W\d_]\.?$")  # "Amina K"
_SHORTEST_PART = 3  # letters of a part of a full name that is looked for alone
# First names that are common words of English too.
_WORDS_TOO = frozenset(
    """amber angel april art autumn bay bill bob brook bunny carol charity chase chuck clay cliff crystal
    daisy dale dawn dean dot drew earl eve faith fern flora frank gene glen grace grant guy hazel heath
    heather holly honey hope iris ivy jack jade jasmine jay jet joy june king lane lily mark marina may
    melody mercy mike miles misty nick olive opal pat patience pearl penny pepper pip poppy precious
    prince queen ray reed rich rob robin rock rose ruby rusty sage sandy scarlet sky skip sue summer
    sunny tab tom trinity trip van victor violet wade ward will willow winter""".split()
)


class TakenOut:
    """Takes the names and contacts of `gone` out of texts; what people who stay are called stays too."""

    def __init__(self, gone: Iterable[Person], staying: Iterable[Person] = (), also: Iterable[str] = ()):
        kept = {fold(name) for person in staying for name in _every_name(person)}
        leaving = list(gone)
        called = [name for person in leaving for name in (*_called(person), *_contacts(person))]
        parts = [part for person in leaving for part in _parts(person)]
        whole = [n for n in (*called, *also) if fold(n).strip() not in kept | _WORDS_TOO]
        as_written = [n for n in (*called, *also, *parts) if fold(n).strip() not in kept]
        self._names, self._as_written = Names(whole), _written_so(as_written)
        self._hints = tuple({fold(name).strip() for name in (*whole, *as_written)} - {""})

    def __call__(self, text: str) -> str:
        """The text with each of these names replaced."""
        if not self._hints or (text.isascii() and not self._may_hold(text)):
            return text
        text = self._names.replaced_in(text)
        return text if self._as_written is None else self._as_written.sub(REPLACED, text)

    def _may_hold(self, text: str) -> bool:
        """A quick look, for texts of plain letters: most hold nobody's name."""
        lower = " ".join(text.lower().replace("`", "'").split())
        return any(hint in lower for hint in self._hints)


def _called(person: Person) -> Iterable[str]:
    """What somebody is called, with and without the letter that tells two of them apart."""
    return person.called, _LETTER_AFTER.sub("", person.called), person.full_name


def _parts(person: Person) -> list[str]:
    """First and last name alone."""
    return [part for part in person.full_name.split() if len(part) >= _SHORTEST_PART]


def _contacts(person: Person) -> list[str]:
    return [person.contact, *(part.strip() for part in re.split(r"[,;\n]", person.contact))]


def _every_name(person: Person) -> list[str]:
    return [name.strip() for name in (*_called(person), *_parts(person)) if name.strip()]


def _written_so(names: Iterable[str]) -> "re.Pattern[str] | None":
    """A pattern for these names as whole words, with the capitals that they were written with."""
    wanted = sorted({name.strip() for name in names} - {""}, key=lambda n: (-len(n), n))
    found = "|".join(re.escape(name) for name in wanted if name[:1].upper() == name[:1] != name[:1].lower())
    return re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])") if found else None
