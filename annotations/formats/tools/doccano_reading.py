"""The reading of doccano's JSONL: spans, relations, categories of a text, in the shapes of its versions.

The spans are `label` or `labels` (lists of start, end and name) or `entities` (objects, or such lists); plain names among
them, or one in their place, and `cats`, are topics.  The text is `text`, in doccano 1.5 `data`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.arcs import Stated, facts_of_keys
from annotations.formats.came_from import FURTHER, Kept
from annotations.formats.lines.json_values import parsed, unflat_meta
from annotations.formats.lines.parts import chosen, taken
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import UTF16
from annotations.json_fields import BadItem, Json, bounds, listed, pair, text
from annotations.problems import Notice, Problem

TEXTS, SPANS = ("text", "data"), ("label", "labels", "entities")
RESERVED = ("id", "text", "label", "labels", "entities", "relations", "cats", "Comments", "annotator")
NO_TEXT = "it has no text: neither `text` nor `data` is there"
BARE = "Of several rows on one text that name no annotator, those without labels do not go back."
APART = "Rows of one annotator on one text that stand apart go back together."
COMMENTS = "doccano's comments are not shown; they are kept with the article and go back to doccano."


class _RowsSoFar:
    """The rows of a file so far, by what makes two of them one piece of work."""

    def __init__(self) -> None:
        self.count, self._last = 0, 0
        self.said = list[str]()  # of the row that was taken in last
        self._bare, self._texts = set[int](), set[int]()
        self.has_text = False  # of the row that was taken in last: the text was there
        self._rows, self._works = set[int](), set[int]()  # hashes, with the row's own id and without it

    def has(self, given: Given) -> bool:
        """Return whether the row will be one with an earlier one, and take it in."""
        work = hash((given.text, given.annotator))
        row = hash((work, given.id))
        is_there = row in self._rows if given.id else work in self._works
        self._rows.add(row)
        self._works.add(work)
        self.count += is_there
        is_bare = not (given.annotator or given.spans or given.facts or given.topics)
        self._bare |= {work} if is_bare else set()
        self.said = [BARE] * (work in self._bare) + [APART] * (work != self._last) if is_there else []
        self._last, text = work, hash(given.text)
        self.has_text = text in self._texts
        self._texts.add(text)
        return is_there


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    unit, asked, rows = reading.unit(UTF16), reading.fields.get("text", ""), _RowsSoFar()
    for entry in parsed(path, file, lambda value: _given(value, unit, asked), reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, value, (given, problems) = entry
        is_further = rows.has(given)
        if rows.has_text:
            given = replace(given, kept=_further(given, rows.count if is_further else 0))
        yield replace(given.on(line), by_words=not reading.offsets)
        yield from (Problem(path, line, problem) for problem in problems)
        yield from (Notice(path, line, one) for one in rows.said)
        if value.get("Comments"):
            yield Notice(path, line, COMMENTS)


def _further(given: Given, number: int) -> Kept:
    """Return what is kept of a row whose text was there: its own metadata, and its number when it becomes one with another."""
    more = {FURTHER: number} if number else {}
    return replace(given.kept, work={**given.kept.work, **more, "rest": dict(given.meta)})


def _given(value: Json, unit: str, asked: str) -> tuple[Given, list[str]]:
    """Return what the line says of the article; entities that only hold an arc's end are no spans."""
    problems: list[str] = []
    name = next((n for n in (asked, *TEXTS) if n and isinstance(value.get(n), str)), "")
    if not name:
        raise BadItem(NO_TEXT)
    shape = next((n for n in SPANS if value.get(n)), "label")
    raws = _classes(value[shape]) if _is_one(value, shape) else listed(value, shape)
    noun = "span" if shape == "entities" else "label"
    names = [raw for raw in raws if isinstance(raw, str)] if shape != "entities" else []
    places = [(number, raw) for number, raw in enumerate(raws) if raw not in names]
    found = {one.key: one for one in taken(places, _span, noun, problems)}
    listing = list(enumerate(listed(value, "relations")))
    relations = list(taken(listing, lambda raw: _relation(raw, found), "relation", problems))
    facts, bare = facts_of_keys(relations, found)
    spans = [one for one in found.values() if one.key not in bare]
    more = {
        "text": name,
        "shape": shape,
        "names": names,
        "is_listed": any(isinstance(raw, list) for raw in raws),
        **({"one": value[shape]} if _is_one(value, shape) else {}),
    }
    kept = _kept(value, more, {**dict(_keyed(raws)), **_of_facts(value, [fact.id for fact in facts])})
    id_, title, annotator = (value.get(one) for one in ("article_id", "title", "annotator"))
    id_ = id_ if isinstance(id_, str) else value.get("id")
    given = Given(
        str(value[name]),
        id_ if isinstance(id_, str) else "",
        title if isinstance(title, str) else "",
        unflat_meta({k: v for k, v in value.items() if k != name}, RESERVED),
        annotator if isinstance(annotator, str) else "",
        spans=spans,
        facts=facts,
        topics=[*names, *chosen(value.get("cats"))],
        unit=unit,
        kept=kept,
    )
    return given, problems


def _is_one(value: Json, shape: str) -> bool:
    """Return whether a class of the whole text stands where the spans do, as in many data sets: a name or a number."""
    given = value.get(shape)
    return isinstance(given, str | int) and not isinstance(given, bool) and shape != "entities"


def _classes(given: str | int) -> list[Any]:
    return [str(given)] if str(given).strip() else []


def _span(numbered: tuple[int, Any]) -> Found:
    number, raw = numbered
    if isinstance(raw, dict):
        start, end = bounds(raw.get("start_offset"), raw.get("end_offset"))
        return Found(start, end, text(raw, "label"), None, _key(number, raw))
    if not isinstance(raw, list) or len(raw) != 3 or not isinstance(raw[2], str):
        raise BadItem("it is not [start, end, label]")
    return Found(*bounds(*pair(raw[:2])), raw[2], None, _key(number, raw))


def _key(number: int, raw: Any) -> str:
    """Return the key of a span: its id as relations name it, or its place among the others."""
    return f"e{raw['id']}" if isinstance(raw, dict) and "id" in raw else f"#{number}"


def _relation(numbered: tuple[int, Any], found: Mapping[str, Found]) -> Stated:
    number, raw = numbered
    if not isinstance(raw, dict):
        raise BadItem("it is not an object")
    head, child = f"e{raw.get('from_id')}", f"e{raw.get('to_id')}"
    if head not in found or child not in found:
        raise BadItem(f"an end of it ({raw.get('from_id')} or {raw.get('to_id')}) is no entity that is there")
    return Stated(text(raw, "type"), head, child, key=f"r{number}")


# --- what goes back to doccano


def _keyed(raws: list[Any]) -> Iterator[tuple[str, Any]]:
    for number, raw in enumerate(raws):
        if isinstance(raw, dict):
            more = {k: v for k, v in raw.items() if k not in ("start_offset", "end_offset", "label")}
            yield _key(number, raw), more
        elif isinstance(raw, list):
            yield _key(number, raw), {}


def _of_facts(value: Json, keys: list[str]) -> dict[str, Any]:
    """Return the ids and unknown fields of the relations of each fact, by the fact's key."""
    raws = listed(value, "relations")
    ours = ("from_id", "to_id", "type")
    return {
        key: [{k: v for k, v in raws[int(one[1:])].items() if k not in ours} for one in key.split("\n")]
        for key in keys
        if key
    }


def _kept(value: Json, more: Json, items: dict[str, Any]) -> Kept:
    """Return what goes back: the names of the fields in their order, and what doccano alone knows."""
    own = {k: value[k] for k in ("id", "Comments", "cats") if k in value}
    return Kept("doccano", {"own": own}, {"fields": list(value), "own": own, **more}, items)
