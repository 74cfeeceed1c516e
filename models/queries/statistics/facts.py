"""The decided facts with what became of each, and what they say: roles, modality, sources, dates.

A fact does not keep what was suggested, so it is compared with the one of its id that still lies in the pool.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotations.fact_attributes import ATTRIBUTES
from annotations.sets import GOLD
from annotations.statistics.columns import whole
from annotations.statistics.dating import dated, timeline
from annotations.statistics.events import Events
from annotations.statistics.shapes import FactFates, RoleFilled, Scope, TimelinePart, TypeFigures
from models.queries.people import people
from models.queries.statistics.scope import HasWork, names_of
from models.queries.statistics.sources import SourceCounts

if TYPE_CHECKING:
    from annotations.statistics.columns import Whole

COMPARED = {name: row.kind.plain for name, row in ATTRIBUTES.items() if row.compared}
DROPPED = "dropped"  # made by hand and taken back
FACTS = """
SELECT item.article, item.label, item.status = 'confirmed', item.annotator, ifnull(item.origin, ''), item.event, item.body,
iif(item.body = replace(suggestion.body, '"status":"suggested"', '"status":"confirmed"'), '', suggestion.body),
(item.article, item.annotator, item.id) IN (SELECT article, annotator, id FROM temp.counted_brought)
FROM item LEFT JOIN suggestion ON suggestion.article = item.article AND suggestion.kind = 'fact' AND suggestion.id = item.id
WHERE item.kind = 'fact' AND item.status IN ('confirmed', 'rejected')
AND item.annotator IN (SELECT value FROM json_each(?)) ORDER BY item.article
"""


class DecidedFacts:
    """The decided facts of a scope, counted as they are read; `at` are the places of the events that wrote them.

    `sets`: how many there are in each set, by article and annotator; `sources`: who is quoted in them.
    """

    at: Whole

    def __init__(self, of: HasWork, scope: Scope, events: Events) -> None:
        """Read them, after `read_spans`; of some days those alone that are dated from them."""
        self._schema, self.sources = of.schema, SourceCounts(of.schema)
        self._counts, self._fates = Counter[str](), Counter[tuple[str, str]]()
        self._roles, self._modality = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self._negated, self._dates = Counter[str](), list[tuple[str, str]]()
        self.sets, rows, places = Counter[tuple[int, str]](), of.db, list[int]()
        persons = set(people(rows)) if scope.annotator == GOLD else set[str]()
        found = rows.rows(FACTS, (json.dumps(names_of(rows, scope.annotator)),))
        at = events.places(whole(row[5] for row in found))
        kept, came = events.dated[at] if scope.is_bounded else at >= 0, events.brought[at]
        for row, place, is_kept, has_come in zip(
            found, at.tolist(), kept.tolist(), came.tolist(), strict=True
        ):
            article, type_, confirmed, who, origin, _, body, pooled, brought = row
            if not is_kept:
                continue
            if brought or has_come:
                fate = "imported"
            elif origin == who or origin in persons:
                fate = "by_hand" if confirmed else DROPPED
            else:
                fate = "rejected" if not confirmed else _confirmed(body, pooled)
            self._fates[type_, fate] += 1
            if fate != DROPPED:
                places.append(place)
                self.sets[article, who] += 1
            if confirmed:
                self._take(article, type_, json.loads(body))
        self.at = whole(places)

    def _take(self, article: int, type_: str, said: dict[str, Any]) -> None:
        """Count what a confirmed fact says."""
        self._counts[type_] += 1
        self._modality[type_, str(said.get("modality") or ATTRIBUTES["modality"].kind.plain)] += 1
        self._negated[type_] += said.get("negated") is True
        for role in {role["role"] for role in said["roles"] if role["fillers"]}:
            self._roles[type_, role] += 1
        self._dates.append((_date(said), type_))
        self.sources.take(article, type_, said)

    def types(self) -> tuple[TypeFigures, ...]:
        """Return the figures of each type that has a fact, the most decided first; roles in the schema's order."""
        names = {*self._counts, *(type_ for type_, fate in self._fates if fate != DROPPED)}
        made = (
            TypeFigures(
                type_,
                self._counts[type_],
                FactFates(
                    **{fate: n for (of, fate), n in self._fates.items() if of == type_ and fate != DROPPED}
                ),
                tuple(self._filled(type_)),
                tuple((name, n) for (of, name), n in sorted(self._modality.items()) if of == type_),
                self._negated[type_],
            )
            for type_ in names
        )
        return tuple(
            sorted(made, key=lambda one: (-one.fates.suggested - one.fates.by_hand, -one.count, one.type))
        )

    def timeline(self) -> TimelinePart:
        """Return when the confirmed facts say that things happened."""
        return timeline(self._dates)

    def _filled(self, type_: str) -> Iterator[RoleFilled]:
        """Yield each role of the type, those that the schema lacks last."""
        known = self._schema.facts[type_].roles if type_ in self._schema.facts else {}
        others = sorted(role for of, role in self._roles if of == type_ and role not in known)
        for role in (*known, *others):
            yield RoleFilled(role, self._roles[type_, role], self._counts[type_])


def _confirmed(body: str, pooled: str | None) -> str:
    """Return the fate of a confirmed fact; `pooled`: the suggestion of its id, "" when it is the same, None without."""
    if pooled is None:
        return "unknown"
    return "taken" if not pooled or _is_same(json.loads(body), json.loads(pooled)) else "corrected"


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Return whether two facts say the same: type, trigger, fillers with values, attributes that are compared."""
    plain = (one["type"], one["trigger"]) == (other["type"], other["trigger"])
    if not plain or any(one.get(name, usual) != other.get(name, usual) for name, usual in COMPARED.items()):
        return False
    left = _fillers(other)
    for role, filler in _fillers(one):
        twin = next((pair for pair in left if pair[0] == role and _is_filler(filler, pair[1])), None)
        if twin is None:
            return False
        left.remove(twin)
    return not left


def _fillers(said: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(role["role"], filler) for role in said["roles"] for filler in role["fillers"]]


def _is_filler(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Return whether the two are one: the same span, wherever it is by now, or the same range; with the same value."""
    same_span = one["span"] is not None and one["span"] == other["span"]
    return (same_span or (one["start"], one["end"]) == (other["start"], other["end"])) and (
        one.get("value") == other.get("value")
    )


def _date(said: dict[str, Any]) -> str:
    """Return the most exact date among the fact's values, of equal ones the first; "" without one."""
    found = ""
    for _, filler in _fillers(said):
        value = filler.get("value")
        if isinstance(value, dict) and "from" in value:
            date = dated(str(value["from"]), str(value.get("to", "")))
            found = date if len(date) > len(found) else found
    return found
