"""Doing things with people: arriving, answering, taking back, looking at what names them, money."""

from workshop.session.arriving import Arrived
from workshop.session.claiming import Claimed, Claiming
from workshop.session.consenting import Consenting
from workshop.session.equality import Equality, SheetsIn
from workshop.session.keeping_people import KeepingPeople, Proof, WouldGo
from workshop.session.looking import Look, Looking, NameDecision
from workshop.session.regulars import Brought, Regular, Regulars
from workshop.session.withdrawing import Certificate, Erased, Recall, TakenBack, Withdrawing

__all__ = [
    "Arrived",
    "Brought",
    "Certificate",
    "Claimed",
    "Erased",
    "Look",
    "NameDecision",
    "People",
    "Proof",
    "Recall",
    "Regular",
    "SheetsIn",
    "TakenBack",
    "WouldGo",
]


class People(Regulars, Consenting, Looking, Withdrawing, Claiming, KeepingPeople, Equality):
    """The area `people`."""
