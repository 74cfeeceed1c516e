"""A search as a command does it: found, counted, sorted and put in context, a few hits at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotations.search.hits import FoundPlace, InContext
from annotations.search.query import Query
from models.project import Project
from models.queries import searching
from models.queries.searching.contexts import in_context
from models.queries.searching.counting import HitCounting
from models.queries.searching.patterns import found_in_time, has_patterns
from models.queries.searching.sorting import sorted_places
from ui.terminal import complain

PAGE = 100  # hits that are put in context at a time


class SearchRunning:
    """One search; `left_out` are the sentences of what took too long, which a person is told at once."""

    def __init__(
        self,
        project: Project,
        query: Query,
        annotator: str,
        *,
        sort: str | None,
        limit: int | None,
        counts: bool,
    ) -> None:
        self._project, self._query, self._whose = project, query, annotator
        self._sort, self._limit = sort, limit
        self.annotator, self.target = searching.annotator_of(query, annotator), query.target
        self.counts, self.counting = counts, HitCounting(project, labels=counts)
        self.left_out = list[str]()

    @property
    def articles(self) -> int:
        """Return in how many articles something was found."""
        return len(self.counting.counts.by_article)

    def lines(self) -> Iterator[InContext]:
        """Yield the hits in context, no more than are wanted; at its end all are counted."""
        left = self._limit
        for places in self._ordered():
            wanted = places if left is None else places[:left]
            left = None if left is None else left - len(wanted)
            for at in range(0, len(wanted), PAGE):
                yield from in_context(self._project, wanted[at : at + PAGE])
            if self._sort is not None and left == 0:
                return

    def _ordered(self) -> Iterable[list[FoundPlace]]:
        if self._sort is None:
            return self._counted()
        places: Sequence[FoundPlace] = [place for step in self._counted() for place in step]
        return sorted_places(self._project, places, self._sort)

    def _counted(self) -> Iterator[list[FoundPlace]]:
        for places in self._found():
            self.counting.add(places)
            yield places

    def _found(self) -> Iterator[list[FoundPlace]]:
        if not has_patterns(self._query):
            yield from searching.found(self._project, self._query, self._whose)
            return
        for step in found_in_time(self._project, self._query, self._whose):
            for sentence in step.left_out:
                complain(f"factmark: {sentence}")
            self.left_out += step.left_out
            yield step.places
