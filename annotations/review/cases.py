"""Cases: the points on which annotation sets of one article differ, and what an item says, whoever made it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from annotations.fact_attributes import comparable
from annotations.facts import Fact, Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sets import Boilerplate, Decision, Mark, Topic
from annotations.spans import Span, derived_id
from annotations.values.kinds import meaning

Ordered = Collection[tuple[str, str]]  # (fact type, role) whose fillers' order means something
Known = Callable[[str, str], int]  # how often a wording was given a label elsewhere
Content = tuple[Any, ...]
CLASH = "clash-"  # what the key of a clash begins with
Item = Mark


class Difference(StrEnum):
    """The kind of a difference between annotators."""

    LABEL = "label"
    BOUNDS = "bounds"
    LABEL_AND_BOUNDS = "label and bounds"
    ONLY = "only"  # an annotator has nothing here
    FACT_TYPE = "fact type"
    ROLE = "role"  # or trigger
    ATTRIBUTE = "attribute"  # see `fact_attributes`; or a value
    AGREED = "agreed"  # nothing: opened by a reviewer who sees it otherwise, or agreed since it was decided
    GONE = "gone"  # nobody has anything here since it was decided
    ADDED = "added"  # a reviewer has added it, since everybody missed it; nothing to decide
    CLASH = "clash"  # gold would say two things about the same words; `sides` are what says so


@dataclass(frozen=True)
class Case:
    """One point to decide: what each annotator has there; an annotator who has nothing is not in `sides`.

    `before` are the decisions on it that do not stand any more, since a side has changed; the latest is last.
    `follows`: the key of a case of spans by annotator and bounds of a filler, which follows that decision.
    """

    article: str
    difference: Difference
    sides: Mapping[str, Item]
    of: tuple[str, ...]  # the annotators compared, in order
    ordered: Ordered = field(default=frozenset(), repr=False, compare=False)
    before: tuple[Decision, ...] = field(default=(), repr=False, compare=False)
    follows: Mapping[tuple[str, int, int], str] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def key(self) -> str:
        """Return the case's key, of the article and of what every side has.

        A decision on it stands as long as there is a case of that key: when any side changes there is none.
        Copies of a project agree on it.
        """
        if (
            self.difference is Difference.CLASH
        ):  # who says what is one: of two of one voice the order may turn
            said = sorted(self.contents.values(), key=repr)
            return f"{CLASH}{derived_id('case', self.article, said)}"
        contents = sorted((who, self.contents.get(who)) for who in self.of)
        gone = [decision.case for decision in self.before] if not self.sides else []
        return derived_id("case", self.article, contents, *gone)

    @cached_property
    def contents(self) -> dict[str, Content]:
        """Return what each side says."""
        return {who: content(item, self.ordered) for who, item in self.sides.items()}

    @cached_property
    def place(self) -> tuple[int, int]:
        """Return the range from the first character of any member to the last; code points."""
        held = list(self.sides.values()) or [item for said in self.before for item in said.made]
        ranges = [place_of(item) for item in held]
        return min(start for start, _ in ranges), max(end for _, end in ranges)

    @cached_property
    def is_fact(self) -> bool:
        held = list(self.sides.values()) or [item for said in self.before for item in said.made]
        return any(isinstance(item, Fact) for item in held)

    @property
    def changed(self) -> Decision | None:
        """Return the decision that was made before a side changed, if there is one."""
        return self.before[-1] if self.before else None

    def readings(self) -> dict[Item | None, list[str]]:
        """Return the annotators by reading, equal contents together; None stands for no item.

        Facts that differ in fillers that follow a case of spans alone are one reading.
        """
        said: dict[Content, tuple[Item | None, list[str]]] = {}
        for who in self.of:
            item = self.sides.get(who)
            said.setdefault(self._read(who), (item, []))[1].append(who)
        return dict(said.values())

    def _read(self, who: str) -> Content:
        """Return what the side says, whatever the bounds of fillers that follow."""
        item = self.sides.get(who)
        if not self.follows or not isinstance(item, Fact):
            return self.contents.get(who, ())
        return followed(item, self.ordered, lambda f: self.follows.get((who, f.start, f.end)))


@dataclass(frozen=True)
class Comparison:
    """The comparison of sets of one article: the agreed items, and the cases in the order to decide them.

    `following` are facts that all agree on but for fillers whose spans are cases: they follow those decisions;
    `follows` gives the keys of these cases by the fact's.  `linked` gives by annotator and span the case that
    the span is part of.
    """

    article: str
    annotators: tuple[str, ...]
    agreed_cases: tuple[Case, ...]
    cases: tuple[Case, ...]
    following: tuple[Case, ...] = ()
    follows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    linked: Mapping[tuple[str, str], str] = field(default_factory=dict)
    ordered: Ordered = field(default=frozenset(), repr=False)

    @cached_property
    def by_key(self) -> dict[str, Case]:
        return {case.key: case for case in self.cases}

    @cached_property
    def agreed(self) -> tuple[Item, ...]:
        """Return the items that all have, each as the first annotator has it."""
        return tuple(next(iter(case.sides.values())) for case in self.agreed_cases)


def case_key(article: str, members: Iterable[str]) -> str:
    """Return the key that a case with members of those ids had before version 14, in whatever order."""
    return derived_id("case", article, *sorted(members))


def ordered_roles(schema: Schema) -> frozenset[tuple[str, str]]:
    """Return the (fact type, role) pairs whose fillers' order means something."""
    roles = ((fact.name, role) for fact in schema.facts.values() for role in fact.roles.values())
    return frozenset((fact, role.name) for fact, role in roles if role.ordered)


def content(item: Item, ordered: Ordered = ()) -> Content:
    """Return the content of an item, whoever made it: equal for two items that agree."""
    if isinstance(item, Span):
        return item.start, item.end, item.label
    if isinstance(item, Boilerplate):
        return item.kind, item.start, item.end
    if isinstance(item, Topic):
        return item.kind, item.name
    return item.type, item.trigger, roles_said(item, ordered), comparable(item.attributes)


def followed(fact: Fact, ordered: Ordered, key_of: Callable[[Filler], str | None]) -> Content:
    """Return the fact's content with the case of spans of each filler that follows one, in place of its bounds."""

    def filler(old: Filler) -> Filler:
        key = key_of(old)
        return replace(old, start=-1, end=int(key, 16)) if key else old

    roles = tuple(replace(role, fillers=tuple(map(filler, role.fillers))) for role in fact.roles)
    return content(replace(fact, roles=roles), ordered)


def same(one: Item | None, other: Item | None, ordered: Ordered = ()) -> bool:
    """Return whether two readings agree; None stands for no item."""
    return (one and content(one, ordered)) == (other and content(other, ordered))


def roles_said(fact: Fact, ordered: Ordered) -> Content:
    """Return what fills the fact's roles, in an order that only depends on what is said."""
    said = []
    for role, there in fact.by_role().items():
        fillers = [(f.start, f.end, meaning(f.value)) for f in there]
        is_sorted = len(fillers) < 2 or (fact.type, role) in ordered
        kept = fillers if is_sorted else sorted(fillers, key=repr)
        said.append((role, tuple(kept)))
    return tuple(sorted(said, key=repr))


def in_text(case: Case) -> tuple[int, int, str]:
    """Return the sort key of cases in text order."""
    return *case.place, case.key


def place_of(item: Item) -> tuple[int, int]:
    """Return the range of the text that an item is about: of a topic its very beginning."""
    if isinstance(item, Topic):
        return 0, 0
    if not isinstance(item, Fact):
        return item.start, item.end
    ranges = item.ranges()
    return item.trigger or (ranges[0][0], max(end for _, end in ranges))


def meet(one: Item, other: Item) -> bool:
    """Return whether the two are of one kind and share a character; topics: whether they are the same."""
    if one.kind != other.kind or isinstance(one, Topic):
        return one == other
    (start, end), (first, last) = place_of(one), place_of(other)
    return start < last and first < end


def by_difference(cases: Iterable[Case]) -> Counter[str]:
    """Return how many cases there are of each kind."""
    return Counter(case.difference.value for case in cases)
