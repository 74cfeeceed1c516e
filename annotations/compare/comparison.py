"""The comparison of articles: entities and groups as they stand, what a person decided and what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from annotations.compare.items import (
    Entity,
    FactGroup,
    How,
    JudgedRole,
    Verdict,
    key_of,
)
from annotations.compare.material import ComparedArticle
from annotations.compare.verdicts.shapes import PlacedFact, RoleVerdict
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Status


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an entity: a place in the text of an article, code points.

    `status` is that of its span, `is_settled`: a person said of which entity it is, `is_gone`: its span was deleted
    or rejected since.
    """

    article: str
    span: str
    start: int
    end: int
    text: str
    label: str
    status: Status
    is_settled: bool = False
    is_gone: bool = False

    @property
    def key(self) -> str:
        return key_of(self.article, self.span)


@dataclass(frozen=True, slots=True)
class ComparedEntity:
    """An entity as it stands.  `item` is what a person said of it, None while it is only proposed.

    `mentions` are in the order of articles and text; `related` (other entity, how, whether this one comes first);
    `apart` (other entity, note).
    """

    id: str
    name: str
    label: str
    mentions: tuple[Mention, ...]
    item: Entity | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    related: tuple[tuple[str, How, bool], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def status(self) -> Status:
        return Status.CONFIRMED if self.item else Status.SUGGESTED

    @property
    def undecided(self) -> tuple[Mention, ...]:
        """Return the mentions that are only proposed."""
        return tuple(mention for mention in self.mentions if not mention.is_settled)

    @property
    def is_to_decide(self) -> bool:
        """Return whether there is something to decide: mentions in more than one place, or added to a settled one."""
        return bool(self.undecided) and len(self.mentions) > 1


@dataclass(frozen=True, slots=True)
class GroupedFact:
    """A fact of a group; `fact` is None once it is gone, and `key` and `type` are what is left of it."""

    key: str
    article: str
    type: str
    fact: PlacedFact | None
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """The verdict on a role: as computed, and as a person judged it."""

    computed: RoleVerdict
    judged: JudgedRole | None = None

    @property
    def role(self) -> str:
        return self.computed.role

    @property
    def verdict(self) -> Verdict:
        return self.judged.verdict if self.judged else self.computed.computed

    @property
    def is_on_others(self) -> bool:
        """Return whether a person judged other values than are there now."""
        return self.judged is not None and sorted(self.judged.values) != sorted(self.computed.shown)


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """A group of facts as it stands.  `item` is what a person said of it, None while it is only proposed.

    `facts` are in the order of articles and text; `verdicts` are of those that are there, in the order of roles.
    `apart` (key of a fact of this group, key of another fact, note); `see_also`: keys of facts of other types.
    """

    id: str
    name: str
    type: str
    facts: tuple[GroupedFact, ...]
    verdicts: tuple[JudgedRow, ...] = ()
    item: FactGroup | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    apart: tuple[tuple[str, str, str], ...] = ()
    see_also: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        return Status.CONFIRMED if self.item else Status.SUGGESTED

    @property
    def there(self) -> tuple[PlacedFact, ...]:
        """Return the facts that are not gone; places in verdicts are places here."""
        return tuple(one.fact for one in self.facts if one.fact)

    @property
    def undecided(self) -> tuple[GroupedFact, ...]:
        return tuple(one for one in self.facts if not one.is_settled)

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the articles that report it."""
        return tuple(dict.fromkeys(one.article for one in self.facts if one.fact))

    @property
    def verdict(self) -> Verdict:
        """Return the worst verdict of its roles."""
        return max(
            (row.verdict for row in self.verdicts), key=lambda one: one.badness, default=Verdict.SILENT
        )


@dataclass(frozen=True)
class CrossComparison:
    """The articles compared, in order, with their entities and groups as one annotator has them.

    Every mention is in exactly one entity, of one mention where nobody said or proposes more; a fact is in at most
    one group.  `overruled` are sentences on what a later statement goes against.
    """

    annotator: str
    articles: tuple[ComparedArticle, ...]
    entities: tuple[ComparedEntity, ...] = ()
    groups: tuple[ComparedGroup, ...] = ()
    entity_of: Mapping[str, str] = field(default_factory=dict)  # by the key of a mention
    group_of: Mapping[str, str] = field(default_factory=dict)  # by the key of a fact
    overruled: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "_articles", {one.id: one for one in self.articles})
        object.__setattr__(self, "_entities", {one.id: one for one in self.entities})
        object.__setattr__(self, "_groups", {one.id: one for one in self.groups})

    def article(self, id_: str) -> ComparedArticle | None:
        found: Mapping[str, ComparedArticle] = vars(self)["_articles"]
        return found.get(id_)

    def entity(self, id_: str) -> ComparedEntity | None:
        found: Mapping[str, ComparedEntity] = vars(self)["_entities"]
        return found.get(id_)

    def group(self, id_: str) -> ComparedGroup | None:
        found: Mapping[str, ComparedGroup] = vars(self)["_groups"]
        return found.get(id_)

    def fact(self, key: str) -> tuple[ComparedArticle, Fact] | None:
        """Return the fact of that key with its article, None when it is not among these."""
        article, _, id_ = key.rpartition("/")
        at = self.article(article)
        found = next((fact for fact in at.facts if fact.id == id_), None) if at else None
        return (at, found) if at and found else None
