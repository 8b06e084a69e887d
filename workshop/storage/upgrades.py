"""The versions of the file, in order. Each is applied once, in one transaction, on a file that
was copied before (`workshop.storage.vault`); a file is never reset."""

from importlib.resources import files

from sqlite_utils.migrations import Migrations

from workshop.errors import NotAWorkshop, WorkshopFromNewerVersion
from workshop.storage.engine import APPLICATION_ID, Database, in_plain_words

VERSION = 4
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


_BOARD_COLUMNS = (
    "workshop.kind_names TEXT NOT NULL DEFAULT '[]'",
    "workshop.layout TEXT NOT NULL DEFAULT 'free'",
    "workshop.axes TEXT NOT NULL DEFAULT '[]'",
    "workshop.inbox INTEGER NOT NULL DEFAULT 0",
    "note.emotion TEXT",
    "note.tags TEXT NOT NULL DEFAULT '[]'",
    "note.turned INTEGER NOT NULL DEFAULT 0",
    "note.same_as TEXT",
    "note.waiting INTEGER NOT NULL DEFAULT 0",
    "note_group.locked INTEGER NOT NULL DEFAULT 0",
    "note_group.merged_into TEXT",
    "note_group.feeling INTEGER NOT NULL DEFAULT 0",
    "membership.came_from TEXT",
)
_NOTE = "note TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED"
_BOARD_TABLES = (
    "tag (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL)",
    f"drawing (id TEXT PRIMARY KEY, {_NOTE}, ink TEXT NOT NULL)",
    f"picture (id TEXT PRIMARY KEY, {_NOTE}, width INTEGER NOT NULL, height INTEGER NOT NULL, "
    "sha256 TEXT NOT NULL, people TEXT NOT NULL, no_faces INTEGER NOT NULL)",
    # No record of these two: a picture's bytes are too many for the log, and half-written words are no act.
    "picture_bytes (id TEXT PRIMARY KEY, shown BLOB NOT NULL, brought BLOB NOT NULL)",
    "draft (page TEXT PRIMARY KEY, words TEXT NOT NULL, kind TEXT NOT NULL, x REAL NOT NULL, "
    "y REAL NOT NULL, note TEXT, helper INTEGER NOT NULL, language TEXT NOT NULL, ink TEXT NOT NULL)",
)


@upgrades(name="3")
def a_board_for_many_hands(database: Database) -> None:
    """Names of kinds, layouts, drawings, pictures, tags, merged groups; words that are being written."""
    for added in _BOARD_COLUMNS:
        table, column = added.split(".", 1)
        database.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for table in _BOARD_TABLES:
        database.execute(f"CREATE TABLE {table} STRICT")
    for table in ("drawing", "picture"):
        database.execute(f"CREATE INDEX {table}_by_note ON {table} (note)")
    database.execute("PRAGMA user_version = 3")


_PEOPLE_COLUMNS = (
    "workshop.names_until TEXT",
    "workshop.consent_until TEXT",
    "workshop.money_until TEXT",
    "workshop.parents_told INTEGER NOT NULL DEFAULT 0",
    "workshop.small_numbers TEXT NOT NULL DEFAULT 'standard'",
    "workshop.smallest INTEGER NOT NULL DEFAULT 5",
    "workshop.walk_ins INTEGER NOT NULL DEFAULT 0",
    "workshop.consent_years INTEGER NOT NULL DEFAULT 5",
    "workshop.equality_sheets INTEGER NOT NULL DEFAULT 0",
    "person.here_as TEXT",
    "person.supporter TEXT NOT NULL DEFAULT ''",
    "person.adult TEXT NOT NULL DEFAULT ''",
    "person.guardian TEXT NOT NULL DEFAULT ''",
    "person.parent_told INTEGER NOT NULL DEFAULT 0",
    "person.regular INTEGER NOT NULL DEFAULT 0",
    "need.met TEXT NOT NULL DEFAULT 'open'",
    "answer.shape TEXT NOT NULL DEFAULT 'screen'",
    "answer.taken_by TEXT NOT NULL DEFAULT ''",
    "issued.given_to TEXT NOT NULL DEFAULT ''",
    "issued.back_on TEXT",
)
_PERSON = "person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED"
_PEOPLE_TABLES = (
    "wording (id TEXT PRIMARY KEY, item TEXT NOT NULL, version TEXT NOT NULL, language TEXT NOT NULL, "
    "words TEXT NOT NULL)",
    "form (id TEXT PRIMARY KEY, number INTEGER NOT NULL, language TEXT NOT NULL, items TEXT NOT NULL, "
    "until TEXT NOT NULL, about TEXT NOT NULL, checked INTEGER NOT NULL)",
    f"claim (id TEXT PRIMARY KEY, {_PERSON}, no_payment INTEGER NOT NULL, paid_on TEXT, "
    "paid_how TEXT NOT NULL)",
    "claim_line (id TEXT PRIMARY KEY, "
    "claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL, "
    "money TEXT NOT NULL CHECK (money IN ('expense', 'payment')), category TEXT NOT NULL, "
    "what TEXT NOT NULL, quantity TEXT NOT NULL, each TEXT NOT NULL, amount TEXT NOT NULL, day TEXT, "
    "unit TEXT NOT NULL, receipt INTEGER NOT NULL, no_receipt TEXT NOT NULL, prepaid INTEGER NOT NULL)",
    "rate (id TEXT PRIMARY KEY, category TEXT NOT NULL, unit TEXT NOT NULL, amount TEXT NOT NULL, "
    "valid_from TEXT NOT NULL, source TEXT NOT NULL)",
    # No record: how often each answer was given to each question, and nothing of who gave it or when.
    "equality_count (question TEXT NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL CHECK (count > 0), "
    "PRIMARY KEY (question, code))",
)


@upgrades(name="4")
def people_and_consent(database: Database) -> None:
    """Who looks after whom, the words that were answered, money, how long each is kept; equality counts."""
    for added in _PEOPLE_COLUMNS:
        table, column = added.split(".", 1)
        database.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    for table in _PEOPLE_TABLES:
        ending = "STRICT, WITHOUT ROWID" if table.startswith("equality_count") else "STRICT"
        database.execute(f"CREATE TABLE {table} {ending}")
    database.execute("PRAGMA user_version = 4")


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
