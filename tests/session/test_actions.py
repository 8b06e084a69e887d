"""Every action by name: what `help` says, what JSON becomes, and what is no value of an action."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.session.given import Room, refused
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Item, Voice
from workshop.errors import RuleBroken
from workshop.session.actions import from_json, to_json
from workshop.session.voting import NewOption

# The names that stay, because people script against them, each with the parameters it must take.
CONTRACT = {
    "plan.create": "title question date place template language",
    "plan.set_scope": "decided open not_open sponsor report_back_by",
    "plan.add_step": "",
    "plan.edit_step": "",
    "plan.move_step": "",
    "plan.remove_step": "",
    "plan.start_step": "step",
    "plan.finish_step": "",
    "plan.open_day": "",
    "plan.close_day": "next_date reason",
    "plan.save_template": "path",
    "people.expect": "count",
    "people.arrive": "called voices age_group needs here_as supporter adult guardian parent_told leaves_by",
    "people.change": "person called voices age_group needs here_as supporter adult guardian parent_told",
    "people.say_met": "need met",
    "people.count_walk_ins": "count",
    "people.bring_regulars": "workshop passphrase who",
    "people.consent": "person item answer medium support guardian assent",
    "people.sign": "person strokes said_aloud on_paper",
    "people.withdraw": "person items",
    "people.erase": "person",
    "people.claim": "person lines no_payment",
    "people.add_line": "person line",
    "people.remove_line": "line",
    "people.want_payment": "person wanted",
    "people.pay": "person on how",
    "people.set_rate": "category unit amount valid_from source",
    "people.remove_rate": "rate",
    "people.equality": "answers",
    "people.tag_picture": "picture people no_faces somebody_else",
    "people.review_names": "decisions",
    "people.set_retention": "date",
    "people.shred": "",
    "board.add_note": "text kind group x y source language author",
    "board.edit_note": "note text",
    "board.recolour_note": "note kind",
    "board.move_notes": "notes",
    "board.draw": "note strokes",
    "board.add_picture": "note path",
    "board.withhold_note": "note reason",
    "board.restore_note": "note",
    "board.hide_writing": "",
    "board.reveal": "",
    "board.make_group": "name notes",
    "board.name_group": "group name",
    "board.put_in_group": "notes group",
    "board.take_from_group": "notes group",
    "board.merge_notes": "notes",
    "board.split_notes": "note",
    "board.merge_groups": "groups",
    "board.split_group": "group notes name",
    "board.unmerge_groups": "group",
    "board.mark_checked": "group",
    "board.add_idea": "title what who_benefits cost effort origin",
    "board.tag_notes": "notes tag on",
    "board.set_layout": "layout axes",
    "board.lock_area": "group locked",
    "board.name_kind": "kind name",
    "board.set_inbox": "on",
    "board.place_note": "note x y group",
    "board.drop_note": "note x y group out_of turned",
    "board.make_tag": "name",
    "board.name_tag": "tag name",
    "board.remove_tag": "tag",
    "board.mark_feeling": "group feeling",
    "board.mark_emotion": "note emotion",
    "board.remove_picture": "picture",
    "board.bring_back": "note seq",
    "board.finished": "",
    "voting.open_round": "question criterion options method dots most_per_option places by_voice threshold "
    "tie_rule budget costs completion",
    "voting.cast": "round choices voice not_clear",
    "voting.cast_paper": "round ballots ballot_count dot_total spoiled counted_by checked_by",
    "voting.count_hands": "round counts voters",
    "voting.close_round": "round",
    "voting.cancel_round": "round reason",
    "voting.result": "round",
    "voting.support": "question scale answers",
    "promises.decide": "option answer why",
    "promises.promise": "theme we_will owner owner_kind by_when how_known",
    "promises.cannot": "theme reason",
    "promises.update": "promise status note",
    "promises.respond": "theme answer reason",
    "pack.preview": "for",
    "pack.make": "for path",
    "pack.issued": "",
    "pack.hand_to": "document given_to",
    "pack.call_back": "document back",
    "pack.paper": "kind path person language large easy_read",
    "undo": "seq",
    "redo": "",
    "snapshot": "",
    "search": "text",
    "evaluate": "answers",
}
# What this version cannot do yet. Take a name out when it can.
NOT_YET = set(
    """voting.count_hands
    voting.support evaluate""".split()
)
PARAMETERS_NOT_YET = {"voting.open_round": {"budget", "costs", "completion"}}


def help_of(room: Room) -> dict[str, dict[str, Any]]:
    return {entry["do"]: entry for entry in room.session.perform({"do": "help"})["result"]}


def test_every_name_of_the_contract_is_an_action_or_known_to_be_missing(still_room: Room) -> None:
    assert CONTRACT.keys() - help_of(still_room).keys() <= NOT_YET


def test_every_action_takes_the_parameters_of_the_contract(still_room: Room) -> None:
    for name, entry in help_of(still_room).items():
        missing = set(CONTRACT.get(name, "").split()) - entry["parameters"].keys()
        assert missing <= PARAMETERS_NOT_YET.get(name, set()), name


def test_help_has_a_sentence_and_the_parameters_of_each_action_from_the_code(still_room: Room) -> None:
    entries = help_of(still_room)
    assert list(entries) == sorted(entries) == sorted(still_room.session.actions)
    assert json.loads(json.dumps(entries)) == entries
    for entry in entries.values():
        assert entry["says"].endswith((".", "…")) and " " in entry["says"]
        assert all(p.keys() == {"kind", "needed"} for p in entry["parameters"].values())
    assert entries["people.arrive"]["parameters"]["called"] == {"kind": "a text", "needed": True}
    assert entries["people.arrive"]["parameters"]["age_group"]["kind"] == "under_16 | 16_17 | adult"
    assert entries["plan.set_scope"]["parameters"]["open"]["needed"] is True
    assert entries["plan.open_day"]["parameters"] == {}


def test_an_action_answers_with_its_number_and_result(room: Room) -> None:
    answer = room.session.perform({"do": "board.add_note", "text": "x", "kind": "idea", "x": 3})
    assert answer == {
        "ok": True,
        "seq": room.last_seq(),
        "result": {"note": room.snapshot.notes[-1].id, "number": 4},
    }


def test_a_cast_is_answered_without_a_number(room: Room) -> None:
    opened = room.open_vote()
    cast = {"do": "voting.cast", "round": opened.round, "choices": {opened.options[0].id: 1}}
    assert room.session.perform(cast) == {"ok": True, "result": {"ballots": 1}}


def test_every_answer_is_json(room: Room, tmp_path: Path) -> None:
    opened = room.open_vote()
    lines: list[dict[str, Any]] = [
        {"do": "board.edit_note", "note": room.notes[0], "text": "x"},
        {"do": "voting.close_round", "round": opened.round},
        {"do": "voting.result", "round": opened.round},
        {"do": "people.arrive", "called": "Siân", "voices": ["carer"], "needs": ["loop"]},
        {"do": "people.withdraw", "person": room.amina, "items": ["credit"]},
        {"do": "board.edit_note", "note": room.notes[0], "text": "y"},
        {"do": "board.split_group", "group": room.garden, "notes": room.notes[:1], "name": "Shade"},
        {"do": "board.make_tag", "name": "Night"},
        {"do": "board.set_layout", "layout": "grid", "axes": ["Cheap", "Dear", "Small", "Big"]},
        {"do": "board.mark_emotion", "note": room.notes[0], "emotion": "sad"},
        {"do": "board.mark_emotion", "note": room.notes[0], "emotion": None},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "search", "text": "y"},
        {"do": "snapshot"},
        {"do": "pack.preview", "for": "archive"},
        {"do": "pack.make", "for": "people", "path": str(tmp_path)},
        {"do": "pack.issued"},
        {"do": "people.erase", "person": room.amina},
    ]
    for line in lines:
        answer = room.session.perform(json.loads(json.dumps(line)))
        assert json.loads(json.dumps(answer)) == answer
        assert answer["ok"] is True


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "There is no such action"),
    ({"do": None}, "There is no such action"),
    ({"do": ["undo"]}, "There is no such action"),
    ({"do": {"undo": 1}}, "There is no such action"),
    ({"do": "board"}, "There is no such action"),
    ({"do": "board.add_notes"}, "There is no such action"),
    ({"do": "board._change"}, "There is no such action"),
    ({"do": "board.bring_in"}, "There is no such action"),
    ({"do": "perform"}, "There is no such action"),
    ({"do": "close"}, "There is no such action"),
    ({"do": "__init__"}, "There is no such action"),
    ({"do": "board.add_note"}, "“board.add_note” needs “text”"),
    ({"do": "board.add_note", "text": "x", "colour": "red"}, "takes nothing of that name"),
    ({"do": "board.add_note", "text": "x", "self": 1}, "takes nothing of that name"),
    ({"do": "plan.set_scope", "open_": "x"}, "takes nothing of that name"),
    ({"do": "board.add_note", "text": None}, "“text” cannot be"),
    ({"do": "board.add_note", "text": 3}, "“text” cannot be"),
    ({"do": "board.add_note", "text": ["x"]}, "“text” cannot be"),
    ({"do": "board.add_note", "text": "x", "x": True}, "“x” cannot be"),
    ({"do": "board.add_note", "text": "x", "x": "3"}, "“x” cannot be"),
    ({"do": "board.add_note", "text": "x", "x": None}, "“x” cannot be"),
    ({"do": "board.add_note", "text": "x", "kind": "red"}, "“kind” cannot be"),
    ({"do": "board.add_note", "text": "x", "kind": ["idea"]}, "“kind” cannot be"),
    ({"do": "board.add_note", "text": "x", "helper": 1}, "“helper” cannot be"),
    ({"do": "people.expect", "count": True}, "“count” cannot be"),
    ({"do": "people.expect", "count": "3"}, "“count” cannot be"),
    ({"do": "people.expect", "count": 3.0}, "“count” cannot be"),
    ({"do": "people.expect", "count": 10**30}, "Between 0 and 500"),
    ({"do": "people.arrive", "called": "x", "voices": "carer"}, "“voices” cannot be"),
    ({"do": "people.arrive", "called": "x", "voices": ["carer", "boss"]}, "“voices” cannot be"),
    ({"do": "board.move_notes", "notes": [1, 2]}, "“notes” cannot be"),
    ({"do": "board.move_notes", "notes": {"x": 1}}, "“notes” cannot be"),
    ({"do": "board.move_notes", "notes": {"x": ["1", "2"]}}, "“notes” cannot be"),
    ({"do": "plan.create", "title": "x", "date": "2026-02-30"}, "“date” cannot be"),
    ({"do": "plan.create", "title": "x", "date": "tomorrow"}, "“date” cannot be"),
    ({"do": "plan.create", "title": "x", "date": 20260305}, "“date” cannot be"),
    ({"do": "undo", "seq": "3"}, "“seq” cannot be"),
    ({"do": "undo", "seq": True}, "“seq” cannot be"),
    ({"do": "plan.set_details", "ring": [{"about": "x", "name": "y"}]}, "“ring” cannot be"),
    ({"do": "plan.set_details", "ring": [{"about": "x", "name": "y", "number": 1}]}, "“ring” cannot be"),
    ({"do": "plan.set_details", "ring": [{"ask": "x"}]}, "“ring” cannot be"),
    ({"do": "voting.open_round", "question": "q", "criterion": "c", "options": [{"what": "x"}]}, "“options”"),
    ({"do": "voting.open_round", "question": "q", "criterion": "c", "options": [1, 2]}, "“options”"),
    ({"do": "pack.preview", "for": "everybody"}, "“for” cannot be"),
    ({"do": "pack.make", "for": "people", "path": 3}, "“path” cannot be"),
    ({"do": "people.review_names", "decisions": [{"note": "x"}]}, "“decisions” cannot be"),
]


@pytest.mark.parametrize(("line", "words"), WRONG, ids=[str(n) for n in range(len(WRONG))])
def test_a_line_that_is_wrong_changes_nothing(line: dict[str, Any], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        still_room.session.perform(line)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1e300", str(10**30)])
def test_numbers_that_json_lets_through_are_no_place(number: str, still_room: Room) -> None:
    line = f'{{"do": "board.move_notes", "notes": {{"{still_room.notes[0]}": [0, {number}]}}}}'
    with refused(still_room, "not on the board"):
        still_room.session.perform(json.loads(line))


def test_a_whole_number_of_many_digits_is_no_place(still_room: Room) -> None:
    with refused(still_room, "Nothing was changed"):
        still_room.do("board.move_notes", notes={still_room.notes[0]: [0, 10**400]})


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_stroke_is_made_of_numbers(number: float, still_room: Room) -> None:
    with refused(still_room, "Nothing was changed"):
        still_room.do("people.sign", person=still_room.ruth, strokes=[[0, number]])


HALF = "\ud83d"  # half an emoji: JSON can hold it, no file can


@pytest.mark.parametrize(
    "line",
    [
        {"do": HALF},
        {"do": "undo", HALF: 1},
        {"do": "board.edit_note", "note": HALF, "text": "x"},
        {"do": "board.add_note", "text": "x", "language": HALF},
        {"do": "plan.create", "title": "x", "language": HALF},
        {"do": "plan.create", "title": "x", "template": HALF},
        {"do": "plan.set_details", "ring": [{"about": HALF, "name": "x", "number": "1"}]},
        {"do": "plan.save_template", "path": HALF},
        {"do": "pack.make", "for": "people", "path": HALF},
    ],
)
def test_half_a_character_is_refused_in_words_that_can_be_shown(
    line: dict[str, Any], still_room: Room
) -> None:
    with refused(still_room, "Nothing was"):
        still_room.session.perform(line)


@pytest.mark.parametrize("path", ["", "a\x00b"])
def test_a_path_that_is_none_is_refused(path: str, still_room: Room) -> None:
    with refused(still_room, "Nothing was"):
        still_room.do("plan.save_template", path=path)


@pytest.mark.parametrize(
    ("value", "kind", "becomes"),
    [
        ("x", str, "x"),
        (3, int, 3),
        (3, float, 3.0),
        (3.5, float, 3.5),
        (True, bool, True),
        ("note-1", NoteId, "note-1"),
        (None, int | None, None),
        (3, int | None, 3),
        ("2026-03-05", date, date(2026, 3, 5)),
        ("a/b", Path, Path("a/b")),
        ("carer", Voice, Voice.CARER),
        (["carer"], list[Voice], [Voice.CARER]),
        ([1, 2.5], tuple[float, ...], (1.0, 2.5)),
        ({"a": [1, 2]}, dict[NoteId, tuple[float, ...]], {"a": (1.0, 2.0)}),
        ("all", list[Item] | str, "all"),
        (["credit"], list[Item] | str, [Item.CREDIT]),
        ([{"title": "x"}, "y"], list[NewOption | str], [NewOption("x"), "y"]),
        ({"any": [1]}, Any, {"any": [1]}),
    ],
)
def test_json_becomes_the_kind_of_value_that_is_asked_for(value: Any, kind: Any, becomes: Any) -> None:
    found = from_json(value, kind, "it")
    assert found == becomes and type(found) is type(becomes)


def test_a_value_of_the_wrong_kind_says_what_it_takes() -> None:
    with pytest.raises(RuleBroken) as caught:
        from_json("red", Voice, "voice")
    assert caught.value.message.endswith("It takes uses_services | carer | staff | other.")


def test_kinds_are_said_without_the_names_of_the_program(still_room: Room) -> None:
    kinds = {p["kind"] for entry in help_of(still_room).values() for p in entry["parameters"].values()}
    assert "an id" in kinds and "a list, each an id or null" in kinds
    assert not [kind for kind in kinds if "workshop." in kind or "typing" in kind or "[" in kind]


def test_results_become_json() -> None:
    assert to_json({"when": date(2026, 3, 5), "to": (Path("a"), Voice.CARER, NewOption("x"), None, 1.5)}) == {
        "when": "2026-03-05",
        "to": ["a", "carer", {"title": "x", "what": ""}, None, 1.5],
    }
