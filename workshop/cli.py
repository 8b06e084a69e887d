"""The command line: `./run COMMAND`. Everything it does goes through the session.

Exit status: 0 done · 1 it could not be done (one plain sentence on standard error) · 2 wrong use.
"""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

import click

from workshop.cli_blanks import blanks
from workshop.domain.kinds import Audience
from workshop.errors import ExchangeError, RuleBroken, WorkshopError, WorkshopMissing
from workshop.session import audit, keeping, practice
from workshop.session.actions import to_json
from workshop.session.exports import KINDS
from workshop.session.exports import export as write_exports
from workshop.session.imports import bring_in, notes_of, read_file
from workshop.session.overview import overview
from workshop.session.screens import make_pictures
from workshop.session.session import Session


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the program with its exit status."""
    try:
        commands.main(arguments, prog_name="./run", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as wrong_use:
        wrong_use.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        _end("Stopped. Everything that was answered before is saved.")
    except WorkshopError as error:
        _end(error.message)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError:
        _end("The answer could not be written. What was done before is saved. Please check where it goes.")
    except Exception as bug:
        _end(_report(bug))


def _end(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)


def _report(bug: Exception) -> str:
    """Keep where it went wrong, without anybody's words, and say so in a sentence."""
    where = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(bug.__traceback__)]
    text = "\n".join([type(bug).__name__, *where])
    with tempfile.NamedTemporaryFile("w", prefix="same-table-", suffix=".txt", delete=False) as file:
        file.write(text)
    return (
        "Something went wrong inside Same Table; everything saved before is safe. "
        f"Please try again. What happened is written down, without your words, in {file.name}"
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.1.0", prog_name="Same Table")
def commands() -> None:
    """Offline co-design workshops: consent, notes, a secret vote, promises, a printed pack."""


practice_option = click.option("--practice", is_flag=True, help="No real people, no passphrase.")
json_option = click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
clock_option = click.option("--clock", metavar="ISO", help="Begin at this time instead of now.")
seed_option = click.option("--seed", type=int, help="Make ids and chance repeatable.")
commands.add_command(blanks)


# Doing


@commands.command()
@click.argument("workshop")
@click.argument("file", default="-")
@practice_option
@clock_option
@seed_option
def play(workshop: str, file: str, practice: bool, clock: str | None, seed: int | None) -> None:
    """Perform actions: JSON lines in, one answer line each, flushed when it is on the disk."""
    edges = _edges(clock, seed)
    with _lines_of(file) as lines, _opened(workshop, practice=practice, make=True, edges=edges) as session:
        for line in lines:
            if line.strip():
                click.echo(json.dumps(_answer(session, line), ensure_ascii=False))
                sys.stdout.flush()


@contextmanager
def _lines_of(file: str) -> Iterator[BinaryIO]:
    """The lines of a file, or of standard input for "-"; as bytes, so that one bad line stands alone."""
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        opened = open(file, "rb")
    except OSError as error:
        raise ExchangeError(
            "That file of actions cannot be read. Nothing was changed. Please check it."
        ) from error
    with opened:
        yield opened


def _answer(session: Session, line: bytes) -> dict[str, Any]:
    try:
        return session.perform(_action_in(line))
    except WorkshopError as error:
        return _refusal(type(error).__name__, error.message)
    except Exception as bug:
        return _refusal("Bug", _report(bug))


def _action_in(line: bytes) -> dict[str, Any]:
    try:
        action = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RuleBroken("This line is not JSON. Nothing was changed.") from error
    if not isinstance(action, dict):
        raise RuleBroken("An action is a JSON object with “do”. Nothing was changed.")
    return action


def _refusal(error: str, message: str) -> dict[str, Any]:
    return {"ok": False, "error": error, "message": message}


@commands.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--people", type=click.IntRange(practice.FEWEST, practice.MOST), default=14, show_default=True)
@click.option("--notes", type=click.Path(path_type=Path), help="A CSV whose texts are the notes.")
@seed_option
@clock_option
@click.option("--screens", is_flag=True, help="Leave a picture of every screen as well.")
@json_option
def demo(out: Path, people: int, notes: Path | None, screens: bool, as_json: bool, **run: Any) -> None:
    """Play a whole practice workshop and leave its packs and exports in OUT."""
    read = read_file(notes) if notes else None
    notes_read = notes_of(read) if read else ()
    played = practice.play(out, people=people, notes=notes_read, seed=run["seed"], clock=_clock(run["clock"]))
    pictures = make_pictures(out / "screens") if screens else ()
    if as_json:
        more = {"left_out_of_file": to_json(read.left_out) if read else [], "screens": to_json(pictures)}
        return click.echo(json.dumps(to_json(played) | more, ensure_ascii=False))
    if read:
        click.echo(f"{len(read.notes)} notes came from the file, {len(read.left_out)} rows were left out.")
    for sentence in practice.in_words(played):
        click.echo(sentence)
    if pictures:
        click.echo(f"{len(pictures)} pictures of the screens are in {out / 'screens'}.")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


@commands.command(name="import")
@click.argument("workshop")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "mapping", metavar="text=COL,…", help="Which column is the text, the group, …")
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@practice_option
@json_option
def import_(
    workshop: str, file: Path, mapping: str | None, dry_run: bool, practice: bool, as_json: bool
) -> None:
    """Bring in notes from a CSV file of another tool."""
    read = read_file(file, _mapping(mapping))
    groups = len({note.group for note in read.notes if note.group})
    if not dry_run:
        with _opened(workshop, practice=practice, make=True) as session:
            groups = len(bring_in(session, read).groups)
    answer = {"read": len(read.notes), "left_out": to_json(read.left_out), "groups": groups}
    if as_json:
        return click.echo(json.dumps(answer, ensure_ascii=False))
    click.echo(f"{len(read.notes)} notes {'would come' if dry_run else 'came'} in, {groups} groups.")
    for row in read.left_out:
        click.echo(f"Line {row.line} was left out: {row.why}")


def _mapping(text: str | None) -> dict[str, str] | None:
    if text is None:
        return None
    pairs = [pair.split("=", 1) for pair in text.split(",")]
    if any(len(pair) != 2 for pair in pairs):
        raise click.BadParameter("--map takes text=COLUMN,group=COLUMN")
    return {name.strip(): column.strip() for name, column in pairs}


# Making


@commands.command()
@click.argument("workshop")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--for", "audience", type=click.Choice([a.value for a in Audience]), default="people")
@click.option("--large", is_flag=True, help="Large print.")
@json_option
def pack(workshop: str, out: Path, audience: str, large: bool, as_json: bool) -> None:
    """Make a pack: PDF, with its HTML and TXT twins. Says what consent left out."""
    with _opened(workshop) as session:
        made = session.pack.make(Audience(audience), out, large)
    if as_json:
        return click.echo(json.dumps(to_json(made), ensure_ascii=False))
    for document in made.documents:
        click.echo(f"{document.path} ({_counted(document.pages, 'page')})")
    for left in made.left_out:
        click.echo(f"Left out, {left.what}: {left.count}")


@commands.command()
@click.argument("workshop")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--what", default="notes", show_default=True, metavar="KIND[,KIND…]")
def export(workshop: str, out: Path, what: str) -> None:
    """Write notes, groups, votes, promises or people as CSV; or "findings", a workshop without people."""
    kinds = tuple(kind.strip() for kind in what.split(","))
    if not set(kinds) <= set(KINDS):
        raise click.BadParameter(f"--what takes {', '.join(KINDS)}")
    with _opened(workshop, read_only=keeping.can_only_look(workshop)) as session:
        for path in write_exports(session, out, kinds):
            click.echo(str(path))


# Looking


@commands.command()
@click.argument("workshop")
@click.option("--names", is_flag=True, help="Say who is here, by the name they want to be called.")
@json_option
def show(workshop: str, names: bool, as_json: bool) -> None:
    """Say how a workshop stands. Never a vote that is open, never a name without --names."""
    with _opened(workshop, read_only=True) as session:
        found = overview(session, names=names)
    if as_json:
        return click.echo(json.dumps(found, ensure_ascii=False))
    click.echo(f"{found['title']} ({found['state']})")
    click.echo(", ".join(f"{what}: {count}" for what, count in found["counts"].items()))
    for round_ in found["rounds"]:
        click.echo(f"Vote: {round_['question']} ({round_['state']}, {round_['ballots']} ballots)")
    for promise in found["promises"]:
        click.echo(f"Promise: {promise['theme']} ({promise['state']})")
    for name in found.get("names", []):
        click.echo(f"Here: {name}")
    click.echo(f"Last saved: {found['saved_at']}")


@commands.command()
@click.argument("path")
@json_option
def check(path: str, as_json: bool) -> None:
    """Is this workshop or copy whole? Works on a copy, changes nothing."""
    checked = keeping.check_path(keeping.find(path), lambda _: _secret("Passphrase"))
    if as_json:
        click.echo(json.dumps(to_json(checked), ensure_ascii=False))
    else:
        click.echo("\n".join(checked.problems) if checked.problems else "This workshop is whole.")
        if not checked.whole and checked.newest_good_snapshot:
            click.echo(f"Newest good snapshot: {checked.newest_good_snapshot}")
    sys.exit(0 if checked.whole else 1)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--method", default="dots", show_default=True, help="dots, approval, rating or ranking.")
@click.option("--rule", default="most", show_default=True, help="most, equal-shares or equal-shares-add1.")
@click.option("--dots", type=click.IntRange(min=1))
@click.option("--most", type=click.IntRange(min=1))
@click.option("--places", type=click.IntRange(min=1))
@click.option("--budget", type=click.IntRange(min=1))
@click.option("--notes", type=click.Path(path_type=Path), help="CSV of the notes: note_id,text.")
@click.option("--people", type=click.Path(path_type=Path), help="CSV of the people: person_id,role.")
@click.option("--by", default="role", show_default=True, help="The column that groups people.")
@json_option
def tally(file: Path, as_json: bool, **options: Any) -> None:
    """Count a ballot file with the product's own counting: an audit anyone can repeat."""
    counted = audit.tally(file, **options)
    if as_json:
        return click.echo(json.dumps(counted, ensure_ascii=False))
    for sentence in audit.in_words(counted):
        click.echo(sentence)


# Keeping


@commands.command()
@click.argument("workshop")
@click.argument("dest", type=click.Path(path_type=Path))
def copy(workshop: str, dest: Path) -> None:
    """Write a copy that was read back and compared: one .sametable file, still locked."""
    with _opened(workshop) as session:
        for sentence in keeping.copy_workshop(session, dest):
            click.echo(sentence)


@commands.command()
@click.argument("workshop")
@click.option("--snapshot", help="Which snapshot; else the newest good one.")
def restore(workshop: str, snapshot: str | None) -> None:
    """Go back to a snapshot. The present is kept aside."""
    folder = keeping.find(workshop)
    keeping.refuse_copy(folder)
    click.echo(keeping.restore_workshop(folder, _secret_if_needed(folder), snapshot))


# Opening


@contextmanager
def _opened(
    name: str,
    *,
    practice: bool = False,
    make: bool = False,
    read_only: bool = False,
    edges: dict[str, Any] | None = None,
) -> Iterator[Session]:
    """The workshop of this name, open while the block runs; made when `make` says so."""
    with ExitStack() as stack:
        session = _open_or_make(stack, name, practice, make, read_only, edges or {})
        stack.callback(session.close)
        yield session


def _open_or_make(
    stack: ExitStack, name: str, practice: bool, make: bool, read_only: bool, edges: dict[str, Any]
) -> Session:
    try:
        path = keeping.find(name)
    except WorkshopMissing:
        if not make:
            raise
        return _make(name, practice, edges)
    if not read_only:
        keeping.refuse_copy(path)
    folder = stack.enter_context(keeping.to_look_at(path))
    return Session.open(folder, _secret_if_needed(folder), **edges, read_only=read_only)


def _make(name: str, practice: bool, edges: dict[str, Any]) -> Session:
    passphrase = None if practice else _secret("Choose a passphrase of 12 letters or more", twice=True)
    session = Session.make(keeping.new_folder(name), Path(name).name, passphrase, **edges)
    if session.recovery_key:
        click.echo(f"Recovery key, please write it on paper now: {session.recovery_key}", err=True)
    return session


def _edges(clock: str | None, seed: int | None) -> dict[str, Any]:
    """Clock, ids and chance: the computer's own, or repeatable ones."""
    return {"clock": _clock(clock), "seed": seed}


def _secret_if_needed(folder: Path) -> str | None:
    return None if keeping.opens_without_passphrase(folder) else _secret("Passphrase")


def _secret(prompt: str, *, twice: bool = False) -> str:
    """The passphrase from the environment, else asked for where somebody can answer."""
    given = os.environ.get("SAME_TABLE_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise RuleBroken(
            "This workshop needs a passphrase. Nothing was changed. "
            "Please set SAME_TABLE_PASSPHRASE, or use --practice for a workshop without real people."
        )
    answer: str = click.prompt(prompt, hide_input=True, confirmation_prompt=twice, err=True)
    return answer


def _clock(start: str | None) -> Callable[[], datetime]:
    """The computer's clock, or one that begins at `start` and goes on by a second an act."""
    if start is None:
        return datetime.now
    try:
        ticks = iter(range(sys.maxsize))
        first = datetime.fromisoformat(start)
    except ValueError as error:
        raise click.BadParameter(f"--clock takes a time like 2026-05-14T13:10, not {start}") from error
    return lambda: first + timedelta(seconds=next(ticks))


if __name__ == "__main__":
    main()
