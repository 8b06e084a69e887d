"""What is kept until when, what goes when its day has come, and what is lost with it: said before."""

from dataclasses import dataclass
from datetime import date

from ui.parts.register_back import Line, to_call_back
from ui.words import Words
from workshop.domain.records import Workshop
from workshop.domain.retention import Due, Kept, until
from workshop.session.people import Proof, WouldGo

MIND = "mind"  # until when people can change their mind: asked beside the three dates
ICONS = {
    MIND: "undo-2",
    Kept.NAMES: "sticky-note",
    Kept.CONSENT: "shield-check",
    Kept.MONEY: "pound-sterling",
}
TITLES = {
    MIND: "Changing your mind",
    Kept.NAMES: "Names on notes",
    Kept.CONSENT: "Proof of consent",
    Kept.MONEY: "Money",
}
ABOUT = {
    MIND: "Until this day somebody can take something back.",
    Kept.NAMES: "Who wrote which note. Only you can see it.",
    Kept.CONSENT: "Who came, what they agreed to, and how they signed.",
    Kept.MONEY: "What people claimed, and what they were paid.",
}
QUESTIONS = {
    MIND: "Until when can people change their mind?",
    Kept.NAMES: "How long do we keep names on notes?",
    Kept.CONSENT: "How long do we keep the proof of consent?",
    Kept.MONEY: "How long do we keep what is about money?",
}


@dataclass(frozen=True)
class Row:
    """One thing that is kept: what, until when in words, whether that day has passed."""

    key: str
    icon: str
    title: str
    about: str
    when: str
    last: date | None
    is_due: bool


def rows(day: Workshop, due: Due, words: Words) -> list[Row]:
    """The four dates, in the order in which they come."""
    dates: dict[str, date | None] = {MIND: day.change_until}
    dates |= {str(kept): last for kept, last in until(day).items()}
    return [
        Row(
            key,
            ICONS[key],
            words(TITLES[key]),
            words(ABOUT[key]),
            words("until {day}", day=words.date(last, year=True)) if last else words("No day yet"),
            last,
            key in due.what,
        )
        for key, last in dates.items()
    ]


def told(due: Due, words: Words) -> str:
    """What has to be said about the dates as a whole; "" for nothing."""
    if due.clock_is_back:
        return words("The clock of this laptop is wrong. Please set it. We ask for nothing until then.")
    if due.in_use:
        return words("A photo or a name is still on a page. So the proof of consent stays.")
    return ""


# What goes, and what is lost with it


def of_names(words: Words) -> list[Line]:
    """Taking names off the notes."""
    return [
        Line(
            "user",
            words("Who wrote which note"),
            words("Nobody can find that out any more."),
            words("Erased"),
        ),
        Line(
            "eye-off",
            words("Notes that may not be used"),
            words("They lose their words. They still count."),
            words("Erased"),
        ),
        Line(
            "sticky-note",
            words("All other notes"),
            words("With their words, without a name."),
            words("Stays"),
        ),
    ]


def of_money(words: Words) -> list[Line]:
    """Taking the money out."""
    gone = words("What people claimed, and what they were paid.")
    stay = words("The rates stay, and so do the people.")
    return [
        Line("pound-sterling", words("All claims"), gone, words("Erased")),
        Line("users", words("Everything else"), stay, words("Stays")),
    ]


def of_everybody(would: WouldGo, words: Words) -> list[Line]:
    """Taking everybody out."""
    many, gone, stays = words.many, words("Erased"), words("Stays")
    people = words("Names, answers, signatures, needs, pictures and money.")
    wordless = words("They may not be used. They lose their words, and still count.")
    board = words("A name in them becomes “[name]”. A promise keeps its role.")
    lines = [Line("users", many("{n} person", "{n} people", would.people), people, gone)]
    if would.notes:
        lines.append(Line("eye-off", many("{n} note", "{n} notes", would.notes), wordless, gone))
    lines += [
        Line(
            "history",
            words("What can be undone, and all earlier times"),
            words("The file begins anew."),
            gone,
        ),
        Line("sticky-note", words("The board, the results and the promises"), board, stays),
    ]
    if would.money_until:
        money = words("You wanted it until {day}.", day=words.date(would.money_until, year=True))
        lines.append(Line("pound-sterling", words("Money goes too"), money, words("Still needed")))
    if would.in_use:
        proof = words("You could not show any more that they agreed.")
        lines.append(
            Line("shield-check", words("A photo or a name is on a page"), proof, words("Still needed"))
        )
    return [*lines, *to_call_back(would.documents, words)]


def of_the_workshop(day: Workshop, words: Words) -> list[Line]:
    """Destroying the whole workshop."""
    everything = words("The board, the results, the promises, the people. Nothing stays.")
    copies = words("Copies on sticks stay. Please destroy them too.")
    return [
        Line("trash-2", day.title, everything, words("Erased")),
        Line("usb", words("Copies and printed pages"), copies, words("To call back")),
    ]


def of_proof(proof: Proof, words: Words) -> list[Line]:
    """What was taken out, counted, after it was done."""
    many, gone = words.many, words("Erased")
    counts = [
        ("users", proof.people, many("{n} person", "{n} people", proof.people)),
        ("list-checks", proof.answers, many("{n} answer", "{n} answers", proof.answers)),
        ("signature", proof.signatures, many("{n} signature", "{n} signatures", proof.signatures)),
        ("image", proof.pictures, many("{n} picture", "{n} pictures", proof.pictures)),
        ("pound-sterling", proof.claims, many("{n} claim", "{n} claims", proof.claims)),
    ]
    key = words("The old key was destroyed first. Then its file and all its copies here.")
    lines = [Line(icon, text, "", gone) for icon, count, text in counts if count]
    lines.append(Line("lock", words("The old file"), key, gone))
    board = words("In a new file, with a new key. Nobody is in it.")
    lines.append(Line("sticky-note", words("The board, the results and the promises"), board, words("Stays")))
    return [*lines, *to_call_back(proof.documents, words)]
