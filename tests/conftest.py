"""What all tests share: where the real data lies."""

from pathlib import Path

import pytest

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real statements, ballots and bad inputs; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the shared real data is not on this machine")
    return SHARED_DATA
