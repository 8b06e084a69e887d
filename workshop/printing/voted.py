"""How we voted: each round with its table, its rules and what to talk about.

Only what the result may show is here; the rules of small numbers were kept when it was made.
A count of people under five is still never printed, whoever asks for it.
"""

from workshop.domain.facts import Facts, OptionFacts, RoundFacts
from workshop.printing.content import (
    Block,
    Box,
    Document,
    Heading,
    Numbered,
    Section,
    SideBySide,
    Tone,
    VoteRow,
    VoteTable,
    plain,
)
from workshop.printing.family import document, in_a_row, question_line
from workshop.printing.words import _, n_

FEWEST_PEOPLE = 5


def voted(facts: Facts) -> Document:
    """The votes of the day, one on each page; none is one page that says so."""
    title = _("How we voted")
    if not facts.rounds:
        open_ = _("A vote is still open. Its result comes when it is closed.")
        words = plain(open_ if facts.vote_open else _("We did not vote on this day."))
        return document(facts, "voted", title, (Section((Heading(1, title), words)),))
    sections = tuple(_section(facts, vote, title) for vote in facts.rounds)
    return document(facts, "voted", title, sections)


def _section(facts: Facts, vote: RoundFacts, title: str) -> Section:
    if len(facts.rounds) > 1:
        title = _("{title}: vote {n}").format(title=title, n=vote.number)
    about = (plain(_("Think about: {criterion}").format(criterion=vote.criterion), tone=Tone.LEAD),)
    blocks = (Heading(1, title), *question_line(vote.question), *(about if vote.criterion else ()))
    result = _result(facts, vote) if vote.counted and not vote.cancelled else _no_result(vote)
    return Section((*blocks, *result), fits_from=12)


def _no_result(vote: RoundFacts) -> tuple[Block, ...]:
    if vote.cancelled:
        why = _("This vote was stopped. Why: {reason}").format(reason=vote.cancelled)
    else:
        why = _("This vote was not counted, because too few people voted. So each vote stays secret.")
    ideas = tuple((row.number, row.title, row.what) for row in vote.rows)
    return (plain(why), Heading(2, _("The ideas in this vote")), Numbered(ideas)) if ideas else (plain(why),)


def _result(facts: Facts, vote: RoundFacts) -> tuple[Block, ...]:
    talk = _talk(vote)
    boxes = (_rules(facts, vote, alone=not talk), *talk)
    note = _("Groups under {n} are counted together. Rows “not shown” protect each person’s vote.")
    hidden = vote.voices and any(row.by_voice is None for row in vote.rows)
    protects = (plain(note.format(n=vote.threshold), tone=Tone.SMALL),) if hidden else ()
    return (_table(vote), SideBySide(boxes), *protects)


def _table(vote: RoundFacts) -> VoteTable:
    most = max((row.dots for row in vote.rows), default=0)
    sizes = vote.voice_sizes or (None,) * len(vote.voices)
    voices = tuple(_voice(name, size) for name, size in zip(vote.voices, sizes, strict=True))
    return VoteTable(
        headings=(_("Place"), _("Number and idea"), _("Dots"), *voices),
        rows=tuple(_row(vote, row, most) for row in vote.rows),
        not_shown=_("not shown"),
    )


def _voice(name: str, size: int | None) -> str:
    name = _(name)
    return name if size is None else f"{name}\n{n_('{n} person', '{n} people', size)}"


def _row(vote: RoundFacts, row: OptionFacts, most: int) -> VoteRow:
    return VoteRow(
        place=_("–") if row.place is None else str(row.place),
        equal=_("equal") if row.equal and row.place is not None else "",
        number=row.number,
        title=row.title,
        what=row.what,
        chips=(*((_("Talk about this"),) if row.title in vote.talk_about else ()), *_not_clear(row)),
        dots=row.dots,
        share=row.dots / most if most else 0.0,
        voices=row.by_voice if vote.voices else (),
    )


def _not_clear(row: OptionFacts) -> tuple[str, ...]:
    if row.not_clear == 0:
        return ()
    if row.not_clear is None or row.not_clear < FEWEST_PEOPLE:
        return (_("Some said “not clear”"),)
    return (_("{n} said “not clear”").format(n=row.not_clear),)


def _rules(facts: Facts, vote: RoundFacts, *, alone: bool) -> Box:
    """The rule card; with the whole width to itself it says two things on a line."""
    each = n_("{n} dot each.", "{n} dots each.", vote.dots_each)
    lines = [
        f"{each} {_('At most {n} on one idea.').format(n=vote.most_per_option)}",
        _("Secret. No totals until the end."),
        _("Equal ideas go to a new vote.") if vote.run_off else _("Equal ideas share a place."),
        *_how_many(facts, vote),
    ]
    if alone:
        lines = [lines[0], *(" ".join(lines[i : i + 2]) for i in range(1, len(lines), 2))]
    return Box((Heading(2, _("The rules")), *(plain(line) for line in lines)))


def _how_many(facts: Facts, vote: RoundFacts) -> list[str]:
    if vote.ballots < FEWEST_PEOPLE:
        return [_("Fewer than {n} people voted.").format(n=FEWEST_PEOPLE)]
    if facts.people is None or facts.people < vote.ballots:
        count = _("{n} voted.").format(n=vote.ballots)
    else:
        count = _("{n} of {all} voted.").format(n=vote.ballots, all=facts.people)
    dots = _("{n} of {all} dots.").format(n=vote.dots_used, all=vote.dots_possible)
    return [f"{count} {dots}", *_touch_and_paper(vote), *_spoiled(vote)]


def _touch_and_paper(vote: RoundFacts) -> list[str]:
    if vote.on_paper is None:
        return []
    touch = vote.ballots - vote.on_paper
    return [_("Touch {touch} · Paper {paper}").format(touch=touch, paper=vote.on_paper)]


def _spoiled(vote: RoundFacts) -> list[str]:
    if not vote.spoiled:
        return []
    if vote.spoiled < FEWEST_PEOPLE:
        return [_("Some paper votes could not be read.")]
    return [_("{n} paper votes could not be read.").format(n=vote.spoiled)]


def _talk(vote: RoundFacts) -> tuple[Box, ...]:
    """The card "Talk about this": neutral words, no voice is praised or blamed."""
    if not vote.talk_about:
        return ()
    titles = {row.title for row in vote.rows}
    ideas = tuple(_("“{idea}”").format(idea=said) for said in vote.talk_about if said in titles)
    ask = _("We differ on {ideas}. Ask each other: what would be lost without it?")
    asked = (plain(ask.format(ideas=in_a_row(ideas))),) if ideas else ()
    sentences = (plain(said) for said in vote.talk_about if said not in titles)
    return (Box((Heading(2, _("Talk about this")), *sentences, *asked)),)
