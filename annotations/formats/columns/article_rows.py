"""A table of articles: a row an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations.articles import Article, article_id
from annotations.formats.base import Record
from annotations.formats.columns.table import NamedTable, TableRow, no_text
from annotations.formats.documents.titles import find_title, opening
from annotations.formats.reading.dates import day_of
from annotations.problems import Problem
from annotations.text.text import clean

OWN = ("text", "title", "published", "id")  # what is more than metadata


def articles(path: Path, table: NamedTable) -> Iterator[Record | Problem]:
    """Yield an article a row: the text column, the others as title, date or metadata.  UserError without one."""
    if "text" not in table.columns:
        raise no_text(table)
    for row in table.rows:
        if isinstance(row, Problem):
            yield row
        elif not row.cells.get(table.columns["text"], "").strip():
            yield Problem(path, row.line, "This row has no text.")
        elif "\0" in row.cells[table.columns["text"]]:
            yield Problem(
                path, row.line, "This row was not taken: its text has NUL bytes, as binary files have."
            )
        else:
            yield _article(path, row, table.columns)


def _article(path: Path, row: TableRow, columns: dict[str, str]) -> Record:
    given = {
        ours: clean(row.cells.get(theirs, "").strip()) for ours, theirs in columns.items() if ours != "text"
    }
    others = {k: v for k, v in row.cells.items() if k not in columns.values() and v.strip()}
    renamed = {ours: said for ours, said in given.items() if ours not in OWN and said}
    rest: dict[str, Any] = {**{clean(k): clean(v) for k, v in others.items()}, **renamed}
    if given.get("published"):
        day = day_of(given["published"]) or given["published"]
        rest |= {"published": day, "published_trusted": False}
    text = clean(row.cells[columns["text"]])
    title = given.get("title") or find_title(text) or opening(text)
    article = Article(given.get("id") or article_id(text), text, title, {"file": clean(path.name), **rest})
    return Record(article, plain=not given.get("id"), file=path, line=row.line)
