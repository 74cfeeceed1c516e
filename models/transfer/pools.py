"""The finds of a pipeline on their way into the pools of articles.

An article that was removed meanwhile is passed over.  Where no pipeline is wanted, only what was found without one
is replaced: wordings seen, those of a list, and proposed facts; and what a pipeline gave that is wanted no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from annotations.facts import Fact
from annotations.sheet import Pooled
from annotations.spans import Span
from annotations.suggest.chunks.beside import beside
from annotations.suggest.installed import NONE
from annotations.suggest.mentions import LEARNED, PATTERN, SEEN
from models.queries import undecided_counts
from models.queries.doubt import doubt_queue
from models.store import checksums
from models.store.database import Database, stored_pool

WITHOUT = (SEEN, PATTERN)  # the origins of what is found without a pipeline
IMPORTED = "imported"
PROPOSED = ("rule", LEARNED)  # the origins of facts that were proposed
REPLACED = "kind IN ('span', 'boilerplate', 'hint', 'rival')"  # facts have a round of their own
Items = TypeVar("Items")


def put(database: Database, pools: Iterable[tuple[str, Iterable[Pooled]]], *, by: str) -> int:
    """Replace spans, boilerplate, hints and rivals in the pools, in one transaction; `by` is the pipeline.

    Returns how many spans that put there.
    """
    count = 0
    with database.writing():
        for number, article, found in _numbered(database, pools):
            kept = of_others(database, article) if by == NONE else []
            new = beside(kept, found)
            database.run("UPDATE article SET suggested = ?, proposed = 0 WHERE number = ?", (by, number))
            database.run(f"DELETE FROM suggestion WHERE article = ? AND {REPLACED}", (number,))
            doubt_queue.put(database, number, [*kept, *new])
            undecided_counts.count_again(database, number)
            checksums.seal_pools(database, [number])
            count += sum(isinstance(item, Span) for item in new)
    return count


def put_facts(
    database: Database, pools: Iterable[tuple[str, Iterable[Fact]]], *, by: str, looked_for: bool
) -> None:
    """Replace the suggested facts of each article, in one transaction; spans and the rest stay.

    `looked_for`: the schema proposes facts, so that they count as looked for even where there is none.
    """
    with database.writing():
        for number, article, found in _numbered(database, pools):
            facts = _beside_other_facts(database, article, found) if by == NONE else found
            database.run("DELETE FROM suggestion WHERE article = ? AND kind = 'fact'", (number,))
            doubt_queue.put(database, number, facts)
            undecided_counts.count_again(database, number)
            checksums.seal_pools(database, [number])
            sql = "UPDATE article SET proposed = ? WHERE number = ?"
            database.run(sql, (int(looked_for), number))


def _numbered(database: Database, pools: Iterable[tuple[str, Items]]) -> Iterator[tuple[int, str, Items]]:
    for article, items in pools:
        row = database.row("SELECT number FROM article WHERE id = ?", (article,))
        if row is not None:
            yield row[0], article, items


def of_others(database: Database, article: str) -> list[Pooled]:
    """Return what lies in the pool beside the facts and what is found without a pipeline.

    Where a pipeline has looked through the article, only what was imported.
    """
    pool = [item for item in stored_pool(database, article) if not isinstance(item, Fact)]
    row = database.row("SELECT suggested FROM article WHERE id = ?", (article,))
    if row and row[0] not in (None, NONE):
        return [item for item in pool if isinstance(item, Span) and item.origin == IMPORTED]
    return [item for item in pool if not isinstance(item, Span) or item.origin.split(" ")[0] not in WITHOUT]


def _beside_other_facts(database: Database, article: str, found: Iterable[Fact]) -> list[Fact]:
    """Return the suggested facts that nobody proposed, and of those found what they do not say already."""
    facts = (item for item in stored_pool(database, article) if isinstance(item, Fact))
    kept = [fact for fact in facts if fact.origin not in PROPOSED]
    said = {(fact.type, fact.trigger) for fact in kept}
    return [*kept, *(fact for fact in found if (fact.type, fact.trigger) not in said)]
