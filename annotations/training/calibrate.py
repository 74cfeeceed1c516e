"""The calibration of a parser's probabilities, and how good the scores then are at finding errors."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotations.suggest.confidence import logit, scored
from annotations.training.scores import Marking

if TYPE_CHECKING:
    from spacy.language import Language

    from annotations.training.marked import Marked

BINS = 5
LOWEST = (0.1, 0.2, 0.3)  # shares of the scores, from the lowest
ROUNDS, SETTLED, RIDGE = 50, 1e-9, 1e-9  # of Newton's method; it settles in about ten


class Judged(NamedTuple):
    """A found entity's score, and whether the entity is right: same bounds, same label."""

    score: float
    right: bool


class Bin(NamedTuple):
    """The scores of one fifth of 0..1: how many, their mean, and what share of them was right."""

    low: float
    high: float
    size: int
    mean: float
    right: float


def judged(nlp: Language, texts: Sequence[Marked]) -> list[Judged]:
    """Return every entity that the pipeline finds and scores in the texts."""
    results = scored(nlp, (nlp.make_doc(text.text) for text in texts))
    pairs = zip(results, (set(map(tuple, text.marks)) for text in texts), strict=True)
    return [
        Judged(entity.score, Marking(*entity[:3]) in marks)
        for result, marks in pairs
        for entity in result.entities
        if entity.score is not None
    ]


def platt(found: Iterable[Judged]) -> tuple[float, float]:
    """Return the a and b of Platt scaling, 1 / (1 + exp(-(a * logit(score) + b))), by maximum likelihood.

    Newton's method (halved steps where a whole one makes it worse), with targets a little off 0 and 1 (Platt
    1999).
    """
    entries = [(logit(one.score), one.right) for one in found]
    good = sum(right for _, right in entries)
    targets = {True: (good + 1) / (good + 2), False: 1 / (len(entries) - good + 2)}
    aimed = [(x, targets[right]) for x, right in entries]
    a, b, loss = 1.0, 0.0, _loss(aimed, 1.0, 0.0)
    for _ in range(ROUNDS):
        step_a, step_b = _newton(aimed, a, b)
        while (new := _loss(aimed, a + step_a, b + step_b)) > loss and abs(step_a) + abs(step_b) > SETTLED:
            step_a, step_b = step_a / 2, step_b / 2
        if new >= loss:
            break
        a, b, loss = a + step_a, b + step_b, new
    return a, b


Aimed = Sequence[tuple[float, float]]  # the score's logit, and the probability that it should have


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def _loss(aimed: Aimed, a: float, b: float) -> float:
    """Return the negative log-likelihood: log(1 + exp(z)) - target * z, without overflow."""
    zs = ((a * x + b, target) for x, target in aimed)
    return sum(max(z, 0) + math.log1p(math.exp(-abs(z))) - target * z for z, target in zs)


def _newton(aimed: Aimed, a: float, b: float) -> tuple[float, float]:
    da = db = ab = 0.0
    aa = bb = RIDGE
    for x, target in aimed:
        p = _sigmoid(a * x + b)
        error, weight = target - p, p * (1 - p)
        da, db = da + error * x, db + error
        aa, ab, bb = aa + weight * x * x, ab + weight * x, bb + weight
    both = aa * bb - ab * ab
    return (bb * da - ab * db) / both, (aa * db - ab * da) / both


def bins(found: Sequence[Judged]) -> list[Bin]:
    """Return the reliability table; empty bins are left out."""
    rows = []
    for i in range(BINS):
        members = [one for one in found if min(int(one.score * BINS), BINS - 1) == i]
        if members:
            mean = sum(one.score for one in members) / len(members)
            right = sum(one.right for one in members) / len(members)
            rows.append(Bin(i / BINS, (i + 1) / BINS, len(members), mean, right))
    return rows


def calibration_error(found: Sequence[Judged]) -> float:
    """Return the expected calibration error over the bins, 0..1."""
    return sum(row.size * abs(row.mean - row.right) for row in bins(found)) / max(len(found), 1)


def errors_caught(found: Sequence[Judged], share: float) -> float:
    """Return the share of all errors that lies in the lowest `share` of the scores."""
    order = sorted(found)
    lowest = order[: round(share * len(order))]
    errors = sum(not one.right for one in order)
    return sum(not one.right for one in lowest) / errors if errors else 1.0
