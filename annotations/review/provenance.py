"""The provenance of gold: what every item of it rests on, as JSON that others can read (`docs/record.md`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from functools import partial

from annotations import item_json
from annotations.facts import Fact
from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions, old_decisions
from annotations.review.cases import Item
from annotations.review.founded import Footing, Founded, imported
from annotations.review.standing import Standing
from annotations.sets import AnnotationSet, Boilerplate, Decision, Mark, State, Topic
from annotations.spans import Span

REVIEWED = "reviewed"  # it came of a review before version 14: agreed or decided, which is not known
OLD = {"before_version_14": True}
MARKS = (Span, Fact, Boilerplate, Topic)
Key = tuple[str, str]  # the kind of an item and its id


@dataclass(frozen=True)
class Provenance:
    """The provenance of a gold set: of every item, of whose work it is a review, and of its approval.

    `rounds` are the numbers of the sides' rounds, `machines` the pipelines of those sides that are machines.
    """

    items: Mapping[Key, Json]
    sides: tuple[str, ...]
    rounds: Mapping[str, int]
    approved: Json | None
    machines: Mapping[str, str] = field(default_factory=dict)

    def of(self, item: Mark) -> Json | None:
        return self.items.get((item.kind, item.id))

    def as_json(self, made: AnnotationSet) -> Json:
        """Return what a record says beside spans and facts, of the boilerplate and topics that are in the set."""
        apart: dict[str, Mapping[str, Mark]] = {"boilerplate": made.boilerplate, "topics": made.topics}
        said: Json = {
            name: {id_: told for id_, item in sorted(items.items()) if (told := self.of(item))}
            for name, items in apart.items()
        }
        said |= {"machines": {**self.machines}} if self.machines else {}
        return {"sides": [*self.sides], "rounds": {**self.rounds}, "approved": self.approved, **said}


def provenance(gold: AnnotationSet, standing: Standing | None) -> Provenance:
    """Return the provenance of the gold; without the sides' work (None) as far as its decisions tell."""
    sides = [made.annotator for made in standing.sets] if standing else decisions.sides_of(gold)[0]
    said = decisions.approval(gold) if gold.state is State.REVIEWED else None
    known = {(one.item.kind, one.item.id): one for one in standing.founded} if standing else {}
    marks = [item for item in gold if isinstance(item, MARKS)]
    told: dict[Key, Json] = {}
    if lost := [item for item in marks if (item.kind, item.id) not in known]:
        remembered = _Remembered(gold, sides)
        told = {(item.kind, item.id): remembered.of(item) for item in lost}
    for item in marks:
        if one := known.get((item.kind, item.id)):
            told[item.kind, item.id] = of_founded(one, sides)
    return Provenance(
        told,
        tuple(sorted(sides)),
        {who: decisions.round_of(gold, who) for who in sorted(sides)},
        {"by": said.by, "at": said.at} if said else None,
        {made.annotator: by for made in (standing.sets if standing else ()) if (by := made.progress.machine)},
    )


def by_decisions(gold: AnnotationSet) -> Provenance | None:
    """Return the provenance that gold's decisions tell without the sides' work; None where they may not tell the same.

    They tell the same as with it while nothing of that work has been written since the first of them.
    """
    remembered = _Remembered(gold, decisions.sides_of(gold)[0])
    return provenance(gold, None) if all(map(remembered.is_sure_of, gold.facts.values())) else None


def of_founded(one: Founded, sides: Collection[str]) -> Json:
    """Return what the item rests on; `sides` are the annotators whose work is reviewed."""
    if one.said and one.how is Footing.DECIDED:
        return _decided(one.said, sides)
    if one.said and one.how is Footing.ADDED:
        return _added(one.said, sides)
    return _agreed(one.agreed) if one.how is Footing.AGREED else {"how": Footing.IMPORTED.value}


def _agreed(by: Collection[str]) -> Json:
    return {"how": Footing.AGREED.value, "by": sorted(by)}


def _decided(said: Decision, sides: Collection[str]) -> Json:
    is_other = said.choice.startswith(f"{decisions.OTHER} ")
    value: Json = {
        "how": Footing.DECIDED.value,
        "by": said.by,
        "at": said.at,
        "choice": decisions.OTHER if is_other else said.choice,
        "reason": said.reason,
        "note": said.note,
    }
    if said.saw:
        value["saw"] = {who: item and without_ids(item) for who, item in said.saw}
    return {**value, **_own(said, sides), **({} if said.case else OLD)}


def _added(said: Decision, sides: Collection[str]) -> Json:
    value = {"by": said.by, "at": said.at, "reason": said.reason, "note": said.note}
    return {"how": Footing.ADDED.value, **value, **_own(said, sides), **({} if said.case else OLD)}


def _own(said: Decision, sides: Collection[str]) -> Json:
    """Return the mark of somebody who reviewed their own work."""
    return {"own": True} if said.by in sides else {}


def without_ids(item: Item) -> Json:
    """Return the item as JSON without what only the copy knows that it was made in."""
    value = {name: said for name, said in item_json.to_json(item).items() if name != "id"}
    for role in value.get("roles", ()):
        for filler in role["fillers"]:
            del filler["span"]
    return value


class _Remembered:
    """The provenance that gold's decisions tell by themselves, where the work that they are about is not there."""

    def __init__(self, gold: AnnotationSet, sides: Collection[str]) -> None:
        self._gold, self._sides = gold, sides
        self._steps = sorted(decisions.all_of(gold), key=lambda said: (said.at, said.id))
        self._given = dict(_given(gold, self._steps))
        self._facts: dict[object, Decision] = {}
        for said in self._given.values():
            self._facts.update((_likeness(item), said) for item in said.made if isinstance(item, Fact))
        self._imported = {(item.kind, item.id) for item in imported(gold)}
        self._is_old = any(decisions.is_on_case(said) and not said.case for said in self._steps)

    def is_sure_of(self, fact: Fact) -> bool:
        """Return whether it is told by what it is, not by what it is like."""
        return (fact.kind, fact.id) in self._given or _likeness(fact) not in self._facts

    def of(self, item: Mark) -> Json:
        if (item.kind, item.id) in self._imported or not self._steps:
            return {"how": Footing.IMPORTED.value}
        said = self._given.get((item.kind, item.id))
        if said is None and isinstance(item, Fact):
            said = self._facts.get(_likeness(item))  # its fillers may have followed other cases
        if said is not None:
            return (_added if said.choice == decisions.ADDED else _decided)(said, self._sides)
        return {"how": REVIEWED, **OLD} if self._is_old else _agreed(self._sides)


def _given(gold: AnnotationSet, steps: Collection[Decision]) -> Iterator[tuple[Key, Decision]]:
    """Yield kind and id of each item that a decision gives gold."""
    id_of = partial(decisions.gold_id, gold.article)
    for said in steps:
        kind, _, id_ = said.choice.partition(" ")
        if kind not in (*decisions.ON_CASE, decisions.ADDED):
            continue
        yield from (((item.kind, id_of(item)), said) for item in said.made)
        if not said.case and kind == decisions.OTHER:
            yield from (((what, id_), said) for what in (Span.kind, Fact.kind))
        elif not said.case and kind == decisions.ADDED:
            yield from (((item.kind, item.id), said) for item in old_decisions.old_added(gold, said))


def _likeness(fact: Fact) -> object:
    return fact.type, fact.trigger, tuple(sorted(role.role for role in fact.roles))
