"""Items of an annotator's project set, an annotation set of no article: what a person says across articles.

Each is small, so that of two people's copies the last writer wins as people mean it.  A mention's key is
`article/span`, a fact's `article/fact`, both by id.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from annotations.processes.quick_dataclass import dataclass

Sort = Literal["entity", "fact"]  # what is kept apart from another of its sort
How = Literal["people of", "seat of", "body of", "within"]
HOWS: tuple[How, ...] = ("people of", "seat of", "body of", "within")


class Verdict(StrEnum):
    """How the values of one role go together, the worst last."""

    SILENT = "silent"
    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERS = "differs"
    CONTRADICTS = "contradicts"

    @property
    def badness(self) -> int:
        return _BADNESS[self]

    @property
    def sign(self) -> str:
        """Return the sign that stands for it beside any colour."""
        return _SIGNS[self]


_SIGNS = {
    Verdict.SAME: "=",
    Verdict.COMPATIBLE: "≈",
    Verdict.DIFFERS: "≠",
    Verdict.CONTRADICTS: "✕",
    Verdict.SILENT: "–",
}
_BADNESS = {one: place for place, one in enumerate(Verdict)}


def key_of(article: str, id_: str) -> str:
    """Return the key of a mention or a fact: an id of an article may have a slash, that of a span has none."""
    return f"{article}/{id_}"


def article_of(key: str) -> str:
    return key.rpartition("/")[0]


def id_of(key: str) -> str:
    return key.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that mentions refer to; `outside` is its id elsewhere, free text."""

    kind: ClassVar[str] = "entity"

    id: str
    name: str = ""
    label: str = ""
    outside: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that report one event, or one state of affairs at one time."""

    kind: ClassVar[str] = "group"

    id: str
    name: str = ""
    type: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class United:
    """Two entities, or two groups, that a person made one; `one` was merged into `other`, and each keeps its own.

    An item of its own rather than a field of either: whoever renames one of them meanwhile, and whoever merges one
    into a third, loses nothing.
    """

    kind: ClassVar[str] = "united"

    of: Sort
    one: str
    other: str

    @property
    def id(self) -> str:
        return f"{self.one} {self.other}"


@dataclass(frozen=True, slots=True)
class Member:
    """A mention and the entity that it is of; bounds and label find it again when its span has another id."""

    kind: ClassVar[str] = "member"

    id: str  # the mention's key
    entity: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """A fact and the group that it is in; type and trigger find it again when the fact has another id."""

    kind: ClassVar[str] = "grouped"

    id: str  # the fact's key
    group: str
    type: str
    trigger: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Two entities, or two facts, that a person said are not one; never proposed again, in any article.

    `one` and `other` are ids of entities or keys of facts, sorted; `said` is of each: an entity's folded wording
    and label, or a fact's type and its trigger as `start-end`.
    """

    kind: ClassVar[str] = "apart"

    of: Sort
    one: str
    other: str
    said: tuple[tuple[str, str], tuple[str, str]]
    note: str = ""

    @property
    def id(self) -> str:
        return f"{self.one} {self.other}"


@dataclass(frozen=True, slots=True)
class Related:
    """Two entities that go together and are not one: a country and its people, a body and its state."""

    kind: ClassVar[str] = "relation"

    from_: str
    how: How
    to: str

    @property
    def id(self) -> str:
        return f"{self.from_}/{self.how}/{self.to}"


@dataclass(frozen=True, slots=True)
class JudgedRole:
    """A person's verdict on a role of a group, with the values that it was given on as they were shown."""

    kind: ClassVar[str] = "verdict"

    group: str
    role: str
    verdict: Verdict
    reason: str = ""
    values: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.group}/{self.role}"


@dataclass(frozen=True, slots=True)
class Story:
    """The articles compared in one table, in order."""

    kind: ClassVar[str] = "story"

    id: str
    name: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A reviewer's decision on a case across articles, in gold's project set: what it gives gold are other items.

    `saw` is what the annotators said then, in short: once they say something else the case is open again.
    """

    kind: ClassVar[str] = "ruling"

    id: str  # the case's key
    saw: str


CompareItem = (
    Entity | FactGroup | United | Member | Grouped | KeptApart | Related | JudgedRole | Story | Ruling
)
PROJECT_KINDS: dict[str, type[CompareItem]] = {
    kind.kind: kind
    for kind in (Entity, FactGroup, United, Member, Grouped, KeptApart, Related, JudgedRole, Story, Ruling)
}
