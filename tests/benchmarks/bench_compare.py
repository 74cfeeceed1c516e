"""What proposals across articles cost: CPU of entities, of groups and stories, and of all, how that grows, and memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from annotations.compare.groups.closeness import near_articles
from annotations.compare.groups.proposing import propose_groups
from annotations.compare.groups.stories import propose_stories
from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.names.proposing import propose_entities
from annotations.compare.searching import search
from annotations.schema import reader as schema_reader
from tests.benchmarks.figures import Cost, Figure, costs, median
from tests.benchmarks.made_comparisons import Maker

ARTICLES = 1_000
MOST_SECONDS, MOST_MEGABYTES, MOST_GROWTH = 10.0, 400, 2.4  # of all
OF_ENTITIES, OF_GROUPS = 4.0, 6.0  # seconds
RUNS = 3
SCHEMA = schema_reader.parse(schema_reader.shipped("news"), "news")


def figures() -> Iterator[Figure]:
    once, twice = (list(Maker().articles(count)) for count in (ARTICLES, 2 * ARTICLES))
    search(once[:50], SCHEMA, Settled())  # tables are made, numpy is loaded
    of_entities = median(costs(partial(propose_entities, once, Settled()), times=RUNS))
    yield _seconds(f"entities, {ARTICLES:,} articles", of_entities, OF_ENTITIES)
    entities, _ = propose_entities(once, Settled())
    entity_of = {key: one.id for one in entities for key in one.mentions}
    of_groups = median(costs(partial(groups_and_stories, once, entity_of), times=RUNS))
    yield _seconds(f"groups and stories, {ARTICLES:,} articles", of_groups, OF_GROUPS)
    small = median(costs(partial(search, once, SCHEMA, Settled()), times=RUNS))
    large = median(costs(partial(search, twice, SCHEMA, Settled()), times=RUNS))
    yield _seconds(f"all proposals, {ARTICLES:,} articles", small, MOST_SECONDS)
    said = f"{large.cpu / small.cpu:.2f} x ({large})"
    yield Figure(
        "all proposals, twice the articles", said, f"<= {MOST_GROWTH} x", large.cpu <= MOST_GROWTH * small.cpu
    )
    megabytes = peak(partial(search, once, SCHEMA, Settled()))
    said = f"{megabytes:.0f} MB above the articles"
    yield Figure("all proposals, memory", said, f"<= {MOST_MEGABYTES} MB", megabytes <= MOST_MEGABYTES)


def groups_and_stories(articles: Sequence[ComparedArticle], entity_of: Mapping[str, str]) -> None:
    near_by = near_articles(articles)
    propose_groups(articles, SCHEMA, entity_of, Settled(), near_by=near_by)
    propose_stories(articles, near_by=near_by)


def peak(work: Callable[[], object]) -> float:
    """The most memory that the work holds at a time, in MB; it is slower while that is watched."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def _seconds(name: str, cost: Cost, most: float) -> Figure:
    return Figure(name, str(cost), f"<= {most:g} s CPU", cost.cpu <= most)
