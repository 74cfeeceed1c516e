"""The annotation set: everything one annotator says about one article, or in the project set across articles.

A frozen value; its items (spans, facts, boilerplate, comments, decisions, topics, progress) are kept by kind
and id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, TypeAlias, cast

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span, Status

if TYPE_CHECKING:  # of a project set alone, and costly to load
    from annotations.compare.items import CompareItem

GOLD = "gold"  # the reserved annotator whose sets are adjudicated work


class State(StrEnum):
    """The progress of an annotator on an article."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"
    IN_REVIEW = "in review"
    REVIEWED = "reviewed"
    RETURNED = "returned"


FINISHED = (State.DONE, State.IN_REVIEW, State.REVIEWED)  # what `--articles done` exports


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A range of the text that is boilerplate, no part of the article proper."""

    kind: ClassVar[str] = "boilerplate"

    start: int
    end: int
    status: Status = Status.CONFIRMED

    @property
    def id(self) -> str:
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on the article, or on one span or fact of it; `reply_to` makes a thread."""

    kind: ClassVar[str] = "comment"

    id: str
    text: str
    by: str
    at: str
    on: str | None = None
    reply_to: str | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the whole article, by its name in the schema."""

    kind: ClassVar[str] = "topic"

    name: str

    @property
    def id(self) -> str:
        return self.name


Mark = Span | Fact | Boilerplate | Topic  # what says something of the article, and so can be reviewed


@dataclass(frozen=True, slots=True)
class Decision:
    """A step of a review: a decision on one case, an added item, a return, an approval (`review.decisions`).

    `case` is the key of the case, and so of what it saw; `saw` what each annotator had then (None: nothing),
    `made` what it gives gold (of a return: what was confirmed then), `at` UTC, ISO 8601.  `settles` are the
    stamps of other reviewers' decisions that it overrules.  One without `case` was made before version 14.
    """

    kind: ClassVar[str] = "decision"

    id: str
    choice: str
    reason: str = ""
    note: str = ""
    by: str = ""
    at: str = ""
    case: str = ""
    saw: tuple[tuple[str, Mark | None], ...] = ()
    made: tuple[Mark, ...] = ()
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """The set's state; `changed` says that it was edited after it was done, `skipped` why it is left out.

    `machine`: the pipeline, with its version, that made the set as an annotator of its own; "" of a person's.
    """

    kind: ClassVar[str] = "progress"
    id: ClassVar[str] = "progress"

    state: State = State.NEW
    changed: bool = False
    skipped: str = ""
    machine: str = ""

    def now(self, state: State) -> Progress:
        """Return the progress in that state, neither changed nor skipped; a machine's stays a machine's."""
        return Progress(state, machine=self.machine)


Item: TypeAlias = "Span | Fact | Boilerplate | Comment | Decision | Topic | Progress | CompareItem"
KINDS: dict[str, type[Item]] = {
    kind.kind: kind for kind in (Span, Fact, Boilerplate, Comment, Decision, Topic, Progress)
}
PROJECT = ""  # the article of a project set: what an annotator says across articles


@dataclass(frozen=True)
class AnnotationSet:
    """One annotator's items on one article: `items[kind][id]`."""

    article: str
    annotator: str
    items: Mapping[str, Mapping[str, Item]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: str, annotator: str, items: Iterable[Item]) -> AnnotationSet:
        by_kind: dict[str, dict[str, Item]] = {}
        for item in items:
            by_kind.setdefault(item.kind, {})[item.id] = item
        return cls(article, annotator, by_kind)

    @property
    def spans(self) -> Mapping[str, Span]:
        return cast(Mapping[str, Span], self.items.get(Span.kind, {}))

    @property
    def facts(self) -> Mapping[str, Fact]:
        return cast(Mapping[str, Fact], self.items.get(Fact.kind, {}))

    @property
    def boilerplate(self) -> Mapping[str, Boilerplate]:
        return cast(Mapping[str, Boilerplate], self.items.get(Boilerplate.kind, {}))

    @property
    def comments(self) -> Mapping[str, Comment]:
        return cast(Mapping[str, Comment], self.items.get(Comment.kind, {}))

    @property
    def topics(self) -> Mapping[str, Topic]:
        return cast(Mapping[str, Topic], self.items.get(Topic.kind, {}))

    @property
    def progress(self) -> Progress:
        return cast(Progress, self.items.get(Progress.kind, {}).get(Progress.id, Progress()))

    @property
    def state(self) -> State:
        return self.progress.state

    def __iter__(self) -> Iterator[Item]:
        return (item for items in self.items.values() for item in items.values())

    def __len__(self) -> int:
        return sum(map(len, self.items.values()))

    def having(self, *items: Item) -> AnnotationSet:
        """Return the set with these items, each in place of one of the same kind and id."""
        return self._with(((item.kind, item.id), item) for item in items)

    def lacking(self, *items: Item) -> AnnotationSet:
        """Return the set without the items of these kinds and ids."""
        return self._with(((item.kind, item.id), None) for item in items)

    def _with(self, changes: Iterable[tuple[tuple[str, str], Item | None]]) -> AnnotationSet:
        items = dict(self.items)
        fresh: dict[str, dict[str, Item]] = {}
        for (kind, id_), item in changes:
            if kind not in fresh:
                items[kind] = fresh[kind] = dict(items.get(kind, {}))
            if item is None:
                fresh[kind].pop(id_, None)
            else:
                fresh[kind][id_] = item
        return AnnotationSet(self.article, self.annotator, {k: v for k, v in items.items() if v})
