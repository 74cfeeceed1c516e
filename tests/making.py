"""What many tests make: small schemas, articles in projects, exports as text."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotations.articles import Article
from annotations.edits import Edit
from annotations.formats.base import Record
from annotations.formats.lines import jsonl
from annotations.formats.writing.selection import Choice, Count, chosen
from annotations.problems import Problem
from annotations.schema.types import FactType, Label, Schema
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import own_ids
from models.transfer.imports import ImportReport
from tests.templates import copied

TEXT = "Maria Ruiz of the Navy left Oslo on Tuesday."  # 44 code points
SMALL = Schema("Small", pipeline="none", labels={name: Label(name) for name in ("PERSON", "ORG", "GPE")})
PROPOSING = replace(SMALL, facts={"ATTACK": FactType("ATTACK", triggers=("strike",))})


def span(start: int, end: int, label: str = "PERSON", id_: str = "", **rest: Any) -> Span:
    return Span(id_ or f"s{start}-{end}{label}", start, end, label, **rest)


def suggested(start: int, end: int, label: str = "PERSON", id_: str = "", score: float = 0.5) -> Span:
    return span(start, end, label, id_, status=Status.SUGGESTED, origin="en_news 1.0", score=score)


def small_project(folder: Path) -> Project:
    """Return a new project with the small schema."""
    return Project(copied(folder, _small))


def _small(folder: Path) -> None:
    Project.create(folder, SMALL).close()


def arrive(project: Project, *entries: Record | Problem, **how: Any) -> ImportReport:
    """Imports the records; what was reported."""
    arrivals = project.arrivals(**{"by": "anna", **how})
    try:
        arrivals.take(entries)
        return arrivals.land()
    finally:
        arrivals.close()


def put_articles(project: Project, **texts: str) -> None:
    """Articles of those ids and texts."""
    arrive(project, *(Record(Article(id_, text, id_)) for id_, text in texts.items()))


def annotators_of(project: Project, article: str) -> list[str]:
    """Who has a set on the article, in alphabetical order."""
    sql = (
        "SELECT DISTINCT annotator FROM item JOIN article ON number = article WHERE article.id = ? ORDER BY 1"
    )
    return [row[0] for row in project.db.rows(sql, (article,))]


def edit(project: Project, verb: str, after: AnnotationSet, by: str = "") -> Edit:
    """Applies what leads from the stored set to that one."""
    before = project.annotation_set(after.article, after.annotator)
    made = Edit.between(verb, before, after)
    project.apply(made, by=by or after.annotator)
    return made


def exported(project: Project, choice: Choice | None = None) -> str:
    """The project as own JSONL; everything, unless chosen otherwise."""
    wanted = choice or Choice(articles="all", spans="all")
    records = own_ids.told(project, article_queries.records(project, wanted.annotator), wanted.annotator)
    found = chosen(records, wanted, Count())
    return "".join(json.dumps(jsonl.to_json(entry), ensure_ascii=False) + "\n" for entry in found)


def read_back(content: str | bytes, path: Path = Path("own.jsonl")) -> list[Record | Problem]:
    """The records and problems in that JSONL."""
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    return list(jsonl.read(path, file))
