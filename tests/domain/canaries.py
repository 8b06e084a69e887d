"""Random workshops in which every word is an unmistakable token, to be looked for afterwards."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from tests import given
from workshop.domain.forms import FormWords, ItemWords
from workshop.domain.ids import (
    DecisionId,
    DrawingId,
    OptionId,
    PersonId,
    PictureId,
    PromiseId,
    RoundId,
    StepId,
    TagId,
)
from workshop.domain.kinds import (
    AgeGroup,
    BoardLayout,
    Emotion,
    GroupKind,
    Item,
    NoteKind,
    NoteState,
    Reply,
    RoundState,
    Said,
)
from workshop.domain.outcomes import Cannot, Decision, Promise
from workshop.domain.persons import Person, Picture, Signature
from workshop.domain.records import (
    Drawing,
    Group,
    KindName,
    Membership,
    Note,
    Option,
    Result,
    Round,
    Step,
    Tag,
)
from workshop.domain.snapshot import Snapshot

ASKED = (
    Item.TAKE_PART,
    Item.NOTES_USED,
    Item.QUOTE_FIRST_NAME,
    Item.QUOTE_FULL_NAME,
    Item.PHOTO_REPORT,
    Item.PHOTO_WEB,
)
OPEN_VOTE = "Whichopenvote"
TAG = TagId("tag")
FOR_THE_FACILITATOR = "Onlyforthefacilitator"


def words_of(note: Note) -> str:
    """The token that stands in this note and nowhere else."""
    return f"wordsofnote{note.number:02d}q"


def ink_of(note: Note) -> str:
    """The token that stands for what is drawn on this note."""
    return f"inkofnote{note.number:02d}q"


def file_of(note: Note) -> str:
    """The token that stands for the picture on this note."""
    return f"fileofnote{note.number:02d}q"


def picture(note: Note, *people: PersonId, no_faces: bool = False) -> Picture:
    """The picture on this note, and who can be seen on it."""
    return Picture(PictureId(f"picture-{note.id}"), note.id, 60, 40, file_of(note), people, no_faces)


def made_person(number: int, age: AgeGroup) -> Person:
    return replace(
        given.person(f"Zref{number}", f"Zcalled{number}"),
        full_name=f"Zfirst{number} Zlast{number}",
        contact=f"Zcontact{number}",
        age_group=age,
        leaves_by=f"Zleaves{number}",
        supporter=f"Zsupporter{number}",
        adult=f"Zadult{number}",
        guardian=f"Zguardian{number}",
    )


def snapshot_of(
    people: list[Person],
    answers: dict[tuple[int, Item], tuple[Said, Said | None]],
    notes: list[Note],
    pictures: list[Picture],
    layout: BoardLayout,
) -> Snapshot:
    """A whole workshop round these: each name and each note is also written wherever words can stand.

    Something is drawn on each note.
    """
    kept = [
        replace(given.answer(people[i], item, said), guardian=guardian, order=order, taken_by=f"Ztaker{i}")
        for order, ((i, item), (said, guardian)) in enumerate(answers.items())
    ]
    names = [n for p in people for n in (f"{p.called}'s", p.full_name.upper())]
    everybody = " and ".join(names)
    groups = [given.group(f"Corner of {everybody}"), given.group("Empty", 1)]
    groups += [given.group("later", 2, kind=GroupKind.LATER)]
    groups += [given.group(f"Away of {everybody}", 3, merged_into=groups[0].id)]
    options = [_option(i, note.text, note.id) for i, note in enumerate(notes)]
    options += [_option(98, f"Ask {everybody}"), _option(99, "Benches")]
    rounds = [_round(number, state, options) for number, state in enumerate(RoundState, start=1)]
    decisions = [_decision(i, note.text, note.id, Reply.NOT_NOW) for i, note in enumerate(notes)]
    decisions += [_decision(100 + i, o.title, o.id, Reply.YES) for i, o in enumerate(options)]
    return Snapshot(
        given.workshop(
            f"Day of {everybody}",
            question=everybody,
            no_next_reason=everybody,
            kind_names=tuple(KindName(kind, everybody) for kind in NoteKind),
            axes=(everybody,) * 4,
            layout=layout,
        ),
        steps=(Step(StepId("s"), 0, "talk", "Talk", say=FOR_THE_FACILITATOR),),
        people=tuple(people),
        needs=tuple(given.need(p, f"Zneed{p.ref}") for p in people),
        answers=tuple(kept),
        wordings=given.wordings(kept),
        signatures=tuple(Signature(f"sig-{p.id}", p.id, witness=f"Zwitness{p.ref}") for p in people),
        notes=tuple(notes),
        groups=tuple(groups),
        memberships=tuple(_places(notes, groups)),
        rounds=tuple(rounds),
        results=tuple(_result(r) for r in rounds if r.state is not RoundState.CANCELLED),
        decisions=tuple(decisions),
        promises=tuple(_promises(people, everybody)),
        cannots=(Cannot("c", 1, everybody, everybody),),
        tags=(Tag(TAG, everybody, 0),),
        drawings=tuple(Drawing(DrawingId(n.id), n.id, ink_of(n)) for n in notes),
        pictures=tuple(pictures),
    )


def _places(notes: list[Note], groups: list[Group]) -> list[Membership]:
    """Every third note lies in no group, every fourth in two; every fifth came along from another group.

    The last of these sleeps there: a note that lay in both.
    """
    first = [given.membership(n, groups[0]) for n in notes if n.number % 3]
    came = [replace(m, came_from=groups[3].id) for m in first[::5]]
    asleep = [given.membership(n, groups[3]) for n in notes if n.id in {m.note for m in came[-1:]}]
    first = [m for m in first if m.note not in {c.note for c in came}]
    return first + came + asleep + [given.membership(n, groups[2]) for n in notes if n.number % 4 == 0]


def _option(number: int, title: str, source: str = "") -> Option:
    return Option(OptionId(f"option-{number}"), number, title, source=source)


def _round(number: int, state: RoundState, options: list[Option]) -> Round:
    question = OPEN_VOTE if state is RoundState.OPEN else options[-2].title
    reason = options[-2].title if state is RoundState.CANCELLED else ""
    id_ = RoundId(f"round-{number}")
    return Round(id_, number, question, question, tuple(options), state=state, cancelled_reason=reason)


def _result(round_: Round) -> Result:
    return Result(f"of-{round_.id}", round_.id, True, 4, totals=(0,) * len(round_.options))


def _decision(number: int, title: str, source: str, answer: Reply) -> Decision:
    return Decision(DecisionId(f"decision-{number}"), title, answer, "Because of money", source, number)


def _promises(people: list[Person], everybody: str) -> Iterator[Promise]:
    for i, person in enumerate(people):
        yield Promise(PromiseId(f"by-id-{i}"), 2 * i, "Benches", owner_person=person.id, owner_role=everybody)
        yield Promise(PromiseId(f"by-name-{i}"), 2 * i + 1, everybody, owner=person.called, we_will=everybody)
    yield Promise(PromiseId("by-role"), 999, "Benches", owner_role=everybody, how_known=everybody)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any workshop of up to 7 people and 9 notes."""
    ages = draw(st.lists(st.sampled_from(AgeGroup), max_size=7))
    people = [made_person(i, age) for i, age in enumerate(ages)]
    said = st.tuples(st.sampled_from([Said.YES, Said.YES, *Said]), st.sampled_from([None, Said.YES, Said.NO]))
    answers = draw(
        st.dictionaries(
            st.tuples(st.integers(0, max(0, len(people) - 1)), st.sampled_from(ASKED)),
            said,
            max_size=36 if people else 0,
        )
    )
    notes = [_note(draw, number, people) for number in range(draw(st.integers(0, 9)))]
    tops = [n for n in notes if n.state is NoteState.SHOWN and draw(st.booleans())]
    under = st.sampled_from([None, *(top.id for top in tops)])
    stacked = [n if n in tops else replace(n, same_as=draw(under)) for n in notes]
    pictures = [picture(n, *draw(_seen(people)), no_faces=draw(st.booleans())) for n in stacked]
    layout = draw(st.sampled_from(BoardLayout))
    made = snapshot_of(people, answers, stacked, pictures[: draw(st.integers(0, 9))], layout)
    lost = draw(st.frozensets(st.sampled_from(ASKED), max_size=1))  # words that nobody kept
    off = draw(st.frozensets(st.sampled_from(ASKED[1:]), max_size=2))
    items = tuple(ItemWords(i, "", "", ("",), asked=i not in off) for i in Item)
    wordings = tuple(w for w in made.wordings if w.item not in lost)
    return replace(made, wordings=wordings, forms=(FormWords("form", 1, "en", items),))


def _seen(people: list[Person]) -> st.SearchStrategy[list[PersonId]]:
    """Who can be seen on a picture; somebody of whom nothing is known as well."""
    return st.lists(st.sampled_from([*(p.id for p in people), PersonId("gone")]), max_size=2, unique=True)


def _note(draw: st.DrawFn, number: int, people: list[Person]) -> Note:
    erased = draw(st.integers(0, 9)) == 0
    mention = draw(st.sampled_from([""] + [n for p in people for n in (p.called, p.full_name)]))
    note = given.note(
        number,
        state=draw(st.sampled_from([NoteState.SHOWN, NoteState.SHOWN, *NoteState])),
        author=draw(st.sampled_from([None, *(p.id for p in people), PersonId("gone")])),
        names_checked=draw(st.booleans()),
        emotion=draw(st.sampled_from([None, *Emotion])),
        tags=draw(st.sampled_from([(), (TAG,)])),
        waiting=draw(st.booleans()),
        x=draw(st.sampled_from([0.0, 200.0, 1500.0])),
        y=draw(st.sampled_from([0.0, 100.0, 700.0])),
    )
    text = "" if erased else f"{words_of(note)} {mention}".strip()
    return replace(note, text=text, translation=draw(st.sampled_from(["", text])))
