"""What an export costs in each format, beside our own JSONL of the same records in the same run.

Each is read again and proved within its time, as every export is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import formats
from annotations.formats.writing.export import export
from annotations.formats.writing.selection import Choice
from annotations.schema import reader as schema_reader
from models.project import Project
from models.queries import articles as article_queries
from tests.benchmarks import made_articles
from tests.benchmarks.figures import Cost, Figure, cost, median, ratio

ARTICLES, ROUNDS = 1_000, 3


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        project = Project.create(folder / "p", schema_reader.parse(schema_reader.shipped("news"), "news"))
        try:
            fill(project, made_articles.write(folder / "few.jsonl", articles=ARTICLES))
            for form in [row.name for row in formats.FORMATS.values() if row.write]:
                if form != "jsonl":
                    name = f"export {ARTICLES:,} articles as {form}, beside own JSONL"
                    yield ratio(name, *beside(project, folder, form), most=3)
        finally:
            project.close()


def fill(project: Project, path: Path) -> None:
    arrivals = project.arrivals(by="anna")
    try:
        arrivals.take(formats.read(path))
        arrivals.land()
    finally:
        arrivals.close()


def beside(project: Project, folder: Path, name: str) -> tuple[Cost, Cost]:
    """The median costs of the format and of own JSONL, in turns; first each once for what is loaded with it."""
    both = [
        (export_as(project, folder, name), export_as(project, folder, "jsonl")) for _ in range(ROUNDS + 1)
    ][1:]
    return median(ours for ours, _ in both), median(own for _, own in both)


def export_as(project: Project, folder: Path, name: str) -> Cost:
    found = article_queries.records(project)
    out = folder / f"out-{name}"
    return cost(lambda: export(found, out, format=name, schema=project.schema, choice=Choice()))
