"""Label Studio's JSON: a list of tasks with annotations or predictions, and the labelling configuration.

A confirmed item is an annotation, a suggested one a prediction.  A fact is relations between regions
(`arcs`); they lie in the same list as the regions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from annotations.facts import Fact
from annotations.formats.arcs import Stated, arcs_of, facts_of_keys
from annotations.formats.base import How, Record
from annotations.formats.lines.json_values import dumped, flat_meta, parsed, unflat_meta
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.units import CODE_POINTS, Offsets
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json, bounds, listed, text
from annotations.problems import Problem
from annotations.sets import State
from annotations.spans import Span, Status, in_order
from annotations.text.controls import xml_attribute

LABEL, TEXT = "label", "text"  # the names that the configuration gives the control and what it labels
RESERVED = ("text", "annotator")
CONFIG = ".config.xml"


class Tasks:
    """A sink with one list a part, a task a line, and a configuration that has all labels in it."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._how, self._count = out, how, 0
        self._labels = dict.fromkeys(how.schema.labels)
        self._relations: dict[str, None] = {}
        self._begun: set[str] = set()

    def add(self, entry: Record, part: str) -> None:
        self._count += 1
        value = task(entry, self._how, self._count)
        for region in (one for work in value["annotations"] + value["predictions"] for one in work["result"]):
            names = region["labels"] if region["type"] == "relation" else region["value"]["labels"]
            (self._relations if region["type"] == "relation" else self._labels).update(dict.fromkeys(names))
        self._begin(part)
        self._out.text(part).write(dumped(value))

    def close(self) -> None:
        for part in self._out.parts:
            if part not in self._begun:
                self._out.text(part).write("[")
        for part in {*self._begun, *self._out.parts}:
            self._out.text(part).write("\n]\n")
        self._out.beside(self._out.name("", CONFIG), config(self._labels, self._relations))

    def _begin(self, part: str) -> None:
        self._out.text(part).write(",\n" if part in self._begun else "[\n")
        self._begun.add(part)


def write(out: Output, how: How) -> Tasks:
    return Tasks(out, how)


def config(labels: Iterable[str], relations: Iterable[str]) -> str:
    """Return the XML that a Label Studio project needs to show these tasks."""
    shown = "\n".join(f'    <Label value="{xml_attribute(name)}"/>' for name in labels)
    arcs = "\n".join(f'    <Relation value="{xml_attribute(name)}"/>' for name in relations)
    related = f"  <Relations>\n{arcs}\n  </Relations>\n" if arcs else ""
    return (
        f'<View>\n{related}  <Labels name="{LABEL}" toName="{TEXT}">\n{shown}\n  </Labels>\n'
        f'  <Text name="{TEXT}" value="$text"/>\n</View>\n'
    )


def task(entry: Record, how: How, number: int) -> Json:
    at = Offsets(entry.article.text, how.offsets).to
    spans = sorted(entry.spans(), key=in_order)
    facts = entry.facts()
    whose = {"annotator": entry.set.annotator} if entry.set and entry.set.annotator else {}
    value: Json = {"id": number, "data": {"text": entry.article.text, **flat_meta(entry, RESERVED), **whose}}
    held = {id_ for fact in facts if fact.status is Status.CONFIRMED for id_ in fact.span_ids()}
    sure = [span for span in spans if span.status is Status.CONFIRMED or span.id in held]
    unsure = [span for span in spans if span not in sure]
    result = _result(entry, sure, [fact for fact in facts if fact.status is Status.CONFIRMED], at)
    rest = _result(entry, unsure, [fact for fact in facts if fact.status is not Status.CONFIRMED], at)
    done = {"id": number, "was_cancelled": False, "ground_truth": False, "result": result}
    value["annotations"] = [done] if result or (entry.set and not rest) else []
    value["predictions"] = [{"model_version": _models(unsure), "result": rest}] if rest else []
    return value


def _models(spans: list[Span]) -> str:
    return ", ".join(sorted({span.origin for span in spans if span.origin}))


def _result(entry: Record, spans: list[Span], facts: list[Fact], at: Any) -> list[Json]:
    regions: dict[str, Json] = {}

    def region(key: str, start: int, end: int, label: str, score: float | None = None) -> str:
        if key not in regions:
            value = {
                "start": at(start),
                "end": at(end),
                "text": entry.article.text[start:end],
                "labels": [label],
            }
            names = {"id": f"r{len(regions) + 1}", "from_name": LABEL, "to_name": TEXT, "type": "labels"}
            regions[key] = {**names, "value": value, **({} if score is None else {"score": score})}
        return str(regions[key]["id"])

    for span in spans:
        region(span.id, span.start, span.end, span.label, span.score)
    relations = []
    for arc in (arc for fact in facts for arc in arcs_of(fact)):
        ends = [region(place.key, place.start, place.end, place.label) for place in (arc.head, arc.child)]
        ids = {"from_id": ends[0], "to_id": ends[1]}
        way = "bi" if arc.symmetric else "right"
        relations.append({**ids, "type": "relation", "direction": way, "labels": [arc.label]})
    return [*regions.values(), *relations]


# --- reading


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record for each annotation of a task; predictions come with the first as suggestions."""
    unit = reading.unit(CODE_POINTS)
    for entry in parsed(path, file, lambda value: _task(value, unit), reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, _, (found, problems) = entry
        for given in found:
            yield given.on(line)
        yield from (Problem(path, line, problem) for problem in problems)


def _task(value: Json, unit: str) -> tuple[list[Given], list[str]]:
    data = value.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise BadItem("its data has no text")
    problems: list[str] = []
    done = [
        one for one in listed(value, "annotations") if isinstance(one, dict) and not one.get("was_cancelled")
    ]
    guessed = [one for one in listed(value, "predictions") if isinstance(one, dict)]
    works = [(_by(one, data), *_regions(one, Status.CONFIRMED, problems)) for one in done]
    pool = [_regions(one, Status.SUGGESTED, problems) for one in guessed]
    works = works or [(text(data, "annotator") if pool == [] else "", [], [])]
    suggested = [span for spans, _ in pool for span in spans], [fact for _, facts in pool for fact in facts]
    given = []
    for number, (annotator, spans, facts) in enumerate(works):
        more = suggested if number == 0 else ([], [])
        state = State.STARTED if done else None
        meta = unflat_meta(data, RESERVED)
        ids = str(data.get("article_id") or ""), str(data.get("title") or "")
        all_spans, all_facts = [*spans, *more[0]], [*facts, *more[1]]
        given.append(Given(data["text"], *ids, meta, annotator, state, all_spans, all_facts, unit))
    return given, problems


def _by(work: Json, data: Json) -> str:
    """Return the annotator of an annotation: a name or address where there is one, else the number."""
    by = work.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("username") or by.get("id")
    return str(by) if by not in (None, "") else text(data, "annotator")


def _regions(work: Json, status: Status, problems: list[str]) -> tuple[list[Found], list[Fact]]:
    found: dict[str, Found] = {}
    relations: list[Stated] = []
    prefix = f"{status}/{id(work)}/"
    for raw in listed(work, "result"):
        if not isinstance(raw, dict):
            raise BadItem("a result is not an object")
        if raw.get("type") == "relation":
            ends = prefix + str(raw.get("from_id")), prefix + str(raw.get("to_id"))
            head, child = reversed(ends) if raw.get("direction") == "left" else ends
            names = map(str, listed(raw, "labels") or ["relation"])
            relations += [Stated(name, head, child, raw.get("direction") == "bi") for name in names]
        elif raw.get("type") in ("labels", "hypertextlabels"):
            for one in _region(raw, status, prefix, text(work, "model_version"), problems):
                found.setdefault(one.key, one)
    lost = [one for one in relations if one.head not in found or one.child not in found]
    problems += [f"A relation {one.label} was left out: one end of it is missing." for one in lost]
    facts, bare = facts_of_keys([one for one in relations if one not in lost], found)
    return [one for key, one in found.items() if key not in bare], [replace(f, status=status) for f in facts]


def _region(raw: Json, status: Status, prefix: str, model: str, problems: list[str]) -> Iterator[Found]:
    """Yield the spans of a region, one for each of its labels."""
    value = raw.get("value")
    if not isinstance(value, dict):
        raise BadItem("a region has no value")
    try:
        start, end = bounds(value.get("start"), value.get("end"))
    except BadItem:
        problems.append(
            "A region was left out: it has no offsets in the text; HTML regions cannot be placed."
        )
        return
    labels = value.get("labels") or value.get("hypertextlabels") or []
    quote = value.get("text")
    for number, label in enumerate(label for label in labels if isinstance(label, str)):
        key = prefix + str(raw.get("id")) + (f"/{number}" if number else "")
        score = raw.get("score") if status is Status.SUGGESTED else None
        sure = float(score) if isinstance(score, int | float) and 0 <= score <= 1 else None
        yield Found(start, end, label, quote if isinstance(quote, str) else None, key, status, sure, model)
