"""Agreement across articles: which mentions two annotators put into one entity, and which facts into one group.

Only what a person put there counts, never a proposal.  A mention is the same for both when it stands at the same
place, whatever its span is called; a fact when its type and its trigger (without one: its first filler) are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any

from annotations.agreement.clusters import Clustering, b_cubed, lea
from annotations.agreement.compared import Compared
from annotations.agreement.figures import rounded
from annotations.compare.finding_again import settled
from annotations.compare.in_force import InForce
from annotations.compare.material import ComparedArticle
from annotations.processes.quick_dataclass import dataclass

Json = dict[str, Any]
Place = tuple[int, int, str]  # start and end, code points, and the type of a fact
Placed = Mapping[str, Mapping[Place, str]]  # by article: the entity or group that each place is in
KINDS = ("entities", "groups")
MEASURES = {"b_cubed": b_cubed, "lea": lea}
NO_SET = "{who} has said nothing across articles."
NONE_PUT = {
    "entities": "{who} has put no mention of these articles into an entity.",
    "groups": "{who} has put no fact of these articles into a group.",
}
NONE_SHARED = {
    "entities": "There is no mention that both have put into an entity.",
    "groups": "There is no fact that both have put into a group.",
}


@dataclass(frozen=True)
class PlacedAcross:
    """Entities and groups of one annotator, by article and place."""

    entities: Placed
    groups: Placed


def placed_across(articles: Sequence[ComparedArticle], held: InForce) -> PlacedAcross:
    """Return where an annotator put the mentions and facts of the articles, as that annotator has them."""
    known = settled(articles, held)
    entities = {
        one.id: {(s.start, s.end, ""): known.entity_of[k] for k, s in one.mentions() if k in known.entity_of}
        for one in articles
    }
    groups = {
        one.id: {(*f.place, f.type): known.group_of[k] for k, f in one.keyed_facts() if k in known.group_of}
        for one in articles
    }
    return PlacedAcross(entities, groups)


def across(
    compared: Iterable[Compared], placed: Mapping[str, PlacedAcross | None], annotators: Sequence[str]
) -> Json:
    """Return the figures of each two, on the articles that both have; `placed`: None for who has no project set.

    What anybody compared holds for boilerplate is left out, as everywhere.
    """
    articles = list(compared)
    pairs = [_Pair(articles, placed, pair).as_json() for pair in combinations(annotators, 2)]
    return {"without_set": [who for who in annotators if placed.get(who) is None], "pairs": pairs}


class _Pair:
    """Two annotators, the first being the key: recall is how much of the first's the second has."""

    def __init__(
        self, articles: Iterable[Compared], placed: Mapping[str, PlacedAcross | None], who: tuple[str, str]
    ) -> None:
        self._who, self._placed = who, placed
        self._articles = [one for one in articles if set(who) <= one.sets.keys()]

    def as_json(self) -> Json:
        said = {kind: self._of(kind) for kind in KINDS}
        return {"annotators": list(self._who), "articles": len(self._articles), **said}

    def _of(self, kind: str) -> Json:
        mine, theirs = (self._clustering(who, kind) for who in self._who)
        shared = mine.keys() & theirs.keys()
        ours, others = ({key: one[key] for key in shared} for one in (mine, theirs))
        why = self._why(kind, mine, theirs)
        return {
            "placed": {**dict(zip(self._who, map(len, (mine, theirs)), strict=True)), "both": len(shared)},
            **_figures(mine, theirs, why),
            "of_both": _figures(ours, others, why or ("" if shared else NONE_SHARED[kind])),
        }

    def _clustering(self, who: str, kind: str) -> Clustering:
        """Return the annotator's clusters by article and place, without what lies in boilerplate."""
        placed = self._placed.get(who)
        of: Placed = (placed.entities if kind == KINDS[0] else placed.groups) if placed else {}
        return {
            f"{one.article} {place}": id_
            for one in self._articles
            for place, id_ in of.get(one.article, {}).items()
            if one.counts(place[:2])
        }

    def _why(self, kind: str, *clusterings: Clustering) -> str:
        """Return why nothing can be said, "" when something can."""
        without = [NO_SET.format(who=who) for who in self._who if self._placed.get(who) is None]
        each = zip(self._who, clusterings, strict=True)
        empty = [NONE_PUT[kind].format(who=who) for who, clustering in each if not clustering]
        return next(iter((*without, *empty)), "")


def _figures(mine: Clustering, theirs: Clustering, why: str) -> Json:
    """Return recall, precision and F1 by measure; None, with the reason, where there is one."""
    found = {name: asdict(measure(mine, theirs)) for name, measure in MEASURES.items()}
    return {
        name: {key: None if why else rounded(value) for key, value in said.items()}
        | ({"f1_why": why} if why else {})
        for name, said in found.items()
    }
