"""Content of another tool's file that Factmark has no place for: kept with the article, and given back to that tool.

It lies in the article's metadata under one name, by annotator, and is nothing that a person or another format sees.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from typing import Any

from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass

CAME_FROM = "came_from"  # the name in the metadata
AS_GIVEN = "published_as_given"  # the name of a date that was more or other than a day
PARTS = "parts"  # the name in a work of what it is made of, where it came as several records
FURTHER = "further"  # the number in a work that is a further row of its annotator's, in its file
ROWS = "rows"  # the name beside a work of those further rows


@dataclass(frozen=True)
class Kept:
    """The content of one record of a tool's file that is kept.

    `tool`: whose file it was.  `record`: of the record, whoever worked on it (its id, its order, unknown fields).
    `work`: of one annotator's work on it.  `items`: of spans and facts, in the file's order: while the file is read by
    `Found.key` and `Fact.id`, later by the ids of our own.
    """

    tool: str = ""
    record: Json = field(default_factory=dict)
    work: Json = field(default_factory=dict)
    items: Mapping[str, Any] = field(default_factory=dict)


NOTHING = Kept()
DAMAGED = (
    KeyError,
    TypeError,
    AttributeError,
    ValueError,
    IndexError,
)  # what a writer meets in what others changed


def into_meta(kept: Kept, annotator: str, ids: Mapping[str, str]) -> Json:
    """Return the metadata that hold what is kept; `ids` are the ids of our own, by the file's keys."""
    items = [[ids[key], value] for key, value in kept.items.items() if key in ids]  # the store sorts names
    work = {annotator: {"work": kept.work, "items": items}} if kept.work or items else {}
    return {CAME_FROM: {"tool": kept.tool, "record": kept.record, "works": work}} if kept.tool else {}


def kept_for(meta: Mapping[str, Any], annotator: str, tool: str) -> Kept:
    """Return what an article's metadata keep of the annotator's work from that tool; NOTHING when it came from another."""
    held = _held(meta)
    if held.get("tool") != tool:
        return NOTHING
    works = _dict(held.get("works"))
    work = _dict(works.get(annotator))
    items = work.get("items")
    pairs = (
        [one for one in items if isinstance(one, list) and len(one) == 2] if isinstance(items, list) else []
    )
    known = {str(id_): value for id_, value in pairs}
    return Kept(tool, _dict(held.get("record")), _dict(work.get("work")), known)


def kept_by_row(meta: Mapping[str, Any], annotator: str) -> list[tuple[Kept, Mapping[str, Any]]]:
    """Return what is kept of each row of the annotator's work, with the metadata that keep it alone."""
    held = _held(meta)
    works, tool = _dict(held.get("works")), str(held.get("tool", ""))
    work = _dict(works.get(annotator))
    made = list[tuple[Kept, Mapping[str, Any]]]()
    for row in [work, *_rows(work)] if _rows(work) else ():
        alone = {**meta, CAME_FROM: {**held, "works": {**works, annotator: row}}}
        made.append((kept_for(alone, annotator, tool), alone))
    return made


def _rows(work: Any) -> list[Any]:
    rows = _dict(work).get(ROWS)
    return rows if isinstance(rows, list) else []


def works_in(meta: Mapping[str, Any]) -> Collection[str]:
    """Return the annotators whose work the metadata keep something of."""
    return _dict(_held(meta).get("works")).keys()


def seen(meta: Mapping[str, Any]) -> Json:
    """Return the metadata without what is kept for another tool, as all others see them."""
    return {name: value for name, value in meta.items() if name != CAME_FROM}


def given_back(meta: Mapping[str, Any]) -> Json:
    """Return the same for the tool that the article came from: with the date as that tool had it."""
    named = seen(meta)
    if CAME_FROM in meta and AS_GIVEN in named:
        named["published"] = named.pop(AS_GIVEN)
    return named


def of_annotator(meta: Mapping[str, Any], old: str, new: str) -> Mapping[str, Any]:
    """Return the metadata with the work that is kept under a name under another."""
    works = _dict(_held(meta).get("works"))
    if old == new or old not in works:
        return meta
    named = {new if name == old else name: work for name, work in works.items()}
    return {**meta, CAME_FROM: {**meta[CAME_FROM], "works": named}}


def together(meta: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the metadata with what another record of the same article keeps: others' work, and further parts of one's own."""
    ours, theirs = _held(meta), _held(other)
    if not theirs or ours.get("tool", theirs.get("tool")) != theirs.get("tool"):
        return meta
    works = dict(_dict(ours.get("works")))
    for name, work in _dict(theirs.get("works")).items():
        works[name] = _with_parts(works[name], work) if name in works else work
    if ours and works == _dict(ours.get("works")):
        return meta
    return {**meta, CAME_FROM: {**theirs, **ours, "works": works}}


def _with_parts(ours: Any, theirs: Any) -> Any:
    mine, others = _dict(_dict(ours).get("work")), _dict(_dict(theirs).get("work"))
    if FURTHER in others:
        rows = _rows(ours)
        return ours if theirs in rows else {**ours, ROWS: [*rows, theirs]}
    parts, more = mine.get(PARTS), others.get(PARTS)
    if not isinstance(parts, list) or not isinstance(more, list) or more == parts[-len(more) :]:
        return ours
    items = {**_dict(theirs.get("items")), **_dict(ours.get("items"))}
    return {"work": {**mine, PARTS: [*parts, *more]}, "items": items}


def _held(meta: Mapping[str, Any]) -> Json:
    return _dict(meta.get(CAME_FROM))


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
