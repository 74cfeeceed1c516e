"""One task of Prodigy's as values: its spans, relations and topics, each by where it stands, and what is wrong with it.

A task is read so when it comes in and when it goes back, so that both take the same of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from annotations.formats.arcs import Arc, ArcEnd, is_own_end
from annotations.json_fields import BadItem, Json, bounds, text
from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD
from annotations.spans import Status

ANSWERS = {"accept": Status.CONFIRMED, "reject": Status.REJECTED, "ignore": Status.SUGGESTED}
FLAT = {"text", "start", "end", "id", "ws"}  # the fields of a token that is kept as numbers alone
DEEPEST = 40  # levels of a field that is kept
PACKED = "at"
Place = tuple[int, int, str]  # offsets of the task's, and a label


@dataclass
class Task:
    """A task: `raw` is what of it goes back, `places` where each of its spans lies, None for one that is no span of ours.

    That has no label, or is an end of relations alone: `ends` has their numbers.

    `status` is what its answer makes of spans and relations, None when nothing of them is taken.
    """

    raw: Json
    text: str
    status: Status | None = None
    places: list[Place | None] = field(default_factory=list)
    quotes: dict[Place, str] = field(default_factory=dict)
    ends: set[int] = field(default_factory=set)
    arcs: list[Arc] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing in Factmark stands for the task's content."""
        return self.status is None or not (any(self.places) or self.arcs or self.topics)

    @property
    def answer(self) -> str:
        return str(self.raw.get("answer", "accept"))


def annotator_of(value: Mapping[str, Any]) -> str:
    """Return whose work the task is; a task that ends a review is gold."""
    if isinstance(value.get("versions"), list):
        return GOLD
    named = value.get("_annotator_id") or value.get("_session_id")
    return str(named) if isinstance(named, str | int) and not isinstance(named, bool) else ""


def task_of(value: Json) -> Task:
    """Return the task; BadItem when it has no text."""
    made = Task(dict(value), text(value, "text"))
    for name in [name for name, one in value.items() if _is_deep(one)]:
        made.problems.append(
            worded("The field {name} was left out: it is nested too deeply.", name=name[:60])
        )
        del made.raw[name]
    tokens = _list(made, "tokens")
    spans = list(_spans(made, tokens))
    made.raw |= {"spans": [raw for raw, _ in spans]} if "spans" in made.raw else {}
    made.places = [place for _, place in spans]
    arcs = list(_arcs(made, tokens))
    made.raw |= {"relations": [raw for raw, _ in arcs]} if "relations" in made.raw else {}
    made.arcs = [arc for _, arc in arcs]
    _part_ends(made)
    made.status = _status(made)
    if made.status is Status.CONFIRMED:
        made.topics = [name for _, name in topics_of(made.raw)]
    elif list(topics_of(made.raw)):
        made.notices.append("Topics that were not accepted are kept for the way back, and shown nowhere.")
    return made


def _status(made: Task) -> Status | None:
    answer = made.raw.get("answer", "accept")
    status = ANSWERS.get(answer) if isinstance(answer, str) else None
    count = len(made.places)
    if status is None:
        said = "The answer {answer} is none of Prodigy's: nothing of the task is shown."
        made.notices.append(worded(said, answer=str(answer)[:60]))
    elif status is Status.REJECTED and (count != 1 or made.arcs):
        if count or made.arcs:
            said = "A rejected task with {count} spans is kept for the way back, and nothing of it is shown."
            made.notices.append(worded(said, count=count))
        return None
    elif is_ours(made):
        return status
    elif status is Status.SUGGESTED and (count or made.arcs):
        made.notices.append(
            "What an ignored task has marked came in as suggestions; it goes back with --spans all."
        )
    elif status is Status.REJECTED:
        made.notices.append("A rejected span goes back with --spans all.")
    return status


def is_ours(made: Task) -> bool:
    """Return whether Factmark wrote the task, which has then nothing to learn of the way back."""
    meta = made.raw.get("meta")
    if not (isinstance(meta, dict) and {"id", "title"} <= meta.keys()):
        return False
    from murmurhash import mrmr

    return bool(made.raw.get("_input_hash") == mrmr.hash(made.text))


def _list(made: Task, name: str) -> list[Any]:
    """Return the list of that name; one that is none is a problem, and goes nowhere."""
    held = made.raw.get(name)
    if held is None or isinstance(held, list):
        return held or []
    made.problems.append(worded("The field {name} was left out: it must be a list.", name=name))
    del made.raw[name]
    return []


def _spans(made: Task, tokens: list[Any]) -> Iterator[tuple[Json, Place | None]]:
    """Yield the spans that can stand there with their places; a span without a label has none."""
    unlabelled = 0
    for number, raw in enumerate(_list(made, "spans"), 1):
        try:
            if not isinstance(raw, dict):
                raise BadItem("it is not an object")
            start, end = _bounds(raw, tokens)
            label = text(raw, "label")
        except BadItem as error:
            said = "The span {number} was left out: {error}."
            made.problems.append(worded(said, number=number, error=error))
            continue
        unlabelled += not label.strip()
        place = (start, end, label) if label.strip() else None
        if place and isinstance(raw.get("text"), str):
            made.quotes[place] = raw["text"]
        yield raw, place
    if unlabelled:
        made.notices.append("Spans without a label are kept for the way back, and shown nowhere.")


def _part_ends(made: Task) -> None:
    """Take the spans that are there as ends of relations alone out of the places; of two that are alike, the one behind."""
    ends = {
        (end.start, end.end, end.label)
        for arc in made.arcs
        for is_head, end in ((True, arc.head), (False, arc.child))
        if is_own_end(arc.label, end.label, is_head)
    }
    last = {place: number for number, place in enumerate(made.places) if place in ends}
    made.ends = set(last.values())
    made.places = [None if number in made.ends else place for number, place in enumerate(made.places)]


def _bounds(raw: Json, tokens: list[Any]) -> tuple[int, int]:
    """Return a span's bounds, by its tokens when it gives no others."""
    start, end = raw.get("start"), raw.get("end")
    if start is None and end is None and tokens:
        start, end = _token(raw.get("token_start"), tokens)[0], _token(raw.get("token_end"), tokens)[1]
    return bounds(start, end)


def _token(number: Any, tokens: list[Any]) -> tuple[int, int]:
    if type(number) is not int or not 0 <= number < len(tokens) or not isinstance(tokens[number], dict):
        raise BadItem("there is no such token")
    return bounds(tokens[number].get("start"), tokens[number].get("end"))


def _arcs(made: Task, tokens: list[Any]) -> Iterator[tuple[Json, Arc]]:
    for number, raw in enumerate(_list(made, "relations"), 1):
        try:
            if not isinstance(raw, dict):
                raise BadItem("it is not an object")
            label = text(raw, "label")
            if not label.strip():
                raise BadItem("it has no label")
            head, child = (_end(raw, name, made, tokens, label) for name in ("head", "child"))
            yield raw, Arc(label, head, child)
        except BadItem as error:
            said = "The relation {number} was left out: {error}."
            made.problems.append(worded(said, number=number, error=error))


def _end(raw: Json, name: str, made: Task, tokens: list[Any], relation: str) -> ArcEnd:
    """Return the end of a relation by its own bounds, else the span whose last token it names, else that token."""
    held = raw.get(f"{name}_span")
    if isinstance(held, dict):
        start, end = _bounds(held, tokens)
        label = text(held, "label")
    else:
        start, end = _token(raw.get(name), tokens)
        ending = (place for place in made.places if place and place[1] == end and place[0] <= start)
        start, end, label = next(ending, (start, end, ""))
    key = f"{start}-{end}"
    bare = is_own_end(relation, label, name == "head")
    there = any(place and place[:2] == (start, end) and not bare for place in made.places)
    return ArcEnd(key, start, end, label, key if there else None)


def topics_of(raw: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    """Yield what was chosen, as it stands in the task and as a topic's name; the label of a task without spans, with None."""
    chosen, options = raw.get("accept"), raw.get("options")
    names = {
        one["id"]: one["text"]
        for one in (options if isinstance(options, list) else ())
        if isinstance(one, dict) and isinstance(one.get("id"), int) and isinstance(one.get("text"), str)
    }
    for one in chosen if isinstance(chosen, list) else ():
        if isinstance(one, str | int) and (name := str(names.get(one, one)).strip()):
            yield one, name
    label = raw.get("label")
    if isinstance(label, str) and label.strip() and not raw.get("spans"):
        yield None, label.strip()


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: Any) -> list[Any]:
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in held if isinstance(one, dict | list)]


# --- as it is kept


def packed(raw: Json, said: str) -> Json:
    """Return the task as it is kept: without its text, and with plain tokens as numbers alone."""
    kept = {name: None if name == "text" else value for name, value in raw.items() if name != "versions"}
    tokens = raw.get("tokens")
    if isinstance(tokens, list) and all(_is_plain(one, n, said) for n, one in enumerate(tokens)):
        kept["tokens"] = {
            PACKED: [int(number) for one in tokens for number in (one["start"], one["end"], one["ws"])]
        }
    return kept


def _is_plain(one: Any, number: int, said: str) -> bool:
    if not isinstance(one, dict) or one.keys() != FLAT or type(one["ws"]) is not bool:
        return False
    start, end = one["start"], one["end"]
    whole = type(start) is int and type(end) is int and type(one["id"]) is int
    return whole and one["id"] == number and one["text"] == said[start:end]


def unpacked(kept: Any, said: str) -> Json | None:
    """Return the task that was kept, of an article with that text; None when it is none."""
    if not isinstance(kept, dict):
        return None
    raw = {name: value for name, value in kept.items() if name != "versions"} | {"text": said}
    tokens = raw.get("tokens")
    if isinstance(tokens, dict):
        flat = tokens.get(PACKED)
        if not isinstance(flat, list) or not all(type(one) is int for one in flat):
            return None
        raw["tokens"] = [
            {"text": said[start:end], "start": start, "end": end, "id": n, "ws": bool(ws)}
            for n, (start, end, ws) in enumerate(zip(flat[::3], flat[1::3], flat[2::3], strict=False))
        ]
    return raw
