"""The shape of the code, as tests: who may import whom, and what no module may do.

Each check has a negative control: the same check is run on something broken on purpose.
"""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(p for package in ("workshop", "ui") for p in (ROOT / package).rglob("*.py"))
NETWORK = frozenset(
    """socket ssl http urllib.request urllib3 requests httpx aiohttp asyncio ftplib smtplib poplib imaplib
    nntplib telnetlib socketserver xmlrpc webbrowser PySide6.QtNetwork PySide6.QtWebSockets
    PySide6.QtWebEngineCore wsgiref""".split()
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
    ["import socket", "from urllib import request", "def f():\n    import http.client", "import ssl as s"],
)
def test_a_planted_network_import_is_noticed(planted: str) -> None:
    assert network_imports(planted)


def test_every_module_says_what_it_is() -> None:
    silent = [str(p) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert silent == []


def catches_all(source: str) -> list[int]:
    """The lines of a bare except, or of one that catches every exception."""
    handlers = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ExceptHandler))
    return [h.lineno for h in handlers if h.type is None or _names(h.type) & {"Exception", "BaseException"}]


def _names(node: ast.expr) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def test_only_the_two_outermost_modules_catch_everything() -> None:
    found = {p for p in MODULES if catches_all(p.read_text(encoding="utf-8"))}
    assert found <= CATCH_ALL


@pytest.mark.parametrize("clause", ["except:", "except Exception:", "except (ValueError, Exception) as e:"])
def test_a_planted_catch_all_is_noticed(clause: str) -> None:
    assert catches_all(f"try:\n    pass\n{clause}\n    pass\n") == [3]


def tracked() -> Iterator[Path]:
    """Every text file of the project."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    names = done.stdout.split("\0") if done.returncode == 0 else []
    yield from (p for name in names if name and (p := ROOT / name).suffix not in (".ttf", ".png"))


def machine_paths(text: str) -> list[str]:
    """Paths of somebody's own computer in a text."""
    return re.findall(r"(?<![\w.])/(?:root|home/\w+|work|Users/\w+)/[\w.]", text)


def test_no_file_names_a_path_of_somebodys_computer() -> None:
    found = {str(p): hits for p in tracked() if (hits := machine_paths(_text(p)))}
    assert found == {}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def test_a_planted_path_is_noticed() -> None:
    assert machine_paths("see /" + "home/amina/table")
    assert not machine_paths("workshop/home/made.py")


def too_long(source: str, most: int) -> list[str]:
    """The functions of a source with more lines than `most`."""
    functions = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef))
    return [f.name for f in functions if f.end_lineno and f.end_lineno - f.lineno + 1 > most]


def test_functions_and_files_stay_small() -> None:
    sources = {str(p.relative_to(ROOT)): p.read_text(encoding="utf-8") for p in MODULES}
    long_functions = {p: found for p, text in sources.items() if (found := too_long(text, 45))}
    long_files = {p: n for p, text in sources.items() if (n := text.count("\n")) > 450 and "records" not in p}

    assert (long_functions, long_files) == ({}, {})


def test_a_long_function_is_noticed() -> None:
    assert too_long("def f() -> None:\n" + "    pass\n" * 50, 45) == ["f"]
