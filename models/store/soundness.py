"""The look of SQLite itself at a database's pages, tables and indexes.

Newer SQLite looks into the full-text index as well. What is wrong there is no damage: it is made anew from the texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

SOUND = "ok"


def damage(run: Callable[[str], sqlite3.Cursor]) -> list[str]:
    """Return all that is wrong with the database but for its full-text index."""
    return _found(run, "PRAGMA integrity_check")


def first_damage(run: Callable[[str], sqlite3.Cursor]) -> str:
    """Return what is found wrong first, indexes not compared; "" when nothing is."""
    found: str = run("PRAGMA quick_check(1)").fetchone()[0]
    if _is_derived(found):
        return next(iter(_found(run, "PRAGMA quick_check")), "")
    return "" if found == SOUND else found


def _found(run: Callable[[str], sqlite3.Cursor], sql: str) -> list[str]:
    found = (str(row[0]) for row in run(sql))
    return [one for one in found if one != SOUND and not _is_derived(one)]


def _is_derived(found: str) -> bool:
    return "fts5" in found.lower()
