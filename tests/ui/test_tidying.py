"""Python looks for what nobody uses any more when nobody waits, and never stops doing so for good."""

import ctypes
import gc
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import Clock, settle
from ui import tidying
from ui.app import App
from workshop.session.session import Session

PASSPHRASE = "four quiet garden benches"
BLOCK = 100_000  # bytes: small enough to lie among the others


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


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")
def test_what_lies_free_between_things_in_use_is_given_back() -> None:
    """The last block stays: by itself nothing below it goes back to the system (the control)."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    libc.free.argtypes = [ctypes.c_void_p]
    blocks = [libc.malloc(BLOCK) for _ in range(600)]
    for block in blocks:
        ctypes.memset(block, 1, BLOCK)
    before = resident()
    for block in blocks[:-1]:
        libc.free(block)
    assert before - resident() < 10
    tidying.give_back_the_rest()
    assert before - resident() > 40
    libc.free(blocks[-1])


def resident() -> float:
    """The memory of this process, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20
