"""Figures of clusterings: B-cubed and LEA, of two people's mentions with the cluster that each has them in.

Pure.  Nobody's mentions are taken away and none are added: one that a side alone has counts in that side's mean, as
not found, as in the reference scorer (Pradhan et al., Scoring coreference partitions of predicted mentions, ACL 2014,
30-35).  `scorch` on its command line gives mine what theirs alone has, each in a cluster by itself; its function does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from math import fsum

from annotations.processes.quick_dataclass import dataclass

Clustering = Mapping[str, str]  # the key of a mention -> the id of its cluster
Found = Callable[
    [int, int, int], float
]  # mentions in both clusters, in one, in the other -> those of one found


@dataclass(frozen=True, slots=True)
class ClusterFigures:
    """Precision, recall and their harmonic mean, each 0..1.

    `recall` is None where mine has no mention, `precision` where theirs has none, `f1` where neither has.
    """

    precision: float | None
    recall: float | None
    f1: float | None


def b_cubed(mine: Clustering, theirs: Clustering) -> ClusterFigures:
    """Return B-cubed, mine being the key: of each mention, the share of its cluster that the other side has with it.

    Recall is the mean of |both| / |mine| over my mentions, precision that of |both| / |theirs| over theirs.  Bagga &
    Baldwin, Algorithms for scoring coreference chains, LREC 1998.

    >>> b_cubed({"a": "1", "b": "1"}, {"a": "1", "b": "2"})
    ClusterFigures(precision=1.0, recall=0.5, f1=0.6666666666666666)
    """
    return _figures(mine, theirs, lambda both, one, _: both * both / one)


def lea(mine: Clustering, theirs: Clustering) -> ClusterFigures:
    """Return LEA, mine being the key: the share of each cluster's links that the other side has, weighted by its size.

    n mentions have n (n - 1) / 2 links; one alone has a link to itself, found where it is alone on the other side too.
    Moosavi & Strube, Which coreference evaluation metric do you trust?, ACL 2016, 632-642.
    """
    return _figures(mine, theirs, _linked)


def _linked(both: int, one: int, other: int) -> float:
    """Return the size of one times its links found, |both| (|both| - 1) / |one| (|one| - 1)."""
    return both * (both - 1) / (one - 1) if one > 1 else float(other == 1)


def _figures(mine: Clustering, theirs: Clustering, found: Found) -> ClusterFigures:
    my_sizes, their_sizes = Counter(mine.values()), Counter(theirs.values())
    met = Counter((mine[key], theirs[key]) for key in mine if key in theirs)
    sizes = [(both, my_sizes[one], their_sizes[other]) for (one, other), both in met.items()]
    recall = _mean([found(both, one, other) for both, one, other in sizes], len(mine))
    precision = _mean([found(both, other, one) for both, one, other in sizes], len(theirs))
    return ClusterFigures(precision, recall, _f1(precision, recall))


def _mean(found: list[float], mentions: int) -> float | None:
    return fsum(found) / mentions if mentions else None


def _f1(precision: float | None, recall: float | None) -> float | None:
    if precision is None and recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0
