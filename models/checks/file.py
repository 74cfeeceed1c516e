"""The check of the SQLite file itself: pages, indexes, references between tables, and how the tables are built."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from models.checks.faults import Fault
from models.store.articles import shown
from models.store.database import OF_ARTICLES, OF_PROJECT, Database
from models.store.migrations import MIGRATIONS, statements
from models.store.soundness import damage

BUILT = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'article_words_%'"
ORPHANS = {
    "rows of work": "SELECT count(*) FROM item WHERE event NOT IN (SELECT number FROM event)",
    "traces of deleted items": "SELECT count(*) FROM tombstone WHERE event NOT IN (SELECT number FROM event)",
    "rows of work across articles": "SELECT count(*) FROM project_item WHERE event NOT IN (SELECT number FROM event)",
    "traces of items deleted across articles": (
        "SELECT count(*) FROM project_tombstone WHERE event NOT IN (SELECT number FROM event)"
    ),
}
BOTH = (
    "SELECT count(*) FROM {1} t JOIN {0} i ON i.article = t.article AND i.annotator = t.annotator "
    "AND i.kind = t.kind AND i.id = t.id"
)


def faults(database: Database) -> Iterator[Fault]:
    """Yield what SQLite finds wrong with the file, tables that are not as ours, and rows without what they name."""
    for found in damage(database.run):
        is_index = " missing from index " in found or "wrong # of entries in index" in found
        yield Fault("index" if is_index else "file", f"The file is damaged: {shown(found)}.")
    for table, _, parent, _ in set(database.rows("PRAGMA foreign_key_check")):
        yield Fault("file", f"A row of {table} refers to a missing row of {parent}.")
    there: dict[str, str] = dict(database.rows(BUILT))
    wanted = as_built()
    for name in sorted(there.keys() | wanted.keys()):
        if there.get(name) != wanted.get(name):
            yield Fault("file", f"The table or index {shown(name)} is not built as this Factmark builds it.")
    for what, sql in ORPHANS.items():
        if (count := database.rows(sql)[0][0]) > 0:
            yield Fault("file", f"The log has no event for {count:,} {what}.")
    for tables in (OF_ARTICLES, OF_PROJECT):
        if (count := database.rows(BOTH.format(*tables))[0][0]) > 0:
            yield Fault("file", f"{count:,} items are there and kept as deleted at once.")


def as_built(version: int = len(MIGRATIONS)) -> dict[str, str]:
    """Return the statement of every table and index of ours in a new project of that version."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in MIGRATIONS[:version]:
            for statement in statements(script):
                connection.execute(statement)
        return dict(connection.execute(BUILT).fetchall())
