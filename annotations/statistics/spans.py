"""The decided spans as columns, each with what became of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD
from annotations.statistics.columns import Codes, whole
from annotations.statistics.events import Events

if TYPE_CHECKING:
    from annotations.statistics.columns import Reals, Whole, Yes

FATES = ("taken", "relabelled", "bounds", "both", "rejected", "by_hand", "imported", "dropped")
TAKEN, RELABELLED, BOUNDS, BOTH, REJECTED, BY_HAND, IMPORTED, DROPPED = range(8)
CONFIRMED, EDITED, BROUGHT = 1, 2, 4  # what a span says; it keeps more than its columns, it came with a file
HAS_FIRST, HAS_MOVED = 1, 2  # it keeps what was suggested, with other bounds
Sort = tuple[int, int, int, int]  # label, label suggested, origin, fate: places in the lists of `Spans`
SetKey = tuple[int, str]  # article and annotator


class SpanNames(NamedTuple):
    """The names that spans have."""

    annotators: Codes
    labels: Codes
    origins: Codes

    def own(self, persons: Collection[str]) -> Any:
        """Return by annotator and origin whether such spans are made by hand."""
        import numpy as np

        made = [
            [origin == name or (name == GOLD and origin in persons) for origin in self.origins.words]
            for name in self.annotators.words
        ]
        return np.array(made, dtype=bool).reshape(len(made), len(self.origins.words))


@dataclass(frozen=True)
class Spans:
    """The decided spans of a scope, in the order of articles: arrays of one length.

    `annotator`, `label`, `said` (the label suggested) and `origin` are places in the lists of the same names;
    `score` is -1 without one; `at` is the place of the event that wrote it.  `fate` is a place in FATES.
    """

    article: Whole
    annotator: Whole
    label: Whole
    said: Whole
    origin: Whole
    score: Reals
    start: Whole
    end: Whole
    at: Whole
    confirmed: Yes
    fate: Whole
    annotators: list[str]
    labels: list[str]
    origins: list[str]

    @property
    def of_suggestions(self) -> Yes:
        """Return which of them say something of a suggestion."""
        return self.fate <= REJECTED

    @property
    def sorts(self) -> Counter[Sort]:
        """Return how many spans there are of each sort."""
        import numpy as np

        labels, origins = max(len(self.labels), 1), max(len(self.origins), 1)
        code = ((self.label * labels + self.said) * origins + self.origin) * len(FATES) + self.fate
        codes, counts = np.unique(code, return_counts=True)
        found = Counter[Sort]()
        for one, count in zip(codes.tolist(), counts.tolist(), strict=True):
            rest, fate = divmod(one, len(FATES))
            rest, origin = divmod(rest, origins)
            found[*divmod(rest, labels), origin, fate] = count
        return found

    def by_set(self, kept: Yes) -> Counter[SetKey]:
        """Return how many of those spans each set has."""
        import numpy as np

        width = max(len(self.annotators), 1)
        codes, counts = np.unique(self.article[kept] * width + self.annotator[kept], return_counts=True)
        pairs = zip(codes.tolist(), counts.tolist(), strict=True)
        return Counter({(code // width, self.annotators[code % width]): count for code, count in pairs})

    def confirmed_by_article(
        self, labels: frozenset[str]
    ) -> Iterator[tuple[int, list[tuple[int, int, str]]]]:
        """Yield each article with its confirmed spans of those labels: start, end, label."""
        import numpy as np

        wanted = np.array([label in labels for label in self.labels], dtype=bool)
        kept = np.flatnonzero(self.confirmed & wanted[self.label])
        if not len(kept):
            return
        articles, begins = np.unique(self.article[kept], return_index=True)
        for article, places in zip(articles.tolist(), np.split(kept, begins[1:]), strict=True):
            columns = (column[places].tolist() for column in (self.start, self.end, self.label))
            yield (
                article,
                [(start, end, self.labels[label]) for start, end, label in zip(*columns, strict=True)],
            )


def suggested(
    listed: str, said: Whole, start: Whole, end: Whole, label: Whole, labels: Codes
) -> tuple[Whole, Whole]:
    """Return the label suggested for each span, and how it differs: a sum of HAS_FIRST and HAS_MOVED.

    `listed`: a JSON array of what the spans that are EDITED keep of the suggestion (start, end, label), null of some.
    """
    import numpy as np

    firsts: list[tuple[int, int, str] | None] = json.loads(listed)
    kept = [n for n, first in enumerate(firsts) if first]
    before, differs = label.copy(), np.zeros(len(label), dtype=np.int64)
    if kept:
        at = np.flatnonzero(said & EDITED)[kept]
        begins, ends, names = zip(*filter(None, firsts), strict=True)
        before[at] = labels.of_words(names)
        differs[at] = HAS_FIRST + HAS_MOVED * ((whole(begins) != start[at]) | (whole(ends) != end[at]))
    return before, differs


def made_spans(
    columns: list[Any], words: SpanNames, persons: Collection[str], events: Events, *, is_bounded: bool
) -> Spans:
    """Return the spans of columns: article, start, end, event, what is said, score, annotator, label, origin; `suggested`.

    What is said is a sum of CONFIRMED, EDITED and BROUGHT; of some days (`is_bounded`) only what is dated stays.
    `persons`: whose spans gold took over as made by hand.
    """
    article, start, end, event, said, score, annotator, label, origin, before, differs = columns
    at, confirmed = events.places(event), said & CONFIRMED > 0
    own = words.own(persons)[annotator, origin]
    fate = _fates(confirmed, own, label == before, differs)
    fate[(said & BROUGHT > 0) | ((fate < DROPPED) & events.brought[at])] = IMPORTED
    columns = [article, annotator, label, before, origin, score, start, end, at, confirmed, fate]
    if is_bounded:
        columns = [column[events.dated[at]] for column in columns]
    return Spans(*(*columns, words.annotators.words, words.labels.words, words.origins.words))


def _fates(confirmed: Yes, own: Yes, same_label: Yes, differs: Whole) -> Whole:
    """Return what became of spans that did not come with a file."""
    import numpy as np

    said = [own & confirmed, own, ~confirmed, differs == 0, same_label, differs == HAS_FIRST]
    return np.select(said, [BY_HAND, DROPPED, REJECTED, TAKEN, BOUNDS, RELABELLED], BOTH)
