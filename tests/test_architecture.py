"""The shape of the code, as tests: who may import whom, and what no module may do.

Each check has a negative control: the same check is run on something broken on purpose.
"""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(p for package in ("workshop", "ui") for p in (ROOT / package).rglob("*.py"))
NETWORK = frozenset(
    """socket ssl http urllib.request urllib.robotparser urllib3 requests httpx aiohttp websockets asyncio
    ftplib smtplib poplib imaplib nntplib telnetlib socketserver xmlrpc wsgiref webbrowser logging.handlers
    multiprocessing.connection multiprocessing.managers PySide6.QtNetwork PySide6.QtNetworkAuth
    PySide6.QtWebSockets PySide6.QtWebEngineCore PySide6.QtHttpServer PySide6.QtRemoteObjects""".split()
)
CATCH_ALL = {ROOT / "ui" / "__main__.py", ROOT / "workshop" / "cli.py"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """The import contracts of pyproject.toml, kept or broken, for the tree in `folder`."""
    code = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)


def test_the_import_contracts_are_kept() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("ui/__init__.py", "import reportlab"),
        ("ui/__init__.py", "import workshop.storage.store"),
        ("workshop/domain/board.py", "import sqlite3"),
        ("workshop/domain/board.py", "import workshop.session.board"),
        ("workshop/session/board.py", "import PySide6.QtCore"),
        ("workshop/printing/page.py", "import workshop.storage.store"),
    ],
)
def test_a_planted_import_breaks_the_contracts(module: str, planted: str, tmp_path: Path) -> None:
    for name in ("workshop", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{planted}\n")

    assert lint_imports(tmp_path).returncode != 0


def imported(source: str) -> set[str]:
    """Every module that a source imports, at any depth of the code."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def network_imports(source: str) -> set[str]:
    """The network libraries that a source imports."""
    return {name for name in imported(source) if any(name == n or name.startswith(f"{n}.") for n in NETWORK)}


def test_no_module_imports_a_network_library() -> None:
    assert {str(p): found for p in MODULES if (found := network_imports(p.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "import socket",
        "import ssl as s",
        "from urllib import request",
        "from PySide6 import QtCore, QtNetwork",
        "def f():\n    import http.client",
    ],
)
def test_a_planted_network_import_is_noticed(planted: str) -> None:
    assert network_imports(planted)


def test_reading_an_address_is_no_network() -> None:
    assert network_imports("from urllib.parse import quote\nimport urllib.parse\nimport json") == set()


def says_what_it_is(source: str) -> bool:
    """Does a source start with a docstring?"""
    return bool(ast.get_docstring(ast.parse(source)))


def test_every_module_says_what_it_is() -> None:
    assert [str(p) for p in MODULES if not says_what_it_is(p.read_text(encoding="utf-8"))] == []


def test_a_silent_module_is_noticed() -> None:
    assert not says_what_it_is("# no docstring\nimport json\n")


def catches_all(source: str) -> list[int]:
    """The lines of a bare except, or of one that catches every exception and keeps it."""
    handlers = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ExceptHandler))
    return [h.lineno for h in handlers if _takes_all(h) and not _only_raises(h)]


def _takes_all(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or bool(_names(handler.type) & {"Exception", "BaseException"})


def _only_raises(handler: ast.ExceptHandler) -> bool:
    """Whether all that a handler does is to let the exception go on."""
    return [ast.unparse(each) for each in handler.body] == ["raise"]


def _names(node: ast.expr) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def test_only_the_two_outermost_modules_catch_everything() -> None:
    found = {p for p in MODULES if catches_all(p.read_text(encoding="utf-8"))}
    assert found <= CATCH_ALL


@pytest.mark.parametrize("clause", ["except:", "except Exception:", "except (ValueError, Exception) as e:"])
def test_a_planted_catch_all_is_noticed(clause: str) -> None:
    assert catches_all(f"try:\n    pass\n{clause}\n    pass\n") == [3]
    assert catches_all(f"try:\n    pass\n{clause}\n    print()\n    raise\n") == [3]
    assert catches_all(f"try:\n    pass\n{clause}\n    raise\n") == []


def tracked() -> list[Path]:
    """Every text file that git keeps; the test is skipped in a copy that is no git checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("this copy of the project is no git checkout")
    paths = (ROOT / name for name in done.stdout.split("\0") if name)
    return [p for p in paths if p.is_file() and b"\0" not in p.read_bytes()[:1024]]


def machine_paths(text: str) -> list[str]:
    """Paths of somebody's own computer in a text."""
    return re.findall(r"(?<![\w.])/(?:root|work|(?:home|Users)/\w+)/\w\S*", text)


def test_no_file_names_a_path_of_somebodys_computer() -> None:
    found = {str(p): hits for p in tracked() if (hits := machine_paths(p.read_text(encoding="utf-8")))}
    assert found == {}


@pytest.mark.parametrize("path", ["home/amina/table", "root/x", "work/main/run", "Users/tom/x"])
def test_a_planted_path_is_noticed(path: str) -> None:
    assert machine_paths(f"see (/{path})")
    assert not machine_paths(f"see workshop/{path}")


def lengths(source: str) -> dict[str, int]:
    """The lines of each function of a source."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno:
            found[node.name] = node.end_lineno - node.lineno + 1
    return found


def test_functions_and_files_stay_small() -> None:
    sources = {str(p.relative_to(ROOT)): p.read_text(encoding="utf-8") for p in MODULES}
    files = {path: text.count("\n") for path, text in sources.items()}
    functions = {f"{path}:{f}": n for path, text in sources.items() for f, n in lengths(text).items()}
    for what, n in [*_over(30, functions).items(), *_over(400, files).items()]:
        print(f"longer than it should be: {what}, {n} lines")  # shown by ./run test -rP

    assert (_over(45, functions), _over(400, files)) == ({}, {})


def _over(most: int, lines: dict[str, int]) -> dict[str, int]:
    return {what: n for what, n in lines.items() if n > most}


def test_a_long_function_is_noticed() -> None:
    source = "class C:\n    async def f(self):\n" + "        pass\n" * 50
    assert _over(45, lengths(source)) == {"f": 51}


def test_folders_of_tests_mirror_the_packages() -> None:
    """Beside them lie only the benchmarks, `bench`, and the old files that upgrades read, `files`."""
    folders = {p.parent.relative_to(ROOT / "tests") for p in (ROOT / "tests").rglob("test_*.py")}
    strange = [f for f in folders if not ((ROOT / "workshop" / f).is_dir() or (ROOT / f).is_dir())]
    assert strange == []
