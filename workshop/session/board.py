"""Doing things on the board: one method for each thing a finger, a pen or a key can do."""

from workshop.session.board_settings import Settings, TagMade
from workshop.session.groups import GroupMade, Groups
from workshop.session.ideas import IdeaAdded, Ideas
from workshop.session.looking_back import BringBack
from workshop.session.media import Media
from workshop.session.notes import BroughtIn, NoteAdded, Notes, NoteToBringIn

__all__ = ["Board", "BroughtIn", "GroupMade", "IdeaAdded", "NoteAdded", "NoteToBringIn", "TagMade"]


class Board(Notes, Groups, Ideas, Settings, Media, BringBack):
    """The area `board`."""
