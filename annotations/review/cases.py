"""Cases: the points on which annotation sets of one article differ; agreed items are only counted.

Only confirmed spans and facts are compared.  Every item stands in one case at most, or is agreed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from annotations.facts import Fact
from annotations.review.pairing import pair_facts
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status, derived_id

Ordered = Collection[tuple[str, str]]  # (fact type, role) whose fillers' order means something
Known = Callable[[str, str], int]  # how often a wording was given a label elsewhere
Content = tuple[Any, ...]


class Difference(StrEnum):
    """The kind of a difference between annotators."""

    LABEL = "label"
    BOUNDS = "bounds"
    LABEL_AND_BOUNDS = "label and bounds"
    ONLY = "only"  # an annotator has nothing here
    FACT_TYPE = "fact type"
    ROLE = "role"  # or trigger
    ATTRIBUTE = "attribute"  # see `fact_attributes`; or a value
    AGREED = "agreed"  # nothing: opened by a reviewer who sees it otherwise


@dataclass(frozen=True)
class Case:
    """One point to decide: what each annotator has there; an annotator who has nothing is not in `sides`."""

    article: str
    difference: Difference
    sides: Mapping[str, Span | Fact]
    of: tuple[str, ...]  # the annotators compared, in order

    @cached_property
    def key(self) -> str:
        """Return the case's key, of article and members' ids alone, so that copies of a project agree."""
        return case_key(self.article, (item.id for item in self.sides.values()))

    @property
    def place(self) -> tuple[int, int]:
        """Return the range from the first character of any member to the last; code points."""
        ranges = [_range(item) for item in self.sides.values()]
        return min(start for start, _ in ranges), max(end for _, end in ranges)

    @property
    def is_fact(self) -> bool:
        return any(isinstance(item, Fact) for item in self.sides.values())

    def readings(self) -> dict[Span | Fact | None, list[str]]:
        """Return the annotators by reading, equal contents together; None stands for no item."""
        said: dict[Content, tuple[Span | Fact | None, list[str]]] = {}
        for who in self.of:
            item = self.sides.get(who)
            said.setdefault(content(item) if item else (), (item, []))[1].append(who)
        return dict(said.values())


@dataclass(frozen=True)
class Comparison:
    """The comparison of sets of one article: the agreed items, and the cases in the order to decide them."""

    article: str
    annotators: tuple[str, ...]
    agreed: tuple[Span | Fact, ...]
    cases: tuple[Case, ...]


def case_key(article: str, members: Iterable[str]) -> str:
    """Return the key of a case with members of those ids, in whatever order."""
    return derived_id("case", article, *sorted(members))


def compare(sets: Sequence[AnnotationSet], *, ordered: Ordered = ()) -> Comparison:
    """Return the cases of sets on one article, spans before facts, each in text order.

    Of one set everything is agreed.  `ordered`: see `ordered_roles`.
    """
    who = tuple(made.annotator for made in sets)
    article = sets[0].article if sets else ""
    agreed_spans, span_groups = _grouped([_confirmed(made.spans) for made in sets], who)
    agreed_facts, fact_groups = _grouped_facts([_confirmed(made.facts) for made in sets], who, ordered)
    span_cases = (Case(article, _of_spans(group, who), group, who) for group in span_groups)
    fact_cases = (Case(article, _of_facts(group, who, ordered), group, who) for group in fact_groups)
    cases = [*sorted(span_cases, key=_in_text), *sorted(fact_cases, key=_in_text)]
    return Comparison(article, who, (*agreed_spans, *agreed_facts), tuple(cases))


def agreed_cases(sets: Sequence[AnnotationSet], *, ordered: Ordered = ()) -> list[Case]:
    """Return the agreed items as cases, for a reviewer who would overrule everybody; in text order."""
    who = tuple(made.annotator for made in sets)
    held = []
    for made in sets:
        items: list[Span | Fact] = [*_confirmed(made.spans), *_confirmed(made.facts)]
        held.append(
            {content(item, ordered): item for item in sorted(items, key=lambda i: i.id, reverse=True)}
        )
    found = []
    for item in compare(sets, ordered=ordered).agreed:
        sides = dict(zip(who, (one[content(item, ordered)] for one in held), strict=True))
        found.append(Case(sets[0].article, Difference.AGREED, sides, who))
    return sorted(found, key=_in_text)


def ordered_roles(schema: Schema) -> frozenset[tuple[str, str]]:
    """Return the (fact type, role) pairs whose fillers' order means something."""
    roles = ((fact.name, role) for fact in schema.facts.values() for role in fact.roles.values())
    return frozenset((fact, role.name) for fact, role in roles if role.ordered)


def content(item: Span | Fact, ordered: Ordered = ()) -> Content:
    """Return the content of an item, whoever made it: equal for two items that agree."""
    if isinstance(item, Span):
        return item.start, item.end, item.label
    return item.type, item.trigger, _roles(item, ordered), item.compared()


def _roles(fact: Fact, ordered: Ordered) -> Content:
    said = []
    for role in fact.roles:
        fillers = [(f.start, f.end, f.value) for f in role.fillers]
        is_sorted = len(fillers) < 2 or (fact.type, role.role) in ordered
        kept = fillers if is_sorted else sorted(fillers, key=repr)
        said.append((role.role, tuple(kept)))
    return tuple(sorted(said, key=repr))


def _confirmed(items: Mapping[str, Any]) -> list[Any]:
    return [item for item in items.values() if item.status is Status.CONFIRMED]


def _in_text(case: Case) -> tuple[int, int, str]:
    return *case.place, case.key


def _range(item: Span | Fact) -> tuple[int, int]:
    if isinstance(item, Span):
        return item.start, item.end
    ranges = item.ranges()
    return item.trigger or (ranges[0][0], max(end for _, end in ranges))


# --- spans

Group = dict[str, Span]


def _grouped(each: list[list[Span]], who: tuple[str, ...]) -> tuple[list[Span], list[Group]]:
    """Return the spans that all have, and the others in groups of at most one an annotator."""
    alike: dict[Content, Group] = {}
    for annotator, spans in zip(who, each, strict=True):
        for span in sorted(spans, key=lambda span: span.id):
            group = alike.setdefault(content(span), {})
            if annotator in group:
                continue  # the same twice over: once is enough
            group[annotator] = span
    agreed = [next(iter(group.values())) for group in alike.values() if len(group) == len(who)]
    spare = [group for group in alike.values() if len(group) < len(who)]
    return agreed, _joined(spare)


def _joined(groups: list[Group]) -> list[Group]:
    """Return the groups, overlapping ones of different annotators joined, the nearest first."""
    order = sorted(groups, key=lambda group: (_span(group).start, _span(group).end, _span(group).label))
    ranked = []
    for i, one in enumerate(order):
        for j in range(i + 1, len(order)):
            if _span(order[j]).start >= _span(one).end:
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


def _span(group: Group) -> Span:
    return next(iter(group.values()))


def _distance(one: Group, other: Group) -> tuple[int, float]:
    """Return how far two groups are apart, lower is nearer.

    Nearest are spans from one suggestion, then of the same bounds, the same label, and the longest overlap.
    """
    a, b = _span(one), _span(other)
    common = min(a.end, b.end) - max(a.start, b.start)
    share = common / (max(a.end, b.end) - min(a.start, b.start))
    if {s.id for s in one.values()} & {s.id for s in other.values()}:
        return 0, -share
    if (a.start, a.end) == (b.start, b.end):
        return 1, -share
    return (2 if a.label == b.label else 3), -share


def _of_spans(group: Mapping[str, Span], who: Sequence[str]) -> Difference:
    spans = group.values()
    if len(group) < len(who):
        return Difference.ONLY
    labels, bounds = len({s.label for s in spans}) > 1, len({(s.start, s.end) for s in spans}) > 1
    if labels and bounds:
        return Difference.LABEL_AND_BOUNDS
    return Difference.LABEL if labels else Difference.BOUNDS


# --- facts


def _grouped_facts(
    each: list[list[Fact]], who: tuple[str, ...], ordered: Ordered
) -> tuple[list[Fact], list[dict[str, Fact]]]:
    """Return the facts that all have, and the others in groups of at most one an annotator.

    Facts are paired by `pairing.pair_facts`, along the order of the annotators.
    """
    groups: list[dict[str, Fact]] = []
    for annotator, facts in zip(who, each, strict=True):
        open_ = [next(iter(group.values())) for group in groups]
        found = {other.id: one for one, other in pair_facts(open_, facts)}
        by_first = {id(next(iter(group.values()))): group for group in groups}
        for fact in facts:
            if partner := found.get(fact.id):
                by_first[id(partner)][annotator] = fact
            else:
                groups.append({annotator: fact})
    alike = [len({content(fact, ordered) for fact in group.values()}) == 1 for group in groups]
    whole = [same and len(group) == len(who) for same, group in zip(alike, groups, strict=True)]
    agreed = [next(iter(group.values())) for group, all_ in zip(groups, whole, strict=True) if all_]
    return agreed, [group for group, all_ in zip(groups, whole, strict=True) if not all_]


def _of_facts(group: Mapping[str, Fact], who: Sequence[str], ordered: Ordered) -> Difference:
    if len(group) < len(who):
        return Difference.ONLY
    if len({fact.type for fact in group.values()}) > 1:
        return Difference.FACT_TYPE
    said = {(fact.trigger, _places(fact, ordered)) for fact in group.values()}
    return Difference.ROLE if len(said) > 1 else Difference.ATTRIBUTE


def _places(fact: Fact, ordered: Ordered) -> Content:
    """Return the roles with the bounds of their fillers; values are attributes."""
    return tuple((role, tuple(filler[:2] for filler in said)) for role, said in _roles(fact, ordered))


def by_difference(cases: Iterable[Case]) -> Counter[str]:
    """Return how many cases there are of each kind."""
    return Counter(case.difference.value for case in cases)
