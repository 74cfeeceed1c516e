"""The weights of `annotations/suggest/facts/score.py`, fitted on what was judged, and how well they order it.

`python -m tests.facts.fit` fits a logistic regression on the proposals in the gold of the samples, of `unseen/dev` and, where
they are there, of `civil/dev`, and on those in `judged.jsonl`, which needs `../shared/corpora`; it prints the weights,
and AUROC and what share of the wrong ones the lowest third holds, each article scored by a fit without it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotations.articles import Article, Asked
from annotations.suggest.facts import candidates
from annotations.suggest.facts.score import BIAS
from annotations.suggest.suggester import load
from tests.facts.measure import GOLD, HERE, NEWS, ROOT, against_gold, given, in_lowest_third

JUDGED = HERE / "judged.jsonl"
CORPORA = ROOT.parent / "shared" / "corpora"
FOLDERS = (ROOT / "samples", HERE / "unseen" / "dev", HERE / "civil" / "dev")
RIDGE, STEPS = 1.0, 12


class Row(NamedTuple):
    """One proposal: its article, its evidence, and whether it is right."""

    article: str
    seen: Mapping[str, float]
    right: bool


def rows() -> list[Row]:
    """The proposals that somebody judged."""
    found: list[Row] = []
    for folder in FOLDERS:
        gold = HERE / GOLD if folder.name == "samples" else folder / GOLD
        if gold.exists():
            found += _of_gold(folder, gold)
    return [*found, *_of_corpora()]


def _of_gold(folder: Path, gold: Path) -> Iterator[Row]:
    judged = against_gold(folder, gold).judged
    for article, spans, marks in given(sorted(folder.glob("*.txt"))):
        for draft in candidates(article, spans, NEWS, marks):
            key = article.id, draft.type.name, draft.trigger[0]
            if key in judged:
                yield Row(article.id, draft.seen, judged[key][0])


def _of_corpora() -> Iterator[Row]:
    if not JUDGED.exists() or not CORPORA.is_dir():
        return
    judged: dict[str, dict[int, dict[tuple[int, str], bool]]] = defaultdict(lambda: defaultdict(dict))
    for line in JUDGED.read_text("utf-8").splitlines():
        one = json.loads(line)
        judged[one["corpus"]][one["line"]][one["at"], one["type"]] = one["right"]
    for name, lines in judged.items():
        texts = (CORPORA / f"{name}.jsonl").read_text("utf-8").splitlines()
        asked = [Asked(f"{name} {n}", json.loads(texts[n])["text"]) for n in lines]
        for one, n, found in zip(asked, lines, load("en_news").suggest(asked, set(NEWS.labels)), strict=True):
            marks = sorted((mark.start, mark.end) for mark in found.boilerplate)
            for draft in candidates(Article(one.id, one.text), found.spans, NEWS, marks):
                right = lines[n].get((draft.trigger[0], draft.type.name))
                if right is not None:
                    yield Row(one.id, draft.seen, right)


def fit(judged: Sequence[Row], names: Sequence[str]) -> dict[str, float]:
    """The weights, by Newton's method, with a ridge on all but the bias."""
    seen = np.array([[row.seen.get(name, 0.0) for name in names] for row in judged])
    right = np.array([row.right for row in judged], dtype=float)
    ridge = np.diag([0.0 if name == BIAS else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (right - likely) - ridge @ weights
        weights += np.linalg.solve(seen.T @ (seen * (likely * (1 - likely))[:, None]) + ridge, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def left_out(judged: Sequence[Row], names: Sequence[str]) -> list[tuple[float, Row]]:
    """Each with its score by a fit without its article."""
    found: list[tuple[float, Row]] = []
    for article in dict.fromkeys(row.article for row in judged):
        weights = fit([row for row in judged if row.article != article], names)
        found += [(probability(weights, row.seen), row) for row in judged if row.article == article]
    return found


def probability(weights: Mapping[str, float], seen: Mapping[str, float]) -> float:
    """The score, unrounded."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in seen.items())))


def auroc(scored: Sequence[tuple[float, bool]]) -> float:
    """How often a right one has the higher score of a pair."""
    right = [score for score, is_right in scored if is_right]
    wrong = [score for score, is_right in scored if not is_right]
    above = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return above / (len(right) * len(wrong)) if right and wrong else 0.0


def report(title: str, scored: Sequence[tuple[float, bool]]) -> str:
    """A row: how many, how many of them wrong, AUROC, and the share of the wrong ones in the lowest third."""
    wrong = sum(not right for _, right in scored)
    third = in_lowest_third(scored) / max(wrong, 1)
    return f"{title:12} {len(scored):5} {wrong:4} wrong  AUROC {auroc(scored):.2f}  lowest third {third:.0%}"


def main() -> None:
    """As the module's docstring says."""
    judged = rows()
    names = sorted({name for row in judged for name in row.seen})
    weights = fit(judged, names)
    for name in names:
        there = [row.right for row in judged if row.seen.get(name)]
        print(f'    "{name}": {weights[name]:.2f},  # {there.count(False)} of {len(there)} wrong')
    scored = left_out(judged, names)
    parts = {"all": scored}
    for one in scored:
        parts.setdefault(
            one[1].article.split()[0].split(".")[0] if " " in one[1].article else "gold", []
        ).append(one)
    for title, part in parts.items():
        print(report(title, [(score, row.right) for score, row in part]))
        plain = [(score, row.right) for score, row in part if "speech" not in row.seen]
        print(report("  no speech", plain))


if __name__ == "__main__":
    main()
