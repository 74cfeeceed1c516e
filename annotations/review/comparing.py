"""The comparison of sets on one article: what all agree on, and the cases.

Only confirmed items are compared.  Every item stands in one case at most, or is agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import (
    Case,
    Comparison,
    Content,
    Difference,
    Item,
    Ordered,
    content,
    followed,
    in_text,
    roles_said,
)
from annotations.review.pairing import pair_facts
from annotations.sets import AnnotationSet, Boilerplate, Topic
from annotations.spans import Span, Status

Ranged = Span | Boilerplate
Group = dict[str, Any]  # by annotator; all of one kind


def compare(sets: Sequence[AnnotationSet], *, ordered: Ordered = ()) -> Comparison:
    """Return the cases of sets on one article: topics, boilerplate, spans, then facts, each in text order.

    Of one set everything is agreed.  `ordered`: see `ordered_roles`.
    """
    who = tuple(made.annotator for made in sets)
    article = sets[0].article if sets else ""

    def case(group: Group, difference: Difference) -> Case:
        sides = {name: group[name] for name in who if name in group}
        return Case(article, difference, sides, who, ordered)

    agreed: list[Case] = []
    cases: list[Case] = []
    for kind in (_topics, _boilerplate, _spans):
        found, groups = _grouped([kind(made) for made in sets], who)
        agreed += (case(group, Difference.AGREED) for group in found)
        cases += sorted((case(group, _of_spans(group, who)) for group in groups), key=in_text)
    links = _Links(sets, dict(_members(cases)))
    facts = _grouped_facts([_facts(made) for made in sets], who, ordered, links)
    agreed += (case(group, Difference.AGREED) for group in facts.agreed)
    differing = [
        replace(case(group, _of_facts(group, who, ordered)), follows=links.places(group))
        for group in facts.differing
    ]
    cases += sorted(differing, key=in_text)
    following = sorted((case(group, Difference.ROLE) for group in facts.following), key=in_text)
    follows = {one.key: frozenset(links.cases(one.sides)) for one in following}
    agreed.sort(key=lambda case: case.place)
    return Comparison(
        article, who, tuple(agreed), tuple(cases), tuple(following), follows, links.by_id, ordered
    )


def alone(made: AnnotationSet, *, ordered: Ordered = ()) -> Comparison:
    """Return a single annotator's work as a comparison in which every confirmed item is a case."""
    who = (made.annotator,)
    items = confirmed(made)
    cases = [Case(made.article, Difference.ONLY, {who[0]: item}, who, ordered) for item in items]
    order = sorted(cases, key=lambda case: (case.is_fact, *in_text(case)))
    linked = {
        (made.annotator, item.id): case.key
        for case in order
        for item in case.sides.values()
        if isinstance(item, Span)
    }
    return Comparison(made.article, who, (), tuple(order), linked=linked, ordered=ordered)


def compare_sides(sets: Sequence[AnnotationSet], *, ordered: Ordered = ()) -> Comparison:
    """Return the comparison that a review is of: of several sets, or of one alone."""
    return alone(sets[0], ordered=ordered) if len(sets) == 1 else compare(sets, ordered=ordered)


def agreed_cases(sets: Sequence[AnnotationSet], *, ordered: Ordered = ()) -> list[Case]:
    """Return the agreed items as cases, for a reviewer who would overrule everybody; in text order."""
    return [*compare(sets, ordered=ordered).agreed_cases]


def confirmed(made: AnnotationSet) -> list[Item]:
    """Return all that the set says and a review compares."""
    return [*_topics(made), *_boilerplate(made), *_spans(made), *_facts(made)]


def _spans(made: AnnotationSet) -> list[Span]:
    return [item for item in made.spans.values() if item.status is Status.CONFIRMED]


def _facts(made: AnnotationSet) -> list[Fact]:
    return [item for item in made.facts.values() if item.status is Status.CONFIRMED]


def _boilerplate(made: AnnotationSet) -> list[Boilerplate]:
    return [item for item in made.boilerplate.values() if item.status is Status.CONFIRMED]


def _topics(made: AnnotationSet) -> list[Topic]:
    return list(made.topics.values())


# --- spans, and what is grouped like them


def _grouped(each: Sequence[Sequence[Any]], who: tuple[str, ...]) -> tuple[list[Group], list[Group]]:
    """Return the groups of items that all have, and the others in groups of at most one an annotator."""
    alike: dict[Content, Group] = {}
    for annotator, items in zip(who, each, strict=True):
        for item in sorted(items, key=lambda item: item.id):
            group = alike.setdefault(content(item), {})
            if annotator in group:
                continue  # the same twice over: once is enough
            group[annotator] = item
    agreed = [group for group in alike.values() if len(group) == len(who)]
    spare = [group for group in alike.values() if len(group) < len(who)]
    return agreed, spare if any(isinstance(_first(group), Topic) for group in spare) else _joined(spare)


def _joined(groups: list[Group]) -> list[Group]:
    """Return the groups, overlapping ones of different annotators joined, the nearest first.

    Of as near ones the ids say which, whatever the labels are called: a rename joins no others.
    """
    order = sorted(groups, key=_in_order)
    ranked = []
    for i, one in enumerate(order):
        for j in range(i + 1, len(order)):
            if _first(order[j]).start >= _first(one).end:
                break
            if not one.keys() & order[j].keys():
                ranked.append((_distance(one, order[j]), i, j))
    home = list(range(len(order)))  # where each group went; followed to its end
    for _, i, j in sorted(ranked):
        while home[i] != i:
            i = home[i]
        while home[j] != j:
            j = home[j]
        if i != j and not order[i].keys() & order[j].keys():
            order[i], order[j], home[j] = {**order[i], **order[j]}, {}, i
    return [group for group in order if group]


def _in_order(group: Group) -> tuple[int, int, str]:
    return _first(group).start, _first(group).end, min(item.id for item in group.values())


def _first(group: Group) -> Any:
    return next(iter(group.values()))


def _label(group: Group) -> str:
    return getattr(_first(group), "label", "")


def _distance(one: Group, other: Group) -> tuple[int, float]:
    """Return how far two groups are apart, lower is nearer.

    Nearest are spans from one suggestion, then of the same bounds, the same label, and the longest overlap.
    """
    a, b = _first(one), _first(other)
    common = min(a.end, b.end) - max(a.start, b.start)
    share = common / (max(a.end, b.end) - min(a.start, b.start))
    if {s.id for s in one.values()} & {s.id for s in other.values()}:
        return 0, -share
    if (a.start, a.end) == (b.start, b.end):
        return 1, -share
    return (2 if _label(one) == _label(other) else 3), -share


def _of_spans(group: Mapping[str, Any], who: Sequence[str]) -> Difference:
    items = group.values()
    if len(group) < len(who):
        return Difference.ONLY
    labels = len({getattr(item, "label", "") for item in items}) > 1
    bounds = len({(item.start, item.end) for item in items}) > 1
    if labels and bounds:
        return Difference.LABEL_AND_BOUNDS
    return Difference.LABEL if labels else Difference.BOUNDS


# --- facts


class _Links:
    """The cases that the fillers of facts are part of, by the spans they refer to or stand on."""

    def __init__(self, sets: Sequence[AnnotationSet], cases: Mapping[tuple[str, str], Case]) -> None:
        self.by_id = {member: case.key for member, case in cases.items()}
        self._sets = sets

    @cached_property
    def _at(self) -> dict[tuple[str, int, int], str]:
        """Return the spans by annotator and bounds, where one is there alone: for fillers that name none."""
        places: dict[tuple[str, int, int], list[str]] = {}
        for made in self._sets:
            for span in _spans(made):
                places.setdefault((made.annotator, span.start, span.end), []).append(span.id)
        return {place: ids[0] for place, ids in places.items() if len(ids) == 1}

    def case_of(self, who: str, start: int, end: int, span: str | None) -> str | None:
        id_ = span or self._at.get((who, start, end)) if self.by_id else None
        return self.by_id.get((who, id_)) if id_ else None

    def cases(self, sides: Mapping[str, Item]) -> Iterable[str]:
        for who, fact in sides.items():
            for f in fact.fillers() if isinstance(fact, Fact) else ():
                if key := self.case_of(who, f.start, f.end, f.span):
                    yield key

    def places(self, sides: Mapping[str, Fact]) -> dict[tuple[str, int, int], str]:
        """Return the cases by annotator and bounds of the fillers that are part of one."""
        each = ((who, filler) for who, fact in sides.items() for filler in fact.fillers())
        found = {(who, f.start, f.end): self.case_of(who, f.start, f.end, f.span) for who, f in each}
        return {place: key for place, key in found.items() if key}

    def content(self, who: str, fact: Fact, ordered: Ordered) -> Content:
        """Return the fact's content with the case of each filler that is part of one, in place of its bounds."""
        if not any(self.case_of(who, f.start, f.end, f.span) for f in fact.fillers()):
            return content(fact, ordered)

        return followed(fact, ordered, lambda f: self.case_of(who, f.start, f.end, f.span))


def _members(cases: Sequence[Case]) -> Iterable[tuple[tuple[str, str], Case]]:
    for case in cases:
        for who, item in case.sides.items():
            if isinstance(item, Span):
                yield (who, item.id), case


@dataclass(frozen=True)
class _Facts:
    agreed: list[Group]
    following: list[Group]
    differing: list[Group]


def _grouped_facts(
    each: Sequence[Sequence[Fact]], who: tuple[str, ...], ordered: Ordered, links: _Links
) -> _Facts:
    """Return the facts that all have, those that follow cases of spans, and the others, in groups.

    A group has at most one of an annotator; facts are paired by `pairing.pair_facts`, along the order of the
    annotators.
    """
    groups: list[Group] = []
    for annotator, facts in zip(who, each, strict=True):
        open_ = [_first(group) for group in groups]
        found = {other.id: one for one, other in pair_facts(open_, facts)}
        by_first = {id(_first(group)): group for group in groups}
        for fact in facts:
            if partner := found.get(fact.id):
                by_first[id(partner)][annotator] = fact
            else:
                groups.append({annotator: fact})
    made = _Facts([], [], [])
    for group in groups:
        is_whole = len(group) == len(who)
        if is_whole and len({content(fact, ordered) for fact in group.values()}) == 1:
            made.agreed.append(group)
        elif is_whole and len({links.content(who_, fact, ordered) for who_, fact in group.items()}) == 1:
            made.following.append(group)
        else:
            made.differing.append(group)
    return made


def _of_facts(group: Mapping[str, Fact], who: Sequence[str], ordered: Ordered) -> Difference:
    if len(group) < len(who):
        return Difference.ONLY
    if len({fact.type for fact in group.values()}) > 1:
        return Difference.FACT_TYPE
    said = {(fact.trigger, _places(fact, ordered)) for fact in group.values()}
    return Difference.ROLE if len(said) > 1 else Difference.ATTRIBUTE


def _places(fact: Fact, ordered: Ordered) -> Content:
    """Return the roles with the bounds of their fillers; values are attributes."""
    return tuple((role, tuple(filler[:2] for filler in said)) for role, said in roles_said(fact, ordered))
