"""Gather every sentence on the papers that people read, and bring the catalogues of them up to date.

    python installer/extract_papers.py

The papers that only the team reads are in English in this version and are left out.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PRINTING = ROOT / "workshop" / "printing"
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "papers"
LANGUAGES = ("cy", "pa", "pl", "ur")
# The papers that people read, and what stands on every page.
MODULES = (
    *("paper", "information", "consent_form", "consent_easy", "slip", "badges", "claim", "equality_paper"),
    *("sides", "furniture"),
)
HEAD = r"""# What people read on the papers of Same Table.
# {unchecked}
msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
UNCHECKED = "Not yet checked by a native speaker."


def sentences(source: str) -> Iterator[str]:
    """Every sentence that a module says."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            said = node.args[0]
            if not (isinstance(said, ast.Constant) and isinstance(said.value, str)):
                raise ValueError(f"line {node.lineno}: a sentence that only running can tell")
            yield said.value


def source() -> Catalog:
    """All sentences, in the order of the papers."""
    found = Catalog()
    for module in MODULES:
        for sentence in sentences((PRINTING / f"{module}.py").read_text(encoding="utf-8")):
            found.add(sentence, locations=[(f"workshop/printing/{module}.py", None)])
    return found


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none."""
    path = path_of(language)
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to_date(language: str, found: Catalog) -> Catalog:
    """The sentences of the papers as they are now, with the translations that there are."""
    before, after = read(language), Catalog(locale=language)
    for message in found:
        if message.id:
            known = before.get(message.id)
            after.add(message.id, known.string if known else "", locations=message.locations)
    return after


def main() -> None:
    """Write the list of sentences and the catalogue of each language; say what is missing."""
    found = source()
    _write(LOCALE / f"{DOMAIN}.pot", found)
    for language in LANGUAGES:
        catalogue = brought_up_to_date(language, found)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        _write(path_of(language), catalogue, language)
        missing = sum(1 for message in catalogue if message.id and not message.string)
        print(f"{language}: {len(catalogue)} sentences, {missing} without a translation")


def _write(path: Path, catalogue: Catalog, language: str = "") -> None:
    """Without day, tool or name: the same sentences are the same file."""
    body = BytesIO()
    write_po(body, catalogue, width=100, omit_header=True, include_lineno=False)
    head = HEAD.format(unchecked=UNCHECKED, language=language)
    path.write_bytes(head.encode() + body.getvalue())


if __name__ == "__main__":
    main()
