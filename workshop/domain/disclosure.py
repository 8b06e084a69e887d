"""Small numbers are never shown, nor left to be worked out."""

from collections.abc import Sequence

from workshop.domain.records import Round
from workshop.domain.voting import Ballot

ByVoice = tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int | None, ...], ...]]


def by_voice(round_: Round, ballots: Sequence[Ballot]) -> ByVoice:
    """Headings, sizes and cells of the table by voice; empty where it may not be shown."""
    return (), (), ()
