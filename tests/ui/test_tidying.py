"""Python looks for what nobody uses any more when nobody waits, and never stops doing so for good."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import Clock, settle
from ui import tidying
from ui.app import App
from workshop.session.session import Session

PASSPHRASE = "four quiet garden benches"


@pytest.fixture(autouse=True)
def as_always() -> Iterator[None]:
    yield
    tidying.stop()


def test_it_is_put_off_begins_again_and_leaves_out_what_was_there() -> None:
    tidying.put_off()
    assert not gc.isenabled()
    tidying.begin()
    assert gc.isenabled() and gc.get_freeze_count()
    tidying.look_at_all()
    assert not gc.get_freeze_count()


def test_it_is_put_off_while_a_workshop_is_opened_and_goes_on_at_the_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    Session.make(tmp_path / "home" / "Benches", "Benches", PASSPHRASE).close()
    app = App(Clock())
    app.show()
    app.start.library.secret = PASSPHRASE
    app.start.open_now(tmp_path / "home" / "Benches")
    assert app.stage.bridge is not None and not gc.isenabled()
    app._settling.setInterval(0)
    app._settling.start()
    qtbot.waitUntil(gc.isenabled)
    app.quit()
    settle()
    assert gc.isenabled() and not gc.get_freeze_count()
