"""Who is seen on a picture: it is shown where everybody on it agreed to just that, and nowhere else."""

import ast
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests import given
from tests.domain.canaries import picture
from tests.given import TODAY
from workshop.domain import seen
from workshop.domain.consent import Consents
from workshop.domain.facts import Facts
from workshop.domain.gate import consents_of, facts_for
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Audience, Item, Said
from workshop.domain.persons import Answer, Picture
from workshop.domain.seen import PICTURES_NOT_AGREED, PICTURES_NOT_LOOKED_AT, SOMEBODY_ELSE, reason_without
from workshop.domain.snapshot import Snapshot

NOTE = given.note(1)
PEOPLE = tuple(given.person(f"A10{i}", f"Person {i}") for i in range(3))
ON_IT = (Item.TAKE_PART, Item.PHOTO_REPORT, Item.PHOTO_WEB)
PUBLISHED = (Audience.WALL, Audience.COMMITTEE)
Given = dict[tuple[int, Item], Said]


def snapshot_of(seen_: Picture, said: Given) -> Snapshot:
    """A workshop with one picture, of people who said this, one after the other."""
    answers = tuple(given.answer(PEOPLE[i], item, one) for (i, item), one in said.items())
    return Snapshot(
        given.workshop(),
        people=PEOPLE,
        answers=answers,
        wordings=given.wordings(list(answers)),
        notes=(NOTE,),
        pictures=(seen_,),
    )


def is_shown(snapshot: Snapshot, audience: Audience) -> bool:
    facts: Facts = facts_for(snapshot, audience, TODAY)
    return facts.loose[0].picture is not None


def agreed(said: Given, i: int, audience: Audience) -> bool:
    """The rule, read out: to take part and to the report; for what others read, also to the web."""
    needed = ON_IT if audience in PUBLISHED else ON_IT[:2]
    return all(said.get((i, item)) is Said.YES for item in needed)


SAID = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(ON_IT)), st.sampled_from([Said.YES, Said.YES, *Said])
)


@given_any(st.sets(st.integers(0, 2)), SAID, st.booleans(), st.sampled_from(Audience))
def test_a_picture_is_shown_only_where_everybody_on_it_agreed_to_that(
    on_it: set[int], said: Given, somebody_else: bool, audience: Audience
) -> None:
    people = (*(PEOPLE[i].id for i in sorted(on_it)), *([SOMEBODY_ELSE] if somebody_else else []))
    may = bool(on_it) and not somebody_else and all(agreed(said, i, audience) for i in on_it)
    assert is_shown(snapshot_of(picture(NOTE, *people), said), audience) == may


def test_every_combination_of_two_people_and_three_answers() -> None:
    shown_to = picture(NOTE, PEOPLE[0].id, PEOPLE[1].id)
    for answers in product([Said.YES, Said.NO, None], repeat=2 * len(ON_IT)):
        kept = zip(product(range(2), ON_IT), answers, strict=True)
        said = {key: one for key, one in kept if one is not None}
        consents = consents_of(snapshot_of(shown_to, said))
        for audience in Audience:
            may = agreed(said, 0, audience) and agreed(said, 1, audience)
            assert (reason_without(shown_to, (), consents, audience, TODAY) is None) == may


@pytest.mark.parametrize("item", ON_IT)
def test_taking_back_takes_the_picture_out(item: Item) -> None:
    said: Given = {(0, one): Said.YES for one in ON_IT}
    shown = picture(NOTE, PEOPLE[0].id)
    assert all(is_shown(snapshot_of(shown, said), audience) for audience in Audience)
    back = snapshot_of(shown, said | {(0, item): Said.TAKEN_BACK})
    still = [audience for audience in Audience if is_shown(back, audience)]
    here = [audience for audience in Audience if audience not in PUBLISHED]
    assert still == (here if item is Item.PHOTO_WEB else [])


def test_under_16_nobody_is_shown_without_the_guardian() -> None:
    child = replace(PEOPLE[0], age_group=AgeGroup.UNDER_16)

    def consents(guardian: Said | None) -> Consents:
        answers: list[Answer] = [replace(given.answer(child, i, Said.YES), guardian=guardian) for i in ON_IT]
        return Consents.of([child], answers, given.wordings(answers))

    for guardian, audience in product([None, Said.NO, Said.YES], Audience):
        reason = reason_without(picture(NOTE, child.id), (), consents(guardian), audience, TODAY)
        assert (reason is None) == (guardian is Said.YES)


def test_nobody_said_yet_who_can_be_seen() -> None:
    nothing = Consents({}, {})
    for audience in Audience:
        assert reason_without(picture(NOTE), (), nothing, audience, TODAY) == PICTURES_NOT_LOOKED_AT
        assert reason_without(picture(NOTE, no_faces=True), (), nothing, audience, TODAY) is None
        gone = picture(NOTE, PersonId("erased"))
        assert reason_without(gone, (), nothing, audience, TODAY) == PICTURES_NOT_AGREED


def test_a_wall_that_takes_the_yes_to_the_report_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    said: Given = {(0, item): Said.YES for item in ON_IT[:2]}
    snapshot = snapshot_of(picture(NOTE, PEOPLE[0].id), said)
    assert not is_shown(snapshot, Audience.WALL)
    monkeypatch.setattr(seen, "_PURPOSES", dict.fromkeys(Audience, (Item.PHOTO_REPORT,)))
    assert is_shown(snapshot, Audience.WALL)


def test_who_is_seen_on_a_copy_is_on_this_one_too() -> None:
    said: Given = {(0, item): Said.YES for item in ON_IT}
    one, copy = picture(NOTE, PEOPLE[0].id), replace(picture(given.note(2)), sha256=picture(NOTE).sha256)
    consents = consents_of(snapshot_of(one, said))
    for seen_, is_in in [((), True), ((PEOPLE[0].id,), True), ((PEOPLE[1].id,), False)]:
        copies = (one, replace(copy, people=seen_))
        for shown in (one, replace(one, people=(), no_faces=True)):
            assert (reason_without(shown, copies, consents, Audience.WALL, TODAY) is None) == is_in


# The only doors

READS_PICTURES = {
    # What the gate let into the facts, for pages and their twins.
    "workshop/session/pack.py",
    # A picture for the screens in the room; it is refused while its note is not in sight.
    "workshop/session/media.py",
    # The board in the room, and the desk.
    "ui/board/view.py",
    "ui/parts/on_note.py",
    "ui/widgets/people_preview.py",
    # Who can be seen is said at the desk.
    "ui/screens/pictures_check.py",
}


def picture_reads(path: str, source: str) -> list[str]:
    """Where a module asks for the bytes of a picture."""
    if path in READS_PICTURES or path.startswith("workshop/storage"):
        return []
    asked = (ast.unparse(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute))
    return [f"{path} {one}" for one in asked if one.endswith((".picture_file", "pictures.read"))]


def test_only_the_pack_takes_pictures_out_of_the_room() -> None:
    root = Path(__file__).resolve().parents[2]
    modules = {
        p.relative_to(root).as_posix(): p for top in ("workshop", "ui") for p in (root / top).rglob("*.py")
    }
    assert READS_PICTURES <= modules.keys()
    assert [
        one for path, file in modules.items() for one in picture_reads(path, file.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("path", "planted"),
    [
        ("workshop/session/exports.py", "data = session.board.picture_file(picture.id)"),
        (
            "workshop/exchange/csv_out.py",
            "from workshop.storage import pictures\npictures.read(database, id_)",
        ),
        ("ui/screens/public.py", "shown = self.room.session.board.picture_file"),
    ],
)
def test_a_planted_read_of_a_picture_is_caught(path: str, planted: str) -> None:
    assert len(picture_reads(path, planted)) == 1
