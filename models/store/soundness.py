"""The look of SQLite itself at a database's pages, tables and indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

DERIVED = "fts5"  # newer SQLite looks into the full-text index as well, which is made anew from the texts


def damage(run: Callable[[str], sqlite3.Cursor], *, quickly: bool = False) -> Iterator[str]:
    """Return what is wrong with the database but for its full-text index; quickly: nor are indexes compared.

    Each is looked for when it is asked for: in a file that is damaged much SQLite gives up after some.
    """
    sql = "PRAGMA quick_check" if quickly else "PRAGMA integrity_check"
    found = (str(row[0]) for row in run(sql))
    return (one for one in found if one != "ok" and DERIVED not in one.lower())
