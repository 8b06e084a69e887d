"""No process of the app opens an internet socket. The whole run is watched; this shows that it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.no_network import InternetUsed

ROOT = Path(__file__).resolve().parents[1]
OPENS = {
    "a socket": "import socket; socket.socket()",
    "a socket of the newer kind": "import socket; socket.socket(socket.AF_INET6)",
    "a look-up": "import socket; socket.getaddrinfo('localhost', 80)",
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
}


def child(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)


def test_children_are_watched_because_the_guard_lies_on_their_path() -> None:
    assert str(ROOT / "tests") in os.environ["PYTHONPATH"].split(os.pathsep)


@pytest.mark.parametrize("what", OPENS)
def test_an_internet_socket_in_a_child_is_caught(what: str) -> None:
    done = child(OPENS[what])
    assert done.returncode != 0
    assert "InternetUsed" in done.stderr


def test_an_internet_socket_in_the_test_run_itself_is_caught() -> None:
    import socket

    with pytest.raises(InternetUsed):
        socket.socket(socket.AF_INET)


@pytest.mark.skipif(not hasattr(__import__("socket"), "AF_UNIX"), reason="no local sockets here")
def test_local_sockets_are_allowed() -> None:
    assert child("import socket; socket.socket(socket.AF_UNIX).close()").returncode == 0


def test_a_whole_practice_day_opens_none(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workshop.cli", "demo", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_importing_every_module_opens_none() -> None:
    names = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in (ROOT / "workshop").rglob("*.py")]
    modules = [name for name in names if not name.endswith("__init__")]
    assert child("\n".join(f"import {name}" for name in modules)).returncode == 0
