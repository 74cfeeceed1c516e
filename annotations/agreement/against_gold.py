"""Precision and recall of each annotator against gold, on the articles whose gold was approved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from annotations.agreement import figures
from annotations.agreement.compared import Compared
from annotations.agreement.counted_rows import CountedRows
from annotations.agreement.figures import as_json, drawn, figures_of, measured
from annotations.agreement.material import Material
from annotations.sets import GOLD

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers

Json = dict[str, Any]
MEASURES = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}
NONE = "Neither the annotator nor gold has one."
NONE_OF = {"precision": "The annotator has none.", "recall": "Gold has none."}
SWAPPED = [2, 3, 0, 1]


def against_gold(articles: Iterable[Compared], annotators: Sequence[str], *, seed: int, times: int) -> Json:
    """Return the figures by annotator, of those who have an article with gold that was approved."""
    known = list(articles)
    found: Json = {}
    for who in annotators:
        both = [beside for one in known if who != GOLD and (beside := one.beside_gold(who))]
        if both:
            found[who] = _AgainstGold(both, who, seed=seed, times=times).as_json()
    return found


class _AgainstGold:
    """One annotator against gold."""

    def __init__(self, articles: Sequence[Compared], who: str, *, seed: int, times: int) -> None:
        self._counts = CountedRows(Material(articles, (who, GOLD)))
        self._is_first = who < GOLD  # then the annotator's numbers come first, else gold's
        self._weights = figures.resamples(len(articles), seed=seed, times=times)

    def as_json(self) -> Json:
        counts, labels = self._counts, self._counts.material.labels
        found: Json = {
            "articles": len(counts.material.articles),
            "spans": {
                "exact": self._by_name(counts.exact, labels),
                "overlap": self._by_name(counts.overlap, labels),
                "unlabelled": {"micro": self._micro(counts.unlabelled)},
            },
            "boilerplate": {"micro": self._micro(counts.boilerplate)},
        }
        if counts.facts.facts:
            found["facts"] = {
                "trigger": {"micro": self._micro(counts.triggers)},
                "type": self._by_name(counts.types, counts.facts.types),
                "whole": self._by_name(counts.wholes, counts.facts.types),
                "role": self._by_name(counts.roles, counts.facts.roles),
                "value": {"micro": self._micro(counts.values)},
            }
        if counts.topic_names:
            found["topics"] = self._by_name(counts.topics, counts.topic_names)
        return found

    def _rows(self, rows: Numbers) -> Numbers:
        """Return the rows of the one pair, gold's numbers first."""
        mine: Numbers = rows[:, 0][..., SWAPPED] if self._is_first else rows[:, 0]
        return mine

    def _micro(self, rows: Numbers) -> Json:
        each, found = self._rows(rows).sum(axis=1), Json()
        for name, statistic in MEASURES.items():
            found |= as_json(measured(each, statistic, self._weights, NONE_OF.get(name, NONE)), name)
        return found

    def _by_name(self, rows: Numbers, names: Sequence[str]) -> Json:
        each: dict[str, Json] = {name: {} for name in names}
        for measure, statistic in MEASURES.items():
            why = NONE_OF.get(measure, NONE)
            some = figures_of(drawn(self._rows(rows), self._weights), statistic, why)
            for name, figure in zip(names, some, strict=True):
                each[name] |= as_json(figure, measure)
        return {"micro": self._micro(rows), "labels": each}
