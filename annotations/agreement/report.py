"""The report of agreement: every figure for two or more annotators over many articles, as JSON.

`docs/agreement.md` says what each figure means and where its definition comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from annotations.agreement import alpha, figures
from annotations.agreement import spans as by_span
from annotations.agreement.compared import OUTSIDE, Compared
from annotations.agreement.facts import Paired, rated, roles_of
from annotations.agreement.figures import Figure, as_json, measured
from annotations.agreement.spans import Matches, Row
from annotations.errors import UserError
from annotations.sets import State

if TYPE_CHECKING:
    from annotations.agreement.figures import Numbers

Json = dict[str, Any]
Pair = tuple[str, str]
Rows = list[list[Row]]  # an article, then a label

NO_SPANS = "Neither annotator has marked a span."
NO_TOKENS = "There is no token to compare."
ONE_VALUE = "Only one label occurs, so chance alone would give full agreement."
NO_FACTS = "Neither annotator has a fact."
NO_PAIRS = (
    "No two facts share a trigger, or only one value occurs, so chance alone would give full agreement."
)
MOST_SIZES = 2_000_000  # numbers of one label's table beyond which its interval is left out
ORDER = (State.NEW, State.STARTED, State.RETURNED, State.DONE, State.IN_REVIEW, State.REVIEWED)


class Agreement:
    """The figures over the articles on which at least two of the annotators have a set.

    Figures for pairs (spans, tokens, facts) are counted over all pairs of annotators together.  Alpha takes
    all annotators at once; its unitizing form only the articles that everybody has.
    """

    def __init__(
        self,
        articles: Iterable[Compared],
        annotators: Sequence[str],
        *,
        seed: int = figures.SEED,
        times: int = figures.RESAMPLES,
    ) -> None:
        """Raise UserError when no article has sets of two of the annotators."""
        self.annotators = list(annotators)
        self.articles = [one for one in articles if len(one.sets) > 1]
        if not self.articles:
            raise UserError(f"There is no article that two of {', '.join(annotators)} have worked on.")
        self._weights = figures.resamples(len(self.articles), seed=seed, times=times)
        everything = [s for one in self.articles for spans in one.spans.values() for s in spans]
        self.labels = sorted({span.label for span in everything})
        self._counted: dict[tuple[tuple[Pair, ...], Matches], Rows] = {}

    def as_json(self) -> Json:
        """Return the figures by the names of docs/agreement.md; undefined ones are None, with a `..._why`."""
        pairs = [pair for pair in combinations(self.annotators, 2) if self._of(pair)]
        return {
            "annotators": self.annotators,
            "articles": self.states(),
            "compared": len(self.articles),
            **self._of_pairs(pairs),
            "alpha": {**as_json(self.nominal(), "nominal"), **self.unitizing()},
            "pairs": [{"annotators": list(pair), **self._of_pairs([pair])} for pair in pairs]
            if len(pairs) > 1
            else [],
            "by_article": {one.article: self._of_article(n, pairs) for n, one in enumerate(self.articles)},
        }

    def states(self) -> dict[str, int]:
        """Return how many articles are in each state, that of the annotator who is least far."""
        least = (min((s.state for s in one.sets.values()), key=ORDER.index) for one in self.articles)
        counts = Counter(state.value for state in least)
        return {state.value: counts[state.value] for state in ORDER if counts[state.value]}

    def _of_pairs(self, pairs: Sequence[Pair]) -> Json:
        return {"spans": self._spans(pairs), "tokens": self._tokens(pairs), "facts": self._facts(pairs)}

    def _of(self, pair: Pair) -> list[Compared]:
        return [one for one in self.articles if set(pair) <= one.sets.keys()]

    # --- spans

    def _spans(self, pairs: Sequence[Pair]) -> Json:
        return {
            "exact": self._by_label(self._span_rows(pairs, by_span.exact), self.labels, NO_SPANS),
            "overlap": self._by_label(self._span_rows(pairs, by_span.overlap), self.labels, NO_SPANS),
            "unlabelled": {"micro": self._micro(self._unlabelled_rows(pairs), NO_SPANS)},
        }

    def _span_rows(self, pairs: Sequence[Pair], matches: Matches) -> Rows:
        """Return the rows of spans by label, counted once: the figures of each article need them too."""
        key = (tuple(pairs), matches)
        if key not in self._counted:
            self._counted[key] = self._rows(
                pairs,
                lambda one, a, b: by_span.label_rows(one.spans[a], one.spans[b], self.labels, matches),
                len(self.labels),
            )
        return self._counted[key]

    def _unlabelled_rows(self, pairs: Sequence[Pair]) -> Rows:
        return self._rows(pairs, lambda one, a, b: [by_span.unlabelled_row(one.spans[a], one.spans[b])], 1)

    def _rows(
        self, pairs: Sequence[Pair], rows: Callable[[Compared, str, str], list[Row]], width: int
    ) -> Rows:
        """Return the rows of each article, summed over the pairs of annotators."""
        empty = [[0.0] * 4 for _ in range(width)]
        return [
            [
                by_span.summed(each)
                for each in zip(
                    empty, *(rows(one, *pair) for pair in pairs if set(pair) <= one.sets.keys()), strict=True
                )
            ]
            for one in self.articles
        ]

    def _micro(self, rows: Rows, why: str) -> Json:
        return as_json(self._measure([by_span.summed(each) for each in rows], figures.f1, why), "f1")

    def _by_label(self, rows: Rows, names: Sequence[str], why: str) -> Json:
        flat = [[number for row in each for number in row] for each in rows]
        return {
            "micro": self._micro(rows, why),
            "macro": as_json(self._measure(flat, figures.mean_f1, why), "f1"),
            "labels": {
                name: as_json(self._measure([each[i] for each in rows], figures.f1, why), "f1")
                for i, name in enumerate(names)
            },
        }

    def _measure(self, rows: Sequence[Sequence[float]], statistic: figures.Statistic, why: str) -> Figure:
        return measured(rows, statistic, self._weights, why)

    # --- tokens

    def _tokens(self, pairs: Sequence[Pair]) -> Json:
        said = [self._said(one, pairs) for one in self.articles]
        marked = [Counter({p: n for p, n in c.items() if p != (OUTSIDE, OUTSIDE)}) for c in said]
        names = [OUTSIDE, *self.labels]
        result: Json = {"count": sum(c.total() for c in said)}
        for name, counts in (("kappa", said), ("kappa_without_o", marked)):
            rows = [figures.kappa_row(c, names) for c in counts]
            why = ONE_VALUE if sum(c.total() for c in counts) else NO_TOKENS
            result |= as_json(self._measure(rows, figures.kappa, why), name)
        return result

    def _said(self, one: Compared, pairs: Sequence[Pair]) -> Counter[tuple[str, str]]:
        counts = Counter[tuple[str, str]]()
        for a, b in pairs:
            if {a, b} <= one.sets.keys():
                counts.update(zip(one.token_labels[a], one.token_labels[b], strict=True))
        return counts

    # --- alpha

    def nominal(self) -> Figure:
        """Return alpha over tokens, O being a value like any other."""
        names = [OUTSIDE, *self.labels]
        units = (Counter(zip(*one.token_labels.values(), strict=True)) for one in self.articles)
        rows = [alpha.nominal_row(values, names) for values in units]
        return self._measure(rows, alpha.nominal, ONE_VALUE if any(map(any, rows)) else NO_TOKENS)

    def unitizing(self) -> Json:
        """Return alpha over the spans of each label, and how many spans were lost by uniting overlaps."""
        found, united = {}, Counter[str]()
        for label in self.labels:
            found[label], united[label] = self._unitizing_of(label)
        return {
            "unitizing": {label: _rounded(figure.value) for label, figure in found.items()},
            "unitizing_interval": {
                label: as_json(figure, "alpha")["alpha_interval"] for label, figure in found.items()
            },
            "unitizing_why": {label: figure.why for label, figure in found.items() if figure.why},
            "united": dict(united),
        }

    def _unitizing_of(self, label: str) -> tuple[Figure, int]:
        whole = [one for one in self.articles if len(one.sets) == len(self.annotators)]
        united, gone = [], 0
        for one in whole:
            each = [
                alpha.units([(s.start, s.end) for s in one.spans[who] if s.label == label])
                for who in self.annotators
            ]
            united.append([units for units, _ in each])
            gone += sum(count for _, count in each)
        sizes = sorted({end - start for units in united for each_ in units for start, end in each_})
        if not sizes:
            return Figure(
                None, f"Nobody has marked {label} on an article that all annotators have worked on."
            ), gone
        rows = [
            alpha.unitizing_row(units, len(one.text), sizes) for one, units in zip(whole, united, strict=True)
        ]
        weights = self._weights_of(whole) if len(sizes) * len(rows) <= MOST_SIZES else self._weights[:0]
        return measured(rows, alpha.unitizing(len(self.annotators), sizes), weights, NO_SPANS), gone

    def _weights_of(self, some: Sequence[Compared]) -> Numbers:
        """Return the resamples, only the columns of those articles."""
        if len(some) == len(self.articles):
            return self._weights
        wanted = {one.article for one in some}
        return self._weights[:, [i for i, one in enumerate(self.articles) if one.article in wanted]]

    # --- facts

    def _facts(self, pairs: Sequence[Pair]) -> Json:
        facts = [fact for one in self.articles for each in one.facts.values() for fact in each]
        if not facts:
            return {"type": {"micro": as_json(Figure(None, NO_FACTS), "f1")}}
        types, roles = sorted({fact.type for fact in facts}), sorted(roles_of(facts))
        paired = {
            (one.article, a, b): Paired(one.facts[a], one.facts[b])
            for one in self.articles
            for a, b in pairs
            if {a, b} <= one.sets.keys()
        }

        def rows(of: Callable[[Paired], list[Row]], width: int) -> Rows:
            return self._rows(pairs, lambda one, a, b: of(paired[one.article, a, b]), width)

        return {
            "trigger": {"micro": self._micro(rows(lambda p: [p.trigger_row()], 1), NO_FACTS)},
            "type": self._by_label(rows(lambda p: p.type_rows(types), len(types)), types, NO_FACTS),
            "role": self._by_label(rows(lambda p: p.role_rows(roles), len(roles)), roles, NO_PAIRS),
            **{name: self._attribute(list(paired.items()), name) for name in rated()},
        }

    def _attribute(self, paired: Sequence[tuple[tuple[str, str, str], Paired]], name: str) -> Json:
        width = 2 + 2 * len(rated()[name])
        rows = {one.article: [0.0] * width for one in self.articles}
        for (article, _, _), each in paired:
            rows[article] = [a + b for a, b in zip(rows[article], each.attribute_row(name), strict=True)]
        return as_json(self._measure(list(rows.values()), figures.kappa, NO_PAIRS), "kappa")

    # --- one article

    def _of_article(self, n: int, pairs: Sequence[Pair]) -> Json:
        """Return F1 and kappa of one article, over the pairs that both have it; without intervals."""
        one, none = self.articles[n], self._weights[:0]
        bare = [
            by_span.unlabelled_row(one.spans[a], one.spans[b]) for a, b in pairs if {a, b} <= one.sets.keys()
        ]
        rows = {
            "exact": by_span.summed(self._span_rows(pairs, by_span.exact)[n]),
            "overlap": by_span.summed(self._span_rows(pairs, by_span.overlap)[n]),
            "unlabelled": by_span.summed(bare),
        }
        each = {name: measured([row], figures.f1, none, NO_SPANS) for name, row in rows.items()}
        tokens = figures.kappa_row(self._said(one, pairs), [OUTSIDE, *self.labels])
        each["kappa"] = measured([tokens], figures.kappa, none, ONE_VALUE if one.tokens else NO_TOKENS)
        return {key: said for name, figure in each.items() for key, said in _bare(figure, name).items()}


def _bare(figure: Figure, name: str) -> Json:
    """Return the figure as JSON without its interval; with the reason, where there is no value."""
    return {key: said for key, said in as_json(figure, name).items() if not key.endswith("_interval")}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
