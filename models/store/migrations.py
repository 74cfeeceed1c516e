"""The numbered steps from an empty file to today's tables, in plain SQL.

A step never changes once it has been released; what comes later is a further step.  Each runs in one
transaction with its number, and an existing database is copied to `backups/` before the first.
"""

from __future__ import annotations

import shlex
import sqlite3
from pathlib import Path

from annotations.errors import NotWritten, UserError
from models.store import backup, presence
from models.store.database import Database
from models.store.later_steps import LATER
from models.store.refusals import code

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE article (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      meta TEXT NOT NULL,        -- JSON
      length INTEGER NOT NULL,   -- code points
      hash TEXT NOT NULL,        -- of the text: the id of an article without one
      suggested TEXT             -- the pipeline that filled its pool; NULL: none did
    );
    CREATE INDEX article_hash ON article (hash);
    CREATE TABLE article_text (
      article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
      text TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE article_words USING fts5 (
      text, content='article_text', content_rowid='article', tokenize='unicode61 remove_diacritics 2'
    );
    -- bytes of words gathered before they are written: with the usual 1 MB an import indexes at 0.6 the speed
    INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 16777216);
    CREATE TABLE event (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      uuid TEXT NOT NULL UNIQUE,
      lamport INTEGER NOT NULL,
      at TEXT NOT NULL,          -- UTC, ISO 8601
      "by" TEXT NOT NULL,        -- who pressed
      kind TEXT NOT NULL,        -- edit, undo, redo, base, merge
      verb TEXT NOT NULL,
      of INTEGER REFERENCES event,  -- the edit that an undo or redo is about
      fate TEXT,                 -- of an edit: done, undone (can be redone), gone (cannot)
      body BLOB NOT NULL         -- the changes: JSON text, or the same compressed
    );
    CREATE INDEX event_stack ON event ("by", fate, number) WHERE kind = 'edit';
    CREATE INDEX event_lamport ON event (lamport);
    CREATE TABLE touched (       -- which sets an event changed
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      annotator TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES event,
      PRIMARY KEY (article, annotator, event)
    ) WITHOUT ROWID;
    CREATE TABLE item (          -- all that annotation sets consist of
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      annotator TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      start INTEGER,
      "end" INTEGER,
      label TEXT,                -- of a fact its type, of progress its state
      status TEXT,
      origin TEXT,
      score REAL,
      body TEXT,                 -- JSON: what has no column
      event INTEGER NOT NULL,    -- the event that wrote it
      PRIMARY KEY (article, annotator, kind, id)
    ) WITHOUT ROWID;
    CREATE INDEX item_progress ON item (annotator, label, article) WHERE kind = 'progress';
    CREATE TABLE tombstone (     -- items that were deleted, for merging
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      annotator TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      event INTEGER NOT NULL,
      PRIMARY KEY (article, annotator, kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE suggestion (    -- the pools
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      start INTEGER,
      "end" INTEGER,
      label TEXT,
      status TEXT,
      origin TEXT,
      score REAL,
      body TEXT,
      PRIMARY KEY (article, kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE tally (         -- what an annotator has left to decide, for each article with suggestions
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      annotator TEXT NOT NULL,
      undecided INTEGER,         -- NULL: to be counted again
      lowest REAL,
      PRIMARY KEY (annotator, article)
    ) WITHOUT ROWID;
    CREATE INDEX tally_open ON tally (annotator, article) WHERE undecided IS NOT 0;
    CREATE TABLE tallied (       -- the annotators who have tallies
      annotator TEXT PRIMARY KEY
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE wording (       -- what decisions teach
      annotator TEXT NOT NULL,
      wording TEXT NOT NULL,
      label TEXT NOT NULL,
      confirmed INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      PRIMARY KEY (annotator, wording, label)
    ) WITHOUT ROWID;
    CREATE TABLE learning (      -- one row: the last event that was counted
      upto INTEGER NOT NULL
    );
    INSERT INTO learning VALUES (0);
    CREATE INDEX article_source ON article (json_extract(meta, '$.source'))
      WHERE json_extract(meta, '$.source') IS NOT NULL;
    """,
    """
    -- of the spans and hints in the pools: the words, unless a span is long, its doubt going by its article, and
    -- that with what was decided elsewhere; those of before have the doubt of their score until suggested again
    ALTER TABLE suggestion ADD COLUMN wording TEXT;
    ALTER TABLE suggestion ADD COLUMN alone REAL;
    ALTER TABLE suggestion ADD COLUMN doubt REAL;
    UPDATE suggestion SET alone = CASE kind WHEN 'hint' THEN score ELSE 1 - coalesce(score, 0.5) END
      WHERE kind IN ('span', 'hint');
    UPDATE suggestion SET doubt = alone;
    CREATE INDEX suggestion_doubt ON suggestion (doubt DESC) WHERE doubt IS NOT NULL;
    CREATE INDEX suggestion_wording ON suggestion (wording, label) WHERE wording IS NOT NULL;
    CREATE INDEX wording_labels ON wording (wording, label, confirmed);
    """,
    """
    CREATE INDEX item_comment ON item (article) WHERE kind = 'comment';
    CREATE TABLE recast (        -- edits that carried spans or facts to another name in the schema
      event INTEGER PRIMARY KEY REFERENCES event,
      part TEXT NOT NULL,        -- labels, facts
      old TEXT NOT NULL,
      new TEXT NOT NULL,
      before TEXT NOT NULL,      -- project.yaml as it was
      after TEXT NOT NULL
    );
    CREATE TABLE verdict (       -- what became of suggestions, by the label that was suggested
      annotator TEXT NOT NULL,
      label TEXT NOT NULL,
      "right" INTEGER NOT NULL,  -- confirmed unchanged
      decided INTEGER NOT NULL,
      PRIMARY KEY (annotator, label)
    ) WITHOUT ROWID;
    -- both are counted from the log's beginning again
    DELETE FROM wording;
    UPDATE learning SET upto = 0;
    """,
    """
    CREATE INDEX item_origin ON item (annotator, origin, label, article, status)
      WHERE kind = 'span' AND status = 'confirmed';
    CREATE INDEX item_edited ON item (annotator, article)
      WHERE kind = 'span' AND status = 'confirmed' AND body IS NOT NULL;
    CREATE INDEX item_skipped ON item (annotator, article)
      WHERE kind = 'progress' AND instr(body, '"skipped":') > 0;
    CREATE INDEX suggestion_label ON suggestion (label, article) WHERE kind = 'span';
    CREATE INDEX suggestion_origin ON suggestion (origin, article) WHERE kind = 'span';
    CREATE INDEX tally_counted ON tally (annotator, article, undecided) WHERE undecided IS NOT NULL;
    CREATE TABLE undecided (     -- the kinds of suggestions left to decide, where they are counted
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      annotator TEXT NOT NULL,
      origin TEXT NOT NULL,
      label TEXT NOT NULL,
      PRIMARY KEY (article, annotator, origin, label)
    ) WITHOUT ROWID;
    CREATE INDEX undecided_label ON undecided (annotator, label, article);
    CREATE INDEX undecided_origin ON undecided (annotator, origin, article);
    -- of what is to be counted again, `lowest` is the pool's
    UPDATE tally SET lowest = (
      SELECT min(score) FROM suggestion s WHERE s.article = tally.article AND kind = 'span'
    ) WHERE undecided IS NULL;
    """,
    """
    CREATE TABLE assignment (    -- which articles are given to whom
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      annotator TEXT NOT NULL,
      PRIMARY KEY (article, annotator)
    ) WITHOUT ROWID;
    CREATE INDEX assignment_annotator ON assignment (annotator, article);
    """,
    """
    CREATE TABLE split (         -- on which side of a split an article lies
      name TEXT NOT NULL,        -- shares, seed and grouping
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      side TEXT NOT NULL,
      PRIMARY KEY (name, article)
    ) WITHOUT ROWID;
    CREATE TABLE exported (      -- what left in the last export of each kind
      kind TEXT NOT NULL,        -- format and choice
      article TEXT NOT NULL,     -- its id: it may have been removed since
      annotator TEXT NOT NULL,
      digest BLOB NOT NULL,
      PRIMARY KEY (kind, article, annotator)
    ) WITHOUT ROWID;
    """,
    """
    -- 1 where facts were looked for on the spans that the pool has
    ALTER TABLE article ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX article_unproposed ON article (number) WHERE proposed = 0;
    """,
    """
    CREATE TABLE schema_write (  -- at most one row: what is still to be written to project.yaml
      before TEXT NOT NULL,
      after TEXT NOT NULL
    );
    """,
    """
    -- checksums of title and metadata, and of the pool; NULL: written before there were any
    ALTER TABLE article ADD COLUMN details_sum TEXT;
    ALTER TABLE article ADD COLUMN pool_sum TEXT;
    """,
    """
    CREATE TABLE copy (          -- one row: which copy of the project this is
      id TEXT NOT NULL,          -- random
      place TEXT NOT NULL        -- hash of the machine and folder that it was made for
    );
    """,
    """
    -- how many suggested facts are undecided; it says nothing where `undecided` is NULL
    ALTER TABLE tally ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
    INSERT OR IGNORE INTO tally (article, annotator)
      SELECT DISTINCT article, tallied.annotator FROM suggestion JOIN tallied WHERE kind = 'fact';
    UPDATE tally SET undecided = NULL, lowest = (
      SELECT min(score) FROM suggestion s WHERE s.article = tally.article AND kind = 'span'
    ) WHERE article IN (SELECT article FROM suggestion WHERE kind = 'fact');
    UPDATE suggestion SET alone = 1 - coalesce(score, 0.5), doubt = 1 - coalesce(score, 0.5) WHERE kind = 'fact';
    CREATE INDEX tally_facts ON tally (annotator, article) WHERE undecided IS NOT 0 OR facts > 0;
    """,
    *LATER,
)


def migrate(database: Database, path: Path) -> None:
    """Bring the file to today's version, or a copy of it where it is only read.

    UserError when it was written by a newer Factmark.
    """
    version = version_of(database)
    if version > len(MIGRATIONS):
        raise UserError(
            f"This project was written by a newer version of Factmark (database {version}, this one knows "
            f"{len(MIGRATIONS)}). Update Factmark to open it.",
            where=path,
        )
    if database.read_only and version < len(MIGRATIONS):
        database.read_from_copy()
    elif 0 < version < len(MIGRATIONS):
        backup.save(database, path.parent, why=f"before-migration-{version + 1}")
    try:
        for number in range(version, len(MIGRATIONS)):
            with database.transaction():
                if version_of(database) == number:
                    for statement in statements(MIGRATIONS[number]):
                        database.run(statement)
                    database.run(f"PRAGMA user_version = {number + 1}")
    except NotWritten as error:
        if code(error) != sqlite3.SQLITE_ERROR:
            raise
        raise _unfit(version, path, error) from error


def _unfit(version: int, path: Path, error: NotWritten) -> UserError:
    """Return the error of a file whose tables are not those of the version that it says it has."""
    said = (
        f"The project's database cannot be brought up to date: its tables are not those of version {version}, "
        f"which it says it has ({error.__cause__}). The command "
        f"`{shlex.join(['check', str(path.parent), '--salvage', 'OUT'])}` makes a new project of what is in it."
    )
    return presence.lost(path, said)


def version_of(database: Database) -> int:
    row = database.row("PRAGMA user_version")
    return int(row[0]) if row else 0


def statements(script: str) -> list[str]:
    """Return the statements of a step."""
    return [statement for statement in script.split(";\n") if statement.strip()]
