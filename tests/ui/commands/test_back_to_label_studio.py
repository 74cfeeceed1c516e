"""A file of Label Studio that is imported and exported again: the same values, but for what was changed in between."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from annotations.sets import AnnotationSet
from annotations.span_verbs import drop_fact, label, relabel, toggle_topic
from tests.ui.commands.going_back import edited, exported, imported

Json = dict[str, Any]
TEXT = "Ann 🚀 works for Acme in Oslo."
NAMES = {"from_name": "ner", "to_name": "body"}


def region(id_: str, start: int, end: int, *labels: str, **more: Any) -> Json:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"id": id_, **NAMES, "type": "labels", "origin": "manual", "value": value, **more}


def relation(head: str, child: str, *labels: str, **more: Any) -> Json:
    return {
        "from_id": head,
        "to_id": child,
        "type": "relation",
        "direction": "right",
        "labels": [*labels],
        **more,
    }


ACME, ANN, OSLO = (
    region("zX9_a", 16, 20, "ORG"),
    region("aa-1", 0, 3, "PER", "HERO"),
    region("q", 24, 28, "GPE"),
)
CHOICE = {
    "id": "c1",
    "from_name": "tone",
    "to_name": "body",
    "type": "choices",
    "value": {"choices": ["Calm"]},
}
AREA = {"id": "q", "from_name": "why", "to_name": "body", "type": "textarea", "value": {"text": ["so"]}}
RESULT = [
    ACME,
    CHOICE,
    ANN,
    relation("zX9_a", "aa-1", "employs", direction="left"),
    OSLO,
    AREA,
    relation("aa-1", "q", "lives_in", "works_in"),
    relation("q", "aa-1", "near", direction="bi"),
]


def work(id_: int, by: Any, result: list[Json], **more: Any) -> Json:
    about = {
        "created_at": "2024-01-23T10:00:00Z",
        "lead_time": 12.5,
        "ground_truth": False,
        "was_cancelled": False,
    }
    return {"id": id_, "completed_by": by, **about, "unique_id": f"u{id_}", "result": result, **more}


def task(id_: int, works: list[Json], guesses: list[Json], **data: Any) -> Json:
    about = {
        "file_upload": "a.json",
        "drafts": [],
        "meta": {"batch": 3},
        "inner_id": id_,
        "total_annotations": 1,
    }
    data = {"page": 3, "body": TEXT, "source": "Post", "tags": ["a"], **data}
    return {"id": id_, "annotations": works, "predictions": guesses, "data": data, **about}


GUESS = {
    "id": 71,
    "model_version": "m1",
    "score": 0.5,
    "result": [region("p1", 4, 5, "THING", score=0.4), region("p2", 16, 20, "ORG", score=0.25)],
}
FILES: dict[str, list[Json]] = {
    "regions, relations and choices": [task(81, [work(5, {"id": 2, "email": "a@x.org"}, RESULT)], [])],
    "two annotators of one task": [
        task(81, [work(6, 2, [OSLO, ANN]), work(5, 1, [ACME])], []),
        task(80, [work(9, 1, [])], [], body="Ben slept."),
    ],
    "predictions beside an annotation": [task(81, [work(5, 1, [ACME])], [GUESS])],
    "predictions beside two annotators": [task(81, [work(6, 2, [OSLO, ACME]), work(5, 1, [ANN])], [GUESS])],
    "predictions beside two annotators of whom one marked nothing": [
        task(81, [work(6, 2, []), work(5, 1, [ANN])], [GUESS])
    ],
    "predictions alone": [task(81, [], [GUESS])],
    "an annotation that was skipped": [task(81, [work(4, 1, [], was_cancelled=True), work(5, 2, [ANN])], [])],
    "tasks alone": [
        {"data": {"body": TEXT, "url": "http://example.org"}},
        {"id": 4, "data": {"text": "Rain."}},
    ],
}


def given(folder: Path, tasks: list[Json]) -> Path:
    (folder / "given.json").write_text(json.dumps(tasks), "utf-8")
    return folder / "given.json"


def back(project: Path) -> list[Json]:
    found: list[Json] = json.loads(exported(project, "label-studio"))
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_nobody_changed_has_the_same_values_again(name: str, tmp_path: Path) -> None:
    assert back(imported(given(tmp_path, FILES[name]))) == FILES[name]


def test_what_was_changed_keeps_its_id_what_is_new_has_a_fresh_one_and_what_was_deleted_is_gone(
    tmp_path: Path,
) -> None:
    project = imported(given(tmp_path, FILES["regions, relations and choices"]))

    def change(made: AnnotationSet) -> AnnotationSet:
        spans = {span.label: span for span in made.spans.values()}
        (gone,) = [fact for fact in made.facts.values() if fact.type == "near"]
        new = relabel(drop_fact(made, gone), spans["ORG"], "FIRM")
        return label(toggle_topic(new, "Calm"), 6, 11, "VERB", text=TEXT)

    edited(project, change)
    (result,) = [one["result"] for one in back(project)[0]["annotations"]]
    firm, verb = deepcopy(ACME), region("r5", 6, 11, "VERB")
    firm["value"]["labels"] = ["FIRM"]
    del verb["origin"]
    assert result == [firm, *RESULT[2:7], verb]


def test_the_configuration_has_the_names_that_the_tasks_have(tmp_path: Path) -> None:
    back(imported(given(tmp_path, FILES["regions, relations and choices"])))
    config = (tmp_path / "out.config.xml").read_text("utf-8")
    assert '<Labels name="ner" toName="body">' in config
    assert '<Text name="body" value="$body"/>' in config


def test_a_second_annotation_of_an_annotator_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = imported(given(tmp_path, [task(81, [work(5, 1, [ACME]), work(6, 1, [OSLO])], [])]))
    assert "The annotator 1 has more than one annotation of this task" in capsys.readouterr().out
    (made,) = back(project)[0]["annotations"]
    assert (made["id"], [raw["id"] for raw in made["result"]]) == (5, ["zX9_a", "q"])
