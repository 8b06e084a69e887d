"""The command line as people and scripts use it: answers, exit statuses, and plain sentences.

Every kind of bad input ends in one sentence on standard error, exit status 1, and nothing lost.
"""

import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.test_real_input import squeezed
from workshop.errors import PrintingError
from workshop.session import screens

ROOT = Path(__file__).resolve().parents[1]
PASSPHRASE = "four plain words here"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of its own for each test, and no passphrase from outside."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SAME_TABLE_PASSPHRASE", raising=False)
    return tmp_path / "home"


def run(*arguments: str | Path, say: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "workshop.cli", *map(str, arguments)],
        input=say,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
    )


def lines(*actions: dict[str, Any]) -> str:
    return "".join(json.dumps(action, ensure_ascii=False) + "\n" for action in actions)


def play(workshop: str | Path, *actions: dict[str, Any], **environment: str) -> list[dict[str, Any]]:
    """The answers to actions in a practice workshop."""
    done = run("play", workshop, "--practice", say=lines(*actions), **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    """One plain sentence or two on standard error, exit status 1, no traceback."""
    assert done.returncode == 1, done
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr and "Error" not in done.stderr
    assert done.stderr.strip()[-1] in ".:" or done.stderr.strip().endswith("restore.")


NOTE = {"do": "board.add_note", "text": "Tell me the date."}


def test_an_act_is_answered_with_its_number_and_its_result() -> None:
    created, added, undone = play(
        "day",
        {"do": "plan.create", "title": "Leaving hospital"},
        NOTE,
        {"do": "undo"},
    )

    assert created == {"ok": True, "seq": 2, "result": {}}
    assert (added["seq"], added["result"]["number"]) == (3, 1)
    assert undone["result"]["label"] == "add note"


def test_a_refused_act_says_why_and_the_next_one_is_done() -> None:
    unknown, not_json, empty, good = (
        json.loads(line)
        for line in run(
            "play",
            "day",
            "--practice",
            say='{"do": "board.dance"}\nnot json\n{"do": "board.add_note", "text": " "}\n' + lines(NOTE),
        ).stdout.splitlines()
    )

    assert [a["ok"] for a in (unknown, not_json, empty, good)] == [False, False, False, True]
    assert unknown["error"] == "RuleBroken"
    assert empty["message"] == "Please give the words of the note. Nothing was changed."


def test_help_lists_every_action_from_the_code() -> None:
    (answer,) = play("day", {"do": "help"})

    listed = {action["do"]: action for action in answer["result"]}
    assert listed["board.add_note"]["parameters"]["text"] == {"kind": "a text", "needed": True}
    assert all(action["says"] for action in listed.values())
    assert {"plan.create", "people.arrive", "voting.cast", "promises.promise", "pack.make", "undo"} <= set(
        listed
    )


def test_the_same_seed_and_clock_give_the_same_answers(tmp_path: Path) -> None:
    def answers(name: str) -> str:
        options = ("--practice", "--seed", "3", "--clock", "2026-05-14T13:10")
        return run("play", name, *options, say=lines(NOTE, {"do": "board.make_group", "name": "A"})).stdout

    assert answers("one") == answers("two") != ""


def test_show_counts_and_never_names_anybody_unasked() -> None:
    play("day", {"do": "people.arrive", "called": "Amina", "voices": ["carer"]}, NOTE)

    shown = run("show", "day", "--json")
    found = json.loads(shown.stdout)

    assert {"title", "state", "counts", "rounds", "promises", "saved_at"} <= set(found)
    assert found["counts"] == {
        "notes": 1, "groups": 0, "people": 1, "rounds": 0, "promises": 0, "documents": 0
    }  # fmt: skip
    assert "Amina" not in shown.stdout
    assert "Amina" in run("show", "day", "--json", "--names").stdout


def test_an_open_vote_shows_the_number_of_ballots_and_nothing_else() -> None:
    (opened,) = play(
        "day",
        {
            "do": "voting.open_round",
            "question": "Which first?",
            "criterion": "What changes most?",
            "options": [{"title": "Parking"}, {"title": "Medicines"}],
        },
    )
    round_, option = opened["result"]["round"], opened["result"]["options"][0]["id"]
    (cast,) = play("day", {"do": "voting.cast", "round": round_, "choices": {option: 2}})

    assert cast == {"ok": True, "result": {"ballots": 1}}
    (shown,) = json.loads(run("show", "day", "--json").stdout)["rounds"]
    assert shown == {"id": round_, "question": "Which first?", "state": "open", "ballots": 1}


def test_a_real_workshop_needs_its_passphrase_and_says_its_recovery_key_once() -> None:
    made = run("play", "day", say=lines(NOTE), SAME_TABLE_PASSPHRASE=PASSPHRASE)
    assert made.returncode == 0
    recovery = made.stderr.strip().removeprefix("Recovery key, please write it on paper now: ")

    assert_refused(run("show", "day"))
    assert_refused(run("show", "day", SAME_TABLE_PASSPHRASE="three other words"))
    assert run("show", "day", SAME_TABLE_PASSPHRASE=PASSPHRASE).returncode == 0
    assert run("show", "day", SAME_TABLE_PASSPHRASE=recovery).returncode == 0


def test_without_a_passphrase_only_a_practice_workshop_is_made(home: Path) -> None:
    assert_refused(run("play", "day", say=lines(NOTE)))
    assert not (home / "day").exists()


def test_a_copy_can_be_looked_at_and_checked_but_not_worked_in(tmp_path: Path) -> None:
    play("day", NOTE)
    copy = tmp_path / "stick" / "day.sametable"
    copy.parent.mkdir()

    assert run("copy", "day", copy).returncode == 0
    assert json.loads(run("show", copy, "--json").stdout)["counts"]["notes"] == 1
    assert json.loads(run("check", copy, "--json").stdout)["whole"] is True
    assert_refused(run("play", copy, "--practice", say=lines(NOTE)))


def test_going_back_to_a_snapshot_keeps_the_present_aside(home: Path) -> None:
    play("day", NOTE, {"do": "snapshot"}, {"do": "board.add_note", "text": "later"})

    assert run("restore", "day").returncode == 0
    assert json.loads(run("show", "day", "--json").stdout)["counts"]["notes"] == 1
    assert any((home / "day" / "kept-aside").rglob("workshop.db"))


# Wrong use


@pytest.mark.parametrize("arguments", [("dance",), ("show",), ("pack", "day", "out", "--for", "nobody")])
def test_wrong_use_ends_with_status_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2


# Bad input


def test_a_workshop_that_is_not_there() -> None:
    assert_refused(run("show", "nowhere"))


def damage(folder: Path, how: str) -> None:
    """Spoil the file of a workshop."""
    file = folder / "workshop.db"
    data = file.read_bytes()
    file.write_bytes(
        {
            "empty": b"",
            "cut in half": data[: len(data) // 2],
            "another program's": b"\x89PNG\r\n\x1a\n" + bytes(5000),
            "text": b"Dear all, this is a letter and no workshop.",
        }[how]
    )


@pytest.mark.parametrize("how", ["empty", "cut in half", "another program's", "text"])
def test_a_spoilt_file_is_refused_and_kept_as_it_is(how: str, home: Path) -> None:
    play("day", NOTE)
    damage(home / "day", how)
    before = (home / "day" / "workshop.db").read_bytes()

    assert_refused(run("show", "day"))
    assert_refused(run("play", "day", "--practice", say=lines(NOTE)))
    assert (home / "day" / "workshop.db").read_bytes() == before
    assert json.loads(run("check", "day", "--json").stdout)["whole"] is False


def test_a_file_that_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "holiday.sametable").write_bytes(b"PK\x03\x04 not really")
    assert_refused(run("show", tmp_path / "holiday.sametable"))


@pytest.mark.parametrize("name", ["missing.csv", "empty.csv", "picture.csv", "no_text_column.csv"])
def test_a_table_that_is_none(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "no_text_column.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    play("day", NOTE)

    assert_refused(run("import", "day", tmp_path / name))
    assert json.loads(run("show", "day", "--json").stdout)["counts"]["notes"] == 1


@contextmanager
def playing(workshop: str) -> Iterator[subprocess.Popen[str]]:
    """A command line that is held open on a workshop, past its first answer."""
    with subprocess.Popen(
        [sys.executable, "-m", "workshop.cli", "play", workshop, "--practice"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(lines(NOTE))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["ok"]
        yield process
        if process.poll() is None:
            process.stdin.close()
            process.wait(timeout=20)


def test_a_second_instance_is_told_so_and_nothing_is_lost() -> None:
    with playing("day"):
        assert_refused(run("play", "day", "--practice", say=lines(NOTE)))
        assert json.loads(run("show", "day", "--json").stdout)["counts"]["notes"] == 1

    assert len(play("day", NOTE)) == 1


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the posix way")
def test_a_killed_process_loses_nothing_that_was_answered() -> None:
    with playing("day") as process:
        assert process.stdin is not None and process.stdout is not None
        answered = 1
        deadline = time.monotonic() + 0.5
        while time.monotonic() < deadline:
            process.stdin.write(lines(NOTE))
            process.stdin.flush()
            answered += json.loads(process.stdout.readline())["ok"]
        process.stdin.write(lines(*[NOTE] * 50))
        process.stdin.flush()
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
        answered += len(process.stdout.read().splitlines())

    kept = json.loads(run("show", "day", "--json").stdout)["counts"]["notes"]
    assert kept >= answered
    assert json.loads(run("check", "day", "--json").stdout)["whole"] is True


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_is_said_in_a_sentence_and_nothing_answered_is_lost(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        text = "a long note about what matters " * 60
        said = run("play", disk / "day", "--practice", say=lines(*[{**NOTE, "text": text}] * 600))
        answers = [json.loads(line) for line in said.stdout.splitlines()]
        refused = [a for a in answers if not a["ok"]]

        assert refused and refused[0]["error"] == "CannotWrite"
        assert "disk is full" in refused[0]["message"]
        assert_refused(run("pack", disk / "day", disk / "packs"))
        shutil.copytree(disk / "day", tmp_path / "saved")
        kept = json.loads(run("show", tmp_path / "saved", "--json").stdout)["counts"]["notes"]
        assert kept == len(answers) - len(refused)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may become somebody else")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    done = subprocess.run(
        ["mount", "--bind", "-o", "ro", str(locked), str(locked)], capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip("this machine does not let us lock a folder")
    subprocess.run(["mount", "-o", "remount,ro,bind", str(locked)], check=True)
    try:
        assert_refused(run("play", locked / "day", "--practice", say=lines(NOTE)))
        play("day", NOTE)
        assert_refused(run("pack", "day", locked / "packs"))
        assert_refused(run("demo", locked / "out"))
    finally:
        subprocess.run(["umount", str(locked)], check=True)


# The practice day


def test_demo_leaves_packs_and_exports_and_says_what_it_made(tmp_path: Path) -> None:
    done = run("demo", tmp_path / "out", "--json", "--seed", "5", "--clock", "2026-05-14T13:10")
    made = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert (made["people"], made["ballots"]) == (14, 14)
    assert {Path(d["path"]).parent.name for d in made["documents"]} == {
        "people", "team", "wall", "archive", "committee"
    }  # fmt: skip
    assert all(
        Path(d["path"]).with_suffix(s).is_file() for d in made["documents"] for s in (".pdf", ".html", ".txt")
    )
    assert all(Path(path).is_file() for path in made["exports"])
    assert {"path", "kind", "pages", "sha256", "made_in_ms"} <= set(made["documents"][0])


def test_demo_shows_nothing_that_somebody_said_no_to(tmp_path: Path) -> None:
    made = json.loads(run("demo", tmp_path / "out", "--json", "--seed", "5").stdout)
    pages = [Path(d["path"]).with_suffix(".txt") for d in made["documents"] if "archive" not in d["path"]]
    text = squeezed("".join(page.read_text(encoding="utf-8") for page in pages))

    refused_a_name = ("Josh", "Parveen", "Harjit", "Tomasz", "Maya", "Noor")
    assert [name for name in refused_a_name if name in text] == []
    taken_back = ("Who is with Dad while I learn the hoist?", "I was cold and I was scared")
    put_away = ("This will get somebody into trouble", "Dilys was kind to me", "I wrote this and then")
    assert [words for words in (*taken_back, *put_away) if squeezed(words) in text] == []
    assert squeezed("Six people asked me the same thing") in text
    assert made["recall"] and {"what", "count"} == set(made["left_out"][0])


def test_the_same_day_played_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    def hashes(out: str) -> dict[str, str]:
        options = ("--json", "--seed", "5", "--clock", "2026-05-14T13:10")
        made = json.loads(run("demo", tmp_path / out, *options, PYTHONHASHSEED=str(len(out))).stdout)
        return {str(Path(d["path"]).relative_to(tmp_path / out)): d["sha256"] for d in made["documents"]}

    assert hashes("one") == hashes("another")


# What is in the way


def test_one_line_that_is_no_text_stands_alone() -> None:
    lines_in = (
        b'{"do": "search", "text": "a"}\n{"do": "search", "text": "caf\xe9"}\n{"do": "search", "text": "b"}\n'
    )
    done = subprocess.run(
        [sys.executable, "-m", "workshop.cli", "play", "day", "--practice"],
        input=lines_in,
        capture_output=True,
        cwd=ROOT,
    )
    assert [json.loads(line)["ok"] for line in done.stdout.splitlines()] == [True, False, True]


def test_a_file_of_actions_that_is_not_there(tmp_path: Path) -> None:
    assert_refused(run("play", "day", tmp_path / "nothing.jsonl", "--practice"))


def test_nothing_of_somebody_else_is_written_over(tmp_path: Path) -> None:
    play("day", NOTE)
    for name in ("letter.docx", "pack.html", "notes.csv"):
        (tmp_path / name).write_text("mine", encoding="utf-8")

    assert_refused(run("pack", "day", tmp_path))
    assert_refused(run("export", "day", tmp_path))
    assert run("copy", "day", tmp_path / "letter.docx").returncode == 0
    assert (tmp_path / "letter.docx.sametable").is_file()
    assert {(tmp_path / name).read_text() for name in ("letter.docx", "pack.html", "notes.csv")} == {"mine"}


def test_our_own_pack_and_export_are_renewed(tmp_path: Path) -> None:
    play("day", NOTE)
    for _ in range(2):
        assert run("pack", "day", tmp_path / "out").returncode == 0
        assert run("export", "day", tmp_path / "out").returncode == 0


def test_a_file_where_a_folder_should_be_is_said_so_and_not_called_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    play("day", NOTE)
    for command in (("demo", tmp_path / "file"), ("export", "day", tmp_path / "file")):
        done = run(*command)
        assert_refused(done)
        assert "disk" not in done.stderr


def test_a_name_that_no_disk_can_keep() -> None:
    assert_refused(run("show", "x" * 300))


def test_a_pack_made_while_a_vote_is_open_says_so(tmp_path: Path) -> None:
    options = [{"title": "Parking"}, {"title": "Medicines"}]
    play("day", {"do": "voting.open_round", "question": "q", "criterion": "c", "options": options})

    assert run("pack", "day", tmp_path / "out").returncode == 0
    assert "A vote is still open." in (tmp_path / "out" / "pack.txt").read_text(encoding="utf-8")


def test_a_promise_in_the_words_of_a_decision_is_on_one_card(tmp_path: Path) -> None:
    (idea,) = play("day", {"do": "board.add_idea", "title": "Better food"})
    play(
        "day",
        {"do": "promises.decide", "option": idea["result"]["idea"], "answer": "yes"},
        {"do": "promises.promise", "theme": "Better food", "we_will": "cook", "owner": "Ann",
         "owner_kind": "staff", "by_when": str(date.today()), "how_known": "we eat"},
    )  # fmt: skip
    assert run("pack", "day", tmp_path / "out").returncode == 0
    sheet = (tmp_path / "out" / "one-sheet.txt").read_text(encoding="utf-8")
    assert (sheet.count("Better food"), "Not yet a promise" in sheet) == (1, False)


@pytest.mark.slow
def test_demo_leaves_a_picture_of_every_screen(tmp_path: Path) -> None:
    done = run("demo", str(tmp_path / "out"), "--screens", "--json", "--seed", "1")
    assert done.returncode == 0, done.stderr
    pictures = [Path(path) for path in json.loads(done.stdout)["screens"]]
    assert len(pictures) >= 60
    for path in pictures:
        width, height = struct.unpack(">II", path.read_bytes()[16:24])
        assert (width, height) == (1920, 1080), path.name


def test_pictures_that_cannot_be_made_are_said_and_the_packs_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens.sys, "executable", "/nowhere/python")
    with pytest.raises(PrintingError, match="could not be made. The packs and the exports are there"):
        screens.make_pictures(tmp_path / "screens")


def test_blanks_are_made_without_a_workshop(tmp_path: Path) -> None:
    done = run(
        "blanks", tmp_path / "kit", "--template", "half-day", "--people", "3", "--language", "en", "--json"
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = json.loads(done.stdout)["documents"]
    assert {Path(one["path"]).stem: one["copies"] for one in made}["claim"] == 2
    assert all(Path(one["path"]).read_bytes().startswith(b"%PDF-") for one in made)
    assert_refused(run("blanks", tmp_path / "kit", "--language", "en"))
    assert_refused(run("blanks", tmp_path / "other", "--template", "no-such-plan"))
    assert run("blanks", tmp_path / "other", "--people", "0").returncode == 2
