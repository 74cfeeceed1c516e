"""Label Studio's tasks in their shapes: any field as text, JSON-MIN, hypertext, choices; what has no place is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotations import formats
from annotations.formats.base import Record
from annotations.formats.lines.json_values import dumped
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice, Problem
from tests.round_trips import said

TEXT = "Ann works for Acme."
ANN = {"start": 0, "end": 3, "text": "Ann", "labels": ["PER"]}
REGION = {"id": "a", "from_name": "label", "to_name": "t", "type": "labels", "value": ANN}
LONG = "A remark that is much longer than the text is."


def task(data: Any, *result: Any) -> dict[str, Any]:
    return {"id": 1, "data": data, "annotations": [{"id": 1, "completed_by": 1, "result": [*result]}]}


def read(folder: Path, *tasks: Any, **asked: Any) -> tuple[list[Record], list[Problem]]:
    (folder / "tasks.json").write_text(dumped([*tasks]), "utf-8")
    found = list(formats.read(folder / "tasks.json", HowRead(**asked)))
    return [one for one in found if isinstance(one, Record)], [
        one for one in found if isinstance(one, Problem)
    ]


SHAPES: dict[str, dict[str, Any]] = {
    "a field that the quotes prove": task({"note": LONG, "body": TEXT}, REGION),
    "a field that the region names": task(
        {"note": LONG, "t": TEXT}, {**REGION, "value": {**ANN, "text": None}}
    ),
    "the longest of several": task({"body": TEXT, "by": "x"}, {**REGION, "value": {**ANN, "text": None}}),
    "json-min": {"id": 1, "text": TEXT, "label": [ANN], "annotator": 1, "annotation_id": 1, "lead_time": 3.2},
    "json-min with another field": {"id": 2, "body": TEXT, "ner": [ANN], "annotator": 1, "annotation_id": 4},
    "hypertext": task(
        {"html": "<p><b>Ann</b> works for Acme.</p>"},
        {
            **REGION,
            "type": "hypertextlabels",
            "value": {
                "start": "/p[1]/b[1]/text()[1]",
                "end": "/p[1]/b[1]/text()[1]",
                "globalOffsets": {"start": 0, "end": 3},
                "text": "Ann",
                "hypertextlabels": ["PER"],
            },
        },
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_of_a_task_is_told_and_read(name: str, tmp_path: Path) -> None:
    (entry,), problems = read(tmp_path, SHAPES[name])
    assert (entry.article.text, said(entry)) == (TEXT, [("Ann", "PER")])
    assert all(isinstance(problem, Notice) for problem in problems)


def test_tasks_that_nobody_has_annotated_are_articles(tmp_path: Path) -> None:
    entries, problems = read(tmp_path, {"data": {"text": TEXT}}, {"data": {"text": "Storm Mira."}})
    assert ([entry.set for entry in entries], problems) == ([None, None], [])


def test_a_person_may_name_the_field_with_the_text(tmp_path: Path) -> None:
    (entry,), _ = read(tmp_path, {"data": {"note": LONG, "body": TEXT}}, fields={"text": "body"})
    assert entry.article.text == TEXT


def test_choices_are_topics_and_other_results_are_said(tmp_path: Path) -> None:
    choice = {"id": "c", "from_name": "tone", "type": "choices", "value": {"choices": ["Calm", "War"]}}
    others = [{"id": n, "type": n, "value": {}} for n in ("rectanglelabels", "textarea", "rating")]
    (entry,), notices = read(tmp_path, task({"text": TEXT}, REGION, choice, *others))
    assert sorted(entry.set.topics) == ["Calm", "War"]
    assert [notice.reason.split()[4] for notice in notices] == ["rectanglelabels", "textarea", "rating"]
    assert all(isinstance(notice, Notice) for notice in notices)


@pytest.mark.parametrize(
    "bad",
    [
        {**REGION, "id": "b", "value": {**ANN, "start": 9, "end": 4}},
        {**REGION, "id": "b", "value": {**ANN, "start": 5, "end": 5}},
        {**REGION, "id": "b", "value": {"start": "/p[1]", "end": "/p[1]", "labels": ["A"]}},
        {**REGION, "id": "b", "value": {**ANN, "labels": []}},
        {**REGION, "id": "b", "value": "none"},
        {**REGION, "id": "b", "value": {**ANN, "end": 99}},
        "no object",
        {"type": "relation", "from_id": "a", "to_id": "gone", "labels": ["knows"]},
    ],
)
def test_a_bad_result_loses_only_itself(bad: Any, tmp_path: Path) -> None:
    entries, (problem,) = read(tmp_path, task({"text": TEXT}, bad, REGION), task({"text": "Rain."}))
    assert [said(entry) for entry in entries] == [[("Ann", "PER")], []]
    assert (problem.line, isinstance(problem, Notice), "left out" in problem.reason) == (1, False, True)


def test_a_task_without_a_text_names_its_fields(tmp_path: Path) -> None:
    entries, (problem,) = read(tmp_path, {"data": {"image": 7, "url": ""}}, {"data": {"text": TEXT}})
    assert ("its data has no text (its fields: image, url)" in problem.reason, len(entries)) == (True, 1)
