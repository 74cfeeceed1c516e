"""The finds of a pipeline on their way into the pools of articles.

An article that was removed meanwhile is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from annotations.facts import Fact
from annotations.sheet import Pooled
from models.queries import doubt_queue, undecided_counts
from models.store import checksums
from models.store.database import Database

REPLACED = "kind IN ('span', 'boilerplate', 'hint', 'rival')"  # facts have a round of their own
Items = TypeVar("Items")


def put(database: Database, pools: Iterable[tuple[str, Iterable[Pooled]]], *, by: str) -> None:
    """Replace spans, boilerplate, hints and rivals in the pools, in one transaction; `by` is the pipeline."""
    with database.writing():
        for number, items in _numbered(database, pools):
            database.run("UPDATE article SET suggested = ?, proposed = 0 WHERE number = ?", (by, number))
            database.run(f"DELETE FROM suggestion WHERE article = ? AND {REPLACED}", (number,))
            doubt_queue.put(database, number, items)
            undecided_counts.count_again(database, number)
            checksums.seal_pools(database, [number])


def put_facts(database: Database, pools: Iterable[tuple[str, Iterable[Fact]]], *, looked_for: bool) -> None:
    """Replace the suggested facts of each article, in one transaction; spans and the rest stay.

    `looked_for`: the schema proposes facts, so that they count as looked for even where there is none.
    """
    with database.writing():
        for number, facts in _numbered(database, pools):
            database.run("DELETE FROM suggestion WHERE article = ? AND kind = 'fact'", (number,))
            doubt_queue.put(database, number, facts)
            undecided_counts.count_again(database, number)
            checksums.seal_pools(database, [number])
            sql = "UPDATE article SET proposed = ? WHERE number = ?"
            database.run(sql, (int(looked_for), number))


def _numbered(database: Database, pools: Iterable[tuple[str, Items]]) -> Iterator[tuple[int, Items]]:
    for article, items in pools:
        row = database.row("SELECT number FROM article WHERE id = ?", (article,))
        if row is not None:
            yield row[0], items
