"""What we will do: promises, what is not a promise yet, and what we cannot do now and why."""

from workshop.domain.facts import Facts, PromiseFacts
from workshop.domain.kinds import PromiseStatus, Reply
from workshop.printing import words
from workshop.printing.content import (
    Block,
    Document,
    Field,
    Heading,
    Paragraph,
    PromiseCard,
    Section,
    Tone,
    lead_in,
    plain,
)
from workshop.printing.family import document, in_a_row
from workshop.printing.words import _


def will_do(facts: Facts) -> Document:
    """The promises of the day, as a part of a pack."""
    title = _("What we will do")
    return document(facts, "will-do", title, (Section(promises_and_why_not(facts), fits_from=13),))


def promises_and_why_not(facts: Facts) -> tuple[Block, ...]:
    """Everything on the page of promises."""
    return (
        Heading(1, _("What we will do")),
        plain(_("A promise has a name, a date, and a way to know."), tone=Tone.LEAD),
        *_cards(facts),
        *_cannots(facts),
    )


def _cards(facts: Facts) -> tuple[Block, ...]:
    if not facts.promises:
        return (plain(_("No promise was made on this day.")),)
    kept = [promise for promise in facts.promises if not promise.missing]
    missing = [promise for promise in facts.promises if promise.missing]
    return (*(_promise(facts, one) for one in kept), *(_not_yet(facts, one) for one in missing))


def _promise(facts: Facts, promise: PromiseFacts) -> PromiseCard:
    declined = promise.status is PromiseStatus.DECLINED
    return PromiseCard(
        number=promise.number,
        title=promise.theme,
        lines=(*_answer(promise), *_way_to_know(promise)),
        fields=(Field(_("Who"), promise.who), Field(_("By when"), _by_when(facts, promise))),
        tick="" if declined else _("Done"),
        ticked=promise.status is PromiseStatus.DONE,
        badge=_("Not possible any more") if declined else "",
    )


def _not_yet(facts: Facts, promise: PromiseFacts) -> PromiseCard:
    lacks = _words_for_what_is_missing()
    what = in_a_row(tuple(lacks.get(part, part) for part in promise.missing))
    missing = plain(_("Still missing: {what}.").format(what=what))
    return PromiseCard(
        number=promise.number,
        title=promise.theme,
        lines=(
            *_answer(promise),
            *_way_to_know(promise),
            missing,
        ),
        fields=(Field(_("Who"), promise.who), Field(_("By when"), _by_when(facts, promise))),
        badge=_("Not yet a promise"),
    )


def _words_for_what_is_missing() -> dict[str, str]:
    """How the parts of a promise are called in the middle of a sentence."""
    return {
        "who": _("who"),
        "by_when": _("by when"),
        "we_will": _("what we will do"),
        "how_known": _("how we will know"),
    }


def _answer(promise: PromiseFacts) -> tuple[Paragraph, ...]:
    """What will be done, with how much of the idea that is and why it is not all of it."""
    why = (lead_in(_("Why:"), promise.why),) if promise.why else ()
    doing = (plain(promise.we_will),) if promise.we_will else ()
    if promise.answer is Reply.PARTLY:
        return (lead_in(_("Partly:"), " ".join(filter(None, (promise.we_will, promise.why)))),)
    if promise.answer is Reply.NOT_NOW:
        return (lead_in(_("Not now:"), promise.why), *doing)
    return (*doing, *why)


def _way_to_know(promise: PromiseFacts) -> tuple[Paragraph, ...]:
    return (lead_in(_("We will know:"), promise.how_known),) if promise.how_known else ()


def _by_when(facts: Facts, promise: PromiseFacts) -> str:
    return words.day(promise.by_when, beside=facts.day) if promise.by_when else ""


def _cannots(facts: Facts) -> tuple[Block, ...]:
    if not facts.cannots:
        return ()
    reasons = tuple(lead_in(f"{cannot.theme.rstrip('.')}.", cannot.reason) for cannot in facts.cannots)
    return (Heading(2, _("What we cannot do now, and why"), ruled=True), *reasons)
