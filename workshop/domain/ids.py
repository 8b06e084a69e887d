"""Ids of records: opaque texts, each kind a type of its own."""

from typing import NewType

StepId = NewType("StepId", str)
NoteId = NewType("NoteId", str)
GroupId = NewType("GroupId", str)
MembershipId = NewType("MembershipId", str)
IdeaId = NewType("IdeaId", str)
RoundId = NewType("RoundId", str)
OptionId = NewType("OptionId", str)
DecisionId = NewType("DecisionId", str)
PromiseId = NewType("PromiseId", str)
PersonId = NewType("PersonId", str)
TagId = NewType("TagId", str)
DrawingId = NewType("DrawingId", str)
PictureId = NewType("PictureId", str)

THE_WORKSHOP = "workshop"
