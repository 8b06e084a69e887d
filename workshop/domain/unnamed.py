"""The names of those who did not say yes to being named, to be taken out of words that others read."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from workshop.domain.called import NotNamed
from workshop.domain.consent import Consents, may_show
from workshop.domain.kinds import Item
from workshop.domain.names import called_names, fold
from workshop.domain.persons import Person


def unnamed(people: Iterable[Person], consents: Consents, at: date) -> NotNamed:
    """Takes the names of these out of words: of those who may not be named on the day `at`."""
    people = list(people)
    called = [p for p in people if not may_show(consents, p.id, Item.QUOTE_FIRST_NAME, at)]
    full = [p.full_name for p in people if not may_show(consents, p.id, _full_name_item(p), at)]
    return _taking_out(tuple(called_names(called)), tuple(full))


@lru_cache(maxsize=4)
def _taking_out(called: tuple[str, ...], full: tuple[str, ...]) -> NotNamed:
    """Made once: the screens of the room ask again with every change."""
    return NotNamed(called, full)


def _full_name_item(person: Person) -> Item:
    """A full name that is no more than what somebody is called is asked for as that."""
    same = fold(person.full_name) == fold(person.called)
    return Item.QUOTE_FIRST_NAME if same else Item.QUOTE_FULL_NAME
