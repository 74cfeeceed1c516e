"""What proposals across articles cost: CPU and memory of entities, groups and stories, and how both grow."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from annotations.compare.groups.closeness import near_articles
from annotations.compare.groups.proposing import propose_groups
from annotations.compare.groups.stories import propose_stories
from annotations.compare.material import ComparedArticle, Settled
from annotations.schema import reader as schema_reader
from tests.benchmarks.figures import Cost, Figure, costs, median
from tests.benchmarks.made_comparisons import Maker

ARTICLES = 1_000
MOST_SECONDS, MOST_MEGABYTES, MOST_GROWTH = 6.0, 250, 2.4
RUNS = 3
SCHEMA = schema_reader.parse(schema_reader.shipped("news"), "news")


def figures() -> Iterator[Figure]:
    once, twice = (list(Maker().articles(count)) for count in (ARTICLES, 2 * ARTICLES))
    entities, more = entities_of(once), entities_of(twice)
    propose(once[:50], entities)  # tables are made, numpy is loaded
    small = median(costs(partial(propose, once, entities), times=RUNS))
    large = median(costs(partial(propose, twice, more), times=RUNS))
    yield _seconds(f"groups and stories, {ARTICLES:,} articles", small, MOST_SECONDS)
    yield Figure(
        "groups and stories, twice the articles",
        f"{large.cpu / small.cpu:.2f} x ({large})",
        f"<= {MOST_GROWTH} x",
        large.cpu <= MOST_GROWTH * small.cpu,
    )
    megabytes = peak(partial(propose, once, entities))
    said = f"{megabytes:.0f} MB above the articles"
    yield Figure("groups and stories, memory", said, f"<= {MOST_MEGABYTES} MB", megabytes <= MOST_MEGABYTES)


def propose(articles: Sequence[ComparedArticle], entities: Mapping[str, str]) -> None:
    near_by = near_articles(articles)
    propose_groups(articles, SCHEMA, entities, Settled(), near_by=near_by)
    propose_stories(articles, near_by=near_by)


def entities_of(articles: Sequence[ComparedArticle]) -> dict[str, str]:
    """The entity of each mention: one for each wording, since the made-up names have one spelling."""
    return {key: article.wording(span).lower() for article in articles for key, span in article.mentions()}


def peak(work: Callable[[], object]) -> float:
    """The most memory that the work holds at a time, in MB; it is slower while that is watched."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def _seconds(name: str, cost: Cost, most: float) -> Figure:
    return Figure(name, str(cost), f"<= {most:g} s CPU", cost.cpu <= most)
