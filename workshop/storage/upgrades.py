"""The versions of the file, in order. Each is applied once, in one transaction, on a file that
was copied before (`workshop.storage.vault`); a file is never reset."""

from importlib.resources import files

from sqlite_utils.migrations import Migrations

from workshop.errors import NotAWorkshop, WorkshopFromNewerVersion
from workshop.storage.engine import APPLICATION_ID, Database, in_plain_words

VERSION = 2
upgrades = Migrations("workshop")


@upgrades(name="1")
def first_version(database: Database) -> None:
    """The tables of version 1."""
    sql = files("workshop.storage").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in sql.split(";\n"):
        # Comments may hold a semicolon, but never at the end of a line.
        if statement.strip():
            database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 1")


@upgrades(name="2")
def steps_that_can_be_run(database: Database) -> None:
    """How a step is done, what the facilitator does and says in it, when it began; where things are."""
    for table, column, default in (
        ("workshop", "toilets", ""),
        ("workshop", "quiet_room", ""),
        ("step", "how", ""),
        ("step", "to_do", "[]"),
        ("step", "easy", "[]"),
        ("step", "started_at", ""),
    ):
        database.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT '{default}'")
    database.execute("PRAGMA user_version = 2")


def make_tables(database: Database) -> None:
    """Bring an empty or older file to the present version; refuses what `refuse_foreign` refuses."""
    with in_plain_words():
        if not _is_empty(database):
            refuse_foreign(database)
        upgrades.apply(database)


def _is_empty(database: Database) -> bool:
    """Whether the file has no tables yet; the list of upgrades is made before the first of them."""
    sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name <> '_sqlite_migrations'"
    return bool(database.execute(sql).fetchone()[0] == 0)


def refuse_foreign(database: Database) -> None:
    """Raise NotAWorkshop or WorkshopFromNewerVersion for a file that is not ours to open."""
    found = database.execute("PRAGMA application_id").fetchone()[0]
    if found != APPLICATION_ID:
        raise NotAWorkshop(
            "This file was made by another program, not by Same Table. It was not changed. "
            "Please choose a workshop."
        )
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise WorkshopFromNewerVersion(
            "This workshop was made by a newer Same Table. It was not changed. "
            "Please open it with the newer version."
        )


def needs_upgrade(database: Database) -> bool:
    """Whether the file is of an older version than this program writes."""
    return bool(database.execute("PRAGMA user_version").fetchone()[0] < VERSION)
