"""Verbs on entities: what a person does across articles, each a pure function from one project set to the next.

Verbs on groups are in `group_verbs`.  A verb that takes entities takes them as they stand in the comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from annotations.compare.comparison import ComparedEntity, Mention
from annotations.compare.in_force import in_force
from annotations.compare.items import Entity, How, KeptApart, Member, Related, Story, United
from annotations.compare.material import Said
from annotations.compare.names.fold import fold
from annotations.errors import UserError
from annotations.sets import AnnotationSet, Item
from annotations.spans import derived_id, new_id


def confirm(
    said: AnnotationSet, entity: ComparedEntity, mentions: Iterable[Mention] | None = None
) -> AnnotationSet:
    """Confirm the entity with its mentions, or with those alone; one that is alone is confirmed as well."""
    chosen = entity.mentions if mentions is None else mentions
    return said.having(
        _item(entity), *(_member(mention, entity.id) for mention in chosen if not mention.is_gone)
    )


def reject(said: AnnotationSet, entity: ComparedEntity) -> AnnotationSet:
    """Keep each other undecided wording of the entity apart from its first; what a person settled stays.

    UserError when there is nothing to part: it has one wording.
    """
    first, *others = wordings(entity) or [("", "")]  # all its mentions may be gone
    settled = {
        wording_of(mention) for mention in entity.mentions if mention.is_settled and not mention.is_gone
    }
    first = min(settled) if settled else first
    apart = [wordings_apart(first, other) for other in others if other not in settled and other != first]
    if not apart:
        raise UserError("There is nothing to reject: it has one wording. Split it to part its mentions.")
    return said.having(*apart)


def merge(said: AnnotationSet, entities: Sequence[ComparedEntity]) -> AnnotationSet:
    """Merge two entities or more into the first, with all their mentions.  What kept them apart is dropped.

    UserError for less than two.
    """
    chosen = list({entity.id: entity for entity in entities}.values())
    if len(chosen) < 2:
        raise UserError("Mark two entities to merge or more.")
    into, *others = chosen
    made = said
    for entity in chosen:
        made = confirm(made, entity)
    made = made.lacking(*_between(made, chosen))
    return made.having(*(United("entity", other.id, into.id) for other in others))


def split(said: AnnotationSet, entity: ComparedEntity, mentions: Sequence[Mention]) -> AnnotationSet:
    """Make an entity of its own of some mentions, kept apart from the rest.

    UserError when none or all are chosen.
    """
    gone = {mention.key for mention in mentions}
    rest = [mention for mention in entity.mentions if mention.key not in gone and not mention.is_gone]
    if not gone or not rest:
        raise UserError("Choose some of the mentions: those become an entity of their own.")
    first = mentions[0]
    fresh = Entity(new_id(), first.text, first.label)
    made = confirm(said, entity, rest).having(fresh, *(_member(mention, fresh.id) for mention in mentions))
    pair = min(entity.id, fresh.id), max(entity.id, fresh.id)
    sides = {entity.id: wording_of(rest[0]), fresh.id: wording_of(first)}
    return made.having(KeptApart("entity", *pair, (sides[pair[0]], sides[pair[1]])))


def take_out(said: AnnotationSet, entity: ComparedEntity, mentions: Sequence[Mention]) -> AnnotationSet:
    """Take mentions out of the entity: each wording becomes an entity of its own; what is gone is forgotten."""
    there = [mention for mention in mentions if not mention.is_gone]
    keys = {mention.key for mention in mentions if mention.is_gone}
    made = said.lacking(*(item for item in said.items.get(Member.kind, {}).values() if item.id in keys))
    return split(made, entity, there) if there else made


def keep_apart(
    said: AnnotationSet, one: ComparedEntity, other: ComparedEntity, note: str = ""
) -> AnnotationSet:
    """Keep two entities apart for good.  UserError when they are one."""
    if one.id == other.id:
        raise UserError("Mark two entities to keep apart.")
    pair = min(one.id, other.id), max(one.id, other.id)
    sides = {entity.id: _head(entity) for entity in (one, other)}
    apart = KeptApart("entity", *pair, (sides[pair[0]], sides[pair[1]]), note)
    return said.having(apart)


def forget_apart(said: AnnotationSet, one: ComparedEntity, other: ComparedEntity) -> AnnotationSet:
    """Drop what keeps two entities apart, so that they may be proposed as one again."""
    return said.lacking(*_between(said, (one, other)))


def describe(
    said: AnnotationSet,
    entity: ComparedEntity,
    *,
    name: str | None = None,
    label: str | None = None,
    outside: str | None = None,
    note: str | None = None,
) -> AnnotationSet:
    """Give the entity a name, label, id elsewhere or note; it and its mentions are confirmed with that."""
    item = _item(entity)
    fields = {"name": name, "label": label, "outside": outside, "note": note}
    given = {field: value.strip() for field, value in fields.items() if value is not None}
    return confirm(said, entity).having(replace(item, **given))


def relate(said: AnnotationSet, one: ComparedEntity, how: How | None, other: ComparedEntity) -> AnnotationSet:
    """Relate two entities, in place of how they were related; with `how` None they are not related any more."""
    old = (item for item in said.items.get(Related.kind, {}).values() if isinstance(item, Related))
    pair = {one.id, other.id}
    made = said.lacking(*(item for item in old if {item.from_, item.to} == pair))
    return made.having(_item(one), _item(other), Related(one.id, how, other.id)) if how else made


def tell_story(said: AnnotationSet, name: str, articles: Sequence[str], id_: str = "") -> AnnotationSet:
    """Make a story of the articles, or give the one of that id another name or other articles.

    UserError when there are less than two.
    """
    ids = tuple(dict.fromkeys(articles))
    if len(ids) < 2:
        raise UserError("A story has two articles or more.")
    return said.having(Story(id_ or new_id(), name.strip() or "Story", ids))


def wording_of(mention: Mention) -> Said:
    """Return the folded wording of a mention, with its label."""
    return fold(mention.text, mention.label), mention.label


def wordings(entity: ComparedEntity) -> list[Said]:
    """Return the folded wordings of the entity's mentions that are there, each once, in their order."""
    return list(dict.fromkeys(wording_of(mention) for mention in entity.mentions if not mention.is_gone))


def wordings_apart(one: Said, other: Said, note: str = "") -> KeptApart:
    """Return what keeps two wordings apart, in every article."""
    (first, a), (second, b) = sorted((derived_id("wording", *said), said) for said in (one, other))
    return KeptApart("entity", first, second, (a, b), note)


def _item(entity: ComparedEntity) -> Entity:
    return entity.item or Entity(entity.id, entity.name, entity.label)


def _member(mention: Mention, entity: str) -> Member:
    return Member(mention.key, entity, mention.start, mention.end, mention.label)


def _head(entity: ComparedEntity) -> Said:
    """Return the folded name of the entity, if a mention has that wording, else its first wording."""
    said, named = wordings(entity), (fold(entity.name, entity.label), entity.label)
    return named if named in said or not said else said[0]


def _between(said: AnnotationSet, entities: Sequence[ComparedEntity]) -> list[Item]:
    """Return what keeps any two of the entities apart, by their ids or by their wordings."""
    sides = [({entity.id}, set(wordings(entity))) for entity in entities]
    found, held = list[Item](), in_force(said)
    for item in said.items.get(KeptApart.kind, {}).values():
        if isinstance(item, KeptApart) and item.of == "entity":
            ids, pair = {held.now(item.one), held.now(item.other)}, set(item.said)
            for (one, its), (other, theirs) in combinations(sides, 2):
                if ids == one | other or (pair & its and pair & theirs and pair <= its | theirs):
                    found.append(item)
    return found
