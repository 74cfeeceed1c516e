"""Computing verdicts: a row a role of a group of facts, its distinct values, and how each two go together.

Roles are understood by their kind in the schema and by what fills them, never by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from annotations.compare.items import Verdict
from annotations.compare.verdicts.counts import weigh_counts
from annotations.compare.verdicts.days import times_of
from annotations.compare.verdicts.figures import figures_of
from annotations.compare.verdicts.reasons import outlet, pair_reason, role_reason, role_verdict
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact, RoleValue, RoleVerdict, ValuePair
from annotations.compare.verdicts.stances import stance_of, weigh_stances
from annotations.compare.verdicts.things import things_of, weigh_things
from annotations.compare.verdicts.times import weigh_times
from annotations.compare.verdicts.weighing import ComparedRole, ComparedValue, ToldValue, Weighed
from annotations.facts import Date, Number
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import RoleKind, implied
from annotations.schema.types import FactType, RoleType

LONGEST_SHOWN = 40  # code points of a value that is taken for its being fuller
MOST_VALUES = 60  # distinct values of a role that are all compared: a group is one event
MANY_MEET = 5  # of more values, how many meet all others
MODALITY = "modality"  # the row on modality and negation
COUNTED: frozenset[RoleKind | None] = frozenset(
    {"victim", "target", "patient", "unit", "item", "counted", "participant", "instrument"}
)


@dataclass(frozen=True)
class RoleWeighing:
    """How a role's values are read from a fact, and how two of them go together."""

    role: ComparedRole
    read: Callable[[PlacedFact], ComparedValue | None]
    weigh: Callable[[ToldValue[Any], ToldValue[Any], ComparedRole], Weighed | None]


def compute_verdicts(
    facts: Sequence[PlacedFact], type_: FactType | None, known: KnownEntities
) -> list[RoleVerdict]:
    """Return the verdict on each role of a group's facts.

    In the order of the type, then roles that only facts have, then modality with negation; a source is no row.
    """
    return [_verdict(weighing, facts) for weighing in _weighings(facts, type_, known)]


def worst(verdicts: Iterable[RoleVerdict]) -> Verdict:
    """Return the worst verdict of a group's roles; silent where there are none."""
    return max((one.computed for one in verdicts), key=lambda one: one.badness, default=Verdict.SILENT)


def _verdict(weighing: RoleWeighing, facts: Sequence[PlacedFact]) -> RoleVerdict:
    role = weighing.role
    read = [weighing.read(fact) for fact in facts]
    told = _distinct(facts, read)
    pairs = [
        ValuePair(a, b, weighed[0], pair_reason(_verb_kind(role), told[a], told[b], weighed[1]))
        for a, b in _compared(told)
        if (weighed := weighing.weigh(told[a], told[b], role))
    ]
    worst_pair = max(pairs, key=lambda pair: pair.verdict.badness, default=None)
    return RoleVerdict(
        role.name,
        worst_pair.verdict if worst_pair else role_verdict(told),
        worst_pair.reason if worst_pair else role_reason(_verb_kind(role), told),
        tuple(RoleValue(one.shown, one.places) for one in told),
        tuple(at for at, value in enumerate(read) if value is None),
        tuple(pairs),
    )


def _compared(told: Sequence[ToldValue[ComparedValue]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places to compare: all, but of very many values only those with the first by their words."""
    places = range(len(told))
    if len(told) <= MOST_VALUES:
        yield from combinations(places, 2)
        return
    first = set(sorted(places, key=lambda at: told[at].shown)[:MANY_MEET])
    for at in places:
        yield from ((at, other) for other in places[at + 1 :] if at in first or other in first)


def _verb_kind(role: ComparedRole) -> str:
    return MODALITY if role.name == MODALITY else role.kind or ""


def _distinct(
    facts: Sequence[PlacedFact], read: Sequence[ComparedValue | None]
) -> list[ToldValue[ComparedValue]]:
    """Return each distinct value once with all its facts, in the order in which they are first told.

    It is shown as the fact that says most of it has it, so that "5 people" goes before "5".
    """
    places: dict[Hashable, list[int]] = {}
    for at, value in enumerate(read):
        if value is not None:
            places.setdefault(value.key, []).append(at)
    return [_told(facts, read, of) for of in places.values()]


def _told(
    facts: Sequence[PlacedFact], read: Sequence[ComparedValue | None], of: Sequence[int]
) -> ToldValue[Any]:
    def fullness(at: int) -> int:
        shown = value.shown if (value := read[at]) else ""
        return len(shown) if len(shown) <= LONGEST_SHOWN else 0

    best = max(of, key=fullness)
    value = read[best]
    shown = value.shown if value else ""
    return ToldValue(value, tuple(facts[at] for at in of), tuple(of), shown, outlet(facts[best]))


# --- roles


def _weighings(
    facts: Sequence[PlacedFact], type_: FactType | None, known: KnownEntities
) -> list[RoleWeighing]:
    roles: dict[str, RoleType] = dict(type_.roles) if type_ else {}
    for fact in facts:
        for role in fact.fact.roles:
            roles.setdefault(role.role, RoleType(role.role))
    kinds = {name: _kind(role, facts) for name, role in roles.items()}
    found = [
        _weighing(_compared_role(role, kinds, known))
        for name, role in roles.items()
        if kinds[name] != "source"
    ]
    return [*found, RoleWeighing(ComparedRole(MODALITY), stance_of, weigh_stances)]


def _kind(role: RoleType, facts: Sequence[PlacedFact]) -> RoleKind | None:
    """Return what the role means: its kind, else what the values of its fillers are."""
    if role.kind is not None:
        return role.kind
    if implied(role.name, None, ordered=role.ordered) == "source":
        return "source"
    values = [filler.value for fact in facts for filler in fact.fact.by_role().get(role.name, ())]
    if any(isinstance(value, Number) for value in values):
        return "count"
    return "time" if any(isinstance(value, Date) for value in values) else None


def _compared_role(
    role: RoleType, kinds: Mapping[str, RoleKind | None], known: KnownEntities
) -> ComparedRole:
    kind, all_kinds = kinds[role.name], set(kinds.values())
    return ComparedRole(
        role.name,
        kind,
        has_one=kind not in ("place", "instrument", "purpose", "other")
        and (role.most == 1 or (kind == "patient" and "post" in all_kinds))
        and _names_somebody(role, kind),
        is_total="counted" in all_kinds,
        grows=kind == "count",
        of_people=kind == "count" and "victim" in all_kinds,
        beside=tuple(name for name, one in kinds.items() if one in COUNTED and kind != "amount"),
        times=tuple(name for name, one in kinds.items() if one == "time"),
        known=known,
    )


def _names_somebody(role: RoleType, kind: RoleKind | None) -> bool:
    return kind in ("patient", "victim", "agent", "speaker", "buyer", "seller") or "PERSON" in role.labels


def _weighing(role: ComparedRole) -> RoleWeighing:
    if role.kind in ("count", "amount"):
        return RoleWeighing(role, lambda fact: _figures(fact, role), weigh_counts)
    if role.kind == "time":
        return RoleWeighing(role, lambda fact: times_of(fact, _fillers(fact, role.name)), weigh_times)
    return RoleWeighing(
        role, lambda fact: things_of(fact, _fillers(fact, role.name), role.known), weigh_things
    )


def _fillers(fact: PlacedFact, role: str) -> Sequence[Any]:
    return fact.fact.by_role().get(role, ())


def _figures(fact: PlacedFact, role: ComparedRole) -> ComparedValue | None:
    fillers = fact.fact.by_role()
    beside = [filler for name in role.beside for filler in fillers.get(name, ())]
    return figures_of(fact, fillers.get(role.name, ()), beside, people=role.of_people)
