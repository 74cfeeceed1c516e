"""The look of a suggester's command through articles, for the command `suggest`: what comes is kept as it comes."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Any

from annotations.facts import Fact
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import Say, tried
from annotations.suggesters.configured import SuggesterCommand, not_again
from annotations.suggesters.outside import Looked, OutsideSuggester
from annotations.suggesters.tally import SuggesterTally
from models.project import Project
from models.queries import articles as article_queries
from models.settings import Settings, annotator_name
from ui.commands.progress import ProgressReport

TOGETHER = 500  # articles that one process of the command gets
BATCH, SOON = 20, 10.0  # articles per transaction, and seconds after which what came is kept all the same


class OutsideLook:
    """A command's look through a project, a process for every so many articles; after one that stopped none is started.

    `tally`: the counts of what it gave.
    """

    def __init__(self, at: Project, command: SuggesterCommand, learned: Learned, say: Say) -> None:
        self._at, self._command, self._learned, self._say = at, command, learned, say
        self.tally, self._is_over = SuggesterTally(command.name), False
        self._told = set[str]()  # of patterns that were left out

    def through(self, ids: Sequence[str], *, spans: bool, facts: bool) -> Iterator[Looked]:
        """Yield the articles as they are answered, as `OutsideSuggester.look` does."""
        at = self._at
        for start in range(0, len(ids), TOGETHER):
            if self._is_over:
                self._say(not_again(self._command.name, len(ids) - start))
                return
            suggester = OutsideSuggester(self._command, at.schema, at.folder, spans=spans, facts=facts)
            asked = [at.learning.asked(at.article(id_)) for id_ in ids[start : start + TOGETHER]]
            yield from suggester.look(asked, self._learned, self._say)
            self._is_over = suggester.has_stopped
            self.tally.add(suggester.tally)
            for said in suggester.left_out():
                if said not in self._told:
                    self._told.add(said)
                    self._say(said)


def fill(
    at: Project,
    command: SuggesterCommand,
    spans: Collection[str],
    facts: Collection[str],
    learned: Learned,
    ticking: ProgressReport,
    say: Say,
) -> dict[str, Any]:
    """Suggest spans, facts or both in these articles; return the counts, with those of what the command gave."""
    run = OutsideRun(at, command, learned, ticking, say)
    for wants_spans, wants_facts in ((True, True), (True, False), (False, True)):
        wanted = [
            id_
            for id_ in article_queries.article_ids(at)
            if (id_ in spans, id_ in facts) == (wants_spans, wants_facts)
        ]
        run.look(wanted, spans=wants_spans, facts=wants_facts)
    return {**run.counts, "suggester": run.tally.to_json()}


class OutsideRun:
    """A run of a suggester over a project: `counts` of what lies in the pools, `tally` of what the command gave."""

    def __init__(
        self, at: Project, command: SuggesterCommand, learned: Learned, ticking: ProgressReport, say: Say
    ) -> None:
        self._at, self._command, self._learned = at, command, learned
        self._ticking, self._say = ticking, say
        self._annotator = annotator_name(None, Settings())
        self._look = OutsideLook(at, command, learned, say)
        self.counts, self.tally = {"articles": 0, "suggestions": 0, "facts": 0}, self._look.tally

    def look(self, ids: Sequence[str], *, spans: bool, facts: bool) -> None:
        """Look through the articles, and keep what comes; one with an error keeps what it has, if it was looked at."""
        at = self._at
        new = article_queries.unsuggested(at) if spans else article_queries.without_facts(at, at.schema)
        known = set(ids).difference(new)
        for batch in together(self._look.through(ids, spans=spans, facts=facts)):
            self._keep([one for one in batch if not (one.error and one.article.id in known)], spans, facts)
            self._ticking.tick(len(batch) * (spans + facts))

    def _keep(self, found: Sequence[Looked], spans: bool, facts: bool) -> None:
        """Write what was found: spans first, on which the facts stand."""
        at, by = self._at, self._command.name
        self.counts["articles"] += len(found)
        if spans:
            pools = [(one.article.id, one.suggested.items()) for one in found]
            self.counts["suggestions"] += at.set_pools(pools, by=by)
        if facts:
            made = [
                (one.article.id, tried(one.article, partial(self._facts, one), self._say)) for one in found
            ]
            told_here = [(id_, facts) for id_, facts in made if facts is not None]
            at.set_facts(told_here, by=by)
            self.counts["facts"] += sum(len(facts) for _, facts in told_here)

    def _facts(self, looked: Looked) -> list[Fact]:
        article = self._at.article(looked.article.id)
        sheet, schema = self._at.sheet(article.id, self._annotator), self._at.schema
        return looked.facts(article, sheet, schema, self._learned.facts)


def together(looked: Iterator[Looked]) -> Iterator[list[Looked]]:
    """Yield what comes in batches: full, or as much as came in a while."""
    batch, since = list[Looked](), time.monotonic()
    for one in looked:
        batch.append(one)
        if len(batch) >= BATCH or time.monotonic() - since > SOON:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch
