"""What taking something back changes, and what stays: said before it is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ui.words import Words
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Said
from workshop.domain.paper_facts import Paper
from workshop.domain.persons import Answer
from workshop.domain.retention import COPY
from workshop.session.people import Recall

KINDS = {
    "pack": "What we said and what we will do",
    "one-sheet": "The sheet to take home",
    "consent-register": "The list of consents",
    Paper.CONSENT: "The consent form",
    Paper.SIGN_IN: "The list to sign in",
    Paper.BADGES: "The badges",
    Paper.CLAIM: "The claim form",
    Paper.CLAIMS_SUMMARY: "The list of claims",
    Paper.TAKEN_BACK: "A list of what to call back",
    COPY: "A copy of this workshop",
    "notes.csv": "A table of the notes",
    "promises.csv": "A table of the promises",
    "people.csv": "A table of the people",
}
# What happens when an answer is taken back: the thing, and what becomes of it.
_CHANGES = {
    Item.TAKE_PART: ("Their name and their own notes", "They are in no new page."),
    Item.NOTES_USED: ("Their own notes", "The words are in no new page."),
    Item.QUOTE_FIRST_NAME: ("Their first name", "New pages say what they do instead."),
    Item.QUOTE_FULL_NAME: ("Their full name", "New pages leave it out."),
    Item.PHOTO_REPORT: ("Photos with them", "They are in no new page."),
    Item.PHOTO_WEB: ("Photos with them on the web", "Please take them down."),
    Item.RECORDING: ("The recording", "Please throw it away."),
    Item.CONTACT_RESULTS: ("Letters and calls", "We do not write to them about this."),
    Item.INVITE_AGAIN: ("Invitations", "We do not invite them again."),
    Item.SHARE_CONTACT: ("Their phone number or email", "Please tell the others not to use it."),
    Item.CREDIT: ("Their name among the makers", "New pages leave it out."),
}


@dataclass(frozen=True)
class Given:
    """A yes that can be taken back, and since when."""

    item: Item
    since: date


@dataclass(frozen=True)
class Line:
    """One thing that changes or stays. `state` is said on a chip."""

    icon: str
    what: str
    how: str
    state: str


def given(answers: Iterable[Answer], person: PersonId) -> list[Given]:
    """What this person says yes to now, in the order of the form."""
    last: dict[Item, Answer] = {}
    for answer in sorted(answers, key=lambda a: a.order):
        if answer.person == person:
            last[answer.item] = answer
    said_yes = (last[item] for item in Item if item in last and last[item].said is Said.YES)
    return [Given(answer.item, answer.given_on) for answer in said_yes]


def changes(items: Sequence[Item], icons: dict[Item, str], words: Words, pictures: int = 0) -> list[Line]:
    """What becomes of each thing that is taken back; `pictures` on the board go with the yes to photos."""
    lines = [Line(icons[item], words(_CHANGES[item][0]), words(_CHANGES[item][1]), "") for item in items]
    if pictures and {Item.PHOTO_REPORT, Item.TAKE_PART} & {*items}:
        many = words.many("{n} picture with them", "{n} pictures with them", pictures)
        gone = words("Gone from this file. Nobody can get them back.")
        lines.insert(0, Line("image", many, gone, words("Erased")))
    return lines


def to_call_back(documents: Iterable[Recall], words: Words) -> list[Line]:
    """Each document that was handed out and shows this person: what, when, how long, and who has it."""
    return [_called_back(document, words) for document in documents]


def _called_back(document: Recall, words: Words) -> Line:
    what, how = called(document, words)
    if document.back_on is not None:
        return Line("check", what, how, "")
    if document.kind == COPY:
        again = words("Please make a new copy. The old one still holds them.")
        return Line("usb", what, f"{how} {again}", words("To call back"))
    return Line("printer", what, f"{how} {words('Please ask for it back.')}", words("To call back"))


def called(document: Recall, words: Words) -> tuple[str, str]:
    """What a document is called, and when it was made, how long it is, where it is, that it came back."""
    kind = words(KINDS.get(document.kind, "A printed document"))
    said = [words("Made on {day}.", day=_day(document.made_at, words))]
    if document.pages:
        said.append(words.many("{n} page.", "{n} pages.", document.pages))
    if document.given_to:
        said.append(words("Where: {where}.", where=document.given_to))
    if document.back_on is not None:
        said.append(words("It came back on {day}.", day=words.date(document.back_on, year=True)))
    return words("{what}, number {n}", what=kind, n=document.number), " ".join(said)


def _day(made_at: str, words: Words) -> str:
    return words.date(date.fromisoformat(made_at[:10]), year=True)


def staying(items: Sequence[Item], words: Words) -> list[Line]:
    """What nobody can take out, and what was not taken back."""
    votes = words("A vote cannot be found or taken out. It was never linked to them.")
    lines = [Line("vote", words("All votes"), votes, words("Stays"))]
    if not {Item.TAKE_PART, Item.NOTES_USED} & {*items}:
        notes = words("They said yes to that, and can still say no.")
        lines.insert(0, Line("sticky-note", words("Their notes, without a name"), notes, words("Stays")))
    return lines
