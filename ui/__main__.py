"""The start of the screens: `python -m ui`. A bug is caught here, once, and the workshop stays open.

`--pictures OUT` draws every screen into a folder instead; `--practice` begins with a practice workshop.
"""

import argparse
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ui import tidying

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.app import App

ROOT = Path(__file__).resolve().parents[1]
OURS = ("ui", "workshop")
MOST_REPORTS = 20  # a screen that fails at each paint must not fill the disk

NO_SCREEN = (
    "There is no screen here, so Same Table cannot open. Nothing was changed. Please start it at a desk."
)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit status."""
    given = _parser().parse_args(arguments)
    if given.pictures is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        import_module("ui.pictures").make(given.pictures)
        return 0
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    return _run(practise=given.practice)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="same-table", description="Same Table on the screens here.")
    parser.add_argument("--pictures", metavar="OUT", type=Path, help="draw every screen into a folder")
    parser.add_argument("--practice", action="store_true", help="begin with a practice workshop")
    return parser


def has_screen() -> bool:
    """Whether there is a screen to open on. Qt itself would end the program without a sentence."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(*, practise: bool) -> int:
    tidying.put_off()
    application, app = ready()
    app.show(practise=practise)
    status = application.exec()
    sys.excepthook = sys.__excepthook__
    return status


def ready() -> "tuple[QApplication, App]":
    """The program with nothing shown yet."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # a harmless line for each font
    from ui.app import App, make_application

    tidying.give_back()
    application = make_application()
    app = App()
    watch(app)
    return application, app


def watch(app: "App") -> None:
    """From now on a bug is written down without people's words, and said calmly."""
    seen: set[str] = set()

    def caught(kind: type[BaseException], bug: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            app.quit()
            return
        lines = report_of(bug)
        if lines not in seen and len(seen) < MOST_REPORTS:
            seen.add(lines)
            app.report(lines)

    sys.excepthook = caught


def report_of(bug: BaseException) -> str:
    """What went wrong, and where in our own files. Never a value: values may be people's words."""
    lines = []
    link: BaseException | None = bug
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)
        lines += [type(link).__name__, *filter(None, (_ours(f.filename, f.lineno) for f in frames))]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def _ours(filename: str, line: int | None) -> str:
    path = Path(filename)
    if not path.is_relative_to(ROOT) or path.relative_to(ROOT).parts[0] not in OURS:
        return ""
    return f"  {path.relative_to(ROOT).as_posix()}:{line}"


if __name__ == "__main__":
    sys.exit(main())
