"""One annotation or prediction of a task of Label Studio: its regions, relations and choices, and what goes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Any

from annotations.facts import Fact
from annotations.formats.arcs import Stated, facts_of_keys
from annotations.formats.lines.parts import chosen, taken
from annotations.formats.reading.given import Found
from annotations.formats.tools.label_studio_results import REGIONS
from annotations.formats.tools.task_texts import region_bounds
from annotations.json_fields import BadItem, Json, bounds, listed, text
from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Status

LOST = "A relation {label} was left out: one end of it is missing."


@dataclass(frozen=True)
class OneWork:
    """The content of one annotation or prediction.

    `kinds`: of results that have no place with us.  `kept`: fields of its own, and results that are no items.  `items`:
    regions and relations by key, in their order.
    """

    spans: Sequence[Found] = ()
    facts: Sequence[Fact] = ()
    topics: Sequence[str] = ()
    kinds: Sequence[str] = ()
    kept: Json = field(default_factory=dict)
    items: Json = field(default_factory=dict)

    def joined(self, other: OneWork) -> OneWork:
        """Return both as one; what goes back is that of the first."""
        return replace(
            self,
            spans=[*self.spans, *other.spans],
            facts=[*self.facts, *other.facts],
            topics=[*self.topics, *other.topics],
            kinds=[*self.kinds, *other.kinds],
            items={**self.items, **other.items},
        )

    def with_suggestions(self, pool: Sequence[OneWork]) -> OneWork:
        more = [span for one in pool for span in one.spans], [fact for one in pool for fact in one.facts]
        return replace(self, spans=[*self.spans, *more[0]], facts=[*self.facts, *more[1]])


def work_of(work: Json, status: Status, problems: list[str]) -> OneWork:
    """Return what an annotation or prediction says."""
    prefix = f"{status}/{id(work)}/"
    results = listed(work, "result")
    raws = [(number, raw) for number, raw in enumerate(results) if isinstance(raw, dict)]
    if len(raws) < len(results):
        problems.append("A result was left out: it is not an object.")
    found: dict[str, Found] = {}
    items: Json = {}
    model = text(work, "model_version")
    regions = [raw for _, raw in raws if raw.get("type") in REGIONS]
    for made in taken(regions, lambda raw: _region(raw, status, prefix, model), "region", problems):
        for span in made:
            found.setdefault(span.key, span)
    by_id = {f"{prefix}{raw.get('id')}": (n, raw) for n, raw in reversed(raws) if raw.get("type") in REGIONS}
    items |= {key: _kept_region(by_id, key) for key in found}
    stated = [one for n, raw in raws if raw.get("type") == "relation" for one in _relations(n, raw, prefix)]
    lost = [one for one in stated if one.head not in found or one.child not in found]
    problems += [worded(LOST, label=one.label) for one in lost]
    facts, bare = facts_of_keys([one for one in stated if one not in lost], found)
    items |= {fact.id: _kept_relation(dict(raws), fact.id) for fact in facts if fact.id}
    topics, others = _choices(raws, set(found), prefix)
    kinds = [str(raw.get("type")) for raw in others.values()]
    about = {k: v for k, v in work.items() if k != "result"}
    choices = [[n, raw] for n, raw in raws if raw.get("type") == "choices" and n not in others]
    kept = {"about": about, "others": [[n, raw] for n, raw in others.items()], "choices": choices}
    spans = [span for key, span in found.items() if key not in bare]
    return OneWork(spans, [replace(f, status=status) for f in facts], topics, kinds, kept, items)


def _region(raw: Json, status: Status, prefix: str, model: str) -> list[Found]:
    """Return the spans of a region, one for each of its labels.  BadItem when it has no place in the text."""
    value = raw.get("value")
    if not isinstance(value, dict):
        raise BadItem("it has no value")
    start, end = region_bounds(value)
    if isinstance(start, str) or start is None:
        raise BadItem("it has no offsets in the text; HTML regions cannot be placed")
    low, high = bounds(start, end)
    quote = value.get("text")
    quote = quote if isinstance(quote, str) else None
    score = raw.get("score") if status is Status.SUGGESTED else None
    sure = float(score) if isinstance(score, int | float) and 0 <= score <= 1 else None
    labels = [label for label in _labels(raw) if isinstance(label, str)]
    if not labels:
        raise BadItem("it has no label")
    keys = [f"{prefix}{raw.get('id')}" + (f"\n{n}" if n else "") for n in range(len(labels))]
    return [
        Found(low, high, label, quote, key, status, sure, model)
        for label, key in zip(labels, keys, strict=True)
    ]


def _labels(raw: Json) -> list[Any]:
    labels = raw["value"].get(raw.get("type")) or raw["value"].get("labels") or []
    return labels if isinstance(labels, list) else []


def _relations(number: int, raw: Json, prefix: str) -> Iterator[Stated]:
    ends = f"{prefix}{raw.get('from_id')}", f"{prefix}{raw.get('to_id')}"
    head, child = reversed(ends) if raw.get("direction") == "left" else ends
    labels = raw.get("labels")
    names = [str(name) for name in labels] if isinstance(labels, list) else []
    for n, name in enumerate(names or ["relation"]):
        yield Stated(
            name, head, child, raw.get("direction") == "bi", f"{prefix}r{number}" + (f"/{n}" if n else "")
        )


def _choices(raws: list[tuple[int, Json]], found: set[str], prefix: str) -> tuple[list[str], dict[int, Json]]:
    """Return the topics that the results choose, and the results that have no place with us."""
    topics: list[str] = []
    others: dict[int, Json] = {}
    for number, raw in raws:
        value = raw.get("value")
        if raw.get("type") in (*REGIONS, "relation"):
            continue
        is_of_region = f"{prefix}{raw.get('id')}" in found or (isinstance(value, dict) and "start" in value)
        if raw.get("type") == "choices" and isinstance(value, dict) and not is_of_region:
            topics += chosen(value.get("choices"))
        else:
            others[number] = raw
    return topics, others


def _kept_region(by_id: dict[str, tuple[int, Json]], key: str) -> Json:
    """Return the region of a span, or where the region is that it is a further label of."""
    first, further, _ = key.partition("\n")
    number, raw = by_id[first]
    return {"at": number} if further else {"at": number, "raw": raw}


def _kept_relation(raws: dict[int, Json], key: str) -> Any:
    """Return the relations of a fact, in the order of its arcs."""
    numbers = [int(one.rpartition("/r")[2].partition("/")[0]) for one in key.split("\n")]
    return [{"at": number, "raw": raws[number]} for number in numbers]
