"""A record as annotations of layers: what came from a layer goes back into it, all else into layers of our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from annotations.fact_attributes import value_json
from annotations.facts import Fact, Filler
from annotations.formats.arcs import CHILD, HEAD, is_plain_relation
from annotations.formats.base import Losses, Record
from annotations.formats.came_from import Kept
from annotations.formats.uima.layers import (
    ENTITY,
    FACT,
    FILLER,
    NO_TRIGGER,
    RELATION,
    ROLES,
    TOKEN,
    TRIGGER,
    LayerMark,
    Slot,
)
from annotations.json_fields import Json
from annotations.spans import Span, in_order

KNOWN = (
    "layer",
    "label",
    "features",
    "slots",
    "order",
)  # of what is kept of an item; the rest is its file's own
NAME = re.compile(r"[\w.:$-]+")  # of a layer or a feature
Place = tuple[int, int]


def items_of(kept: Kept) -> dict[str, Json]:
    """Return what is kept of spans and facts, by id, without what cannot have come from a file."""
    return {key: _sound(one) for key, one in kept.items.items() if isinstance(one, dict)}


def _sound(item: Json) -> Json:
    twins = item.get("twins")
    kinds = (("id", int | str), ("n", str), ("at", int))
    wrong = {name for name, kind in kinds if not isinstance(item.get(name, 0 if name != "n" else ""), kind)}
    made = {name: value for name, value in item.items() if name not in {*wrong, "twins"}}
    return (
        {**made, "twins": [_sound(one) for one in twins if isinstance(one, dict)]}
        if isinstance(twins, list)
        else made
    )


def marks_of(entry: Record, items: Mapping[str, Json]) -> list[LayerMark]:
    """Return the marks of the record; `items` is what is kept of its spans and facts, by id."""
    making = _MarkMaking(items)
    for span in sorted(entry.spans(), key=in_order):
        making.add_span(span)
    for fact in entry.facts():
        making.add_fact(fact)
    return list(making.marks.values())


class _MarkMaking:
    """The marks of one record, by key."""

    def __init__(self, items: Mapping[str, Json]) -> None:
        self.marks: dict[str, LayerMark] = {}
        self._items = items
        self._hosts: dict[tuple[str, int, int, str], list[LayerMark]] = {}  # spans without slots as yet

    def add_span(self, span: Span) -> None:
        place, item = (span.start, span.end), self._items.get(span.id, {})
        mark = _as_it_came(span.id, item, span.label, place)
        if mark is None:
            mark = LayerMark(span.id, ENTITY, *place, "value", {"value": span.label})
        twins = held if isinstance(held := item.get("twins"), list) else []
        alike = [
            _as_it_came(f"{span.id}/{n}", one, span.label, place)
            for n, one in enumerate(twins)
            if isinstance(one, dict)
        ]
        for one in (mark, *filter(None, alike)):
            self.marks[one.key] = one
            self._hosts.setdefault((one.layer, *place, span.label), []).append(one)

    def add_fact(self, fact: Fact) -> None:
        item = self._items.get(fact.id, {})
        layer = TOKEN if item.get("tokens") is True else FILLER
        arc = _ends(fact)
        if arc is None:
            host = self._host(fact, item) or self._fact(fact, item)
            slots = [
                Slot(
                    *_pair(host.layer, item, role.role),
                    self._filler(one, layer if host.layer != FACT else FILLER),
                )
                for role in fact.roles
                for one in role.fillers
            ]
            host.slots = _in_order(slots, item.get("order"))
            return
        ends = self._filler(arc[0], layer), self._filler(arc[1], layer)
        place = arc[1].start, arc[1].end  # a relation lies at its child
        mark = None if fact.attributes else _as_it_came(fact.id, item, fact.type, place)
        if mark is None or item.get("layer") == RELATION:
            mark = LayerMark(fact.id, RELATION, *place, "value", _said(fact), held=_held(item, RELATION))
        mark.ends = ends
        self.marks[fact.id] = mark

    def _host(self, fact: Fact, item: Json) -> LayerMark | None:
        """Return the span whose slots the fact came from, if it can have them again."""
        if item.get("layer") in (None, FACT, RELATION) or fact.attributes or fact.trigger is None:
            return None
        key = (str(item["layer"]), *fact.trigger, fact.type)
        hosts = self._hosts.get(key)
        if not hosts or not isinstance(item.get("slots"), dict):
            return None
        return hosts.pop(next((n for n, one in enumerate(hosts) if one.held == item.get("host")), 0))

    def _fact(self, fact: Fact, item: Json) -> LayerMark:
        features = {**_said(fact), **({} if fact.trigger else {TRIGGER: NO_TRIGGER})}
        mark = LayerMark(fact.id, FACT, *fact.place, "value", features, held=_held(item, FACT))
        self.marks[fact.id] = mark
        return mark

    def _filler(self, filler: Filler, layer: str = FILLER) -> str:
        """Return the key of the mark of the filler, which is made where no span has it."""
        mark = self.marks.get(filler.span or "")
        if mark and (mark.start, mark.end) == (filler.start, filler.end):
            return mark.key
        key = f"{layer} {filler.start}-{filler.end}"
        self.marks.setdefault(key, LayerMark(key, layer, filler.start, filler.end))
        return key


def _as_it_came(key: str, item: Json, label: str, place: Place) -> LayerMark | None:
    """Return the mark in the layer that it came from; None when the layer has no place for the label."""
    layer, name, features = item.get("layer"), item.get("label"), item.get("features")
    if not isinstance(layer, str) or not isinstance(name, str) or not isinstance(features, dict):
        return None
    if not all(map(_is_name, (layer, *features, name or layer))):
        return None
    mark = LayerMark(key, layer, *place, name, dict(features), held=_held(item, layer))
    if mark.named() != label:
        if not name:
            return None
        mark.features[name] = label
    return mark


def _is_name(value: Any) -> bool:
    """Return whether it may be the name of a layer or a feature."""
    return isinstance(value, str) and NAME.fullmatch(value) is not None


def _held(item: Json, layer: str) -> Json:
    return {k: v for k, v in item.items() if k not in KNOWN} if item.get("layer") == layer else {}


def _pair(layer: str, item: Json, role: str) -> tuple[str, str | None]:
    """Return the feature and the role of the slots of that role: those they came from, if they came from the layer."""
    names = item.get("slots")
    if layer == FACT or not isinstance(names, dict):
        return ROLES, role
    match names.get(role):
        case [str(feature), str() | None as name] if (name or feature) == role and _is_name(feature):
            return feature, name
    match next(iter(names.values()), None):
        case [str(feature), _] if _is_name(feature):
            return feature, role
    return ROLES, role


def _in_order(slots: list[Slot], order: Any) -> list[Slot]:
    """Return the slots in the order of their roles in the file, where they are the same still."""
    left, names = list(slots), order if isinstance(order, list) else []
    if not all(map(_is_name, names)) or sorted(names) != sorted(slot.name for slot in slots):
        return slots
    return [left.pop(next(n for n, slot in enumerate(left) if slot.name == name)) for name in names]


def _said(fact: Fact) -> dict[str, Any]:
    attributes = {name: str(value_json(value)) for name, value in fact.attributes}
    flags = {name: "true" for name, value in fact.attributes if value is True}
    return {"value": fact.type, **attributes, **flags}


def _ends(fact: Fact) -> tuple[Filler, Filler] | None:
    """Return head and child of a plain relation, None for every other fact."""
    held = fact.by_role()
    return (held[HEAD][0], held[CHILD][0]) if is_plain_relation(fact) else None


def count_values(entry: Record, losses: Losses) -> None:
    """Note what no layer can hold: values of fillers."""
    for fact in entry.facts():
        if any(filler.value is not None for filler in fact.fillers()):
            losses.note("values of fillers", f"{entry.article.id}: {fact.type}")
