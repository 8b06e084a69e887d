"""Doing things with people: arriving, answering, taking back, looking at what names them, money."""

from workshop.session.arriving import Arrived, Arriving
from workshop.session.claiming import Claimed, Claiming
from workshop.session.consenting import Consenting
from workshop.session.looking import Look, Looking, NameDecision
from workshop.session.withdrawing import Certificate, Erased, Recall, TakenBack, Withdrawing

__all__ = [
    "Arrived",
    "Certificate",
    "Claimed",
    "Erased",
    "Look",
    "NameDecision",
    "People",
    "Recall",
    "TakenBack",
]


class People(Arriving, Consenting, Looking, Withdrawing, Claiming):
    """The area `people`."""
