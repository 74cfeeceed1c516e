"""The table of fact groups as text and as JSON: what which article says, and how that goes together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotations.compare.comparison import ComparedGroup, CrossComparison, JudgedRow
from annotations.formats.across.clusters import lines
from annotations.formats.writing.selection import Choice
from models.project import Project
from models.queries.comparing import leaving
from ui.commands.base import count

LISTS = {"article": "articles", "entity": "entities", "group": "groups", "apart": "apart", "story": "stories"}


def table(project: Project, annotator: str) -> dict[str, list[Any]]:
    """Return the lines of `clusters`, proposals too, as a list of each kind."""
    found: dict[str, list[Any]] = {name: [] for name in LISTS.values()}
    leaves = leaving.across(project, Choice(annotator, "all", "all"))
    for line in lines(leaves, project.schema):
        found[LISTS[line["kind"]]].append(line)
    return found


def as_text(found: CrossComparison) -> Iterator[str]:
    """Yield the table line by line: groups with the worst verdict first, each with its roles and values."""
    groups = [group for group in found.groups if len(group.there) > 1]
    for group in sorted(groups, key=lambda one: -one.verdict.badness):
        yield from _group(group)
    yield f"{count(len(groups), 'fact group')} in {count(len(found.articles), 'article')}."


def _group(group: ComparedGroup) -> Iterator[str]:
    articles = _articles(group, range(len(group.there)))
    yield f"{group.verdict.sign} {group.name} ({group.type}, {group.status.value}, {group.verdict.value})"
    yield f"    {count(len(group.there), 'fact')} in {'; '.join(articles)}"
    for row in group.verdicts:
        if row.computed.values or row.judged:
            yield from _row(group, row)
    yield ""


def _row(group: ComparedGroup, row: JudgedRow) -> Iterator[str]:
    by = f", judged; computed: {row.computed.computed.value}" if row.judged else ""
    stale = ", was decided on other values" if row.is_on_others else ""
    reason = (row.judged.reason if row.judged else "") or row.computed.reason
    yield f"    {row.role} {row.verdict.sign} {row.verdict.value}{by}{stale}: {' '.join(reason.split())}"
    for value in row.computed.values:
        where = _articles(group, value.facts)
        yield f"        {' '.join(value.shown.split())} ({'; '.join(where)})"


def _articles(group: ComparedGroup, places: Iterable[int]) -> list[str]:
    """Return the titles of the articles; those of one text are one, with how many copies of it there are."""
    texts: dict[bytes, dict[str, str]] = {}
    for place in places:
        article = group.there[place].article
        texts.setdefault(article.text_key, {}).setdefault(article.id, _title(group, place))
    titles = ((next(iter(its.values())), len(its) - 1) for its in texts.values())
    said = (
        f"{title} (and {more:,} {'copy' if more == 1 else 'copies'})" if more else title
        for title, more in titles
    )
    return list(dict.fromkeys(said))


def _title(group: ComparedGroup, place: int) -> str:
    article = group.there[place].article.article
    return " ".join((article.title or article.id).split())
