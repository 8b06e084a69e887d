"""The two commands and the lock: exact packages with hashes, no address, nothing done twice, plain refusals.

The commands run on a copy of `run` and `installer/` with stand-ins for what they call: Python, apt, sudo.
"""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "installer" / "requirements.lock"
SYSTEM = "/usr/local/bin:/usr/bin:/bin"

ADDRESS = r"\w+://\S+|^-(?:i|f)\b.*|--(?:index|extra-index|find-links|trusted|no-index)\S*|@ \S+"


def addresses(text: str) -> list[str]:
    """Whatever names a place to fetch from."""
    return re.findall(ADDRESS, text, re.M)


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


def unlocked(project: dict[str, object], locked: dict[str, int]) -> list[str]:
    """The dependencies of the project that the lock does not hold, and the entries without a hash."""
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]  # type: ignore[misc, index]
    names = [re.split(r"[<>=!~ \[;]", line)[0].lower() for line in lines]
    return [name for name in names if name not in locked] + [n for n, hashes in locked.items() if not hashes]


def project_table() -> dict[str, object]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(table, dict)
    return table


def test_every_package_has_hashes_and_every_dependency_is_there() -> None:
    assert unlocked(project_table(), entries(LOCK.read_text(encoding="utf-8"))) == []


def test_a_package_without_a_hash_or_entry_is_noticed() -> None:
    text = LOCK.read_text(encoding="utf-8")
    without_click = re.sub(r"^click==.*?(?=^\S)", "", text, flags=re.M | re.S)
    assert unlocked(project_table(), entries(without_click)) == ["click"]
    assert unlocked(project_table(), entries(text + "\nsix==1.0\n")) == ["six"]


class Machine:
    """A copy of the commands in a folder with a space in its name, with stand-ins before the real tools."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "same table"
        self.tools = folder / "tools"
        self.elsewhere = folder / "elsewhere"
        self.said = folder / "called.txt"
        self.tools.mkdir()
        self.elsewhere.mkdir()
        (self.home / "ui").mkdir(parents=True)
        shutil.copy(ROOT / "run", self.home)
        shutil.copytree(
            ROOT / "installer", self.home / "installer", ignore=shutil.ignore_patterns("licences")
        )
        self.stand_in("dpkg-query", "echo install ok installed")

    def stand_in(self, tool: str, script: str) -> None:
        """Put a shell script before the real tool of that name."""
        self.program(self.tools / tool, script)

    def program(self, path: Path, script: str) -> None:
        """Write a program that notes how it was called, then does what the shell script says."""
        path.parent.mkdir(parents=True, exist_ok=True)
        note = f'echo "{path.name}" "$@" >>"{self.said}"'
        path.write_text(f"#!/bin/sh\n{note}\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def makes_environments_with(self, script: str) -> None:
        """Let `python3 -m venv` make environments whose Python is this shell script."""
        self.program(self.tools / "venv-python", script)
        copy = f'mkdir -p "$3/bin" && cp "{self.tools}/venv-python" "$3/bin/python"'
        self.stand_in("python3", f'[ "$1" = -c ] || {{ {copy}; }}')

    def set_up(self) -> None:
        """What set-up leaves, with a stand-in for Python."""
        python = self.home / ".venv" / "bin" / "python"
        self.program(python, "exit 0")
        shutil.copy(self.lock, self.home / ".venv" / "installed.lock")
        (self.home / ".venv" / "installed.python").write_text(f"{python}\n", encoding="utf-8")
        (self.home / ".venv" / "test-tools").touch()

    @property
    def lock(self) -> Path:
        return self.home / "installer" / "requirements.lock"

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """./run from another folder, with nothing of the environment of this test."""
        return subprocess.run(
            [self.home / "run", *arguments],
            cwd=self.elsewhere,
            capture_output=True,
            text=True,
            env={"PATH": f"{self.tools}:{SYSTEM}", "LANG": "C.UTF-8", **environment},
        )

    def called(self) -> list[str]:
        """The stand-ins that were called so far, with their arguments."""
        return self.said.read_text(encoding="utf-8").splitlines() if self.said.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "called"),
    [
        (["show", "A day in May"], "python -m workshop show A day in May"),
        (["--version"], "python -m workshop --version"),
        (["bench", "store", "--json"], "python -m tests.bench store --json"),
        (["test"], "python -m pytest -n 2"),
        (["test", "-k", "lock"], "python -m pytest -k lock"),
    ],
)
def test_each_command_reaches_its_program_and_nothing_else(
    arguments: list[str], called: str, machine: Machine
) -> None:
    machine.set_up()
    done = machine.run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.called() == [called]


def test_the_exit_status_is_the_programs(machine: Machine) -> None:
    machine.set_up()
    machine.program(machine.home / ".venv" / "bin" / "python", "exit 2")
    assert machine.run("show").returncode == 2


def played(machine: Machine) -> str:
    """How the program was called, without the date."""
    (call,) = machine.called()
    return re.sub(r"day-[\d-]+", "day", call).replace(str(machine.home), "HERE")


def test_without_any_screens_it_plays_the_practice_workshop_and_says_so(machine: Machine) -> None:
    machine.set_up()
    assert "no screen in this version yet" in machine.run(DISPLAY=":0").stdout
    assert played(machine) == "python -m workshop demo HERE/out/practice-day"


def test_without_a_display_it_plays_the_practice_workshop_with_pictures(machine: Machine) -> None:
    machine.set_up()
    (machine.home / "ui" / "__main__.py").touch()
    assert "no display here" in machine.run().stdout
    assert played(machine) == "python -m workshop demo HERE/out/practice-day --screens"


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_it_opens_the_app(display: str, machine: Machine) -> None:
    machine.set_up()
    (machine.home / "ui" / "__main__.py").touch()
    assert machine.run(**{display: ":0"}).stdout == ""
    assert machine.called() == ["python -m ui"]


def stopped_half_way(machine: Machine) -> None:
    (machine.home / ".venv" / "installed.lock").unlink()


def another_list(machine: Machine) -> None:
    machine.lock.write_text("# other packages\n", encoding="utf-8")


def python_replaced(machine: Machine) -> None:
    (machine.home / ".venv" / "installed.python").write_text("/usr/bin/python3.8\n", encoding="utf-8")


@pytest.mark.parametrize("change", [stopped_half_way, another_list, python_replaced])
def test_an_environment_that_is_not_the_right_one_is_set_up_again(
    change: Callable[[Machine], None], machine: Machine
) -> None:
    machine.set_up()
    change(machine)
    machine.program(machine.home / "installer" / "setup.sh", "exit 1")
    assert machine.run("--version").returncode == 1
    assert machine.called() == ["setup.sh"]


def test_who_may_install_nothing_is_told_the_one_line(machine: Machine) -> None:
    machine.stand_in("id", "echo 1000")
    machine.stand_in("sudo", "exit 1")
    machine.stand_in("dpkg-query", "exit 1")
    machine.stand_in("apt-cache", "exit 1")

    done = machine.run()

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (
        "  sudo sh -c 'apt-get update; apt-get install -y --no-install-recommends python3-venv libgl1 "
        "libegl1 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
        "libxcb-shape0 libglib2.0-0'"
    )
    assert not (machine.home / ".venv").exists()


def test_the_newer_name_of_a_library_is_taken_where_apt_knows_it(machine: Machine) -> None:
    machine.stand_in("id", "echo 1000")
    machine.stand_in("sudo", "exit 1")
    machine.stand_in("dpkg-query", "exit 1")
    machine.stand_in("apt-cache", "exit 0")
    assert "libglib2.0-0t64'" in machine.run().stderr


@pytest.mark.parametrize("user", ["0", "1000"])
def test_apt_is_asked_by_root_or_with_sudo_and_its_refusal_is_said(user: str, machine: Machine) -> None:
    machine.stand_in("id", f"echo {user}")
    machine.stand_in("sudo", '[ "$1" = -n ] || exec "$@"')
    machine.stand_in("dpkg-query", "exit 1")
    machine.stand_in("apt-cache", "exit 1")
    machine.stand_in("dpkg", "exit 0")
    machine.stand_in("apt-get", "echo 'Temporary failure resolving a host'; exit 100")

    done = machine.run()

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "The first time needs internet, and there is none. Nothing else was changed. "
        "Please connect and try again."
    )
    asked = [call.split()[:2] for call in machine.called() if "apt-get" in call.split()[0]]
    assert asked == [["apt-get", "update"], ["apt-get", "install"]]
    assert any(call.startswith("sudo env") for call in machine.called()) == (user != "0")


def test_an_old_python_is_refused(machine: Machine) -> None:
    machine.stand_in("python3", "exit 1")
    done = machine.run()
    assert (done.returncode, done.stderr) == (
        1,
        "Same Table needs Python 3.11 or newer. Nothing was changed.\n",
    )


def test_when_new_packages_cannot_be_fetched_the_old_environment_stays(machine: Machine) -> None:
    machine.set_up()
    another_list(machine)
    machine.makes_environments_with("case $* in *pip*) echo NewConnectionError; exit 1;; esac")

    done = machine.run("--version")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "The first time needs internet, and there is none. No package was changed. "
        "Please connect and try again."
    )
    assert (machine.home / ".venv" / "test-tools").exists()
    assert not (machine.home / ".venv.before").exists()


def test_a_half_made_environment_is_made_anew(machine: Machine) -> None:
    machine.set_up()
    stopped_half_way(machine)
    (machine.home / ".venv" / "half").touch()
    machine.makes_environments_with("[ $1 = -c ] || echo $@")

    first, second = machine.run("--version"), machine.run("--version")

    assert (first.returncode, first.stdout) == (0, "-m workshop --version\n")
    assert not (machine.home / ".venv" / "half").exists()
    assert (second.returncode, second.stdout, second.stderr) == (0, "-m workshop --version\n", "")


def test_the_real_command_works_from_another_folder(tmp_path: Path) -> None:
    is_ready = f'here="{ROOT}"; . "$here/installer/ready.sh"; is_ready'
    if subprocess.run(["sh", "-c", is_ready]).returncode:
        pytest.skip("the tests do not run in the environment that ./run makes")
    done = subprocess.run([ROOT / "run", "--version"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Same Table")


@pytest.fixture
def bare_machine(machine: Machine) -> Machine:
    """Everything is there but what reads aloud; apt's answer to that is each test's own."""
    machine.stand_in("dpkg-query", '[ "$4" = espeak-ng ] || echo install ok installed')
    machine.stand_in("id", "echo 0")
    machine.makes_environments_with("[ $1 = -c ] || echo $@")
    return machine


def test_what_reads_aloud_is_installed_when_it_can_be(bare_machine: Machine) -> None:
    bare_machine.stand_in("apt-get", "exit 0")
    done = bare_machine.run("--version")
    assert (done.returncode, done.stdout) == (0, "-m workshop --version\n")
    (asked,) = [call for call in bare_machine.called() if call.startswith("apt-get")]
    assert asked.startswith("apt-get install -y") and asked.endswith(" espeak-ng")


def test_set_up_is_whole_without_what_reads_aloud(bare_machine: Machine) -> None:
    bare_machine.stand_in("apt-get", "exit 100")
    done = bare_machine.run("--version")
    assert (done.returncode, done.stdout) == (0, "-m workshop --version\n")
    assert done.stderr.splitlines()[-1] == (
        "What reads pages aloud could not be installed: espeak-ng. Everything else works."
    )


def test_who_may_install_nothing_is_told_what_reads_aloud(bare_machine: Machine) -> None:
    bare_machine.stand_in("id", "echo 1000")
    bare_machine.stand_in("sudo", "exit 1")
    done = bare_machine.run("--version")
    assert (done.returncode, done.stdout) == (0, "-m workshop --version\n")
    assert done.stderr.splitlines()[-1] == (
        "Pages can also be read aloud. For that, an administrator can install: espeak-ng"
    )
