"""Gathering: articles with what one annotator, gold or everybody sees in them, as proposals are made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from annotations.articles import Article, published_of
from annotations.compare.material import ComparedArticle, Tick, no_tick
from annotations.facts import Fact, in_text_order
from annotations.sets import GOLD, AnnotationSet
from annotations.sheet import Pooled, Sheet
from annotations.spans import Span, in_order
from models.project import Project
from models.queries import articles as article_queries

ALL = "all"  # in place of an annotator's name


def compared(project: Project, annotator: str, ids: Iterable[str]) -> list[ComparedArticle]:
    """Return those articles as the annotator sees them, in the order of publication; `all` as everybody does.

    An article that was removed is left out.
    """
    known = article_queries.titles(project, wanted := list(dict.fromkeys(ids)))
    names = people(project) if annotator == ALL else [annotator]
    found = []
    for id_ in wanted:
        if id_ in known:
            pool = [] if annotator == GOLD else project.pool(id_)
            sets = [project.annotation_set(id_, name) for name in names]
            found.append(seen(project.article(id_), pool, sets))
    return by_publication(found)


def every(project: Project, annotator: str, tick: Tick = no_tick) -> Iterator[ComparedArticle]:
    """Yield all articles as `compared`, in import order; read in step, with one look at each table."""
    total = article_queries.count_records(project, annotator)
    records = article_queries.records(project, annotator)
    done = 0
    for _, group in groupby(records, key=lambda record: record.article.id):
        its = list(group)
        pool = [] if annotator == GOLD else list(its[0].pool)
        yield seen(its[0].article, pool, [one.set for one in its if one.set])
        done += len(its)
        tick("Reading articles", done, total)


def seen(article: Article, pool: Sequence[Pooled], sets: Sequence[AnnotationSet]) -> ComparedArticle:
    """Return the article with what is confirmed or undecided in any of the sets, each id once."""
    spans, facts = dict[str, Span](), dict[str, Fact]()
    for made in sets or [AnnotationSet(article.id, "")]:
        sheet = Sheet(pool, made)
        spans |= {span.id: span for span in sheet if span.end <= len(article.text)}
        facts |= {fact.id: fact for fact in sheet.facts() if fact.ranges()[-1][1] <= len(article.text)}
    return ComparedArticle(
        article, tuple(sorted(spans.values(), key=in_order)), tuple(sorted(facts.values(), key=in_text_order))
    )


def as_shown(article: Article, sheet: Sheet) -> ComparedArticle:
    """Return the article with what is confirmed or undecided on a sheet of it."""
    spans = (span for span in sheet if span.end <= len(article.text))
    facts = (fact for fact in sheet.facts() if fact.ranges()[-1][1] <= len(article.text))
    return ComparedArticle(
        article, tuple(sorted(spans, key=in_order)), tuple(sorted(facts, key=in_text_order))
    )


def by_publication(articles: Iterable[ComparedArticle]) -> list[ComparedArticle]:
    """Return the articles by the day of publication; those of which none is known for sure come last."""

    def key(one: ComparedArticle) -> tuple[bool, str, str, str]:
        day = published_of(one.article)
        return day is None, one.article.published if day else "", one.article.title, one.id

    return sorted(articles, key=key)


def people(project: Project) -> list[str]:
    """Return everybody with a set on an article or across articles, gold included."""
    sql = "SELECT annotator FROM item WHERE kind = 'progress' UNION SELECT annotator FROM project_item ORDER BY 1"
    return [row[0] for row in project.db.rows(sql)]
