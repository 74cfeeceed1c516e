"""Projects that tests of `suggest` look through in several ways, and their pools row by row."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotations.articles import Article
from annotations.formats.base import Record
from models.project import Project
from tests.making import arrive
from tests.ui.commands.commands import run

WHO = ("Anna Lee", "Abdul Karim", "Maria Ivanova")
WHERE = ("Oslo", "Hodeidah", "Varna", "Manila")
TOLD = (
    "{who} of Acme Corp. left {where} on 5 May 2024.",
    "A missile struck {where} and killed {n} people, the Navy said on Tuesday.",
    "The firm paid ${n} million to {who} 😀; a drone attacked {where}.",
)


def text(number: int) -> str:
    lines = (TOLD[(number + k) % 3] for k in range(3))
    return "\n\n".join(
        line.format(who=WHO[(number + k) % 3], where=WHERE[(number + k) % 4], n=2 + number % 50)
        for k, line in enumerate(lines)
    )


def made(folder: Path, articles: int = 90, pipeline: str = "rules") -> Path:
    """A project with so many articles in which the pipeline is to look; some have a source, and some are odd."""
    assert run("new", folder, "--schema", "news", "--pipeline", pipeline) == 0
    project = Project(folder)
    odd = {3: "", 7: "é\u0301\u200f😀", 11: "\u0633 " * 50, 13: text(13) * 12}
    arrive(
        project,
        *(
            Record(
                Article(f"a{n}", odd.get(n, text(n)) or " ", f"Title {n}", {"source": "x"} if n % 2 else {})
            )
            for n in range(articles)
        ),
    )
    project.close()
    return folder


def rows(folder: Path) -> list[list[tuple[object, ...]]]:
    """What the pools hold and what is known of the articles, row by row."""
    database = sqlite3.connect(folder / "project.db")
    try:
        pools = "SELECT * FROM suggestion ORDER BY article, kind, id"
        known = "SELECT number, suggested, proposed, pool_sum FROM article ORDER BY number"
        return [database.execute(sql).fetchall() for sql in (pools, known)]
    finally:
        database.close()
