"""The power goes while people write: all but the last second of their words is there again."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.given import Table, settle
from ui.screens.board import BoardPage
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

ROOT = Path(__file__).resolve().parents[2]
WRITES_S = 2.2


def killed_while_writing(folder: Path) -> tuple[list[list[str]], float]:
    """Let people write for a while in a child and kill it; what they wrote with its time, and the end."""
    command = [sys.executable, "-m", "tests.ui.killed_app", str(folder)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SAME_TABLE_HOME": str(folder.parent / "home")}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline()  # they are writing now
        time.sleep(WRITES_S)
        child.kill()
        end = time.monotonic()
        said += child.stdout.read()
    return [json.loads(line) for line in said[: said.rfind("\n") + 1].splitlines()], end


def test_all_but_the_last_second_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    written, end = killed_while_writing(tmp_path / "day")
    kept_for_sure = [words for at, *words in written if float(at) < end - 1.0][-1]
    last = written[-1][1:]
    assert all(len(sure) > 20 for sure in kept_for_sure)

    table = Table(tmp_path / "day")
    try:
        table.begin()
        page = table.show_people("board")
        assert isinstance(page, BoardPage)
        settle()
        asks, other = page.pages.open
        left, right = (asks, other) if asks.kind is NoteKind.QUESTION else (other, asks)
        for again, sure, all_of_it in zip((left, right), kept_for_sure, last, strict=True):
            assert all_of_it.startswith(again.text.words)
            assert len(again.text.words) >= len(sure), "no more than a second is lost"
        assert (left.kind, len(left.paper.strokes), left.helper) == (NoteKind.QUESTION, 1, False)
        assert (right.kind, right.paper.strokes, right.helper) == (NoteKind.MATTERS, [], True)
        assert table.session.all(Note) == ()
        assert len(set(table.session.last_acts(9))) <= 1, "a draft is no act, so there is nothing to undo"
    finally:
        table.close()
