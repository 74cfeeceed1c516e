"""Counts of the hits of a search: by label, by article, by month; as it goes or from the beginning."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from annotations.processes.quick_dataclass import dataclass
from annotations.search.hits import FoundPlace
from annotations.search.query import Query, SearchTarget
from annotations.search.values import days_in
from models.queries.searching import SearchedProject, found
from models.queries.searching.contexts import labels_now
from models.queries.searching.nearby import sheets_at
from models.queries.searching.own_work import AnnotatorWork

MONTH = len("2024-01")
ARTICLES = "SELECT id, number, json_extract(meta, '$.published') FROM article ORDER BY number"


@dataclass
class SearchCounts:
    """How many hits there are; of words by each label that stands on them or around them now, "" where none does.

    `by_article`: by id, in the order of articles.  `by_month`: 2024-01, the year alone where no more is known, "" without
    a date; `months` gives them in order.
    """

    total: int = 0
    by_label: Counter[str] = field(default_factory=Counter)
    by_article: Counter[str] = field(default_factory=Counter)
    by_month: Counter[str] = field(default_factory=Counter)

    def labels(self) -> list[tuple[str, int]]:
        """Return the labels with how often they were found, the most frequent ones first."""
        return sorted(self.by_label.items(), key=lambda pair: (-pair[1], pair[0]))

    def months(self) -> list[tuple[str, int]]:
        """Return the months with how much was found in each, in order, what has no date last."""
        return sorted(self.by_month.items(), key=lambda pair: (not pair[0], pair[0]))


class HitCounting:
    """The counts of hits that come step by step, as `found` gives them; without `labels` by article and month alone."""

    def __init__(self, project: SearchedProject, *, labels: bool = True) -> None:
        self.counts, self._counts_labels = SearchCounts(), labels
        self._database = project.db
        rows = project.db.rows(ARTICLES)
        self._numbers = {id_: number for id_, number, _ in rows}
        self._months = {id_: month_of(str(published or "")) for id_, _, published in rows}

    def add(self, places: Sequence[FoundPlace]) -> None:
        """Count these too."""
        counts = self.counts
        counts.total += len(places)
        if self._counts_labels:
            counts.by_label.update(self._labels(places))
        by_article = Counter(place.article for place in places)
        counts.by_article.update(by_article)
        for article, many in by_article.items():
            counts.by_month[self._months.get(article, "")] += many

    def _labels(self, places: Sequence[FoundPlace]) -> Iterable[str]:
        if not places or places[0].target is not SearchTarget.WORDS:
            return (place.label for place in places)
        by_number = defaultdict(list)
        for place in places:
            if number := self._numbers.get(place.article):
                by_number[number].append(place)
        at = {number: [(one.start, one.end) for one in some] for number, some in by_number.items()}
        sheets = sheets_at(AnnotatorWork(self._database, places[0].annotator), at)
        stand = (labels_now(sheets[number], one) for number, some in by_number.items() for one in some)
        return (label for labels in stand for label in {one.label for one in labels} or {""})


def counts(project: SearchedProject, query: Query, annotator: str) -> Iterator[SearchCounts]:
    """Yield the counts of all that answers, growing in steps of a few milliseconds: the same value, whole at the end."""
    counting = HitCounting(project)
    yield counting.counts
    for places in found(project, query, annotator):
        counting.add(places)
        yield counting.counts


def month_of(published: str) -> str:
    """Return the month of a date, its year where that is all it says; "" of what is none.

    >>> month_of("2024-01-13"), month_of("2024"), month_of("soon")
    ('2024-01', '2024', '')
    """
    days = days_in(published)
    if days is None:
        return ""
    first, last = days
    return first[:MONTH] if first[:MONTH] == last[:MONTH] else first[:4]
