"""doccano's JSONL, plain and with relations.

The plain one has `label: [[start, end, label]]`, the other `entities` and `relations`; neither quotes the
text.  Its web client counts UTF-16 units; metadata lies beside the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from annotations.facts import Fact
from annotations.formats.arcs import Stated, arcs_of, facts_of_keys
from annotations.formats.base import How, Record
from annotations.formats.lines.json_values import JsonLines, dumped, flat_meta, parsed, unflat_meta
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import UTF16, Offsets
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json, bounds, listed, pair, text
from annotations.problems import Problem
from annotations.spans import in_order

RESERVED = ("id", "text", "label", "labels", "entities", "relations", "cats", "Comments", "annotator")


def write(out: Output, how: How) -> JsonLines:
    """Return a sink with a line a record, spans alone."""
    numbers = count(1)
    return JsonLines(out, lambda entry: dumped(_plain(entry, how, next(numbers))))


def write_relations(out: Output, how: How) -> JsonLines:
    """Return a sink with a line a record: entities and, for facts, relations.

    A trigger is an entity labelled with the fact's type, a bare range one labelled TYPE:role.
    """
    records, numbers = count(1), count(1)
    return JsonLines(out, lambda entry: dumped(_related(entry, how, next(records), numbers)))


def _plain(entry: Record, how: How, number: int) -> Json:
    at = Offsets(entry.article.text, how.offsets).to
    label = [[at(s.start), at(s.end), s.label] for s in sorted(entry.spans(), key=in_order)]
    return {**_head(entry, number), "label": label, "Comments": []}


def _related(entry: Record, how: How, number: int, numbers: Iterator[int]) -> Json:
    at = Offsets(entry.article.text, how.offsets).to
    entities: dict[str, Json] = {}

    def entity(key: str, start: int, end: int, label: str) -> int:
        if key not in entities:
            place = {"start_offset": at(start), "end_offset": at(end)}
            entities[key] = {"id": next(numbers), "label": label, **place}
        return int(entities[key]["id"])

    for span in sorted(entry.spans(), key=in_order):
        entity(span.id, span.start, span.end, span.label)
    relations = []
    for arc in (arc for fact in entry.facts() for arc in arcs_of(fact)):
        ends = [entity(place.key, place.start, place.end, place.label) for place in (arc.head, arc.child)]
        relations.append({"id": next(numbers), "from_id": ends[0], "to_id": ends[1], "type": arc.label})
    return {
        **_head(entry, number),
        "entities": list(entities.values()),
        "relations": relations,
        "Comments": [],
    }


def _head(entry: Record, number: int) -> Json:
    whose = {"annotator": entry.set.annotator} if entry.set and entry.set.annotator else {}
    return {"id": number, "text": entry.article.text, **flat_meta(entry, RESERVED), **whose}


# --- reading


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    unit = reading.unit(UTF16)
    yield from _read(path, file, lambda value: _labels(value, unit))


def read_relations(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    unit = reading.unit(UTF16)
    yield from _read(path, file, lambda value: _entities(value, unit))


def _read(path: Path, file: BinaryIO, given: Callable[[Json], Given]) -> Iterator[Given | Problem]:
    for entry in parsed(path, file, given):
        if isinstance(entry, Problem):
            yield entry
        else:
            line, _, made = entry
            yield made.on(line)


def _labels(value: Json, unit: str) -> Given:
    raw = listed(value, "label") if "label" in value else listed(value, "labels")
    return _given(value, [_triple(one) for one in raw], [], unit)


def _triple(raw: Any) -> Found:
    if not isinstance(raw, list) or len(raw) != 3 or not isinstance(raw[2], str):
        raise BadItem("a label must be [start, end, label]")
    return Found(*bounds(*pair(raw[:2])), raw[2])


def _entities(value: Json, unit: str) -> Given:
    """Return what the line says of the article; entities that only hold an arc's end are no spans."""
    found = {one.key: one for one in map(_entity, listed(value, "entities"))}
    relations = [_relation(raw, found) for raw in listed(value, "relations")]
    facts, bare = facts_of_keys(relations, found)
    return _given(value, [one for one in found.values() if one.key not in bare], facts, unit)


def _entity(raw: Any) -> Found:
    if not isinstance(raw, dict):
        raise BadItem("an entity is not an object")
    start, end = bounds(raw.get("start_offset"), raw.get("end_offset"))
    return Found(start, end, text(raw, "label"), None, str(raw.get("id")))


def _relation(raw: Any, found: Mapping[str, Found]) -> Stated:
    if not isinstance(raw, dict):
        raise BadItem("a relation is not an object")
    head, child = str(raw.get("from_id")), str(raw.get("to_id"))
    if head not in found or child not in found:
        raise BadItem("a relation refers to an entity that is not there")
    return Stated(text(raw, "type"), head, child)


def _given(value: Json, spans: list[Found], facts: list[Fact], unit: str) -> Given:
    meta = unflat_meta(value, RESERVED)
    given = value.get("article_id", value.get("id"))
    id_ = given if isinstance(given, str) else ""
    title, annotator = (value.get(name) for name in ("title", "annotator"))
    return Given(
        text(value, "text"),
        id_,
        title if isinstance(title, str) else "",
        meta,
        annotator if isinstance(annotator, str) else "",
        spans=spans,
        facts=facts,
        unit=unit,
    )
