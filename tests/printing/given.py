"""Hand-made facts: the day of the design's pictures, and parts of it to change."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from workshop.domain import ink
from workshop.domain.facts import (
    CannotFacts,
    DrawingFacts,
    Facts,
    GroupFacts,
    NoteFacts,
    OptionFacts,
    PictureFacts,
    PromiseFacts,
    RegisterRow,
    RoundFacts,
)
from workshop.domain.kinds import (
    AgeGroup,
    Audience,
    BoardLayout,
    Emotion,
    GroupKind,
    Item,
    NoteKind,
    PromiseStatus,
    Reply,
)
from workshop.domain.records import Contact, KindName

URDU = "مجھے میری زبان میں بتائیں"
PUNJABI = "ਮੇਰੀ ਧੀ ਨੂੰ ਵੀ ਦੱਸੋ"
CHINESE = "请用我的语言告诉我"

KINDS = {
    "●": NoteKind.MATTERS,
    "■": NoteKind.IDEA,
    "▲": NoteKind.WORKS_WELL,
    "◆": NoteKind.DOES_NOT_WORK,
    "★": NoteKind.QUESTION,
    "♥": NoteKind.FELT,
    "○": NoteKind.BEFORE,
}


def notes(*lines: str, first: int = 1) -> tuple[NoteFacts, ...]:
    """Notes written as a symbol and their words."""
    return tuple(NoteFacts(first + at, line[2:], KINDS[line[0]]) for at, line in enumerate(lines))


NEXT = GroupFacts(
    "Knowing what happens next",
    (
        *notes(
            "● Tell me the date. Then stick to it.",
            "◆ Told at 10am I could go. Left at 7pm.",
            "● One page. My words, not yours.",
            "■ A board by the bed: who, what, when",
            "★ Who do I ask if the plan changes?",
        ),
        NoteFacts(6, URDU, NoteKind.MATTERS, "ur", "Tell me in my language"),
        *notes(
            "▲ The night nurse drew it for us. Brilliant.",
            "◆ Six people asked me the same thing",
            "● Say it again when my sister is here",
            first=7,
        ),
    ),
    checked=False,
)
FAMILY = GroupFacts(
    "My carer and family",
    (
        *notes(
            "● Ask me before you fix the date. I work.",
            "◆ Nobody asked if I could cope",
            "● Young carers: talk to us too.",
            first=10,
        ),
        NoteFacts(13, PUNJABI, NoteKind.MATTERS, "pa", "Tell my daughter as well"),
        *notes(
            "■ Let carers in early, like a pass",
            "★ Who is with Dad while I learn the hoist?",
            "▲ Ward let me stay for the talk",
            "◆ Sent home on my exam day",
            "■ Text both of us, not just the patient",
            first=14,
        ),
    ),
)
HOME = GroupFacts(
    "Getting home",
    notes("♥ I cried in the taxi", "○ Transport is booked at noon", "◆ No key, no heating", first=19),
    checked=True,
)
LOOSE = notes("★ Is there a bus after nine?", first=22)


def row(number: int, title: str, dots: int, place: int | None, **more: object) -> OptionFacts:
    """A row of a result; `more` are further facts of it."""
    return replace(OptionFacts(number, title, "", dots, place), **more)  # type: ignore[arg-type]


ROUND = RoundFacts(
    number=1,
    question="Which ideas should we work on first?",
    criterion="",
    dots_each=3,
    most_per_option=2,
    threshold=5,
    run_off=False,
    counted=True,
    ballots=14,
    on_paper=5,
    spoiled=0,
    dots_used=40,
    dots_possible=42,
    rows=(
        row(1, "One named person to ring after you go home", 11, 1, by_voice=(4, 7)),
        row(2, "Medicines ready before transport is booked", 9, 2, by_voice=(2, 7)),
        row(3, "A plan on one page", 7, 3, equal=True, by_voice=(3, 4)),
        row(4, "Ask the carer before the date is fixed", 7, 3, equal=True, by_voice=(5, 2)),
        row(5, "A quiet place to wait", 3, 5),
        row(6, "Check the house is ready", 2, 6, not_clear=None),
        row(7, "Transport home at any hour", 1, 7),
        row(8, "A text the night before", 0, None, by_voice=(0, 0)),
        row(9, "A leaflet about parking", 0, None, by_voice=(0, 0)),
    ),
    voices=("Carers", "All others"),
    voice_sizes=(6, 8),
    talk_about=("Medicines ready before transport is booked", "Ask the carer before the date is fixed"),
)
PROMISES = (
    PromiseFacts(
        1,
        "One named person to ring after you go home",
        "We will try it on Ward 4 for six weeks. One number.",
        "6 of 10 people rang and got help.",
        "Femi",
        date(2026, 6, 29),
        PromiseStatus.PROMISED,
        Reply.YES,
    ),
    PromiseFacts(
        2,
        "Medicines ready before transport is booked",
        "pharmacy on the ward at 10am, Monday to Friday.",
        "tablets are ready before the taxi.",
        "Bethan",
        date(2026, 6, 8),
        PromiseStatus.PROMISED,
        Reply.PARTLY,
        "Weekends need more staff.",
    ),
    PromiseFacts(
        3,
        "A plan on one page",
        "We will make the page with the ward.",
        "six people test it and understand it.",
        "Leanne and Gwyn",
        date(2026, 7, 9),
        PromiseStatus.PROMISED,
        Reply.YES,
    ),
    PromiseFacts(
        4,
        "Ask the carer before the date is fixed",
        "We need to agree who rings the carer, and when.",
        "",
        "",
        None,
        PromiseStatus.PROMISED,
        missing=("who", "by_when", "how_known"),
    ),
)
CANNOT = CannotFacts(
    "Transport home at any hour",
    "The transport contract runs until March 2027. Ruth will ask for it in the next one. "
    "She will tell us on 9 July.",
)
THE_DAY = Facts(
    audience=Audience.PEOPLE,
    title="Leaving hospital",
    question="What matters to you when you leave hospital?",
    host="Bevan Road table",
    place="Bevan Road Community Hall",
    day=date(2026, 5, 14),
    starts="13:10",
    ends="15:40",
    language="en",
    practice=False,
    people=14,
    notes_written=45,
    groups=(NEXT, FAMILY, HOME),
    loose=LOOSE,
    not_printed=2,
    ideas=9,
    rounds=(ROUND,),
    promises=PROMISES,
    cannots=(CANNOT,),
    led_by=("Leanne", "Ruth"),
    ring=(
        Contact("About today", "Ruth", "01632 960 155"),
        Contact("About benefits", "Bevan Road Advice", "01632 960 188"),
    ),
    change_until=date(2026, 8, 14),
    next_date=date(2026, 7, 9),
    next_time="13:00",
)


def register_row(ref: str, called: str, **said: str) -> RegisterRow:
    """A person of the register who said yes, except as `said`."""
    states = tuple((item, said.get(item.value, "yes")) for item in Item)
    return RegisterRow(ref, called, AgeGroup.ADULT, states, "1.0", "screen", expires_on=date(2031, 5, 14))


REGISTER = (
    replace(
        register_row("A-01", "Amina", photo_web="no", quote_full_name="taken_back"),
        wrote_down="Ruth",
        taken_back=date(2026, 6, 2),
    ),
    replace(register_row("A-02", "Josh", recording="not_answered"), age_group=AgeGroup.AGED_16_17),
    replace(register_row("A-03", "Wanda", contact_results="unsure"), supported=True, medium="paper"),
)
HOUSE = ink.pack(
    [
        [(60, 90, 0.5), (60, 50, 0.5), (100, 20, 0.6), (140, 50, 0.5), (140, 90, 0.5), (60, 90, 0.5)],
        [(90, 90, 0.9), (90, 65, 0.9), (110, 65, 0.9), (110, 90, 0.9)],
        [(20, 20, 1.0)],
    ]
)


def picture_file(kind: str, size: tuple[int, int] = (120, 80)) -> bytes:
    """A picture as the board keeps it: PNG or JPEG."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).ellipse((10, 10, size[0] - 10, size[1] - 10), fill="gray", outline="black")
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


PHOTO, PLAN, GONE = (PictureFacts(letter * 64, 120, 80) for letter in "abc")
PICTURES = {PHOTO.sha256: picture_file("JPEG"), PLAN.sha256: picture_file("PNG")}
# All that the board can do with notes and groups, on the way home from hospital.
BOARD = replace(
    THE_DAY,
    layout=BoardLayout.JOURNEY,
    axes=("Easy", "Hard", "No help", "Much help"),
    kind_names=(KindName(NoteKind.MATTERS, "What we want"),),
    groups=(
        replace(
            NEXT,
            feeling=1,
            checked=True,
            notes=(
                replace(NEXT.notes[0], emotion=Emotion.GLAD, tags=("Winter", "Ask the ward")),
                replace(NEXT.notes[1], same_as=1, emotion=Emotion.ANGRY),
                NoteFacts(31, "My house", NoteKind.MATTERS, drawing=DrawingFacts(HOUSE)),
                NoteFacts(32, URDU, NoteKind.IDEA, "ur", "In my language", drawing=DrawingFacts(HOUSE)),
                NoteFacts(33, "A picture", NoteKind.IDEA, picture=PHOTO, tags=("Winter",)),
            ),
        ),
        GroupFacts("", (NoteFacts(34, "We were told at night", NoteKind.FELT),), kind=GroupKind.WRONG),
        replace(
            HOME,
            feeling=-2,
            notes=(
                NoteFacts(35, "A drawing", NoteKind.FELT, drawing=DrawingFacts(HOUSE), picture=PLAN),
                NoteFacts(36, "The taxi", NoteKind.BEFORE, picture=GONE, emotion=Emotion.CALM),
            ),
        ),
        GroupFacts("", notes("● A minibus", first=37), kind=GroupKind.LATER),
        GroupFacts("", notes("★ Who pays?", first=38), kind=GroupKind.UNKNOWN),
    ),
)
ARCHIVE = replace(THE_DAY, audience=Audience.ARCHIVE, register=REGISTER)


def many_notes(count: int, *, each: int = 20, text: str = "Note {n}: say it once and write it down") -> Facts:
    """A day with `count` notes, in groups of `each`."""
    written = [NoteFacts(n, text.format(n=n), list(NoteKind)[n % 7]) for n in range(1, count + 1)]
    groups = [
        GroupFacts(f"Group {first // each + 1}", tuple(written[first : first + each]))
        for first in range(0, count, each)
    ]
    return replace(THE_DAY, groups=tuple(groups), loose=(), notes_written=count)
