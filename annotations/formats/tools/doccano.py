"""doccano's JSONL, plain and with relations.

The plain one has `label: [[start, end, label]]`, the other `entities` and `relations`; neither quotes the
text.  Its web client counts UTF-16 units; metadata lies beside the fields.  What came from doccano goes back with its
ids, fields and order (`doccano_reading`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from annotations.formats.arcs import arcs_of
from annotations.formats.base import How, Record
from annotations.formats.came_from import DAMAGED, NOTHING, Kept, kept_for, works_in
from annotations.formats.lines.json_values import JsonLines, dumped, flat_meta
from annotations.formats.lines.numbers import FreshNumbers
from annotations.formats.tools.doccano_reading import RESERVED, read
from annotations.formats.units import Offsets
from annotations.formats.writing.output import Output
from annotations.json_fields import Json
from annotations.spans import Span, in_order

__all__ = ["read", "write", "write_relations"]
ADDED = ("id", "article_id", "title", "annotator", "published", "published_trusted", "Comments", "cats")


def write(out: Output, how: How) -> JsonLines:
    """Return a sink with a line a record, spans alone."""
    line = _Lines(how, relations=False)
    return JsonLines(out, lambda entry: dumped(line.of(entry)))


def write_relations(out: Output, how: How) -> JsonLines:
    """Return a sink with a line a record: entities and, for facts, relations.

    A trigger is an entity labelled with the fact's type, a bare range one labelled TYPE:role.
    """
    line = _Lines(how, relations=True)
    return JsonLines(out, lambda entry: dumped(line.of(entry)))


class _Lines:
    """The lines of one export: what came from doccano keeps its ids, the rest has fresh ones."""

    def __init__(self, how: How, *, relations: bool) -> None:
        self._how, self._relations = how, relations
        self._records, self._parts = FreshNumbers(), FreshNumbers()

    def of(self, entry: Record) -> Json:
        """Return the line of a record; what is kept of it is left aside where somebody damaged it."""
        whose = entry.set.annotator if entry.set else ""
        try:
            return self._of(entry, whose, kept_for(entry.article.meta, whose, "doccano"))
        except DAMAGED:
            return self._of(entry, whose, NOTHING)

    def _of(self, entry: Record, whose: str, kept: Kept) -> Json:
        own = kept.work.get("own") or kept.record.get("own") or {}
        value: Json = {"id": own.get("id", self._records.fresh(own.get("id")))}
        value[kept.work.get("text", "text")] = entry.article.text
        value |= flat_meta(entry, RESERVED) | ({"annotator": whose} if whose else {})
        value |= self._labelled(entry, kept)
        value |= {"Comments": own.get("Comments", []), **_categories(entry, kept)}
        return _ordered(value, kept, len(works_in(entry.article.meta)) > 1)

    def _labelled(self, entry: Record, kept: Kept) -> Json:
        shape, is_listed = kept.work.get("shape", ""), kept.work.get("is_listed", False)
        if self._relations and not (is_listed and not entry.facts()):
            return self._related(entry, kept)
        at = Offsets(entry.article.text, self._how.offsets).to
        names = kept.work.get("names")
        ours = _kept_first(names, entry) if names and "cats" not in _fields(kept) else []
        field = "entities" if self._relations else shape if shape != "entities" or is_listed else ""
        triples = [[at(s.start), at(s.end), s.label] for s in _in_its_order(entry.spans(), kept)]
        return {field or "label": _as_one([*triples, *ours], kept)}

    def _related(self, entry: Record, kept: Kept) -> Json:
        at = Offsets(entry.article.text, self._how.offsets).to
        entities: dict[str, Json] = {}

        def entity(key: str, start: int, end: int, label: str) -> Any:
            if key not in entities:
                known = kept.items.get(key)
                more = known if isinstance(known, dict) and "id" in known else None
                place = {"label": label, "start_offset": at(start), "end_offset": at(end)}
                entities[key] = self._parts.having(more) | place
            return entities[key]["id"]

        self._parts.seen(_ids(kept))
        for span in _in_its_order(entry.spans(), kept):
            entity(span.id, span.start, span.end, span.label)
        relations = []
        places = _places(kept)
        for fact in sorted(entry.facts(), key=lambda one: places.get(one.id, len(places))):
            arcs = arcs_of(fact)
            known = kept.items.get(fact.id)
            mores = known if isinstance(known, list) and len(known) == len(arcs) else [None] * len(arcs)
            for arc, more in zip(arcs, mores, strict=True):
                ends = [entity(one.key, one.start, one.end, one.label) for one in (arc.head, arc.child)]
                stated = {"from_id": ends[0], "to_id": ends[1], "type": arc.label}
                relations.append(self._parts.having(more) | stated)
        return {"entities": list(entities.values()), "relations": relations}


def _as_one(marks: list[Any], kept: Kept) -> Any:
    """Return the marks; the class of a text that came alone goes back alone, where it is still the only one."""
    one = kept.work.get("one")
    alone = [] if one is None or not str(one).strip() else [str(one)]
    return one if one is not None and marks == alone else marks


def _fields(kept: Kept) -> Sequence[str]:
    fields = kept.work.get("fields")
    return fields if isinstance(fields, list) else ()


def _ordered(value: Json, kept: Kept, are_several: bool) -> Json:
    """Return the fields as they came: in that order, and without those that only we add."""
    fields = _fields(kept)
    if not fields:
        return {k: v for k, v in value.items() if k != "cats" or v}
    added = tuple(one for one in ADDED if one != "annotator" or not are_several)
    added += tuple(name for name in ("relations", "entities", "label") if not value.get(name))
    there = {name: value[name] for name in fields if name in value}
    return there | {
        k: v for k, v in value.items() if k not in there and (k not in added or (k == "cats" and v))
    }


def _categories(entry: Record, kept: Kept) -> Json:
    """Return the topics as categories of the text, where they are not among the labels."""
    own = (kept.work.get("own") or {}).get("cats")
    topics = set(entry.set.topics) if entry.set else set()
    if isinstance(own, dict):
        said = {
            name: value if bool(value) == (name in topics) else name in topics for name, value in own.items()
        }
        return {"cats": said | dict.fromkeys(sorted(topics - set(own)), True)}
    if own is None and kept.work.get("names"):
        return {}
    return {"cats": _kept_first(own or [], entry)}


def _kept_first(names: Sequence[str], entry: Record) -> list[str]:
    """Return the record's topics, those that came in their order."""
    topics = set(entry.set.topics) if entry.set else set()
    return [name for name in names if name in topics] + sorted(topics - set(names))


def _in_its_order(spans: Sequence[Span], kept: Kept) -> list[Span]:
    """Return the spans in the order in which they came, behind them the new ones in text order."""
    places = _places(kept)
    return sorted(sorted(spans, key=in_order), key=lambda span: places.get(span.id, len(places)))


def _places(kept: Kept) -> dict[str, int]:
    return {id_: number for number, id_ in enumerate(kept.items)}


def _ids(kept: Kept) -> Iterator[Any]:
    for value in kept.items.values():
        for one in value if isinstance(value, list) else [value]:
            yield one.get("id") if isinstance(one, dict) else None
