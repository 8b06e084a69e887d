"""What all tests share: where the real data lies, the watch on the network, and honest skips."""

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.no_network import attempts, watch

TESTS = Path(__file__).resolve().parent
SHARED_DATA = TESTS.parents[1] / "shared" / "data"

watch()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # Qt's own screen in memory
# Children find tests/sitecustomize.py on their path and are watched as well.
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(TESTS), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real statements, ballots and bad inputs; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the shared real data is not on this machine")
    return SHARED_DATA


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application as it runs: it hears pens that come near. Only tests with windows load it."""
    from ui.board.pen_signs import Application

    return Application


def pytest_runtest_teardown() -> None:
    """A test that tried to reach a network fails, even if a library swallowed the error."""
    if attempts:
        tried = ", ".join(attempts)
        attempts.clear()
        pytest.fail(f"tried to reach a network: {tried}", pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the real data is there, a skipped test of real data is a failed one."""
    report = yield
    expected = hasattr(report, "wasxfail")
    if report.skipped and not expected and SHARED_DATA.is_dir() and item.get_closest_marker("data"):
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, object, object]:
    """A failure that quotes half a character ends its own test, not the worker process that tells of it."""
    return _showable((yield))


def _showable(part: object) -> object:
    match part:
        case str():
            return part.encode(errors="backslashreplace").decode()
        case dict():
            return {key: _showable(value) for key, value in part.items()}
        case list() | tuple():
            return type(part)(map(_showable, part))
    return part


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped, and why."""
    reasons = Counter(_why(report) for report in terminalreporter.stats.get("skipped", []))
    terminalreporter.write_line(f"{reasons.total()} skipped")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"  {count}: {reason}")


def _why(report: pytest.TestReport) -> str:
    where_and_why = report.longrepr
    said = where_and_why[2] if isinstance(where_and_why, tuple) else str(where_and_why)
    return said.removeprefix("Skipped: ")
