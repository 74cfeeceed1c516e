"""The proof of `clusters`: what the comparison says beside what an import of the file would take, and what it shows.

Neither side is made of the lines that were written: one comes of the comparison, the other of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotations.articles import Article
from annotations.compare.comparison import ComparedEntity, ComparedGroup, JudgedRow
from annotations.compare.items import Entity, FactGroup, Grouped, JudgedRole, Member, Related
from annotations.facts import Fact
from annotations.formats.across.cluster_lines import ClusterLines
from annotations.formats.across.clusters import CONFIRMED, SUGGESTED, judged_rows, kept_apart
from annotations.formats.across.clusters_fields import fields_read, fields_said
from annotations.formats.across.clusters_reading import values
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import How, Statement
from annotations.json_fields import Json
from annotations.problems import Problem
from annotations.sets import Item


def said(leaving: CrossExport, how: How) -> Iterator[Statement]:
    """Yield what the file must say: texts, mentions, facts, names, verdicts, and each item of the project set."""
    found, who = leaving.comparison, leaving.annotator
    yield from (_article(one.article) for one in found.articles)
    for entity in found.entities:
        yield f"entity {entity.id}", (entity.name, entity.label, _word(entity.item is not None))
        yield from _entity(entity, who)
    for group in found.groups:
        yield f"group {group.id}", (group.name, group.type, _word(group.item is not None))
        yield from _group(group, leaving)
    for item in {
        one.id: one
        for one in (
            Related(leaving.held.now(r.from_), r.how, leaving.held.now(r.to)) for r in leaving.held.relations
        )
        if one.from_ != one.to and found.entity(one.from_) and found.entity(one.to)
    }.values():
        yield _item(who, item)
    yield from (_item(who, item) for item in kept_apart(leaving))
    for story, is_made in leaving.stories:
        yield f"story {story.id}", (story.name, *story.articles, _word(is_made))
        if is_made:
            yield _item(who, story)
    yield from fields_said(leaving, how.schema)


def reread(folder: Path) -> Iterator[Statement]:
    """Yield what an import would take of the one file in the folder.  ValueError at a line that it would not."""
    found = ClusterLines()
    (path,) = (path for path in folder.iterdir() if path.is_file())
    with path.open("rb") as file:
        for entry in values(path, file):
            for trouble in [entry] if isinstance(entry, Problem) else found.told(path, *entry):
                raise ValueError(f"line {trouble.line}: {trouble.reason}")
            if isinstance(entry, tuple):
                yield from fields_read(entry[1])
    for trouble in found.ended(path):
        raise ValueError(f"line {trouble.line}: {trouble.reason}")
    yield from (_article(article) for article, _ in found.articles.values())
    for article, spans in found.spans.items():
        for span in spans.values():
            place = span.start, span.end, span.label, span.status.value
            yield f"mention {article}/{span.id}", (*place, *found.entity_of[f"{article}/{span.id}"])
    for article, facts in found.facts.items():
        for fact in facts.values():
            yield f"fact {article}/{fact.id}", (_fact(fact), *found.group_of[f"{article}/{fact.id}"])
    yield from found.names.items()
    for group, rows in found.verdicts.items():
        for row in rows:
            yield f"verdict {group}/{row['role']}", _row_read(row)
    for (who, _, _), item in found.items.items():
        yield _item(who, item)


def _article(article: Article) -> Statement:
    return f"article {article.id}", (
        article.title,
        article.published,
        article.published_trusted,
        article.text,
    )


def _entity(entity: ComparedEntity, who: str) -> Iterator[Statement]:
    item = entity.item
    if item:
        yield _item(who, Entity(entity.id, entity.name, entity.label, item.outside, item.note))
    for one in entity.mentions:
        place = one.start, one.end, one.label, one.status.value
        yield f"mention {one.key}", (*place, entity.id, one.is_settled)
        if one.is_settled:
            maker = who if item else ""
            yield _item(maker, Member(one.key, entity.id, one.start, one.end, one.label))


def _group(group: ComparedGroup, leaving: CrossExport) -> Iterator[Statement]:
    who, item = leaving.annotator, group.item
    if item:
        yield _item(who, FactGroup(group.id, group.name, group.type, item.note))
    for one in group.facts:
        if one.fact:
            fact = one.fact.fact
            yield f"fact {one.key}", (_fact(fact), group.id, one.is_settled)
            if one.is_settled:
                yield _item(who if item else "", Grouped(one.key, group.id, fact.type, fact.trigger))
    for row in judged_rows(group, leaving):
        yield f"verdict {group.id}/{row.role}", _row(row)
        if judged := row.judged:
            made = JudgedRole(group.id, row.role, judged.verdict, judged.reason, judged.values)
            yield _item(who, made)


def _fact(fact: Fact) -> Any:
    """Return the fact without spans of fillers, origin and score, which no line has."""
    roles = tuple(
        (role, tuple((one.start, one.end, one.value) for one in fillers))
        for role, fillers in fact.by_role().items()
    )
    return fact.type, fact.trigger, roles, fact.attributes, fact.status.value


def _row(row: JudgedRow) -> Any:
    computed = row.computed
    return (
        row.verdict.value,
        computed.computed.value,
        computed.silent,
        tuple((one.shown, one.facts) for one in computed.values),
        tuple((one.a, one.b, one.verdict.value, one.reason) for one in computed.pairs),
    )


def _row_read(row: Json) -> Any:
    return (
        row["verdict"],
        row["computed"],
        tuple(row["silent"]),
        tuple((one["shown"], tuple(one["facts"])) for one in row["values"]),
        tuple((one["a"], one["b"], one["verdict"], one["reason"]) for one in row["pairs"]),
    )


def _item(who: str, item: Item) -> Statement:
    return f"{item.kind} {item.id} of {who}", item


def _word(is_made: bool) -> str:
    return CONFIRMED if is_made else SUGGESTED
