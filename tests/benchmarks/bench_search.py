"""What searches cost over 10,000,000 characters in 10,000 articles with 500,000 spans and 50,000 facts.

The same at a tenth of that shows how the costs grow.  Times are the wall's, up to the first hits and to the last.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.schema import reader as schema_reader
from annotations.search.hits import FoundPlace
from annotations.search.parsing import parse
from models.project import Project
from models.queries.searching import found
from models.queries.searching.contexts import in_context
from models.queries.searching.counting import counts
from models.queries.searching.sorting import KEYS, sorted_places
from tests.benchmarks.figures import Figure, costs, milliseconds
from tests.benchmarks.made_searched import RARE, WHO, fill

ARTICLES = 10_000
PAGE = 50  # rows in view
LINES = {  # what is asked: how many milliseconds until the first hits
    "baden": 100,
    RARE: 100,
    '"ba den"': 100,
    "ba*": 100,
    "ba boilerplate:out": 100,
    "label:PERSON": 100,
    "label:PERSON status:suggested": 100,
    f"label:PERSON {RARE}": 100,
    "label:PERSON score:<0.1 state:done source:BBC date:2024-03": 100,
    'fact:DEATHS value:"count > 60"': 100,
    'fact:* value:"time 2024-01" status:suggested': 100,
    f"fact:* filler:{RARE}": 100,
    "label:NONE": 100,
}


def figures() -> Iterator[Figure]:
    for articles in (ARTICLES // 10, ARTICLES):
        with TemporaryDirectory() as name:
            folder = Path(name) / "searched"
            schema = schema_reader.parse(schema_reader.shipped("news"), "news")
            project = Project.create(folder, schema)
            fill(project, articles)
            yield from of_project(project, articles)
            project.close()


def of_project(project: Project, articles: int) -> Iterator[Figure]:
    """The figures of one project of that many articles."""
    name = f"search {articles:,} articles"
    for line, most in LINES.items():
        first, whole, longest, many = taken(project, line)
        of = f"{line} ({many:,})"
        yield Figure(
            f"{name}, {of}: first",
            f"{first:.0f} ms, longest step {longest:.0f}",
            f"<= {most} ms",
            first <= most,
        )
        yield Figure(f"{name}, {of}: all", f"{whole:.0f} ms", "", True)
    places = [one for step in found(project, parse("label:*"), WHO) for one in step]
    page = [places[n * len(places) // PAGE] for n in range(PAGE)]
    yield milliseconds(f"{name}, a page in context", costs(partial(in_context, project, page)), most=5)
    yield milliseconds(f"{name}, the first page", costs(partial(in_context, project, places[:PAGE])), most=5)
    facts = [one for step in found(project, parse("fact:*"), WHO) for one in step][-PAGE:]
    yield milliseconds(f"{name}, a page of facts", costs(partial(in_context, project, facts)), most=25)
    for by in KEYS:
        yield from sorting(project, places, by, name)
    begun = time.perf_counter()
    total = [made.total for made in counts(project, parse("ba*"), WHO)][-1]
    yield Figure(
        f"{name}, ba* counted ({total:,})", f"{1000 * (time.perf_counter() - begun):.0f} ms", "", True
    )


def taken(project: Project, line: str) -> tuple[float, float, float, int]:
    """Milliseconds until the first hits, and until the last; the longest step, and how many hits there are."""
    begun = before = time.perf_counter()
    first, longest, many = 0.0, 0.0, 0
    for step in found(project, parse(line), WHO):
        now = time.perf_counter()
        first = first or (now - begun if step else 0.0)
        longest, before = max(longest, now - before), now
        many += len(step)
    whole = time.perf_counter() - begun
    return 1000 * (first or whole), 1000 * whole, 1000 * longest, many


def sorting(project: Project, places: list[FoundPlace], by: str, name: str) -> Iterator[Figure]:
    begun = time.perf_counter()
    first = 0.0
    for step in sorted_places(project, places, by):
        first = first or (time.perf_counter() - begun if step else 0.0)
    whole = time.perf_counter() - begun
    yield Figure(
        f"{name}, {len(places):,} sorted by {by}",
        f"first {first:.2f} s, all {whole:.2f} s",
        "<= 5 s",
        whole <= 5,
    )


if __name__ == "__main__":
    sys.exit(0)
