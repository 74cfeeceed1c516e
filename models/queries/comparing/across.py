"""Reading across articles for one of them: in steps, and kept while it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property

from annotations.compare.in_force import InForce, Stamps, in_force
from annotations.compare.items import Grouped, Member, article_of, id_of
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals, ProposedEntity, ProposedGroup
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import PROJECT, AnnotationSet, Item
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import gathering, proposals
from models.queries.comparing.steps import Steps
from models.store.database import stamps_of
from models.store.rows import Row


@dataclass(frozen=True)
class KeyedProposals:
    """Proposals of one search, with the entity of each mention and the group of each fact, by key."""

    all: Proposals = field(default_factory=Proposals)
    entity_of: Mapping[str, ProposedEntity] = field(default_factory=dict)
    group_of: Mapping[str, ProposedGroup] = field(default_factory=dict)


@dataclass(frozen=True)
class SaidAcross:
    """The project set of an annotator, what is in force of it, and when its items were written."""

    said: AnnotationSet
    held: InForce
    stamps: Stamps

    @cached_property
    def members(self) -> Mapping[str, list[Member]]:
        """Return the members by article."""
        found: dict[str, list[Member]] = {}
        for member in self.held.members:
            found.setdefault(article_of(member.id), []).append(member)
        return found

    def members_in(self, whole: ComparedArticle, part: ComparedArticle) -> list[Member]:
        """Return the members of an article of which a part is compared: of spans there, and of what is gone."""
        ids = (part.by_id, whole.by_id)
        found = ((one, id_of(one.id)) for one in self.members.get(whole.id, ()))
        return [one for one, id_ in found if id_ in ids[0] or id_ not in ids[1]]

    def of(self, members: Iterable[Member], grouped: Iterable[Grouped] = ()) -> AnnotationSet:
        """Return what was said with those members and grouped facts alone; merges, relations and verdicts stay."""
        own: dict[str, Mapping[str, Item]] = {**self.said.items}
        own[Member.kind] = {one.id: one for one in members}
        own[Grouped.kind] = {one.id: one for one in grouped}
        return replace(self.said, items=own)


class Across:
    """The reading for one annotator of an open project.  `forget` what was written since."""

    def __init__(self, project: Project, annotator: str) -> None:
        self.project, self.annotator = project, annotator
        self._articles: dict[str, ComparedArticle] = {}
        self._proposals: tuple[str, KeyedProposals] = "", KeyedProposals()
        self._said: tuple[list[list[Row]], SaidAcross] | None = None

    def forget(self, articles: Iterable[str] | None = None) -> None:
        """Read those articles anew when they are next asked for, or all."""
        for id_ in list(self._articles) if articles is None else articles:
            self._articles.pop(id_, None)

    def take(self, article: ComparedArticle) -> None:
        """Take an article as it is shown, in place of what would be read."""
        self._articles[article.id] = article

    @property
    def is_searched(self) -> bool:
        """Return whether there has been a search for the annotator."""
        return proposals.searched_for(self.project) == self.annotator

    def said(self) -> SaidAcross:
        """Return what the annotator said."""
        written = proposals.written_across(self.project.db, self.annotator)
        if self._said is None or self._said[0] != written:
            said = self.project.annotation_set(PROJECT, self.annotator)
            stamps = stamps_of(self.project.db, self.annotator)
            self._said = written, SaidAcross(said, in_force(said, stamps), stamps)
        return self._said[1]

    def proposals(self) -> Steps[KeyedProposals]:
        """Give what the last search proposed."""
        search = proposals.last_search(self.project)
        name = f"{search.at} {search.material}" if search else ""
        if name != self._proposals[0]:
            found = yield from proposals.reading(self.project)
            entity_of = {key: one for one in found.entities for key in one.mentions}
            yield
            group_of = {key: one for one in found.groups for key in one.facts}
            self._proposals = name, KeyedProposals(found, entity_of, group_of)
        return self._proposals[1]

    def articles(self, ids: Iterable[str]) -> Steps[list[ComparedArticle]]:
        """Give those of the articles that are in the project, in that order, as the annotator sees them."""
        wanted = list(dict.fromkeys(ids))
        new = [id_ for id_ in wanted if id_ not in self._articles]
        known = article_queries.titles(self.project, new) if new else {}
        for id_ in new:
            if id_ in known:
                read = gathering.compared(self.project, self.annotator, [id_])
                self._articles |= {one.id: one for one in read}
                yield
        return [self._articles[id_] for id_ in wanted if id_ in self._articles]
