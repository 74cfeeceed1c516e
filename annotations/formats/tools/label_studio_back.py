"""One task of Label Studio as it is written: what came from there keeps its ids, order and fields, the rest is fresh."""

from __future__ import annotations

from annotations.formats.arcs import arcs_of
from annotations.formats.base import How, Record
from annotations.formats.came_from import DAMAGED, NOTHING, Kept, kept_for
from annotations.formats.lines.json_values import flat_meta
from annotations.formats.tools.label_studio_reading import RESERVED
from annotations.formats.tools.label_studio_results import (
    LAST,
    TEXT,
    Results,
    less,
    listed_in,
    places_in,
    relations_of,
)
from annotations.formats.units import Offsets
from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Status, in_order

ADDED = ("article_id", "title", "annotator", "published", "published_trusted")


@dataclass
class StudioTask:
    """A task with the works of its annotators; `is_open`: a further annotator's work may be added."""

    article: str
    value: Json
    kept: Kept
    is_open: bool
    places: list[int]  # of the annotations among one another, as they came
    skipped: list[tuple[int, Json]]

    @classmethod
    def of(cls, entry: Record, how: How) -> StudioTask:
        """Return the task of one record; what is kept of it is left aside where somebody damaged it."""
        kept = kept_for(entry.article.meta, entry.set.annotator if entry.set else "", "label-studio")
        try:
            return cls._of(entry, how, kept)
        except DAMAGED:
            return cls._of(entry, how, NOTHING)

    @classmethod
    def _of(cls, entry: Record, how: How, kept: Kept) -> StudioTask:
        works = dict(zip(("annotations", "predictions"), _works(entry, how, kept), strict=True))
        has = kept.record.get("has", list(works))
        value = {**kept.record.get("task", {}), "data": _data(entry, kept)}
        value |= {name: found for name, found in works.items() if found or name in has}
        places = [kept.work.get("at", LAST)] * len(works["annotations"])
        skipped = [(int(place), {**one}) for place, one in kept.record.get("skipped", [])]
        return cls(
            entry.article.id, value, kept, bool(kept.tool) and bool(works["annotations"]), places, skipped
        )

    @property
    def _guesses(self) -> list[Json]:
        found: list[Json] = self.value.get("predictions") or []
        return found

    def take(self, other: StudioTask) -> bool:
        """Take in the work of a further annotator on the same article, if both came from one task."""
        is_more = self.is_open and other.is_open and self._guesses == other._guesses
        if self.article != other.article or not is_more:
            return False
        self.value["annotations"] += other.value["annotations"]
        self.places += other.places
        return True

    def numbered(self, last: int) -> tuple[int, Json]:
        """Return the last number that was given, and the task with ids where it is ours, and what was skipped."""
        placed = list(zip(self.places, self.value.get("annotations", []), strict=True))
        placed += self.skipped
        works: list[Json] = [one for _, one in sorted(placed, key=lambda placed: placed[0])]
        if works:
            self.value["annotations"] = works
        last = max([last, *(one["id"] for one in (self.value, *works) if type(one.get("id")) is int)])
        if not self.kept.tool:
            last += 1
            self.value = {"id": last, **self.value}
            for work in works:
                work["id"] = last
        return last, self.value


def _data(entry: Record, kept: Kept) -> Json:
    """Return the data of the task: the text under its name, and the metadata beside it."""
    whose = {"annotator": entry.set.annotator} if entry.set and entry.set.annotator else {}
    text = {kept.record.get("text", TEXT): kept.record.get("html", entry.article.text)}
    value = {**text, **flat_meta(entry, RESERVED), **whose}
    fields = kept.record.get("fields")
    if not isinstance(fields, list):
        return value
    return {k: v for k, v in value.items() if k in fields or k not in ADDED}


def _works(entry: Record, how: How, kept: Kept) -> tuple[list[Json], list[Json]]:
    """Return the annotations and the predictions of one record.

    A prediction that came stays as it came, less what is gone; what is suggested besides is one of its own.
    """
    text, at = entry.article.text, Offsets(entry.article.text, how.offsets).to
    facts = {
        is_sure: [fact for fact in entry.facts() if (fact.status is Status.CONFIRMED) is is_sure]
        for is_sure in (True, False)
    }
    held = {id_ for fact in facts[True] for id_ in fact.span_ids()}
    spans = sorted(entry.spans(), key=in_order)
    sure = [span for span in spans if span.status is Status.CONFIRMED or span.id in held]
    done = Results(text, kept, at)
    done.add_spans(sure)
    done.add_facts(facts[True])
    done.add_topics(sorted(entry.set.topics) if entry.set else [])
    done.add_others()
    places = {span.id: (at(span.start), at(span.end), span.label) for span in spans}
    arcs = {
        fact.id: {(a.label, *((at(e.start), at(e.end)) for e in (a.head, a.child))) for a in arcs_of(fact)}
        for fact in facts[False]
    }
    told = set().union(*arcs.values()) if arcs else set()
    came = [
        made for one in kept.record.get("predictions", []) if (made := less(one, set(places.values()), told))
    ]
    there = {place for one in came for raw in listed_in(one, "result") for place in places_in(raw)}
    leading = set().union(*(relations_of(one) for one in came)) if came else set()
    unsure = (span for span in spans if span.status is not Status.CONFIRMED and span.id not in held)
    rest = [span for span in unsure if places[span.id] not in there]
    guessed = Results(text, NOTHING, at)
    guessed.add_spans(rest)
    guessed.add_facts([fact for fact in facts[False] if not arcs[fact.id] <= leading])
    models = ", ".join(sorted({span.origin for span in rest if span.origin}))
    more = [{"model_version": models, "result": guessed.listed()}] if guessed.listed() else []
    result = done.listed()
    about = kept.work.get("about", {"was_cancelled": False, "ground_truth": False})
    has_work = result or (entry.set is not None and ("about" in kept.work or not (came or more)))
    return ([{**about, "result": result}] if has_work else []), [*came, *more]
