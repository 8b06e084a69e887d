"""What all pages of one turn at the vote have, besides what every person's own page has.

When such a page goes away for any reason but the next page of the same turn, all that was chosen is
thrown away, unread.
"""

from typing import Any, ClassVar

from PySide6.QtWidgets import QLayout

from ui.parts.ballot import BALLOT, VOICE, Marked, ballot_of
from ui.parts.own_page import HEAD, HEAD_SMALL, OWN_MM, SIZES, OwnPage
from ui.parts.vote import THANKS, TURN_PAGES, end_turn, throw_away

__all__ = ["HEAD", "HEAD_SMALL", "SIZES", "VOTE_MM", "TurnPage"]

VOTE_MM = OWN_MM


class TurnPage(OwnPage):
    """One page of one person's turn."""

    stop_words: ClassVar[str] = "Stop without voting"
    helped_words: ClassVar[str] = "Somebody at the vote"

    def setup(self, **given: Any) -> None:
        """What is said when the vote is closed meanwhile is not known yet."""
        super().setup(**given)
        self.if_closed = ""

    # For subclasses

    def content(self, ballot: Marked) -> QLayout:
        """What is below the head."""
        raise NotImplementedError

    def spoken(self, ballot: Marked) -> str:
        """What is read aloud: never what somebody chose."""
        raise NotImplementedError

    # Building

    def build(self) -> None:
        """The page; nothing while no vote is open."""
        # Said when the language of this person is forgotten already.
        self.if_closed = self.words("The vote is closed. Your page was not counted.")
        super().build()

    def inside(self) -> QLayout | None:
        """The page of this ballot."""
        ballot = ballot_of(self.stage)
        return None if ballot is None else self.content(ballot)

    def read_out(self) -> str:
        """The page of this ballot, read aloud."""
        ballot = ballot_of(self.stage)
        return "" if ballot is None else self.spoken(ballot)

    def stop(self) -> None:
        """Stop without voting: nothing is counted, and the seat stays empty."""
        end_turn(self.stage)

    def leave(self) -> None:
        """The next page of the turn keeps what was chosen; anything else throws it away."""
        super().leave()
        own = type(self).__module__.rpartition(".")[2]
        shown = self.stage.people.page
        if self.stage.bridge is None or shown in (TURN_PAGES | {THANKS}) - {own}:
            return
        if shown == own:
            throw_away(self.stage)
        else:
            self.stage.visit.pop(BALLOT, None)
            self.stage.visit.pop(VOICE, None)
            if self.stage.open_round() is None:
                self.tell(self.if_closed)
