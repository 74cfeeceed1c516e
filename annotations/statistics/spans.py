"""The decided spans as columns, each with what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.statistics.events import Events

if TYPE_CHECKING:
    from annotations.statistics.columns import Reals, Whole, Yes

PART = "\x1f"  # between annotator, label, suggested label and origin
FATES = ("taken", "relabelled", "bounds", "both", "rejected", "by_hand", "imported", "dropped")
TAKEN, RELABELLED, BOUNDS, BOTH, REJECTED, BY_HAND, IMPORTED, DROPPED = range(8)
Sort = tuple[int, int, int, int]  # label, label suggested, origin, fate: places in the lists of `Spans`
SetKey = tuple[int, str]  # article and annotator


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


def made_spans(columns: list[Any], sorts: list[str], events: Events, *, is_bounded: bool) -> Spans:
    """Return the spans of columns: article, start, end, event, sort and fate, sort of words, score.

    `said` is 1 for a confirmed one and twice the fate; of some days (`is_bounded`) only what is dated stays.
    """
    import numpy as np

    article, start, end, event, said, sort, score = columns
    at = events.places(event)
    fate = np.where((said >> 1 < DROPPED) & events.brought[at], IMPORTED, said >> 1)
    annotators, labels, origins = dict[str, int](), dict[str, int](), dict[str, int]()
    codes = [
        [
            into.setdefault(word, len(into))
            for into, word in zip((annotators, labels, labels, origins), words, strict=True)
        ]
        for words in map(_words, sorts)
    ]
    annotator, label, said_label, origin = np.array(codes, dtype=np.int64).reshape(-1, 4).T[:, sort]
    columns = [article, annotator, label, said_label, origin, score, start, end, at, said & 1 > 0, fate]
    if is_bounded:
        columns = [column[events.dated[at]] for column in columns]
    return Spans(*(*columns, list(annotators), list(labels), list(origins)))


def _words(sort: str) -> tuple[str, str, str, str]:
    """Return annotator, label, suggested label and origin; a label that was kept tells where it ends, whatever is in it."""
    annotator, *rest = sort.split(PART)
    kept = (n for n in range(1, len(rest) // 2 + 1) if rest[:n] == rest[n : 2 * n])
    n = next(kept, 1)
    return annotator, PART.join(rest[:n]), PART.join(rest[n : 2 * n]), PART.join(rest[2 * n :])
