"""Joining of nodes, the strongest ties first: union-find that asks of each two clusters what must stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import field

from annotations.compare.names.persons import Fit, PersonName, fit
from annotations.processes.quick_dataclass import dataclass

MOST_NAMES = 40  # full names of one person: more are compared no longer, and nothing else is taken in


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes, by number, that may be of one entity: how likely, 0..1, and why."""

    score: float
    reason: str
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Fits:
    """A node that is of one entity with the only one among others that it fits."""

    score: float
    reason: str
    one: int
    others: tuple[int, ...]


@dataclass(slots=True)
class Cluster:
    """The nodes of one entity, what they cannot share with others, and why they are together."""

    marks: dict[str, str] = field(default_factory=dict)
    names: list[PersonName] = field(default_factory=list)
    held: set[Hashable] = field(default_factory=set)
    nodes: list[int] = field(default_factory=list)
    score: float = 1.0
    reasons: dict[str, dict[int, None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exclusive:
    """A node's share of a cluster: marks of which there is one, a full name, and what may be kept apart."""

    marks: Mapping[str, str] = field(default_factory=dict)
    name: PersonName | None = None
    held: frozenset[Hashable] = frozenset()


class Clusters:
    """Nodes in clusters.  `apart`: what one cluster may not hold together with what; either way round."""

    def __init__(self, brought: Sequence[Exclusive], apart: Mapping[Hashable, frozenset[Hashable]]) -> None:
        self._root = list(range(len(brought)))
        self._apart = apart
        self._clusters: dict[int, Cluster] = {}
        for i, one in enumerate(brought):
            names = [one.name] if one.name else []
            self._clusters[i] = Cluster(dict(one.marks), names, set(one.held & apart.keys()), [i])

    def find(self, node: int) -> int:
        root = node
        while self._root[root] != root:
            root = self._root[root]
        while self._root[node] != root:
            self._root[node], node = root, self._root[node]
        return root

    def of(self, node: int) -> Cluster:
        return self._clusters[self.find(node)]

    def all(self) -> Iterable[Cluster]:
        """Return the clusters, each once."""
        return self._clusters.values()

    def may_join(self, one: int, other: int) -> bool:
        """Return whether nothing says that the clusters of the two nodes are two entities."""
        a, b = self.of(one), self.of(other)
        if a is b:
            return True
        fewer, more = sorted((a.marks, b.marks), key=len)
        if any(more.get(sort, value) != value for sort, value in fewer.items()):
            return False
        if any(self._apart[held] & b.held for held in a.held):
            return False
        if a.names and b.names:
            if len(a.names) + len(b.names) > MOST_NAMES:
                return False
            return all(fit(x, y) is not Fit.APART for x in a.names for y in b.names)
        return True

    def join(self, tie: Tie, *, anyway: bool = False) -> bool:
        """Join the clusters of the two nodes, and return whether they are one now; `anyway`: whatever speaks against."""
        one, other = sorted(
            (self.find(tie.one), self.find(tie.other)),
            key=lambda root: (-len(self._clusters[root].nodes), root),
        )
        if one == other:
            return True
        if not anyway and not self.may_join(one, other):
            return False
        into, lost = self._clusters[one], self._clusters.pop(other)
        self._root[other] = one
        into.marks = {**lost.marks, **into.marks}
        into.names += [name for name in lost.names if name not in into.names]
        into.held |= lost.held
        into.nodes += lost.nodes
        into.score = min(into.score, lost.score, tie.score)
        for reason, nodes in lost.reasons.items():
            into.reasons.setdefault(reason, {}).update(nodes)
        if tie.reason:
            into.reasons.setdefault(tie.reason, {}).update({tie.one: None, tie.other: None})
        return True

    def join_all(self, ties: Iterable[Tie]) -> None:
        """Join what is tied, the strongest first."""
        for tie in sorted(
            set(ties),
            key=lambda tie: (-tie.score, min(tie.one, tie.other), max(tie.one, tie.other), tie.reason),
        ):
            self.join(tie)

    def join_only(self, fits: Iterable[Fits]) -> None:
        """Join each node with the one cluster among those it fits; where it fits several, with none.

        The strongest first, and what each fits is told before any of them is joined.
        """
        by_node: dict[tuple[float, int, str], set[int]] = {}
        for one in fits:
            by_node.setdefault((-one.score, one.one, one.reason), set()).update(one.others)
        for (minus, node, reason), others in sorted(by_node.items()):
            roots = {self.find(other): other for other in sorted(others, reverse=True)}
            roots.pop(self.find(node), None)
            if len(roots) == 1 and self.find(node) not in {self.find(other) for other in others}:
                self.join(Tie(-minus, reason, node, *roots.values()))
