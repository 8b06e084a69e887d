"""Idea cards: what could be voted on and answered, made from notes and groups."""

from dataclasses import dataclass, replace

from workshop.domain import board
from workshop.domain.ids import IdeaId
from workshop.domain.labels import Label
from workshop.domain.outcomes import Decision
from workshop.domain.records import Group, Idea, Note, Round
from workshop.domain.words import must_say, tidy, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.board_part import BoardPart


@dataclass(frozen=True)
class IdeaAdded:
    """A new idea card and its number."""

    idea: IdeaId
    number: int


class Ideas(BoardPart):
    """The acts on idea cards."""

    @action
    def add_idea(
        self,
        title: str,
        what: str = "",
        who_benefits: str = "",
        cost: str = "",
        effort: str = "",
        origin: list[str] | None = None,
        agreed: bool = False,
    ) -> IdeaAdded:
        """Make an idea card from notes and groups (`origin` holds their ids)."""
        self._context.need_open_day()
        idea = Idea(
            IdeaId(self._context.new_id()),
            self._context.store.next_number(Idea),
            must_say(tidy_line(title), "the idea a title"),
            tidy(what),
            tidy_line(who_benefits),
            tidy_line(cost),
            tidy_line(effort),
            tuple(self._known(id_) for id_ in origin or []),
            agreed,
        )
        self._context.store.apply(Label.ADD_IDEA, [idea])
        return IdeaAdded(idea.id, idea.number)

    @action
    def edit_idea(
        self,
        idea: IdeaId,
        title: str | None = None,
        what: str | None = None,
        who_benefits: str | None = None,
        cost: str | None = None,
        effort: str | None = None,
        origin: list[str] | None = None,
        agreed: bool | None = None,
    ) -> None:
        """Change an idea card; what is not said stays. An idea that went to a vote keeps its words."""
        self._context.need_open_day()
        found = self._unvoted(idea)
        changed = replace(
            found,
            title=found.title if title is None else must_say(tidy_line(title), "the idea a title"),
            what=found.what if what is None else tidy(what),
            who_benefits=found.who_benefits if who_benefits is None else tidy_line(who_benefits),
            cost=found.cost if cost is None else tidy_line(cost),
            effort=found.effort if effort is None else tidy_line(effort),
            origin=found.origin if origin is None else tuple(self._known(id_) for id_ in origin),
            agreed=found.agreed if agreed is None else agreed,
        )
        self._context.store.apply(Label.EDIT_IDEA, [changed])

    @action
    def remove_idea(self, idea: IdeaId) -> None:
        """Take an idea card away; its notes stay. An idea that was voted on or answered stays."""
        self._context.need_open_day()
        found = self._unvoted(idea)
        if any(d.source == idea for d in self._context.store.all(Decision)):
            raise RuleBroken("This idea has an answer, so it stays. Nothing was changed.")
        self._context.store.apply(Label.REMOVE_IDEA, [], [found])

    def _unvoted(self, idea: IdeaId) -> Idea:
        found = self._context.store.need(Idea, idea)
        return board.not_voted_on(found, self._context.store.all(Round))

    def _known(self, id_: str) -> str:
        """The id of a note or group that exists."""
        if self._context.store.get(Note, id_) is None:
            self._context.store.need(Group, id_)
        return id_
