"""The figures of some articles and some pairs of annotators, as JSON: all of them, one pair, one batch."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING, Any

from annotations.agreement import alpha, figures
from annotations.agreement.counted_rows import CountedRows
from annotations.agreement.facts import rated
from annotations.agreement.figures import Drawn, Figure, as_json, figures_of, measured

if TYPE_CHECKING:
    from annotations.agreement.material import Numbers

Json = dict[str, Any]

NO_SPANS = "Neither annotator has marked a span."
NO_TOKENS = "There is no token to compare."
ONE_VALUE = "Only one label occurs, so chance alone would give full agreement."
NO_FACTS = "Neither annotator has a fact."
NO_PAIRS = (
    "No two facts share a trigger, or only one value occurs, so chance alone would give full agreement."
)
NO_VALUES = "No two facts that share a trigger share a filler with a value."
NO_BOILERPLATE = "Neither annotator has marked boilerplate."
NO_TOPICS = "Neither annotator has given a topic."
NOT_SHARED = "There is no article that all annotators have worked on."


class Sample:
    """Some of the articles of a material, and resamples of them: rows are summed over them once."""

    def __init__(self, counts: CountedRows, weights: Numbers, articles: Sequence[int] | None = None) -> None:
        self.counts, self.weights = counts, weights
        self.articles = list(range(len(counts.material.articles)) if articles is None else articles)
        self._drawn: dict[int, Drawn] = {}

    def drawn(self, rows: Numbers) -> Drawn:
        """Return rows of the counts summed."""
        if id(rows) not in self._drawn:  # they live as long as the counts
            self._drawn[id(rows)] = figures.drawn(rows[self.articles], self.weights)
        return self._drawn[id(rows)]


class Section:
    """The figures over a sample of articles, and some of the pairs; all pairs where none are named."""

    def __init__(self, sample: Sample, pairs: Sequence[int] | None = None) -> None:
        self._sample, self._counts = sample, sample.counts
        self._weights, self._articles = sample.weights, sample.articles
        self._pairs = list(range(len(self._counts.material.pairs)) if pairs is None else pairs)

    def as_json(self) -> Json:
        """Return the figures of spans, tokens, facts, boilerplate and topics."""
        return {
            "spans": self.spans(),
            "tokens": self.tokens(),
            "facts": self.facts(),
            "boilerplate": self.boilerplate(),
            "topics": self.topics(),
        }

    def spans(self) -> Json:
        labels = self._counts.material.labels
        return {
            "exact": self._by_name(self._counts.exact, labels, NO_SPANS),
            "overlap": self._by_name(self._counts.overlap, labels, NO_SPANS),
            "unlabelled": {"micro": self._micro(self._counts.unlabelled, NO_SPANS)},
        }

    def tokens(self) -> Json:
        """Return kappa over tokens: Cohen's of two, else Light's, the mean of the pairs; and Fleiss'."""
        counts = self._counts
        result: Json = {"count": int(counts.shared[self._articles, 1].sum())}
        for end, rows, shared in (
            ("", counts.tokens, counts.shared),
            ("_without_o", counts.tokens_without_o, counts.shared_without_o),
        ):
            result |= self._kappa(rows, self._why(rows), f"kappa{end}")
            if len(self._pairs) == len(counts.material.pairs):
                result |= {
                    key.replace("kappa", "light"): said
                    for key, said in result.items()
                    if key.startswith(f"kappa{end}") and (end or "without_o" not in key)
                }
                result |= as_json(self._fleiss(shared), f"fleiss{end}")
        return result

    def nominal(self) -> Figure:
        """Return alpha over tokens, O being a value like any other."""
        shared = self._counts.shared[self._articles]
        why = ONE_VALUE if shared[:, 1].any() else NO_TOKENS
        return measured(alpha.nominal_rows(shared), alpha.nominal, self._weights, why)

    def facts(self) -> Json:
        counts = self._counts
        if not counts.facts.facts:
            return {"type": {"micro": as_json(Figure(None, NO_FACTS), "f1")}}
        return {
            "trigger": {"micro": self._micro(counts.triggers, NO_FACTS)},
            "type": self._by_name(counts.types, counts.facts.types, NO_FACTS),
            "whole": self._by_name(counts.wholes, counts.facts.types, NO_FACTS),
            "role": self._by_name(counts.roles, counts.facts.roles, NO_PAIRS),
            "value": {"micro": self._micro(counts.values, NO_VALUES)},
            **{name: self._kappa(counts.attributes[name], NO_PAIRS, "kappa") for name in rated()},
        }

    def boilerplate(self) -> Json:
        counts = self._counts
        micro = self._micro(counts.boilerplate, NO_BOILERPLATE)
        why = NO_BOILERPLATE if micro["f1"] is None else self._why(counts.boilerplate_tokens)
        return {"micro": micro, **self._kappa(counts.boilerplate_tokens, why, "kappa")}

    def topics(self) -> Json:
        counts = self._counts
        if not counts.topic_names:
            return {
                "micro": as_json(Figure(None, NO_TOPICS), "f1"),
                **as_json(Figure(None, NO_TOPICS), "kappa"),
            }
        by_name = self._by_name(counts.topics, counts.topic_names, NO_TOPICS)
        return {**by_name, **self._kappa(counts.topics_given, ONE_VALUE, "kappa")}

    def by_article(self) -> list[Json]:
        """Return F1 and kappa of each article, over the pairs that both have it; without intervals."""
        import numpy as np

        counts, width = self._counts, self._counts.tokens.shape[-1]
        rows = {
            "exact": (figures.f1, self._f1_rows(counts.exact).sum(axis=1)),
            "overlap": (figures.f1, self._f1_rows(counts.overlap).sum(axis=1)),
            "unlabelled": (figures.f1, self._f1_rows(counts.unlabelled).sum(axis=1)),
            "kappa": (figures.light(width), self._picked(counts.tokens).reshape(len(self._articles), -1)),
        }
        with np.errstate(invalid="ignore", divide="ignore"):
            values = {name: statistic(of) for name, (statistic, of) in rows.items()}
        units = counts.shared[self._articles, 1]
        return [
            {
                key: said
                for name, each in values.items()
                for key, said in _bare(
                    name, each[n], NO_SPANS if name != "kappa" else ONE_VALUE if units[n] else NO_TOKENS
                ).items()
            }
            for n in range(len(self._articles))
        ]

    # --- how a figure is made of rows

    def _picked(self, rows: Numbers) -> Numbers:
        picked: Numbers = rows[self._articles][:, self._pairs]
        return picked

    def _f1_rows(self, rows: Numbers) -> Numbers:
        return both_ways(self._picked(rows), axis=1)

    def _names(self, rows: Numbers) -> Drawn:
        """Return rows of things summed over the pairs."""
        of, mine = self._sample.drawn(rows), self._pairs
        sums, spread = both_ways(of.sums[mine], axis=0), both_ways(of.spread[:, mine], axis=1)
        return Drawn(sums, spread, of.said[:, mine].any(axis=1))

    def _micro(self, rows: Numbers, why: str) -> Json:
        return as_json(figures_of(_together(self._names(rows)), figures.f1, why)[0], "f1")

    def _by_name(self, rows: Numbers, names: Sequence[str], why: str) -> Json:
        each = self._names(rows)
        labels = figures_of(each, figures.f1, why)
        return {
            "micro": as_json(figures_of(_together(each), figures.f1, why)[0], "f1"),
            "macro": as_json(figures_of(_flat(each), figures.mean_f1, why)[0], "f1"),
            "labels": {name: as_json(figure, "f1") for name, figure in zip(names, labels, strict=True)},
        }

    def _kappa(self, rows: Numbers, why: str, name: str) -> Json:
        of, mine = self._sample.drawn(rows), self._pairs
        picked = Drawn(of.sums[mine], of.spread[:, mine], of.said[:, mine])
        return as_json(figures_of(_flat(picked), figures.light(rows.shape[-1]), why)[0], name)

    def _why(self, rows: Numbers) -> str:
        """Return why there would be no kappa of such rows."""
        return ONE_VALUE if self._picked(rows)[..., 1].any() else NO_TOKENS

    def _fleiss(self, shared: Numbers) -> Figure:
        """Return Fleiss' kappa over the articles that all annotators have."""
        mine = shared[self._articles]
        whole = mine[:, 0] == len(self._counts.material.who)
        rows = alpha.fleiss_rows(mine) * whole[:, None]
        why = ONE_VALUE if rows[:, 0].any() else NO_TOKENS if whole.any() else NOT_SHARED
        return measured(rows, figures.fleiss, self._weights, why)


def both_ways(rows: Numbers, *, axis: int) -> Numbers:
    """Return the rows of F1 summed over the pairs; of more than one each counts both ways round."""
    summed: Numbers = rows.sum(axis=axis)
    return summed if rows.shape[axis] == 1 else summed + summed[..., [2, 3, 0, 1]]


def _together(of: Drawn) -> Drawn:
    """Return the numbers of all things added, as one thing."""
    sums, spread = of.sums.sum(axis=0)[None], of.spread.sum(axis=1)[:, None]
    return Drawn(sums, spread, of.said.any(axis=1)[:, None])


def _flat(of: Drawn) -> Drawn:
    """Return the numbers of all things side by side, as one thing."""
    sums, spread = of.sums.reshape(1, -1), of.spread.reshape(len(of.spread), 1, of.sums.size)
    return Drawn(sums, spread, of.said.any(axis=1)[:, None])


def _bare(name: str, value: float, why: str) -> Json:
    """Return a figure as JSON without its interval; with the reason, where there is no value."""
    return {name: None, f"{name}_why": why} if isnan(value) else {name: figures.rounded(float(value))}
