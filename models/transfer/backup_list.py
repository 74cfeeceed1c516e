"""The list of a project's backups: when and why each was made, what is in it, and what restoring it would change.

It needs no open project, so that it can be read when none can be opened.  It says what was looked at: a copy
is checked as a whole only when it is put back.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from annotations.errors import UserError, unread
from annotations.files.there import is_file
from annotations.processes.quick_dataclass import dataclass
from models.project import DATABASE_FILE, SCHEMA_FILE
from models.store import backup, presence, thinning
from models.store.refusals import is_allowed

KINDS = "SELECT kind, count(*) FROM item WHERE kind IN ('span', 'fact') GROUP BY kind"
EDITS = """SELECT "by", count(*) FROM {here}.event WHERE uuid NOT IN (SELECT uuid FROM {there}.event)
  GROUP BY "by" ORDER BY count(*) DESC, "by" """
ARTICLES = "SELECT title, id FROM {here}.article WHERE id NOT IN (SELECT id FROM {there}.article)"
DESCRIBED = """SELECT count(*) FROM main.article a JOIN present.article b USING (id)
  WHERE (a.title, a.meta) != (b.title, b.meta)"""
NAMED = 3  # articles that are named; of more the number is told


@dataclass(frozen=True)
class Backup:
    """A backup as it is listed: `reason` and `change` as people read them, `made` in UTC, `size` in bytes.

    `counts`: articles, spans, facts and edits; empty when the copy cannot be read, and `change` says why.
    """

    path: Path
    made: datetime
    reason: str
    size: int
    counts: dict[str, int]
    change: str


def names(folder: Path) -> list[Path]:
    """Return the project's backups, the newest first, without a look into them."""
    return list(backup.copies(folder))


def backups(folder: Path) -> Iterator[Backup]:
    """Yield the project's backups, the newest first.  UserError when the folder is no project."""
    if not is_file(folder / SCHEMA_FILE):
        raise UserError(f"This is no Factmark project: there is no {SCHEMA_FILE} in it.", where=folder)
    copies = backup.copies(folder)
    if not copies and (why := presence.unlisted(folder)):
        raise UserError(f"There may be backups of this project, but {why}.", where=folder / backup.BACKUPS)
    for path, copy in copies.items():
        try:
            counts, change = _look(path, folder / DATABASE_FILE)
        except sqlite3.Error as error:
            why = str(error) if is_allowed(path, os.R_OK) else unread(PermissionError(errno.EACCES, ""))
            counts, change = {}, f"This copy cannot be read: {why}."
        yield Backup(path, copy.made, thinning.said(copy.reason), copy.size, counts, change)


def _look(path: Path, present: Path) -> tuple[dict[str, int], str]:
    """Return what the copy holds, and what putting it back would change."""
    with closing(backup.opened(path)) as connection:
        rows = backup.counts(connection)
        kinds = dict(connection.execute(KINDS).fetchall())
        counts = {
            "articles": rows["article"],
            "spans": kinds.get("span", 0),
            "facts": kinds.get("fact", 0),
            "edits": rows["event"],
        }
        if not is_file(present):
            return counts, "The project has no database now: all of this would come back."
        try:
            connection.execute("ATTACH ? AS present", (backup.address(present),))
            return counts, _change(connection)
        except sqlite3.Error as error:
            return counts, f"The project's database cannot be compared with it ({error})."


def _change(connection: sqlite3.Connection) -> str:
    """Return in sentences what would go, what would come back, and what would be called otherwise."""
    going = _differing(connection, here="present", there="main")
    coming = _differing(connection, here="main", there="present")
    described = connection.execute(DESCRIBED).fetchone()[0]
    found = [f"{what} would {verb}." for what, verb in ((going, "go"), (coming, "come back")) if what]
    if described:
        found.append(f"{_count(described, 'article')} would have the title or metadata of then.")
    return " ".join(found) or "No article and no edit would change."


def _differing(connection: sqlite3.Connection, *, here: str, there: str) -> str:
    """Return which articles and whose edits are only in `here`; "" when there are none."""
    articles = connection.execute(ARTICLES.format(here=here, there=there)).fetchall()
    edits = connection.execute(EDITS.format(here=here, there=there)).fetchall()
    found = []
    if articles:
        named = ", ".join(f"“{title or id_}”" for title, id_ in articles)
        found.append(_count(len(articles), "article") + (f" ({named})" if len(articles) <= NAMED else ""))
    if edits:
        people = ", ".join(f"{by} {many:,}" for by, many in edits)
        found.append(f"{_count(sum(many for _, many in edits), 'edit')} ({people})")
    return " and ".join(found)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
