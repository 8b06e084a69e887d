"""The six tools of the desk. They change with the step; those not yet possible say when they are."""

from dataclasses import dataclass

from ui.parts.desk import Act, Day, first_of_kind, groups_to_read, large_of
from ui.words import Words

_VOTING = (
    Act.PAPER_VOTES,
    Act.RULE_CARD,
    Act.EASY,
    Act.STOP_VOTE,
    Act.READ_IDEAS,
    Act.CLOSE_VOTE,
)
_HIDDEN = (Act.PAPER_NOTES, Act.FINISHED, Act.EASY, Act.HIDE_NOTE, Act.OPEN_VOTE, Act.SAFEGUARDING)
_BOARD = (Act.PAPER_NOTES, Act.READ_GROUP, Act.EASY, Act.TODAY, Act.OPEN_VOTE, Act.SAFEGUARDING)
_DOOR = (Act.PAPER_FORMS, Act.TODAY, Act.EASY, Act.PLAN, Act.OPEN_VOTE, Act.SAFEGUARDING)
_OF_STEP = {
    "": _DOOR,
    "arrivals": _DOOR,
    "welcome": _DOOR,
    "writing": (
        Act.PAPER_NOTES,
        Act.HIDE_WRITING,
        Act.EASY,
        Act.TODAY,
        Act.OPEN_VOTE,
        Act.SAFEGUARDING,
    ),
    "break": (Act.PAPER_NOTES, Act.PLAN, Act.EASY, Act.TODAY, Act.OPEN_VOTE, Act.SAFEGUARDING),
    "result": (Act.RESULTS, Act.READ_GROUP, Act.EASY, Act.TODAY, Act.PROMISES, Act.SAFEGUARDING),
    "promises": (Act.RESULTS, Act.PLAN, Act.EASY, Act.TODAY, Act.PRINT, Act.SAFEGUARDING),
    "goodbye": (Act.RESULTS, Act.PROMISES, Act.EASY, Act.TODAY, Act.PLAN, Act.SAFEGUARDING),
}
_ICONS = {
    Act.PAPER_NOTES: "file-text",
    Act.FINISHED: "users",
    Act.HIDE_WRITING: "eye-off",
    Act.HIDE_NOTE: "eye-off",
    Act.READ_GROUP: "book-open",
    Act.EASY: "megaphone",
    Act.TODAY: "info",
    Act.BACK_TO_BOARD: "monitor",
    Act.PAPER_FORMS: "file-text",
    Act.PLAN: "list-checks",
    Act.SAFEGUARDING: "shield-check",
    Act.OPEN_VOTE: "vote",
    Act.PAPER_VOTES: "file-text",
    Act.RULE_CARD: "info",
    Act.STOP_VOTE: "ban",
    Act.READ_IDEAS: "volume-2",
    Act.CLOSE_VOTE: "check-check",
    Act.RESULTS: "vote",
    Act.PROMISES: "badge-check",
    Act.PRINT: "printer",
}


@dataclass(frozen=True)
class Tool:
    """One tool. With `why_not` it is locked, and says so."""

    act: Act
    text: str
    second: str
    icon: str
    why_not: str = ""


@dataclass(frozen=True)
class PeopleSee:
    """The page on the people's screen: whether it is the usual one now, and whether it is somebody's own."""

    page: str
    usual: bool = True
    own: bool = False


def tools_of(day: Day, people: PeopleSee, words: Words) -> tuple[Tool, ...]:
    """The tools of this moment."""
    large = large_of(day, words)
    acts = [_instead(act, people) for act in _acts(day) if large is None or act is not large.act]
    if len(acts) < 6 and Act.PLAN not in acts:
        acts.insert(-1, Act.PLAN)  # the large act has left its place among the tools
    return tuple(_tool(act, day, people, words) for act in acts)


def _acts(day: Day) -> tuple[Act, ...]:
    if day.vote is not None:
        return _VOTING
    if day.workshop.writing_hidden:
        return _HIDDEN
    return _OF_STEP.get(day.kind, _BOARD)


def _instead(act: Act, people: PeopleSee) -> Act:
    """What was called up for people is put away at the same place."""
    called_up = {Act.TODAY: "today", Act.READ_GROUP: "read_group"}
    return Act.BACK_TO_BOARD if called_up.get(act) == people.page and not people.usual else act


def _tool(act: Act, day: Day, people: PeopleSee, words: Words) -> Tool:
    text, second = _words_of(act, day, words)
    return Tool(act, text, second, _ICONS[act], _why_not(act, day, people, words))


def _words_of(act: Act, day: Day, words: Words) -> tuple[str, str]:
    if act is Act.EASY:
        helper = next(iter(day.workshop.led_by[1:]), "")
        return words("Easy words to say"), (
            words("For you or {name}", name=helper) if helper else words("Three short lines")
        )
    return _on_the_board(act, words) or _in_a_vote(act, day, words)


def _on_the_board(act: Act, words: Words) -> tuple[str, str] | None:
    return {
        Act.PAPER_NOTES: (words("Type paper notes"), words("One key a note: Enter")),
        Act.FINISHED: (words("Finished on paper"), words("Add 1 to the count")),
        Act.HIDE_WRITING: (words("Quiet writing"), words("New notes lie face down")),
        Act.HIDE_NOTE: (words("Hide a note"), words("Touch it in the picture")),
        Act.READ_GROUP: (words("Read one group"), words("Large, on people’s screen")),
        Act.TODAY: (words("Show “Today”"), words("Steps, tea, toilets")),
        Act.BACK_TO_BOARD: (words("Back to the step"), words("On people’s screen")),
        Act.PAPER_FORMS: (words("Type in paper forms"), words("Answers on paper")),
        Act.PLAN: (words("Plan"), words("Steps and times")),
        Act.SAFEGUARDING: (words("Safeguarding"), words("What to do. On paper.")),
    }.get(act)


def _in_a_vote(act: Act, day: Day, words: Words) -> tuple[str, str]:
    ideas = len(day.vote.options) if day.vote else 0
    return {
        Act.OPEN_VOTE: (words("Open the vote"), words("You look at it first")),
        Act.PAPER_VOTES: (words("Type paper votes"), words("Count by hand first")),
        Act.RULE_CARD: (words("Show the rule card"), words("On people’s screen")),
        Act.STOP_VOTE: (words("Stop this vote"), words("Nothing is counted")),
        Act.READ_IDEAS: (
            words("Read the ideas aloud"),
            words.many("1 idea", "All {n}, in any order", ideas),
        ),
        Act.CLOSE_VOTE: (words("Close the vote"), words("Asks once. Then the result.")),
        Act.RESULTS: (words("The result"), words("And show the room")),
        Act.PROMISES: (words("Promises"), words("Who, and by when")),
        Act.PRINT: (words("Print"), words("One sheet each")),
    }[act]


def _why_not(act: Act, day: Day, people: PeopleSee, words: Words) -> str:
    if act is Act.HIDE_NOTE:
        return words("After the notes turn over")
    if act is Act.OPEN_VOTE:
        return _no_vote_yet(day, words)
    if act is Act.RESULTS and not day.has_result:
        return words("After a vote is closed")
    if act in (Act.READ_GROUP, Act.TODAY, Act.RULE_CARD):
        return _not_shown_now(act, day, people, words)
    return ""


def _not_shown_now(act: Act, day: Day, people: PeopleSee, words: Words) -> str:
    """Why this cannot be called up for people: they see it, or somebody would lose their own page."""
    if people.own:
        return words("Somebody is at the screen")
    if act is Act.READ_GROUP and not groups_to_read(day):
        return words("When there are groups")
    shows = {Act.TODAY: "today", Act.RULE_CARD: "cover"}
    return words("People see it now") if shows.get(act) == people.page else ""


def _no_vote_yet(day: Day, words: Words) -> str:
    """When a vote may open: once the ideas are there, or the step of the vote, or what stands for it."""
    ideas, vote = first_of_kind(day.steps, "ideas"), first_of_kind(day.steps, "vote")
    running = day.running
    if ideas is None and vote is None:
        return "" if day.ideas or day.groups else words("When there are ideas")
    at = -1 if running is None else running.position
    if ideas is None:
        assert vote is not None
        number = day.number_of(vote)
        return "" if at >= vote.position else words("In the vote, step {n}", n=number)
    if at > ideas.position or (at == ideas.position and len(day.ideas) > 1):
        return ""
    after = next((s for s in day.steps if s.position > ideas.position), ideas)
    return words("After the ideas, step {n}", n=day.number_of(after))
