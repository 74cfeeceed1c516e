"""Proposals, as a search makes them: entities, groups and stories.  Nobody's, and replaced whole by the next search."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.items import How
from annotations.compare.material import ComparedArticle
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import derived_id


@dataclass(frozen=True, slots=True)
class ProposedEntity:
    """An entity as proposed: also one that a person confirmed, with the mentions that the search adds to it.

    `mentions`: keys, in the order of articles and text, those settled included.  `score` 0..1; 1 for one wording.
    `reasons`: a sentence each, as "spelling variants: Houthi, Huthi".
    """

    id: str
    name: str
    label: str
    mentions: tuple[str, ...]
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedRelation:
    """Two proposed entities, by id, that go together and are not one."""

    from_: str
    how: How
    to: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProposedGroup:
    """A group as proposed: also one that a person confirmed, with the facts that the search adds to it.

    `facts`: keys, in the order of articles and text, at least two.  `see_also`: keys of facts of other types that
    may belong to the same event, which only a person adds.
    """

    id: str
    name: str
    type: str
    facts: tuple[str, ...]
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedStory:
    """Articles that are close to each other, by id in the order of publication."""

    id: str
    name: str
    articles: tuple[str, ...]
    closeness: float = 1.0


@dataclass(frozen=True)
class Proposals:
    """All that one search proposes, each list in its own order: a second run gives the same."""

    entities: tuple[ProposedEntity, ...] = ()
    relations: tuple[ProposedRelation, ...] = ()
    groups: tuple[ProposedGroup, ...] = ()
    stories: tuple[ProposedStory, ...] = ()


def entity_id(article: str, start: int) -> str:
    """Return the id of a proposed entity whose first mention stands there: two people who confirm it agree."""
    return derived_id("entity", article, start)


def group_id(article: str, type_: str, start: int) -> str:
    """Return the id of a proposed group whose first fact, of that type, has its trigger there."""
    return derived_id("group", article, type_, start)


def in_article_order(articles: Sequence[ComparedArticle]) -> list[ComparedArticle]:
    """Return the articles in the order that ids and lists go by: that of their ids."""
    return sorted(articles, key=lambda one: one.id)
