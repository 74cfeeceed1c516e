"""The report of agreement: every figure for two or more annotators over many articles, as JSON.

`docs/agreement.md` says what each figure means and where its definition comes from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from annotations.agreement import continuum, figures
from annotations.agreement.against_gold import against_gold
from annotations.agreement.compared import Compared
from annotations.agreement.counted_rows import CountedRows
from annotations.agreement.figures import as_json
from annotations.agreement.material import Material
from annotations.agreement.section import Sample, Section
from annotations.errors import UserError
from annotations.sets import State

Json = dict[str, Any]
Groups = Mapping[str, Mapping[str, str]]  # batch, date ...: of an article, by its id

ORDER = (State.NEW, State.STARTED, State.RETURNED, State.DONE, State.IN_REVIEW, State.REVIEWED)


class Agreement:
    """The figures over the articles on which at least two of the annotators have a set.

    F1 is counted over all pairs of annotators together, kappa is the mean of the pairs.  Alpha and Fleiss' kappa
    take all annotators at once; his, and unitizing alpha, only the articles that everybody has.
    """

    def __init__(
        self,
        articles: Iterable[Compared],
        annotators: Sequence[str],
        *,
        groups: Groups | None = None,
        seed: int = figures.SEED,
        times: int = figures.RESAMPLES,
    ) -> None:
        """Raise UserError when no article has sets of two of the annotators."""
        self.annotators, self._groups = list(annotators), groups or {}
        known = list(articles)
        self.articles = [one for one in known if len(one.sets) > 1]
        if not self.articles:
            raise UserError(f"There is no article that two of {', '.join(annotators)} have worked on.")
        self._known, self._seed, self._times = known, seed, times
        self._material = Material(self.articles, annotators)
        self._counts = CountedRows(self._material)
        self._weights = figures.resamples(len(self.articles), seed=seed, times=times)

    def as_json(self) -> Json:
        """Return the figures by the names of docs/agreement.md; undefined ones are None, with a `..._why`."""
        sample = Sample(self._counts, self._weights)
        whole = Section(sample)
        unitizing = continuum.unitizing(self._material, self._weights)
        by_article = zip(self.articles, whole.by_article(), strict=True)
        return {
            "annotators": self.annotators,
            "articles": self.states(),
            "compared": len(self.articles),
            **whole.as_json(),
            "alpha": {**as_json(whole.nominal(), "nominal"), **unitizing},
            "pairs": self._of_pairs(sample),
            "gold": against_gold(self._known, self.annotators, seed=self._seed, times=self._times),
            "by": {name: self._by(groups) for name, groups in self._groups.items()},
            "by_article": {one.article: said for one, said in by_article},
        }

    def states(self) -> dict[str, int]:
        """Return how many articles are in each state, that of the annotator who is least far."""
        least = (min((s.state for s in one.sets.values()), key=ORDER.index) for one in self.articles)
        counts = Counter(state.value for state in least)
        return {state.value: counts[state.value] for state in ORDER if counts[state.value]}

    def _of_pairs(self, sample: Sample) -> list[Json]:
        """Return the figures of each two, in the order of the names; nothing where there is one pair."""
        places = [tuple(self._material.who[n] for n in pair) for pair in self._material.pairs]
        found = []
        for one, other in combinations(self.annotators, 2) if len(places) > 1 else ():
            if (pair := tuple(sorted((one, other)))) in places:
                section = Section(sample, [places.index(pair)])
                found.append({"annotators": [one, other], **section.as_json()})
        return found

    def _by(self, groups: Mapping[str, str]) -> list[Json]:
        """Return the figures of each group of articles, in the order of their names; "" has none."""
        of = [groups.get(one.article, "") for one in self.articles]
        found = []
        for name in sorted(set(of)):
            places = [n for n, group in enumerate(of) if group == name]
            weights = figures.resamples(len(places), seed=self._seed, times=self._times)
            section = Section(Sample(self._counts, weights, places))
            found.append({"name": name, "compared": len(places), **section.as_json()})
        return found
