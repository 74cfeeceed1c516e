"""Argilla's records of both its versions: spans, topics, suggestions, and who they are of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import detected, read
from annotations.formats.base import Record
from annotations.formats.lines.argilla import ONE_WAY
from annotations.problems import Notice, Problem
from annotations.sets import State
from tests.round_trips import said

TEXT = "Ann works for Acme."
SPANS = {
    "lists": [["PER", 0, 3], ["ORG", 14, 18]],
    "objects": [
        {"label": "PER", "start": 0, "end": 3},
        {"label": "ORG", "start": 14, "end": 18, "score": 1.0},
    ],
}
BOTH = [("Ann", "PER"), ("Acme", "ORG")]
FIRST = {
    "text": TEXT,
    "tokens": TEXT.split(),
    "prediction": [["PER", 0, 3, 0.7]],
    "prediction_agent": "model",
    "annotation": SPANS["lists"],
    "annotation_agent": "ann",
    "id": "r1",
    "metadata": {"source": "us"},
    "status": "Validated",
}


def taken(path: Path, *values: dict[str, Any]) -> tuple[list[Record], list[Problem]]:
    path.write_text("".join(json.dumps(value) + "\n" for value in values))
    *found, last = read(path)
    assert isinstance(last, Notice)
    assert last.reason == ONE_WAY
    assert detected(path).name == "argilla"
    problems = [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Record)], problems


@pytest.mark.parametrize("name", SPANS)
def test_a_record_has_its_annotators_spans_and_state(name: str, tmp_path: Path) -> None:
    (entry,), problems = taken(tmp_path / "a.jsonl", {**FIRST, "annotation": SPANS[name]})
    assert entry.set is not None
    assert (said(entry), problems, entry.set.annotator, entry.set.state) == (BOTH, [], "ann", State.DONE)
    assert (entry.article.id, entry.article.meta) == ("r1", {"source": "us"})


@pytest.mark.parametrize(
    "prediction", [["PER", 0, 3, 0.7], {"label": "PER", "start": 0, "end": 3, "score": 0.7}]
)
def test_predictions_wait_with_score_and_agent(prediction: Any, tmp_path: Path) -> None:
    value = {
        **FIRST,
        "annotation": None,
        "annotation_agent": None,
        "status": "Default",
        "prediction": [prediction],
    }
    (entry,), _ = taken(tmp_path / "a.jsonl", value)
    (one,) = entry.pool_spans()
    assert (one.start, one.end, one.label, one.score, one.origin) == (0, 3, "PER", 0.7, "model")
    assert entry.set is None


@pytest.mark.parametrize("annotation", ["work", ["work"]])
def test_the_class_of_a_text_is_its_topic(annotation: Any, tmp_path: Path) -> None:
    value = {
        "inputs": {"text": TEXT},
        "annotation": annotation,
        "annotation_agent": "ann",
        "status": "Validated",
    }
    (entry,), (problem,) = taken(tmp_path / "a.jsonl", {**value, "prediction": [["sport", 0.2]]})
    assert entry.set is not None
    assert (list(entry.set.topics), entry.article.text) == (["work"], TEXT)
    assert "'sport'" in problem.reason


def test_a_broken_span_and_a_broken_record_lose_only_themselves(tmp_path: Path) -> None:
    broken = {**FIRST, "annotation": [["PER", 3, 3], *SPANS["lists"], ["X"]], "id": "r2"}
    (first, second), problems = taken(tmp_path / "a.jsonl", FIRST, broken, {"annotation": [], "tokens": None})
    assert said(first) == said(second) == BOTH
    assert [one.line for one in problems] == [2, 2, 3]


ANSWERED = SPANS["objects"]
GUESSED = [{"label": "JOB", "start": 4, "end": 9, "score": 0.5}]
SECOND: dict[str, dict[str, Any]] = {
    "answers by question": {
        "fields": {"text": TEXT},
        "responses": {"ner": [{"value": ANSWERED, "user_id": "ann"}]},
        "suggestions": {"ner": {"value": GUESSED, "agent": "model"}},
    },
    "answers by person": {
        "fields": {"text": TEXT},
        "responses": [{"user_id": "ann", "status": "submitted", "values": {"ner": {"value": ANSWERED}}}],
        "suggestions": [{"question_name": "ner", "value": GUESSED, "agent": "model"}],
    },
    "fields side by side": {
        "text": TEXT,
        "ner.responses": [ANSWERED],
        "ner.responses.users": ["ann"],
        "ner.responses.status": ["submitted"],
        "ner.suggestion": GUESSED,
        "ner.suggestion.agent": "model",
    },
}


@pytest.mark.parametrize("name", SECOND)
def test_version_2_has_the_work_of_each_who_answered(name: str, tmp_path: Path) -> None:
    (entry,), problems = taken(
        tmp_path / "a.json", {"id": "r1", "metadata": {"source": "us"}, **SECOND[name]}
    )
    assert entry.set is not None
    assert ([one for one in said(entry) if one[1] != "JOB"], problems) == (BOTH, [])
    assert (entry.set.annotator, entry.set.state, entry.article.id) == ("ann", State.DONE, "r1")
    assert [(one.start, one.origin) for one in entry.pool_spans()] == [(4, "model")]


def test_two_who_answered_are_two_sets_of_one_text(tmp_path: Path) -> None:
    answers = [{"value": ANSWERED[:1], "user_id": "ann"}, {"value": ANSWERED[1:], "user_id": "ben"}]
    found, _ = taken(tmp_path / "a.json", {"fields": {"text": TEXT}, "responses": {"ner": answers}})
    assert [(one.set and one.set.annotator, said(one)) for one in found] == [
        ("ann", BOTH[:1]),
        ("ben", BOTH[1:]),
    ]
