"""A record as Prodigy's tasks: those that it came as, where nothing changed, and what is new in one of them or in others."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import field

from annotations.formats.arcs import arcs_of, is_own_end
from annotations.formats.base import Record
from annotations.formats.came_from import seen
from annotations.formats.lines.json_values import dumped
from annotations.formats.tools.prodigy_came import ArcPlace, came_as, place_of
from annotations.formats.tools.prodigy_tasks import Place, Task, topics_of
from annotations.formats.tools.prodigy_tokens import Ends, TokenNumbers
from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED
from annotations.spans import Status, in_order

COLOURS = ("#d9fbad", "#ffdaf9", "#c5bdf4", "#ffd882", "#a6e1fa")
WHOSE = ("_session_id", "_annotator_id")
OF_ALL = ("_input_hash", "meta", *WHOSE)  # what the tasks on one text share
_Named = tuple[ArcPlace, str, str]  # an arc with the labels of its ends
ACCEPT, IGNORE = "accept", "ignore"


@dataclass
class _Held:
    """The content of one status that a record has."""

    spans: dict[Place, str] = field(default_factory=dict)  # with the text there
    arcs: list[_Named] = field(default_factory=list)  # several may be alike
    topics: dict[str, None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.spans or self.arcs or self.topics)

    def of(self, task: Task) -> _Held:
        """Return what of this stands in the task."""
        spans = {place: self.spans[place] for place in task.places if place and place in self.spans}
        arcs, _ = _parted(self.arcs, Counter(map(place_of, task.arcs)))
        return _Held(spans, arcs, {name: None for name in task.topics if name in self.topics})

    def less(self, placed: _Held) -> _Held:
        return _Held(
            {k: v for k, v in self.spans.items() if k not in placed.spans},
            _parted(self.arcs, placed.counts())[1],
            {k: v for k, v in self.topics.items() if k not in placed.topics},
        )

    def add(self, other: _Held) -> None:
        """Take in what the other has besides."""
        self.spans |= other.spans
        self.arcs += _parted(other.arcs, self.counts())[1]
        self.topics |= other.topics

    def counts(self) -> Counter[ArcPlace]:
        return Counter(at for at, *_ in self.arcs)


def _parted(arcs: list[_Named], counts: Counter[ArcPlace]) -> tuple[list[_Named], list[_Named]]:
    """Return the first arcs of each kind, as many as are counted, and the others."""
    left, first, others = Counter(counts), list[_Named](), list[_Named]()
    for one in arcs:
        (first if left[one[0]] > 0 else others).append(one)
        left[one[0]] -= 1
    return first, others


def tasks(entry: Record, unit: str, language: str) -> list[str]:
    """Return the record's tasks as lines of JSON, at least one; tokens are spaCy's for the language."""
    made = _Outgoing(entry, Ends(entry.article.text, unit, language)).tasks()
    return [task if isinstance(task, str) else dumped(task) for task in made]


class _Outgoing:
    """The tasks of one record in the making."""

    def __init__(self, entry: Record, ends: Ends) -> None:
        self._entry, self._text, self._ends = entry, entry.article.text, ends
        self._whose = entry.set.annotator if entry.set else ""
        came, are_own = came_as(entry)
        self._base = came[0].raw if came else {}
        self._came = came if are_own else []
        self._quotes: dict[tuple[int, int], str] = {}  # the texts of ends of arcs
        self._held = {status: self._of(status) for status in Status}
        self._is_done = entry.set is not None and entry.set.state in FINISHED

    def _of(self, status: Status) -> _Held:
        held = _Held()
        for span in sorted(self._entry.spans(), key=in_order):
            if span.status is status:
                place = self._ends.place(span.start, span.end)
                held.spans[(*place, span.label)] = self._text[span.start : span.end]
        labels = {span.id: span.label for span in self._entry.spans()}
        for arc in (arc for fact in self._entry.facts() if fact.status is status for arc in arcs_of(fact)):
            ends = [self._ends.place(one.start, one.end) for one in (arc.head, arc.child)]
            names = [labels.get(one.span or "", one.label) for one in (arc.head, arc.child)]
            for place, one in zip(ends, (arc.head, arc.child), strict=True):
                self._quotes[place] = self._text[one.start : one.end]
            held.arcs.append(((arc.label, ends[0], ends[1]), names[0], names[1]))
        if status is Status.CONFIRMED and self._entry.set:
            held.topics = dict.fromkeys(sorted(self._entry.set.topics))
        return held

    def tasks(self) -> list[Json | str]:
        """Return the tasks that came and still say something, then new ones for what stands in none of them."""
        there = [self._held[task.status].of(task) if task.status else _Held() for task in self._came]
        new = {status: held.less(_together(self._came, there, status)) for status, held in self._held.items()}
        hosts = {
            status: self._host(status, there)
            for status in (Status.CONFIRMED, Status.SUGGESTED)
            if new[status]
        }
        made: list[Json | str] = []
        for number, (task, held) in enumerate(zip(self._came, there, strict=True)):
            status = next((one for one, host in hosts.items() if host == number), task.status)
            if number in hosts.values() and status is not None:
                left = self._held[status].of(task)
                made.append(self._changed(task, status, left, new.pop(status).less(left)))
            elif task.is_empty or _is_whole(task, held):
                made.append(self._answered(task))
            elif held:
                made.append(self._changed(task, task.status or Status.SUGGESTED, held, _Held()))
        if self._came and not made and not any(new.values()):  # an article stays, though nothing of it leaves
            return [self._changed(self._came[0], Status.SUGGESTED, _Held(), _Held())]
        return made + self._new(new, bool(made))

    def _host(self, status: Status, there: list[_Held]) -> int | None:
        """Return the number of the task that takes what is new; None when it is to have one of its own.

        It is the only one of the status; else one whose suggestions were all decided.
        """
        numbers = [n for n, task in enumerate(self._came) if task.status is status]
        decided = [
            n
            for n, task in enumerate(self._came)
            if task.status is Status.SUGGESTED and not task.is_empty and not there[n]
        ]
        if status is Status.CONFIRMED and not numbers:
            return decided[0] if decided else None
        return numbers[0] if len(numbers) == 1 else None

    def _answered(self, task: Task) -> Json:
        """Return the task as it came; one that was ignored and had nothing to decide is accepted when the article is done."""
        alone = len(self._came) == 1 and task.is_empty and task.raw.get("answer") == IGNORE
        if not (alone and self._is_done and not self._held[Status.CONFIRMED]):
            return task.raw
        return self._changed(task, Status.CONFIRMED, _Held(), _Held())

    def _changed(self, task: Task, status: Status, held: _Held, new: _Held) -> Json:
        """Return the task with what is left of it and what is new."""
        raw = dict(task.raw)
        number = self._ends.of_task(raw.get("tokens"))
        spans = [
            one
            for n, (one, place) in enumerate(zip(raw.get("spans") or (), task.places, strict=True))
            if n not in task.ends and (place is None or place in held.spans)
        ]
        counts, arcs = held.counts(), list[Json]()
        for one, at in zip(raw.get("relations") or (), map(place_of, task.arcs), strict=True):
            arcs += [one] if counts[at] > 0 else []
            counts[at] -= 1
        spans += [{**number.json(*place), "text": quote} for place, quote in new.spans.items()]
        arcs += _relations(new, number)
        spans += self._ends_of(arcs)
        if "spans" in raw or spans:
            raw["spans"] = spans
        if "relations" in raw or arcs:
            raw["relations"] = arcs
        if new and "tokens" not in raw:
            raw["tokens"] = json.loads(self._ends.tokens())
        if status is Status.CONFIRMED:
            self._choose(raw, held, new)
        if status is not task.status:
            raw["answer"] = ACCEPT if status is Status.CONFIRMED and self._is_done else IGNORE
        raw["_task_hash"] = _task_hash(raw)
        return raw

    def _choose(self, raw: Json, held: _Held, new: _Held) -> None:
        """Take out topics that the article has no longer, and put new ones in."""
        chosen = list(topics_of(raw))
        kept = [one for one, name in chosen if one is not None and name in held.topics]
        if any(one is None and name not in held.topics for one, name in chosen):
            raw.pop("label")
        if "accept" in raw or new.topics:
            raw["accept"] = kept + list(new.topics)

    def _new(self, new: dict[Status, _Held], has_some: bool) -> list[Json | str]:
        """Return tasks for what stands in none that came: what is confirmed, each rejected span, what is suggested."""
        made: list[Json | str] = []
        confirmed, suggested = (new.get(one, _Held()) for one in (Status.CONFIRMED, Status.SUGGESTED))
        rejected = new[Status.REJECTED].spans
        if confirmed or (not has_some and (self._is_done or not (suggested or rejected))):
            if not self._is_done:
                confirmed.add(suggested)
                suggested = _Held()
            made.append(self._fresh(confirmed, ACCEPT if self._is_done else IGNORE))
        made += [self._fresh(_Held({place: quote}), "reject") for place, quote in rejected.items()]
        return made + ([self._fresh(suggested, IGNORE)] if suggested else [])

    def _fresh(self, held: _Held, answer: str) -> str:
        from murmurhash import mrmr

        article, number = self._entry.article, self._ends.of_task(None)
        meta = {**seen(article.meta), "id": article.id, "title": article.title}
        usual = {"meta": meta, "_input_hash": mrmr.hash(article.text), "_session_id": self._whose or None}
        shared = {name: self._base[name] for name in OF_ALL if name in self._base} if self._base else usual
        if self._base and not self._came:  # the outcome, where only the annotators' work came
            shared = {**shared, "_session_id": self._whose}
        whose = {name: shared.pop(name) for name in WHOSE if name in shared}
        head: Json = {"text": article.text, **shared}
        arcs = _relations(held, number)
        spans = [{**number.json(*place), "text": quote} for place, quote in held.spans.items()]
        rest: Json = {
            "spans": spans + self._ends_of(arcs),
            **({"accept": list(held.topics)} if held.topics else {}),
            "_view_id": "relations" if held.arcs else "spans_manual",
            **whose,
            "answer": answer,
        }
        if held.arcs:
            rest["relations"] = arcs
        rest["_task_hash"] = _task_hash({**head, **rest})
        return f'{dumped(head)[:-1]}, "tokens": {self._ends.tokens()}, {dumped(rest)[1:]}'

    def _ends_of(self, relations: list[Json]) -> list[Json]:
        """Return a span for each place that is an end of relations alone, since readers look for ends among the spans."""
        found: dict[Place, Json] = {}
        for one in relations:
            for name in ("head", "child"):
                end, label = one.get(f"{name}_span"), one["label"]
                if isinstance(end, dict) and is_own_end(label, str(end.get("label")), name == "head"):
                    at = end["start"], end["end"]
                    found.setdefault((*at, end["label"]), {**end, "text": self._quotes[at]})
        return list(found.values())


def _together(came: list[Task], there: list[_Held], status: Status) -> _Held:
    placed = _Held()
    for task, held in zip(came, there, strict=True):
        if task.status is status:
            placed.add(held)
    return placed


def _is_whole(task: Task, held: _Held) -> bool:
    """Return whether all that the task says is still there."""
    spans = all(place in held.spans for place in task.places if place)
    arcs = len(held.arcs) == len(task.arcs)
    return spans and arcs and all(name in held.topics for name in task.topics)


def _relations(held: _Held, number: TokenNumbers) -> list[Json]:
    return [_relation(*one, number) for one in held.arcs]


def _relation(at: ArcPlace, head_label: str, child_label: str, number: TokenNumbers) -> Json:
    label, head_place, child_place = at
    head, child = number.json(*head_place, head_label), number.json(*child_place, child_label)
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": head,
        "child_span": child,
        "color": COLOURS[sum(map(ord, label)) % len(COLOURS)],
        "label": label,
    }


def _task_hash(raw: Json) -> int:
    from murmurhash import mrmr

    said = [raw.get(name) for name in ("_input_hash", "spans", "relations")]
    return int(mrmr.hash(json.dumps(said + ([raw["accept"]] if "accept" in raw else []), sort_keys=True)))
