"""A project with something of everything that a check looks at."""

from __future__ import annotations

from pathlib import Path

from models.queries import articles as article_queries
from tests.make_old_project import fill
from tests.making import TEXT, put_articles, small_project, suggested
from tests.templates import copied


def filled(folder: Path) -> Path:
    """Fill the folder `p` below: two sets and a pool on an article, a pool on another, tallies, wordings learned."""
    return copied(folder, _filled) / "p"


def _filled(folder: Path) -> None:
    project = small_project(folder / "p")
    fill(project)
    put_articles(project, navy=TEXT)
    project.set_pools([("navy", [suggested(0, 10), suggested(28, 32, "GPE", score=0.2)])], by="rules")
    for annotator in ("anna", "bob"):
        project.learning.learned(annotator, whole=True)
        article_queries.next_undecided(project, None, annotator)
        article_queries.next_undecided(project, "ferry", annotator)
    project.close()
