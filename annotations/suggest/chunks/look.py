"""The look through a chunk: the same wherever it is done, in this process, another one, or on another computer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock

from annotations.articles import Article
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.suggest import suggester as suggesters
from annotations.suggest.chunks.beside import beside
from annotations.suggest.chunks.cutting import batches
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkArticle, ChunkJob, LookedThrough
from annotations.suggest.facts import propose_on
from annotations.suggest.one_by_one import Say, each, tried
from annotations.suggest.parse import Parse
from annotations.suggest.pipelines.machine_set import machine_set
from annotations.suggest.pipelines.second_opinion import advised
from annotations.suggest.suggester import Suggested, Suggester


class _Kept:
    """The suggester of the job that was asked for last; one thread at a time uses it."""

    def __init__(self) -> None:
        self.lock, self.job, self.suggester = Lock(), "", Suggester(None, "")
        self.told = set[str]()  # of patterns that were left out

    def load(self, job: ChunkJob) -> Suggester:
        if self.job != job.id:
            self.job, self.told, self.suggester = "", set(), Suggester(None, "")  # its memory first
            self.suggester = loaded(job)
            self.job = job.id
        return self.suggester

    def news(self) -> tuple[str, ...]:
        """Return the sentences on patterns that were left out and not told as yet."""
        new = tuple(said for said in self.suggester.left_out() if said not in self.told)
        self.told.update(new)
        return new


_kept = _Kept()


def loaded(job: ChunkJob) -> Suggester:
    """Return the suggester that the job wants, with its second opinion; for facts alone, a parser.

    UserError when one of them cannot be loaded; UntrustedPipelineError when it is not trusted.
    """
    if job.what == "facts":
        return suggesters.parser(job.pipeline, job.folder, job.trusted, job.language)
    first = suggesters.load(job.pipeline, job.folder, job.trusted, job.language, job.patterns)
    return advised(first, job.second, job.labels, job.folder, job.trusted)


def prepare(job: ChunkJob) -> None:
    """Load the suggester that the job wants, so that this process has it.  Raises as `loaded`."""
    with _kept.lock:
        _kept.load(job)


def forget() -> None:
    """Give the suggester's memory back."""
    with _kept.lock:
        _kept.job, _kept.suggester = "", Suggester(None, "")


def look(job: ChunkJob, chunk: Chunk) -> ChunkAnswer:
    """Return what is found in the chunk; an article that fails costs itself alone.

    The suggester is loaded once for a job in each process.  Raises as `loaded`.
    """
    troubles, looked = list[str](), list[LookedThrough]()
    with _kept.lock:
        suggester = _kept.load(job)
        for batch in batches(chunk.articles):
            looked += _through(job, suggester, batch, troubles.append)
        news = _kept.news()
    ticks = sum(one.ticks for one in chunk.articles)
    return ChunkAnswer(tuple(looked), ticks, tuple(troubles), news, suggester.origin)


def _through(
    job: ChunkJob, suggester: Suggester, batch: Sequence[ChunkArticle], say: Say
) -> Iterator[LookedThrough]:
    """Yield the finds of each article; where spans are wanted and fail, facts are not looked for either."""
    fresh = [one.asked for one in batch if one.spans]
    rest = [one.asked for one in batch if one.facts and not one.spans]
    found = {
        asked.id: one
        for asked, one in each(fresh, lambda some: suggester.suggest(some, job.labels, job.learned), say)
        if one is not None
    }
    parses = {asked.id: parse for asked, parse in each(rest, suggester.parses, say) if parse is not None}
    for article in batch:
        id_ = article.asked.id
        if article.spans and id_ in found:
            facts = _facts(job, suggester, article, found[id_], found[id_].parse, say)
            yield LookedThrough(id_, tuple(found[id_].items()), facts)
        elif not article.spans and id_ in parses:
            facts = _facts(job, suggester, article, Suggested(id_), parses[id_], say)
            if facts is not None:
                yield LookedThrough(id_, None, facts)


def _facts(
    job: ChunkJob, suggester: Suggester, article: ChunkArticle, found: Suggested, parse: Parse, say: Say
) -> tuple[Fact, ...] | None:
    """Return the facts on the spans that the annotator sees; None where they are not wanted, or that failed."""
    if not article.facts:
        return None
    asked = article.asked

    def proposed() -> tuple[Fact, ...]:
        about = Article(asked.id, asked.text, asked.title, article.meta)
        sheet = _sheet(job, suggester, article, found)
        return tuple(propose_on(about, sheet, _schema(job.schema), parse, job.learned.facts))

    return tried(asked, proposed, say)


def _sheet(job: ChunkJob, suggester: Suggester, article: ChunkArticle, found: Suggested) -> Sheet:
    """Return the article as the annotator will see it with what was found."""
    if job.is_machine:
        return Sheet((), machine_set(found, "machine", machine=suggester.origin))
    pool = [*article.pool, *beside(article.pool, found.items())]
    return Sheet(pool, AnnotationSet.of(article.asked.id, "", article.own))


@lru_cache(maxsize=1)
def _schema(text: str) -> Schema:
    return schema_reader.parse(text)
