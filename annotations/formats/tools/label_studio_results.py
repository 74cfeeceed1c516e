"""The results of an annotation of Label Studio: regions, relations and choices, as they came or fresh, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from annotations.facts import Fact
from annotations.formats.arcs import Arc, ArcEnd, arcs_of
from annotations.formats.came_from import Kept
from annotations.formats.tools.task_texts import region_bounds
from annotations.json_fields import Json
from annotations.spans import Span

LABEL, TEXT, TOPICS = "label", "text", "topics"  # names of the controls, and of what they label
REGIONS = ("labels", "hypertextlabels")
LAST = 1 << 62  # the place of what is new


class ControlNames(NamedTuple):
    """The names of the control that labels, of the text that it labels, and of the field with that text."""

    control: str = LABEL
    shown: str = TEXT
    field: str = TEXT


def names_of(kept: Kept, usual: ControlNames) -> ControlNames:
    """Return the names in the task as it came, else the usual ones."""
    raws = [value["raw"] for value in kept.items.values() if isinstance(value, dict) and "raw" in value]
    if not raws or not kept.record.get("text"):
        return usual
    names = str(raws[0].get("from_name", LABEL)), str(raws[0].get("to_name", TEXT))
    return ControlNames(*names, str(kept.record["text"]))


class Results:
    """The results of one annotation, gathered with their places among one another."""

    def __init__(self, text: str, kept: Kept, at: Callable[[int], int]) -> None:
        self._text, self._kept, self._at = text, kept, at
        self._names = names_of(kept, ControlNames())
        self._order = {id_: number for number, id_ in enumerate(kept.items)}
        self._is_html = "html" in kept.record
        self._placed: list[tuple[int, Json]] = []
        self._ids: dict[str, str] = {}  # of regions, by the keys of arcs' ends
        raws = [value["raw"] for value in kept.items.values() if isinstance(value, dict) and "raw" in value]
        self._used = {str(raw.get("id")) for raw in raws}

    def listed(self) -> list[Json]:
        return [raw for _, raw in sorted(self._placed, key=lambda placed: placed[0])]

    # --- regions

    def add_spans(self, spans: Sequence[Span]) -> None:
        """Add a region for each span; further labels of a region that came are one region again."""
        firsts: dict[int, tuple[Span, Json]] = {}
        for span in sorted(spans, key=lambda one: self._order.get(one.id, LAST)):
            known = self._kept.items.get(span.id)
            value = known if isinstance(known, dict) else {}
            place = value.get("at", LAST)
            first = firsts.get(place)
            if first and (first[0].start, first[0].end) == (span.start, span.end):
                first[1]["value"][first[1]["type"]].append(span.label)
                self._ids[span.id] = first[1]["id"]
            elif "raw" in value:
                firsts[place] = span, self._as_it_came(value["raw"], span)
                self._put(place, span.id, firsts[place][1])
            else:
                more = {} if span.score is None else {"score": span.score}
                self._put(LAST, span.id, self._fresh(span.start, span.end, span.label) | more)

    def _put(self, place: int, key: str, raw: Json) -> None:
        self._ids[key] = raw["id"]
        self._placed.append((place, raw))

    def _fresh(self, start: int, end: int, label: str) -> Json:
        number = len(self._ids) + 1
        while f"r{number}" in self._used:
            number += 1
        self._used.add(f"r{number}")
        bounds: Json = {"start": self._at(start), "end": self._at(end)}
        kind = "hypertextlabels" if self._is_html else "labels"
        place = {"globalOffsets": bounds} if self._is_html else bounds
        names = {
            "id": f"r{number}",
            "from_name": self._names.control,
            "to_name": self._names.shown,
            "type": kind,
        }
        return {**names, "value": {**place, "text": self._text[start:end], kind: [label]}}

    def _as_it_came(self, raw: Json, span: Span) -> Json:
        value, start, end = dict(raw["value"]), self._at(span.start), self._at(span.end)
        kind = raw["type"] if raw["type"] in value else "labels"
        if region_bounds(value) != (start, end):
            if "globalOffsets" in value:
                value = {
                    k: v for k, v in value.items() if k not in ("start", "end", "startOffset", "endOffset")
                }
                value["globalOffsets"] = {"start": start, "end": end}
            else:
                value |= {"start": start, "end": end}
            value["text"] = self._text[span.start : span.end]
        return {**raw, "id": str(raw.get("id")), "type": kind, "value": {**value, kind: [span.label]}}

    # --- relations

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Add the arcs of the facts; an end that is no span becomes a region."""
        firsts: dict[int, Json] = {}
        for fact in sorted(facts, key=lambda one: self._order.get(one.id, LAST)):
            arcs, known = arcs_of(fact), self._kept.items.get(fact.id)
            mores = known if isinstance(known, list) and len(known) == len(arcs) else [{}] * len(arcs)
            for arc, more in zip(arcs, mores, strict=True):
                place = more.get("at", LAST)
                made = self._relation(arc, more.get("raw") or {"type": "relation", "direction": "right"})
                first = firsts.get(place)
                if first and all(first[name] == made[name] for name in ("from_id", "to_id")):
                    first["labels"] += made["labels"]
                else:
                    self._placed.append((place, made))
                    firsts |= {place: made} if place != LAST else {}

    def _relation(self, arc: Arc, raw: Json) -> Json:
        ends = [self._end(arc.head), self._end(arc.child)]
        is_left = raw.get("direction") == "left" and not arc.symmetric
        if is_left:
            ends.reverse()
        way = raw.get("direction")
        way = "bi" if arc.symmetric else "right" if way == "bi" else way
        said = {"direction": way} if way is not None else {}
        names = (
            {}
            if arc.label == "relation" and not raw.get("labels") and "id" not in raw and "from_id" in raw
            else {"labels": [arc.label]}
        )
        return {**raw, "from_id": ends[0], "to_id": ends[1], **said, **names}

    def _end(self, end: ArcEnd) -> str:
        if end.key not in self._ids:
            self._put(LAST, end.key, self._fresh(end.start, end.end, end.label))
        return self._ids[end.key]

    # --- all else

    def add_topics(self, topics: Sequence[str]) -> None:
        """Add the choices that came, less what is no topic any more, and a new one for the topics that are new."""
        told: set[str] = set()
        for place, raw in self._kept.work.get("choices", []):
            choices = [name for name in raw["value"].get("choices", []) if name in topics]
            told |= set(choices)
            if choices or not raw["value"].get("choices"):
                self._placed.append((place, {**raw, "value": {**raw["value"], "choices": choices}}))
        if rest := [name for name in topics if name not in told]:
            names = {"from_name": TOPICS, "to_name": self._names.shown, "type": "choices"}
            self._placed.append((LAST, {"id": "topics", **names, "value": {"choices": rest}}))

    def add_others(self) -> None:
        """Add the results that have no place with us, as they came."""
        self._placed += [(place, raw) for place, raw in self._kept.work.get("others", [])]


Place = tuple[int, int, str]
RelationPlace = tuple[Any, ...]  # a name, and the bounds of head and child


def less(prediction: Json, spans: set[Place], relations: set[RelationPlace]) -> Json | None:
    """Return the prediction as it came less what is not among the spans and relations; None when nothing is left of it.

    What is neither has no place with us, as a choice, and stays.
    """
    results = listed_in(prediction, "result")
    kept: list[Any] = []
    ends = {
        str(raw.get("id")): region_bounds(raw["value"])
        for raw in reversed(results)
        if places_in(raw) and set(places_in(raw)) <= spans
    }
    for raw in results:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if kind == "relation":
            kept += [raw] if set(relations_in(raw, ends)) & relations else []
        elif kind not in REGIONS or (places_in(raw) and set(places_in(raw)) <= spans):
            kept.append(raw)
    if not kept and results:
        return None
    return {**prediction, "result": kept} if "result" in prediction else prediction


def listed_in(value: Any, name: str) -> list[Any]:
    """Return the list of that name in what came from elsewhere, of whatever shape it is."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def places_in(raw: Any) -> list[Place]:
    """Return the places of a region with each of its labels."""
    value = raw.get("value") if isinstance(raw, dict) else None
    if not isinstance(value, dict) or raw.get("type") not in REGIONS:
        return []
    labels = listed_in(value, raw["type"]) or listed_in(value, "labels")
    return [(*region_bounds(value), label) for label in labels if isinstance(label, str)]


def relations_of(prediction: Json) -> set[RelationPlace]:
    """Return the relations of a prediction."""
    results = [raw for raw in listed_in(prediction, "result") if isinstance(raw, dict)]
    ends = {str(raw.get("id")): region_bounds(raw["value"]) for raw in reversed(results) if places_in(raw)}
    return {place for raw in results if raw.get("type") == "relation" for place in relations_in(raw, ends)}


def relations_in(raw: Json, ends: dict[str, tuple[Any, Any]]) -> list[RelationPlace]:
    """Return the relations of a result as name, head and child."""
    both = [ends.get(str(raw.get(name))) for name in ("from_id", "to_id")]
    if None in both:
        return []
    head, child = reversed(both) if raw.get("direction") == "left" else both
    return [(str(name), head, child) for name in listed_in(raw, "labels") or ["relation"]]
