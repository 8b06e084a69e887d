"""Words of people in this program's memory: how they are laid out is remembered, until somebody is erased."""

import sys

from workshop.domain.labels import Label

# The acts after which nothing of somebody may be left, not in memory either.
FORGETS = frozenset({Label.ERASE_PERSON, Label.SHRED, Label.FORGET_NAMES, Label.TAKE_BACK})
# Where functions remember texts that they were given.
_REMEMBER = ("ui.board.fitting", "ui.board.foot")


def forget_words() -> None:
    """Let go of every text that was laid out; it is laid out anew where it is still shown."""
    for name in _REMEMBER:
        for thing in vars(sys.modules[name]).values() if name in sys.modules else ():
            if clear := getattr(thing, "cache_clear", None):
                clear()
