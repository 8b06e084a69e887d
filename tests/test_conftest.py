"""The rules of the test run itself, tried on small projects made for it: skips, real data, network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
REAL_DATA = """
import pytest

@pytest.mark.data
def test_real(shared_data):
    {body}
"""
SWALLOWS = """
import socket

def test_swallows():
    try:
        socket.socket()
    except BaseException:
        pass
"""


def run_of(test: str, folder: Path, *arguments: str, data: bool) -> tuple[int, str]:
    """Run one test under this project's conftest, beside real data or not → exit status, what was said."""
    tests = folder / "project" / "tests"
    tests.mkdir(parents=True)
    for name in ("__init__.py", "conftest.py", "no_network.py", "sitecustomize.py"):
        shutil.copy(TESTS / name, tests)
    (tests / "test_it.py").write_text(test, encoding="utf-8")
    (folder / "project" / "pytest.ini").write_text("[pytest]\nmarkers =\n    data: real\n", encoding="utf-8")
    if data:
        (folder / "shared" / "data").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *arguments, "tests"],
        cwd=folder / "project",
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    return done.returncode, done.stdout


def test_without_the_real_data_its_tests_are_skipped_and_counted(tmp_path: Path) -> None:
    status, said = run_of(REAL_DATA.format(body="assert False"), tmp_path, data=False)
    assert status == 0
    assert "1 skipped\n  1: the shared real data is not on this machine\n" in said


def test_with_the_real_data_its_tests_may_not_be_skipped(tmp_path: Path) -> None:
    status, said = run_of(REAL_DATA.format(body="pytest.skip('later')"), tmp_path, data=True)
    assert (status, "1 failed" in said) == (1, True), said


def test_with_the_real_data_its_tests_run(tmp_path: Path) -> None:
    status, said = run_of(REAL_DATA.format(body="assert shared_data.is_dir()"), tmp_path, data=True)
    assert (status, "0 skipped" in said) == (0, True), said


@pytest.mark.parametrize(
    "test", [SWALLOWS, SWALLOWS.replace("socket.socket()", "socket.getaddrinfo('a', 1)")]
)
def test_a_swallowed_internet_socket_still_fails_the_test(test: str, tmp_path: Path) -> None:
    status, said = run_of(test, tmp_path, data=False)
    assert (status, "tried to reach a network" in said) == (1, True), said


def test_a_failure_with_half_a_character_is_told_by_a_worker_process(tmp_path: Path) -> None:
    test = "def test_half():\n    assert 'caf\\ud83d' == 'caf'\n"
    status, said = run_of(test, tmp_path, "-n", "1", data=False)
    assert (status, "1 failed" in said, "INTERNALERROR" in said) == (1, True, False), said
