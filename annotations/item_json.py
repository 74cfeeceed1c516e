"""Items and annotation sets as JSON values: one shape for the record, the event log and packages.

The shape is that of `docs/record.md`.  Reading checks everything, since files are hostile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import Any

from annotations.fact_attributes import attributes_json, read_attributes
from annotations.facts import Fact, Filler, Role
from annotations.json_fields import BadItem, Json, bounds, listed, one_of, pair, score, text
from annotations.sets import Boilerplate, Comment, Decision, Item, Mark, Progress, State, Topic
from annotations.spans import Span, Status, Voted
from annotations.values import kinds


def to_json(item: Item) -> Json:
    """Return the item as a JSON object that `from_json` reads back to an equal item."""
    return (_WRITERS.get(item.kind) or _across().WRITERS[item.kind])(item)


def from_json(kind: str, value: Json) -> Item:
    """Return the item of that kind read from JSON.

    BadItem when a field is missing, of the wrong type or out of range.
    """
    if not isinstance(value, dict):
        raise BadItem(f"a {kind} is not an object")
    return (_READERS.get(kind) or _across().READERS[kind])(value)


def span_json(span: Span) -> Json:
    value: Json = {
        "id": span.id,
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "status": span.status.value,
        "origin": span.origin,
        "score": span.score,
        "entity": span.entity,
    }
    if isinstance(span, Voted):
        value["agreement"] = {"share": round(span.share, 4), "of": span.of}
    return {**value, "first": list(span.first)} if span.first else value


def read_span(value: Json) -> Span:
    """Return the span read from JSON; only `start`, `end` and `label` must be there.

    A missing id stays empty.
    """
    start, end = bounds(value.get("start"), value.get("end"))
    label = value.get("label")
    if not isinstance(label, str) or not label.strip():
        raise BadItem("a span has no label")
    first = value.get("first")
    return Span(
        text(value, "id"),
        start,
        end,
        label,
        one_of(Status, value.get("status"), Status.CONFIRMED),
        text(value, "origin"),
        score(value.get("score")),
        (*bounds(*first[:2]), str(first[2])) if isinstance(first, list) and len(first) == 3 else None,
        text(value, "entity") or None,
    )


def fact_json(fact: Fact) -> Json:
    value = {
        "id": fact.id,
        "type": fact.type,
        "trigger": list(fact.trigger) if fact.trigger else None,
        **attributes_json(fact.attributes),
        "status": fact.status.value,
        "origin": fact.origin,
        "score": fact.score,
        "roles": [{"role": r.role, "fillers": [_filler_json(f) for f in r.fillers]} for r in fact.roles],
    }
    return {**value, "group": fact.group} if fact.group else value


def read_fact(value: Json) -> Fact:
    if not isinstance(value.get("type"), str) or not value["type"].strip():
        raise BadItem("a fact has no type")
    trigger = value.get("trigger")
    fact = Fact(
        text(value, "id"),
        value["type"],
        bounds(*pair(trigger)) if trigger is not None else None,
        tuple(_read_role(role) for role in listed(value, "roles")),
        read_attributes(value),
        one_of(Status, value.get("status"), Status.CONFIRMED),
        text(value, "origin"),
        score(value.get("score")),
        text(value, "group") or None,
    )
    if fact.is_empty():
        raise BadItem(f"a fact {fact.type} has neither a trigger nor a filler in the text")
    return fact


def _filler_json(filler: Filler) -> Json:
    value = {"span": filler.span, "start": filler.start, "end": filler.end}
    return {**value, "value": kinds.to_json(filler.value)} if filler.value is not None else value


def _read_role(value: Any) -> Role:
    if not isinstance(value, dict) or not text(value, "role"):
        raise BadItem("a role has no name")
    return Role(value["role"], tuple(_read_filler(filler) for filler in listed(value, "fillers")))


def _read_filler(value: Any) -> Filler:
    if not isinstance(value, dict):
        raise BadItem("a filler is not an object")
    start, end = bounds(value.get("start"), value.get("end"))
    return Filler(start, end, text(value, "span") or None, kinds.from_json(value.get("value")))


def _read_boilerplate(value: Json) -> Boilerplate:
    status = one_of(Status, value.get("status"), Status.CONFIRMED)
    return Boilerplate(*bounds(value.get("start"), value.get("end")), status)


def _comment_json(comment: Comment) -> Json:
    return {name: getattr(comment, name) for name in Comment.__slots__}


def _read_comment(value: Json) -> Comment:
    said = {name: text(value, name) for name in ("id", "text", "by", "at")}
    on, reply_to = text(value, "on") or None, text(value, "reply_to") or None
    return Comment(**said, on=on, reply_to=reply_to, resolved=value.get("resolved") is True)


DECISION_TEXTS = ("id", "choice", "reason", "note", "by")
SINCE_14 = ("at", "case")  # one of before is written as it was, since a row is deleted by what it says


def _decision_json(decision: Decision) -> Json:
    value: Json = {name: getattr(decision, name) for name in DECISION_TEXTS}
    value |= {name: said for name in SINCE_14 if (said := getattr(decision, name))}
    if decision.saw:
        value["saw"] = [[who, item and _kinded(item)] for who, item in decision.saw]
    if decision.made:
        value["made"] = [_kinded(item) for item in decision.made]
    return {**value, "settles": list(decision.settles)} if decision.settles else value


def _read_decision(value: Json) -> Decision:
    return Decision(
        **{name: text(value, name) for name in (*DECISION_TEXTS, *SINCE_14)},
        saw=tuple(map(_read_seen, listed(value, "saw"))),
        made=tuple(map(_read_kinded, listed(value, "made"))),
        settles=tuple(map(str, listed(value, "settles"))),
    )


MARKS = (Span, Fact, Boilerplate, Topic)


def _read_seen(value: Any) -> tuple[str, Mark | None]:
    who, said = pair(value)
    if not isinstance(who, str):
        raise BadItem("who said what a decision saw is no name")
    return who, None if said is None else _read_kinded(said)


def _kinded(item: Mark) -> Json:
    """Return the item with its kind, as it stands in a decision."""
    return {"kind": item.kind, **to_json(item)}


def _read_kinded(value: Any) -> Mark:
    known = {kind.kind for kind in MARKS}
    if isinstance(value, dict) and value.get("kind") in known:
        item = from_json(value["kind"], value)
        if isinstance(item, MARKS):
            return item
    raise BadItem("an item of a decision is of no kind that can be decided on")


def _read_topic(value: Json) -> Topic:
    if not text(value, "name").strip():
        raise BadItem("a topic has no name")
    return Topic(value["name"])


def _progress_json(progress: Progress) -> Json:
    value: Json = {"state": progress.state.value, "changed": progress.changed}
    told = {"skipped": progress.skipped, "machine": progress.machine}
    return {**value, **{name: said for name, said in told.items() if said}}


def _read_progress(value: Json) -> Progress:
    state, changed = one_of(State, value.get("state"), State.STARTED), value.get("changed") is True
    return Progress(state, changed, text(value, "skipped"), text(value, "machine"))


_WRITERS: dict[str, Callable[[Any], Json]] = {
    Span.kind: span_json,
    Fact.kind: fact_json,
    Boilerplate.kind: lambda b: {"start": b.start, "end": b.end, "status": b.status.value},
    Comment.kind: _comment_json,
    Decision.kind: _decision_json,
    Topic.kind: lambda topic: {"name": topic.name},
    Progress.kind: _progress_json,
}
_READERS: dict[str, Callable[[Json], Item]] = {
    Span.kind: read_span,
    Fact.kind: read_fact,
    Boilerplate.kind: _read_boilerplate,
    Comment.kind: _read_comment,
    Decision.kind: _read_decision,
    Topic.kind: _read_topic,
    Progress.kind: _read_progress,
}


def _across() -> ModuleType:
    """Return the JSON of what is said across articles: loaded with the first item of that kind."""
    from annotations.compare import item_json

    return item_json


def items_json(items: Iterable[Item]) -> dict[str, list[Json]]:
    """Return the items as JSON, by kind, each list in the order of the items."""
    by_kind: dict[str, list[Json]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(to_json(item))
    return by_kind


def items_from_json(by_kind: Mapping[str, list[Json]]) -> tuple[Item, ...]:
    return tuple(from_json(kind, value) for kind, values in by_kind.items() for value in values)


def items_of(decision: Decision) -> list[Mark]:
    """Return the items that a decision saw or made."""
    return [*(item for _, item in decision.saw if item), *decision.made]


def end_of(item: Item) -> int:
    """Return the least length of text that the item needs, in code points."""
    if isinstance(item, Span):
        return max(item.end, item.first[1] if item.first else 0)
    if isinstance(item, Boilerplate):
        return item.end
    if isinstance(item, Decision):
        return max(map(end_of, items_of(item)), default=0)
    return max(end for _, end in item.ranges()) if isinstance(item, Fact) else 0
