"""A run of a pipeline over a project: chunks go out, and what is found in them comes into the pools."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import replace

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.chunks.cutting import BLOCK, cut
from annotations.suggest.chunks.shapes import ChunkAnswer, ChunkJob, Spread, SpreadEnded
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say
from models.project import Project
from models.queries.suggesting.wanted import ArticlePart, WantedArticles
from models.settings import Settings, annotator_name
from models.transfer.suggesting.giving import chunk_articles, job_of, keep
from ui.commands.base import trusting
from ui.commands.progress import ProgressReport

FOUND = {"suggestions": "spans", "facts": "facts"}
ALL = ArticlePart()
KEPT, ON = "What came is kept", "run this again to go on"
SHARE = 50  # of a run's articles at most every so many-th is in one chunk, so that all processes have some


@dataclass(frozen=True)
class SuggestOptions:
    """The options of the command."""

    pipeline: str | None
    what: str
    again: bool
    as_annotator: str | None
    spread: Spread
    trust: bool
    as_json: bool


def wanted_in(
    at: Project,
    what: str,
    *,
    again: bool = False,
    among: Collection[str] | None = None,
    part: ArticlePart = ALL,
) -> WantedArticles:
    """Return the articles to be looked through: all that lack suggestions, or all (`again`), perhaps among these, or of a part."""
    return WantedArticles(what, at.schema.proposes_facts, again=again, among=among, part=part)


def job_for(
    at: Project, spread: Spread, name: str, what: str, trust: bool, *, is_machine: bool = False
) -> ChunkJob:
    """Return the job of a run with that pipeline, once it is known that it can be done.

    UserError when it cannot, or its pipeline is not trusted; `trust`: from now on it is.  No lesson of a person's goes into the work of
    a machine: else agreement with that person would measure itself.
    """
    learned = Learned() if is_machine else at.learning.learned(annotator_name(None, Settings()), whole=True)

    def checked(trusted: Collection[str]) -> ChunkJob:
        job = job_of(at, name, what, learned, trusted, is_machine=is_machine)
        spread.check(job)
        return job

    return trusting(checked, trust)


class LookRun:
    """A run over articles: `articles` is how many there are, `looked` how many were looked through.

    `counts`: of what it put into the pools by now.
    """

    def __init__(self, at: Project, spread: Spread, job: ChunkJob, wanted: WantedArticles) -> None:
        self._at, self._spread, self._wanted = at, spread, wanted
        self.articles, spans, facts = wanted.count(at)
        self._job = replace(job, articles=self.articles)
        self._ticks, self.looked = spans + facts, 0
        self.counts = {kind: 0 for kind, noun in FOUND.items() if job.what in (noun, "all")}

    def answers(self, say: Say, ticking: ProgressReport) -> Iterator[ChunkAnswer]:
        """Yield what is found, as it comes; `say` is told what went wrong."""
        at, job, ticking.total = self._at, self._job, self._ticks
        given = chunk_articles(at, job, self._wanted.read(at), annotator_name(None, Settings()))
        chunks = cut(given, max(BLOCK, min(self._spread.most, self.articles // SHARE)))
        left_out = dict[str, None]()  # each said once, though every process says it
        with closing(self._spread.through(job, chunks)) as found:
            for answer in found:
                for said in answer.troubles:
                    say(said)
                left_out.update(dict.fromkeys(answer.left_out))
                yield answer
                self.looked += len(answer.looked)
                ticking.tick(answer.ticks)
        for said in left_out:
            say(said)

    def fill(self, say: Say, ticking: ProgressReport) -> None:
        """Look through the articles; what is found in a chunk is in the pools as soon as that comes back.

        SpreadEnded, which says what is kept, when it cannot go on.
        """
        try:
            for answer in self.answers(say, ticking):
                found = dict(zip(FOUND, keep(self._at, answer.looked, by=self._job.pipeline), strict=True))
                self.counts = {kind: count + found[kind] for kind, count in self.counts.items()}
        except SpreadEnded as error:
            if not self.looked:
                raise
            kept = KEPT if self._wanted.again else f"{KEPT}; {ON}"
            raise SpreadEnded(f"{error.sentence} {kept}.") from error
