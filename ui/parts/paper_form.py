"""A paper form, as far as it is typed in. It waits while somebody looks at the list, in no file."""

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from ui.bridge import Bridge
from workshop.domain.kinds import AgeGroup, Item, Said, Voice


@dataclass
class Form:
    """One paper, as far as it is typed in."""

    called: str = ""
    voices: list[Voice] = field(default_factory=list)
    age: AgeGroup = AgeGroup.ADULT
    needs: str = ""
    leaves_by: str = ""
    contact: str = ""
    answers: dict[Item, Said] = field(default_factory=dict)
    signed: bool = False


_FORMS: WeakKeyDictionary[Bridge, Form] = WeakKeyDictionary()


def half_typed(room: Bridge) -> Form:
    """The form that is being typed in an open workshop."""
    return _FORMS.setdefault(room, Form())


def begin_form(room: Bridge) -> Form:
    """An empty form; the one before is forgotten."""
    _FORMS[room] = Form()
    return _FORMS[room]
