"""No process of the app opens an internet socket. The whole run is watched; this shows that it is."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.no_network import InternetUsed, attempts

ROOT = Path(__file__).resolve().parents[1]
OPENS = {
    "a socket": "import socket; socket.socket()",
    "a socket of the newer kind": "import socket; socket.socket(socket.AF_INET6)",
    "a look-up": "import socket; socket.getaddrinfo('localhost', 80)",
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
}


def child(*arguments: str) -> tuple[int, str]:
    """Run this Python on `arguments` → exit status and what it said on standard error."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    return done.returncode, done.stderr


def modules() -> Iterator[str]:
    """The names of all modules of the app."""
    for package in ("workshop", "ui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_children_are_watched_because_the_guard_lies_on_their_path() -> None:
    assert str(ROOT / "tests") in os.environ["PYTHONPATH"].split(os.pathsep)


@pytest.mark.parametrize("what", OPENS)
def test_an_internet_socket_in_a_child_is_caught(what: str) -> None:
    status, said = child("-c", OPENS[what])
    assert status != 0
    assert "InternetUsed" in said


def test_a_child_that_swallows_the_error_has_still_said_it() -> None:
    status, said = child("-c", "import socket\ntry:\n    socket.socket()\nexcept BaseException:\n    pass")
    assert (status, said) == (0, "InternetUsed: socket.__new__\n")


def test_an_internet_socket_in_the_test_run_itself_is_caught() -> None:
    with pytest.raises(InternetUsed):
        socket.socket(socket.AF_INET)
    assert attempts == ["socket.__new__"]
    attempts.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets here")
def test_local_sockets_are_allowed() -> None:
    assert child("-c", "import socket; socket.socket(socket.AF_UNIX).close()") == (0, "")


def test_a_whole_practice_day_opens_none(tmp_path: Path) -> None:
    assert child("-m", "workshop.cli", "demo", str(tmp_path / "out")) == (0, "")


def test_importing_every_module_opens_none() -> None:
    assert {"workshop.cli", "workshop.printing.making", "ui"} <= set(modules())
    assert child("-c", "\n".join(f"import {name}" for name in modules())) == (0, "")
