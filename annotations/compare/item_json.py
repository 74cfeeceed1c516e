"""Items of a project set as JSON values.  Reading checks everything, since files are hostile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from annotations.compare.items import (
    HOWS,
    CompareItem,
    Entity,
    FactGroup,
    Grouped,
    How,
    JudgedRole,
    KeptApart,
    Member,
    Related,
    Ruling,
    Sort,
    Story,
    United,
    Verdict,
)
from annotations.json_fields import LONGEST_KEY, BadItem, Json, bounds, listed, named, one_of, pair, text

MOST_ARTICLES = 2000  # of a story


def plain_json(item: CompareItem) -> Json:
    """Return the fields of an item, each under its name."""
    return {name: getattr(item, name) for name in type(item).__slots__}


def grouped_json(item: Grouped) -> Json:
    return {**plain_json(item), "trigger": list(item.trigger) if item.trigger else None}


def apart_json(item: KeptApart) -> Json:
    return {**plain_json(item), "said": [list(one) for one in item.said]}


def related_json(item: Related) -> Json:
    return {"from": item.from_, "how": item.how, "to": item.to}


def judged_json(item: JudgedRole) -> Json:
    return {**plain_json(item), "verdict": item.verdict.value, "values": list(item.values)}


def story_json(item: Story) -> Json:
    return {**plain_json(item), "articles": list(item.articles)}


def read_entity(value: Json) -> Entity:
    said = {name: text(value, name) for name in ("name", "label", "outside", "note")}
    return Entity(named(value.get("id"), "the id of an entity"), **said)


def read_group(value: Json) -> FactGroup:
    said = {name: text(value, name) for name in ("name", "type", "note")}
    return FactGroup(named(value.get("id"), "the id of a group"), **said)


def read_united(value: Json) -> United:
    one, other = (named(value.get(name), "an id", most=LONGEST_KEY) for name in ("one", "other"))
    if one == other:
        raise BadItem(f"{one} is merged into itself")
    return United(_sort(value), one, other)


def read_member(value: Json) -> Member:
    start, end = bounds(value.get("start"), value.get("end"))
    return Member(_key(value), named(value.get("entity"), "an entity"), start, end, text(value, "label"))


def read_grouped(value: Json) -> Grouped:
    trigger = value.get("trigger")
    place = bounds(*pair(trigger)) if trigger is not None else None
    return Grouped(_key(value), named(value.get("group"), "a group"), text(value, "type"), place)


def read_apart(value: Json) -> KeptApart:
    one, other = (named(value.get(name), "an id", most=LONGEST_KEY) for name in ("one", "other"))
    first, second = (_said(said) for said in pair(value.get("said")))
    if one >= other:
        raise BadItem("the two that are kept apart are not in order")
    return KeptApart(_sort(value), one, other, (first, second), text(value, "note"))


def read_related(value: Json) -> Related:
    from_, to = (named(value.get(name), "an entity") for name in ("from", "to"))
    if value.get("how") not in HOWS:
        raise BadItem(f"a relation must be one of {', '.join(HOWS)}")
    return Related(from_, cast(How, value["how"]), to)


def read_judged(value: Json) -> JudgedRole:
    group, role = named(value.get("group"), "a group"), named(value.get("role"), "a role")
    if value.get("verdict") is None:
        raise BadItem("a verdict says nothing")
    verdict = one_of(Verdict, value["verdict"], Verdict.SILENT)
    return JudgedRole(group, role, verdict, text(value, "reason"), _texts(value, "values"))


def read_story(value: Json) -> Story:
    articles = _texts(value, "articles")
    if len(articles) > MOST_ARTICLES or len(set(articles)) != len(articles):
        raise BadItem(f"a story must have up to {MOST_ARTICLES} articles, each once")
    return Story(named(value.get("id"), "the id of a story"), text(value, "name"), articles)


def read_ruling(value: Json) -> Ruling:
    return Ruling(named(value.get("id"), "the key of a case"), named(value.get("saw"), "what a ruling saw"))


def _key(value: Json) -> str:
    key = named(value.get("id"), "the key of a member", least=3, most=LONGEST_KEY)
    if "/" not in key.strip("/"):
        raise BadItem(f"{key} is no article and id")
    return key


def _sort(value: Json) -> Sort:
    if value.get("of") not in ("entity", "fact"):
        raise BadItem("it must be of entity or of fact")
    return cast(Sort, value["of"])


def _said(value: Any) -> tuple[str, str]:
    one, other = pair(value)
    if not isinstance(one, str) or not isinstance(other, str):
        raise BadItem("what was said of the two is no text")
    return one, other


def _texts(value: Json, name: str) -> tuple[str, ...]:
    found = listed(value, name)
    if not all(isinstance(one, str) for one in found):
        raise BadItem(f"{name} must be texts")
    return tuple(found)


WRITERS: Mapping[str, Callable[[Any], Json]] = {
    Entity.kind: plain_json,
    FactGroup.kind: plain_json,
    United.kind: plain_json,
    Member.kind: plain_json,
    Grouped.kind: grouped_json,
    KeptApart.kind: apart_json,
    Related.kind: related_json,
    JudgedRole.kind: judged_json,
    Story.kind: story_json,
    Ruling.kind: plain_json,
}
READERS: Mapping[str, Callable[[Json], CompareItem]] = {
    Entity.kind: read_entity,
    FactGroup.kind: read_group,
    United.kind: read_united,
    Member.kind: read_member,
    Grouped.kind: read_grouped,
    KeptApart.kind: read_apart,
    Related.kind: read_related,
    JudgedRole.kind: read_judged,
    Story.kind: read_story,
    Ruling.kind: read_ruling,
}
