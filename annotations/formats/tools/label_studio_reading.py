"""The reading of Label Studio's JSON: tasks with annotations or predictions, tasks alone, and JSON-MIN.

The text is the field of `data` that the quotes prove, else the one that a region's `to_name` or ours names, else the longest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.came_from import Kept
from annotations.formats.lines.json_values import parsed, unflat_meta
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.tools.label_studio_work import OneWork, work_of
from annotations.formats.tools.task_texts import named_text, rendered
from annotations.formats.units import CODE_POINTS
from annotations.json_fields import BadItem, Json, listed, text
from annotations.problems import Notice, Problem, worded
from annotations.sets import State
from annotations.spans import Status

RESERVED = ("text", "annotator")
ABOUT = ("id", "annotator", "annotation_id", "lead_time", "created_at", "updated_at")  # of JSON-MIN
SKIPPED = "An annotation that its annotator skipped was not read; it goes back to Label Studio as it came."
TWICE = "The annotator {who} has more than one annotation of this task; they were taken as one."
HTML = "The text of this task is HTML; it was taken without its markup, and a region that is moved loses its XPaths."
MIN = "This is Label Studio's JSON-MIN, which has no relations; it goes back to Label Studio as JSON."
OTHER = "Results of the kind {kind} have no place in Factmark and are not shown; they go back to Label Studio as they came."
GUESSED = "The predictions of a task are suggestions here; they go back with --spans all."
GUESSED_TWICE = "A task with predictions and several annotators goes back as several tasks of its id where they decided them differently."


class TaskTold:
    """The sentences on one task: on what was not taken, and on what was taken otherwise."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.notices: dict[str, None] = {}


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record for each annotator of a task; predictions come with each as suggestions."""
    unit, asked = reading.unit(CODE_POINTS), reading.fields.get("text", "")
    for entry in parsed(path, file, lambda value: _task(value, unit, asked), reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, _, (found, told) = entry
        for given in found:
            yield given.on(line)
        yield from (Problem(path, line, problem) for problem in told.problems)
        yield from (Notice(path, line, notice) for notice in told.notices)


def _task(value: Json, unit: str, asked: str) -> tuple[list[Given], TaskTold]:
    told = TaskTold()
    if not isinstance(value.get("data"), dict):
        value = _from_min(value, told)
    data: Json = value["data"]
    listing, guessed = _objects(value, "annotations"), _objects(value, "predictions")
    placed = [(n, one) for n, one in enumerate(listing) if not one.get("was_cancelled")]
    done = [one for _, one in placed]
    if len(done) < len(listing):
        told.notices[SKIPPED] = None
    name = named_text(data, [*done, *guessed], asked)
    content = rendered(data[name], [*done, *guessed])
    if content != data[name]:
        told.notices[HTML] = None
    works = _by_annotator(placed, data, told)
    pool = [work_of(one, Status.SUGGESTED, told.problems) for one in guessed]
    for work in [*works.values(), *pool]:
        told.notices |= {worded(OTHER, kind=kind): None for kind in work.kinds}
    if guessed and "article_id" not in data:  # our own exports
        told.notices |= dict.fromkeys((GUESSED, GUESSED_TWICE)[: max(1, len(works))])
    if not works:
        works = {"" if pool else text(data, "annotator"): OneWork()}
    record = _kept(value, listing, name, content)
    meta = unflat_meta({k: v for k, v in data.items() if k != name}, RESERVED)
    ids = str(data.get("article_id") or ""), str(data.get("title") or "")
    given: list[Given] = []
    for annotator, work in works.items():
        kept = Kept("label-studio", record, work.kept, work.items)
        whole = work.with_suggestions(pool)
        state = State.STARTED if done else None
        one = Given(content, *ids, meta, annotator, state, whole.spans, whole.facts, unit, topics=work.topics)
        given.append(replace(one, kept=kept))
    return given, told


def _kept(value: Json, listing: list[Json], name: str, content: str) -> Json:
    """Return what goes back of the task, whoever worked on it."""
    data: Json = value["data"]
    return {
        "task": {k: v for k, v in value.items() if k not in ("data", "annotations", "predictions")},
        "has": [name for name in ("annotations", "predictions") if name in value],
        "fields": list(data),
        "text": name,
        "skipped": [[n, one] for n, one in enumerate(listing) if one.get("was_cancelled")],
        "predictions": _objects(value, "predictions"),
        **({"html": data[name]} if content != data[name] else {}),
    }


def _objects(value: Json, name: str) -> list[Json]:
    return [one for one in listed(value, name) if isinstance(one, dict)]


def _by_annotator(done: list[tuple[int, Json]], data: Json, told: TaskTold) -> dict[str, OneWork]:
    works: dict[str, OneWork] = {}
    for place, one in done:
        who = _by(one, data)
        work = work_of(one, Status.CONFIRMED, told.problems)
        work.kept["at"] = place
        if who in works:
            told.notices[worded(TWICE, who=who or "without a name")] = None
            works[who] = works[who].joined(work)
        else:
            works[who] = work
    return works


def _by(work: Mapping[str, Any], data: Json) -> str:
    """Return the annotator of an annotation: a name or address where there is one, else the number."""
    by = work.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("username") or by.get("id")
    return str(by) if by not in (None, "") else text(data, "annotator")


def _from_min(value: Json, told: TaskTold) -> Json:
    """Return a record of JSON-MIN as the task that it was made of: each control has a field beside those of the data."""
    results: list[Json] = []
    data: Json = {}
    for name, field in value.items():
        if isinstance(field, list) and field and all(isinstance(one, dict) for one in field):
            results += [_result_of_min(name, n, one) for n, one in enumerate(field)]
        elif isinstance(field, dict) and isinstance(field.get("choices"), list):
            results.append({"from_name": name, "type": "choices", "value": {"choices": field["choices"]}})
        elif name not in ABOUT:
            data[name] = field
    if not results and "annotation_id" not in value:
        raise BadItem("it has no data")
    told.notices[MIN] = None
    about = {"id": value.get("annotation_id"), "completed_by": value.get("annotator")}
    about |= {name: value[name] for name in ABOUT[3:] if name in value}
    work = {k: v for k, v in about.items() if v is not None} | {"result": results}
    return {**({"id": value["id"]} if "id" in value else {}), "data": data, "annotations": [work]}


def _result_of_min(name: str, number: int, value: Json) -> Json:
    kind = next((k for k, v in value.items() if isinstance(v, list) and k.endswith("labels")), "")
    return {"id": f"{name}{number}", "from_name": name, "type": kind or name, "value": value}
