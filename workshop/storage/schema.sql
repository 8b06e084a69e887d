-- The file of one workshop, version 1. Each table holds the frozen record of the same name
-- (workshop/domain/records.py); a test compares the columns. Lists are JSON. Dates are ISO text.
-- What later versions add is in workshop/storage/upgrades.py.
-- Foreign keys are deferred, so that one act may write its rows in any order.

-- Exactly one row: the day itself.
CREATE TABLE workshop (
    id TEXT PRIMARY KEY CHECK (id = 'workshop'),
    title TEXT NOT NULL, question TEXT NOT NULL, host TEXT NOT NULL, place TEXT NOT NULL,
    day TEXT, starts TEXT NOT NULL, ends TEXT NOT NULL,
    template TEXT NOT NULL, language TEXT NOT NULL, practice INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    decided TEXT NOT NULL, still_open TEXT NOT NULL, not_open TEXT NOT NULL,
    sponsor TEXT NOT NULL, report_back_by TEXT,
    led_by TEXT NOT NULL, ring TEXT NOT NULL, change_until TEXT,
    next_date TEXT, next_time TEXT NOT NULL, no_next_reason TEXT NOT NULL,
    expected INTEGER NOT NULL, writing_hidden INTEGER NOT NULL, finished INTEGER NOT NULL,
    came INTEGER NOT NULL -- how many people: a number that stays when somebody is erased
) STRICT;

CREATE TABLE step (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    minutes INTEGER NOT NULL, prompt TEXT NOT NULL, say TEXT NOT NULL, state TEXT NOT NULL
) STRICT;

-- People: scope "person". Nothing of these rows but ids and column names reaches the log.
CREATE TABLE person (
    id TEXT PRIMARY KEY, ref TEXT NOT NULL UNIQUE, called TEXT NOT NULL, full_name TEXT NOT NULL,
    contact TEXT NOT NULL, age_group TEXT NOT NULL, voices TEXT NOT NULL, leaves_by TEXT NOT NULL
) STRICT;

-- What is done about a need is data about health: a table of its own, erased on its own.
CREATE TABLE need (
    id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL
) STRICT;

-- Answers are only ever added; the last word of a person on an item is the row of highest order.
CREATE TABLE answer (
    id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    item TEXT NOT NULL, said TEXT NOT NULL CHECK (said IN ('yes', 'no', 'unsure', 'taken_back')),
    "order" INTEGER NOT NULL, form TEXT NOT NULL, text_hash TEXT NOT NULL, language TEXT NOT NULL,
    medium TEXT NOT NULL, given_on TEXT NOT NULL, expires_on TEXT, guardian TEXT, support TEXT NOT NULL
) STRICT;

CREATE TABLE signature (
    id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    strokes TEXT NOT NULL, said_aloud INTEGER NOT NULL, on_paper INTEGER NOT NULL, witness TEXT NOT NULL
) STRICT;

CREATE TABLE note (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, text TEXT NOT NULL, kind TEXT NOT NULL,
    x REAL NOT NULL, y REAL NOT NULL, source TEXT NOT NULL, language TEXT NOT NULL,
    translation TEXT NOT NULL,
    author TEXT, -- no foreign key: erasing a person must not touch the note's row order or its undo
    state TEXT NOT NULL CHECK (state IN ('hidden', 'shown', 'withheld')),
    withheld_reason TEXT NOT NULL, names_checked INTEGER NOT NULL, helper INTEGER NOT NULL
) STRICT;

CREATE TABLE note_group (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
    x REAL NOT NULL, y REAL NOT NULL, checked INTEGER NOT NULL
) STRICT;

-- A note may lie in several groups: disputes are settled by copying, not by a fight.
CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    note TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT NOT NULL REFERENCES note_group (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    UNIQUE (note, "group")
) STRICT;
-- Putting a note into a group looks at that group, however many notes there are.
CREATE INDEX membership_by_group ON membership ("group");

CREATE TABLE idea (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, title TEXT NOT NULL, what TEXT NOT NULL,
    who_benefits TEXT NOT NULL, cost TEXT NOT NULL, effort TEXT NOT NULL, origin TEXT NOT NULL,
    agreed INTEGER NOT NULL
) STRICT;

-- Rules and words of a vote. Its ballots are never here.
CREATE TABLE round (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, question TEXT NOT NULL, criterion TEXT NOT NULL,
    options TEXT NOT NULL, method TEXT NOT NULL, dots INTEGER NOT NULL, most_per_option INTEGER NOT NULL,
    by_voice INTEGER NOT NULL, threshold INTEGER NOT NULL CHECK (threshold >= 5), tie_rule TEXT NOT NULL,
    places INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'cancelled')),
    cancelled_reason TEXT NOT NULL
) STRICT;

-- Totals in option order, written once when a round closes.
CREATE TABLE result (
    id TEXT PRIMARY KEY, round TEXT NOT NULL UNIQUE REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
    counted INTEGER NOT NULL, ballots INTEGER NOT NULL, on_paper INTEGER NOT NULL,
    spoiled INTEGER NOT NULL, dots_used INTEGER NOT NULL, totals TEXT NOT NULL, supporters TEXT NOT NULL,
    not_clear TEXT NOT NULL, voices TEXT NOT NULL, voice_sizes TEXT NOT NULL, by_voice TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, answer TEXT NOT NULL, why TEXT NOT NULL,
    source TEXT NOT NULL, number INTEGER NOT NULL
) STRICT;

CREATE TABLE promise (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, theme TEXT NOT NULL, we_will TEXT NOT NULL,
    how_known TEXT NOT NULL, owner TEXT NOT NULL, owner_person TEXT, owner_role TEXT NOT NULL,
    owner_kind TEXT NOT NULL, by_when TEXT, said_yes INTEGER NOT NULL,
    decision TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED, status TEXT NOT NULL
) STRICT;

CREATE TABLE promise_update (
    id TEXT PRIMARY KEY,
    promise TEXT NOT NULL REFERENCES promise (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL, note TEXT NOT NULL, "on" TEXT
) STRICT;

CREATE TABLE cannot (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, theme TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;

CREATE TABLE response (
    id TEXT PRIMARY KEY, theme TEXT NOT NULL, answer TEXT NOT NULL, reason TEXT NOT NULL, "on" TEXT
) STRICT;

CREATE TABLE issued (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, kind TEXT NOT NULL, audience TEXT NOT NULL,
    confidential INTEGER NOT NULL, made_at TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER NOT NULL,
    notes TEXT NOT NULL, people TEXT NOT NULL, supersedes TEXT NOT NULL
) STRICT;

-- The record of what happened, autosave and undo in one: a row an act, written with the act.
-- diff comes last, so that reading the other columns need not read past it.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL, -- seconds since 1970
    label TEXT NOT NULL,
    reverts INTEGER REFERENCES change (seq), barrier INTEGER NOT NULL, undoable INTEGER NOT NULL,
    diff BLOB NOT NULL
) STRICT;

-- The highest number ever given, so that none is given twice, also after an undo (I21).
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;

-- What was begun and must be brought to its end at the next open: the row is written with the first
-- step and taken away with the last (erasing a person).
CREATE TABLE unfinished (what TEXT PRIMARY KEY) STRICT;
