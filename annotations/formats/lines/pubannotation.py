"""PubAnnotation's JSON: denotations (spans), relations between them, attributes, and where the text comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.facts import Fact
from annotations.formats.arcs import Arc, ArcEnd, facts_of
from annotations.formats.lines.any_json import of_objects, plain_meta
from annotations.formats.lines.loose_spans import spans, text_of
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS
from annotations.json_fields import BadItem, Json, bounds
from annotations.problems import Notice, Problem, worded

WORK = (
    "text",
    "denotations",
    "blocks",
    "relations",
    "attributes",
    "modifications",
    "tracks",
    "project",
    "namespaces",
)
PIECES = "A denotation in pieces was taken as one span from its first to its last."
RELATION = "A relation was left out: {why}."
ATTRIBUTES = (
    "Factmark has no place for attributes of spans ({names}); they were kept in the article's metadata."
)
MODIFIED = "Modifications were kept in the article's metadata."
ATTRIBUTE_FIELDS = ("attributes", "modifications")


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a project's work on a text."""
    unit = reading.unit(CODE_POINTS)
    yield from of_objects(path, file, reading, lambda line, value: _document(path, line, value, unit))


def _document(path: Path, line: int, value: Json, unit: str) -> Iterator[Given | Problem]:
    """Yield the work of each track, or that of the document itself."""
    text = text_of(value)
    meta = plain_meta(value, WORK)
    tracks = [one for one in _list(value.get("tracks")) if isinstance(one, dict)]
    works = [one for one in ({**value, "tracks": []}, *tracks) if _list(one.get("denotations"))] or [value]
    for work in works:
        held = {name: work[name] for name in ATTRIBUTE_FIELDS if _list(work.get(name))}
        found, left = spans([*_list(work.get("denotations")), *_list(work.get("blocks"))], _span)
        facts, broken = _facts(_list(work.get("relations")), found)
        whose = work.get("project")
        name = whose if isinstance(whose, str) else ""
        yield Given(text, "", "", {**meta, **held}, name, spans=found, facts=facts, unit=unit, line=line)
        yield from (Problem(path, line, why) for why in (*left, *broken))
        yield from (Notice(path, line, one) for one in _said(work))


def _span(raw: Any) -> Found:
    """Return the span; that of one in pieces reaches from the first to the last."""
    if not isinstance(raw, dict):
        raise BadItem("it is not an object")
    held = raw.get("span")
    pieces = [one for one in (held if isinstance(held, list) else [held]) if isinstance(one, dict)]
    if not pieces:
        raise BadItem("it has no span of begin and end")
    places = [bounds(one.get("begin"), one.get("end")) for one in pieces]
    label, key = raw.get("obj"), raw.get("id")
    if not isinstance(label, str) or not label.strip():
        raise BadItem(f"{places[0][0]}-{places[-1][1]} has no obj")
    start, end = min(start for start, _ in places), max(end for _, end in places)
    return Found(start, end, label, None, "" if key is None else str(key))


def _facts(relations: list[Any], found: list[Found]) -> tuple[list[Fact], list[str]]:
    """Return the relations as facts of a head, their subject, and a child, their object."""
    by_id = {one.key: one for one in found if one.key}
    arcs: list[Arc] = []
    left: list[str] = []
    for raw in relations:
        said = raw if isinstance(raw, dict) else {}
        ends = [by_id.get(str(said.get(name))) for name in ("subj", "obj")]
        label = said.get("pred") or said.get("type")
        if not isinstance(label, str) or None in ends:
            left.append(
                RELATION.format(
                    why="it has no name" if not isinstance(label, str) else "an end of it is not there"
                )
            )
            continue
        head, child = (ArcEnd(one.key, one.start, one.end, one.label, one.key) for one in ends if one)
        arcs.append(Arc(label, head, child))
    return facts_of(arcs), left


def _said(work: Json) -> Iterator[str]:
    if any(
        isinstance(one, dict) and isinstance(one.get("span"), list) for one in _list(work.get("denotations"))
    ):
        yield PIECES
    names = dict.fromkeys(
        str(one.get("pred")) for one in _list(work.get("attributes")) if isinstance(one, dict)
    )
    if names:
        yield worded(ATTRIBUTES, names=", ".join(names)[:80])
    if _list(work.get("modifications")):
        yield MODIFIED


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
