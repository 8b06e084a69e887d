"""What all tests share: where the real data lies, the watch on the network, and honest skips."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.no_network import watch

TESTS = Path(__file__).resolve().parent
SHARED_DATA = TESTS.parents[1] / "shared" / "data"

watch()
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


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where the real data is there, a skipped test of real data is a failed one."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if (
        report.skipped
        and SHARED_DATA.is_dir()
        and item.get_closest_marker("data")
        and not hasattr(report, "wasxfail")
    ):
        report.outcome = "failed"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped, and why."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    terminalreporter.write_line(f"{sum(reasons.values())} skipped")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"  {count}: {reason}")
