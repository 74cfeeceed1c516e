"""Text that was pasted into the window, as an article of the project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from annotations.articles import Article, article_id
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.plain import article as article_of
from annotations.text.text import clean
from models.project import Project

SOURCE = "pasted text"


def pasted(text: str, *, title: str = "", published: str = "") -> Article:
    """Return the text as an article; what is not given is looked for in its first lines.

    `published` is an ISO date that a person vouches for.
    """
    found = article_of(Path(SOURCE), clean(text), clean(title), {}).article
    given = {"title": title, "published": published}
    meta: dict[str, Any] = {name: value for name, value in found.meta.items() if name != "file"}
    meta |= {"source": SOURCE, "found": [name for name in meta["found"] if not given[name]]}
    if published:
        meta |= {"published": published, "published_trusted": True}
    return replace(found, meta=meta)


class Taken(NamedTuple):
    """The article that a text is in the project, and if it came with it."""

    id: str
    is_new: bool


def take_pasted(project: Project, article: Article, *, by: str) -> Taken:
    """Write the article, unless one with the same text is there.  UserError when that cannot be done."""
    row = project.db.row("SELECT id FROM article WHERE hash = ?", (article_id(article.text),))
    if row is not None:
        return Taken(str(row[0]), False)
    arrivals = project.arrivals(by=by)
    try:
        arrivals.take([Record(article, plain=True, file=SOURCE)])
        for problem in arrivals.report.problems:
            raise UserError(str(problem))
        arrivals.land()
    finally:
        arrivals.close()
    return Taken(article.id, True)
