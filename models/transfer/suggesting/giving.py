"""The chunks of a run made from the project, and what comes back of them put into the pools."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from uuid import uuid4

from annotations.schema import writer as schema_writer
from annotations.sets import Boilerplate
from annotations.spans import Span
from annotations.suggest.chunks.cutting import BLOCK
from annotations.suggest.chunks.shapes import ChunkArticle, ChunkJob, Ground, LookedThrough
from annotations.suggest.installed import NONE
from annotations.suggest.mentions import Learned
from annotations.suggest.pattern_lines import PatternsText
from models.project import Project
from models.queries.suggesting.wanted import WantedArticle
from models.transfer import pools

DATED = ("published", "published_trusted")  # of the metadata, what facts are read with


def job_of(
    at: Project,
    pipeline: str,
    what: str,
    learned: Learned,
    trusted: Collection[str] = (),
    *,
    is_machine: bool = False,
) -> ChunkJob:
    """Return what is the same for all chunks of a run over the project."""
    return ChunkJob(
        id=uuid4().hex,
        pipeline=pipeline,
        what=what,
        labels=at.schema.labels_in_use,
        schema=schema_writer.dump(at.schema),
        second=at.schema.second_opinion,
        folder=at.folder,
        trusted=frozenset(trusted),
        language=at.schema.language,
        patterns=PatternsText.below(at.folder),
        learned=learned,
        is_machine=is_machine,
    )


def chunk_articles(
    at: Project, job: ChunkJob, wanted: Iterable[WantedArticle], annotator: str
) -> Iterator[ChunkArticle]:
    """Yield the articles as they are given away; `annotator`: on whose spans facts are to stand."""
    for one in wanted:
        article = at.article(one.id)
        with_ground = one.facts and not job.is_machine
        yield ChunkArticle(
            at.learning.asked(article),
            one.number // BLOCK,
            one.spans,
            one.facts,
            {name: article.meta[name] for name in DATED if name in article.meta},
            _ground(at.annotation_set(one.id, annotator)) if with_ground else (),
            _pool(at, job, one) if with_ground else (),
        )


def keep(at: Project, looked: Iterable[LookedThrough], *, by: str) -> tuple[int, int]:
    """Put what was found into the pools, in one transaction; return how many spans and facts that put there."""
    found = list(looked)
    spans = [(one.article, one.pool) for one in found if one.pool is not None]
    facts = [(one.article, one.facts) for one in found if one.facts is not None]
    with at.db.writing():
        count = at.set_pools(spans, by=by) if spans else 0
        if facts:
            at.set_facts(facts, by=by)
    return count, sum(len(some) for _, some in facts)


def _pool(at: Project, job: ChunkJob, one: WantedArticle) -> Ground:
    """Return what will lie in the pool beside what is found: all that is there, where nothing but facts is wanted."""
    if not one.spans:
        return _ground(at.pool(one.id))
    return _ground(pools.of_others(at.db, one.id)) if job.pipeline == NONE else ()


def _ground(items: Iterable[object]) -> Ground:
    return tuple(item for item in items if isinstance(item, Span | Boilerplate))
