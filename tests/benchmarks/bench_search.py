"""What searches cost over 10,000,000 characters in 10,000 articles with 500,000 spans and 50,000 facts.

The same at a tenth of that shows how the costs grow.  Times of CPU and, in brackets, of the wall, up to the first hits and to the last.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.processes.door import program
from annotations.schema import reader as schema_reader
from annotations.search.hits import FoundPlace
from annotations.search.parsing import parse
from models.project import Project
from models.queries import articles as article_queries
from models.queries import undecided_counts
from models.queries.searching import found
from models.queries.searching.contexts import in_context
from models.queries.searching.counting import counts
from models.queries.searching.sorting import KEYS, sorted_places
from tests.benchmarks.figures import Cost, Figure, costs, milliseconds
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
            count_undecided(project)
            yield from of_project(project, articles)
            project.close()
            yield from patterns(folder, f"search {articles:,} articles")


def count_undecided(project: Project) -> None:
    """Count what is left in each article, as the window does when it lists or leaves one."""
    undecided_counts.follow(project.db, WHO)
    ids = article_queries.article_ids(project)
    for at in range(0, len(ids), 200):
        undecided_counts.count(project.db, ids[at : at + 200], WHO)


def of_project(project: Project, articles: int) -> Iterator[Figure]:
    """The figures of one project of that many articles."""
    name = f"search {articles:,} articles"
    for line, most in LINES.items():
        first, whole, longest, many = taken(project, line)
        said = f"{first}, all {whole}, longest step {longest:.0f} ms"
        yield Figure(
            f"{name}, {line} ({many:,}): first hits", said, f"<= {most} ms", first.cpu * 1000 <= most
        )
    places = [one for step in found(project, parse("label:*"), WHO) for one in step]
    page = [places[n * len(places) // PAGE] for n in range(PAGE)]
    yield milliseconds(
        f"{name}, a page of {PAGE} articles", costs(partial(in_context, project, page)), most=10
    )
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


def taken(project: Project, line: str) -> tuple[Cost, Cost, float, int]:
    """What the first hits and all of them cost, the milliseconds of CPU of the longest step, how many hits there are."""
    begun, before = Cost(time.process_time(), time.perf_counter()), time.process_time()
    first, longest, many = None, 0.0, 0
    for step in found(project, parse(line), WHO):
        longest, before = max(longest, time.process_time() - before), time.process_time()
        first = first or (since(begun) if step else None)
        many += len(step)
    whole = since(begun)
    return first or whole, whole, 1000 * longest, many


def since(begun: Cost) -> Cost:
    return Cost(time.process_time() - begun.cpu, time.perf_counter() - begun.wall)


def sorting(project: Project, places: list[FoundPlace], by: str, name: str) -> Iterator[Figure]:
    """How long the first page and the last one take in another order, and how much memory grows meanwhile."""
    gc.collect()
    before, begun, first = memory(), Cost(time.process_time(), time.perf_counter()), None
    for step in sorted_places(project, places, by):
        first = first or (since(begun) if step else None)
    whole, more = since(begun), max(0, memory() - before)
    said = f"first {first}, all {whole}, {more} MB more at most"
    yield Figure(f"{name}, {len(places):,} sorted by {by}", said, "<= 5 s", whole.cpu <= 5)


def memory() -> int:
    """The most megabytes that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def patterns(folder: Path, name: str) -> Iterator[Figure]:
    """How long a regular expression takes in its own process, with its start and without."""
    process = subprocess.Popen(
        program(["searcher"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    for told, line in (("with the start of its process", r"/ba(d|l)en/"), ("again", r"/\b(\w+) \1\b/i")):
        begun, first, many = time.perf_counter(), 0.0, 0
        print(
            json.dumps({"project": str(folder), "line": line, "annotator": WHO}),
            file=process.stdin,
            flush=True,
        )
        for answer in map(json.loads, process.stdout or ()):
            many += len(answer.get("places", ()))
            first = first or (time.perf_counter() - begun if many else 0.0)
            if "places" not in answer:
                break
        whole = time.perf_counter() - begun
        said = f"first {first:.2f} s, all {whole:.2f} s"
        yield Figure(f"{name}, {line} ({many:,}), {told}", said, "<= 1 s", first <= 1)
    process.communicate("")
