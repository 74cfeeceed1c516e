"""Prodigy's JSONL: tokens are spaCy's, `token_end` is inclusive, hashes are signed 32-bit numbers.

A fact is relations from its head to its fillers (`arcs`); `head` and `child` are the last tokens of the two.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.arcs import Arc, ArcEnd, arcs_of, facts_of, is_own_end
from annotations.formats.base import How, Record
from annotations.formats.came_from import seen
from annotations.formats.lines.json_values import JsonLines, dumped, parsed
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS, Offsets
from annotations.formats.writing.alignment import spacy_bounds
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json, bounds, listed, text
from annotations.problems import Problem
from annotations.sets import FINISHED, State
from annotations.spans import in_order

COLOURS = ("#d9fbad", "#ffdaf9", "#c5bdf4", "#ffd882", "#a6e1fa")
STATES = {"accept": State.DONE, "reject": None, "ignore": State.STARTED}


_word = lru_cache(maxsize=1 << 14)(dumped)  # a text says the same words again


def write(out: Output, how: How) -> JsonLines:
    """Return a sink with a task a record: tokens, spans, relations.

    A span off the token bounds keeps its offsets and gets the tokens that it touches.  Topics are what was
    accepted.
    """
    return JsonLines(out, lambda entry: line(entry, how))


def line(entry: Record, how: How) -> str:
    """Return the record as a task; offsets in the unit of the export."""
    from murmurhash import mrmr

    article, made = entry.article, entry.set
    ends = _Ends(article.text, how.offsets)
    spans = [
        {**ends.json(span.start, span.end, span.label), "text": article.text[span.start : span.end]}
        for span in sorted(entry.spans(), key=in_order)
    ]
    arcs = [arc for fact in entry.facts() for arc in arcs_of(fact)]
    labels = {span.id: span.label for span in entry.spans()}
    input_hash = mrmr.hash(article.text)
    chosen = {"accept": sorted(made.topics)} if made and made.topics else {}
    head: Json = {
        "text": article.text,
        "meta": {**seen(article.meta), "id": article.id, "title": article.title},
        "_input_hash": input_hash,
    }
    rest: Json = {
        "spans": spans,
        **chosen,
        "_view_id": "relations" if arcs else "spans_manual",
        "_session_id": made.annotator if made else None,
        "answer": "accept" if made is not None and made.state in FINISHED else "ignore",
    }
    if arcs:
        rest["relations"] = [_relation(arc, ends, labels) for arc in arcs]
    said = [input_hash, spans, rest.get("relations")]
    rest["_task_hash"] = mrmr.hash(json.dumps(said, sort_keys=True))
    return f'{dumped(head)[:-1]}, "tokens": [{", ".join(ends.tokens())}], {dumped(rest)[1:]}'


class _Ends:
    """The offsets and token numbers of one text's ranges."""

    def __init__(self, text: str, unit: str) -> None:
        self._text, self._offsets, self._bounds = text, Offsets(text, unit), list(spacy_bounds(text))
        self._starts = [start for start, *_ in self._bounds]
        self._ends = [end for _, end, _ in self._bounds]

    def json(self, start: int, end: int, label: str) -> Json:
        first, last = self.numbers(start, end)
        place = {"start": self._offsets.to(start), "end": self._offsets.to(end)}
        return {**place, "token_start": first, "token_end": last, "label": label}

    def numbers(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last token that the range touches; between two tokens the nearest."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        first = min(first, len(self._starts) - 1)
        return first, max(first, last)

    def tokens(self) -> list[str]:
        """Return the tokens' JSON objects as text: they are too many to be made values first."""
        words = [_word(self._text[start:end]) for start, end, _ in self._bounds]
        places = zip(
            words, self._offsets.of(self._starts), self._offsets.of(self._ends), self._bounds, strict=True
        )
        return [
            f'{{"text": {word}, "start": {start}, "end": {end}, "id": {n}, "ws": {"true" if blank else "false"}}}'
            for n, (word, start, end, (_, _, blank)) in enumerate(places)
        ]


def _relation(arc: Arc, ends: _Ends, labels: dict[str, str]) -> Json:
    head, child = (
        ends.json(place.start, place.end, labels.get(place.span or "", place.label))
        for place in (arc.head, arc.child)
    )
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": head,
        "child_span": child,
        "color": COLOURS[sum(map(ord, arc.label)) % len(COLOURS)],
        "label": arc.label,
    }


# --- reading


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a task; a rejected one gives the article without its spans."""
    unit = reading.unit(CODE_POINTS)
    for entry in parsed(path, file, lambda value: _given(value, unit)):
        if isinstance(entry, Problem):
            yield entry
        else:
            line, _, given = entry
            yield given.on(line)


def _given(value: Json, unit: str) -> Given:
    meta = value.get("meta") or {}
    if not isinstance(meta, dict):
        raise BadItem("meta is not an object")
    rest = {k: v for k, v in meta.items() if k not in ("id", "title")}
    id_, title = (str(meta.get(name) or "") for name in ("id", "title"))
    answer = value.get("answer") if "answer" in value else "accept"
    spans = [_found(raw) for raw in listed(value, "spans")]
    if answer == "reject":
        return Given(text(value, "text"), id_, title, rest, unit=unit)
    relations = [_arc(raw, value, spans) for raw in listed(value, "relations")]
    annotator = str(value.get("_annotator_id") or value.get("_session_id") or "")
    state = STATES.get(str(answer)) if spans or relations or annotator else None
    facts = facts_of(relations)
    return Given(text(value, "text"), id_, title, rest, annotator, state, spans, facts, unit)


def _found(raw: Any) -> Found:
    if not isinstance(raw, dict):
        raise BadItem("a span is not an object")
    start, end = bounds(raw.get("start"), raw.get("end"))
    quote = raw.get("text")
    return Found(start, end, text(raw, "label"), quote if isinstance(quote, str) else None, f"{start}-{end}")


def _arc(raw: Any, value: Json, spans: list[Found]) -> Arc:
    if not isinstance(raw, dict):
        raise BadItem("a relation is not an object")
    label = text(raw, "label")
    return Arc(label, _place(raw, "head", value, spans, label), _place(raw, "child", value, spans, label))


def _place(raw: Json, end_: str, value: Json, spans: list[Found], relation: str) -> ArcEnd:
    """Return the end of a relation by its own bounds, else by those of its token."""
    place = raw.get(f"{end_}_span")
    if not isinstance(place, dict):
        tokens = listed(value, "tokens")
        number = raw.get(end_)
        if type(number) is not int or not 0 <= number < len(tokens) or not isinstance(tokens[number], dict):
            raise BadItem("a relation has no tokens")
        place = tokens[number]
    start, last = bounds(place.get("start"), place.get("end"))
    key, label = f"{start}-{last}", text(place, "label")
    bare = is_own_end(relation, label, end_ == "head")
    held = any((span.start, span.end) == (start, last) and not bare for span in spans)
    return ArcEnd(key, start, last, label, key if held else None)
