"""The reader of Prodigy's JSONL: the tasks on one text that stand together are one record, and the versions of a review are sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import BinaryIO

from annotations.facts import Fact
from annotations.formats.arcs import facts_of
from annotations.formats.came_from import NOTHING, PARTS, Kept
from annotations.formats.lines.json_values import parsed
from annotations.formats.reading.given import Found, Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.tools.prodigy_tasks import Place, Task, annotator_of, is_ours, packed, task_of
from annotations.formats.units import CODE_POINTS
from annotations.json_fields import Json
from annotations.problems import Notice, Problem, worded
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import State
from annotations.spans import Status

PRODIGY = "prodigy"
BOTH = "{label} at {start} is accepted and rejected: the last answer counts."
ONCE = "The id {id} is that of several texts; only the first keeps it."
REVIEWED = "The versions of a review came in as work of their annotators, its outcome as gold; they go back as tasks of each."
APART = "Tasks on one text that stand apart go back together."
SHARED = "What an ignored task without an annotator suggests goes back as a task of each annotator of its text ({count} of such texts)."


class _SharedTexts:
    """The texts that somebody worked on, and of which an ignored task that names nobody suggests something."""

    def __init__(self) -> None:
        self._named, self._suggested, self._decided = set[int](), set[int](), set[int]()  # hashes of texts

    def take(self, annotator: str, task: Task) -> None:
        text = hash(task.text)
        if annotator:
            self._named.add(text)
        elif task.status in (Status.CONFIRMED, Status.REJECTED):
            self._decided.add(text)  # the work of nobody goes back of itself
        elif task.status is Status.SUGGESTED and not task.is_empty and not is_ours(task):
            self._suggested.add(text)

    def said(self) -> list[str]:
        """Return a sentence on them, if there are any."""
        count = len(self._named & self._suggested - self._decided)
        return [worded(SHARED, count=f"{count:,}")] if count else []


@dataclass
class _TaskGroup:
    """The tasks of one annotator on one text that stand together."""

    key: tuple[str, str, str]
    line: int
    tasks: list[Task] = field(default_factory=list)


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record for the tasks on one text that stand together, with what was wrong with them behind it."""
    unit, texts, keys = reading.unit(CODE_POINTS), dict[str, int](), set[int]()
    held: _TaskGroup | None = None
    shared = _SharedTexts()
    last = 0
    for entry in parsed(path, file, _tasks, reading):
        if isinstance(entry, Problem):
            yield from _given(path, held, unit, texts, reading.keeps) if held else ()
            held = None
            yield entry
            continue
        line, _, tasks = entry
        if len(tasks) > 1:
            yield Notice(path, line, REVIEWED)
        for annotator, task in tasks:
            key = task.text, annotator, _named(task, "id")
            if held is None or held.key != key:
                yield from _given(path, held, unit, texts, reading.keeps) if held else ()
                held = _TaskGroup(key, line)
                if (told := hash(key)) in keys and told != last:
                    yield Notice(path, line, APART)
                keys.add(last := told)
            held.tasks.append(task)
            shared.take(annotator, task)
            yield from (Problem(path, line, problem) for problem in task.problems)
            yield from (Notice(path, line, notice) for notice in task.notices)
    if held:
        yield from _given(path, held, unit, texts, reading.keeps)
    yield from (Notice(path, None, one) for one in shared.said())


def _tasks(value: Json) -> list[tuple[str, Task]]:
    """Return the task with its annotator, behind those of its versions."""
    found = [(annotator_of(value), task_of(value))]
    versions = value.get("versions")
    for version in reversed(versions) if isinstance(versions, list) else ():
        if isinstance(version, dict):
            found[:0] = _version({**version, "text": found[-1][1].text}, found[-1][1])
        else:
            found[-1][1].problems.append("A version was left out: it is not an object.")
    return found


def _version(version: Json, whole: Task) -> list[tuple[str, Task]]:
    names = version.pop("sessions", None)
    named = names if isinstance(names, list) else [annotator_of(version)]
    version.pop("versions", None)
    if "tokens" in whole.raw:
        version.setdefault("tokens", whole.raw["tokens"])
    return [(str(name), task_of({**version, "_session_id": str(name)})) for name in named if name]


def _named(task: Task, name: str) -> str:
    meta = task.raw.get("meta")
    value = meta.get(name) if isinstance(meta, dict) else None
    return str(value) if isinstance(value, str | int) else ""


def _kept(group: _TaskGroup, annotator: str, text: str) -> Kept:
    return Kept(PRODIGY, {}, {"whose": annotator, PARTS: [packed(task.raw, text) for task in group.tasks]})


def _given(
    path: Path, group: _TaskGroup, unit: str, texts: dict[str, int], keeps: bool
) -> Iterator[Given | Problem]:
    said, annotator, id_ = group.key
    first = group.tasks[0]
    meta = first.raw.get("meta")
    rest = {k: v for k, v in meta.items() if k not in ("id", "title")} if isinstance(meta, dict) else {}
    if id_ and texts.setdefault(id_, hash(said)) != hash(said):
        yield Notice(path, group.line, worded(ONCE, id=id_))
        rest, id_ = {"id": id_, **rest}, ""
    spans, quotes = dict[Place, Status](), dict[Place, str]()
    notices: list[str] = []
    for task in group.tasks:
        quotes |= task.quotes
        for place in filter(None, task.places if task.status else ()):
            if {spans.get(place), task.status} == {Status.CONFIRMED, Status.REJECTED}:
                notices.append(worded(BOTH, label=place[2], start=place[0]))
            if task.status is not Status.SUGGESTED or place not in spans:
                spans[place] = task.status or Status.SUGGESTED
    yield Given(
        said,
        id_,
        _named(first, "title"),
        rest,
        annotator,
        _state(group.tasks, annotator),
        [
            Found(*place, quotes.get(place), f"{place[0]}-{place[1]}", status)
            for place, status in spans.items()
        ],
        _facts(group.tasks),
        unit,
        line=group.line,
        topics=list(dict.fromkeys(name for task in group.tasks for name in task.topics)),
        kept=_kept(group, annotator, said) if keeps else NOTHING,
    )
    yield from (Notice(path, group.line, notice) for notice in notices)


def _state(tasks: Sequence[Task], annotator: str) -> State | None:
    """Return how far the work is: done, unless a task of it was ignored; None when nobody decided anything."""
    if all(task.status in (None, Status.SUGGESTED) for task in tasks):
        return None
    if all(task.is_empty and "answer" not in task.raw for task in tasks) and not annotator:
        return None
    return State.STARTED if any(task.status is Status.SUGGESTED for task in tasks) else State.DONE


def _facts(tasks: Sequence[Task]) -> list[Fact]:
    facts: list[Fact] = []
    for task in tasks:
        status = Status.SUGGESTED if task.status is Status.SUGGESTED else Status.CONFIRMED
        made = [replace(fact, status=status) for fact in facts_of(task.arcs)] if task.status else []
        known = set(facts)  # of the tasks before it; one task may say a thing twice
        facts += [fact for fact in made if fact not in known]
    return facts
