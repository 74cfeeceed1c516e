"""The small inputs with right values in tests/cases: how each is run, and what must hold of what comes of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.ui.commands.commands import ROOT

FOLDER = ROOT / "tests" / "cases"
CASES: dict[str, dict[str, Any]] = {
    case["case"]: case for case in json.loads((FOLDER / "cases.json").read_text("utf-8"))
}
COUNTED = (
    "import sys, pathlib, main; code = main.main(sys.argv[1:]);"
    "print(next(line for line in pathlib.Path('/proc/self/status').open() if line.startswith('VmHWM')));"
    "sys.exit(code)"
)
Value = dict[str, Any]


class Outcome(NamedTuple):
    """What came of a case's commands: the folder, the import's exit code, and all that was said."""

    folder: Path
    exit: int
    said: str

    @property
    def records(self) -> list[Value]:
        """The lines of the lossless export."""
        path = self.folder / "out.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def wrong(outcome: Outcome, right: Value) -> list[str]:
    """Return what does not hold, in words."""
    found = [
        f"{key}: {one}"
        for key, wanted in right.items()
        if key in CHECKS
        for one in _each(wanted, key)
        if not CHECKS[key](outcome, one)
    ]
    if any_of := right.get("any_of"):
        ways = [wrong(outcome, way) for way in any_of]
        found += [] if [] in ways else [f"none of {ways}"]
    return found


def _each(wanted: Any, key: str) -> list[Any]:
    return wanted if key in ("records", "problems", "said", "never") else [wanted]


def _spans(record: Value, status: str) -> list[tuple[int, int, str, str]]:
    spans = (span for span in record["spans"] if span["status"] == status)
    return sorted((s["start"], s["end"], s["label"], record["text"][s["start"] : s["end"]]) for s in spans)


def _are_spans(found: list[tuple[int, int, str, str]], wanted: list[list[Any]] | None) -> bool:
    """Return whether the spans are just the wanted ones; null for any place."""
    if wanted is None:
        return True
    unmet = list(found)
    for one in wanted:
        met = next(
            (span for span in unmet if all(b in (None, a) for a, b in zip(span, one, strict=True))), None
        )
        if met is None:
            return False
        unmet.remove(met)
    return not unmet


def _facts(record: Value) -> list[Value]:
    """Return the facts with the places of what fills their roles."""
    return [
        {
            "type": fact["type"],
            "roles": {
                role["role"]: [[filler["start"], filler["end"]] for filler in role["fillers"]]
                for role in fact["roles"]
            },
        }
        for fact in record["facts"]
    ]


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


HOLDS: dict[str, Callable[[Value, Any], bool]] = {
    "text": lambda record, value: record["text"] == value,
    "title": lambda record, value: record["title"] == value,
    "annotator": lambda record, value: record["annotator"] == value,
    "meta": lambda record, value: all(record["meta"].get(name) == one for name, one in value.items()),
    "spans": lambda record, value: _are_spans(_spans(record, "confirmed"), value),
    "rejected": lambda record, value: _are_spans(_spans(record, "rejected"), value),
    "topics": lambda record, value: sorted(record.get("topics", [])) == sorted(value),
    "facts": lambda record, value: all(fact in _facts(record) for fact in value),
    "text_has": lambda record, value: all(one in record["text"] for one in _listed(value)),
    "text_lacks": lambda record, value: not any(one in record["text"] for one in _listed(value)),
    "title_begins": lambda record, value: record["title"].startswith(value),
    "title_lacks": lambda record, value: not any(one in record["title"] for one in _listed(value)),
    "name": lambda record, value: value in json.dumps([record["id"], record["title"], record["meta"]]),
}


def _problem(outcome: Outcome, wanted: list[str]) -> bool:
    place, pattern = wanted
    return any(place in line and re.search(pattern, line) for line in outcome.said.splitlines())


def _brat(outcome: Outcome, wanted: Value) -> bool:
    """Return whether the export has these lines of brat's, and what else is to be kept stands in it or was said."""
    ann = next((outcome.folder / "out").glob("*.ann")).read_text("utf-8")
    relations, events = list(_arcs_of_brat(ann)), list(_events_of_brat(ann))
    other = all(re.search(one, ann + outcome.said) for one in wanted["kept_or_said"])
    return relations == wanted["relations"] and events == wanted["events"] and other


def _places_of_brat(ann: str) -> dict[str, list[int]]:
    found = re.findall(r"^(T\d+)\t\S+ (\d+) (\d+)\t", ann, re.MULTILINE)
    return {id_: [int(start), int(end)] for id_, start, end in found}


def _arcs_of_brat(ann: str) -> Iterator[list[Any]]:
    places = _places_of_brat(ann)
    for name, head, child in re.findall(r"^R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)", ann, re.MULTILINE):
        yield [name, places[head], places[child]]


def _events_of_brat(ann: str) -> Iterator[list[Any]]:
    places = _places_of_brat(ann)
    for name, trigger in re.findall(r"^E\d+\t([^\s:]+):(T\d+)", ann, re.MULTILINE):
        yield [name, places[trigger]]


def _arcs_of_doccano(text: str) -> Iterator[list[Any]]:
    for record in map(json.loads, text.splitlines()):
        places = {one["id"]: [one["start_offset"], one["end_offset"]] for one in record["entities"]}
        for arc in record["relations"]:
            yield [arc["type"], places[arc["from_id"]], places[arc["to_id"]]]


def _arcs_of_prodigy(text: str) -> Iterator[list[Any]]:
    for record in map(json.loads, text.splitlines()):
        for arc in record["relations"]:
            ends = (arc["head_span"], arc["child_span"])
            yield [arc["label"], *([end["start"], end["end"]] for end in ends)]


def _arcs_of_label_studio(text: str) -> Iterator[list[Any]]:
    for task in json.loads(text):
        for work in task["annotations"]:
            spans = {one["id"]: one["value"] for one in work["result"] if "value" in one}
            for arc in (one for one in work["result"] if one["type"] == "relation"):
                ends = (spans[arc["from_id"]], spans[arc["to_id"]])
                yield [arc["labels"][0], *([end["start"], end["end"]] for end in ends)]


ARCS = {
    "doccano-relation": _arcs_of_doccano,
    "prodigy": _arcs_of_prodigy,
    "label-studio": _arcs_of_label_studio,
}


def _relations(outcome: Outcome, wanted: Value) -> bool:
    text = (outcome.folder / wanted["file"]).read_text("utf-8")
    return sorted(ARCS[wanted["format"]](text)) == sorted(wanted["are"])


CHECKS: dict[str, Callable[[Outcome, Any], bool]] = {
    "exit": lambda outcome, wanted: outcome.exit == wanted,
    "articles": lambda outcome, wanted: len({record["id"] for record in outcome.records}) == wanted,
    "records": lambda outcome, wanted: any(
        all(HOLDS[key](record, value) for key, value in wanted.items()) for record in outcome.records
    ),
    "facts": lambda outcome, wanted: sum(len(record["facts"]) for record in outcome.records) >= wanted,
    "said": lambda outcome, wanted: re.search(wanted, outcome.said) is not None,
    "problems": _problem,
    "never": lambda outcome, wanted: not any(re.search(wanted, one["text"]) for one in outcome.records),
    "relations": _relations,
    "brat": _brat,
}
ELSEWHERE = {"any_of", "else_options", "memory_mb"}  # keys that are heeded where a case is run


def memory_of(folder: Path, *words: str) -> int:
    """Return the highest memory of a command in a process of its own, in MB."""
    out = subprocess.run(
        [sys.executable, "-c", COUNTED, *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "FACTMARK_CONFIG": str(folder / "config")},
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    return int(re.findall(r"VmHWM:\s*(\d+) kB", out)[-1]) // 1024
