"""What tests of Prodigy's tasks share: tasks as a file has them, read, and written again after an edit."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Problem
from annotations.sets import AnnotationSet
from tests.round_trips import exported

TALKS = "Ann met Ben in Oslo."
ANN = {"start": 0, "end": 3, "label": "PER"}
BEN = {"start": 8, "end": 11, "label": "PER"}
OSLO = {"start": 15, "end": 19, "label": "GPE"}
MET = {"start": 4, "end": 7, "label": "PER"}
Json = dict[str, Any]


def task(*spans: Any, text: str = TALKS, **more: Any) -> Json:
    return {"text": text, "spans": list(spans), "_input_hash": -7, "_task_hash": 41, **more}


def given(folder: Path, *tasks: Any) -> tuple[list[Record], list[Problem]]:
    """The records of a file with those tasks, and what was said of them."""
    lines = (one if isinstance(one, str) else json.dumps(one) for one in tasks)
    (folder / "in.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    entries = list(read(folder / "in.jsonl", HowRead("prodigy")))
    records = [entry for entry in entries if isinstance(entry, Record)]
    return records, [entry for entry in entries if isinstance(entry, Problem)]


def one(folder: Path, *tasks: Any) -> tuple[Record, list[Problem]]:
    """The one record of the tasks."""
    (record,), problems = given(folder, *tasks)
    return record, problems


def shown(record: Record) -> list[tuple[str, str, str]]:
    text = record.article.text
    return sorted((text[span.start : span.end], span.label, str(span.status)) for span in record.spans())


def back(
    folder: Path,
    *tasks: Any,
    change: Callable[[AnnotationSet], AnnotationSet] = lambda made: made,
    **more: Any,
) -> list[Json]:
    """The tasks that go back to Prodigy, when the sets were changed meanwhile."""
    records, _ = given(folder, *tasks)
    changed = [replace(record, set=record.set and change(record.set)) for record in records]
    assert exported(changed, "prodigy", folder, **more)["proved"]
    return [json.loads(line) for line in (folder / "out").read_text("utf-8").splitlines()]
