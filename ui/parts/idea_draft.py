"""The idea that people are in the middle of writing; it outlives the page, and is gone with the workshop."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ui.bridge import Bridge
from workshop.domain.ids import GroupId


@dataclass
class IdeaDraft:
    """Kept while the workshop is open, in no file."""

    group: GroupId | None = None
    chosen: bool = False  # somebody chose the group
    title: str = ""
    what: str = ""
    agreed: bool = False

    @property
    def begun(self) -> bool:
        """Whether there is anything to lose."""
        return bool(self.title or self.what or self.agreed)


_DRAFTS: WeakKeyDictionary[Bridge, IdeaDraft] = WeakKeyDictionary()


def draft_of(room: Bridge) -> IdeaDraft:
    """The idea half written in an open workshop; an empty one at first."""
    return _DRAFTS.setdefault(room, IdeaDraft())
