"""The lock file and the two commands: exact packages with hashes, no address, a quick second start."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "installer" / "requirements.lock"


def addresses(text: str) -> list[str]:
    """Whatever names a place to fetch from."""
    return re.findall(
        r"\w+://\S+|^-(?:i|f)\b.*|--(?:index|extra-index|find-links|trusted)\S*|@ \S+", text, re.M
    )


def entries(text: str) -> dict[str, int]:
    """Package name → how many hashes stand with it."""
    found: dict[str, int] = {}
    for block in re.split(r"\n(?=\S)", text):
        name = re.match(r"([\w.-]+)==", block)
        if name:
            found[name[1].lower().replace("_", "-")] = block.count("--hash=sha256:")
    return found


def test_the_lock_names_no_address() -> None:
    assert addresses(LOCK.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "--index-url https://example.org/simple",
        "-i somewhere",
        "six @ file:///six.whl",
        "--find-links wheels",
    ],
)
def test_a_planted_address_is_noticed(planted: str) -> None:
    assert addresses(LOCK.read_text(encoding="utf-8") + f"\n{planted}\n")


def test_every_package_has_hashes_and_every_dependency_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = entries(LOCK.read_text(encoding="utf-8"))

    assert [name for name, hashes in locked.items() if not hashes] == []
    names = [re.split(r"[<>=!~ \[;]", line)[0].lower() for line in wanted]
    assert [name for name in names if name not in locked] == []


def test_the_command_works_from_another_folder(tmp_path: Path) -> None:
    if not (ROOT / ".venv" / "installed.lock").is_file():
        pytest.skip("the tests do not run in the environment that ./run makes")
    done = subprocess.run([ROOT / "run", "--version"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Same Table")
