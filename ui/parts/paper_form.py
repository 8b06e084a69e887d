"""A paper form, as far as it is typed in. It waits while somebody looks at the list, in no file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from ui.bridge import Bridge
from workshop.domain.consent import IDENTIFYING
from workshop.domain.forms import ConsentForm, FormWords
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Said, Support, Voice
from workshop.domain.kinds import Form as Shape
from workshop.domain.persons import Need, Person

# What is asked on paper only after a yes to something else.
_AFTER = {Item.PHOTO_WEB: Item.PHOTO_REPORT}


@dataclass
class Form:
    """One paper, as far as it is typed in. `of`: whose row it was opened from; `person`: who is in the list.

    `version` is that of the words on the paper, "" for those that are asked now.
    """

    of: PersonId | None = None
    person: PersonId | None = None
    called: str = ""
    full_name: str = ""
    voices: list[Voice] = field(default_factory=list)
    here_as: Voice | None = None
    age: AgeGroup = AgeGroup.ADULT
    needs: str = ""
    leaves_by: str = ""
    contact: str = ""
    adult: str = ""
    guardian: str = ""
    parent_told: bool = False
    supporter: str = ""
    support: list[Support] = field(default_factory=list)
    shape: Shape = Shape.PLAIN
    language: str = "en"
    version: str = ""
    answers: dict[Item, Said] = field(default_factory=dict)
    guardian_said: dict[Item, Said] = field(default_factory=dict)
    assent: Said | None = None  # what the young person says to the answers of the parent
    signed: bool = False
    taken_by: str = ""

    @property
    def is_young(self) -> bool:
        """Whether the paper is of somebody under 18."""
        return self.age is not AgeGroup.ADULT

    def questions(self, words: ConsentForm) -> list[Item]:
        """What the paper asks, in its order; the web only after a yes to photos."""
        asked = [item.item for item in words.items if words.asks(item.item)]
        return [i for i in asked if i not in _AFTER or self.answers.get(_AFTER[i]) is Said.YES]

    def for_a_guardian(self, words: ConsentForm) -> list[Item]:
        """What a parent answers as well: under 16, and where the young person said yes (I07)."""
        if self.age is not AgeGroup.UNDER_16:
            return []
        mine = self.questions(words)
        return [item for item in mine if item in IDENTIFYING and self.answers.get(item) is Said.YES]


_FORMS: WeakKeyDictionary[Bridge, Form] = WeakKeyDictionary()


def half_typed(room: Bridge, person: PersonId | None = None) -> Form:
    """The form that is being typed in an open workshop, or one for somebody who is in the list."""
    found = _FORMS.get(room)
    is_gone = found is not None and found.person is not None and room.get(Person, found.person) is None
    if found is not None and found.of == person and not is_gone:
        return found
    return begin_form(room, person)


def begin_form(room: Bridge, person: PersonId | None = None) -> Form:
    """An empty form; the one before is forgotten, but for what stays the same on a pile of papers."""
    before, found = _FORMS.get(room, Form()), room.get(Person, person) if person else None
    form = Form(
        shape=before.shape, language=before.language, version=before.version, taken_by=before.taken_by
    )
    _FORMS[room] = form
    if found is not None:
        _fill_in(form, found, [n.what for n in room.all(Need) if n.person == found.id])
    return form


def _fill_in(form: Form, person: Person, needs: Sequence[str]) -> None:
    """What is known of somebody already. Their answers are not filled in: the paper says them."""
    form.person, form.called, form.full_name = person.id, person.called, person.full_name
    form.voices, form.here_as, form.age = list(person.voices), person.here_as, person.age_group
    form.needs, form.leaves_by, form.contact = ", ".join(needs), person.leaves_by, person.contact
    form.adult, form.guardian, form.parent_told = person.adult, person.guardian, person.parent_told
    form.supporter = person.supporter


def versions(shipped: ConsentForm, own: Sequence[FormWords]) -> list[str]:
    """The versions of the questions that a paper in this language can have, the newest first."""
    mine = sorted((f for f in own if f.language == shipped.language), key=lambda f: -f.number)
    return [*(f"own {f.number}" for f in mine), shipped.version]
