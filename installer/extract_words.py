"""Gather every sentence on people's screens, and bring the catalogues of translations up to date.

    python installer/extract_words.py

What people can read is worked out from the code: the pages that are theirs or the room's, and all
that these pages import. The facilitator's side is in English in this version and is left out.
Sentences that stand in a table and are looked up later are listed in `tables`; a module that looks
something up without being named there is told of, so that no sentence stays behind.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LOCALE = ROOT / "resources" / "locale"
DOMAIN = "same-table"
LANGUAGES = ("cy", "pa", "pl", "ur")
UNCHECKED = "Not yet checked by a native speaker."
ABOUT = f"# What people read on the screens of Same Table, in {{language}}.\n# {UNCHECKED}"

# Which arguments of a call are sentences: by their place, or by their name.
Arguments = tuple[int | str, ...]
SENTENCES: dict[str, Arguments] = {
    "words": (0,),
    "_words": (0,),
    "words_of": (0,),
    "many": (0, 1),
    "StillThere": ("stop", "said"),
}
# What frames every page, and is imported by none.
FRAME = ("ui.page", "ui.stage", "ui.windows")
# Refusals that people can meet are plain sentences, and are translated where they are shown.
REFUSING = (
    "workshop.domain.board",
    "workshop.domain.grouping",
    "workshop.domain.ink",
    "workshop.exchange.images",
    "workshop.session.notes",
    "workshop.session.groups",
    "workshop.session.ideas",
    "workshop.session.media",
    "ui.keys.editing",
)

Said = str | tuple[str, ...]


def file_of(module: str) -> Path:
    """The file of a module of this project."""
    path = ROOT.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def tree_of(module: str) -> ast.Module:
    """The code of a module."""
    return ast.parse(file_of(module).read_text(encoding="utf-8"))


def imports_of(module: str) -> set[str]:
    """The modules under `ui` that a module imports."""
    found = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("ui.") and file_of(name).is_file()}


def people_pages() -> set[str]:
    """The modules of the pages that people or the whole room see."""
    from ui.look import Side
    from ui.screens import NAMES, page_class

    return {f"ui.screens.{name}" for name in NAMES if page_class(name).side is not Side.FACILITATOR}


def people_modules() -> set[str]:
    """The pages of people, and every module that these need."""
    found: set[str] = set()
    to_read = {*people_pages(), *FRAME}
    while to_read:
        module = to_read.pop()
        found.add(module)
        to_read |= imports_of(module) - found
    return found


# Sentences in the code


def _called(call: ast.Call) -> str:
    function = call.func
    return getattr(function, "id", getattr(function, "attr", ""))


def _texts(node: ast.expr) -> list[str] | None:
    """The text of an expression, or both where one is chosen; None where only running it can tell."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = _texts(node.body), _texts(node.orelse)
        return None if one is None or other is None else one + other
    return None


def _sentences_of(call: ast.Call, wanted: Arguments) -> list[list[str] | None]:
    """The texts of the wanted arguments, an entry an argument that is there."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    found = []
    for key in wanted:
        if isinstance(key, int) and key < len(call.args):
            found.append(_texts(call.args[key]))
        elif isinstance(key, str) and key in named:
            found.append(_texts(named[key]))
    return found


def _calls(module: str) -> Iterator[tuple[ast.Call, list[list[str] | None]]]:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Call) and _called(node) in SENTENCES:
            yield node, _sentences_of(node, SENTENCES[_called(node)])


def _read_code(file: Any, keywords: Any, tags: Any, options: Any) -> Iterator[Any]:
    """The sentences of one module, in the form that babel reads: line, function, texts, comments.

    Babel's own reader does not see what is said inside an f-string.
    """
    for call, found in _calls(options["module"]):
        if _called(call) == "many" and all(found):
            yield call.lineno, "many", tuple(texts[0] for texts in found if texts), []
        elif _called(call) != "many":
            for text in (text for texts in found for text in texts or ()):
                yield call.lineno, "words", text, []


def looks_up(module: str) -> bool:
    """Whether a module asks for words that stand in a table."""
    return any(None in found for _, found in _calls(module))


def said_in(module: str) -> Iterator[Said]:
    """The sentences that stand in the code of a module; one with its plural is a pair."""
    keywords = {"words": None, "many": (1, 2)}
    with file_of(module).open("rb") as file:
        for _, text, _, _ in extract(_read_code, file, keywords=keywords, options={"module": module}):
            yield text


# Sentences in tables


def refusals() -> list[str]:
    """The fixed sentences with which an act of people can be refused."""
    from ui.keys.editing import FULL

    found = [FULL]
    for module in REFUSING:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Call) and _called(node) == "RuleBroken":
                found += _texts(node.args[0]) or []
    return found


def _refusals_of_a_name() -> list[str]:
    return [
        "Please give a name to be called by. Nothing was changed.",
        "Somebody of that name is here already. Nothing was changed. Please add a letter, like “Amina K”.",
        "That is the same person. Nothing was changed. Please name somebody else.",
        "That person is under 18 as well. Nothing was changed. Please name an adult.",
    ]


def tables() -> dict[str, Iterable[str]]:
    """By the module that looks them up: the sentences of its tables."""
    from ui.board import writing, writing_layout, writing_told
    from ui.keys import names
    from ui.look import NOTES
    from ui.parts import number, own_page, today
    from ui.parts.arrival import VOICES
    from ui.screens import arrive_age, arrive_sign, arrive_support, display
    from ui.widgets import promise_row
    from ui.windows import PRACTICE
    from workshop.domain.disclosure import VOICE_NAMES
    from workshop.domain.labels import Label

    kinds = [note.label for note in NOTES.values()]
    voices = [label for _, label in VOICES.values()]
    own = [*own_page.SIZES.values(), *_words_of_own_pages()]
    return {
        "ui.board.writing": [writing.SAME_NOTE, *writing.FULL.values()],
        "ui.board.writing_layout": writing_layout.NAMES.values(),
        "ui.board.writing_paint": writing_layout.NAMES.values(),
        "ui.board.writing_text": refusals(),
        "ui.board.writing_told": [*writing_told._NAMES.values(), *writing_layout.NAMES.values()],
        "ui.keys.names": names._SAID.values(),
        "ui.parts.kinds": kinds,
        "ui.parts.library": [],  # what a template is about: only the facilitator reads it
        "ui.parts.number": [*number.SAID.values(), *number.ASKED.values()],
        "ui.parts.own_page": own,
        "ui.parts.results": VOICE_NAMES.values(),
        "ui.parts.results_table": VOICE_NAMES.values(),
        "ui.parts.today": [*(text for _, _, text in today._PICTURES), "Tea", "Vote", "What we chose"],
        "ui.parts.undo": list(Label),
        "ui.parts.undoing": list(Label),
        "ui.screens.arrive_age": arrive_age.AGES.values(),
        "ui.screens.arrive_name": _refusals_of_a_name(),
        "ui.screens.arrive_sign": [word for word, _ in arrive_sign._ANSWERS.values()],
        "ui.screens.arrive_support": [words for _, words in arrive_support.SUPPORT.values()],
        "ui.screens.arrive_today_as": voices,
        "ui.screens.arrive_voice": voices,
        "ui.screens.ballot": [],  # a place on a card, no words
        "ui.screens.cover": own_page.SIZES.values(),
        "ui.screens.display": [*display.SIZES.values(), *display.OFFERED_SPEEDS.values()],
        "ui.screens.equality_next": own_page.SIZES.values(),
        "ui.screens.number": number.TITLES.values(),
        "ui.screens.voice": voices,
        "ui.widgets.ballot_card": [],  # a place on a card, no words
        "ui.widgets.dock": kinds,
        "ui.widgets.large_note": kinds,
        "ui.widgets.promise_row": [said for _, said, _ in promise_row.ANSWERS],
        "ui.widgets.still_there": ["Stop without voting", "Nothing is counted. You can start again."],
        "ui.windows": [PRACTICE],
    }


# Catalogues


def _words_of_own_pages() -> Iterable[str]:
    """What a page that is one person's own says at its head, and when it asks for help."""
    from ui.parts.own_page import OwnPage
    from ui.parts.vote_page import TurnPage
    from ui.screens.ballot import BallotPage
    from ui.screens.equality_ask import EqualityAskPage

    for page in (OwnPage, TurnPage, BallotPage, EqualityAskPage):
        yield from (page.hear_words, page.stop_words, page.helped_words)


def source() -> Catalog:
    """Every sentence on people's screens, in the order of the modules, without translations."""
    found: dict[Said, set[str]] = {}
    in_tables = tables()
    for module in sorted(people_modules()):
        for said in (*said_in(module), *map(str, in_tables.get(module, ()))):
            found.setdefault(said, set()).add(module)
    paired = {said[0] for said in found if isinstance(said, tuple)}
    catalogue = Catalog(domain=DOMAIN, charset="utf-8", fuzzy=False)
    catalogue.header_comment = "# What people read on the screens of Same Table."
    for said, modules in found.items():
        if said not in paired:
            places = [(str(file_of(m).relative_to(ROOT)), 0) for m in sorted(modules)]
            catalogue.add(said, locations=places, flags={"python-brace-format"} if "{" in str(said) else ())
    return catalogue


def path_of(language: str) -> Path:
    """The file of one language."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it is on disk; an empty one where there is none."""
    path = path_of(language)
    if not path.is_file():
        return Catalog(locale=language, domain=DOMAIN, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


# Lines of a header that say when and with what a file was made: they would change with every run.
_RESTLESS = ("Report-", "POT-", "PO-", "Last-", "Language-Team", "Generated-", "Project-Id")


def as_file(catalogue: Catalog) -> bytes:
    """A catalogue as its file is: without line numbers and dates, so that only words make a difference."""
    out = BytesIO()
    write_po(out, catalogue, width=100, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{r}' for r in _RESTLESS))).encode()


def up_to_date(language: str, sentences: Catalog) -> Catalog:
    """The translations that there are for these sentences; nothing is guessed from one that is alike."""
    catalogue = read(language)
    catalogue.update(sentences, no_fuzzy_matching=True)
    name = catalogue.locale.english_name if catalogue.locale else language
    catalogue.header_comment = ABOUT.format(language=name)
    return catalogue


def id_of(message: Message) -> Said:
    """The English of a message: a sentence, or one with its plural."""
    return message.id if isinstance(message.id, str) else tuple(map(str, message.id))


def forms_of(message: Message) -> tuple[str, ...]:
    """The translation of a message: one text, or one for each kind of number; "" where there is none."""
    found = message.string
    return (found,) if isinstance(found, str) else tuple(str(text or "") for text in found or ("",))


def missing(catalogue: Catalog) -> list[Said]:
    """The sentences without a translation."""
    return [id_of(message) for message in catalogue if message.id and not all(forms_of(message))]


def main() -> None:
    """Write the list of sentences and the four catalogues, and say what is still to be translated."""
    sentences = source()
    LOCALE.mkdir(parents=True, exist_ok=True)
    (LOCALE / f"{DOMAIN}.pot").write_bytes(as_file(sentences))
    for language in LANGUAGES:
        catalogue = up_to_date(language, sentences)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(as_file(catalogue))
        print(f"{language}: {len(sentences)} sentences, {len(missing(catalogue))} still to be translated")
        for said in missing(catalogue):
            print(f"  {said if isinstance(said, str) else said[0]}")


if __name__ == "__main__":
    main()
