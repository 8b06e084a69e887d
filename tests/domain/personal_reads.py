"""Finds code that reads what people said about themselves past the gate, however it is written.

It reads the source as a tree: attributes, their names as text, copies of whole records, patterns of
`match`, and SQL. What it allows it allows by file, for a reason that stands beside the name of the file.
"""

import ast
import re
from collections.abc import Iterator

# Fields that tell who somebody is, what they said about themselves, or who wrote a note.
PERSONAL = frozenset(
    """called full_name contact author strokes witness leaves_by supporter adult guardian parent_told
    taken_by given_to""".split()
)
PERSONAL_RECORDS = frozenset(
    "Person Need Answer Signature Wording Picture Issued Claim ClaimLine Snapshot".split()
)
PERSONAL_MODULES = frozenset({"workshop.domain.persons", "workshop.domain.snapshot"})
_TABLES = "person|need|answer|signature|wording|picture|picture_bytes|issued|claim|claim_line"
_SQL = re.compile(rf"(?is)\b(select|delete|update|insert)\b.*\b(from|join|into|update)\s+\W?({_TABLES})\b")
_WHOLE = frozenset({"asdict", "astuple", "vars", "fields", "from_row", "to_row"})
_BY_NAME = frozenset({"getattr", "setattr", "attrgetter", "methodcaller", "__getattribute__"})

# Strokes here are of a drawing on a note, not of somebody's signature.
DRAWN = "ui/board/"
# What facts hold for confidential papers: the register of consent, the list of what is called back.
ON_PAPER = {
    "workshop/printing/register.py": {"row.called", "row.taken_by"},
    "workshop/exchange/csv_out.py": {"row.called"},
    "workshop/printing/taken_back.py": {"about.taken_by", "document.given_to"},
}
# These go through the fields of any record, and say nothing of what is in them.
REFLECTS = {
    "workshop/session/actions.py": "answers of actions as JSON, for who did them",
    "workshop/session/settings.py": "the settings of this computer",
    "workshop/session/plan.py": "fields of a step, by their names",
    "workshop/printing/seal.py": "facts only, for their check number",
    "workshop/domain/facts.py": "facts only, for the words in them",
    "workshop/domain/shredding.py": "takes people out of every record",
}
# The invented people of the practice day, read from its file.
STORIES = ("workshop/session/practice.py", "ui/playing/")
READS_FACTS_ONLY = ("workshop/printing", "workshop/exchange", "workshop/session/exports.py")


def personal_reads(path: str, source: str) -> list[str]:
    """Where a module reads what a person said about themselves, or who wrote a note."""
    if path.startswith("workshop/storage"):
        return []
    found = (line for node in ast.walk(ast.parse(source)) for line in _in_node(path, node))
    return [f"{path}:{line}" for line in found]


def _in_node(path: str, node: ast.AST) -> Iterator[str]:
    names = PERSONAL - ({"strokes"} if path.startswith(DRAWN) else set())
    match node:
        case ast.Attribute(attr=attr) if attr in names:
            if ast.unparse(node) not in ON_PAPER.get(path, ()):
                yield _at(node)
        case ast.Attribute(attr="__dict__" | "execute" | "executemany"):
            if path.startswith("workshop/"):
                yield _at(node)
        case ast.Subscript(slice=ast.Constant(value=str(key))) if key in names:
            if not path.startswith(STORIES):
                yield _at(node)
        case ast.MatchClass():
            yield from _in_pattern(node, names)
        case ast.Call():
            yield from _in_call(path, node, names)
        case ast.ImportFrom() | ast.Import() if path.startswith(READS_FACTS_ONLY):
            yield from _imported(node)
        case ast.Constant(value=str(text)) if _SQL.search(text):
            yield _at(node)
        case ast.JoinedStr() if _SQL.search(_plain(node)):
            yield _at(node)


def _at(node: ast.expr | ast.pattern | ast.stmt) -> str:
    return f"{node.lineno} {ast.unparse(node)}"


def _in_pattern(node: ast.MatchClass, names: frozenset[str]) -> Iterator[str]:
    record = ast.unparse(node.cls).rpartition(".")[2]
    by_place = node.patterns and record in PERSONAL_RECORDS | {"Note"}
    if by_place or names & {*node.kwd_attrs}:
        yield _at(node)


def _in_call(path: str, node: ast.Call, names: frozenset[str]) -> Iterator[str]:
    called = ast.unparse(node.func).rpartition(".")[2]
    texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if called in _BY_NAME:
        said = {part for text in texts for part in text.split(".")}
        by_a_name = called in ("getattr", "attrgetter") and not texts and path.startswith("workshop/")
        if said & names or (by_a_name and path not in REFLECTS):
            yield _at(node)
    elif called in _WHOLE and path.startswith("workshop/") and path not in REFLECTS:
        yield _at(node)
    elif called == "replace" and names & {keyword.arg for keyword in node.keywords}:
        yield _at(node)


def _imported(node: ast.ImportFrom | ast.Import) -> Iterator[str]:
    module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        whole = f"{module}.{alias.name}".lstrip(".")
        if (
            alias.name in PERSONAL_RECORDS | {"*"}
            or whole in PERSONAL_MODULES
            or alias.name in PERSONAL_MODULES
        ):
            yield f"{node.lineno} {alias.name}"


def _plain(node: ast.JoinedStr) -> str:
    """An f-string with each value in it as a word."""
    return "".join(str(p.value) if isinstance(p, ast.Constant) else "x" for p in node.values)
