"""Checksums of what the log does not hold: an article's title and metadata, and its pool.

Whoever writes these writes the checksum in the same transaction.  NULL: written before there were any.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from models.store.database import Database
from models.store.rows import ITEM_COLUMNS, Row, dump

SIZE = 8  # bytes: they tell damage, not forgery


def of_details(title: str, meta: str) -> str:
    """Return the checksum of a title, and metadata as they are stored."""
    return _digest([title, meta])


def of_pool(database: Database, number: int) -> str:
    """Return the checksum of the article's pool as it is stored; its order does not matter."""
    sql = f"SELECT {ITEM_COLUMNS} FROM suggestion WHERE article = ? ORDER BY kind, id"
    return _digest(database.rows(sql, (number,)))


def _digest(value: list[str] | list[Row]) -> str:
    return blake2b(dump(value).encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


EMPTY = _digest([])  # of a pool with nothing in it


def seal_pools(database: Database, numbers: Iterable[int]) -> None:
    """Keep the checksums of the pools as they are now; within a transaction."""
    rows = [(of_pool(database, number), number) for number in numbers]
    database.many("UPDATE article SET pool_sum = ? WHERE number = ?", rows)


def unsealed(database: Database) -> list[int]:
    """Return the articles of which a checksum is missing."""
    sql = "SELECT number FROM article WHERE pool_sum IS NULL OR details_sum IS NULL ORDER BY number"
    return [row[0] for row in database.rows(sql)]


def seal(database: Database, number: int) -> None:
    """Keep the checksums that the article lacks; within a transaction."""
    for title, meta in database.rows("SELECT title, meta FROM article WHERE number = ?", (number,)):
        database.run(
            "UPDATE article SET details_sum = coalesce(details_sum, ?), pool_sum = coalesce(pool_sum, ?) "
            "WHERE number = ?",
            (of_details(title, meta), of_pool(database, number), number),
        )
