"""Ids of entities and groups on their way out: of each span and fact that its annotator put into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from annotations.compare.finding_again import FoundAgain
from annotations.compare.in_force import InForce, in_force
from annotations.compare.items import Grouped, Member, article_of, id_of
from annotations.compare.material import ComparedArticle
from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.sets import PROJECT
from annotations.spans import Span, Status
from models.project import Project
from models.store.database import stamps_of

Ids = tuple[dict[str, str], dict[str, str]]  # of entities by span, of groups by fact


def told(project: Project, records: Iterable[Record], annotator: str) -> Iterator[Record]:
    """Yield the records with `entity` and `group` as the record's annotator says; of one without a set, as `annotator`."""
    known: dict[str, _SaidAcross] = {}
    for entry in records:
        who = entry.set.annotator if entry.set else annotator
        if who not in known:
            said = project.annotation_set(PROJECT, who)
            known[who] = _SaidAcross(in_force(said, stamps_of(project.db, who)))
        yield known[who].told(entry)


class _SaidAcross:
    """The statements of one annotator, by article."""

    def __init__(self, held: InForce) -> None:
        self._held = held
        self._members: dict[str, list[Member]] = {}
        self._grouped: dict[str, dict[str, Grouped]] = {}
        for member in held.members:
            self._members.setdefault(article_of(member.id), []).append(member)
        for key, grouped in held.grouped.items():
            self._grouped.setdefault(article_of(key), {})[key] = grouped

    def told(self, entry: Record) -> Record:
        id_ = entry.article.id
        members, grouped = self._members.get(id_, []), self._grouped.get(id_, {})
        if not members and not grouped:
            return entry
        spans = tuple(one for one in entry.spans() if one.status is not Status.REJECTED)
        facts = tuple(one for one in entry.facts() if one.status is not Status.REJECTED)
        places = FoundAgain([ComparedArticle(entry.article, spans, facts)])
        now = self._held.now
        entities = {id_of(key): now(one.entity) for one, key in places.members(members) if key}
        groups = {id_of(key): now(one.group) for one, key in places.grouped(grouped) if key}
        return _with(entry, (entities, groups))


def _with(entry: Record, ids: Ids) -> Record:
    made = entry.set
    if made is not None:
        items = [*made.spans.values(), *made.facts.values()]
        made = made.having(*(fresh for one in items if (fresh := _told(one, ids)) is not one))
    return replace(entry, set=made, pool=tuple(_told(one, ids) for one in entry.pool))


def _told(one: Any, ids: Ids) -> Any:
    entities, groups = ids
    if isinstance(one, Span) and one.id in entities:
        return replace(one, entity=entities[one.id])
    if isinstance(one, Fact) and one.id in groups:
        return replace(one, group=groups[one.id])
    return one
