"""What nobody may find out: how somebody voted, and what the record of what happened says of people.

An open vote is watched by comparison: two days that differ in nothing but their ballots must look
the same in every table, file, figure, page and answer.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import given as records
from tests.session import given
from tests.session.given import Room, boxes_of
from workshop import cli
from workshop.domain.ids import StepId
from workshop.domain.kinds import Audience, Item, Said, Scope, Voice
from workshop.domain.labels import Label
from workshop.domain.records import Step
from workshop.errors import RuleBroken, WorkshopError
from workshop.exchange.csv_out import WRITERS
from workshop.session.context import Context, repeatable
from workshop.session.exports import export
from workshop.session.overview import overview
from workshop.session.session import Session
from workshop.session.voting import RoundOpened, Voting
from workshop.storage import log
from workshop.storage.engine import connect
from workshop.storage.place import Place
from workshop.storage.rows import CLASS_OF_TABLE
from workshop.storage.store import Store
from workshop.storage.upgrades import make_tables

CANARY = "Zebedina Quillfeather"


# An open vote

BALLOTS = {
    "one way": [((2, 1, 0), Voice.CARER), ((2, 0, 0), Voice.CARER), ((2, 1, 0), Voice.STAFF)] * 2,
    "the other": [((0, 0, 0), Voice.STAFF), ((0, 1, 2), Voice.OTHER), ((0, 0, 1), Voice.OTHER)] * 2,
}


def tables_of(room: Room) -> dict[str, list[Any]]:
    """Every row of every table but SQLite's own and the day the file was made."""
    database = room.session.place.store.database
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ours = [name for (name,) in names if "sqlite" not in name]
    return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in ours}


def refusals(room: Room, opened: RoundOpened) -> Iterator[str]:
    """What is answered to acts that an open vote does not allow."""
    acts: list[dict[str, Any]] = [
        {"do": "undo"},
        {"do": "plan.close_day", "reason": "The day is over now"},
        {"do": "people.erase", "person": room.amina},
        {"do": "promises.decide", "option": opened.options[0].id, "answer": "yes"},
        {"do": "voting.cast", "round": opened.round, "choices": {opened.options[0].id: 3}},
        {"do": "voting.open_round", "question": "q", "criterion": "c", "options": room.notes},
    ]
    for act in acts:
        with pytest.raises(RuleBroken) as caught:
            room.session.perform(act)
        yield caught.value.message


def all_that_can_be_seen(room: Room, opened: RoundOpened, out: Path) -> dict[str, Any]:
    """Every answer, figure, table, page and file that somebody can get while the vote is open."""
    seen: dict[str, Any] = {
        "result": room.do("voting.result", round=opened.round),
        "refusals": list(refusals(room, opened)),
        "search": room.do("search", text=""),
        "overview": overview(room.session, names=True),
        "facts": {a.value: room.session.pack.facts(a) for a in Audience},
        "tables": tables_of(room),
    }
    for path in export(room.session, out / "exports", tuple(WRITERS)):
        seen[path.name] = path.read_bytes()
    for audience in (Audience.PEOPLE, Audience.ARCHIVE):
        made = room.session.pack.make(audience, out / audience.value)
        seen[audience.value] = [
            document.path.with_suffix(s).read_bytes()
            for document in made.documents
            for s in (".txt", ".html")
        ]
    folder = room.session.place.folder
    seen["snapshot"] = room.do("snapshot")
    seen["files"] = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))
    seen["boxes"] = [
        (p.name, p.stat().st_size, p.stat().st_mtime) for p in sorted((folder / "rounds").iterdir())
    ]
    return seen


def two_days(tmp_path: Path) -> list[dict[str, Any]]:
    """All that can be seen of two days with other ballots."""
    seen = []
    for name, ballots in BALLOTS.items():
        room = Room(given.session(tmp_path / name / "workshop"))
        opened = room.open_vote(by_voice=True)
        for dots, voice in ballots:
            choices = {o.id: n for o, n in zip(opened.options, dots, strict=True)}
            room.session.voting.cast(opened.round, choices, voice, [opened.options[dots[0]].id])
        seen.append(all_that_can_be_seen(room, opened, tmp_path / name))
        room.session.close()
    return seen


def test_an_open_vote_shows_nothing_but_the_number_of_ballots(tmp_path: Path) -> None:
    one, other = two_days(tmp_path)
    assert one["result"] == {"ballots": 6}
    assert one.keys() == other.keys()
    for what in one:
        assert one[what] == other[what], what


def test_a_cast_that_left_a_trace_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cast = Voting.cast

    def talkative(self: Voting, round_: Any, choices: Any, *more: Any) -> Any:
        context = self._context
        context.store.apply(*_one_more_step(context, str(sorted(choices.values()))), barrier=True)
        return cast(self, round_, choices, *more)

    monkeypatch.setattr(Voting, "cast", talkative)
    one, other = two_days(tmp_path)
    assert one["tables"] != other["tables"]


def _one_more_step(context: Context, words: str) -> Any:
    return Label.ADD_STEP, [Step(StepId(context.new_id()), 0, "talk", words)]


def test_a_cast_leaves_no_row_no_line_no_time_and_no_byte_in_the_workshop(room: Room) -> None:
    opened = room.open_vote()
    folder = room.session.place.folder
    # What SQLite keeps of who is reading (-shm) is no part of the file, and nothing of the vote.
    kept = [p for p in folder.rglob("*") if p.is_file() and "rounds" not in p.parts]
    others = [p for p in kept if not p.name.endswith(("-shm", ".lock"))]
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in others}
    tables, seq, saved = tables_of(room), room.last_seq(), room.session.place.store.saved_at()
    heard: list[object] = []
    room.session.listen(heard.append)
    room.vote(opened, (2, 1), (1,), (0, 0, 2))
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in others} == before
    assert (tables_of(room), room.last_seq(), room.session.place.store.saved_at()) == (tables, seq, saved)
    assert heard == []
    assert {p.stat().st_mtime for p in (folder / "rounds").iterdir()} == {315532800.0}


def test_all_ballots_have_one_length_so_that_a_box_tells_their_number_only(tmp_path: Path) -> None:
    sizes = []
    for name, choices in (("none", (0, 0, 0)), ("all", (2, 1, 0))):
        room = Room(given.session(tmp_path / name))
        opened = room.open_vote(by_voice=True)
        room.vote(opened, choices, choices)
        sizes.append({file: len(data) for file, data in boxes_of(room).items()})
        room.session.close()
    assert sizes[0] == sizes[1]


def test_no_moment_that_is_kept_holds_the_vote(room: Room) -> None:
    opened = room.open_vote()
    room.vote(opened, (2, 1))
    name = room.session.snapshot().snapshot
    kept = room.session.place.folder / "snapshots"
    assert [p.name for p in kept.iterdir()] == [name]
    database = connect(kept / name, room.session.place.data_key, {}, immutable=True)
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master").fetchall()}
    database.close()
    assert not {"ballot", "box", "cast"} & tables


# What the record of what happened says of people


@pytest.fixture
def plain_room(tmp_path: Path) -> Iterator[Room]:
    """A room in a file without a key, so that its bytes can be read."""
    folder = tmp_path / "plain"
    folder.mkdir()
    database = connect(folder / "workshop.db", None)
    make_tables(database)
    place = Place(folder, Store(database, records.clock), None, True)  # type: ignore[arg-type]
    session = Session(Context(place, records.clock, *repeatable("1")))
    place.store.apply(Label.MAKE_WORKSHOP, [records.workshop()], barrier=True)
    yield Room(session)
    session.close()


PERSONAL = {
    "called": "Zebedina",
    "full_name": "Zebedina Quillfeather",
    "contact": "zq@canary.example",
    "leaves_by": "when the kestrel calls",
    "needs": ["Induction loop under the marmalade lamp"],
}
SAID = ("read out by Thistlewood", "witness Marchbanks")
STROKE = 8841.753
SECRETS = (
    "Zebedina",
    "Quillfeather",
    "zq@canary",
    "kestrel",
    "marmalade",
    "Thistlewood",
    "Marchbanks",
    "8841.753",
)


def all_that_people_do(room: Room) -> None:
    """Every act of a person, with words that stand nowhere else."""
    person = room.do("people.arrive", voices=["carer"], age_group="under_16", **PERSONAL)["person"]
    for item in Item:
        room.do("people.consent", person=person, item=item.value, answer="yes", taken_by=SAID[0])
    room.do("people.consent", person=person, item="credit", answer="no", guardian="yes", assent="unsure")
    room.do("people.sign", person=person, strokes=[[STROKE, 2.0]], said_aloud=True, witness=SAID[1])
    room.do("promises.promise", theme="Benches", owner="Zebedina")
    room.do("people.withdraw", person=person, items=["credit"])
    room.do("people.withdraw", person=person)


def lines_of(room: Room) -> list[tuple[Any, ...]]:
    """The record of what happened, as it is kept, unpacked."""
    rows = room.session.place.store.database.execute("SELECT * FROM change").fetchall()
    return [(*row[:-1], log.unpack_kept(row[-1])) for row in rows]


def test_the_record_of_what_happened_holds_no_word_about_a_person(plain_room: Room) -> None:
    all_that_people_do(plain_room)
    told = json.dumps(lines_of(plain_room), ensure_ascii=False)
    assert [secret for secret in SECRETS if secret in told] == []
    columns = {c.table: set(records.field_names(c)) for c in CLASS_OF_TABLE.values()}
    for *_, lines in lines_of(plain_room):
        for table, _id, before, after in lines:
            if CLASS_OF_TABLE[table].scope is Scope.PERSON:
                assert before is None or set(before) == columns[table]
                assert set(after) == columns[table]  # all of them: which are filled says something


def test_the_search_sees_the_words_where_they_are_kept(plain_room: Room) -> None:
    all_that_people_do(plain_room)
    kept = json.dumps({k: str(v) for k, v in tables_of(plain_room).items()}, ensure_ascii=False)
    assert [secret for secret in SECRETS if secret not in kept] == []


def test_an_erased_person_is_in_no_byte_of_the_file(plain_room: Room) -> None:
    room = plain_room
    all_that_people_do(room)
    person = room.snapshot.people[-1].id
    room.do("board.add_note", text="the marzipan case", author=person)
    room.do("people.erase", person=person)
    data = b"".join(p.read_bytes() for p in room.session.place.folder.rglob("*") if p.is_file())
    secrets = (*SECRETS[:-1], "marzipan", person)
    assert [secret for secret in secrets if secret.encode() in data] == []
    assert b"Ruth" in data


def test_an_erased_note_is_in_no_copy_of_its_words(room: Room) -> None:
    room.do("board.add_note", text="the marzipan case", author=room.amina)
    note = room.snapshot.notes[-1].id
    room.do("promises.decide", option=note, answer="yes")
    room.do("people.erase", person=room.amina)
    assert "marzipan" not in repr(room.snapshot)


def test_the_overview_names_nobody_unasked(room: Room) -> None:
    room.do("plan.create", title="The day of Amina")
    room.do("promises.promise", theme="A bench for Amina", owner="Amina", owner_role="Chair")
    ideas = [{"title": "Benches"}, {"title": "Bus times"}]
    room.do("voting.open_round", question="What does Amina need?", criterion="x", options=ideas)
    assert "Amina" not in json.dumps(overview(room.session))
    assert json.dumps(overview(room.session, names=True)).count("Amina") == 4
    assert overview(room.session, names=True)["names"] == ["Amina", "Ruth"]


def test_only_the_register_export_names_anybody(room: Room, tmp_path: Path) -> None:
    room.session.people.consent(room.amina, Item.TAKE_PART, Said.YES)
    room.do("board.add_note", text="Ask Ruth")
    room.do("promises.promise", theme="Ruth’s bench", owner="Amina")
    files = {p.stem: p.read_text("utf-8-sig") for p in export(room.session, tmp_path, tuple(WRITERS))}
    assert {kind for kind, text in files.items() if "Amina" in text or "Ruth" in text} == {"people"}
    assert not any("Khan" in text or "07700" in text for text in files.values())


# No words of people in what is answered to a mistake

LONG = (CANARY + " ") * 200
REFUSED: list[Callable[[Room], object]] = [
    lambda r: r.do("board.add_note", text=LONG),
    lambda r: r.do("board.add_note", text=CANARY, group=CANARY),
    lambda r: r.do("board.add_note", text=CANARY, kind="before"),
    lambda r: r.do("board.add_note", text=CANARY, author=CANARY),
    lambda r: r.do("board.add_note", text=CANARY, x=2e9),
    lambda r: r.do("board.edit_note", note=CANARY, text=CANARY),
    lambda r: r.do("board.edit_note", note=r.notes[0], text=LONG),
    lambda r: r.do("board.withhold_note", note=r.notes[0], reason=LONG),
    lambda r: r.do("board.name_group", group=r.garden, name=LONG),
    lambda r: r.do("board.make_group", name=CANARY, notes=[CANARY]),
    lambda r: r.do("board.add_idea", title=LONG),
    lambda r: r.do("board.add_idea", title=CANARY, origin=[CANARY]),
    lambda r: r.do("people.arrive", called="amina", voices=[], full_name=CANARY),
    lambda r: r.do("people.arrive", called=LONG, voices=[]),
    lambda r: r.do("people.arrive", called=CANARY, voices=[], contact=LONG),
    lambda r: r.do("people.arrive", called=CANARY, voices=[], needs=[LONG]),
    lambda r: r.do("people.consent", person=CANARY, item="credit", answer="yes"),
    lambda r: r.do("people.consent", person=r.amina, item="credit", answer="yes", taken_by=LONG),
    lambda r: r.do("people.sign", person=r.amina, said_aloud=True, witness=LONG),
    lambda r: r.do("people.withdraw", person=r.amina, items=CANARY),
    lambda r: r.do("people.review_names", decisions=[{"note": CANARY, "decision": "keep"}]),
    lambda r: r.do("plan.create", title=LONG),
    lambda r: r.do("plan.set_scope", decided=LONG, open="x", not_open="x", sponsor="x"),
    lambda r: r.do("plan.set_details", led_by=[LONG]),
    lambda r: r.do("plan.add_step", kind=CANARY, title=LONG),
    lambda r: r.do("plan.close_day", reason=LONG),
    lambda r: r.do("voting.open_round", question=CANARY, criterion=CANARY, options=[CANARY]),
    lambda r: r.do("voting.open_round", question=CANARY, criterion="c", options=[{"title": CANARY}] * 2),
    lambda r: r.do("voting.cast", round=CANARY, choices={CANARY: 1}),
    lambda r: r.do("promises.decide", option=r.garden, answer="partly", why="short"),
    lambda r: r.do("promises.decide", option=CANARY, answer="yes", why=CANARY),
    lambda r: r.do("promises.promise", theme=CANARY, owner=CANARY, by_when="2020-01-01"),
    lambda r: r.do("promises.promise", theme=LONG),
    lambda r: r.do("promises.cannot", theme=CANARY, reason="short"),
    lambda r: r.do("promises.update", promise=CANARY, status="done", note=CANARY),
    lambda r: r.do("promises.respond", theme=CANARY, answer="no", reason="short"),
]


@pytest.mark.parametrize("act", REFUSED, ids=[str(n) for n in range(len(REFUSED))])
def test_a_refusal_repeats_nobodys_words(act: Callable[[Room], object], still_room: Room) -> None:
    with pytest.raises(WorkshopError) as caught:
        act(still_room)
    for word in CANARY.split():
        assert word not in caught.value.message


@pytest.mark.parametrize(
    "line",
    [
        {"do": "people.arrive", "called": [CANARY], "voices": []},
        {"do": "people.arrive", "called": "x", "voices": [CANARY]},
        {"do": "board.add_note", "text": {"words": CANARY}},
        {"do": "voting.cast", "round": "x", "choices": {CANARY: "1"}},
        {"do": "plan.create", "title": "x", "template": CANARY},
    ],
)
def test_a_value_of_the_wrong_kind_is_not_repeated(line: dict[str, Any], still_room: Room) -> None:
    with pytest.raises(RuleBroken) as caught:
        still_room.session.perform(line)
    assert CANARY not in caught.value.message


def test_the_report_of_a_bug_holds_nobodys_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def goes_wrong(words: str) -> None:
        raise ValueError(words) from KeyError(words)

    try:
        goes_wrong(CANARY)
    except ValueError as bug:
        sentence = cli._report(bug)
    (report,) = tmp_path.iterdir()
    text = report.read_text()
    assert str(report) in sentence
    assert "ValueError" in text and "goes_wrong" in text  # enough to find it by
    for word in CANARY.split():
        assert word not in sentence + text


def test_a_bug_in_an_action_is_answered_without_anybodys_words(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "reports"))
    (tmp_path / "reports").mkdir()

    def broken(text: str) -> None:
        raise RuntimeError(text)

    room.session.actions = {"board.add_note": broken}
    answer = cli._answer(room.session, json.dumps({"do": "board.add_note", "text": CANARY}))
    (report,) = (tmp_path / "reports").iterdir()
    assert (answer["ok"], answer["error"]) == (False, "Bug")
    assert CANARY not in json.dumps(answer) + report.read_text()


@pytest.mark.parametrize("line", ['{"do": "\\ud83d"}', f'{{"do": "undo", "seq": {"9" * 5000}}}'])
def test_a_line_that_nobody_can_print_is_answered(line: str, still_room: Room) -> None:
    answer = cli._answer(still_room.session, line)
    assert (answer["ok"], answer["error"] != "Bug") == (False, True)
    json.dumps(answer, ensure_ascii=False).encode()
