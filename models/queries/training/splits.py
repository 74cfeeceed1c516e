"""The stored split that says which of an annotator's articles are held out of every training."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from annotations.formats.writing.split import Split, named
from models.store.database import Database

TEST = "test"


class StoredSplit(NamedTuple):
    """A split that is stored in the project, and the side of each article that has one, by id."""

    split: Split
    sides: dict[str, str]


def stored_split(database: Database, finished: Collection[str]) -> StoredSplit | None:
    """Return the stored split that has sides for most of the finished articles; None where there is none."""
    sides = sides_by_split(database)
    known = ((sum(id_ in sides[name] for id_ in finished), name) for name in sides if named(name))
    _, best = max(known, default=(0, ""))
    split = named(best)
    return StoredSplit(split, sides[best]) if split else None


def sides_by_split(database: Database) -> dict[str, dict[str, str]]:
    """Return the side of each article that has one, by its id, of each stored split by its name."""
    sides: dict[str, dict[str, str]] = {}
    for name, id_, side in database.rows("SELECT name, id, side FROM split JOIN article ON number = article"):
        sides.setdefault(name, {})[id_] = side
    return sides
