"""Who can be seen on a picture, and to what they must have said yes before it is shown (I11).

The photo question of the report says: on paper, for the people who were here. What hangs on a wall or
goes to a committee is read by others, and copied: for that everybody on it must also have said yes to the
web question, which says that anybody can see it.
"""

from collections.abc import Iterable
from datetime import date

from workshop.domain.consent import Consents, may_show
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Audience, Item
from workshop.domain.persons import Picture

PICTURES_NOT_LOOKED_AT = "pictures, not looked at yet"
PICTURES_NOT_AGREED = "pictures of somebody who did not agree"

# Stands among the people of a picture for somebody who is not in the list: nobody can ask them.
SOMEBODY_ELSE = PersonId("somebody else")

_REPORT = (Item.PHOTO_REPORT,)
_ANYBODY = (Item.PHOTO_REPORT, Item.PHOTO_WEB)
_PURPOSES: dict[Audience, tuple[Item, ...]] = {
    Audience.PEOPLE: _REPORT,
    Audience.TEAM: _REPORT,
    Audience.ARCHIVE: _REPORT,
    Audience.WALL: _ANYBODY,
    Audience.COMMITTEE: _ANYBODY,
}


def purposes(audience: Audience) -> tuple[Item, ...]:
    """The questions to which everybody on a picture must have said yes for it to be in a pack for these."""
    return _PURPOSES[audience]


def reason_without(
    picture: Picture, pictures: Iterable[Picture], consents: Consents, audience: Audience, at: date
) -> str | None:
    """Why a picture is not in a pack for `audience` made on the day `at`, or None when it is.

    Who was seen on a copy of it, among all the `pictures`, is on this one too.
    """
    if not (picture.people or picture.no_faces):
        return PICTURES_NOT_LOOKED_AT
    copies = (picture, *(one for one in pictures if one.sha256 == picture.sha256))
    people = {person for one in copies for person in one.people}
    agreed = (may_show(consents, person, item, at) for person in people for item in purposes(audience))
    return None if all(agreed) else PICTURES_NOT_AGREED
